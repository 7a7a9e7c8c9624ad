//! `ringfence score MODEL FILE`

use ringfence::change;
use ringfence::documents::assignments_csv;
use ringfence::release::Internal;
use ringfence_report::segment_name;
use ringfence_wording::{Language, Params, sentence};

use crate::args::Args;
use crate::failure::Failure;
use crate::source::Source;
use crate::{files, output};

/// Gives the customers of a file the segments of a model.
pub(crate) fn score(language: Language, args: &Args) -> Result<(), Failure> {
    let [model, file] = &args.files[..] else { return Err(Failure::Usage("usage", Params::new())) };
    let model = files::model(model)?;
    let source = Source::open(file, args.sheet.as_deref())?;
    let inspection = source.inspect()?;
    let reading = inspection.reading(&model.reading_options(&inspection))?;
    let opt_outs = files::opt_outs(args.opt_outs.as_deref())?;
    let features = source.customers(&inspection, &reading, &model.recipe, opt_outs)?;
    let features = match model.day() {
        Some(day) => features.counted_to(day),
        None => features,
    };
    let labels = change::score(&features, &model.preparation, &model.partition())?;
    let names: Vec<String> = model
        .segments
        .iter()
        .map(|segment| segment_name(language, segment.given.as_deref(), &segment.suggested, segment.ordinal))
        .collect();
    let inside = labels.iter().flatten().count();
    let csv = assignments_csv(&Internal::requested(), &features, &labels, &names);
    let Some(path) = &args.output else { return output::print(&csv) };
    files::write(path, csv.as_bytes())?;
    output::wrote(language, "cli-wrote-personal", path);
    let params = Params::from([("customers".to_owned(), inside.into())]);
    eprintln!("{}", sentence(language, "cli-score-done", &params));
    Ok(())
}
