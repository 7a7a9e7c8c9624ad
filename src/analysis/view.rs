//! What the operator sees: plain data for the page and the command line alike.

use serde::{Deserialize, Serialize};

use super::second_opinion::SecondOpinion;
use crate::customers::{CleaningStep, Verdict};
use crate::meaning::{RfmSlice, Segment};
use crate::segments::Method;
use crate::validity::{Advice, Certainty, Evidence, Foresight, Importance, STRONG, TWO_CROWDS};
use crate::{Notice, Statement};

/// The whole job as one object: what `segment --json` prints and what the page shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct SegmentsView {
    /// Rows of data read from the file.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub rows: u64,
    /// Customers in the segments.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
    /// Customers outside the segments.
    pub set_aside: SetAside,
    /// First and last day of the transactions and the day recency is counted to, as ISO dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<[String; 3]>,
    /// Names of the features clustered by, in order.
    pub features: Vec<String>,
    /// The method that made the segments shown.
    pub method: Method,
    /// Number of segments shown.
    pub k: u32,
    /// The advised number; `null` where there are no natural groups.
    pub advised_k: Option<u32>,
    /// The elbow of the inertia curve; `null` where it has none.
    pub elbow_k: Option<u32>,
    /// Inertia of the fit shown, scaled units.
    pub inertia: f64,
    /// Sizes of the segments, descending.
    #[cfg_attr(feature = "schema", ts(type = "number[]"))]
    pub sizes: Vec<u64>,
    /// Rounds of the fit shown.
    pub iterations: u32,
    /// Mean silhouette of the fit shown.
    pub silhouette: f64,
    /// What that says of the separation.
    pub separation: Statement,
    /// Mean simplified silhouette of the fit shown.
    pub silhouette_simplified: f64,
    /// Calinski-Harabasz index of the fit shown.
    pub calinski_harabasz: f64,
    /// Davies-Bouldin index of the fit shown.
    pub davies_bouldin: f64,
    /// Evidence for every number of segments tried, of K-means: what the advice rests on.
    pub evidence: Vec<Evidence>,
    /// What the method shown says beside K-means; absent where it is K-means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_opinion: Option<SecondOpinion>,
    /// How many segments are advised, and why.
    pub advice: Advice,
    /// What each measure would choose alone, in words.
    pub favourites: Vec<Statement>,
    /// What the advice asks of the measures it rests on.
    pub asked: Asked,
    /// Whether the segments are groups, slices that repeat, or slices that do not; absent in a first look, and of another method than K-means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The same as a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty_told: Option<Statement>,
    /// How far each segment repeats when customers are drawn anew, in the order of their numbers; empty where it was not asked for
    /// this number of segments.
    pub stability: Vec<Statement>,
    /// False while this is a first look and better fits and the evidence are still to come.
    pub settled: bool,
    /// How much of the last quarter segments made before it would have told; absent unless it was asked for this number of segments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foresight: Option<Foresight>,
    /// What speaks for and against each feature there is, chosen or not.
    pub verdicts: Vec<Verdict>,
    /// What the segments owe to each feature; absent where there is one feature only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// What cleaning did to the rows of the file and to the customers, or could do.
    pub cleaning: Vec<CleaningStep>,
    /// The segments in order of their numbers.
    pub segments: Vec<Segment>,
    /// The cells of the RFM map that have customers; only where there are no natural groups and the file has transactions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rfm_map: Vec<RfmSlice>,
    /// What was survived on the way.
    pub notices: Vec<Notice>,
}

/// What the advice asks of two measures of a number of segments.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Asked {
    /// Least Ashman's D.
    pub ashman_d: f64,
    /// Least prediction strength.
    pub prediction_strength: f64,
}

impl Default for Asked {
    fn default() -> Self {
        Asked { ashman_d: TWO_CROWDS, prediction_strength: STRONG }
    }
}

/// Customers outside the segments, by reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct SetAside {
    /// Net spend not positive.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub net_spend_not_positive: u64,
    /// A value missing in a used column.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub missing_values: u64,
    /// Rows that repeat the customer of another row, where one row a customer was asked for.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub repeated: u64,
    /// A value far from all others, where those are set aside.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub outliers: u64,
}

/// The customers (or a sample of them) on the two principal axes: for the operator's screen only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct MapView {
    /// Coordinate along the first axis.
    pub x: Vec<f64>,
    /// Coordinate along the second axis; all 0 where there is one feature only.
    pub y: Vec<f64>,
    /// Segment of each point, from 0.
    pub labels: Vec<u32>,
    /// Share of the variance along each axis.
    pub explained: [f64; 2],
    /// For each axis, the features that make it up: name and weight, most telling first.
    pub weights: [Vec<(String, f64)>; 2],
    /// Customers there are.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
}
