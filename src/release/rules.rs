//! The rules by name: what a summary says of itself follows from those that were applied, and tests switch each off.

use super::policy::{FEW, Policy};
use crate::Statement;

/// A rule of disclosure control. `docs/privacy.md` says of each where it comes from and which attack it stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// P1: a published segment has the minimum of customers.
    MinimumSize,
    /// P1: customers count once, however many rows they have.
    Persons,
    /// P3: counts carry noise that depends on who is counted.
    Noise,
    /// P3: counts are rounded.
    Rounding,
    /// P3: shares are those of rounded counts.
    RoundedShares,
    /// P4: a median has the minimum of customers on each side.
    MedianSides,
    /// P4: only customers who have a value stand beside a median.
    ValidValues,
    /// P4: values have three significant digits at most.
    Digits,
    /// P4: a published median is the rounded value of several customers.
    SharedMedian,
    /// P4: no day, only months.
    Months,
    /// P4: what is told of the next quarter is coarse.
    CoarseForesight,
    /// P5: the largest makes up half of a sum at most.
    LargestHalf,
    /// P5: the largest two make up two thirds at most.
    LargestTwo,
    /// P5: the others make up a tenth of the largest at least.
    OthersTenth,
    /// P5: beside a median, the largest makes up a fifth of a sum at most.
    LargestFifth,
    /// P6: a value that nearly all of a segment share is not published.
    Alike,
    /// P6: of how many customers a whole column would tell is the shop's secret.
    SecretOthers,
    /// P6: nor is that column in any other segment.
    AlikeEverywhere,
    /// P6: nor does a name or a trait say it.
    AlikeNames,
    /// P6: nor does the map show it.
    AlikeMap,
    /// P6: of a yes/no column there are enough of either in each segment and outside it.
    Flags,
    /// P6: no share under 5 % or over 95 % is told exactly.
    FlagBounds,
    /// P6: a category is named where enough bought it.
    Buyers,
    /// P6: and told of a segment where enough bought it there and elsewhere.
    BuyersElsewhere,
    /// P7: differences are of ranks, in tenths.
    Ranks,
    /// P7: one or two customers make no ellipse.
    EllipseSpread,
    /// P7: places on the map are coarse.
    EllipseGrid,
    /// P7: so are the shares of its axes.
    CoarseAxes,
    /// P7: why this many, in words alone.
    Words,
    /// P7: nothing on how well segments are apart where one is too small or made by one or two customers.
    Grounds,
    /// P8: a header or a name that reaches somebody stays here.
    PersonalNames,
    /// P8: characters that nobody sees are taken out.
    Printable,
    /// P9: nothing that differs in a few customers from what was released before.
    Memory,
    /// P9: one policy for all releases of the same customers.
    OnePolicy,
    /// P11: a release has five times the minimum of customers.
    FewestCustomers,
    /// P11: of few customers nothing is told but how many they are.
    FewFeatures,
    /// P11: of few customers it says that they are few.
    Caution,
    /// P13: a policy within its bounds.
    Bounds,
}

impl Rule {
    /// All of them.
    pub(super) const ALL: [Rule; 38] = [
        Rule::MinimumSize,
        Rule::Persons,
        Rule::Noise,
        Rule::Rounding,
        Rule::RoundedShares,
        Rule::MedianSides,
        Rule::ValidValues,
        Rule::Digits,
        Rule::SharedMedian,
        Rule::Months,
        Rule::CoarseForesight,
        Rule::LargestHalf,
        Rule::LargestTwo,
        Rule::OthersTenth,
        Rule::LargestFifth,
        Rule::Alike,
        Rule::SecretOthers,
        Rule::AlikeEverywhere,
        Rule::AlikeNames,
        Rule::AlikeMap,
        Rule::Flags,
        Rule::FlagBounds,
        Rule::Buyers,
        Rule::BuyersElsewhere,
        Rule::Ranks,
        Rule::EllipseSpread,
        Rule::EllipseGrid,
        Rule::CoarseAxes,
        Rule::Words,
        Rule::Grounds,
        Rule::PersonalNames,
        Rule::Printable,
        Rule::Memory,
        Rule::OnePolicy,
        Rule::FewestCustomers,
        Rule::FewFeatures,
        Rule::Caution,
        Rule::Bounds,
    ];

    /// What a reader is told of it; several rules may share a sentence, and some go without saying.
    fn sentence(self, policy: &Policy) -> Option<Statement> {
        Some(match self {
            Rule::MinimumSize => Statement::new("rule-minimum-size").with("needed", policy.minimum_size),
            Rule::Persons => Statement::new("rule-persons"),
            Rule::Noise => Statement::new("rule-noise").with("by", policy.noise()),
            Rule::Rounding => Statement::new("rule-rounding").with("base", policy.round_to),
            Rule::MedianSides => Statement::new("rule-medians").with("needed", policy.minimum_size),
            Rule::SharedMedian => {
                Statement::new("rule-shared-medians").with("count", super::SHARED_BY as u64)
            }
            Rule::Digits => Statement::new("rule-significant").with("digits", super::DIGITS as u64),
            Rule::Months => Statement::new("rule-no-dates"),
            Rule::LargestHalf | Rule::LargestTwo | Rule::OthersTenth | Rule::LargestFifth => {
                Statement::new("rule-dominance")
            }
            Rule::Alike | Rule::AlikeEverywhere | Rule::AlikeNames | Rule::AlikeMap => {
                Statement::new("rule-alike")
            }
            Rule::Flags => Statement::new("rule-flags").with("needed", policy.minimum_size),
            Rule::FlagBounds => Statement::new("rule-flag-bounds"),
            Rule::Buyers | Rule::BuyersElsewhere => {
                Statement::new("rule-kinds").with("needed", policy.minimum_size)
            }
            Rule::SecretOthers => Statement::new("rule-secret-others"),
            Rule::FewFeatures => Statement::new("rule-few").with("count", FEW),
            Rule::Ranks => Statement::new("rule-ranks"),
            Rule::EllipseSpread | Rule::EllipseGrid | Rule::CoarseAxes => Statement::new("rule-charts"),
            Rule::Words | Rule::Grounds => Statement::new("rule-words"),
            Rule::PersonalNames => Statement::new("rule-personal-names"),
            Rule::Memory | Rule::OnePolicy => Statement::new("rule-memory"),
            _ => return None,
        })
    }
}

/// The rules that are applied: all of them, but in tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rules(u64);

impl Rules {
    /// Every rule.
    pub(super) const ALL: Rules = Rules(u64::MAX);

    /// Whether a rule is applied.
    pub(super) fn has(self, rule: Rule) -> bool {
        self.0 & (1 << rule as u32) != 0
    }

    /// What a reader is told of them, each sentence once; and what holds of every summary by how it is made.
    pub(super) fn sentences(self, policy: &Policy) -> Vec<Statement> {
        let mut told: Vec<Statement> = Vec::new();
        for sentence in
            Rule::ALL.into_iter().filter(|&rule| self.has(rule)).filter_map(|rule| rule.sentence(policy))
        {
            if !told.contains(&sentence) {
                told.push(sentence);
            }
        }
        told.extend([
            Statement::new("rule-no-extremes"),
            Statement::new("rule-no-rows"),
            Statement::new("rule-not-protected"),
        ]);
        told
    }
}

#[cfg(test)]
impl Rules {
    /// The same but for one rule.
    pub(super) fn without(self, rule: Rule) -> Self {
        Rules(self.0 & !(1 << rule as u32))
    }
}
