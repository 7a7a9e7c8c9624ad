//! Eigenvalues and eigenvectors of symmetric matrices.

use crate::Matrix;

/// Rounds of QL for one eigenvalue; two or three are usual.
const ROUNDS: usize = 64;

/// The eigenvalues of a symmetric matrix, in no order, and for each a row with its eigenvector of length 1.
///
/// Householder's reflections bring the matrix to three diagonals, and QL with implicit shifts (Wilkinson's) to one: Golub & Van Loan,
/// *Matrix Computations*, §8.3; 1.5 s for a thousand columns, where rotations one element at a time take minutes for some hundreds.
pub(crate) fn eigen(mut matrix: Matrix) -> (Vec<f64>, Matrix) {
    let (mut diagonal, mut beside, mut vectors) = tridiagonal(&mut matrix);
    for at in 0..diagonal.len() {
        for _round in 0..ROUNDS {
            let Some(end) = end_of_block(at, &diagonal, &beside) else { break };
            ql(&mut diagonal, &mut beside, &mut vectors, at, end);
        }
    }
    (diagonal, vectors)
}

/// The diagonal, what stands beside it, and the rows of Qᵀ, where the matrix is Q T Qᵀ. The matrix is used up.
fn tridiagonal(matrix: &mut Matrix) -> (Vec<f64>, Vec<f64>, Matrix) {
    let size = matrix.columns();
    let (mut beside, mut reflections) = (vec![0.0; size], Vec::new());
    for (at, beside) in beside.iter_mut().enumerate().take(size.saturating_sub(2)) {
        let below = at + 1;
        let mut axis = matrix.row(at)[below..].to_vec();
        let largest = axis.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
        // Scaled, so that squares of small values are not lost.
        axis.iter_mut().for_each(|value| *value /= if largest > 0.0 { largest } else { 1.0 });
        let length = dot(&axis, &axis).sqrt();
        let image = if axis[0] > 0.0 { -length } else { length };
        *beside = image * largest;
        if axis[1..].iter().all(|value| *value == 0.0) {
            *beside = matrix.row(at)[below];
            continue;
        }
        axis[0] -= image;
        let weight = 2.0 / dot(&axis, &axis);
        // A − v wᵀ − w vᵀ with w = p − (β pᵀv / 2) v, p = β A v.
        let mut shift: Vec<f64> =
            (below..size).map(|row| weight * dot(&matrix.row(row)[below..], &axis)).collect();
        let half = 0.5 * weight * dot(&shift, &axis);
        shift.iter_mut().zip(&axis).for_each(|(shift, axis)| *shift -= half * axis);
        for (row, (&v, &w)) in (below..size).zip(axis.iter().zip(&shift)) {
            let row = &mut matrix.row_mut(row)[below..];
            row.iter_mut().zip(axis.iter().zip(&shift)).for_each(|(value, (axis, shift))| {
                *value -= v * shift + w * axis;
            });
        }
        reflections.push((below, weight, axis));
    }
    if size > 1 {
        beside[size - 2] = matrix.row(size - 2)[size - 1];
    }
    let diagonal = (0..size).map(|at| matrix.row(at)[at]).collect();
    let mut vectors = Matrix::new(size, vec![0.0; size * size]);
    (0..size).for_each(|at| vectors.row_mut(at)[at] = 1.0);
    // Qᵀ is the product of the reflections, the last leftmost: so each turns the rows of what those before it left.
    for (from, weight, axis) in reflections.into_iter().rev() {
        for row in from..size {
            let row = &mut vectors.row_mut(row)[from..];
            let along = weight * dot(row, &axis);
            row.iter_mut().zip(&axis).for_each(|(value, axis)| *value -= along * axis);
        }
    }
    (diagonal, beside, vectors)
}

/// Where the block that begins `at` ends: before the first element beside the diagonal that is nothing. `None` where that is at once.
fn end_of_block(at: usize, diagonal: &[f64], beside: &[f64]) -> Option<usize> {
    let is_nothing =
        |&at: &usize| beside[at].abs() <= f64::EPSILON * (diagonal[at].abs() + diagonal[at + 1].abs());
    let end = (at..diagonal.len() - 1).find(is_nothing).unwrap_or(diagonal.len() - 1);
    (end > at).then_some(end)
}

