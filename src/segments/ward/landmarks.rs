//! Which groups of a hierarchy have to be remembered, so that the nearest of them gives everyone their segment again.

use super::Tree;
use crate::Matrix;
use crate::segments::blocks::Blocks;

/// Nodes of the tree over `points`, ascending, that contain every leaf once, each within one group of a cut into `k`, and such that the
/// mean nearest to a leaf belongs to a node of the leaf's own group. What holds for k holds for every smaller number.
///
/// Segments of a hierarchy are not what is nearest to their means. So, as long as a leaf is nearer to a foreign mean, its own node or the
/// foreign one, whichever holds more customers, is taken apart into the two it was made of. In the end that leaf is a node by itself.
pub(super) fn nodes(points: &Matrix, tree: &Tree, k: usize) -> Vec<u32> {
    let leaves = tree.leaves();
    let labels = tree.cut(k);
    let centroids = tree.centroids(points);
    let mut chosen = vec![false; leaves + tree.merges.len()];
    tops(tree, k).into_iter().for_each(|node| chosen[node as usize] = true);
    loop {
        let nodes: Vec<u32> = (0..chosen.len() as u32).filter(|&node| chosen[node as usize]).collect();
        let mut blocks = Blocks::of_points(&centroids.select(nodes.iter().map(|&node| node as usize)));
        let own = owners(tree, &chosen);
        let mut apart = Vec::new();
        for leaf in 0..leaves {
            let near = nodes[blocks.nearest(points.row(leaf)).0 as usize];
            if labels[tree.first_leaf(near) as usize] != labels[leaf] {
                let parted = |node: u32| (node as usize >= leaves).then(|| (tree.size(node), node));
                apart.extend(parted(near).max(parted(own[leaf])));
            }
        }
        if apart.is_empty() {
            return nodes;
        }
        for (_, node) in apart {
            chosen[node as usize] = false;
            let parts = tree.merges[node as usize - leaves];
            [parts.left, parts.right].into_iter().for_each(|part| chosen[part as usize] = true);
        }
    }
}

/// The nodes that a cut into `k` leaves at the top.
fn tops(tree: &Tree, k: usize) -> Vec<u32> {
    let kept = tree.leaves() + tree.merges.len().saturating_sub(k.saturating_sub(1));
    let parts = |at: usize| [tree.merges[at].left, tree.merges[at].right];
    let above = (kept - tree.leaves()..tree.merges.len()).flat_map(parts);
    let mut tops: Vec<u32> = above.filter(|&node| (node as usize) < kept).collect();
    if tops.is_empty() {
        tops.push(kept as u32 - 1);
    }
    tops
}

/// The chosen node that every leaf lies in.
fn owners(tree: &Tree, chosen: &[bool]) -> Vec<u32> {
    let leaves = tree.leaves();
    let mut own: Vec<u32> = (0..chosen.len() as u32).collect();
    for (at, merge) in tree.merges.iter().enumerate().rev() {
        for part in [merge.left, merge.right] {
            if !chosen[part as usize] {
                own[part as usize] = own[leaves + at];
            }
        }
    }
    own.truncate(leaves);
    own
}
