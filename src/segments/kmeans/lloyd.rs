//! Lloyd's rounds, plainly: the twin that every faster kernel has to agree with.

use crate::segments::{Solution, nearest};
use crate::{Matrix, Rows, limits};

/// Sums over customers run in so many lanes: the first takes rows 0, 4, 8 …, the second rows 1, 5, 9 …; at the end they are put
/// [`together`]. A processor adds to four sums in the time of one, and the rounding error is less than in a single row.
pub(super) const LANES: usize = 4;

/// What four lanes come to.
pub(super) fn together([a, b, c, d]: [f64; LANES]) -> f64 {
    (a + b) + (c + d)
}

/// Repeats "every customer to the nearest centre, every centre to the mean of its customers" (Lloyd 1982) until no customer
/// changes, at most [`limits::ROUNDS`] times.
///
/// Sums run in [`LANES`]. A centre that loses all its customers moves to the customer farthest from its own centre (the
/// lowest row on a tie), as long as there is one that is not on it.
pub fn lloyd(matrix: &Matrix, start: Matrix) -> Solution {
    lloyd_within(matrix, start, limits::ROUNDS)
}

/// The same, in at most so many rounds.
pub(super) fn lloyd_within(matrix: &Matrix, start: Matrix, most: u32) -> Solution {
    let mut centroids = start;
    let mut labels = vec![u32::MAX; matrix.rows()];
    let mut distances = vec![0.0; matrix.rows()];
    for round in 1..=most {
        let mut changed = false;
        for ((row, label), distance) in matrix.iter().zip(&mut labels).zip(&mut distances) {
            let (number, least) = nearest(row, &centroids);
            changed |= *label != number;
            (*label, *distance) = (number, least);
        }
        if !changed {
            return Solution {
                centroids,
                inertia: sum(distances.into_iter()),
                iterations: round,
                converged: true,
            };
        }
        centroids = means(matrix, &mut labels, &mut distances, centroids);
    }
    let inertia = sum(matrix.iter().map(|row| nearest(row, &centroids).1));
    Solution { centroids, inertia, iterations: most, converged: false }
}

/// The mean of each group; an empty group takes over the customer that is farthest from its own centre.
fn means(matrix: &Matrix, labels: &mut [u32], distances: &mut [f64], previous: Matrix) -> Matrix {
    let mut sizes = vec![0; previous.rows()];
    labels.iter().for_each(|&label| sizes[label as usize] += 1);
    fill_empty((matrix.into(), &previous), labels, distances, &mut sizes);
    let mut lanes: [Matrix; LANES] =
        std::array::from_fn(|_| Matrix::new(matrix.columns(), vec![0.0; sizes.len() * matrix.columns()]));
    for (at, (row, &label)) in matrix.iter().zip(labels.iter()).enumerate() {
        lanes[at % LANES].row_mut(label as usize).iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
    let sums = (0..sizes.len() * matrix.columns())
        .map(|at| together(lanes.each_ref().map(|lane| lane.values()[at])))
        .collect();
    divided(Matrix::new(matrix.columns(), sums), &sizes, &previous)
}

/// The sum of all, in [`LANES`].
fn sum(values: impl Iterator<Item = f64>) -> f64 {
    let mut lanes = [0.0; LANES];
    values.enumerate().for_each(|(at, value)| lanes[at % LANES] += value);
    together(lanes)
}

/// Gives every empty group in turn the customer that is farthest from its own centre; none where everybody is on it.
pub(super) fn fill_empty(
    (rows, centroids): (Rows<'_>, &Matrix),
    labels: &mut [u32],
    distances: &mut [f64],
    sizes: &mut [u64],
) {
    if !sizes.contains(&0) {
        return;
    }
    rows.each(|at, row| {
        if is_on(row, centroids.row(labels[at] as usize), rows.count()) {
            distances[at] = 0.0;
        }
    });
    hand_over(labels, distances, sizes);
}

/// Whether a customer is where the centre of its group is. The mean of equal ones among so many `customers` can miss them by the
/// rounding of its sum; who is off by no more would be handed from one empty group to the next until the last round.
pub(super) fn is_on(row: &[f64], centroid: &[f64], customers: usize) -> bool {
    let rounding = customers as f64 * f64::EPSILON;
    row.iter().zip(centroid).all(|(value, mean)| (value - mean).abs() <= rounding * value.abs())
}

/// [`fill_empty`], given distances that are 0 for whoever is on its centre; the first of equally far ones goes.
pub(super) fn hand_over(labels: &mut [u32], distances: &mut [f64], sizes: &mut [u64]) {
    for empty in 0..sizes.len() {
        if sizes[empty] > 0 {
            continue;
        }
        let farthest =
            (0..distances.len()).reduce(|far, row| if distances[row] > distances[far] { row } else { far });
        if let Some(row) = farthest.filter(|&row| distances[row] > 0.0) {
            sizes[labels[row] as usize] -= 1;
            sizes[empty] = 1;
            labels[row] = empty as u32;
            distances[row] = 0.0;
        }
    }
}

/// Sums over groups turned into means; a group that is still empty stays where it was.
pub(super) fn divided(mut sums: Matrix, sizes: &[u64], previous: &Matrix) -> Matrix {
    for (group, &size) in sizes.iter().enumerate() {
        if size == 0 {
            sums.row_mut(group).copy_from_slice(previous.row(group));
        } else {
            sums.row_mut(group).iter_mut().for_each(|sum| *sum /= size as f64);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_by_hand() {
        // Start 0 and 1: {0} {1, 5, 6} → means 0 and 4 → {0, 1} {5, 6} → means 0.5 and 5.5, then nothing changes.
        let matrix = Matrix::new(1, vec![0.0, 1.0, 5.0, 6.0]);
        let solution = lloyd(&matrix, Matrix::new(1, vec![0.0, 1.0]));
        assert_eq!(solution.centroids.values(), [0.5, 5.5]);
        assert_eq!((solution.inertia, solution.iterations, solution.converged), (1.0, 3, true));
    }

    #[test]
    fn an_empty_group_takes_the_farthest_customer() {
        let matrix = Matrix::new(1, vec![0.0, 1.0, 9.0]);
        let solution = lloyd(&matrix, Matrix::new(1, vec![0.5, 100.0]));
        assert_eq!(solution.centroids.values(), [0.5, 9.0]);
    }

    #[test]
    fn nothing_to_take_over_leaves_the_centre_where_it_was() {
        let matrix = Matrix::new(1, vec![2.0, 2.0]);
        let solution = lloyd(&matrix, Matrix::new(1, vec![2.0, 7.0]));
        assert_eq!((solution.centroids.values(), solution.inertia), (&[2.0, 7.0][..], 0.0));
    }
}
