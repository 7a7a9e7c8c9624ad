//! A hierarchy of groups.

use serde::{Deserialize, Serialize};

use crate::Matrix;

/// A binary tree over leaves of one or more customers. The leaves are the nodes from 0; the union of two nodes is the next node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Tree {
    /// Customers in each leaf.
    #[cfg_attr(feature = "schema", ts(type = "number[]"))]
    pub sizes: Vec<u64>,
    /// The unions, lowest first.
    pub merges: Vec<Merge>,
}

/// Two nodes that become one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Merge {
    /// The node with the lower first leaf.
    pub left: u32,
    /// The other node.
    pub right: u32,
    /// How far apart they are: √(2 × the inertia that the union costs).
    pub height: f64,
    /// Customers in both.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub size: u64,
}

impl Tree {
    /// The tree over leaves of these `sizes` with unions in any order in which every node comes before what it is part of.
    ///
    /// A union is as high as its parts at least: where rounding says otherwise, by a last digit, the order would be upside down.
    pub(super) fn new(sizes: Vec<u64>, mut merges: Vec<Merge>) -> Self {
        let leaves = sizes.len();
        for at in 0..merges.len() {
            let height_of = |node: u32| {
                (node as usize).checked_sub(leaves).map_or(0.0, |below: usize| merges[below].height)
            };
            let below = height_of(merges[at].left).max(height_of(merges[at].right));
            merges[at].height = merges[at].height.max(below);
        }
        let mut order: Vec<usize> = (0..merges.len()).collect();
        order.sort_by(|&a, &b| merges[a].height.total_cmp(&merges[b].height));
        let mut number: Vec<u32> = (0..(leaves + merges.len()) as u32).collect();
        (leaves as u32..).zip(&order).for_each(|(new, &old)| number[leaves + old] = new);
        let mut tree = Tree { sizes, merges: Vec::with_capacity(order.len()) };
        let mut first: Vec<u32> = (0..leaves as u32).collect();
        for at in order {
            let Merge { left, right, height, size } = merges[at];
            let (a, b) = (number[left as usize], number[right as usize]);
            let (left, right) = if first[a as usize] < first[b as usize] { (a, b) } else { (b, a) };
            first.push(first[left as usize]);
            tree.merges.push(Merge { left, right, height, size });
        }
        tree
    }

    /// Number of leaves.
    pub fn leaves(&self) -> usize {
        self.sizes.len()
    }

    /// Labels of the leaves where the tree is cut into `k` groups (at least 1, at most as many as leaves), numbered by their first leaves.
    pub fn cut(&self, k: usize) -> Vec<u32> {
        let leaves = self.leaves();
        let kept = leaves - k.clamp(1, leaves.max(1)).min(leaves);
        // From the top down: a node below a union that is kept belongs where the union does.
        let mut group: Vec<u32> = (0..(leaves + kept) as u32).collect();
        for at in (0..kept).rev() {
            let Merge { left, right, .. } = self.merges[at];
            group[left as usize] = group[leaves + at];
            group[right as usize] = group[leaves + at];
        }
        let mut number = vec![u32::MAX; leaves + kept];
        let mut next = 0;
        group[..leaves]
            .iter()
            .map(|&group| {
                let number = &mut number[group as usize];
                if *number == u32::MAX {
                    *number = next;
                    next += 1;
                }
                *number
            })
            .collect()
    }

    /// The lowest of the leaves below a node.
    pub fn first_leaf(&self, node: u32) -> u32 {
        let mut node = node;
        while let Some(at) = (node as usize).checked_sub(self.leaves()) {
            node = self.merges[at].left;
        }
        node
    }

    /// The top of the tree, whose leaves are the groups of a cut into `count`, in the order of their first leaves.
    pub fn top(&self, count: usize) -> Tree {
        let count = count.min(self.leaves());
        let labels = self.cut(count);
        let mut sizes = vec![0; count];
        labels.iter().zip(&self.sizes).for_each(|(&label, size)| sizes[label as usize] += size);
        let kept = self.leaves() - count;
        let mut merges: Vec<Merge> = Vec::new();
        let renumbered = |node: u32| match (node as usize).checked_sub(self.leaves() + kept) {
            Some(at) => (count + at) as u32,
            None => labels[self.first_leaf(node) as usize],
        };
        for merge in &self.merges[kept..] {
            merges.push(Merge { left: renumbered(merge.left), right: renumbered(merge.right), ..*merge });
        }
        Tree { sizes, merges }
    }

    /// The mean of every node, leaves at `points` first.
    pub(super) fn centroids(&self, points: &Matrix) -> Matrix {
        let mut centroids = points.clone();
        for merge in &self.merges {
            let [a, b] = [merge.left, merge.right].map(|node| self.size(node) as f64);
            let mean =
                mean((centroids.row(merge.left as usize), a), (centroids.row(merge.right as usize), b));
            centroids.push(&mean);
        }
        centroids
    }

    /// Customers below a node.
    pub(super) fn size(&self, node: u32) -> u64 {
        match (node as usize).checked_sub(self.leaves()) {
            Some(at) => self.merges[at].size,
            None => self.sizes[node as usize],
        }
    }
}

/// The mean of two points that count this much.
pub(super) fn mean((a, of_a): (&[f64], f64), (b, of_b): (&[f64], f64)) -> Vec<f64> {
    a.iter().zip(b).map(|(x, y)| (of_a * x + of_b * y) / (of_a + of_b)).collect()
}
