//! What pass 2 hands out: columns of typed cells.

use super::Texts;

/// A run of rows, column by column in the order of the [`Reading`](crate::table::Reading).
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Where each row stood in the file, counted as a spreadsheet does (a header is row 1).
    pub rows: Vec<u64>,
    /// A hash of all cells of each row as they stand, in a file of transactions; else empty. Equal rows have equal ones. Cells that are
    /// empty because the row goes on with the one above stand for what they go on with.
    pub fingerprints: Vec<u64>,
    /// One entry for each column of the file.
    pub columns: Vec<Cells>,
}

/// The cells of one column. Every kind but `Unread` has one entry for each row of the batch.
#[derive(Debug, Clone)]
pub enum Cells {
    /// The column has no role that needs its cells.
    Unread,
    /// Numbers for features; `NaN` where missing or unreadable.
    Numbers(Vec<f64>),
    /// Exact decimals for money and quantities: `units` of 10^-`scale`, [`MISSING`] where missing or unreadable.
    Exact {
        /// The mantissas.
        units: Vec<i64>,
        /// Decimal places, the same for the whole column.
        scale: u8,
    },
    /// Civil moments in seconds since 1970-01-01T00:00:00, without a zone; [`MISSING`] where missing or unreadable.
    Moments(Vec<i64>),
    /// Text as it stands, blanks around it trimmed; empty where missing.
    Texts(Texts),
}

/// Stands for a missing cell among [`Cells::Exact`] and [`Cells::Moments`].
pub const MISSING: i64 = i64::MIN;

impl Batch {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True where it holds no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
