//! Units of work: plain data that any worker can carry out, given the matrix.

use serde::{Deserialize, Serialize};

use crate::rng::{Purpose, Rng};
use crate::segments::{FitOptions, Solution, assign, kmeans};
use crate::validity::{self, Labelling, Refit, silhouette_sums};
use crate::{Error, Matrix, limits};

/// Rows whose silhouettes one unit computes.
const BLOCK: usize = 256;

/// A piece of a stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "unit")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Unit {
    /// One start of K-means for every number of segments.
    Restart {
        /// Number of the start.
        restart: u32,
        /// The numbers of segments.
        ks: Vec<u32>,
        /// Seed of the job.
        seed: u32,
    },
    /// Silhouettes of a block of rows under several solutions.
    Silhouettes {
        /// First row of the block, in the sample where there is one.
        from: u32,
        /// One past its last row.
        to: u32,
        /// The centroids of each solution.
        solutions: Vec<Matrix>,
        /// Seed of the job.
        seed: u32,
    },
    /// A refit that tells what the segments owe to a feature.
    Refit {
        /// What is fitted.
        refit: Refit,
    },
}

/// The result of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "partial", content = "values")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Partial {
    /// A fit for every number of segments asked for.
    Solutions(Vec<Solution>),
    /// For every solution, the sum of silhouettes of the block.
    Sums(Vec<f64>),
}

/// Carries out one unit.
///
/// # Errors
/// [`Error::UnitMismatch`] where the unit does not fit the matrix.
pub fn run(matrix: &Matrix, unit: &Unit) -> Result<Partial, Error> {
    match unit {
        Unit::Restart { restart, ks, seed } => {
            if ks.iter().any(|&k| k == 0 || k as usize > matrix.rows()) {
                return Err(Error::UnitMismatch);
            }
            Ok(Partial::Solutions(kmeans::fit_all(matrix, ks, *seed, *restart)))
        }
        Unit::Silhouettes { from, to, solutions, seed } => {
            let sampled = sample(matrix, *seed);
            let matrix = sampled.as_ref().unwrap_or(matrix);
            let fits = solutions.iter().all(|centroids| centroids.columns() == matrix.columns());
            if !fits || from > to || *to as usize > matrix.rows() {
                return Err(Error::UnitMismatch);
            }
            let labels: Vec<Vec<u32>> = solutions.iter().map(|centroids| assign(matrix, centroids)).collect();
            let labellings: Vec<Labelling<'_>> = labels
                .iter()
                .zip(solutions)
                .map(|(labels, centroids)| Labelling { labels, k: centroids.rows() })
                .collect();
            Ok(Partial::Sums(silhouette_sums(matrix, &labellings, *from as usize..*to as usize)))
        }
        Unit::Refit { refit } => {
            let solution = validity::refit(matrix, refit).ok_or(Error::UnitMismatch)?;
            Ok(Partial::Solutions(vec![solution]))
        }
    }
}

impl Partial {
    pub(super) fn into_solutions(self) -> Result<Vec<Solution>, Error> {
        match self {
            Partial::Solutions(solutions) => Ok(solutions),
            Partial::Sums(_) => Err(Error::UnitMismatch),
        }
    }

    pub(super) fn into_sums(self) -> Result<Vec<f64>, Error> {
        match self {
            Partial::Sums(sums) => Ok(sums),
            Partial::Solutions(_) => Err(Error::UnitMismatch),
        }
    }
}

/// One unit for each start.
pub(super) fn restarts(ks: &[u32], options: &FitOptions, customers: usize) -> Vec<Unit> {
    (0..options.starts(customers))
        .map(|restart| Unit::Restart { restart, ks: ks.to_vec(), seed: options.seed })
        .collect()
}

/// One unit for each block of customers, or of a sample of them where they are many.
pub(super) fn silhouettes(solutions: &[Solution], options: &FitOptions, customers: usize) -> Vec<Unit> {
    let rows = customers.min(limits::SILHOUETTE_CUSTOMERS);
    let centroids: Vec<Matrix> = solutions.iter().map(|solution| solution.centroids.clone()).collect();
    (0..rows)
        .step_by(BLOCK)
        .map(|from| Unit::Silhouettes {
            from: from as u32,
            to: (from + BLOCK).min(rows) as u32,
            solutions: centroids.clone(),
            seed: options.seed,
        })
        .collect()
}

/// The sample that silhouettes are computed on; `None` where that is everyone.
fn sample(matrix: &Matrix, seed: u32) -> Option<Matrix> {
    let size = limits::SILHOUETTE_CUSTOMERS;
    (matrix.rows() > size).then(|| {
        let mut rng = Rng::new(seed.into(), Purpose::SilhouetteSample, 0);
        matrix.select(rng.sample(matrix.rows(), size))
    })
}
