//! One folder, one case: `tests/cases/NAME/{input.csv, recipe.json, expected.json}`.
//!
//! `expected.json` says by hand what has to come out: `{"error": "code"}`, or any part of the inspection (`inspect`), the
//! features by customer (`features`) and the segments (`segments`). What it does not name is not compared. The same folders run
//! through wasm in `tests/wasm`, where every byte has to equal the command line's.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use ringfence::Error;
use ringfence::analysis::{Analysis, Serial};
use ringfence::documents::Recipe;
use ringfence::table::{Inspection, Inspector};
use serde_json::{Map, Value, json};

#[test]
fn every_case_comes_out_as_expected() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    assert!(names.len() >= 10, "the cases are not there");
    for case in names {
        let expected: Value =
            serde_json::from_str(&fs::read_to_string(case.join("expected.json")).unwrap()).unwrap();
        let actual = outcome(&case).unwrap_or_else(|error| json!({ "error": error.code() }));
        let name = case.file_name().unwrap().to_string_lossy();
        let difference = differences(&expected, &actual, String::new());
        assert_eq!(difference, None, "{name}");
    }
}

/// The inspection, the features and the segments of a case.
fn outcome(case: &Path) -> Result<Value, Error> {
    let bytes = fs::read(case.join("input.csv")).unwrap();
    let recipe = match fs::read_to_string(case.join("recipe.json")) {
        Ok(json) => Recipe::from_json(&json)?,
        Err(_) => Recipe::default(),
    };
    let inspection = inspect(&bytes)?;
    let mut pass = recipe.pass(std::slice::from_ref(&inspection), None)?;
    pass.begin(0)?;
    pass.push(&bytes)?;
    pass.end()?;
    let (features, _) = pass.finish()?;
    let rows = (0..features.len()).map(|row| {
        let values = features.names.iter().zip(features.values.row(row));
        let values: Map<String, Value> = values.map(|(name, value)| (name.clone(), json!(value))).collect();
        (features.key(row), Value::Object(values))
    });
    let by_customer: Map<String, Value> = rows.collect();
    let view = Analysis::new(features, recipe.clone())?.run(&Serial)?.view(&recipe)?;
    Ok(json!({ "inspect": inspection, "features": by_customer, "segments": view }))
}

fn inspect(bytes: &[u8]) -> Result<Inspection, Error> {
    let mut inspector = Inspector::new();
    inspector.push(bytes)?;
    inspector.finish()
}

/// Where `actual` lacks or contradicts something that `expected` names; numbers may differ in the last bits.
fn differences(expected: &Value, actual: &Value, place: String) -> Option<String> {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => expected.iter().find_map(|(key, value)| {
            differences(value, actual.get(key).unwrap_or(&Value::Null), format!("{place}/{key}"))
        }),
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            let pairs = expected.iter().zip(actual).enumerate();
            pairs
                .into_iter()
                .find_map(|(at, (expected, actual))| differences(expected, actual, format!("{place}/{at}")))
        }
        (Value::Number(expected), Value::Number(actual)) => {
            let (expected, actual) = (expected.as_f64().unwrap(), actual.as_f64().unwrap());
            let off = (expected - actual).abs() > 1e-9 * expected.abs().max(1.0);
            off.then(|| format!("{place}: {actual}, not {expected}"))
        }
        _ => (expected != actual).then(|| format!("{place}: {actual}, not {expected}")),
    }
}
