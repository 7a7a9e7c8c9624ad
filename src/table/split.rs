//! Splits text into records where that can be done quickly, and says where it cannot.
//!
//! Advice for whoever changes this: a record is taken only if it lies whole in the text and every quote in it is one that opens a cell,
//! closes it or is doubled within; whatever else there is ends the run at the beginning of its record, which `csv-core` then reads. The
//! quotes of 64 bytes are checked at once, so that an odd one is noticed within the block where it stands and costs no more than that.

use super::block::{Block, Rewritten, Row};
use super::marks::{BLOCK, Marks, Wanted, parities};
use crate::limits::RECORD_BYTES;

/// Records found so far, and where the next one stands.
pub(super) struct Split {
    wanted: Wanted,
    /// Where cells begin: each one byte after the end of the cell before.
    bounds: Vec<u32>,
    rows: Vec<Row>,
    /// Cells with doubled quotes, and their text with single ones, end to end.
    doubled: Vec<Rewritten>,
    text: Vec<u8>,
    /// Whether a line end stands between quotes.
    broken: bool,
    /// The row of the next record.
    pub(super) row: u64,
    /// The byte before the next record was a CR: a LF belongs to it.
    pub(super) after_return: bool,
}

/// Records from which on a block is full: their cells should not drive each other out of the fastest memory.
const FULL: usize = 256;

/// Quotes on the way through a text.
#[derive(Default)]
struct Quotes {
    /// All ones while between quotes.
    within: u64,
    /// The byte before was one that a quote may follow.
    may_open: bool,
    /// The byte before was a quote that closed.
    closed: bool,
}

impl Split {
    /// Before the first record, which stands in row 1.
    pub(super) fn new(delimiter: u8) -> Self {
        Split {
            wanted: Wanted::new(delimiter),
            bounds: Vec::new(),
            rows: Vec::new(),
            doubled: Vec::new(),
            text: Vec::new(),
            broken: false,
            row: 1,
            after_return: false,
        }
    }

    /// Takes records from `text`, beginning with the one at `from`, until a block is full or one is not to be had this way. Answers
    /// with the place where it stopped, at the beginning of a record.
    pub(super) fn take(&mut self, text: &[u8], from: usize) -> usize {
        self.clear();
        self.bounds.resize(self.bounds.len().max(FULL * 8), 0);
        self.bounds[0] = from as u32;
        let mut quotes = Quotes { may_open: true, ..Quotes::default() };
        // Bounds so far; of these, the one where the record begins.
        let (mut count, mut first) = (1, 0);
        let mut quoted = false;
        let mut base = from;
        while base < text.len() && self.rows.len() < FULL {
            let Marks { mut lines, mut ends, quotes: found } = self.wanted.find(&text[base..]);
            if (found | quotes.within) != 0 || quotes.closed {
                let Some(mut doubles) = quotes.check(&mut ends, found) else { break };
                self.broken |= lines & !ends != 0;
                lines &= ends;
                while doubles != 0 {
                    self.double(
                        count + (ends & (doubles & doubles.wrapping_neg()).wrapping_sub(1)).count_ones(),
                    );
                    doubles &= doubles - 1;
                }
            } else {
                quotes.may_open = ends >> (BLOCK - 1) != 0;
            }
            self.put_bounds(count as usize, base as u32, ends);
            let mut ahead = found;
            while lines != 0 {
                let bit = lines & lines.wrapping_neg();
                lines ^= bit;
                let last = count + (ends & (bit - 1)).count_ones();
                quoted |= ahead & (bit - 1) != 0;
                if !self.end_row(text, Row { row: self.row, first, last, quoted }) {
                    return self.stop(text, first);
                }
                (first, quoted, ahead) = (last, false, ahead & !(bit - 1));
            }
            quoted |= ahead != 0;
            count += ends.count_ones();
            base += BLOCK;
        }
        self.stop(text, first)
    }

    /// The records taken from `text`.
    pub(super) fn block<'a>(&'a self, text: &'a [u8]) -> Block<'a> {
        Block::separated(text, &self.bounds, &self.rows, (&self.doubled, &self.text), self.broken)
    }

    /// True where more records were taken than that another look should be put off.
    pub(super) fn is_full(&self) -> bool {
        self.rows.len() >= FULL
    }

    fn clear(&mut self) {
        self.rows.clear();
        self.doubled.clear();
        self.text.clear();
        self.broken = false;
    }

    /// Writes the places after `ends`, in a block that begins at `base`, from `count` on: eight at a time, as many as there may be, since
    /// that is quicker than asking after each whether there is another.
    #[inline]
    fn put_bounds(&mut self, count: usize, base: u32, ends: u64) {
        if count + BLOCK > self.bounds.len() {
            self.bounds.resize(count * 2 + BLOCK, 0);
        }
        let mut rest = ends;
        for eight in self.bounds[count..count + BLOCK].as_chunks_mut::<8>().0 {
            for bound in eight {
                *bound = base + rest.trailing_zeros() + 1;
                rest &= rest.wrapping_sub(1);
            }
            if rest == 0 {
                break;
            }
        }
    }

