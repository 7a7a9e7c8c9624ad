//! P5: one or two customers must not make up a sum.

/// Greatest share of the sum of magnitudes that the largest value may have: the (1,50) rule.
const LARGEST: f64 = 0.50;

/// Greatest share of the largest two together: the (2,67) rule.
const LARGEST_TWO: f64 = 0.67;

/// What the values beyond the largest two must at least add up to, as a share of the largest, so that the second cannot
/// work out the first to within that share: the p % rule.
const OTHERS: f64 = 0.10;

/// Whether one or two of the values dominate their sum. Magnitudes count, so that gains and losses do not cancel.
///
/// Nothing dominates where all are 0.
pub(super) fn dominated(values: impl IntoIterator<Item = f64>) -> bool {
    let (mut first, mut second, mut others) = (0.0_f64, 0.0_f64, 0.0_f64);
    for value in values {
        let mut size = value.abs();
        if size > first {
            std::mem::swap(&mut size, &mut first);
        }
        if size > second {
            std::mem::swap(&mut size, &mut second);
        }
        others += size;
    }
    let total = first + second + others;
    first > LARGEST * total || first + second > LARGEST_TWO * total || others < OTHERS * first
}

#[cfg(test)]
mod tests {
    use super::dominated;

    /// `count` values of 1 after the given ones.
    fn check(largest: &[f64], count: usize, expected: bool) {
        let values: Vec<f64> = largest.iter().copied().chain(std::iter::repeat_n(1.0, count)).collect();
        assert_eq!(dominated(values.iter().copied()), expected, "{largest:?} and {count} ones");
        assert_eq!(dominated(values.iter().rev().map(|value| -value)), expected, "the other way round");
    }

    #[test]
    fn p5_the_largest_makes_up_half_at_most() {
        check(&[20.0], 20, false);
        check(&[20.1], 20, true);
    }

    #[test]
    fn p5_the_largest_two_make_up_two_thirds_at_most() {
        check(&[33.0, 33.0], 33, false);
        check(&[34.0, 34.0], 33, true);
    }

    #[test]
    fn p5_the_others_are_a_tenth_of_the_largest_at_least() {
        // Both other rules forbid this too: the third guards against a change of their shares.
        check(&[100.0, 100.0], 9, true);
    }

    #[test]
    fn p5_nothing_dominates_nothing() {
        check(&[0.0, 0.0], 0, false);
        assert!(!dominated(std::iter::empty()));
    }
}
