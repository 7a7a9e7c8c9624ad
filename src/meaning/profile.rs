//! What each segment is like, in the file's own units.

use serde::{Deserialize, Serialize};

use super::kinds::{self, CategoryProfile};
use super::name::suggest_names;
use crate::Statement;
use crate::customers::{Features, Prepared};
use crate::distribution::Valid;

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
    /// Mean in original units, of customers who have a value; `null` where none has.
    pub mean: Option<f64>,
    /// Median in original units, of the same.
    pub median: Option<f64>,
    /// First quartile in original units, of the same.
    pub lower_quartile: Option<f64>,
    /// Third quartile in original units, of the same.
    pub upper_quartile: Option<f64>,
    /// Median of all segmented customers who have a value, in original units.
    pub everyone: Option<f64>,
    /// How far the segment's mean is from everyone's, in standard deviations of the transformed feature, over customers who have a
    /// value; 0 where none of them has.
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
    describe_without(features, prepared, labels, k, &[])
}

/// The same, with names and traits that say nothing of the `silent` features.
pub(crate) fn describe_without(
    features: &Features,
    prepared: &Prepared,
    labels: &[u32],
    k: usize,
    silent: &[String],
) -> Vec<Segment> {
    let everyone: Vec<usize> = (0..labels.len()).collect();
    let moments: Vec<Moments> =
        (0..prepared.preparation.features.len()).map(|at| Moments::of(features, prepared, at)).collect();
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
            let categories = kinds::categories(features, prepared, rows, &everyone);
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
                traits: traits(&features, &categories, silent),
                features,
                categories,
            }
        })
        .collect();
    suggest_names(features, prepared, &members, silent, &mut segments);
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
    let columns = moments.iter().enumerate();
    columns
        .map(|(column, moments)| {
            let mut values = Valid::of(rows.iter().map(|&row| moments.raw(features, prepared, row)));
            let mean = values.mean();
            let [lower_quartile, median, upper_quartile] =
                values.quantiles([0.25, 0.5, 0.75]).map_or([None; 3], |all| all.map(Some));
            FeatureProfile {
                name: prepared.preparation.features[column].name.clone(),
                mean,
                median,
                lower_quartile,
                upper_quartile,
                everyone: overall.map_or(median, |overall| overall[column].median),
                effect: moments.effect(features, prepared, rows),
            }
        })
        .collect()
}

/// A coordinate over everyone who has a value.
struct Moments {
    /// Its column of the coordinates.
    column: usize,
    /// The column of the features that it was made of.
    from: usize,
    mean: f64,
    variance: f64,
}

impl Moments {
    fn of(features: &Features, prepared: &Prepared, column: usize) -> Self {
        let from = features.position(&prepared.preparation.features[column].name).unwrap_or_default();
        let mut moments = Moments { column, from, mean: 0.0, variance: 0.0 };
        let values = moments.valid(features, prepared, 0..prepared.members.len());
        if let Some(mean) = values.mean() {
            let squares = Valid::of(values.iter().map(|value| (value - mean) * (value - mean)));
            (moments.mean, moments.variance) = (mean, squares.mean().unwrap_or(0.0));
        }
        moments
    }

    /// The mean over `rows`, in standard deviations from that over everyone.
    fn effect(&self, features: &Features, prepared: &Prepared, rows: &[usize]) -> f64 {
        let own = self.valid(features, prepared, rows.iter().copied()).mean();
        own.filter(|_| self.variance > 0.0).map_or(0.0, |own| (own - self.mean) / self.variance.sqrt())
    }

    /// The coordinates of those who have a value: what was filled in for the others is nobody's.
    fn valid(&self, features: &Features, prepared: &Prepared, rows: impl Iterator<Item = usize>) -> Valid {
        let all = prepared.coordinates.rows();
        let has_one = |&row: &usize| !self.raw(features, prepared, row).is_nan();
        Valid::of(rows.filter(has_one).map(|row| all.number(row, self.column)))
    }

    fn raw(&self, features: &Features, prepared: &Prepared, row: usize) -> f64 {
        features.values.row(prepared.members[row])[self.from]
    }
}

/// The features that set a segment apart, most telling first; where none does, that it is like everyone in the first. They are told in
/// medians, so that a feature whose means alone lie apart, as that of 0 and 1 may, sets nobody apart.
fn traits(features: &[FeatureProfile], categories: &[CategoryProfile], silent: &[String]) -> Vec<Statement> {
    let may_be_told = features.iter().filter(|feature| !silent.contains(&feature.name));
    let of_numbers = may_be_told.map(|feature| {
        let medians = feature.median.zip(feature.everyone);
        let key = match feature.effect {
            effect if effect >= TELLING && medians.is_some_and(|(own, all)| own > all) => "trait-above",
            effect if effect <= -TELLING && medians.is_some_and(|(own, all)| own < all) => "trait-below",
            _ => "trait-near",
        };
        let statement = match medians {
            Some((own, all)) => Statement::new(key).with("value", own).with("everyone", all),
            None => Statement::new(format!("{key}-everyone")),
        };
        (key != "trait-near", feature.effect.abs(), statement.with("feature", feature.name.as_str()))
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
            mean: Some(median),
            median: Some(median),
            lower_quartile: Some(median),
            upper_quartile: Some(median),
            everyone: Some(everyone),
            effect,
        }
    }

    fn check(features: &[FeatureProfile], expected: &[(&str, &str)]) {
        let told = traits(features, &[], &[]);
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
