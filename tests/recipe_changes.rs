//! Every field of a recipe is changed in turn: a job that goes on from the first difference comes to what a fresh one comes to.

#![allow(clippy::unwrap_used)]

mod pipeline;

use std::collections::BTreeSet;
use std::fmt::Write;

use ringfence::analysis::{Analysis, Executor, Segmentation, Serial};
use ringfence::documents::{Recipe, Stage};
use ringfence::release::Ledger;
use ringfence::{Error, analysis::SegmentsView};
use serde_json::{Value, json};

/// A change of one field, the stage that it makes stale, and the table on which it matters; `None`: it changes nothing anywhere.
struct Change {
    field: &'static str,
    value: Value,
    stage: Option<Stage>,
    table: fn() -> String,
}

fn changes() -> Vec<Change> {
    use Stage::*;
    let change = |field, value, stage, table| Change { field, value, stage, table };
    let people: fn() -> String = people;
    let column = |name: &str, role: &str| json!({ name: { "role": role } });
    vec![
        change("version", json!(0), Some(Show), people),
        change("reading/sheet", json!("May"), Some(Inspect), people),
        change("reading/columns", column("Visits", "ignore"), Some(Customers), people),
        change("sources", json!([{ "kind": "customers" }]), Some(Customers), people),
        change("customers/referenceDay", json!("2024-03-01"), Some(Customers), purchases),
        change("customers/duplicateRows", json!("drop"), Some(Customers), purchases),
        change("customers/nonProducts", json!(["postage"]), Some(Customers), purchases),
        change("customers/bands", json!({ "Age": 20 }), Some(Customers), people),
        change("customers/asked", json!(["eveningShare"]), Some(Customers), purchases),
        change("features/columns", json!(["Age", "Visits"]), Some(Features), people),
        change("features/repeated", json!("one"), Some(Features), people),
        change("features/missing", json!("median"), Some(Features), people),
        change("features/outliers", json!("setAside"), Some(Features), people),
        change("features/transform", json!("log1p"), Some(Features), people),
        change("features/scale", json!("robust"), Some(Features), people),
        change("features/each", json!({ "Age": { "scale": "none" } }), Some(Features), people),
        change("fit/method", json!("ward"), Some(Fit), people),
        change("fit/restarts", json!(1), Some(Fit), crowd),
        change("fit/seed", json!(7), Some(Fit), people),
        change("numbers", json!([{ "numbers": [2, 1, 3] }]), Some(Fit), people),
        change("choose/maxK", json!(5), Some(Fit), people),
        change("choose/references", json!(2), Some(Judge), people),
        change("choose/splits", json!(2), Some(Judge), people),
        change("choose/bootstraps", json!(3), Some(Advise), people),
        change("choose/k", json!(4), Some(Advise), people),
        change("choose/businessK", json!(5), Some(Advise), crowd),
        change("choose/advised", json!(3), None, people),
        change("release/minimumSize", json!(40), Some(Advise), people),
        change("release/roundTo", json!(10), Some(Show), people),
        change("names", json!([{ "k": 3, "segment": 1, "name": "Ours" }]), Some(Show), people),
    ]
}

/// Numbers from 0 to 999 that look like chance.
fn chance(seed: u64) -> impl FnMut() -> u64 {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % 1_000
    }
}

/// Three groups of customers, with missing values, values far from all others, and customers who come twice.
fn people() -> String {
    let mut chance = chance(1);
    let mut csv = String::from("Customer ID,Age,Visits,Spend\n");
    for id in 0..180_u64 {
        let group = id % 3;
        let age = if id % 40 == 7 { String::new() } else { (20 + 20 * group + chance() % 9).to_string() };
        let visits = 2 + 9 * ((group + 1) % 3) + chance() % 5;
        let spend = if id % 60 == 11 { 90_000 } else { 100 + 300 * ((group + 2) % 3) + chance() % 90 };
        writeln!(csv, "{id},{age},{visits},{spend}").unwrap();
        if id % 45 == 3 {
            writeln!(csv, "{id},{age},{},{spend}", visits + 1).unwrap();
        }
    }
    csv
}

/// No groups at all.
fn crowd() -> String {
    let mut chance = chance(2);
    let mut csv = String::from("Customer ID,Age,Visits,Spend\n");
    for id in 0..150 {
        writeln!(csv, "{id},{},{},{}", chance(), chance(), chance()).unwrap();
    }
    csv
}

/// Purchases over half a year, with lines that come twice and postage.
fn purchases() -> String {
    let mut chance = chance(3);
    let mut csv = String::from("Invoice,Customer ID,Date,Description,Category,Quantity,Price\n");
    for order in 0..400_u64 {
        let customer = chance() % 60;
        let (month, day) = (1 + order % 6, 1 + chance() % 28);
        let line = format!(
            "{order},{customer},2024-{month:02}-{day:02},Thing {},Kind {},{},{}.50",
            chance() % 20,
            chance() % 3,
            1 + chance() % 4,
            2 + chance() % 30
        );
        writeln!(csv, "{line}").unwrap();
        if order % 9 == 0 {
            writeln!(csv, "{line}").unwrap();
        }
        if order % 5 == 0 {
            writeln!(csv, "{order},{customer},2024-{month:02}-{day:02},POSTAGE,Kind 0,1,4.95").unwrap();
        }
    }
    csv
}

/// A recipe with less evidence than usual, so that the test is quick.
fn recipe() -> Recipe {
    let mut recipe = Recipe::default();
    (recipe.choose.references, recipe.choose.splits, recipe.choose.bootstraps) = (5, 5, 5);
    (recipe.fit.restarts, recipe.choose.max_k) = (Some(3), 6);
    recipe
}

