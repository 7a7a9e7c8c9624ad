//! Units of work: plain data that any worker can carry out, given the matrix.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::opinion::{Opinion, opinion};
use crate::rng::{Purpose, Rng};
use crate::segments::kmeans::{Points, fit_all};
use crate::segments::{Method, Solution, assign};
use crate::validity::{
    self, Columns, Halved, Labelling, ReferenceBox, Refit, Widths, bootstrap_jaccards, halved,
    log_dispersions, sampled_widths, silhouette_widths,
};
use crate::{Error, Matrix, Rows, limits};

/// Rounds of starts from which the dispersion of the customers is sought.
pub(super) const ROUNDS_ON_CUSTOMERS: u32 = 10;

/// Rows of a sample whose silhouettes are computed by themselves, to tell how far samples differ.
pub(super) const REPLICATE: usize = 500;

/// A piece of a stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "unit")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Unit {
    /// One start of K-means for every number of segments, on everyone or, of very many, on a sample.
    Restart {
        /// Number of the start.
        restart: u32,
        /// The numbers of segments.
        ks: Vec<u32>,
        /// Seed of the job.
        seed: u32,
    },
    /// A fit on everyone from the centroids that a sample led to.
    Polish {
        /// Where it starts.
        centroids: Matrix,
    },
    /// The measures of a solution over everyone.
    Measure {
        /// Its centroids.
        centroids: Matrix,
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
    /// Inertia of the customers, fitted as references are.
    Dispersion {
        /// The numbers of segments.
        ks: Vec<u32>,
        /// Seed of the job.
        seed: u32,
    },
    /// Inertia of one reference of the gap statistic.
    Reference {
        /// Number of the reference.
        index: u32,
        /// What it is drawn from.
        extent: ReferenceBox,
        /// The numbers of segments.
        ks: Vec<u32>,
        /// Seed of the job.
        seed: u32,
    },
    /// Prediction strengths, and how far apart segments are, of one split into halves.
    Split {
        /// Number of the split.
        index: u32,
        /// What is known of the columns.
        columns: Columns,
        /// The numbers of segments.
        ks: Vec<u32>,
        /// Seed of the job.
        seed: u32,
    },
    /// How well one bootstrap sample finds each segment of a solution.
    Bootstrap {
        /// Number of the sample.
        index: u32,
        /// The centroids of the solution.
        centroids: Matrix,
        /// Seed of the job.
        seed: u32,
    },
    /// Segments by another method, as many as in each of K-means' solutions, and how good they are.
    Opinion {
        /// The method.
        method: Method,
        /// The centroids of each solution.
        solutions: Vec<Matrix>,
        /// Seed of the job.
        seed: u32,
    },
}

/// The result of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "partial", content = "values")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Partial {
    /// A fit for every number of segments asked for.
    Solutions(Vec<Solution>),
    /// Measures of one solution.
    Measures(Measures),
    /// For every solution, the silhouettes of the block.
    Widths(Vec<Widths>),
    /// A number for one segment and for every number of segments (dispersions), or for every segment (similarities).
    Numbers(Vec<f64>),
    /// What a split into halves says of every number of segments.
    Halved(Vec<Halved>),
    /// What another method makes of the customers, or a part of it.
    Opinion(Opinion),
}

/// Measures of one solution over everyone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Measures {
    /// Customers in each segment.
    #[cfg_attr(feature = "schema", ts(type = "number[]"))]
    pub sizes: Vec<u64>,
    /// Mean simplified silhouette.
    pub silhouette_simplified: f64,
    /// Calinski-Harabasz index.
    pub calinski_harabasz: f64,
    /// Davies-Bouldin index.
    pub davies_bouldin: f64,
    /// Least Ashman's D between two segments; not finite where they have no spread.
    pub ashman_d: f64,
    /// The same after two standard errors are taken off.
    pub ashman_d_low: f64,
}

/// Carries out one unit.
///
/// # Errors
/// [`Error::UnitMismatch`] where the unit does not fit the customers.
pub fn run<'a>(rows: impl Into<Rows<'a>>, unit: &Unit) -> Result<Partial, Error> {
    run_on(&mut Points::new(rows), unit)
}

