//! How much of what comes later do groups tell in advance?

use serde::{Deserialize, Serialize};

use crate::Statement;

/// How much of the last quarter is told in advance by what was known before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Foresight {
    /// First and last day of what is foretold, as ISO dates; in what is released their months.
    pub days: [String; 2],
    /// Customers with a segment before it; rounded in what is released.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
    /// Number of segments.
    pub k: u32,
    /// What they spent: ln(1 + spending), since a few spend most.
    pub spending: Foretold,
    /// What they ordered: ln(1 + orders).
    pub orders: Foretold,
    /// Whether they came back.
    pub returning: Foretold,
    /// What it comes to: whether segments tell more than quintiles, less, about as much, or next to nothing.
    pub verdict: Statement,
}

/// Shares of the variance of an outcome, from 0 (nothing, as without any groups) to 1, adjusted for the number of groups.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Foretold {
    /// Told by the segments.
    pub segments: f64,
    /// Told by the 125 cells of recency, frequency and monetary quintiles.
    pub quintiles: f64,
}

/// Shares that differ by less are called about equal: less than anybody should act on.
const ABOUT: f64 = 0.03;

impl Foresight {
    /// With the verdict that follows from the outcomes: spending, orders, returning.
    pub fn new(days: [String; 2], customers: u64, k: u32, outcomes: [Foretold; 3]) -> Self {
        let mean = |of: fn(&Foretold) -> f64| outcomes.iter().map(of).sum::<f64>() / outcomes.len() as f64;
        let (segments, quintiles) = (mean(|one| one.segments), mean(|one| one.quintiles));
        let verdict = match segments - quintiles {
            _ if segments < ABOUT => Statement::new("foresight-nothing"),
            more if more > ABOUT => Statement::new("foresight-more"),
            less if less < -ABOUT => Statement::new("foresight-less"),
            _ => Statement::new("foresight-equal"),
        };
        let verdict = verdict.with("segments", segments).with("quintiles", quintiles);
        let [spending, orders, returning] = outcomes;
        Foresight { days, customers, k, spending, orders, returning, verdict }
    }
}

/// The share of the variance of `outcomes` that lies between the groups of `labels`, adjusted for their number:
/// ε² = 1 − (1 − η²)(n − 1) / (n − g), with g the groups that occur (Kelley 1935; adjusted R² of the group means). Groups that have
/// nothing to do with the outcome give about 0, however many they are. Not below 0; 0 where nothing varies or every row is a group.
pub fn foretold(outcomes: &[f64], labels: &[u32]) -> f64 {
    let groups = labels.iter().map(|&label| label as usize + 1).max().unwrap_or(0);
    let (mut sums, mut sizes) = (vec![0.0; groups], vec![0.0; groups]);
    for (outcome, &label) in outcomes.iter().zip(labels) {
        sums[label as usize] += outcome;
        sizes[label as usize] += 1.0;
    }
    let n = outcomes.len() as f64;
    let occurring = sizes.iter().filter(|&&size| size > 0.0).count() as f64;
    let mean = outcomes.iter().sum::<f64>() / n;
    let (mut total, mut within) = (0.0, 0.0);
    for (outcome, &label) in outcomes.iter().zip(labels) {
        let own = sums[label as usize] / sizes[label as usize];
        total += (outcome - mean) * (outcome - mean);
        within += (outcome - own) * (outcome - own);
    }
    if total <= 0.0 || n <= occurring {
        return 0.0;
    }
    (1.0 - within / total * (n - 1.0) / (n - occurring)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // Means 2 and 6 of {1, 3} and {5, 7}: total 20, within 4; 1 − 4/20 · 3/2.
        assert!((foretold(&[1.0, 3.0, 5.0, 7.0], &[0, 0, 1, 1]) - 0.7).abs() < 1e-15);
        // Numbers of groups that do not occur change nothing.
        assert!((foretold(&[1.0, 3.0, 5.0, 7.0], &[4, 4, 9, 9]) - 0.7).abs() < 1e-15);
    }

    #[test]
    fn the_verdict_compares_the_means() {
        let days = || ["2011-09-10".to_owned(), "2011-12-09".to_owned()];
        let verdict = |segments: f64, quintiles| {
            let outcomes = [0.0, 0.01, -0.01].map(|by| Foretold { segments: segments + by, quintiles });
            Foresight::new(days(), 50, 4, outcomes).verdict.key
        };
        assert_eq!(verdict(0.30, 0.25), "foresight-more");
        assert_eq!(verdict(0.30, 0.28), "foresight-equal");
        assert_eq!(verdict(0.23, 0.27), "foresight-less");
        assert_eq!(verdict(0.02, 0.0), "foresight-nothing");
    }

    #[test]
    fn groups_that_tell_nothing_give_nothing_however_many_they_are() {
        let outcomes: Vec<f64> =
            (0..1_000_u32).map(|i| f64::from(i.wrapping_mul(2_654_435_761) >> 16)).collect();
        let labels: Vec<u32> = (0..1_000).map(|i| i % 125).collect();
        assert!(foretold(&outcomes, &labels) < 0.05);
        assert_eq!(foretold(&[1.0, 2.0], &[0, 1]), 0.0);
        assert_eq!(foretold(&[3.0, 3.0, 3.0], &[0, 0, 1]), 0.0);
        assert_eq!(foretold(&[], &[]), 0.0);
    }
}
