//! The outcome of a job: a solution for every number of segments tried, and everything that is made from it.

use std::sync::Arc;

use super::Shown;
use super::opinion::Opinion;
use super::second_opinion::ShownMeasures;
use super::view::{Asked, MapView, SegmentsView, SetAside};
use crate::customers::{Features, Prepared, Status, Verdict, select};
use crate::documents::{Model, Recipe};
use crate::meaning::{Segment, describe, rfm_map};
use crate::release::{Ledger, Released, Source, release};
use crate::rng::{Purpose, Rng};
use crate::segments::{Axes, Partition, Solution, principal_axes};
use crate::table::{Reading, iso_day};
use crate::validity::{
    Advice, Certainty, Evidence, Favourite, Foresight, Importance, Measure, Stability, separation_in_words,
};
use crate::{Error, Notice, limits};

/// Customers, and the best solution found for every number of segments. Changing k or a name needs no new fit.
#[derive(Debug)]
pub struct Segmentation {
    pub(super) features: Arc<Features>,
    pub(super) prepared: Arc<Prepared>,
    /// What everything here was made by.
    pub(super) recipe: Recipe,
    pub(super) outcome: Outcome,
    /// For the number of segments that was looked at last.
    pub(super) foresight: Option<Foresight>,
    verdicts: Vec<Verdict>,
    notices: Vec<Notice>,
    axes: Axes,
    pub(super) settled: bool,
}

/// What a plan came to.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The best solution of K-means for every number of segments tried, ascending.
    pub(super) solutions: Vec<Solution>,
    /// Evidence for each of them.
    pub(super) evidence: Vec<Evidence>,
    /// The gap of one single segment, where references were drawn.
    pub(super) gap_of_one: Option<f64>,
    /// How many are advised.
    pub(super) advice: Advice,
    /// What the segments owe to each feature.
    pub(super) importance: Option<Importance>,
    /// What another method says, where one is chosen: then its segments are shown.
    pub(super) opinion: Option<Opinion>,
}

/// The number of segments shown: the one wanted, else the one advised, else the one useful for business or the nearest to it that was tried.
pub(super) fn shown_k(
    wanted: Option<u32>,
    business: u32,
    advice: &Advice,
    solutions: &[Solution],
) -> Option<u32> {
    let nearest =
        || solutions.iter().map(|solution| solution.k() as u32).min_by_key(|k| k.abs_diff(business));
    wanted.or(advice.k).or_else(nearest)
}

/// What labels customers where `k` segments are asked for: the method chosen where there is an opinion, else K-means.
pub(super) fn partition_of(k: u32, solutions: &[Solution], opinion: Option<&Opinion>) -> Option<Partition> {
    match opinion {
        Some(opinion) => opinion.division(k).map(|division| division.partition.clone()),
        None => {
            let solution = solutions.iter().find(|solution| solution.k() as u32 == k)?;
            Some(Partition::Centroids(solution.centroids.clone()))
        }
    }
}

impl Segmentation {
    pub(super) fn new(
        (features, prepared): (Arc<Features>, Arc<Prepared>),
        recipe: Recipe,
        outcome: Outcome,
        notices: Vec<Notice>,
    ) -> Self {
        let axes = principal_axes(&prepared.coordinates);
        let verdicts = select(&features).verdicts;
        Segmentation {
            features,
            prepared,
            recipe,
            outcome,
            foresight: None,
            verdicts,
            notices,
            axes,
            settled: false,
        }
    }

    /// The recipe that the segments were made by.
    pub fn made_by(&self) -> &Recipe {
        &self.recipe
    }

    /// The customers.
    pub fn features(&self) -> &Features {
        &self.features
    }

    /// The best solution of K-means for every number of segments tried, ascending.
    pub fn solutions(&self) -> &[Solution] {
        &self.outcome.solutions
    }

    /// What another method says, where one is chosen: then its segments are shown.
    pub fn opinion(&self) -> Option<&Opinion> {
        self.outcome.opinion.as_ref()
    }

    /// The matrix and how it was made.
    pub fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// Evidence for every solution of K-means, ascending in k: what the advice rests on.
    pub fn evidence(&self) -> &[Evidence] {
        &self.outcome.evidence
    }

    /// What the segments owe to each feature, for the number of segments that was shown first.
    pub fn importance(&self) -> Option<&Importance> {
        self.outcome.importance.as_ref()
    }

    /// Directions in which the customers differ most.
    pub fn axes(&self) -> &Axes {
        &self.axes
    }

    /// How many segments are advised, and why.
    pub fn advice(&self) -> &Advice {
        &self.outcome.advice
    }

