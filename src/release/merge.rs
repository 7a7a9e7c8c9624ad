//! P1 and P2: segments too small to publish are merged with their nearest neighbour.

use super::people::People;
use crate::Rows;
use crate::matrix::distance2;

/// A labelling whose groups are all large enough.
#[derive(Debug)]
pub(super) struct Partition {
    /// The group of every row of the matrix, from 0.
    pub(super) labels: Vec<u32>,
    /// The segments that each group is made of, ascending.
    pub(super) origins: Vec<Vec<u32>>,
}

/// A group while merging.
#[derive(Debug)]
struct Group {
    origins: Vec<u32>,
    /// Its customers, ascending, each once.
    customers: Vec<u32>,
    rows: f64,
    /// Sum of its rows.
    sum: Vec<f64>,
}

impl Group {
    fn centroid(&self) -> Vec<f64> {
        self.sum.iter().map(|sum| sum / self.rows).collect()
    }

    fn size(&self) -> u64 {
        self.customers.len() as u64
    }

    fn take(&mut self, other: Group) {
        self.rows += other.rows;
        self.sum.iter_mut().zip(&other.sum).for_each(|(sum, value)| *sum += value);
        self.customers.extend(other.customers);
        self.customers.sort_unstable();
        self.customers.dedup();
        self.origins.extend(other.origins);
        self.origins.sort_unstable();
    }
}

/// Merges the smallest group (the first on a tie) with the one whose centroid is nearest (the first on a tie), in scaled units,
/// until every group has at least `minimum_size` customers or only one is left. Segments without a row vanish. The groups are in
/// order of their first segments.
///
/// `labels` has one entry for each of the `rows`, each below `k`.
pub(super) fn merge_small(
    rows: Rows<'_>,
    people: &People<'_>,
    labels: &[u32],
    k: usize,
    minimum_size: u64,
) -> Partition {
    let empty = |segment| Group {
        origins: vec![segment],
        customers: Vec::new(),
        rows: 0.0,
        sum: vec![0.0; rows.columns()],
    };
    let mut groups: Vec<Group> = (0..k as u32).map(empty).collect();
    rows.each(|at, row| {
        let group = &mut groups[labels[at] as usize];
        group.rows += 1.0;
        group.sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        if group.customers.last() != Some(&people.of(at)) {
            group.customers.push(people.of(at));
        }
    });
    groups.retain(|group| group.rows > 0.0);
    while let Some(small) = smallest_below(&groups, minimum_size).filter(|_| groups.len() > 1) {
        let small = groups.remove(small);
        let at = nearest(&small.centroid(), &groups);
        groups[at].take(small);
        groups.sort_by_key(|group| group.origins[0]);
    }
    let mut group_of = vec![0; k];
    for (number, group) in (0..).zip(&groups) {
        group.origins.iter().for_each(|&segment| group_of[segment as usize] = number);
    }
    Partition {
        labels: labels.iter().map(|&label| group_of[label as usize]).collect(),
        origins: groups.into_iter().map(|group| group.origins).collect(),
    }
}

fn smallest_below(groups: &[Group], minimum_size: u64) -> Option<usize> {
    (0..groups.len()).filter(|&at| groups[at].size() < minimum_size).min_by_key(|&at| groups[at].size())
}

fn nearest(point: &[f64], groups: &[Group]) -> usize {
    let distances = groups.iter().map(|group| distance2(point, &group.centroid()));
    distances.enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::super::rules::Rules;
    use super::*;
    use crate::Matrix;
    use crate::customers::{FeatureOptions, Features, ScaleChoice, Status, TransformChoice, prepare};

    /// Groups on a line: (place, size) each.
    fn check(groups: &[(f64, usize)], minimum_size: u64, expected: &[&[u32]]) {
        let mut values = Vec::new();
        let mut labels = Vec::new();
        for (label, &(place, size)) in (0..).zip(groups) {
            values.extend(std::iter::repeat_n(place, size));
            labels.extend(std::iter::repeat_n(label, size));
        }
        let features = Features {
            names: vec!["place".into()],
            status: vec![Status::Ok; values.len()],
            values: Matrix::new(1, values),
            ..Features::default()
        };
        let options = FeatureOptions {
            columns: Some(features.names.clone()),
            transform: TransformChoice::None,
            scale: ScaleChoice::None,
            ..FeatureOptions::default()
        };
        let prepared = prepare(&features, &options).unwrap();
        let people = People::new(&features, &prepared, Rules::ALL);
        let partition =
            merge_small(prepared.coordinates.rows(), &people, &labels, groups.len(), minimum_size);
        assert_eq!(partition.origins, expected);
        for (&label, &group) in labels.iter().zip(&partition.labels) {
            assert!(partition.origins[group as usize].contains(&label));
        }
    }

    #[test]
    fn p2_small_segments_go_to_their_nearest_neighbour() {
        check(&[(0.0, 20), (1.0, 3), (9.0, 20)], 10, &[&[0, 1], &[2]]);
        check(&[(0.0, 20), (8.0, 3), (9.0, 20)], 10, &[&[0], &[1, 2]]);
        check(&[(0.0, 20), (9.0, 20)], 10, &[&[0], &[1]]);
    }

    #[test]
    fn p2_merging_goes_on_until_all_are_large_enough() {
        // 3 at 5.0 joins 4 at 5.5, which is still too small and goes on to 9.0.
        check(&[(0.0, 20), (5.0, 3), (5.5, 4), (9.0, 20)], 10, &[&[0], &[1, 2, 3]]);
        // Two small ones that are large enough together stay together.
        check(&[(0.0, 20), (5.0, 6), (5.5, 7), (9.0, 20)], 10, &[&[0], &[1, 2], &[3]]);
        check(&[(0.0, 4), (5.0, 3)], 10, &[&[0, 1]]);
    }

    #[test]
    fn segments_without_customers_vanish() {
        check(&[(0.0, 20), (4.0, 0), (9.0, 20)], 10, &[&[0], &[2]]);
    }
}
