//! Every sentence comes from the catalogue, and the catalogue has every sentence.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ringfence::{Error, Notice};
use ringfence_wording::{Language, has};
use ringfence_xlsx::WorkbookError;
use serde::de::DeserializeOwned;

#[test]
fn every_error_and_notice_has_a_sentence_in_every_language() {
    let keys = [keys_of::<Error>(), keys_of::<Notice>(), keys_of::<WorkbookError>()].concat();
    assert!(keys.len() > 50, "{keys:?}");
    for key in keys {
        for language in Language::all() {
            assert!(has(language, &key), "{}: no sentence for {key}", language.code());
        }
    }
}

#[test]
fn every_statement_of_the_engine_has_a_sentence_in_every_language() {
    let mut found = 0;
    for file in sources(&["src"], &["rs"]) {
        let text = fs::read_to_string(&file).unwrap();
        // An empty key is a place still to be filled, which the tests of the table see to.
        for key in between(code(&text), "Statement::new(\"", "\"").into_iter().filter(|key| !key.is_empty()) {
            found += 1;
            for language in Language::all() {
                assert!(has(language, key), "{}: {}: no sentence for {key}", file.display(), language.code());
            }
        }
    }
    assert!(found > 10, "the search for statements finds too few: {found}");
}

#[test]
fn every_sentence_the_page_and_the_command_line_ask_for_is_there() {
    let mut found = 0;
    for file in sources(&["www", "crates/cli/src"], &["ts", "rs"]) {
        let text = fs::read_to_string(&file).unwrap();
        let asked = [("say(\"", "\""), ("sentence(language, \"", "\"")]
            .map(|(start, end)| between(code(&text), start, end));
        for key in asked.into_iter().flatten() {
            found += 1;
            assert!(
                Language::all().all(|language| has(language, key)),
                "{}: no sentence for {key}",
                file.display()
            );
        }
    }
    assert!(found > 50, "the search for sentences finds too few: {found}");
}

#[test]
fn every_sentence_is_said_somewhere() {
    let said = Said::read();
    assert!(said.families.len() > 20, "the search for families of keys finds too few: {:?}", said.families);
    assert!(!said.has("role-rule-rfm") && !said.has("page-nothing-says-this"), "it takes anything for said");
    assert!(!said.has("cli-about-compare"), "a function of that name is no command");
    let unsaid: Vec<String> = keys().into_iter().filter(|key| !said.has(key)).collect();
    assert!(unsaid.is_empty(), "nothing says these; delete them: {unsaid:#?}");
}

/// Every key of the catalogue.
fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    for file in sources(&["crates/wording/locales/en"], &["ftl"]) {
        let text = fs::read_to_string(file).unwrap();
        let lines = text.lines().filter(|line| line.starts_with(|mark: char| mark.is_ascii_lowercase()));
        keys.extend(lines.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())));
    }
    keys
}

/// What the sources say: literal keys, and families of keys (`role` of `role-customer-id`) with the words that make one of them.
struct Said {
    literals: BTreeSet<String>,
    families: BTreeSet<String>,
    identifiers: BTreeSet<String>,
}

/// What the last part of a key may add to the word of a family.
const ENDINGS: [&str; 6] = ["", "-help", "-meaning", "-begun", "-everyone", "-of-customers"];

impl Said {
    fn read() -> Said {
        let mut literals: BTreeSet<String> =
            [keys_of::<Error>(), keys_of::<Notice>()].concat().into_iter().collect();
        literals.extend(keys_of::<WorkbookError>());
        let mut families = BTreeSet::new();
        let mut identifiers = BTreeSet::new();
        let folders = ["src", "www", "crates", "benches"];
        for file in sources(&folders, &["rs", "ts", "ftl"]) {
            let text = fs::read_to_string(&file).unwrap();
            let is_sentence = file.extension().is_some_and(|ending| ending == "ftl");
            let text = if is_sentence { &text } else { code(&text) };
            for call in ["WORD(\"", "word(\"", "word(language, \""] {
                families.extend(between(text, call, "\"").into_iter().map(str::to_owned));
            }
            if is_sentence {
                literals.extend(between(text, "{ ", " }").into_iter().map(str::to_owned));
                continue;
            }
            for literal in between_any(text, &['"', '`']) {
                // `page-${one}` and format!("cli-about-{}").
                let start = literal.split(['$', '{']).next().unwrap_or_default();
                families.extend(start.strip_suffix('-').map(str::to_owned));
                // The kind of `word(kind, choice)` is a word of the same file.
                let kind = !literal.is_empty() && literal.bytes().all(|byte| byte.is_ascii_lowercase());
                families.extend((kind && text.contains("word(kind")).then(|| literal.to_owned()));
                // `quarter{n}Share`.
                identifiers.extend(
                    literal
                        .split_once('{')
                        .and_then(|(start, rest)| Some(start.to_owned() + rest.split_once('}')?.1)),
                );
                literals.insert(literal.to_owned());
            }
            let word = |mark: char| !mark.is_ascii_alphanumeric();
            identifiers.extend(text.split(word).map(str::to_owned));
        }
        Said { literals, families, identifiers }
    }

