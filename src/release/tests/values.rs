//! P6 and P7: what a segment's customers have in common, yes/no columns, categories, and differences.

use super::*;

/// Fifty customers of whom all but `others` have 777 as `x`, and fifty others.
fn alike(others: usize) -> Shop {
    let mut alike = around(1.0, 1.0, 50);
    alike.iter_mut().skip(others).for_each(|customer| customer[0] = 777.0);
    Shop::two(&[alike, around(9.0, 9.0, 50)])
}

fn medians_of_x(released: &Released) -> Vec<Option<f64>> {
    of_each(released, 0, |feature| feature.median)
}

#[test]
fn p6_a_value_that_nearly_all_share_is_held_back() {
    for others in [0, 9] {
        alike(others).guards(Rule::Alike, |released| !json(released).contains("777"));
    }
    assert_eq!(medians_of_x(&alike(10).release())[0], Some(777.0), "ten others are not nearly none");
}

/// Whether a column is told in which `others` of two hundred customers are not as the rest is up to each shop's secret from ten to forty: with
/// nine for all shops, whether the tenth is there shows in whether it is told.
#[test]
fn p6_how_many_tell_a_column_is_the_shops_secret() {
    let told = |others: usize, rules: Rules| -> usize {
        let of = |shift: usize| {
            let mut rows = around(1.0, 1.0, 200);
            rows.iter_mut().skip(others).for_each(|customer| customer[0] = 0.0);
            rows.rotate_left(150);
            let mut shop = Shop::two(&[rows[..100].to_vec(), rows[100..].to_vec()]);
            shop.ids.iter_mut().for_each(|id| id.push_str(&format!(" of {shift}")));
            let released = shop.release_with(&Policy::default(), None, rules).unwrap();
            released.features().iter().any(|column| column.name == "x")
        };
        (0..60).filter(|&shift| of(shift)).count()
    };
    assert_eq!([9, 40].map(|others| told(others, Rules::ALL)), [0, 60]);
    let plain = Rules::ALL.without(Rule::SecretOthers);
    assert_eq!([9, 10].map(|others| told(others, plain)), [0, 60], "one customer more is seen");
    // Sixteen of the thirty-one numbers are under twenty-five: 31 of 60, give or take four deviations.
    let half = told(25, Rules::ALL);
    assert!((16..=46).contains(&half), "{half}");
}

#[test]
fn p6_and_so_is_that_column_in_every_segment() {
    alike(0).guards(Rule::AlikeEverywhere, |released| {
        let features = || released.segments().iter().map(|segment| &segment.features[0]);
        features().all(|of| of.median.is_none() && of.effect.is_none() && of.share.is_none())
            && released.features()[0].median.is_none()
    });
    // Why is not said: it would say that all are alike.
    let released = alike(0).release();
    assert_eq!(keys(released.held_back()), ["held-back-feature"]);
    assert!(medians_of_x(&released).iter().all(Option::is_none));
    assert!(
        of_each(&released, 1, |feature| feature.median).iter().all(Option::is_some),
        "the other column is told"
    );
}

#[test]
fn p6_no_name_and_no_trait_says_it() {
    alike(0).guards(Rule::AlikeNames, |released| {
        let says = |statement: &Statement| statement.params.values().any(|param| *param == "x".into());
        let of_each =
            released.segments().iter().flat_map(|segment| segment.traits.iter().chain([&segment.suggested]));
        !of_each.into_iter().any(says)
    });
}

#[test]
fn p6_everyone_alike_is_held_back_too() {
    // Nobody's segment is alike by itself: eleven of forty differ in each, but of everyone all but nine … are alike only together.
    let of = |differing: usize| -> Vec<[f64; 2]> {
        (0..60)
            .map(|n| [if n < differing { f64::from(n as u32) } else { 777.0 }, f64::from(n as u32)])
            .collect()
    };
    let released = Shop::two(&[of(4), of(4)]).release();
    assert_eq!(released.features().len(), 1, "as a column of one value is, it is not there at all");
    assert!(released.held_back().is_empty());
}

#[test]
fn p6_nor_does_the_map_show_it() {
    alike(0).guards(Rule::AlikeMap, |released| {
        released.explained().is_none() && released.segments().iter().all(|segment| segment.ellipse.is_none())
    });
    assert!(alike(10).release().explained().is_some());
}

/// Yes/no columns: `x` is 1 for so many of 60 and 60 customers.
fn flags(first: usize, second: usize) -> Shop {
    let of = |yes: usize, from: f64| -> Vec<[f64; 2]> {
        (0..60).map(|n| [f64::from(u8::from(n < yes)), from + f64::from(n as u32)]).collect()
    };
    Shop::two(&[of(first, 0.0), of(second, 90.0)])
}

fn shares(released: &Released) -> Vec<Option<f64>> {
    of_each(released, 0, |feature| feature.share)
}

#[test]
fn p6_a_share_needs_enough_of_either_in_a_segment_and_outside_it() {
    // 30 with in one segment, 7 in the other: each rule forbids it, the other would.
    let without_alike = Rules::ALL.without(Rule::Alike);
    for (first, second) in [(30, 7), (30, 53), (7, 30)] {
        flags(first, second).guards_among(without_alike, Rule::Flags, |released| {
            shares(released).iter().all(Option::is_none)
                && of_each(released, 0, |feature| feature.effect).iter().all(Option::is_none)
        });
    }
    let released = flags(30, 12).release();
    let found: Vec<f64> = shares(&released).into_iter().map(Option::unwrap).collect();
    assert!((found[0] - 0.5).abs() < 0.12 && (found[1] - 0.2).abs() < 0.12, "{found:?}");
}

