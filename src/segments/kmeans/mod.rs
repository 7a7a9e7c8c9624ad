//! K-means: the partition into k groups with the least sum of squared distances to group means that a local search finds.

mod exact;
mod init;
mod lattice;
#[cfg(test)]
mod laws;
mod lead;
mod lloyd;
mod margin;
mod parts;
mod points;
mod rounds;
mod shadow;
mod tiled;
mod tiles;
mod together;
mod travel;
mod verdict;

pub use init::{extend, merge_cheapest, plus_plus};
pub use lead::{Lead, Order, Share};
pub use lloyd::lloyd;
pub use points::{Fit, Points};

use crate::Matrix;
use crate::rng::{Purpose, Rng};
use crate::segments::Solution;

/// Fits for every number of segments in `ks` (ascending), from the start number `restart`.
///
/// For each k the best of three: a fit from a fresh greedy k-means++ start, one that keeps the centroids found for the k before and
/// adds to them, and one that takes those found for the k after and merges the two that cost least. The second finds what fresh
/// starts miss where k grows, the third what both miss; the first what a bad beginning would carry on.
///
/// `matrix` is customers × features with `1 ≤ k ≤ customers`. The starts depend on the seed, the restart and k alone.
pub fn fit_all(matrix: &Matrix, ks: &[u32], seed: u32, restart: u32) -> Vec<Solution> {
    let mut points = Points::new(matrix);
    let mut fits: Vec<Fit> = Vec::with_capacity(ks.len());
    for &k in ks {
        let mut rng = Rng::new(seed.into(), Purpose::Restart, (u64::from(restart) << 32) | u64::from(k));
        let k = k as usize;
        let start = plus_plus(&points, k, &mut rng);
        let mut best = points.fit(start);
        if let Some(last) = fits.last().map(|last| &last.solution).filter(|last| last.k() < k) {
            let start = extend(&points, last.centroids.clone(), k, &mut rng);
            best.improve(points.fit(start));
        }
        fits.push(best);
    }
    for at in (1..fits.len()).rev() {
        let after = &fits[at];
        if after.solution.k() == fits[at - 1].solution.k() + 1 {
            let start = merge_cheapest(&after.solution.centroids, &after.sizes);
            fits[at - 1].improve(points.fit(start));
        }
    }
    fits.into_iter().map(|fit| fit.solution).collect()
}

/// The better of two fits: less inertia, the first on a tie.
pub fn better(first: Solution, second: Solution) -> Solution {
    if second.inertia < first.inertia { second } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::assign;
    use proptest::prelude::*;

    fn fit(matrix: &Matrix, k: usize, seed: u32, restart: u32) -> Solution {
        fit_all(matrix, &[k as u32], seed, restart).remove(0)
    }

    fn best(matrix: &Matrix, k: usize, restarts: u32) -> Solution {
        (0..restarts).map(|restart| fit(matrix, k, 1, restart)).reduce(better).unwrap()
    }

    fn table() -> impl Strategy<Value = Matrix> {
        (1_usize..4, 6_usize..40).prop_flat_map(|(columns, rows)| {
            prop::collection::vec(-50_i32..50, columns * rows)
                .prop_map(move |cells| Matrix::new(columns, cells.into_iter().map(f64::from).collect()))
        })
    }

    #[test]
    fn finds_the_global_optimum_of_small_tables() {
        // 1, 2, 3, 10, 11, 12, 25: by hand the best three groups are {1,2,3} {10,11,12} {25}: 2 + 2 + 0.
        let matrix = Matrix::new(1, vec![1.0, 2.0, 3.0, 10.0, 11.0, 12.0, 25.0]);
        let solution = best(&matrix, 3, 10);
        assert_eq!(solution.inertia, 4.0);
        assert!(solution.converged);
    }

    #[test]
    fn as_many_segments_as_distinct_customers_leave_no_inertia() {
        let matrix = Matrix::new(2, vec![0.0, 0.0, 5.0, 1.0, 0.0, 0.0, 3.0, 3.0, 5.0, 1.0]);
        assert_eq!(best(&matrix, 3, 5).inertia, 0.0);
    }

    proptest! {
        #[test]
        fn a_fit_is_a_fixed_point(matrix in table(), k in 1_usize..6) {
            let solution = fit(&matrix, k, 3, 0);
            let labels = assign(&matrix, &solution.centroids);
            let again = lloyd(&matrix, solution.centroids.clone());
            prop_assert_eq!(assign(&matrix, &again.centroids), labels);
            prop_assert!((again.inertia - solution.inertia).abs() <= 1e-9 * (1.0 + solution.inertia));
        }

        #[test]
        fn more_segments_never_cost_inertia_when_started_from_fewer(matrix in table()) {
            let two = fit(&matrix, 2, 1, 0);
            let mut start = two.centroids.clone();
            start.push(matrix.row(0));
            prop_assert!(lloyd(&matrix, start).inertia <= two.inertia + 1e-9 * (1.0 + two.inertia));
        }
    }
}
