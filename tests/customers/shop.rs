//! Files as these tests read them.

use std::fs;
use std::path::{Path, PathBuf};

use ringfence::Error;
use ringfence::customers::{Builder, CleaningKind, CleaningStep, Features, OptOuts};
use ringfence::documents::Recipe;
use ringfence::table::{Batch, Inspector, Reader, Reading};

/// A path from the root of the project.
pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A file of the project, or of `../shared`; `None`, and said so, where it is not there.
pub(crate) fn bytes(name: &str) -> Option<Vec<u8>> {
    let found = fs::read(path(name));
    if found.is_err() {
        println!("skipped: {name}, which is not here");
    }
    found.ok()
}

/// The file's reading and its rows, in batches.
pub(crate) fn read(bytes: &[u8], recipe: &Recipe) -> (Reading, Vec<Batch>) {
    let mut inspector = Inspector::new();
    inspector.push(bytes).unwrap();
    let reading = inspector.finish().unwrap().reading(&recipe.reading).unwrap();
    let mut batches = Vec::new();
    let mut keep = |batch: &Batch| -> Result<(), Error> {
        batches.push(batch.clone());
        Ok(())
    };
    let mut reader = Reader::new(&reading);
    reader.push(bytes, &mut keep).unwrap();
    reader.finish(&mut keep).unwrap();
    (reading, batches)
}

/// The customers of a file.
pub(crate) fn customers(bytes: &[u8], recipe: &Recipe) -> Features {
    without(bytes, recipe, None)
}

/// The customers of a file but those on a list.
pub(crate) fn without(bytes: &[u8], recipe: &Recipe, opt_outs: Option<&str>) -> Features {
    let (reading, batches) = read(bytes, recipe);
    let mut builder = Builder::new(&reading, &recipe.customers).unwrap();
    if let Some(list) = opt_outs {
        builder = builder.without(OptOuts::read(list)).unwrap();
    }
    batches.iter().for_each(|batch| builder.push(batch).unwrap());
    builder.finish().unwrap()
}

/// The value of a feature of a customer.
pub(crate) fn value(features: &Features, customer: &str, feature: &str) -> f64 {
    let row = features.ids.iter().position(|id| id == customer).unwrap();
    let column =
        features.position(feature).unwrap_or_else(|| panic!("no {feature} among {:?}", features.names));
    features.values.row(row)[column]
}

/// The step of this kind, if there is one.
pub(crate) fn step(features: &Features, kind: CleaningKind) -> Option<&CleaningStep> {
    features.cleaning.iter().find(|step| step.kind == kind)
}
