//! How numbers are distributed, for whoever looks at them: quantiles and histograms.

/// Most bins of a [`histogram`].
pub(crate) const BINS: usize = 24;

/// The `share` quantile of ascending values by linear interpolation (Hyndman & Fan 1996, type 7).
pub(crate) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = share * last as f64;
    let below = at.floor();
    let (low, high) = (sorted[below as usize], sorted[(below as usize + 1).min(last)]);
    low + (high - low) * (at - below)
}

/// The same of values in any order, which it changes: in time that grows with their number alone.
pub(crate) fn quantiles<const N: usize>(values: &mut [f64], shares: [f64; N]) -> [f64; N] {
    let Some(last) = values.len().checked_sub(1) else { return [f64::NAN; N] };
    shares.map(|share| {
        let at = share * last as f64;
        let below = at.floor();
        let (_, &mut low, above) = values.select_nth_unstable_by(below as usize, f64::total_cmp);
        let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
        low + (high - low) * (at - below)
    })
}

/// Counts of ascending values in [`BINS`] bins of equal width; one bin where they are all equal.
pub(crate) fn histogram(sorted: &[f64]) -> Vec<u32> {
    let (Some(&first), Some(&last)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    let width = (last - first) / BINS as f64;
    if width <= 0.0 || !width.is_finite() {
        return vec![sorted.len() as u32];
    }
    let mut bins = vec![0; BINS];
    sorted.iter().for_each(|value| bins[(((value - first) / width) as usize).min(BINS - 1)] += 1);
    bins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_interpolate() {
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.25), 1.75);
        assert_eq!(quantile(&[5.0], 0.9), 5.0);
    }

    #[test]
    fn quantiles_need_no_order() {
        let shares = [0.0, 0.1, 0.25, 0.5, 0.75, 0.99, 1.0];
        for count in [1_u32, 2, 3, 10, 97] {
            let mut values: Vec<f64> = (0..count).map(|i| f64::from(i * i % 31) - 4.0).collect();
            let mut sorted = values.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            assert_eq!(quantiles(&mut values, shares), shares.map(|share| quantile(&sorted, share)));
        }
        assert!(quantiles(&mut [], [0.5])[0].is_nan());
    }

    #[test]
    fn bins_hold_everyone() {
        let bins = histogram(&[0.0, 0.0, 1.0, 23.9, 24.0]);
        assert_eq!((bins.len(), bins[0], bins[1], bins[23]), (24, 2, 1, 2));
        assert_eq!(histogram(&[3.0, 3.0]), [2]);
        assert!(histogram(&[]).is_empty());
    }
}
