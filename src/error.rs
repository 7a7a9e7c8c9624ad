//! What can go wrong: keys and parameters, never sentences, never a cell's value.
//!
//! [`Error`] ends a job; a [`Notice`](crate::Notice) stands beside its result; a [`Statement`](crate::Statement) is something the engine has to say
//! about the data. All three serialise as `{"key": "kebab-case", "params": {…}}`; the crate `wording` turns them into sentences.
//!
//! Row numbers count as a spreadsheet does: the first line of the file is row 1, a header included.

use serde::{Deserialize, Serialize};

use crate::statement::key_of;

/// Why an input cannot be used, where, and (through its key) what to do about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "key", content = "params", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Error {
    /// The file holds no bytes, or nothing but blank lines.
    EmptyFile,
    /// There is a header and not one row of data below it.
    HeaderOnly,
    /// The bytes are no text table: a picture, a program, random bytes.
    NotATable,
    /// Text, but of a format that is no table of lines and cells: `html`, `json`, `sql` or `xml`, recognised by how it begins.
    OtherFormat {
        /// Its name.
        format: String,
    },
    /// A workbook (`.xlsx`, `.xls`, `.ods`), recognised by its first bytes.
    SpreadsheetFile,
    /// A compressed file that is not unpacked here (bzip2, xz, zstd, 7z, rar), recognised by its first bytes; gzip is read.
    CompressedFile,
    /// A gzip file that is cut short or fails its check sum.
    CompressedFileDamaged,
    /// A gzip file that unpacks to more than [`crate::limits::UNPACKED_RATIO`] times its size.
    UnpacksTooFar {
        /// The limit, in times its own size.
        limit: u64,
    },
    /// The file has only one column, so nothing to compare customers by.
    OneColumn,
    /// Nearly all rows have one cell more than the header, since a comma stands between cells and within numbers as well.
    DecimalCommasCut,
    /// More columns than [`crate::limits::COLUMNS`].
    TooManyColumns {
        /// Columns found in the header.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// More rows than [`crate::limits::ROWS`].
    TooManyRows {
        /// The limit.
        limit: u64,
    },
    /// More customers than [`crate::limits::CUSTOMERS`].
    TooManyCustomers {
        /// The limit.
        limit: u64,
    },
    /// One row is longer than [`crate::limits::RECORD_BYTES`]: most likely a quote opened there is never closed.
    RecordTooLong {
        /// Row in which it begins.
        row: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The file ends inside a quoted cell.
    UnclosedQuote {
        /// Row in which the quote was opened.
        row: u64,
    },
    /// No column says who the customer is.
    NoCustomerColumn,
    /// A list of customers who opted out, and no column that says who the customer is.
    OptOutsWithoutCustomers,
    /// Transactions without a date.
    NoDateColumn,
    /// No column says when something was bought, and of the one that is called so the cells are no dates that are known.
    DatesNotUnderstood {
        /// Its name.
        column: String,
        /// Cells that hold something.
        count: u64,
        /// How the most of them look, 9 standing for a digit and A for a letter, with how many look so.
        forms: Vec<String>,
    },
    /// No column says what was paid, and of the one that is called so the cells are no numbers that are known.
    AmountsNotUnderstood {
        /// Its name.
        column: String,
        /// Cells that hold something.
        count: u64,
        /// How the most of them look, 9 standing for a digit and A for a letter, with how many look so.
        forms: Vec<String>,
    },
    /// Transactions with neither an amount nor a quantity and a unit price.
    NoAmountColumn,
    /// A role that only one column can have was given to two.
    RoleGivenTwice {
        /// First column with the role.
        first: String,
        /// Second column with the role.
        second: String,
    },
    /// The reference day is no ISO date (`2011-12-10`).
    BadReferenceDay,
    /// Not one column can serve as a feature.
    NoFeatureColumns,
    /// A column or feature asked for by name is not there.
    UnknownColumn {
        /// The name asked for.
        name: String,
    },
    /// A column chosen as a numeric feature does not hold numbers.
    ColumnNotNumeric {
        /// Its name.
        column: String,
    },
    /// A column given the role of a date does not hold dates.
    ColumnNotDate {
        /// Its name.
        column: String,
    },
    /// A width of bands that is not above zero.
    BadBand {
        /// Name of the column.
        column: String,
    },
    /// No column says who bought but one of ids that a spreadsheet cut, which tell nobody apart.
    IdsCut {
        /// Its name.
        column: String,
    },
    /// A feature holds an infinite number.
    NotFinite {
        /// Its name.
        column: String,
    },
    /// More rows than repetitions can be sought among, and the recipe drops them.
    TooManyRowsToCompare {
        /// The limit.
        limit: u64,
    },
    /// Amounts add up to more than an exact sum can hold.
    AmountTooLarge {
        /// Row where it happened.
        row: u64,
    },
    /// Every customer is equal in every chosen feature.
    NoVariation,
    /// Too few customers remain to make segments of.
    TooFewCustomers {
        /// Customers that remain.
        found: u64,
        /// Customers needed at least.
        needed: u64,
    },
    /// More segments asked for than there are distinct customers.
    KTooLarge {
        /// Segments asked for.
        k: u64,
        /// Distinct customers in the chosen features.
        distinct: u64,
    },
    /// A number of segments outside what is offered.
    KOutOfRange {
        /// Segments asked for.
        k: u64,
        /// Least number.
        min: u64,
        /// Greatest number.
        max: u64,
    },
    /// A recipe that is not readable as one.
    BadRecipe {
        /// Line in the file, from 1.
        line: u64,
        /// Column in that line, from 1.
        column: u64,
    },
    /// A model that is not readable as one.
    BadModel {
        /// Line in the file, from 1.
        line: u64,
        /// Column in that line, from 1.
        column: u64,
    },
    /// A model whose parts do not fit each other.
    UnsoundModel {
        /// The field that does not fit those before it.
        part: String,
    },
    /// A document of a version this program does not know.
    WrongVersion {
        /// Version in the document.
        found: u64,
        /// Newest version understood.
        supported: u64,
    },
    /// A labels file whose row cannot be read.
    LabelsUnreadable {
        /// The row.
        row: u64,
    },
    /// Labels and data have no customer in common.
    LabelsMismatch,
    /// A labelling with fewer than two groups, or as many groups as customers: its measures are undefined.
    LabelsDegenerate {
        /// Name of the label column.
        name: String,
    },
    /// Too few customers for anything to be released.
    TooFewToRelease {
        /// Customers there are.
        customers: u64,
        /// Customers needed at least.
        needed: u64,
    },
    /// A release policy outside the bounds of what may still be called disclosure-controlled.
    PolicyTooWeak {
        /// The least segment size and rounding step allowed.
        floor: u64,
        /// The greatest.
        ceiling: u64,
    },
    /// Customers of whom summaries were released under another policy.
    ReleasedUnderOtherPolicy {
        /// Fewest customers of a segment there.
        minimum: u64,
        /// Rounding step there.
        base: u64,
    },
    /// What is to be released differs from what was released before in so few customers that both together would tell of them.
    ReleasedAlmostTheSame {
        /// In so many it has to differ, or in none.
        needed: u64,
    },
    /// A ledger of releases that is not readable as one.
    BadLedger {
        /// Line in the file, from 1; 0 where its parts do not fit each other.
        line: u64,
        /// Column in that line, from 1.
        column: u64,
    },
    /// A number in a recipe outside its bounds.
    NumberOutOfRange {
        /// What it is called there.
        name: String,
        /// Least number.
        min: u64,
        /// Greatest number.
        max: u64,
    },
    /// One of several files is neither purchases, orders, lines of orders nor customers, or has nothing to be joined by.
    SourceNotUnderstood {
        /// Its number, counted from 1.
        file: u64,
    },
    /// None of several files holds purchases or lines of orders.
    NoPurchasesFile,
    /// Results of work units that do not belong to the stage that asked for them.
    UnitMismatch,
}

impl Error {
    /// The stable kebab-case name of this kind of error, e.g. `too-many-columns`.
    pub fn code(&self) -> String {
        key_of(self)
    }
}

impl std::fmt::Display for Error {
    /// The code alone: sentences are `wording`'s affair.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.code())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_kebab_case_and_params_camel_case() {
        let error = Error::RecordTooLong { row: 7, limit: 10 };
        assert_eq!(error.code(), "record-too-long");
        assert_eq!(
            serde_json::to_string(&error).unwrap(),
            r#"{"key":"record-too-long","params":{"row":7,"limit":10}}"#
        );
        assert_eq!(serde_json::to_string(&Error::EmptyFile).unwrap(), r#"{"key":"empty-file"}"#);
    }
}
