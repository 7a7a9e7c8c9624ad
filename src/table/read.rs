//! Pass 2: the file goes by again, and its cells come out typed.

use std::hash::BuildHasher;

use foldhash::quality::FixedState;
use hashbrown::HashSet;

use super::block::{Block, Record, Row};
use super::cells::{Tally, is_missing, trim};
use super::dates::moment;
use super::decode::{Decoder, without_nul};
use super::dictionary::{Dictionary, Nobody};
use super::fingerprints::Fingerprints;
use super::gzip::Unpacker;
use super::header::{Header, Part, ragged_rows};
use super::numbers::{self, Decimal};
use super::records::Records;
use super::{
    Batch, Cells, ColumnReading, ColumnType, DateFormat, DecimalMark, MISSING, Personal, Reading, Role,
    Shape, Texts,
};
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
    /// Rows below it that are still to be read over.
    under: u64,
    header: Header,
    /// Invalid byte sequences and the rows they stand in.
    damage: Tally,
    repeated: Tally,
    /// Lines that are no rows of the table.
    beside: Tally,
    columns: usize,
    skips_nul: bool,
    sources: Vec<Source>,
    batch: Batch,
    /// Where somebody asks which rows are equal.
    fingerprints: Option<Fingerprints>,
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
    /// The strings of a column of text.
    dictionary: Dictionary,
    /// The column whose empty cells say that a row goes on with the cell above, and that cell.
    goes_on_with: Option<usize>,
    above: Vec<u8>,
    /// The column that says which rows are one order, where each of them repeats its total.
    once_per: Option<usize>,
    /// The orders whose total was counted, by their hash.
    counted: HashSet<u64, FixedState>,
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
        let batch = Batch {
            rows: Vec::new(),
            fingerprints: Vec::new(),
            columns: reading.columns.iter().map(|column| cells_for(column, reading.shape)).collect(),
        };
        let read = batch.columns.iter().enumerate().filter(|(_, cells)| !matches!(cells, Cells::Unread));
        let sources =
            read.map(|(index, _)| Source::new(index, &reading.columns[index], reading.shape)).collect();
        let delimiter = u8::try_from(reading.delimiter).unwrap_or(b',');
        Reader {
            unpacker: Unpacker::new(),
            decoder: Decoder::named(&reading.encoding),
            records: Records::new(delimiter, &reading.layout, reading.lead),
            rows: Rows {
                named: reading.header,
                under: reading.under,
                header: Header::default(),
                damage: Tally::default(),
                repeated: Tally::default(),
                beside: Tally::default(),
                columns: reading.columns.len(),
                skips_nul: reading.skips_nul,
                sources,
                batch,
                fingerprints: (reading.shape == Shape::Transactions).then(|| Fingerprints::new(reading)),
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

    /// True where the bytes so far end with a whole row, so that another reader, of a [`Reading`] without header and lead, can read on
    /// from here and nothing is different. Never so in a compressed file, one whose rows go on with those above or repeat their order's total, or in an encoding with more than ASCII's line ends.
    pub fn is_between_rows(&self) -> bool {
        let alone =
            self.rows.sources.iter().all(|source| source.goes_on_with.is_none() && source.once_per.is_none());
        alone && self.unpacker.is_plain() && self.decoder.is_between_characters() && self.records.is_between()
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
        records.finish(&mut |block| rows.take_block(block, sink))?;
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
        let beside = self.rows.beside;
        if beside.count > 0 {
            notices.push(Notice::LinesBeside { count: beside.count, rows: beside.rows });
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

impl Rows {
    fn take(
        &mut self,
        text: &[u8],
        damaged: bool,
        records: &mut Records,
        sink: BatchSink,
    ) -> Result<(), Error> {
        if self.skips_nul && !damaged {
            without_nul(text, &mut |text, nul| self.take_clean(text, nul, records, sink))
        } else {
            self.take_clean(text, damaged, records, sink)
        }
    }

    fn take_clean(
        &mut self,
        text: &[u8],
        damaged: bool,
        records: &mut Records,
        sink: BatchSink,
    ) -> Result<(), Error> {
        if damaged {
            self.damage.add(records.row());
        }
        records.push(text, &mut |block| self.take_block(block, sink))
    }

    fn take_block(&mut self, block: Block, sink: BatchSink) -> Result<(), Error> {
        let mut block = block;
        if self.named
            && let Some((first, below)) = block.split_first()
        {
            self.named = false;
            self.header = Header::new(&first);
            block = below;
        }
        while self.under > 0
            && let Some((units, below)) = block.split_first()
        {
            self.beside.add(units.row);
            (self.under, block) = (self.under - 1, below);
        }
        let header = std::mem::take(&mut self.header);
        let taken = header.parts(block).try_for_each(|part| match part {
            Part::Rows(rows) => self.take_rows(rows, sink),
            Part::Repeated(row) => {
                self.repeated.add(row);
                Ok(())
            }
            Part::Beside(row) => {
                self.beside.add(row);
                Ok(())
            }
        });
        self.header = header;
        taken
    }

    fn take_rows(&mut self, block: Block, sink: BatchSink) -> Result<(), Error> {
        if self.seen + block.len() as u64 > ROWS {
            return Err(Error::TooManyRows { limit: ROWS });
        }
        self.seen += block.len() as u64;
        self.batch.rows.extend(block.rows().iter().map(|row| row.row));
        ragged_rows(block, self.columns).for_each(|row| self.ragged.add(row));
        if let Some(fingerprints) = &mut self.fingerprints {
            fingerprints.take(block, &mut self.batch.fingerprints);
        }
        for source in &mut self.sources {
            source.read(block, &mut self.batch.columns[source.index]);
        }
        if self.batch.len() >= BATCH_ROWS { self.hand_out(sink) } else { Ok(()) }
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
            unread: Tally::default(),
            dictionary: Dictionary::new(nobody),
            goes_on_with: column.goes_on_with.map(|column| column as usize),
            above: Vec::new(),
            once_per: column.once_per.map(|column| column as usize),
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
            if !is_missing(id) && !self.counted.insert(state.hash_one(id)) {
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
                self.read_cells(index, block, numbers, f64::NAN, |cell| {
                    numbers::read(cell, decimal).map(Decimal::to_f64).filter(|number| !number.is_nan())
                });
            }
            Cells::Exact { units, scale } => {
                let scale = *scale;
                self.read_exact(index, block, units, scale);
            }
            Cells::Moments(moments) => {
                let date = self.date;
                self.read_cells(index, block, moments, MISSING, |cell| moment(cell, date?));
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
            if value.is_none() && !is_missing(cell) {
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
