//! The plan: it takes every decision and runs nothing itself.
//!
//! An [`Analysis`] cuts the job into stages of independent, serialisable [`Unit`]s and merges their [`Partial`] results in unit
//! order. Executors know nothing of statistics: they hand units to [`run`], wherever that is (one thread, several, workers in a
//! browser), and bring the partials back. Units are fixed by the data and the recipe, never by the number of workers, so the
//! answer is the same to the byte for any executor.

mod again;
mod anchor;
mod customers_view;
mod evaluate;
mod foresight;
mod kinds_view;
mod opinion;
mod second_opinion;
mod segmentation;
mod shared_recipe;
mod shared_values;
mod shown;
mod stages;
mod units;
mod view;
mod work;

pub use anchor::Anchor;
pub use customers_view::{CustomersView, FeatureSummary, Shaped};
pub use evaluate::{Evaluate, Evaluation, Labels};
pub use kinds_view::{CategorySummary, LevelCount};
pub use opinion::{Division, Opinion};
pub use second_opinion::{OtherEvidence, SecondOpinion, TreeView};
pub use segmentation::Segmentation;
pub use shown::Shown;
pub use units::{Measures, Partial, Unit, run, run_on};
pub use view::{Asked, MapView, SegmentsView, SetAside};

use std::sync::Arc;

use segmentation::Outcome;
use stages::Stage;

use crate::customers::{Features, Prepared, has_several_modes, prepare};
use crate::documents::Recipe;
use crate::segments::{Method, Partition, Solution, assign, kmeans};
use crate::validity::{
    self, Advice, Columns, Evidence, Foresight, Grounds, Importance, KPolicy, Refit, Rule,
};
use crate::{Error, Matrix, Notice, Rows, Statement, limits};

/// A job in progress. Ask for [`next_stage`](Analysis::next_stage), run its units, [`merge`](Analysis::merge), until there is
/// none; then [`finish`](Analysis::finish). After the first stage there is a [`preview`](Analysis::preview).
#[derive(Debug)]
pub struct Analysis {
    recipe: Recipe,
    features: Arc<Features>,
    prepared: Arc<Prepared>,
    ks: Vec<u32>,
    notices: Vec<Notice>,
    /// The stage it began with: later than the first where an earlier job did those before.
    began: Stage,
    stage: Stage,
    solutions: Vec<Solution>,
    evidence: Vec<Evidence>,
    gap_of_one: Option<f64>,
    advice: Advice,
    /// Numbers of segments of which an earlier job found out how firmly they come back.
    known: Vec<u32>,
    importance: Option<Importance>,
    opinion: Option<Opinion>,
    anchor: Option<Anchor>,
    /// The numbered solutions that the first stage led to.
    first_look: Vec<Matrix>,
    /// What an earlier job on the same customers foretold.
    foresight: Option<Foresight>,
}

/// Whoever runs units: in this thread, in several, in workers.
pub trait Executor {
    /// Runs every unit on these customers and returns the partials in unit order.
    ///
    /// # Errors
    /// Whatever stopped a unit.
    fn run(&self, rows: Rows<'_>, units: &[Unit]) -> Result<Vec<Partial>, Error>;
}

/// The executor that needs nothing: one unit after the other.
#[derive(Debug, Clone, Copy, Default)]
pub struct Serial;

impl Executor for Serial {
    fn run(&self, rows: Rows<'_>, units: &[Unit]) -> Result<Vec<Partial>, Error> {
        let mut points = kmeans::Points::new(rows);
        units.iter().map(|unit| run_on(&mut points, unit)).collect()
    }
}

impl Analysis {
    /// A job over the customers of a file.
    ///
    /// # Errors
    /// Whatever makes segments impossible: too few customers, nothing that varies, a number of segments that cannot be.
    pub fn new(features: impl Into<Arc<Features>>, recipe: Recipe) -> Result<Self, Error> {
        let features = features.into();
        recipe.check()?;
        let prepared = prepare(&features, &recipe.features)?;
        Analysis::of(features, Arc::new(prepared), recipe)
    }

