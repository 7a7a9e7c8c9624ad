//! Gaussian mixtures: every segment is a bell of its own size, place and spread, and bells may overlap.
//!
//! Fitted by expectation and maximisation (Dempster, Laird & Rubin 1977) from the segments of K-means, as scikit-learn's `GaussianMixture`
//! does it: the same start gives the same mixture (`tests/reference/shapes.rs`).

mod density;
mod estimate;

pub use density::Densities;
use density::Posterior;
use estimate::Sums;

use serde::{Deserialize, Serialize};

use crate::{Matrix, limits};

/// A gain in the mean log-likelihood per customer below which a fit has come to rest.
pub const TOLERANCE: f64 = 1e-5;

/// What is added to every variance, so that no bell collapses onto a customer (scikit-learn's `reg_covar`), in scaled units.
pub const RIDGE: f64 = 1e-6;

/// What is added at least, relative to the greatest variance of a bell: features that say the same leave none in some direction, and
/// without a rest of it there is no density. It exceeds [`RIDGE`] only where features are not scaled.
const RELATIVE_RIDGE: f64 = 1e-12;

/// Which spreads a bell may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Covariance {
    /// One along each feature, without correlations.
    Diagonal,
    /// Any, correlations included.
    Full,
}

/// A mixture of Gaussian components, one a segment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Mixture {
    /// What kind of covariances there are.
    pub covariance: Covariance,
    /// Share of the customers that each component makes.
    pub weights: Vec<f64>,
    /// Components × features, in scaled units.
    pub means: Matrix,
    /// One row for each component: the variances of the features, or the whole covariance matrix, row by row.
    pub covariances: Matrix,
}

/// What a fit came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The mixture.
    pub mixture: Mixture,
    /// Mean over the rows of the logarithm of the mixture's density; minus infinity where it has none.
    pub log_likelihood: f64,
    /// Rounds.
    pub iterations: u32,
    /// False where the fit stopped at [`limits::MIXTURE_ROUNDS`], or where there was no density to go on with.
    pub converged: bool,
}

/// Fits a mixture to the rows of `matrix` from the components of `start`, until a round gains less than [`TOLERANCE`].
pub fn fit(matrix: &Matrix, start: Mixture) -> Fit {
    let (mut mixture, mut iterations, mut converged) = (start, 0, false);
    let mut before = f64::NEG_INFINITY;
    while !converged && iterations < limits::MIXTURE_ROUNDS {
        let (log_likelihood, next) = round(matrix, &mixture);
        if !log_likelihood.is_finite() || !next.has_density() {
            break;
        }
        iterations += 1;
        converged = (log_likelihood - before).abs() < TOLERANCE;
        (before, mixture) = (log_likelihood, next);
    }
    Fit { log_likelihood: log_likelihood(matrix, &mixture), mixture, iterations, converged }
}

/// Expectation under one mixture, and the mixture that maximisation makes of it.
fn round(matrix: &Matrix, mixture: &Mixture) -> (f64, Mixture) {
    let mut densities = Densities::new(mixture);
    let mut posterior = Posterior::default();
    let mut sums = Sums::new(mixture);
    let mut total = 0.0;
    for row in matrix.iter() {
        total += densities.posterior(row, &mut posterior);
        sums.add(row, &posterior);
    }
    (total / matrix.rows() as f64, sums.mixture())
}

/// Mean over the rows of the logarithm of the density.
fn log_likelihood(matrix: &Matrix, mixture: &Mixture) -> f64 {
    let mut densities = Densities::new(mixture);
    let mut posterior = Posterior::default();
    let total: f64 = matrix.iter().map(|row| densities.posterior(row, &mut posterior)).sum();
    if total.is_nan() { f64::NEG_INFINITY } else { total / matrix.rows() as f64 }
}

impl Mixture {
    /// The mixture whose components are the groups of a labelling, around `centroids`: where a fit starts.
    pub fn of_labels(matrix: &Matrix, labels: &[u32], centroids: &Matrix, covariance: Covariance) -> Self {
        let k = centroids.rows();
        let nothing = Mixture {
            covariance,
            weights: vec![0.0; k],
            means: centroids.clone(),
            covariances: Matrix::new(centroids.columns(), Vec::new()),
        };
        let mut sums = Sums::new(&nothing);
        for (row, &label) in matrix.iter().zip(labels) {
            sums.add(row, &Posterior::certain(label));
        }
        sums.mixture()
    }

    /// Number of parameters: of the means, the covariances, and the weights, which add up to one.
    pub fn parameters(&self) -> usize {
        let (k, d) = (self.weights.len(), self.means.columns());
        let each = match self.covariance {
            Covariance::Diagonal => d,
            Covariance::Full => d * (d + 1) / 2,
        };
        k * (each + d) + k - 1
    }

    /// The components listed in `order`; their weights are shared out anew.
    pub fn select(&self, order: &[usize]) -> Mixture {
        let kept: f64 = order.iter().map(|&at| self.weights[at]).sum();
        Mixture {
            covariance: self.covariance,
            weights: order.iter().map(|&at| self.weights[at] / kept).collect(),
            means: self.means.select(order.iter().copied()),
            covariances: self.covariances.select(order.iter().copied()),
        }
    }

    /// Whether the parts fit each other and `columns` features, and every component has a density.
    pub fn is_sound(&self, columns: usize) -> bool {
        let k = self.weights.len();
        let each = match self.covariance {
            Covariance::Diagonal => columns,
            Covariance::Full => columns * columns,
        };
        let weighed = self.weights.iter().all(|weight| weight.is_finite() && *weight >= 0.0);
        k > 0
            && self.means.columns() == columns
            && self.means.rows() == k
            && self.covariances.columns() == each
            && self.covariances.rows() == k
            && weighed
            && self.has_density()
    }

    fn has_density(&self) -> bool {
        let means = self.means.values().iter().all(|value| value.is_finite());
        means && Densities::new(self).are_proper()
    }
}

impl Fit {
    /// Bayesian information criterion (Schwarz 1978) in the form to be made large: ln L − p/2 · ln n. It is scikit-learn's divided by −2.
    /// `None` where there is no likelihood.
    pub fn bic(&self, rows: usize) -> Option<f64> {
        let n = rows as f64;
        let bic = n * self.log_likelihood - self.mixture.parameters() as f64 / 2.0 * libm::log(n);
        bic.is_finite().then_some(bic)
    }
}

#[cfg(test)]
mod tests;
