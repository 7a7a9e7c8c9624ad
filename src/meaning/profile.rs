//! What each segment is like, in the file's own units.

use serde::{Deserialize, Serialize};

use super::kinds::{self, CategoryProfile};
use super::name::suggest_names;
use crate::Statement;
use crate::customers::{Features, Prepared};
use crate::distribution::quantiles;

/// A segment and what can be said of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Segment {
    /// Its number, from 1.
    pub number: u32,
    /// Its suggested name.
    pub suggested: Statement,
    /// The rule that gave that name; absent where nothing sets it apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_by: Option<Statement>,
    /// Which of the segments with the same suggested name it is, from 1; 0 where the name is unique.
    pub ordinal: u32,
    /// The name the user gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// Its customers.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub size: u64,
    /// Share of all segmented customers.
    pub share: f64,
    /// Net spend of its customers, where the file has transactions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue: Option<f64>,
    /// Share of the net spend of all segmented customers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue_share: Option<f64>,
    /// Its features.
    pub features: Vec<FeatureProfile>,
    /// Its columns of kinds, where the fit went by any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryProfile>,
    /// What sets it apart, most telling first.
    pub traits: Vec<Statement>,
}

/// One feature of one segment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct FeatureProfile {
    /// Name of the feature.
    pub name: String,
    /// Mean in original units.
    pub mean: f64,
    /// Median in original units.
    pub median: f64,
    /// First quartile in original units.
    pub lower_quartile: f64,
    /// Third quartile in original units.
    pub upper_quartile: f64,
    /// Median of all segmented customers in original units.
    pub everyone: f64,
    /// How far the segment's mean is from everyone's, in standard deviations of the transformed feature.
    pub effect: f64,
}

/// An effect from which a feature sets a segment apart: half a standard deviation, "medium" to Cohen (1988).
const TELLING: f64 = 0.5;

/// Traits listed for a segment.
const TRAITS: usize = 3;

/// The segments of a labelling, in order of their numbers.
///
/// `labels` has one entry for each row of the prepared matrix, each below `k`; label 0 becomes segment 1.
pub fn describe(features: &Features, prepared: &Prepared, labels: &[u32], k: usize) -> Vec<Segment> {
    let everyone: Vec<usize> = (0..labels.len()).collect();
    let moments: Vec<Moments> =
        (0..prepared.coordinates.rows().columns()).map(|at| Moments::of(prepared, at)).collect();
    let overall = profiles(features, prepared, &everyone, &moments, None);
    let monetary = features.span.as_ref().and_then(|_| features.position("monetary"));
    let spend = |rows: &[usize]| -> Option<f64> {
        monetary.map(|at| rows.iter().map(|&row| features.values.row(prepared.members[row])[at]).sum())
    };
    let revenue = spend(&everyone);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); k];
    everyone.iter().for_each(|&row| members[labels[row] as usize].push(row));
    let mut segments: Vec<Segment> = (1..)
        .zip(&members)
        .map(|(number, rows)| {
            let categories = kinds::categories(features, prepared, rows);
            let features = profiles(features, prepared, rows, &moments, Some(&overall));
            let own = spend(rows);
            Segment {
                number,
                suggested: Statement::new("name-average"),
                named_by: None,
                ordinal: 0,
                given: None,
                size: rows.len() as u64,
                share: rows.len() as f64 / labels.len() as f64,
                revenue: own,
                revenue_share: own.zip(revenue).map(|(own, all)| if all == 0.0 { 0.0 } else { own / all }),
                traits: traits(&features, &categories),
                features,
                categories,
            }
        })
        .collect();
    suggest_names(features, prepared, &members, &mut segments);
    segments
}

