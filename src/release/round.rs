//! Rounding of what is published.

/// A count as a multiple of `step` (P3), halves up; never 0, which would say that there is nobody.
pub(super) fn count(size: u64, step: u64) -> u64 {
    let rest = size % step;
    let below = size - rest;
    let nearest = if rest >= step - rest { below.saturating_add(step) } else { below };
    nearest.max(step)
}

/// The value of `median`, rounded so far that at least `fewest` of `ascending` are rounded to the same: to three significant digits where
/// that is enough, else to twos and fives of the last, of two, of one, and to the next power of ten (P4). `None` where even that is nearly
/// one's own.
pub(super) fn shared(median: f64, ascending: &[f64], fewest: usize) -> Option<f64> {
    if median == 0.0 {
        return (ascending.iter().filter(|&&value| value == 0.0).count() >= fewest).then_some(0.0);
    }
    // The place of the first digit, by way of decimal writing: a logarithm may be off by one at powers of ten.
    let writing = format!("{median:e}");
    let first: i32 = writing.split_once('e')?.1.parse().ok()?;
    let middle = ascending.partition_point(|&value| value < median);
    let (below, above) = ascending.split_at(middle);
    let steps = (first - 2..=first).flat_map(|place| [1, 2, 5].map(|step| (step, place)));
    let mut steps = steps.chain([(1, first + 1)]).map(|step| (on_step(median, step), step));
    steps.find_map(|(rounded, step)| {
        // Values ascend, and so do what they are rounded to: those beside the median are looked at, until one is rounded otherwise.
        let alike = |value: &&f64| on_step(**value, step) == rounded;
        let beside = below.iter().rev().take_while(alike).take(fewest).count();
        let found = beside + above.iter().take_while(alike).take(fewest).count();
        (found >= fewest && rounded != 0.0).then_some(rounded)
    })
}

/// The nearest multiple of `step`: a whole number times a power of ten.
fn on_step(value: f64, (step, place): (i32, i32)) -> f64 {
    // By way of its decimal writing, which is exact, unlike a multiplication by a power of ten.
    let unit: f64 = format!("{step}e{place}").parse().unwrap_or(f64::NAN);
    let times = (value / unit).round();
    format!("{}e{place}", times * f64::from(step)).parse().map_or(f64::NAN, |rounded: f64| rounded + 0.0)
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
    fn p4_a_published_median_is_that_of_several() {
        let told = |values: &[f64], median, fewest| shared(median, values, fewest);
        // 103 is alone to the unit and in twos (102: 101 to 103); in fives 103 to 107 are 105.
        let values: Vec<f64> = (0..20).map(|i| 99.0 + 2.0 * f64::from(i)).collect();
        assert_eq!(told(&values, 103.0, 1), Some(103.0));
        assert_eq!(told(&values, 103.0, 3), Some(105.0));
        assert_eq!(told(&values, 103.0, 5), Some(100.0));
        assert_eq!(told(&[2.0; 9], 2.0, 5), Some(2.0));
        assert_eq!(told(&[0.25; 9], 0.25, 5), Some(0.25));
        assert_eq!(told(&[0.0; 9], 0.0, 5), Some(0.0));
        assert_eq!(told(&[-1.0, 0.0, 1.0], 0.0, 2), None, "nobody else has 0");
        // As many with 0 as with 1: one half is nobody's, and would give that away.
        assert_eq!(told(&[0.0, 0.0, 1.0, 1.0], 0.5, 2), Some(1.0));
        assert_eq!(told(&[-1234.0; 9], -1234.0, 9), Some(-1230.0));
        assert_eq!(told(&[1.0, 10.0, 1e3, 1e5, 1e7], 1e3, 3), None);
        assert_eq!(told(&[9.996; 5], 9.996, 5), Some(10.0));
    }

    #[test]
    fn fractions() {
        assert_eq!(fraction(-1.26, 10.0), -1.3);
        assert!(fraction(-0.01, 10.0).is_sign_positive());
    }
}
