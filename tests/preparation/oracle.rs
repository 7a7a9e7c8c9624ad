//! Fitted parameters and measures against the oracle's.

use std::fs;
use std::path::PathBuf;

use ringfence::customers::{
    Beyond, Category, FeatureOptions, Features, Limits, OutlierChoice, Scale, ScaleChoice, Status, Transform,
    TransformChoice, dip, dip_p, prepare, skewness, spearman,
};
use ringfence::validity::{Labelling, adjusted_rand, explained};
use ringfence::{Ascending, Matrix, Valid};
use serde_json::Value;

#[test]
fn yeo_johnson_is_that_of_scipy() {
    let oracle = oracle();
    for (name, column) in oracle["columns"].as_object().unwrap() {
        let values = numbers(&column["values"]);
        let transform = Transform::choose(TransformChoice::YeoJohnson, &valid(&values));
        let Transform::YeoJohnson { lambda } = transform else { panic!("{transform:?}") };
        let expected = column["lambda"].as_f64().unwrap();
        assert!((lambda - expected).abs() < 1e-6, "{name}: λ {lambda}, not {expected}");
        // Under the oracle's own λ the values agree to the last digits.
        let fixed = Transform::YeoJohnson { lambda: expected };
        near(
            &values.iter().map(|&value| fixed.apply(value)).collect::<Vec<_>>(),
            &column["yeoJohnson"],
            1e-12,
            name,
        );
        let after: Vec<f64> = values.iter().map(|&value| transform.apply(value)).collect();
        near(&[skewness(&valid(&values))], &Value::from(vec![column["skewness"].clone()]), 1e-11, name);
        assert!(
            (skewness(&valid(&after)) - column["skewnessAfter"].as_f64().unwrap()).abs() < 1e-5,
            "{name}"
        );
        let scale = Scale::fit(ScaleChoice::MinMax, &valid(&values));
        near(
            &values.iter().map(|&value| scale.apply(value)).collect::<Vec<_>>(),
            &column["minMax"],
            1e-12,
            name,
        );
    }
}

