//! What every kind of workbook gives of a sheet: its filled cells, row by row.

use crate::limits::{CELLS, COLUMNS, MERGES, ROWS};
use crate::{WorkbookError, texts};

/// The filled cells of one sheet, in order of rows.
pub(crate) trait Cells {
    /// Puts the next cell's text into `text` and answers its row and column, counted from 0; `None` after the last.
    fn next(&mut self, text: &mut String) -> Result<Option<(u32, u32)>, WorkbookError>;

    /// Whether the cell that went by last holds text, and no number or day.
    fn is_text(&self) -> bool;

    /// Ranges of merged cells; complete once all cells went by.
    fn merges(&mut self) -> Vec<Merge>;
}

/// A cell that stretches over several rows: every row of them has its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Merge {
    pub(crate) column: u32,
    pub(crate) first_row: u32,
    pub(crate) last_row: u32,
}

/// How far a sheet reaches.
#[derive(Debug, Clone, Default)]
pub(crate) struct Extent {
    pub(crate) rows: u32,
    /// The first column that holds anything, and the one after the last.
    pub(crate) first_column: u32,
    pub(crate) columns: u32,
    pub(crate) filled: u64,
    /// In order of first rows.
    pub(crate) merges: Vec<Merge>,
    /// What stands in each column, from the first of the sheet on.
    pub(crate) texts: Vec<texts::Column>,
}

impl Extent {
    /// Runs over a sheet; `budget` is what is left of [`CELLS`].
    pub(crate) fn of(cells: &mut dyn Cells, budget: &mut u64) -> Result<Self, WorkbookError> {
        let mut extent = Extent::default();
        let mut text = String::new();
        while let Some((row, column)) = cells.next(&mut text)? {
            if row >= ROWS || column >= COLUMNS || row + 1 < extent.rows {
                return Err(WorkbookError::WorkbookDamaged);
            }
            *budget = budget.checked_sub(1).ok_or(WorkbookError::WorkbookTooManyCells { limit: CELLS })?;
            extent.rows = row + 1;
            extent.first_column = if extent.filled == 0 { column } else { extent.first_column.min(column) };
            extent.columns = extent.columns.max(column + 1);
            extent.filled += 1;
            let column = column as usize;
            if extent.texts.len() <= column {
                extent.texts.resize(column + 1, texts::Column::default());
            }
            extent.texts[column].take(&text, cells.is_text());
        }
        let mut merges = cells.merges();
        merges.retain(|merge| merge.last_row > merge.first_row && merge.last_row < extent.rows);
        merges.truncate(MERGES);
        merges.sort_by_key(|merge| (merge.first_row, merge.column));
        extent.merges = merges;
        Ok(extent)
    }
}

/// Texts that cells share, end to end in one buffer.
#[derive(Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// What is written since the last [`Strings::end`] becomes a string.
    pub(crate) fn end(&mut self) {
        self.ends.push(self.text.len());
    }

    /// The text being written.
    pub(crate) fn open(&mut self) -> &mut String {
        &mut self.text
    }

    /// Bytes they take.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len() + self.ends.len() * size_of::<usize>()
    }

    /// The string at `index`.
    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start..end)
    }
}
