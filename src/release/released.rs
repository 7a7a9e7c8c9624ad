//! What may leave, and how it is made.

use super::cells::Cells;
use super::columns::{Gate, ReleasedColumn, ReleasedFeature};
use super::ellipse::Ellipse;
use super::grouped::Grouped;
use super::ledger::{Entry, Ledger};
use super::map::Map;
use super::people::People;
use super::policy::{FEW, Policy};
use super::reasons::{firmness, reasons};
use super::rules::{Rule, Rules};
use super::words::{ReleasedForesight, Told, coarse_foresight, coarse_shares, month, traits};
use super::{revenue, round};
use crate::customers::{Features, Prepared};
use crate::meaning::{Segment, describe_without};
use crate::segments::{Axes, Method};
use crate::validity::{Advice, Evidence, Foresight};
use crate::{Error, Statement};

/// Segments to be released.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The customers.
    pub features: &'a Features,
    /// The matrix and how it was made.
    pub prepared: &'a Prepared,
    /// The segment of every row of the matrix, from 0.
    pub labels: &'a [u32],
    /// The segments, label 0 first, with the names the user gave.
    pub segments: &'a [Segment],
    /// Evidence for every number of segments tried.
    pub evidence: &'a [Evidence],
    /// Directions in which the customers differ most.
    pub axes: &'a Axes,
    /// The advised number of segments, and why.
    pub advice: &'a Advice,
    /// How much of the last quarter these segments would have told, where it was asked for.
    pub foresight: Option<&'a Foresight>,
    /// The method that made the segments.
    pub method: Method,
}

/// What may leave. Summaries, reports and charts to be shared are made from this and nothing else; only [`release`] makes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Released {
    policy: Policy,
    rules: Vec<Statement>,
    cautions: Vec<Statement>,
    held_back: Vec<Statement>,
    customers: u64,
    period: Option<[String; 2]>,
    features: Vec<ReleasedColumn>,
    segments: Vec<ReleasedSegment>,
    explained: Option<[f64; 2]>,
    reasons: Vec<Statement>,
    advised_k: Option<u32>,
    method: Method,
    k: u32,
    foresight: Option<ReleasedForesight>,
    entry: Entry,
}

/// A segment as it may be published.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReleasedSegment {
    /// Its number, from 1; another than before where segments were merged.
    pub number: u32,
    /// Its suggested name.
    pub suggested: Statement,
    /// Which of the segments with the same suggested name it is, from 1; 0 where the name is unique.
    pub ordinal: u32,
    /// The name the user gave it; none where it is merged, or the name reaches a person.
    pub given: Option<String>,
    /// Its customers, with noise, rounded.
    pub size: u64,
    /// Share of all customers, from the published counts, to a thousandth.
    pub share: f64,
    /// Share of the net spend, to a hundredth, where the file has transactions; `None` for all where one is held back.
    pub revenue_share: Option<f64>,
    /// Its features, in order.
    pub features: Vec<ReleasedFeature>,
    /// What sets it apart, most telling first.
    pub traits: Vec<Statement>,
    /// How firmly it comes back when customers are drawn anew; `None` where it was not asked for, or the segment is merged.
    pub stability: Option<Statement>,
    /// Where it lies on the map; `None` where held back.
    pub ellipse: Option<Ellipse>,
    /// What was held back of it.
    pub held_back: Vec<Statement>,
}

/// Makes of segments what may leave under `policy`, beside what the `ledger` says was released before.
///
/// # Errors
/// [`Error::PolicyTooWeak`], [`Error::TooFewToRelease`], [`Error::ReleasedUnderOtherPolicy`], [`Error::ReleasedAlmostTheSame`], or
/// [`Error::UnitMismatch`] where the parts of `source` do not belong together.
pub fn release(source: &Source<'_>, policy: &Policy, ledger: &Ledger) -> Result<Released, Error> {
    release_by(source, policy, ledger, Rules::ALL)
}

