//! The rules, each with a test of its name that fails without it: the rule is switched off, and what it guards no longer holds.

mod counts;
mod laws;
mod ledger;
mod medians;
mod oracle;
mod sums;
mod values;
mod words;

use super::ledger::Ledger;
use super::released::{Released, ReleasedSegment, Source, release_by};
use super::rules::{Rule, Rules};
use super::{Policy, ReleasedFeature};
use crate::customers::{
    FeatureOptions, Features, Ids, MissingChoice, Prepared, ScaleChoice, Span, Status, TransformChoice,
    prepare,
};
use crate::documents::summary_json;
use crate::meaning::describe;
use crate::segments::{Method, principal_axes};
use crate::validity::{Advice, Evidence, Foresight};
use crate::{Error, Matrix, Statement};

/// Customers in segments, and what is known of them.
#[derive(Debug, Clone)]
struct Shop {
    /// What the features are called.
    names: Vec<String>,
    /// A row each; one customer may have several.
    rows: Vec<Vec<f64>>,
    /// The id of each row; none where the file has no ids.
    ids: Vec<String>,
    /// The segment of each row, from 0.
    labels: Vec<u32>,
    /// For each segment the name that the user gave it.
    given: Vec<Option<String>>,
    /// Whether the customers come from transactions, with the last feature as what they spent.
    transactions: bool,
    evidence: Vec<Evidence>,
    advice: Advice,
    foresight: Option<Foresight>,
}

impl Shop {
    /// Segments of customers with these features, each with an id.
    fn new(names: &[&str], segments: &[Vec<Vec<f64>>]) -> Self {
        let rows = segments.concat();
        Shop {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            ids: (0..rows.len()).map(|row| format!("customer {row:05}")).collect(),
            labels: (0..)
                .zip(segments)
                .flat_map(|(label, of)| std::iter::repeat_n(label, of.len()))
                .collect(),
            rows,
            given: vec![None; segments.len()],
            transactions: false,
            evidence: Vec::new(),
            advice: Advice::default(),
            foresight: None,
        }
    }

    /// Two features, `x` and `monetary`.
    fn two(segments: &[Vec<[f64; 2]>]) -> Self {
        let segments: Vec<Vec<Vec<f64>>> =
            segments.iter().map(|of| of.iter().map(|row| row.to_vec()).collect()).collect();
        Shop::new(&["x", "monetary"], &segments)
    }

    fn features(&self) -> Features {
        let count = self.rows.len();
        let spent = || self.rows.iter().map(|row| row[row.len() - 1]).sum();
        let span = || Span {
            first_day: 14_944,
            last_day: 15_317,
            reference_day: 15_318,
            tenure: vec![100.0; count],
            median_gap: Some(30.0),
            revenue: spent(),
            revenue_without_customer: 0.0,
        };
        let mut ids = Ids::default();
        self.ids.iter().for_each(|id| ids.push(id));
        Features {
            ids,
            data_rows: (1..=count as u32).collect(),
            file_rows: (2..=count as u32 + 1).collect(),
            names: self.names.clone(),
            values: Matrix::new(self.names.len(), self.rows.concat()),
            status: vec![Status::Ok; count],
            span: self.transactions.then(span),
            rows: count as u64,
            ..Features::default()
        }
    }

    /// What is released of it, by some of the rules.
    fn release_with(
        &self,
        policy: &Policy,
        ledger: Option<&Ledger>,
        rules: Rules,
    ) -> Result<Released, Error> {
        let features = self.features();
        let prepared = prepared(&features);
        let mut segments = describe(&features, &prepared, &self.labels, self.given.len());
        for (segment, name) in segments.iter_mut().zip(&self.given) {
            segment.given.clone_from(name);
        }
        let axes = principal_axes(&prepared.coordinates);
        let source = Source {
            features: &features,
            prepared: &prepared,
            labels: &self.labels,
            segments: &segments,
            evidence: &self.evidence,
            axes: &axes,
            advice: &self.advice,
            foresight: self.foresight.as_ref(),
            method: Method::Kmeans,
        };
        let new = Ledger::new(&features);
        release_by(&source, policy, ledger.unwrap_or(&new), rules)
    }

