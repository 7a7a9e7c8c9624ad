//! Which units a stage is made of, and what its results come to.

use super::units::{
    Measures, Partial, REPLICATE, Unit, evidence_sample, labellings, measure, spread_sample, widths,
};
use crate::distribution::Valid;
use crate::segments::{FitOptions, Solution, assign};
use crate::validity::{self, Columns, Evidence, Gap, Halved, KPolicy, ReferenceBox, Widths};
use crate::{Error, Matrix, Rows, limits};

/// Rows whose silhouettes one unit computes: of a sample, a replicate.
const BLOCK: usize = REPLICATE;

/// Starts that come first, so that there is something to show soon.
pub(super) const FIRST_STARTS: u32 = 2;

/// Customers on which a first look is taken.
pub(super) const FIRST_LOOK: usize = 2_000;

/// How many of them are a replicate.
const FIRST_REPLICATE: usize = 200;

/// Members of a segment that a sample has at least where it tells how firm the segment is.
const FEWEST_SAMPLED: u32 = 10;

/// The stages of a job in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// The first few starts.
    Start,
    /// All other starts.
    Fit,
    /// Of very many customers: the best start for each number goes on with everyone.
    Polish,
    /// The measures, the gap, prediction strength.
    Judge,
    /// Segments by another method than K-means, where one is chosen.
    Opinion,
    /// The stability of what is advised and of what is wanted.
    Bootstrap,
    /// What the segments owe to each feature.
    Weigh,
    /// Nothing is left.
    Done,
}

/// One unit for each of the starts `from..to`.
pub(super) fn starts(from: u32, to: u32, ks: &[u32], seed: u32) -> Vec<Unit> {
    (from..to).map(|restart| Unit::Restart { restart, ks: ks.to_vec(), seed }).collect()
}

/// One unit for each solution.
pub(super) fn polish(solutions: &[Solution]) -> Vec<Unit> {
    solutions.iter().map(|solution| Unit::Polish { centroids: solution.centroids.clone() }).collect()
}

/// The units that judge every number of segments; what takes longest first.
pub(super) fn judge(
    rows: Rows<'_>,
    columns: &Columns,
    solutions: &[Solution],
    fit: &FitOptions,
    policy: &KPolicy,
) -> Vec<Unit> {
    let (ks, seed) = (ks_of(solutions), fit.seed);
    let mut units = Vec::new();
    if policy.references > 0 {
        let extent = ReferenceBox::around(&evidence_sample(rows, seed));
        units.push(Unit::Dispersion { ks: ks.clone(), seed });
        units.extend((0..policy.references).map(|index| Unit::Reference {
            index,
            extent: extent.clone(),
            ks: ks.clone(),
            seed,
        }));
    }
    units.extend((0..policy.splits).map(|index| Unit::Split {
        index,
        columns: columns.clone(),
        ks: ks.clone(),
        seed,
    }));
    let centroids: Vec<Matrix> = solutions.iter().map(|solution| solution.centroids.clone()).collect();
    units.extend(centroids.iter().map(|centroids| Unit::Measure { centroids: centroids.clone() }));
    let judged = rows.count().min(limits::SILHOUETTE_CUSTOMERS);
    units.extend((0..judged).step_by(BLOCK).map(|from| Unit::Silhouettes {
        from: from as u32,
        to: (from + BLOCK).min(judged) as u32,
        solutions: centroids.clone(),
        seed,
    }));
    units
}

/// What the partials of [`judge`] come to: the evidence for every number, and the gap of one single segment.
pub(super) fn judged(
    rows: Rows<'_>,
    solutions: &[Solution],
    policy: &KPolicy,
    partials: Vec<Partial>,
) -> Result<(Vec<Evidence>, Option<f64>), Error> {
    let ks = ks_of(solutions);
    let mut partials = partials.into_iter();
    let dispersions = if policy.references > 0 { policy.references as usize + 1 } else { 0 };
    let dispersions = lists(&mut partials, dispersions, ks.len() + 1, Partial::into_numbers)?;
    let halved = lists(&mut partials, policy.splits as usize, ks.len(), Partial::into_halved)?;
    let gaps = dispersions.split_first().map(|(own, references)| validity::gaps(&ks, own, references));
    let (mut measures, mut widths): (Vec<Measures>, Vec<Widths>) = (Vec::new(), Vec::new());
    for partial in partials {
        match partial {
            Partial::Measures(one) => measures.push(one),
            Partial::Widths(block) if widths.is_empty() => widths = block,
            Partial::Widths(block) => widths.iter_mut().zip(&block).for_each(|(sum, one)| sum.add(one)),
            _ => return Err(Error::UnitMismatch),
        }
    }
    if measures.len() != ks.len() || widths.len() != ks.len() {
        return Err(Error::UnitMismatch);
    }
    let evidence = solutions.iter().enumerate().map(|(at, solution)| {
        let gap = gaps.as_ref().map(|gaps| gaps[at + 1]);
        let halved: Vec<Halved> = halved.iter().map(|split| split[at]).collect();
        evidence(solution, rows.columns(), &measures[at], &widths[at], gap, &halved)
    });
    Ok((evidence.collect(), gaps.map(|gaps| gaps[0].gap)))
}

