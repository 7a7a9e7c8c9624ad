//! P1 to P3 and P11: who is counted, and how.

use super::*;

#[test]
fn p1_no_segment_is_smaller_than_the_minimum() {
    let shop = Shop::two(&[around(0.0, 0.0, 30), around(100.0, 50.0, 40), around(104.0, 50.0, 4)]);
    shop.guards(Rule::MinimumSize, |released| released.segments().len() == 2);
}

#[test]
fn p2_a_merged_segment_is_described_anew_and_loses_its_given_name() {
    let mut shop = Shop::two(&[around(0.0, 0.0, 60), around(100.0, 50.0, 80), around(104.0, 50.0, 4)]);
    shop.given = [Some("Quiet"), Some("Busy"), Some("Busiest")].map(|name| name.map(str::to_owned)).to_vec();
    let released = shop.release();
    let [merged, quiet] = released.segments() else { panic!("two segments") };
    assert!(
        merged.size.abs_diff(84) <= 4 && quiet.size.abs_diff(60) <= 4,
        "largest first, as segments are numbered"
    );
    assert_eq!((merged.given.as_deref(), quiet.given.as_deref()), (None, Some("Quiet")));
    assert_eq!((merged.number, quiet.number), (1, 2));
    assert_eq!(keys(released.held_back()), ["held-back-merged"]);
    assert_eq!(released.held_back()[0].params["count"], 1_u64.into());
    assert_eq!(released.k(), 3);
}

#[test]
fn p2_names_stay_where_nothing_is_merged() {
    let mut shop = Shop::two(&[around(0.0, 0.0, 60), around(100.0, 50.0, 80)]);
    shop.given = vec![Some("Quiet".to_owned()), None];
    let released = shop.release();
    assert_eq!(released.segments()[0].given.as_deref(), Some("Quiet"));
    assert!(released.held_back().is_empty());
}

/// One person with 24 rows, far from the others, makes no segment of 24 customers.
#[test]
fn p1_customers_count_once_however_many_rows_they_have() {
    let mut shop = Shop::two(&[around(0.0, 0.0, 40), around(1.0, 1.0, 40), around(900.0, 900.0, 24)]);
    shop.ids[80..].fill("customer 00080".to_owned());
    shop.guards(Rule::Persons, |released| released.segments().len() == 2);
    let released = shop.release();
    assert_eq!(keys(released.cautions()), ["caution-few-customers", "caution-several-rows"]);
    assert_eq!(keys(released.held_back()), ["held-back-merged", "held-back-few"]);

    // Three rows each of thirty customers are thirty customers.
    let mut shop = Shop::two(&[around(0.0, 0.0, 90), around(9.0, 9.0, 90)]);
    for (row, id) in shop.ids.iter_mut().enumerate() {
        *id = format!("customer {:05}", row / 3);
    }
    let released = shop.release();
    assert!(sizes(&released).iter().all(|size| size.abs_diff(30) <= 4), "{:?}", sizes(&released));
}

/// Whoever has several rows in a segment has one value there: their mean. Ten such customers are ten on each side, not thirty.
#[test]
fn p4_customers_with_several_rows_have_one_value() {
    let mut shop = Shop::two(&[around(0.0, 0.0, 90), around(50.0, 50.0, 57)]);
    for (row, id) in shop.ids.iter_mut().enumerate().skip(90) {
        *id = format!("customer {:05}", 90 + (row - 90) / 3);
    }
    let medians = of_each(&shop.release(), 0, |feature| feature.median);
    assert!(
        medians[0].is_some() && medians[1].is_none(),
        "{medians:?}: nineteen customers have no ten on each side"
    );
}

#[test]
fn p3_counts_carry_noise_that_is_the_same_for_the_same_customers() {
    // Twelve shops whose segments have a size that is rounded without noise to one certain number.
    let shops = (0..12).map(|shift| {
        let mut shop = Shop::two(&[around(0.0, 0.0, 32), around(9.0, 9.0, 33)]);
        shop.ids.iter_mut().for_each(|id| id.push_str(&format!(" of {shift}")));
        shop
    });
    let shops: Vec<Shop> = shops.collect();
    let published = |rules: Rules| -> Vec<Vec<u64>> {
        let of = |shop: &Shop| sizes(&shop.release_with(&Policy::default(), None, rules).unwrap());
        shops.iter().map(of).collect()
    };
    let plain = published(Rules::ALL.without(Rule::Noise));
    assert!(plain.iter().all(|sizes| sizes[..] == [30, 35]), "{plain:?}");
    let noisy = published(Rules::ALL);
    assert_ne!(noisy, plain);
    // Within half a step before rounding: 30 to 34 and 31 to 35, so 30 or 35.
    assert!(noisy.iter().flatten().all(|size| [30, 35].contains(size)), "{noisy:?}");
    assert_eq!(noisy, published(Rules::ALL), "another time is the same");
    // The same customers under the same secret, in another division: the whole segment has the noise it had.
    let ledger = Ledger::new(&shops[0].features());
    let of = |shop: &Shop| shop.release_with(&Policy::default(), Some(&ledger), Rules::ALL).unwrap();
    let mut halved = shops[0].clone();
    halved.given.push(None);
    halved.labels[49..].fill(2);
    assert_eq!(sizes(&of(&halved))[0], sizes(&of(&shops[0]))[0]);
}

