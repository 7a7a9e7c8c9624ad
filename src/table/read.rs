//! Pass 2: the file goes by again, and its cells come out typed.

use std::hash::BuildHasher;

use foldhash::quality::FixedState;
use hashbrown::HashSet;

use super::block::{Block, Record, Row};
use super::body::{Body, Head};
use super::cells::{is_missing, trim};
use super::dates::{DAY, moment, parse_iso_day};
use super::decode::Decoder;
use super::dictionary::{Dictionary, Nobody};
use super::fingerprints::Fingerprints;
use super::gzip::Unpacker;
use super::judge::{Judges, taken_back};
use super::numbers::{self, Decimal};
use super::records::Records;
use super::tally::Tally;
use super::wrapping::bare;
use super::{
    Batch, Beside, Cells, ColumnReading, ColumnType, DateFormat, DecimalMark, MISSING, Personal, Reading,
    Role, Shape, Texts,
};
use crate::{Error, Notice};

/// Reads a file under a [`Reading`], chunk by chunk. Where the chunks are cut does not matter, except for where batches end.
pub struct Reader {
    unpacker: Unpacker,
    decoder: Decoder,
    body: Body,
    columns: Columns,
}

/// Where batches go. A batch is lent: its memory is used again for the next.
pub type BatchSink<'a> = &'a mut dyn FnMut(&Batch) -> Result<(), Error>;

/// The columns that are read, and what was read of them since the last batch.
struct Columns {
    sources: Vec<Source>,
    batch: Batch,
    /// Where somebody asks which rows are equal.
    fingerprints: Option<Fingerprints>,
    /// Where a column says which rows count.
    judges: Option<Judges>,
    /// The amounts whose sign stands before their pieces, and those.
    signs: Option<(usize, usize)>,
}

/// A column that is read.
struct Source {
    index: usize,
    name: String,
    decimal: DecimalMark,
    date: Option<DateFormat>,
    /// Numbers that are codes for no value.
    missing: Vec<f64>,
    unread: Tally,
    /// The strings of a column of text.
    dictionary: Dictionary,
    /// The column whose empty cells say that a row goes on with the cell above, and that cell.
    goes_on_with: Option<usize>,
    above: Vec<u8>,
    /// The column that says which rows are one order, where each of them repeats its total.
    once_per: Option<usize>,
    /// Whether it says which customer a row belongs to.
    is_customer: bool,
    /// The column that says when, and how, where orders' ids begin again.
    day: Option<(usize, DateFormat)>,
    /// The days that are none by mistake, in seconds from the first up to the end of the last.
    within: (i64, i64),
    /// The orders whose total was counted, by their hash.
    counted: HashSet<u64, FixedState>,
}

/// Rows in a batch: enough to make its overhead vanish, few enough to stay in the cache.
const BATCH_ROWS: usize = 8_192;

impl std::fmt::Debug for Reader {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Reader").field("rows", &self.body.rows()).finish_non_exhaustive()
    }
}

impl Reader {
    /// Before the first byte.
    pub fn new(reading: &Reading) -> Self {
        let batch = Batch {
            rows: Vec::new(),
            fingerprints: Vec::new(),
            columns: reading.columns.iter().map(|column| cells_for(column, reading.shape)).collect(),
        };
        let read = batch.columns.iter().enumerate().filter(|(_, cells)| !matches!(cells, Cells::Unread));
        let day = days_of_orders(reading);
        let sources = read
            .map(|(index, _)| Source { day, ..Source::new(index, &reading.columns[index], reading.shape) })
            .collect();
        let delimiter = u8::try_from(reading.delimiter).unwrap_or(b',');
        let records = Records::new(delimiter, &reading.layout, reading.lead);
        let head = Head { named: reading.header, row_names: false, under: reading.under };
        Reader {
            unpacker: Unpacker::new(),
            decoder: Decoder::named(&reading.encoding),
            body: Body::new(records, head, reading.skips_nul, Some(reading.columns.len())),
            columns: Columns {
                sources,
                batch,
                fingerprints: (reading.shape == Shape::Transactions).then(|| Fingerprints::new(reading)),
                judges: Judges::new(reading),
                signs: signs(reading),
            },
        }
    }

