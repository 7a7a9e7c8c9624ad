//! Categories and channels, by hand.

use ringfence::documents::Recipe;
use ringfence::{Error, Notice};

use crate::shop::{customers, value};

/// A shop in which everybody buys tea online and pots in the shop; customer 4 also gold, in neither.
fn shop(buyers: u32) -> String {
    let lines: String = (1..=buyers)
        .map(|customer| {
            format!(
                "{customer}a,{customer},2024-03-02,Tea,web,30.00\n{customer}b,{customer},2024-05-02,Pots,shop,10.00\n\
                 {customer}c,{customer},2024-05-03,,,5.00\n"
            )
        })
        .collect();
    format!("Order no,Customer ID,Date,Category,Channel,Amount\n{lines}z,4,2024-05-04,Gold,,60.50\n")
}

#[test]
fn kinds_that_ten_bought_have_a_share() {
    let features = customers(shop(12).as_bytes(), &Recipe::default());
    let kinds: Vec<&str> =
        features.names.iter().filter(|name| name.contains("Share")).map(String::as_str).collect();
    assert_eq!(
        kinds,
        [
            "categoryShare:Tea",
            "categoryShare:Pots",
            "otherCategoriesShare",
            "weekendShare",
            "channelShare:web",
            "channelShare:shop"
        ]
    );
    assert_eq!(value(&features, "1", "categoryShare:Tea"), 0.75);
    assert_eq!(value(&features, "1", "otherCategoriesShare"), 0.0);
    assert_eq!(value(&features, "4", "otherCategoriesShare"), 60.5 / 100.5);
    assert_eq!(value(&features, "4", "channelShare:shop"), 0.25);
    // Shares of 3 and 1 in 4: exp(ln 4 − ¾ ln 3) = 4 / 3^¾.
    let root = 3.0_f64.sqrt();
    assert!((value(&features, "1", "categoryDiversity") - 4.0 / (root * root.sqrt())).abs() < 1e-12);
}

#[test]
fn what_few_bought_stays_among_the_others_unless_it_is_asked_for() {
    let features = customers(shop(9).as_bytes(), &Recipe::default());
    assert!(features.names.iter().all(|name| !name.starts_with("categoryShare:")), "{:?}", features.names);
    assert_eq!(value(&features, "4", "otherCategoriesShare"), 1.0);

    // As a model asks that was made from a larger file, over a longer time.
    let asked = ["categoryShare:Tea", "categoryShare:Silver", "quarter2Share", "eveningShare"];
    let mut recipe = Recipe::default();
    recipe.customers.asked = asked.map(str::to_owned).to_vec();
    let features = customers(shop(9).as_bytes(), &recipe);
    assert_eq!(asked.map(|name| value(&features, "1", name)), [0.75, 0.0, 15.0 / 45.0, 0.0]);
}

#[test]
fn a_thousand_kinds_and_more_are_none() {
    let lines: String = (0..2_200)
        .map(|line| {
            format!(
                "{line},{},2024-03-{:02},Kind {},{}.50\n",
                line % 40,
                1 + line % 28,
                line % 1_001,
                1 + line % 9
            )
        })
        .collect();
    let shop = format!("Order no,Customer ID,Date,Category,Amount\n{lines}");
    let features = customers(shop.as_bytes(), &Recipe::default());
    assert!(features.notices.contains(&Notice::TooManyKinds { limit: 1_000 }));
    assert_eq!(features.position("categoryDiversity"), None);
    // What cannot be told is refused by name.
    let recipe: Recipe = Recipe::from_json(r#"{"features": {"columns": ["categoryDiversity"]}}"#).unwrap();
    let features = customers(shop.as_bytes(), &recipe);
    let prepared = ringfence::customers::prepare(&features, &recipe.features);
    assert_eq!(prepared.err(), Some(Error::UnknownColumn { name: "categoryDiversity".to_owned() }));
}
