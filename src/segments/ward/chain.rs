//! The chain of nearest neighbours (Benzécri 1982; Murtagh 1983; Müllner 2011): Ward's unions in O(n²) time and O(n) memory.
//!
//! From any group to its nearest one, from there to the nearest, and so on: steps get shorter until two groups are each other's nearest, and
//! such two are a union of the hierarchy whatever else there is, since a union is never nearer to a third group than the nearer of its parts
//! was. Only the order of the unions comes out otherwise, which sorting by height mends.

use super::tree::{Merge, mean};
use crate::Matrix;
use crate::segments::blocks::Blocks;

/// The unions of the rows of `points`, which count as often as `sizes` says, in an order in which every node comes before what it is part
/// of. Of groups equally near the earliest is taken.
pub(super) fn merges(points: &Matrix, sizes: &[u64]) -> Vec<Merge> {
    let leaves = points.rows();
    let count = (2 * leaves).saturating_sub(1);
    let mut centroids = points.clone();
    let mut sizes: Vec<f64> = sizes.iter().map(|&size| size as f64).collect();
    let mut alive = vec![true; leaves];
    let mut blocks = Blocks::new(&centroids, &sizes, (0..leaves as u32).collect(), count);
    let (mut left_at_division, mut first) = (leaves, 0);
    // Each link with how near it is to the one before.
    let mut chain: Vec<(u32, f64)> = Vec::new();
    let mut merges: Vec<Merge> = Vec::with_capacity(leaves.saturating_sub(1));
    while merges.len() + 1 < leaves {
        let Some(&(top, near)) = chain.last() else {
            while !alive[first] {
                first += 1;
            }
            chain.push((first as u32, f64::INFINITY));
            continue;
        };
        let before = chain.len().checked_sub(2).map(|at| chain[at].0);
        let size = sizes[top as usize];
        let known = (before.unwrap_or(u32::MAX), near);
        let (next, nearer) = blocks.search(centroids.row(top as usize), size, Some(top), known);
        if next == u32::MAX {
            break; // Distances that are no numbers: there is no nearest.
        }
        if before != Some(next) {
            chain.push((next, nearer));
            continue;
        }
        chain.truncate(chain.len() - 2);
        let (other, union) = (sizes[next as usize], centroids.rows() as u32);
        let center = mean((centroids.row(top as usize), size), (centroids.row(next as usize), other));
        let places = [top, next].map(|number| blocks.take(number));
        blocks.insert(places[usize::from(other > size)], union, &center, size + other);
        centroids.push(&center);
        sizes.push(size + other);
        alive[top as usize] = false;
        alive[next as usize] = false;
        alive.push(true);
        merges.push(Merge { left: top, right: next, height: nearer.sqrt(), size: (size + other) as u64 });
        // Unions blur the boxes and empty the blocks: now and then everyone left is divided anew.
        let left = leaves - merges.len();
        if left * 2 <= left_at_division && left > 1 {
            let numbers = (0..alive.len() as u32).filter(|&number| alive[number as usize]).collect();
            blocks = Blocks::new(&centroids, &sizes, numbers, count);
            left_at_division = left;
        }
    }
    merges
}
