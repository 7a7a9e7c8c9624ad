//! Gap statistic, prediction strength and bootstrap Jaccard against numpy and scikit-learn (`tests/oracle/make_validity.py`).
//!
//! All three are means over random draws: ours and the oracle's may differ by chance, and by no more.

use std::fs;
use std::path::PathBuf;

use ringfence::validity::Evidence;
use serde_json::Value;

use crate::engine::segment_table;

/// Data file of each set, in `tests/data` or in `../shared/data`.
const FILES: [(&str, &str); 3] = [
    ("wholesale_customers", "tests/data/wholesale_customers.csv"),
    ("mall_customers", "../shared/data/mall_customers.csv"),
    ("marketing_campaign", "../shared/data/marketing_campaign_tab.csv"),
];

/// Standard errors of a difference that chance may make: 1 of 15,000 comparisons is farther off.
const BY_CHANCE: f64 = 4.0;

/// Splits into halves, and twice as many there: so many that a search which stops short of the best fit of each half, by which prediction
/// strength fell 0.1 short once, is farther off than chance.
const SPLITS: u32 = 60;

#[test]
fn gap_prediction_strength_and_stability_agree_within_their_standard_errors() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let oracle = fs::read_to_string(root.join("tests/oracle/validity.json")).unwrap();
    let oracle: Value = serde_json::from_str(&oracle).unwrap();
    for (name, path) in FILES {
        let (path, expected) = (root.join(path), &oracle[name]);
        if !path.is_file() {
            println!("skipped: {name}, which is not here");
            continue;
        }
        let columns: Vec<String> =
            list(&expected["columns"]).map(|name| name.as_str().unwrap().to_owned()).collect();
        let k = expected["jaccard_k"].as_u64().unwrap() as u32;
        let view = segment_table(&path, columns, k, 6, SPLITS);
        assert_eq!(view.customers, expected["rows"].as_u64().unwrap(), "{name}");
        compare(name, expected, &view.evidence, view.advice.gap_of_one.unwrap());
        let stability = &view.evidence.iter().find(|one| one.k == k).unwrap().stability;
        for (at, jaccard) in stability.iter().map(|jaccard| jaccard.unwrap()).enumerate() {
            let [theirs, error] = ["jaccard", "jaccard_error"].map(|key| number(&expected[key][at]));
            // Four hundred samples there and fifty here, the error of which is √8 times as large.
            let off = (jaccard - theirs).abs();
            assert!(off <= BY_CHANCE * 3.0 * error, "{name} segment {at}: {jaccard}, {theirs} ± {error}");
        }
    }
}

fn compare(name: &str, expected: &Value, evidence: &[Evidence], gap_of_one: f64) {
    let of_one = gap_of_one - number(&expected["gap"][0]);
    let error = number(&expected["gap_error"][0]) / 51.0_f64.sqrt();
    assert!(of_one.abs() <= BY_CHANCE * 2.0_f64.sqrt() * error, "{name} gap of one: off by {of_one}");
    for one in evidence {
        let at = one.k as usize - 1;
        let theirs = |key: &str| number(&expected[key][at]);
        // The stated error is that of one reference, times √(1 + 1/B); that of the mean of 50 is √51 less.
        let error = libm::hypot(one.gap_error.unwrap(), theirs("gap_error")) / 51.0_f64.sqrt();
        let off = one.gap.unwrap() - theirs("gap");
        // Either search may miss the best fit of the customers by a little.
        assert!(
            off.abs() <= BY_CHANCE * error + 0.003,
            "{name} k {}: gap off by {off}, error {error}",
            one.k
        );
        let error = libm::hypot(one.prediction_strength_error.unwrap(), theirs("strength_error"));
        let off = one.prediction_strength.unwrap() - theirs("strength");
        assert!(off.abs() <= BY_CHANCE * error, "{name} k {}: strength off by {off}, error {error}", one.k);
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}
