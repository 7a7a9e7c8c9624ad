//! Prediction strength (Tibshirani & Walther 2005): would other customers have been put together in the same way? And would they stand
//! apart as far?

use serde::{Deserialize, Serialize};

use crate::Matrix;
use crate::rng::{Purpose, Rng};
use crate::segments::{assign, kmeans};
use crate::validity::held_out_apart;

/// Rounds of starts for each half: fits that miss the best would be told apart from each other, and not from what the other half predicts.
pub(crate) const ROUNDS: u32 = 3;

/// What one split of the rows into halves says of one number of groups.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Halved {
    /// Prediction strength.
    pub strength: f64,
    /// Ashman's D of each half where the other one is divided by its centroids ([`held_out_apart`]); not finite where there is no spread.
    pub ashman_d: [f64; 2],
}

/// One split of the rows into halves, for every number in `ks` (ascending).
///
/// Both halves are fitted. Prediction strength: for each group of one half, the share of its pairs that the centroids of the other half keep
/// together; the least of these shares over the groups; the mean of the two directions, as `fpc::prediction.strength` takes it.
/// A group of one has no pair to part and counts 1. Where a half has fewer distinct rows than groups, all is 0. `index` is the number of the split.
pub fn halved(matrix: &Matrix, ks: &[u32], seed: u32, index: u32) -> Vec<Halved> {
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
        let round = |round: u32| kmeans::fit_all(&halves[at], &possible, seeds[at], round);
        (1..ROUNDS).map(round).fold(round(0), |best, next| {
            best.into_iter().zip(next).map(|(best, next)| kmeans::better(best, next)).collect()
        })
    });
    let directions = |at: usize| {
        let strength = |train: usize, test: usize| {
            let own = assign(&halves[test], &fits[test][at].centroids);
            let predicted = assign(&halves[test], &fits[train][at].centroids);
            kept_together(&own, &predicted, fits[test][at].k())
        };
        if fits.iter().any(|fits| at >= fits.len()) {
            return Halved::default();
        }
        let apart = |train: usize, test: usize| held_out_apart(&halves[test], &fits[train][at].centroids);
        Halved { strength: (strength(0, 1) + strength(1, 0)) / 2.0, ashman_d: [apart(0, 1), apart(1, 0)] }
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
        let halved = halved(&Matrix::new(1, values), &[2, 7], 1, 0);
        assert_eq!(halved[0].strength, 1.0);
        assert!(halved[1].strength < 0.8, "{halved:?}");
        // A thousand apart, each uniform over a hundred: about 1000 √12 / 100.
        assert!(halved[0].ashman_d.iter().all(|d| (30.0..45.0).contains(d)), "{halved:?}");
        assert!(halved[1].ashman_d.iter().all(|&d| d < 4.5), "{halved:?}");
    }

    #[test]
    fn few_rows_of_many_columns_are_apart_where_they_were_fitted_alone() {
        // Sums of twelve uniform numbers: nearly normal, without groups.
        let mut rng = Rng::new(7, Purpose::Split, 99);
        let normal = |rng: &mut Rng| (0..12).map(|_| rng.unit()).sum::<f64>() - 6.0;
        let matrix = Matrix::new(500, (0..50 * 500).map(|_| normal(&mut rng)).collect());
        let solution = kmeans::fit_all(&matrix, &[2], 1, 0).remove(0);
        let labels = assign(&matrix, &solution.centroids);
        let labelling = crate::validity::Labelling { labels: &labels, k: 2 };
        assert!(crate::validity::apart(&matrix, labelling, &solution.centroids).d > 4.0);
        let mut held_out: Vec<f64> =
            (0..10).flat_map(|index| halved(&matrix, &[2], 1, index)[0].ashman_d).collect();
        held_out.sort_by(f64::total_cmp);
        assert!(held_out[10] < 3.5, "{held_out:?}");
    }

    #[test]
    fn a_half_with_too_few_distinct_rows_predicts_nothing() {
        let repeated = (0..40_u32).map(|i| f64::from(i % 3)).collect();
        let wholly = Halved { strength: 1.0, ashman_d: [f64::INFINITY; 2] };
        assert_eq!(halved(&Matrix::new(1, repeated), &[3, 4], 1, 0), [wholly, Halved::default()]);
        let few = halved(&Matrix::new(1, vec![0.0, 1.0, 5.0, 6.0]), &[2, 3], 1, 0);
        assert_eq!(few[1], Halved::default());
    }
}
