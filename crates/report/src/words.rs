//! Sentences of one language, as the report asks for them.

use ringfence::release::{LEAST_SHARE, ReleasedSegment};
use ringfence_wording::{Language, Param, Params, quantity, sentence, share as share_in_words, word};

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

    /// The value that may stand for a segment: of a yes/no column the share of those with a yes, else the median, else that it was held
    /// back.
    pub(crate) fn value(self, feature: &str, share: Option<f64>, median: Option<f64>) -> String {
        match (share, median) {
            (Some(share), _) if share <= LEAST_SHARE => self.plain("share-at-most"),
            (Some(share), _) if share >= 1.0 - LEAST_SHARE => self.plain("share-at-least"),
            (Some(own), _) => share_in_words(self.0, own),
            (None, Some(median)) => quantity(self.0, feature, median),
            (None, None) => self.plain("held-back-mark"),
        }
    }
}
