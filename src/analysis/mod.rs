//! The plan: it takes every decision and runs nothing itself.
//!
//! An [`Analysis`] cuts the job into stages of independent, serialisable [`Unit`]s and merges their [`Partial`] results in unit
//! order. Executors know nothing of statistics: they hand units to [`run`], wherever that is (one thread, several, workers in a
//! browser), and bring the partials back. Units are fixed by the data and the recipe, never by the number of workers, so the
//! answer is the same to the byte for any executor.

mod customers_view;
mod evaluate;
mod kinds_view;
mod segmentation;
mod units;
mod view;

pub use customers_view::{CustomersView, FeatureSummary, Shaped};
pub use evaluate::{Evaluate, Evaluation, Labels};
pub use kinds_view::{CategorySummary, LevelCount};
pub use segmentation::Segmentation;
pub use units::{Partial, Unit, run};
pub use view::{MapView, SegmentsView, SetAside};

use crate::customers::{Features, Prepared, has_several_modes, prepare};
use crate::documents::Recipe;
use crate::meaning::numbering;
use crate::segments::{Solution, assign, kmeans};
use crate::validity::{self, Evidence, Importance, Labelling, Refit};
use crate::{Error, Matrix, Notice, limits};

/// A job in progress. Ask for [`next_stage`](Analysis::next_stage), run its units, [`merge`](Analysis::merge), until there is
/// none; then [`finish`](Analysis::finish).
#[derive(Debug)]
pub struct Analysis {
    recipe: Recipe,
    features: Features,
    prepared: Prepared,
    ks: Vec<u32>,
    notices: Vec<Notice>,
    stage: Stage,
    solutions: Vec<Solution>,
    evidence: Vec<Evidence>,
    importance: Option<Importance>,
}

/// What has been done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Fit,
    Judge,
    Weigh,
    Done,
}

/// Whoever runs units: in this thread, in several, in workers.
pub trait Executor {
    /// Runs every unit on the matrix and returns the partials in unit order.
    ///
    /// # Errors
    /// Whatever stopped a unit.
    fn run(&self, matrix: &Matrix, units: &[Unit]) -> Result<Vec<Partial>, Error>;
}

/// The executor that needs nothing: one unit after the other.
#[derive(Debug, Clone, Copy, Default)]
pub struct Serial;

impl Executor for Serial {
    fn run(&self, matrix: &Matrix, units: &[Unit]) -> Result<Vec<Partial>, Error> {
        units.iter().map(|unit| run(matrix, unit)).collect()
    }
}

impl Analysis {
    /// A job over the customers of a file.
    ///
    /// # Errors
    /// Whatever makes segments impossible: too few customers, nothing that varies, a number of segments that cannot be.
    pub fn new(features: Features, recipe: Recipe) -> Result<Self, Error> {
        let prepared = prepare(&features, &recipe.features, &recipe.cleaning)?;
        let found = prepared.matrix.rows();
        if found < limits::FEWEST_CUSTOMERS {
            let needed = limits::FEWEST_CUSTOMERS as u64;
            return Err(Error::TooFewCustomers { found: found as u64, needed });
        }
        let (ks, reduced) = recipe.choose.candidates(prepared.matrix.distinct_rows())?;
        let notices = reduced.into_iter().collect();
        Ok(Analysis {
            recipe,
            features,
            prepared,
            ks,
            notices,
            stage: Stage::Fit,
            solutions: Vec::new(),
            evidence: Vec::new(),
            importance: None,
        })
    }

    /// The matrix that every unit of this job works on: customers × features, scaled.
    pub fn matrix(&self) -> &Matrix {
        &self.prepared.matrix
    }

    /// The units to run next; `None` when the job is done.
    pub fn next_stage(&self) -> Option<Vec<Unit>> {
        match self.stage {
            Stage::Fit => Some(units::restarts(&self.ks, &self.recipe.fit, self.matrix().rows())),
            Stage::Judge => Some(units::silhouettes(&self.solutions, &self.recipe.fit, self.matrix().rows())),
            Stage::Weigh => Some(self.refits().into_iter().map(|refit| Unit::Refit { refit }).collect()),
            Stage::Done => None,
        }
    }

