//! A column of the file that bears the name of a feature of ours is that column, in its own unit.

use std::fmt::Write;

use ringfence::documents::{Recipe, features_csv};
use ringfence::release::Internal;
use ringfence::table::{ColumnChoice, Role};
use ringfence_wording::{Language, keys, quantity, word};

use crate::pipeline::read;

/// A name of the catalogue as features are called: `discount-rate` is `discountRate`.
fn in_camel_case(word: &str) -> String {
    let mut parts = word.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| name + &part[..1].to_ascii_uppercase() + &part[1..])
}

/// Every word that the catalogue has for a feature, and spellings that it would take for one.
fn named_alike() -> Vec<String> {
    let known = |prefix: &'static str| {
        keys(Language::default()).filter_map(move |key| key.strip_prefix(prefix).map(str::to_owned))
    };
    let words: Vec<String> =
        known("feature-short-").chain(known("amount-")).filter(|word| word != "too-large").collect();
    assert!(words.len() > 40, "{words:?}");
    let spelled = words
        .iter()
        .flat_map(|word| [in_camel_case(word), word.clone(), format!("{}: x", in_camel_case(word))]);
    let mut names: Vec<String> = spelled.collect();
    names.sort();
    names.dedup();
    names
}

fn table(names: &[String]) -> String {
    let mut text = format!("customer id,{}\n", names.join(","));
    for customer in 0..60 {
        let cells: Vec<String> =
            (0..names.len()).map(|at| (customer * (at + 3) % 57 * 7 + at).to_string()).collect();
        let _ = writeln!(text, "{},{}", 1000 + customer, cells.join(","));
    }
    text
}

#[test]
fn no_column_is_worded_as_a_feature_of_ours() {
    let names = named_alike();
    let mut recipe = Recipe::default();
    for name in &names {
        let choice = ColumnChoice { role: Some(Role::Feature), ..ColumnChoice::default() };
        recipe.reading.columns.insert(name.clone(), choice);
    }
    let (features, _) = read(table(&names).as_bytes(), &recipe).unwrap();
    assert_eq!(features.names.len(), names.len());
    for language in Language::all() {
        for (feature, name) in features.names.iter().zip(&names) {
            for kind in ["feature", "feature-short"] {
                assert_eq!(word(language, kind, feature), *name, "{}", language.code());
            }
            assert_eq!(quantity(language, feature, 60.0), "60", "{name}");
        }
    }
}

#[test]
fn such_a_column_is_asked_for_and_written_by_its_own_name() {
    let names = ["tenure", "spend", "recency"].map(str::to_owned);
    let mut recipe = Recipe::default();
    recipe.features.columns = Some(vec!["recency".to_owned(), "tenure".to_owned()]);
    recipe.features.each.insert("tenure".to_owned(), Default::default());
    recipe.customers.bands.insert("tenure".to_owned(), 10.0);
    let (features, _) = read(table(&names).as_bytes(), &recipe).unwrap();
    let header = features_csv(&Internal::requested(), &features);
    assert_eq!(header.lines().next(), Some("customer id,tenure,spend,recency,status"));
    // Customer 1003: 3 · 3 · 7 + 0 = 63, in a band of ten 65; 3 · 5 · 7 + 2 = 107.
    assert_eq!((features.values.row(3)[0], features.values.row(3)[2]), (65.0, 107.0));
    let prepared = ringfence::customers::prepare(&features, &recipe.features).unwrap();
    assert_eq!(prepared.preparation.names(), ["column:recency", "column:tenure"]);
}
