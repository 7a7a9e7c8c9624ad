//! One file a command.

mod evaluate;
mod features;
mod inspect;
mod score;
mod segment;

pub(crate) use evaluate::evaluate;
pub(crate) use features::features;
pub(crate) use inspect::inspect;
pub(crate) use score::score;
pub(crate) use segment::segment;

use std::path::PathBuf;

use ringfence::Error;
use ringfence::customers::{Features, OptOuts, Pass};
use ringfence::documents::Recipe;
use ringfence::table::{ColumnType, Inspection, Reading, Role, Shape};
use ringfence_xlsx::WorkbookError;

use crate::args::Args;
use crate::failure::Failure;
use crate::files;
use crate::source::Source;

/// Both passes over the files, and the recipe that led to them.
struct Read {
    recipe: Recipe,
    /// How the file is read; of several, how their joined table would be.
    reading: Reading,
    features: Features,
}

/// Reads the customers of the files that are named. Columns of a customer table that are asked for by name become features whatever
/// they looked like: those of numbers and dates as such, others by their kinds.
fn read(args: &Args) -> Result<Read, Failure> {
    read_by(args, args.recipe()?)
}

/// As [`read`], by another recipe than the one the command line comes to.
fn read_by(args: &Args, mut recipe: Recipe) -> Result<Read, Failure> {
    if let [_, _, ..] = &args.files[..] {
        return read_several(args, recipe);
    }
    let source = Source::open(&args.files[0], recipe.reading.sheet.as_deref())?;
    let inspection = source.inspect()?;
    if inspection.corrected(&recipe.reading)?.shape != Shape::Transactions {
        for name in recipe.features.columns.iter().flatten() {
            let column = inspection.columns.iter().find(|column| column.name == *name);
            let kinds =
                column.is_some_and(|column| matches!(column.kind, ColumnType::Text | ColumnType::Boolean));
            let choice = recipe.reading.columns.entry(name.clone()).or_default();
            choice.role.get_or_insert(if kinds { Role::Categorical } else { Role::Feature });
        }
    }
    let pass = recipe.pass(&[inspection], files::opt_outs(args.opt_outs.as_deref())?)?;
    let (features, reading) = source.customers(pass)?;
    Ok(Read { recipe, reading, features })
}

/// Several files: each is looked through first, then all are read, orders before the lines that need them.
fn read_several(args: &Args, recipe: Recipe) -> Result<Read, Failure> {
    let files = (&args.files[..], recipe.reading.sheet.as_deref());
    let (features, reading) = join(files, args, &recipe, |found, opt_outs| recipe.pass(found, opt_outs))?;
    Ok(Read { recipe, reading, features })
}

/// The customers of several files, and how their joined table would be read; `begin` begins pass 2 over them. A sheet that is asked for
/// by name is that of every workbook among them, unless the recipe says which for each.
fn join(
    (paths, sheet): (&[PathBuf], Option<&str>),
    args: &Args,
    recipe: &Recipe,
    begin: impl Fn(&[Inspection], Option<OptOuts>) -> Result<Pass, Error>,
) -> Result<(Features, Reading), Failure> {
    let mut opened = Vec::new();
    let mut inspections = Vec::new();
    for (file, path) in paths.iter().enumerate() {
        let own = recipe.sources.get(file).and_then(|source| source.reading.sheet.as_deref());
        let sheet = match own {
            None if Source::is_workbook(path)? => sheet,
            own => own,
        };
        let source = Source::open(path, sheet).map_err(|failure| failure.of_file(path))?;
        inspections.push(source.inspect().map_err(|failure| failure.of_file(path))?);
        opened.push(source);
    }
    if let Some(sheet) = &args.sheet
        && !opened.iter().any(|source| matches!(source, Source::Sheet { .. }))
    {
        return Err(WorkbookError::UnknownSheet { sheet: sheet.clone() }.into());
    }
    let mut pass = begin(&inspections, files::opt_outs(args.opt_outs.as_deref())?)?;
    for file in pass.order() {
        opened[file].read(&mut pass, file).map_err(|failure| failure.of_file(&paths[file]))?;
    }
    Ok(pass.finish()?)
}
