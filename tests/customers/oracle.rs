//! Every feature, every step and every month, against pandas.

use std::collections::BTreeMap;
use std::fs;

use ringfence::customers::Features;
use ringfence::documents::Recipe;
use ringfence::table::{ColumnChoice, Role};
use serde_json::Value;

use crate::shop::{bytes, customers, path, value};

/// Counts and days are exact, money is to a millionth of its unit, all else to a billionth.
fn assert_near(ours: f64, theirs: f64, feature: &str, place: &str) {
    let off = (ours - theirs).abs();
    let allowed = match feature {
        "recency" | "frequency" | "tenure" | "medianGap" => 0.0,
        "monetary" => 1e-6 * theirs.abs().max(1.0),
        _ => 1e-9 * theirs.abs().max(1.0),
    };
    let both_missing = ours.is_nan() && theirs.is_nan();
    assert!(both_missing || off <= allowed, "{place}: {feature} is {ours}, not {theirs}");
}

#[test]
fn every_feature_of_every_customer_of_the_sample() {
    let features = customers(&bytes("tests/data/online_retail_sample.csv").unwrap(), &Recipe::default());
    let mut reader = csv::Reader::from_path(path("tests/oracle/features/online_retail_sample.csv")).unwrap();
    let header: Vec<String> = reader.headers().unwrap().iter().skip(1).map(str::to_owned).collect();
    assert_eq!(features.names, header);
    let mut seen = 0;
    for record in reader.records().map(|record| record.unwrap()) {
        for (name, cell) in header.iter().zip(record.iter().skip(1)) {
            let theirs = if cell.is_empty() { f64::NAN } else { cell.parse().unwrap() };
            assert_near(value(&features, &record[0], name), theirs, name, &record[0]);
        }
        seen += 1;
    }
    assert_eq!(seen, features.len());
}

#[test]
fn every_feature_of_the_whole_online_retail() {
    let Some(bytes) = bytes("../shared/data/online_retail_uci.csv.gz") else { return };
    compare(&customers(&bytes, &Recipe::default()), "online_retail_uci");
}

#[test]
fn categories_channels_and_discounts_of_superstore() {
    let Some(bytes) = bytes("../shared/data/superstore_utf8_bom.csv") else { return };
    let mut recipe = Recipe::default();
    let channel = ColumnChoice { role: Some(Role::Channel), ..ColumnChoice::default() };
    recipe.reading.columns.insert("Ship Mode".to_owned(), channel);
    let features = customers(&bytes, &recipe);
    assert!(features.position("categoryShare:Office Supplies").is_some());
    assert!(features.position("channelShare:Same Day").is_some());
    compare(&features, "superstore");
}

/// Compares with what `digest` of the script wrote.
fn compare(features: &Features, name: &str) {
    let expected = json(&format!("tests/oracle/features/{name}.json"));
    assert_eq!(expected["customers"], features.len());
    let digests = expected["features"].as_object().unwrap();
    let mut names: Vec<&String> = digests.keys().collect();
    let mut ours: Vec<&String> = features.names.iter().collect();
    names.sort();
    ours.sort();
    assert_eq!(ours, names);
    for (at, feature) in features.names.iter().enumerate() {
        let digest = &digests[feature];
        let mut present: Vec<f64> = features.values.column(at).filter(|value| !value.is_nan()).collect();
        assert_eq!(digest["present"], present.len(), "{name}: {feature}");
        present.sort_by(f64::total_cmp);
        // Rounding grows with the sum of sizes, not with the sum.
        let sizes: f64 = present.iter().map(|value| value.abs()).sum();
        let off = (present.iter().sum::<f64>() - digest["sum"].as_f64().unwrap()).abs();
        assert!(off <= 1e-9 * sizes.max(1.0), "{name}: the sum of {feature} is off by {off}");
        for (tenth, decile) in digest["deciles"].as_array().unwrap().iter().enumerate() {
            let place = tenth as f64 / 10.0 * (present.len() - 1) as f64;
            let (below, above) =
                (present[place as usize], present[(place as usize + 1).min(present.len() - 1)]);
            let ours = below + (above - below) * place.fract();
            let theirs = decile.as_f64().unwrap();
            assert!(
                (ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0),
                "{name}: {feature}, decile {tenth}"
            );
        }
    }
    // The order of the script's features is that of its keys as they were written, which is ours.
    let order: BTreeMap<usize, &String> = features.names.iter().enumerate().collect();
    let some = expected["some"].as_object().unwrap();
    assert!(some.len() >= 50);
    for (customer, values) in some {
        for (at, feature) in &order {
            let theirs = values[at].as_f64().unwrap_or(f64::NAN);
            assert_near(value(features, customer, feature), theirs, feature, customer);
        }
    }
}

#[test]
fn steps_of_cleaning_and_months() {
    for (data, name) in [
        ("tests/data/online_retail_sample.csv", "online_retail_sample"),
        ("../shared/data/online_retail_uci.csv.gz", "online_retail_uci"),
    ] {
        let Some(bytes) = bytes(data) else { continue };
        let features = customers(&bytes, &Recipe::default());
        let expected = json(&format!("tests/oracle/cleaning/{name}.json"));
        let steps = expected["steps"].as_object().unwrap();
        assert_eq!(features.cleaning.len(), steps.len(), "{:?}", features.cleaning);
        for step in &features.cleaning {
            let kind = serde_json::to_value(step.kind).unwrap();
            let theirs = &steps[kind.as_str().unwrap()];
            assert_eq!(
                (&theirs[0], &theirs[1]),
                (&step.rows.into(), &step.customers.into()),
                "{name}: {kind}"
            );
            assert_near(step.revenue.unwrap(), theirs[2].as_f64().unwrap(), "monetary", name);
        }
        let months = expected["months"].as_object().unwrap();
        assert_eq!(features.months.len(), months.len());
        for month in &features.months {
            let theirs = &months[&month.month];
            assert_eq!(
                (&theirs[1], &theirs[2]),
                (&month.orders.into(), &month.customers.into()),
                "{}",
                month.month
            );
            assert_near(month.revenue, theirs[0].as_f64().unwrap(), "monetary", &month.month);
        }
    }
}

fn json(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path(name)).unwrap()).unwrap()
}