#[test]
fn robust_outliers_are_those_of_numpy() {
    for (name, column) in oracle()["columns"].as_object().unwrap() {
        let values = numbers(&column["values"]);
        let expected: Vec<usize> = column["logOutliers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|at| at.as_u64().unwrap() as usize)
            .collect();
        let options = FeatureOptions { transform: TransformChoice::Log1p, ..FeatureOptions::default() };
        let with = |outliers| FeatureOptions { outliers, ..options.clone() };
        let features = table(&[name], std::slice::from_ref(&values));
        let aside = prepare(&features, &with(OutlierChoice::SetAside)).unwrap();
        let inside: Vec<usize> = (0..values.len()).filter(|row| !expected.contains(row)).collect();
        assert_eq!(aside.members, inside, "{name}");
        assert_eq!(aside.outliers, expected.len() as u64);
        let moved = prepare(&features, &with(OutlierChoice::Winsorise)).unwrap();
        let limits = moved.preparation.features[0].limits;
        match numbers(&column["logLimits"])[..] {
            [low, high] => {
                let found = limits.unwrap();
                assert_eq!(found.beyond, Beyond::Winsorise);
                assert!(
                    (found.low - low).abs() < 1e-12 && (found.high - high).abs() < 1e-12,
                    "{name}: {found:?}"
                );
            }
            _ => assert_eq!(limits, None, "{name}: more than half of the values are one"),
        }
        let touched: u64 = moved.cleaning.iter().map(|step| step.customers).sum();
        assert_eq!((moved.members.len(), touched), (values.len(), expected.len() as u64), "{name}");
        // A transform that the user fixed is left alone unless something else is asked for.
        assert_eq!(prepare(&features, &options).unwrap().preparation.features[0].limits, None::<Limits>);
    }
}

#[test]
fn rank_correlations_are_those_of_pandas() {
    let oracle = oracle();
    let names = ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"];
    let columns = names.map(|name| numbers(&oracle["columns"][name]["values"]));
    for (a, row) in columns.iter().zip(oracle["spearman"].as_array().unwrap()) {
        let found: Vec<f64> = columns.iter().map(|b| spearman(a, b).unwrap()).collect();
        near(&found, row, 1e-12, "spearman");
    }
}

#[test]
fn dips_are_those_of_diptest() {
    let oracle = oracle();
    for (name, sample) in oracle["dips"].as_object().unwrap() {
        let values = numbers(&sample["values"]);
        let found = dip(&Ascending::of(values.iter().copied())).unwrap();
        near(&[found], &Value::from(vec![sample["dip"].clone()]), 1e-12, name);
        // Two simulations of the same distribution: ours has no sizes below 10 and no p below .001.
        let (p, expected) = (dip_p(found, values.len()), sample["p"].as_f64().unwrap());
        let both_certain = p < 0.01 && expected < 0.01;
        assert!(
            values.len() < 10 || both_certain || (p - expected).abs() < 0.03,
            "{name}: p {p}, not {expected}"
        );
    }
    for (name, column) in oracle["columns"].as_object().unwrap() {
        let values = Ascending::of(numbers(&column["values"]));
        near(&[dip(&values).unwrap()], &Value::from(vec![column["dip"].clone()]), 1e-12, name);
    }
}

#[test]
fn agreement_and_explained_variance_are_those_of_scikit_learn() {
    let oracle = oracle();
    let labels = labels();
    let of = |name: &str| &labels.iter().find(|(column, _)| column == name).unwrap().1;
    for (pair, expected) in oracle["adjustedRand"].as_object().unwrap() {
        let (a, b) = pair.split_once(' ').unwrap();
        let found = adjusted_rand(of(a), of(b));
        assert!((found - expected.as_f64().unwrap()).abs() < 1e-12, "{pair}: {found}, not {expected}");
    }
    let names = ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"];
    let columns = names.map(|name| numbers(&oracle["columns"][name]["values"]));
    let matrix = table(&names, &columns).values;
    for (name, expected) in oracle["explained"].as_object().unwrap() {
        let labelling = Labelling { labels: of(name), k: name[1..].parse().unwrap() };
        let found: Vec<f64> = (0..names.len()).map(|at| explained(&matrix, labelling, at..at + 1)).collect();
        near(&found, expected, 1e-12, name);
    }
}

#[test]
fn one_hot_blocks_are_those_of_scikit_learn() {
    let oracle = oracle();
    let file = fs::read_to_string(root().join("tests/data/wholesale_customers.csv")).unwrap();
    let rows: Vec<Vec<&str>> = file.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let category = |name: &str, at: usize| {
        let mut levels: Vec<String> = rows.iter().map(|row| row[at].to_owned()).collect();
        let code = |levels: &[String], row: &[&str]| {
            levels.iter().position(|level| level == row[at]).map(|code| code as u32)
        };
        levels.sort();
        levels.dedup();
        Category { name: name.into(), codes: rows.iter().map(|row| code(&levels, row)).collect(), levels }
    };
    let features = Features {
        categories: vec![category("Channel", 0), category("Region", 1)],
        status: vec![Status::Ok; rows.len()],
        ..Features::default()
    };
    let prepared = prepare(&features, &FeatureOptions::default()).unwrap();
    assert_eq!(
        prepared.preparation.coordinates(),
        ["Channel=1", "Channel=2", "Region=1", "Region=2", "Region=3"]
    );
    let matrix = prepared.coordinates.into_matrix();
    for (row, expected) in matrix.iter().zip(oracle["oneHot"]["first"].as_array().unwrap()) {
        near(row, expected, 1e-12, "one-hot");
    }
    let sums: Vec<f64> =
        (0..matrix.columns()).map(|at| matrix.column(at).map(|value| value * value).sum()).collect();
    near(&sums, &oracle["oneHot"]["sums"], 1e-12, "one-hot");
    near(&[1.0, 1.0], &oracle["oneHot"]["variances"], 1e-12, "one category counts as one feature");
}

/// A table of complete columns.
pub(crate) fn table(names: &[&str], columns: &[Vec<f64>]) -> Features {
    let rows = columns[0].len();
    let values = (0..rows).flat_map(|row| columns.iter().map(move |column| column[row]));
    Features {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        values: Matrix::new(columns.len(), values.collect()),
        status: vec![Status::Ok; rows],
        ..Features::default()
    }
}

/// What the oracle says.
pub(crate) fn oracle() -> Value {
    serde_json::from_str(&fs::read_to_string(root().join("tests/oracle/preparation.json")).unwrap()).unwrap()
}

/// The numbers of a JSON list; none of `null`.
pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .map(|list| list.iter().map(|number| number.as_f64().unwrap()).collect())
        .unwrap_or_default()
}

/// The labels of every k that scikit-learn gave the wholesale customers.
fn labels() -> Vec<(String, Vec<u32>)> {
    let mut reader =
        csv::Reader::from_path(root().join("tests/oracle/labels/wholesale_customers_spend.csv")).unwrap();
    let mut labels: Vec<(String, Vec<u32>)> =
        reader.headers().unwrap().iter().skip(1).map(|name| (name.to_owned(), Vec::new())).collect();
    for record in reader.records().map(|record| record.unwrap()) {
        labels
            .iter_mut()
            .zip(record.iter().skip(1))
            .for_each(|((_, of), cell)| of.push(cell.parse().unwrap()));
    }
    labels
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn near(found: &[f64], expected: &Value, within: f64, name: &str) {
    let expected = numbers(expected);
    assert_eq!(found.len(), expected.len(), "{name}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() <= within * expected.abs().max(1.0),
            "{name}: {found}, not {expected}"
        );
    }
}

fn valid(values: &[f64]) -> Valid {
    Valid::of(values.iter().copied())
}