/// The same on points that one unit after the other is carried out on, so that they are prepared for fits but once.
///
/// # Errors
/// As [`run`].
pub fn run_on(points: &mut Points<'_>, unit: &Unit) -> Result<Partial, Error> {
    let rows = points.rows();
    check(rows, unit)?;
    Ok(match unit {
        Unit::Restart { restart, ks, seed } => {
            Partial::Solutions(fit_all(&start_sample(rows, *seed), ks, *seed, *restart))
        }
        Unit::Polish { centroids } => Partial::Solutions(vec![points.fit(centroids.clone()).solution]),
        Unit::Measure { centroids } => Partial::Measures(measure(rows, centroids)),
        Unit::Silhouettes { from, to, solutions, seed } => {
            let sample = silhouette_sample(rows, *seed);
            if from > to || *to as usize > sample.rows() {
                return Err(Error::UnitMismatch);
            }
            let block = *from as usize..*to as usize;
            let labels: Vec<Vec<u32>> =
                solutions.iter().map(|centroids| assign(&sample, centroids)).collect();
            let labellings = labellings(&labels, solutions);
            Partial::Widths(widths(&sample, rows.count(), &labellings, block, REPLICATE))
        }
        Unit::Refit { refit } => {
            Partial::Solutions(vec![validity::refit(rows, refit).ok_or(Error::UnitMismatch)?])
        }
        Unit::Dispersion { ks, seed } => {
            Partial::Numbers(log_dispersions(&evidence_sample(rows, *seed), ks, *seed, ROUNDS_ON_CUSTOMERS))
        }
        Unit::Reference { index, extent, ks, seed } => {
            let rows = rows.count().min(limits::EVIDENCE_CUSTOMERS);
            let own = Rng::new((*seed).into(), Purpose::ReferenceFit, (*index).into()).below(1 << 32);
            Partial::Numbers(log_dispersions(&extent.draw(rows, *seed, *index), ks, own as u32, 1))
        }
        Unit::Split { index, columns, ks, seed } => {
            Partial::Halved(halved(&evidence_sample(rows, *seed), columns, ks, *seed, *index))
        }
        Unit::Bootstrap { index, centroids, seed } => {
            Partial::Numbers(bootstrap_jaccards(&evidence_sample(rows, *seed), centroids, *seed, *index))
        }
        Unit::Opinion { method, solutions, seed } => {
            Partial::Opinion(opinion(&rows.to_matrix(), *method, solutions, *seed))
        }
    })
}

/// Whether a unit can be carried out on these customers.
fn check(rows: Rows<'_>, unit: &Unit) -> Result<(), Error> {
    let possible = |ks: &[u32]| {
        let ascending = ks.windows(2).all(|pair| pair[0] < pair[1]);
        ascending && ks.iter().all(|&k| k > 0 && k as usize <= rows.count().min(limits::EVIDENCE_CUSTOMERS))
    };
    let fits = |centroids: &Matrix| centroids.columns() == rows.columns() && centroids.rows() > 0;
    let fine = match unit {
        Unit::Restart { ks, .. } | Unit::Dispersion { ks, .. } => possible(ks),
        Unit::Split { ks, columns, .. } => {
            let inside = |&[from, to]: &[u32; 2]| from < to && to as usize <= rows.columns();
            possible(ks) && columns.kinds.iter().all(inside)
        }
        Unit::Reference { ks, extent, .. } => possible(ks) && extent.extents.len() == rows.columns(),
        Unit::Polish { centroids } | Unit::Measure { centroids } | Unit::Bootstrap { centroids, .. } => {
            fits(centroids)
        }
        Unit::Silhouettes { solutions, .. } => solutions.iter().all(fits),
        Unit::Opinion { solutions, .. } => {
            solutions.iter().all(|solution| fits(solution) && solution.rows() <= rows.count())
        }
        // Whether it can be done is found out by doing it.
        Unit::Refit { .. } => true,
    };
    if fine { Ok(()) } else { Err(Error::UnitMismatch) }
}

/// The measures of a solution that look at every customer once.
pub(super) fn measure(rows: Rows<'_>, centroids: &Matrix) -> Measures {
    let labels = assign(rows, centroids);
    measures(rows, Labelling { labels: &labels, k: centroids.rows() }, centroids)
}

