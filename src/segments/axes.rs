//! Principal components: the two directions in which customers differ most, for a picture of them.

use serde::{Deserialize, Serialize};

use super::eigen::eigen;
use crate::{Matrix, Rows};

/// Directions of greatest variance, most first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Axes {
    /// Mean of every feature.
    pub center: Vec<f64>,
    /// Components × features: unit vectors. The largest weight of each (the first on a tie) is positive.
    pub directions: Matrix,
    /// Share of the whole variance along each.
    pub explained: Vec<f64>,
}

impl Axes {
    /// Where a point lies along direction `component`.
    pub fn project(&self, point: &[f64], component: usize) -> f64 {
        let offsets = point.iter().zip(&self.center).map(|(value, center)| value - center);
        offsets.zip(self.directions.row(component)).map(|(offset, weight)| offset * weight).sum()
    }
}

/// All principal axes of some rows (one at least) by the eigenvectors of their covariance.
pub fn principal_axes<'a>(rows: impl Into<Rows<'a>>) -> Axes {
    let all = rows.into();
    let (rows, columns) = (all.count() as f64, all.columns());
    let center: Vec<f64> = (0..columns).map(|at| all.column(at).sum::<f64>() / rows).collect();
    let mut covariance = Matrix::new(columns, vec![0.0; columns * columns]);
    all.each(|_, row| {
        for i in 0..columns {
            let offset = row[i] - center[i];
            let into = covariance.row_mut(i);
            (0..columns).for_each(|j| into[j] += offset * (row[j] - center[j]) / rows);
        }
    });
    let (variances, vectors) = eigen(covariance);
    let mut order: Vec<usize> = (0..columns).collect();
    order.sort_by(|&a, &b| variances[b].total_cmp(&variances[a]));
    let total: f64 = variances.iter().map(|variance| variance.max(0.0)).sum();
    let mut directions = Matrix::with_capacity(columns, columns);
    for &at in &order {
        let direction = vectors.row(at);
        let largest = direction
            .iter()
            .copied()
            .fold(0.0, |most: f64, weight| if weight.abs() > most.abs() { weight } else { most });
        let sign = if largest < 0.0 { -1.0 } else { 1.0 };
        directions.push(&direction.iter().map(|weight| sign * weight).collect::<Vec<_>>());
    }
    let explained =
        order.iter().map(|&at| if total > 0.0 { variances[at].max(0.0) / total } else { 0.0 }).collect();
    Axes { center, directions, explained }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_one_axis() {
        let axes = principal_axes(&Matrix::new(2, vec![0.0, 0.0, 3.0, 4.0, 6.0, 8.0]));
        assert!(
            (axes.directions.row(0)[0] - 0.6).abs() < 1e-12
                && (axes.directions.row(0)[1] - 0.8).abs() < 1e-12
        );
        assert!((axes.explained[0] - 1.0).abs() < 1e-12);
        assert!((axes.project(&[6.0, 8.0], 0) - 5.0).abs() < 1e-12);
    }

    #[test]
    fn equal_customers_have_no_variance() {
        assert_eq!(principal_axes(&Matrix::new(2, vec![1.0, 2.0, 1.0, 2.0])).explained, [0.0, 0.0]);
    }
}
