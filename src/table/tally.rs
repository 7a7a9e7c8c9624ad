//! Counting what stood in some rows, and where the first of them are.

use crate::Notice;
use crate::limits::ROWS_LISTED;

/// Counts rows and remembers the first few.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// How many.
    pub(crate) count: u64,
    /// The first [`ROWS_LISTED`].
    pub(crate) rows: Vec<u64>,
}

impl Tally {
    /// Counts one more.
    pub(crate) fn add(&mut self, row: u64) {
        self.count += 1;
        if self.rows.len() < ROWS_LISTED {
            self.rows.push(row);
        }
    }

    /// Counts the rows of another tally as well, none of which it has counted itself.
    pub(crate) fn join(&mut self, other: &Tally) {
        self.count += other.count;
        self.rows.extend_from_slice(&other.rows);
        self.rows.sort_unstable();
        self.rows.truncate(ROWS_LISTED);
    }

    /// True where it remembers as many rows as it may.
    pub(crate) fn is_full(&self) -> bool {
        self.rows.len() >= ROWS_LISTED
    }

    /// What is to be told, if anything was counted.
    pub(crate) fn told(self, notice: impl FnOnce(u64, Vec<u64>) -> Notice) -> Option<Notice> {
        (self.count > 0).then(|| notice(self.count, self.rows))
    }
}
