//! The exact size of a segment.
//!
//! A published mean of whole numbers allows few sizes; distances from everyone, weighted by size, add up to zero; Cliff's deltas, weighted by
//! size × everyone else, do too; shares of the revenue are shares of size × mean.

use std::collections::BTreeSet;

use super::{Seen, exact_total};
use crate::published::{Effects, Published};
use crate::score::Trials;
use crate::truth::Nature;

/// Most combinations of sizes that are tried.
const MOST: usize = 300_000;

/// Success: one size is left, and it is right. Control: the published one. A trial a segment.
pub fn attack(seen: &Seen, trials: &mut Trials) {
    let totals = exact_total::weights(&[(&seen.published, seen.standard)]).into_keys().collect();
    let sizes = candidates(&seen.published, &seen.truth.natures, &totals);
    for (at, rows) in seen.truth.groups.iter().enumerate() {
        let (size, left) = (rows.len() as u64, &sizes[at]);
        trials.add(left.len() == 1 && left.contains(&size), seen.published.segments[at].size == size);
        trials.note("sure but wrong", left.len() == 1 && !left.contains(&size));
    }
}

/// The sizes that each segment may have, where one of `totals` is the total.
pub fn candidates(published: &Published, natures: &[Nature], totals: &BTreeSet<u64>) -> Vec<BTreeSet<u64>> {
    let single: Vec<Vec<u64>> =
        (0..published.segments.len()).map(|at| by_whole_means(published, natures, at)).collect();
    let all = single.iter().map(|sizes| sizes.iter().copied().collect()).collect();
    if single.iter().map(Vec::len).try_fold(1_usize, usize::checked_mul).is_none_or(|count| count > MOST) {
        return all;
    }
    let mut left = vec![BTreeSet::new(); single.len()];
    let mut chosen = Vec::new();
    try_all(&single, &mut chosen, &mut |sizes| {
        if totals.contains(&sizes.iter().sum()) && is_consistent(published, sizes) {
            sizes.iter().zip(&mut left).for_each(|(size, left)| {
                left.insert(*size);
            });
        }
    });
    if left.iter().any(BTreeSet::is_empty) { all } else { left }
}

/// Sizes within rounding and noise at which every mean of whole numbers is a whole sum over them.
fn by_whole_means(published: &Published, natures: &[Nature], at: usize) -> Vec<u64> {
    let part = &published.segments[at];
    let whole = |size: &u64| {
        let mut means = part.cells.iter().zip(natures).filter(|(_, nature)| **nature != Nature::Money);
        means.all(|(cell, _)| {
            let Some(mean) = cell.mean else { return true };
            let [least, most] = published.mean_within(part, mean).map(|mean| mean * *size as f64);
            (least - 1e-9).ceil() <= (most + 1e-9).floor()
        })
    };
    let sizes = published.sizes_of(part);
    let left: Vec<u64> = sizes.iter().copied().filter(whole).collect();
    if left.is_empty() { sizes } else { left }
}

fn try_all(single: &[Vec<u64>], chosen: &mut Vec<u64>, look: &mut impl FnMut(&[u64])) {
    let Some(sizes) = single.get(chosen.len()) else { return look(chosen) };
    for &size in sizes {
        chosen.push(size);
        try_all(single, chosen, look);
        chosen.pop();
    }
}

/// Whether what must balance does, but for rounding.
fn is_consistent(published: &Published, sizes: &[u64]) -> bool {
    let total: u64 = sizes.iter().sum();
    let balanced = (0..published.columns.len()).all(|column| {
        let mut sum = 0.0;
        let mut room = 0.0;
        for (part, &size) in published.segments.iter().zip(sizes) {
            let Some(effect) = part.cells.get(column).and_then(|cell| cell.effect) else { return true };
            let weight = match published.effects {
                Effects::Distance => size as f64,
                // At ±.9 the true one may be up to 1.
                Effects::Cliff if effect.abs() > 0.89 => return true,
                Effects::Cliff => (size * (total - size)) as f64,
            };
            sum += weight * effect;
            room += weight * 0.05;
        }
        sum.abs() <= room + 1e-6
    });
    balanced && shares_agree(published, sizes)
}

/// Whether shares of the revenue are those of size × mean.
fn shares_agree(published: &Published, sizes: &[u64]) -> bool {
    let Some(money) = published.columns.iter().position(|column| column.name == "monetary") else {
        return true;
    };
    let mut sums = Vec::new();
    for (part, &size) in published.segments.iter().zip(sizes) {
        let (Some(mean), Some(share)) = (part.cells[money].mean, part.revenue_share) else { return true };
        sums.push((published.mean_within(part, mean).map(|mean| mean * size as f64), share));
    }
    let half = published.revenue_step / 2.0;
    let [least, most]: [f64; 2] = [0, 1].map(|end| sums.iter().map(|(sum, _)| sum[end]).sum());
    sums.iter().all(|(sum, share)| {
        let others = [least - sum[0], most - sum[1]];
        sum[0] / (sum[0] + others[1]) <= share + half + 1e-9
            && sum[1] / (sum[1] + others[0]) >= share - half - 1e-9
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_mean_of_whole_numbers_leaves_few_sizes() {
        // 19, 20 and 21 have no multiple within 0.1365 to 0.1375; 3/22 = 0.1364, 0.137 × 18 = 2.47: none. 0.143 = 3/21.
        let document =
            json!({"kind": "naive", "segments": [{"size": 20, "features": [{"name": "f", "mean": 0.143}]}]});
        let published = Published::read(&document);
        let totals = (18..=22).collect();
        let sizes = candidates(&published, &[Nature::Count], &totals);
        assert_eq!(sizes[0].iter().copied().collect::<Vec<u64>>(), [21]);
    }

    #[test]
    fn distances_weighted_by_size_add_up_to_zero() {
        let part =
            |size: u64, effect: f64| json!({"size": size, "features": [{"name": "f", "effect": effect}]});
        let document = json!({"features": [{"name": "f"}], "segments": [part(20, 1.0), part(20, -1.0)]});
        let published = Published::read(&document);
        // 18 × 1.05 = 18.9 < 22 × .95 = 20.9.
        assert!(!is_consistent(&published, &[18, 22]) && is_consistent(&published, &[20, 21]));
    }
}
