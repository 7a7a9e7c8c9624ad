//! From the bytes of a file to what may leave, as the page and the command line go.

use ringfence::Error;
use ringfence::analysis::{Analysis, Segmentation, Serial};
use ringfence::customers::Builder;
use ringfence::documents::Recipe;
use ringfence::release::Released;
use ringfence::table::{Inspector, Reader};

/// The segments of a file under a recipe.
pub(crate) fn segmentation(file: &[u8], recipe: &Recipe) -> Result<Segmentation, Error> {
    let mut inspector = Inspector::new();
    inspector.push(file)?;
    let reading = inspector.finish()?.reading(&recipe.reading)?;
    let mut builder = Builder::new(&reading, &recipe.features, &recipe.cleaning)?;
    let mut reader = Reader::new(&reading);
    reader.push(file, &mut |batch| builder.push(batch))?;
    reader.finish(&mut |batch| builder.push(batch))?;
    Analysis::new(builder.finish()?, recipe.clone())?.run(&Serial)
}

/// What may leave of it.
pub(crate) fn released(file: &[u8], recipe: &Recipe) -> Result<Released, Error> {
    segmentation(file, recipe)?.release(recipe)
}
