//! From the bytes of a file to its customers, as the page and the command line go.

use ringfence::Error;
use ringfence::customers::{Builder, Features};
use ringfence::documents::Recipe;
use ringfence::table::{Inspector, Reader, Reading};

/// The customers of a file under a recipe, and how it was read.
pub(crate) fn read(bytes: &[u8], recipe: &Recipe) -> Result<(Features, Reading), Error> {
    let mut inspector = Inspector::new();
    inspector.push(bytes)?;
    let reading = inspector.finish()?.reading(&recipe.reading)?;
    let mut builder = Builder::new(&reading, &recipe.features, &recipe.cleaning)?;
    let mut reader = Reader::new(&reading);
    reader.push(bytes, &mut |batch| builder.push(batch))?;
    reader.finish(&mut |batch| builder.push(batch))?;
    Ok((builder.finish()?, reading))
}
