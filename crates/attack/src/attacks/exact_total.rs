//! The exact number of customers.
//!
//! Under standard scaling the total sum of squares is customers × features, so inertia W and Calinski-Harabasz of k segments leave few
//! numbers: CH = ((n·d − W) / (k − 1)) / (W / (n − k)). Sizes leave an interval, and noise a distribution over it.

use std::collections::BTreeMap;

use super::Seen;
use crate::published::{Measures, Published, around};
use crate::score::Trials;

/// How sure an attacker is who calls a number exact.
pub const SURE: f64 = 0.95;

/// Success: a number of which the attacker is sure, and it is right. Control: the published total.
pub fn attack(seen: &Seen, trials: &mut Trials) {
    let truth = seen.truth.rows() as u64;
    let best = best(&[(&seen.published, seen.standard)]);
    let sure = best.filter(|(_, certainty)| *certainty >= SURE);
    trials.add(sure.is_some_and(|(total, _)| total == truth), seen.published.customers == truth);
    trials.note("sure but wrong", sure.is_some_and(|(total, _)| total != truth));
    trials.note("best guess right", best.is_some_and(|(total, _)| total == truth));
}

/// The likeliest total by several exports of one table, and how likely it is; each with whether all features were scaled to a standard
/// deviation of 1. `None` where they contradict each other.
pub fn best(exports: &[(&Published, bool)]) -> Option<(u64, f64)> {
    weights(exports).into_iter().max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The totals that are possible by all exports, with their probabilities.
pub fn weights(exports: &[(&Published, bool)]) -> BTreeMap<u64, f64> {
    let mut all: Option<BTreeMap<u64, f64>> = None;
    for (published, standard) in exports {
        let own = by_sizes(published);
        let fits =
            |total: &u64| !standard || published.evidence.iter().all(|one| allows(published, one, *total));
        let own: BTreeMap<u64, f64> = own.into_iter().filter(|(total, _)| fits(total)).collect();
        all = Some(match all {
            None => own,
            Some(before) => own
                .into_iter()
                .filter_map(|(total, weight)| before.get(&total).map(|other| (total, weight * other)))
                .collect(),
        });
    }
    let all = all.unwrap_or_default();
    let sum: f64 = all.values().sum();
    all.into_iter().map(|(total, weight)| (total, weight / sum)).collect()
}

/// The distribution of the total that the sizes alone leave: every true size as likely as the noise lets it be published.
fn by_sizes(published: &Published) -> BTreeMap<u64, f64> {
    let mut sums = BTreeMap::from([(0, 1.0)]);
    for part in &published.segments {
        let mut next: BTreeMap<u64, f64> = BTreeMap::new();
        for size in published.sizes_of(part) {
            let weight = published.ways(part.size, size).max(1) as f64;
            sums.iter().for_each(|(sum, own)| *next.entry(sum + size).or_default() += own * weight);
        }
        sums = next;
    }
    sums
}

/// Whether inertia and Calinski-Harabasz of one number of segments allow a total.
fn allows(published: &Published, one: &Measures, total: u64) -> bool {
    let (Some(inertia), Some(index)) = (one.inertia, one.calinski_harabasz) else { return true };
    if one.k < 2 || total <= one.k || inertia <= 0.0 {
        return true;
    }
    let (n, k) = (total as f64, one.k as f64);
    let squares = n * published.columns.len() as f64;
    let of = |inertia: f64| (squares - inertia) / (k - 1.0) / (inertia / (n - k));
    let [least, most] = around(inertia, 3);
    let [low, high] = around(index, 3);
    // The greater the inertia the smaller the index.
    of(most) <= high + 1e-9 && of(least) >= low - 1e-9
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn inertia_and_index_leave_one_total() {
        // 103 customers, 2 features, W = 51.5 at k = 2: CH = (206 − 51.5) / (51.5 / 101) = 303.
        let document = json!({"customers": 105, "features": [{"name": "a"}, {"name": "b"}],
            "segments": [{"size": 55}, {"size": 50}],
            "evidence": [{"k": 2, "inertia": 51.5, "calinskiHarabasz": 303.0}]});
        let published = Published::read(&document);
        let all = weights(&[(&published, true)]);
        assert!(all.contains_key(&103) && all.len() < 4, "{all:?}");
        assert_eq!(weights(&[(&published, false)]).len(), 9);
    }

    #[test]
    fn noise_makes_a_triangle() {
        let published = Published::read(&json!({"version": 2, "segments": [{"size": 50}]}));
        let all = weights(&[(&published, true)]);
        assert_eq!(all.keys().copied().collect::<Vec<u64>>(), (46..=54).collect::<Vec<u64>>());
        assert!((all[&50] / all[&46] - 5.0).abs() < 1e-9);
    }
}
