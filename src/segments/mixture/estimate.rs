//! Maximisation: from who belongs to whom, how probably, to the components that make it most likely.

use super::density::Posterior;
use super::{Covariance, Mixture, RELATIVE_RIDGE, RIDGE};
use crate::Matrix;

/// Moments of the points of each component, weighted by how probably it made them, around the mean it had before: a sum of squares
/// around a near point loses no digits.
#[derive(Debug)]
pub(super) struct Sums<'a> {
    around: &'a Matrix,
    covariance: Covariance,
    rows: f64,
    weights: Vec<f64>,
    firsts: Matrix,
    /// The squares, or the lower triangle of the products, row by row.
    seconds: Vec<Vec<f64>>,
    offset: Vec<f64>,
}

impl<'a> Sums<'a> {
    /// Nothing yet, for the components of `mixture`.
    pub(super) fn new(mixture: &'a Mixture) -> Self {
        let (k, columns) = (mixture.means.rows(), mixture.means.columns());
        let each = match mixture.covariance {
            Covariance::Diagonal => columns,
            Covariance::Full => columns * (columns + 1) / 2,
        };
        Sums {
            around: &mixture.means,
            covariance: mixture.covariance,
            rows: 0.0,
            weights: vec![0.0; k],
            firsts: Matrix::new(columns, vec![0.0; k * columns]),
            seconds: vec![vec![0.0; each]; k],
            offset: vec![0.0; columns],
        }
    }

    /// Takes one more point.
    pub(super) fn add(&mut self, point: &[f64], posterior: &Posterior) {
        self.rows += 1.0;
        for &(component, share) in &posterior.shares {
            let component = component as usize;
            let offsets = self.offset.iter_mut().zip(point).zip(self.around.row(component));
            offsets.for_each(|((offset, value), mean)| *offset = value - mean);
            self.weights[component] += share;
            let firsts = self.firsts.row_mut(component);
            let mut seconds = &mut self.seconds[component][..];
            for (i, &offset) in self.offset.iter().enumerate() {
                let part = share * offset;
                firsts[i] += part;
                let from = if self.covariance == Covariance::Full { 0 } else { i };
                let (row, below) = seconds.split_at_mut(i + 1 - from);
                row.iter_mut().zip(&self.offset[from..=i]).for_each(|(sum, other)| *sum += part * other);
                seconds = below;
            }
        }
    }

    /// The most likely components.
    pub(super) fn mixture(self) -> Mixture {
        let columns = self.around.columns();
        let mut means = Matrix::with_capacity(columns, self.weights.len());
        let mut covariances = Vec::new();
        // As scikit-learn has it: whoever nobody belongs to is not divided by zero.
        let weights: Vec<f64> = self.weights.iter().map(|weight| weight + 10.0 * f64::EPSILON).collect();
        for (at, weight) in weights.iter().enumerate() {
            let shift: Vec<f64> = self.firsts.row(at).iter().map(|sum| sum / weight).collect();
            let mean = self.around.row(at).iter().zip(&shift).map(|(around, shift)| around + shift);
            means.push(&mean.collect::<Vec<_>>());
            let moments: Vec<f64> = self.seconds[at].iter().map(|sum| sum / weight).collect();
            covariances.extend(match self.covariance {
                Covariance::Diagonal => variances(&moments, &shift),
                Covariance::Full => matrix_of(&moments, &shift),
            });
        }
        let all: f64 = weights.iter().sum();
        let each = if self.covariance == Covariance::Full { columns * columns } else { columns };
        Mixture {
            covariance: self.covariance,
            weights: weights.iter().map(|weight| weight / all).collect(),
            means,
            covariances: Matrix::new(each, covariances),
        }
    }
}

fn variances(squares: &[f64], shift: &[f64]) -> Vec<f64> {
    let variances: Vec<f64> =
        squares.iter().zip(shift).map(|(square, shift)| (square - shift * shift).max(0.0)).collect();
    let ridge = ridge(variances.iter().copied());
    variances.into_iter().map(|variance| variance + ridge).collect()
}

/// The whole covariance matrix, row by row, from the lower triangle of the second moments.
fn matrix_of(products: &[f64], shift: &[f64]) -> Vec<f64> {
    let size = shift.len();
    let mut covariance = vec![0.0; size * size];
    let mut products = products.iter();
    for i in 0..size {
        for (j, product) in (0..=i).zip(products.by_ref()) {
            let value = product - shift[i] * shift[j];
            (covariance[i * size + j], covariance[j * size + i]) = (value, value);
        }
    }
    let ridge = ridge((0..size).map(|i| covariance[i * size + i]));
    (0..size).for_each(|i| covariance[i * size + i] = covariance[i * size + i].max(0.0) + ridge);
    covariance
}

fn ridge(variances: impl Iterator<Item = f64>) -> f64 {
    RIDGE.max(RELATIVE_RIDGE * variances.fold(0.0, f64::max))
}
