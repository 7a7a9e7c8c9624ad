//! How certain the segments shown are, in one word for all of them.

use serde::{Deserialize, Serialize};

use super::{Advice, Stability};
use crate::Statement;

/// Whether segments are there to be found, or are cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Certainty {
    /// Groups: they exist.
    Groups,
    /// Slices, and each time the same when the customers are drawn anew.
    SlicesThatRepeat,
    /// Slices that lie elsewhere when the customers are drawn anew.
    SlicesThatDoNotRepeat,
    /// Slices of which it was not looked at, or not wholly, whether they repeat.
    Slices,
}

impl Certainty {
    /// The word for `k` segments with these mean Jaccard similarities; slices repeat where each of them is stable. No similarities: not known.
    pub fn of(k: u32, advice: &Advice, stability: &[Option<f64>]) -> Self {
        let repeats = |jaccard: f64| Stability::of(jaccard) >= Stability::Stable;
        if advice.levels.contains(&k) {
            Certainty::Groups
        } else if stability.iter().flatten().any(|&jaccard| !repeats(jaccard)) {
            Certainty::SlicesThatDoNotRepeat
        } else if stability.is_empty() || stability.contains(&None) {
            Certainty::Slices
        } else {
            Certainty::SlicesThatRepeat
        }
    }

    /// The same as a sentence.
    pub fn statement(self) -> Statement {
        Statement::new(match self {
            Certainty::Groups => "certainty-groups",
            Certainty::SlicesThatRepeat => "certainty-slices-repeat",
            Certainty::SlicesThatDoNotRepeat => "certainty-slices-vary",
            Certainty::Slices => "certainty-slices",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_exist_and_slices_repeat_or_do_not() {
        let advice = Advice { k: Some(4), levels: vec![2, 4], ..Advice::default() };
        let of = |k: u32, stability: &[Option<f64>]| Certainty::of(k, &advice, stability);
        assert_eq!((of(4, &[]), of(2, &[Some(0.5); 2])), (Certainty::Groups, Certainty::Groups));
        assert_eq!(of(3, &[Some(0.75), Some(0.9), Some(1.0)]), Certainty::SlicesThatRepeat);
        assert_eq!(of(3, &[Some(0.74), Some(0.9), None]), Certainty::SlicesThatDoNotRepeat);
        assert_eq!((of(3, &[]), of(3, &[Some(0.9), None])), (Certainty::Slices, Certainty::Slices));
    }
}
