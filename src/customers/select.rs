//! Which features to cluster by, and why: what can be said before a fit.

use serde::{Deserialize, Serialize};

use super::dip::{dip, dip_p};
use super::{Correlations, Features, Measure, RFM, Status};
use crate::rng::{Purpose, Rng};
use crate::{Ascending, Notice, Statement, limits};

/// What speaks for and against a feature before any fit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Verdict {
    /// Name of the feature.
    pub name: String,
    /// Whether it is clustered by unless the user decides otherwise.
    pub suggested: bool,
    /// Why, most important first.
    pub why: Vec<Statement>,
    /// Hartigan's dip; `null` where more than half of the values repeat others, which looks like many modes.
    pub dip: Option<Dip>,
}

/// Hartigan's dip test (1985) of one feature: a hint of groups, no proof.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Dip {
    /// The dip.
    pub statistic: f64,
    /// The chance of so large a dip where there is one mode only; no less than 0.001.
    pub p: f64,
}

/// The verdict on every feature, and how they go together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Selection {
    /// One entry for each feature of numbers, then for each column of kinds, in the order of the features.
    pub verdicts: Vec<Verdict>,
    /// Rank correlations of the features of numbers.
    pub correlations: Correlations,
    /// Features left out that would be clustered by but for what is wrong with them.
    pub left_out: Vec<Notice>,
}

/// Share of missing values from which on a feature says too little.
const MOSTLY_MISSING: f64 = 0.4;

/// |ρ| above which two features say the same.
const REDUNDANT: f64 = 0.9;

/// A dip that one mode brings about less often than this hints at several.
const SEVERAL_MODES: f64 = 0.01;

/// What is wrong with a feature.
#[derive(Debug, Clone, PartialEq)]
enum Fault {
    Constant,
    Identifier,
    MostlyMissing { share: f64 },
    Redundant { other: String, correlation: f64 },
}

/// Judges every feature over the customers that take part.
///
/// Constants, numberings, features that are missing for more than 40 % of the customers, and of two whose |Spearman's ρ| exceeds 0.9
/// one, are not suggested. Of two that say the same the one with fewer missing values is kept, the earlier on a tie; recency,
/// frequency and monetary come before all others. Correlations and dips are those of at most [`limits::EXPLORED_CUSTOMERS`]
/// customers, a fixed sample of them where there are more.
pub fn select(features: &Features) -> Selection {
    let rows: Vec<usize> = (0..features.len()).filter(|&row| features.status[row] == Status::Ok).collect();
    let sample = explored(&rows);
    let columns: Vec<Vec<f64>> = (0..features.names.len())
        .map(|at| sample.iter().map(|&row| features.values.row(row)[at]).collect())
        .collect();
    let correlations = Correlations::new(features.names.clone(), &columns);
    let faults = faults(features, &rows, &correlations);
    let mut selection = Selection { correlations, ..Selection::default() };
    for (at, (values, fault)) in columns.iter().zip(&faults).enumerate() {
        let wanted = is_default(features, at);
        let name = features.names[at].clone();
        let dip = dip_of(values);
        // Recency, frequency and monetary are what the names of segments rest on, whatever is wrong with them.
        let named_by = wanted && is_rfm(features, at);
        let mut why: Vec<Statement> =
            fault.iter().filter(|_| named_by).map(|_| Statement::new("select-rfm")).collect();
        why.push(match fault {
            Some(fault) => fault.statement(&name),
            None if wanted => Statement::new("select-kept"),
            None if *features.measure(at) == Measure::DaysSince => Statement::new("select-days-offered"),
            None => Statement::new("select-offered"),
        });
        why.extend(dip.filter(|dip| dip.p < SEVERAL_MODES).map(|_| Statement::new("select-several-modes")));
        if let Some(fault) = fault.as_ref().filter(|_| wanted && !named_by) {
            selection.left_out.push(fault.notice(&name));
        }
        let suggested = wanted && (fault.is_none() || named_by);
        selection.verdicts.push(Verdict { name, suggested, why, dip });
    }
    let numbers = (0..features.names.len()).any(|at| {
        selection.verdicts[at].suggested && !matches!(features.measure(at), Measure::Ordinal { .. })
    });
    selection.verdicts.extend(features.categories.iter().map(|category| {
        let usable = super::PreparedCategory::fit(category, &rows).is_some();
        let key = match (usable, numbers) {
            (false, _) => "select-kinds-alike",
            (true, true) => "select-kinds-offered",
            (true, false) => "select-kept",
        };
        let why = vec![Statement::new(key)];
        Verdict { name: category.name.clone(), suggested: usable && !numbers, why, dip: None }
    }));
    selection
}

