//! Who is in which published segment.

use super::Source;
use super::merge::merge_small;
use super::people::People;
use super::policy::Policy;
use super::rules::{Rule, Rules};
use crate::meaning::numbering;

/// The groups that are large enough, in order of their numbers.
#[derive(Debug)]
pub(super) struct Grouped {
    /// The rows of each, ascending.
    pub(super) rows: Vec<Vec<usize>>,
    /// The segment that each still is, if it is only one.
    pub(super) origins: Vec<Option<usize>>,
    /// How many segments were merged away.
    pub(super) merged: u64,
}

impl Grouped {
    /// The groups of `source` under a policy.
    pub(super) fn new(source: &Source<'_>, people: &People<'_>, policy: &Policy, rules: Rules) -> Self {
        let k = source.segments.len();
        let least = if rules.has(Rule::MinimumSize) { policy.minimum_size } else { 0 };
        let partition = merge_small(source.prepared.coordinates.rows(), people, source.labels, k, least);
        let count = partition.origins.len();
        let merged = partition.origins.iter().map(|origins| origins.len() as u64 - 1).sum();
        let numbers: Vec<u32> = match merged {
            0 => (0..count as u32).collect(),
            _ => numbering(source.features, source.prepared, &partition.labels, count),
        };
        let mut rows = vec![Vec::new(); count];
        for (row, &label) in partition.labels.iter().enumerate() {
            rows[numbers[label as usize] as usize].push(row);
        }
        let mut origins = vec![None; count];
        for (of_group, &number) in partition.origins.iter().zip(&numbers) {
            if let [only] = of_group[..] {
                origins[number as usize] = Some(only as usize);
            }
        }
        Grouped { rows, origins, merged }
    }

    /// The group of every row, from 0.
    pub(super) fn labels(&self, rows: usize) -> Vec<u32> {
        let mut labels = vec![0; rows];
        for (number, group) in (0..).zip(&self.rows) {
            group.iter().for_each(|&row| labels[row] = number);
        }
        labels
    }
}
