//! The sentences of one language, parsed.

use crate::functions;
use crate::locale::Language;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a language has its own sentence for a key.
#[must_use]
pub fn has(language: Language, key: &str) -> bool {
    Catalogue::of(language).find(key).is_some()
}

/// Every key a language has, in alphabetical order.
pub fn keys(language: Language) -> impl Iterator<Item = &'static str> {
    Catalogue::of(language).messages.keys().copied()
}

/// The names of the parameters a language's sentence may use, in alphabetical order; empty for an unknown key.
#[must_use]
pub fn params_of(language: Language, key: &str) -> BTreeSet<&'static str> {
    Catalogue::of(language).find(key).map(|message| Uses::of(message).params).unwrap_or_default()
}

/// A sentence as parsed: text, and what is put between.
pub(crate) type Message = Pattern<&'static str>;

/// The sentences of one language by key.
#[derive(Debug)]
pub(crate) struct Catalogue {
    messages: BTreeMap<&'static str, Message>,
    /// What is wrong with the files: lines that do not parse, keys given twice, functions there are not, syntax
    /// that is not used here.
    /// Only a test reads it; what did parse is used all the same.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that every file parses"))]
    pub(crate) faults: Vec<String>,
}

impl Catalogue {
    /// The catalogue of a language, parsed on first use.
    pub(crate) fn of(language: Language) -> &'static Self {
        let locale = language.locale();
        locale.catalogue.get_or_init(|| Self::parse(locale.texts))
    }

    pub(crate) fn find(&self, key: &str) -> Option<&Message> {
        self.messages.get(key)
    }

    fn parse(texts: &[&'static str]) -> Self {
        let (mut messages, mut faults) = (BTreeMap::new(), Vec::new());
        for text in texts {
            let entries = match parser::parse_runtime(*text) {
                Ok(resource) => resource.body,
                Err((resource, errors)) => {
                    faults.extend(errors.iter().map(|error| format!("{error:?}")));
                    resource.body
                }
            };
            for entry in entries {
                match entry {
                    Entry::Message(message) => {
                        let key = message.id.name;
                        if !message.attributes.is_empty() {
                            faults.push(format!("{key}: attributes are not used here"));
                        }
                        let Some(value) = message.value else { continue };
                        for name in Uses::of(&value).functions {
                            if !functions::NAMES.contains(&name) {
                                faults.push(format!("{key}: there is no function {name}"));
                            }
                        }
                        if messages.insert(key, value).is_some() {
                            faults.push(format!("{key}: written twice"));
                        }
                    }
                    Entry::Term(term) => faults.push(format!("-{}: terms are not used here", term.id.name)),
                    // Junk is among the errors already.
                    Entry::Junk { .. }
                    | Entry::Comment(_)
                    | Entry::GroupComment(_)
                    | Entry::ResourceComment(_) => {}
                }
            }
        }
        Self { messages, faults }
    }
}

/// What a sentence refers to.
#[derive(Default)]
struct Uses {
    params: BTreeSet<&'static str>,
    functions: BTreeSet<&'static str>,
}

impl Uses {
    fn of(message: &Message) -> Self {
        let mut uses = Self::default();
        uses.message(message);
        uses
    }

    fn message(&mut self, message: &Message) {
        for element in &message.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'static str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.message(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'static str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.params.insert(id.name);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name);
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_parses_without_a_fault() {
        for language in Language::all() {
            assert_eq!(Catalogue::of(language).faults, Vec::<String>::new(), "{language:?}");
        }
    }

    #[test]
    fn a_broken_file_is_seen_and_the_rest_of_it_used() {
        let catalogue = Catalogue::parse(&[
            "a = one\n= broken\nb = two\na = again\n-term = x\nc = d\n  .e = f\ng = { CUONT($x) }\n",
        ]);
        assert!(catalogue.find("b").is_some());
        assert_eq!(catalogue.faults.len(), 5, "{:?}", catalogue.faults);
    }

    #[test]
    fn a_language_says_what_a_sentence_needs() {
        let names: Vec<_> = params_of(Language::default(), "too-many-columns").into_iter().collect();
        assert_eq!(names, ["found", "limit"]);
        assert!(params_of(Language::default(), "no-such-key").is_empty());
    }
}
