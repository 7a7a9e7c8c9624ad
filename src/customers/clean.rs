//! Cleaning: visible, reversible steps, each of which says what it touched.

use serde::{Deserialize, Serialize};

/// What is done about lines that repeat another line in every cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum DuplicateChoice {
    /// They count: two of the same may have been bought.
    #[default]
    Keep,
    /// The first of them counts.
    Drop,
}

/// What is done about customers who stand in several rows of a customer table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum RepeatedChoice {
    /// Every row counts as a customer of its own.
    #[default]
    Keep,
    /// One row a customer: the one with the least values, first column first, whatever the order of the file.
    One,
}

/// A step of cleaning and what it touched, or would touch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct CleaningStep {
    /// What it is about.
    pub kind: CleaningKind,
    /// The feature it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feature: Option<String>,
    /// Customers named by a list of opt-outs, whether the file knows them or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub given: Option<u64>,
    /// Rows of the file it touched; 0 where whole customers from transactions are meant.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub rows: u64,
    /// Customers it touched.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
    /// Net spend in these rows, or of these customers, where the file has transactions and says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue: Option<f64>,
    /// Whether it was done; else it says what it would touch.
    pub applied: bool,
}

/// What a step of cleaning is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum CleaningKind {
    /// Rows of customers who want no part in this.
    OptOuts,
    /// Rows whose amount is missing or unreadable.
    WithoutAmount,
    /// Rows that name no customer.
    WithoutCustomer,
    /// Rows whose date is missing or unreadable.
    WithoutDate,
    /// Rows on or after the reference day.
    AfterReferenceDay,
    /// Rows that repeat another in every cell; the first of them is not among these.
    DuplicateRows,
    /// Rows that sell no product: postage and carriage.
    Postage,
    /// Rows that sell no product: fees and charges.
    Fees,
    /// Rows that sell no product: corrections by hand, bad debt.
    Adjustments,
    /// Rows that sell no product: discounts booked as a line.
    Discounts,
    /// Rows that sell no product: vouchers and gift cards.
    Vouchers,
    /// Rows that sell no product: samples.
    Samples,
    /// Rows whose price is zero or below.
    NoPrice,
    /// Rows that take goods back; what they are worth is taken off what the customer bought.
    Returns,
    /// Customers who only ever returned.
    ReturnsOnly,
    /// Customers who returned at least as much as they bought.
    NetSpendNotPositive,
    /// Customers without a value in a chosen feature are left out.
    MissingLeftOut,
    /// The median takes the place of what is missing.
    MissingFilledIn,
    /// Rows that repeat the customer of another row.
    RepeatedCustomers,
    /// Values beyond the limits are moved there.
    OutliersWinsorised,
    /// Customers with values beyond the limits are set aside.
    OutliersSetAside,
}

impl CleaningStep {
    /// A step about these rows of the file; nothing else is known of it yet.
    pub(super) fn new(kind: CleaningKind, rows: u64, applied: bool) -> Self {
        CleaningStep { kind, feature: None, given: None, rows, customers: 0, revenue: None, applied }
    }
}
