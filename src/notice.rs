//! What was survived: see [`Error`](crate::Error) for the form that these things have.

use serde::{Deserialize, Serialize};

use crate::told::{CountOf, FarDays, OneOfMany, OtherHeaders, RowsOf};

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
    /// Lines that look like rows stand within a cell, since a quotation mark before them is stray: they are its text.
    RowsWithinQuotes {
        /// How many lines.
        count: u64,
        /// The first few rows with such a cell.
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
        /// How the most of them look, 9 standing for a digit and A for a letter, with how many look so: `31 × '99.99`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", ts(optional, as = "Option<Vec<String>>"))]
        forms: Vec<String>,
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
    /// Lines that are no rows of the table (drawn, totals, empty, below it) are read over.
    LinesBeside {
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
    /// Every date of a column can be read in more than one way, and nobody said which holds.
    DateOrderAssumed {
        /// Column name.
        column: String,
        /// How they are read: `dmy`, `mdy` or `ymd`.
        order: String,
    },
    /// The mark in every number of a column can be read in two ways, and nobody said which holds.
    DecimalMarkAssumed {
        /// Column name.
        column: String,
        /// The mark taken for that of decimals: `.` or `,`.
        mark: String,
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
    /// Dates that name a month or a week and no day are read as its first day.
    DatesWithoutDay {
        /// Column name.
        column: String,
        /// How many.
        count: u64,
    },
    /// Days up to the 12th of a month were swapped with the month by a spreadsheet that took them for dates of another country; all others
    /// were left as text. They are swapped back.
    DaysSwapped {
        /// Column name.
        column: String,
        /// How many were swapped.
        count: u64,
        /// How many were not.
        others: u64,
    },
    /// Some dates of a column begin with the year and the others do not; each is read by its own order.
    DatesOfTwoOrders {
        /// Column name.
        column: String,
        /// How many begin with the year.
        count: u64,
        /// How many do not.
        others: u64,
    },
    /// Dates are of the solar hijri calendar and are read as days of the common one.
    SolarHijriDates {
        /// Column name.
        column: String,
    },
    /// Dates of birth have years of two digits, and none lies after the other days of the file.
    BirthsOfTwoDigits {
        /// Column name.
        column: String,
        /// First year.
        first: String,
        /// Last year.
        last: String,
    },
    /// Year, month and day stand in columns of their own, so that no column is a date.
    DateInSeveralColumns {
        /// Their names.
        columns: Vec<String>,
    },
    /// Rows that name no customer belong to the one above them.
    CustomersGoOn(CountOf),
    /// Rows that name neither order nor day nor customer belong to the order above them.
    RowsGoOn {
        /// How many.
        count: u64,
    },
    /// The lines of an order repeat its total, so that what each line cost is counted instead.
    OrderTotalNotCounted {
        /// The column of totals.
        column: String,
        /// The column of what each line cost.
        counted: String,
    },
    /// The lines of an order repeat its total, so that pieces times price is counted instead.
    PiecesCountedForOrderTotal {
        /// The column of totals.
        column: String,
        /// The column of how many.
        quantity: String,
        /// The column of what one costs.
        price: String,
    },
    /// The lines of an order repeat its total, which is counted once.
    OrderTotalCountedOnce {
        /// The column of totals.
        column: String,
    },
    /// What was paid is pieces times price, and what was taken off is not taken off that.
    DiscountNotTakenOff {
        /// The column of discounts.
        column: String,
    },
    /// Rows of purchases that another column calls cancelled, paid back or the like: they count as any other.
    CancelledRows(CountOf),
    /// Rows that another column calls cancelled, not paid yet or the like are left out.
    RowsNotBought(RowsOf),
    /// Rows that another column calls credit notes, refunds or the like are taken off what was bought.
    RowsTakenBack(RowsOf),
    /// As the two before, where a column says both.
    RowsTakenBackOrNotBought(RowsOf),
    /// Rows on the credit side of an account are taken off what was bought.
    CreditTakesBack(RowsOf),
    /// Rows on the debit side of an account are taken off what was bought.
    DebitTakesBack(RowsOf),
    /// Rows with a negative number of pieces and a positive amount are returns.
    NegativePieces(RowsOf),
    /// Rows whose customer another column calls nobody: walk-in customer, cash sale.
    RowsOfNobody(RowsOf),
    /// Nothing says what was paid, so things bought stand in for spending.
    ThingsForSpending(CountOf),
    /// A handful of customers bought all there is.
    FewCustomers(CountOf),
    /// One customer stands in far more rows than any other.
    OneCustomerOfMany(OneOfMany),
    /// Order numbers stand under several customers or on days far apart, so that an order is a number on a day.
    OrdersBeginAgain(CountOf),
    /// Customers whose ids look the same and are written differently.
    IdsLookAlike(CountOf),
    /// Ids of customers that differ from another in capitals only, and are customers of their own.
    IdsDifferInCapitals(CountOf),
    /// Ids that a spreadsheet cut tell nobody apart.
    CutIds(CountOf),
    /// Days far from all others are read as missing.
    StrayDays(FarDays),
    /// The names of the columns stand again further down, in another order or with others among them: rows below are read by those.
    HeadersChange(OtherHeaders),
    /// A column of money given back, which is not taken off what was paid.
    RefundsNotTakenOff {
        /// Column name.
        column: String,
    },
    /// Amounts are in several currencies and are added up as they are.
    SeveralCurrencies {
        /// Name of the column that says which.
        column: String,
        /// How many currencies.
        count: u64,
    },
    /// Amounts are in several currencies, which only their cells say, and are added up as they are.
    CurrenciesInCells {
        /// Column name.
        column: String,
        /// How many currencies.
        count: u64,
        /// Their codes, or what is written for them.
        currencies: Vec<String>,
    },
    /// The cells of a column that is called a date are no dates that are known, and no other column says when.
    DatesNotUnderstood {
        /// Column name.
        column: String,
        /// Cells that hold something.
        count: u64,
        /// How the most of them look, 9 standing for a digit and A for a letter, with how many look so.
        forms: Vec<String>,
    },
    /// The cells of a column that is called an amount are no numbers that are known, and no other column says how much.
    AmountsNotUnderstood {
        /// Column name.
        column: String,
        /// Cells that hold something.
        count: u64,
        /// How the most of them look, 9 standing for a digit and A for a letter, with how many look so.
        forms: Vec<String>,
    },
    /// Cells of a column share one value that is far from all others, as codes for "not known" are; it counts as a value.
    FarValueKept {
        /// Column name.
        column: String,
        /// How many cells.
        count: u64,
    },
    /// Columns whose numbers are labels (of a group, a class, a score put together of digits) measure nothing and are left out.
    LabelsLeftOut {
        /// Their names.
        columns: Vec<String>,
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
    /// What is told of one of several files, so that its rows are found.
    OfFile {
        /// Its number, counted from 1.
        file: u64,
        /// What is told of it.
        notice: Box<Notice>,
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
    /// Rows without the number of an order that agree with a row of an earlier file in all that is read, and yet differ from it in
    /// another column: they count.
    RowsAlikeInSeveralFiles {
        /// How many.
        count: u64,
        /// The first few of them, in the later file.
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
    /// Customers known by an e-mail address that is written in several ways, as capitals go, are one customer each.
    AddressesWrittenDifferently {
        /// How many customers.
        count: u64,
    },
    /// By the list of customers some of them are known by several ids.
    SeveralIdsEach {
        /// Ids on the list.
        ids: u64,
        /// Customers behind them.
        customers: u64,
    },
    /// In two months or more every customer bought once, as where a shop gives out a new number with every order.
    EverybodyBoughtOnce {
        /// How many customers.
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
    /// A customer who stands in several rows of a list that is joined to purchases: one of them counts.
    CustomersListedTwice {
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
    /// The silhouette, gap, prediction strength and stability were computed on samples of the customers, each of this size.
    SampledSilhouette {
        /// Customers in the sample.
        sample: u64,
        /// All customers.
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
