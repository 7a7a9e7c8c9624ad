//! Bytes become typed batches.
//!
//! Pass 1: an [`Inspector`] takes the file chunk by chunk and ends in an [`Inspection`]: what the file is, column by column.
//! With the user's corrections ([`ReadingOptions`]) it becomes a [`Reading`], the decision. Pass 2: a [`Reader`] takes the same
//! bytes under that decision and hands out [`Batch`]es; the table is never held.
//!
//! In a `Batch` there is no encoding, delimiter, quote, decimal mark, date order or missing-value word left to worry about,
//! every column is as long as every other, and each row knows where in the file it stood.

mod about_columns;
mod batch;
mod beside;
mod beside_amount;
mod blanks;
mod block;
mod body;
mod calendars;
mod cells;
mod column;
mod counted;
mod currency;
mod dates;
mod decode;
mod dictionary;
mod digits;
mod echoes;
mod encodings;
mod evidence;
mod factors;
mod fingerprints;
mod formats;
mod forms;
mod gzip;
mod header;
mod ids;
mod inspect;
mod inspection;
mod judge;
mod kept_rows;
mod kinds;
mod labels;
mod lexicon;
mod lines;
mod marks;
mod months;
mod numbers;
mod orders;
mod personal;
mod pieces;
mod questions;
mod ranks;
mod reach;
mod read;
mod reading;
mod records;
mod remarks;
mod report;
mod roles;
mod row_words;
mod sales;
mod sample;
mod sentinels;
mod shapes;
mod sniff;
mod speaks;
mod split;
mod spread;
mod swallowed;
mod tally;
mod texts;
mod top;
mod traits;
mod values;
mod whereabouts;
mod who_and_when;
mod words;
mod wrapping;

pub use batch::{Batch, Cells, MISSING};
pub use dates::{DateForm, DateFormat, DateOrder, iso_day, parse_iso_day};
pub(crate) use decode::text_of;
pub use ids::canonical_id;
pub use inspect::Inspector;
pub use inspection::{ColumnReport, Inspection};
pub use lines::Layout;
pub use numbers::{DecimalMark, MOST_PLACES};
pub use personal::{Personal, PersonalData};
pub use questions::{Answer, Question};
pub(crate) use reach::{are_names_of_persons, reaches_a_person};
pub use read::{BatchSink, Reader};
pub use reading::{ColumnChoice, ColumnReading, ColumnType, Reading, ReadingOptions, Shape};
pub use roles::Role;
pub use speaks::Beside;
pub use spread::Spread;
pub(crate) use tally::Tally;
pub use texts::{Memo, Texts};
pub(crate) use words::words;
