//! How many customers of a segment complained: counts of 1 to 9.
//!
//! The sum of a column of whole numbers is a whole number near size × mean; a published share is a rounded count over a rounded size.

use std::collections::BTreeSet;

use super::{Seen, exact_sizes, exact_total};
use crate::published::Published;
use crate::score::Trials;
use crate::truth::Nature;

/// Counts that must not be known.
pub const RARE: std::ops::RangeInclusive<u64> = 1..=9;

/// Success: one count is left, and it is right. Control: size × what is usual. A trial a segment and column of events where the true count
/// is 1 to 9.
pub fn attack(seen: &Seen, trials: &mut Trials) {
    let totals = exact_total::weights(&[(&seen.published, seen.standard)]).into_keys().collect();
    let sizes = exact_sizes::candidates(&seen.published, &seen.truth.natures, &totals);
    for (segment, column, truth) in rare_cells(seen) {
        let left = candidates(&seen.published, segment, column, &sizes[segment]);
        let right = left.contains(&truth);
        trials.add(left.len() == 1 && right, guess(seen, segment, column) == Some(truth));
        trials.note("bounded inside 1 to 9", right && left.iter().all(|count| RARE.contains(count)));
        trials.note("sure but wrong", left.len() == 1 && !right);
    }
}

/// Segment, column and count of every rare event.
pub fn rare_cells(seen: &Seen) -> Vec<(usize, usize, u64)> {
    let columns = (0..seen.truth.natures.len()).filter(|&at| seen.truth.natures[at] != Nature::Money);
    let cells = columns.flat_map(|column| (0..seen.truth.groups.len()).map(move |segment| (segment, column)));
    let counted = cells.map(|(segment, column)| {
        let sum: f64 = seen.truth.cell(segment, column).iter().sum();
        (segment, column, sum.max(0.0) as u64)
    });
    counted.filter(|(.., count)| RARE.contains(count)).collect()
}

/// What the size of a segment and a public rate make likeliest.
pub fn guess(seen: &Seen, segment: usize, column: usize) -> Option<u64> {
    let everyone = &seen.published.columns[column];
    let rate = everyone.share.or_else(|| Some(seen.known.of(&everyone.name)?.mean))?;
    Some((rate * seen.published.segments[segment].size as f64).round() as u64)
}

/// The counts that are possible.
fn candidates(published: &Published, segment: usize, column: usize, sizes: &BTreeSet<u64>) -> BTreeSet<u64> {
    let part = &published.segments[segment];
    let most = *sizes.last().unwrap_or(&0);
    let cell = &part.cells[column];
    let mut counts = BTreeSet::new();
    for &size in sizes {
        let [low, high] = match (cell.mean, cell.share) {
            (Some(mean), _) => published.mean_within(part, mean).map(|mean| mean * size as f64),
            (_, Some(share)) => {
                let count = share * part.size as f64;
                [count - published.slack as f64 - 0.5, count + published.slack as f64 + 0.5]
            }
            _ => [0.0, f64::INFINITY],
        };
        let ends = [
            (low - 1e-9).ceil().max(0.0) as u64,
            (high + 1e-9).floor().min(most.max(RARE.end() + 1) as f64) as u64,
        ];
        counts.extend(ends[0]..=ends[1]);
    }
    counts
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_mean_gives_the_count_and_a_withheld_share_nothing() {
        let with = |cell: serde_json::Value| {
            Published::read(&json!({"kind": "naive", "segments": [{"size": 100, "features": [cell]}]}))
        };
        let sizes: BTreeSet<u64> = (98..=102).collect();
        let known = candidates(&with(json!({"name": "f", "mean": 0.0204})), 0, 0, &sizes);
        assert_eq!(known.into_iter().collect::<Vec<u64>>(), [2]);
        assert_eq!(candidates(&with(json!({"name": "f"})), 0, 0, &sizes).len(), 103);
    }
}
