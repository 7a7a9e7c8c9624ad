//! Which features the segments rest on, measured after the fit.
//!
//! Four answers, each with its own blind spot. **η²** is the share of a feature's variance that lies between segments; K-means
//! divides noise too, so noise may score well. **Permutation importance** is how many customers change segment when the feature is
//! mixed up among them. **Drop-one** refits without the feature and compares. What tells noise from structure is the fourth, the
//! **bond**: the segments are refitted with the feature mixed up among the customers. That keeps its distribution and breaks its
//! ties with all other features; a feature that has none leaves the inertia where it was, give or take chance (the permutation
//! argument of Witten & Tibshirani 2010, "A framework for feature selection in clustering"). The bond sees ties of any shape; a steady
//! one is seen in few customers already by a rank correlation with another feature that is no chance, so either will do.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Labelling, adjusted_rand, centroids_of, simplified_silhouette};
use crate::customers::Correlations;
use crate::rng::{Purpose, Rng};
use crate::segments::{Partition, Solution, assign, kmeans};
use crate::{Matrix, Rows, Statement, limits};

/// What the segments owe to each feature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Importance {
    /// Number of segments it was measured for.
    pub k: u32,
    /// Customers it was measured on: all, or a sample.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
    /// One entry for each feature of the fit, in order.
    pub features: Vec<FeatureImportance>,
}

/// What the segments owe to one feature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct FeatureImportance {
    /// Its name.
    pub name: String,
    /// η²: the share of its variance between segments, from 0 to 1.
    pub explained: f64,
    /// 1 − adjusted Rand index of the labels with and without the feature mixed up, the centroids staying; about 0 where nobody
    /// changes segment, about 1 where nothing is left of them.
    pub permutation: f64,
    /// By how many standard deviations the refits with the feature mixed up are looser than the fit; near 0 for a feature that has
    /// nothing to do with the others.
    pub bond: f64,
    /// The rank correlation that is least likely to be chance: the other feature and Spearman's ρ; of a column of kinds, that of one
    /// of its levels. Absent where none is beyond chance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tie: Option<Tie>,
    /// Adjusted Rand index of the labels of a refit without the feature and those of the fit.
    pub agreement_without: f64,
    /// Simplified silhouette of the fit, and of the refit without the feature.
    pub silhouettes: [f64; 2],
    /// Whether the feature belongs to the suggested set.
    pub suggested: bool,
    /// Why, most important first.
    pub why: Vec<Statement>,
}

/// Another feature that one goes together with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Tie {
    /// Name of the other feature.
    pub other: String,
    /// Spearman's ρ of the two.
    pub correlation: f64,
}

/// A refit on the sample that importance is measured on: plain data, so that it can run anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Refit {
    /// What is done to the matrix first.
    pub change: Change,
    /// Number of segments.
    pub k: u32,
    /// Seed of the job.
    pub seed: u32,
}

/// What is done to the matrix before a [`Refit`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Change {
    /// Nothing.
    None,
    /// The columns from the first up to the second are left out.
    Without(u32, u32),
    /// The columns from the first up to the second are mixed up among the customers, together; the third is the round.
    Mixed(u32, u32, u32),
}

/// Times each feature is mixed up.
const ROUNDS: u32 = 10;

/// A bond beyond this is none of chance: the 99 % point of Student's t with nine degrees of freedom, one-sided, since the spread is
/// estimated from ten rounds.
const BOUND: f64 = 2.821;

/// A rank correlation that chance brings about less often than this, among as many as are looked at, is a tie.
const CHANCE: f64 = 0.01;

/// Starts of each refit.
const STARTS: u32 = 3;

/// The refits that [`importance`] needs for features that make these `blocks` of columns, in order; none where there is only one
/// feature, or k is no number of segments for so few customers.
pub fn refits(blocks: &[Range<usize>], k: u32, seed: u32, customers: usize) -> Vec<Refit> {
    let sampled = customers.min(limits::IMPORTANCE_CUSTOMERS);
    if blocks.len() < 2 || k < 2 || k as usize >= sampled {
        return Vec::new();
    }
    let ends = |block: &Range<usize>| (block.start as u32, block.end as u32);
    let without = blocks.iter().map(|block| Change::Without(ends(block).0, ends(block).1));
    let mixed = blocks.iter().flat_map(|block| {
        let (from, to) = ends(block);
        (0..ROUNDS).map(move |round| Change::Mixed(from, to, round))
    });
    std::iter::once(Change::None)
        .chain(without)
        .chain(mixed)
        .map(|change| Refit { change, k, seed })
        .collect()
}

