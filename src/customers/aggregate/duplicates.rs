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
    /// Which lines of the batch were there before it.
    before: Vec<bool>,
}

impl Duplicates {
    /// Looks up the lines of a batch all at once, before they are taken one by one: memory then answers many questions at a time, and
    /// what it answered is at hand when the line comes.
    pub(super) fn look_ahead(&mut self, fingerprints: &[u64]) {
        let mut before = std::mem::take(&mut self.before);
        before.clear();
        before.extend(fingerprints.iter().map(|fingerprint| self.contains(*fingerprint)));
        self.before = before;
    }

    /// Takes the line at `index` of the batch that was looked up last; whether it was there before.
    #[inline]
    pub(super) fn is_repeated_at(&mut self, index: usize, fingerprint: u64) -> bool {
        self.before.get(index).is_some_and(|before| *before) || self.is_repeated(fingerprint)
    }

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
        self.before.clear();
    }
}
