//! The decision between the two passes: how the file is read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Beside, DateFormat, DateOrder, DecimalMark, Layout, Personal, PersonalData, Role};

/// How a file is read: what pass 1 proposed and the user confirmed or changed. Plain data, part of a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Reading {
    /// WHATWG name of the encoding, e.g. `UTF-8`, `windows-1252`.
    pub encoding: String,
    /// What separates cells.
    pub delimiter: char,
    /// How the cells of a line stand beside each other.
    #[serde(default, skip_serializing_if = "Layout::is_separated")]
    pub layout: Layout,
    /// Rows above the table that are read over.
    #[serde(default)]
    pub lead: u64,
    /// Whether the first row names the columns.
    pub header: bool,
    /// Rows between the header and the first row of data (units) that are read over.
    #[serde(default, skip_serializing_if = "is_none")]
    pub under: u64,
    /// Whether characters that are all zeros are read over.
    #[serde(default, skip_serializing_if = "is_false")]
    pub skips_nul: bool,
    /// One row a customer, or transactions.
    pub shape: Shape,
    /// The columns in file order.
    pub columns: Vec<ColumnReading>,
}

/// How one column is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ColumnReading {
    /// Its name; unique in the file.
    pub name: String,
    /// What its cells are.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// What it is for.
    pub role: Role,
    /// What it says of persons.
    pub personal: Personal,
    /// Kind of personal data, where it was recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal_data: Option<PersonalData>,
    /// Decimal mark, where it holds numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalMark>,
    /// Decimal places kept by exact sums, where it holds numbers.
    #[serde(default)]
    pub scale: u8,
    /// How its dates are written, where it holds dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateFormat>,
    /// Numbers that are codes for no value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", ts(optional, as = "Option<Vec<f64>>"))]
    pub missing: Vec<f64>,
    /// Whether 0, among ids of customers, is nobody's.
    #[serde(default, skip_serializing_if = "is_false")]
    pub zero_is_nobody: bool,
    /// The column, counted from 0, whose empty cells say that a row goes on with what the row above it has here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_on_with: Option<u32>,
    /// The column, counted from 0, whose values say which rows are one order: an amount that all of them repeat counts once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub once_per: Option<u32>,
    /// Whether most of the orders' ids are C and digits, so that these mark no return.
    #[serde(default, skip_serializing_if = "is_false")]
    pub c_is_common: bool,
    /// Whether orders' ids begin again, so that an order is an id on a day.
    #[serde(default, skip_serializing_if = "is_false")]
    pub with_day: bool,
    /// How it says which rows count, and with which sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Beside>,
    /// The first day that is none by mistake, as an ISO date, where days far before all others stand in the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The last such day, where days far behind all others stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum ColumnType {
    /// Numbers.
    Number,
    /// Dates, with or without a time.
    Date,
    /// Anything else.
    Text,
    /// Two values that mean yes and no.
    Boolean,
}

/// What a row of the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Shape {
    /// One row a customer.
    Customers,
    /// One row a purchase line, several a customer.
    Transactions,
    /// Neither can be told.
    Unknown,
}

/// What the user decided about reading, in a recipe: corrections to what the file itself suggests.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ReadingOptions {
    /// The sheet of a workbook, by name; where there is none, the first one with a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Choices by column name.
    pub columns: BTreeMap<String, ColumnChoice>,
}

/// What the user decided about one column; what is absent stays as proposed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ColumnChoice {
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Its decimal mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalMark>,
    /// The order of day, month and year in its dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// Numbers in it that are codes for no value, such as 999; none of them where the list is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Vec<f64>>,
    /// Whether rows count as they stand, whatever this column says of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<bool>,
}

pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}

/// True for no rows at all.
pub(super) fn is_none(rows: &u64) -> bool {
    *rows == 0
}

impl Reading {
    /// Where the column with `role` stands, the first one if several have it.
    pub fn position(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }

    /// The column called `name`.
    pub fn column(&self, name: &str) -> Option<&ColumnReading> {
        self.columns.iter().find(|column| column.name == name)
    }
}
