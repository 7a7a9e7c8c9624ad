//! From segments to what may leave.

use super::advice;
use super::ellipse::{Ellipse, ellipse};
use super::merge::merge_small;
use super::policy::Policy;
use super::profile::{self, ReleasedColumn, ReleasedFeature};
use super::round;
use crate::customers::{Features, Prepared};
use crate::meaning::{Segment, describe, numbering};
use crate::segments::{Axes, Method};
use crate::table::{iso_day, parse_iso_day};
use crate::validity::{Advice, Evidence, Foresight, Foretold, Stability};
use crate::{Error, Statement};

/// Under about this many customers a release carries a caution.
const FEW: u64 = 100;

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
    evidence: Vec<Evidence>,
    advice: Advice,
    method: Method,
    k: u32,
    foresight: Option<Foresight>,
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
    /// The name the user gave it; none where it is merged.
    pub given: Option<String>,
    /// Its customers, rounded.
    pub size: u64,
    /// Share of all customers, from rounded counts, to a thousandth.
    pub share: f64,
    /// Share of the net spend, to a thousandth, where the file has transactions; `None` for all where one is held back.
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

/// Makes of segments what may leave under `policy`.
///
/// # Errors
/// [`Error::PolicyTooWeak`], [`Error::TooFewToRelease`], or [`Error::UnitMismatch`] where the parts of `source` do not belong
/// together.
pub fn release(source: &Source<'_>, policy: &Policy) -> Result<Released, Error> {
    policy.check()?;
    let (all, k) = (source.prepared.coordinates.rows(), source.segments.len());
    if source.labels.len() != all.count() || source.labels.iter().any(|&label| label as usize >= k) {
        return Err(Error::UnitMismatch);
    }
    let (customers, needed) = (all.count() as u64, policy.fewest_customers());
    if customers < needed || customers == 0 {
        return Err(Error::TooFewToRelease { customers, needed });
    }

    let (groups, origins, merged) = regroup(source, policy);
    let labels = labels_of(&groups, all.count());
    let described = describe(source.features, source.prepared, &labels, groups.len());
    let sizes: Vec<u64> =
        groups.iter().map(|rows| round::count(rows.len() as u64, policy.round_to)).collect();
    let customers: u64 = sizes.iter().sum();

    let (columns, rare) = profile::columns(source.features, source.prepared, policy.minimum_size);
    let distances: Vec<bool> = columns.iter().map(|column| !column.distances_held_back(&groups)).collect();
    let medians = policy.allows_median(customers.saturating_sub(slack(&sizes, policy)));
    let everyone: Vec<ReleasedColumn> =
        columns.iter().map(|column| column.of_everyone(&described, medians)).collect();
    let shares = revenue_shares(source, &groups, &described);

    let mut held_back = Vec::new();
    if merged > 0 {
        held_back.push(Statement::new("held-back-merged").with("count", merged));
    }
    if rare > 0 {
        held_back
            .push(Statement::new("held-back-kinds").with("count", rare).with("needed", policy.minimum_size));
    }
    for (column, _) in everyone.iter().zip(&distances).filter(|&(_, &distance)| !distance) {
        held_back.push(Statement::new("held-back-distances").with("feature", column.name.as_str()));
    }
    if shares == Shares::HeldBack {
        held_back.push(Statement::new("held-back-revenue"));
    }
    let segments = described.iter().zip(&groups).zip(origins).zip(&sizes).enumerate();
    let segments = segments.map(|(at, (((described, rows), origin), &size))| {
        let medians = policy.allows_median(size);
        let (features, mut held_back) =
            profile::profile(&columns, described, (rows, size), medians, &distances);
        let ellipse = ellipse(all, source.axes, rows);
        if ellipse.is_none() && source.axes.directions.rows() > 1 {
            held_back.push(Statement::new("held-back-ellipse"));
        }
        ReleasedSegment {
            number: described.number,
            suggested: described.suggested.clone(),
            ordinal: described.ordinal,
            given: origin.and_then(|origin| source.segments[origin].given.clone()),
            size,
            share: round::fraction(size as f64 / customers as f64, 1000.0),
            revenue_share: shares.of(at),
            traits: profile::traits(described, &features, &everyone),
            features,
            stability: origin.and_then(|origin| stability(source, origin)),
            ellipse,
            held_back,
        }
    });
    let segments: Vec<ReleasedSegment> = segments.collect();
    let few = customers.saturating_sub(slack(&sizes, policy)) < FEW;
    Ok(Released {
        policy: policy.clone(),
        rules: rules(policy),
        cautions: few
            .then(|| Statement::new("caution-few-customers").with("count", FEW))
            .into_iter()
            .collect(),
        held_back,
        customers,
        period: source.features.span.as_ref().map(|span| [span.first_day, span.last_day].map(month)),
        features: everyone,
        segments,
        explained: explained(source.axes),
        evidence: source.evidence.iter().map(rounded).collect(),
        advice: advice::coarse(source.advice),
        method: source.method,
        k: k as u32,
        foresight: source.foresight.map(|foresight| coarse(foresight, policy)),
    })
}