    /// Takes the partials of the stage, in unit order.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where they are not those of the stage.
    pub fn merge(&mut self, partials: Vec<Partial>) -> Result<(), Error> {
        match self.stage {
            Stage::Fit => {
                let fits =
                    partials.into_iter().map(Partial::into_solutions).collect::<Result<Vec<_>, _>>()?;
                let best = fits.into_iter().reduce(|best, next| {
                    best.into_iter().zip(next).map(|(best, next)| kmeans::better(best, next)).collect()
                });
                let best = best
                    .filter(|best: &Vec<Solution>| best.len() == self.ks.len())
                    .ok_or(Error::UnitMismatch)?;
                self.solutions = best.into_iter().map(|solution| self.numbered(solution)).collect();
                self.stage = Stage::Judge;
            }
            Stage::Judge => {
                let sums = partials.into_iter().map(Partial::into_sums).collect::<Result<Vec<_>, _>>()?;
                let judged = limits::SILHOUETTE_CUSTOMERS.min(self.matrix().rows()) as f64;
                let silhouette = |at: usize| {
                    sums.iter().map(|sums| sums.get(at).copied().unwrap_or(f64::NAN)).sum::<f64>() / judged
                };
                let solutions = self.solutions.iter().enumerate();
                self.evidence = solutions
                    .map(|(at, solution)| evidence(self.matrix(), solution, silhouette(at)))
                    .collect();
                self.stage = if self.refits().is_empty() { Stage::Done } else { Stage::Weigh };
            }
            Stage::Weigh => {
                let solutions =
                    partials.into_iter().map(Partial::into_solutions).collect::<Result<Vec<_>, _>>()?;
                self.importance = Some(self.weighed(&solutions.concat()).ok_or(Error::UnitMismatch)?);
                self.stage = Stage::Done;
            }
            Stage::Done => return Err(Error::UnitMismatch),
        }
        Ok(())
    }

    /// The outcome, once there is no stage left.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where a stage was left out.
    pub fn finish(mut self) -> Result<Segmentation, Error> {
        if self.stage != Stage::Done {
            return Err(Error::UnitMismatch);
        }
        for solution in self.solutions.iter().filter(|solution| !solution.converged) {
            self.notices.push(Notice::NotConverged { k: solution.k() as u64 });
        }
        let (sample, customers) = (limits::SILHOUETTE_CUSTOMERS, self.matrix().rows());
        if customers > sample {
            self.notices
                .push(Notice::SampledSilhouette { sample: sample as u64, customers: customers as u64 });
        }
        Ok(Segmentation::new(
            self.features,
            self.prepared,
            self.solutions,
            self.evidence,
            self.importance,
            self.notices,
        ))
    }

    /// Runs the whole job on one executor.
    ///
    /// # Errors
    /// As [`Executor::run`], [`Analysis::merge`] and [`Analysis::finish`].
    pub fn run(mut self, executor: &impl Executor) -> Result<Segmentation, Error> {
        while let Some(units) = self.next_stage() {
            let partials = executor.run(self.matrix(), &units)?;
            self.merge(partials)?;
        }
        self.finish()
    }

    /// The number of segments that will be shown first: importance is measured for it.
    fn shown(&self) -> Option<&Solution> {
        let k = self.recipe.choose.k.or(validity::advise(&self.evidence))?;
        self.solutions.iter().find(|solution| solution.k() as u32 == k)
    }

    fn refits(&self) -> Vec<Refit> {
        let Some(shown) = self.shown() else { return Vec::new() };
        let blocks = self.prepared.preparation.blocks();
        validity::refits(&blocks, shown.k() as u32, self.recipe.fit.seed, self.matrix().rows())
    }

    /// What the segments owe to each feature, from the solutions of all refits.
    fn weighed(&self, solutions: &[Solution]) -> Option<Importance> {
        let preparation = &self.prepared.preparation;
        let several_modes: Vec<bool> =
            preparation.names().iter().map(|name| has_several_modes(&self.features, name)).collect();
        validity::importance(
            self.matrix(),
            &preparation.names(),
            &preparation.blocks(),
            &self.shown()?.centroids,
            self.recipe.fit.seed,
            solutions,
            &several_modes,
        )
    }

    /// The same solution with its segments in the order people see.
    fn numbered(&self, solution: Solution) -> Solution {
        let labels = assign(self.matrix(), &solution.centroids);
        let numbers = numbering(&self.features, &self.prepared, &labels, solution.k());
        let mut order: Vec<usize> = (0..solution.k()).collect();
        order.sort_by_key(|&group| numbers[group]);
        Solution { centroids: solution.centroids.select(order), ..solution }
    }
}

/// All measures of a solution.
fn evidence(matrix: &Matrix, solution: &Solution, silhouette: f64) -> Evidence {
    let labels = assign(matrix, &solution.centroids);
    let labelling = Labelling { labels: &labels, k: solution.k() };
    Evidence {
        k: solution.k() as u32,
        inertia: solution.inertia,
        silhouette,
        silhouette_simplified: validity::simplified_silhouette(matrix, &solution.centroids),
        calinski_harabasz: validity::calinski_harabasz(matrix, labelling),
        davies_bouldin: validity::davies_bouldin(matrix, labelling),
    }
}
