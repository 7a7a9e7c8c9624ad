//! What every sentence of every language must keep to.

use ringfence_wording::{Language, Param, Params, has, keys, params_of, sentence};
use std::collections::BTreeSet;

fn every_key() -> BTreeSet<&'static str> {
    Language::all().flat_map(keys).collect()
}

/// Every sentence a language can make, with each of several values for each parameter.
fn every_sentence(language: Language) -> Vec<(&'static str, String)> {
    let values: [Param; 6] = [
        0.0.into(),
        1.0.into(),
        1_234.5.into(),
        "Fresh".into(),
        "2010-12-01".into(),
        vec![Param::from(3.0), Param::from(17.0)].into(),
    ];
    let mut sentences = Vec::new();
    for key in keys(language) {
        for value in &values {
            let params = params_of(language, key).into_iter().map(|name| (name.to_owned(), value.clone()));
            sentences.push((key, sentence(language, key, &params.collect())));
        }
    }
    sentences
}

#[test]
fn every_language_has_every_key_with_the_same_parameters() {
    let mut missing = Vec::new();
    for key in every_key() {
        for language in Language::all() {
            if !has(language, key) {
                missing.push(format!("{key}: not in {language:?}"));
            } else if params_of(language, key) != params_of(Language::default(), key) {
                missing.push(format!("{key}: other parameters in {language:?} than in English"));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn keys_are_kebab_case_and_parameters_camel_case() {
    for key in every_key() {
        assert!(key.bytes().all(|mark| matches!(mark, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{key}");
        for name in params_of(Language::default(), key) {
            let camel = name.starts_with(|mark: char| mark.is_ascii_lowercase())
                && name.bytes().all(|mark| mark.is_ascii_alphanumeric());
            assert!(camel, "{key}: {name}");
        }
    }
}

#[test]
fn no_sentence_claims_what_is_not_so_or_raises_its_voice() {
    let forbidden = ["anonym", "gdpr", "dsgvo", "optimal"];
    for language in Language::all() {
        for (key, text) in every_sentence(language) {
            let lower = text.to_lowercase();
            for word in forbidden {
                assert!(!lower.contains(word), "{language:?} {key}: {text}");
            }
            assert!(!text.contains('!'), "{language:?} {key}: {text}");
            let emoji = |mark: char| matches!(mark, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}');
            assert!(!text.contains(emoji), "{language:?} {key}: {text}");
        }
    }
}

#[test]
fn every_sentence_is_whole() {
    for language in Language::all() {
        for (key, text) in every_sentence(language) {
            assert!(!text.trim().is_empty(), "{language:?} {key}");
            assert_eq!(text.trim(), text, "{language:?} {key}");
            for trace in ["{", "}", "⟦", "  ", "\n", "$", "..", " ."] {
                assert!(!text.contains(trace), "{language:?} {key}: {text}");
            }
        }
    }
}

#[test]
fn no_german_sentence_was_left_in_english() {
    let [english, german] = ["en", "de"].map(|code| Language::find(code).unwrap());
    // What is the same in both; a new one that is meant to be joins the list.
    let same = [
        "amount-average-order-value",
        "amount-category-diversity",
        "amount-category-share",
        "amount-channel-share",
        "amount-discount-rate",
        "amount-discounted-orders",
        "amount-evening-share",
        "amount-gap-variation",
        "amount-lines-per-order",
        "amount-monetary",
        "amount-nov-dec-share",
        "amount-other-categories-share",
        "amount-other-channels-share",
        "amount-price-per-unit",
        "amount-quarter1-share",
        "amount-quarter2-share",
        "amount-quarter3-share",
        "amount-quarter4-share",
        "amount-return-rate",
        "amount-units-per-order",
        "amount-weekend-share",
        "chart-segment",
        "chart-share-mark",
        "cli-name",
        "cli-segment",
        "feature-column",
        "feature-short-column",
        "name-numbered",
        "name-segment",
        "not-measured-mark",
        "page-column-name",
        "page-error-code",
        "page-share-map-degrees",
        "page-title",
        "report-column-segment",
    ];
    let params = Params::new();
    for key in every_key() {
        let equal = sentence(english, key, &params) == sentence(german, key, &params);
        assert_eq!(equal, same.contains(&key), "{key}: {}", sentence(german, key, &params));
    }
}

#[test]
fn missing_and_senseless_parameters_still_give_a_sentence() {
    let senseless: [Param; 4] = [f64::NAN.into(), "".into(), Vec::<Param>::new().into(), Param::Flag(true)];
    for language in Language::all() {
        for key in keys(language) {
            assert!(!sentence(language, key, &Params::new()).is_empty(), "{key}");
            for value in &senseless {
                let params =
                    params_of(language, key).into_iter().map(|name| (name.to_owned(), value.clone()));
                assert!(!sentence(language, key, &params.collect()).is_empty(), "{key}");
            }
        }
    }
}