    /// A job over customers that are prepared.
    fn of(features: Arc<Features>, prepared: Arc<Prepared>, recipe: Recipe) -> Result<Self, Error> {
        recipe.check()?;
        let found = prepared.coordinates.rows().count();
        if found < limits::FEWEST_CUSTOMERS {
            let needed = limits::FEWEST_CUSTOMERS as u64;
            return Err(Error::TooFewCustomers { found: found as u64, needed });
        }
        let distinct = prepared.coordinates.rows().distinct_up_to(limits::MOST_SEGMENTS);
        let (ks, reduced) = recipe.choose.candidates(distinct)?;
        Ok(Analysis {
            recipe,
            features,
            prepared,
            ks,
            notices: reduced.into_iter().collect(),
            began: Stage::Start,
            stage: Stage::Start,
            solutions: Vec::new(),
            evidence: Vec::new(),
            gap_of_one: None,
            advice: Advice::default(),
            known: Vec::new(),
            importance: None,
            opinion: None,
            anchor: None,
            first_look: Vec::new(),
            foresight: None,
        })
    }

    /// What every unit of this job works on: customers × features, scaled.
    pub fn rows(&self) -> Rows<'_> {
        self.prepared.coordinates.rows()
    }

    /// The units to run next; `None` when the job is done.
    pub fn next_stage(&self) -> Option<Vec<Unit>> {
        let (fit, policy, first) = (&self.recipe.fit, &self.recipe.choose, self.first_starts());
        match self.stage {
            Stage::Start => Some(stages::starts(0, first, &self.ks, fit.seed)),
            Stage::Fit => Some(stages::starts(first, self.starts(), &self.ks, fit.seed)),
            Stage::Polish => Some(stages::polish(&self.solutions)),
            Stage::Judge => Some(stages::judge(self.rows(), &self.columns(), &self.solutions, fit, policy)),
            Stage::Opinion => Some(opinion::units(fit.method, self.rows(), &self.solutions, fit.seed)),
            Stage::Bootstrap => Some(stages::bootstraps(&self.looked_at(), policy.bootstraps, fit.seed)),
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
            Stage::Start | Stage::Fit => self.keep_better(partials)?,
            Stage::Polish => {
                let fits =
                    partials.into_iter().map(Partial::into_solutions).collect::<Result<Vec<_>, _>>()?;
                let fits: Vec<Solution> = fits.into_iter().flatten().collect();
                self.check_ks(&fits)?;
                self.solutions = fits;
            }
            Stage::Judge => {
                let (evidence, gap_of_one) =
                    stages::judged(self.rows(), &self.solutions, &self.recipe.choose, partials)?;
                self.evidence = evidence;
                self.advise(gap_of_one);
            }
            Stage::Opinion => {
                self.opinion = Some(self.in_order(opinion::merged(&self.ks, partials)?));
            }
            Stage::Bootstrap => {
                let looked_at: Vec<Matrix> =
                    self.looked_at().iter().map(|solution| solution.centroids.clone()).collect();
                let each = self.recipe.choose.bootstraps as usize;
                if partials.len() != each * looked_at.len() {
                    return Err(Error::UnitMismatch);
                }
                let mut partials = partials.into_iter();
                for centroids in looked_at {
                    let own = &mut partials.by_ref().take(each);
                    let stability = stages::stability(self.rows(), &centroids, self.recipe.fit.seed, own)?;
                    let of = self.evidence.iter_mut().find(|one| one.k as usize == centroids.rows());
                    of.ok_or(Error::UnitMismatch)?.stability = stability;
                }
            }
            Stage::Weigh => {
                let solutions =
                    partials.into_iter().map(Partial::into_solutions).collect::<Result<Vec<_>, _>>()?;
                self.importance = Some(self.weighed(&solutions.concat()).ok_or(Error::UnitMismatch)?);
            }
            Stage::Done => return Err(Error::UnitMismatch),
        }
        let merged = self.stage;
        self.stage = self.stage_after();
        if merged == Stage::Start || self.stage == Stage::Judge {
            let solutions = std::mem::take(&mut self.solutions);
            self.solutions = solutions.into_iter().map(|solution| self.numbered(solution)).collect();
        }
        if merged == Stage::Start {
            self.first_look = self.solutions.iter().map(|solution| solution.centroids.clone()).collect();
        }
        Ok(())
    }

