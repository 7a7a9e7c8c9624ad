//! Rounding of what is published.

use crate::{Param, Statement};

/// A count as a multiple of `step` (P3), halves up; never 0, which would say that there is nobody.
pub(super) fn count(size: u64, step: u64) -> u64 {
    let rest = size % step;
    let below = size - rest;
    let nearest = if rest >= step - rest { below.saturating_add(step) } else { below };
    nearest.max(step)
}

/// The nearest decimal number of so many significant digits (P4); what is not finite stays so.
pub(super) fn significant(value: f64, digits: usize) -> f64 {
    if !value.is_finite() {
        return value;
    }
    // By way of its decimal writing, which is exact, unlike a division by a power of ten. The sum makes −0 plain 0.
    format!("{value:.*e}", digits.saturating_sub(1)).parse().map_or(f64::NAN, |rounded: f64| rounded + 0.0)
}

/// The nearest multiple of 1/`parts`.
pub(super) fn fraction(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts + 0.0
}

/// The statement with each of its numbers rounded.
pub(super) fn statement(statement: &Statement, round: impl Fn(f64) -> f64) -> Statement {
    let rounded = |param: &Param| match param {
        Param::Number(value) => Param::Number(round(*value)),
        Param::Text(text) => Param::Text(text.clone()),
    };
    let params = statement.params.iter().map(|(name, param)| (name.clone(), rounded(param))).collect();
    Statement { key: statement.key.clone(), params }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_multiples_and_never_zero() {
        let rounded: Vec<u64> = [1, 2, 10, 12, 13, 17, 18].map(|size| count(size, 5)).to_vec();
        assert_eq!(rounded, [5, 5, 10, 10, 15, 15, 20]);
        assert_eq!([4, 5, 14, 15].map(|size| count(size, 10)), [10, 10, 10, 20]);
        assert_eq!(count(7, u64::MAX), u64::MAX);
    }

    #[test]
    fn values_keep_their_leading_digits() {
        for (value, expected) in
            [(1239.57, 1240.0), (-0.001_234_5, -0.001_23), (999.6, 1000.0), (0.0, 0.0), (7.0, 7.0)]
        {
            assert_eq!(significant(value, 3), expected);
        }
        assert_eq!(significant(1.26e300, 2), 1.3e300);
        assert!(significant(-0.0, 3).is_sign_positive());
        assert!(significant(f64::NAN, 3).is_nan());
    }

    #[test]
    fn fractions() {
        assert_eq!(fraction(-1.26, 10.0), -1.3);
        assert!(fraction(-0.01, 10.0).is_sign_positive());
    }
}
