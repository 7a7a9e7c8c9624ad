//! P5: one or two customers make up no sum. The shares that do are tested beside them, in `dominance.rs`.

use super::*;

fn shop_with(largest: &[f64]) -> Shop {
    let mut rich = around(9.0, 9.0, 60);
    rich.iter_mut().zip(largest).for_each(|(row, &value)| row[1] = value);
    let mut shop = Shop::two(&[around(1.0, 1.0, 30), rich, around(5.0, 90.0, 30)]);
    shop.transactions = true;
    shop
}

/// No segment's share of revenue is published, and that is said.
fn held_back(released: &Released) -> bool {
    released.segments().iter().all(|segment| segment.revenue_share.is_none())
        && keys(released.held_back()).contains(&"held-back-revenue")
}

#[test]
fn p5_a_share_of_revenue_is_not_that_of_one() {
    // 58 others spend 9.5 each on average, 550 together: 700 is more than half, 200 more than a fifth.
    let without_fifth = Rules::ALL.without(Rule::LargestFifth);
    shop_with(&[700.0]).guards_among(without_fifth, Rule::LargestHalf, held_back);
    shop_with(&[200.0]).guards(Rule::LargestFifth, held_back);
    let shares = |shop: &Shop| -> Vec<Option<f64>> {
        shop.release().segments().iter().map(|segment| segment.revenue_share).collect()
    };
    assert!(shares(&shop_with(&[100.0])).iter().all(Option::is_some));
}

#[test]
fn p5_nor_that_of_two() {
    let rules = Rules::ALL.without(Rule::LargestFifth);
    shop_with(&[600.0, 590.0]).guards_among(rules, Rule::LargestTwo, held_back);
}

#[test]
fn p5_nor_does_the_second_know_the_first() {
    let rules = Rules::ALL.without(Rule::LargestFifth).without(Rule::LargestHalf).without(Rule::LargestTwo);
    shop_with(&[9_000.0, 8_000.0]).guards_among(rules, Rule::OthersTenth, held_back);
}

#[test]
fn p5_shares_of_revenue_are_published_where_nobody_dominates() {
    let mut shop = Shop::two(&[around(1.0, 10.0, 60), around(9.0, 30.0, 120)]);
    shop.transactions = true;
    let shares: Vec<f64> =
        shop.release().segments().iter().filter_map(|segment| segment.revenue_share).collect();
    // 60 customers of about 10.5 and 120 of about 30.5: 630 of 4,290.
    assert_eq!(shares, [0.15, 0.85]);
}

/// Where a segment's customers all spent the same, its share divided by their number is what each spent.
#[test]
fn p5_nor_that_of_customers_who_spent_alike() {
    let mut alike = around(9.0, 9.0, 60);
    alike.iter_mut().skip(9).for_each(|row| row[1] = 50.0);
    let mut shop = Shop::two(&[around(1.0, 1.0, 60), alike]);
    shop.transactions = true;
    shop.guards(Rule::Alike, held_back);
    // Nor is a share told of a segment that brought nothing in all.
    let mut shop = Shop::two(&[around(1.0, 10.0, 60), around(9.0, -40.0, 60)]);
    shop.transactions = true;
    assert!(held_back(&shop.release()));
}

/// Of one customer with many rows, all of them count.
#[test]
fn p5_rows_of_one_customer_are_one_value() {
    let mut shop = Shop::two(&[around(1.0, 1.0, 60), around(9.0, 9.0, 60)]);
    let far: Vec<[f64; 2]> =
        (0..30).map(|n| [400.0 + f64::from(n * 7 % 30), 500.0 - f64::from(5 * n)]).collect();
    let ids = shop.ids.clone();
    shop.rows.extend(far.iter().map(|row| row.to_vec()));
    shop.ids = [ids, vec!["customer 99999".to_owned(); 30]].concat();
    shop.labels.extend([1; 30]);
    shop.guards(Rule::Persons, |released| released.segments()[1].ellipse.is_none());
}

#[test]
fn p7_neither_one_customer_nor_a_common_value_makes_an_ellipse() {
    let mut crowd = around(0.0, 0.0, 60);
    crowd[0] = [500.0, 500.0];
    let shop = Shop::two(&[crowd, around(90.0, 90.0, 60)]);
    shop.guards(Rule::EllipseSpread, |released| released.segments()[0].ellipse.is_none());
    assert!(keys(&shop.release().segments()[0].held_back).contains(&"held-back-ellipse"));
    let line: Vec<[f64; 2]> = (0..60).map(|n| [f64::from(n), f64::from(2 * n + 1)]).collect();
    let released = Shop::two(&[line, around(90.0, 90.0, 60)]).release();
    assert_eq!(released.segments()[0].ellipse, None);
    assert!(released.segments()[1].ellipse.is_some());
}

#[test]
fn p7_places_on_the_map_lie_on_a_grid() {
    let shop = Shop::two(&[around(100.0, 100.0, 40), around(130.0, 100.0, 41), around(110.0, 109.0, 37)]);
    shop.guards(Rule::EllipseGrid, |released| {
        let ellipses = released.segments().iter().map(|segment| segment.ellipse.unwrap());
        ellipses.into_iter().all(|ellipse| {
            let lengths = [ellipse.x, ellipse.y, ellipse.major, ellipse.minor];
            lengths.iter().all(|length| (length * 4.0).fract() == 0.0)
                && ellipse.major >= ellipse.minor
                && ellipse.minor > 0.0
        })
    });
    shop.guards(Rule::CoarseAxes, |released| {
        released.explained().unwrap().iter().all(|share| (share * 20.0 - (share * 20.0).round()).abs() < 1e-9)
    });
}
