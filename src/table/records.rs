//! Text becomes records: one row of cells after the other, wherever the chunks are cut.
//!
//! `csv-core` knows the quotes; this keeps the row numbers, which blank lines advance as they do in a spreadsheet, and the limit on
//! how long a record may be.

use csv_core::ReadRecordResult;

use crate::Error;
use crate::limits::RECORD_BYTES;

/// Splits text into records.
pub(super) struct Records {
    core: csv_core::Reader,
    /// The record being read, its cells end to end.
    text: Vec<u8>,
    used: usize,
    ends: Vec<usize>,
    cells: usize,
    row: u64,
    place: Place,
}

/// Where in the text the next byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before a record; after a CR, so a LF belongs to the line before.
    AfterReturn,
    /// Before a record.
    Between,
    /// Inside a record.
    Within,
}

/// One row of cells.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    /// Where it stands in the file; the first line is row 1.
    pub(super) row: u64,
    text: &'a [u8],
    ends: &'a [usize],
}

/// Where records go.
pub(super) type RecordSink<'a> = &'a mut dyn FnMut(Record<'_>) -> Result<(), Error>;

impl Records {
    /// Cells are separated by `delimiter`, quoted by `"`.
    pub(super) fn new(delimiter: u8) -> Self {
        Records {
            core: csv_core::ReaderBuilder::new().delimiter(delimiter).build(),
            text: vec![0; 1 << 12],
            used: 0,
            ends: vec![0; 1 << 6],
            cells: 0,
            row: 1,
            place: Place::Between,
        }
    }

    /// Takes the next piece of text and hands out the records that end in it.
    ///
    /// # Errors
    /// [`Error::RecordTooLong`], and whatever the sink answers.
    pub(super) fn push(&mut self, text: &[u8], sink: RecordSink) -> Result<(), Error> {
        let mut rest = text;
        loop {
            if self.place != Place::Within {
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
                    self.place = if terminator == b'\r' { Place::AfterReturn } else { Place::Between };
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
    pub(super) fn finish(&mut self, sink: RecordSink) -> Result<(), Error> {
        if self.place != Place::Within {
            return Ok(());
        }
        // A line end closes every record but one that is still within quotes.
        self.push(b"\n", sink)?;
        if self.place == Place::Within { Err(Error::UnclosedQuote { row: self.row }) } else { Ok(()) }
    }

    /// The row that the next record will be, or the one begun is.
    pub(super) fn row(&self) -> u64 {
        self.row
    }

    fn skip_blank_lines<'t>(&mut self, mut rest: &'t [u8]) -> &'t [u8] {
        while let Some((&byte, after)) = rest.split_first() {
            match byte {
                b'\n' if self.place == Place::AfterReturn => self.place = Place::Between,
                b'\n' => self.row += 1,
                b'\r' => {
                    self.row += 1;
                    self.place = Place::AfterReturn;
                }
                _ => break,
            }
            rest = after;
        }
        rest
    }

    fn emit(&mut self, sink: RecordSink) -> Result<(), Error> {
        let record = Record { row: self.row, text: &self.text[..self.used], ends: &self.ends[..self.cells] };
        self.row += 1;
        self.used = 0;
        self.cells = 0;
        if record.is_blank() { Ok(()) } else { sink(record) }
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
            Err(Error::RecordTooLong { row: self.row, limit: RECORD_BYTES as u64 })
        }
    }
}

impl<'a> Record<'a> {
    /// Number of cells.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell at `index`, as it stands; empty where the record is too short.
    pub(super) fn cell(&self, index: usize) -> &'a [u8] {
        let Some(&end) = self.ends.get(index) else { return b"" };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.text[start..end]
    }

    /// All cells in order.
    pub(super) fn cells(self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.len()).map(move |index| self.cell(index))
    }

    /// A line of blanks, which people cannot tell from an empty one.
    fn is_blank(&self) -> bool {
        self.ends.len() == 1 && self.text.trim_ascii().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(pieces: &[&[u8]]) -> Result<Vec<(u64, Vec<String>)>, Error> {
        let mut records = Records::new(b',');
        let mut rows = Vec::new();
        let mut sink = |record: Record<'_>| {
            rows.push((
                record.row,
                record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect(),
            ));
            Ok(())
        };
        for piece in pieces {
            records.push(piece, &mut sink)?;
        }
        records.finish(&mut sink)?;
        Ok(rows)
    }

    fn check(text: &str, expect: &[(u64, &[&str])]) {
        let found = split(&[text.as_bytes()]).unwrap();
        let expect: Vec<(u64, Vec<String>)> = expect
            .iter()
            .map(|(row, cells)| (*row, cells.iter().map(|cell| (*cell).to_owned()).collect()))
            .collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn records_and_rows() {
        check("a,b\n1,2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a,b\r\n1,2", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a,b\r1,2\r", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("\n\na,b\n\r\n\n1,2\n  \n3,4", &[(3, &["a", "b"]), (6, &["1", "2"]), (8, &["3", "4"])]);
        check("a,\"x\n\"\"y\"\",\"\n1,\n", &[(1, &["a", "x\n\"y\","]), (2, &["1", ""])]);
        check("5\" pipe,2\n", &[(1, &["5\" pipe", "2"])]);
        check("", &[]);
        check(",\n", &[(1, &["", ""])]);
    }

    #[test]
    fn quotes_that_never_close() {
        assert_eq!(split(&[b"a,b\n1,\"2\n3,4\n"]), Err(Error::UnclosedQuote { row: 2 }));
        let long = [b"a,b\n1,\"".as_slice(), &b"x,y\n".repeat(RECORD_BYTES)].concat();
        assert_eq!(split(&[&long]), Err(Error::RecordTooLong { row: 2, limit: RECORD_BYTES as u64 }));
        assert_eq!(split(&[b"a,\"b\""]), Ok(vec![(1, vec!["a".into(), "b".into()])]));
    }

    proptest! {
        #[test]
        fn cuts_do_not_matter(text in r#"[ab,"\r\n ]{0,30}"#, cut in 0usize..30) {
            let bytes = text.as_bytes();
            let cut = cut.min(bytes.len());
            let whole = split(&[bytes]);
            prop_assert_eq!(&whole, &split(&[&bytes[..cut], &bytes[cut..]]));
            prop_assert_eq!(&whole, &split(&bytes.chunks(1).collect::<Vec<_>>()));
        }
    }
}