fn changed(recipe: &Recipe, change: &Change) -> Recipe {
    let mut document = serde_json::to_value(recipe).unwrap();
    let place = change.field.split('/').fold(&mut document, |place, name| &mut place[name]);
    *place = change.value.clone();
    Recipe::parse(&document.to_string()).unwrap()
}

fn fresh(csv: &str, recipe: &Recipe) -> Segmentation {
    let features = pipeline::read(csv.as_bytes(), recipe).unwrap().0;
    Analysis::new(features, recipe.clone()).unwrap().run(&Serial).unwrap()
}

/// All that comes of an outcome: what is seen, the model, and what leaves. What is known besides of numbers of segments that are neither
/// shown nor advised is left out.
fn all_of(csv: &str, segmentation: &Segmentation) -> String {
    let recipe = segmentation.made_by();
    let mut view: SegmentsView = segmentation.view(recipe).unwrap();
    let (k, advised) = (view.k, view.advised_k);
    view.evidence
        .iter_mut()
        .filter(|one| one.k != k && Some(one.k) != advised)
        .for_each(|one| one.stability.clear());
    let (features, reading) = pipeline::read(csv.as_bytes(), recipe).unwrap();
    let model = segmentation.model(recipe, &reading).unwrap();
    let released = segmentation.release(recipe, &Ledger::new(&features));
    let map = segmentation.map(recipe).unwrap();
    format!("{}\n{}\n{map:?}\n{released:?}\n{features:?}", json!(view), model.to_json())
}

#[test]
fn a_job_that_goes_on_from_the_first_difference_comes_to_what_a_fresh_one_comes_to() {
    for change in changes() {
        let Change { field, stage, table, .. } = &change;
        let (before, csv) = (recipe(), table());
        let after = changed(&before, &change);
        assert_eq!(before.first_difference(&after), *stage, "{field}");
        assert_eq!(after.first_difference(&before), *stage, "{field}, back");
        // A sheet, and what one of several files is, are read by other means than these.
        if ["reading/sheet", "sources"].contains(field) {
            continue;
        }
        let (held, anew) = (fresh(&csv, &before), fresh(&csv, &after));
        let (was, is) = (all_of(&csv, &held), all_of(&csv, &anew));
        assert_eq!(was != is, stage.is_some(), "{field}: the table has to be one on which it matters");
        let again = held.again(after);
        if matches!(stage, Some(Stage::Inspect | Stage::Customers)) {
            assert_eq!(again.err(), Some(Error::UnitMismatch), "{field}");
            continue;
        }
        let again = again.unwrap().run(&Serial).unwrap();
        assert!(all_of(&csv, &again) == is, "{field}: what was kept is stale");
    }
}

/// A first look has no fit to keep, yet what changed before the fits is made anew.
#[test]
fn from_a_first_look_a_job_comes_to_what_a_fresh_one_comes_to() {
    for change in changes().iter().filter(|change| change.stage == Some(Stage::Features)) {
        let (before, csv) = (recipe(), (change.table)());
        let after = changed(&before, change);
        let mut begun = Analysis::new(pipeline::read(csv.as_bytes(), &before).unwrap().0, before).unwrap();
        let units = begun.next_stage().unwrap();
        let partials = Serial.run(begun.rows(), &units).unwrap();
        begun.merge(partials).unwrap();
        let again = begun.preview().unwrap().again(after.clone()).unwrap().run(&Serial).unwrap();
        assert!(all_of(&csv, &again) == all_of(&csv, &fresh(&csv, &after)), "{}", change.field);
    }
}

#[test]
fn no_field_is_forgotten() {
    let mut fields = BTreeSet::new();
    // Sections are objects with a value for each field; lists and maps are fields.
    let document = serde_json::to_value(Recipe::default()).unwrap();
    for (section, value) in document.as_object().unwrap() {
        match value.as_object() {
            Some(inside) => fields.extend(inside.keys().map(|name| format!("{section}/{name}"))),
            None => assert!(fields.insert(section.clone())),
        }
    }
    // These are written only where they say something.
    fields.extend(
        ["reading/sheet", "sources", "numbers", "customers/asked", "choose/advised"].map(str::to_owned),
    );
    let changed: BTreeSet<String> = changes().iter().map(|change| change.field.to_owned()).collect();
    assert_eq!(changed, fields);
}

#[test]
fn a_number_beyond_those_tried_needs_a_fit_and_one_among_them_none() {
    let with = |k, max_k| {
        let mut recipe = recipe();
        (recipe.choose.k, recipe.choose.max_k) = (k, max_k);
        recipe
    };
    let difference = |one: Recipe, other: Recipe| one.first_difference(&other);
    assert_eq!(difference(with(Some(3), 6), with(Some(6), 6)), Some(Stage::Advise));
    assert_eq!(difference(with(None, 6), with(Some(7), 6)), Some(Stage::Fit));
    assert_eq!(difference(with(Some(7), 6), with(Some(3), 6)), Some(Stage::Fit));
}

#[test]
fn a_document_asks_for_the_features_it_names() {
    let named = r#"{"features": {"columns": ["recency", "categoryShare:Kind 9"]}}"#;
    let (opened, decided) = (Recipe::from_json(named).unwrap(), Recipe::parse(named).unwrap());
    assert_eq!(opened.customers.asked, ["categoryShare:Kind 9"]);
    assert_eq!(recipe().first_difference(&opened), Some(Stage::Customers));
    assert_eq!(recipe().first_difference(&decided), Some(Stage::Features));
    let csv = purchases();
    let names = |recipe| pipeline::read(csv.as_bytes(), recipe).unwrap().0.names;
    assert!(names(&opened).contains(&"categoryShare:Kind 9".to_owned()));
    assert!(!names(&decided).contains(&"categoryShare:Kind 9".to_owned()));
}
