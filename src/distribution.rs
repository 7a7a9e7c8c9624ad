//! How numbers are distributed: quantiles and histograms, of valid values only.
//!
//! A missing value is `NaN`, which sorts last and poisons sums. Nothing here takes a slice that may hold one: statistics are asked of
//! [`Valid`] or [`Ascending`] values, and whatever makes those leaves the holes out.

use std::ops::Deref;

/// Most bins of a [histogram](Ascending::histogram).
pub(crate) const BINS: usize = 24;

/// Values of which none is missing, in the order they came.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Valid(Vec<f64>);

/// Values of which none is missing, from the least to the greatest.
#[derive(Debug, Clone, PartialEq)]
pub struct Ascending(Valid);

impl Valid {
    /// Those of `values` that are not missing.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        Valid(values.into_iter().filter(|value| !value.is_nan()).collect())
    }

    /// `values` with the median of the others in the place of what is missing, and that median where something is; `None` where all is.
    pub(crate) fn filled(mut values: Vec<f64>) -> Option<(Self, Option<f64>)> {
        if !values.iter().any(|value| value.is_nan()) {
            return Some((Valid(values), None));
        }
        let median = Valid::of(values.iter().copied()).median()?;
        values.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = median);
        Some((Valid(values), Some(median)))
    }

    /// All of `values`; `None` where one is missing.
    pub(crate) fn whole(values: Vec<f64>) -> Option<Self> {
        (!values.iter().any(|value| value.is_nan())).then_some(Valid(values))
    }

    /// What `change` makes of each, in their order; `None` where it makes no number of one.
    pub(crate) fn map(mut self, change: impl Fn(f64) -> f64) -> Option<Self> {
        self.0.iter_mut().for_each(|value| *value = change(*value));
        Valid::whole(self.0)
    }

    /// Those at `places`.
    pub(crate) fn at(&self, places: &[usize]) -> Self {
        Valid(places.iter().map(|&place| self.0[place]).collect())
    }

    /// All of them.
    pub fn as_slice(&self) -> &[f64] {
        &self.0
    }

    /// Each of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = f64> {
        self.0.iter().copied()
    }

    /// Their mean; `None` of nothing.
    pub(crate) fn mean(&self) -> Option<f64> {
        (!self.0.is_empty()).then(|| self.0.iter().sum::<f64>() / self.0.len() as f64)
    }

    /// The median by the usual rule (mean of the middle two for an even count); `None` of nothing. Changes their order.
    pub(crate) fn median(&mut self) -> Option<f64> {
        let count = self.0.len();
        if count == 0 {
            return None;
        }
        let (below, &mut upper, _) = self.0.select_nth_unstable_by(count / 2, f64::total_cmp);
        if count % 2 == 1 {
            return Some(upper);
        }
        let lower = below.iter().copied().max_by(f64::total_cmp)?;
        Some(lower + (upper - lower) / 2.0)
    }

    /// The quantiles for `shares` by linear interpolation (Hyndman & Fan 1996, type 7), in time that grows with the number of values
    /// alone; `None` of nothing. Changes their order.
    pub(crate) fn quantiles<const N: usize>(&mut self, shares: [f64; N]) -> Option<[f64; N]> {
        let last = self.0.len().checked_sub(1)?;
        Some(shares.map(|share| {
            let at = share * last as f64;
            let below = at.floor();
            let (_, &mut low, above) = self.0.select_nth_unstable_by(below as usize, f64::total_cmp);
            let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
            low + (high - low) * (at - below)
        }))
    }

    /// The same values in order.
    pub(crate) fn ascending(mut self) -> Ascending {
        self.0.sort_unstable_by(f64::total_cmp);
        Ascending(self)
    }
}