    /// What there is to show before the job is done. By K-means that is, until the numbers of segments are judged, the fits so far, at the
    /// number that a sample speaks for, else at the one useful for business; by another method what it came to. `None` otherwise.
    pub fn preview(&self) -> Option<Segmentation> {
        if self.opinion.is_some() {
            let outcome = Outcome {
                solutions: self.solutions.clone(),
                evidence: self.evidence.clone(),
                gap_of_one: self.gap_of_one,
                advice: self.advice.clone(),
                importance: None,
                opinion: self.opinion.clone(),
            };
            return Some(self.so_far(outcome));
        }
        let first = !self.solutions.is_empty() && self.evidence.is_empty();
        let ready = first && self.recipe.fit.method == Method::Kmeans;
        ready.then(|| {
            let seed = self.recipe.fit.seed;
            let solutions: Vec<Solution> =
                self.solutions.iter().map(|solution| self.numbered(solution.clone())).collect();
            let sampled = matches!(self.stage, Stage::Fit | Stage::Polish);
            let fitted =
                if sampled { units::start_sample(self.rows(), seed).rows() } else { self.rows().count() };
            let evidence = stages::first_look(self.rows(), &solutions, seed, fitted);
            let looked_at = self.rows().count().min(stages::FIRST_LOOK);
            let grounds = Grounds {
                evidence: &evidence,
                gap_of_one: None,
                smallest: 0,
                customers: looked_at,
                columns: self.rows().columns(),
            };
            let advice = Advice { k: validity::advised_k(&grounds, Rule::Apart), ..Advice::default() };
            self.so_far(Outcome {
                solutions,
                evidence,
                gap_of_one: None,
                advice,
                importance: None,
                opinion: None,
            })
        })
    }

    fn so_far(&self, outcome: Outcome) -> Segmentation {
        let parts = (Arc::clone(&self.features), Arc::clone(&self.prepared));
        Segmentation::new(parts, self.recipe.clone(), outcome, self.notices.clone())
    }

    /// Whether every number of segments has its best fit; what comes after only judges them.
    pub fn fitted(&self) -> bool {
        match self.recipe.fit.method {
            Method::Kmeans => self.stage > Stage::Polish,
            _ => self.opinion.is_some(),
        }
    }

    /// Runs the fits alone on one executor: the same segments as [`run`](Analysis::run) gives, without all that only judges them.
    ///
    /// # Errors
    /// As [`Executor::run`] and [`Analysis::merge`].
    pub fn fit(mut self, executor: &impl Executor) -> Result<Segmentation, Error> {
        while !self.fitted() {
            let units = self.next_stage().ok_or(Error::UnitMismatch)?;
            let partials = executor.run(self.rows(), &units)?;
            self.merge(partials)?;
        }
        self.preview().ok_or(Error::UnitMismatch)
    }

    /// The outcome, once there is no stage left.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where a stage was left out.
    pub fn finish(mut self) -> Result<Segmentation, Error> {
        if self.stage != Stage::Done {
            return Err(Error::UnitMismatch);
        }
        self.tell_fits();
        self.tell_samples();
        let outcome = Outcome {
            solutions: self.solutions,
            evidence: self.evidence,
            gap_of_one: self.gap_of_one,
            advice: self.advice,
            importance: self.importance,
            opinion: self.opinion,
        };
        let parts = (self.features, self.prepared);
        let mut segmentation = Segmentation::new(parts, self.recipe, outcome, self.notices);
        (segmentation.foresight, segmentation.settled) = (self.foresight, true);
        Ok(segmentation)
    }

    /// Runs the whole job on one executor.
    ///
    /// # Errors
    /// As [`Executor::run`], [`Analysis::merge`] and [`Analysis::finish`].
    pub fn run(mut self, executor: &impl Executor) -> Result<Segmentation, Error> {
        while let Some(units) = self.next_stage() {
            let partials = executor.run(self.rows(), &units)?;
            self.merge(partials)?;
        }
        self.finish()
    }