/// The same by some of the rules: tests switch off one at a time, to see that it is missed.
pub(super) fn release_by(
    source: &Source<'_>,
    policy: &Policy,
    ledger: &Ledger,
    rules: Rules,
) -> Result<Released, Error> {
    if rules.has(Rule::Bounds) {
        policy.check()?;
    }
    let (all, k) = (source.prepared.coordinates.rows(), source.segments.len());
    if source.labels.len() != all.count() || source.labels.iter().any(|&label| label as usize >= k) {
        return Err(Error::UnitMismatch);
    }
    let people = People::new(source.features, source.prepared, rules);
    let (customers, needed) = (people.count(), policy.fewest_customers());
    if customers == 0 || (rules.has(Rule::FewestCustomers) && customers < needed) {
        return Err(Error::TooFewToRelease { customers, needed });
    }

    let grouped = Grouped::new(source, &people, policy, rules);
    let cells = Cells::new(&people, policy, ledger.key(), rules);
    let sizes: Vec<u64> = grouped.rows.iter().map(|rows| cells.count(rows)).collect();
    let all_customers: u64 = sizes.iter().sum();
    let gate = Gate {
        features: source.features,
        prepared: source.prepared,
        people: &people,
        groups: &grouped.rows,
        cells,
        policy,
        rules,
        // By the published number: by the true one, it would tell 99 from 100.
        few: rules.has(Rule::FewFeatures) && all_customers < FEW,
    };
    let entry = ledger.entry(gate, &sizes)?;
    let values = gate.values();
    let columns = gate.columns(&values);
    let labels = grouped.labels(all.count());
    let described =
        describe_without(source.features, source.prepared, &labels, grouped.rows.len(), &columns.silent);
    let revenue = revenue::shares(gate);
    let of_few = gate.of_few(&values);
    let map = Map::new(gate, source.axes, &columns);
    let told = Told::new(gate, &columns);

    let mut held_back = Vec::new();
    held_back.extend(
        (grouped.merged > 0).then(|| Statement::new("held-back-merged").with("count", grouped.merged)),
    );
    held_back.extend(columns.held_back.iter().map(|statement| told.statement(statement)));
    held_back.extend((revenue == revenue::Shares::HeldBack).then(|| Statement::new("held-back-revenue")));
    // Of the whole, as a customer with rows in several segments is counted in each.
    let true_sizes: u64 = grouped.rows.iter().map(|rows| people.each(rows).count() as u64).sum();
    let share = |at: usize| match rules.has(Rule::RoundedShares) {
        true => round::fraction(sizes[at] as f64 / all_customers as f64, 1000.0),
        false => people.each(&grouped.rows[at]).count() as f64 / true_sizes as f64,
    };
    let segments = described.iter().enumerate().map(|(at, described)| {
        let features: Vec<ReleasedFeature> =
            columns.told.iter().map(|(_, each)| told.feature(&each[at])).collect();
        let ellipse = gate.ellipse(&map, &grouped.rows[at], of_few[at]);
        let mut held_back = Vec::new();
        let median_held = columns
            .told
            .iter()
            .any(|(everyone, each)| everyone.median.is_some() && each[at].median.is_none());
        held_back.extend(median_held.then(|| Statement::new("held-back-medians")));
        let no_ellipse = ellipse.is_none() && map.axes.is_some();
        held_back.extend(no_ellipse.then(|| Statement::new("held-back-ellipse")));
        let origin = grouped.origins[at];
        let given = origin.and_then(|origin| source.segments[origin].given.as_deref());
        ReleasedSegment {
            number: described.number,
            suggested: told.statement(&described.suggested),
            ordinal: described.ordinal,
            given: given.and_then(|given| told.given(given)),
            size: sizes[at],
            share: share(at),
            revenue_share: revenue.of(at),
            traits: traits(described, &columns, at).iter().map(|one| told.statement(one)).collect(),
            features,
            stability: origin.and_then(|origin| stability(gate, source, origin)),
            ellipse,
            held_back,
        }
    });
    let segments: Vec<ReleasedSegment> = segments.collect();
    let features: Vec<ReleasedColumn> =
        columns.told.iter().map(|(everyone, _)| told.column(everyone)).collect();
    let sound = grouped.merged == 0 && !of_few.contains(&true);
    Ok(Released {
        policy: policy.clone(),
        rules: rules.sentences(policy),
        cautions: cautions(&people, all_customers, rules),
        held_back,
        customers: all_customers,
        period: source
            .features
            .span
            .as_ref()
            .map(|span| [span.first_day, span.last_day].map(|day| month(day, rules))),
        features,
        segments,
        explained: map.axes.as_deref().and_then(|axes| coarse_shares(axes, rules)),
        reasons: reasons(gate, (k as u32, sound), source.advice, (source.evidence, source.method)),
        advised_k: source.advice.k,
        method: source.method,
        k: k as u32,
        foresight: source.foresight.map(|foresight| coarse_foresight(foresight, rules)),
        entry,
    })
}

impl Released {
    /// The policy it was made under.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The rules it obeys: those that were applied.
    pub fn rules(&self) -> &[Statement] {
        &self.rules
    }

    /// What a reader has to be warned of.
    pub fn cautions(&self) -> &[Statement] {
        &self.cautions
    }

    /// What was held back, other than from a single segment.
    pub fn held_back(&self) -> &[Statement] {
        &self.held_back
    }

    /// Customers in the segments: the sum of their published sizes.
    pub fn customers(&self) -> u64 {
        self.customers
    }

    /// First and last month of the transactions (`2010-12`), where the file has transactions.
    pub fn period(&self) -> Option<&[String; 2]> {
        self.period.as_ref()
    }

    /// The features clustered by, with what may be said of everyone.
    pub fn features(&self) -> &[ReleasedColumn] {
        &self.features
    }

    /// The segments in order of their numbers.
    pub fn segments(&self) -> &[ReleasedSegment] {
        &self.segments
    }

    /// Shares of the variance along the two axes of the map, to a twentieth; `None` where there is only one feature.
    pub fn explained(&self) -> Option<[f64; 2]> {
        self.explained
    }

    /// Why this many segments, and how sure that is, in words.
    pub fn reasons(&self) -> &[Statement] {
        &self.reasons
    }

    /// The advised number of segments; `None` where there are no natural groups.
    pub fn advised_k(&self) -> Option<u32> {
        self.advised_k
    }

    /// The method that made the segments.
    pub fn method(&self) -> Method {
        self.method
    }

    /// Number of segments of the fit, before any were merged.
    pub fn k(&self) -> u32 {
        self.k
    }

    /// How much of the last quarter segments made before it would have told: months, and shares to a twentieth.
    pub fn foresight(&self) -> Option<&ReleasedForesight> {
        self.foresight.as_ref()
    }

    pub(super) fn entry(&self) -> &Entry {
        &self.entry
    }
}

/// How firmly a segment of the fit comes back.
fn stability(gate: Gate<'_>, source: &Source<'_>, segment: usize) -> Option<Statement> {
    let own = source.evidence.iter().find(|one| one.k as usize == source.segments.len())?;
    own.stability.get(segment).map(|&jaccard| firmness(gate, jaccard))
}

fn cautions(people: &People<'_>, published: u64, rules: Rules) -> Vec<Statement> {
    let few = rules.has(Rule::Caution) && published < FEW;
    let few = few.then(|| Statement::new("caution-few-customers").with("count", FEW));
    let several = people.repeated().then(|| Statement::new("caution-several-rows"));
    few.into_iter().chain(several).collect()
}
