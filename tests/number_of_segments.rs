//! The whole job on tables made for the purpose: what is advised, what stays the same, and what hostile numbers do.

#![allow(clippy::unwrap_used)]

#[path = "pipeline/backwards.rs"]
mod backwards;
mod pipeline;

use ringfence::analysis::{Analysis, Executor, Segmentation, Serial};
use ringfence::customers::{Features, OutlierChoice, ScaleChoice, Status, TransformChoice};
use ringfence::documents::Recipe;
use ringfence::segments::Method;
use ringfence::{Error, Matrix, Notice};
use ringfence_sample::{Continuum, Design, Mixture, two_normal_groups};

use backwards::Backwards;

fn features(columns: usize, values: Vec<f64>) -> Features {
    let rows = values.len() / columns;
    Features {
        ids: (0..rows).map(|row| format!("C{row:07}")).collect(),
        id_header: Some("id".into()),
        data_rows: (1..=rows as u32).collect(),
        file_rows: (2..rows as u32 + 2).collect(),
        names: (1..=columns).map(|column| format!("x{column}")).collect(),
        values: Matrix::new(columns, values),
        status: vec![Status::Ok; rows],
        rows: rows as u64,
        ..Features::default()
    }
}

/// As little evidence as there can be.
fn quick() -> Recipe {
    let mut recipe = Recipe::default();
    recipe.features.transform = TransformChoice::None;
    (recipe.choose.references, recipe.choose.splits, recipe.choose.bootstraps) = (0, 0, 0);
    recipe.fit.restarts = Some(4);
    recipe
}

fn job(columns: usize, values: Vec<f64>, recipe: &Recipe) -> Result<Segmentation, Error> {
    Analysis::new(features(columns, values), recipe.clone())?.run(&Serial)
}

#[test]
fn groups_are_found_and_none_where_there_are_none() {
    for (design, k) in [(Design::Equal, Some(4)), (Design::SmallSegment, Some(4)), (Design::Normal, None)] {
        let drawn = design.draw(3);
        let recipe = Recipe::default();
        let segmentation = job(drawn.columns, drawn.values, &recipe).unwrap();
        let view = segmentation.view(&recipe).unwrap();
        assert_eq!(view.advised_k, k, "{design:?}");
        // Without natural groups four are shown, as useful slices.
        assert_eq!(view.k, k.unwrap_or(4));
        assert!(view.settled && view.stability.len() == view.k as usize);
        assert_eq!(view.advice.verdicts.len(), view.evidence.len());
    }
}

#[test]
fn noise_in_few_rows_of_many_columns_is_no_groups_and_far_groups_are() {
    for design in Design::FEW_ROWS {
        let drawn = design.draw(1);
        let mut recipe = Recipe::default();
        (recipe.choose.references, recipe.choose.bootstraps) = (0, 0);
        recipe.choose.max_k = 5;
        recipe.fit.restarts = Some(10);
        let mut analysis = Analysis::new(features(drawn.columns, drawn.values), recipe.clone()).unwrap();
        let starts = analysis.next_stage().unwrap();
        let partials = Serial.run(analysis.rows(), &starts).unwrap();
        analysis.merge(partials).unwrap();
        // The first look is taken before anything is split, and says nothing of so few.
        let first = analysis.preview().unwrap().view(&recipe).unwrap();
        assert_eq!(first.advised_k, None, "{}", design.name());
        let last = analysis.run(&Serial).unwrap().view(&recipe).unwrap();
        assert_eq!(last.advised_k, Some(drawn.k).filter(|&k| k > 1), "{}", design.name());
    }
}

#[test]
fn equal_ratings_are_values_and_no_groups() {
    // Every rating is a heap of its own, without spread; of five, no more than five can be tried.
    let mut recipe = Recipe::default();
    (recipe.choose.references, recipe.choose.bootstraps) = (0, 0);
    let ratings: Vec<f64> = (0..500_u32).map(|i| f64::from(1 + i % 5)).collect();
    let view = job(1, ratings, &recipe).unwrap().view(&recipe).unwrap();
    assert_eq!((view.advised_k, view.evidence[3].ashman_d), (None, None));
    let told = &view.advice.statements[1];
    assert_eq!((told.key.as_str(), &told.params["k"]), ("advice-only-kinds", &5.0.into()));
    assert!(view.notices.contains(&Notice::MaxKReduced { from: 10, to: 5 }), "{:?}", view.notices);
}

