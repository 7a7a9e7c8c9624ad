//! Cleaning: visible, reversible steps, each of which says what it touched.

use serde::{Deserialize, Serialize};

use super::{MissingChoice, OutlierChoice};

/// What the user decided about cleaning, in a recipe.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CleaningOptions {
    /// What is done about missing values.
    pub missing: MissingChoice,
    /// What is done about values far from all others.
    pub outliers: OutlierChoice,
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
    /// Rows of the file it touched; for customers from transactions 0.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub rows: u64,
    /// Customers it touched.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
    /// Net spend of these customers, where the file has transactions.
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
