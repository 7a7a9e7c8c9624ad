//! The engine as these tests use it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ringfence::Matrix;
use ringfence::analysis::{Analysis, Evaluate, Evaluation, Executor, Labels, SegmentsView, Serial};
use ringfence::customers::{Features, TransformChoice, prepare};
use ringfence::documents::Recipe;
use ringfence::table::{ColumnChoice, Role};
use ringfence::validity::KPolicy;

use crate::files::Set;
use crate::pipeline;

/// The segments of a set for one k.
pub(crate) fn segment(
    set: &Set,
    transform: TransformChoice,
    k: u32,
    executor: &impl Executor,
) -> SegmentsView {
    let mut recipe = recipe(set, transform);
    recipe.choose = KPolicy { k: Some(k), references: 0, splits: 0, bootstraps: 0, ..KPolicy::default() };
    run(&set.data, &recipe, executor)
}

/// The segments of a table by these columns as they are, for one k, with the evidence up to `max_k`, from so many splits into halves.
pub(crate) fn segment_table(
    data: &Path,
    columns: Vec<String>,
    k: u32,
    max_k: u32,
    splits: u32,
) -> SegmentsView {
    let mut recipe = by_columns(columns);
    recipe.choose = KPolicy { k: Some(k), max_k, splits, ..KPolicy::default() };
    run(data, &recipe, &Serial)
}

/// These columns of a table, standardised, in the order of the file.
pub(crate) fn scaled(data: &Path, columns: Vec<String>) -> Matrix {
    let recipe = by_columns(columns);
    let features = features(data, &recipe);
    let prepared = prepare(&features, &recipe.features).unwrap();
    let mut rows: Vec<usize> = (0..prepared.coordinates.rows().count()).collect();
    rows.sort_by_key(|&row| features.data_rows[prepared.members[row]]);
    prepared.coordinates.rows().select(rows)
}

fn run(data: &Path, recipe: &Recipe, executor: &impl Executor) -> SegmentsView {
    let segmentation = Analysis::new(features(data, recipe), recipe.clone()).unwrap().run(executor).unwrap();
    segmentation.view(recipe).unwrap()
}

/// The measures of the oracle's own labels.
pub(crate) fn evaluate(set: &Set, transform: TransformChoice) -> Vec<Evaluation> {
    let recipe = recipe(set, transform);
    let labels = Labels::from_csv(&fs::read(&set.labels).unwrap()).unwrap();
    let evaluate = Evaluate::new(&features(&set.data, &recipe), &recipe.features, &labels).unwrap();
    let results: Vec<Vec<f64>> = evaluate.units().into_iter().map(|unit| evaluate.run(unit)).collect();
    evaluate.finish(&results)
}

/// Recency, frequency and monetary by customer id.
pub(crate) fn rfm_of(set: &Set) -> BTreeMap<String, [f64; 3]> {
    let features = features(&set.data, &Recipe::default());
    assert_eq!(features.names[..3], ["recency", "frequency", "monetary"]);
    (0..features.len())
        .map(|row| {
            let values = features.values.row(row);
            (features.key(row), [values[0], values[1], values[2]])
        })
        .collect()
}

fn recipe(set: &Set, transform: TransformChoice) -> Recipe {
    let mut recipe = match set.features() {
        Some(columns) if set.is_table() => by_columns(columns),
        _ => Recipe::default(),
    };
    recipe.features.transform = transform;
    recipe
}

fn by_columns(columns: Vec<String>) -> Recipe {
    let mut recipe = Recipe::default();
    recipe.features.transform = TransformChoice::None;
    for name in &columns {
        let choice = ColumnChoice { role: Some(Role::Feature), ..ColumnChoice::default() };
        recipe.reading.columns.insert(name.clone(), choice);
    }
    recipe.features.columns = Some(columns);
    recipe
}

fn features(data: &Path, recipe: &Recipe) -> Features {
    pipeline::read(&fs::read(data).unwrap(), recipe).unwrap().0
}
