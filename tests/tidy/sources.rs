//! The files of the house, by their place in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Texts by path from the root of the repository, with slashes.
pub(crate) type Sources = BTreeMap<String, String>;

const FOLDERS: [&str; 8] = ["src", "crates", "www", "tests", "benches", "examples", "fuzz", "scripts"];
const ENDINGS: [&str; 7] = ["rs", "ts", "js", "mjs", "css", "py", "toml"];

/// Everything that somebody wrote; what is generated or built is left out.
pub(crate) fn sources() -> Sources {
    let mut found = Sources::new();
    for folder in FOLDERS {
        gather(&root().join(folder), &mut found);
    }
    found.insert("Cargo.toml".to_owned(), fs::read_to_string(root().join("Cargo.toml")).unwrap());
    found
}

/// Sources made up for a test.
#[cfg(test)]
pub(crate) fn made_up(files: &[(&str, &str)]) -> Sources {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// The folder that a file lies in; empty at the root.
pub(crate) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn gather(folder: &Path, found: &mut Sources) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["generated", "target", "node_modules"].contains(&&*name) {
            gather(&path, found);
        } else if ENDINGS.iter().any(|ending| path.extension().is_some_and(|own| own == *ending)) {
            found.insert(shown(&path), fs::read_to_string(&path).unwrap());
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/")
}
