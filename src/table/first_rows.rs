//! The cells of the first rows, for what only several rows tell together.

use super::block::Block;
use super::cells::{is_missing, trim};

/// The cells of the first rows, as far as they are looked at.
#[derive(Default)]
pub(super) struct FirstRows {
    text: Vec<u8>,
    /// Where each cell ends, row after row.
    ends: Vec<u32>,
    /// Cells to a row.
    width: usize,
    rows: usize,
}

/// Rows that are looked at.
const ROWS: usize = 1_000;

/// Columns that are looked at.
const COLUMNS: usize = 64;

/// Bytes of a cell that are kept: no number, date or id is longer.
const CELL: usize = 128;

impl FirstRows {
    /// Looks at more rows, while there are too few.
    pub(super) fn take(&mut self, block: Block, columns: usize) {
        self.width = columns.min(COLUMNS);
        for record in block.records().take(ROWS - self.rows) {
            for index in 0..self.width {
                let cell = trim(record.cell(index));
                self.text.extend_from_slice(&cell[..cell.len().min(CELL)]);
                self.ends.push(self.text.len() as u32);
            }
            self.rows += 1;
        }
    }

    /// How many rows these are.
    pub(super) fn len(&self) -> usize {
        self.rows
    }

    /// How many columns they have.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// A cell without the blanks around it, or its beginning.
    pub(super) fn cell(&self, row: usize, column: usize) -> &[u8] {
        let at = row * self.width + column;
        let begin = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[begin as usize..self.ends[at] as usize]
    }

    /// Whether a cell holds a value.
    pub(super) fn has(&self, row: usize, column: usize) -> bool {
        !is_missing(self.cell(row, column))
    }
}
