//! Lines that repeat another line in every cell.

use hashbrown::HashSet;

use crate::customers::interner::FixedState;
use crate::limits;

/// The lines seen so far, by their fingerprints.
///
/// Two different lines that share one of 2^64 fingerprints would be taken for one; among ten million lines the chance of any such pair
/// is 3 in a million.
#[derive(Debug, Default)]
pub(super) struct Duplicates {
    seen: HashSet<u64, FixedState>,
    overfull: bool,
}

impl Duplicates {
    /// Takes a line; whether it was there before.
    pub(super) fn is_repeated(&mut self, fingerprint: u64) -> bool {
        if self.overfull {
            return false;
        }
        if self.seen.len() < limits::LINES_COMPARED {
            return !self.seen.insert(fingerprint);
        }
        if self.seen.contains(&fingerprint) {
            return true;
        }
        self.give_up();
        false
    }

    /// Whether a line was there before.
    pub(super) fn contains(&self, fingerprint: u64) -> bool {
        self.seen.contains(&fingerprint)
    }

    /// More different lines than are compared: what repeats is not known then.
    pub(super) fn is_overfull(&self) -> bool {
        self.overfull
    }

    /// Takes the lines of another part of the file.
    pub(super) fn merge(&mut self, other: Duplicates) {
        if other.overfull {
            self.give_up();
        }
        for fingerprint in other.seen {
            self.is_repeated(fingerprint);
        }
    }

    fn give_up(&mut self) {
        self.overfull = true;
        self.seen = HashSet::default();
    }
}