impl Released {
    /// The policy it was made under.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The rules it obeys.
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

    /// Customers in the segments: the sum of their rounded sizes.
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

    /// Shares of the variance along the two axes of the map, to a hundredth; `None` where there is only one feature.
    pub fn explained(&self) -> Option<[f64; 2]> {
        self.explained
    }

    /// Evidence of K-means for every number of segments tried, over all customers, to 3 significant digits.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// The advised number of segments; `None` where there are no natural groups.
    pub fn advised_k(&self) -> Option<u32> {
        self.advice.k
    }

    /// Why that number is advised and who disagrees, rounded as the evidence is; without the verdicts, which count customers.
    pub fn advice(&self) -> &Advice {
        &self.advice
    }

    /// The method that made the segments.
    pub fn method(&self) -> Method {
        self.method
    }

    /// Number of segments of the fit, before any were merged.
    pub fn k(&self) -> u32 {
        self.k
    }

    /// How much of the last quarter segments made before it would have told: months, rounded counts, shares to a hundredth.
    pub fn foresight(&self) -> Option<&Foresight> {
        self.foresight.as_ref()
    }
}

/// The groups that are large enough, as rows of the matrix, each with the segment that it still is, if it is only one; and how many
/// segments were merged away.
fn regroup(source: &Source<'_>, policy: &Policy) -> (Vec<Vec<usize>>, Vec<Option<usize>>, u64) {
    let k = source.segments.len();
    let partition = merge_small(source.prepared.coordinates.rows(), source.labels, k, policy.minimum_size);
    let count = partition.origins.len();
    let merged = partition.origins.iter().map(|origins| origins.len() as u64 - 1).sum();
    let numbers: Vec<u32> = match merged {
        0 => (0..count as u32).collect(),
        _ => numbering(source.features, source.prepared, &partition.labels, count),
    };
    let mut groups = vec![Vec::new(); count];
    for (row, &label) in partition.labels.iter().enumerate() {
        groups[numbers[label as usize] as usize].push(row);
    }
    let mut own = vec![None; count];
    for (origins, &number) in partition.origins.iter().zip(&numbers) {
        if let [only] = origins[..] {
            own[number as usize] = Some(only as usize);
        }
    }
    (groups, own, merged)
}

/// How firmly a segment of the fit comes back, to a hundredth.
fn stability(source: &Source<'_>, segment: usize) -> Option<Statement> {
    let own = source.evidence.iter().find(|one| one.k as usize == source.segments.len())?;
    own.stability
        .get(segment)
        .map(|&jaccard| Stability::statement(jaccard.map(|jaccard| round::fraction(jaccard, 100.0))))
}

fn coarse(foresight: &Foresight, policy: &Policy) -> Foresight {
    let share = |of: Foretold| Foretold {
        segments: round::fraction(of.segments, 100.0),
        quintiles: round::fraction(of.quintiles, 100.0),
    };
    let days = foresight.days.clone().map(|day| parse_iso_day(&day).map(month).unwrap_or_default());
    let customers = round::count(foresight.customers, policy.round_to);
    let outcomes = [foresight.spending, foresight.orders, foresight.returning].map(share);
    // Means of the shares as they are, so that what leaves says the same as what was seen.
    let verdict = round::statement(&foresight.verdict, |share| round::fraction(share, 100.0));
    Foresight { verdict, ..Foresight::new(days, customers, foresight.k, outcomes) }
}

