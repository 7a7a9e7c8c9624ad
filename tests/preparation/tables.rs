//! Customer tables from bytes to segments: kinds, dates, ages, scales, bands.

use ringfence::Error;
use ringfence::analysis::{Analysis, CustomersView, Segmentation, SegmentsView, Serial};
use ringfence::change::score;
use ringfence::customers::{CleaningKind, Features, Measure, RepeatedChoice};
use ringfence::documents::{Model, Recipe, summary_json};
use ringfence::release::{Ledger, ReleasedSegment};
use ringfence::table::{ColumnChoice, Role};

use crate::pipeline::read;

/// 60 customers: two tiers that go with spend, a colour that goes with nothing, a date each, a year of birth.
fn file(reversed: bool) -> String {
    let line = |n: u32| {
        let (tier, spend) = if n.is_multiple_of(2) { ("High", 900 + n) } else { ("Low", 100 + n) };
        let colour = match n {
            0..=24 => "red",
            25..=48 => "blue",
            49 => "",
            _ => ["teal", "plum"][n as usize % 2],
        };
        format!("C{n:02};{tier};{colour};{spend};2020-01-{:02};{}\n", 1 + n % 28, 1950 + n)
    };
    let mut lines: Vec<String> = (0..60).map(line).collect();
    if reversed {
        lines.reverse();
    }
    format!("Customer ID;Loyalty;Colour;Spend;Joined;Year of birth\n{}", lines.concat())
}

fn recipe(columns: &[&str]) -> Recipe {
    let mut recipe = Recipe::default();
    recipe.choose.k = Some(2);
    recipe.features.columns = Some(columns.iter().map(|name| (*name).to_owned()).collect());
    let choice = ColumnChoice { role: Some(Role::Feature), ..ColumnChoice::default() };
    recipe.reading.columns.insert("Year of birth".into(), choice);
    recipe
}

fn segment(features: Features, recipe: &Recipe) -> Segmentation {
    Analysis::new(features, recipe.clone()).unwrap().run(&Serial).unwrap()
}

fn value(features: &Features, customer: usize, name: &str) -> f64 {
    features.values.row(customer)[features.position(name).unwrap()]
}

#[test]
fn every_column_is_offered_and_numbers_are_taken() {
    let (features, _) = read(file(false).as_bytes(), &Recipe::default()).unwrap();
    assert_eq!(features.names, ["Spend", "Joined", "Loyalty"]);
    assert_eq!(features.measures[1], Measure::DaysSince);
    assert_eq!(features.measures[2], Measure::Ordinal { levels: vec!["Low".into(), "High".into()] });
    assert_eq!(features.categories[0].name, "Colour");
    // The last one joined on the 28th, so days are counted to the 29th.
    assert_eq!((value(&features, 0, "Joined"), value(&features, 27, "Joined")), (28.0, 1.0));
    assert!(value(&features, 0, "Loyalty") > value(&features, 1, "Loyalty"));
    let view = CustomersView::new(&features, &Recipe::default());
    let suggested: Vec<(&str, bool)> =
        view.verdicts.iter().map(|verdict| (verdict.name.as_str(), verdict.suggested)).collect();
    assert_eq!(suggested, [("Spend", true), ("Joined", false), ("Loyalty", false), ("Colour", false)]);
    let colour = &view.categories[0];
    let levels: Vec<(&str, u64)> =
        colour.levels.iter().map(|one| (one.level.as_str(), one.customers)).collect();
    assert_eq!(levels, [("red", 25), ("blue", 24)]);
    assert_eq!((colour.other, colour.missing, colour.distinct), (10, 1, 4));
    let spend = &view.features[0];
    assert_eq!((spend.distinct, spend.histogram.iter().sum::<u32>()), (60, 60));
    assert_eq!(spend.after.as_ref().unwrap().histogram.iter().sum::<u32>(), 60);
    assert_eq!(segment(features, &Recipe::default()).view(&Recipe::default()).unwrap().features, ["Spend"]);
}

#[test]
fn ages_come_from_years_of_birth_and_in_bands() {
    let mut recipe = recipe(&["Year of birth"]);
    let (features, _) = read(file(false).as_bytes(), &recipe).unwrap();
    assert_eq!(features.measures[features.position("Year of birth").unwrap()], Measure::Age);
    assert_eq!((value(&features, 0, "Year of birth"), value(&features, 59, "Year of birth")), (70.0, 11.0));
    recipe.customers.bands.insert("Year of birth".into(), 20.0);
    recipe.customers.reference_day = Some("2030-06-30".into());
    let (features, _) = read(file(false).as_bytes(), &recipe).unwrap();
    assert_eq!((value(&features, 0, "Year of birth"), value(&features, 59, "Year of birth")), (90.0, 30.0));
    recipe.customers.bands.insert("Year of birth".into(), 0.0);
    assert_eq!(
        read(file(false).as_bytes(), &recipe).unwrap_err(),
        Error::BadBand { column: "Year of birth".into() }
    );
}

