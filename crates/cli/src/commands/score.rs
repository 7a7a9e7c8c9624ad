//! `ringfence score MODEL FILE…`

use std::path::Path;

use ringfence::change;
use ringfence::customers::Features;
use ringfence::documents::{Model, assignments_csv};
use ringfence::release::Internal;
use ringfence_report::segment_name;
use ringfence_wording::{Language, Params, sentence};

use super::join;
use crate::args::Args;
use crate::failure::Failure;
use crate::source::Source;
use crate::{files, output};

/// Gives the customers of a file the segments of a model.
pub(crate) fn score(language: Language, args: &Args) -> Result<(), Failure> {
    let [model, paths @ ..] = &args.files[..] else { return Err(Failure::Usage("usage", Params::new())) };
    let model = files::model(model)?;
    let features = match paths {
        [path] => of_one(args, &model, path)?,
        paths => {
            // In another workbook the sheet has another name, or the same place.
            let files = (paths, args.sheet.as_deref());
            join(files, args, &model.recipe, |found, opt_outs| model.pass(found, opt_outs))?.0
        }
    };
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
    match &args.output {
        Some(path) => {
            files::write(path, csv.as_bytes())?;
            output::wrote(language, "cli-wrote-personal", path);
            let params = Params::from([("customers".to_owned(), inside.into())]);
            eprintln!("{}", sentence(language, "cli-score-done", &params));
        }
        None => output::print(&csv)?,
    }
    output::tell(language, &features.notices, paths);
    Ok(())
}

/// The customers of one file, read as the model's was.
fn of_one(args: &Args, model: &Model, path: &Path) -> Result<Features, Failure> {
    let source = Source::open(path, args.sheet.as_deref())?;
    let opt_outs = files::opt_outs(args.opt_outs.as_deref())?;
    let pass = model.pass(&[source.inspect()?], opt_outs)?;
    Ok(source.customers(pass)?.0)
}
