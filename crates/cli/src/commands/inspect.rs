//! `ringfence inspect FILE`

use ringfence::customers::{Verdict, select};
use ringfence::documents::Recipe;
use ringfence::table::{ColumnReport, Inspection};
use ringfence_wording::{Language, Params, count, say, sentence, share, word};
use serde::Serialize;

use crate::args::Args;
use crate::failure::Failure;
use crate::output;
use crate::source::Source;

/// What `--json` prints.
#[derive(Serialize)]
struct Output<'a> {
    #[serde(flatten)]
    inspection: &'a Inspection,
    /// What speaks for and against each feature.
    verdicts: &'a [Verdict],
}

/// Prints what the file is, column by column, and what is wrong with it.
pub(crate) fn inspect(language: Language, args: &Args) -> Result<(), Failure> {
    let recipe = args.recipe()?;
    let source = Source::open(&args.files[0], recipe.reading.sheet.as_deref())?;
    let found = source.inspect()?;
    let inspection = found.corrected(&recipe.reading)?;
    let verdicts = verdicts(&source, &found, &recipe);
    if args.json {
        return output::json(&Output { inspection: &inspection, verdicts: &verdicts });
    }
    let say_key = |key: &str| sentence(language, key, &Params::new());
    let rows = Params::from([("rows".to_owned(), (inspection.rows as f64).into())]);
    let columns = Params::from([("columns".to_owned(), inspection.columns.len().into())]);
    let mut text = format!(
        "{}, {}, {}\n{}: {}\n{}: {}\n{}: {}\n\n",
        sentence(language, "cli-rows", &rows),
        sentence(language, "cli-columns", &columns),
        word(language, "shape", &name_of(&inspection.shape)),
        say_key("cli-encoding"),
        inspection.encoding,
        say_key("cli-delimiter"),
        delimiter_word(language, inspection.delimiter),
        say_key("cli-header"),
        say_key(if inspection.header { "cli-yes" } else { "cli-no" }),
    );
    let headings = ["cli-column", "cli-type", "cli-role", "cli-personal", "cli-missing", "cli-distinct"];
    let mut table = vec![headings.map(say_key).to_vec()];
    for column in &inspection.columns {
        let missing = if inspection.rows == 0 { 0.0 } else { column.missing as f64 / inspection.rows as f64 };
        table.push(vec![
            column.name.clone(),
            word(language, "type", &name_of(&column.kind)),
            word(language, "role", &name_of(&column.role)),
            word(language, "personal", &name_of(&column.personal)),
            share(language, missing),
            distinct(language, column),
        ]);
    }
    text += &output::table(&table);
    if !verdicts.is_empty() {
        let headings = ["cli-feature", "cli-suggested", "cli-why"];
        let mut table = vec![headings.map(say_key).to_vec()];
        table.extend(verdicts.iter().map(|verdict| {
            let why: Vec<String> = verdict.why.iter().map(|why| say(language, why)).collect();
            let name = word(language, "feature-short", &verdict.name);
            vec![name, say_key(if verdict.suggested { "cli-yes" } else { "cli-no" }), why.join(" ")]
        }));
        text += &format!("\n{}", output::table(&table));
    }
    for question in &inspection.questions {
        text += &format!("\n{}: {}\n", say_key("cli-question"), say(language, &question.ask));
        text += &question
            .answers
            .iter()
            .map(|answer| format!("  {}\n", say(language, &answer.consequence)))
            .collect::<String>();
    }
    if !inspection.notices.is_empty() {
        text += &format!("\n{}", output::notices(language, &inspection.notices, &args.files));
    }
    output::print(&text)
}

/// What speaks for and against each feature; nothing where no customers can be made of the file.
fn verdicts(source: &Source, inspection: &Inspection, recipe: &Recipe) -> Vec<Verdict> {
    let pass = recipe.pass(std::slice::from_ref(inspection), None).map_err(Failure::from);
    let customers = pass.and_then(|pass| source.customers(pass));
    customers.map(|(features, _)| select(&features).verdicts).unwrap_or_default()
}

/// The word that a unit-like enum has in JSON.
fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn delimiter_word(language: Language, delimiter: char) -> String {
    let name = match delimiter {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "pipe",
        other => return other.to_string(),
    };
    word(language, "delimiter", name)
}

/// How many different values a column has, and whether that is an estimate.
fn distinct(language: Language, column: &ColumnReport) -> String {
    let found = column.distinct as f64;
    if !column.estimated {
        return count(language, found);
    }
    sentence(language, "distinct-about", &Params::from([("count".to_owned(), found.into())]))
}
