//! Transforms that tame long tails, chosen per feature.

use serde::{Deserialize, Serialize};

use super::yeo_johnson;
use crate::Valid;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum TransformChoice {
    /// By skewness: log1p where a feature is nowhere negative and its skewness is above 1; Yeo-Johnson where it is above 1 and the
    /// feature has values below zero, or below −1; else none, as for features of no more than two values.
    #[default]
    Auto,
    /// The values as they are.
    None,
    /// ln(1 + max(x, 0)).
    Log1p,
    /// The power transform of Yeo & Johnson (2000) with the λ of greatest likelihood.
    YeoJohnson,
}

/// A transform of one feature, with its fitted parameter.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Transform {
    /// The value as it is.
    None,
    /// ln(1 + max(x, 0)).
    Log1p,
    /// The power transform of Yeo & Johnson (2000).
    YeoJohnson {
        /// Its exponent λ: 1 leaves the values as they are, 0 is the logarithm.
        lambda: f64,
    },
}

/// Skewness from which on a tail is long (Bulmer 1979: "highly skewed").
const LONG_TAIL: f64 = 1.0;

impl Transform {
    /// The transform for a feature with these `values`.
    pub fn choose(choice: TransformChoice, values: &Valid) -> Self {
        match choice {
            TransformChoice::None => Transform::None,
            TransformChoice::Log1p => Transform::Log1p,
            TransformChoice::YeoJohnson => {
                Transform::YeoJohnson { lambda: yeo_johnson::fit(values.as_slice()) }
            }
            TransformChoice::Auto => Transform::by_shape(values),
        }
    }

    fn by_shape(values: &Valid) -> Self {
        let skewness = skewness(values);
        // Two values stay two values whatever is done to them.
        if skewness.abs() <= LONG_TAIL || !has_three_values(values.as_slice()) {
            return Transform::None;
        }
        if skewness > 0.0 && values.iter().all(|value| value >= 0.0) {
            return Transform::Log1p;
        }
        Transform::YeoJohnson { lambda: yeo_johnson::fit(values.as_slice()) }
    }

    /// The transformed value.
    pub fn apply(self, value: f64) -> f64 {
        match self {
            Transform::None => value,
            Transform::Log1p => libm::log1p(value.max(0.0)),
            Transform::YeoJohnson { lambda } => yeo_johnson::yeo_johnson(value, lambda),
        }
    }
}

fn has_three_values(values: &[f64]) -> bool {
    let Some(&first) = values.first() else { return false };
    let Some(&second) = values.iter().find(|&&value| value != first) else { return false };
    values.iter().any(|&value| value != first && value != second)
}

/// Moment skewness g1 = m3 / m2^(3/2) (Joanes & Gill 1998); 0 where nothing varies.
pub fn skewness(values: &Valid) -> f64 {
    let values = values.as_slice();
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let moment = |power: i32| {
        values.iter().map(|value| (0..power).fold(1.0, |product, _| product * (value - mean))).sum::<f64>()
            / count
    };
    let variance = moment(2);
    if variance > 0.0 { moment(3) / (variance * variance.sqrt()) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skewness_by_hand() {
        // 0 0 0 4: mean 1, m2 = (3·1 + 9)/4 = 3, m3 = (3·(−1) + 27)/4 = 6, g1 = 6/3^1.5.
        assert!((skewness(&Valid::of([0.0, 0.0, 0.0, 4.0])) - 6.0 / 27.0_f64.sqrt()).abs() < 1e-15);
        assert_eq!(skewness(&Valid::of([2.0, 2.0])), 0.0);
    }

    #[test]
    fn auto_tames_long_tails_only() {
        let auto =
            |values: &[f64]| Transform::choose(TransformChoice::Auto, &Valid::of(values.iter().copied()));
        assert_eq!(auto(&[1.0, 1.0, 2.0, 2.0, 100.0]), Transform::Log1p);
        assert!(
            matches!(auto(&[-1.0, 1.0, 2.0, 2.0, 100.0]), Transform::YeoJohnson { lambda } if lambda < 1.0)
        );
        assert!(
            matches!(auto(&[100.0, 100.0, 99.0, 98.0, 1.0]), Transform::YeoJohnson { lambda } if lambda > 1.0)
        );
        assert_eq!(auto(&[0.0, 0.0, 0.0, 0.0, 0.0, 1.0]), Transform::None);
        assert_eq!(auto(&[1.0, 2.0, 3.0]), Transform::None);
    }
}
