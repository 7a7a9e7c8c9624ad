//! How many segments to advise, and why.

use serde::{Deserialize, Serialize};

use super::evidence::{Evidence, Favourite, Measure, favourites};
use super::gap::{Gap, gap_k};
use crate::Statement;

/// Prediction strength from which a number is taken (Tibshirani & Walther 2005: 0.8 to 0.9).
pub const STRONG: f64 = 0.8;

/// Ashman's D from which two segments are taken for two crowds: what no cutting of an even crowd reaches (see [`apart`](super::apart)).
pub const TWO_CROWDS: f64 = 4.0;

/// Which rule advises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rule {
    /// The rule of the literature. No groups where the gap statistic says 1; else the greatest number with a prediction strength of
    /// 0.8; where there is none, that of the gap.
    Plain,
    /// The rule used: the greatest number whose segments all stand apart. Ashman's D of any two is at least 4, and other customers would be
    /// divided the same way (prediction strength 0.8); where D is 4 by two standard errors, the second is not asked for,
    /// since columns of noise weaken it. No such number: no natural groups. `examples/how_many.rs` compares it with all others.
    #[default]
    Apart,
}

/// The advised number of segments and what it rests on.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Advice {
    /// The advised number; `null` where there are no natural groups.
    pub k: Option<u32>,
    /// Why, and who disagrees.
    pub statements: Vec<Statement>,
    /// What speaks for or against each number, in the order of the evidence.
    pub verdicts: Vec<Statement>,
    /// What each measure would choose alone.
    pub favourites: Vec<Favourite>,
    /// The gap of one single segment; `null` where no references were drawn.
    pub gap_of_one: Option<f64>,
    /// Hopkins statistic, as a side note; `null` for too few customers.
    pub hopkins: Option<f64>,
}

/// What a rule decides on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grounds<'a> {
    /// Evidence for every number tried, ascending.
    pub evidence: &'a [Evidence],
    /// Gap of one single segment.
    pub gap_of_one: Option<f64>,
    /// Fewest customers that a segment may have.
    pub smallest: u64,
}

/// The number of segments that a rule advises; `None` where there are no natural groups.
pub fn advised_k(grounds: &Grounds<'_>, rule: Rule) -> Option<u32> {
    let last = |passes: &dyn Fn(&Evidence) -> bool| {
        grounds.evidence.iter().rev().find(|one| grounds.large_enough(one) && passes(one)).map(|one| one.k)
    };
    let gap_k = grounds.gap_k();
    match rule {
        Rule::Apart => last(&|one| stand_apart(one) && steady(one)),
        Rule::Plain if gap_k == Some(1) => None,
        Rule::Plain => last(&strong).or_else(|| last(&|one| Some(one.k) == gap_k)),
    }
}

/// The advice under the rule used, in words.
pub fn advise(grounds: &Grounds<'_>, hopkins: Option<f64>) -> Advice {
    let k = advised_k(grounds, Rule::Apart);
    let favourites = favourites(grounds.evidence, grounds.gap_k(), grounds.predicted_k());
    Advice {
        k,
        statements: why(grounds, k, &favourites),
        verdicts: grounds.evidence.iter().map(|one| verdict(grounds, one, k)).collect(),
        favourites,
        gap_of_one: grounds.gap_of_one,
        hopkins,
    }
}

impl Grounds<'_> {
    /// The number that the gap statistic chooses; `None` where it was not computed or chooses none.
    pub fn gap_k(&self) -> Option<u32> {
        let one = Gap { k: 1, gap: self.gap_of_one?, error: 0.0 };
        let rest = |of: &Evidence| Some(Gap { k: of.k, gap: of.gap?, error: of.gap_error? });
        gap_k(&std::iter::once(one).chain(self.evidence.iter().filter_map(rest)).collect::<Vec<_>>())
    }

    /// The greatest number with a prediction strength of [`STRONG`]; 1 where there is none, `None` where nothing was split.
    pub fn predicted_k(&self) -> Option<u32> {
        let split = self.evidence.iter().any(|one| one.prediction_strength.is_some());
        split.then(|| self.evidence.iter().rev().find(|one| strong(one)).map_or(1, |one| one.k))
    }

    fn large_enough(&self, one: &Evidence) -> bool {
        one.smallest.is_none_or(|smallest| smallest >= self.smallest)
    }
}

/// Whether every two segments are two crowds; those without any spread between them are.
fn stand_apart(one: &Evidence) -> bool {
    one.ashman_d.is_none_or(|d| d >= TWO_CROWDS)
}

/// Whether other customers would be divided the same way, or the segments are so far apart that it need not be asked.
fn steady(one: &Evidence) -> bool {
    one.prediction_strength.is_none() || strong(one) || one.ashman_d_low.is_none_or(|low| low >= TWO_CROWDS)
}

fn strong(one: &Evidence) -> bool {
    one.prediction_strength.is_some_and(|strength| strength >= STRONG)
}

