//! How much work there is, so that progress can be true.

use super::Analysis;
use super::stages::{self, Stage};
use super::units::{ROUNDS_ON_CUSTOMERS, Unit};
use crate::segments::Method;
use crate::validity::ROUNDS_ON_HALVES;
use crate::{limits, validity};

/// Rounds that a fit is taken to need, for want of knowing.
const ROUNDS: f64 = 12.0;

/// Segments that a refit for importance is taken to have.
const REFITTED: f64 = 4.0;

/// Rounds that the fit of a mixture is taken to need, each as long as this many distances.
const MIXTURE_ROUNDS: f64 = 200.0;

/// Distances that Ward's hierarchy takes for each pair of customers: most are passed over.
const WARD_SEARCHES: f64 = 0.2;

/// Starts for each number of segments in one restart.
const STARTS: f64 = 3.0;

impl Unit {
    /// About how much work the unit is on a matrix of `rows` × `columns`, in distances of customers to points.
    pub fn work(&self, rows: usize, columns: usize) -> f64 {
        let everyone = rows as f64;
        let sampled = rows.min(limits::EVIDENCE_CUSTOMERS) as f64;
        let starts = if rows > limits::STARTS_ON_EVERYONE { limits::START_SAMPLE as f64 } else { everyone };
        let fits = |ks: &[u32]| STARTS * ROUNDS * f64::from(ks.iter().sum::<u32>());
        let distances = match self {
            Unit::Restart { ks, .. } => starts * fits(ks),
            Unit::Polish { centroids } => everyone * ROUNDS * centroids.rows() as f64,
            Unit::Measure { centroids } => everyone * 4.0 * centroids.rows() as f64,
            Unit::Silhouettes { from, to, .. } => {
                f64::from(to.saturating_sub(*from)) * rows.min(limits::SILHOUETTE_CUSTOMERS) as f64
            }
            // References have no groups, so that their fits take long to come to rest.
            Unit::Reference { ks, .. } => sampled * 2.0 * fits(ks),
            Unit::Dispersion { ks, .. } => sampled * f64::from(ROUNDS_ON_CUSTOMERS) * fits(ks),
            Unit::Split { ks, .. } => sampled * f64::from(ROUNDS_ON_HALVES) * fits(ks),
            Unit::Refit { .. } => rows.min(limits::IMPORTANCE_CUSTOMERS) as f64 * STARTS * ROUNDS * REFITTED,
            Unit::Opinion { method, solutions, .. } => {
                let ks: f64 = solutions.iter().map(|solution| solution.rows() as f64).sum();
                opinion(*method, everyone, columns as f64, ks)
            }
            Unit::Bootstrap { centroids, .. } => sampled * STARTS * ROUNDS * centroids.rows() as f64,
        };
        distances * columns as f64
    }
}

/// The work of another method on `rows` customers, for numbers of segments that add up to `ks`.
fn opinion(method: Method, rows: f64, columns: f64, ks: f64) -> f64 {
    let rounds = MIXTURE_ROUNDS * rows * ks;
    match method {
        Method::Kmeans => 0.0,
        Method::MixtureDiagonal => rounds,
        Method::MixtureFull => rounds * (1.0 + columns / 2.0),
        Method::Ward => {
            let leaves = rows.min(limits::WARD_CUSTOMERS as f64);
            let sampled = rows.min(limits::SILHOUETTE_CUSTOMERS as f64);
            WARD_SEARCHES * leaves * leaves + sampled * sampled
        }
    }
}

impl Analysis {
    /// The [`work`](Unit::work) of every unit of the present stage.
    pub fn work_of_stage(&self) -> Vec<f64> {
        let (rows, columns) = (self.rows().count(), self.rows().columns());
        self.next_stage().iter().flatten().map(|unit| unit.work(rows, columns)).collect()
    }

    /// About how much work the whole job is, in the measure of [`Unit::work`]: what has been done of it is the sum over the units done.
    pub fn total_work(&self) -> f64 {
        let (rows, columns) = (self.rows().count(), self.rows().columns());
        let of = |units: &[Unit]| units.iter().map(|unit| unit.work(rows, columns)).sum::<f64>();
        let (everyone, sampled) = (rows as f64, rows.min(limits::EVIDENCE_CUSTOMERS) as f64);
        let ks = f64::from(self.ks.iter().sum::<u32>());
        let policy = &self.recipe.choose;
        let (mut total, method) = (0.0, self.recipe.fit.method);
        if self.began == Stage::Start {
            total += of(&stages::starts(0, self.starts(), &self.ks, 0));
            if rows > limits::STARTS_ON_EVERYONE {
                total += everyone * ROUNDS * ks * columns as f64;
            }
            // A mixture of one component is fitted too.
            total += opinion(method, everyone, columns as f64, ks + 1.0) * columns as f64;
        }
        let fits = STARTS * ROUNDS * ks;
        let dispersions = if policy.references > 0 {
            2.0 * f64::from(policy.references) + f64::from(ROUNDS_ON_CUSTOMERS)
        } else {
            0.0
        };
        let judged = rows.min(limits::SILHOUETTE_CUSTOMERS) as f64;
        let judge = if self.began > Stage::Judge {
            0.0
        } else {
            sampled * fits * (dispersions + f64::from(policy.splits * ROUNDS_ON_HALVES))
                + everyone * 4.0 * ks
                + judged * judged
        };
        // Which solutions will be looked at is not known before they are judged.
        let bootstraps = match self.stage {
            _ if method != Method::Kmeans => 0.0,
            _ if self.began > Stage::Judge || self.stage > Stage::Opinion => {
                self.looked_at().iter().map(|solution| solution.k() as f64).sum()
            }
            _ => f64::from(policy.k.unwrap_or(policy.business_k)),
        };
        let bootstraps = sampled * STARTS * ROUNDS * bootstraps * f64::from(policy.bootstraps);
        let blocks = self.prepared.preparation.blocks();
        let refits: Vec<Unit> = validity::refits(&blocks, policy.business_k, 0, rows)
            .into_iter()
            .map(|refit| Unit::Refit { refit })
            .collect();
        total + of(&refits) + (judge + bootstraps) * columns as f64
    }
}
