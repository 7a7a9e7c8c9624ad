//! The silhouette (Rousseeuw 1987): how much closer customers are to their own segment than to the next one.

use std::ops::Range;

use crate::Matrix;
use crate::matrix::distance2;

/// A labelling of the rows of a matrix: `labels[row] < k`.
#[derive(Debug, Clone, Copy)]
pub struct Labelling<'a> {
    /// The label of each row.
    pub labels: &'a [u32],
    /// Number of groups.
    pub k: usize,
}

/// Mean silhouette over all rows, Euclidean: s = (b − a) / max(a, b), where a is the mean distance to the other members of
/// the own group and b the least mean distance to another group; a row alone in its group counts 0. Between −1 and 1.
///
/// Takes rows² distances.
pub fn silhouette(matrix: &Matrix, labelling: Labelling<'_>) -> f64 {
    silhouette_sums(matrix, &[labelling], 0..matrix.rows())[0] / matrix.rows() as f64
}

/// Sums of the silhouettes of the rows in `range` against all rows, for several labellings at once: each distance is computed
/// once. The sum over ranges in order, divided by the rows, is the mean.
pub fn silhouette_sums(matrix: &Matrix, labellings: &[Labelling<'_>], range: Range<usize>) -> Vec<f64> {
    let sizes: Vec<Vec<f64>> = labellings.iter().map(sizes_of).collect();
    let mut distances = vec![0.0; matrix.rows()];
    let mut totals = vec![0.0; labellings.len()];
    let mut to_group = Vec::new();
    for row in range {
        let point = matrix.row(row);
        distances
            .iter_mut()
            .zip(matrix.iter())
            .for_each(|(distance, other)| *distance = distance2(point, other).sqrt());
        for ((labelling, sizes), total) in labellings.iter().zip(&sizes).zip(&mut totals) {
            to_group.clear();
            to_group.resize(labelling.k, 0.0);
            labelling
                .labels
                .iter()
                .zip(&distances)
                .for_each(|(&label, distance)| to_group[label as usize] += distance);
            *total += width(labelling.labels[row] as usize, &to_group, sizes);
        }
    }
    totals
}

/// The silhouette of one row, from its summed distances to every group.
fn width(own: usize, to_group: &[f64], sizes: &[f64]) -> f64 {
    if sizes[own] <= 1.0 {
        return 0.0;
    }
    let a = to_group[own] / (sizes[own] - 1.0);
    let b = (0..to_group.len())
        .filter(|&group| group != own && sizes[group] > 0.0)
        .map(|group| to_group[group] / sizes[group])
        .fold(f64::INFINITY, f64::min);
    let larger = a.max(b);
    if larger > 0.0 && larger.is_finite() { (b - a) / larger } else { 0.0 }
}

fn sizes_of(labelling: &Labelling<'_>) -> Vec<f64> {
    let mut sizes = vec![0.0; labelling.k];
    labelling.labels.iter().for_each(|&label| sizes[label as usize] += 1.0);
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand_on_a_line() {
        // 0 1 | 10: s(0) = (10−1)/10, s(1) = (9−1)/9, the singleton 10 counts 0.
        let matrix = Matrix::new(1, vec![0.0, 1.0, 10.0]);
        let labelling = Labelling { labels: &[0, 0, 1], k: 2 };
        assert!((silhouette(&matrix, labelling) - (0.9 + 8.0 / 9.0) / 3.0).abs() < 1e-15);
    }

    #[test]
    fn ranges_add_up() {
        let matrix = Matrix::new(1, vec![0.0, 1.0, 10.0, 12.0, 30.0]);
        let labelling = Labelling { labels: &[0, 0, 1, 1, 2], k: 3 };
        let parts =
            silhouette_sums(&matrix, &[labelling], 0..2)[0] + silhouette_sums(&matrix, &[labelling], 2..5)[0];
        assert!((parts / 5.0 - silhouette(&matrix, labelling)).abs() < 1e-15);
    }

    #[test]
    fn equal_points_in_two_groups_count_nothing() {
        let matrix = Matrix::new(1, vec![4.0; 4]);
        assert_eq!(silhouette(&matrix, Labelling { labels: &[0, 0, 1, 1], k: 2 }), 0.0);
    }
}
