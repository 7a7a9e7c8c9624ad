//! What cannot be seen in the segments: the order of the file's rows, the number of workers, how they were numbered before.

#![allow(clippy::unwrap_used)]

mod pipeline;

use std::fs;

use ringfence::analysis::{Analysis, Anchor, Executor, Partial, Segmentation, Serial, Unit, run};
use ringfence::customers::{Features, ScaleChoice, TransformChoice};
use ringfence::documents::{Model, Recipe};
use ringfence::table::Reading;
use ringfence::validity::KPolicy;
use ringfence::{Error, Matrix, Rows};

/// Units dealt out to so many threads, each taking the next when it is done with one.
struct Workers(usize);

impl Executor for Workers {
    fn run(&self, rows: Rows<'_>, units: &[Unit]) -> Result<Vec<Partial>, Error> {
        let next = std::sync::atomic::AtomicUsize::new(0);
        let take = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                match units.get(at) {
                    Some(unit) => done.push((at, run(rows, unit))),
                    None => return done,
                }
            }
        };
        let mut all: Vec<_> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..self.0).map(|_| scope.spawn(take)).collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
        });
        all.sort_by_key(|(at, _)| *at);
        all.into_iter().map(|(_, partial)| partial).collect()
    }
}

fn read(csv: &str, recipe: &Recipe) -> (Features, Reading) {
    pipeline::read(csv.as_bytes(), recipe).unwrap()
}

/// A recipe with less evidence than usual, so that the tests are quick.
fn recipe() -> Recipe {
    let mut recipe = Recipe::default();
    (recipe.choose.references, recipe.choose.splits, recipe.choose.bootstraps) = (5, 5, 5);
    recipe.fit.restarts = Some(3);
    recipe
}

fn segmentation(csv: &str, recipe: &Recipe, executor: &impl Executor) -> Segmentation {
    Analysis::new(read(csv, recipe).0, recipe.clone()).unwrap().run(executor).unwrap()
}

/// Everything that is seen, to the last digit, save the rows that notices name.
fn seen(segmentation: &Segmentation, recipe: &Recipe) -> String {
    let mut view = segmentation.view(recipe).unwrap();
    view.notices.clear();
    let labels = segmentation.assignments(recipe).unwrap();
    let ids = &segmentation.features().ids;
    let map = segmentation.map(recipe).unwrap();
    format!(
        "{}\n{ids:?}\n{labels:?}\n{}",
        serde_json::to_string(&view).unwrap(),
        serde_json::to_string(&map).unwrap()
    )
}