#[test]
fn kinds_cluster_beside_numbers_and_a_model_scores_its_own_file() {
    let recipe = recipe(&["Spend", "Colour", "Loyalty"]);
    let (features, reading) = read(file(false).as_bytes(), &recipe).unwrap();
    let job = segment(features.clone(), &recipe);
    let preparation = &job.prepared().preparation;
    assert_eq!(preparation.coordinates(), ["Spend", "Loyalty", "Colour=blue", "Colour=red", "Colour=*"]);
    assert_eq!(preparation.blocks(), [0..1, 1..2, 2..5]);
    assert_eq!(job.view(&recipe).unwrap().features, ["Spend", "Loyalty", "Colour"]);
    let model = Model::from_json(&job.model(&recipe, &reading).unwrap().to_json()).unwrap();
    assert_eq!(model.reference_day.as_deref(), Some("2020-01-29"));
    let (again, _) = read(file(true).as_bytes(), &recipe).unwrap();
    let scored =
        score(&again.counted_to(model.day().unwrap()), &model.preparation, &model.partition()).unwrap();
    assert_eq!(scored, job.assignments(&recipe).unwrap());
    let segment = &job.segments(&recipe).unwrap()[0];
    let colours: Vec<(&str, f64)> =
        segment.categories[0].levels.iter().map(|one| (one.level.as_str(), one.everyone)).collect();
    // One of the sixty has no colour.
    assert_eq!(colours, [("blue", 24.0 / 59.0), ("red", 25.0 / 59.0)]);
}

#[test]
fn levels_are_cells_of_the_file_and_stay_in_it() {
    let recipe = recipe(&["Spend", "Colour", "Loyalty"]);
    // Twice the sixty, under other ids: of so many, features are told of.
    let (head, lines) =
        file(false).split_once('\n').map(|(head, lines)| (head.to_owned(), lines.to_owned())).unwrap();
    let twice = format!("{head}\n{lines}{}", lines.replace("C", "D"));
    let (features, _) = read(twice.as_bytes(), &recipe).unwrap();
    let released = segment(features.clone(), &recipe).release(&recipe, &Ledger::new(&features)).unwrap();
    let summary = summary_json(&released, &|segment: &ReleasedSegment| segment.number.to_string());
    assert!(!summary.contains("blue") && summary.contains("Spend"), "{summary}");
}

#[test]
fn kinds_alone_are_clustered_by_where_there_is_nothing_else() {
    let bytes: String =
        (0..60).map(|n| format!("C{n},{},{}\n", ["a", "b"][n % 2], ["x", "y", "z"][n % 3])).collect();
    let bytes = format!("Customer ID,Shop,Kind\n{bytes}");
    let mut recipe = Recipe::default();
    recipe.choose.k = Some(6);
    let (features, _) = read(bytes.as_bytes(), &recipe).unwrap();
    let view = segment(features.clone(), &recipe).view(&recipe).unwrap();
    let keys: Vec<&str> = view.segments.iter().map(|segment| segment.suggested.key.as_str()).collect();
    assert_eq!(keys, ["name-segment"; 6]);
    let shop = &view.segments[0].categories[0].levels;
    assert!(shop.iter().any(|level| level.share == 1.0 && level.everyone == 0.5), "{shop:?}");
    assert_eq!(view.segments[0].traits[0].key, "trait-mostly");
    assert_eq!(
        (view.features, view.sizes, view.inertia < 1e-20),
        (vec!["Shop".into(), "Kind".into()], vec![10; 6], true)
    );
    assert!(CustomersView::new(&features, &recipe).verdicts.iter().all(|verdict| verdict.suggested));
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let recipe = recipe(&["Spend", "Colour", "Year of birth"]);
    let [one, other] = [false, true].map(|reversed| {
        let (features, _) = read(file(reversed).as_bytes(), &recipe).unwrap();
        let view = segment(features.clone(), &recipe).view(&recipe).unwrap();
        (view, features.ids, features.values, features.categories)
    });
    assert_eq!(one, other);
}

#[test]
fn of_a_customer_in_several_rows_one_counts_if_asked_for() {
    let bytes: String =
        (0..40).map(|n| format!("C{:02},{},{}\n", n % 35, 3 * n + n % 7, (n * n) % 11)).collect();
    let bytes = format!("Customer ID,Spend,Visits\n{bytes}");
    let mut recipe = recipe(&["Spend", "Visits"]);
    recipe.reading.columns.clear();
    let (features, _) = read(bytes.as_bytes(), &recipe).unwrap();
    let job = segment(features.clone(), &recipe);
    let kept = job.view(&recipe).unwrap();
    assert_eq!((kept.customers, kept.set_aside.repeated), (40, 0));
    let repeated = |view: &SegmentsView| {
        view.cleaning.iter().find(|step| step.kind == CleaningKind::RepeatedCustomers).cloned().unwrap()
    };
    let step = repeated(&kept);
    assert_eq!((step.kind, step.rows, step.applied), (CleaningKind::RepeatedCustomers, 5, false));

    recipe.features.repeated = RepeatedChoice::One;
    let job = segment(features.clone(), &recipe);
    let view = job.view(&recipe).unwrap();
    assert_eq!((view.customers, view.set_aside.repeated, repeated(&view).applied), (35, 5, true));
    let says_all_count =
        |view: &SegmentsView| view.notices.iter().any(|notice| notice.code() == "duplicate-customers");
    assert!(says_all_count(&kept) && !says_all_count(&view));
    let labels = job.assignments(&recipe).unwrap();
    let partition = &job.partition(&recipe).unwrap();
    assert_eq!(score(&features, &job.prepared().preparation, partition).unwrap(), labels);
    assert_eq!(labels.iter().filter(|label| label.is_none()).count(), 5);
}
