//! Who uses whom: from file to file, through every door to where a thing lies.

use std::collections::{BTreeMap, BTreeSet};

use crate::paths::Names;
use crate::sources::{Sources, folder};

/// That one file uses another, and where it says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) line: usize,
}

/// The modules of one crate, by their path from its root.
struct Modules {
    files: BTreeMap<Vec<String>, (String, Names)>,
}

/// Every use of one file by another within the crate whose root is `root`; files that only tests see are left out. What the file of
/// a parent module holds is common ground of its children: to use that is no use of another.
pub(crate) fn edges_of_crate(sources: &Sources, root: &str) -> Vec<Edge> {
    let modules = Modules::of(sources, root);
    let mut edges = Vec::new();
    for (module, (file, names)) in &modules.files {
        for named in &names.needed {
            let here: Vec<String> = module.iter().chain(&named.within).cloned().collect();
            let Some(path) = modules.absolute(&here, names, &named.path) else { continue };
            let (owner, to) = modules.owner(path);
            if !module.starts_with(owner) {
                edges.push(Edge { from: file.clone(), to: to.to_owned(), line: named.line });
            }
        }
    }
    edges
}

impl Modules {
    fn of(sources: &Sources, root: &str) -> Modules {
        let mut modules = Modules { files: BTreeMap::new() };
        let mut open = vec![(Vec::new(), root.to_owned())];
        while let Some((module, file)) = open.pop() {
            let Some(text) = sources.get(&file) else { continue };
            let names = Names::of(text);
            let is_folder = module.is_empty() || file.ends_with("/mod.rs");
            let inside = if is_folder { folder(&file) } else { file.trim_end_matches(".rs") };
            for child in &names.modules {
                let path: Vec<String> = module.iter().chain([child]).cloned().collect();
                let places = [format!("{inside}/{child}.rs"), format!("{inside}/{child}/mod.rs")];
                open.extend(
                    places
                        .into_iter()
                        .filter(|place| sources.contains_key(place))
                        .map(|place| (path.clone(), place)),
                );
            }
            modules.files.insert(module, (file, names));
        }
        modules
    }

    /// A path from the root of the crate; none for what lies outside of the crate, or is no path to a module or out of one.
    fn absolute(&self, here: &[String], names: &Names, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let mut base = match &**first {
            "crate" => Vec::new(),
            "self" => here.to_vec(),
            "super" => here[..here.len().checked_sub(1)?].to_vec(),
            child if names.modules.contains(child) => here.iter().chain([first]).cloned().collect(),
            name => {
                let imported = names.imported.get(name).filter(|path| path.first() != Some(first))?;
                let base = self.absolute(here, names, imported)?;
                self.files.contains_key(&base).then_some(base)?
            }
        };
        for part in rest {
            match &**part {
                "super" => drop(base.pop()?),
                part => base.push(part.to_owned()),
            }
        }
        Some(base)
    }

    /// The module and the file that `path` leads to, through the doors of the modules on its way.
    fn owner(&self, mut path: Vec<String>) -> (&[String], &str) {
        let depth =
            |path: &[String]| (0..=path.len()).rev().find(|depth| self.files.contains_key(&path[..*depth]));
        // No chain of doors is as long; a circle of doors would be endless.
        for _ in 0..16 {
            let depth = depth(&path).unwrap_or(0);
            let names = &self.files[&path[..depth]].1;
            let through = path.get(depth).and_then(|name| names.doors.get(name));
            let Some(door) = through.and_then(|door| self.absolute(&path[..depth], names, door)) else {
                break;
            };
            path = door.into_iter().chain(path[depth + 1..].iter().cloned()).collect();
        }
        let (module, (file, _)) = self.files.get_key_value(&path[..depth(&path).unwrap_or(0)]).unwrap();
        (module, file)
    }
}

/// Circles of the children of each folder, files or folders: within a circle everybody uses everybody, by way of others perhaps.
pub(crate) fn circles(edges: &[Edge]) -> BTreeSet<Vec<String>> {
    let mut of_folder: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for edge in edges {
        let common = edge.from.split('/').zip(edge.to.split('/')).take_while(|(a, b)| a == b).count();
        let part = |path: &str, parts: usize| path.split('/').take(parts).collect::<Vec<&str>>().join("/");
        let children = of_folder.entry(part(&edge.from, common)).or_default();
        children.entry(part(&edge.from, common + 1)).or_default().insert(part(&edge.to, common + 1));
    }
    of_folder.values().flat_map(circles_of).collect()
}

