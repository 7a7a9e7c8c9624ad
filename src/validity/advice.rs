//! How many segments to advise, and why.

use serde::{Deserialize, Serialize};

use super::evidence::{Evidence, Favourite, Measure, favourites};
use super::gap::{Gap, gap_k};
use crate::Statement;

/// Prediction strength from which a number is taken (Tibshirani & Walther 2005: 0.8 to 0.9).
pub const STRONG: f64 = 0.8;

/// Ashman's D from which two segments are taken for two crowds: what no cutting of an even crowd reaches (see [`apart`](super::apart)), where
/// there are many customers for each coordinate of the centroids.
pub const TWO_CROWDS: f64 = 4.0;

/// Ashman's D from which two segments are also two crowds among other customers, of which half as many are divided by half as exact centroids.
/// Noise, cut in two however far apart, comes to 2.65 there, and a uniform stretch to 3.46.
pub const TWO_CROWDS_HELD_OUT: f64 = 3.5;

/// The p of Hartigan's dip below which there is a valley between two neighbours.
pub const A_VALLEY: f64 = 0.01;

/// The p from which it speaks against two crowds that are only just apart.
const CONTRADICTS: f64 = 0.5;

/// The same on the way that most customers in the middle take: from it, two segments are one piece, bent. A way without a valley has a p of about
/// ½ where it is even, and of more where the middle is dense.
pub const ONE_PIECE: f64 = 0.5;

/// Customers for each coordinate of the centroids from which D is believed that was not measured on other customers. Where a crowd
/// is noise, the square of the distance of two centroids is too great by about 2 dk/n variances of a column: here, by a fifth of one.
pub const CUSTOMERS_PER_COORDINATE: usize = 10;

/// The sentences on customers who stand apart by values that many of them share, and by nothing else: of all numbers, and of one.
pub(crate) const ONLY_VALUES: &str = "advice-only-values";
pub(crate) const BY_VALUES: &str = "verdict-values";

/// Which rule advises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rule {
    /// The rule of the literature. No groups where the gap statistic says 1; else the greatest number with a prediction strength of
    /// 0.8; where there is none, that of the gap.
    Plain,
    /// The rule used: the greatest number whose segments are all groups. Either they stand apart: Ashman's D of any two is at least 4, and 3.5 on
    /// customers that they were not made of, also with shared values drawn apart, and other customers would be divided the same way (prediction
    /// strength 0.8) and see some valley (dip, p below ½); where D is 4 by two standard errors, the latter two are not asked for, since columns of
    /// noise weaken them. Or a valley lies between
    /// any two neighbours, seen on customers that they were not made of (Hartigan's dip, p below 0.01), and others would be divided the same way.
    /// In both cases no two may be one bent piece. Where nothing was split, D has to be 4 by two standard errors, of ten customers or more for each
    /// coordinate of the centroids. No such number: no natural groups. `examples/how_many.rs` compares it with all others.
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
    /// Every number whose segments are groups, ascending: coarser levels, and the advised one last.
    #[serde(default)]
    pub levels: Vec<u32>,
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
    /// Customers that the evidence rests on.
    pub customers: usize,
    /// Features of each, in scaled columns.
    pub columns: usize,
}

