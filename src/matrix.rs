//! The dense feature matrix.

use serde::{Deserialize, Serialize};

/// A matrix of `f64`, row-major: one row a customer (or a centroid), one column a feature.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Matrix {
    columns: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// A matrix over `values` in row-major order.
    ///
    /// # Panics
    /// If `values` is no whole number of rows: a mistake of the caller, not of any input.
    pub fn new(columns: usize, values: Vec<f64>) -> Self {
        assert!(columns > 0 && values.len().is_multiple_of(columns), "a matrix needs whole rows");
        Matrix { columns, values }
    }

    /// A matrix without rows, with room for `rows` of them.
    pub fn with_capacity(columns: usize, rows: usize) -> Self {
        Matrix { columns, values: Vec::with_capacity(columns * rows) }
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        if self.columns == 0 { 0 } else { self.values.len() / self.columns }
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Row `index`.
    pub fn row(&self, index: usize) -> &[f64] {
        &self.values[index * self.columns..(index + 1) * self.columns]
    }

    /// Row `index`, to change.
    pub fn row_mut(&mut self, index: usize) -> &mut [f64] {
        &mut self.values[index * self.columns..(index + 1) * self.columns]
    }

    /// Appends a row.
    pub fn push(&mut self, row: &[f64]) {
        debug_assert_eq!(row.len(), self.columns);
        self.values.extend_from_slice(row);
    }

    /// All rows in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        self.values.chunks_exact(self.columns.max(1))
    }

    /// The values of column `index` in row order.
    pub fn column(&self, index: usize) -> impl ExactSizeIterator<Item = f64> {
        self.iter().map(move |row| row[index])
    }

    /// A matrix of the rows at `indices`, in that order.
    pub fn select(&self, indices: impl IntoIterator<Item = usize>) -> Matrix {
        let mut chosen = Matrix::with_capacity(self.columns, 0);
        indices.into_iter().for_each(|index| chosen.push(self.row(index)));
        chosen
    }

    /// All values, row-major.
    pub fn values(&self) -> &[f64] {
        &self.values
    }
}

/// Squared Euclidean distance of two points, summed in feature order.
pub fn distance2(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + (x - y) * (x - y))
}
