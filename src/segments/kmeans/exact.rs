//! What is summed up in double precision, in row order, compiled for each number of features.

use super::margin::by_dimensions;
use crate::Matrix;
use crate::matrix::distance2;

/// Features up to which there is code for just that number.
const COMPILED: usize = 16;

/// Sums over the groups of a labelling, and how many belong to each.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    /// Groups × features.
    pub(super) sums: Matrix,
    /// Rows in each group.
    pub(super) sizes: Vec<u64>,
}

impl Sums {
    /// Nothing yet in `k` groups.
    pub(super) fn new(k: usize, columns: usize) -> Self {
        Sums { sums: Matrix::new(columns, vec![0.0; k * columns]), sizes: vec![0; k] }
    }

    /// Sums up every group afresh, in row order.
    pub(super) fn of_all(&mut self, matrix: &Matrix, labels: &[u8]) {
        *self = Sums::new(self.sizes.len(), matrix.columns());
        if matrix.columns() <= COMPILED {
            by_dimensions!(matrix.columns(), add_all(self, matrix, labels));
        } else {
            for (row, &label) in matrix.iter().zip(labels) {
                self.sizes[label as usize] += 1;
                add(self.sums.row_mut(label as usize), row);
            }
        }
    }

    /// Lets sums follow the rows that changed label, given with the label they had.
    pub(super) fn follow(&mut self, matrix: &Matrix, labels: &[u8], moved: &[(u32, u8)]) {
        for &(row, before) in moved {
            self.sizes[before as usize] -= 1;
            self.sizes[labels[row as usize] as usize] += 1;
        }
        if matrix.columns() <= COMPILED {
            by_dimensions!(matrix.columns(), move_all(self, matrix, labels, moved));
        } else {
            for &(row, before) in moved {
                let values = matrix.row(row as usize);
                let from = self.sums.row_mut(before as usize);
                from.iter_mut().zip(values).for_each(|(sum, value)| *sum -= value);
                add(self.sums.row_mut(labels[row as usize] as usize), values);
            }
        }
    }
}

/// The sum over rows, in order, of the squared distance to their own centroid.
pub(super) fn inertia(matrix: &Matrix, labels: &[u8], centroids: &Matrix) -> f64 {
    if matrix.columns() <= COMPILED {
        by_dimensions!(matrix.columns(), inertia_of(matrix, labels, centroids))
    } else {
        let own = |(row, &label): (&[f64], &u8)| distance2(row, centroids.row(label as usize));
        matrix.iter().zip(labels).map(own).sum()
    }
}

fn add(sums: &mut [f64], values: &[f64]) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
}

#[inline(never)]
fn add_all<const D: usize>(into: &mut Sums, matrix: &Matrix, labels: &[u8]) {
    let (sums, _) = into.sums.values_mut().as_chunks_mut::<D>();
    for (row, &label) in matrix.values().as_chunks::<D>().0.iter().zip(labels) {
        into.sizes[label as usize] += 1;
        let sum = &mut sums[label as usize];
        (0..D).for_each(|d| sum[d] += row[d]);
    }
}

#[inline(never)]
fn move_all<const D: usize>(into: &mut Sums, matrix: &Matrix, labels: &[u8], moved: &[(u32, u8)]) {
    let (sums, _) = into.sums.values_mut().as_chunks_mut::<D>();
    let (rows, _) = matrix.values().as_chunks::<D>();
    for &(row, before) in moved {
        let values = rows[row as usize];
        let from = &mut sums[before as usize];
        (0..D).for_each(|d| from[d] -= values[d]);
        let to = &mut sums[labels[row as usize] as usize];
        (0..D).for_each(|d| to[d] += values[d]);
    }
}

#[inline(never)]
fn inertia_of<const D: usize>(matrix: &Matrix, labels: &[u8], centroids: &Matrix) -> f64 {
    let (centroids, _) = centroids.values().as_chunks::<D>();
    let rows = matrix.values().as_chunks::<D>().0.iter().zip(labels);
    rows.map(|(row, &label)| distance2(row, &centroids[label as usize])).sum()
}
