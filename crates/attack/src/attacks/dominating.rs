//! The value of a customer who has much of a segment's money.

use super::{Seen, exact_total, lone_customer};
use crate::published::Published;
use crate::score::Trials;
use crate::tables::Kind;
use crate::truth::is_close;

/// Mean over median of amounts where nothing tells better: that of a log-normal of σ 0.6.
const USUAL_RATIO: f64 = 1.2;

/// What is to be estimated.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// The column of money.
    pub column: usize,
    /// The largest value there.
    pub value: f64,
    /// The largest in another table of the kind.
    pub usual: Option<f64>,
    /// The revenue, which the books of a shop tell anybody.
    pub total: Option<f64>,
}

/// The largest customer of a table in which one dominates; `None` in others.
pub fn target(seen: &Seen) -> Option<Target> {
    if !matches!(seen.kind, Some(Kind::Dominated | Kind::Wholesale)) {
        return None;
    }
    let names = ["spend", "monetary"];
    let column = seen.published.columns.iter().position(|column| names.contains(&&*column.name))?;
    let everyone = seen.truth.everyone(column);
    let usual = seen.known.of(&seen.published.columns[column].name).map(|typical| typical.largest);
    let total = seen.truth.transactions.then(|| everyone.iter().sum());
    Some(Target { column, value: *everyone.last()?, usual, total })
}

/// Success: estimated within a tenth. Control: the largest of another table of the kind, which the attacker too falls back on.
pub fn attack(seen: &Seen, trials: &mut Trials) {
    let Some(target) = target(seen) else { return };
    let found = by_evidence(seen, target.column).or_else(|| by_means(&seen.published, &target));
    let right = |guess: Option<f64>| guess.is_some_and(|guess| is_close(guess, target.value));
    trials.add(right(found.or(target.usual)), right(target.usual));
    trials.note("estimates", found.is_some());
}

/// Where a single customer is a segment of two and features are as they are: the distance from the others, plus a typical one of them.
fn by_evidence(seen: &Seen, column: usize) -> Option<f64> {
    if !seen.unscaled || !lone_customer::says_lone(&seen.published) {
        return None;
    }
    let (total, _) = exact_total::best(&[(&seen.published, false)])?;
    let [low, high] = lone_customer::distance_within(&seen.published, total as f64, total as f64)?;
    Some((low + high) / 2.0 + seen.published.columns[column].median.unwrap_or(0.0) * USUAL_RATIO)
}

/// What the sum of a segment has beyond customers who are like its median, as the other segments are.
fn by_means(published: &Published, target: &Target) -> Option<f64> {
    let mean = |at: usize| {
        let part = &published.segments[at];
        let by_share = || Some(part.revenue_share? * target.total? / part.size as f64);
        part.cells[target.column].mean.or_else(by_share)
    };
    let median =
        |at: usize| published.segments[at].cells[target.column].median.filter(|median| *median > 0.0);
    let all = 0..published.segments.len();
    let estimate = |at: usize| {
        let others = all.clone().filter(|other| *other != at);
        let mut ratios: Vec<f64> = others.filter_map(|other| Some(mean(other)? / median(other)?)).collect();
        ratios.sort_unstable_by(f64::total_cmp);
        let ratio = ratios.first().copied().unwrap_or(USUAL_RATIO).clamp(1.0, 2.0);
        let size = published.segments[at].size as f64;
        Some(size * mean(at)? - (size - 1.0) * median(at)? * ratio)
    };
    all.clone().filter_map(estimate).reduce(f64::max)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_mean_far_above_the_median_tells_the_largest() {
        // 49 customers of 10 and one of 1,000: mean 29.8; the others' mean is their median.
        let part = |size: u64, mean: f64| json!({"size": size, "features": [{"name": "spend", "mean": mean, "median": 10.0}]});
        let published = Published::read(&json!({"segments": [part(50, 29.8), part(40, 10.0)]}));
        let target = Target { column: 0, value: 1000.0, usual: None, total: None };
        assert!((by_means(&published, &target).unwrap() - 1000.0).abs() < 1e-6);
    }
}
