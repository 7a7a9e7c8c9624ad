//! Fine groups: what a hierarchy of very many customers starts from.

use crate::rng::{Purpose, Rng};
use crate::segments::blocks::Blocks;
use crate::segments::{assign, kmeans};
use crate::{Matrix, limits};

/// Groups of the first of two rounds: about the root of [`limits::FINE_GROUPS`].
const COARSE: u32 = 45;

/// Most fine groups in one coarse group: what K-means numbers in a byte, with room.
const MOST_IN_ONE: f64 = 200.0;

/// Fine groups of customers.
#[derive(Debug)]
pub(super) struct Fine {
    /// Everyone belongs to the nearest of these.
    pub(super) centers: Matrix,
    /// The mean of those who do.
    pub(super) means: Matrix,
    /// How many they are.
    pub(super) sizes: Vec<u64>,
}

/// About [`limits::FINE_GROUPS`] groups of the rows of `matrix`, by K-means within the groups of K-means, found on a sample of
/// [`limits::FINE_SAMPLE`]. No group is empty.
pub(super) fn groups(matrix: &Matrix, seed: u32) -> Fine {
    let rows = Rng::new(seed.into(), Purpose::FineGroups, 0).spread(matrix.rows(), limits::FINE_SAMPLE);
    let sample = matrix.select(rows);
    let coarse = (COARSE as usize).min(sample.distinct_rows()) as u32;
    let coarse = kmeans::fit_all(&sample, &[coarse], seed, 0).remove(0).centroids;
    let labels = assign(&sample, &coarse);
    let mut centers = Matrix::with_capacity(matrix.columns(), limits::FINE_GROUPS);
    for group in 0..coarse.rows() as u32 {
        let members = sample.select((0..labels.len()).filter(|&row| labels[row] == group));
        if members.rows() == 0 {
            continue;
        }
        let share = limits::FINE_GROUPS as f64 * members.rows() as f64 / sample.rows() as f64;
        let k = (share.clamp(1.0, MOST_IN_ONE) as usize).min(members.distinct_rows()) as u32;
        let fit = kmeans::fit_all(&members, &[k], seed, 1 + group).remove(0);
        fit.centroids.iter().for_each(|center| centers.push(center));
    }
    filled(matrix, centers)
}

/// The groups that have members, with their means.
fn filled(matrix: &Matrix, centers: Matrix) -> Fine {
    let mut sizes = vec![0_u64; centers.rows()];
    let mut sums = Matrix::new(centers.columns(), vec![0.0; centers.rows() * centers.columns()]);
    let mut blocks = Blocks::of_points(&centers);
    for row in matrix.iter() {
        let nearest = blocks.nearest(row).0 as usize;
        sizes[nearest] += 1;
        sums.row_mut(nearest).iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
    for (at, &size) in sizes.iter().enumerate().filter(|&(_, &size)| size > 0) {
        sums.row_mut(at).iter_mut().for_each(|sum| *sum /= size as f64);
    }
    let filled: Vec<usize> = (0..sizes.len()).filter(|&at| sizes[at] > 0).collect();
    Fine {
        centers: centers.select(filled.iter().copied()),
        means: sums.select(filled.iter().copied()),
        sizes: filled.into_iter().map(|at| sizes[at]).collect(),
    }
}
