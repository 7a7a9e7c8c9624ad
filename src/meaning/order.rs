//! Segments are numbered by a rule a person can see.

use serde::{Deserialize, Serialize};

use crate::customers::{Features, Prepared};

/// Numbers that segments kept from an earlier run, in a recipe: where the visible rule would now number them otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct KeptNumbers {
    /// The number, from 1, of the segment that the visible rule puts first, second and so on: each once.
    pub numbers: Vec<u32>,
}

impl KeptNumbers {
    /// What a recipe has to keep: `by_rule` holds, for each segment in order of its number, its place by the visible rule (from 0).
    /// `None` where these are the same.
    pub fn of(by_rule: &[u32]) -> Option<Self> {
        let mut numbers = vec![0; by_rule.len()];
        (1..).zip(by_rule).for_each(|(number, &place)| numbers[place as usize] = number);
        (!numbers.is_sorted()).then_some(KeptNumbers { numbers })
    }
}

/// The number of every group, from 0, where the visible rule gives it the place in `by_rule`: what was kept for as many segments, else
/// the place. Numbers that are not each once are no numbers.
pub fn kept(all: &[KeptNumbers], by_rule: Vec<u32>) -> Vec<u32> {
    let complete =
        |kept: &&KeptNumbers| (1..=by_rule.len() as u32).all(|number| kept.numbers.contains(&number));
    let own = all.iter().filter(|kept| kept.numbers.len() == by_rule.len()).find(complete);
    match own {
        Some(own) => by_rule.iter().map(|&place| own.numbers[place as usize] - 1).collect(),
        None => by_rule,
    }
}

/// The new number of every group of a labelling: by mean net spend, most first, where the customers come from transactions;
/// else by size, largest first. Ties are broken by the mean of each feature in turn, larger first.
///
/// `labels` has one entry for each prepared customer, each below `k`.
pub fn numbering(features: &Features, prepared: &Prepared, labels: &[u32], k: usize) -> Vec<u32> {
    let monetary = features.span.as_ref().and_then(|_| features.position("monetary"));
    let mut sizes = vec![0.0; k];
    let mut money = vec![0.0; k];
    let rows = prepared.coordinates.rows();
    let mut sums = vec![vec![0.0; rows.columns()]; k];
    rows.each(|at, row| {
        let (member, group) = (prepared.members[at], labels[at] as usize);
        sizes[group] += 1.0;
        money[group] += monetary.map_or(0.0, |at| features.values.row(member)[at]);
        sums[group].iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    });
    let key = |group: usize| {
        let size = f64::max(sizes[group], 1.0);
        let first = if monetary.is_some() { money[group] / size } else { sizes[group] };
        std::iter::once(first).chain(sums[group].iter().map(move |sum| sum / size))
    };
    let mut order: Vec<usize> = (0..k).collect();
    order.sort_by(|&a, &b| {
        key(b).zip(key(a)).map(|(x, y)| x.total_cmp(&y)).find(|order| order.is_ne()).unwrap_or(a.cmp(&b))
    });
    let mut numbers = vec![0; k];
    (0..).zip(order).for_each(|(number, group)| numbers[group] = number);
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_numbers_undo_what_the_rule_would_do() {
        // Segment 1 is second by the rule, segment 2 third, segment 3 first.
        let recipe = KeptNumbers::of(&[1, 2, 0]).into_iter().collect::<Vec<_>>();
        assert_eq!(recipe, [KeptNumbers { numbers: vec![3, 1, 2] }]);
        assert_eq!(kept(&recipe, vec![1, 2, 0]), [0, 1, 2]);
        assert_eq!(kept(&recipe, vec![0, 1, 2]), [2, 0, 1]);
        assert_eq!(kept(&recipe, vec![1, 0]), [1, 0]);
        assert_eq!(KeptNumbers::of(&[0, 1, 2]), None);
        assert_eq!(kept(&[KeptNumbers { numbers: vec![1, 1] }], vec![1, 0]), [1, 0]);
    }
}
