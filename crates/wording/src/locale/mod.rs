//! The languages: what each writes differently, one file a language.

mod english;
mod german;

use crate::catalogue::Catalogue;
use std::fmt;
use std::sync::OnceLock;

/// Every language, English first: it is what a sentence falls back to. A new language is one line here.
static LOCALES: [&Locale; 2] = [&english::LOCALE, &german::LOCALE];

/// The texts of one language, one a file of its folder in `locales/`.
macro_rules! texts {
    ($folder:literal) => {
        &[
            include_str!(concat!("../../locales/", $folder, "/errors.ftl")),
            include_str!(concat!("../../locales/", $folder, "/notices.ftl")),
            include_str!(concat!("../../locales/", $folder, "/table.ftl")),
            include_str!(concat!("../../locales/", $folder, "/meaning.ftl")),
            include_str!(concat!("../../locales/", $folder, "/charts.ftl")),
            include_str!(concat!("../../locales/", $folder, "/cli.ftl")),
            include_str!(concat!("../../locales/", $folder, "/report.ftl")),
            include_str!(concat!("../../locales/", $folder, "/page.ftl")),
        ]
    };
}
use texts;

/// What a language writes in its own way. The source of the marks and the months is the Unicode CLDR.
pub(crate) struct Locale {
    /// BCP 47 language subtag, lower case.
    pub(crate) code: &'static str,
    /// The language's name in itself.
    pub(crate) name: &'static str,
    /// Between whole and fraction.
    pub(crate) decimal: char,
    /// Between groups of three digits.
    pub(crate) group: char,
    /// Put after a number of hundredths.
    pub(crate) percent: &'static str,
    /// Around a name the user gave.
    pub(crate) quotes: [char; 2],
    /// Before the last of several.
    pub(crate) and: &'static str,
    /// After the day of the month.
    pub(crate) after_day: &'static str,
    /// January to December, short.
    pub(crate) months: [&'static str; 12],
    /// The CLDR plural category of a number as it is shown: `one`, `other`, ….
    pub(crate) plural: fn(f64) -> &'static str,
    /// The files of its folder in `locales/`.
    pub(crate) texts: &'static [&'static str],
    /// The texts, parsed on first use.
    pub(crate) catalogue: OnceLock<Catalogue>,
}

/// A language Ringfence speaks. English is the default.
#[derive(Clone, Copy)]
pub struct Language(&'static Locale);

impl Language {
    /// Every language there is, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        LOCALES.into_iter().map(Self)
    }

    /// The language a tag names, by its first subtag: `de`, `de-AT` and `de_DE.UTF-8` are all German.
    /// `None` where it is not spoken.
    #[must_use]
    pub fn find(tag: &str) -> Option<Self> {
        let subtag = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Self::all().find(|language| language.code().eq_ignore_ascii_case(subtag))
    }

    /// The BCP 47 language subtag: `en`, `de`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The language's name in itself: `English`, `Deutsch`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The mark between whole and fraction.
    #[must_use]
    pub fn decimal_mark(self) -> char {
        self.0.decimal
    }

    /// The mark between groups of three digits.
    #[must_use]
    pub fn group_mark(self) -> char {
        self.0.group
    }

    pub(crate) fn locale(self) -> &'static Locale {
        self.0
    }
}

impl Default for Language {
    fn default() -> Self {
        Self(LOCALES[0])
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Language({})", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_language_by_its_first_subtag() {
        for (tag, code) in [("de", "de"), ("de-AT", "de"), ("DE_de.UTF-8", "de"), ("en-GB", "en")] {
            assert_eq!(Language::find(tag).map(Language::code), Some(code), "{tag}");
        }
        for tag in ["", "C", "deu", "tlh"] {
            assert_eq!(Language::find(tag), None, "{tag}");
        }
        assert_eq!(Language::default().code(), "en");
    }
}