    fn has(&self, key: &str) -> bool {
        ENDINGS.iter().any(|ending| key.strip_suffix(ending).is_some_and(|key| self.literals.contains(key)))
            || key.match_indices('-').any(|(at, _)| {
                self.families.contains(&key[..at])
                    && ENDINGS.iter().any(|ending| {
                        // Commands are told apart by literals, not by names in the code.
                        let is_said = |word: &str| match &key[..at] {
                            "cli-about" => self.literals.contains(word),
                            _ => self.is_word(word),
                        };
                        key[at + 1..].strip_suffix(ending).is_some_and(is_said)
                    })
            })
    }

    /// Whether the sources have a word of a key, as it stands or as a name in the code.
    fn is_word(&self, kebab: &str) -> bool {
        let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
        let pascal: String = kebab.split('-').filter(|part| !part.is_empty()).map(capital).collect();
        let camel = pascal.get(..1).unwrap_or_default().to_lowercase() + pascal.get(1..).unwrap_or_default();
        let unnumbered = camel.replace(|mark: char| mark.is_ascii_digit(), "");
        self.literals.contains(kebab)
            || [pascal, camel, unnumbered].iter().any(|name| self.identifiers.contains(name))
    }
}

/// What stands between two of the same quotation marks, wherever one may begin.
fn between_any<'a>(text: &'a str, marks: &[char]) -> Vec<&'a str> {
    text.lines().flat_map(|line| line.split(marks)).filter(|part| part.len() < 60).collect()
}

#[test]
fn no_sentence_is_hard_coded() {
    let mut stray = Vec::new();
    for file in sources(&["www"], &["ts"]) {
        let text = fs::read_to_string(&file).unwrap();
        for template in templates(&text) {
            let words = visible_text(&template);
            if !words.is_empty() {
                stray.push(format!("{}: “{words}”", file.display()));
            }
        }
    }
    let mut files = sources(
        &[
            "src",
            "crates/cli/src",
            "crates/report/src",
            "crates/wasm/src",
            "crates/charts/src",
            "crates/xlsx/src",
        ],
        &["rs"],
    );
    // Words that headers, months and money are recognised by: read, never shown.
    let read = [
        "table/lexicon.rs",
        "table/row_words.rs",
        "table/months.rs",
        "table/currency.rs",
        "customers/non_products.rs",
        "aggregate/discounts.rs",
    ];
    let is_test = |file: &PathBuf| file.components().any(|part| part.as_os_str() == "tests");
    files.retain(|file| !is_test(file) && !read.iter().any(|name| file.ends_with(name)));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        stray.extend(
            literals(code(&text))
                .into_iter()
                .filter(|literal| is_sentence(literal))
                .map(|literal| format!("{}: “{literal}”", file.display())),
        );
    }
    assert!(stray.is_empty(), "these belong into crates/wording:\n{}", stray.join("\n"));
}

/// The variants of an enum that serialises as `{key, params}`, from serde's own list of what it would accept.
fn keys_of<T: DeserializeOwned + std::fmt::Debug>() -> Vec<String> {
    let refusal = serde_json::from_str::<T>(r#"{"key":"?"}"#).unwrap_err().to_string();
    between(refusal.split_once("expected").unwrap().1, "`", "`").into_iter().map(str::to_owned).collect()
}

/// What stands between each `start` and the next `end`.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(start) {
        let Some((inside, left)) = after.split_once(end) else { break };
        found.push(inside);
        rest = left;
    }
    found
}

/// A source without the tests at its foot.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// The contents of every html`…` template, nested ones apart.
fn templates(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices("html`") {
        let mut inside = String::new();
        let mut depth = 0;
        let mut characters = text[start + 5..].chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '$' if depth == 0 && characters.peek() == Some(&'{') => {
                    characters.next();
                    depth = 1;
                }
                '{' if depth > 0 => depth += 1,
                '}' if depth > 0 => depth -= 1,
                '`' if depth == 0 => break,
                _ if depth == 0 => inside.push(character),
                _ => {}
            }
        }
        found.push(inside);
    }
    found
}

/// Words of a template that a reader would see: text outside tags, and the attributes that are read out.
fn visible_text(template: &str) -> String {
    let mut seen = String::new();
    let mut inside_tag = false;
    for character in template.chars() {
        match character {
            '<' => inside_tag = true,
            '>' => inside_tag = false,
            _ if !inside_tag => seen.push(character),
            _ => {}
        }
    }
    for attribute in ["title=\"", "aria-label=\"", "alt=\"", "placeholder=\""] {
        between(template, attribute, "\"").into_iter().for_each(|text| seen.push_str(text));
    }
    seen.replace("Ringfence", "").chars().filter(|character| character.is_alphabetic()).collect()
}

/// The string literals of Rust code outside comments and attributes.
fn literals(code: &str) -> Vec<String> {
    let lines = code.lines().filter(|line| {
        let line = line.trim_start();
        !line.starts_with("//")
            && !line.starts_with("#[")
            && !line.starts_with("#!")
            && !line.contains("assert")
    });
    lines.flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Three words in a row, the way people write and markup does not.
fn is_sentence(literal: &str) -> bool {
    let plain = !literal.contains(['<', '{', '=', ':', ';', '/', '|']);
    let words =
        literal.split(' ').filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic)).count();
    plain && words >= 3
}

fn sources(folders: &[&str], endings: &[&str]) -> BTreeSet<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeSet::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if path.is_dir() && path.file_name() != Some("generated".as_ref()) {
                open.push(path);
            } else if endings.contains(&ending) && !is_generated(&path) {
                found.insert(path);
            }
        }
    }
    found
}

fn is_generated(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "generated")
}
