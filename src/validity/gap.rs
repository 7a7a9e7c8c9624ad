//! The gap statistic (Tibshirani, Walther & Hastie 2001): is a fit better than it would be where there are no groups?

use serde::{Deserialize, Serialize};

use crate::Matrix;
use crate::matrix::distance2;
use crate::rng::{Purpose, Rng};
use crate::segments::{kmeans, principal_axes};

/// The box that references are drawn from: the extent of the customers along each of their principal axes.
///
/// A reference need not be turned back: K-means sees distances alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct ReferenceBox {
    /// Least and greatest coordinate along each axis.
    pub extents: Vec<[f64; 2]>,
}

/// The gap of one number of segments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// Number of segments.
    pub k: u32,
    /// Mean over references of ln W, minus ln W of the customers.
    pub gap: f64,
    /// Standard deviation over references of ln W, times √(1 + 1/B).
    pub error: f64,
}

impl ReferenceBox {
    /// The box around the rows of `matrix`.
    pub fn around(matrix: &Matrix) -> Self {
        let axes = principal_axes(matrix);
        let extent = |component: usize| {
            matrix
                .iter()
                .map(|row| axes.project(row, component))
                .fold([f64::INFINITY, f64::NEG_INFINITY], |[least, most], at| [least.min(at), most.max(at)])
        };
        ReferenceBox { extents: (0..matrix.columns()).map(extent).collect() }
    }

    /// `rows` points, uniform in the box: reference number `index`.
    pub fn draw(&self, rows: usize, seed: u32, index: u32) -> Matrix {
        let mut rng = Rng::new(seed.into(), Purpose::Reference, index.into());
        let mut values = Vec::with_capacity(rows * self.extents.len());
        for _ in 0..rows {
            values.extend(self.extents.iter().map(|[least, most]| least + (most - least) * rng.unit()));
        }
        Matrix::new(self.extents.len(), values)
    }
}

/// ln W for one segment and for every number in `ks` (ascending, from 2): W is the least inertia of `rounds` rounds of starts, the
/// pooled sum of squares within.
///
/// References have no groups: their fits hardly differ from each other, and one round of fresh, extended and merged starts comes
/// as near to the best as ten on the customers (`tests/reference/resampling.rs`).
pub fn log_dispersions(matrix: &Matrix, ks: &[u32], seed: u32, rounds: u32) -> Vec<f64> {
    let mean: Vec<f64> =
        (0..matrix.columns()).map(|at| matrix.column(at).sum::<f64>() / matrix.rows() as f64).collect();
    // With a group for every distinct row nothing is left.
    let distinct = matrix.distinct_rows();
    let possible: Vec<u32> = ks.iter().copied().filter(|&k| (k as usize) < distinct).collect();
    let mut inertias = vec![0.0; ks.len() + 1];
    inertias[..=possible.len()].fill(f64::INFINITY);
    inertias[0] = matrix.iter().map(|row| distance2(row, &mean)).sum();
    for round in 0..rounds {
        let fits = kmeans::fit_all(matrix, &possible, seed, round);
        inertias[1..].iter_mut().zip(fits).for_each(|(least, fit)| *least = least.min(fit.inertia));
    }
    inertias.into_iter().map(log).collect()
}

/// The gaps of 1 and of `ks`, from the [`log_dispersions`] of the customers and of every reference.
pub fn gaps(ks: &[u32], customers: &[f64], references: &[Vec<f64>]) -> Vec<Gap> {
    let count = references.len() as f64;
    let of = |(at, (k, own)): (usize, (u32, &f64))| {
        let mean = references.iter().map(|logs| logs[at]).sum::<f64>() / count;
        let variance =
            references.iter().map(|logs| (logs[at] - mean) * (logs[at] - mean)).sum::<f64>() / count;
        Gap { k, gap: mean - own, error: variance.sqrt() * (1.0 + 1.0 / count).sqrt() }
    };
    std::iter::once(1).chain(ks.iter().copied()).zip(customers).enumerate().map(of).collect()
}

