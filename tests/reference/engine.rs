//! The engine as these tests use it.

use std::collections::BTreeMap;
use std::fs;

use ringfence::analysis::{Analysis, Evaluate, Evaluation, Executor, Labels, SegmentsView};
use ringfence::customers::{Builder, Features, TransformChoice};
use ringfence::documents::Recipe;
use ringfence::table::{ColumnChoice, Inspector, Reader, Role};

use crate::files::Set;

/// The segments of a set for one k.
pub(crate) fn segment(
    set: &Set,
    transform: TransformChoice,
    k: u32,
    executor: &impl Executor,
) -> SegmentsView {
    let mut recipe = recipe(set, transform);
    recipe.choose.k = Some(k);
    let segmentation = Analysis::new(features(set, &recipe), recipe.clone()).unwrap().run(executor).unwrap();
    segmentation.view(&recipe).unwrap()
}

/// The measures of the oracle's own labels.
pub(crate) fn evaluate(set: &Set, transform: TransformChoice) -> Vec<Evaluation> {
    let recipe = recipe(set, transform);
    let labels = Labels::from_csv(&fs::read(&set.labels).unwrap()).unwrap();
    let evaluate =
        Evaluate::new(&features(set, &recipe), &recipe.features, &recipe.cleaning, &labels).unwrap();
    let results: Vec<Vec<f64>> = evaluate.units().into_iter().map(|unit| evaluate.run(unit)).collect();
    evaluate.finish(&results)
}

/// Recency, frequency and monetary by customer id.
pub(crate) fn rfm_of(set: &Set) -> BTreeMap<String, [f64; 3]> {
    let features = features(set, &Recipe::default());
    assert_eq!(features.names[..3], ["recency", "frequency", "monetary"]);
    (0..features.len())
        .map(|row| {
            let values = features.values.row(row);
            (features.key(row), [values[0], values[1], values[2]])
        })
        .collect()
}

fn recipe(set: &Set, transform: TransformChoice) -> Recipe {
    let mut recipe = Recipe::default();
    recipe.features.transform = transform;
    if set.is_table() {
        recipe.features.columns = set.features();
        for name in set.features().unwrap() {
            let choice = ColumnChoice { role: Some(Role::Feature), ..ColumnChoice::default() };
            recipe.reading.columns.insert(name, choice);
        }
    }
    recipe
}

fn features(set: &Set, recipe: &Recipe) -> Features {
    let bytes = fs::read(&set.data).unwrap();
    let mut inspector = Inspector::new();
    inspector.push(&bytes).unwrap();
    let reading = inspector.finish().unwrap().reading(&recipe.reading).unwrap();
    let mut builder = Builder::new(&reading, &recipe.features, &recipe.cleaning).unwrap();
    let mut reader = Reader::new(&reading);
    reader.push(&bytes, &mut |batch| builder.push(batch)).unwrap();
    reader.finish(&mut |batch| builder.push(batch)).unwrap();
    builder.finish().unwrap()
}