    /// The segments that will be shown first: importance is measured for them.
    fn shown(&self) -> Option<Partition> {
        let k = self.shown_k()?;
        segmentation::partition_of(k, &self.solutions, self.opinion.as_ref())
    }

    fn refits(&self) -> Vec<Refit> {
        let Some(shown) = self.shown() else { return Vec::new() };
        if self.importance.as_ref().is_some_and(|known| known.k as usize == shown.k()) {
            return Vec::new();
        }
        let blocks = self.prepared.preparation.blocks();
        validity::refits(&blocks, shown.k() as u32, self.recipe.fit.seed, self.rows().count())
    }

    /// What the segments owe to each feature, from the solutions of all refits.
    fn weighed(&self, solutions: &[Solution]) -> Option<Importance> {
        let preparation = &self.prepared.preparation;
        let several_modes: Vec<bool> =
            preparation.names().iter().map(|name| has_several_modes(&self.features, name)).collect();
        validity::importance(
            self.rows(),
            &preparation.names(),
            &preparation.blocks(),
            &self.shown()?,
            self.recipe.fit.seed,
            solutions,
            &several_modes,
        )
    }

    fn shown_k(&self) -> Option<u32> {
        let KPolicy { k, business_k, .. } = self.recipe.choose;
        segmentation::shown_k(k, business_k, &self.advice, &self.solutions)
    }

    /// Begins with another stage than the first.
    fn begin(&mut self, stage: Stage) {
        (self.began, self.stage) = (stage, stage);
    }

    /// What is known of the columns of the matrix.
    fn columns(&self) -> Columns {
        let preparation = &self.prepared.preparation;
        let kinds = preparation.blocks().into_iter().skip(preparation.features.len());
        let precise = |value: f64| if preparation.single_precision { f64::from(value as f32) } else { value };
        let limits = preparation.features.iter().map(|feature| {
            let limits = feature.limits.as_ref()?;
            Some([limits.low, limits.high].map(|limit| precise(feature.scale.apply(limit))))
        });
        Columns {
            kinds: kinds.map(|block| [block.start as u32, block.end as u32]).collect(),
            limits: limits.collect(),
        }
    }

    fn starts(&self) -> u32 {
        self.recipe.fit.starts(self.rows().count())
    }

    fn first_starts(&self) -> u32 {
        self.starts().min(stages::FIRST_STARTS)
    }

    /// The next stage that has anything to do.
    fn stage_after(&self) -> Stage {
        match self.stage {
            Stage::Start if self.starts() > self.first_starts() => Stage::Fit,
            Stage::Start | Stage::Fit if self.rows().count() > limits::STARTS_ON_EVERYONE => Stage::Polish,
            Stage::Start | Stage::Fit | Stage::Polish => Stage::Judge,
            // Samples drawn anew are divided by K-means, and say nothing of another method's segments.
            Stage::Judge if self.recipe.fit.method != Method::Kmeans && self.opinion.is_none() => {
                Stage::Opinion
            }
            Stage::Judge if self.opinion.is_none() && self.has_bootstraps() => Stage::Bootstrap,
            Stage::Judge | Stage::Opinion | Stage::Bootstrap if !self.refits().is_empty() => Stage::Weigh,
            Stage::Judge | Stage::Opinion | Stage::Bootstrap | Stage::Weigh | Stage::Done => Stage::Done,
        }
    }

    fn has_bootstraps(&self) -> bool {
        self.recipe.choose.bootstraps > 0 && !self.looked_at().is_empty()
    }

    /// Keeps the best fit for each number among those there are and those of `partials`.
    fn keep_better(&mut self, partials: Vec<Partial>) -> Result<(), Error> {
        let fits = partials.into_iter().map(Partial::into_solutions).collect::<Result<Vec<_>, _>>()?;
        fits.iter().try_for_each(|fits| self.check_ks(fits))?;
        let known = Some(std::mem::take(&mut self.solutions)).filter(|known| !known.is_empty());
        let best = known.into_iter().chain(fits).reduce(|best, next| {
            best.into_iter().zip(next).map(|(best, next)| kmeans::better(best, next)).collect()
        });
        self.solutions = best.ok_or(Error::UnitMismatch)?;
        Ok(())
    }

