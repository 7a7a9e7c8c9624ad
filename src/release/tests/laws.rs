//! What holds of any shop.

use proptest::prelude::*;

use super::*;

/// Shops of 60 to 160 customers in up to eight segments, some of them tiny, with a long tail of values and gaps.
fn shops() -> impl Strategy<Value = Shop> {
    let customer = (-50.0..50.0_f64, 0.0..6.0_f64, 0_u32..64, 0_u32..5);
    proptest::collection::vec(customer, 60..160).prop_map(|customers| {
        let label = |draw: u32| draw.ilog2().min(7) * u32::from(draw > 0);
        let row = |&(x, y, _, gap): &(f64, f64, u32, u32)| {
            vec![if gap == 0 { f64::NAN } else { x }, libm::pow(10.0, y)]
        };
        let rows: Vec<Vec<f64>> = customers.iter().map(row).collect();
        let labels = customers.iter().map(|&(_, _, draw, _)| label(draw.max(1))).collect();
        Shop { labels, given: vec![None; 8], ..Shop::new(&["x", "monetary"], &[rows]) }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p1_published_sizes_are_of_the_minimum_at_least(shop in shops(), minimum_size in 5_u64..12) {
        let policy = Policy { minimum_size, ..Policy::default() };
        let released = shop.release_with(&policy, None, Rules::ALL).unwrap();
        prop_assert!(!released.segments().is_empty());
        for segment in released.segments() {
            prop_assert!(segment.size + 4 >= minimum_size && segment.size >= 5, "{segment:?}");
        }
    }

    #[test]
    fn p3_sizes_are_multiples_within_a_step_of_the_truth(shop in shops(), round_to in 5_u64..10) {
        let policy = Policy { round_to, ..Policy::default() };
        let released = shop.release_with(&policy, None, Rules::ALL).unwrap();
        let sizes = sizes(&released);
        prop_assert!(sizes.iter().all(|size| size % round_to == 0 && *size > 0));
        prop_assert_eq!(released.customers(), sizes.iter().sum::<u64>());
        let most = round_to * sizes.len() as u64;
        prop_assert!(released.customers().abs_diff(shop.rows.len() as u64) < most);
    }

    #[test]
    fn p4_values_have_three_digits_at_most(shop in shops()) {
        let released = shop.release();
        for segment in released.segments() {
            for value in segment.features.iter().filter_map(|feature| feature.median) {
                prop_assert_eq!(format!("{value:.2e}").parse(), Ok(value));
            }
        }
    }

    /// With the partition held fixed, one customer less moves a count by at most one step in either direction, a median by no more than to a
    /// neighbour's, a difference by two tenths and a share of revenue by what the largest may have.
    #[test]
    fn p10_one_customer_less_moves_little(mut shop in shops(), which in 0_usize..60, round_to in 5_u64..=10) {
        shop.labels = (0..shop.rows.len() as u32).map(|at| at % 3).collect();
        shop.given.truncate(3);
        shop.transactions = true;
        let mut neighbour = shop.clone();
        neighbour.rows.remove(which);
        neighbour.ids.remove(which);
        neighbour.labels.remove(which);
        let ledger = Ledger::new(&shop.features());
        let policy = Policy { round_to, ..Policy::default() };
        let of = |shop: &Shop| shop.release_with(&policy, Some(&ledger), Rules::ALL).unwrap();
        let (before, after) = (of(&shop), of(&neighbour));
        let own = shop.labels[which] as usize;
        for (at, (one, other)) in before.segments().iter().zip(after.segments()).enumerate() {
            // The others are the same customers, and have the same noise.
            let most = if at == own { round_to } else { 0 };
            prop_assert!(one.size.abs_diff(other.size) <= most);
            for (one, other) in one.features.iter().zip(&other.features) {
                if let (Some(one), Some(other)) = (one.effect, other.effect) {
                    prop_assert!((one - other).abs() < 0.2 + 1e-9);
                }
                if at != own {
                    prop_assert_eq!(one.median, other.median);
                }
            }
        }
    }
}
