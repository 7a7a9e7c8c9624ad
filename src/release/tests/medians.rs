//! P4: medians, of those who have a value, shared by several; days and shares that are coarse.

use super::*;
use crate::validity::Foretold;

#[test]
fn p4_a_median_needs_the_minimum_on_each_side() {
    let shop = Shop::two(&[around(1.0, 1.0, 19), around(9.0, 9.0, 90)]);
    shop.guards(Rule::MedianSides, |released| {
        let medians = of_each(released, 0, |feature| feature.median);
        medians[0].is_none() && medians[1].is_some()
    });
    assert_eq!(keys(&shop.release().segments()[0].held_back), ["held-back-medians"]);
    // Twenty have ten on each side: 1.00 to 1.95 around 1.475.
    let twenty = Shop::two(&[around(1.0, 1.0, 20), around(9.0, 9.0, 90)]).release();
    let median = of_each(&twenty, 0, |feature| feature.median)[0].unwrap();
    assert!((median - 1.475).abs() <= 0.1, "{median}");
}

/// Everyone's median obeys the same rules.
#[test]
fn p4_everyones_median_too() {
    let rows: Vec<[f64; 2]> = (0..60).map(|n| [f64::NAN, f64::from(n)]).collect();
    let mut few = rows.clone();
    (0_u32..).zip(few.iter_mut().take(19)).for_each(|(n, row)| row[0] = 123.456 + f64::from(n) * 17.77);
    let shop = Shop::two(&[few, rows.clone()]);
    shop.guards(Rule::MedianSides, |released| released.features()[0].median.is_none());
    let sparse = |n: u32| [1234.567 * libm::pow(1.137, n.into()), f64::from(n)];
    let shop = Shop::two(&[(0..60).map(sparse).collect(), (60..120).map(sparse).collect()]);
    let digits = |released: &Released, most: usize| {
        let median = released.features()[0].median.unwrap();
        format!("{median:e}").split('e').next().unwrap().replace('.', "").len() <= most
    };
    shop.guards(Rule::SharedMedian, |released| digits(released, 2));
    shop.guards_among(Rules::ALL.without(Rule::SharedMedian), Rule::Digits, |released| digits(released, 3));
}

/// 60 customers of whom 41 have no value: the middle of the 19 others is told of nobody, and what is missing is not the greatest.
#[test]
fn p4_only_those_who_have_a_value_stand_beside_a_median() {
    let mut gaps = around(1.0, 1.0, 60);
    gaps.iter_mut().skip(19).for_each(|row| row[0] = f64::NAN);
    let shop = Shop::two(&[gaps, around(5.0, 5.0, 60)]);
    shop.guards(Rule::ValidValues, |released| of_each(released, 0, |feature| feature.median)[0].is_none());

    // 100 customers, 40 of them without: 60 values 1 … 60 around the median 30.5, which a hole at the end would make 50.5.
    let mut rows: Vec<[f64; 2]> =
        (1..=100).map(|n| [if n <= 60 { f64::from(n) } else { f64::NAN }, f64::from(n)]).collect();
    rows.reverse();
    let released = Shop::two(&[rows, around(500.0, 500.0, 60)]).release();
    let median = of_each(&released, 0, |feature| feature.median)[0].unwrap();
    assert!((median - 30.5).abs() <= 2.0, "{median}");
}

#[test]
fn p4_a_published_median_is_that_of_several() {
    let amounts = |from: f64, count: i32| -> Vec<[f64; 2]> {
        (0..count).map(|n| [from * libm::pow(1.137, n.into()), f64::from(n)]).collect()
    };
    let (first, second) = (amounts(1234.567, 60), amounts(98_765.4, 60));
    let shop = Shop::two(&[first.clone(), second]);
    shop.guards(Rule::SharedMedian, |released| {
        let median = of_each(released, 0, |feature| feature.median)[0].unwrap();
        // Whatever the step was, the second nearest value is not far.
        let mut distances: Vec<f64> = first.iter().map(|row| (row[0] - median).abs()).collect();
        distances.sort_unstable_by(f64::total_cmp);
        let text = format!("{median:e}");
        let digits = text.split('e').next().unwrap().replace('.', "").len();
        digits <= 2 && distances[1] / median < 0.25
    });
    // Where values are alike enough, three digits; without the rule on digits, all of them.
    let alike = Shop::two(&[
        around(123.456, 1.0, 60).into_iter().map(|[x, y]| [x + x / 1e4, y]).collect(),
        around(9.0, 9.0, 60),
    ]);
    let plain = Rules::ALL.without(Rule::SharedMedian);
    alike.guards_among(plain, Rule::Digits, |released| {
        released
            .segments()
            .iter()
            .flat_map(|segment| &segment.features)
            .all(|feature| feature.median.is_some_and(|median| format!("{median:.2e}").parse() == Ok(median)))
    });
}

#[test]
fn p4_extremes_do_not_occur() {
    let rows: Vec<[f64; 2]> =
        (0..80).map(|n| [1_000.137 + f64::from(n) * 7.311, f64::from(n * 31 % 80)]).collect();
    let text = json(&Shop::two(&[rows.clone(), around(9.0, 9.0, 40)]).release());
    for extreme in [rows[0][0], rows[79][0]] {
        assert!(!text.contains(&extreme.to_string()));
    }
}

#[test]
fn p4_dates_are_months() {
    let mut shop = Shop::two(&[around(1.0, 1.0, 30), around(9.0, 9.0, 40)]);
    shop.transactions = true;
    // 14,944 days after 1970-01-01 is 2010-12-01, 15,317 is 2011-12-09.
    shop.guards(Rule::Months, |released| {
        released.period() == Some(&["2010-12".to_owned(), "2011-12".to_owned()])
    });
    assert!(!json(&shop.release()).contains("2010-12-01"));
}

#[test]
fn p4_what_is_told_of_the_last_quarter_is_coarse() {
    let told = Foretold { segments: 0.234_567, quintiles: 0.345_678 };
    let days = ["2011-09-10".to_owned(), "2011-12-09".to_owned()];
    let mut shop = Shop::two(&[around(0.0, 0.0, 30), around(100.0, 50.0, 40)]);
    shop.foresight = Some(Foresight::new(days, 67, 2, [told; 3]));
    shop.guards(Rule::CoarseForesight, |released| {
        let coarse = released.foresight().unwrap();
        coarse.orders == Foretold { segments: 0.25, quintiles: 0.35 }
            && coarse.days == ["2011-09".to_owned(), "2011-12".to_owned()]
            && coarse.verdict.params["segments"] == 0.25.into()
    });
    assert!(!json(&shop.release()).contains("67"), "nor how many customers there were before it");
    assert_eq!(shop.release().foresight().unwrap().verdict.key, "foresight-less");
}