/// The profile of some rows; `effect` and `everyone` relative to `overall`, where given.
fn profiles(
    features: &Features,
    prepared: &Prepared,
    rows: &[usize],
    moments: &[Moments],
    overall: Option<&[FeatureProfile]>,
) -> Vec<FeatureProfile> {
    let count = rows.len().max(1) as f64;
    let columns = prepared.preparation.features.iter().enumerate();
    columns
        .map(|(column, feature)| {
            let at = features.position(&feature.name).unwrap_or_default();
            let mut values: Vec<f64> =
                rows.iter().map(|&row| features.values.row(prepared.members[row])[at]).collect();
            let mean = values.iter().sum::<f64>() / count;
            let [lower_quartile, median, upper_quartile] = quantiles(&mut values, [0.25, 0.5, 0.75]);
            FeatureProfile {
                name: feature.name.clone(),
                mean,
                median,
                lower_quartile,
                upper_quartile,
                everyone: overall.map_or(median, |overall| overall[column].median),
                effect: moments[column].effect(prepared, rows),
            }
        })
        .collect()
}

/// A coordinate over everyone.
struct Moments {
    column: usize,
    mean: f64,
    variance: f64,
}

impl Moments {
    fn of(prepared: &Prepared, column: usize) -> Self {
        let all = prepared.coordinates.rows();
        let (values, rows) = (|| all.column(column), all.count() as f64);
        let mean = values().sum::<f64>() / rows;
        let variance = values().map(|value| (value - mean) * (value - mean)).sum::<f64>() / rows;
        Moments { column, mean, variance }
    }

    /// The mean over `rows`, in standard deviations from that over everyone.
    fn effect(&self, prepared: &Prepared, rows: &[usize]) -> f64 {
        let all = prepared.coordinates.rows();
        let own =
            rows.iter().map(|&row| all.number(row, self.column)).sum::<f64>() / rows.len().max(1) as f64;
        if self.variance > 0.0 { (own - self.mean) / self.variance.sqrt() } else { 0.0 }
    }
}

/// The features that set a segment apart, most telling first; where none does, that it is like everyone in the first. They are told in
/// medians, so that a feature whose means alone lie apart, as that of 0 and 1 may, sets nobody apart.
fn traits(features: &[FeatureProfile], categories: &[CategoryProfile]) -> Vec<Statement> {
    let of_numbers = features.iter().map(|feature| {
        let key = match feature.effect {
            effect if effect >= TELLING && feature.median > feature.everyone => "trait-above",
            effect if effect <= -TELLING && feature.median < feature.everyone => "trait-below",
            _ => "trait-near",
        };
        let statement = Statement::new(key)
            .with("feature", feature.name.as_str())
            .with("value", feature.median)
            .with("everyone", feature.everyone);
        (key != "trait-near", feature.effect.abs(), statement)
    });
    let of_kinds = kinds::telling(categories).filter(|(effect, _)| *effect >= TELLING);
    let of_kinds = of_kinds.map(|(effect, statement)| (true, effect, statement));
    let mut by_effect: Vec<(bool, f64, Statement)> = of_numbers.chain(of_kinds).collect();
    by_effect.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    let telling = by_effect.iter().filter(|(tells, ..)| *tells).count();
    by_effect.into_iter().take(telling.clamp(1, TRAITS)).map(|(.., statement)| statement).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(name: &str, median: f64, everyone: f64, effect: f64) -> FeatureProfile {
        let name = name.to_owned();
        FeatureProfile {
            name,
            mean: median,
            median,
            lower_quartile: median,
            upper_quartile: median,
            everyone,
            effect,
        }
    }

    fn check(features: &[FeatureProfile], expected: &[(&str, &str)]) {
        let told = traits(features, &[]);
        let told: Vec<_> = told.iter().map(|one| (one.key.as_str(), one.params["feature"].clone())).collect();
        let expected: Vec<_> = expected.iter().map(|&(key, feature)| (key, feature.into())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn what_is_told_in_medians_is_true_of_medians() {
        let campaigns = profile("campaigns", 0.0, 0.0, 1.4);
        let income = profile("income", 80_000.0, 51_000.0, 1.2);
        let children = profile("children", 0.0, 1.0, -0.9);
        let recency = profile("recency", 50.0, 49.0, 0.1);
        check(
            &[recency.clone(), campaigns.clone(), children, income],
            &[("trait-above", "income"), ("trait-below", "children")],
        );
        check(&[recency, campaigns], &[("trait-near", "campaigns")]);
    }
}
