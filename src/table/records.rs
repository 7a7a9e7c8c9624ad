//! Text becomes records: one row of cells after the other, wherever the chunks are cut.
//!
//! Advice for whoever changes this: `csv-core` knows the quotes, and its answer is the right one. Beside it stands a faster path, [`Split`],
//! for the records that lie whole in the chunk, which hands out cells without copying them; whatever it is not sure of it leaves to
//! `csv-core`, from the beginning of that record. A property test holds the two to one answer on any bytes.

use csv_core::ReadRecordResult;

use super::block::{Block, Row};
use super::lines::{Cells, Layout, Lines};
use super::split::Split;
use crate::Error;
use crate::limits::RECORD_BYTES;

/// Splits text into records.
pub(super) struct Records {
    core: csv_core::Reader,
    split: Split,
    /// How a line that `core` hands out as one cell is split further; `None` where `core` does it all.
    lines: Option<Lines>,
    /// The record being read, its cells end to end.
    text: Vec<u8>,
    used: usize,
    ends: Vec<usize>,
    cells: usize,
    /// The cells of the record that `core` has read.
    found: Cells,
    place: Place,
    /// Lines above the table that are still to be read over.
    lead: u64,
    /// One of them ended in a CR, whose LF may follow.
    lead_returned: bool,
}

/// Where in the text the next byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before a record.
    Between,
    /// Inside a record that `core` is reading.
    Within,
    /// Inside a line above the table.
    Lead,
}

/// Where records go.
pub(super) type BlockSink<'a> = &'a mut dyn FnMut(Block<'_>) -> Result<(), Error>;

/// Bytes split at a time: spans count in 32 bits, of which one is taken.
const PIECE: usize = 1 << 30;

impl Records {
    /// Records of `layout` with cells separated by `delimiter`, below `lead` rows that are no part of the table.
    pub(super) fn new(delimiter: u8, layout: &Layout, lead: u64) -> Self {
        let mut builder = csv_core::ReaderBuilder::new();
        let lines = Lines::new(delimiter, layout);
        match (&lines, layout) {
            (None, _) => builder.delimiter(delimiter),
            // No text holds the unit separator, so that the whole line is one cell.
            (Some(_), Layout::Quoted) => builder.delimiter(UNIT_SEPARATOR),
            (Some(_), _) => builder.delimiter(UNIT_SEPARATOR).quoting(false),
        };
        Records {
            core: primed(builder.build()),
            split: Split::new(delimiter),
            lines,
            text: vec![0; 1 << 12],
            used: 0,
            ends: vec![0; 1 << 6],
            cells: 0,
            found: Cells::default(),
            place: if lead > 0 { Place::Lead } else { Place::Between },
            lead,
            lead_returned: false,
        }
    }

    /// Takes the next piece of text and hands out the records that end in it.
    ///
    /// # Errors
    /// [`Error::RecordTooLong`], and whatever the sink answers.
    pub(super) fn push(&mut self, text: &[u8], sink: BlockSink) -> Result<(), Error> {
        text.chunks(PIECE).try_for_each(|piece| self.push_piece(piece, sink))
    }

    fn push_piece(&mut self, text: &[u8], sink: BlockSink) -> Result<(), Error> {
        let mut rest = text;
        loop {
            if self.place == Place::Lead {
                rest = self.skip_lead(rest);
            }
            if self.place == Place::Between {
                rest = if self.lines.is_none() { self.whole_records(rest, sink)? } else { rest };
                rest = self.skip_blank_lines(rest);
            }
            if rest.is_empty() {
                return Ok(());
            }
            self.place = Place::Within;
            let (result, read, written, ended) =
                self.core.read_record(rest, &mut self.text[self.used..], &mut self.ends[self.cells..]);
            let terminator = rest[read.saturating_sub(1)];
            rest = &rest[read..];
            self.used += written;
            self.cells += ended;
            match result {
                ReadRecordResult::Record => {
                    self.place = Place::Between;
                    self.split.after_return = terminator == b'\r';
                    self.emit(sink)?;
                }
                ReadRecordResult::OutputFull => self.grow_text()?,
                ReadRecordResult::OutputEndsFull => self.grow_ends()?,
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
            }
        }
    }

    /// Hands out the last record if no line end did; the text ends here.
    ///
    /// # Errors
    /// [`Error::UnclosedQuote`], and whatever the sink answers.
    pub(super) fn finish(&mut self, sink: BlockSink) -> Result<(), Error> {
        if self.place != Place::Within {
            return Ok(());
        }
        // A line end closes every record but one that is still within quotes.
        self.push(b"\n", sink)?;
        if self.place == Place::Within { Err(Error::UnclosedQuote { row: self.row() }) } else { Ok(()) }
    }

    /// True before a record.
    pub(super) fn is_between(&self) -> bool {
        self.place == Place::Between
    }

    /// The row that the next record will be, or the one begun is.
    pub(super) fn row(&self) -> u64 {
        self.split.row
    }

    /// Reads over the lines above the table, whatever quotes stand in them.
    fn skip_lead<'t>(&mut self, mut rest: &'t [u8]) -> &'t [u8] {
        while self.split.row <= self.lead {
            if self.lead_returned && !rest.is_empty() {
                self.lead_returned = false;
                rest = rest.strip_prefix(b"\n").unwrap_or(rest);
            }
            let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else { return b"" };
            self.lead_returned = rest[end] == b'\r';
            rest = &rest[end + 1..];
            self.split.row += 1;
        }
        self.place = Place::Between;
        self.split.after_return = self.lead_returned;
        rest
    }

    fn skip_blank_lines<'t>(&mut self, mut rest: &'t [u8]) -> &'t [u8] {
        while let Some((&byte, after)) = rest.split_first() {
            match byte {
                b'\n' if self.split.after_return => self.split.after_return = false,
                b'\n' => self.split.row += 1,
                b'\r' => {
                    self.split.row += 1;
                    self.split.after_return = true;
                }
                _ => break,
            }
            rest = after;
        }
        rest
    }

    /// Hands out the records that lie whole in `rest` and hold nothing odd; answers with what is left, at the beginning of a record.
    fn whole_records<'t>(&mut self, rest: &'t [u8], sink: BlockSink) -> Result<&'t [u8], Error> {
        let mut begin = 0;
        loop {
            begin = self.split.take(rest, begin);
            let block = self.split.block(rest);
            if !block.is_empty() {
                sink(block)?;
            }
            if !self.split.is_full() {
                return Ok(&rest[begin..]);
            }
        }
    }

    /// Hands out the record that `core` has read.
    fn emit(&mut self, sink: BlockSink) -> Result<(), Error> {
        let read = &self.text[..self.used];
        self.found.clear();
        match &mut self.lines {
            Some(lines) => lines.split(read, &mut self.found),
            None => {
                self.found.text.extend_from_slice(read);
                self.found.bounds.extend(self.ends[..self.cells].iter().map(|end| *end as u32));
            }
        }
        (self.used, self.cells) = (0, 0);
        let row = self.split.row;
        self.split.row += 1;
        let Cells { text, bounds } = &self.found;
        // A line of blanks, which people cannot tell from an empty one, is no record.
        if bounds.len() <= 2 && text.trim_ascii().is_empty() {
            return Ok(());
        }
        sink(Block::joined(
            text,
            bounds,
            &[Row { row, first: 0, last: bounds.len() as u32 - 1, quoted: false }],
        ))
    }

    fn grow_text(&mut self) -> Result<(), Error> {
        self.text.resize(self.doubled(self.text.len())?, 0);
        Ok(())
    }

    /// Empty cells take no text, so their number has to be bounded too.
    fn grow_ends(&mut self) -> Result<(), Error> {
        self.ends.resize(self.doubled(self.ends.len())?, 0);
        Ok(())
    }

    fn doubled(&self, length: usize) -> Result<usize, Error> {
        let room = length < RECORD_BYTES;
        if room {
            Ok(length * 2)
        } else {
            Err(Error::RecordTooLong { row: self.row(), limit: RECORD_BYTES as u64 })
        }
    }
}

