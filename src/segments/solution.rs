//! What a fit hands on.

use serde::{Deserialize, Serialize};
use wide::f64x4;

use super::Method;
use crate::matrix::distance2;
use crate::{Matrix, Rows};

/// What the user decided about the fit, in a recipe.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FitOptions {
    /// The method: K-means, or another as a second opinion, for which K-means then advises the number and is compared with.
    pub method: Method,
    /// Starts from which each number of segments is fitted; `null`: as many as the size of the data affords, 10 at least.
    pub restarts: Option<u32>,
    /// Seed of everything random.
    pub seed: u32,
}

/// One fit of K-means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Solution {
    /// Segments × features, in scaled units.
    pub centroids: Matrix,
    /// Sum over customers of the squared distance to their own centroid, in scaled units.
    pub inertia: f64,
    /// Rounds until nothing changed.
    pub iterations: u32,
    /// False where the fit stopped at [`crate::limits::ROUNDS`].
    pub converged: bool,
}

impl FitOptions {
    /// Starts for `customers` rows: what was asked for, else between 10 and 100, fewer the more customers there are.
    pub fn starts(&self, customers: usize) -> u32 {
        self.restarts.unwrap_or((50_000 / customers.max(1)).clamp(10, 100) as u32).max(1)
    }
}

impl Solution {
    /// Number of segments.
    pub fn k(&self) -> usize {
        self.centroids.rows()
    }
}

/// The nearest centroid of every row, the lowest number on ties: [`nearest`] of each, to the bit.
pub fn assign<'a>(rows: impl Into<Rows<'a>>, centroids: &Matrix) -> Vec<u32> {
    let rows = rows.into();
    let columns = rows.columns();
    let mut labels = Vec::with_capacity(rows.count());
    let mut planes = vec![f64x4::ZERO; columns];
    rows.in_pieces(|_, values| {
        let fours = values.chunks_exact(4 * columns);
        let rest = fours.remainder().chunks_exact(columns);
        for four in fours {
            for (at, plane) in planes.iter_mut().enumerate() {
                *plane = f64x4::new(std::array::from_fn(|lane| four[lane * columns + at]));
            }
            labels.extend(nearest_of_four(&planes, centroids));
        }
        labels.extend(rest.map(|row| nearest(row, centroids).0));
    });
    labels
}

/// [`nearest`] of four points at once, given feature by feature.
#[inline]
fn nearest_of_four(planes: &[f64x4], centroids: &Matrix) -> [u32; 4] {
    let (mut label, mut least) = (f64x4::ZERO, f64x4::splat(f64::INFINITY));
    for (number, centroid) in (0_u32..).zip(centroids.iter()) {
        let distance = planes.iter().zip(centroid).fold(f64x4::ZERO, |sum, (&plane, &center)| {
            let apart = plane - f64x4::splat(center);
            sum + apart * apart
        });
        let nearer = distance.simd_lt(least);
        least = nearer.select(distance, least);
        label = nearer.select(f64x4::splat(number.into()), label);
    }
    label.to_array().map(|label| label as u32)
}

/// The number of the centroid nearest to `point`, the lowest on ties, and its squared distance.
pub fn nearest(point: &[f64], centroids: &Matrix) -> (u32, f64) {
    let mut best = (0, f64::INFINITY);
    for (number, centroid) in (0_u32..).zip(centroids.iter()) {
        let distance = distance2(point, centroid);
        if distance < best.1 {
            best = (number, distance);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_at_a_time_are_labelled_as_one_by_one() {
        // Whole numbers, so that ties abound; thirds, so that sums round.
        for (columns, part) in [(1, 1.0), (3, 3.0), (8, 3.0), (21, 1.0)] {
            let cell = |at: u64| (at * at * 2_654_435_761 % 1_000_003 % 7) as f64 / part;
            let matrix = Matrix::new(columns, (0..columns as u64 * 1_031).map(cell).collect());
            let centroids = matrix.select([5, 17, 5, 200, 1_000]);
            let one_by_one: Vec<u32> = matrix.iter().map(|row| nearest(row, &centroids).0).collect();
            assert_eq!(assign(&matrix, &centroids), one_by_one);
        }
        let far = Matrix::new(1, vec![1e200, -1e200, f64::MAX, 1.0, 0.0]);
        assert_eq!(assign(&far, &Matrix::new(1, vec![0.0, 1.0])), [0, 0, 0, 1, 0]);
    }
}