/// One sweep of rotations from the end of a block to its beginning, by the shift that its first two rows suggest.
fn ql(diagonal: &mut [f64], beside: &mut [f64], vectors: &mut Matrix, first: usize, end: usize) {
    let ratio = (diagonal[first + 1] - diagonal[first]) / (2.0 * beside[first]);
    let root = (ratio * ratio + 1.0).sqrt();
    let shift = diagonal[first] - beside[first] / (ratio + root.copysign(ratio));
    let (mut sine, mut cosine, mut taken) = (1.0, 1.0, 0.0);
    let mut bulge = diagonal[end] - shift;
    for at in (first..end).rev() {
        let (across, along) = (sine * beside[at], cosine * beside[at]);
        let length = (across * across + bulge * bulge).sqrt();
        beside[at + 1] = length;
        if length == 0.0 {
            // The block falls apart here.
            diagonal[at + 1] -= taken;
            beside[end] = 0.0;
            return;
        }
        (sine, cosine) = (across / length, bulge / length);
        let rest = diagonal[at + 1] - taken;
        let change = (diagonal[at] - rest) * sine + 2.0 * cosine * along;
        taken = sine * change;
        diagonal[at + 1] = rest + taken;
        bulge = cosine * change - along;
        turn(vectors, at, sine, cosine);
    }
    diagonal[first] -= taken;
    (beside[first], beside[end]) = (bulge, 0.0);
}

/// Turns two neighbouring rows into each other.
fn turn(vectors: &mut Matrix, at: usize, sine: f64, cosine: f64) {
    let columns = vectors.columns();
    let (upper, lower) = vectors.values_mut()[at * columns..(at + 2) * columns].split_at_mut(columns);
    for (upper, lower) in upper.iter_mut().zip(lower) {
        (*upper, *lower) = (cosine * *upper - sine * *lower, sine * *upper + cosine * *lower);
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Purpose, Rng};

    #[test]
    fn eigenvalues_of_a_known_matrix() {
        // Twos with ones beside them have the eigenvalues 2 + 2 cos(iπ / (n + 1)).
        for size in [1, 2, 3, 8, 60] {
            let cell = |at: usize| match (at / size).abs_diff(at % size) {
                0 => 2.0,
                1 => 1.0,
                _ => 0.0,
            };
            let (mut values, _) = eigen(Matrix::new(size, (0..size * size).map(cell).collect()));
            values.sort_by(f64::total_cmp);
            for (at, value) in values.iter().rev().enumerate() {
                let angle = (at + 1) as f64 * std::f64::consts::PI / (size + 1) as f64;
                assert!((value - 2.0 - 2.0 * libm::cos(angle)).abs() < 1e-13, "{size}: {values:?}");
            }
        }
    }

    /// A v = λ v, and the vectors stand at right angles to each other.
    fn check(matrix: &Matrix, scale: f64) {
        let (values, vectors) = eigen(matrix.clone());
        let close = 1e-13 * values.len() as f64;
        for (at, (value, vector)) in values.iter().zip(vectors.iter()).enumerate() {
            for (row, other) in vectors.iter().enumerate() {
                assert!((dot(matrix.row(row), vector) - value * vector[row]).abs() < close * scale);
                let expect = f64::from(u8::from(at == row));
                assert!((dot(vector, other) - expect).abs() < close);
            }
        }
    }

    #[test]
    fn any_symmetric_matrix() {
        let mut rng = Rng::new(7, Purpose::ChartSample, 0);
        for (size, scale) in [(2, 1.0), (5, 1e-150), (17, 1e120), (40, 1.0)] {
            let mut matrix = Matrix::new(size, vec![0.0; size * size]);
            for row in 0..size {
                for column in 0..=row {
                    // Every third row is empty, so that eigenvalues coincide.
                    let empty = row % 3 == 2 || column % 3 == 2;
                    let value = if empty { 0.0 } else { (rng.unit() - 0.5) * scale };
                    (matrix.row_mut(row)[column], matrix.row_mut(column)[row]) = (value, value);
                }
            }
            check(&matrix, scale * size as f64);
        }
        check(&Matrix::new(4, vec![0.0; 16]), 1.0);
    }
}
