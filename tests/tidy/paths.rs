//! What a Rust file names: its modules, its `use` trees, the paths in its code.

use std::collections::{BTreeMap, BTreeSet};

use crate::tokens::{Token, of_product};

/// A path as it is written, from the module that it is written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// Modules within the file that the path stands in, mostly none.
    pub(crate) within: Vec<String>,
    pub(crate) path: Vec<String>,
    pub(crate) line: usize,
}

/// What a file of the product names.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Modules that lie in files of their own.
    pub(crate) modules: BTreeSet<String>,
    /// What it needs, by `use` or in passing.
    pub(crate) needed: Vec<Named>,
    /// What other files find here under a name, though it lies elsewhere: `pub use`.
    pub(crate) doors: BTreeMap<String, Vec<String>>,
    /// What it has imported under a name.
    pub(crate) imported: BTreeMap<String, Vec<String>>,
}

impl Names {
    pub(crate) fn of(text: &str) -> Names {
        let mut reader =
            Reader { tokens: of_product(text), at: 0, within: Vec::new(), depth: 0, names: Names::default() };
        while reader.at < reader.tokens.len() {
            reader.step();
        }
        reader.names
    }
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    /// Modules that are open, with the depth of braces that they opened at.
    within: Vec<(String, usize)>,
    depth: usize,
    names: Names,
}

impl Reader {
    fn step(&mut self) {
        match self.text(0) {
            "mod" if self.text(2) == ";" => {
                self.names.modules.insert(self.text(1).to_owned());
                self.at += 3;
            }
            "mod" if self.text(2) == "{" => {
                self.within.push((self.text(1).to_owned(), self.depth));
                self.at += 2;
            }
            "use" if self.text(1) != "<" => {
                let is_door = self.at > 0 && [")", "pub"].contains(&&*self.tokens[self.at - 1].text);
                self.at += 1;
                let line = self.line();
                let mut leaves = Vec::new();
                self.tree(&mut Vec::new(), &mut leaves);
                leaves.into_iter().for_each(|(path, name)| self.note(path, name, is_door, line));
            }
            "{" => (self.depth, self.at) = (self.depth + 1, self.at + 1),
            "}" => {
                self.depth = self.depth.saturating_sub(1);
                self.within.pop_if(|(_, depth)| *depth == self.depth);
                self.at += 1;
            }
            _ if self.is_word() && self.text(1) == "::" => {
                let line = self.line();
                let path = self.path();
                self.names.needed.push(Named { within: self.modules(), path, line });
            }
            _ => self.at += 1,
        }
    }

    /// Reads the tree of a `use` from here on; each leaf is a path and the name that it gets.
    fn tree(&mut self, stem: &mut Vec<String>, leaves: &mut Vec<(Vec<String>, String)>) {
        let before = stem.len();
        if self.text(0) == "::" {
            self.at += 1;
        }
        stem.extend(self.path());
        match self.text(0) {
            "{" => {
                self.at += 1;
                while !["}", ""].contains(&self.text(0)) {
                    self.tree(stem, leaves);
                    self.at += usize::from(self.text(0) == ",");
                }
                self.at += 1;
            }
            "*" => {
                leaves.push((stem.clone(), "*".to_owned()));
                self.at += 1;
            }
            _ => {
                if stem.len() > before + 1 || before > 0 {
                    stem.pop_if(|last| last == "self");
                }
                let own = stem.last().cloned().unwrap_or_default();
                let renamed = (self.text(0) == "as").then(|| self.text(1).to_owned());
                self.at += if renamed.is_some() { 2 } else { 0 };
                leaves.push((stem.clone(), renamed.unwrap_or(own)));
            }
        }
        stem.truncate(before);
        // A sign that is no part of a tree would keep us here for ever.
        if !["}", ",", ";"].contains(&self.text(0)) {
            self.at += 1;
        }
    }

    /// Reads the words of a path up to what is none, a trailing `::` too.
    fn path(&mut self) -> Vec<String> {
        let mut path = Vec::new();
        while self.is_word() && self.text(0) != "as" {
            path.push(self.text(0).to_owned());
            self.at += 1;
            if self.text(0) != "::" {
                break;
            }
            self.at += 1;
        }
        path
    }

    fn note(&mut self, path: Vec<String>, name: String, is_door: bool, line: usize) {
        if is_door {
            self.names.doors.insert(name, path);
            return;
        }
        if self.within.is_empty() {
            self.names.imported.insert(name, path.clone());
        }
        self.names.needed.push(Named { within: self.modules(), path, line });
    }

    fn modules(&self) -> Vec<String> {
        self.within.iter().map(|(name, _)| name.clone()).collect()
    }

    fn text(&self, ahead: usize) -> &str {
        self.tokens.get(self.at + ahead).map_or("", |token| &token.text)
    }

    fn is_word(&self) -> bool {
        self.tokens.get(self.at).is_some_and(Token::is_word)
    }

    fn line(&self) -> usize {
        self.tokens.get(self.at).map_or(0, |token| token.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needed(text: &str) -> Vec<String> {
        Names::of(text).needed.into_iter().map(|named| named.path.join("::")).collect()
    }

    #[test]
    fn groups_over_several_lines_are_read_to_the_leaves() {
        let text =
            "use crate::{\n    limits,\n    table::{self, cells::{Cell, dates::*}},\n    Error as Fault,\n};";
        assert_eq!(
            needed(text),
            [
                "crate::limits",
                "crate::table",
                "crate::table::cells::Cell",
                "crate::table::cells::dates",
                "crate::Error"
            ]
        );
        assert_eq!(Names::of(text).imported["Fault"], ["crate", "Error"]);
    }

    #[test]
    fn paths_in_code_are_needed_too() {
        let text = "fn a(b: super::super::c::D) -> Vec<crate::e::F> { crate::g::h::<u8>(i) }";
        assert_eq!(needed(text), ["super::super::c::D", "crate::e::F", "crate::g::h"]);
    }

    #[test]
    fn a_door_is_not_a_need() {
        let names = Names::of("mod a; pub(crate) use a::{B, c::D}; pub use self::e::F;");
        assert_eq!(names.doors["D"], ["a", "c", "D"]);
        assert_eq!(names.doors["F"], ["self", "e", "F"]);
        assert!(names.needed.is_empty());
        assert!(names.modules.contains("a"));
    }

    #[test]
    fn a_module_within_a_file_is_known() {
        let names = Names::of("mod inner { fn a() { super::b::c() } } fn d() { e::f() }");
        assert_eq!(names.needed[0].within, ["inner"]);
        assert!(names.needed[1].within.is_empty());
    }

    #[test]
    fn captured_lifetimes_are_no_import() {
        assert!(needed("fn a<'a>() -> impl Iterator<Item = u8> + use<'a> { b }").is_empty());
    }
}