fn labels_of(groups: &[Vec<usize>], rows: usize) -> Vec<u32> {
    let mut labels = vec![0; rows];
    for (number, group) in (0..).zip(groups) {
        group.iter().for_each(|&row| labels[row] = number);
    }
    labels
}

/// Most by which the rounded sizes together may exceed the true ones.
fn slack(sizes: &[u64], policy: &Policy) -> u64 {
    (policy.round_to / 2).saturating_mul(sizes.len() as u64)
}

/// Shares of the net spend.
#[derive(Debug, PartialEq)]
enum Shares {
    /// The file has none to share.
    Absent,
    /// One segment's spend is that of one or two customers, or not positive: with the others' shares its own would be known.
    HeldBack,
    /// One for each segment.
    Published(Vec<f64>),
}

impl Shares {
    fn of(&self, segment: usize) -> Option<f64> {
        match self {
            Shares::Published(shares) => shares.get(segment).copied(),
            Shares::Absent | Shares::HeldBack => None,
        }
    }
}

fn revenue_shares(source: &Source<'_>, groups: &[Vec<usize>], described: &[Segment]) -> Shares {
    let Some(at) = source.features.span.as_ref().and_then(|_| source.features.position("monetary")) else {
        return Shares::Absent;
    };
    let spend = |&row: &usize| source.features.values.row(source.prepared.members[row])[at];
    let telling = |rows: &Vec<usize>| {
        let alike = rows.iter().all(|row| spend(row) == spend(&rows[0]));
        alike || super::dominance::dominated(rows.iter().map(spend))
    };
    let shares: Option<Vec<f64>> = described
        .iter()
        .map(|segment| segment.revenue_share.filter(|_| segment.revenue.is_some_and(|revenue| revenue > 0.0)))
        .collect();
    match shares {
        Some(shares) if !groups.iter().any(telling) => {
            Shares::Published(shares.into_iter().map(|share| round::fraction(share, 1000.0)).collect())
        }
        _ => Shares::HeldBack,
    }
}

/// The rules, for whoever reads the release.
fn rules(policy: &Policy) -> Vec<Statement> {
    vec![
        Statement::new("rule-minimum-size").with("needed", policy.minimum_size),
        Statement::new("rule-merging"),
        Statement::new("rule-rounding").with("base", policy.round_to),
        Statement::new("rule-no-extremes"),
        Statement::new("rule-medians").with("needed", policy.minimum_size),
        Statement::new("rule-significant").with("digits", profile::DIGITS as u64),
        Statement::new("rule-dominance"),
        Statement::new("rule-alike"),
        Statement::new("rule-no-rows"),
        Statement::new("rule-no-dates"),
        Statement::new("rule-charts"),
        Statement::new("rule-not-protected"),
    ]
}

fn month(day: i64) -> String {
    let mut day = iso_day(day);
    day.truncate(day.rfind('-').unwrap_or_default());
    day
}

fn explained(axes: &Axes) -> Option<[f64; 2]> {
    match axes.explained[..] {
        [first, second, ..] => Some([first, second].map(|share| round::fraction(share, 100.0))),
        _ => None,
    }
}

fn rounded(evidence: &Evidence) -> Evidence {
    let round = |value| round::significant(value, profile::DIGITS);
    Evidence {
        k: evidence.k,
        inertia: round(evidence.inertia),
        silhouette: round(evidence.silhouette),
        silhouette_error: round(evidence.silhouette_error),
        silhouette_macro: round(evidence.silhouette_macro),
        silhouette_simplified: round(evidence.silhouette_simplified),
        calinski_harabasz: round(evidence.calinski_harabasz),
        davies_bouldin: round(evidence.davies_bouldin),
        bic: evidence.bic.map(round),
        ashman_d: evidence.ashman_d.map(round),
        ashman_d_low: evidence.ashman_d_low.map(round),
        ashman_d_held_out: evidence.ashman_d_held_out.map(round),
        gap: evidence.gap.map(round),
        gap_error: evidence.gap_error.map(round),
        prediction_strength: evidence.prediction_strength.map(round),
        prediction_strength_error: evidence.prediction_strength_error.map(round),
        // A count of a few customers, and figures of segments that may have been merged: neither may leave.
        smallest: None,
        stability: Vec::new(),
    }
}
