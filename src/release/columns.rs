//! P4, P5 and P6: what may be said of a feature.

use serde::{Deserialize, Serialize};

use super::cells::Cells;
use super::people::People;
use super::policy::{FEW, Policy};
use super::ranks::differences;
use super::round::{fraction, shared, significant};
use super::rules::{Rule, Rules};
use crate::Statement;
use crate::customers::{Features, Prepared, RFM, Transform, is_share_of_kind};
use crate::distribution::Ascending;
use crate::table::reaches_a_person;

/// Significant digits of published values.
pub(super) const DIGITS: usize = 3;

/// Shares of a yes/no column are told from here to its complement: it stands for as much or less, its complement for as much or more.
pub const LEAST_SHARE: f64 = 0.05;

/// Customers who share a published median at least, by the value it is rounded to.
pub(super) const SHARED_BY: usize = 2;

/// Of so many customers at most something is said that is said of all.
const OTHERS: usize = 9;

/// The feature that shares of revenue are of.
pub(super) const MONETARY: &str = "monetary";

/// A feature of all customers together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct ReleasedColumn {
    /// Its name.
    pub name: String,
    /// How its values were transformed before the fit; a fitted parameter stays here.
    pub transform: ReleasedTransform,
    /// Median of all customers who have a value, in original units; `null` of a column of 0 and 1, and where held back.
    pub median: Option<f64>,
    /// Of a column of 0 and 1, the share of those who have a 1, from rounded counts: 0.05 stands for as much or less, 0.95 for as much
    /// or more; `null` of other columns, and where held back.
    pub share: Option<f64>,
}

/// What was done to the values of a feature before the fit. Which transform took its tails in, and by which parameter, follows from the least
/// and from all of its values, and stays here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum ReleasedTransform {
    /// The values went in as they are.
    None,
    /// Their long tails were taken in.
    Evened,
}

impl ReleasedTransform {
    fn of(transform: Transform) -> Self {
        if transform == Transform::None { ReleasedTransform::None } else { ReleasedTransform::Evened }
    }

    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            ReleasedTransform::None => "none",
            ReleasedTransform::Evened => "evened",
        }
    }
}

/// A feature of one segment: what passed the gate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct ReleasedFeature {
    /// Its name.
    pub name: String,
    /// Median of the segment's customers who have a value, in original units; `null` of a column of 0 and 1, and where held back.
    pub median: Option<f64>,
    /// As [`ReleasedColumn::share`], of the segment's customers.
    pub share: Option<f64>,
    /// How far the segment is from everyone else: Cliff's delta (1993), from −0.9 to 0.9 in tenths. The chance that somebody of the
    /// segment has more than somebody else, less the chance of the contrary. `null` where held back.
    pub effect: Option<f64>,
}

/// The features clustered by, as they may be published.
#[derive(Debug)]
pub(super) struct Columns {
    /// Each with what may be said of everyone, and of each segment.
    pub(super) told: Vec<(ReleasedColumn, Vec<ReleasedFeature>)>,
    /// Names that no sentence may use.
    pub(super) silent: Vec<String>,
    /// What was held back.
    pub(super) held_back: Vec<Statement>,
}

/// What the gate stands on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gate<'a> {
    pub(super) features: &'a Features,
    pub(super) prepared: &'a Prepared,
    pub(super) people: &'a People<'a>,
    /// The rows of each segment.
    pub(super) groups: &'a [Vec<usize>],
    pub(super) cells: Cells<'a>,
    pub(super) policy: &'a Policy,
    pub(super) rules: Rules,
    /// P11: whether there are so few customers that nothing is said of any feature.
    pub(super) few: bool,
}