fn evidence(
    solution: &Solution,
    columns: usize,
    measures: &Measures,
    widths: &Widths,
    gap: Option<Gap>,
    halved: &[Halved],
) -> Evidence {
    let (silhouette, silhouette_error) = widths.mean(&measures.sizes);
    let strength = mean_and_error(&halved.iter().map(|split| split.strength).collect::<Vec<_>>());
    let median = |of: &dyn Fn(&Halved) -> [f64; 2]| Valid::of(halved.iter().flat_map(of)).median();
    Evidence {
        k: solution.k() as u32,
        inertia: solution.inertia,
        silhouette,
        silhouette_error,
        silhouette_macro: widths.macro_mean(),
        silhouette_simplified: measures.silhouette_simplified,
        calinski_harabasz: measures.calinski_harabasz,
        davies_bouldin: measures.davies_bouldin,
        bic: validity::bic(&measures.sizes, columns, solution.inertia),
        ashman_d: Some(measures.ashman_d).filter(|d| d.is_finite()),
        ashman_d_low: Some(measures.ashman_d_low).filter(|d| d.is_finite()),
        ashman_d_held_out: median(&|split| split.ashman_d).filter(|d| d.is_finite()),
        ashman_d_drawn_apart: median(&|split| split.ashman_d_drawn_apart).filter(|d| d.is_finite()),
        valley_p: median(&|split| [split.valley_p; 2]),
        way_p: median(&|split| [split.way_p; 2]),
        gap: gap.map(|gap| gap.gap),
        gap_error: gap.map(|gap| gap.error),
        prediction_strength: strength.map(|(mean, _)| mean),
        prediction_strength_error: strength.map(|(_, error)| error),
        smallest: measures.sizes.iter().copied().min(),
        stability: Vec::new(),
    }
}

/// What can be said of first solutions at once, on samples: measures, no gap, no prediction strength.
///
/// `fitted` is the number of customers that the solutions were fitted on.
pub(super) fn first_look(rows: Rows<'_>, solutions: &[Solution], seed: u32, fitted: usize) -> Vec<Evidence> {
    let sampled = spread_sample(rows, seed, FIRST_LOOK, FIRST_REPLICATE);
    let sample: &Matrix = &sampled;
    let centroids: Vec<Matrix> = solutions.iter().map(|solution| solution.centroids.clone()).collect();
    let labels: Vec<Vec<u32>> = centroids.iter().map(|centroids| assign(sample, centroids)).collect();
    let labellings = labellings(&labels, &centroids);
    let widths = widths(sample, rows.count(), &labellings, 0..sample.rows(), FIRST_REPLICATE);
    // Inertia is a sum over customers; those that the starts were fitted on stand for everyone.
    let scale = rows.count() as f64 / fitted as f64;
    solutions
        .iter()
        .zip(&widths)
        .map(|(solution, widths)| Evidence {
            inertia: solution.inertia * scale,
            smallest: None,
            bic: None,
            ..evidence(
                solution,
                rows.columns(),
                &measure(sample.into(), &solution.centroids),
                widths,
                None,
                &[],
            )
        })
        .collect()
}

/// One unit for each bootstrap sample and each of the solutions.
pub(super) fn bootstraps(solutions: &[&Solution], count: u32, seed: u32) -> Vec<Unit> {
    let of = |solution: &Solution| {
        let centroids = solution.centroids.clone();
        (0..count).map(move |index| Unit::Bootstrap { index, centroids: centroids.clone(), seed })
    };
    solutions.iter().flat_map(|solution| of(solution)).collect()
}

/// The mean similarity of every segment, from the partials of one solution; none of a segment of which a sample of the customers has next
/// to nobody, and which could not come back.
pub(super) fn stability(
    rows: Rows<'_>,
    centroids: &Matrix,
    seed: u32,
    partials: &mut impl Iterator<Item = Partial>,
) -> Result<Vec<Option<f64>>, Error> {
    let k = centroids.rows();
    let (mut sums, mut count) = (vec![0.0; k], 0.0);
    for partial in partials {
        let similarities = partial.into_numbers()?;
        if similarities.len() != k {
            return Err(Error::UnitMismatch);
        }
        sums.iter_mut().zip(similarities).for_each(|(sum, one)| *sum += one);
        count += 1.0;
    }
    let sample = evidence_sample(rows, seed);
    let mut members = vec![0_u32; k];
    assign(&sample, centroids).into_iter().for_each(|label| members[label as usize] += 1);
    let known = |members: u32| sample.rows() == rows.count() || members >= FEWEST_SAMPLED;
    let mean = |(sum, members): (f64, u32)| known(members).then_some(sum / f64::max(count, 1.0));
    Ok(sums.into_iter().zip(members).map(mean).collect())
}

/// The lists that the next `count` partials hold, all of the same length.
fn lists<T>(
    partials: &mut impl Iterator<Item = Partial>,
    count: usize,
    length: usize,
    list: fn(Partial) -> Result<Vec<T>, Error>,
) -> Result<Vec<Vec<T>>, Error> {
    let lists = partials.take(count).map(list).collect::<Result<Vec<_>, _>>()?;
    let right = lists.len() == count && lists.iter().all(|list| list.len() == length);
    if right { Ok(lists) } else { Err(Error::UnitMismatch) }
}

fn ks_of(solutions: &[Solution]) -> Vec<u32> {
    solutions.iter().map(|solution| solution.k() as u32).collect()
}

fn mean_and_error(values: &[f64]) -> Option<(f64, f64)> {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (!values.is_empty()).then(|| (mean, (squares / (count - 1.0).max(1.0) / count).sqrt()))
}
