//! The whole job by other methods than K-means: the same contracts, agreement with K-means, and what hostile numbers do.

#![allow(clippy::unwrap_used)]

#[path = "pipeline/backwards.rs"]
mod backwards;
mod pipeline;

use ringfence::analysis::{Analysis, Executor, Segmentation, Serial};
use ringfence::change::score;
use ringfence::customers::{Features, TransformChoice};
use ringfence::documents::{Model, Recipe};
use ringfence::release::Ledger;
use ringfence::segments::Method;
use ringfence::table::Reading;
use ringfence::validity::{Labelling, adjusted_rand, davies_bouldin, silhouette};

use ringfence_sample::Design;

use backwards::Backwards;

const OTHERS: [Method; 3] = [Method::MixtureDiagonal, Method::MixtureFull, Method::Ward];

/// As little evidence as there can be.
fn recipe(method: Method) -> Recipe {
    let mut recipe = Recipe::default();
    recipe.features.transform = TransformChoice::None;
    recipe.choose.max_k = 6;
    (recipe.choose.references, recipe.choose.splits, recipe.choose.bootstraps) = (0, 0, 0);
    recipe.fit.restarts = Some(4);
    recipe.fit.method = method;
    recipe
}

/// A table as a shop has it, its rows from `first` on and round.
fn file(columns: usize, values: &[f64], first: usize) -> String {
    let rows = values.len() / columns;
    let header: String = (1..=columns).map(|column| format!(",x{column}")).collect();
    let row = |row: usize| {
        let cells: String = values[row * columns..][..columns].iter().map(|x| format!(",{x:.6}")).collect();
        format!("C{row:05}{cells}\n")
    };
    format!("id{header}\n") + &(0..rows).map(|at| row((at + first) % rows)).collect::<String>()
}

fn read(text: &str, recipe: &Recipe) -> (Features, Reading) {
    pipeline::read(text.as_bytes(), recipe).unwrap()
}

fn job(bytes: &str, recipe: &Recipe) -> Segmentation {
    Analysis::new(read(bytes, recipe).0, recipe.clone()).unwrap().run(&Serial).unwrap()
}

