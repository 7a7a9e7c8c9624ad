//! A second opinion: segments by another method, for each number that K-means was fitted for, and how far the two agree.

use serde::{Deserialize, Serialize};

use super::Analysis;
use super::units::{Measures, Partial, REPLICATE, Unit, measures, silhouette_sample, start_sample, widths};
use crate::segments::mixture::{self, Covariance, Mixture};
use crate::segments::ward::{self, Tree};
use crate::segments::{Landmarks, Method, Partition, Solution, assign};
use crate::validity::{Labelling, Replicate, Widths, adjusted_rand, centroids_of, mean_of, within};
use crate::{Error, Matrix, Rows, limits};

/// What another method makes of the customers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Opinion {
    /// Its segments for each number asked for, ascending.
    pub divisions: Vec<Division>,
    /// The top of the hierarchy, of Ward's method.
    pub tree: Option<Tree>,
    /// Fine groups that the hierarchy was built over, where not over the customers themselves.
    pub fine_groups: Option<u32>,
    /// Criterion of a mixture of one component, of mixtures.
    pub bic_of_one: Option<f64>,
}

/// The customers divided by another method.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Division {
    /// Number of segments asked for. A mixture may have fewer: a component that is nowhere the most probable one is no segment.
    pub k: u32,
    /// What labels customers.
    pub partition: Partition,
    /// Its centres and inertia.
    pub solution: Solution,
    /// The segment of each leaf of [`Opinion::tree`]; empty where there is none.
    pub branches: Vec<u32>,
    /// Bayesian information criterion of a mixture, the greater the better.
    pub bic: Option<f64>,
    /// Adjusted Rand index with the segments of K-means.
    pub agreement: f64,
    /// Its measures over everyone.
    pub measures: Measures,
    /// Its silhouettes, over everyone or a sample.
    pub widths: Widths,
}

/// The units that ask for an opinion: nothing where K-means is the method itself.
pub(super) fn units(method: Method, rows: Rows<'_>, solutions: &[Solution], seed: u32) -> Vec<Unit> {
    let unit = |solutions: Vec<Matrix>| Unit::Opinion { method, solutions, seed };
    let centroids = solutions.iter().map(|solution| solution.centroids.clone());
    match method {
        Method::Kmeans => Vec::new(),
        // Its numbers are cuts of one and the same tree.
        Method::Ward => vec![unit(centroids.collect())],
        // The greatest number first, which takes longest; one component last, for comparison.
        Method::MixtureDiagonal | Method::MixtureFull => {
            let mean = Matrix::new(rows.columns(), mean_of(rows));
            centroids.rev().chain([mean]).map(|one| unit(vec![one])).collect()
        }
    }
}

/// What the partials of [`units`] come to.
pub(super) fn merged(ks: &[u32], partials: Vec<Partial>) -> Result<Opinion, Error> {
    let mut all = Opinion::default();
    for partial in partials {
        let Partial::Opinion(mut part) = partial else { return Err(Error::UnitMismatch) };
        all.divisions.append(&mut part.divisions);
        all.tree = all.tree.or(part.tree);
        all.fine_groups = all.fine_groups.or(part.fine_groups);
        all.bic_of_one = all.bic_of_one.or(part.bic_of_one);
    }
    all.divisions.sort_by_key(|division| division.k);
    let right = all.divisions.iter().map(|division| division.k).eq(ks.iter().copied());
    if right { Ok(all) } else { Err(Error::UnitMismatch) }
}

/// The opinion of one method beside each of K-means' `solutions`, given as their centroids.
pub(super) fn opinion(matrix: &Matrix, method: Method, solutions: &[Matrix], seed: u32) -> Opinion {
    match method {
        // K-means has no second opinion of itself.
        Method::Kmeans => Opinion::default(),
        Method::Ward => by_ward(matrix, solutions, seed),
        Method::MixtureDiagonal => by_mixtures(matrix, Covariance::Diagonal, solutions, seed),
        Method::MixtureFull => by_mixtures(matrix, Covariance::Full, solutions, seed),
    }
}

fn by_mixtures(matrix: &Matrix, covariance: Covariance, solutions: &[Matrix], seed: u32) -> Opinion {
    let mut opinion = Opinion::default();
    for centroids in solutions {
        let sample = start_sample(matrix.into(), seed);
        let start = Mixture::of_labels(&sample, &assign(&sample, centroids), centroids, covariance);
        let mut fit = mixture::fit(&sample, start);
        if sample.rows() < matrix.rows() {
            let on_sample = fit.iterations;
            fit = mixture::fit(matrix, fit.mixture);
            fit.iterations += on_sample;
        }
        let bic = fit.bic(matrix.rows());
        if centroids.rows() == 1 {
            opinion.bic_of_one = bic;
            continue;
        }
        let every = Partition::Mixture(fit.mixture);
        let mut labels = every.labels(matrix);
        let order = filled(&mut labels, centroids.rows());
        let found = Found {
            partition: every.reordered(&order),
            labels,
            branches: Vec::new(),
            bic,
            iterations: fit.iterations,
            converged: fit.converged,
        };
        let partitions = [(centroids, found)];
        opinion.divisions.extend(divisions(matrix, partitions.into(), seed));
    }
    opinion
}