    /// Takes the next bytes of the file and hands out the batches that are full.
    ///
    /// # Errors
    /// [`Error::RecordTooLong`], [`Error::TooManyRows`], and whatever the sink answers.
    pub fn push(&mut self, bytes: &[u8], sink: BatchSink) -> Result<(), Error> {
        let Reader { unpacker, decoder, body, columns } = self;
        let mut rows = |rows: Block, _| columns.take(rows, sink);
        unpacker.push(bytes, &mut |plain| {
            decoder.push(plain, &mut |text, damaged| body.take(text, damaged, &mut rows))
        })
    }

    /// True where the bytes so far end with a whole row, so that another reader, of a [`Reading`] without header and lead, can read on
    /// from here and nothing is different. Never so in a compressed file, one whose rows go on with those above or repeat their order's total, or in an encoding with more than ASCII's line ends.
    pub fn is_between_rows(&self) -> bool {
        let alone = self
            .columns
            .sources
            .iter()
            .all(|source| source.goes_on_with.is_none() && source.once_per.is_none());
        alone && self.unpacker.is_plain() && self.decoder.is_between_characters() && self.body.is_between()
    }

    /// Hands out the last batch; the file ends here. The notices are about the columns that were read.
    ///
    /// # Errors
    /// As [`Reader::push`], and [`Error::UnclosedQuote`].
    pub fn finish(mut self, sink: BatchSink) -> Result<Vec<Notice>, Error> {
        let Reader { unpacker, decoder, body, columns } = &mut self;
        let mut rows = |rows: Block, _| columns.take(rows, sink);
        unpacker.finish(&mut |plain| {
            decoder.push(plain, &mut |text, damaged| body.take(text, damaged, &mut rows))
        })?;
        decoder.finish(&mut |text, damaged| body.take(text, damaged, &mut rows))?;
        body.finish(&mut rows)?;
        columns.hand_out(sink)?;
        let unread =
            self.columns.sources.into_iter().filter_map(|Source { name: column, unread, .. }| {
                unread.told(|count, rows| Notice::CellsNotRead { column, count, rows, forms: Vec::new() })
            });
        Ok(self.body.into_notices().chain(unread).collect())
    }
}

/// Where the days stand, if orders' ids begin again.
fn days_of_orders(reading: &Reading) -> Option<(usize, DateFormat)> {
    let begins_again = reading.columns.iter().any(|column| column.with_day);
    let date = reading.position(Role::Date).filter(|_| begins_again)?;
    Some((date, reading.columns[date].date?))
}

/// All moments there are.
const ALWAYS: (i64, i64) = (i64::MIN, i64::MAX);

/// The moments of a column of days that are none by mistake.
fn within(column: &ColumnReading) -> (i64, i64) {
    let day = |day: &Option<String>| day.as_deref().and_then(parse_iso_day);
    let first = day(&column.since).map_or(ALWAYS.0, |day| day * DAY);
    (first, day(&column.until).map_or(ALWAYS.1, |day| (day + 1) * DAY))
}

/// The columns of amounts and of pieces, where the sign of an amount stands before its pieces.
fn signs(reading: &Reading) -> Option<(usize, usize)> {
    let quantity = reading.position(Role::Quantity)?;
    let stands_there = reading.columns[quantity].beside == Some(Beside::PiecesTakeBack);
    let amount = reading.position(Role::Amount)?;
    (stands_there && reading.shape == Shape::Transactions).then_some((amount, quantity))
}

/// What a role needs of its column in a file of this shape.
fn cells_for(column: &ColumnReading, shape: Shape) -> Cells {
    match column.role {
        Role::Amount | Role::Quantity | Role::UnitPrice | Role::Discount => {
            Cells::Exact { units: Vec::new(), scale: column.scale }
        }
        Role::Date => Cells::Moments(Vec::new()),
        Role::Feature if column.kind == ColumnType::Date => Cells::Moments(Vec::new()),
        Role::Feature => Cells::Numbers(Vec::new()),
        Role::CustomerId | Role::OrderId => Cells::Texts(Texts::default()),
        Role::Product | Role::Category | Role::Channel
            if shape == Shape::Transactions && column.personal == Personal::None =>
        {
            Cells::Texts(Texts::default())
        }
        Role::Categorical | Role::Category | Role::Channel | Role::Location
            if shape != Shape::Transactions =>
        {
            Cells::Texts(Texts::default())
        }
        _ => Cells::Unread,
    }
}

