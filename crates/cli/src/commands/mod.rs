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

use ringfence::documents::Recipe;
use ringfence::table::{ColumnType, Inspection, Reading, Role, Shape};

use crate::args::Args;
use crate::failure::Failure;
use crate::source::Source;

/// Pass 1 and its decision, with the recipe that led to it.
struct Read {
    source: Source,
    recipe: Recipe,
    inspection: Inspection,
    reading: Reading,
}

/// Inspects the file at `args.files[0]` and decides how to read it. Columns of a customer table that are asked for by name
/// become features whatever they looked like: those of numbers and dates as such, others by their kinds.
fn read(args: &Args) -> Result<Read, Failure> {
    let mut recipe = args.recipe()?;
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
    let reading = inspection.reading(&recipe.reading)?;
    Ok(Read { source, recipe, inspection, reading })
}
