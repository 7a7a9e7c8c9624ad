//! The summary, with its segments named in the reader's language.

use ringfence::Statement;
use ringfence::documents::{Summary, summary_csv, summary_json};
use ringfence::release::{Released, ReleasedSegment};
use ringfence_wording::{Language, Params, say, sentence};

/// A segment's name as people read it: the one the user gave, else the suggested one; followed by its `ordinal` (from 1) where
/// several are suggested the same, which 0 says is not so.
pub fn segment_name(language: Language, given: Option<&str>, suggested: &Statement, ordinal: u32) -> String {
    match (given, ordinal) {
        (Some(given), _) => given.to_owned(),
        (None, 0) => say(language, suggested),
        (None, nth) => {
            let params = [
                ("name".to_owned(), say(language, suggested).into()),
                ("number".to_owned(), f64::from(nth).into()),
            ];
            sentence(language, "name-numbered", &Params::from(params))
        }
    }
}

/// The disclosure-controlled summary.
pub fn summary(released: &Released, language: Language) -> Summary {
    Summary::new(released, &name_in(language))
}

/// The disclosure-controlled summary as JSON.
pub fn json(released: &Released, language: Language) -> String {
    summary_json(released, &name_in(language))
}

/// The disclosure-controlled summary as CSV: one row for each segment and feature.
pub fn csv(released: &Released, language: Language) -> String {
    summary_csv(released, &name_in(language))
}

/// Words the names of released segments.
pub(crate) fn name_in(language: Language) -> impl Fn(&ReleasedSegment) -> String {
    move |segment| segment_name(language, segment.given.as_deref(), &segment.suggested, segment.ordinal)
}
