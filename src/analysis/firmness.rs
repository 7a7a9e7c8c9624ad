//! How firmly the segments of a finished outcome come back, for a number of segments that was not looked at before.

use super::stages;
use super::units::{Partial, Unit};
use super::{Executor, Segmentation};
use crate::Error;
use crate::documents::Recipe;

impl Segmentation {
    /// The units that tell how firmly the segments shown come back; none where that is known, or not asked for.
    ///
    /// # Errors
    /// As [`Segmentation::solution`].
    pub fn bootstraps(&self, recipe: &Recipe) -> Result<Vec<Unit>, Error> {
        let solution = self.solution(recipe)?;
        let known =
            self.evidence().iter().any(|one| one.k as usize == solution.k() && !one.stability.is_empty());
        // Samples drawn anew are divided by K-means, and say nothing of another method's segments.
        let asked =
            if known || !self.settled || self.opinion().is_some() { 0 } else { recipe.choose.bootstraps };
        Ok(stages::bootstraps(&[solution], asked, recipe.fit.seed))
    }

    /// Takes what [`bootstraps`](Self::bootstraps) led to, in unit order; from now on it is part of the evidence.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where the partials are not of these units, or as [`Segmentation::solution`].
    pub fn merge_bootstraps(&mut self, partials: Vec<Partial>, recipe: &Recipe) -> Result<(), Error> {
        let centroids = self.solution(recipe)?.centroids.clone();
        if partials.len() != self.bootstraps(recipe)?.len() {
            return Err(Error::UnitMismatch);
        }
        if partials.is_empty() {
            return Ok(());
        }
        let (rows, seed) = (self.prepared().coordinates.rows(), recipe.fit.seed);
        let stability = stages::stability(rows, &centroids, seed, &mut partials.into_iter())?;
        let mut evidence = self.outcome.evidence.iter_mut();
        let own = evidence.find(|one| one.k as usize == centroids.rows()).ok_or(Error::UnitMismatch)?;
        own.stability = stability;
        Ok(())
    }

    /// The same on one executor.
    ///
    /// # Errors
    /// As [`Executor::run`] and [`Segmentation::merge_bootstraps`].
    pub fn look_at_firmness(&mut self, recipe: &Recipe, executor: &impl Executor) -> Result<(), Error> {
        let units = self.bootstraps(recipe)?;
        let partials = executor.run(self.prepared().coordinates.rows(), &units)?;
        self.merge_bootstraps(partials, recipe)
    }
}