    /// The number of segments that is wanted, else the advised one, else useful slices.
    ///
    /// # Errors
    /// [`Error::KOutOfRange`] where that number was not tried.
    pub fn k<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<u32, Error> {
        let solutions = self.solutions();
        let business = self.recipe.choose.business_k;
        let k = shown_k(shown.into().k, business, self.advice(), solutions).unwrap_or_default();
        let tried = |at: Option<&Solution>| at.map_or(0, |solution| solution.k() as u64);
        let found = solutions.iter().any(|solution| solution.k() as u32 == k);
        found.then_some(k).ok_or(Error::KOutOfRange {
            k: k.into(),
            min: tried(solutions.first()),
            max: tried(solutions.last()),
        })
    }

    /// The solution of that number, by the method chosen.
    ///
    /// # Errors
    /// As [`Segmentation::k`].
    pub fn solution<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<&Solution, Error> {
        let k = self.k(shown)?;
        let solution = match self.opinion() {
            Some(opinion) => opinion.division(k).map(|division| &division.solution),
            None => self.solutions().iter().find(|solution| solution.k() as u32 == k),
        };
        solution.ok_or(Error::UnitMismatch)
    }

    /// What labels customers in that solution.
    ///
    /// # Errors
    /// As [`Segmentation::k`].
    pub fn partition<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<Partition, Error> {
        partition_of(self.k(shown)?, self.solutions(), self.opinion()).ok_or(Error::UnitMismatch)
    }

    /// What labels customers in every solution, by the method chosen, ascending.
    pub(super) fn partitions(&self) -> Vec<Partition> {
        let ks = self.solutions().iter().map(|solution| solution.k() as u32);
        ks.filter_map(|k| partition_of(k, self.solutions(), self.opinion())).collect()
    }

    /// The segment of every row of the prepared matrix, from 0.
    ///
    /// # Errors
    /// As [`Segmentation::solution`].
    pub fn labels<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<Vec<u32>, Error> {
        Ok(self.partition(shown)?.labels(&self.prepared.coordinates))
    }

    /// The segments with their profiles and names.
    ///
    /// # Errors
    /// As [`Segmentation::solution`].
    pub fn segments<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<Vec<Segment>, Error> {
        let shown = shown.into();
        let k = self.solution(shown)?.k();
        let mut segments = describe(&self.features, &self.prepared, &self.labels(shown)?, k);
        for given in shown.names.iter().filter(|given| given.k as usize == k) {
            if let Some(segment) = segments.iter_mut().find(|segment| segment.number == given.segment) {
                segment.given = Some(given.name.trim().to_owned()).filter(|name| !name.is_empty());
            }
        }
        Ok(segments)
    }

    /// Everything the operator sees.
    ///
    /// # Errors
    /// As [`Segmentation::solution`].
    pub fn view<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<SegmentsView, Error> {
        let shown = shown.into();
        let solution = self.solution(shown)?;
        let segments = self.segments(shown)?;
        let k = self.k(shown)?;
        let evidence = self.evidence().iter().find(|one| one.k == k).ok_or(Error::UnitMismatch)?;
        let second_opinion = self.second_opinion(shown)?;
        let measures = ShownMeasures::of(k, evidence, second_opinion.as_ref());
        let mut sizes: Vec<u64> = segments.iter().map(|segment| segment.size).collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        let certainty = (self.settled && self.opinion().is_none())
            .then(|| Certainty::of(k, self.advice(), &evidence.stability));
        let elbow = self.advice().favourites.iter().find(|one| one.measure == Measure::Elbow);
        // Where one row a customer counts, that every row counts must not be said.
        let holds = |notice: &&Notice| {
            self.prepared.repeated == 0 || !matches!(notice.told(), Notice::DuplicateCustomers { .. })
        };
        let parts = [&self.features.notices, &self.prepared.notices, &self.notices];
        Ok(SegmentsView {
            rows: self.features.rows,
            customers: self.prepared.coordinates.rows().count() as u64,
            set_aside: self.set_aside(),
            days: self
                .features
                .span
                .as_ref()
                .map(|span| [span.first_day, span.last_day, span.reference_day].map(iso_day)),
            features: self.prepared.preparation.names(),
            method: self.recipe.fit.method,
            k: solution.k() as u32,
            advised_k: self.advice().k,
            elbow_k: elbow.and_then(|one| one.k),
            inertia: solution.inertia,
            sizes,
            iterations: solution.iterations,
            silhouette: measures.silhouette,
            separation: separation_in_words(measures.silhouette),
            silhouette_simplified: measures.silhouette_simplified,
            calinski_harabasz: measures.calinski_harabasz,
            davies_bouldin: measures.davies_bouldin,
            evidence: self.evidence().to_vec(),
            second_opinion,
            verdicts: self.verdicts.clone(),
            importance: self.importance().cloned(),
            cleaning: [&self.features.cleaning[..], &self.prepared.cleaning].concat(),
            favourites: self.advice().favourites.iter().map(Favourite::statement).collect(),
            asked: Asked::default(),
            advice: self.advice().clone(),
            certainty,
            certainty_told: certainty.map(Certainty::statement),
            stability: measures.stability.iter().map(|&jaccard| Stability::statement(jaccard)).collect(),
            settled: self.settled,
            foresight: self.foresight_of(k).cloned(),
            segments,
            rfm_map: match self.advice().k {
                None if self.settled => rfm_map(&self.features, &self.prepared),
                _ => Vec::new(),
            },
            notices: parts.into_iter().flatten().filter(holds).cloned().collect(),
        })
    }