/// Nor does a name say which segment has more of them.
#[test]
fn p6_no_name_says_what_no_share_may() {
    // Fifteen customers of whom eight have a yes: too few of either, and not nearly alike.
    let yes = |count: usize, of: usize, from: f64| -> Vec<[f64; 2]> {
        (0..of).map(|n| [f64::from(u8::from(n < count)), from + n as f64]).collect()
    };
    Shop::two(&[yes(8, 15, 0.0), yes(35, 100, 90.0)]).guards(Rule::AlikeNames, |released| {
        let says =
            |segment: &ReleasedSegment| segment.suggested.params.values().any(|param| *param == "x".into());
        shares(released).iter().all(Option::is_none) && !released.segments().iter().any(says)
    });
}

/// Nor one of which hardly anybody in a segment has a value: a name would be that of the one who has.
#[test]
fn p6_no_name_is_made_of_what_few_have() {
    let mut few = around(1.0, 1.0, 60);
    few.iter_mut().skip(1).for_each(|row| row[0] = f64::NAN);
    few[0][0] = 99.0;
    Shop::two(&[few, around(5.0, 5.0, 60)]).guards(Rule::AlikeNames, |released| {
        let says =
            |segment: &ReleasedSegment| segment.suggested.params.values().any(|param| *param == "x".into());
        !released.segments().iter().any(says)
    });
}

/// Of a column of 0 and 1 no median is told: that it is none, where as many have a yes as a no, would be an exact count.
#[test]
fn p6_a_yes_no_column_has_no_median() {
    let released = flags(30, 12).release();
    assert!(of_each(&released, 0, |feature| feature.median).iter().all(Option::is_none));
    assert_eq!(released.features()[0].median, None);
    assert!(keys(&released.segments()[0].held_back).is_empty(), "none is missing");
}

/// A share is that of published counts, so that it cannot tell a count more exactly than they do.
#[test]
fn p6_a_share_is_that_of_rounded_counts() {
    let released = flags(31, 23).release();
    for (segment, share) in released.segments().iter().zip(shares(&released)) {
        let numerator = share.unwrap() * segment.size as f64;
        let nearest = (numerator / 5.0).round() * 5.0;
        assert!((numerator - nearest).abs() <= 0.005 * segment.size as f64 + 1e-9, "{numerator}");
    }
}

#[test]
fn p6_no_share_is_told_beyond_five_percent() {
    let of = |yes: usize, from: f64| -> Vec<[f64; 2]> {
        (0..900).map(|n| [f64::from(u8::from(n < yes)), from + f64::from(n as u32)]).collect()
    };
    let shop = Shop::two(&[of(20, 0.0), of(880, 9_000.0)]);
    shop.guards(Rule::FlagBounds, |released| shares(released) == [Some(0.05), Some(0.95)]);
}

/// A mean of 0/1 or of whole numbers is a frequency table: none is published, whatever the column.
#[test]
fn p6_no_mean_is_published() {
    assert!(!json(&flags(30, 20).release()).contains("mean\""));
}

fn bought(by: &[usize]) -> Shop {
    let segments: Vec<Vec<Vec<f64>>> = (0_u32..)
        .zip(by)
        .map(|(at, &by)| {
            let share = |n: usize| if n < by { 0.3 + n as f64 / 500.0 } else { 0.0 };
            (0..60).map(|n| vec![share(n), f64::from(at) * 100.0 + n as f64]).collect()
        })
        .collect();
    Shop::new(&["categoryShare:Hearing aids", "monetary"], &segments)
}

#[test]
fn p6_a_category_that_few_bought_is_not_even_named() {
    let without_alike = Rules::ALL.without(Rule::Alike);
    bought(&[5, 4])
        .guards_among(without_alike, Rule::Buyers, |released| !json(released).contains("Hearing aids"));
    let nine = bought(&[5, 4]).release();
    assert!(!json(&nine).contains("Hearing aids"));
    assert_eq!(keys(nine.held_back()), ["held-back-kinds"]);
    assert_eq!(nine.features().len(), 1);
    let ten = bought(&[30, 30]).release();
    assert!(json(&ten).contains("Hearing aids") && ten.held_back().is_empty());
}

#[test]
fn p6_a_category_is_told_of_a_segment_with_buyers_there_and_elsewhere() {
    let told = |released: &Released| of_each(released, 0, |feature| feature.effect);
    let without_alike = Rules::ALL.without(Rule::Alike);
    bought(&[40, 5])
        .guards_among(without_alike, Rule::BuyersElsewhere, |released| told(released) == [None, None]);
    assert!(told(&bought(&[40, 20]).release()).iter().all(Option::is_some));
}

#[test]
fn p7_differences_are_of_ranks_in_tenths() {
    let shop = Shop::two(&[around(0.0, 0.0, 61), around(0.4, 0.3, 52), around(0.7, 0.9, 47)]);
    shop.guards(Rule::Ranks, |released| {
        let effects = of_each(released, 0, |feature| feature.effect);
        effects
            .iter()
            .flatten()
            .all(|effect| (effect * 10.0 - (effect * 10.0).round()).abs() < 1e-9 && effect.abs() <= 0.9)
    });
    // However rich the richest is, nothing of it shows.
    let mut rich = shop.clone();
    rich.rows[130][1] = 1e9;
    let effects = |shop: &Shop| of_each(&shop.release(), 1, |feature| feature.effect);
    assert_eq!(effects(&rich), effects(&shop));
}
