//! Gaussian mixtures, Ward's hierarchy and the adjusted Rand index against scikit-learn and scipy (`tests/oracle/make_shapes.py`).

use std::fs;
use std::path::PathBuf;

use ringfence::Matrix;
use ringfence::segments::mixture::{Covariance, Mixture, fit};
use ringfence::segments::{Partition, ward};
use ringfence::validity::{Labelling, adjusted_rand, centroids_of};
use serde_json::Value;

use crate::engine::scaled;

/// The tables there are on this machine: name, matrix in the order of the file, what the oracle expects.
fn tables() -> Vec<(&'static str, Matrix, Value)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let oracle: Value =
        serde_json::from_str(&fs::read_to_string(root.join("tests/oracle/shapes.json")).unwrap()).unwrap();
    let mut tables = vec![("generated", generated(300, 4), oracle["generated"].clone())];
    for (name, path) in [
        ("wholesale_customers", "tests/data/wholesale_customers.csv"),
        ("mall_customers", "../shared/data/mall_customers.csv"),
    ] {
        if !root.join(path).is_file() {
            println!("skipped: {name}, which is not here");
            continue;
        }
        let columns = oracle[name]["columns"].as_array().unwrap();
        let columns = columns.iter().map(|column| column.as_str().unwrap().to_owned()).collect();
        tables.push((name, scaled(&root.join(path), columns), oracle[name].clone()));
    }
    tables
}

/// The table of `make_shapes.py`.
fn generated(rows: usize, columns: usize) -> Matrix {
    let mut state = 7_u64;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut values = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let bell = (draw() + draw() + draw() + draw()) / 4.0 - 0.5;
            let center = (row % 3) as f64 * (0.5 + 0.1 * column as f64);
            values.push(center + bell * (1 + (row + column) % 3) as f64);
        }
    }
    Matrix::new(columns, values)
}

#[test]
fn mixtures_from_the_same_start_are_scikit_learns() {
    for (name, matrix, expected) in tables() {
        for (k, expected) in expected["ks"].as_object().unwrap() {
            let k: usize = k.parse().unwrap();
            let labels = digits(&expected["start"]);
            let centroids = centroids_of(&matrix, Labelling { labels: &labels, k });
            for (covariance, kind) in [(Covariance::Diagonal, "diagonal"), (Covariance::Full, "full")] {
                let expected = &expected[kind];
                let found = fit(&matrix, Mixture::of_labels(&matrix, &labels, &centroids, covariance));
                let what = format!("{name} k {k} {kind}");
                assert!(found.converged, "{what}");
                assert_eq!(found.iterations, expected["iterations"].as_u64().unwrap() as u32, "{what}");
                near(&[found.log_likelihood], &expected["log_likelihood"], &what);
                near(&[found.bic(matrix.rows()).unwrap()], &expected["bic"], &what);
                near(&found.mixture.weights, &expected["weights"], &what);
                near(found.mixture.means.values(), &expected["means"], &what);
                near(found.mixture.covariances.values(), &expected["covariances"], &what);
                assert_eq!(
                    Partition::Mixture(found.mixture).labels(&matrix),
                    digits(&expected["labels"]),
                    "{what}"
                );
            }
        }
    }
}

#[test]
fn the_hierarchy_is_scipys() {
    for (name, matrix, expected) in tables() {
        let ks: Vec<u32> = expected["ks"].as_object().unwrap().keys().map(|k| k.parse().unwrap()).collect();
        let fit = ward::fit(&matrix, &ks, 0);
        assert!(fit.exact);
        let heights: Vec<f64> = fit.tree.merges.iter().rev().map(|merge| merge.height).collect();
        near(&heights[..100], &expected["heights"], name);
        for (k, landmarks) in ks.iter().zip(fit.partitions) {
            let expected = &expected["ks"][k.to_string()];
            let labels = Partition::Landmarks(landmarks).labels(&matrix);
            let theirs = digits(&expected["ward"]);
            assert_eq!(adjusted_rand(&labels, &theirs), 1.0, "{name} k {k}");
            let agreement = adjusted_rand(&digits(&expected["start"]), &theirs);
            assert!((agreement - expected["agreement"].as_f64().unwrap()).abs() < 1e-14, "{name} k {k}");
        }
    }
}

/// Equal to a billionth of the greatest of the numbers.
fn near(found: &[f64], expected: &Value, what: &str) {
    let expected: Vec<f64> = match expected {
        Value::Array(numbers) => numbers.iter().map(|number| number.as_f64().unwrap()).collect(),
        number => vec![number.as_f64().unwrap()],
    };
    assert_eq!(found.len(), expected.len(), "{what}");
    let most = expected.iter().fold(0.0_f64, |most, number| most.max(number.abs()));
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() <= 1e-9 * most, "{what}: {found}, {expected}");
    }
}

fn digits(text: &Value) -> Vec<u32> {
    text.as_str().unwrap().chars().map(|digit| digit.to_digit(10).unwrap()).collect()
}