fn by_ward(matrix: &Matrix, solutions: &[Matrix], seed: u32) -> Opinion {
    let ks: Vec<u32> = solutions.iter().map(|centroids| centroids.rows() as u32).collect();
    let fit = ward::fit(matrix, &ks, seed);
    let top = fit.tree.top(limits::TREE_LEAVES);
    // Every number of segments asks the same landmarks.
    let near = fit.partitions.first().map_or(Vec::new(), |landmarks| landmarks.nearest(matrix));
    let found = solutions.iter().zip(fit.partitions).map(|(centroids, landmarks)| {
        let Landmarks { segments, .. } = &landmarks;
        let found = Found {
            labels: near.iter().map(|&landmark| segments[landmark as usize]).collect(),
            branches: top.cut(centroids.rows()),
            bic: None,
            iterations: fit.tree.merges.len() as u32,
            converged: true,
            partition: Partition::Landmarks(landmarks),
        };
        (centroids, found)
    });
    Opinion {
        divisions: divisions(matrix, found.collect(), seed),
        tree: Some(top),
        fine_groups: (!fit.exact).then_some(fit.tree.leaves() as u32),
        bic_of_one: None,
    }
}

/// Segments that a method found, not yet measured.
struct Found {
    partition: Partition,
    labels: Vec<u32>,
    branches: Vec<u32>,
    bic: Option<f64>,
    iterations: u32,
    converged: bool,
}

/// Measures what a method found beside the centroids of K-means.
fn divisions(matrix: &Matrix, found: Vec<(&Matrix, Found)>, seed: u32) -> Vec<Division> {
    let sample = silhouette_sample(matrix.into(), seed);
    let on_sample: Vec<Vec<u32>> = found.iter().map(|(_, found)| found.partition.labels(&sample)).collect();
    let ks = found.iter().map(|(_, found)| found.partition.k());
    let sampled: Vec<Labelling<'_>> =
        on_sample.iter().zip(ks).map(|(labels, k)| Labelling { labels, k }).collect();
    let widths = widths(&sample, matrix.rows(), &sampled, 0..sample.rows(), REPLICATE);
    let division = |((centroids, found), widths): ((&Matrix, Found), Widths)| {
        let labelling = Labelling { labels: &found.labels, k: found.partition.k() };
        let centers = centroids_of(matrix, labelling);
        Division {
            k: centroids.rows() as u32,
            agreement: adjusted_rand(&found.labels, &assign(matrix, centroids)),
            measures: measures(matrix.into(), labelling, &centers),
            widths,
            solution: Solution {
                inertia: within(matrix, labelling, &centers),
                centroids: centers,
                iterations: found.iterations,
                converged: found.converged,
            },
            branches: found.branches,
            bic: found.bic,
            partition: found.partition,
        }
    };
    found.into_iter().zip(widths).map(division).collect()
}

/// The groups that have members, ascending, out of `k`; the labels are numbered anew among them.
fn filled(labels: &mut [u32], k: usize) -> Vec<usize> {
    let mut sizes = vec![0_u64; k];
    labels.iter().for_each(|&label| sizes[label as usize] += 1);
    let order: Vec<usize> = (0..k).filter(|&group| sizes[group] > 0).collect();
    let mut number = vec![0; k];
    (0..).zip(&order).for_each(|(new, &old)| number[old] = new);
    labels.iter_mut().for_each(|label| *label = number[*label as usize]);
    order
}

impl Opinion {
    /// The division into `k`, or what was found where `k` were asked for.
    pub(super) fn division(&self, k: u32) -> Option<&Division> {
        self.divisions.iter().find(|division| division.k == k)
    }

    /// The number with the greatest criterion, the smaller on ties, 1 among them; `None` where there is no criterion.
    pub(super) fn bic_k(&self) -> Option<u32> {
        let tried = self.divisions.iter().map(|division| (division.k, division.bic));
        std::iter::once((1, self.bic_of_one))
            .chain(tried)
            .filter_map(|(k, bic)| Some((k, bic?)))
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
            .map(|(k, _)| k)
    }
}

impl Analysis {
    /// The same opinion with its segments in the order people see.
    pub(super) fn in_order(&self, opinion: Opinion) -> Opinion {
        // All cuts of a tree have the same landmarks, and finding the nearest takes longest.
        let near = match opinion.divisions.first().map(|division| &division.partition) {
            Some(Partition::Landmarks(landmarks)) => landmarks.nearest(self.rows()),
            _ => Vec::new(),
        };
        let ordered = |division: Division| {
            let labels: Vec<u32> = match &division.partition {
                Partition::Landmarks(landmarks) => {
                    near.iter().map(|&landmark| landmarks.segments[landmark as usize]).collect()
                }
                partition => partition.labels(self.rows()),
            };
            let numbers = self.numbers(&division.partition, &labels);
            division.numbered(&numbers)
        };
        Opinion { divisions: opinion.divisions.into_iter().map(ordered).collect(), ..opinion }
    }
}

impl Division {
    /// The same division with its segments under other numbers.
    fn numbered(self, numbers: &[u32]) -> Division {
        let mut order: Vec<usize> = (0..numbers.len()).collect();
        order.sort_by_key(|&group| numbers[group]);
        let turned = |values: &[f64]| order.iter().map(|&group| values[group]).collect();
        let counted = |counts: &[u32]| order.iter().map(|&group| counts[group]).collect();
        let replicate =
            |part: &Replicate| Replicate { counts: counted(&part.counts), sums: turned(&part.sums) };
        let Division { solution, measures, widths, .. } = self;
        Division {
            partition: self.partition.reordered(&order),
            solution: Solution { centroids: solution.centroids.select(order.iter().copied()), ..solution },
            branches: self.branches.into_iter().map(|group| numbers[group as usize]).collect(),
            measures: Measures {
                sizes: order.iter().map(|&group| measures.sizes[group]).collect(),
                ..measures
            },
            widths: Widths {
                counts: counted(&widths.counts),
                sums: turned(&widths.sums),
                replicates: widths.replicates.iter().map(replicate).collect(),
            },
            ..self
        }
    }
}
