//! Which crates stand on which.

use std::collections::BTreeSet;

use crate::sources::{Sources, sources};

/// Crates that the engine may stand on. It has no clock, no entropy, no I/O and no JavaScript to leak through.
const ENGINE: [&str; 15] = [
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
    "unicode-normalization",
];

/// What only the generator of types turns on.
const OPTIONAL: [&str; 2] = ["schemars", "ts-rs"];

/// Workbooks come from strangers: what reads them stays as small as it can be.
const WORKBOOKS: [&str; 6] = ["flate2", "quick-xml", "serde", "serde-wasm-bindgen", "ts-rs", "wasm-bindgen"];

/// Which crates of the house each crate may use.
const INSIDE: [(&str, &[&str]); 10] = [
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

#[test]
fn the_engine_and_the_workbooks_stand_on_few_crates() {
    let allowed: Vec<&str> = ENGINE.into_iter().chain(OPTIONAL).collect();
    assert_eq!(surplus(&sources(), "Cargo.toml", &allowed), [""; 0]);
    assert_eq!(surplus(&sources(), "crates/xlsx/Cargo.toml", &WORKBOOKS), [""; 0]);
}

#[test]
fn crates_know_only_whom_they_may() {
    assert_eq!(inside(&sources()), [""; 0]);
}

fn surplus(sources: &Sources, manifest: &str, allowed: &[&str]) -> Vec<String> {
    let surplus = dependencies(&sources[manifest]).into_iter().filter(|name| !allowed.contains(&&**name));
    surplus
        .map(|name| format!("{manifest}: {name}: note a new dependency in ARCHITECTURE.md, then here"))
        .collect()
}

fn inside(sources: &Sources) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, manifest) in sources.iter().filter(|(path, _)| path.ends_with("/Cargo.toml")) {
        let Some(name) = path.strip_prefix("crates/").and_then(|path| path.strip_suffix("/Cargo.toml"))
        else {
            continue;
        };
        let Some((_, may)) = INSIDE.iter().find(|(known, _)| *known == name) else {
            faults.push(format!("{path}: say here which crates of the house it may use"));
            continue;
        };
        let used = dependencies(manifest).into_iter().filter(|used| used.starts_with("ringfence"));
        faults.extend(
            used.filter(|used| !may.contains(&&**used)).map(|used| format!("{path}: may not use {used}")),
        );
    }
    faults
}

/// Names of the dependencies of the product.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let lines = manifest.lines().skip_while(|line| line.trim() != "[dependencies]").skip(1);
    let own = lines.take_while(|line| !line.starts_with('['));
    own.filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| line.split(['.', '=', ' ']).next().unwrap_or_default().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::made_up;

    #[test]
    fn a_new_dependency_is_noticed() {
        let sources = made_up(&[(
            "Cargo.toml",
            "[dependencies]\nlibm = \"1\"\nrand.workspace = true\n\n[dev-dependencies]\nx = \"1\"",
        )]);
        assert_eq!(surplus(&sources, "Cargo.toml", &ENGINE).len(), 1);
    }

    #[test]
    fn a_crate_that_uses_whom_it_may_not_is_noticed() {
        let charts =
            ("crates/charts/Cargo.toml", "[dependencies]\nringfence.workspace = true\nplotters = \"0\"");
        assert_eq!(inside(&made_up(&[charts])), ["crates/charts/Cargo.toml: may not use ringfence"]);
        assert_eq!(inside(&made_up(&[("crates/new/Cargo.toml", "")])).len(), 1);
    }
}
