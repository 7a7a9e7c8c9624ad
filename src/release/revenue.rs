//! P5: shares of the net spend.

use super::columns::{Gate, MONETARY};
use super::dominance::dominated_beside_median;
use super::round::fraction;
use crate::distribution::Ascending;

/// Shares of the net spend.
#[derive(Debug, PartialEq)]
pub(super) enum Shares {
    /// The file has none to share, or too few customers.
    Absent,
    /// One segment's spend is that of a few customers, nearly all of it spent alike, or not positive: with the others' shares its own would
    /// be known.
    HeldBack,
    /// One for each segment, to a hundredth.
    Published(Vec<f64>),
}

impl Shares {
    /// That of one segment.
    pub(super) fn of(&self, segment: usize) -> Option<f64> {
        match self {
            Shares::Published(shares) => shares.get(segment).copied(),
            Shares::Absent | Shares::HeldBack => None,
        }
    }
}

/// The share of each segment in what all of them spent.
pub(super) fn shares(gate: Gate<'_>) -> Shares {
    if gate.few {
        return Shares::Absent;
    }
    let Some(from) = gate.features.span.as_ref().and_then(|_| gate.features.position(MONETARY)) else {
        return Shares::Absent;
    };
    let spent: Vec<Ascending> = gate.groups.iter().map(|rows| gate.people.values(rows, from)).collect();
    let sums: Vec<f64> = spent.iter().map(|own| own.as_slice().iter().sum()).collect();
    let telling = |own: &Ascending| dominated_beside_median(own, gate.rules) || gate.nearly_alike(own);
    if spent.iter().any(telling) || sums.iter().any(|&sum| sum <= 0.0) {
        return Shares::HeldBack;
    }
    let all: f64 = sums.iter().sum();
    Shares::Published(sums.into_iter().map(|sum| fraction(sum / all, 100.0)).collect())
}