/// The least k with gap(k) ≥ gap(k + 1) − error(k + 1), of the run of consecutive k from 1; `None` where there is none.
pub fn gap_k(gaps: &[Gap]) -> Option<u32> {
    let follows = |pair: &&[Gap]| pair[1].k == pair[0].k + 1;
    gaps.windows(2)
        .take_while(follows)
        .find(|pair| pair[0].gap >= pair[1].gap - pair[1].error)
        .map(|pair| pair[0].k)
}

/// The logarithm of an inertia; of none at all, that of the smallest number there is.
fn log(inertia: f64) -> f64 {
    libm::log(inertia.max(f64::MIN_POSITIVE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // Two references with ln W of 1 and 3 for k = 1: mean 2, sd 1 (divisor B), error √1.5; for k = 2: 0 and 0.
        let gaps = gaps(&[2], &[1.5, -1.0], &[vec![1.0, 0.0], vec![3.0, 0.0]]);
        assert_eq!((gaps[0].k, gaps[0].gap, gaps[1].k, gaps[1].gap), (1, 0.5, 2, 1.0));
        assert!((gaps[0].error - 1.5_f64.sqrt()).abs() < 1e-15 && gaps[1].error == 0.0);
        // 0.5 < 1 − 0: one segment is not enough, and there is nothing beyond two to compare with.
        assert_eq!(gap_k(&gaps), None);
        let at = |k, gap, error| Gap { k, gap, error };
        assert_eq!(gap_k(&[at(1, 0.2, 0.0), at(2, 0.5, 0.1), at(3, 0.55, 0.1)]), Some(2));
        assert_eq!(gap_k(&[at(1, 0.2, 0.0), at(2, 0.25, 0.1)]), Some(1));
        assert_eq!(gap_k(&[at(1, 0.2, 0.0), at(2, 0.5, 0.1), at(5, 0.1, 0.1)]), None);
    }

    #[test]
    fn references_fill_the_box_of_the_principal_axes() {
        // A line from (0, 0) to (3, 4): 5 long and without width.
        let matrix = Matrix::new(2, vec![0.0, 0.0, 1.5, 2.0, 3.0, 4.0]);
        let reference = ReferenceBox::around(&matrix);
        let lengths: Vec<f64> = reference.extents.iter().map(|[least, most]| most - least).collect();
        assert!((lengths[0] - 5.0).abs() < 1e-12 && lengths[1].abs() < 1e-12, "{lengths:?}");
        let drawn = reference.draw(1_000, 1, 0);
        assert_eq!(drawn, reference.draw(1_000, 1, 0));
        assert_ne!(drawn, reference.draw(1_000, 1, 1));
        // The variance of a uniform distribution of length 5 is 25/12.
        let mean = drawn.column(0).sum::<f64>() / 1_000.0;
        let variance = drawn.column(0).map(|x| (x - mean) * (x - mean)).sum::<f64>() / 1_000.0;
        assert!((variance - 25.0 / 12.0).abs() < 0.15, "{variance}");
    }

    #[test]
    fn a_group_for_every_distinct_row_leaves_nothing() {
        let repeated = Matrix::new(1, (0..30_u32).map(|i| f64::from(i % 3)).collect());
        let logs = log_dispersions(&repeated, &[2, 3, 4], 1, 1);
        assert!((logs[1] - libm::log(5.0)).abs() < 1e-12, "{logs:?}");
        assert_eq!(logs[2..], [log(0.0); 2]);
    }

    #[test]
    fn a_segment_for_everyone_is_the_whole_sum_of_squares() {
        let logs = log_dispersions(&Matrix::new(1, vec![0.0, 2.0, 10.0, 12.0]), &[2], 1, 1);
        // About the mean 6: 36 + 16 + 16 + 36; in two: 1 + 1 + 1 + 1.
        assert!((logs[0] - libm::log(104.0)).abs() < 1e-12 && (logs[1] - libm::log(4.0)).abs() < 1e-12);
    }
}