/// Carries out one refit; `None` where it does not fit these customers.
pub fn refit<'a>(rows: impl Into<Rows<'a>>, refit: &Refit) -> Option<Solution> {
    let sample = sample(rows.into(), refit.seed);
    let columns = sample.columns();
    let is_block = |from: u32, to: u32| from < to && to as usize <= columns;
    let changed = match refit.change {
        Change::None => sample,
        Change::Without(from, to) if is_block(from, to) && ((to - from) as usize) < columns => {
            without(&sample, from as usize..to as usize)
        }
        Change::Mixed(from, to, round) if is_block(from, to) => {
            mixed(&sample, from as usize..to as usize, refit.seed, round)
        }
        _ => return None,
    };
    if refit.k == 0 || refit.k as usize > changed.rows() {
        return None;
    }
    // Customers who differ in one feature only are alike without it.
    let k = refit.k.min(changed.distinct_rows() as u32);
    let starts = (0..STARTS).map(|start| kmeans::fit_all(&changed, &[k], refit.seed, start));
    starts.flatten().reduce(kmeans::better)
}

/// What the segments owe to each of the features called `names`, which make `blocks` of columns: from the segments shown, made by whatever
/// method, and the solutions of [`refits`], by K-means, in their order. `several_modes` says of which features the dip test hints at several modes.
///
/// Suggested are the features with a bond or a tie to others, and those of several modes, which are groups by themselves; all, where that
/// leaves none. `None` where the solutions are not those of the refits.
pub fn importance<'a>(
    rows: impl Into<Rows<'a>>,
    names: &[String],
    blocks: &[Range<usize>],
    partition: &Partition,
    seed: u32,
    solutions: &[Solution],
    several_modes: &[bool],
) -> Option<Importance> {
    let rows = rows.into();
    let sample = sample(rows, seed);
    let (fit, rest) = solutions.split_first()?;
    let (dropped, mixed_up) = rest.split_at_checked(blocks.len())?;
    if mixed_up.len() != blocks.len() * ROUNDS as usize || fit.centroids.columns() != rows.columns() {
        return None;
    }
    let labels = partition.labels(rows);
    let on_sample = partition.labels(&sample);
    let refitted = assign(&sample, &fit.centroids);
    let labelling = Labelling { labels: &refitted, k: fit.k() };
    let before = simplified_silhouette(&sample, labelling, &fit.centroids);
    let ties = ties(&sample, names, blocks);
    let features = names.iter().zip(blocks).zip(ties).zip(dropped).zip(mixed_up.chunks(ROUNDS as usize));
    let mut features: Vec<FeatureImportance> = features
        .zip(several_modes)
        .map(|(((((name, block), tie), dropped), mixed_up), &several_modes)| {
            let reduced = without(&sample, block.clone());
            let permutation = (0..ROUNDS).map(|round| {
                let moved = partition.labels(&mixed(&sample, block.clone(), seed, round));
                1.0 - adjusted_rand(&on_sample, &moved)
            });
            let without = assign(&reduced, &dropped.centroids);
            let labelling = Labelling { labels: &without, k: dropped.k() };
            let after = simplified_silhouette(&reduced, labelling, &dropped.centroids);
            let bond = bond(fit.inertia, mixed_up.iter().map(|solution| solution.inertia));
            FeatureImportance {
                name: name.clone(),
                explained: explained(rows, Labelling { labels: &labels, k: partition.k() }, block.clone()),
                permutation: permutation.sum::<f64>() / f64::from(ROUNDS),
                bond,
                why: why(bond > BOUND, tie.as_ref(), several_modes, before, after),
                suggested: bond > BOUND || tie.is_some() || several_modes,
                tie,
                agreement_without: adjusted_rand(&refitted, &without),
                silhouettes: [before, after],
            }
        })
        .collect();
    if features.iter().all(|feature| !feature.suggested) {
        features.iter_mut().for_each(|feature| feature.suggested = true);
    }
    Some(Importance { k: partition.k() as u32, customers: sample.rows() as u64, features })
}

