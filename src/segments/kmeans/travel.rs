//! How far the centroids have moved, and for whom that is far enough to matter.

use crate::Matrix;
use crate::matrix::distance2;

/// What rounding may have taken from a distance in double precision, and to `f32` and back.
const UP: f64 = 1.0 + 1e-6;

/// How far centroids have moved since the last look at all customers (Hamerly 2010).
///
/// A customer whose centroid was nearest by a margin stays with it until that centroid and the fastest of the others have together
/// moved by as much.
#[derive(Debug)]
pub(super) struct Travel {
    /// For each centroid, how far it and the fastest of the others have moved, added up over the rounds.
    own: Vec<f64>,
    /// The same for the two fastest.
    pub(super) most: f64,
    /// What the last round added to `most`.
    pub(super) step: f64,
    scale: f64,
}

impl Travel {
    /// Nothing has moved; distances are multiplied by `scale`.
    pub(super) fn new(k: usize, scale: f64) -> Self {
        Travel { own: vec![0.0; k], most: 0.0, step: 0.0, scale }
    }

    /// Starts again from where the centroids are.
    pub(super) fn reset(&mut self) {
        self.own.fill(0.0);
        self.most = 0.0;
    }

    /// The centroids move.
    pub(super) fn go(&mut self, from: &Matrix, to: &Matrix) {
        let moves: Vec<f64> =
            from.iter().zip(to.iter()).map(|(from, to)| distance2(from, to).sqrt() * self.scale).collect();
        let (mut fastest, mut second) = (0, 0.0);
        for (group, &way) in moves.iter().enumerate().skip(1) {
            if way > moves[fastest] {
                second = moves[fastest];
                fastest = group;
            } else {
                second = f64::max(second, way);
            }
        }
        for (group, own) in self.own.iter_mut().enumerate() {
            *own += moves[group] + if group == fastest { second } else { moves[fastest] };
        }
        self.step = moves[fastest] + second;
        self.most += self.step;
    }

    /// For each label the margin that a customer had to have to be safe until the two fastest have moved by `ahead` more.
    pub(super) fn needed(&self, ahead: f64) -> Vec<f32> {
        self.own.iter().map(|own| ((own + ahead) * UP) as f32).collect()
    }

    /// The same for now, and at the end what is enough whatever the label.
    pub(super) fn needed_by_tiles(&self) -> Vec<f32> {
        let mut needed = self.needed(0.0);
        needed.push((self.most * UP) as f32);
        needed
    }

    /// A margin found now, as one found at the last look at all customers.
    pub(super) fn since(needed: f32, margin: f32) -> f32 {
        (needed + margin) * (1.0 - 1e-6)
    }
}
