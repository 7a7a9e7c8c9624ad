//! Of all that stands in a file, the rows of its table. Both passes find them here, and so the same.

use super::block::{Block, Record, Row};
use super::decode::without_nul;
use super::header::{Header, Part, Places, ragged_rows};
use super::records::Records;
use super::tally::Tally;
use crate::limits::{COLUMNS, ROWS};
use crate::{Error, Notice, OtherHeaders};

/// Takes text and hands out the rows of the table; what else stands among them is counted.
pub(super) struct Body {
    records: Records,
    /// Whether characters that are all zeros may stand in the text.
    skips_nul: bool,
    /// Invalid byte sequences and the rows they stand in.
    damage: Tally,
    lines: Lines,
}

/// What stands above and among the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// Whether the first record names the columns.
    pub(super) named: bool,
    /// Whether it lacks the name of the first column.
    pub(super) row_names: bool,
    /// Rows below it that are read over: units and the like.
    pub(super) under: u64,
}

/// Where rows go, each with as many cells as its record has, and how many columns the table has.
pub(super) type RowSink<'a> = &'a mut dyn FnMut(Block<'_>, usize) -> Result<(), Error>;

/// The records as far as they are told apart.
struct Lines {
    head: Head,
    header: Header,
    /// Known from the start, or by the first record.
    columns: Option<usize>,
    rows: u64,
    ragged: Tally,
    repeated: Tally,
    /// Headers with the columns in other places, and how many columns one lacks at most.
    changed: Tally,
    lacking: u64,
    /// Where the columns stand by the last of them.
    places: Option<Places>,
    /// Lines that are no rows of the table.
    beside: Tally,
}

impl Body {
    /// Before the first character; of a table whose columns are known, or are as many as its first record has cells.
    pub(super) fn new(records: Records, head: Head, skips_nul: bool, columns: Option<usize>) -> Self {
        let lines = Lines {
            head,
            header: Header::default(),
            columns,
            rows: 0,
            ragged: Tally::default(),
            repeated: Tally::default(),
            changed: Tally::default(),
            lacking: 0,
            places: None,
            beside: Tally::default(),
        };
        Body { records, skips_nul, damage: Tally::default(), lines }
    }

    /// Takes the next characters, or an invalid byte sequence where they are `damaged`.
    ///
    /// # Errors
    /// [`Error::RecordTooLong`], [`Error::TooManyColumns`], [`Error::TooManyRows`], and whatever the sink answers.
    pub(super) fn take(&mut self, text: &[u8], damaged: bool, sink: RowSink) -> Result<(), Error> {
        let Body { records, skips_nul, damage, lines } = self;
        let mut take = |text: &[u8], damaged: bool| {
            if damaged {
                damage.add(records.row());
            }
            records.push(text, &mut |block| lines.take(block, sink))
        };
        if *skips_nul && !damaged { without_nul(text, &mut take) } else { take(text, damaged) }
    }

    /// The text ends here.
    ///
    /// # Errors
    /// As [`Body::take`], and [`Error::UnclosedQuote`].
    pub(super) fn finish(&mut self, sink: RowSink) -> Result<(), Error> {
        let Body { records, lines, .. } = self;
        records.finish(&mut |block| lines.take(block, sink))
    }

    /// True before a record.
    pub(super) fn is_between(&self) -> bool {
        self.records.is_between() && self.lines.places.is_none()
    }

    /// The row that names the columns.
    pub(super) fn header(&self) -> &Header {
        &self.lines.header
    }

    /// How many columns there are, as far as that is known.
    pub(super) fn columns(&self) -> usize {
        self.lines.columns.unwrap_or_default()
    }

    /// How many rows went by.
    pub(super) fn rows(&self) -> u64 {
        self.lines.rows
    }

    /// What is to be told of what was no row, or no whole one.
    pub(super) fn into_notices(self) -> impl Iterator<Item = Notice> {
        let Lines { ragged, repeated, beside, changed, lacking, .. } = self.lines;
        let told = [
            self.damage.told(|count, rows| Notice::BytesNotDecoded { count, rows }),
            repeated.told(|count, rows| Notice::RepeatedHeaders { count, rows }),
            changed.told(|count, rows| Notice::HeadersChange(OtherHeaders { count, rows, lacking })),
            beside.told(|count, rows| Notice::LinesBeside { count, rows }),
            ragged.told(|count, rows| Notice::RaggedRows { count, rows }),
        ];
        told.into_iter().flatten()
    }
}

impl Lines {
    fn take(&mut self, mut block: Block, sink: RowSink) -> Result<(), Error> {
        let Some((first, below)) = block.split_first() else { return Ok(()) };
        let columns = self.begin(&first)?;
        if std::mem::take(&mut self.head.named) {
            block = below;
        }
        while self.head.under > 0
            && let Some((units, below)) = block.split_first()
        {
            self.beside.add(units.row);
            (self.head.under, block) = (self.head.under - 1, below);
        }
        for part in self.header.parts(block) {
            match part {
                Part::Repeated(row) => {
                    self.places = None;
                    self.repeated.add(row);
                }
                Part::Changed(row, places) => {
                    self.lacking =
                        self.lacking.max(places.iter().filter(|place| place.is_none()).count() as u64);
                    self.places = Some(places);
                    self.changed.add(row);
                }
                Part::Beside(row) => self.beside.add(row),
                Part::Rows(rows) => {
                    self.rows += rows.len() as u64;
                    if self.rows > ROWS {
                        return Err(Error::TooManyRows { limit: ROWS });
                    }
                    if let Some(places) = &self.places {
                        sent_to_their_places(rows, places, columns, sink)?;
                        continue;
                    }
                    ragged_rows(rows, columns).for_each(|row| self.ragged.add(row));
                    sink(rows, columns)?;
                }
            }
        }
        Ok(())
    }

    /// How many columns there are, by the first record unless it is known.
    fn begin(&mut self, first: &Record) -> Result<usize, Error> {
        if self.head.named {
            self.header = Header::new(first);
            if self.head.row_names {
                self.header.name_no_first();
            }
        }
        let found = self.columns.unwrap_or_else(|| first.len() + usize::from(self.head.row_names));
        if found > COLUMNS {
            return Err(Error::TooManyColumns { found: found as u64, limit: COLUMNS as u64 });
        }
        self.columns = Some(found);
        Ok(found)
    }
}

/// Hands on rows whose cells stand elsewhere, as if they stood where the first header has them.
fn sent_to_their_places(rows: Block, places: &Places, columns: usize, sink: RowSink) -> Result<(), Error> {
    let (mut text, mut bounds, mut moved) = (Vec::new(), vec![0], Vec::with_capacity(rows.len()));
    for row in rows.rows() {
        let first = bounds.len() as u32 - 1;
        for column in 0..columns {
            let place = places.get(column).copied().flatten();
            text.extend_from_slice(place.map_or(b"".as_slice(), |place| rows.cell(row, place)));
            bounds.push(text.len() as u32);
        }
        moved.push(Row { row: row.row, first, last: bounds.len() as u32 - 1, quoted: false });
    }
    sink(Block::joined(&text, &bounds, &moved), columns)
}