    fn check_ks(&self, fits: &[Solution]) -> Result<(), Error> {
        let right = fits.iter().map(|fit| fit.k() as u32).eq(self.ks.iter().copied());
        if right { Ok(()) } else { Err(Error::UnitMismatch) }
    }

    fn advise(&mut self, gap_of_one: Option<f64>) {
        self.gap_of_one = gap_of_one;
        let (customers, policy) = (self.rows().count() as u64, &self.recipe.release);
        let share = (limits::SMALLEST_SHARE * customers as f64).ceil() as u64;
        // Of a table too small to be released, the least size that may be released says nothing.
        let releasable = if customers < policy.fewest_customers() {
            limits::SMALLEST_SEGMENT
        } else {
            policy.minimum_size
        };
        let smallest = share.max(releasable);
        let columns = self.rows().columns();
        let customers = self.rows().count();
        let grounds = Grounds { evidence: &self.evidence, gap_of_one, smallest, customers, columns };
        let seed = self.recipe.fit.seed;
        let hopkins = validity::hopkins(&units::evidence_sample(self.rows(), seed), seed);
        self.advice = validity::advise(&grounds, hopkins);
        if let Some(told) = self.column_behind() {
            let general = self.advice.statements.iter_mut().find(|one| one.key == validity::ONLY_VALUES);
            general.into_iter().for_each(|general| *general = told.clone());
        }
    }

    /// The column that the customers stand apart by alone, where they do so by values that many share.
    fn column_behind(&self) -> Option<Statement> {
        let verdicts = self.advice.verdicts.iter().zip(&self.solutions);
        let by_values = verdicts.filter(|(verdict, _)| verdict.key == validity::BY_VALUES);
        by_values.map(|(_, solution)| solution).find_map(|solution| {
            let labels = assign(self.rows(), &solution.centroids);
            shared_values::column_behind(&self.features, &self.prepared, &labels, solution.k() as u32)
        })
    }

    /// The solutions whose stability is asked for: what is shown, and what is advised, unless it is known.
    fn looked_at(&self) -> Vec<&Solution> {
        let shown = self.shown_k();
        let looked_at = |solution: &&Solution| {
            let k = solution.k() as u32;
            (Some(k) == shown || Some(k) == self.advice.k) && !self.known.contains(&k)
        };
        self.solutions.iter().filter(looked_at).collect()
    }

    /// Fits that did not come to rest, of the method whose segments are shown.
    fn tell_fits(&mut self) {
        let divisions = self.opinion.iter().flat_map(|opinion| &opinion.divisions);
        let others = divisions.map(|division| (division.k.into(), division.solution.converged));
        let own = self.solutions.iter().map(|solution| (solution.k() as u64, solution.converged));
        let fits: Vec<(u64, bool)> = if self.opinion.is_some() { others.collect() } else { own.collect() };
        let restless = fits.into_iter().filter(|&(_, converged)| !converged);
        self.notices.extend(restless.map(|(k, _)| Notice::NotConverged { k }));
    }

    fn tell_samples(&mut self) {
        let customers = self.rows().count() as u64;
        let over = |limit: usize| customers > limit as u64;
        if over(limits::STARTS_ON_EVERYONE) {
            self.notices.push(Notice::SampledStarts { sample: limits::START_SAMPLE as u64, customers });
        }
        if over(limits::SILHOUETTE_CUSTOMERS) {
            self.notices
                .push(Notice::SampledSilhouette { sample: limits::SILHOUETTE_CUSTOMERS as u64, customers });
        }
    }

    /// The same solution with its segments in the order people see.
    fn numbered(&self, solution: Solution) -> Solution {
        let partition = Partition::Centroids(solution.centroids.clone());
        let numbers = self.numbers(&partition, &partition.labels(self.rows()));
        let mut order: Vec<usize> = (0..solution.k()).collect();
        order.sort_by_key(|&group| numbers[group]);
        Solution { centroids: solution.centroids.select(order), ..solution }
    }
}
