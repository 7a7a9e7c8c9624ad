//! Pass 1: the file goes by once, and what it is remains.

use super::block::Block;
use super::body::{Body, Head};
use super::column::Column;
use super::decode::Decoder;
use super::formats::refuse_other_formats;
use super::gzip::Unpacker;
use super::inspection::Inspection;
use super::kept_rows::KeptRows;
use super::records::Records;
use super::report::conclude;
use super::sample::Sample;
use super::sniff::{Dialect, dialect, dialect_of_workbook, refuse_controls, refuse_signature};
use super::swallowed::swallowed_rows;
use super::tally::Tally;
use crate::Error;
use crate::limits::{DISTINCT_HASHES, DISTINCT_HASHES_IN_ALL, SNIFF_BYTES};

/// Takes a file chunk by chunk and ends in an [`Inspection`]. Where the chunks are cut does not matter.
pub struct Inspector {
    unpacker: Unpacker,
    reader: Reader,
    bytes: u64,
}

/// What becomes of the plain bytes.
struct Reader {
    decoder: Decoder,
    stage: Stage,
    /// Whether a workbook's sheet was written as these bytes.
    workbook: bool,
}

/// How far the file is understood.
enum Stage {
    /// Not enough bytes to say that it is no picture.
    Bytes(Vec<u8>),
    /// Not enough text to say what separates cells.
    Text(Text),
    /// Row after row.
    Rows(Box<Rows>),
}

/// Text that is held back, and where in it something could not be decoded.
#[derive(Default)]
struct Text {
    held: Vec<u8>,
    damage: Vec<usize>,
}

/// The table as far as it is seen.
pub(super) struct Rows {
    pub(super) dialect: Dialect,
    pub(super) body: Body,
    pub(super) table: Table,
    /// Whether characters that are all zeros stand in the first part of the file, and so perhaps elsewhere.
    pub(super) skips_nul: bool,
}

/// The columns as far as they are seen.
#[derive(Default)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    /// Lines within cells that look like rows.
    pub(super) swallowed: Tally,
    pub(super) first_rows: KeptRows,
    pub(super) sample: Sample,
}

/// Distinct values that a column can count exactly however many columns there are.
const LEAST_BUDGET: usize = 1_024;

impl std::fmt::Debug for Inspector {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Inspector").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

impl Default for Inspector {
    fn default() -> Self {
        Inspector::new()
    }
}

impl Inspector {
    /// Before the first byte.
    pub fn new() -> Self {
        let reader =
            Reader { decoder: Decoder::detecting(), stage: Stage::Bytes(Vec::new()), workbook: false };
        Inspector { unpacker: Unpacker::new(), reader, bytes: 0 }
    }

    /// For the CSV that a sheet of a workbook was written as: UTF-8 with commas and decimal points, so that none of this is guessed.
    /// Where the table begins, whether it names its columns and what each of them holds is found out as in any other file.
    pub fn for_workbook() -> Self {
        let reader =
            Reader { decoder: Decoder::named("UTF-8"), stage: Stage::Text(Text::default()), workbook: true };
        Inspector { unpacker: Unpacker::new(), reader, bytes: 0 }
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// [`Error::NotATable`], [`Error::OtherFormat`], [`Error::SpreadsheetFile`], [`Error::CompressedFile`], [`Error::CompressedFileDamaged`],
    /// [`Error::UnpacksTooFar`], [`Error::OneColumn`], [`Error::DecimalCommasCut`], [`Error::TooManyColumns`], [`Error::TooManyRows`], [`Error::RecordTooLong`].
    /// After an error the inspector is of no more use.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.bytes += bytes.len() as u64;
        let Inspector { unpacker, reader, .. } = self;
        unpacker.push(bytes, &mut |plain| reader.push(plain))
    }

    /// The file ends here.
    ///
    /// # Errors
    /// As [`Inspector::push`], and [`Error::EmptyFile`], [`Error::HeaderOnly`], [`Error::UnclosedQuote`].
    pub fn finish(mut self) -> Result<Inspection, Error> {
        let Inspector { unpacker, reader, .. } = &mut self;
        unpacker.finish(&mut |plain| reader.push(plain))?;
        self.reader.finish(self.bytes)
    }
}

impl Reader {
    fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let Stage::Bytes(held) = &mut self.stage else { return self.decode(bytes) };
        held.extend_from_slice(bytes);
        if held.len() < SNIFF_BYTES { Ok(()) } else { self.leave_bytes() }
    }

