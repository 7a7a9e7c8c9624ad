//! English, with the day before the month.

use super::{Locale, texts};
use std::sync::OnceLock;

pub(super) static LOCALE: Locale = Locale {
    code: "en",
    name: "English",
    decimal: '.',
    group: ',',
    percent: "%",
    quotes: ['“', '”'],
    and: " and ",
    after_day: "",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    plural: |number| if number == 1.0 { "one" } else { "other" },
    texts: texts!("en"),
    catalogue: OnceLock::new(),
};
