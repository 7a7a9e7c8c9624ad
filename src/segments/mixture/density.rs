//! How probable a point is under each component of a mixture.

use super::{Covariance, Mixture};
use crate::Matrix;

/// A component this much less probable than another, in logarithms, adds nothing to a sum in double precision: e^-45 < 2^-64.
const NEGLIGIBLE: f64 = -45.0;

/// The components of a mixture, ready to be asked for their densities.
#[derive(Debug)]
pub struct Densities<'a> {
    means: &'a Matrix,
    covariance: Covariance,
    /// ln weight − ½ ln |2π Σ| of each component.
    constants: Vec<f64>,
    /// For each component what makes an offset from its mean a standard one: the reciprocal standard deviations, or the inverse of the
    /// Cholesky factor, its lower triangle row by row.
    factors: Vec<Vec<f64>>,
    logs: Vec<f64>,
    offset: Vec<f64>,
}

/// Which component made a point: those that may have, and how probably.
#[derive(Debug, Default)]
pub(super) struct Posterior {
    pub(super) shares: Vec<(u32, f64)>,
}

impl Posterior {
    /// No doubt.
    pub(super) fn certain(component: u32) -> Self {
        Posterior { shares: vec![(component, 1.0)] }
    }
}

impl<'a> Densities<'a> {
    /// The densities of a mixture; a component without one has none anywhere.
    pub fn new(mixture: &'a Mixture) -> Self {
        let columns = mixture.means.columns();
        let (mut constants, mut factors) = (Vec::new(), Vec::new());
        for (weight, covariance) in mixture.weights.iter().zip(mixture.covariances.iter()) {
            let factor = match mixture.covariance {
                Covariance::Diagonal => reciprocal_deviations(covariance),
                Covariance::Full => inverse_cholesky(covariance, columns),
            };
            let factor = factor.unwrap_or_default();
            let log_determinant: f64 = diagonal(&factor, mixture.covariance).map(libm::log).sum();
            let turn = columns as f64 / 2.0 * libm::log(std::f64::consts::TAU);
            constants.push(if factor.is_empty() {
                f64::NEG_INFINITY
            } else {
                libm::log(*weight) + log_determinant - turn
            });
            factors.push(factor);
        }
        Densities {
            means: &mixture.means,
            covariance: mixture.covariance,
            logs: vec![0.0; constants.len()],
            constants,
            factors,
            offset: vec![0.0; columns],
        }
    }

    /// Whether every component has a density.
    pub(super) fn are_proper(&self) -> bool {
        self.factors.iter().all(|factor| !factor.is_empty())
    }

    /// The number of the component that most probably made a point, the lowest on ties.
    pub fn most_probable(&mut self, point: &[f64]) -> u32 {
        self.weigh(point);
        let mut best = 0;
        for (component, &log) in self.logs.iter().enumerate() {
            if log > self.logs[best] {
                best = component;
            }
        }
        best as u32
    }

    /// The logarithm of the mixture's density at a point, with the posterior probabilities of the components.
    pub(super) fn posterior(&mut self, point: &[f64], posterior: &mut Posterior) -> f64 {
        self.weigh(point);
        let most = self.logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        posterior.shares.clear();
        let mut sum = 0.0;
        for (component, &log) in (0..).zip(&self.logs) {
            if log - most > NEGLIGIBLE {
                let share = libm::exp(log - most);
                sum += share;
                posterior.shares.push((component, share));
            }
        }
        posterior.shares.iter_mut().for_each(|(_, share)| *share /= sum);
        most + libm::log(sum)
    }

    /// ln (weight × density) of every component at a point.
    fn weigh(&mut self, point: &[f64]) {
        let components = self.constants.iter().zip(&self.factors).zip(self.means.iter());
        for (log, ((constant, factor), mean)) in self.logs.iter_mut().zip(components) {
            let offsets = self.offset.iter_mut().zip(point).zip(mean);
            offsets.for_each(|((offset, value), mean)| *offset = value - mean);
            let distance = match self.covariance {
                Covariance::Diagonal => {
                    let standard = self.offset.iter().zip(factor).map(|(offset, factor)| offset * factor);
                    standard.fold(0.0, |sum, standard| sum + standard * standard)
                }
                Covariance::Full => mahalanobis2(factor, &self.offset),
            };
            *log = constant - 0.5 * distance;
        }
    }
}