    fn finish(mut self, bytes: u64) -> Result<Inspection, Error> {
        if matches!(self.stage, Stage::Bytes(_)) {
            self.leave_bytes()?;
        }
        let Reader { decoder, stage, workbook } = &mut self;
        decoder.finish(&mut |text, damaged| stage.take(text, damaged, *workbook))?;
        if let Stage::Text(text) = &mut self.stage {
            let text = std::mem::take(text);
            self.stage.leave_text(&text, true, self.workbook)?;
        }
        let Stage::Rows(mut rows) = self.stage else { return Err(Error::EmptyFile) };
        rows.finish()?;
        conclude(*rows, self.decoder.encoding(), bytes, self.workbook)
    }

    fn decode(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let Reader { decoder, stage, workbook } = self;
        decoder.push(bytes, &mut |text, damaged| stage.take(text, damaged, *workbook))
    }

    fn leave_bytes(&mut self) -> Result<(), Error> {
        let Stage::Bytes(held) = &mut self.stage else { return Ok(()) };
        let held = std::mem::take(held);
        refuse_signature(&held)?;
        self.stage = Stage::Text(Text::default());
        self.decode(&held)
    }
}

impl Stage {
    fn take(&mut self, text: &[u8], damaged: bool, workbook: bool) -> Result<(), Error> {
        match self {
            Stage::Rows(rows) => rows.take(text, damaged),
            Stage::Bytes(_) => Ok(()),
            Stage::Text(Text { held, damage }) => {
                if damaged {
                    damage.push(held.len());
                }
                held.extend_from_slice(text);
                if held.len() < SNIFF_BYTES {
                    return Ok(());
                }
                let text = Text { held: std::mem::take(held), damage: std::mem::take(damage) };
                self.leave_text(&text, false, workbook)
            }
        }
    }

    fn leave_text(&mut self, Text { held, damage }: &Text, whole: bool, workbook: bool) -> Result<(), Error> {
        let head = &held[..held.len().min(SNIFF_BYTES)];
        refuse_controls(head)?;
        let skips_nul = held.contains(&0);
        let mut clean = Vec::new();
        let head = if skips_nul {
            clean.extend(head.iter().copied().filter(|byte| *byte != 0));
            clean.as_slice()
        } else {
            head
        };
        refuse_other_formats(head)?;
        if whole && head.trim_ascii().is_empty() {
            return Err(Error::EmptyFile);
        }
        let dialect = if workbook { dialect_of_workbook(head, whole)? } else { dialect(head, whole)? };
        let mut rows = Box::new(Rows::new(dialect, skips_nul));
        let mut from = 0;
        for &place in damage {
            rows.take(&held[from..place], false)?;
            rows.take(&[], true)?;
            from = place;
        }
        rows.take(&held[from..], false)?;
        *self = Stage::Rows(rows);
        Ok(())
    }
}

impl Rows {
    fn new(dialect: Dialect, skips_nul: bool) -> Self {
        let records = Records::new(dialect.delimiter, &dialect.layout, dialect.lead);
        let head = Head { named: dialect.header, row_names: dialect.row_names, under: dialect.under };
        Rows { dialect, body: Body::new(records, head, skips_nul, None), table: Table::default(), skips_nul }
    }

    fn take(&mut self, text: &[u8], damaged: bool) -> Result<(), Error> {
        let Rows { dialect, body, table, .. } = self;
        body.take(text, damaged, &mut table.sink(dialect.delimiter))
    }

    fn finish(&mut self) -> Result<(), Error> {
        let Rows { dialect, body, table, .. } = self;
        body.finish(&mut table.sink(dialect.delimiter))
    }
}

impl Table {
    /// What takes the rows of a body.
    fn sink(&mut self, delimiter: u8) -> impl FnMut(Block<'_>, usize) -> Result<(), Error> {
        move |block, columns| {
            self.take(block, columns, delimiter);
            Ok(())
        }
    }

