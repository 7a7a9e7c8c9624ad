//! What the page calls. A language is its tag; one that is not spoken is English.
#![allow(unsafe_code, reason = "the macro's own; there is none by hand")]

use crate::{Language, Params};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The sentence of a key; `params` is an object of numbers, strings, booleans and arrays of them, or undefined.
#[wasm_bindgen]
#[must_use]
pub fn say(language: &str, key: &str, params: JsValue) -> String {
    let params: Params = serde_wasm_bindgen::from_value(params).unwrap_or_default();
    crate::sentence(spoken(language), key, &params)
}

/// Whether the language, or English, has a sentence for a key.
#[wasm_bindgen]
#[must_use]
pub fn has(language: &str, key: &str) -> bool {
    crate::has(spoken(language), key) || crate::has(Language::default(), key)
}

/// The codes of all languages, English first.
#[wasm_bindgen]
#[must_use]
pub fn languages() -> Vec<String> {
    Language::all().map(|language| language.code().to_owned()).collect()
}

/// The first of the tags a person asks for (`navigator.languages`) that is spoken, as its code.
#[wasm_bindgen(js_name = preferredLanguage)]
#[must_use]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over a Vec")]
pub fn preferred_language(tags: Vec<String>) -> String {
    let language = tags.iter().find_map(|tag| Language::find(tag)).unwrap_or_default();
    language.code().to_owned()
}

/// A language's name in itself.
#[wasm_bindgen(js_name = languageName)]
#[must_use]
pub fn language_name(language: &str) -> String {
    spoken(language).name().to_owned()
}

/// The marks of a language: between whole and fraction, and between groups of three digits.
#[wasm_bindgen(js_name = numberMarks)]
#[must_use]
pub fn number_marks(language: &str) -> Vec<String> {
    let language = spoken(language);
    vec![language.decimal_mark().to_string(), language.group_mark().to_string()]
}

/// A number with exactly so many decimals.
#[wasm_bindgen]
#[must_use]
pub fn number(language: &str, value: f64, decimals: usize) -> String {
    crate::number(spoken(language), value, decimals)
}

/// A number of whole things.
#[wasm_bindgen]
#[must_use]
pub fn count(language: &str, value: f64) -> String {
    crate::count(spoken(language), value)
}

/// A number to so many significant digits.
#[wasm_bindgen]
#[must_use]
pub fn significant(language: &str, value: f64, digits: usize) -> String {
    crate::significant(spoken(language), value, digits)
}

/// Money in the file's own unit.
#[wasm_bindgen]
#[must_use]
pub fn money(language: &str, value: f64) -> String {
    crate::money(spoken(language), value)
}

/// A share of 1 in hundredths, with exactly so many decimals.
#[wasm_bindgen]
#[must_use]
pub fn percent(language: &str, share: f64, decimals: usize) -> String {
    crate::percent(spoken(language), share, decimals)
}

/// A share of 1 in hundredths, as a sentence wants it.
#[wasm_bindgen]
#[must_use]
pub fn share(language: &str, share: f64) -> String {
    crate::share(spoken(language), share)
}

/// A file's size.
#[wasm_bindgen]
#[must_use]
pub fn bytes(language: &str, bytes: f64) -> String {
    crate::bytes(spoken(language), bytes)
}

/// A day given as `YYYY-MM-DD`.
#[wasm_bindgen]
#[must_use]
pub fn day(language: &str, iso: &str) -> String {
    crate::day(spoken(language), iso)
}

/// From one day to another, each given as `YYYY-MM-DD`.
#[wasm_bindgen]
#[must_use]
pub fn period(language: &str, first: &str, last: &str) -> String {
    crate::period(spoken(language), first, last)
}

/// The language's word for one of the engine's: a role, a type, a feature, a segment's name.
#[wasm_bindgen]
#[must_use]
pub fn word(language: &str, kind: &str, value: &str) -> String {
    crate::word(spoken(language), kind, value)
}

/// A value of a feature with its unit.
#[wasm_bindgen]
#[must_use]
pub fn quantity(language: &str, feature: &str, value: f64) -> String {
    crate::quantity(spoken(language), feature, value)
}

fn spoken(tag: &str) -> Language {
    Language::find(tag).unwrap_or_default()
}
