//! From the bytes of a file to its customers, as the page and the command line go.

use ringfence::Error;
use ringfence::customers::Features;
use ringfence::documents::Recipe;
use ringfence::table::{Inspector, Reading};

/// The customers of a file under a recipe, and how it was read.
pub(crate) fn read(bytes: &[u8], recipe: &Recipe) -> Result<(Features, Reading), Error> {
    let mut inspector = Inspector::new();
    inspector.push(bytes)?;
    let mut pass = recipe.pass(&[inspector.finish()?], None)?;
    pass.begin(0)?;
    pass.push(bytes)?;
    pass.end()?;
    pass.finish()
}