/// The measures of a labelling whose groups have these means.
pub(super) fn measures(rows: Rows<'_>, labelling: Labelling<'_>, centroids: &Matrix) -> Measures {
    let mut sizes = vec![0; labelling.k];
    labelling.labels.iter().for_each(|&label| sizes[label as usize] += 1);
    let apart = validity::apart(rows, labelling, centroids);
    // A single group, all that a mixture may leave, is not set against another.
    let against = if labelling.k > 1 { validity::calinski_harabasz(rows, labelling) } else { 0.0 };
    Measures {
        sizes,
        silhouette_simplified: validity::simplified_silhouette(rows, labelling, centroids),
        calinski_harabasz: against,
        davies_bouldin: validity::davies_bouldin(rows, labelling),
        ashman_d: apart.d,
        ashman_d_low: apart.low,
    }
}

/// Labels of several solutions as labellings.
pub(super) fn labellings<'a>(labels: &'a [Vec<u32>], solutions: &[Matrix]) -> Vec<Labelling<'a>> {
    labels.iter().zip(solutions).map(|(labels, of)| Labelling { labels, k: of.rows() }).collect()
}

/// The customers that starts are fitted on: everyone, or of very many a sample.
pub(super) fn start_sample(rows: Rows<'_>, seed: u32) -> Cow<'_, Matrix> {
    let size = if rows.count() > limits::STARTS_ON_EVERYONE { limits::START_SAMPLE } else { usize::MAX };
    sample(rows, seed, Purpose::StartSample, size)
}

/// The customers that silhouettes are computed on. Every [`REPLICATE`] of a sample are spread over all of it.
pub(super) fn silhouette_sample(rows: Rows<'_>, seed: u32) -> Cow<'_, Matrix> {
    spread_sample(rows, seed, limits::SILHOUETTE_CUSTOMERS, REPLICATE)
}

/// A sample for silhouettes of which every `each` in a row are spread over all of it.
pub(super) fn spread_sample(rows: Rows<'_>, seed: u32, size: usize, each: usize) -> Cow<'_, Matrix> {
    let sample = sample(rows, seed, Purpose::SilhouetteSample, size);
    if sample.rows() == rows.count() {
        return sample;
    }
    let (count, parts) = (sample.rows(), sample.rows().div_ceil(each));
    Cow::Owned(sample.select((0..parts).flat_map(|part| (part..count).step_by(parts))))
}

/// Silhouettes of the rows in `range` of a sample of `everyone`: where it is not all of them, with replicates of `replicate` rows each.
pub(super) fn widths(
    sample: &Matrix,
    everyone: usize,
    labellings: &[Labelling<'_>],
    range: Range<usize>,
    replicate: usize,
) -> Vec<Widths> {
    if sample.rows() < everyone {
        sampled_widths(sample, labellings, range, replicate)
    } else {
        silhouette_widths(sample, labellings, range)
    }
}

/// The customers that the number of segments is judged on.
pub(super) fn evidence_sample(rows: Rows<'_>, seed: u32) -> Cow<'_, Matrix> {
    sample(rows, seed, Purpose::EvidenceSample, limits::EVIDENCE_CUSTOMERS)
}

pub(super) fn sample(rows: Rows<'_>, seed: u32, purpose: Purpose, size: usize) -> Cow<'_, Matrix> {
    if rows.count() <= size {
        return rows.to_matrix();
    }
    Cow::Owned(rows.select(Rng::new(seed.into(), purpose, 0).spread(rows.count(), size)))
}

impl Partial {
    pub(super) fn into_solutions(self) -> Result<Vec<Solution>, Error> {
        if let Partial::Solutions(solutions) = self { Ok(solutions) } else { Err(Error::UnitMismatch) }
    }

    pub(super) fn into_halved(self) -> Result<Vec<Halved>, Error> {
        if let Partial::Halved(halved) = self { Ok(halved) } else { Err(Error::UnitMismatch) }
    }

    pub(super) fn into_numbers(self) -> Result<Vec<f64>, Error> {
        if let Partial::Numbers(numbers) = self { Ok(numbers) } else { Err(Error::UnitMismatch) }
    }
}