const UNIT_SEPARATOR: u8 = 0x1F;

/// A reader that has read something: only then does it take a byte order mark at the beginning of a record for what it is there, text.
fn primed(mut core: csv_core::Reader) -> csv_core::Reader {
    let _ = core.read_record(b"a\n", &mut [0; 4], &mut [0; 4]);
    core
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Rows = Vec<(u64, Vec<Vec<u8>>)>;

    fn collect(mut records: Records, pieces: &[&[u8]]) -> Result<Rows, Error> {
        let mut rows = Vec::new();
        let mut sink = |block: Block<'_>| {
            rows.extend(
                block.records().map(|record| (record.row, record.cells().map(<[u8]>::to_vec).collect())),
            );
            Ok(())
        };
        for piece in pieces {
            records.push(piece, &mut sink)?;
        }
        records.finish(&mut sink)?;
        Ok(rows)
    }

    fn split(pieces: &[&[u8]]) -> Result<Rows, Error> {
        collect(Records::new(b',', &Layout::Separated, 0), pieces)
    }

    /// The plain twin: csv-core alone, fed one byte at a time, each blank line and CRLF counted by hand.
    fn by_core(text: &[u8]) -> Result<Rows, Error> {
        let mut core = primed(csv_core::Reader::new());
        let (mut rows, mut row, mut at) = (Rows::new(), 1, 0);
        loop {
            while at < text.len() && matches!(text[at], b'\n' | b'\r') {
                let second_half = text[at] == b'\n' && at > 0 && text[at - 1] == b'\r';
                row += u64::from(!second_half);
                at += 1;
            }
            if at == text.len() {
                return Ok(rows);
            }
            let (mut out, mut ends) = (vec![0; text.len() + 1], vec![0; text.len() + 1]);
            let (mut used, mut cells) = (0, 0);
            loop {
                let one = [text.get(at).copied().unwrap_or(b'\n')];
                let (result, read, written, ended) =
                    core.read_record(&one, &mut out[used..], &mut ends[cells..]);
                (at, used, cells) = (at + read, used + written, cells + ended);
                if matches!(result, ReadRecordResult::Record) {
                    break;
                }
                if at > text.len() {
                    return Err(Error::UnclosedQuote { row });
                }
            }
            let starts = std::iter::once(0).chain(ends.iter().copied());
            let found: Vec<Vec<u8>> =
                starts.zip(&ends[..cells]).map(|(start, end)| out[start..*end].to_vec()).collect();
            if found.len() > 1 || !found[0].trim_ascii().is_empty() {
                rows.push((row, found));
            }
            row += 1;
            // The line end is already read, so a LF after its CR has to be read over here.
            let ended_by_return = at > 0 && at <= text.len() && text[at - 1] == b'\r';
            at += usize::from(ended_by_return && text.get(at) == Some(&b'\n'));
            at = at.min(text.len());
        }
    }

    fn check(text: &str, expect: &[(u64, &[&str])]) {
        let expect: Rows = expect
            .iter()
            .map(|(row, cells)| (*row, cells.iter().map(|cell| cell.as_bytes().to_vec()).collect()))
            .collect();
        assert_eq!(split(&[text.as_bytes()]).unwrap(), expect, "{text:?}");
    }

    #[test]
    fn records_and_rows() {
        check("a,b\n1,2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a,b\r\n1,2", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a,b\r1,2\r", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("\n\na,b\n\r\n\n1,2\n  \n3,4", &[(3, &["a", "b"]), (6, &["1", "2"]), (8, &["3", "4"])]);
        check("a,\"x\n\"\"y\"\",\"\n1,\n", &[(1, &["a", "x\n\"y\","]), (2, &["1", ""])]);
        check("\"a\",\"x\ny,z\"\n\"1\",\"\"\n", &[(1, &["a", "x\ny,z"]), (2, &["1", ""])]);
        check("5\" pipe,2\n", &[(1, &["5\" pipe", "2"])]);
        check("5\" pipe\",2\n", &[(1, &["5\" pipe\"", "2"])]);
        check("", &[]);
        check(",\n", &[(1, &["", ""])]);
        check("a,b\n\u{feff}1,2\n", &[(1, &["a", "b"]), (2, &["\u{feff}1", "2"])]);
    }

    #[test]
    fn quotes_that_never_close() {
        assert_eq!(split(&[b"a,b\n1,\"2\n3,4\n"]), Err(Error::UnclosedQuote { row: 2 }));
        let long = [b"a,b\n1,\"".as_slice(), &b"x,y\n".repeat(RECORD_BYTES)].concat();
        assert_eq!(split(&[&long]), Err(Error::RecordTooLong { row: 2, limit: RECORD_BYTES as u64 }));
        assert_eq!(split(&[b"a,\"b\""]), Ok(vec![(1, vec![b"a".to_vec(), b"b".to_vec()])]));
    }

    #[test]
    fn lead_lines_are_read_over() {
        let text = b"Report \"of\r\nall,shops\r\n\r\nid,x\r\n1,2\r\n";
        let expect = vec![(4, vec![b"id".to_vec(), b"x".to_vec()]), (5, vec![b"1".to_vec(), b"2".to_vec()])];
        let below = |pieces: &[&[u8]]| collect(Records::new(b',', &Layout::Separated, 3), pieces).unwrap();
        assert_eq!(below(&[text]), expect);
        assert_eq!(below(&text.chunks(1).collect::<Vec<_>>()), expect);
    }

    proptest! {
        #[test]
        fn cuts_do_not_matter(text in r#"[ab,"\r\n ]{0,30}"#, cut in 0usize..30, lead in 0u64..3) {
            let bytes = text.as_bytes();
            let cut = cut.min(bytes.len());
            let read = |pieces: &[&[u8]]| collect(Records::new(b',', &Layout::Separated, lead), pieces);
            let whole = read(&[bytes]);
            prop_assert_eq!(&whole, &read(&[&bytes[..cut], &bytes[cut..]]));
            prop_assert_eq!(&whole, &read(&bytes.chunks(1).collect::<Vec<_>>()));
        }

        #[test]
        fn the_faster_path_answers_as_csv_core(text in r#"([ab]{0,3}[,"\r\n ]?){0,60}|("[ab\n,]{0,4}(""|"|)[,\n\r]{0,2}){0,30}"#) {
            prop_assert_eq!(split(&[text.as_bytes()]), by_core(text.as_bytes()));
        }

        #[test]
        fn on_any_bytes_too(bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'"'), Just(b','), Just(b'\n')], 0..400)) {
            prop_assert_eq!(split(&[&bytes]), by_core(&bytes));
        }
    }
}
