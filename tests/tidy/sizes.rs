//! How long a file may be, how full a folder, and how neither may be called.

use std::collections::BTreeMap;

use crate::sources::{Sources, folder, sources};

const LONGEST_FILE: usize = 500;

const FULLEST_FOLDER: usize = 16;

/// Folders that are fuller, to be parted in rooms, and why they are not yet. This list only shrinks.
const FULLER: [(&str, &str); 11] = [
    ("crates/charts/src", "a file a chart"),
    ("scripts", "a file a step"),
    ("src/analysis", "what is planned, to be a room"),
    ("src/customers", "to be parted at Features"),
    ("src/customers/aggregate", "to be parted in lines, orders, and what is computed"),
    ("src/release", "to be parted in rules, columns and the ledger"),
    ("src/segments/kmeans", "two kernels, to be a room each"),
    ("src/table", "to be parted by what is read: bytes, words, cells, rows, columns, roles"),
    ("src/validity", "the number of segments, to be a room"),
    ("tests/browser", "a file a step of the journey, and what they share"),
    ("www/views", "to be parted by step of the journey"),
];

/// Names that say nothing.
const VAGUE: [&str; 7] = ["utils", "util", "helpers", "helper", "common", "misc", "manager"];

#[test]
fn files_are_short_and_well_named() {
    assert_eq!(long(&sources()), [""; 0]);
    assert_eq!(vague(&sources()), [""; 0]);
}

#[test]
fn folders_are_rooms_and_not_halls() {
    assert_eq!(full(&sources(), &FULLER), [""; 0]);
}

fn long(sources: &Sources) -> Vec<String> {
    let lengths = sources.iter().map(|(path, text)| (path, text.lines().count()));
    let long = lengths.filter(|(path, lines)| *lines > LONGEST_FILE && !path.ends_with(".toml"));
    long.map(|(path, lines)| format!("{path} has {lines} lines; {LONGEST_FILE} are the limit")).collect()
}

fn vague(sources: &Sources) -> Vec<String> {
    let is_vague = |path: &&String| path.split(['/', '.']).any(|part| VAGUE.contains(&part));
    sources.keys().filter(is_vague).map(|path| format!("{path}: a name that says nothing")).collect()
}

fn full(sources: &Sources, fuller: &[(&str, &str)]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for path in sources.keys().filter(|path| !path.ends_with(".toml")) {
        *counts.entry(folder(path)).or_default() += 1;
    }
    let is_known = |folder: &str| fuller.iter().any(|(known, _)| *known == folder);
    let full = counts.iter().filter(|(folder, files)| **files > FULLEST_FOLDER && !is_known(folder));
    let full =
        full.map(|(folder, files)| format!("{folder} has {files} files; {FULLEST_FOLDER} are the limit"));
    let parted =
        fuller.iter().filter(|(folder, _)| counts.get(folder).is_none_or(|files| *files <= FULLEST_FOLDER));
    full.chain(parted.map(|(folder, _)| format!("{folder} is a room: take it out of the list"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::made_up;

    #[test]
    fn a_long_file_and_a_vague_name_are_noticed() {
        let text = "a\n".repeat(LONGEST_FILE + 1);
        assert_eq!(long(&made_up(&[("src/a.rs", &text), ("src/b.rs", &text[2..])])).len(), 1);
        assert_eq!(
            vague(&made_up(&[("src/util/a.rs", ""), ("www/helpers.ts", ""), ("src/manage.rs", "")])).len(),
            2
        );
    }

    #[test]
    fn a_full_folder_is_noticed_and_a_parted_one_taken_out() {
        let names: Vec<String> = (0..=FULLEST_FOLDER).map(|number| format!("src/a/{number}.rs")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (&**name, "")).collect();
        assert_eq!(full(&made_up(&files), &[]).len(), 1);
        assert!(full(&made_up(&files), &[("src/a", "for now")]).is_empty());
        assert_eq!(full(&made_up(&files[1..]), &[("src/a", "for now")]).len(), 1);
    }
}
