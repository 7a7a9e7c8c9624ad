//! Names for segments.

use serde::{Deserialize, Serialize};

use super::profile::{FeatureProfile, Segment};
use super::rfm::{Scores, rfm_name};
use crate::Statement;
use crate::customers::{Features, Prepared, RFM};
use crate::distribution::Valid;

/// A name the user gave a segment, in a recipe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct GivenName {
    /// Number of segments it was given under.
    pub k: u32,
    /// Number of the segment, from 1.
    pub segment: u32,
    /// The name.
    pub name: String,
}

/// A feature is part of a name from this effect on, in standard deviations.
const NAMED: f64 = 0.3;

/// Writes a suggested name into every segment: from the RFM map where the customers come from transactions, else from the
/// two features that set it apart most. Equal names are told apart by an ordinal. No name says anything of the `silent` features.
pub(super) fn suggest_names(
    features: &Features,
    prepared: &Prepared,
    members: &[Vec<usize>],
    silent: &[String],
    segments: &mut [Segment],
) {
    let is_silent = |name: &str| silent.iter().any(|silent| silent == name);
    let scores = Scores::new(features, prepared).filter(|_| !RFM.into_iter().any(is_silent));
    for (segment, rows) in segments.iter_mut().zip(members) {
        let telling: Vec<&FeatureProfile> =
            segment.features.iter().filter(|feature| !is_silent(&feature.name)).collect();
        (segment.suggested, segment.named_by) = match &scores {
            Some(scores) => rfm_statement(features, prepared, scores, rows),
            // Levels are words of the file, and a name may leave: kinds give none.
            None if telling.is_empty() => {
                (Statement::new("name-segment").with("number", u64::from(segment.number)), None)
            }
            None => by_features(telling),
        };
    }
    for at in 0..segments.len() {
        let same: Vec<usize> = (0..segments.len())
            .filter(|&other| segments[other].suggested == segments[at].suggested)
            .collect();
        if same.len() > 1 {
            segments[at].ordinal =
                (1..).zip(&same).find(|&(_, &other)| other == at).map_or(0, |(nth, _)| nth);
        }
    }
}

/// The RFM name of the median customer: the componentwise median of the segment, then scored; and those scores.
fn rfm_statement(
    features: &Features,
    prepared: &Prepared,
    scores: &Scores,
    rows: &[usize],
) -> (Statement, Option<Statement>) {
    let median = |value: &dyn Fn(usize) -> f64| {
        Valid::of(rows.iter().map(|&row| value(prepared.members[row]))).median().unwrap_or(f64::NAN)
    };
    let [recency, frequency, monetary] = scores.columns.map(|at| median(&|row| features.values.row(row)[at]));
    let span = features.span.as_ref();
    let tenure = median(&|row| span.map_or(f64::NAN, |span| span.tenure[row]));
    let is_new = span.and_then(|span| span.median_gap).is_some_and(|gap| tenure <= gap);
    let (r, f, m) = scores.of(recency, frequency, monetary);
    let rule = [("recency", r), ("frequency", f), ("monetary", m)]
        .into_iter()
        .fold(Statement::new("name-rule-rfm"), |rule, (name, score)| rule.with(name, u64::from(score)));
    (Statement::new(rfm_name(r, f, m, is_new).key()), Some(rule))
}

/// "High income, low spending": the two features with the greatest effect.
fn by_features(mut telling: Vec<&FeatureProfile>) -> (Statement, Option<Statement>) {
    telling.retain(|feature| feature.effect.abs() >= NAMED);
    telling.sort_by(|a, b| b.effect.abs().total_cmp(&a.effect.abs()));
    let high = |feature: &FeatureProfile| feature.effect > 0.0;
    let called = |feature: &FeatureProfile| feature.name.clone();
    let name = match telling[..] {
        [] => return (Statement::new("name-average"), None),
        [one] => {
            Statement::new(if high(one) { "name-high" } else { "name-low" }).with("feature", called(one))
        }
        [first, second, ..] if high(first) == high(second) => {
            let key = if high(first) { "name-high-high" } else { "name-low-low" };
            Statement::new(key).with("first", called(first)).with("second", called(second))
        }
        [first, second, ..] => {
            let (high, low) = if high(first) { (first, second) } else { (second, first) };
            Statement::new("name-high-low").with("high", called(high)).with("low", called(low))
        }
    };
    (name, Some(Statement::new("name-rule-features")))
}