/// The number of segments that a rule advises; `None` where there are no natural groups.
pub fn advised_k(grounds: &Grounds<'_>, rule: Rule) -> Option<u32> {
    let last = |passes: &dyn Fn(&Evidence) -> bool| {
        grounds.evidence.iter().rev().find(|one| grounds.large_enough(one) && passes(one)).map(|one| one.k)
    };
    let gap_k = grounds.gap_k();
    match rule {
        Rule::Apart => grounds.levels().last().copied(),
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
        levels: grounds.levels(),
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

    /// Whether all segments are groups.
    fn are_groups(&self, one: &Evidence) -> bool {
        !in_one_piece(one) && (stand_apart(one) && self.steady(one) || valleys(one) && strong(one))
    }

    /// Whether other customers would be divided the same way, or the segments are so far apart that it need not be asked.
    fn steady(&self, one: &Evidence) -> bool {
        let by_far = one.ashman_d_low.is_none_or(|low| low >= TWO_CROWDS);
        let contradicted = one.valley_p.is_some_and(|p| p >= CONTRADICTS);
        match one.prediction_strength {
            Some(_) => by_far || strong(one) && !contradicted,
            None => by_far && self.enough_for(one.k),
        }
    }

    /// Whether there are enough customers to believe D as it is on those that the segments were made of.
    fn enough_for(&self, k: u32) -> bool {
        self.customers >= CUSTOMERS_PER_COORDINATE * self.columns * k as usize
    }

    /// Every number whose segments are groups, ascending.
    fn levels(&self) -> Vec<u32> {
        let are_groups = |one: &&Evidence| self.large_enough(one) && self.are_groups(one);
        self.evidence.iter().filter(are_groups).map(|one| one.k).collect()
    }

    /// The coarser level that is better separated than `k` segments are, if there is one: groups within groups.
    fn coarser(&self, k: u32) -> Option<&Evidence> {
        let own = self.evidence.iter().find(|one| one.k == k)?;
        let levels = self.levels();
        let coarser = self.evidence.iter().filter(|one| one.k < k && levels.contains(&one.k));
        let clearest =
            coarser.reduce(|best, next| if next.silhouette > best.silhouette { next } else { best })?;
        (clearest.silhouette > own.silhouette).then_some(clearest)
    }

    fn large_enough(&self, one: &Evidence) -> bool {
        one.smallest.is_none_or(|smallest| smallest >= self.smallest)
    }
}

/// Whether every two segments are two crowds of these customers; those without any spread between them are.
fn are_crowds(one: &Evidence) -> bool {
    one.ashman_d.is_none_or(|d| d >= TWO_CROWDS)
}

/// The same of these customers and, where they were split, of others, also with shared values drawn apart.
fn stand_apart(one: &Evidence) -> bool {
    stand_apart_as_they_are(one) && one.ashman_d_drawn_apart.is_none_or(|d| d >= TWO_CROWDS_HELD_OUT)
}

/// The same with every value where it is.
fn stand_apart_as_they_are(one: &Evidence) -> bool {
    are_crowds(one) && one.ashman_d_held_out.is_none_or(|d| d >= TWO_CROWDS_HELD_OUT)
}

/// Whether a valley lies between any two neighbours.
fn valleys(one: &Evidence) -> bool {
    one.valley_p.is_some_and(|p| p < A_VALLEY)
}

/// Whether two of the segments hang together by a way beside the line between them.
fn in_one_piece(one: &Evidence) -> bool {
    one.way_p.is_some_and(|p| p >= ONE_PIECE)
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
        let verdicts: Vec<Statement> = grounds.evidence.iter().map(|one| verdict(grounds, one, k)).collect();
        let any = |key: &str| verdicts.iter().any(|verdict| verdict.key == key);
        statements.push(if any(BY_VALUES) {
            Statement::new(ONLY_VALUES)
        } else if any("verdict-one-piece") {
            Statement::new("advice-one-piece")
        } else if grounds.evidence.iter().any(are_crowds) {
            Statement::new("advice-none-holds")
        } else {
            Statement::new("advice-one-crowd").with("d", most).with("needed", TWO_CROWDS)
        });
        let always = favourites.iter().find(|one| one.measure == Measure::Silhouette).and_then(|one| one.k);
        statements.extend(always.map(|k| Statement::new("advice-always-answers").with("k", f64::from(k))));
        return statements;
    };
    let advised = grounds.evidence.iter().find(|one| one.k == k);
    let held_out = advised.and_then(|one| one.ashman_d_held_out);
    let statement = |key: &str| Statement::new(key).with("k", f64::from(k));
    let by_valleys = advised.filter(|one| !(stand_apart(one) && grounds.steady(one)));
    statements.push(match (advised.and_then(|one| one.ashman_d), held_out) {
        _ if by_valleys.is_some() => statement("advice-valleys").with("p", A_VALLEY),
        (Some(d), Some(held_out)) => {
            statement("advice-apart-held-out").with("d", d).with("heldOut", held_out)
        }
        (Some(d), None) => statement("advice-apart").with("d", d),
        (None, _) => statement("advice-wholly-apart"),
    });
    let coarser = grounds.coarser(k).map(|one| f64::from(one.k));
    statements.extend(coarser.map(|coarser| statement("advice-levels").with("coarser", coarser)));
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
    if grounds.are_groups(one) {
        return statement("verdict-coarser");
    }
    let unsteady = |strength: f64| statement("verdict-unsteady").with("strength", strength);
    match (one.ashman_d, one.ashman_d_held_out, one.prediction_strength) {
        _ if in_one_piece(one) && (stand_apart(one) || valleys(one)) => statement("verdict-one-piece"),
        (_, _, Some(strength)) if valleys(one) => unsteady(strength),
        (Some(d), ..) if !are_crowds(one) => statement("verdict-cut").with("d", d),
        (_, Some(d), _) if !stand_apart_as_they_are(one) => {
            statement("verdict-by-chance").with("d", d).with("needed", TWO_CROWDS_HELD_OUT)
        }
        _ if !stand_apart(one) => statement(BY_VALUES),
        (Some(d), _, Some(strength)) if strength >= STRONG => statement("verdict-cut").with("d", d),
        (_, _, Some(strength)) => unsteady(strength),
        _ => statement("verdict-unsure"),
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
            ashman_d_held_out: Some(if d == 4.8 { 4.7 } else { d }),
            ashman_d_drawn_apart: Some(d),
            valley_p: Some(0.4),
            way_p: Some(0.3),
            gap: Some(gap),
            gap_error: Some(0.1),
            prediction_strength: Some(strength),
            prediction_strength_error: Some(0.0),
            smallest: Some(smallest),
            stability: Vec::new(),
        }
    }

    fn grounds(evidence: &[Evidence], gap_of_one: f64) -> Grounds<'_> {
        Grounds { evidence, gap_of_one: Some(gap_of_one), smallest: 20, customers: 1_000, columns: 3 }
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
        assert_eq!(
            (advice.levels, keys(&advice.statements)),
            (vec![2, 3], vec!["advice-apart-held-out", "advice-levels", "advice-agreement"])
        );
        assert_eq!(
            (&advice.statements[0].params["d"], &advice.statements[0].params["heldOut"]),
            (&4.8.into(), &4.7.into())
        );
        // The plain rule does not ask whether they stand apart: prediction strength 0.9 at five.
        assert_eq!(advised_k(&grounds(&tried, 0.1), Rule::Plain), Some(5));
    }

    #[test]
    fn what_is_far_apart_by_two_errors_needs_no_prediction() {
        let tried = [evidence(2, 5.0, 4.1, 0.4, 0.3, 300)];
        assert_eq!(advise(&grounds(&tried, 0.1), None).k, Some(2));
    }

    #[test]
    fn what_is_apart_in_these_customers_alone_is_chance() {
        // Fifty customers of five hundred features, without groups: D 11.9, prediction strength 0.8.
        let mut tried = [evidence(2, 11.9, 9.0, 0.8, 0.3, 300)];
        tried[0].ashman_d_held_out = Some(2.7);
        let advice = advise(&grounds(&tried, 0.5), None);
        assert_eq!((advice.k, keys(&advice.verdicts)), (None, vec!["verdict-by-chance"]));
        assert_eq!(keys(&advice.statements)[..2], ["advice-no-groups", "advice-none-holds"]);
        tried[0].ashman_d_held_out = Some(TWO_CROWDS_HELD_OUT);
        assert_eq!(advise(&grounds(&tried, 0.5), None).k, Some(2));
    }

    #[test]
    fn without_halves_d_is_believed_of_many_customers_and_by_two_errors() {
        let unsplit = |low: f64| Evidence {
            prediction_strength: None,
            ashman_d_held_out: None,
            ashman_d_drawn_apart: None,
            valley_p: None,
            way_p: None,
            ..evidence(2, 5.0, low, 0.0, 0.3, 300)
        };
        let advised = |low: f64, customers: usize| {
            let tried = [unsplit(low)];
            let advice = advise(&Grounds { customers, ..grounds(&tried, 0.1) }, None);
            (advice.k, advice.verdicts[0].key.clone())
        };
        // Two segments of three features have six coordinates.
        assert_eq!(advised(4.0, 60), (Some(2), "verdict-advised".to_owned()));
        assert_eq!(advised(4.0, 59), (None, "verdict-unsure".to_owned()));
        assert_eq!(advised(3.9, 60), (None, "verdict-unsure".to_owned()));
    }

    #[test]
    fn a_valley_between_all_neighbours_is_enough_where_others_are_divided_alike() {
        let tried = |p: f64, strength: f64, way: f64| {
            let mut one = evidence(2, 3.2, 3.0, strength, 0.3, 300);
            (one.valley_p, one.way_p) = (Some(p), Some(way));
            [one]
        };
        let advised = |p: f64, strength: f64, way: f64| {
            let advice = advise(&grounds(&tried(p, strength, way), 0.1), None);
            (advice.k, advice.statements[0].key.clone(), advice.verdicts[0].key.clone())
        };
        let none = |verdict: &str| (None, "advice-no-groups".to_owned(), verdict.to_owned());
        assert_eq!(advised(0.009, 0.8, 0.4), (Some(2), "advice-valleys".into(), "verdict-advised".into()));
        assert_eq!(advised(0.01, 0.8, 0.4), none("verdict-cut"));
        assert_eq!(advised(0.009, 0.79, 0.4), none("verdict-unsteady"));
        assert_eq!(advised(0.009, 0.8, 0.5), none("verdict-one-piece"));
    }

    #[test]
    fn what_stands_apart_by_shared_values_alone_is_no_groups_and_says_so() {
        // A yes/no column beside noise: each value is a crowd, and drawn apart they are halves of one.
        let mut tried = [evidence(2, 5.0, 4.8, 1.0, 0.3, 300)];
        tried[0].ashman_d_drawn_apart = Some(2.65);
        let advice = advise(&grounds(&tried, 0.1), None);
        assert_eq!((advice.k, keys(&advice.verdicts)), (None, vec!["verdict-values"]));
        assert_eq!(keys(&advice.statements)[..2], ["advice-no-groups", "advice-only-values"]);
    }

    #[test]
    fn a_ring_stands_apart_and_is_one_piece() {
        let mut tried = [evidence(2, 4.4, 4.2, 1.0, 0.3, 300)];
        tried[0].way_p = Some(0.98);
        let advice = advise(&grounds(&tried, 0.1), None);
        assert_eq!((advice.k, keys(&advice.verdicts)), (None, vec!["verdict-one-piece"]));
        assert_eq!(keys(&advice.statements)[..2], ["advice-no-groups", "advice-one-piece"]);
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