fn why(bound: bool, tie: Option<&Tie>, several_modes: bool, before: f64, after: f64) -> Vec<Statement> {
    if bound {
        return vec![Statement::new("importance-bound")];
    }
    if let Some(tie) = tie {
        let tied = Statement::new("importance-tied").with("other", tie.other.as_str());
        return vec![tied.with("correlation", tie.correlation)];
    }
    if several_modes {
        return vec![Statement::new("importance-several-modes")];
    }
    let clearer = (after > before)
        .then(|| Statement::new("importance-clearer-without").with("before", before).with("after", after));
    std::iter::once(Statement::new("importance-loose")).chain(clearer).collect()
}

/// For each feature the rank correlation with a column of another one that is least likely to be chance, where one is beyond it:
/// ρ √(n − 1) is about standard normal where two columns have nothing to do with each other, and each of m correlations looked at
/// gets the m-th part of the chance (Bonferroni).
fn ties(matrix: &Matrix, names: &[String], blocks: &[Range<usize>]) -> Vec<Option<Tie>> {
    let columns: Vec<Vec<f64>> = (0..matrix.columns()).map(|at| matrix.column(at).collect()).collect();
    let correlations = &Correlations::new(Vec::new(), &columns).values;
    let reach = (matrix.rows() as f64 - 1.0).sqrt();
    let tie = |block: &Range<usize>| {
        let others = names.iter().zip(blocks).filter(|(_, other)| *other != block);
        let pairs = others.flat_map(|(name, other)| {
            let own = block.clone().flat_map(move |a| other.clone().map(move |b| (a, b)));
            own.filter_map(move |(a, b)| Some((name, correlations[a][b]?)))
        });
        let looked_at = (block.len() * (matrix.columns() - block.len())) as f64;
        let (other, correlation) =
            pairs.reduce(|best, next| if next.1.abs() > best.1.abs() { next } else { best })?;
        let chance = libm::erfc(correlation.abs() * reach / std::f64::consts::SQRT_2) * looked_at;
        (chance < CHANCE).then(|| Tie { other: other.clone(), correlation })
    };
    blocks.iter().map(tie).collect()
}

/// η² of a block of columns: between-groups sum of squares over total sum of squares (Cohen 1988); 0 where nothing varies.
pub fn explained<'a>(rows: impl Into<Rows<'a>>, labelling: Labelling<'_>, block: Range<usize>) -> f64 {
    let all = rows.into();
    let centroids = centroids_of(all, labelling);
    let rows = all.count() as f64;
    let (mut total, mut within) = (0.0, 0.0);
    for column in block {
        let mean = all.column(column).sum::<f64>() / rows;
        for (value, &label) in all.column(column).zip(labelling.labels) {
            let own = centroids.row(label as usize)[column];
            total += (value - mean) * (value - mean);
            within += (value - own) * (value - own);
        }
    }
    if total > 0.0 { (1.0 - within / total).max(0.0) } else { 0.0 }
}

/// How far the mean inertia of refits lies above that of the fit, in standard deviations of a single refit (n − 1) widened for the
/// uncertainty of the mean.
fn bond(inertia: f64, mixed_up: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = f64::from(ROUNDS);
    let mean = mixed_up.clone().sum::<f64>() / count;
    let variance = mixed_up.map(|other| (other - mean) * (other - mean)).sum::<f64>() / (count - 1.0);
    // Rounds that agree to the last digits, as of a constant feature, have no spread to measure by.
    let spread = (variance * (1.0 + 1.0 / count)).sqrt().max(1e-9 * mean.abs());
    if spread > 0.0 { (mean - inertia) / spread } else { 0.0 }
}

/// The customers that importance is measured on, in their order.
fn sample(rows: Rows<'_>, seed: u32) -> Matrix {
    if rows.count() <= limits::IMPORTANCE_CUSTOMERS {
        return rows.to_matrix().into_owned();
    }
    let mut rng = Rng::new(seed.into(), Purpose::ImportanceSample, 0);
    rows.select(rng.spread(rows.count(), limits::IMPORTANCE_CUSTOMERS))
}

/// The matrix without a block of columns.
fn without(matrix: &Matrix, block: Range<usize>) -> Matrix {
    let mut left = Matrix::with_capacity(matrix.columns() - block.len(), matrix.rows());
    for row in matrix.iter() {
        left.push(&[&row[..block.start], &row[block.end..]].concat());
    }
    left
}

