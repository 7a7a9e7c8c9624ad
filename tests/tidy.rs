//! The rules of the house, so that `npm test` is the whole truth: who may import whom, how long a file may be, which
//! dependencies there are.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_FILE: usize = 500;

/// The engine's modules in reading order: each may use only itself and those before it.
const ORDER: [&str; 9] =
    ["table", "customers", "segments", "validity", "meaning", "change", "release", "documents", "analysis"];

/// Crates that the engine may stand on. It has no clock, no entropy, no I/O and no JavaScript to leak through.
const ENGINE_DEPENDENCIES: [&str; 14] = [
    "siphasher",
    "wide",
    "csv",
    "csv-core",
    "encoding_rs",
    "flate2",
    "foldhash",
    "hashbrown",
    "libm",
    "rand_chacha",
    "rand_core",
    "serde",
    "serde_json",
    "chardetng",
];

/// What the engine's sources must not name: ways out, ways in, and sources of accident.
const FORBIDDEN: [(&str, &str); 10] = [
    ("std::fs", "the engine does no I/O"),
    ("std::net", "the engine does no I/O"),
    ("std::env", "the engine reads no environment"),
    ("std::time", "the engine has no clock"),
    ("std::process", "the engine starts nothing"),
    ("std::thread", "executors run units, not the engine"),
    ("println!", "the engine prints nothing"),
    ("wasm_bindgen", "only crates/wasm names wasm-bindgen for the engine"),
    ("HashMap::new()", "std's maps draw entropy; use BTreeMap, or hashbrown with a fixed state"),
    ("static mut", "no global state"),
];

#[test]
fn modules_use_only_what_comes_before_them() {
    for (place, module) in ORDER.iter().enumerate() {
        let of_module = |file: &&PathBuf| module_of(file) == Some(*module) && !is_test(file);
        for file in rust_files(&root().join("src")).iter().filter(of_module) {
            let text = fs::read_to_string(file).unwrap();
            for later in &ORDER[place + 1..] {
                for (line, code) in code_lines(&text) {
                    let used =
                        code.contains(&format!("crate::{later}::")) || code.contains(&format!("{{{later}::"));
                    assert!(!used, "{}:{line}: {module} may not use {later}", shown(file));
                }
            }
        }
    }
}

#[test]
fn the_engine_names_no_way_out() {
    for file in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        for (line, code) in code_lines(&text) {
            for (word, why) in FORBIDDEN {
                assert!(!code.contains(word), "{}:{line}: `{word}`: {why}", shown(&file));
            }
        }
    }
}

#[test]
fn the_engine_stands_on_few_crates() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let found = dependencies(&manifest, "[dependencies]");
    let allowed: BTreeSet<String> = ENGINE_DEPENDENCIES.map(str::to_owned).into_iter().collect();
    let optional: BTreeSet<String> = ["schemars", "ts-rs"].map(str::to_owned).into_iter().collect();
    let surplus: Vec<&String> =
        found.iter().filter(|name| !allowed.contains(*name) && !optional.contains(*name)).collect();
    assert!(surplus.is_empty(), "{surplus:?}: note a new dependency in ARCHITECTURE.md, then here");
}

/// Workbooks come from strangers: what reads them stays as small as it can be.
#[test]
fn workbooks_are_read_with_few_crates() {
    let manifest = fs::read_to_string(root().join("crates/xlsx/Cargo.toml")).unwrap();
    let found = dependencies(&manifest, "[dependencies]");
    let allowed = ["flate2", "quick-xml", "serde", "serde-wasm-bindgen", "ts-rs", "wasm-bindgen"];
    let surplus: Vec<&String> = found.iter().filter(|name| !allowed.contains(&name.as_str())).collect();
    assert!(surplus.is_empty(), "{surplus:?}: note a new dependency in ARCHITECTURE.md, then here");
}

#[test]
fn crates_know_only_whom_they_may() {
    let allowed: [(&str, &[&str]); 10] = [
        ("attack", &["ringfence", "ringfence-report", "ringfence-sample", "ringfence-wording"]),
        ("bench", &["ringfence"]),
        ("charts", &[]),
        ("xlsx", &[]),
        ("wording", &[]),
        ("sample", &[]),
        ("report", &["ringfence", "ringfence-charts", "ringfence-wording"]),
        ("wasm", &["ringfence", "ringfence-report", "ringfence-sample", "ringfence-wording"]),
        ("cli", &["ringfence", "ringfence-report", "ringfence-wording", "ringfence-xlsx"]),
        (
            "xtask",
            &[
                "ringfence",
                "ringfence-charts",
                "ringfence-wasm",
                "ringfence-wording",
                "ringfence-report",
                "ringfence-xlsx",
            ],
        ),
    ];
    for (name, may) in allowed {
        let manifest = fs::read_to_string(root().join("crates").join(name).join("Cargo.toml")).unwrap();
        for dependency in dependencies(&manifest, "[dependencies]") {
            let inside = dependency.starts_with("ringfence");
            assert!(!inside || may.contains(&dependency.as_str()), "crates/{name} may not use {dependency}");
        }
    }
}

#[test]
fn each_wasm_package_is_imported_in_one_place() {
    for (module, only) in [
        ("engine", "www/engine/worker.ts"),
        ("xlsx", "www/engine/workbook.ts"),
        ("charts", "www/charts.ts"),
        ("wording", "www/wording.ts"),
    ] {
        for file in files(&root().join("www"), &["ts"]) {
            let text = fs::read_to_string(&file).unwrap();
            let imports = text.contains(&format!("generated/{module}.js"))
                || text.contains(&format!("generated/{module}'"));
            assert!(
                !imports || shown(&file) == only,
                "{} imports the wasm of {module}; only {only} may",
                shown(&file)
            );
        }
    }
}

#[test]
fn files_are_short_and_well_named() {
    let folders = ["src", "crates", "www", "tests", "benches", "fuzz", "scripts"];
    for file in
        folders.iter().flat_map(|folder| files(&root().join(folder), &["rs", "ts", "js", "mjs", "css"]))
    {
        let path = shown(&file);
        if path.contains("/generated/") {
            continue;
        }
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= LONGEST_FILE, "{path} has {lines} lines; {LONGEST_FILE} are the limit");
        let vague = path
            .split(['/', '.'])
            .any(|part| ["utils", "util", "helpers", "helper", "common", "misc", "manager"].contains(&part));
        assert!(!vague, "{path}: a name that says nothing");
    }
}

/// Names of the dependencies under `heading`.
fn dependencies(manifest: &str, heading: &str) -> BTreeSet<String> {
    let lines = manifest.lines().skip_while(|line| line.trim() != heading).skip(1);
    let own = lines.take_while(|line| !line.starts_with('['));
    own.filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| line.split(['.', '=', ' ']).next().unwrap_or_default().to_owned())
        .collect()
}

/// The lines of code with their numbers, without comments and without the tests at the foot of a file.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    (1..).zip(code).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Whether a file holds nothing but tests.
fn is_test(file: &Path) -> bool {
    file.components().any(|part| part.as_os_str() == "tests")
}

/// The engine module a file belongs to; `None` for those that every module may use.
fn module_of(file: &Path) -> Option<&'static str> {
    let inside = file.strip_prefix(root().join("src")).ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?.trim_end_matches(".rs").to_owned();
    ORDER.into_iter().find(|module| *module == first)
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    files(folder, &["rs"])
}

fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/")
}
