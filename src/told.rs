//! What notices hold that is more than a count or a column.

use serde::{Deserialize, Serialize};

/// Rows by what a column says of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct RowsOf {
    /// Name of that column.
    pub column: String,
    /// How many; of a long file, about so many.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub count: u64,
    /// What they come to, without signs.
    pub money: f64,
}

/// How much of a column something is told of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct CountOf {
    /// Its name.
    pub column: String,
    /// How many; of a long file, those in a sample.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub count: u64,
}

/// Somebody with far more rows than anybody else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct OneOfMany {
    /// Name of the column of customers.
    pub column: String,
    /// Rows with this customer; of a long file, about so many.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub count: u64,
    /// Their share of the rows that name a customer.
    pub share: f64,
    /// Rows of the customer who comes next.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub next: u64,
}

/// Days far from all others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct FarDays {
    /// Name of the column of days.
    pub column: String,
    /// How many; of a long file, about so many.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub count: u64,
    /// The first of the other days.
    pub first: String,
    /// The last of the other days.
    pub last: String,
    /// The farthest of the stray days.
    pub stray: String,
}

/// Names of columns that stand again further down, and otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct OtherHeaders {
    /// How many times.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub count: u64,
    /// The first few rows with such names.
    #[cfg_attr(feature = "schema", ts(type = "Array<number>"))]
    pub rows: Vec<u64>,
    /// Columns that such a header lacks.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub lacking: u64,
}
