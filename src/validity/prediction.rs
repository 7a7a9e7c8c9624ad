//! Prediction strength (Tibshirani & Walther 2005): would other customers have been put together in the same way? And would they stand
//! apart as far?

use serde::{Deserialize, Serialize};

use crate::Matrix;
use crate::rng::{Purpose, Rng};
use crate::segments::{assign, kmeans};
use crate::validity::ties::{Columns, drawn_apart};
use crate::validity::valley::{Half, least_valley};
use crate::validity::{Labelling, centroids_of, held_out_apart};

/// Rounds of starts for each half: fits that miss the best would be told apart from each other, and not from what the other half predicts.
pub(crate) const ROUNDS: u32 = 3;

/// What one split of the rows into halves says of one number of groups.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Halved {
    /// Prediction strength.
    pub strength: f64,
    /// Ashman's D of each half where the other one is divided by its centroids ([`held_out_apart`]); not finite where there is no spread.
    pub ashman_d: [f64; 2],
    /// The same of the same segments where values that many customers share are drawn apart.
    pub ashman_d_drawn_apart: [f64; 2],
    /// The p of Hartigan's dip between two neighbours, the greatest.
    pub valley_p: f64,
    /// The same on the way that most customers in the middle take.
    pub way_p: f64,
}

impl Halved {
    /// What is said where a half cannot be divided.
    const NOTHING: Self = Halved {
        strength: 0.0,
        ashman_d: [0.0; 2],
        ashman_d_drawn_apart: [0.0; 2],
        valley_p: 1.0,
        way_p: 1.0,
    };
}

/// One split of the rows into halves, for every number in `ks` (ascending).
///
/// Both halves are fitted. Prediction strength: for each group of one half, the share of its pairs that the centroids of the other half keep
/// together; the least of these shares over the groups; the mean of the two directions, as `fpc::prediction.strength` takes it.
/// A group of one has no pair to part and counts 1. Where a half has fewer distinct rows than groups, nothing speaks for them. `columns` is what is known
/// of the columns; `index` is the number of the split.
pub fn halved(matrix: &Matrix, columns: &Columns, ks: &[u32], seed: u32, index: u32) -> Vec<Halved> {
    let rows = matrix.rows();
    let mut rng = Rng::new(seed.into(), Purpose::Split, index.into());
    let mut first = vec![false; rows];
    rng.sample(rows, rows / 2).into_iter().for_each(|row| first[row] = true);
    let half = |of: &Matrix, of_first: bool| of.select((0..rows).filter(|&row| first[row] == of_first));
    let halves = [half(matrix, true), half(matrix, false)];
    let seeds = [0, 1].map(|_| rng.below(1 << 32) as u32);
    let fits = [0, 1].map(|at| {
        let distinct = halves[at].distinct_rows();
        let possible: Vec<u32> = ks.iter().copied().filter(|&k| k as usize <= distinct).collect();
        let round = |round: u32| kmeans::fit_all(&halves[at], &possible, seeds[at], round);
        (1..ROUNDS).map(round).fold(round(0), |best, next| {
            best.into_iter().zip(next).map(|(best, next)| kmeans::better(best, next)).collect()
        })
    });
    let apart = drawn_apart(matrix, columns, &mut Rng::new(seed.into(), Purpose::Ties, index.into()));
    let apart = [half(&apart, true), half(&apart, false)];
    let directions = |at: usize| {
        if fits.iter().any(|fits| at >= fits.len()) {
            return Halved::NOTHING;
        }
        // Labels of each half by the centroids of each.
        let labels = [0, 1].map(|of| [0, 1].map(|by: usize| assign(&halves[of], &fits[by][at].centroids)));
        let k = fits[0][at].k();
        let both = |of: &dyn Fn(usize, usize) -> f64| [of(0, 1), of(1, 0)];
        let strength = both(&|train, test| kept_together(&labels[test][test], &labels[test][train], k));
        let d = |rows: &[Matrix; 2]| {
            both(&|train, test| {
                let means = centroids_of(&rows[train], Labelling { labels: &labels[train][train], k });
                held_out_apart(&rows[test], &labels[test][train], &means)
            })
        };
        let half = |at: usize| Half { rows: &apart[at], own: &labels[at][at], of_other: &labels[at][1 - at] };
        let valley = least_valley(&[half(0), half(1)], k);
        Halved {
            strength: (strength[0] + strength[1]) / 2.0,
            ashman_d: d(&halves),
            ashman_d_drawn_apart: d(&apart),
            valley_p: valley.p,
            way_p: valley.p_on_the_way,
        }
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
        let halved = halved(&Matrix::new(1, values), &Columns::default(), &[2, 7], 1, 0);
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
        let mut held_out: Vec<f64> = (0..10)
            .flat_map(|index| halved(&matrix, &Columns::default(), &[2], 1, index)[0].ashman_d)
            .collect();
        held_out.sort_by(f64::total_cmp);
        assert!(held_out[10] < 3.5, "{held_out:?}");
    }

    #[test]
    fn a_half_with_too_few_distinct_rows_predicts_nothing() {
        let repeated = (0..40_u32).map(|i| f64::from(i % 3)).collect();
        let found = halved(&Matrix::new(1, repeated), &Columns::default(), &[3, 4], 1, 0);
        assert_eq!((found[0].strength, found[0].ashman_d), (1.0, [f64::INFINITY; 2]));
        // Three values are no three crowds once they are drawn apart.
        assert!(found[0].ashman_d_drawn_apart.iter().all(|&d| d < 4.0), "{found:?}");
        assert_eq!(found[1], Halved::NOTHING);
        let few = halved(&Matrix::new(1, vec![0.0, 1.0, 5.0, 6.0]), &Columns::default(), &[2, 3], 1, 0);
        assert_eq!(few[1], Halved::NOTHING);
    }
}