/// The features that are clustered by unless the user decides otherwise, and why others are left out.
pub(super) fn suggested(features: &Features) -> (Vec<String>, Vec<Notice>) {
    if features.span.is_some() {
        return (RFM.map(str::to_owned).to_vec(), Vec::new());
    }
    let selection = select(features);
    let names: Vec<String> = selection
        .verdicts
        .into_iter()
        .filter(|verdict| verdict.suggested)
        .map(|verdict| verdict.name)
        .collect();
    if names.is_empty() {
        // Nothing is good enough, which shall be said of the features themselves.
        let all = features.names.iter().chain(features.categories.iter().map(|category| &category.name));
        return (all.cloned().collect(), Vec::new());
    }
    (names, selection.left_out)
}

/// The customers that are looked at: all of `rows`, or a fixed sample.
pub(crate) fn explored(rows: &[usize]) -> Vec<usize> {
    if rows.len() <= limits::EXPLORED_CUSTOMERS {
        return rows.to_vec();
    }
    let mut rng = Rng::new(0, Purpose::ExplorationSample, 0);
    rng.sample(rows.len(), limits::EXPLORED_CUSTOMERS).into_iter().map(|at| rows[at]).collect()
}

/// Whether the dip test hints that the values of the feature called `name` gather in more than one place.
pub(crate) fn has_several_modes(features: &Features, name: &str) -> bool {
    let Some(at) = features.position(name) else { return false };
    let rows: Vec<usize> = (0..features.len()).filter(|&row| features.status[row] == Status::Ok).collect();
    let values: Vec<f64> = explored(&rows).into_iter().map(|row| features.values.row(row)[at]).collect();
    dip_of(&values).is_some_and(|dip| dip.p < SEVERAL_MODES)
}

/// What is wrong with each feature, if anything.
fn faults(features: &Features, rows: &[usize], correlations: &Correlations) -> Vec<Option<Fault>> {
    let all = 0..features.names.len();
    let missing: Vec<usize> = all
        .clone()
        .map(|at| rows.iter().filter(|&&row| features.values.row(row)[at].is_nan()).count())
        .collect();
    let mut faults: Vec<Option<Fault>> =
        all.clone().map(|at| own_fault(features, rows, at, missing[at])).collect();
    let mut order: Vec<usize> = all.filter(|&at| faults[at].is_none()).collect();
    order.sort_by_key(|&at| (!is_rfm(features, at), !is_default(features, at), missing[at], at));
    let mut kept: Vec<usize> = Vec::new();
    for at in order {
        let like = |&&other: &&usize| correlations.values[at][other].is_some_and(|rho| rho.abs() > REDUNDANT);
        match kept.iter().find(like) {
            Some(&other) => {
                let correlation = correlations.values[at][other].unwrap_or(0.0);
                faults[at] = Some(Fault::Redundant { other: features.names[other].clone(), correlation });
            }
            None => kept.push(at),
        }
    }
    faults
}

/// What is wrong with a feature on its own.
fn own_fault(features: &Features, rows: &[usize], at: usize, missing: usize) -> Option<Fault> {
    let share = missing as f64 / rows.len().max(1) as f64;
    if share > MOSTLY_MISSING {
        return Some(Fault::MostlyMissing { share });
    }
    let present = || rows.iter().map(|&row| features.values.row(row)[at]).filter(|value| !value.is_nan());
    let first = present().next()?;
    if present().all(|value| value == first) {
        return Some(Fault::Constant);
    }
    let numbers = *features.measure(at) == Measure::Number && features.span.is_none();
    (numbers && is_numbering(present())).then_some(Fault::Identifier)
}

/// Whether values are a numbering: whole, no two alike, with next to no gaps.
fn is_numbering(values: impl Iterator<Item = f64> + Clone) -> bool {
    let (mut count, mut least, mut greatest) = (0_usize, f64::INFINITY, f64::NEG_INFINITY);
    for value in values.clone() {
        if value != value.trunc() {
            return false;
        }
        (count, least, greatest) = (count + 1, least.min(value), greatest.max(value));
    }
    let places = greatest - least + 1.0;
    if count < limits::FEWEST_CUSTOMERS || places.is_nan() || places > 1.1 * count as f64 {
        return false;
    }
    let mut taken = vec![false; places as usize];
    values.into_iter().all(|value| !std::mem::replace(&mut taken[(value - least) as usize], true))
}

fn is_rfm(features: &Features, at: usize) -> bool {
    features.span.is_some() && RFM.contains(&features.names[at].as_str())
}

/// Whether a feature is clustered by where nothing is wrong with it.
fn is_default(features: &Features, at: usize) -> bool {
    match features.measure(at) {
        _ if features.span.is_some() => is_rfm(features, at),
        Measure::Number | Measure::Age => true,
        Measure::DaysSince => false,
        // Kinds are clustered by where there are no numbers; those with an order are kinds still.
        Measure::Ordinal { .. } => !(0..features.names.len())
            .any(|other| matches!(features.measure(other), Measure::Number | Measure::Age)),
    }
}

/// The dip of a feature over the sample.
fn dip_of(values: &[f64]) -> Option<Dip> {
    let values = Ascending::of(values.iter().copied().filter(|value| value.is_finite()));
    let count = values.as_slice().len();
    if values.distinct() * 2 < count {
        return None;
    }
    let statistic = dip(&values)?;
    Some(Dip { statistic, p: dip_p(statistic, count) })
}

