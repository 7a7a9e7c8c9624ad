//! Pass 1: the file goes by once, and what it is remains.

use super::cells::Tally;
use super::column::Column;
use super::decode::Decoder;
use super::inspection::{ColumnReport, Inspection};
use super::kinds::{Decision, Locale, decide, locale};
use super::personal::{PersonalData, recognise};
use super::records::{Record, Records};
use super::roles::{Role, propose};
use super::sniff::{Dialect, dialect, refuse_controls, refuse_signature};
use super::words::concepts;
use super::{ColumnType, Personal, Shape, iso_day};
use crate::limits::{COLUMNS, DISTINCT_HASHES, ROWS, SNIFF_BYTES};
use crate::{Error, Notice, Statement};

/// Takes a file chunk by chunk and ends in an [`Inspection`]. Where the chunks are cut does not matter.
pub struct Inspector {
    decoder: Decoder,
    bytes: u64,
    stage: Stage,
}

/// How far the file is understood.
enum Stage {
    /// Not enough bytes to say that it is no picture.
    Bytes(Vec<u8>),
    /// Not enough text to say what separates cells.
    Text(Vec<u8>),
    /// Row after row.
    Rows(Box<Rows>),
}

struct Rows {
    dialect: Dialect,
    records: Records,
    table: Table,
}

/// The columns as far as they are seen.
struct Table {
    header: bool,
    names: Vec<String>,
    columns: Vec<Column>,
    rows: u64,
    ragged: Tally,
    notices: Vec<Notice>,
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
        Inspector { decoder: Decoder::detecting(), bytes: 0, stage: Stage::Bytes(Vec::new()) }
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// [`Error::NotATable`], [`Error::SpreadsheetFile`], [`Error::CompressedFile`], [`Error::OneColumn`], [`Error::TooManyColumns`],
    /// [`Error::TooManyRows`], [`Error::RecordTooLong`]. After an error the inspector is of no more use.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.bytes += bytes.len() as u64;
        let Stage::Bytes(held) = &mut self.stage else { return self.decode(bytes) };
        held.extend_from_slice(bytes);
        if held.len() < SNIFF_BYTES { Ok(()) } else { self.leave_bytes() }
    }

    /// The file ends here.
    ///
    /// # Errors
    /// As [`Inspector::push`], and [`Error::EmptyFile`], [`Error::HeaderOnly`], [`Error::UnclosedQuote`].
    pub fn finish(mut self) -> Result<Inspection, Error> {
        if matches!(self.stage, Stage::Bytes(_)) {
            self.leave_bytes()?;
        }
        let Inspector { decoder, stage, .. } = &mut self;
        decoder.finish(&mut |text| stage.take(text))?;
        if let Stage::Text(text) = &mut self.stage {
            let text = std::mem::take(text);
            self.stage.leave_text(&text, true)?;
        }
        let Stage::Rows(mut rows) = self.stage else { return Err(Error::EmptyFile) };
        let Rows { records, table, .. } = rows.as_mut();
        records.finish(&mut |record| table.take(record))?;
        rows.finish(&self.decoder, self.bytes)
    }

    fn decode(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let Inspector { decoder, stage, .. } = self;
        decoder.push(bytes, &mut |text| stage.take(text))
    }

    fn leave_bytes(&mut self) -> Result<(), Error> {
        let Stage::Bytes(held) = &mut self.stage else { return Ok(()) };
        let held = std::mem::take(held);
        refuse_signature(&held)?;
        self.stage = Stage::Text(Vec::new());
        self.decode(&held)
    }
}

impl Stage {
    fn take(&mut self, text: &[u8]) -> Result<(), Error> {
        match self {
            Stage::Rows(rows) => {
                let Rows { records, table, .. } = rows.as_mut();
                records.push(text, &mut |record| table.take(record))
            }
            Stage::Bytes(held) | Stage::Text(held) => {
                held.extend_from_slice(text);
                if held.len() < SNIFF_BYTES {
                    return Ok(());
                }
                let held = std::mem::take(held);
                self.leave_text(&held, false)
            }
        }
    }

