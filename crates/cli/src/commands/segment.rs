//! `ringfence segment FILE`: the whole job.

use std::path::{Path, PathBuf};

use ringfence::analysis::{Analysis, Segmentation, SegmentsView};
use ringfence::documents::{Recipe, assignments_csv};
use ringfence::meaning::Segment;
use ringfence::release::{Internal, Ledger};
use ringfence::table::Reading;
use ringfence::validity::{Foresight, Foretold};
use ringfence_report::{self as report, segment_name};
use ringfence_wording::{Language, Params, count, say, sentence, share};
use serde::Serialize;

use super::{Read, read, read_by};
use crate::args::Args;
use crate::failure::Failure;
use crate::threads::Threads;
use crate::{files, output};

/// What `--json` prints: the view with its names worded.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Output<'a> {
    #[serde(flatten)]
    view: &'a SegmentsView,
    /// In place of the view's own segments, which have no words.
    segments: Vec<Named<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Named<'a> {
    name: String,
    /// Mean of every feature in original units; `null` where nobody in the segment has a value.
    centroid: std::collections::BTreeMap<&'a str, Option<f64>>,
    #[serde(flatten)]
    segment: &'a Segment,
}

/// From the file to named segments, printed; and the documents written, where a folder is named.
pub(crate) fn segment(language: Language, args: &Args) -> Result<(), Failure> {
    let Read { recipe, reading, features } = read(args)?;
    let threads = Threads::new(args.threads)?;
    let mut segmentation = Analysis::new(features, recipe.clone())?.run(&threads)?;
    if let Some(earlier) = segmentation.foresight_recipe(&recipe).filter(|_| args.foresight) {
        let before = read_by(args, earlier.clone())?.features;
        let before = Analysis::new(before, earlier)?.fit(&threads)?;
        segmentation.foretell(&before, &recipe)?;
    }
    let view = segmentation.view(&recipe)?;
    let names: Vec<String> = view.segments.iter().map(|segment| name_of(language, segment)).collect();
    // All of them before any is written: where nothing may be released, nothing half-done is left behind.
    let documents = match &args.output {
        Some(folder) => {
            documents(language, folder, args.ledger.as_deref(), &segmentation, &recipe, &reading)?
        }
        None => Vec::new(),
    };
    if let Some(path) = &args.labels {
        write_assignments(language, path, &segmentation, &recipe, &names)?;
    }
    if let Some(folder) = &args.output {
        std::fs::create_dir_all(folder).map_err(|_| Failure::write(folder))?;
    }
    for Document { path, contents, told } in documents {
        files::write(&path, contents.as_bytes())?;
        output::wrote(language, told, &path);
    }
    if args.json {
        let named = view.segments.iter().zip(names).map(|(segment, name)| {
            let centroid =
                segment.features.iter().map(|feature| (feature.name.as_str(), feature.mean)).collect();
            Named { name, centroid, segment }
        });
        return output::json(&Output { view: &view, segments: named.collect() });
    }
    let told = view.foresight.as_ref().map_or(String::new(), |told| foretold(language, told));
    output::print(&(text(language, &view, &names, &args.files) + &told))
}

fn name_of(language: Language, segment: &Segment) -> String {
    segment_name(language, segment.given.as_deref(), &segment.suggested, segment.ordinal)
}

