//! Sentences of one language, as the report asks for them.

use ringfence::release::{ReleasedFeature, ReleasedSegment};
use ringfence_wording::{Language, Param, Params, quantity, sentence, word};

use crate::summary::name_in;

/// A reader's language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(pub(crate) Language);

impl Words {
    /// A sentence without parameters.
    pub(crate) fn plain(self, key: &str) -> String {
        sentence(self.0, key, &Params::new())
    }

    /// A sentence with parameters.
    pub(crate) fn with<const N: usize>(self, key: &str, params: [(&str, Param); N]) -> String {
        sentence(self.0, key, &params.into_iter().map(|(name, param)| (name.to_owned(), param)).collect())
    }

    /// A feature's short name.
    pub(crate) fn feature(self, name: &str) -> String {
        word(self.0, "feature-short", name)
    }

    /// A segment's name.
    pub(crate) fn segment(self, segment: &ReleasedSegment) -> String {
        name_in(self.0)(segment)
    }

    /// The value that may stand for a segment: its median, else its mean and that it is one, else that it was held back.
    pub(crate) fn value(self, feature: &ReleasedFeature) -> String {
        match (feature.median, feature.mean) {
            (Some(median), _) => quantity(self.0, &feature.name, median),
            (None, Some(mean)) => self.with(
                "report-cell-mean",
                [("value", mean.into()), ("feature", feature.name.as_str().into())],
            ),
            (None, None) => self.plain("held-back-mark"),
        }
    }
}
