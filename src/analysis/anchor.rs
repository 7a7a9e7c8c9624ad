//! Segments keep their numbers from one run to the next.

use super::{Analysis, Segmentation};
use crate::Matrix;
use crate::change::score;
use crate::customers::Preparation;
use crate::documents::Model;
use crate::segments::{assign, best_matching};

/// Segments of an earlier run, whose numbers are to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    preparation: Preparation,
    solutions: Vec<Matrix>,
}

impl Anchor {
    /// The segments of a model.
    pub fn of_model(model: &Model) -> Self {
        Anchor { preparation: model.preparation.clone(), solutions: vec![model.centroids.clone()] }
    }
}

impl Segmentation {
    /// The segments of this outcome, for every number of them, to keep their numbers in the next run.
    pub fn anchor(&self) -> Anchor {
        let solutions = self.solutions().iter().map(|solution| solution.centroids.clone()).collect();
        Anchor { preparation: self.prepared().preparation.clone(), solutions }
    }
}

impl Analysis {
    /// Numbers the segments of this job as the earlier ones that hold the same customers: the numbers, and with them colours and names,
    /// stay when a customer comes or goes. Numbers of segments that the anchor does not have go by the visible rule, and all do where the
    /// features of the anchor are not there.
    pub fn keep_numbers(&mut self, anchor: Anchor) {
        self.anchor = Some(anchor);
    }

    /// For each group of `centroids` its number in the anchor; `None` where the anchor does not tell.
    ///
    /// Groups are matched with the earlier segments so that as many customers as can be stay under one number.
    pub(super) fn anchored(&self, centroids: &Matrix) -> Option<Vec<u32>> {
        let (anchor, k) = (self.anchor.as_ref()?, centroids.rows());
        let earlier = anchor.solutions.iter().find(|earlier| earlier.rows() == k)?;
        let before = score(&self.features, &anchor.preparation, earlier).ok()?;
        let mut shared = vec![0.0; k * k];
        for (label, &member) in assign(self.matrix(), centroids).into_iter().zip(&self.prepared.members) {
            if let Some(number) = before.get(member).copied().flatten() {
                shared[label as usize * k + number as usize] += 1.0;
            }
        }
        Some(best_matching(&shared, k).into_iter().map(|number| number as u32).collect())
    }
}
