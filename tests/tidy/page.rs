//! The page: views → store → engine → wasm, and its two sides, which meet only in messages.

use crate::graph::Edge;
use crate::sources::{Sources, folder, sources};

/// What runs in the page itself.
const PAGE_SIDE: [&str; 4] =
    ["www/engine/client.ts", "www/engine/channel.ts", "www/engine/pool.ts", "www/engine/embedded.ts"];

/// What runs in a worker.
const WORKER_SIDE: [&str; 6] = [
    "www/engine/worker.ts",
    "www/engine/serving.ts",
    "www/engine/streaming.ts",
    "www/engine/pieces.ts",
    "www/engine/workbook.ts",
    "www/engine/together.ts",
];

/// What shows, in the order of the imports: nothing below imports from it.
const VIEWS: [&str; 2] = ["www/views/", "www/public/"];

/// State and history, which know no element of the page.
const STORE: [&str; 5] = ["www/store.ts", "www/state.ts", "www/history.ts", "www/recipes.ts", "www/files.ts"];

/// The wasm packages, each with its one importer.
const WASM: [(&str, &str); 4] = [
    ("engine", "www/engine/worker.ts"),
    ("xlsx", "www/engine/workbook.ts"),
    ("charts", "www/charts.ts"),
    ("wording", "www/wording.ts"),
];

#[test]
fn imports_go_from_views_by_the_store_to_the_engine() {
    assert_eq!(directions(&edges_of_page(&sources())), [""; 0]);
}

#[test]
fn each_wasm_package_is_imported_in_one_place() {
    assert_eq!(importers(&edges_of_page(&sources())), [""; 0]);
}

/// Every import of one file of the page by another; of what is generated, too.
pub(crate) fn edges_of_page(sources: &Sources) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (from, text) in sources.iter().filter(|(path, _)| path.starts_with("www/") && path.ends_with(".ts")) {
        for (line, specifier) in imports(text) {
            if let Some(to) = resolved(folder(from), specifier) {
                edges.push(Edge { from: from.clone(), to, line });
            }
        }
    }
    edges
}

fn directions(edges: &[Edge]) -> Vec<String> {
    let is = |path: &str, places: &[&str]| places.iter().any(|place| path.starts_with(place));
    let wrong = |edge: &&Edge| {
        let (from, to) = (&*edge.from, &*edge.to);
        let shows = is(from, &VIEWS);
        (shows && is(to, &["www/engine/"]))
            || (is(from, &["www/views/"]) && is(to, &["www/public/"]))
            || (!shows && from != "www/main.ts" && is(to, &VIEWS))
            || (is(from, &["www/engine/"]) && !is(to, &["www/engine/", "www/generated/"]))
            || (is(from, &PAGE_SIDE) && is(to, &WORKER_SIDE))
            || (is(from, &WORKER_SIDE) && is(to, &PAGE_SIDE))
            || (is(from, &STORE) && is(to, &["www/style/", "www/charts.ts", "www/wording.ts"]))
            || is(to, &["www/main.ts"])
    };
    edges
        .iter()
        .filter(wrong)
        .map(|edge| format!("{}:{} may not import {}", edge.from, edge.line, edge.to))
        .collect()
}

fn importers(edges: &[Edge]) -> Vec<String> {
    let wrong = |edge: &&Edge| {
        let package = edge.to.strip_prefix("www/generated/").and_then(|name| name.strip_suffix(".js"));
        package.is_some_and(|package| WASM.iter().any(|(name, only)| *name == package && *only != edge.from))
    };
    edges
        .iter()
        .filter(wrong)
        .map(|edge| format!("{}:{} may not import {}", edge.from, edge.line, edge.to))
        .collect()
}

/// Relative addresses that a script imports or exports from, with their lines.
fn imports(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_comment = |line: &str| ["//", "/*", "*"].iter().any(|sign| line.trim_start().starts_with(sign));
    (1..).zip(text.lines()).filter(move |(_, line)| !is_comment(line)).filter_map(|(number, line)| {
        let begin = ["from \"", "import \"", "import(\""]
            .iter()
            .find_map(|sign| Some(line.find(sign)? + sign.len()))?;
        let specifier = &line[begin..];
        let specifier = &specifier[..specifier.find('"')?];
        specifier.starts_with('.').then_some((number, specifier))
    })
}

fn resolved(folder: &str, specifier: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in specifier.split('?').next()?.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::made_up;

    fn edges(from: &str, specifier: &str) -> Vec<Edge> {
        edges_of_page(&made_up(&[(from, &format!("import type {{\n  A,\n}} from \"{specifier}\";"))]))
    }

    #[test]
    fn a_wrong_direction_is_noticed() {
        for (from, specifier) in [
            ("www/views/look.ts", "../engine/api.ts"),
            ("www/views/look.ts", "../public/element.ts"),
            ("www/public/element.ts", "../engine/client.ts"),
            ("www/store.ts", "./views/look.ts"),
            ("www/store.ts", "./wording.ts"),
            ("www/engine/client.ts", "../store.ts"),
            ("www/engine/client.ts", "./worker.ts"),
            ("www/engine/worker.ts", "./pool.ts"),
            ("www/store.ts", "./main.ts"),
        ] {
            assert_eq!(directions(&edges(from, specifier)).len(), 1, "{from} {specifier}");
        }
        assert!(directions(&edges("www/views/look.ts", "../store.ts")).is_empty());
    }

    #[test]
    fn a_second_importer_of_wasm_is_noticed() {
        assert_eq!(importers(&edges("www/store.ts", "./generated/engine.js")).len(), 1);
        assert!(importers(&edges("www/charts.ts", "./generated/charts.js")).is_empty());
    }

    #[test]
    fn every_form_of_import_is_seen() {
        let text = "import \"./a.css?inline\";\n// import \"./no.ts\";\nexport { b } from \"../b.ts\";\nawait import(\"./c.ts\");\nimport { d } from \"lit\";";
        let found: Vec<String> =
            edges_of_page(&made_up(&[("www/x/y.ts", text)])).into_iter().map(|edge| edge.to).collect();
        assert_eq!(found, ["www/x/a.css", "www/b.ts", "www/x/c.ts"]);
    }
}
