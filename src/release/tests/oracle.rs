//! What is released of a real table with gaps, against pandas and scipy (`tests/oracle/make_release.py`).

use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Expected {
    columns: Vec<String>,
    labels: Vec<u32>,
    everyone: Vec<f64>,
    segments: Vec<ExpectedSegment>,
}

#[derive(Deserialize)]
struct ExpectedSegment {
    size: u64,
    columns: Vec<Figures>,
}

#[derive(Deserialize)]
struct Figures {
    valid: u64,
    median: f64,
    delta: f64,
}

#[test]
fn medians_and_differences_are_those_of_pandas_and_scipy() {
    let expected: Expected =
        serde_json::from_str(include_str!("../../../tests/oracle/release.json")).expect("the oracle is JSON");
    let file = include_str!("../../../tests/data/wholesale_customers.csv");
    let mut lines = file.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let places: Vec<usize> =
        expected.columns.iter().map(|name| header.iter().position(|own| own == name).unwrap()).collect();
    let row = |(at, cells): (usize, Vec<&str>)| -> Vec<f64> {
        let value = |(column, &place): (usize, &usize)| match (at + column) % 7 {
            0 => f64::NAN,
            _ => cells[place].parse().unwrap(),
        };
        places.iter().enumerate().map(value).collect()
    };
    let rows: Vec<Vec<f64>> = lines.enumerate().map(row).collect();
    let names: Vec<&str> = expected.columns.iter().map(String::as_str).collect();
    let shop = Shop {
        labels: expected.labels.clone(),
        given: vec![None; expected.segments.len()],
        ..Shop::new(&names, &[rows])
    };
    let released = shop.release();
    let close = |found: Option<f64>, expected: f64| {
        let found = found.expect("enough have a value");
        // Rounded to where two share it: an eighth at the very most.
        assert!((found - expected).abs() <= 0.125 * expected, "{found} for {expected}");
    };
    let mut compared = 0;
    for (segment, expected) in released.segments().iter().zip(&expected.segments) {
        assert!(segment.size.abs_diff(expected.size) <= 4);
        for (found, expected) in segment.features.iter().zip(&expected.columns) {
            if expected.valid >= 20 {
                close(found.median, expected.median);
                let delta = (expected.delta * 10.0).round() / 10.0;
                assert_eq!(found.effect, Some(delta.clamp(-0.9, 0.9) + 0.0));
                compared += 1;
            } else {
                assert_eq!(found.median, None);
            }
        }
    }
    assert!(compared >= 18, "{compared}");
    for (found, expected) in released.features().iter().zip(&expected.everyone) {
        close(found.median, *expected);
    }
}