/// The advice on one table, by halves alone.
fn advised(drawn: ringfence_sample::Drawn) -> ringfence::validity::Advice {
    let mut recipe = Recipe::default();
    (recipe.choose.references, recipe.choose.bootstraps, recipe.choose.max_k) = (0, 0, 5);
    recipe.fit.restarts = Some(4);
    job(drawn.columns, drawn.values, &recipe).unwrap().advice().clone()
}

#[test]
fn what_only_looks_like_groups_is_none_and_is_called_by_its_name() {
    for (continuum, told) in [
        // K-means may divide eight columns by one of them, or by several.
        (Continuum::Flags, "advice-only-"),
        (Continuum::FlagBeside, "advice-only-flag"),
        (Continuum::Ring, "advice-one-piece"),
    ] {
        let advice = advised(continuum.draw(1_000, 5));
        assert_eq!(advice.k, None, "{continuum:?}");
        assert!(advice.statements[1].key.starts_with(told), "{continuum:?}: {:?}", advice.statements);
    }
    for continuum in [Continuum::ZeroInflated, Continuum::Heaped, Continuum::Capped, Continuum::Trend] {
        assert_eq!(advised(continuum.draw(600, 5)).k, None, "{continuum:?}");
    }
}

#[test]
fn groups_that_overlap_are_found_by_the_valley_between_them() {
    // The best there is puts 4 % of these customers into the wrong group.
    let advice = advised(two_normal_groups(1_000, 3.5, 5));
    assert_eq!((advice.k, advice.statements[0].key.as_str()), (Some(2), "advice-valleys"));
    assert_eq!(advised(Mixture::HeavyTails.draw(1_000, 0.03, 5)).k, Some(3));
    assert_eq!(advised(Mixture::Likert.draw(1_000, 0.005, 3)).k, Some(3));
}

#[test]
fn a_segment_that_a_sample_misses_is_not_called_firm_or_not() {
    // Twelve customers of 30,000 lie far off: a sample of 10,000 has about four of them.
    let values: Vec<f64> = (0..30_000_u32)
        .map(|i| if i % 2_500 == 7 { 1_000.0 } else { f64::from(i.wrapping_mul(2_654_435_761) >> 12) / 1e6 })
        .collect();
    let mut recipe = quick();
    (recipe.choose.k, recipe.choose.max_k, recipe.choose.bootstraps) = (Some(2), 2, 3);
    recipe.features.outliers = OutlierChoice::None;
    let view = job(1, values, &recipe).unwrap().view(&recipe).unwrap();
    assert_eq!(view.sizes, [29_988, 12]);
    assert_eq!(view.stability[1].key, "stability-unknown");
    assert_ne!(view.stability[0].key, "stability-unknown");
    assert_eq!(view.evidence[0].stability[1], None);
}

#[test]
fn wholesale_customers_are_no_natural_groups() {
    // 440 customers of a wholesaler by six kinds of goods: amounts that range over a continuum.
    let csv = std::fs::read_to_string("tests/data/wholesale_customers.csv").unwrap();
    let mut recipe = Recipe::default();
    recipe.choose.bootstraps = 0;
    let table = customers(&csv, &recipe);
    let view = Analysis::new(table, recipe.clone()).unwrap().run(&Serial).unwrap().view(&recipe).unwrap();
    assert_eq!((view.customers, view.advised_k), (440, None));
    assert_eq!(view.advice.statements[0].key, "advice-no-groups");
}

#[test]
fn the_order_in_which_units_run_changes_nothing() {
    let drawn = Design::UnequalSizes.draw(5);
    let recipe = Recipe::default();
    let with = |executor: &dyn Fn(Analysis) -> Segmentation| {
        let analysis = Analysis::new(features(drawn.columns, drawn.values.clone()), recipe.clone()).unwrap();
        executor(analysis).view(&recipe).unwrap()
    };
    assert_eq!(with(&|job| job.run(&Serial).unwrap()), with(&|job| job.run(&Backwards).unwrap()));
}