#[test]
fn p3_counts_are_rounded() {
    let shop = Shop::two(&[around(0.0, 0.0, 33), around(9.0, 9.0, 41), around(20.0, 2.0, 52)]);
    shop.guards(Rule::Rounding, |released| sizes(released).iter().all(|size| size % 5 == 0));
}

#[test]
fn p3_shares_are_those_of_published_counts() {
    let shop = Shop::two(&[around(0.0, 0.0, 33), around(9.0, 9.0, 41), around(20.0, 2.0, 52)]);
    shop.guards(Rule::RoundedShares, |released| {
        let whole = released.customers() as f64;
        released.customers() == sizes(released).iter().sum::<u64>()
            && released
                .segments()
                .iter()
                .all(|one| (one.share - one.size as f64 / whole).abs() <= 0.000_5 + 1e-12)
    });
}

#[test]
fn p11_too_few_customers_are_not_released() {
    let released = |first: usize, rules: Rules| {
        let shop = Shop::two(&[around(1.0, 1.0, first), around(9.0, 9.0, 24)]);
        shop.release_with(&Policy::default(), None, rules).map(|_| ())
    };
    let refused = Error::TooFewToRelease { customers: 49, needed: 50 };
    assert_eq!(released(25, Rules::ALL), Err(refused));
    assert_eq!(released(25, Rules::ALL.without(Rule::FewestCustomers)), Ok(()));
    assert_eq!(released(26, Rules::ALL), Ok(()));
}

/// Of about ninety customers only how many they are; of their features, spend and places nothing, and no name says any of it.
#[test]
fn p11_of_few_customers_only_sizes_are_told() {
    let mut shop = Shop::two(&[around(1.0, 10.0, 30), around(9.0, 30.0, 60)]);
    shop.transactions = true;
    shop.guards(Rule::FewFeatures, |released| {
        let told = |one: &ReleasedSegment| {
            !one.features.is_empty()
                || !one.traits.is_empty()
                || one.revenue_share.is_some()
                || one.ellipse.is_some()
                || one.suggested.key != "name-segment"
        };
        released.features().is_empty()
            && released.explained().is_none()
            && keys(released.held_back()) == ["held-back-few"]
            && !released.segments().iter().any(told)
    });
    // By what is published, as the caution.
    for count in 55..65 {
        let released = Shop::two(&[around(1.0, 1.0, 40), around(9.0, 9.0, count)]).release();
        assert_eq!(released.features().is_empty(), released.customers() < 100);
    }
}

#[test]
fn p11_few_customers_carry_a_caution() {
    let of = |count: usize| Shop::two(&[around(1.0, 1.0, 40), around(9.0, 9.0, count)]);
    of(50).guards(Rule::Caution, |released| keys(released.cautions()) == ["caution-few-customers"]);
    assert!(of(70).release().cautions().is_empty());
    // By what is published: the caution tells no more than the total does.
    for count in 55..65 {
        let released = of(count).release();
        assert_eq!(released.cautions().is_empty(), released.customers() >= 100);
    }
}

#[test]
fn p13_a_weak_policy_is_no_policy() {
    let shop = Shop::two(&[around(1.0, 1.0, 60), around(9.0, 9.0, 60)]);
    for (minimum_size, round_to) in [(4, 5), (10, 1), (10, 15), (100_000, 5), (u64::MAX, u64::MAX)] {
        let policy = Policy { minimum_size, round_to };
        let refused = Err(Error::PolicyTooWeak { floor: 5, ceiling: 10_000 });
        assert_eq!(shop.release_with(&policy, None, Rules::ALL).map(|_| ()), refused);
        let lax = shop.release_with(&policy, None, Rules::ALL.without(Rule::Bounds)).map(|_| ());
        assert_ne!(lax, refused, "{policy:?}");
    }
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let mut shop = Shop::two(&[around(1.0, 1.0, 30), around(9.0, 9.0, 40)]);
    let refused = |shop: &Shop, labels: Vec<u32>| {
        let features = shop.features();
        let prepared = prepared(&features);
        let segments = describe(&features, &prepared, &shop.labels, 2);
        let axes = principal_axes(&prepared.coordinates);
        let source = Source {
            features: &features,
            prepared: &prepared,
            labels: &labels,
            segments: &segments,
            evidence: &[],
            axes: &axes,
            advice: &Advice::default(),
            foresight: None,
            method: Method::Kmeans,
        };
        release_by(&source, &Policy::default(), &Ledger::new(&features), Rules::ALL).map(|_| ())
    };
    assert_eq!(refused(&shop, shop.labels.clone()), Ok(()));
    for labels in [shop.labels[1..].to_vec(), vec![2; 70]] {
        assert_eq!(refused(&shop, labels), Err(Error::UnitMismatch));
    }
    shop.given.push(None);
    assert_eq!(shop.release().segments().len(), 2, "an empty segment is no mistake");
}