    /// Takes a record, unless it is too long, which is answered with false. An empty line is none, nor is one of blanks, which people
    /// cannot tell from it.
    #[inline]
    fn end_row(&mut self, text: &[u8], row: Row) -> bool {
        let Row { first, last, .. } = row;
        let (begin, end) = (self.bounds[first as usize] as usize, self.bounds[last as usize] as usize - 1);
        if end - begin > RECORD_BYTES {
            return false;
        }
        let ending = text[end];
        if last == first + 1 && is_blank(&text[begin..end]) {
            // The LF of a CRLF is no line of its own.
            self.row += u64::from(begin < end || ending == b'\r' || !self.after_return);
        } else {
            self.row += 1;
            self.rows.push(row);
        }
        self.after_return = ending == b'\r';
        true
    }

    fn double(&mut self, cell: u32) {
        if self.doubled.last().is_none_or(|last| last.cell != cell) {
            self.doubled.push(Rewritten { cell, ..Rewritten::default() });
        }
    }

    /// Writes the cells with doubled quotes anew and answers with the place of the bound `first`, where the records taken end.
    #[cold]
    fn stop(&mut self, text: &[u8], first: u32) -> usize {
        self.doubled.retain(|doubled| doubled.cell <= first);
        for doubled in &mut self.doubled {
            let at = doubled.cell as usize;
            let (begin, end) = (self.bounds[at - 1] as usize + 1, self.bounds[at] as usize - 2);
            let mut rest = &text[begin..end];
            doubled.begin = self.text.len() as u32;
            while let Some(quote) = rest.iter().position(|byte| *byte == b'"') {
                self.text.extend_from_slice(&rest[..=quote]);
                rest = rest.get(quote + 2..).unwrap_or(b"");
            }
            self.text.extend_from_slice(rest);
            doubled.end = self.text.len() as u32;
        }
        self.bounds[first as usize] as usize
    }
}

impl Quotes {
    /// Takes what stands between quotes out of `ends`, and answers with the first of each pair of doubled quotes; `None` where a quote
    /// stands within a cell that does not begin with one, or is followed by more than the end of its cell.
    #[inline]
    fn check(&mut self, ends: &mut u64, quotes: u64) -> Option<u64> {
        let within = parities(quotes) ^ self.within;
        let (opening, closing) = (quotes & within, quotes & !within);
        let either = *ends | quotes;
        let misplaced = opening & !((either << 1) | u64::from(self.may_open));
        let followed = closing & !((either >> 1) | (1 << (BLOCK - 1)));
        if (misplaced | followed) != 0 || (self.closed && either & 1 == 0) {
            return None;
        }
        let crossing = u64::from(self.closed) & quotes & 1;
        *ends &= !within;
        self.may_open = (*ends | quotes) >> (BLOCK - 1) != 0;
        self.closed = closing >> (BLOCK - 1) != 0;
        self.within = 0u64.wrapping_sub(within >> (BLOCK - 1));
        Some((closing & (quotes >> 1)) | crossing)
    }
}

/// Nothing but blanks, within quotes or not.
fn is_blank(cell: &[u8]) -> bool {
    let inner = match cell {
        [b'"', inner @ .., b'"'] => inner,
        _ => cell,
    };
    inner.trim_ascii().is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// One cell as it is written, with what stands in it.
    fn cell() -> impl Strategy<Value = (String, String)> {
        prop_oneof![
            "[a-c0-9.]{0,30}".prop_map(|text| (text.clone(), text)),
            "[a-c,\n\r\" ]{0,70}".prop_map(|text| (format!("\"{}\"", text.replace('"', "\"\"")), text)),
        ]
    }

    proptest! {
        #[test]
        fn well_formed_records_are_taken_whole(
            table in proptest::collection::vec(proptest::collection::vec(cell(), 2..6), 1..400),
            ending in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        ) {
            let lines = table.iter().map(|row| {
                let cells: Vec<&str> = row.iter().map(|(written, _)| written.as_str()).collect();
                cells.join(",") + ending
            });
            let mut text = lines.collect::<String>().into_bytes();
            // The last block is one of whole 64 bytes then, so that nothing is left for another look.
            text.extend_from_slice(&[b'\n'; 64]);
            let mut split = Split::new(b',');
            let (mut from, mut found) = (0, Vec::new());
            loop {
                from = split.take(&text, from);
                let block = split.block(&text);
                found.extend(block.records().map(|record| record.cells().map(<[u8]>::to_vec).collect::<Vec<_>>()));
                if !split.is_full() {
                    break;
                }
            }
            let expect: Vec<Vec<Vec<u8>>> =
                table.iter().map(|row| row.iter().map(|(_, text)| text.clone().into_bytes()).collect()).collect();
            prop_assert_eq!(from, text.len());
            prop_assert_eq!(found, expect);
        }
    }
}