#[test]
fn there_is_something_to_show_after_the_first_stage_and_progress_ends_at_all_the_work() {
    let drawn = Design::Equal.draw(2);
    let recipe = Recipe::default();
    let mut job = Analysis::new(features(drawn.columns, drawn.values), recipe.clone()).unwrap();
    assert!(job.preview().is_none());
    let (mut done, mut stages) = (0.0, 0);
    while let Some(units) = job.next_stage() {
        let work = job.work_of_stage();
        assert_eq!(work.len(), units.len());
        assert!(work.iter().all(|&work| work > 0.0));
        done += work.iter().sum::<f64>();
        let partials = Serial.run(job.rows(), &units).unwrap();
        job.merge(partials).unwrap();
        stages += 1;
        if stages == 1 {
            let preview = job.preview().unwrap().view(&recipe).unwrap();
            assert_eq!(
                (preview.k, preview.settled, preview.customers),
                (4, false, job.rows().count() as u64)
            );
        }
    }
    assert!((done / job.total_work() - 1.0).abs() < 1e-9, "{done} of {}", job.total_work());
    assert!(job.preview().is_none());
}

#[test]
fn one_more_customer_keeps_the_numbers() {
    // Two groups of about the same size: by size, the larger is segment 1.
    let values = |first: usize, second: usize| -> Vec<f64> {
        let group = |count: usize, at: f64| (0..count).map(move |i| at + (i * i % 17) as f64 / 17.0);
        group(first, 0.0).chain(group(second, 100.0)).collect()
    };
    let recipe = Recipe { choose: ringfence::validity::KPolicy { k: Some(2), ..quick().choose }, ..quick() };
    let of_first_customer = |segmentation: &Segmentation| segmentation.assignments(&recipe).unwrap()[0];
    let before = job(1, values(51, 50), &recipe).unwrap();
    assert_eq!(of_first_customer(&before), Some(0));
    let after = |anchored: bool| {
        let mut job = Analysis::new(features(1, values(51, 52)), recipe.clone()).unwrap();
        if anchored {
            job.keep_numbers(before.anchor());
        }
        job.run(&Serial).unwrap()
    };
    assert_eq!(of_first_customer(&after(false)), Some(1));
    assert_eq!(of_first_customer(&after(true)), Some(0));
}

/// The customers of a CSV file.
fn customers(csv: &str, recipe: &Recipe) -> Features {
    pipeline::read(csv.as_bytes(), recipe).unwrap().0
}

#[test]
fn segments_tell_the_last_quarter_in_advance_where_habits_last() {
    // Over 13 months twenty regulars buy for 100 on the first of each month, twenty others bought once, for 10, in the first month.
    let mut csv = "order,customer,date,amount\n".to_owned();
    for month in 0..13 {
        let (year, of_year) = (2023 + month / 12, month % 12 + 1);
        for customer in 0..20 {
            csv += &format!("R{month}-{customer},A{customer},{year}-{of_year:02}-01,100\n");
            if month == 0 {
                csv += &format!("S{customer},B{customer},{year}-{of_year:02}-15,10\n");
            }
        }
    }
    let mut recipe = quick();
    recipe.choose.k = Some(2);
    for method in [Method::Kmeans, Method::Ward] {
        recipe.fit.method = method;
        let now = customers(&csv, &recipe);
        let mut segmentation = Analysis::new(now, recipe.clone()).unwrap().run(&Serial).unwrap();
        let earlier = segmentation.foresight_recipe(&recipe).unwrap();
        // The day after the last purchase, 2024-01-01, less 91 days.
        assert_eq!(earlier.customers.reference_day.as_deref(), Some("2023-10-03"));
        let before = Analysis::new(customers(&csv, &earlier), earlier).unwrap().fit(&Serial).unwrap();
        let told = segmentation.foretell(&before, &recipe).unwrap().unwrap().clone();
        assert_eq!(segmentation.view(&recipe).unwrap().foresight.as_ref(), Some(&told));
        assert_eq!((told.days, told.customers, told.k), (["2023-10-03".into(), "2024-01-01".into()], 40, 2));
        for outcome in [told.spending, told.orders, told.returning] {
            assert_eq!((outcome.segments, outcome.quintiles), (1.0, 1.0), "{}", method.name());
        }
    }
    let short = csv.lines().take(200).fold(String::new(), |text, line| text + line + "\n");
    let segmentation =
        Analysis::new(customers(&short, &recipe), recipe.clone()).unwrap().run(&Serial).unwrap();
    assert_eq!(segmentation.foresight_recipe(&recipe), None);
}