    fn leave_text(&mut self, text: &[u8], whole: bool) -> Result<(), Error> {
        let head = &text[..text.len().min(SNIFF_BYTES)];
        refuse_controls(head)?;
        if whole && head.trim_ascii().is_empty() {
            return Err(Error::EmptyFile);
        }
        let dialect = dialect(head, whole)?;
        let table = Table::new(dialect.header);
        *self = Stage::Rows(Box::new(Rows { dialect, records: Records::new(dialect.delimiter), table }));
        self.take(text)
    }
}

impl Table {
    fn new(header: bool) -> Self {
        Table {
            header,
            names: Vec::new(),
            columns: Vec::new(),
            rows: 0,
            ragged: Tally::default(),
            notices: Vec::new(),
        }
    }

    fn take(&mut self, record: Record) -> Result<(), Error> {
        if self.columns.is_empty() {
            if record.len() > COLUMNS {
                return Err(Error::TooManyColumns { found: record.len() as u64, limit: COLUMNS as u64 });
            }
            let budget = (DISTINCT_HASHES / record.len().max(1)).max(LEAST_BUDGET);
            self.columns = (0..record.len()).map(|_| Column::new(budget)).collect();
            self.name_columns(&record);
            if self.header {
                return Ok(());
            }
        }
        if self.rows == ROWS {
            return Err(Error::TooManyRows { limit: ROWS });
        }
        self.rows += 1;
        if is_ragged(&record, self.columns.len()) {
            self.ragged.add(record.row);
        }
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.push(record.cell(index), record.row);
        }
        Ok(())
    }

    /// Gives every column a name of its own.
    fn name_columns(&mut self, record: &Record) {
        if !self.header {
            self.notices.push(Notice::NoHeader);
            self.names = (1..=record.len()).map(|number| format!("column{number}")).collect();
            return;
        }
        let given: Vec<String> =
            record.cells().map(|cell| String::from_utf8_lossy(cell.trim_ascii()).into_owned()).collect();
        let (mut unnamed, mut renamed) = (0, 0);
        for (index, name) in given.iter().enumerate() {
            let wanted = if name.is_empty() { format!("column {}", index + 1) } else { name.clone() };
            unnamed += u64::from(name.is_empty());
            let taken = |name: &String| self.names.contains(name) || given[index + 1..].contains(name);
            let repeated = self.names.contains(&wanted) || (name.is_empty() && taken(&wanted));
            renamed += u64::from(repeated && !name.is_empty());
            let own = if repeated {
                (2..).map(|number| format!("{wanted} ({number})")).find(|name| !taken(name))
            } else {
                None
            };
            self.names.push(own.unwrap_or(wanted));
        }
        if unnamed > 0 {
            self.notices.push(Notice::ColumnsWithoutName { count: unnamed });
        }
        if renamed > 0 {
            self.notices.push(Notice::DuplicateColumnNames { count: renamed });
        }
    }
}

/// More or fewer cells than columns; empty surplus cells are only a delimiter at the end of the line.
pub(super) fn is_ragged(record: &Record, columns: usize) -> bool {
    record.len() < columns || (columns..record.len()).any(|index| !record.cell(index).trim_ascii().is_empty())
}

