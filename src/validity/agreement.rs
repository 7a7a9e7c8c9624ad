//! How far two labellings of the same customers agree.

use std::collections::BTreeMap;

/// Adjusted Rand index (Hubert & Arabie 1985) of two labellings of the same rows: 1 where they group alike, 0 on average where they
/// are drawn at random with the same sizes; it may be negative. 1 where both put everyone together, or everyone apart.
pub fn adjusted_rand(a: &[u32], b: &[u32]) -> f64 {
    let pairs = |count: u64| (count * count.saturating_sub(1) / 2) as f64;
    let mut cells: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    let (mut rows, mut columns): (BTreeMap<u32, u64>, BTreeMap<u32, u64>) = Default::default();
    for (&a, &b) in a.iter().zip(b) {
        *cells.entry((a, b)).or_default() += 1;
        *rows.entry(a).or_default() += 1;
        *columns.entry(b).or_default() += 1;
    }
    let together: f64 = cells.into_values().map(pairs).sum();
    let of_a: f64 = rows.into_values().map(pairs).sum();
    let of_b: f64 = columns.into_values().map(pairs).sum();
    let all = pairs(a.len() as u64);
    let expected = if all > 0.0 { of_a * of_b / all } else { 0.0 };
    let most = (of_a + of_b) / 2.0;
    if most == expected { 1.0 } else { (together - expected) / (most - expected) }
}

#[cfg(test)]
mod tests {
    use super::adjusted_rand;
    use proptest::prelude::*;

    #[test]
    fn by_hand() {
        // Six items, {1 2 3} {4 5 6} against {1 2} {3 4} {5 6}: pairs together in both 2, in a 6, in b 3, of 15.
        let found = adjusted_rand(&[0, 0, 0, 1, 1, 1], &[0, 0, 1, 1, 2, 2]);
        assert!((found - (2.0 - 1.2) / (4.5 - 1.2)).abs() < 1e-15);
        assert_eq!(adjusted_rand(&[0, 0, 1, 1], &[7, 7, 3, 3]), 1.0);
        assert_eq!(adjusted_rand(&[0, 0, 0], &[1, 1, 1]), 1.0);
        assert_eq!(adjusted_rand(&[], &[]), 1.0);
        assert!(adjusted_rand(&[0, 0, 1, 1], &[0, 1, 0, 1]) < 0.0);
    }

    proptest! {
        #[test]
        fn it_is_symmetric_and_one_for_the_same_groups_under_other_names(
            pairs in prop::collection::vec((0_u32..5, 0_u32..4), 1..60),
        ) {
            let (a, b): (Vec<u32>, Vec<u32>) = pairs.into_iter().unzip();
            let renamed: Vec<u32> = a.iter().map(|label| (label * 3 + 1) % 5).collect();
            prop_assert_eq!(adjusted_rand(&a, &renamed), 1.0);
            prop_assert!((adjusted_rand(&a, &b) - adjusted_rand(&b, &a)).abs() < 1e-12);
            prop_assert!(adjusted_rand(&a, &b) <= 1.0 + 1e-12);
        }
    }
}
