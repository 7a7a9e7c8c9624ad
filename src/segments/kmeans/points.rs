//! The customers as fits look at them.

use std::borrow::Cow;

use super::lloyd::lloyd_within;
use super::rounds::{Rounds, Scratch};
use super::shadow::Shadow;
use crate::segments::{Solution, assign};
use crate::{Matrix, limits};

/// A matrix prepared for any number of fits.
#[derive(Debug)]
pub struct Points<'a> {
    pub(super) matrix: Cow<'a, Matrix>,
    pub(super) shadow: Option<Shadow>,
    scratch: Scratch,
    /// Labels of a fit that went the plain way.
    plain: Vec<u32>,
}

/// A fit, and how many belong to each segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The centroids and what they cost.
    pub solution: Solution,
    /// Rows nearest to each centroid.
    pub sizes: Vec<u64>,
}

impl Fit {
    /// Becomes `other` where that has less inertia.
    pub fn improve(&mut self, other: Fit) {
        if other.solution.inertia < self.solution.inertia {
            *self = other;
        }
    }
}

impl<'a> Points<'a> {
    /// Prepares the rows of `matrix`: customers × features.
    pub fn new(matrix: &'a Matrix) -> Self {
        Points::of(Cow::Borrowed(matrix))
    }

    /// The same, of a matrix that is nobody else's.
    pub fn owning(matrix: Matrix) -> Self {
        Points::of(Cow::Owned(matrix))
    }

    fn of(matrix: Cow<'a, Matrix>) -> Self {
        let shadow = Shadow::of(&matrix);
        Points { matrix, shadow, scratch: Scratch::default(), plain: Vec::new() }
    }

    /// The rows themselves.
    pub fn matrix(&self) -> &Matrix {
        &self.matrix
    }

    /// Exact K-means from the centroids `start`: the answer of [`lloyd`](super::lloyd), sooner.
    ///
    /// Whatever is decided in single precision is proven by bounds on its rounding; the rest is decided as the twin would. The
    /// answer is a fixed point of the twin to the last bit: its centroids are the means of its labels, summed in row order, and
    /// its labels the nearest of these centroids, the lowest number on ties. It is the twin's own answer, unless a customer lay
    /// so near the middle between two centroids that the order of a sum decided a round.
    pub fn fit(&mut self, start: Matrix) -> Fit {
        self.fit_within(start, limits::ROUNDS)
    }

    /// The same, in at most so many rounds.
    pub(super) fn fit_within(&mut self, start: Matrix, rounds: u32) -> Fit {
        self.plain.clear();
        match &self.shadow {
            // A label is a byte, and with a single centroid there is nothing to decide.
            Some(shadow) if (2..=256).contains(&start.rows()) => {
                Rounds::new(&self.matrix, shadow, &mut self.scratch, start).run(rounds)
            }
            _ => {
                let solution = lloyd_within(&self.matrix, start, rounds);
                self.plain = assign(&self.matrix, &solution.centroids);
                let mut sizes = vec![0; solution.k()];
                self.plain.iter().for_each(|&label| sizes[label as usize] += 1);
                Fit { solution, sizes }
            }
        }
    }

    /// The label of each row in the last fit: its nearest centroid, the lowest number on ties.
    pub fn labels(&self) -> Vec<u32> {
        if self.plain.is_empty() { self.scratch.labels(self.matrix.rows()) } else { self.plain.clone() }
    }
}
