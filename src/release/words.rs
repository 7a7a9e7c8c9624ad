//! P4, P7 and P8: texts, days and shares as they may be published.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::columns::{Columns, Gate, ReleasedColumn, ReleasedFeature};
use super::round::fraction;
use super::rules::{Rule, Rules};
use crate::meaning::Segment;
use crate::segments::Axes;
use crate::table::{are_names_of_persons, iso_day, parse_iso_day, reaches_a_person};
use crate::validity::{Foresight, Foretold};
use crate::{Param, Statement, printable};

/// Shares of a variance are published in twentieths.
const TWENTIETHS: f64 = 20.0;

/// How much of the last quarter segments made before it would have told, as it may be published: nobody is counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct ReleasedForesight {
    /// First and last month of what is foretold.
    pub days: [String; 2],
    /// Number of segments.
    pub k: u32,
    /// What they spent, to a twentieth.
    pub spending: Foretold,
    /// What they ordered, to a twentieth.
    pub orders: Foretold,
    /// Whether they came back, to a twentieth.
    pub returning: Foretold,
    /// What it comes to.
    pub verdict: Statement,
}

/// The words of a file as a release may hold them: without characters that nobody sees, and where headers are the names of persons,
/// by their places instead.
#[derive(Debug)]
pub(super) struct Told {
    rules: Rules,
    /// Each feature's name and what it is called.
    names: Vec<(String, String)>,
}

impl Told {
    /// For the features of `columns`.
    pub(super) fn new(gate: Gate<'_>, columns: &Columns) -> Self {
        let chosen: Vec<&str> =
            gate.prepared.preparation.features.iter().map(|feature| feature.name.as_str()).collect();
        let turned = gate.rules.has(Rule::PersonalNames) && are_names_of_persons(&chosen);
        let called = |(at, (column, _)): (usize, &(ReleasedColumn, _))| {
            let name = if turned {
                format!("column {}", at + 1)
            } else {
                text(&column.name, gate.rules).into_owned()
            };
            (column.name.clone(), name)
        };
        Told { rules: gate.rules, names: columns.told.iter().enumerate().map(called).collect() }
    }

    /// A statement with the words of the file as they may leave.
    pub(super) fn statement(&self, statement: &Statement) -> Statement {
        let param = |param: &Param| match param {
            Param::Text(text) => Param::Text(self.name(text)),
            Param::Number(value) => Param::Number(*value),
        };
        let params = statement.params.iter().map(|(name, value)| (name.clone(), param(value))).collect();
        Statement { key: statement.key.clone(), params }
    }

    /// A feature of a segment.
    pub(super) fn feature(&self, of: &ReleasedFeature) -> ReleasedFeature {
        ReleasedFeature { name: self.name(&of.name), ..of.clone() }
    }

    /// A feature of everyone.
    pub(super) fn column(&self, of: &ReleasedColumn) -> ReleasedColumn {
        ReleasedColumn { name: self.name(&of.name), ..of.clone() }
    }

    /// The name that a user gave; none where it reaches a person, or nothing of it can be seen.
    pub(super) fn given(&self, name: &str) -> Option<String> {
        let seen = text(name, self.rules);
        let personal = self.rules.has(Rule::PersonalNames) && reaches_a_person(&seen);
        (!personal && !seen.trim().is_empty()).then(|| seen.into_owned())
    }

    fn name(&self, name: &str) -> String {
        let called = self.names.iter().find(|(own, _)| own == name);
        called.map_or_else(|| text(name, self.rules).into_owned(), |(_, called)| called.clone())
    }
}

/// What sets a segment apart, said with released values only: without a number where one of the two was held back or they say something
/// else when rounded, not at all where the difference was held back.
pub(super) fn traits(described: &Segment, columns: &Columns, segment: usize) -> Vec<Statement> {
    let released = |of: &Statement| {
        let name = of.params.get("feature")?;
        let (everyone, each) =
            columns.told.iter().find(|(column, _)| *name == column.name.as_str().into())?;
        each[segment].effect?;
        let kept = Statement::new(of.key.clone()).with("feature", name.clone());
        Some(match (each[segment].median, everyone.median) {
            // Of a yes/no column the share says it, and a median of 1 little.
            (Some(value), Some(median))
                if each[segment].share.is_none() && said_by(&of.key, value, median) =>
            {
                kept.with("value", value).with("everyone", median)
            }
            _ => Statement { key: format!("{}-everyone", of.key.trim_end_matches("-everyone")), ..kept },
        })
    };
    described.traits.iter().filter_map(released).collect()
}

fn said_by(key: &str, value: f64, everyone: f64) -> bool {
    match key {
        "trait-above" => value > everyone,
        "trait-below" => value < everyone,
        _ => true,
    }
}

/// How much segments foretell, coarse.
pub(super) fn coarse_foresight(foresight: &Foresight, rules: Rules) -> ReleasedForesight {
    let coarse =
        |value: f64| if rules.has(Rule::CoarseForesight) { fraction(value, TWENTIETHS) } else { value };
    let share = |of: Foretold| Foretold { segments: coarse(of.segments), quintiles: coarse(of.quintiles) };
    let days = foresight
        .days
        .clone()
        .map(|day| parse_iso_day(&day).map(|day| month(day, rules)).unwrap_or_default());
    let outcomes = [foresight.spending, foresight.orders, foresight.returning].map(share);
    // The word that was seen, with figures that follow from those published.
    let told = Foresight::new(days, 0, foresight.k, outcomes);
    let verdict = Statement { key: foresight.verdict.key.clone(), ..told.verdict };
    let [spending, orders, returning] = outcomes;
    ReleasedForesight { days: told.days, k: told.k, spending, orders, returning, verdict }
}

/// The month of a day.
pub(super) fn month(day: i64, rules: Rules) -> String {
    let mut day = iso_day(day);
    if rules.has(Rule::Months) {
        day.truncate(day.rfind('-').unwrap_or_default());
    }
    day
}

/// Shares of the variance along the two axes of the map.
pub(super) fn coarse_shares(axes: &Axes, rules: Rules) -> Option<[f64; 2]> {
    let coarse = |share: f64| if rules.has(Rule::CoarseAxes) { fraction(share, TWENTIETHS) } else { share };
    match axes.explained[..] {
        [first, second, ..] => Some([first, second].map(coarse)),
        _ => None,
    }
}

fn text(text: &str, rules: Rules) -> Cow<'_, str> {
    if rules.has(Rule::Printable) { printable(text) } else { Cow::from(text) }
}
