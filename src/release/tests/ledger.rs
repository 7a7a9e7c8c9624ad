//! P9: what was released before.

use super::*;

fn shop() -> Shop {
    Shop::two(&[around(0.0, 0.0, 60), around(50.0, 50.0, 70), around(90.0, 10.0, 80)])
}

/// The shop after its first release: what it was, and what is remembered.
fn released_once() -> (Shop, Ledger) {
    let shop = shop();
    let mut ledger = Ledger::new(&shop.features());
    let released = shop.release_with(&Policy::default(), Some(&ledger), Rules::ALL).unwrap();
    ledger.record(&released);
    (shop, ledger)
}

fn again(shop: &Shop, ledger: &Ledger, rules: Rules) -> Result<(), Error> {
    shop.release_with(&Policy::default(), Some(ledger), rules).map(|_| ())
}

const REFUSED: Result<(), Error> = Err(Error::ReleasedAlmostTheSame { needed: 10 });

#[test]
fn p9_the_same_is_released_as_often_as_one_likes() {
    let (shop, mut ledger) = released_once();
    let first = shop.release_with(&Policy::default(), Some(&ledger), Rules::ALL).unwrap();
    let second = shop.release_with(&Policy::default(), Some(&ledger), Rules::ALL).unwrap();
    assert_eq!(json(&first), json(&second));
    ledger.record(&second);
    assert_eq!(ledger.releases(), 1, "it is the same release");
}

#[test]
fn p9_one_to_nine_customers_less_are_refused() {
    let (shop, ledger) = released_once();
    for removed in [1, 3, 9] {
        let mut fewer = shop.clone();
        for _ in 0..removed {
            [fewer.rows.remove(70), vec![]].concat();
            fewer.ids.remove(70);
            fewer.labels.remove(70);
        }
        assert_eq!(again(&fewer, &ledger, Rules::ALL), REFUSED, "{removed}");
        assert_eq!(again(&fewer, &ledger, Rules::ALL.without(Rule::Memory)), Ok(()), "{removed}");
    }
    let mut fewer = shop.clone();
    fewer.rows.drain(60..90);
    fewer.ids.drain(60..90);
    fewer.labels.drain(60..90);
    assert_eq!(again(&fewer, &ledger, Rules::ALL), Ok(()), "thirty are enough");
}

#[test]
fn p9_so_is_what_moves_or_changes_a_few() {
    let (shop, ledger) = released_once();
    // Three customers in another segment.
    let mut moved = shop.clone();
    moved.labels[..3].fill(1);
    assert_eq!(again(&moved, &ledger, Rules::ALL), REFUSED);
    // Another value of two of them.
    let mut changed = shop.clone();
    changed.rows[5][1] = 77.0;
    changed.rows[140][1] = 78.0;
    assert_eq!(again(&changed, &ledger, Rules::ALL), REFUSED);
    // A segment divided in two, of which the parts together lack four of it.
    let mut divided = shop.clone();
    divided.given.push(None);
    divided.labels[130..170].fill(3);
    divided.labels[126..130].fill(2);
    assert_eq!(again(&divided, &ledger, Rules::ALL), REFUSED);
    // Divided cleanly, it tells nothing of a few.
    let mut divided = shop.clone();
    divided.given.push(None);
    divided.labels[130..170].fill(3);
    assert_eq!(again(&divided, &ledger, Rules::ALL), Ok(()));
}

/// Next month everybody's recency is another, and a few customers joined: nothing but counts can be compared, and these carry noise.
#[test]
fn p9_another_month_is_other_data() {
    let (shop, ledger) = released_once();
    let mut later = shop.clone();
    later.rows.iter_mut().flatten().for_each(|value| *value += 30.0);
    later.rows.push(vec![120.0, 44.0]);
    later.ids.push("customer 99999".to_owned());
    later.labels.push(2);
    assert_eq!(again(&later, &ledger, Rules::ALL), Ok(()));
}

#[test]
fn p9_other_columns_of_nearly_the_same_customers_are_refused() {
    let (shop, ledger) = released_once();
    let mut other = shop.clone();
    other.names = vec!["age".into(), "visits".into()];
    assert_eq!(again(&other, &ledger, Rules::ALL), Ok(()), "the same customers");
    other.rows.pop();
    other.ids.pop();
    other.labels.pop();
    assert_eq!(again(&other, &ledger, Rules::ALL), REFUSED, "one of them is gone");
}

