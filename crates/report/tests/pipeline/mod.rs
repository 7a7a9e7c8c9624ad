//! From the bytes of a file to what may leave, as the page and the command line go.

#[path = "../../../../tests/pipeline/mod.rs"]
mod customers;

use ringfence::Error;
use ringfence::analysis::{Analysis, Segmentation, Serial};
use ringfence::documents::Recipe;
use ringfence::release::{Ledger, Released};

/// The segments of a file under a recipe.
pub(crate) fn segmentation(file: &[u8], recipe: &Recipe) -> Result<Segmentation, Error> {
    let (features, _) = customers::read(file, recipe)?;
    Analysis::new(features, recipe.clone())?.run(&Serial)
}

/// What may leave of it.
#[allow(dead_code, reason = "one of the tests asks for more")]
pub(crate) fn released(file: &[u8], recipe: &Recipe) -> Result<Released, Error> {
    let segmentation = segmentation(file, recipe)?;
    segmentation.release(recipe, &Ledger::new(segmentation.features()))
}
