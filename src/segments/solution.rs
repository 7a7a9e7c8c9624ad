//! What a fit hands on.

use serde::{Deserialize, Serialize};

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

/// The nearest centroid of every row, the lowest number on ties.
pub fn assign<'a>(rows: impl Into<Rows<'a>>, centroids: &Matrix) -> Vec<u32> {
    let rows = rows.into();
    let mut labels = Vec::with_capacity(rows.count());
    rows.each(|_, row| labels.push(nearest(row, centroids).0));
    labels
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
