//! Where customers stand apart by the values of one column alone: which column that is.

use std::collections::BTreeMap;

use crate::Statement;
use crate::customers::{Features, Prepared};
use crate::validity::adjusted_rand;

/// Adjusted Rand index from which a division is that of a column's values.
const THE_SAME: f64 = 0.9;

/// Different values of a column up to which they are looked at one by one.
const MOST_VALUES: usize = 20;

/// The column whose values a division of the customers is, as a sentence: the two values of one, its zeros and the rest, or each of its values.
/// `labels` are the segments of the customers that take part; `None` where no column is the division.
pub(super) fn column_behind(
    features: &Features,
    prepared: &Prepared,
    labels: &[u32],
    k: u32,
) -> Option<Statement> {
    let numbers = prepared.preparation.features.iter().filter_map(|feature| {
        let at = features.position(&feature.name)?;
        let values = prepared.members.iter().map(|&row| features.values.row(row)[at]);
        of_numbers(&feature.name, &values.collect::<Vec<_>>(), labels, k)
    });
    let kinds = prepared.preparation.categories.iter().filter_map(|category| {
        let codes = &features.category(&category.name)?.codes;
        let levels = prepared.members.iter().map(|&row| codes[row].map_or(0, |code| code + 1));
        is_same(&levels.collect::<Vec<_>>(), labels).then(|| each_value(&category.name, k))
    });
    numbers.chain(kinds).next()
}

fn of_numbers(name: &str, values: &[f64], labels: &[u32], k: u32) -> Option<Statement> {
    let share = |of: &dyn Fn(f64) -> bool| {
        values.iter().filter(|&&value| of(value)).count() as f64 / values.len() as f64
    };
    let named = |key: &str, share: f64| Statement::new(key).with("feature", name).with("share", share);
    let zeros: Vec<u32> = values.iter().map(|&value| u32::from(value == 0.0)).collect();
    let places = places(values);
    if places.as_ref().is_some_and(|(different, places)| *different == 2 && is_same(places, labels)) {
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        return Some(named("advice-only-flag", share(&|value| value > least)));
    }
    if values.iter().all(|&value| value >= 0.0) && is_same(&zeros, labels) {
        return Some(named("advice-only-zeros", share(&|value| value == 0.0)));
    }
    places.filter(|(_, places)| is_same(places, labels)).map(|_| each_value(name, k))
}

fn each_value(name: &str, k: u32) -> Statement {
    Statement::new("advice-only-kinds").with("feature", name).with("k", f64::from(k))
}

/// How many different values there are, and which of them everyone has; `None` where there are many.
fn places(values: &[f64]) -> Option<(usize, Vec<u32>)> {
    let mut known: BTreeMap<u64, u32> = BTreeMap::new();
    let mut places = Vec::with_capacity(values.len());
    for value in values {
        let next = known.len() as u32;
        places.push(*known.entry(value.to_bits()).or_insert(next));
        if known.len() > MOST_VALUES {
            return None;
        }
    }
    Some((known.len(), places))
}

fn is_same(values: &[u32], labels: &[u32]) -> bool {
    let varies = values.iter().any(|value| *value != values[0]);
    varies && adjusted_rand(values, labels) >= THE_SAME
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_zeros_and_values_are_told_apart() {
        let told = |values: &[f64], labels: &[u32], k: u32| of_numbers("x", values, labels, k);
        let flag = told(&[3.0, 3.0, 5.0, 5.0, 5.0, 5.0], &[1, 1, 0, 0, 0, 0], 2).unwrap();
        assert_eq!((flag.key.as_str(), &flag.params["share"]), ("advice-only-flag", &(4.0 / 6.0).into()));
        let zeros = told(&[0.0, 7.0, 0.0, 9.5, 0.0, 1.0], &[0, 1, 0, 1, 0, 1], 2).unwrap();
        assert_eq!((zeros.key.as_str(), &zeros.params["share"]), ("advice-only-zeros", &0.5.into()));
        let kinds = told(&[1.0, 2.0, 3.0, 1.0, 2.0, 3.0], &[0, 1, 2, 0, 1, 2], 3).unwrap();
        assert_eq!((kinds.key.as_str(), &kinds.params["k"]), ("advice-only-kinds", &3.0.into()));
        assert_eq!(told(&[1.0, 2.0, 3.0, 1.0, 2.0, 3.0], &[0, 0, 0, 1, 1, 1], 2), None);
        assert_eq!(told(&[4.0; 6], &[0, 0, 0, 1, 1, 1], 2), None);
    }
}
