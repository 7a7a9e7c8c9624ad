//! Sentences as they are read, written by hand.

use ringfence_wording::{Language, Param, Params, quantity, say, sentence, word};
use serde_json::json;

fn check<const N: usize>(key: &str, params: [(&str, Param); N], english: &str, german: &str) {
    let params: Params = params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    for (code, expected) in [("en", english), ("de", german)] {
        let text = sentence(Language::find(code).expect("spoken"), key, &params);
        assert_eq!(text.replace('\u{a0}', " "), expected);
    }
}

#[test]
fn one_and_many_are_told_apart() {
    for (count, english, german) in [
        (0.0, "0 rows", "0 Zeilen"),
        (1.0, "one row", "eine Zeile"),
        (2.0, "2 rows", "2 Zeilen"),
        (541_909.0, "541,909 rows", "541.909 Zeilen"),
    ] {
        check("cli-rows", [("rows", count.into())], english, german);
    }
    check(
        "too-few-customers",
        [("found", 0.0.into()), ("needed", 2.0.into())],
        "The file has no customers that can be used; at least 2 are needed. \
         Export a longer period, or ask for fewer segments.",
        "Die Datei hat keinen brauchbaren Kunden; nötig sind mindestens 2. \
         Exportieren Sie einen längeren Zeitraum oder verlangen Sie weniger Segmente.",
    );
}

#[test]
fn the_number_that_is_seen_decides_the_plural() {
    let [english, german] = ["en", "de"].map(|code| Language::find(code).unwrap());
    for (value, in_english, in_german) in [
        (0.0, "0 orders", "0 Bestellungen"),
        (1.0, "1 order", "1 Bestellung"),
        (0.9999, "1 order", "1 Bestellung"),
        (1.5, "1.5 orders", "1,5 Bestellungen"),
        (2.0, "2 orders", "2 Bestellungen"),
    ] {
        assert_eq!(quantity(english, "frequency", value), in_english);
        assert_eq!(quantity(german, "frequency", value), in_german);
    }
    assert_eq!(quantity(german, "recency", 1.2), "1 Tag");
    assert_eq!(quantity(german, "averageOrderValue", 1239.57), "1.240");
    assert_eq!(quantity(german, "Detergents_Paper", 1239.57), "1.240");
}

#[test]
fn row_numbers_end_in_dots_where_there_are_more() {
    for (count, english) in [
        (3.0, "3 rows name no customer and were left out (row 4, 17, 1,022)."),
        (135_080.0, "135,080 rows name no customer and were left out (row 4, 17, 1,022, …)."),
    ] {
        let text = say(
            Language::default(),
            &json!({"key": "rows-without-customer", "params": {"count": count, "rows": [4, 17, 1022]}}),
        );
        assert_eq!(text, english);
    }
}

#[test]
fn names_are_quoted_and_joined() {
    check(
        "role-given-twice",
        [("first", "Amount".into()), ("second", "Total".into())],
        "The columns “Amount” and “Total” have the same role, and only one can have it. Choose one of them.",
        "Die Spalten „Amount“ und „Total“ haben dieselbe Rolle, und nur eine kann sie haben. \
         Wählen Sie eine davon.",
    );
    check(
        "report-base-features",
        [("features", vec!["recency", "Fresh", "Total"].into())],
        "Features: how recently they bought (recency, days), Fresh and Total",
        "Merkmale: wie lange ihr letzter Kauf her ist (Recency, Tage), Fresh und Total",
    );
}

#[test]
fn a_name_cannot_disturb_the_sentence() {
    let long = "x".repeat(500);
    let long =
        sentence(Language::default(), "column-not-numeric", &[("column".to_owned(), long.into())].into());
    assert!(long.chars().count() < 200 && long.contains('…'));
    check(
        "cli-wrote",
        [("file", "a\u{202e}b\n{ $c }\u{200b}".into())],
        "Wrote “ab { $c }”.",
        "„ab { $c }“ geschrieben.",
    );
}

#[test]
fn the_engines_words_are_worded_and_the_files_own_are_kept() {
    let german = Language::find("de").unwrap();
    assert_eq!(word(german, "role", "unitPrice"), "Preis je Stück (Stückpreis)");
    assert_eq!(word(german, "name", "cant-lose"), "Nicht verlieren");
    for own in ["Detergents_Paper", "Recency", "Ümsatz", "", "../role"] {
        assert_eq!(word(german, "feature", own), own);
    }
    // What a feature is about is the file's own word.
    assert_eq!(word(german, "feature-short", "categoryShare:Tee"), "Anteil der Ausgaben für „Tee“");
    assert_eq!(word(german, "feature-short", "Note: 1"), "Note: 1");
    assert_eq!(quantity(german, "channelShare:web", 0.25), "25\u{a0}%");
    check(
        "trait-above",
        [("feature", "monetary".into()), ("value", 1239.57.into()), ("everyone", 310.0.into())],
        "Spending: 1,240, more than the typical 310",
        "Ausgaben: 1.240, mehr als üblich (310)",
    );
    check(
        "name-numbered",
        [("name", "champions".into()), ("number", 2.0.into())],
        "Champions 2",
        "Spitzenkunden 2",
    );
    check(
        "name-high-low",
        [("high", "Annual Income".into()), ("low", "frequency".into())],
        "High Annual Income, low number of orders",
        "Annual Income hoch, Anzahl der Bestellungen niedrig",
    );
}

#[test]
fn days_and_shares_are_written_in_the_language() {
    check(
        "date-order-consequence",
        [("order", "dmy".into()), ("first", "2010-12-01".into()), ("last", "2011-12-09".into())],
        "Day first: the dates run from 1 Dec 2010 to 9 Dec 2011",
        "Tag zuerst: die Daten reichen vom 1. Dez. 2010 bis zum 9. Dez. 2011",
    );
    check(
        "decimal-mark-consequence",
        [("mark", ",".into()), ("mean", 3.994.into())],
        "Comma before the decimals (3,99): the values are 3.99 on average",
        "Komma vor den Nachkommastellen (3,99): die Werte sind im Mittel 3,99",
    );
    check(
        "segment-size",
        [("count", 1_234.0.into()), ("share", 0.284.into())],
        "1,234 customers (28%)",
        "1.234 Kunden (28 %)",
    );
}

#[test]
fn what_has_no_sentence_shows_its_key() {
    let german = Language::find("de").unwrap();
    assert_eq!(sentence(german, "no-such-key", &Params::new()), "⟦no-such-key⟧");
    assert_eq!(say(german, &7), "⟦⟧");
    check("cli-wrote", [], "Wrote –.", "– geschrieben.");
}