impl Fault {
    fn statement(&self, feature: &str) -> Statement {
        match self {
            Fault::Constant => Statement::new("select-constant"),
            Fault::Identifier => Statement::new("select-identifier"),
            Fault::MostlyMissing { share } => Statement::new("select-missing").with("share", *share),
            Fault::Redundant { other, correlation } => Statement::new("select-redundant")
                .with("feature", feature)
                .with("other", other.as_str())
                .with("correlation", *correlation),
        }
    }

    fn notice(&self, feature: &str) -> Notice {
        let feature = feature.to_owned();
        match self {
            Fault::Constant => Notice::ConstantFeature { feature },
            Fault::Identifier => Notice::IdentifierFeature { feature },
            Fault::MostlyMissing { share } => Notice::MostlyMissingFeature { feature, share: *share },
            Fault::Redundant { other, correlation } => {
                Notice::RedundantFeature { feature, other: other.clone(), correlation: *correlation }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Span;
    use super::*;
    use crate::Matrix;

    fn table(names: &[&str], rows: Vec<Vec<f64>>) -> Features {
        Features {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            status: vec![Status::Ok; rows.len()],
            values: Matrix::new(names.len(), rows.concat()),
            ..Features::default()
        }
    }

    fn keys(features: &Features) -> Vec<(bool, String)> {
        select(features).verdicts.into_iter().map(|one| (one.suggested, one.why[0].key.clone())).collect()
    }

    #[test]
    fn each_fault_is_found_and_said() {
        let row = |n: i32| {
            let spend = f64::from(n * 37 % 101) / 2.0;
            vec![
                f64::from(1_000 + n),
                7.0,
                if n % 2 == 0 { f64::NAN } else { spend },
                spend,
                (spend + 1.0) * (spend + 1.0),
                f64::from(n * n % 89),
            ]
        };
        let features = table(&["no", "same", "gaps", "spend", "square", "free"], (0..100).map(row).collect());
        let expected = [
            (false, "select-identifier"),
            (false, "select-constant"),
            (false, "select-missing"),
            (true, "select-kept"),
            (false, "select-redundant"),
            (true, "select-kept"),
        ];
        assert_eq!(keys(&features), expected.map(|(suggested, key)| (suggested, key.to_owned())));
        let (names, notices) = suggested(&features);
        assert_eq!((names.as_slice(), notices.len()), (&["spend".to_owned(), "free".to_owned()][..], 4));
    }

    #[test]
    fn of_two_alike_the_more_complete_one_is_kept() {
        let row = |n: i32| {
            vec![if n == 0 { f64::NAN } else { f64::from(n * 7 % 31) / 2.0 }, f64::from(n * 7 % 31) / 2.0]
        };
        let features = table(&["first", "second"], (0..31).map(row).collect());
        assert_eq!(suggested(&features).0, ["second"]);
    }

    #[test]
    fn spending_is_suggested_for_what_it_is_needed_for() {
        let row = |n: i32| vec![f64::from(n * 37 % 101), f64::from(n), f64::from(10 * n)];
        let span = Span {
            first_day: 0,
            last_day: 400,
            reference_day: 401,
            tenure: vec![401.0; 100],
            median_gap: None,
            revenue: 0.0,
            revenue_without_customer: 0.0,
        };
        let features = Features { span: Some(span), ..table(&RFM, (0..100).map(row).collect()) };
        let verdicts = select(&features).verdicts;
        let why: Vec<&str> = verdicts[2].why.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(why, ["select-rfm", "select-redundant"]);
        assert!(verdicts.iter().all(|one| one.suggested));
        assert_eq!(verdicts[0].why[0].key, "select-kept");
    }

    #[test]
    fn amounts_are_no_numberings() {
        let numbering = |values: &[f64]| is_numbering(values.iter().copied());
        let ids: Vec<f64> = (0..20).map(|n| f64::from(500 + n * 13 % 20)).collect();
        assert!(numbering(&ids));
        assert!(!numbering(&ids.iter().map(|id| id * 2.0).collect::<Vec<_>>()));
        assert!(!numbering(&ids.iter().map(|id| id + 0.5).collect::<Vec<_>>()));
        assert!(!numbering(&[1.0; 20]));
        assert!(!numbering(&[1.0, 2.0, 3.0]));
    }

    #[test]
    fn two_crowds_dip() {
        let crowds: Vec<f64> =
            (0..100).map(|n| f64::from(n * 37 % 101) + if n % 2 == 0 { 0.0 } else { 300.0 }).collect();
        assert!(dip_of(&crowds).is_some_and(|dip| dip.p < SEVERAL_MODES));
        let one: Vec<f64> = (0..100).map(f64::from).collect();
        assert!(dip_of(&one).is_some_and(|dip| dip.p > 0.9));
        assert_eq!(dip_of(&[1.0, 1.0, 1.0, 2.0, 2.0, 2.0]), None);
    }
}