impl Gate<'_> {
    /// What may be said of each feature. One in which nearly all customers are alike is left out as a constant one is. A share of a category
    /// or channel that fewer than the minimum bought is left out with its name, which alone tells what they bought (a recipe may ask for such
    /// a one); so is a feature whose header reaches somebody.
    pub(super) fn columns(self, values: &[Values]) -> Columns {
        if self.few {
            return self.nothing();
        }
        let mut columns = Columns { told: Vec::new(), silent: Vec::new(), held_back: Vec::new() };
        let (mut rare, mut personal) = (0_u64, 0_u64);
        for (feature, values) in self.prepared.preparation.features.iter().zip(values) {
            let few_bought = is_share_of_kind(&feature.name) && buyers(&values.all) < self.needed();
            if self.has(Rule::PersonalNames) && reaches_a_person(&feature.name) {
                personal += 1;
                columns.silent.push(feature.name.clone());
            } else if self.has(Rule::Buyers) && few_bought {
                rare += 1;
                columns.silent.push(feature.name.clone());
            } else if self.has(Rule::Alike) && nearly_alike(&values.all, self.others(&feature.name)) {
                // As a column of one value is, which this one is but for a few: that it is there at all would tell of them.
                columns.silent.push(feature.name.clone());
            } else {
                let (told, silent) = self.column((&feature.name, feature.transform), values);
                let held_back_flag = is_flag(&values.all) && told.0.share.is_none();
                if silent || held_back_flag {
                    columns
                        .held_back
                        .push(Statement::new("held-back-feature").with("feature", feature.name.as_str()));
                }
                // A name or a trait would say which segment has more of what is not told.
                let untold = told.1.iter().any(|segment| segment.effect.is_none());
                if (silent || held_back_flag || untold) && self.has(Rule::AlikeNames) {
                    columns.silent.push(feature.name.clone());
                }
                columns.told.push(told);
            }
        }
        columns.silent.extend(self.alike_for_names());
        let counted = |key: &str, count: u64| (count > 0).then(|| Statement::new(key).with("count", count));
        columns.held_back.extend(counted("held-back-headers", personal));
        let rare = counted("held-back-kinds", rare);
        columns.held_back.extend(rare.map(|rare| rare.with("needed", self.policy.minimum_size)));
        columns
    }

    /// P11: of few customers, nothing but how many they are: whether somebody is among sixty shows in every median of theirs.
    fn nothing(self) -> Columns {
        let mut silent: Vec<String> = RFM.map(str::to_owned).to_vec();
        silent.extend(self.prepared.preparation.features.iter().map(|feature| feature.name.clone()));
        let held_back = vec![Statement::new("held-back-few").with("count", FEW)];
        Columns { told: Vec::new(), silent, held_back }
    }

    /// Of recency, frequency and monetary value, which names may be made of whatever the fit went by, those of which nearly all customers of some
    /// segment are alike.
    fn alike_for_names(self) -> Vec<String> {
        if self.features.span.is_none() || !self.has(Rule::AlikeNames) {
            return Vec::new();
        }
        let is_alike = |name: &&str| {
            let from = self.features.position(name);
            from.is_some_and(|from| {
                self.groups.iter().any(|rows| self.nearly_alike(&self.people.values(rows, from)))
            })
        };
        RFM.iter().filter(|name| is_alike(name)).map(|name| (*name).to_owned()).collect()
    }

    /// Names and columns of the features that are told of: those clustered by, and what was spent.
    pub(super) fn columns_released(&self) -> Vec<(&str, usize)> {
        let chosen = self.prepared.preparation.features.iter().map(|feature| feature.name.as_str());
        let mut names: Vec<&str> = chosen.chain(self.features.span.as_ref().map(|_| MONETARY)).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().filter_map(|name| Some((name, self.features.position(name)?))).collect()
    }

    /// One feature, and whether it is held back in all segments.
    fn column(
        self,
        (name, transform): (&str, Transform),
        values: &Values,
    ) -> ((ReleasedColumn, Vec<ReleasedFeature>), bool) {
        let alike: Vec<bool> = values.each.iter().map(|own| self.nearly_alike(own)).collect();
        let silent = alike.contains(&true) && self.has(Rule::AlikeEverywhere);
        let shares = self.shares(values);
        // A median of 0 and 1 says on which side of the half their share lies.
        let flag = is_flag(&values.all);
        let effects = self.effects(values, flag && shares.is_none());
        let segments = values.each.iter().enumerate().map(|(at, own)| {
            let told = !silent && !alike[at] && self.enough_buyers(name, own, values);
            ReleasedFeature {
                name: name.to_owned(),
                median: self.median(own).filter(|_| told && !flag),
                share: shares.as_ref().map(|(each, _)| each[at]).filter(|_| told),
                effect: effects[at].filter(|_| told),
            }
        });
        let segments = segments.collect();
        let everyone = ReleasedColumn {
            name: name.to_owned(),
            transform: ReleasedTransform::of(transform),
            median: self.median(&values.all).filter(|_| !silent && !flag),
            share: shares.map(|(_, all)| all).filter(|_| !silent),
        };
        ((everyone, segments), silent)
    }

    /// P4: the median, where the minimum of those who have a value stands on each side, as that of several.
    fn median(self, values: &Ascending) -> Option<f64> {
        let enough = values.as_slice().len() as u64 / 2 >= self.needed();
        let median = values.quantile(0.5).filter(|_| enough || !self.has(Rule::MedianSides))?;
        if self.has(Rule::SharedMedian) {
            shared(median, values.as_slice(), SHARED_BY)
        } else if self.has(Rule::Digits) {
            Some(significant(median, DIGITS))
        } else {
            Some(median)
        }
    }

    /// P6: of a column of 0 and 1 the share of each segment and of everyone, where there are enough of either in every segment and outside
    /// it: else one would follow from the others.
    fn shares(self, values: &Values) -> Option<(Vec<f64>, f64)> {
        if !is_flag(&values.all) {
            return None;
        }
        let (of_all, with_all) = (values.all.as_slice().len() as u64, buyers(&values.all));
        let enough = |own: &Ascending| {
            let (of_own, with) = (own.as_slice().len() as u64, buyers(own));
            let either = [with, of_own - with, with_all - with, (of_all - with_all) - (of_own - with)];
            either.into_iter().all(|count| count >= self.needed())
        };
        if self.has(Rule::Flags) && !values.each.iter().all(enough) {
            return None;
        }
        let counts = self.groups.iter().map(|rows| {
            let cell = |keep: &dyn Fn(f64) -> bool| {
                self.cells.count_where(rows, |own| keep(self.people.value(own, values.from)))
            };
            (cell(&|value| value == 1.0), cell(&|value| !value.is_nan()))
        });
        let counts: Vec<(u64, u64)> = counts.collect();
        let share = |with: u64, of: u64| {
            let share = fraction(with as f64 / of.max(1) as f64, 100.0);
            if self.has(Rule::FlagBounds) { share.clamp(LEAST_SHARE, 1.0 - LEAST_SHARE) } else { share }
        };
        let (with, of) = counts.iter().fold((0, 0), |(with, of), own| (with + own.0, of + own.1));
        Some((counts.into_iter().map(|(with, of)| share(with, of)).collect(), share(with, of)))
    }

    /// P7: differences of ranks, which neither the largest value nor its size can move.
    fn effects(self, values: &Values, held_back: bool) -> Vec<Option<f64>> {
        let of_all = values.all.as_slice().len() as u64;
        let enough = |own: &Ascending| {
            let own = own.as_slice().len() as u64;
            own >= self.needed() && of_all - own >= self.needed()
        };
        let told = |(delta, own): (Option<f64>, &Ascending)| {
            let delta = delta.filter(|_| enough(own) && !held_back)?;
            Some(if self.has(Rule::Ranks) { fraction(delta, 10.0).clamp(-0.9, 0.9) } else { delta })
        };
        differences(&values.each).into_iter().zip(&values.each).map(told).collect()
    }

    /// P6: of a category or channel there are enough buyers in the segment, and elsewhere.
    fn enough_buyers(self, name: &str, own: &Ascending, values: &Values) -> bool {
        let here = buyers(own);
        let enough = here >= self.needed() && buyers(&values.all) - here >= self.needed();
        enough || !is_share_of_kind(name) || !self.has(Rule::BuyersElsewhere)
    }

    fn needed(self) -> u64 {
        self.policy.minimum_size
    }

    fn has(self, rule: Rule) -> bool {
        self.rules.has(rule)
    }
}