#[test]
fn p9_one_policy_for_all_releases() {
    let (shop, ledger) = released_once();
    for (minimum_size, round_to) in [(10, 6), (11, 5), (20, 10)] {
        let policy = Policy { minimum_size, round_to };
        let refused = Err(Error::ReleasedUnderOtherPolicy { minimum: 10, base: 5 });
        assert_eq!(shop.release_with(&policy, Some(&ledger), Rules::ALL).map(|_| ()), refused);
        let lax = Rules::ALL.without(Rule::OnePolicy);
        assert_eq!(shop.release_with(&policy, Some(&ledger), lax).map(|_| ()), Ok(()));
    }
}

/// Forty features have a sketch together, which is compared with that of the same forty alone; so who they are is.
#[test]
fn p9_very_many_features_are_no_way_round() {
    let names: Vec<String> = (0..41).map(|at| format!("f{at}")).collect();
    let wide = |from: usize, count: u32| {
        let names: Vec<&str> = names[from..from + 40].iter().map(String::as_str).collect();
        let row = |n: u32| (0..40).map(|at| f64::from(n * (at + 3) % 61)).collect();
        Shop::new(&names, &[(0..60).map(row).collect(), (60..count).map(row).collect()])
    };
    let first = wide(0, 130);
    let mut ledger = Ledger::new(&first.features());
    ledger.record(&first.release_with(&Policy::default(), Some(&ledger), Rules::ALL).unwrap());
    assert_eq!(again(&wide(1, 130), &ledger, Rules::ALL), Ok(()), "the same customers");
    assert_eq!(again(&wide(1, 129), &ledger, Rules::ALL), REFUSED);
    assert_eq!(again(&wide(0, 129), &ledger, Rules::ALL), REFUSED);
}

/// A sketch has 256 places: under a minimum of hundreds, what differs in hundreds is not refused for ever.
#[test]
fn p9_a_great_minimum_asks_for_no_more_than_sketches_can_tell() {
    let policy = Policy { minimum_size: 500, round_to: 100 };
    let shop = Shop::two(&[around(0.0, 0.0, 1_500), around(50.0, 50.0, 1_500)]);
    let mut ledger = Ledger::new(&shop.features());
    ledger.record(&shop.release_with(&policy, Some(&ledger), Rules::ALL).unwrap());
    let fewer = |removed: usize| {
        let mut fewer = shop.clone();
        fewer.rows.drain(..removed);
        fewer.ids.drain(..removed);
        fewer.labels.drain(..removed);
        fewer.release_with(&policy, Some(&ledger), Rules::ALL).map(|_| ())
    };
    assert_eq!(fewer(400), Ok(()));
    assert_eq!(fewer(50), Err(Error::ReleasedAlmostTheSame { needed: 500 }));
}

/// Rows in another order are the same customers, with ids and without.
#[test]
fn p9_the_order_of_rows_is_nothing_new() {
    for with_ids in [true, false] {
        let mut shop = shop();
        if !with_ids {
            shop.ids.clear();
        }
        let ledger = Ledger::new(&shop.features());
        let mut turned = shop.clone();
        turned.rows.reverse();
        turned.ids.reverse();
        turned.labels.reverse();
        let of =
            |shop: &Shop| sizes(&shop.release_with(&Policy::default(), Some(&ledger), Rules::ALL).unwrap());
        assert_eq!(of(&turned), of(&shop));
    }
}

#[test]
fn p9_a_ledger_is_written_and_read_back_and_names_nobody() {
    let (_, ledger) = released_once();
    let text = ledger.to_json();
    assert_eq!(Ledger::from_json(&text), Ok(ledger));
    for word in ["customer", "monetary", "\"x\""] {
        assert!(!text.contains(word), "{word}");
    }
    let broken = [
        ("[", Error::BadLedger { line: 1, column: 1 }),
        ("{}", Error::BadLedger { line: 1, column: 2 }),
        (&text.replace("ringfence-ledger", "ringfence-model"), Error::BadLedger { line: 0, column: 0 }),
        (&text.replace("\"version\":1", "\"version\":2"), Error::WrongVersion { found: 2, supported: 1 }),
    ];
    for (broken, expected) in broken {
        assert_eq!(Ledger::from_json(broken), Err(expected));
    }
    let short = text.replacen("\"members\":\"0", "\"members\":\"", 1).replacen(
        "\"members\":\"f",
        "\"members\":\"",
        1,
    );
    assert!(short == text || Ledger::from_json(&short).is_err());
}