/// The same rows in another order.
fn shuffled(csv: &str) -> String {
    let (head, rows) = csv.split_once('\n').unwrap();
    let mut rows: Vec<(usize, &str)> = rows.lines().enumerate().collect();
    rows.sort_by_key(|(at, _)| (*at as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    rows.into_iter().fold(format!("{head}\n"), |csv, (_, row)| csv + row + "\n")
}

/// Customers of three crowds, and the file's order of them; `more` of them come last.
fn crowds(more: usize) -> String {
    let row = |i: usize| {
        let (crowd, noise) = (i % 3, (i * i * 7 % 31) as f64 / 31.0);
        format!("C{i:04},{},{}\n", 10.0 * crowd as f64 + noise, 5.0 * (crowd * crowd) as f64 - noise)
    };
    (0..150).chain(900..900 + more).map(row).fold("id,visits,basket\n".to_owned(), |csv, row| csv + &row)
}

fn labels(segmentation: &Segmentation, recipe: &Recipe) -> Vec<u32> {
    segmentation.assignments(recipe).unwrap().into_iter().flatten().collect()
}

#[test]
fn rows_of_the_file_in_another_order_give_the_same_segments() {
    let retail = fs::read_to_string("tests/data/online_retail_sample.csv").unwrap();
    for csv in [retail, crowds(0)] {
        let other = shuffled(&csv);
        assert_ne!(csv, other);
        let of = |csv: &str| seen(&segmentation(csv, &recipe(), &Serial), &recipe());
        assert_eq!(of(&csv), of(&other));
    }
}

#[test]
fn another_worker_changes_no_byte() {
    let csv = fs::read_to_string("tests/data/online_retail_sample.csv").unwrap();
    let of = |executor: &dyn Fn(Analysis) -> Segmentation| {
        let analysis = Analysis::new(read(&csv, &recipe()).0, recipe()).unwrap();
        seen(&executor(analysis), &recipe())
    };
    let alone = of(&|analysis| analysis.run(&Serial).unwrap());
    for workers in [1, 2, 5] {
        assert_eq!(of(&|analysis| analysis.run(&Workers(workers)).unwrap()), alone, "{workers} workers");
    }
}

#[test]
fn as_many_segments_as_distinct_customers_leave_no_inertia() {
    // Each of twelve customers five times; whole numbers, so that means are exact.
    let row = |i: usize| format!("C{i:03},{},{}\n", i % 12 * 3, (i % 12) * (i % 12));
    let csv = (0..60).map(row).fold("id,visits,basket\n".to_owned(), |csv, row| csv + &row);
    let mut recipe = recipe();
    (recipe.choose.k, recipe.choose.max_k) = (Some(12), 12);
    (recipe.features.transform, recipe.features.scale) = (TransformChoice::None, ScaleChoice::None);
    let view = segmentation(&csv, &recipe, &Serial).view(&recipe).unwrap();
    assert_eq!((view.k, view.inertia, view.sizes), (12, 0.0, vec![5; 12]));
    recipe.choose.k = Some(13);
    let refused = Analysis::new(read(&csv, &recipe).0, recipe).err();
    assert_eq!(refused, Some(Error::KTooLarge { k: 13, distinct: 12 }));
}

#[test]
fn what_is_no_number_is_a_missing_value() {
    let mut csv = crowds(0);
    csv = csv.replacen("C0007,", "C0007,NaN,1\nC9007,", 1);
    let view = segmentation(&csv, &recipe(), &Serial).view(&recipe()).unwrap();
    assert_eq!((view.customers, view.set_aside.missing_values), (150, 1));
}

#[test]
fn a_recipe_gives_the_numbers_again_that_it_was_saved_with() {
    let mut recipe = recipe();
    recipe.choose.k = Some(3);
    let by_rule = segmentation(&crowds(0), &recipe, &Serial);
    // A model whose segments have other numbers than the rule would give them.
    let mut model = by_rule.model(&recipe, &read(&crowds(0), &recipe).1).unwrap();
    model.centroids = model.centroids.select([2, 0, 1]);
    let model = Model::from_json(&model.to_json()).unwrap();
    let mut kept = Analysis::new(read(&crowds(2), &recipe).0, recipe.clone()).unwrap();
    kept.keep_numbers(Anchor::of_model(&model));
    let kept = kept.run(&Serial).unwrap();
    let renumbered: Vec<u32> =
        labels(&by_rule, &recipe).iter().map(|&label| [1, 2, 0][label as usize]).collect();
    assert_eq!(labels(&kept, &recipe)[..150], renumbered);
    // Without the model, the saved recipe alone does it.
    let saved = Recipe::from_json(&kept.recipe(&recipe).unwrap().to_json()).unwrap();
    assert_eq!(saved.choose.advised, Some(3));
    let again = segmentation(&crowds(2), &saved, &Serial);
    assert_eq!(labels(&again, &saved), labels(&kept, &recipe));
    assert_ne!(labels(&segmentation(&crowds(2), &recipe, &Serial), &recipe), labels(&kept, &recipe));
}

#[test]
fn other_segments_are_numbered_afresh() {
    let mut recipe = recipe();
    recipe.choose.k = Some(3);
    let mut model =
        segmentation(&crowds(0), &recipe, &Serial).model(&recipe, &read(&crowds(0), &recipe).1).unwrap();
    // Far from everybody but one: no segment of it is one of these.
    let far = model.centroids.row(0).iter().map(|value| value + 1e6).collect::<Vec<_>>();
    model.centroids = Matrix::new(2, [model.centroids.row(0), &far, &far].concat());
    let mut job = Analysis::new(read(&crowds(0), &recipe).0, recipe.clone()).unwrap();
    job.keep_numbers(Anchor::of_model(&model));
    let after = job.run(&Serial).unwrap();
    assert_eq!(seen(&after, &recipe), seen(&segmentation(&crowds(0), &recipe, &Serial), &recipe));
}

#[test]
fn what_was_seen_at_first_look_keeps_its_numbers() {
    let csv = fs::read_to_string("tests/data/online_retail_sample.csv").unwrap();
    let mut recipe = recipe();
    (recipe.choose.k, recipe.fit.restarts) = (Some(4), Some(12));
    let mut job = Analysis::new(read(&csv, &recipe).0, recipe.clone()).unwrap();
    let partials = Serial.run(job.rows(), &job.next_stage().unwrap()).unwrap();
    job.merge(partials).unwrap();
    let look = labels(&job.preview().unwrap(), &recipe);
    let settled = labels(&job.run(&Serial).unwrap(), &recipe);
    let same = look.iter().zip(&settled).filter(|(look, settled)| look == settled).count();
    assert!(same as f64 > 0.9 * look.len() as f64, "{same} of {}", look.len());
}

#[test]
fn how_firm_segments_are_can_be_asked_for_any_number_of_them_and_is_the_same() {
    let at_first = Recipe { choose: KPolicy { k: Some(5), ..recipe().choose }, ..recipe() };
    let csv = crowds(0);
    let before = segmentation(&csv, &recipe(), &Serial);
    assert!(before.view(&at_first).unwrap().stability.is_empty());
    let later = before.again(at_first.clone()).unwrap().run(&Workers(2)).unwrap();
    let first = segmentation(&csv, &at_first, &Serial);
    assert_eq!(later.view(&at_first).unwrap().stability, first.view(&at_first).unwrap().stability);
    // Nothing is left to be done when it is asked for once more.
    assert_eq!(later.again(at_first).unwrap().next_stage(), None);
}