/// The segments for people: a table, what sets each apart, the advice, the notices.
fn text(language: Language, view: &SegmentsView, names: &[String], files: &[PathBuf]) -> String {
    let heading = |key: &str| sentence(language, key, &Params::new());
    let done = Params::from([
        ("customers".to_owned(), (view.customers as f64).into()),
        ("k".to_owned(), f64::from(view.k).into()),
    ]);
    let mut table = vec![["cli-segment", "cli-name", "cli-size", "cli-share"].map(heading).to_vec()];
    for (segment, name) in view.segments.iter().zip(names) {
        let size = count(language, segment.size as f64);
        table.push(vec![segment.number.to_string(), name.clone(), size, share(language, segment.share)]);
    }
    let mut text = format!("{}\n\n{}", sentence(language, "cli-segment-done", &done), output::table(&table));
    for (segment, name) in view.segments.iter().zip(names) {
        text += &format!("\n{name}\n");
        text += &segment
            .traits
            .iter()
            .map(|telling| format!("  {}\n", say(language, telling)))
            .collect::<String>();
    }
    let opinion = view.second_opinion.iter().flat_map(|opinion| &opinion.statements);
    for statement in view.advice.statements.iter().chain(opinion) {
        text += &format!("\n{}", say(language, statement));
    }
    text += "\n";
    if !view.notices.is_empty() {
        text += &format!("\n{}", output::notices(language, &view.notices, files));
    }
    text
}

/// What the segments tell in advance.
fn foretold(language: Language, told: &Foresight) -> String {
    let intro = Params::from([
        ("k".to_owned(), f64::from(told.k).into()),
        ("from".to_owned(), told.days[0].as_str().into()),
        ("to".to_owned(), told.days[1].as_str().into()),
    ]);
    let params = |told: &Foretold| {
        Params::from([
            ("segments".to_owned(), told.segments.into()),
            ("quintiles".to_owned(), told.quintiles.into()),
        ])
    };
    let lines = [
        sentence(language, "foresight-intro", &intro),
        sentence(language, "foresight-spending", &params(&told.spending)),
        sentence(language, "foresight-orders", &params(&told.orders)),
        sentence(language, "foresight-returning", &params(&told.returning)),
    ];
    let verdict = say(language, &told.verdict);
    format!("\n{}\n  {}\n  {}\n  {}\n{verdict}\n", lines[0], lines[1], lines[2], lines[3])
}

fn write_assignments(
    language: Language,
    path: &Path,
    segmentation: &Segmentation,
    recipe: &Recipe,
    names: &[String],
) -> Result<(), Failure> {
    let segments = segmentation.assignments(recipe)?;
    let csv = assignments_csv(&Internal::requested(), segmentation.features(), &segments, names);
    files::write(path, csv.as_bytes())?;
    output::wrote(language, "cli-wrote-personal", path);
    Ok(())
}

/// A file to be written.
struct Document {
    path: PathBuf,
    contents: String,
    /// Key of the sentence that tells of it.
    told: &'static str,
}

/// Recipe, model and summary for `folder`; and the ledger, in which what is released is remembered, at the place that is asked for or in the
/// folder. A ledger that is not there is begun.
fn documents(
    language: Language,
    folder: &Path,
    ledger_path: Option<&Path>,
    segmentation: &Segmentation,
    recipe: &Recipe,
    reading: &Reading,
) -> Result<Vec<Document>, Failure> {
    let ledger_path = ledger_path.map_or_else(|| folder.join("segments.ledger.json"), Path::to_owned);
    let mut ledger = match files::ledger(&ledger_path)? {
        Some(ledger) => ledger,
        None => Ledger::new(segmentation.features()),
    };
    let released = segmentation.release(recipe, &ledger)?;
    ledger.record(&released);
    let in_folder = |name: &str, contents: String, told| Document { path: folder.join(name), contents, told };
    // The ledger first: what was remembered and not released does no harm, the contrary would.
    Ok(vec![
        Document { path: ledger_path, contents: ledger.to_json(), told: "cli-wrote-internal" },
        in_folder("segments.recipe.json", segmentation.shared_recipe(recipe)?.to_json(), "cli-wrote"),
        in_folder(
            "segments.model.json",
            segmentation.model(recipe, reading)?.to_json(),
            "cli-wrote-internal",
        ),
        in_folder("segments.summary.json", report::json(&released, language), "cli-wrote"),
        in_folder("segments.summary.csv", report::csv(&released, language), "cli-wrote"),
        in_folder("segments.summary.html", report::html(&released, language), "cli-wrote"),
    ])
}