/// Why this number is advised, or none; and what the other measures say.
fn why(grounds: &Grounds<'_>, k: Option<u32>, favourites: &[Favourite]) -> Vec<Statement> {
    let answered = || favourites.iter().filter(|one| one.k.is_some());
    let mut statements = Vec::new();
    let Some(k) = k else {
        let most = grounds.evidence.iter().filter_map(|one| one.ashman_d).fold(0.0, f64::max);
        statements.push(Statement::new("advice-no-groups"));
        statements.push(Statement::new("advice-one-crowd").with("d", most).with("needed", TWO_CROWDS));
        let always = favourites.iter().find(|one| one.measure == Measure::Silhouette).and_then(|one| one.k);
        statements.extend(always.map(|k| Statement::new("advice-always-answers").with("k", f64::from(k))));
        return statements;
    };
    let advised = grounds.evidence.iter().find(|one| one.k == k);
    let d = advised.and_then(|one| one.ashman_d);
    statements.push(match d {
        Some(d) => Statement::new("advice-apart").with("k", f64::from(k)).with("d", d),
        None => Statement::new("advice-wholly-apart").with("k", f64::from(k)),
    });
    let agreeing = answered().filter(|one| one.k == Some(k)).count() as u64;
    let asked = answered().count() as u64;
    statements.push(Statement::new("advice-agreement").with("agreeing", agreeing).with("asked", asked));
    if grounds.gap_k() == Some(1) {
        statements.push(Statement::new("advice-gap-sees-one"));
    }
    statements
}

/// What speaks for or against one number.
fn verdict(grounds: &Grounds<'_>, one: &Evidence, advised: Option<u32>) -> Statement {
    let statement = |key: &str| Statement::new(key).with("k", f64::from(one.k));
    if Some(one.k) == advised {
        return statement("verdict-advised");
    }
    if let Some(smallest) = one.smallest.filter(|_| !grounds.large_enough(one)) {
        return Statement::new("verdict-too-small")
            .with("k", f64::from(one.k))
            .with("smallest", smallest)
            .with("needed", grounds.smallest);
    }
    match one.ashman_d.filter(|_| !stand_apart(one)) {
        Some(d) => Statement::new("verdict-cut").with("k", f64::from(one.k)).with("d", d),
        None if steady(one) => Statement::new("verdict-coarser").with("k", f64::from(one.k)),
        None => Statement::new("verdict-unsteady")
            .with("k", f64::from(one.k))
            .with("strength", one.prediction_strength.unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(k: u32, d: f64, low: f64, strength: f64, gap: f64, smallest: u64) -> Evidence {
        Evidence {
            k,
            inertia: 100.0 / f64::from(k),
            silhouette: 0.5 - f64::from(k) / 100.0,
            silhouette_error: 0.0,
            silhouette_macro: 0.5,
            silhouette_simplified: 0.5,
            calinski_harabasz: 10.0,
            davies_bouldin: 1.0,
            bic: None,
            ashman_d: Some(d),
            ashman_d_low: Some(low),
            gap: Some(gap),
            gap_error: Some(0.1),
            prediction_strength: Some(strength),
            prediction_strength_error: Some(0.0),
            smallest: Some(smallest),
            stability: Vec::new(),
        }
    }

    fn grounds(evidence: &[Evidence], gap_of_one: f64) -> Grounds<'_> {
        Grounds { evidence, gap_of_one: Some(gap_of_one), smallest: 20 }
    }

    fn keys(statements: &[Statement]) -> Vec<&str> {
        statements.iter().map(|one| one.key.as_str()).collect()
    }

    #[test]
    fn the_greatest_number_that_stands_apart_is_advised() {
        let tried = [
            evidence(2, 5.0, 4.5, 0.95, 0.3, 300),
            evidence(3, 4.8, 3.9, 0.85, 0.9, 200),
            evidence(4, 4.2, 3.8, 0.6, 0.8, 100),
            evidence(5, 3.2, 3.0, 0.9, 0.8, 80),
            evidence(6, 6.0, 5.0, 0.9, 0.8, 19),
        ];
        let advice = advise(&grounds(&tried, 0.1), None);
        assert_eq!(advice.k, Some(3));
        assert_eq!(
            keys(&advice.verdicts),
            ["verdict-coarser", "verdict-advised", "verdict-unsteady", "verdict-cut", "verdict-too-small"]
        );
        assert_eq!(keys(&advice.statements), ["advice-apart", "advice-agreement"]);
        // The plain rule does not ask whether they stand apart: prediction strength 0.9 at five.
        assert_eq!(advised_k(&grounds(&tried, 0.1), Rule::Plain), Some(5));
    }

    #[test]
    fn what_is_far_apart_by_two_errors_needs_no_prediction() {
        let tried = [evidence(2, 5.0, 4.1, 0.4, 0.3, 300)];
        assert_eq!(advise(&grounds(&tried, 0.1), None).k, Some(2));
    }

    #[test]
    fn one_crowd_is_no_groups_whatever_predicts_well() {
        let tried = [evidence(2, 3.4, 3.3, 0.99, 0.3, 300), evidence(3, 3.0, 2.9, 0.7, 0.2, 200)];
        let advice = advise(&grounds(&tried, 0.5), None);
        assert_eq!((advice.k, grounds(&tried, 0.5).gap_k()), (None, Some(1)));
        assert_eq!(
            keys(&advice.statements),
            ["advice-no-groups", "advice-one-crowd", "advice-always-answers"]
        );
        assert_eq!(advised_k(&grounds(&tried, 0.5), Rule::Plain), None);
        assert_eq!(advised_k(&grounds(&tried, 0.0), Rule::Plain), Some(2));
    }
}
