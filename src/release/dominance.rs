//! P5: one or two customers must not make up a sum.

use super::rules::{Rule, Rules};
use crate::distribution::Ascending;

/// Greatest share of the sum of magnitudes that the largest value may have: the (1,50) rule.
const LARGEST: f64 = 0.50;

/// Greatest share of the largest two together: the (2,67) rule.
const LARGEST_TWO: f64 = 0.67;

/// What the values beyond the largest two must at least add up to, as a share of the largest, so that the second cannot
/// work out the first to within that share: the p % rule.
const OTHERS: f64 = 0.10;

/// Greatest share of the largest where the median stands beside the sum: the median times the number is then a fair guess of all
/// the others, and what is left is the largest.
const LARGEST_BESIDE_MEDIAN: f64 = 0.20;

/// The largest two of some magnitudes, and the sum of the others.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Top {
    first: f64,
    second: f64,
    others: f64,
}

impl Top {
    /// Magnitudes count, so that gains and losses do not cancel.
    fn of(values: &Ascending) -> Self {
        let mut top = Top { first: 0.0, second: 0.0, others: 0.0 };
        for value in values.as_slice() {
            let mut size = value.abs();
            if size > top.first {
                std::mem::swap(&mut size, &mut top.first);
            }
            if size > top.second {
                std::mem::swap(&mut size, &mut top.second);
            }
            top.others += size;
        }
        top
    }

    fn total(&self) -> f64 {
        self.first + self.second + self.others
    }
}

/// Whether one or two of the values, one for each customer, dominate their sum. Nothing dominates where all are 0.
pub(super) fn dominated(values: &Ascending, rules: Rules) -> bool {
    let top = Top::of(values);
    let beyond = |rule, is_beyond: bool| rules.has(rule) && is_beyond;
    beyond(Rule::LargestHalf, top.first > LARGEST * top.total())
        || beyond(Rule::LargestTwo, top.first + top.second > LARGEST_TWO * top.total())
        || beyond(Rule::OthersTenth, top.others < OTHERS * top.first)
}

/// The same where the median is published too.
pub(super) fn dominated_beside_median(values: &Ascending, rules: Rules) -> bool {
    let top = Top::of(values);
    dominated(values, rules)
        || (rules.has(Rule::LargestFifth) && top.first > LARGEST_BESIDE_MEDIAN * top.total())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `count` values of 1 after the given ones: dominated with all rules of P5, and without `rule` alone.
    fn check(largest: &[f64], count: usize, rules: Rules, expected: bool) {
        let values: Vec<f64> = largest.iter().copied().chain(std::iter::repeat_n(1.0, count)).collect();
        for values in
            [Ascending::of(values.iter().copied()), Ascending::of(values.iter().rev().map(|value| -value))]
        {
            assert_eq!(dominated(&values, rules), expected, "{largest:?} and {count} ones");
        }
    }

    #[test]
    fn p5_the_largest_makes_up_half_at_most() {
        check(&[20.0], 20, Rules::ALL, false);
        check(&[20.1], 20, Rules::ALL, true);
        check(&[20.1], 20, Rules::ALL.without(Rule::LargestHalf), false);
    }

    #[test]
    fn p5_the_largest_two_make_up_two_thirds_at_most() {
        check(&[33.0, 33.0], 33, Rules::ALL, false);
        check(&[34.0, 34.0], 33, Rules::ALL, true);
        check(&[34.0, 34.0], 33, Rules::ALL.without(Rule::LargestTwo), false);
    }

    #[test]
    fn p5_the_others_are_a_tenth_of_the_largest_at_least() {
        // Both other rules forbid this too; they may be loosened, this one stands by itself.
        let alone = Rules::ALL.without(Rule::LargestHalf).without(Rule::LargestTwo);
        check(&[100.0, 100.0], 10, alone, false);
        check(&[100.0, 100.0], 9, alone, true);
        check(&[100.0, 100.0], 9, alone.without(Rule::OthersTenth), false);
    }

    #[test]
    fn p5_beside_a_median_the_largest_makes_up_a_fifth_at_most() {
        let values = |largest: f64| Ascending::of(std::iter::once(largest).chain([1.0; 80]));
        assert!(!dominated_beside_median(&values(20.0), Rules::ALL));
        assert!(dominated_beside_median(&values(20.1), Rules::ALL));
        assert!(!dominated_beside_median(&values(20.1), Rules::ALL.without(Rule::LargestFifth)));
    }

    #[test]
    fn p5_nothing_dominates_nothing() {
        check(&[0.0, 0.0], 0, Rules::ALL, false);
        assert!(!dominated(&Ascending::of([]), Rules::ALL));
        // What is missing is no value that others could hide behind.
        assert!(dominated(&Ascending::of([9.0, f64::NAN, 1.0, f64::NAN]), Rules::ALL));
    }
}
