//! Pass 2: the file goes by again, and its cells come out typed.

use super::cells::{Tally, is_missing};
use super::dates::moment;
use super::decode::Decoder;
use super::gzip::Unpacker;
use super::header::{Header, is_ragged};
use super::numbers::read;
use super::records::{Record, Records};
use super::{Batch, Cells, ColumnReading, DateFormat, DecimalMark, MISSING, Reading, Role, Texts};
use crate::limits::ROWS;
use crate::{Error, Notice};

/// Reads a file under a [`Reading`], chunk by chunk. Where the chunks are cut does not matter, except for where batches end.
pub struct Reader {
    unpacker: Unpacker,
    decoder: Decoder,
    records: Records,
    rows: Rows,
}

/// Where batches go. A batch is lent: its memory is used again for the next.
pub type BatchSink<'a> = &'a mut dyn FnMut(&Batch) -> Result<(), Error>;

struct Rows {
    /// Whether the next record names the columns.
    named: bool,
    header: Header,
    /// Invalid byte sequences and the rows they stand in.
    damage: Tally,
    repeated: Tally,
    columns: usize,
    sources: Vec<Source>,
    batch: Batch,
    seen: u64,
    ragged: Tally,
}

/// A column that is read.
struct Source {
    index: usize,
    name: String,
    decimal: DecimalMark,
    date: Option<DateFormat>,
    unread: Tally,
    /// The last cell and what it was read as: exports repeat themselves.
    last: Vec<u8>,
    last_number: f64,
    last_units: i64,
    fresh: bool,
}

/// Rows in a batch: enough to make its overhead vanish, few enough to stay in the cache.
const BATCH_ROWS: usize = 8_192;

impl std::fmt::Debug for Reader {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Reader").field("rows", &self.rows.seen).finish_non_exhaustive()
    }
}

impl Reader {
    /// Before the first byte.
    pub fn new(reading: &Reading) -> Self {
        let batch = Batch { rows: Vec::new(), columns: reading.columns.iter().map(cells_for).collect() };
        let read = batch.columns.iter().enumerate().filter(|(_, cells)| !matches!(cells, Cells::Unread));
        let sources = read.map(|(index, _)| Source::new(index, &reading.columns[index])).collect();
        let delimiter = u8::try_from(reading.delimiter).unwrap_or(b',');
        Reader {
            unpacker: Unpacker::new(),
            decoder: Decoder::named(&reading.encoding),
            records: Records::new(delimiter, &reading.layout, reading.lead),
            rows: Rows {
                named: reading.header,
                header: Header::default(),
                damage: Tally::default(),
                repeated: Tally::default(),
                columns: reading.columns.len(),
                sources,
                batch,
                seen: 0,
                ragged: Tally::default(),
            },
        }
    }

    /// Takes the next bytes of the file and hands out the batches that are full.
    ///
    /// # Errors
    /// [`Error::RecordTooLong`], [`Error::TooManyRows`], and whatever the sink answers.
    pub fn push(&mut self, bytes: &[u8], sink: BatchSink) -> Result<(), Error> {
        let Reader { unpacker, decoder, records, rows } = self;
        unpacker.push(bytes, &mut |plain| {
            decoder.push(plain, &mut |text, damaged| rows.take(text, damaged, records, sink))
        })
    }

    /// Hands out the last batch; the file ends here. The notices are about the columns that were read.
    ///
    /// # Errors
    /// As [`Reader::push`], and [`Error::UnclosedQuote`].
    pub fn finish(mut self, sink: BatchSink) -> Result<Vec<Notice>, Error> {
        let Reader { unpacker, decoder, records, rows } = &mut self;
        unpacker.finish(&mut |plain| {
            decoder.push(plain, &mut |text, damaged| rows.take(text, damaged, records, sink))
        })?;
        decoder.finish(&mut |text, damaged| rows.take(text, damaged, records, sink))?;
        records.finish(&mut |record| rows.take_record(record, sink))?;
        rows.hand_out(sink)?;
        Ok(self.notices())
    }

    fn notices(self) -> Vec<Notice> {
        let mut notices = Vec::new();
        let damage = self.rows.damage;
        if damage.count > 0 {
            notices.push(Notice::BytesNotDecoded { count: damage.count, rows: damage.rows });
        }
        let repeated = self.rows.repeated;
        if repeated.count > 0 {
            notices.push(Notice::RepeatedHeaders { count: repeated.count, rows: repeated.rows });
        }
        let ragged = self.rows.ragged;
        if ragged.count > 0 {
            notices.push(Notice::RaggedRows { count: ragged.count, rows: ragged.rows });
        }
        let unread = self.rows.sources.into_iter().filter(|source| source.unread.count > 0);
        notices.extend(unread.map(|source| Notice::CellsNotRead {
            column: source.name,
            count: source.unread.count,
            rows: source.unread.rows,
        }));
        notices
    }
}

