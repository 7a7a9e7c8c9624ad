//! What pass 2 hands out: columns of typed cells.

/// A run of rows, column by column in the order of the [`Reading`](crate::table::Reading).
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Where each row stood in the file, counted as a spreadsheet does (a header is row 1).
    pub rows: Vec<u64>,
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

/// Strings end to end in one buffer, so that a million cells are no million allocations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    text: String,
    ends: Vec<usize>,
}

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

impl Texts {
    /// Appends one string.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// Appends the last string once more; nothing where there is none.
    pub(super) fn push_again(&mut self) {
        let Some(last) = self.len().checked_sub(1) else { return };
        let start = if last == 0 { 0 } else { self.ends[last - 1] };
        self.text.extend_from_within(start..self.ends[last]);
        self.ends.push(self.text.len());
    }

    /// The string at `index`.
    pub fn get(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.text[start..self.ends[index]]
    }

    /// Number of strings.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True where it holds no string.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Forgets all strings and keeps the memory.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }
}
