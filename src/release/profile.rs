//! P4, P5 and P6: what may be said of a feature.

use serde::{Deserialize, Serialize};

use super::dominance::dominated;
use super::round::{fraction, significant};
use crate::Statement;
use crate::customers::{Features, Prepared, Transform, is_share_of_kind};
use crate::meaning::Segment;

/// Significant digits of published values.
pub(super) const DIGITS: usize = 3;

/// Significant digits of a mean of few customers: a mean of whole numbers to three would tell more exactly how many they are than
/// their rounded count does.
const DIGITS_OF_FEW: usize = 2;

/// Under so many customers, by the published count, they are few.
const FEW: u64 = 100;

/// Distances are published to a tenth of a standard deviation.
const TENTHS: f64 = 10.0;

/// A feature of all customers together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct ReleasedColumn {
    /// Its name.
    pub name: String,
    /// How its values were transformed before the fit.
    pub transform: Transform,
    /// Median of all customers in original units; `null` where held back.
    pub median: Option<f64>,
}

/// A feature of one segment: what passed the gate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct ReleasedFeature {
    /// Its name.
    pub name: String,
    /// Mean in original units; `null` where held back.
    pub mean: Option<f64>,
    /// Median in original units; `null` where held back.
    pub median: Option<f64>,
    /// How far the segment's mean is from everyone's, in standard deviations of the transformed feature; `null` where held back.
    pub effect: Option<f64>,
}

/// The values of one feature, one for each row of the prepared matrix.
#[derive(Debug)]
pub(super) struct Column<'a> {
    /// Its place among the features clustered by.
    at: usize,
    name: String,
    transform: Transform,
    features: &'a Features,
    /// Its column there.
    from: usize,
    /// For each row, the row in the features.
    members: &'a [usize],
}

/// The chosen features in original units, save the shares of a category or channel that fewer than `needed` customers bought (a
/// recipe may ask for such a one by name): its very name tells what they bought. And how many those are.
pub(super) fn columns<'a>(
    features: &'a Features,
    prepared: &'a Prepared,
    needed: u64,
) -> (Vec<Column<'a>>, u64) {
    let chosen = prepared.preparation.features.iter().enumerate();
    let all = chosen.map(|(at, feature)| {
        let from = features.position(&feature.name).unwrap_or_default();
        let (name, transform) = (feature.name.clone(), feature.transform);
        Column { at, name, transform, features, from, members: &prepared.members }
    });
    let (kept, rare): (Vec<_>, Vec<_>) = all.partition(|column| {
        !is_share_of_kind(&column.name)
            || column.values().filter(|&value| value != 0.0).count() as u64 >= needed
    });
    (kept, rare.len() as u64)
}

impl Column<'_> {
    fn value(&self, row: usize) -> f64 {
        self.features.values.row(self.members[row])[self.from]
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        (0..self.members.len()).map(|row| self.value(row))
    }

    /// What may be said of everyone; `medians` tells whether there are enough customers for a median.
    pub(super) fn of_everyone(&self, described: &[Segment], medians: bool) -> ReleasedColumn {
        let median =
            described.first().and_then(|segment| segment.features.get(self.at)).map(|of| of.everyone);
        let varies = self.values().any(|value| value != self.value(0));
        ReleasedColumn {
            name: self.name.clone(),
            transform: self.transform,
            median: median.filter(|_| medians && varies).map(|value| significant(value, DIGITS)),
        }
    }

    /// Whether the distance of some group from everyone would tell of one or two customers.
    pub(super) fn distances_held_back(&self, groups: &[Vec<usize>]) -> bool {
        let coordinate = |&row: &usize| self.transform.apply(self.value(row));
        groups.iter().any(|rows| dominated(rows.iter().map(coordinate)))
    }
}

/// The features of one segment as they may be published, and what was held back.
///
/// `rows` are its rows of the prepared matrix and `size` their published count, `medians` tells whether they are enough for a
/// median, `distances` for each column whether distances from everyone may be published.
pub(super) fn profile(
    columns: &[Column<'_>],
    described: &Segment,
    (rows, size): (&[usize], u64),
    medians: bool,
    distances: &[bool],
) -> (Vec<ReleasedFeature>, Vec<Statement>) {
    let mut held_back = Vec::new();
    if !medians {
        held_back.push(Statement::new("held-back-medians"));
    }
    let digits = if size < FEW { DIGITS_OF_FEW } else { DIGITS };
    let profiles = columns.iter().filter_map(|column| Some((column, described.features.get(column.at)?)));
    let features = profiles.zip(distances).map(|((column, profile), &distance)| {
        let own = || rows.iter().map(|&row| column.value(row));
        let alike = own().all(|value| value == profile.median);
        let concentrated = dominated(own());
        let key = match (alike, concentrated) {
            (true, _) => Some("held-back-alike"),
            (_, true) => Some("held-back-mean"),
            _ => None,
        };
        held_back.extend(key.map(|key| Statement::new(key).with("feature", column.name.as_str())));
        let publish = |value: f64, may: bool| Some(value).filter(|value| may && value.is_finite());
        ReleasedFeature {
            name: column.name.clone(),
            mean: publish(significant(profile.mean, digits), !alike && !concentrated),
            median: publish(significant(profile.median, DIGITS), !alike && medians),
            effect: publish(fraction(profile.effect, TENTHS), distance),
        }
    });
    (features.collect(), held_back)
}

/// What sets a segment apart, said with released values only: without a number where one of the two was held back, not at all
/// where the distance was.
pub(super) fn traits(
    described: &Segment,
    features: &[ReleasedFeature],
    everyone: &[ReleasedColumn],
) -> Vec<Statement> {
    let released = |of: &Statement| {
        let name = of.params.get("feature")?;
        let at = features.iter().position(|feature| *name == feature.name.as_str().into())?;
        features[at].effect?;
        Some(match (features[at].median, everyone[at].median) {
            (Some(value), Some(median)) => Statement::new(of.key.clone())
                .with("feature", name.clone())
                .with("value", value)
                .with("everyone", median),
            _ => Statement::new(format!("{}-everyone", of.key)).with("feature", name.clone()),
        })
    };
    described.traits.iter().filter_map(released).collect()
}