impl Columns {
    fn take(&mut self, block: Block, sink: BatchSink) -> Result<(), Error> {
        let first = self.batch.len();
        if let Some(mut judges) = self.judges.take() {
            self.read(block.with_rows(judges.take(block)));
            let customers = self.sources.iter_mut().find(|source| source.is_customer);
            judges.change(&mut self.batch, first, customers.map(|source| &mut source.dictionary));
            self.judges = Some(judges);
        } else {
            self.read(block);
        }
        if let Some((amount, quantity)) = self.signs {
            self.batch.turn_signs(amount, quantity, first);
        }
        if self.batch.len() >= BATCH_ROWS { self.hand_out(sink) } else { Ok(()) }
    }

    fn read(&mut self, block: Block) {
        self.batch.rows.extend(block.rows().iter().map(|row| row.row));
        if let Some(fingerprints) = &mut self.fingerprints {
            fingerprints.take(block, &mut self.batch.fingerprints);
        }
        for source in &mut self.sources {
            source.read(block, &mut self.batch.columns[source.index]);
        }
    }

    fn hand_out(&mut self, sink: BatchSink) -> Result<(), Error> {
        if self.batch.is_empty() {
            return Ok(());
        }
        sink(&self.batch)?;
        self.batch.rows.clear();
        self.batch.fingerprints.clear();
        for source in &mut self.sources {
            match &mut self.batch.columns[source.index] {
                Cells::Unread => {}
                Cells::Numbers(numbers) => numbers.clear(),
                Cells::Exact { units, .. } => units.clear(),
                Cells::Moments(moments) => moments.clear(),
                Cells::Texts(texts) => source.dictionary.next_batch(texts),
            }
        }
        Ok(())
    }
}

impl Batch {
    /// Turns the sign of amounts from row `first` on where the number of pieces is negative.
    fn turn_signs(&mut self, amount: usize, quantity: usize, first: usize) {
        let Cells::Exact { units: pieces, .. } = &self.columns[quantity] else { return };
        let back: Vec<usize> =
            (first..pieces.len()).filter(|row| pieces[*row] < 0 && pieces[*row] != MISSING).collect();
        if let Cells::Exact { units, .. } = &mut self.columns[amount] {
            back.into_iter().for_each(|row| units[row] = taken_back(units[row]));
        }
    }
}

impl Source {
    fn new(index: usize, column: &ColumnReading, shape: Shape) -> Self {
        let nobody = match (column.role, shape) {
            (Role::CustomerId, Shape::Transactions) if column.zero_is_nobody => Nobody::GuestsAndZero,
            (Role::CustomerId, Shape::Transactions) => Nobody::Guests,
            _ => Nobody::Missing,
        };
        Source {
            index,
            name: column.name.clone(),
            decimal: column.decimal.unwrap_or(DecimalMark::Point),
            date: column.date,
            missing: column.missing.clone(),
            unread: Tally::default(),
            dictionary: Dictionary::new(nobody),
            goes_on_with: column.goes_on_with.map(|column| column as usize),
            above: Vec::new(),
            once_per: column.once_per.map(|column| column as usize),
            is_customer: column.role == Role::CustomerId,
            day: None,
            within: within(column),
            counted: HashSet::default(),
        }
    }

    fn read(&mut self, block: Block, cells: &mut Cells) {
        match self.goes_on_with {
            None => self.read_at(self.index, block, cells),
            Some(order) => self.read_down(order, block, cells),
        }
        if let (Some(order), Cells::Exact { units, .. }) = (self.once_per, cells) {
            let before = units.len() - block.len();
            self.count_once(order, block, &mut units[before..]);
        }
    }

    /// Leaves an order's total at the first of its lines only. The others cost nothing more, and of money given back they have none.
    fn count_once(&mut self, order: usize, block: Block, units: &mut [i64]) {
        let state = FixedState::default();
        for (record, units) in block.records().zip(units) {
            let id = trim(record.cell(order));
            let day = self.day.map(|(at, format)| {
                moment(trim(record.cell(at)), format).map(|moment| moment.div_euclid(DAY))
            });
            if !is_missing(id) && !self.counted.insert(state.hash_one((id, day))) {
                *units = if *units < 0 { MISSING } else { 0 };
            }
        }
    }

