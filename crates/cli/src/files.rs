//! Files in and out. The engine never sees a path.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use ringfence::customers::OptOuts;
use ringfence::documents::{Model, Recipe};
use ringfence::release::Ledger;

use crate::failure::Failure;

/// The customers who opted out, from a file, where one is named.
pub(crate) fn opt_outs(path: Option<&Path>) -> Result<Option<OptOuts>, Failure> {
    Ok(path.map(bytes).transpose()?.map(OptOuts::read))
}

/// A recipe from a file; the default one where none is named.
pub(crate) fn recipe(path: Option<&Path>) -> Result<Recipe, Failure> {
    match path {
        Some(path) => Ok(Recipe::from_json(&text(path)?)?),
        None => Ok(Recipe::default()),
    }
}

/// A model from a file.
pub(crate) fn model(path: &Path) -> Result<Model, Failure> {
    Ok(Model::from_json(&text(path)?)?)
}

/// The ledger of what was released before; `None` where there is no such file yet.
pub(crate) fn ledger(path: &Path) -> Result<Option<Ledger>, Failure> {
    if !path.exists() {
        return Ok(None);
    }
    Ok(Some(Ledger::from_json(&text(path)?)?))
}

/// A whole file.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|_| Failure::read(path))
}

/// Writes a file whole or not at all: to a neighbour first, which then takes its place.
pub(crate) fn write(path: &Path, contents: &[u8]) -> Result<(), Failure> {
    let mut neighbour = path.as_os_str().to_owned();
    neighbour.push(".part");
    let neighbour = Path::new(&neighbour);
    let written = File::create(neighbour)
        .and_then(|mut file| file.write_all(contents).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(neighbour, path));
    written.map_err(|_| {
        // What is half-written is of no use to anyone; that it may not even exist is fine.
        let _ = std::fs::remove_file(neighbour);
        Failure::write(path)
    })
}

fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes(path)?).map_err(|_| Failure::read(path))
}
