//! Missing values: customers left out, or values filled in.

use serde::{Deserialize, Serialize};

/// What is done about customers without a value in a chosen feature of numbers. In a column of kinds, missing is a kind of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum MissingChoice {
    /// Left out where that costs one customer in twenty at most, which hardly biases anything (Schafer 1999, "Multiple
    /// imputation: a primer": 5 % is inconsequential); else filled in.
    #[default]
    Auto,
    /// The customers are left out.
    LeaveOut,
    /// The median of the feature takes the place of what is missing.
    Median,
}

/// Share of the customers that may be left out for missing values before filling in is better.
const MOST_LEFT_OUT: f64 = 0.05;

impl MissingChoice {
    /// Whether values are filled in where `incomplete` of `customers` lack one.
    pub(super) fn fills_in(self, incomplete: usize, customers: usize) -> bool {
        match self {
            MissingChoice::Auto => incomplete as f64 > MOST_LEFT_OUT * customers as f64,
            MissingChoice::LeaveOut => false,
            MissingChoice::Median => incomplete > 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MissingChoice::{Auto, LeaveOut, Median};

    #[test]
    fn one_in_twenty_may_be_left_out() {
        assert!(!Auto.fills_in(5, 100) && Auto.fills_in(6, 100));
        assert!(!LeaveOut.fills_in(99, 100));
        assert!(Median.fills_in(1, 100) && !Median.fills_in(0, 100));
    }
}
