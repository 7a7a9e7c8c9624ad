//! Lines that repeat another line in every cell.

use hashbrown::HashTable;

use crate::limits;

/// The lines seen so far, by their fingerprints.
///
/// Two different lines that share one of 2^64 fingerprints would be taken for one; among ten million lines the chance of any such pair
/// is 3 in a million.
#[derive(Debug, Default)]
pub(super) struct Duplicates {
    /// Fingerprints are hashes already, so they are not hashed again.
    seen: HashTable<u64>,
    overfull: bool,
}

impl Duplicates {
    /// Takes a line; whether it was there before.
    #[inline]
    pub(super) fn is_repeated(&mut self, fingerprint: u64) -> bool {
        if self.overfull {
            return false;
        }
        if self.contains(fingerprint) {
            return true;
        }
        if self.seen.len() == limits::LINES_COMPARED {
            self.give_up();
        } else {
            self.seen.insert_unique(fingerprint, fingerprint, |&seen| seen);
        }
        false
    }

    /// Whether a line was there before.
    pub(super) fn contains(&self, fingerprint: u64) -> bool {
        self.seen.find(fingerprint, |&seen| seen == fingerprint).is_some()
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
        self.seen = HashTable::new();
    }
}
