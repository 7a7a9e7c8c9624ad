//! Prediction strength (Tibshirani & Walther 2005): would other customers have been put together in the same way?

use crate::Matrix;
use crate::rng::{Purpose, Rng};
use crate::segments::{assign, kmeans};

/// The prediction strength of every number in `ks` (ascending) in one split of the rows into halves.
///
/// Both halves are fitted. For each group of one half, the share of its pairs that the centroids of the other half keep together; the
/// least of these shares over the groups; the mean of the two directions, as `fpc::prediction.strength` takes it.
/// A group of one has no pair to part and counts 1; where a half has fewer distinct rows than groups, the strength is 0. `index` is the number of the split.
pub fn prediction_strengths(matrix: &Matrix, ks: &[u32], seed: u32, index: u32) -> Vec<f64> {
    let rows = matrix.rows();
    let mut rng = Rng::new(seed.into(), Purpose::Split, index.into());
    let mut first = vec![false; rows];
    rng.sample(rows, rows / 2).into_iter().for_each(|row| first[row] = true);
    let half = |of_first: bool| matrix.select((0..rows).filter(|&row| first[row] == of_first));
    let halves = [half(true), half(false)];
    let seeds = [0, 1].map(|_| rng.below(1 << 32) as u32);
    let fits = [0, 1].map(|at| {
        let distinct = halves[at].distinct_rows();
        let possible: Vec<u32> = ks.iter().copied().filter(|&k| k as usize <= distinct).collect();
        kmeans::fit_all(&halves[at], &possible, seeds[at], 0)
    });
    let directions = |at: usize| {
        let strength = |train: usize, test: usize| {
            let own = assign(&halves[test], &fits[test][at].centroids);
            let predicted = assign(&halves[test], &fits[train][at].centroids);
            kept_together(&own, &predicted, fits[test][at].k())
        };
        if fits.iter().all(|fits| at < fits.len()) { (strength(0, 1) + strength(1, 0)) / 2.0 } else { 0.0 }
    };
    (0..ks.len()).map(directions).collect()
}

/// The least share, over the groups of `own`, of pairs that `other` keeps together.
fn kept_together(own: &[u32], other: &[u32], k: usize) -> f64 {
    let mut counts = vec![0_u64; k * k];
    own.iter().zip(other).for_each(|(&own, &other)| counts[own as usize * k + other as usize] += 1);
    let pairs = |count: u64| count as f64 * (count as f64 - 1.0);
    let share = |group: &[u64]| {
        let all = pairs(group.iter().sum());
        if all > 0.0 { group.iter().map(|&count| pairs(count)).sum::<f64>() / all } else { 1.0 }
    };
    counts.chunks(k.max(1)).map(share).fold(1.0, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_by_hand() {
        // {0, 1, 2} is parted 2 + 1: of 3 pairs 1 stays. {3, 4} stays whole.
        assert_eq!(kept_together(&[0, 0, 0, 1, 1], &[0, 0, 1, 1, 1], 2), 1.0 / 3.0);
        assert_eq!(kept_together(&[0, 0, 1], &[1, 1, 0], 2), 1.0);
        assert_eq!(kept_together(&[0, 1], &[0, 0], 2), 1.0);
    }

    #[test]
    fn far_groups_are_predicted_and_too_many_are_not() {
        let values = (0..200_u32).map(|i| f64::from(i % 2) * 1_000.0 + f64::from(i * i % 101)).collect();
        let strengths = prediction_strengths(&Matrix::new(1, values), &[2, 7], 1, 0);
        assert_eq!(strengths[0], 1.0);
        assert!(strengths[1] < 0.8, "{strengths:?}");
    }

    #[test]
    fn a_half_with_too_few_distinct_rows_predicts_nothing() {
        let repeated = (0..40_u32).map(|i| f64::from(i % 3)).collect();
        assert_eq!(prediction_strengths(&Matrix::new(1, repeated), &[3, 4], 1, 0), [1.0, 0.0]);
        let strengths = prediction_strengths(&Matrix::new(1, vec![0.0, 1.0, 5.0, 6.0]), &[2, 3], 1, 0);
        assert_eq!(strengths[1], 0.0);
    }
}
