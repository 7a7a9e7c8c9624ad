//! From the bytes of a file to what may leave, as the page and the command line go.

use ringfence::analysis::{Analysis, Segmentation, Serial};
use ringfence::customers::Builder;
use ringfence::documents::Recipe;
use ringfence::table::{Inspector, Reader};

/// The segments of a file under a recipe.
pub(crate) fn segmentation(file: &[u8], recipe: &Recipe) -> Segmentation {
    let mut inspector = Inspector::new();
    inspector.push(file).unwrap();
    let reading = inspector.finish().unwrap().reading(&recipe.reading).unwrap();
    let mut builder = Builder::new(&reading, &recipe.features).unwrap();
    let mut reader = Reader::new(&reading);
    reader.push(file, &mut |batch| builder.push(batch)).unwrap();
    reader.finish(&mut |batch| builder.push(batch)).unwrap();
    Analysis::new(builder.finish().unwrap(), recipe.clone()).unwrap().run(&Serial).unwrap()
}
