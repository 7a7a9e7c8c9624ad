//! Standard output: JSON for programs, aligned text for people.

use std::io::Write;
use std::path::{Path, PathBuf};

use ringfence::Notice;
use ringfence_wording::{Language, Params, Statement, say, sentence};
use serde::Serialize;

use crate::failure::{Failure, file_name};

/// Prints text as it is.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    std::io::stdout().lock().write_all(text.as_bytes()).map_err(|_| Failure::Closed)
}

/// Prints one JSON object.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(value).map_err(|_| Failure::Closed)?;
    print(&(json + "\n"))
}

/// Says on standard error that a file was written; standard output is for the answer.
pub(crate) fn wrote(language: Language, key: &str, path: &Path) {
    let params = Params::from([("file".to_owned(), path.display().to_string().into())]);
    eprintln!("{}", sentence(language, key, &params));
}

/// Says on standard error what was noticed of `files`, where standard output is for a table.
pub(crate) fn tell(language: Language, told: &[Notice], files: &[PathBuf]) {
    eprint!("{}", notices(language, told, files));
}

/// Lines of cells, each column as wide as its widest cell.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

/// One line for each notice. What is told of one of several `files` names it.
pub(crate) fn notices(language: Language, notices: &[Notice], files: &[PathBuf]) -> String {
    let told = |notice: &Notice| match (notice, Statement::of(notice)) {
        (Notice::OfFile { file, .. }, Some(mut of_file)) => {
            if let Some(path) = usize::try_from(*file).ok().and_then(|file| files.get(file.checked_sub(1)?)) {
                of_file.params.insert("name".to_owned(), file_name(path).into());
            }
            sentence(language, &of_file.key, &of_file.params)
        }
        _ => say(language, notice),
    };
    notices.iter().map(|notice| format!("- {}\n", told(notice))).collect()
}
