//! The engine: in which order its modules and their rooms are read, and that nothing leads out of it.

use crate::graph::{Edge, edges_of_crate};
use crate::sources::{Sources, sources};
use crate::tokens::of_product;

const ROOT: &str = "src/lib.rs";

/// Folders whose children, files or folders, stand in reading order: each may use only itself and those before it. Every folder has a
/// place; a file without one may be used by all, and in `src` uses none of those that have one.
const ORDER: [(&str, &[&str]); 1] = [(
    "src",
    &["table", "customers", "segments", "validity", "meaning", "change", "release", "documents", "analysis"],
)];

/// What the engine's sources must not name: ways out, ways in, and sources of accident.
const FORBIDDEN: [(&[&str], &str); 12] = [
    (&["std", "::", "fs"], "the engine does no I/O"),
    (&["std", "::", "net"], "the engine does no I/O"),
    (&["std", "::", "env"], "the engine reads no environment"),
    (&["std", "::", "time"], "the engine has no clock"),
    (&["std", "::", "process"], "the engine starts nothing"),
    (&["std", "::", "thread"], "executors run units, not the engine"),
    (&["std", "::", "{"], "name what is used of std one by one, so that this test sees it"),
    (&["println", "!"], "the engine prints nothing"),
    (&["eprintln", "!"], "the engine prints nothing"),
    (&["wasm_bindgen"], "only crates/wasm names wasm-bindgen for the engine"),
    (
        &["HashMap", "::", "new", "("],
        "std's maps draw entropy; use BTreeMap, or hashbrown with a fixed state",
    ),
    (&["static", "mut"], "no global state"),
];

#[test]
fn modules_and_rooms_use_only_what_comes_before_them() {
    assert_eq!(upward(&edges_of_crate(&sources(), ROOT), &ORDER), [""; 0]);
}

#[test]
fn every_module_and_room_stands_in_the_order() {
    assert_eq!(unplaced(&sources(), &ORDER), [""; 0]);
}

#[test]
fn the_engine_names_no_way_out() {
    assert_eq!(ways_out(&sources()), [""; 0]);
}

fn upward(edges: &[Edge], order: &[(&str, &[&str])]) -> Vec<String> {
    let mut faults = Vec::new();
    for (folder, children) in order {
        let place = |file: &str| {
            let inside = file.strip_prefix(folder)?.strip_prefix('/')?;
            let child = inside.split('/').next()?.trim_end_matches(".rs");
            let place = children.iter().position(|name| *name == child).map(|at| at + 1);
            let is_foundation = *folder == "src" && child != "lib";
            place.or(is_foundation.then_some(0))
        };
        for Edge { from, to, line } in edges {
            let (Some(user), Some(used)) = (place(from), place(to)) else { continue };
            if user < used {
                faults.push(format!("{from}:{line} may not use {to}, which comes later in {folder}"));
            }
        }
    }
    faults
}

/// Folders beside those that have a place in the order, and places of the order that are gone.
fn unplaced(sources: &Sources, order: &[(&str, &[&str])]) -> Vec<String> {
    let mut faults = Vec::new();
    for (folder, children) in order {
        let inside = |path: &'_ String| -> Option<String> {
            let inside = path.strip_prefix(folder)?.strip_prefix('/')?;
            Some(inside.split_once('/').map_or(inside.trim_end_matches(".rs"), |(child, _)| child).to_owned())
        };
        let nested = |path: &&String| path.matches('/').count() > folder.matches('/').count() + 1;
        let mut folders: Vec<String> = sources.keys().filter(nested).filter_map(inside).collect();
        folders.dedup();
        let new = folders.iter().filter(|name| !children.contains(&&***name) && *name != "tests");
        faults.extend(new.map(|name| format!("{folder}/{name}: give it a place in the order")));
        let all: Vec<String> = sources.keys().filter_map(inside).collect();
        let gone = children.iter().filter(|name| !all.iter().any(|child| child == *name));
        faults.extend(gone.map(|name| format!("{folder}/{name} is gone: take it out of the order")));
    }
    faults
}

fn ways_out(sources: &Sources) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in sources.iter().filter(|(path, _)| path.starts_with("src/") && path.ends_with(".rs")) {
        let tokens = of_product(text);
        for (words, why) in FORBIDDEN {
            let begins = tokens
                .windows(words.len())
                .filter(|window| window.iter().map(|token| &*token.text).eq(words.iter().copied()));
            faults
                .extend(begins.map(|window| format!("{path}:{}: {}: {why}", window[0].line, words.concat())));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::made_up;

    const MADE_UP: [(&str, &[&str]); 2] =
        [("src", &["table", "customers"]), ("src/table", &["words", "rows"])];

    fn faults(files: &[(&str, &str)]) -> Vec<String> {
        upward(&edges_of_crate(&made_up(files), ROOT), &MADE_UP)
    }

    #[test]
    fn a_use_of_a_later_module_is_noticed_however_it_is_written() {
        for text in [
            "use crate::customers::A;",
            "use crate::{\n    limits,\n    customers::{A, B},\n};",
            "use super::customers;",
            "fn a() { crate::customers::b() }",
            "use crate as ringfence; fn a(b: super::customers::C) {}",
        ] {
            let files = [
                ("src/lib.rs", "mod table; mod customers;"),
                ("src/table.rs", text),
                ("src/customers.rs", ""),
            ];
            assert!(!faults(&files).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_foundation_may_use_no_module() {
        let files = [
            ("src/lib.rs", "mod rng; mod table;"),
            ("src/rng.rs", "use crate::table::A;"),
            ("src/table.rs", ""),
        ];
        assert_eq!(faults(&files).len(), 1);
    }

    #[test]
    fn a_use_of_a_later_room_is_noticed_through_a_door() {
        let files = [
            ("src/lib.rs", "mod table;"),
            ("src/table/mod.rs", "mod words; mod rows; pub use rows::Row;"),
            ("src/table/words/mod.rs", "mod fold;"),
            ("src/table/words/fold.rs", "use super::super::Row;"),
            ("src/table/rows.rs", "use super::words::fold;"),
        ];
        assert_eq!(
            faults(&files),
            ["src/table/words/fold.rs:1 may not use src/table/rows.rs, which comes later in src/table"]
        );
    }

    #[test]
    fn a_room_without_a_place_and_a_place_without_a_room_are_noticed() {
        let sources = made_up(&[
            ("src/table/words/mod.rs", ""),
            ("src/table/attic/mod.rs", ""),
            ("src/table/rows.rs", ""),
        ]);
        assert_eq!(unplaced(&sources, &MADE_UP[1..]), ["src/table/attic: give it a place in the order"]);
        let sources = made_up(&[("src/table/words/mod.rs", "")]);
        assert_eq!(unplaced(&sources, &MADE_UP[1..]), ["src/table/rows is gone: take it out of the order"]);
    }

    #[test]
    fn a_way_out_is_noticed_in_code_alone() {
        let text = "// std::fs\nfn a() { b(\"std::fs\"); std::fs::read(c) }\n#[cfg(test)]\nmod tests { use std::fs; }";
        assert_eq!(ways_out(&made_up(&[("src/a.rs", text)])).len(), 1);
        assert_eq!(ways_out(&made_up(&[("src/a.rs", "use std::{fs, io};")])).len(), 1);
    }
}