/// |L⁻¹ x|², with the lower triangle of L⁻¹ row by row.
fn mahalanobis2(factor: &[f64], offset: &[f64]) -> f64 {
    let (mut sum, mut rest) = (0.0, factor);
    for length in 1..=offset.len() {
        let Some((row, below)) = rest.split_at_checked(length) else { break };
        let standard = row.iter().zip(offset).fold(0.0, |sum, (factor, value)| sum + factor * value);
        sum += standard * standard;
        rest = below;
    }
    sum
}

fn diagonal(factor: &[f64], covariance: Covariance) -> impl Iterator<Item = f64> {
    let mut next = 0;
    (0_usize..).map_while(move |row| {
        let at = next;
        next += if covariance == Covariance::Full { row + 2 } else { 1 };
        factor.get(at).copied()
    })
}

fn reciprocal_deviations(variances: &[f64]) -> Option<Vec<f64>> {
    let proper = |variance: &f64| *variance > 0.0 && variance.is_finite();
    variances.iter().all(proper).then(|| variances.iter().map(|variance| 1.0 / variance.sqrt()).collect())
}

/// The inverse of the Cholesky factor L of a covariance L Lᵀ, its lower triangle row by row; `None` where there is no factor.
fn inverse_cholesky(covariance: &[f64], size: usize) -> Option<Vec<f64>> {
    let mut lower = vec![0.0; size * size];
    for i in 0..size {
        for j in 0..=i {
            let known: f64 = (0..j).map(|m| lower[i * size + m] * lower[j * size + m]).sum();
            let rest = covariance[i * size + j] - known;
            lower[i * size + j] = if i == j { rest.sqrt() } else { rest / lower[j * size + j] };
        }
        // The root of what is negative is no number, and fails here too.
        let pivot = lower[i * size + i];
        if pivot <= 0.0 || !pivot.is_finite() {
            return None;
        }
    }
    let start = |row: usize| row * (row + 1) / 2;
    let mut inverse = vec![0.0; start(size)];
    for i in 0..size {
        for j in 0..=i {
            let known: f64 = (j..i).map(|m| lower[i * size + m] * inverse[start(m) + j]).sum();
            let identity = if i == j { 1.0 } else { 0.0 };
            inverse[start(i) + j] = (identity - known) / lower[i * size + i];
        }
    }
    inverse.iter().all(|value| value.is_finite()).then_some(inverse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cholesky_factor_by_hand() {
        // [[4, 2], [2, 5]] = L Lᵀ with L = [[2, 0], [1, 2]]; L⁻¹ = [[1/2, 0], [−1/4, 1/2]].
        assert_eq!(inverse_cholesky(&[4.0, 2.0, 2.0, 5.0], 2), Some(vec![0.5, -0.25, 0.5]));
        assert_eq!(inverse_cholesky(&[1.0, 2.0, 2.0, 1.0], 2), None);
        // Σ⁻¹ = [[5, −2], [−2, 4]] / 16: at (1, 1) the squared distance is 5 / 16.
        assert_eq!(mahalanobis2(&[0.5, -0.25, 0.5], &[1.0, 1.0]), 5.0 / 16.0);
    }

    #[test]
    fn densities_by_hand() {
        // Two bells of standard deviation 1 and 2 at 0 and 3; weights ¼ and ¾.
        let mixture = Mixture {
            covariance: Covariance::Full,
            weights: vec![0.25, 0.75],
            means: Matrix::new(1, vec![0.0, 3.0]),
            covariances: Matrix::new(1, vec![1.0, 4.0]),
        };
        let bell = |x: f64, deviation: f64| {
            libm::exp(-x * x / (2.0 * deviation * deviation)) / (deviation * std::f64::consts::TAU.sqrt())
        };
        let (one, other) = (0.25 * bell(1.0, 1.0), 0.75 * bell(-2.0, 2.0));
        let mut posterior = Posterior::default();
        let found = Densities::new(&mixture).posterior(&[1.0], &mut posterior);
        assert!((found - libm::log(one + other)).abs() < 1e-15);
        assert!((posterior.shares[0].1 - one / (one + other)).abs() < 1e-15);
        assert_eq!(Densities::new(&mixture).most_probable(&[1.0]), 1);
        assert_eq!(Densities::new(&mixture).most_probable(&[-1.0]), 0);
    }
}