impl Rows {
    fn finish(self: Box<Self>, decoder: &Decoder, bytes: u64) -> Result<Inspection, Error> {
        let Table { header, names, mut columns, rows, ragged, mut notices } = self.table;
        if columns.len() < 2 {
            return Err(if columns.is_empty() { Error::EmptyFile } else { Error::OneColumn });
        }
        if rows == 0 {
            return Err(Error::HeaderOnly);
        }
        columns.iter_mut().for_each(Column::flush);
        if decoder.invalid() > 0 {
            notices.push(Notice::BytesNotDecoded { count: decoder.invalid() });
        }
        if ragged.count > 0 {
            notices.push(Notice::RaggedRows { count: ragged.count, rows: ragged.rows });
        }
        let locale = locale(&columns, self.dialect.delimiter);
        let mut questions = Vec::new();
        let mut reports = Vec::with_capacity(columns.len());
        for (name, column) in names.into_iter().zip(&columns) {
            let (report, decision) = report(name, column, rows, locale);
            if decision.unread.count > 0 {
                let unread = decision.unread;
                notices.push(Notice::CellsNotRead {
                    column: report.name.clone(),
                    count: unread.count,
                    rows: unread.rows,
                });
            }
            questions.extend(decision.question);
            reports.push(report);
        }
        let shape = settle(&mut reports, rows, header, &mut notices);
        Ok(Inspection {
            encoding: decoder.encoding().to_owned(),
            delimiter: char::from(self.dialect.delimiter),
            header,
            rows,
            bytes,
            shape,
            columns: reports,
            questions,
            notices,
        })
    }
}

/// What the column is, before it is known what for.
fn report(name: String, column: &Column, rows: u64, locale: Locale) -> (ColumnReport, Decision) {
    let decision = decide(column, &name, locale);
    let personal_data = recognise(&concepts(&name), decision.kind, &column.shapes);
    let distinct = column.distinct.count();
    let whole = decision.kind == ColumnType::Number && decision.scale == 0 && decision.unread.count == 0;
    let counts = decision
        .range
        .is_some_and(|(low, high)| (low == 0.0 || low == 1.0) && high - low + 1.0 == rows as f64);
    let report = ColumnReport {
        kind: decision.kind,
        role: Role::Ignore,
        personal: Personal::None,
        missing: column.missing,
        distinct,
        decimal: decision.decimal,
        date_order: decision.date.filter(|_| decision.kind == ColumnType::Date).map(|format| format.order),
        scale: decision.scale,
        date: decision.date,
        why: Statement::new(""),
        personal_data,
        personal_why: None,
        unread: decision.unread.count,
        sequence: whole && counts && column.missing == 0 && distinct == rows,
        min: decision.range.map(|(low, _)| low),
        max: decision.range.map(|(_, high)| high),
        mean: decision.mean,
        first: decision.days.map(|(first, _)| iso_day(first)),
        last: decision.days.map(|(_, last)| iso_day(last)),
        name,
    };
    (report, decision)
}

/// Gives every column its role, and takes away what the role does not allow to be shown.
fn settle(reports: &mut [ColumnReport], rows: u64, header: bool, notices: &mut Vec<Notice>) -> Shape {
    let (shape, proposals) = propose(reports, rows, header, &[]);
    for (report, proposal) in reports.iter_mut().zip(proposals) {
        report.role = proposal.role;
        report.why = proposal.why;
        report.personal = proposal.personal;
        report.personal_why = match (report.personal, report.personal_data) {
            (Personal::KeyOnly, _) => Some(Statement::new("personal-key")),
            (Personal::Drop, None) => Some(Statement::new(PersonalData::Name.why())),
            (_, data) => data.map(|data| Statement::new(data.why())),
        };
        if report.personal != Personal::None || report.role == Role::OrderId {
            (report.min, report.max, report.mean) = (None, None, None);
        }
        if report.role != Role::Date {
            (report.first, report.last) = (None, None);
        }
        if report.personal == Personal::Drop {
            notices.push(Notice::PersonalColumnLeftOut { column: report.name.clone() });
        }
    }
    shape
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A report as pass 1 makes it, for the tests of what follows from reports.
    pub(in crate::table) fn report(name: &str, kind: ColumnType, distinct: u64) -> ColumnReport {
        let column = Column::new(1);
        let (report, _) = super::report(name.to_owned(), &column, 0, locale(&[], b','));
        ColumnReport { kind, distinct, ..report }
    }

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
}
