//! The summary as a file: what [`release`](crate::release) let pass, and nothing else.

use serde::{Deserialize, Serialize};

use super::{formula_safe, written};
use crate::Statement;
use crate::release::{
    Ellipse, Policy, Released, ReleasedColumn, ReleasedFeature, ReleasedForesight, ReleasedSegment,
};
use crate::segments::Method;

/// Newest version of a summary.
const VERSION: u32 = 2;

/// What `kind` says in every summary.
const KIND: &str = "disclosure-controlled-summary";

/// A disclosure-controlled summary of the segments. Every number in it is one that `docs/privacy.md` has a rule for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Summary {
    /// What this document is.
    pub kind: String,
    /// Version of this document.
    pub version: u32,
    /// The policy it was made under.
    pub policy: Policy,
    /// The rules it obeys.
    pub rules: Vec<Statement>,
    /// What a reader has to be warned of.
    pub cautions: Vec<Statement>,
    /// What was held back, other than from a single segment.
    pub held_back: Vec<Statement>,
    /// Customers in the segments: the sum of their published sizes.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
    /// First and last month of the transactions, where the file has transactions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<[String; 2]>,
    /// The features clustered by.
    pub features: Vec<ReleasedColumn>,
    /// The method that made the segments.
    pub method: Method,
    /// Number of segments of the fit, before any were merged.
    pub k: u32,
    /// The advised number; `null` where there are no natural groups.
    pub advised_k: Option<u32>,
    /// Why this many segments, and how sure that is, in words.
    pub reasons: Vec<Statement>,
    /// The segments in order of their numbers.
    pub segments: Vec<SummarySegment>,
    /// Shares of the variance along the two axes of the map, to a twentieth; `null` where there is only one feature.
    pub explained: Option<[f64; 2]>,
    /// How much of the last quarter segments made before it would have told, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foresight: Option<ReleasedForesight>,
}

/// A segment in a summary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct SummarySegment {
    /// Its number, from 1.
    pub number: u32,
    /// Its name, in words.
    pub name: String,
    /// Its customers, with noise, rounded.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub size: u64,
    /// Share of all customers, from the published counts, to a thousandth.
    pub share: f64,
    /// Share of the net spend, to a hundredth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue_share: Option<f64>,
    /// Its features.
    pub features: Vec<ReleasedFeature>,
    /// What sets it apart, most telling first.
    pub traits: Vec<Statement>,
    /// How firmly it comes back when customers are drawn anew; absent where it was not asked for, or the segment is merged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stability: Option<Statement>,
    /// Where it lies on the map of the first two principal axes; `null` where held back.
    pub ellipse: Option<Ellipse>,
    /// What was held back of it.
    pub held_back: Vec<Statement>,
}

impl Summary {
    /// The summary of what was released; `name` words the name of a segment.
    pub fn new(released: &Released, name: &impl Fn(&ReleasedSegment) -> String) -> Self {
        let segment = |segment: &ReleasedSegment| SummarySegment {
            number: segment.number,
            name: name(segment),
            size: segment.size,
            share: segment.share,
            revenue_share: segment.revenue_share,
            features: segment.features.clone(),
            traits: segment.traits.clone(),
            stability: segment.stability.clone(),
            ellipse: segment.ellipse,
            held_back: segment.held_back.clone(),
        };
        Summary {
            kind: KIND.to_owned(),
            version: VERSION,
            policy: released.policy().clone(),
            rules: released.rules().to_vec(),
            cautions: released.cautions().to_vec(),
            held_back: released.held_back().to_vec(),
            customers: released.customers(),
            period: released.period().cloned(),
            features: released.features().to_vec(),
            method: released.method(),
            k: released.k(),
            advised_k: released.advised_k(),
            reasons: released.reasons().to_vec(),
            segments: released.segments().iter().map(segment).collect(),
            explained: released.explained(),
            foresight: released.foresight().cloned(),
        }
    }
}

/// The summary as JSON; `name` words the name of a segment.
pub fn summary_json(released: &Released, name: &impl Fn(&ReleasedSegment) -> String) -> String {
    super::pretty(&Summary::new(released, name))
}

/// The summary as CSV (UTF-8, comma, decimal point): one row for each segment and feature; what was held back is empty.
///
/// Columns: `segment`, `name`, `customers` (with noise, rounded), `share`, `revenueShare`, `feature`, `median`, `shareOfOnes` (of a
/// column of 0 and 1), `effect` (Cliff's delta against everyone else) and `everyone` (median of all customers).
///
/// `name` words the name of a segment.
pub fn summary_csv(released: &Released, name: &impl Fn(&ReleasedSegment) -> String) -> String {
    const HEADER: [&str; 10] = [
        "segment",
        "name",
        "customers",
        "share",
        "revenueShare",
        "feature",
        "median",
        "shareOfOnes",
        "effect",
        "everyone",
    ];
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    written(|writer| {
        writer.write_record(HEADER)?;
        for segment in released.segments() {
            let name = name(segment);
            for (feature, everyone) in segment.features.iter().zip(released.features()) {
                writer.write_record([
                    &segment.number.to_string(),
                    &*formula_safe(&name),
                    &segment.size.to_string(),
                    &segment.share.to_string(),
                    &number(segment.revenue_share),
                    &*formula_safe(&feature.name),
                    &number(feature.median),
                    &number(feature.share),
                    &number(feature.effect),
                    &number(everyone.median),
                ])?;
            }
        }
        Ok(())
    })
}
