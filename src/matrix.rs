//! The dense feature matrix.

use serde::{Deserialize, Serialize};

/// A matrix of `f64`, row-major: one row a customer (or a centroid), one column a feature.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "Parts")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Matrix {
    columns: usize,
    values: Vec<f64>,
}

/// A matrix as somebody wrote it down, not yet known to have whole rows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    columns: usize,
    values: Vec<f64>,
}

impl TryFrom<Parts> for Matrix {
    type Error = &'static str;

    fn try_from(parts: Parts) -> Result<Self, Self::Error> {
        let whole = parts.columns > 0 && parts.values.len().is_multiple_of(parts.columns);
        if whole { Ok(Matrix { columns: parts.columns, values: parts.values }) } else { Err("ragged") }
    }
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
        self.values.len().checked_div(self.columns).unwrap_or(0)
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

    /// Appends numbers, row after row.
    pub(crate) fn extend(&mut self, numbers: impl IntoIterator<Item = f64>) {
        self.values.extend(numbers);
    }

    /// Puts row `a` in place of row `b`, and that in its place.
    pub fn swap_rows(&mut self, a: usize, b: usize) {
        if a != b {
            let (before, after) = self.values.split_at_mut(a.max(b) * self.columns);
            let low = a.min(b) * self.columns;
            before[low..low + self.columns].swap_with_slice(&mut after[..self.columns]);
        }
    }

    /// Makes room for so many more rows, and no more than that.
    pub(crate) fn reserve(&mut self, rows: usize) {
        self.values.reserve_exact(rows * self.columns);
    }

    /// Gives back what memory is held for rows that did not come.
    pub fn shrink_to_fit(&mut self) {
        self.values.shrink_to_fit();
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

    /// How many rows differ from each other.
    pub fn distinct_rows(&self) -> usize {
        let mut rows: Vec<&[f64]> = self.iter().collect();
        rows.sort_unstable_by(|a, b| {
            let pairs = a.iter().zip(*b).map(|(x, y)| x.total_cmp(y));
            pairs.into_iter().find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        });
        rows.dedup();
        rows.len()
    }

    /// All values, row-major.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// All values, row-major, to change.
    pub fn values_mut(&mut self) -> &mut [f64] {
        &mut self.values
    }
}

/// Squared Euclidean distance of two points, summed in feature order.
pub fn distance2(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + (x - y) * (x - y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_columns_and_selections() {
        let matrix = Matrix::new(2, vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert_eq!((matrix.rows(), matrix.row(1)), (3, &[3.0, 4.0][..]));
        assert_eq!(matrix.column(1).collect::<Vec<_>>(), [2.0, 4.0, 6.0]);
        assert_eq!(matrix.select([2, 0]).values(), [5.0, 6.0, 1.0, 2.0]);
        assert_eq!(distance2(matrix.row(0), matrix.row(2)), 32.0);
        let mut swapped = matrix.clone();
        swapped.swap_rows(2, 0);
        swapped.swap_rows(1, 1);
        assert_eq!(swapped, matrix.select([2, 1, 0]));
        assert_eq!((matrix.distinct_rows(), matrix.select([1, 0, 1, 1]).distinct_rows()), (3, 2));
    }

    #[test]
    fn broken_rows_are_refused_when_read() {
        for json in [r#"{"columns":2,"values":[1.0]}"#, r#"{"columns":0,"values":[]}"#] {
            assert!(serde_json::from_str::<Matrix>(json).is_err(), "{json}");
        }
    }
}
