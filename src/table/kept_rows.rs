//! The cells of some rows, for what only several rows tell together, or what a sample tells well enough.

use std::ops::Range;

use super::block::{Block, Row};
use super::cells::{is_missing, trim};
use super::numbers::{self, Decimal};
use super::{ColumnReport, DecimalMark};

/// The cells of rows, as far as they are looked at.
#[derive(Default)]
pub(super) struct KeptRows {
    /// Cell after cell, and one byte after each.
    text: Vec<u8>,
    /// Where each row begins in it.
    rows: Vec<u32>,
    /// Where each cell ends in the text of its row, row after row.
    ends: Vec<u16>,
    /// Cells to a row.
    width: usize,
}

/// Rows at the beginning of a table that are looked at.
const FIRST: usize = 1_000;

/// Columns that are looked at.
const COLUMNS: usize = 64;

/// Bytes of a cell that are kept: no number, date or id is longer.
const CELL: usize = 128;

impl KeptRows {
    /// Keeps more rows of the beginning of a table, while there are too few.
    #[inline(never)]
    pub(super) fn take_first(&mut self, block: Block, columns: usize) {
        block.rows().iter().take(FIRST - self.len()).for_each(|row| self.push(block, row, columns));
    }

    /// Keeps one more row of a table with so many columns.
    pub(super) fn push(&mut self, block: Block, row: &Row, columns: usize) {
        self.width = columns.min(COLUMNS);
        let begin = self.text.len();
        self.rows.push(begin as u32);
        let most = self.width * (CELL + 1);
        // Most rows can be taken as they stand, which is much quicker than cell by cell.
        if let Some((text, ends)) = block.plain_cells(row, self.width).filter(|(text, _)| text.len() < most) {
            self.text.extend_from_slice(text);
            self.text.push(b',');
            self.ends.extend(ends.map(|end| end as u16));
            return;
        }
        for index in 0..self.width {
            let cell = trim(block.cell(row, index));
            self.text.extend_from_slice(&cell[..cell.len().min(CELL)]);
            self.ends.push((self.text.len() - begin) as u16);
            self.text.push(b',');
        }
    }

    /// Keeps on only the rows at these places.
    pub(super) fn retain(&mut self, keeps: impl Fn(usize) -> bool) {
        let (mut rows, mut text) = (0, 0);
        for row in 0..self.len() {
            let begin = self.rows[row] as usize;
            let end = self.rows.get(row + 1).map_or(self.text.len(), |next| *next as usize);
            if keeps(row) {
                self.text.copy_within(begin..end, text);
                self.ends.copy_within(row * self.width..(row + 1) * self.width, rows * self.width);
                self.rows[rows] = text as u32;
                (rows, text) = (rows + 1, text + end - begin);
            }
        }
        self.text.truncate(text);
        self.ends.truncate(rows * self.width);
        self.rows.truncate(rows);
    }

    /// How many rows these are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many columns they have.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Columns that are reported on and whose cells are kept.
    pub(super) fn columns_of(&self, reports: &[ColumnReport]) -> Range<usize> {
        0..self.width.min(reports.len())
    }

    /// How many bytes they have.
    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// A cell without the blanks around it, or its beginning.
    pub(super) fn cell(&self, row: usize, column: usize) -> &[u8] {
        let ends = &self.ends[row * self.width..(row + 1) * self.width];
        let begin = if column == 0 { 0 } else { usize::from(ends[column - 1]) + 1 };
        let row = self.rows[row] as usize;
        trim(&self.text[row + begin..row + usize::from(ends[column])])
    }

    /// The number in a cell of the column that is reported on; `None` where it holds none.
    pub(super) fn number(&self, row: usize, column: usize, report: &ColumnReport) -> Option<f64> {
        let mark = report.decimal.unwrap_or(DecimalMark::Point);
        numbers::read(self.cell(row, column), mark).map(Decimal::to_f64)
    }

    /// Whether a cell holds a value.
    pub(super) fn has(&self, row: usize, column: usize) -> bool {
        !is_missing(self.cell(row, column))
    }

    /// The cells of a column that hold a value; none where the column is not looked at.
    pub(super) fn values(&self, column: usize) -> impl Iterator<Item = &[u8]> {
        let rows = if column < self.width { self.len() } else { 0 };
        (0..rows).map(move |row| self.cell(row, column)).filter(|cell| !is_missing(cell))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Rows of one cell each.
    pub(in crate::table) fn one_column(cells: &[&str]) -> KeptRows {
        kept(1, cells, 1)
    }

    /// Rows of so many cells, which stand end to end or one byte apart.
    fn kept(width: usize, cells: &[&str], gap: usize) -> KeptRows {
        let text = cells.iter().map(|cell| format!("{cell}{}", &","[..gap])).collect::<String>();
        let ends = cells.iter().scan(0, |end, cell| {
            *end += (cell.len() + gap) as u32;
            Some(*end)
        });
        let bounds: Vec<u32> = std::iter::once(0).chain(ends).collect();
        let row =
            |first: usize| Row { row: 1, first: first as u32, last: (first + width) as u32, quoted: false };
        let rows: Vec<Row> = (0..cells.len()).step_by(width).map(row).collect();
        let block = match gap {
            0 => Block::joined(text.as_bytes(), &bounds, &rows),
            _ => Block::separated(text.as_bytes(), &bounds, &rows, (&[], b""), false),
        };
        let mut found = KeptRows::default();
        rows.iter().for_each(|row| found.push(block, row, width));
        found
    }

    fn all(rows: &KeptRows) -> Vec<&[u8]> {
        let of_row = |row: usize| (0..rows.width()).map(move |column| rows.cell(row, column));
        (0..rows.len()).flat_map(of_row).collect()
    }

    #[test]
    fn rows_that_are_not_retained_are_gone() {
        let mut rows = kept(2, &["one", "1", " two", "22", "", "333", "four", "4", "five", ""], 1);
        rows.retain(|row| row != 0 && row != 3);
        assert_eq!(all(&rows), [b"two".as_slice(), b"22", b"", b"333", b"five", b""]);
        assert_eq!((rows.len(), rows.width(), rows.has(1, 0), rows.has(1, 1)), (3, 2, false, true));
        assert_eq!((rows.values(0).count(), rows.values(2).count()), (2, 0));
        rows.retain(|_| false);
        assert_eq!((rows.len(), rows.bytes()), (0, 0));
    }

    #[test]
    fn of_long_cells_the_beginning_is_kept() {
        let long = "x".repeat(1_000);
        for gap in [0, 1] {
            let rows = kept(2, &["a", long.as_str(), "b", "c"], gap);
            assert_eq!((rows.cell(0, 1).len(), rows.cell(1, 1)), (128, b"c".as_slice()));
        }
    }

    proptest! {
        #[test]
        fn rows_taken_as_they_stand_are_the_rows_cell_by_cell(cells in proptest::collection::vec("[ a-z]{0,90}", 12)) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            for width in [1, 2, 3, 6] {
                let (mut quick, mut plain) = (kept(width, &cells, 1), kept(width, &cells, 0));
                prop_assert_eq!(all(&quick), all(&plain));
                quick.retain(|row| row % 2 == 1);
                plain.retain(|row| row % 2 == 1);
                prop_assert_eq!(all(&quick), all(&plain));
            }
        }
    }
}