/// The values of a feature, one for each customer who has any.
#[derive(Debug)]
pub(super) struct Values {
    /// Its column of the features.
    from: usize,
    /// Those of each segment.
    pub(super) each: Vec<Ascending>,
    /// Those of all segments: a customer with rows in several counts in each, as in the counts that are published.
    pub(super) all: Ascending,
}

impl Values {
    fn of(gate: Gate<'_>, from: usize) -> Self {
        let each: Vec<Ascending> = gate.groups.iter().map(|rows| gate.people.values(rows, from)).collect();
        let all = Ascending::of(each.iter().flat_map(|own| own.as_slice().iter().copied()));
        Values { from, each, all }
    }
}

impl Gate<'_> {
    /// P6: whether nearly all of these values are one.
    pub(super) fn nearly_alike(self, values: &Ascending) -> bool {
        self.has(Rule::Alike) && nearly_alike(values, OTHERS)
    }

    /// P6: of how many customers at most a column says too much whose other customers are all alike: nine, and as many more as the shop's key says, up to
    /// three times the minimum. Who does not know how many learns little from whether the column is told, which with nine would turn on one customer.
    fn others(self, name: &str) -> usize {
        if !self.has(Rule::SecretOthers) {
            return OTHERS;
        }
        OTHERS + self.cells.drawn(name, 3 * self.needed() + 1) as usize
    }

    /// The values of each feature that was clustered by.
    pub(super) fn values(self) -> Vec<Values> {
        let chosen = self.prepared.preparation.features.iter();
        chosen
            .map(|feature| Values::of(self, self.features.position(&feature.name).unwrap_or_default()))
            .collect()
    }
}

/// Whether all share one value, or all but nine; of few customers, most of whom share it.
fn nearly_alike(values: &Ascending, others: usize) -> bool {
    let (count, alike) = (values.as_slice().len(), values.most_alike());
    count - alike <= others && alike * 2 > count
}

/// Whether the values are 0 and 1 and nothing else.
fn is_flag(values: &Ascending) -> bool {
    values.range() == Some((0.0, 1.0)) && values.distinct() == 2
}

/// How many have anything: of a share of a category those who bought it, of a flag those who have it.
fn buyers(values: &Ascending) -> u64 {
    values.as_slice().iter().filter(|&&value| value != 0.0).count() as u64
}
