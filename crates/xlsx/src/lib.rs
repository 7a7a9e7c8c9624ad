//! Workbooks (`.xlsx`, `.xls`, `.ods`) become CSV in one fixed dialect: UTF-8, commas, quotes doubled, days in ISO 8601, numbers
//! with a decimal point. Whoever reads that has nothing left to guess.
//!
//! ```
//! # fn main() -> Result<(), ringfence_xlsx::WorkbookError> {
//! # let bytes = include_bytes!("../tests/data/shop.xlsx").to_vec();
//! let workbook = ringfence_xlsx::Workbook::open(bytes)?;
//! let mut sheet = workbook.csv(workbook.first_table())?;
//! let mut csv = Vec::new();
//! while let Some(chunk) = sheet.next_chunk()? {
//!     csv.extend_from_slice(chunk);
//! }
//! assert!(csv.starts_with(b"Order,Customer,Date"));
//! # Ok(())
//! # }
//! ```
//!
//! A cell gives what it holds, not how it looks: `0.15` for 15 %, the last value of a formula, `true` and `false`; nothing for an
//! error such as `#N/A`. Digits written as text keep their leading zeros. A merged cell's value stands in every row it reaches over.
//!
//! A workbook is an archive, so a small one can be made that unpacks to gigabytes, or that names one cell at the far end of the sheet.
//! Everything is read as a stream, and everything that is kept is counted against [`limits`] first. No length, count or offset in the
//! file is believed. This is also why the crate `calamine` (0.38) is not used: it reserves what the file declares and holds `.xls` and
//! `.ods` sheets as full rectangles, so that three changed bytes of an 84 kB workbook made it ask for 70 GB.

mod bytes;
mod cells;
mod csv;
mod error;
pub mod limits;
mod ods;
mod texts;
mod value;
#[cfg(feature = "wasm")]
pub mod wasm;
mod workbook;
mod xls;
mod xlsx;
mod xml;
mod zip;

pub use csv::CsvSheet;
pub use error::WorkbookError;
pub use workbook::{Sheet, Workbook, is_workbook};
