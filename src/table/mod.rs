//! Bytes become typed batches.
//!
//! Pass 1: an [`Inspector`] takes the file chunk by chunk and ends in an [`Inspection`]: what the file is, column by column.
//! With the user's corrections ([`ReadingOptions`]) it becomes a [`Reading`], the decision. Pass 2: a [`Reader`] takes the same
//! bytes under that decision and hands out [`Batch`]es; the table is never held.
//!
//! In a `Batch` there is no encoding, delimiter, quote, decimal mark, date order or missing-value word left to worry about,
//! every column is as long as every other, and each row knows where in the file it stood.

mod batch;
mod column;
mod dates;
mod decode;
mod inspect;
mod numbers;
mod personal;
mod read;
mod reading;
mod records;
mod roles;
mod sniff;

pub use batch::{Batch, Cells, MISSING, Texts};
pub use dates::{DateFormat, DateOrder, iso_day};
pub use inspect::{Answer, ColumnReport, Inspection, Inspector, Question};
pub use numbers::DecimalMark;
pub use personal::Personal;
pub use read::Reader;
pub use reading::{ColumnChoice, ColumnReading, ColumnType, Reading, ReadingOptions, Shape};
pub use roles::Role;