#[test]
fn groups_that_stand_apart_are_found_by_every_method() {
    let drawn = Design::Equal.draw(3);
    let bytes = file(drawn.columns, &drawn.values, 0);
    for method in OTHERS {
        let recipe = recipe(method);
        let job = job(&bytes, &recipe);
        let view = job.view(&recipe).unwrap();
        let opinion = view.second_opinion.as_ref().unwrap();
        assert_eq!((view.method, view.k, view.advised_k), (method, 4, Some(4)));
        assert!(opinion.agreement > 0.97, "{method:?} {}", opinion.agreement);
        assert_eq!(opinion.statements[0].key, "opinion-agrees-nearly-wholly");
        assert_eq!(opinion.bic_k, if method == Method::Ward { None } else { Some(4) });
        assert_eq!(opinion.evidence.iter().map(|one| one.k).collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
        if let Some(tree) = &opinion.tree {
            let mut sizes = [0; 4];
            for (&segment, size) in tree.segments.iter().zip(&tree.tree.sizes) {
                sizes[segment as usize] += size;
            }
            assert!(view.segments.iter().map(|segment| segment.size).eq(sizes), "{sizes:?}");
        }
        assert_eq!(view.sizes.iter().sum::<u64>(), view.customers);
        assert!(view.stability.is_empty() && view.importance.is_some());
    }
    let recipe = recipe(Method::Kmeans);
    assert_eq!(job(&bytes, &recipe).view(&recipe).unwrap().second_opinion, None);
}

#[test]
fn measures_are_those_of_the_labels() {
    let drawn = Design::Normal.draw(4);
    let bytes = file(drawn.columns, &drawn.values, 0);
    for method in OTHERS {
        let mut recipe = recipe(method);
        recipe.choose.k = Some(3);
        let job = job(&bytes, &recipe);
        let (view, labels) = (job.view(&recipe).unwrap(), job.labels(&recipe).unwrap());
        let matrix = &*job.prepared().coordinates.rows().to_matrix();
        let labelling = Labelling { labels: &labels, k: view.k as usize };
        assert!((view.silhouette - silhouette(matrix, labelling)).abs() < 1e-12);
        assert!((view.davies_bouldin - davies_bouldin(matrix, labelling)).abs() < 1e-12);
        // One crowd is divided by each method in its own way.
        let kmeans = ringfence::segments::assign(matrix, &job.solutions()[1].centroids);
        let agreement = view.second_opinion.unwrap().agreement;
        assert!((agreement - adjusted_rand(&kmeans, &labels)).abs() < 1e-12 && agreement < 0.95);
        let sizes: Vec<u64> = view.segments.iter().map(|segment| segment.size).collect();
        assert!(sizes.is_sorted_by(|a, b| a >= b), "numbered by size: {sizes:?}");
        assert!(job.solution(&recipe).unwrap().inertia >= job.solutions()[1].inertia);
    }
}

#[test]
fn a_model_gives_its_own_file_every_label_again() {
    let drawn = Design::UnequalSpreads.draw(2);
    for method in OTHERS {
        let mut recipe = recipe(method);
        recipe.choose.k = Some(5);
        let (features, reading) = read(&file(drawn.columns, &drawn.values, 0), &recipe);
        let job = Analysis::new(features, recipe.clone()).unwrap().run(&Serial).unwrap();
        let json = job.model(&recipe, &reading).unwrap().to_json();
        let model = Model::from_json(&json).unwrap();
        let (again, _) = read(&file(drawn.columns, &drawn.values, 17), &recipe);
        let scored = score(&again, &model.preparation, &model.partition()).unwrap();
        assert_eq!(scored, job.assignments(&recipe).unwrap(), "{method:?}");
        assert!(
            job.release(&recipe, &Ledger::new(job.features()))
                .is_ok_and(|released| released.method() == method)
        );
        let torn = json.replacen("\"weights\": [", "\"weights\": [1.0,", 1).replacen(
            "\"segments\": [\n",
            "\"segments\": [ 0,\n",
            1,
        );
        assert!(torn != json && Model::from_json(&torn).is_err(), "{method:?}");
    }
}

#[test]
fn neither_the_order_of_rows_nor_that_of_units_changes_anything() {
    let drawn = Design::UnequalSizes.draw(5);
    let [one, other] = [0, 23].map(|first| file(drawn.columns, &drawn.values, first));
    for method in OTHERS {
        let recipe = recipe(method);
        let expected = job(&one, &recipe).view(&recipe).unwrap();
        assert_eq!(job(&other, &recipe).view(&recipe).unwrap(), expected, "{method:?}");
        let backwards = Analysis::new(read(&one, &recipe).0, recipe.clone()).unwrap().run(&Backwards);
        assert_eq!(backwards.unwrap().view(&recipe).unwrap(), expected, "{method:?}");
    }
}

#[test]
fn progress_ends_at_all_the_work() {
    let drawn = Design::Equal.draw(2);
    for method in OTHERS {
        let recipe = recipe(method);
        let (features, _) = read(&file(drawn.columns, &drawn.values, 0), &recipe);
        let mut job = Analysis::new(features, recipe).unwrap();
        let mut done = 0.0;
        while let Some(units) = job.next_stage() {
            done += job.work_of_stage().iter().sum::<f64>();
            let partials = Serial.run(job.rows(), &units).unwrap();
            let shown = job.preview().map(|preview| preview.opinion().is_some());
            assert_eq!(shown, job.fitted().then_some(true), "other segments than those of K-means, or none");
            job.merge(partials).unwrap();
        }
        assert!((done / job.total_work() - 1.0).abs() < 1e-9, "{method:?}: {done} of {}", job.total_work());
    }
}

#[test]
fn hostile_tables_are_divided_all_the_same() {
    let collinear: Vec<f64> =
        (0..90).flat_map(|row| [1.0, 2.0, -3.0].map(|x| x * f64::from(row * row % 31))).collect();
    let three_points: Vec<f64> =
        (0..60).flat_map(|row| [f64::from(row % 3), f64::from(row % 3 * 5)]).collect();
    let one_far: Vec<f64> = (0..60)
        .flat_map(|row| [if row == 7 { 1e9 } else { f64::from(row % 5) }, f64::from(row % 7)])
        .collect();
    for (columns, values) in [(3, collinear), (2, three_points), (2, one_far)] {
        let bytes = file(columns, &values, 0);
        for method in OTHERS {
            let recipe = recipe(method);
            let (features, _) = read(&bytes, &recipe);
            let job = Analysis::new(features, recipe.clone()).unwrap().run(&Serial).unwrap();
            for k in job.solutions().iter().map(|solution| solution.k() as u32).collect::<Vec<_>>() {
                let mut recipe = recipe.clone();
                recipe.choose.k = Some(k);
                let view = job.view(&recipe).unwrap();
                assert!(
                    view.k >= 1 && view.k <= k && view.sizes.iter().all(|&size| size > 0),
                    "{method:?} {k}"
                );
                let opinion = view.second_opinion.unwrap();
                let told = opinion.statements.iter().any(|one| one.key == "opinion-fewer");
                assert_eq!(told, view.k < k);
                let measured = [view.silhouette, view.inertia, view.calinski_harabasz, opinion.agreement];
                assert!(measured.iter().all(|value| value.is_finite()), "{method:?} {k} {measured:?}");
            }
        }
    }
}