    /// The customers on the two principal axes; of many, a sample of [`limits::POINTS_DRAWN`].
    ///
    /// # Errors
    /// As [`Segmentation::solution`].
    pub fn map<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<MapView, Error> {
        let labels = self.labels(shown)?;
        let mut rng = Rng::new(self.recipe.fit.seed.into(), Purpose::ChartSample, 0);
        let rows = rng.sample(labels.len(), limits::POINTS_DRAWN);
        let components = self.axes.directions.rows();
        let along = |component: usize| -> Vec<f64> {
            let all = self.prepared.coordinates.rows();
            let project = |&row: &usize| all.with(row, |row| self.axes.project(row, component));
            if component < components { rows.iter().map(project).collect() } else { vec![0.0; rows.len()] }
        };
        Ok(MapView {
            x: along(0),
            y: along(1),
            labels: rows.iter().map(|&row| labels[row]).collect(),
            explained: [0, 1].map(|component| self.axes.explained.get(component).copied().unwrap_or(0.0)),
            weights: [0, 1].map(|component| self.weights(component)),
            customers: labels.len() as u64,
        })
    }

    /// The model of what is shown: what scores new customers.
    ///
    /// # Errors
    /// As [`Segmentation::solution`].
    pub fn model<'a>(&self, shown: impl Into<Shown<'a>>, reading: &Reading) -> Result<Model, Error> {
        let shown = shown.into();
        let centroids = self.solution(shown)?.centroids.clone();
        let other = |partition: &Partition| !matches!(partition, Partition::Centroids(_));
        let model = Model::new(
            self.recipe(shown)?,
            reading.clone(),
            self.features.reference_day().map(iso_day),
            self.prepared.preparation.clone(),
            self.advice().k,
            centroids,
            &self.segments(shown)?,
        );
        Ok(Model { partition: Some(self.partition(shown)?).filter(other), ..model })
    }

    /// What may leave, beside what the ledger says was released before.
    ///
    /// # Errors
    /// As [`release`], or as [`Segmentation::solution`].
    pub fn release<'a>(&self, shown: impl Into<Shown<'a>>, ledger: &Ledger) -> Result<Released, Error> {
        let shown = shown.into();
        let segments = self.segments(shown)?;
        let source = Source {
            features: &self.features,
            prepared: &self.prepared,
            labels: &self.labels(shown)?,
            foresight: self.foresight_of(segments.len() as u32),
            segments: &segments,
            evidence: self.evidence(),
            axes: &self.axes,
            advice: self.advice(),
            method: self.recipe.fit.method,
        };
        release(&source, shown.policy, ledger)
    }

    /// The segment of every customer, from 0; `None` outside the segments.
    ///
    /// # Errors
    /// As [`Segmentation::solution`].
    pub fn assignments<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<Vec<Option<u32>>, Error> {
        let mut segments = vec![None; self.features.len()];
        let labels = self.labels(shown)?;
        self.prepared.members.iter().zip(labels).for_each(|(&row, label)| segments[row] = Some(label));
        Ok(segments)
    }

    fn foresight_of(&self, k: u32) -> Option<&Foresight> {
        self.foresight.as_ref().filter(|foresight| foresight.k == k)
    }

    fn set_aside(&self) -> SetAside {
        let not_positive = self.features.status.iter().filter(|&&status| status != Status::Ok).count();
        SetAside {
            net_spend_not_positive: not_positive as u64,
            missing_values: self.prepared.missing,
            repeated: self.prepared.repeated,
            outliers: self.prepared.outliers,
        }
    }

    /// The features that make up an axis, by the size of their weight.
    fn weights(&self, component: usize) -> Vec<(String, f64)> {
        if component >= self.axes.directions.rows() {
            return Vec::new();
        }
        let names = self.prepared.preparation.coordinates().into_iter();
        let mut weights: Vec<(String, f64)> =
            names.zip(self.axes.directions.row(component).iter().copied()).collect();
        weights.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        weights
    }
}
