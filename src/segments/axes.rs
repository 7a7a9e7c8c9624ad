//! Principal components: the two directions in which customers differ most, for a picture of them.

use serde::{Deserialize, Serialize};

use crate::Matrix;

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

/// All principal axes of `matrix` (one row at least) by cyclic Jacobi rotations of its covariance (Golub & Van Loan, §8.5).
pub fn principal_axes(matrix: &Matrix) -> Axes {
    let (rows, columns) = (matrix.rows() as f64, matrix.columns());
    let center: Vec<f64> = (0..columns).map(|at| matrix.column(at).sum::<f64>() / rows).collect();
    let mut covariance = Matrix::new(columns, vec![0.0; columns * columns]);
    for row in matrix.iter() {
        for i in 0..columns {
            let offset = row[i] - center[i];
            let into = covariance.row_mut(i);
            (0..columns).for_each(|j| into[j] += offset * (row[j] - center[j]) / rows);
        }
    }
    let (variances, vectors) = eigen(covariance);
    let mut order: Vec<usize> = (0..columns).collect();
    order.sort_by(|&a, &b| variances[b].total_cmp(&variances[a]));
    let total: f64 = variances.iter().map(|variance| variance.max(0.0)).sum();
    let mut directions = Matrix::with_capacity(columns, columns);
    for &at in &order {
        let direction: Vec<f64> = vectors.column(at).collect();
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

/// Eigenvalues and eigenvectors (in columns) of a symmetric matrix.
fn eigen(mut a: Matrix) -> (Vec<f64>, Matrix) {
    let size = a.columns();
    let mut vectors = Matrix::new(size, vec![0.0; size * size]);
    (0..size).for_each(|i| vectors.row_mut(i)[i] = 1.0);
    let diagonal: f64 = (0..size).map(|i| a.row(i)[i].abs()).sum();
    for _sweep in 0..64 {
        let off: f64 =
            (0..size).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| a.row(i)[j].abs()).sum();
        if off <= 1e-15 * diagonal {
            break;
        }
        for p in 0..size {
            for q in p + 1..size {
                rotate(&mut a, &mut vectors, p, q);
            }
        }
    }
    ((0..size).map(|i| a.row(i)[i]).collect(), vectors)
}

/// One Jacobi rotation that makes `a[p][q]` zero.
fn rotate(a: &mut Matrix, vectors: &mut Matrix, p: usize, q: usize) {
    let (app, aqq, apq) = (a.row(p)[p], a.row(q)[q], a.row(p)[q]);
    if apq == 0.0 {
        return;
    }
    let theta = (aqq - app) / (2.0 * apq);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for i in 0..a.columns() {
        let (aip, aiq) = (a.row(i)[p], a.row(i)[q]);
        let row = a.row_mut(i);
        (row[p], row[q]) = (c * aip - s * aiq, s * aip + c * aiq);
        let row = vectors.row_mut(i);
        (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
    }
    for i in 0..a.columns() {
        let (api, aqi) = (a.row(p)[i], a.row(q)[i]);
        a.row_mut(p)[i] = c * api - s * aqi;
        a.row_mut(q)[i] = s * api + c * aqi;
    }
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
    fn eigenvalues_of_a_known_matrix() {
        // [[2,1,0],[1,2,1],[0,1,2]] has eigenvalues 2 − √2, 2, 2 + √2.
        let matrix = Matrix::new(3, vec![2.0, 1.0, 0.0, 1.0, 2.0, 1.0, 0.0, 1.0, 2.0]);
        let (mut values, vectors) = eigen(matrix);
        values.sort_by(f64::total_cmp);
        for (value, expected) in values.iter().zip([2.0 - 2.0_f64.sqrt(), 2.0, 2.0 + 2.0_f64.sqrt()]) {
            assert!((value - expected).abs() < 1e-12, "{values:?}");
        }
        for i in 0..3 {
            for j in 0..3 {
                let dot: f64 = vectors.column(i).zip(vectors.column(j)).map(|(x, y)| x * y).sum();
                assert!((dot - f64::from(u8::from(i == j))).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn equal_customers_have_no_variance() {
        assert_eq!(principal_axes(&Matrix::new(2, vec![1.0, 2.0, 1.0, 2.0])).explained, [0.0, 0.0]);
    }
}
