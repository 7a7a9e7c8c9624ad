//! Which rows are equal: a hash of all cells of each.

use std::hash::BuildHasher;

use foldhash::quality::FixedState;

use super::Reading;
use super::block::{Block, Record};
use super::cells::{is_missing, trim};

/// Hashes the rows of a file, one after the other.
pub(super) struct Fingerprints {
    delimiter: u8,
    scratch: Vec<u8>,
    /// The columns that rows may leave empty to go on with the row above.
    filled: Vec<Filled>,
}

/// A column that is filled in from above.
struct Filled {
    index: usize,
    /// The column whose empty cells say so.
    with: usize,
    above: Vec<u8>,
}

impl Fingerprints {
    /// Before the first row of a file that is read by `reading`.
    pub(super) fn new(reading: &Reading) -> Self {
        let filled = reading.columns.iter().enumerate().filter_map(|(index, column)| {
            Some(Filled { index, with: column.goes_on_with? as usize, above: Vec::new() })
        });
        Fingerprints {
            delimiter: u8::try_from(reading.delimiter).unwrap_or(b','),
            scratch: Vec::new(),
            filled: filled.collect(),
        }
    }

    /// Appends the hash of each row of a block. Rows that go on with the row above are hashed with what they go on with, so that
    /// equal lines of two orders differ as they do in a file that repeats the order's id.
    pub(super) fn take(&mut self, block: Block, fingerprints: &mut Vec<u64>) {
        if self.filled.is_empty() {
            let Fingerprints { delimiter, scratch, .. } = self;
            fingerprints.extend(block.records().map(|record| fingerprint(record, *delimiter, scratch)));
        } else {
            fingerprints.extend(block.records().map(|record| self.filled_in(record)));
        }
    }

    /// A hash of all cells, those above in place of the empty ones that stand for them.
    fn filled_in(&mut self, record: Record) -> u64 {
        let Fingerprints { scratch, filled, .. } = self;
        let goes_on = |column: &Filled| is_missing(trim(record.cell(column.with)));
        scratch.clear();
        for column in filled.iter_mut().filter(|column| !goes_on(column)) {
            column.above.clear();
            column.above.extend_from_slice(record.cell(column.index));
        }
        for (index, own) in record.cells().enumerate() {
            let above = filled.iter().find(|column| column.index == index && goes_on(column));
            let cell = above.map_or(own, |column| &column.above);
            scratch.extend_from_slice(cell);
            scratch.extend_from_slice(&(cell.len() as u64).to_le_bytes());
        }
        FixedState::default().hash_one(scratch.as_slice())
    }
}

/// A hash of all cells. A row without quotes is hashed as it stands, delimiters and all, since no cell of it can hold one. One with quotes
/// is written without them to begin with; and where a cell holds a delimiter or a line end, the places where cells end follow, so that
/// only rows of equal cells are hashed alike.
fn fingerprint(record: Record, delimiter: u8, scratch: &mut Vec<u8>) -> u64 {
    let state = FixedState::default();
    if let Some(plain) = record.plain() {
        return state.hash_one(plain);
    }
    scratch.clear();
    let mut odd = false;
    // What is to be copied as it stands begins with this cell.
    let mut from = 0;
    for index in (0..record.len()).filter(|index| record.is_quoted(*index)) {
        scratch.extend_from_slice(record.between(from, index).unwrap_or_default());
        let cell = record.cell(index);
        let ends = |byte: u8| (byte == delimiter) | (byte == b'\n') | (byte == b'\r');
        odd |= cell.iter().fold(false, |odd, byte| odd | ends(*byte));
        scratch.extend_from_slice(cell);
        scratch.push(delimiter);
        from = index + 1;
    }
    scratch.extend_from_slice(record.between(from, record.len()).unwrap_or_default());
    // The delimiter or line end after the last cell.
    scratch.pop();
    if odd {
        record.cells().for_each(|cell| scratch.extend_from_slice(&(cell.len() as u64).to_le_bytes()));
    }
    state.hash_one(scratch.as_slice())
}

#[cfg(test)]
mod tests {
    use super::super::block::Row;
    use super::super::split::Split;
    use super::*;

    fn of_line(line: &str) -> u64 {
        let text = format!("{line}\n{}", "\n".repeat(64));
        let mut split = Split::new(b',');
        split.take(text.as_bytes(), 0);
        let (record, _) = split.block(text.as_bytes()).split_first().unwrap();
        fingerprint(record, b',', &mut Vec::new())
    }

    fn of_cells(cells: &[&str]) -> u64 {
        let mut bounds = vec![0];
        bounds.extend(cells.iter().scan(0, |end, cell| {
            *end += cell.len() as u32;
            Some(*end)
        }));
        let (text, rows) =
            (cells.concat(), [Row { row: 1, first: 0, last: cells.len() as u32, quoted: false }]);
        let (record, _) = Block::joined(text.as_bytes(), &bounds, &rows).split_first().unwrap();
        fingerprint(record, b',', &mut Vec::new())
    }

    #[test]
    fn rows_of_equal_cells_share_a_fingerprint_however_they_are_written() {
        for (lines, cells) in [
            (["a,bc", "\"a\",bc", "a,\"bc\""], ["a", "bc"]),
            (["\"a,b\",\"c\"", "\"a,b\",c", "\"a,b\",c"], ["a,b", "c"]),
            (["\"a\"\"\",", "\"a\"\"\",\"\"", "\"a\"\"\","], ["a\"", ""]),
        ] {
            assert!(lines.iter().all(|line| of_line(line) == of_cells(&cells)), "{lines:?}");
        }
        let mut all = vec![
            of_line("a,b,c"),
            of_line("\"a,b\",c"),
            of_line("a,\"b,c\""),
            of_line("ab,c"),
            of_line("a,bc"),
            of_line("a,b,c,"),
        ];
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 6);
    }
}
