//! From an outcome to that of another recipe, from their first difference on.

use std::sync::Arc;

use super::stages::Stage as Begun;
use super::{Analysis, Segmentation};
use crate::Error;
use crate::documents::{Recipe, Stage};

impl Segmentation {
    /// The job that another recipe asks for on the same customers: it keeps what both recipes give and begins with the first stage
    /// that they do not share. Its outcome is that of [`Analysis::new`], and knows besides how firmly other numbers of segments come back
    /// that were looked at before.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where the customers have to be read anew, else as [`Analysis::new`].
    pub fn again(&self, recipe: Recipe) -> Result<Analysis, Error> {
        let differs = self.recipe.first_difference(&recipe);
        // The fits of a first look are not all that there will be.
        let from = if self.settled { differs } else { differs.into_iter().chain([Stage::Fit]).min() };
        let features = Arc::clone(&self.features);
        match from {
            Some(Stage::Inspect | Stage::Customers) => return Err(Error::UnitMismatch),
            Some(Stage::Features) => return Analysis::new(features, recipe),
            _ => {}
        }
        let mut analysis = Analysis::of(features, Arc::clone(&self.prepared), recipe)?;
        let tried = self.solutions().iter().map(|solution| solution.k() as u32);
        if from == Some(Stage::Fit) || !tried.eq(analysis.ks.iter().copied()) {
            return Ok(analysis);
        }
        let outcome = &self.outcome;
        analysis.solutions.clone_from(&outcome.solutions);
        analysis.opinion.clone_from(&outcome.opinion);
        analysis.foresight.clone_from(&self.foresight);
        analysis.begin(Begun::Judge);
        if from != Some(Stage::Judge) {
            analysis.evidence.clone_from(&outcome.evidence);
            if self.recipe.choose.bootstraps != analysis.recipe.choose.bootstraps {
                analysis.evidence.iter_mut().for_each(|one| one.stability.clear());
            }
            let known = analysis.evidence.iter().filter(|one| !one.stability.is_empty());
            analysis.known = known.map(|one| one.k).collect();
            analysis.importance.clone_from(&outcome.importance);
            analysis.advise(outcome.gap_of_one);
            let next = analysis.stage_after();
            analysis.begin(next);
        }
        Ok(analysis)
    }
}
