//! Segments that look large because a person stands in many rows.

use std::collections::BTreeSet;

use super::Seen;
use crate::score::Trials;

/// Success: some published segment is fewer persons than the minimum. A trial a table with repeated customers; there is nothing to guess.
pub fn attack(seen: &Seen, trials: &mut Trials) {
    let persons =
        |rows: &Vec<usize>| rows.iter().map(|&row| seen.truth.persons[row]).collect::<BTreeSet<_>>().len();
    let least = seen.truth.groups.iter().map(persons).min().unwrap_or(0);
    trials.add((least as u64) < seen.published.minimum, false);
    trials.note("one person is a segment", least == 1);
}
