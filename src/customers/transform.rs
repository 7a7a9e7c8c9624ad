//! Transforms that tame long tails, chosen per feature.

use serde::{Deserialize, Serialize};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum TransformChoice {
    /// log1p where a feature is nowhere negative and its skewness is above 1, else none.
    #[default]
    Auto,
    /// The values as they are.
    None,
    /// ln(1 + max(x, 0)) for every feature.
    Log1p,
}

/// A transform of one feature, with its fitted parameters (so far none has any).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Transform {
    /// The value as it is.
    None,
    /// ln(1 + max(x, 0)).
    Log1p,
}

impl Transform {
    /// The transform for a feature with these `values` (none missing).
    pub fn choose(choice: TransformChoice, values: &[f64]) -> Self {
        match choice {
            TransformChoice::None => Transform::None,
            TransformChoice::Log1p => Transform::Log1p,
            TransformChoice::Auto => {
                let nowhere_negative = values.iter().all(|&value| value >= 0.0);
                if nowhere_negative && skewness(values) > 1.0 { Transform::Log1p } else { Transform::None }
            }
        }
    }

    /// The transformed value.
    pub fn apply(self, value: f64) -> f64 {
        match self {
            Transform::None => value,
            Transform::Log1p => libm::log1p(value.max(0.0)),
        }
    }
}

/// Moment skewness g1 = m3 / m2^(3/2) (Joanes & Gill 1998); 0 where nothing varies.
pub fn skewness(values: &[f64]) -> f64 {
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
        assert!((skewness(&[0.0, 0.0, 0.0, 4.0]) - 6.0 / 27.0_f64.sqrt()).abs() < 1e-15);
        assert_eq!(skewness(&[2.0, 2.0]), 0.0);
    }

    #[test]
    fn auto_takes_the_logarithm_of_long_tails_only() {
        let auto = |values: &[f64]| Transform::choose(TransformChoice::Auto, values);
        assert_eq!(auto(&[1.0, 1.0, 2.0, 2.0, 100.0]), Transform::Log1p);
        assert_eq!(auto(&[-1.0, 1.0, 2.0, 2.0, 100.0]), Transform::None);
        assert_eq!(auto(&[1.0, 2.0, 3.0]), Transform::None);
    }
}
