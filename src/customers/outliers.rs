//! Outliers by robust z-score: the distance from the median in median absolute deviations.

use serde::{Deserialize, Serialize};

use crate::distribution::Valid;

/// What is done about values far from all others, feature by feature, after the transform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum OutlierChoice {
    /// Winsorised where the transform of the feature is chosen by shape too; none where the user fixed the transform.
    #[default]
    Auto,
    /// They stay as they are.
    None,
    /// They are moved to the limit (Tukey 1962).
    Winsorise,
    /// Their customers (key accounts, mostly) are set aside: a group of their own, outside the segments.
    SetAside,
}

/// What happens to a value beyond its limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Beyond {
    /// It is moved to the limit.
    Winsorise,
    /// Its customer is set aside.
    SetAside,
}

/// How far the values of a feature may lie from all others, after its transform.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Limits {
    /// Least value that is no outlier.
    pub low: f64,
    /// Greatest value that is no outlier.
    pub high: f64,
    /// What happens beyond.
    pub beyond: Beyond,
}

/// Robust z-scores of 3.5 and more are outliers (Iglewicz & Hoaglin 1993, *How to Detect and Handle Outliers*).
const THRESHOLD: f64 = 3.5;

/// The median absolute deviation of a normal distribution times this is its standard deviation.
const CONSISTENT: f64 = 1.4826;

impl OutlierChoice {
    /// What happens beyond the limits of a feature; `by_shape` tells whether its transform was chosen by shape.
    pub(super) fn beyond(self, by_shape: bool) -> Option<Beyond> {
        match self {
            OutlierChoice::Auto => by_shape.then_some(Beyond::Winsorise),
            OutlierChoice::None => None,
            OutlierChoice::Winsorise => Some(Beyond::Winsorise),
            OutlierChoice::SetAside => Some(Beyond::SetAside),
        }
    }
}

impl Limits {
    /// The limits median ± 3.5 · 1.4826 · MAD of transformed `values`; `None` where more than half of them are one
    /// value, which has no deviation to measure others by.
    pub(super) fn fit(values: &Valid, beyond: Beyond) -> Option<Self> {
        let center = values.clone().median()?;
        let deviation = Valid::of(values.iter().map(|value| (value - center).abs())).median()?;
        let reach = THRESHOLD * CONSISTENT * deviation;
        (reach > 0.0).then_some(Limits { low: center - reach, high: center + reach, beyond })
    }

    /// True where the value is within.
    pub fn holds(&self, value: f64) -> bool {
        value >= self.low && value <= self.high
    }

    /// The value, moved to the nearest limit; `None` where its customer is set aside.
    pub fn apply(&self, value: f64) -> Option<f64> {
        match self.beyond {
            Beyond::Winsorise => Some(value.clamp(self.low, self.high)),
            Beyond::SetAside => self.holds(value).then_some(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_by_hand() {
        // Median 3, absolute deviations 2 1 0 1 97, their median 1.
        let limits = Limits::fit(&Valid::of([1.0, 2.0, 3.0, 4.0, 100.0]), Beyond::Winsorise).unwrap();
        assert_eq!((limits.low, limits.high), (3.0 - 3.5 * 1.4826, 3.0 + 3.5 * 1.4826));
        assert_eq!(limits.apply(100.0), Some(limits.high));
        assert_eq!(limits.apply(4.0), Some(4.0));
        assert_eq!(Limits { beyond: Beyond::SetAside, ..limits }.apply(100.0), None);
        assert_eq!(Limits::fit(&Valid::of([1.0, 1.0, 1.0, 9.0]), Beyond::Winsorise), None);
    }

    #[test]
    fn a_transform_the_user_fixed_is_left_alone() {
        assert_eq!(OutlierChoice::Auto.beyond(true), Some(Beyond::Winsorise));
        assert_eq!(OutlierChoice::Auto.beyond(false), None);
        assert_eq!(OutlierChoice::SetAside.beyond(false), Some(Beyond::SetAside));
    }
}
