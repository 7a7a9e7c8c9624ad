//! Ward's hierarchy (Ward 1963): every customer a group of their own, and again and again the two groups become one whose union costs
//! the least inertia, until all are one. Cut at any height, it gives segments.
//!
//! Customers who are equal in every feature are one point with a size from the beginning. Up to [`limits::WARD_CUSTOMERS`] different ones the
//! hierarchy is exact; of more it is built over fine groups of K-means, and everyone belongs where the nearest fine group does.

mod chain;
mod fine;
mod landmarks;
mod tree;

pub use tree::{Merge, Tree};

use super::Landmarks;
use crate::{Matrix, limits};

/// A hierarchy, and the segments it gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The hierarchy.
    pub tree: Tree,
    /// For each number of segments asked for, what labels customers; the groups are numbered as [`Tree::cut`] numbers them.
    pub partitions: Vec<Landmarks>,
    /// Whether it was built from the customers themselves, and not from fine groups of them.
    pub exact: bool,
}

/// The hierarchy of the rows of `matrix` and its segments for every number in `ks`, each at most the number of different rows.
pub fn fit(matrix: &Matrix, ks: &[u32], seed: u32) -> Fit {
    let (points, sizes) = distinct(matrix);
    let most = ks.iter().copied().max().unwrap_or(1) as usize;
    let exact = is_exact(points.rows(), points.columns());
    let (tree, landmarks, leaves) = if exact {
        let tree = hierarchy(&points, &sizes);
        let nodes = landmarks::nodes(&points, &tree, most);
        let leaves = nodes.iter().map(|&node| tree.first_leaf(node)).collect();
        let centers = tree.centroids(&points).select(nodes.iter().map(|&node| node as usize));
        (tree, centers, leaves)
    } else {
        let fine = fine::groups(matrix, seed);
        let tree = hierarchy(&fine.means, &fine.sizes);
        let leaves: Vec<u32> = (0..fine.sizes.len() as u32).collect();
        (tree, fine.centers, leaves)
    };
    let partition = |&k: &u32| {
        let labels = tree.cut(k as usize);
        let segments = leaves.iter().map(|&leaf| labels[leaf as usize]).collect();
        Landmarks { points: landmarks.clone(), segments }
    };
    Fit { partitions: ks.iter().map(partition).collect(), tree, exact }
}

/// Ward's hierarchy over the rows of `points`, which count as often as `sizes` says. Heights are those of
/// `scipy.cluster.hierarchy.linkage`: √(2 a b / (a + b)) times the distance of the means of groups of sizes a and b.
pub fn hierarchy(points: &Matrix, sizes: &[u64]) -> Tree {
    Tree::new(sizes.to_vec(), chain::merges(points, sizes))
}

/// Whether the hierarchy of so many different customers is exact.
pub fn is_exact(distinct: usize, columns: usize) -> bool {
    let work = distinct as f64 * distinct as f64 * columns as f64;
    distinct <= limits::WARD_CUSTOMERS && work <= limits::WARD_WORK
}

/// The different rows, in ascending order, and how often each is there.
fn distinct(matrix: &Matrix) -> (Matrix, Vec<u64>) {
    let mut rows: Vec<&[f64]> = matrix.iter().collect();
    rows.sort_unstable_by(|a, b| {
        let pairs = a.iter().zip(*b).map(|(x, y)| x.total_cmp(y));
        pairs.into_iter().find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    });
    let (mut points, mut sizes) = (Matrix::with_capacity(matrix.columns(), rows.len()), Vec::new());
    for alike in rows.chunk_by(|a, b| a == b) {
        points.push(alike[0]);
        sizes.push(alike.len() as u64);
    }
    (points, sizes)
}

#[cfg(test)]
mod tests;