    fn take(&mut self, block: Block, columns: usize, delimiter: u8) {
        if self.columns.is_empty() {
            let budget = (DISTINCT_HASHES_IN_ALL / columns.max(1)).clamp(LEAST_BUDGET, DISTINCT_HASHES);
            self.columns = (0..columns).map(|_| Column::new(budget)).collect();
        }
        self.first_rows.take_first(block, columns);
        self.sample.take(block, columns);
        swallowed_rows(block, delimiter, columns, &mut self.swallowed);
        for (index, column) in self.columns.iter_mut().enumerate() {
            block.each_run(index, |cell, rows| column.push(cell, rows));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Notice;
    use crate::limits::COLUMNS;

    fn inspect(text: &str) -> Result<Inspection, Error> {
        let mut inspector = Inspector::new();
        inspector.push(text.as_bytes())?;
        inspector.finish()
    }

    fn refused(text: &str, expect: Error) {
        assert_eq!(inspect(text), Err(expect), "{text:?}");
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        refused("", Error::EmptyFile);
        refused("\u{feff}", Error::EmptyFile);
        refused("\n \r\n\n", Error::EmptyFile);
        refused("a,b,c\n", Error::HeaderOnly);
        refused("a\n1\n2\n", Error::OneColumn);
        refused("a,b\n1,\"2\n", Error::UnclosedQuote { row: 2 });
        refused("id,x\n\0\0\0\n", Error::NotATable);
        let wide: Vec<String> = (0..100_000).map(|number| format!("c{number}")).collect();
        refused(
            &format!("{}\n", wide.join(",")),
            Error::TooManyColumns { found: 100_000, limit: COLUMNS as u64 },
        );
    }

    #[test]
    fn names_are_mended() {
        let found = inspect("x,,x,x (2),column 2\n1,2,3,4,5\n").unwrap();
        let names: Vec<&str> = found.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["x", "column 2 (2)", "x (3)", "x (2)", "column 2"]);
        assert!(found.notices.contains(&Notice::ColumnsWithoutName { count: 1 }));
        assert!(found.notices.contains(&Notice::DuplicateColumnNames { count: 1 }));
        assert!(inspect("1,2\n3,4\n").unwrap().notices.contains(&Notice::NoHeader));
    }

    #[test]
    fn ragged_rows_are_counted() {
        let found = inspect("a,b\n1,2\n3\n4,5,\n6,7,8\n").unwrap();
        assert_eq!(found.rows, 4);
        assert_eq!(found.columns[1].missing, 1);
        assert!(found.notices.contains(&Notice::RaggedRows { count: 2, rows: vec![3, 5] }));
    }

    #[test]
    fn junk_at_the_end_is_left_out() {
        let found = inspect("a,b,,\n1,2,,\n3,4,,\n").unwrap();
        assert_eq!(found.columns.len(), 2);
        assert_eq!(found.notices, [Notice::EmptyColumnsLeftOut { count: 2 }]);
        let found = inspect("a,b,c,\n1,2,,\n3,4,,x\n").unwrap();
        assert_eq!(found.columns.len(), 4);
    }

    #[test]
    fn headers_that_come_again_are_read_over() {
        let found = inspect("id,x\n1,2\nid,x\n3,4\n").unwrap();
        assert_eq!((found.rows, found.columns[1].kind), (2, crate::table::ColumnType::Number));
        assert_eq!(found.notices, [Notice::RepeatedHeaders { count: 1, rows: vec![3] }]);
    }

    #[test]
    fn damage_is_located() {
        let mut inspector = Inspector::new();
        let good = "größer,ä\n".repeat(20);
        inspector.push(format!("name,x\n{good}").as_bytes()).unwrap();
        inspector.push(b"gr\xFF,\xFFx\nok,1\n\xFFy,2\n").unwrap();
        let notices = inspector.finish().unwrap().notices;
        assert!(
            notices.contains(&Notice::BytesNotDecoded { count: 3, rows: vec![22, 22, 24] }),
            "{notices:?}"
        );
    }

    #[test]
    fn a_few_zeros_in_a_text_are_read_over() {
        let rows: String = (0..60).map(|n| format!("{},{}\n", 100 + n, n % 7)).collect();
        let text = format!("id,x\n{rows}").replace("130,", "1\x003\x000,").replace("150,1", "150,\x001");
        let found = inspect(&text).unwrap();
        assert_eq!((found.columns[0].kind, found.columns[1].unread), (crate::table::ColumnType::Number, 0));
        assert!(found.notices.contains(&Notice::BytesNotDecoded { count: 3, rows: vec![32, 32, 52] }));
        let reading = found.reading(&crate::table::ReadingOptions::default()).unwrap();
        let mut ids = Vec::new();
        let mut reader = crate::table::Reader::new(&reading);
        let mut keep = |batch: &crate::table::Batch| {
            let crate::table::Cells::Texts(texts) = &batch.columns[0] else { return Ok(()) };
            ids.extend(texts.iter().map(str::to_owned));
            Ok(())
        };
        reader.push(text.as_bytes(), &mut keep).unwrap();
        let notices = reader.finish(&mut keep).unwrap();
        assert!(ids.iter().eq((100..160).map(|id| id.to_string()).collect::<Vec<_>>().iter()), "{ids:?}");
        assert!(notices.contains(&Notice::BytesNotDecoded { count: 3, rows: vec![32, 32, 52] }));
    }

    #[test]
    fn unreadable_cells_of_a_spreadsheet_are_told() {
        let found = inspect("id,when\n1,2020-01-02\n2,########\n3,2020-01-05\n").unwrap();
        let notice = Notice::CellsTooNarrow { column: "when".into(), count: 1, rows: vec![3] };
        assert_eq!((found.columns[1].missing, found.notices.as_slice()), (1, [notice].as_slice()));
    }
}
