//! What the user decides about customers and their features, in a recipe.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::called::column_of;
use super::{
    DuplicateChoice, MissingChoice, NonProduct, OutlierChoice, RepeatedChoice, ScaleChoice, TransformChoice,
};

/// What the user decided about how rows become customers, in a recipe: the file is read anew where it changes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CustomerOptions {
    /// The day recency and ages are counted to, as an ISO date; transactions on or after it are left out. `null`: the day after the
    /// last one in the file.
    pub reference_day: Option<String>,
    /// What is done about lines of transactions that repeat another line in every cell.
    pub duplicate_rows: DuplicateChoice,
    /// Kinds of lines that sell no product and are left out.
    pub non_products: Vec<NonProduct>,
    /// Columns of a customer table whose numbers (ages for dates of birth) are taken in bands of this width, by name: each value
    /// becomes the middle of its band.
    pub bands: BTreeMap<String, f64>,
    /// Features that are made of transactions beyond the usual ones, by name, such as `categoryShare:Toys` of a category that few bought.
    /// Those that `features.columns` of a document names are added to them when it is opened.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<String>,
}

/// What the user decided about features, in a recipe: how customers become the matrix that is clustered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FeatureOptions {
    /// The features to cluster by, by name; `null`: recency, frequency and monetary, or of a customer table every column of numbers
    /// that tells customers apart, and columns of kinds where there are no numbers.
    pub columns: Option<Vec<String>>,
    /// What is done about rows of a customer table that repeat the customer of another row.
    pub repeated: RepeatedChoice,
    /// What is done about missing values.
    pub missing: MissingChoice,
    /// What is done about values far from all others.
    pub outliers: OutlierChoice,
    /// How long tails are tamed.
    pub transform: TransformChoice,
    /// How features are put on one scale.
    pub scale: ScaleChoice,
    /// Features that are transformed or scaled otherwise, by name.
    pub each: BTreeMap<String, FeatureChoice>,
}

/// What the user decided about one feature; what is absent is as for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FeatureChoice {
    /// How its long tails are tamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transform: Option<TransformChoice>,
    /// How it is scaled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<ScaleChoice>,
}

impl FeatureOptions {
    /// What is asked for the feature called `name`: its transform and its scaling.
    pub fn of(&self, name: &str) -> (TransformChoice, ScaleChoice) {
        let own = self.each.get(name).or_else(|| self.each.get(column_of(name))).copied().unwrap_or_default();
        (own.transform.unwrap_or(self.transform), own.scale.unwrap_or(self.scale))
    }
}