fn circles_of(uses: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<Vec<String>> {
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        uses.keys().map(|from| (from, reached_from(uses, from))).collect();
    let circle = |from: &&String| -> Vec<String> {
        let back = |to: &&String| reached.get(to).is_some_and(|reached| reached.contains(from));
        reached[*from].iter().copied().filter(back).cloned().collect()
    };
    uses.keys().map(|from| circle(&from)).filter(|circle| circle.len() > 1).collect()
}

fn reached_from<'a>(uses: &'a BTreeMap<String, BTreeSet<String>>, from: &'a String) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        open.extend(uses.get(at).into_iter().flatten().filter(|to| reached.insert(*to)));
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::made_up;

    fn arrows(files: &[(&str, &str)]) -> Vec<String> {
        let edges = edges_of_crate(&made_up(files), "src/lib.rs");
        edges.into_iter().map(|edge| format!("{} {}", edge.from, edge.to)).collect()
    }

    #[test]
    fn a_door_is_walked_through_to_where_a_thing_lies() {
        let files = [
            ("src/lib.rs", "mod a; mod b;"),
            ("src/a/mod.rs", "mod c; mod d; pub use c::Thing;"),
            ("src/a/c.rs", "use super::d::e; fn f() { e() }"),
            ("src/a/d.rs", ""),
            ("src/b.rs", "use crate::{a::Thing}; use crate::a; fn g() -> a::Thing { Thing }"),
        ];
        assert_eq!(
            arrows(&files),
            ["src/a/c.rs src/a/d.rs", "src/b.rs src/a/c.rs", "src/b.rs src/a/mod.rs", "src/b.rs src/a/c.rs"]
        );
    }

    #[test]
    fn files_that_only_tests_see_are_left_out() {
        let files = [
            ("src/lib.rs", "mod a; #[cfg(test)] mod b;"),
            ("src/a.rs", ""),
            ("src/b.rs", "use crate::a::C;"),
        ];
        assert!(arrows(&files).is_empty());
    }

    #[test]
    fn what_a_parent_holds_is_common_ground() {
        let files = [
            ("src/lib.rs", "mod a;"),
            ("src/a/mod.rs", "mod b; mod d; struct C; fn e() { b::f() }"),
            ("src/a/b.rs", "use super::C; use super::d::g;"),
            ("src/a/d.rs", ""),
        ];
        assert_eq!(arrows(&files), ["src/a/mod.rs src/a/b.rs", "src/a/b.rs src/a/d.rs"]);
    }

    #[test]
    fn several_steps_up_are_followed() {
        let files = [
            ("src/lib.rs", "mod a; mod e;"),
            ("src/a/mod.rs", "mod b;"),
            ("src/a/b.rs", "mod c;"),
            ("src/a/b/c.rs", "fn d() { super::super::super::e::f() }"),
            ("src/e.rs", ""),
        ];
        assert_eq!(arrows(&files), ["src/a/b/c.rs src/e.rs"]);
    }

    #[test]
    fn circles_are_found_between_files_and_between_folders() {
        let edge = |from: &str, to: &str| Edge { from: from.to_owned(), to: to.to_owned(), line: 1 };
        let edges = [
            edge("src/a/b.rs", "src/a/c.rs"),
            edge("src/a/c.rs", "src/d/e.rs"),
            edge("src/d/f.rs", "src/a/b.rs"),
        ];
        assert_eq!(circles(&edges), BTreeSet::from([vec!["src/a".to_owned(), "src/d".to_owned()]]));
        let edges =
            [edge("src/a.rs", "src/b.rs"), edge("src/b.rs", "src/c.rs"), edge("src/c.rs", "src/a.rs")];
        assert_eq!(circles(&edges).first().map(Vec::len), Some(3));
        assert!(circles(&edges[..2]).is_empty());
    }
}
