//! What a change of the recipe makes stale: the stages of a job, and from which of them on it has to be done anew.

use serde::{Deserialize, Serialize};

use super::Recipe;
use crate::customers::{CustomerOptions, FeatureOptions, SourceOptions};
use crate::release::Policy;
use crate::segments::FitOptions;
use crate::table::ReadingOptions;
use crate::validity::KPolicy;

/// The stages of a job in their order. Each works on what those before it made, so that it and all after it are stale where a decision of
/// its own changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Stage {
    /// Pass 1: what the file is, of a workbook by the sheet chosen.
    Inspect,
    /// Pass 2: rows become customers.
    Customers,
    /// Features become the matrix that is clustered.
    Features,
    /// The fits, for every number of segments tried.
    Fit,
    /// How good each of them is.
    Judge,
    /// The number advised, and what is found out of the segments shown: how firmly they come back, and what they owe to each feature.
    Advise,
    /// What segments are called, and what of them may leave.
    Show,
}

impl Recipe {
    /// The first stage whose answer may be another one under `other`; `None` where both give the same.
    ///
    /// Both are taken to pieces without `..`, so that nobody can add a decision without placing it here.
    pub fn first_difference(&self, other: &Recipe) -> Option<Stage> {
        let Recipe { version, reading, sources, customers, features, fit, choose, names, numbers, release } =
            self;
        let own_sources = sources.iter().zip(&other.sources);
        let differences = [
            reading.first_difference(&other.reading),
            own_sources.filter_map(|(one, other)| one.first_difference(other)).min(),
            (sources.len() != other.sources.len()).then_some(Stage::Customers),
            customers.first_difference(&other.customers),
            features.first_difference(&other.features),
            fit.first_difference(&other.fit),
            // Fits are numbered as they come.
            (*numbers != other.numbers).then_some(Stage::Fit),
            choose.first_difference(&other.choose),
            release.first_difference(&other.release),
            (*names != other.names).then_some(Stage::Show),
            // A model says by which version of a recipe it was made.
            (*version != other.version).then_some(Stage::Show),
        ];
        differences.into_iter().flatten().min()
    }
}

impl ReadingOptions {
    fn first_difference(&self, other: &Self) -> Option<Stage> {
        let ReadingOptions { sheet, columns } = self;
        first([(*sheet != other.sheet, Stage::Inspect), (*columns != other.columns, Stage::Customers)])
    }
}

impl SourceOptions {
    fn first_difference(&self, other: &Self) -> Option<Stage> {
        let SourceOptions { kind, reading } = self;
        let own = (*kind != other.kind).then_some(Stage::Customers);
        reading.first_difference(&other.reading).or(own)
    }
}

impl CustomerOptions {
    fn first_difference(&self, other: &Self) -> Option<Stage> {
        let CustomerOptions { reference_day, duplicate_rows, non_products, bands, asked } = self;
        let differs = *reference_day != other.reference_day
            || *duplicate_rows != other.duplicate_rows
            || *non_products != other.non_products
            || *bands != other.bands
            || *asked != other.asked;
        first([(differs, Stage::Customers)])
    }
}

impl FeatureOptions {
    fn first_difference(&self, other: &Self) -> Option<Stage> {
        let FeatureOptions { columns, repeated, missing, outliers, transform, scale, each } = self;
        let differs = *columns != other.columns
            || *repeated != other.repeated
            || *missing != other.missing
            || *outliers != other.outliers
            || *transform != other.transform
            || *scale != other.scale
            || *each != other.each;
        first([(differs, Stage::Features)])
    }
}

impl FitOptions {
    fn first_difference(&self, other: &Self) -> Option<Stage> {
        let FitOptions { method, restarts, seed } = self;
        let differs = *method != other.method || *restarts != other.restarts || *seed != other.seed;
        first([(differs, Stage::Fit)])
    }
}

impl KPolicy {
    fn first_difference(&self, other: &Self) -> Option<Stage> {
        // What was advised is kept for the record and decides nothing.
        let KPolicy { k, advised: _, max_k, business_k, references, splits, bootstraps } = self;
        first([
            (*max_k != other.max_k || self.beyond() != other.beyond(), Stage::Fit),
            (*references != other.references || *splits != other.splits, Stage::Judge),
            (
                *k != other.k || *business_k != other.business_k || *bootstraps != other.bootstraps,
                Stage::Advise,
            ),
        ])
    }

    /// A number wanted that is tried for its own sake.
    fn beyond(&self) -> Option<u32> {
        self.k.filter(|&k| k > self.max_k)
    }
}

impl Policy {
    fn first_difference(&self, other: &Self) -> Option<Stage> {
        let Policy { minimum_size, round_to } = self;
        first([
            // No number of segments is advised whose segments are too small to be released.
            (*minimum_size != other.minimum_size, Stage::Advise),
            (*round_to != other.round_to, Stage::Show),
        ])
    }
}

/// The first of these stages, which are in their order, whose decisions differ.
fn first<const COUNT: usize>(stages: [(bool, Stage); COUNT]) -> Option<Stage> {
    stages.into_iter().find(|(differs, _)| *differs).map(|(_, stage)| stage)
}
