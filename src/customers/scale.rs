//! Scaling, so that a feature in thousands does not outweigh one in units.

use serde::{Deserialize, Serialize};

use crate::distribution::{Ascending, Valid};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum ScaleChoice {
    /// (x − mean) / population standard deviation.
    #[default]
    Standard,
    /// (x − median) / interquartile range.
    Robust,
    /// (x − least) / (greatest − least): from 0 to 1.
    MinMax,
    /// The values as they are.
    None,
}

/// A fitted scaling of one feature: (x − center) / spread.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Scale {
    /// What is subtracted.
    pub center: f64,
    /// What is divided by; never 0.
    pub spread: f64,
}

impl Scale {
    /// The scaling of a feature with these `values`.
    ///
    /// A constant feature has no spread: it is only centred, so that it scales to 0. A feature whose middle half is one value
    /// has no interquartile range; its standard deviation takes that place, else its units would swamp the others.
    pub fn fit(choice: ScaleChoice, values: &Valid) -> Self {
        let (center, spread) = match choice {
            ScaleChoice::None => (0.0, 1.0),
            ScaleChoice::Standard => mean_and_deviation(values.as_slice()),
            ScaleChoice::MinMax => {
                let (least, greatest) =
                    values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                        (low.min(value), high.max(value))
                    });
                if least <= greatest { (least, greatest - least) } else { (0.0, 0.0) }
            }
            ScaleChoice::Robust => {
                let sorted = Ascending::of(values.iter());
                let [lower, center, upper] =
                    [0.25, 0.5, 0.75].map(|share| sorted.quantile(share).unwrap_or(0.0));
                let range = upper - lower;
                (center, if range > 0.0 { range } else { mean_and_deviation(values.as_slice()).1 })
            }
        };
        Scale { center, spread: if spread > 0.0 { spread } else { 1.0 } }
    }

    /// The scaled value.
    pub fn apply(&self, value: f64) -> f64 {
        (value - self.center) / self.spread
    }
}

/// Mean and population standard deviation (ddof 0); a constant has deviation 0 exactly.
fn mean_and_deviation(values: &[f64]) -> (f64, f64) {
    let Some(&first) = values.first() else { return (0.0, 0.0) };
    if values.iter().all(|&value| value == first) {
        return (first, 0.0);
    }
    let count = values.len() as f64;
    let mean = pairwise_sum(values) / count;
    let squares: Vec<f64> = values.iter().map(|value| (value - mean) * (value - mean)).collect();
    (mean, (pairwise_sum(&squares) / count).sqrt())
}

/// The sum by pairwise summation (Higham 1993), whose rounding error grows with the logarithm of the count only. Blocks of at most
/// 128 are summed in eight lanes, longer runs by halves: the order of numpy, so that scaled values agree with its to the last bit.
fn pairwise_sum(values: &[f64]) -> f64 {
    if values.len() > 128 {
        let half = values.len() / 2;
        let (left, right) = values.split_at(half - half % 8);
        return pairwise_sum(left) + pairwise_sum(right);
    }
    let blocks = values.chunks_exact(8);
    let rest = blocks.remainder();
    let mut lanes = [0.0; 8];
    for block in blocks {
        lanes.iter_mut().zip(block).for_each(|(lane, value)| *lane += value);
    }
    let [a, b, c, d, e, f, g, h] = lanes;
    rest.iter().fold(((a + b) + (c + d)) + ((e + f) + (g + h)), |sum, value| sum + value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_divides_by_the_population_deviation() {
        let scale = Scale::fit(ScaleChoice::Standard, &Valid::of([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]));
        assert_eq!((scale.center, scale.spread), (5.0, 2.0));
        assert_eq!(scale.apply(9.0), 2.0);
    }

    #[test]
    fn constants_scale_to_zero() {
        for choice in [ScaleChoice::Standard, ScaleChoice::Robust, ScaleChoice::MinMax] {
            assert_eq!(Scale::fit(choice, &Valid::of([0.1, 0.1, 0.1])).apply(0.1), 0.0);
        }
    }

    #[test]
    fn robust_uses_median_and_middle_half() {
        let scale = Scale::fit(ScaleChoice::Robust, &Valid::of([1.0, 2.0, 3.0, 4.0, 100.0]));
        assert_eq!((scale.center, scale.spread), (3.0, 2.0));
        assert_eq!(Scale::fit(ScaleChoice::Robust, &Valid::of([0.0, 0.0, 0.0, 0.0, 5.0])).spread, 2.0);
    }

    #[test]
    fn min_max_runs_from_nought_to_one() {
        let scale = Scale::fit(ScaleChoice::MinMax, &Valid::of([4.0, -2.0, 1.0]));
        assert_eq!([-2.0, 1.0, 4.0].map(|value| scale.apply(value)), [0.0, 0.5, 1.0]);
        assert_eq!(Scale::fit(ScaleChoice::MinMax, &Valid::of([])).spread, 1.0);
    }

    #[test]
    fn pairwise_sums_are_exact_where_plain_ones_are_not() {
        // A running sum of a million tenths is off by 1.3e-6.
        assert!((pairwise_sum(&vec![0.1; 1_000_000]) - 100_000.0).abs() < 1e-9);
        assert_eq!(pairwise_sum(&(1..=1_000).map(f64::from).collect::<Vec<_>>()), 500_500.0);
    }
}
