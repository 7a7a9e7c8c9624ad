//! Where a fit starts.

use crate::Matrix;
use crate::matrix::distance2;
use crate::rng::Rng;
use crate::segments::{assign, nearest};

/// Greedy k-means++ (Arthur & Vassilvitskii 2007): each next centre is drawn with probability proportional to the squared
/// distance from the centres so far; of 2 + ⌊ln k⌋ candidates the one that leaves the least potential is taken.
///
/// Where fewer than k rows differ, the rest of the centres repeat rows.
pub fn plus_plus(matrix: &Matrix, k: usize, rng: &mut Rng) -> Matrix {
    let mut first = Matrix::with_capacity(matrix.columns(), k);
    first.push(matrix.row(rng.below(matrix.rows() as u64) as usize));
    extend(matrix, first, k, rng)
}

/// The same from centres that are there already: draws more of them until there are k.
pub fn extend(matrix: &Matrix, mut centers: Matrix, k: usize, rng: &mut Rng) -> Matrix {
    let candidates = 2 + libm::log(k as f64) as usize;
    let rows = matrix.rows();
    let mut closest: Vec<f64> = matrix.iter().map(|row| nearest(row, &centers).1).collect();
    let mut best = vec![0.0; rows];
    let mut trial = vec![0.0; rows];
    while centers.rows() < k {
        let potential: f64 = closest.iter().sum();
        let mut chosen: Option<(usize, f64)> = None;
        for _ in 0..candidates {
            let candidate = draw(&closest, rng.unit() * potential);
            let center = matrix.row(candidate);
            let mut left = 0.0;
            for ((slot, row), &near) in trial.iter_mut().zip(matrix.iter()).zip(&closest) {
                *slot = distance2(row, center).min(near);
                left += *slot;
            }
            if chosen.is_none_or(|(_, least)| left < least) {
                chosen = Some((candidate, left));
                std::mem::swap(&mut best, &mut trial);
            }
        }
        if let Some((candidate, _)) = chosen {
            centers.push(matrix.row(candidate));
            std::mem::swap(&mut closest, &mut best);
        }
    }
    centers
}

/// One centre fewer: the two whose groups cost least to merge become their common mean. The cost is Ward's (1963), n m / (n + m)
/// times the squared distance, with n and m the customers nearest to each; the first pair on a tie.
pub fn merge_cheapest(matrix: &Matrix, centers: &Matrix) -> Matrix {
    let mut sizes = vec![0.0; centers.rows()];
    assign(matrix, centers).into_iter().for_each(|label| sizes[label as usize] += 1.0);
    let mut cheapest = (f64::INFINITY, 0, 1);
    for i in 0..centers.rows() {
        for j in i + 1..centers.rows() {
            let together = f64::max(sizes[i] + sizes[j], 1.0);
            let cost = sizes[i] * sizes[j] / together * distance2(centers.row(i), centers.row(j));
            if cost < cheapest.0 {
                cheapest = (cost, i, j);
            }
        }
    }
    let (_, i, j) = cheapest;
    let mut merged = centers.select((0..centers.rows()).filter(|&at| at != j));
    let together = sizes[i] + sizes[j];
    if together > 0.0 {
        let means =
            centers.row(i).iter().zip(centers.row(j)).map(|(a, b)| (a * sizes[i] + b * sizes[j]) / together);
        let means: Vec<f64> = means.collect();
        merged.row_mut(i).copy_from_slice(&means);
    }
    merged
}

/// The first index at which the running sum of `weights` exceeds `target`; the last one with any weight where rounding
/// leaves the target beyond the end.
fn draw(weights: &[f64], target: f64) -> usize {
    let mut sum = 0.0;
    let mut last = 0;
    for (index, &weight) in weights.iter().enumerate() {
        if weight > 0.0 {
            sum += weight;
            last = index;
            if sum > target {
                return index;
            }
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Purpose;

    #[test]
    fn centres_are_different_rows_while_there_are_any() {
        let matrix = Matrix::new(1, vec![0.0, 0.0, 0.0, 7.0, 7.0, 9.0]);
        for stream in 0..50 {
            let mut centers: Vec<f64> =
                plus_plus(&matrix, 3, &mut Rng::new(1, Purpose::Restart, stream)).values().to_vec();
            centers.sort_by(f64::total_cmp);
            assert_eq!(centers, [0.0, 7.0, 9.0]);
        }
    }

    #[test]
    fn the_pair_that_costs_least_is_merged() {
        // Groups {0, 2} {4} {20}: merging the first two costs 2·1/3·9 = 6, far less than any other.
        let matrix = Matrix::new(1, vec![0.0, 2.0, 4.0, 20.0]);
        assert_eq!(merge_cheapest(&matrix, &Matrix::new(1, vec![1.0, 4.0, 20.0])).values(), [2.0, 20.0]);
    }

    #[test]
    fn draws_follow_the_weights() {
        assert_eq!(draw(&[0.0, 2.0, 0.0, 3.0], 0.0), 1);
        assert_eq!(draw(&[0.0, 2.0, 0.0, 3.0], 1.9), 1);
        assert_eq!(draw(&[0.0, 2.0, 0.0, 3.0], 2.0), 3);
        assert_eq!(draw(&[0.0, 2.0, 0.0, 3.0], 5.0), 3);
        assert_eq!(draw(&[0.0, 0.0], 0.0), 0);
    }
}
