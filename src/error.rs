//! What can go wrong, and what was survived: keys and parameters, never sentences, never a cell's value.
//!
//! [`Error`] ends a job; a [`Notice`] stands beside its result; a [`Statement`](crate::Statement) is something the engine has to say
//! about the data. All three serialise as `{"key": "kebab-case", "params": {…}}`; the crate `wording` turns them into sentences.
//!
//! Row numbers count as a spreadsheet does: the first line of the file is row 1, a header included.

use serde::{Deserialize, Serialize};

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
    /// Transactions without a date.
    NoDateColumn,
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
    /// A release policy below the floor that may still be called disclosure-controlled.
    PolicyTooWeak {
        /// The least segment size allowed.
        floor: u64,
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

/// What was survived and has to be told: how much, and where first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "key", content = "params", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Notice {
    /// Lines that name no customer are left out.
    RowsWithoutCustomer {
        /// How many.
        count: u64,
        /// The first few of them.
        rows: Vec<u64>,
    },
    /// Lines whose date is missing or unreadable are left out.
    RowsWithoutDate {
        /// How many.
        count: u64,
        /// The first few of them.
        rows: Vec<u64>,
    },
    /// Lines whose amount is missing or unreadable are left out.
    RowsWithoutAmount {
        /// How many.
        count: u64,
        /// The first few of them.
        rows: Vec<u64>,
    },
    /// Lines on or after the reference day the user set are left out.
    RowsAfterReferenceDay {
        /// How many.
        count: u64,
        /// The first few of them.
        rows: Vec<u64>,
    },
    /// Rows with more or fewer cells than the header: missing ones are read as empty, surplus ones dropped.
    RaggedRows {
        /// How many.
        count: u64,
        /// The first few of them.
        rows: Vec<u64>,
    },
    /// Cells that do not fit the type of their column are read as missing.
    CellsNotRead {
        /// Column name.
        column: String,
        /// How many.
        count: u64,
        /// Rows of the first few of them.
        rows: Vec<u64>,
    },
    /// Byte sequences that are invalid in the file's encoding.
    BytesNotDecoded {
        /// How many.
        count: u64,
        /// Rows of the first few of them.
        rows: Vec<u64>,
    },
    /// The file is a workbook, and this sheet of it is read.
    SheetRead {
        /// Name of the sheet.
        sheet: String,
        /// Other sheets that hold anything.
        others: u64,
    },
    /// Lines above the table (titles, remarks, `sep=`) are read over.
    LeadLines {
        /// How many rows of the file they take.
        count: u64,
    },
    /// The header stands again further down, as in files put end to end; those rows are read over.
    RepeatedHeaders {
        /// How many.
        count: u64,
        /// The first few of them.
        rows: Vec<u64>,
    },
    /// Columns at the end without a name and without a value are left out.
    EmptyColumnsLeftOut {
        /// How many.
        count: u64,
    },
    /// Cells a spreadsheet wrote as `#####`, because the column was too narrow for the number or date in them.
    CellsTooNarrow {
        /// Column name.
        column: String,
        /// How many.
        count: u64,
        /// Rows of the first few of them.
        rows: Vec<u64>,
    },
    /// The rows are orders, and no column says whose.
    OrdersWithoutCustomer,
    /// Customers stand in several rows each, and no date and amount say what they bought.
    CustomersWithoutPurchases,
    /// Columns without a name were given one.
    ColumnsWithoutName {
        /// How many.
        count: u64,
    },
    /// Columns that share a name were told apart by a number.
    DuplicateColumnNames {
        /// How many were renamed.
        count: u64,
    },
    /// The file names no columns, so they are called column1, column2, …
    NoHeader,
    /// A column of personal data is neither shown nor used.
    PersonalColumnLeftOut {
        /// Column name.
        column: String,
    },
    /// Too many rows to say which repeat another.
    DuplicateRowsNotSought {
        /// The limit.
        limit: u64,
    },
    /// A column of categories or channels tells too many apart to compare customers by.
    TooManyKinds {
        /// The limit.
        limit: u64,
    },
    /// What one of several files was taken for.
    SourceRead {
        /// Its number, counted from 1.
        file: u64,
        /// `purchases`, `orders`, `lines` or `customers`.
        kind: String,
    },
    /// Rows that stood in an earlier one of several files as well count once.
    RowsInSeveralFiles {
        /// How many.
        count: u64,
        /// The first few of them, in the file where they stand again.
        rows: Vec<u64>,
    },
    /// Lines of orders that the file of orders does not have.
    LinesOfUnknownOrders {
        /// How many.
        count: u64,
        /// The first few of them.
        rows: Vec<u64>,
    },
    /// Orders without a line: what was bought in them is not known.
    OrdersWithoutLines {
        /// How many.
        count: u64,
    },
    /// Customers of the file of customers who never bought.
    CustomersWhoNeverBought {
        /// How many.
        count: u64,
    },
    /// Customers who bought and are not in the file of customers.
    CustomersNotListed {
        /// How many.
        count: u64,
    },
    /// Customers who only ever returned goods are set aside.
    ReturnsOnlyCustomers {
        /// How many.
        count: u64,
    },
    /// Customers whose net spend is not positive are set aside.
    NetSpendNotPositive {
        /// How many.
        count: u64,
    },
    /// Customers with a missing value in a used column are left out.
    CustomersWithMissingValues {
        /// How many.
        count: u64,
        /// Rows of the first few of them.
        rows: Vec<u64>,
    },
    /// Customers with a missing value in a used column take the median there.
    MissingValuesFilledIn {
        /// How many customers.
        count: u64,
        /// Rows of the first few of them.
        rows: Vec<u64>,
    },
    /// Customers with a value far from all others are set aside.
    CustomersFarFromAll {
        /// How many.
        count: u64,
    },
    /// A feature that only numbers the customers was left out.
    IdentifierFeature {
        /// Feature name.
        feature: String,
    },
    /// A feature that most customers have no value in was left out.
    MostlyMissingFeature {
        /// Feature name.
        feature: String,
        /// Share of the customers without a value.
        share: f64,
    },
    /// A feature that says the same as another was left out.
    RedundantFeature {
        /// Feature name.
        feature: String,
        /// The feature that was kept.
        other: String,
        /// Spearman's ρ of the two.
        correlation: f64,
    },
    /// A customer id that stands in several rows of a customer table: every row is kept as a customer.
    DuplicateCustomers {
        /// How many rows repeat an id.
        count: u64,
        /// The first few of them.
        rows: Vec<u64>,
    },
    /// Negative values were read as 0 before the logarithm.
    ClippedToZero {
        /// Feature name.
        feature: String,
        /// How many.
        count: u64,
    },
    /// A feature with one value only, as far as the coding goes, carries no information; it was left out of the fit.
    ConstantFeature {
        /// Feature name.
        feature: String,
    },
    /// A fit stopped at its limit of rounds before nothing changed any more.
    NotConverged {
        /// Its number of segments.
        k: u64,
    },
    /// The silhouette was computed on a sample of the customers.
    SampledSilhouette {
        /// Customers in the sample.
        sample: u64,
        /// All customers.
        customers: u64,
    },
    /// Gap, prediction strength and stability were computed on a sample of the customers.
    SampledEvidence {
        /// Customers in the sample.
        sample: u64,
        /// Customers there are.
        customers: u64,
    },
    /// The starts of the fits were found on a sample of the customers; the best of them went on with everyone.
    SampledStarts {
        /// Customers in the sample.
        sample: u64,
        /// Customers there are.
        customers: u64,
    },
    /// Fewer numbers of segments were tried than asked for, because there are too few distinct customers.
    MaxKReduced {
        /// Greatest number asked for.
        from: u64,
        /// Greatest number tried.
        to: u64,
    },
    /// Labelled customers that the data does not have, or the reverse, are left out of the evaluation.
    LabelsUnmatched {
        /// How many.
        count: u64,
    },
}

impl Error {
    /// The stable kebab-case name of this kind of error, e.g. `too-many-columns`.
    pub fn code(&self) -> String {
        key_of(self)
    }
}

impl Notice {
    /// The stable kebab-case name of this kind of notice, e.g. `ragged-rows`.
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

/// The variant's name as serde writes it, so that the name is written once.
fn key_of(keyed: &impl Serialize) -> String {
    serde_json::to_value(keyed)
        .ok()
        .and_then(|value| value.get("key")?.as_str().map(str::to_owned))
        .unwrap_or_default()
}

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
        let notice = Notice::CellsNotRead { column: "x".into(), count: 2, rows: vec![3] };
        assert_eq!(notice.code(), "cells-not-read");
    }
}