/// What a role needs of its column.
fn cells_for(column: &ColumnReading) -> Cells {
    match column.role {
        Role::Amount | Role::Quantity | Role::UnitPrice | Role::Discount => {
            Cells::Exact { units: Vec::new(), scale: column.scale }
        }
        Role::Date => Cells::Moments(Vec::new()),
        Role::Feature => Cells::Numbers(Vec::new()),
        Role::CustomerId | Role::OrderId => Cells::Texts(Texts::default()),
        _ => Cells::Unread,
    }
}

impl Rows {
    fn take(
        &mut self,
        text: &[u8],
        damaged: bool,
        records: &mut Records,
        sink: BatchSink,
    ) -> Result<(), Error> {
        if damaged {
            self.damage.add(records.row());
        }
        records.push(text, &mut |record| self.take_record(record, sink))
    }

    fn take_record(&mut self, record: Record, sink: BatchSink) -> Result<(), Error> {
        if self.named {
            self.named = false;
            self.header = Header::new(&record);
            return Ok(());
        }
        if self.header.is_repeated(&record) {
            self.repeated.add(record.row);
            return Ok(());
        }
        if self.seen == ROWS {
            return Err(Error::TooManyRows { limit: ROWS });
        }
        self.seen += 1;
        if is_ragged(&record, self.columns) {
            self.ragged.add(record.row);
        }
        self.batch.rows.push(record.row);
        for source in &mut self.sources {
            source.read(record.cell(source.index), record.row, &mut self.batch.columns[source.index]);
        }
        if self.batch.len() >= BATCH_ROWS { self.hand_out(sink) } else { Ok(()) }
    }

    fn hand_out(&mut self, sink: BatchSink) -> Result<(), Error> {
        if self.batch.is_empty() {
            return Ok(());
        }
        sink(&self.batch)?;
        self.batch.rows.clear();
        for cells in &mut self.batch.columns {
            match cells {
                Cells::Unread => {}
                Cells::Numbers(numbers) => numbers.clear(),
                Cells::Exact { units, .. } => units.clear(),
                Cells::Moments(moments) => moments.clear(),
                Cells::Texts(texts) => texts.clear(),
            }
        }
        Ok(())
    }
}

impl Source {
    fn new(index: usize, column: &ColumnReading) -> Self {
        Source {
            index,
            name: column.name.clone(),
            decimal: column.decimal.unwrap_or(DecimalMark::Point),
            date: column.date,
            unread: Tally::default(),
            last: Vec::new(),
            last_number: f64::NAN,
            last_units: MISSING,
            fresh: true,
        }
    }

    fn read(&mut self, cell: &[u8], row: u64, cells: &mut Cells) {
        let repeated = !self.fresh && cell == self.last.as_slice();
        if let Cells::Texts(texts) = cells {
            if repeated && !texts.is_empty() {
                return texts.push_again();
            }
            self.keep(cell);
            return push_text(cell.trim_ascii(), texts);
        }
        if !repeated {
            self.keep(cell);
            self.convert(cell.trim_ascii(), cells);
        }
        let unread = match cells {
            Cells::Numbers(numbers) => {
                numbers.push(self.last_number);
                self.last_number.is_nan()
            }
            Cells::Exact { units, .. } | Cells::Moments(units) => {
                units.push(self.last_units);
                self.last_units == MISSING
            }
            Cells::Unread | Cells::Texts(_) => false,
        };
        if unread && !is_missing(cell.trim_ascii()) {
            self.unread.add(row);
        }
    }

    fn keep(&mut self, cell: &[u8]) {
        self.fresh = false;
        self.last.clear();
        self.last.extend_from_slice(cell);
    }

    fn convert(&mut self, cell: &[u8], cells: &Cells) {
        match cells {
            Cells::Numbers(_) => {
                let number = if is_missing(cell) { None } else { read(cell, self.decimal) };
                self.last_number = number.map_or(f64::NAN, super::numbers::Decimal::to_f64);
            }
            Cells::Exact { scale, .. } => {
                let number = if is_missing(cell) { None } else { read(cell, self.decimal) };
                self.last_units = number.and_then(|number| number.to_units(*scale)).unwrap_or(MISSING);
            }
            Cells::Moments(_) => {
                self.last_units = self.date.and_then(|format| moment(cell, format)).unwrap_or(MISSING);
            }
            Cells::Unread | Cells::Texts(_) => {}
        }
    }
}

fn push_text(cell: &[u8], texts: &mut Texts) {
    if is_missing(cell) {
        return texts.push("");
    }
    match std::str::from_utf8(cell) {
        Ok(text) => texts.push(text),
        // The decoder hands out UTF-8 only; a cell cut within a character cannot come about, since delimiters are ASCII.
        Err(_) => texts.push(&String::from_utf8_lossy(cell)),
    }
}
