//! Nobody uses somebody who uses him: neither files nor folders.

use std::collections::BTreeSet;

use crate::graph::{circles, edges_of_crate};
use crate::page::edges_of_page;
use crate::sources::{Sources, sources};

/// Circles that there are, to be undone: every member, and why it is so. This list only shrinks.
const KNOWN: [(&[&str], &str); 15] = [
    (
        &["crates/attack/src/attacks", "crates/attack/src/suite.rs"],
        "an attack takes the suite's table, and the suite runs every attack",
    ),
    (
        &[
            "crates/wording/src/catalogue.rs",
            "crates/wording/src/dates.rs",
            "crates/wording/src/functions.rs",
            "crates/wording/src/locale",
            "crates/wording/src/numbers.rs",
            "crates/wording/src/resolve.rs",
        ],
        "a sentence may hold sentences, so resolving is recursive; DASH and the names of functions belong in a leaf",
    ),
    (
        &[
            "crates/xlsx/src/ods.rs",
            "crates/xlsx/src/workbook.rs",
            "crates/xlsx/src/xls",
            "crates/xlsx/src/xlsx",
        ],
        "each format makes the workbook's Tab, which belongs in a leaf",
    ),
    (
        &["src/analysis/opinion.rs", "src/analysis/units.rs"],
        "an opinion is merged from units, and a unit makes one",
    ),
    (
        &["src/analysis/second_opinion.rs", "src/analysis/segmentation.rs", "src/analysis/view.rs"],
        "the second opinion is a part of the outcome that it looks at",
    ),
    (&["src/customers/category.rs", "src/customers/encode.rs"], "Level belongs to the category"),
    (&["src/meaning/name.rs", "src/meaning/profile.rs"], "a profile holds its name"),
    (
        &["src/release/grouped.rs", "src/release/ledger.rs", "src/release/released.rs"],
        "the ledger is asked for, and told of, what is released",
    ),
    (
        &["src/segments/kmeans/lattice.rs", "src/segments/kmeans/verdict.rs"],
        "GROUP and padded belong to the lattice",
    ),
    (&["src/segments/kmeans/margin.rs", "src/segments/kmeans/shadow.rs"], "padded belongs to the shadow"),
    (
        &["src/segments/kmeans/points.rs", "src/segments/kmeans/rounds.rs", "src/segments/kmeans/tiled.rs"],
        "Fit belongs in a file of its own",
    ),
    (&["src/table/dates.rs", "src/table/months.rs"], "the calendar belongs in a file of its own"),
    (
        &["src/table/inspect.rs", "src/table/report.rs"],
        "Table and Rows, what was seen, belong in a file of their own",
    ),
    (
        &[
            "src/table/inspection.rs",
            "src/table/kept_rows.rs",
            "src/table/kinds.rs",
            "src/table/personal.rs",
            "src/table/questions.rs",
            "src/table/ranks.rs",
            "src/table/reading.rs",
            "src/table/roles.rs",
            "src/table/sales.rs",
            "src/table/spread.rs",
        ],
        "ColumnReport is data, and lies beside what decides by it",
    ),
    (&["src/table/lexicon.rs", "src/table/words.rs"], "Concept belongs in a file of its own"),
];

#[test]
fn nobody_uses_somebody_who_uses_him() {
    assert_eq!(faults(&all(&sources()), &KNOWN), [""; 0]);
}

fn all(sources: &Sources) -> BTreeSet<Vec<String>> {
    let roots = sources.keys().filter(|path| {
        let inside =
            path.strip_prefix("crates/").and_then(|path| path.split_once('/')).map(|(_, inside)| inside);
        **path == "src/lib.rs" || inside.is_some_and(|inside| ["src/lib.rs", "src/main.rs"].contains(&inside))
    });
    let rust = roots.flat_map(|root| circles(&edges_of_crate(sources, root)));
    rust.chain(circles(&edges_of_page(sources))).collect()
}

fn faults(circles: &BTreeSet<Vec<String>>, known: &[(&[&str], &str)]) -> Vec<String> {
    let is_known = |circle: &&Vec<String>| {
        known.iter().any(|(members, _)| circle.iter().all(|one| members.contains(&&**one)))
    };
    let new = circles
        .iter()
        .filter(|circle| !is_known(circle))
        .map(|circle| format!("a circle: {}", circle.join(", ")));
    let in_circles: BTreeSet<&String> = circles.iter().flatten().collect();
    let gone = known
        .iter()
        .flat_map(|(members, _)| members.iter())
        .filter(|one| !in_circles.iter().any(|member| member == *one));
    new.chain(gone.map(|one| format!("{one} is in no circle: take it out of the list"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::made_up;

    fn found(files: &[(&str, &str)], known: &[(&[&str], &str)]) -> Vec<String> {
        faults(&all(&made_up(files)), known)
    }

    #[test]
    fn a_circle_is_noticed_in_the_engine_a_crate_and_the_page() {
        let a = ("src/a.rs", "use crate::b::C;");
        let b = ("src/b.rs", "fn d() { super::a::e() }");
        assert_eq!(found(&[("src/lib.rs", "mod a; mod b;"), a, b], &[]), ["a circle: src/a.rs, src/b.rs"]);
        let crates = [
            ("crates/x/src/main.rs", "mod a; mod b;"),
            ("crates/x/src/a.rs", a.1),
            ("crates/x/src/b.rs", b.1),
        ];
        assert_eq!(found(&crates, &[]).len(), 1);
        let page = [
            ("www/a.ts", "import { b } from \"./b.ts\";"),
            ("www/b.ts", "export type { a } from \"./a.ts\";"),
        ];
        assert_eq!(found(&page, &[]), ["a circle: www/a.ts, www/b.ts"]);
    }

    #[test]
    fn a_circle_that_is_known_may_shrink_but_not_grow() {
        let circle = |members: &[&str]| {
            BTreeSet::from([members.iter().map(|one| (*one).to_owned()).collect::<Vec<String>>()])
        };
        let known: [(&[&str], &str); 1] = [(&["a", "b"], "for now")];
        assert!(faults(&circle(&["a", "b"]), &known).is_empty());
        assert_eq!(faults(&circle(&["a", "b", "c"]), &known).len(), 1);
        assert_eq!(faults(&BTreeSet::new(), &known).len(), 2);
    }
}