/// The matrix with a block of columns mixed up among the rows (Fisher & Yates).
fn mixed(matrix: &Matrix, block: Range<usize>, seed: u32, round: u32) -> Matrix {
    let mut rng = Rng::new(seed.into(), Purpose::Permutation, (block.start as u64) << 32 | u64::from(round));
    let mut order: Vec<usize> = (0..matrix.rows()).collect();
    for last in (1..order.len()).rev() {
        order.swap(last, rng.below(last as u64 + 1) as usize);
    }
    let mut mixed = matrix.clone();
    for (row, &from) in order.iter().enumerate() {
        mixed.row_mut(row)[block.clone()].copy_from_slice(&matrix.row(from)[block.clone()]);
    }
    mixed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eta_squared_by_hand() {
        // 0 2 | 10 14: total 5 · 21.05 … of {0, 2, 10, 14} around 6.5 is 131, within 1 + 1 + 4 + 4.
        let matrix = Matrix::new(2, vec![0.0, 5.0, 2.0, 5.0, 10.0, 5.0, 14.0, 5.0]);
        let labelling = Labelling { labels: &[0, 0, 1, 1], k: 2 };
        assert!((explained(&matrix, labelling, 0..1) - (1.0 - 10.0 / 131.0)).abs() < 1e-15);
        assert_eq!(explained(&matrix, labelling, 1..2), 0.0);
    }

    #[test]
    fn mixing_keeps_every_value_and_every_other_column() {
        let matrix = Matrix::new(3, (0..300).map(f64::from).collect());
        let other = mixed(&matrix, 1..3, 7, 0);
        assert_eq!(matrix.column(0).collect::<Vec<_>>(), other.column(0).collect::<Vec<_>>());
        let pairs = |matrix: &Matrix| {
            let mut pairs: Vec<(u64, u64)> =
                matrix.iter().map(|row| (row[1] as u64, row[2] as u64)).collect();
            pairs.sort_unstable();
            pairs
        };
        assert_eq!(pairs(&matrix), pairs(&other));
        assert_ne!(matrix, other);
        assert_eq!(without(&matrix, 1..3).columns(), 1);
    }

    /// Two crowds along x and y together, z noise.
    fn crowds() -> Matrix {
        let mut rng = Rng::new(3, Purpose::Restart, 0);
        let mut matrix = Matrix::with_capacity(3, 300);
        for n in 0..300 {
            let place = f64::from(n % 2) * 4.0;
            matrix.push(&[place + rng.unit(), place + rng.unit(), 4.0 * rng.unit()]);
        }
        matrix
    }

    #[test]
    fn noise_has_no_bond() {
        let matrix = crowds();
        let blocks = [0..1, 1..2, 2..3];
        let names = ["x", "y", "z"].map(str::to_owned);
        let units = refits(&blocks, 2, 1, matrix.rows());
        let solutions: Vec<Solution> = units.iter().map(|unit| refit(&matrix, unit).unwrap()).collect();
        let partition = &Partition::Centroids(solutions[0].centroids.clone());
        let found = importance(&matrix, &names, &blocks, partition, 1, &solutions, &[false; 3]).unwrap();
        let suggested: Vec<bool> = found.features.iter().map(|feature| feature.suggested).collect();
        assert_eq!(suggested, [true, true, false], "{found:?}");
        let noise = &found.features[2];
        assert!(noise.permutation < 0.01 && noise.explained < 0.05 && noise.agreement_without > 0.99);
        assert_eq!(noise.tie, None);
        assert!(noise.silhouettes[1] > noise.silhouettes[0]);
        assert!(found.features[0].explained > 0.9);
        assert_eq!(importance(&matrix, &names, &blocks, partition, 1, &solutions[1..], &[false; 3]), None);
    }

    #[test]
    fn refits_that_do_not_fit_are_refused() {
        let matrix = crowds();
        for change in
            [Change::Without(0, 3), Change::Without(2, 4), Change::Mixed(2, 2, 0), Change::Mixed(0, 9, 0)]
        {
            assert_eq!(refit(&matrix, &Refit { change, k: 2, seed: 1 }), None);
        }
        assert_eq!(refit(&matrix, &Refit { change: Change::None, k: 301, seed: 1 }), None);
        assert!(refits(std::slice::from_ref(&(0..3)), 2, 1, 300).is_empty());
    }
}