    /// By all rules, under the default policy.
    fn release(&self) -> Released {
        self.release_with(&Policy::default(), None, Rules::ALL).expect("there are enough customers")
    }

    /// Asserts that something holds of what is released, and would not without a rule.
    fn guards(&self, rule: Rule, holds: impl Fn(&Released) -> bool) {
        self.guards_among(Rules::ALL, rule, holds);
    }

    /// The same where other rules that forbid it, too, are off.
    fn guards_among(&self, rules: Rules, rule: Rule, holds: impl Fn(&Released) -> bool) {
        let of = |rules| self.release_with(&Policy::default(), None, rules).expect("it is released");
        assert!(holds(&of(rules)), "{rule:?} does not do what it is for");
        assert!(!holds(&of(rules.without(rule))), "nothing is missed without {rule:?}");
    }
}

fn prepared(features: &Features) -> Prepared {
    let options = FeatureOptions {
        columns: Some(features.names.clone()),
        transform: TransformChoice::None,
        scale: ScaleChoice::None,
        missing: MissingChoice::Median,
        ..FeatureOptions::default()
    };
    prepare(features, &options).expect("the features vary")
}

/// `count` customers around a place, no two alike.
fn around(x: f64, y: f64, count: usize) -> Vec<[f64; 2]> {
    let step = |at: usize| at as f64 / count as f64;
    (0..count).map(|at| [x + step(at), y + step(at * 7 % count)]).collect()
}

/// Evidence of `k` segments, each of which comes back as often as `stability` says.
fn evidence(k: u32, stability: Vec<Option<f64>>) -> Evidence {
    Evidence {
        k,
        inertia: 1.0,
        silhouette: 0.654_321,
        silhouette_error: 0.0,
        silhouette_macro: 0.5,
        silhouette_simplified: 0.5,
        calinski_harabasz: 1.0,
        davies_bouldin: 1.0,
        bic: None,
        ashman_d: None,
        ashman_d_low: None,
        ashman_d_held_out: None,
        ashman_d_drawn_apart: None,
        valley_p: None,
        way_p: None,
        gap: None,
        gap_error: None,
        prediction_strength: Some(0.9),
        prediction_strength_error: None,
        smallest: Some(4),
        stability,
    }
}

fn keys(statements: &[Statement]) -> Vec<&str> {
    statements.iter().map(|statement| statement.key.as_str()).collect()
}

fn json(released: &Released) -> String {
    summary_json(released, &|segment: &ReleasedSegment| {
        let name: Vec<String> = segment.suggested.params.values().map(|param| format!("{param:?}")).collect();
        segment.given.clone().unwrap_or_else(|| format!("{} {}", segment.suggested.key, name.join(" ")))
    })
}

fn sizes(released: &Released) -> Vec<u64> {
    released.segments().iter().map(|segment| segment.size).collect()
}

/// One figure of one feature, of each segment.
fn of_each(
    released: &Released,
    feature: usize,
    figure: fn(&ReleasedFeature) -> Option<f64>,
) -> Vec<Option<f64>> {
    released.segments().iter().map(|segment| figure(&segment.features[feature])).collect()
}

/// Every rule is switched off by some test: those that no test misses are no rules.
#[test]
fn every_rule_has_a_test_that_fails_without_it() {
    let tests = [
        include_str!("counts.rs"),
        include_str!("ledger.rs"),
        include_str!("medians.rs"),
        include_str!("sums.rs"),
        include_str!("values.rs"),
        include_str!("words.rs"),
        include_str!("../dominance.rs"),
    ]
    .concat();
    for rule in Rule::ALL {
        let switched_off = ["guards(Rule::", "without(Rule::", ", Rule::"]
            .iter()
            .any(|call| [",", ")"].iter().any(|end| tests.contains(&format!("{call}{rule:?}{end}"))));
        assert!(switched_off, "no test switches {rule:?} off");
        assert!(Rules::ALL.has(rule) && !Rules::ALL.without(rule).has(rule));
    }
}