#[test]
fn the_advice_on_very_many_customers_is_taken_on_samples_and_says_so() {
    let values: Vec<f64> = (0..60_000_u32)
        .flat_map(|i| {
            let noise = |by: u32| f64::from(i.wrapping_mul(by).wrapping_mul(2_654_435_761) >> 20) / 4_096.0;
            [f64::from(i % 3) * 20.0 + noise(3), noise(7)]
        })
        .collect();
    let mut recipe = quick();
    recipe.choose.max_k = 5;
    recipe.features.scale = ScaleChoice::None;
    let segmentation = job(2, values.clone(), &recipe).unwrap();
    let view = segmentation.view(&recipe).unwrap();
    assert_eq!((view.advised_k, &view.sizes[..]), (Some(3), &[20_000; 3][..]));
    assert!(view.notices.iter().any(|notice| matches!(notice, Notice::SampledStarts { .. })));
    let three = &view.evidence[1];
    assert!(three.silhouette_error > 0.0 && three.silhouette_error < 0.01);
    // Another sample differs by what its error says.
    let other =
        Recipe { fit: ringfence::segments::FitOptions { seed: 5, ..recipe.fit.clone() }, ..recipe.clone() };
    let again = job(2, values, &other).unwrap().view(&other).unwrap();
    let off = (again.evidence[1].silhouette - three.silhouette).abs();
    assert!(off > 0.0 && off < 4.0 * three.silhouette_error, "{off} beside {}", three.silhouette_error);
    // Everyone is fitted: the solution is a fixed point, whose inertia is that of its labels.
    assert!(segmentation.solution(&recipe).unwrap().converged);
}

#[test]
fn hostile_numbers_are_right_or_a_sentence() {
    let recipe = quick();
    let huge_and_tiny: Vec<f64> = (0..40_u32)
        .flat_map(|i| [1e12 * f64::from(i % 2) + f64::from(i), 1e-12 * f64::from(i % 7)])
        .collect();
    assert!(job(2, huge_and_tiny.clone(), &recipe).is_ok());
    let mut unscaled = quick();
    unscaled.features.scale = ScaleChoice::None;
    let view = job(2, huge_and_tiny, &unscaled).unwrap().view(&unscaled).unwrap();
    assert_eq!((view.k, view.sizes), (2, vec![20, 20]));
    assert_eq!(job(2, vec![3.0; 60], &recipe).err(), Some(Error::NoVariation));
    let two: Vec<f64> = (0..60_u32).map(|i| f64::from(i % 2)).collect();
    let view = job(1, two, &recipe).unwrap().view(&recipe).unwrap();
    assert_eq!((view.advised_k, view.inertia, view.silhouette), (Some(2), 0.0, 1.0));
    let mut infinite: Vec<f64> = (0..60).map(f64::from).collect();
    infinite[7] = f64::INFINITY;
    assert_eq!(job(2, infinite, &recipe).err(), Some(Error::NotFinite { column: "x2".into() }));
    let wide: Vec<f64> = (0..50 * 500_u32).map(|i| f64::from(i.wrapping_mul(2_654_435_761) >> 12)).collect();
    assert_eq!(job(500, wide, &quick()).unwrap().view(&quick()).unwrap().advised_k, None);
}

#[test]
fn numbers_whose_squares_are_no_numbers() {
    let spread = |unit: f64| (0..60_u32).map(|i| unit * f64::from(i % 3)).collect::<Vec<_>>();
    for scale in [ScaleChoice::Standard, ScaleChoice::None] {
        let mut recipe = quick();
        recipe.features.scale = scale;
        let too_large = Some(Error::NotFinite { column: "x1".into() });
        assert_eq!(job(1, spread(7e200), &recipe).err(), too_large);
        assert_eq!(job(1, spread(1e-320), &recipe).err(), Some(Error::NoVariation));
        assert_eq!(job(1, spread(1e149), &recipe).unwrap().view(&recipe).unwrap().sizes.len(), 3);
    }
}

#[test]
#[ignore = "a million customers, in npm run check:long"]
fn a_million_customers_of_one_column() {
    let values: Vec<f64> =
        (0..1_000_000_u32).map(|i| f64::from(i.wrapping_mul(2_654_435_761) >> 8)).collect();
    let recipe = quick();
    assert_eq!(job(1, values, &recipe).unwrap().view(&recipe).unwrap().advised_k, None);
}
