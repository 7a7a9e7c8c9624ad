//! Every sentence a user of Ringfence reads, in every language it speaks, and numbers, money, shares and
//! days as each language writes them. The page, the report and the command line all speak through here.
//!
//! The engine never words anything: it states facts as `{key, params}`, a kebab-case key and a flat map of
//! numbers, texts and lists. This crate knows no engine type; [`say`] takes anything that serialises so.
//!
//! ```
//! use ringfence_wording::{Language, Params, sentence};
//! let german = Language::find("de-AT").unwrap();
//! let params = Params::from([("rows".to_owned(), 541_909.0.into())]);
//! assert_eq!(sentence(german, "cli-rows", &params), "541.909 Zeilen");
//! ```
//!
//! # Adding a sentence, adding a language
//!
//! The sentences lie in `locales/LANGUAGE/*.ftl`, one file an area, in the Fluent syntax (projectfluent.org);
//! each file's first lines say how to write one. The tests fail where a language lacks a key or a parameter
//! another has. A new language is a folder there, a file beside `locale/english.rs`, and one line in
//! `locale/mod.rs`.
//!
//! # Why not all of Fluent
//!
//! The syntax and its parser are Fluent's own (`fluent-syntax`). `fluent-bundle` on top of it was measured:
//! 83 kB of gzipped wasm before a word is said, against 38 kB for the parser alone, for plural rules of 200
//! languages and memoised formatters we would replace. So `resolve` and `functions` walk the parsed sentences
//! themselves; the page's whole module, with the sentences of two languages, is about 100 kB.

mod catalogue;
mod dates;
mod functions;
mod locale;
mod numbers;
mod param;
mod resolve;
#[cfg(feature = "wasm")]
pub mod wasm;

pub use catalogue::{has, keys, params_of};
pub use dates::{day, period};
pub use locale::Language;
pub use numbers::{bytes, count, money, number, percent, share, significant};
pub use param::{Param, Params, Statement};
pub use resolve::{quantity, say, sentence, word};
