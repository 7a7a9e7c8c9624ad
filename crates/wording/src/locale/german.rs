//! German.

use super::{Locale, texts};
use std::sync::OnceLock;

pub(super) static LOCALE: Locale = Locale {
    code: "de",
    name: "Deutsch",
    decimal: ',',
    group: '.',
    percent: "\u{a0}%",
    quotes: ['„', '“'],
    and: " und ",
    after_day: ".",
    months: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
    plural: |number| if number == 1.0 { "one" } else { "other" },
    texts: texts!("de"),
    catalogue: OnceLock::new(),
};