    /// Reads a block where an empty cell in the column `order` says that its row goes on with the cell above.
    fn read_down(&mut self, order: usize, block: Block, cells: &mut Cells) {
        let is_empty = |record: Record| is_missing(trim(record.cell(order)));
        let mut rest = block;
        while let Some((first, below)) = rest.split_first() {
            if !is_empty(first) {
                self.above = first.cell(self.index).to_vec();
            }
            let alike = 1 + below.records().take_while(|record| is_empty(*record)).count();
            let rows: Vec<Row> = rest.rows()[..alike]
                .iter()
                .map(|row| Row { first: 0, last: 1, quoted: false, ..*row })
                .collect();
            let above = std::mem::take(&mut self.above);
            self.read_at(0, Block::joined(&above, &[0, above.len() as u32], &rows), cells);
            self.above = above;
            (_, rest) = rest.split_at(alike);
        }
    }

    fn read_at(&mut self, index: usize, block: Block, cells: &mut Cells) {
        match cells {
            Cells::Unread => {}
            Cells::Texts(texts) => self.read_texts(index, block, texts),
            Cells::Numbers(numbers) => {
                let decimal = self.decimal;
                let before = numbers.len();
                self.read_cells(index, block, numbers, f64::NAN, |cell| {
                    numbers::read(cell, decimal).map(Decimal::to_f64).filter(|number| !number.is_nan())
                });
                if !self.missing.is_empty() {
                    let codes = numbers[before..].iter_mut().filter(|number| self.missing.contains(number));
                    codes.for_each(|number| *number = f64::NAN);
                }
            }
            Cells::Exact { units, scale } => {
                let scale = *scale;
                self.read_exact(index, block, units, scale);
            }
            Cells::Moments(moments) => {
                let date = self.date;
                let before = moments.len();
                self.read_cells(index, block, moments, MISSING, |cell| moment(cell, date?));
                let (first, end) = self.within;
                if (first, end) != ALWAYS {
                    let stray = |moment: &&mut i64| !(first..end).contains(&**moment);
                    moments[before..].iter_mut().filter(stray).for_each(|moment| *moment = MISSING);
                }
            }
        }
    }

    /// Converts a block of cells; those that are missing or do not fit become `none`, and the latter are counted.
    fn read_cells<T: Copy>(
        &mut self,
        index: usize,
        block: Block,
        cells: &mut Vec<T>,
        none: T,
        convert: impl Fn(&[u8]) -> Option<T>,
    ) {
        let unread = &mut self.unread;
        block.each_run(index, |cell, rows| {
            let cell = trim(cell);
            let value = if is_missing(cell) { None } else { convert(cell) };
            if value.is_none() && !is_missing(&bare(cell)) {
                rows.iter().for_each(|row| unread.add(row.row));
            }
            if rows.len() == 1 {
                cells.push(value.unwrap_or(none));
            } else {
                cells.extend(std::iter::repeat_n(value.unwrap_or(none), rows.len()));
            }
        });
    }

    /// Converts a block of exact decimals. Hardly any is like the one before, so each is read by itself.
    fn read_exact(&mut self, index: usize, block: Block, units: &mut Vec<i64>, scale: u8) {
        let decimal = self.decimal;
        for (at, row) in block.rows().iter().enumerate() {
            let word = block.word(row, index);
            let short = word.and_then(|word| numbers::read_word(word, decimal)?.to_units(scale));
            match short {
                Some(number) => units.push(number),
                // Whatever else it may be: missing, long, dressed up or none.
                None => self.read_cells(index, block.only(at), units, MISSING, |cell| {
                    numbers::read(cell, decimal)?.to_units(scale)
                }),
            }
        }
    }

    fn read_texts(&mut self, index: usize, block: Block, texts: &mut Texts) {
        let dictionary = &mut self.dictionary;
        block.each_run(index, |cell, rows| {
            let number = dictionary.number(cell, texts);
            texts.push_number(number, rows.len());
        });
    }
}