impl Ascending {
    /// Those of `values` that are not missing, sorted.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        Valid::of(values).ascending()
    }

    /// The least and the greatest; `None` of nothing.
    pub(crate) fn range(&self) -> Option<(f64, f64)> {
        self.as_slice().first().copied().zip(self.as_slice().last().copied())
    }

    /// The `share` quantile, as [`Valid::quantiles`]; `None` of nothing.
    pub(crate) fn quantile(&self, share: f64) -> Option<f64> {
        let last = self.as_slice().len().checked_sub(1)?;
        let at = share * last as f64;
        let below = at.floor();
        let (low, high) = (self.as_slice()[below as usize], self.as_slice()[(below as usize + 1).min(last)]);
        Some(low + (high - low) * (at - below))
    }

    /// How many different values there are.
    pub(crate) fn distinct(&self) -> usize {
        self.as_slice().chunk_by(|a, b| a == b).count()
    }

    /// How many are the value that most of them are; 0 of nothing.
    pub(crate) fn most_alike(&self) -> usize {
        self.as_slice().chunk_by(|a, b| a == b).map(<[f64]>::len).max().unwrap_or(0)
    }

    /// Counts in [`BINS`] bins of equal width; one bin where they are all equal.
    pub(crate) fn histogram(&self) -> Vec<u32> {
        let Some((first, last)) = self.range() else { return Vec::new() };
        let width = (last - first) / BINS as f64;
        if width <= 0.0 || !width.is_finite() {
            return vec![self.as_slice().len() as u32];
        }
        let mut bins = vec![0; BINS];
        self.iter().for_each(|value| bins[(((value - first) / width) as usize).min(BINS - 1)] += 1);
        bins
    }
}

/// In order, they are still valid.
impl Deref for Ascending {
    type Target = Valid;

    fn deref(&self) -> &Valid {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn median(values: &[f64]) -> Option<f64> {
        Valid::of(values.iter().copied()).median()
    }

    #[test]
    fn medians() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[9.0, 1.0, 4.0]), Some(4.0));
        assert_eq!(median(&[9.0, 1.0, 4.0, 6.0]), Some(5.0));
    }

    #[test]
    fn what_is_missing_is_no_value() {
        const NONE: f64 = f64::NAN;
        assert_eq!(median(&[NONE, 9.0, NONE, 1.0, 4.0, NONE]), Some(4.0));
        assert_eq!(Valid::of([NONE, 2.0, 4.0]).mean(), Some(3.0));
        assert_eq!((Valid::of([NONE]).mean(), Valid::of([NONE]).quantiles([0.5])), (None, None));
        let ascending = Ascending::of([4.0, NONE, 1.0]);
        assert_eq!((ascending.as_slice(), ascending.quantile(1.0)), (&[1.0, 4.0][..], Some(4.0)));
    }

    #[test]
    fn quantiles_interpolate() {
        assert_eq!(Ascending::of([1.0, 2.0, 3.0, 4.0]).quantile(0.25), Some(1.75));
        assert_eq!(Ascending::of([5.0]).quantile(0.9), Some(5.0));
    }

    #[test]
    fn quantiles_need_no_order() {
        let shares = [0.0, 0.1, 0.25, 0.5, 0.75, 0.99, 1.0];
        for count in [1_u32, 2, 3, 10, 97] {
            let mut values = Valid::of((0..count).map(|i| f64::from(i * i % 31) - 4.0));
            let sorted = values.clone().ascending();
            assert_eq!(
                values.quantiles(shares).map(|all| all.map(Some)),
                Some(shares.map(|share| sorted.quantile(share)))
            );
        }
    }

    #[test]
    fn bins_hold_everyone() {
        let bins = Ascending::of([0.0, 0.0, 1.0, 23.9, 24.0]).histogram();
        assert_eq!((bins.len(), bins[0], bins[1], bins[23]), (24, 2, 1, 2));
        assert_eq!(Ascending::of([3.0, 3.0]).histogram(), [2]);
        assert!(Ascending::of([]).histogram().is_empty());
    }

    #[test]
    fn values_that_are_alike_are_counted() {
        let values = Ascending::of([2.0, 1.0, 2.0, 7.0, 2.0]);
        assert_eq!((values.distinct(), values.most_alike()), (3, 3));
        assert_eq!(Ascending::of([]).most_alike(), 0);
    }
}
