//! Segments are numbered by a rule a person can see.

use crate::customers::{Features, Prepared};

/// The new number of every group of a labelling: by mean net spend, most first, where the customers come from transactions;
/// else by size, largest first. Ties are broken by the mean of each feature in turn, larger first.
///
/// `labels` has one entry for each row of the prepared matrix, each below `k`.
pub fn numbering(features: &Features, prepared: &Prepared, labels: &[u32], k: usize) -> Vec<u32> {
    let monetary = features.span.as_ref().and_then(|_| features.position("monetary"));
    let mut sizes = vec![0.0; k];
    let mut money = vec![0.0; k];
    let mut sums = vec![vec![0.0; prepared.matrix.columns()]; k];
    for ((&member, row), &label) in prepared.members.iter().zip(prepared.matrix.iter()).zip(labels) {
        let group = label as usize;
        sizes[group] += 1.0;
        money[group] += monetary.map_or(0.0, |at| features.values.row(member)[at]);
        sums[group].iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
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
