//! Splits text into records where that can be done quickly, and says where it cannot.
//!
//! Advice for whoever changes this: a record is taken only if it lies whole in the text and every quote in it is one that opens a cell,
//! closes it or is doubled within; whatever else there is ends the run at the beginning of its record, which `csv-core` then reads. The
//! quotes of 64 bytes are checked at once, so that an odd one is noticed within the block where it stands and costs no more than that.

use super::block::{Block, OWN, Row, Span};
use super::marks::{BLOCK, Marks, Wanted, parities};
use crate::limits::RECORD_BYTES;

/// Records found so far, and where the next one stands.
pub(super) struct Split {
    wanted: Wanted,
    spans: Vec<Span>,
    rows: Vec<Row>,
    /// Cells whose doubled quotes are single now, end to end.
    own: Vec<u8>,
    /// The row of the next record.
    pub(super) row: u64,
    /// The byte before the next record was a CR: a LF belongs to it.
    pub(super) after_return: bool,
}

/// Most records in a block: their cells should not drive each other out of the fastest memory.
const MOST: usize = 256;

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

/// The cell that is being passed over.
struct Cell {
    start: usize,
    /// It holds a quote, so it begins with one.
    quoted: bool,
    doubled: bool,
}

impl Split {
    /// Before the first record, which stands in row `row`.
    pub(super) fn new(delimiter: u8, row: u64) -> Self {
        let (spans, rows, own) = (Vec::new(), Vec::new(), Vec::new());
        Split { wanted: Wanted::new(delimiter), spans, rows, own, row, after_return: false }
    }

    /// Takes records from `text`, beginning with the one at `from`, until a block is full or one is not to be had this way. Answers
    /// with the place where it stopped, at the beginning of a record.
    pub(super) fn take(&mut self, text: &[u8], from: usize) -> usize {
        let mut quotes = Quotes { may_open: true, ..Quotes::default() };
        let (mut begin, mut first) = (from, self.spans.len());
        let mut cell = Cell { start: from, quoted: false, doubled: false };
        let mut base = from;
        while base < text.len() {
            let Marks { lines, mut ends, quotes: mut found } = self.wanted.find(&text[base..]);
            let mut doubles = 0;
            let special = found != 0 || quotes.within != 0 || cell.quoted;
            if found == 0 && quotes.within == 0 && !quotes.closed {
                quotes.may_open = ends >> (BLOCK - 1) != 0;
            } else {
                let Some(pairs) = quotes.check(&mut ends, found) else { break };
                doubles = pairs;
            }
            while ends != 0 {
                let bit = ends & ends.wrapping_neg();
                let at = base + ends.trailing_zeros() as usize;
                ends ^= bit;
                let line = lines & bit != 0;
                if line && at == begin {
                    // An empty line, or the LF of a CRLF.
                    let second = self.after_return && text[at] == b'\n';
                    self.row += u64::from(!second);
                } else {
                    let span = if special {
                        cell.quoted |= found & (bit - 1) != 0;
                        cell.doubled |= doubles & (bit - 1) != 0;
                        (found, doubles) = (found & !(bit - 1), doubles & !(bit - 1));
                        self.span(text, &cell, at)
                    } else {
                        (cell.start as u32, at as u32)
                    };
                    self.spans.push(span);
                    cell = Cell { start: at + 1, quoted: false, doubled: false };
                    if !line {
                        continue;
                    }
                    if at - begin > RECORD_BYTES {
                        self.spans.truncate(first);
                        return begin;
                    }
                    self.end_row(text, first);
                    first = self.spans.len();
                }
                self.after_return = text[at] == b'\r';
                begin = at + 1;
                cell.start = begin;
                if self.rows.len() == MOST {
                    return begin;
                }
            }
            cell.quoted |= found != 0;
            cell.doubled |= doubles != 0;
            base += BLOCK;
        }
        self.spans.truncate(first);
        begin
    }

    /// Takes cells that were found in another way for the next record.
    pub(super) fn push(&mut self, text: &[u8], cells: impl Iterator<Item = Span>) {
        let first = self.spans.len();
        self.spans.extend(cells);
        self.end_row(text, first);
    }

    /// True where a block is full.
    pub(super) fn is_full(&self) -> bool {
        self.rows.len() == MOST
    }

    /// The records found in `text`.
    pub(super) fn block<'a>(&'a self, text: &'a [u8]) -> Block<'a> {
        Block::new([text, &self.own], &self.spans, &self.rows)
    }

    /// Forgets the records found, and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.spans.clear();
        self.rows.clear();
        self.own.clear();
    }

    /// Takes the spans from `first` on for a record; a line of blanks, which people cannot tell from an empty one, is none.
    #[inline]
    fn end_row(&mut self, text: &[u8], first: usize) {
        let row = self.row;
        self.row += 1;
        if let [(start, end)] = self.spans[first..]
            && start & OWN == 0
            && text[start as usize..end as usize].trim_ascii().is_empty()
        {
            self.spans.truncate(first);
            return;
        }
        self.rows.push(Row { row, first: first as u32, end: self.spans.len() as u32 });
    }

    /// Where the text of a cell stands that ends at `end`.
    #[inline]
    fn span(&mut self, text: &[u8], cell: &Cell, end: usize) -> Span {
        match cell {
            Cell { start, quoted: false, .. } => (*start as u32, end as u32),
            Cell { start, doubled: false, .. } => (*start as u32 + 1, end as u32 - 1),
            Cell { start, .. } => self.undouble(&text[start + 1..end - 1]),
        }
    }

    fn undouble(&mut self, cell: &[u8]) -> Span {
        let begin = self.own.len();
        let mut rest = cell;
        while let Some(quote) = rest.iter().position(|byte| *byte == b'"') {
            self.own.extend_from_slice(&rest[..=quote]);
            rest = rest.get(quote + 2..).unwrap_or(b"");
        }
        self.own.extend_from_slice(rest);
        (begin as u32 | OWN, self.own.len() as u32)
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
        if misplaced | followed != 0 || (self.closed && either & 1 == 0) {
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
