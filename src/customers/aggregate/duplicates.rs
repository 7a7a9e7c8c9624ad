//! Lines that repeat another line in every cell.
//!
//! Lines that are equal belong to one order, since its id is one of their cells or is filled in before they are compared; and files keep
//! the lines of an order together: so a line is held against the few of its own order, which cost nothing to have at hand. Where orders are strewn over the file, or are none, a table of all lines takes over; its
//! answers are the same.

use hashbrown::HashTable;

use crate::limits;

/// The different lines seen so far, by their fingerprints.
///
/// Two different lines of one order that share one of 2^64 fingerprints would be taken for one; in a table of ten million lines the chance
/// of any such pair is 3 in a million.
#[derive(Debug)]
pub(super) enum Duplicates {
    /// By order, while that pays.
    ByOrder(Log),
    /// All of them. Fingerprints are hashes already, so they are not hashed again.
    Table(HashTable<u64>),
    /// More than are compared: what repeats is not known then.
    Overfull,
}

/// Fingerprints of lines in the order of the file, in runs of lines of one order.
#[derive(Debug, Default)]
pub(super) struct Log {
    pages: Vec<Vec<u64>>,
    lines: usize,
    runs: Vec<Run>,
    /// By number of an order: its last run and 1; 0 where there is none.
    last: Vec<u32>,
    /// The order of the lines that come.
    order: Option<u32>,
    /// Its lines so far.
    here: Vec<u64>,
    /// The lowest six bits of each of them, so that nearly every new line is told by one look.
    bits: u64,
    /// Comparisons that the table would have saved.
    spent: usize,
}

/// Lines one after the other; they end where the next run begins.
#[derive(Debug, Clone, Copy)]
struct Run {
    begin: u32,
    /// The run of the same order before it and 1; 0 where there is none.
    before: u32,
}

/// Fingerprints in a page of the log.
const PAGE: usize = 1 << 16;

/// Comparisons for each line that are cheaper than a table.
const WORTH: usize = 16;

/// Comparisons that may be spent before that.
const ALLOWED: usize = 1 << 16;

impl Default for Duplicates {
    fn default() -> Self {
        Duplicates::ByOrder(Log::default())
    }
}

impl Duplicates {
    /// For a file in which lines belong to no order.
    pub(super) fn without_orders() -> Self {
        Duplicates::Table(HashTable::new())
    }

    /// Takes a line of the order with this number; whether it was there before.
    #[inline]
    pub(super) fn is_repeated(&mut self, order: Option<u32>, fingerprint: u64) -> bool {
        match (&mut *self, order) {
            (Duplicates::ByOrder(log), Some(order)) if log.pays() => {
                if log.contains(order, fingerprint) {
                    return true;
                }
                if log.lines < limits::LINES_COMPARED {
                    log.push(fingerprint);
                } else {
                    *self = Duplicates::Overfull;
                }
                false
            }
            (Duplicates::ByOrder(_), _) => {
                self.table();
                self.is_repeated(None, fingerprint)
            }
            (Duplicates::Table(seen), _) if seen.len() < limits::LINES_COMPARED => insert(seen, fingerprint),
            (Duplicates::Table(seen), _) => {
                let repeated = seen.find(fingerprint, |&seen| seen == fingerprint).is_some();
                if !repeated {
                    *self = Duplicates::Overfull;
                }
                repeated
            }
            (Duplicates::Overfull, _) => false,
        }
    }

    /// More different lines than are compared.
    pub(super) fn is_overfull(&self) -> bool {
        matches!(self, Duplicates::Overfull)
    }

    /// Gives the memory back; no line comes any more.
    pub(super) fn forget_lines(&mut self) {
        if !self.is_overfull() {
            *self = Duplicates::default();
        }
    }

    /// Whether a line was there before, whatever its order.
    pub(super) fn contains(&mut self, fingerprint: u64) -> bool {
        self.table().is_some_and(|seen| seen.find(fingerprint, |&seen| seen == fingerprint).is_some())
    }

    /// Takes the lines of another part of the file.
    pub(super) fn merge(&mut self, mut other: Duplicates) {
        match other.table() {
            Some(lines) => lines.drain().for_each(|line| {
                self.table();
                self.is_repeated(None, line);
            }),
            None => *self = Duplicates::Overfull,
        }
    }

    /// All lines as a table; `None` where they are not known any more.
    fn table(&mut self) -> Option<&mut HashTable<u64>> {
        if let Duplicates::ByOrder(log) = self {
            let mut seen = HashTable::with_capacity(log.lines);
            for page in std::mem::take(&mut log.pages) {
                for line in page {
                    seen.insert_unique(line, line, |&seen| seen);
                }
            }
            *self = Duplicates::Table(seen);
        }
        match self {
            Duplicates::Table(seen) => Some(seen),
            _ => None,
        }
    }
}

/// Inserts a line; whether it was there before.
#[inline]
fn insert(seen: &mut HashTable<u64>, fingerprint: u64) -> bool {
    let known = seen.find(fingerprint, |&seen| seen == fingerprint).is_some();
    if !known {
        seen.insert_unique(fingerprint, fingerprint, |&seen| seen);
    }
    known
}

impl Log {
    /// Whether comparing with the lines of an order is cheaper than a table of all so far.
    #[inline]
    fn pays(&self) -> bool {
        self.spent <= self.lines * WORTH + ALLOWED
    }

    /// Whether this line of an order was there before.
    #[inline]
    fn contains(&mut self, order: u32, fingerprint: u64) -> bool {
        if self.order != Some(order) {
            self.begin(order);
        }
        if self.bits >> (fingerprint & 63) & 1 == 0 {
            return false;
        }
        self.spent += self.here.len();
        self.here.contains(&fingerprint)
    }

    /// Takes a line that was not there before.
    #[inline]
    fn push(&mut self, fingerprint: u64) {
        match self.pages.last_mut().filter(|page| page.len() < PAGE) {
            Some(page) => page.push(fingerprint),
            None => {
                let mut page = Vec::with_capacity(PAGE);
                page.push(fingerprint);
                self.pages.push(page);
            }
        }
        self.lines += 1;
        self.here.push(fingerprint);
        self.bits |= 1 << (fingerprint & 63);
    }

    /// Begins a run of lines of another order.
    fn begin(&mut self, order: u32) {
        self.order = Some(order);
        self.here.clear();
        if self.last.len() <= order as usize {
            self.last.resize(order as usize + 1, 0);
        }
        let before = self.last[order as usize];
        let mut next = before;
        while let Some(&run) = (next as usize).checked_sub(1).and_then(|at| self.runs.get(at)) {
            let end = self.runs.get(next as usize).map_or(self.lines, |run| run.begin as usize);
            // A run out of reach costs a look into memory that is far away.
            self.spent += WORTH + end - run.begin as usize;
            self.here.extend((run.begin as usize..end).map(|line| self.pages[line / PAGE][line % PAGE]));
            next = run.before;
        }
        self.bits = self.here.iter().fold(0, |bits, line| bits | 1 << (line & 63));
        self.runs.push(Run { begin: self.lines as u32, before });
        self.last[order as usize] = self.runs.len() as u32;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    /// Equal lines belong to one order; bits as strewn as a hash's.
    fn fingerprint(order: u32, line: u64) -> u64 {
        (line << 16 | u64::from(order)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    /// What a plain set says of the lines.
    fn check(lines: &[(u32, u64)], mut duplicates: Duplicates) -> Duplicates {
        let mut seen = HashSet::new();
        for &(order, line) in lines {
            let line = fingerprint(order, line);
            assert_eq!(duplicates.is_repeated(Some(order), line), !seen.insert(line));
        }
        assert!(seen.iter().all(|line| duplicates.contains(*line)) && !duplicates.contains(u64::MAX));
        duplicates
    }

    proptest! {
        #[test]
        fn as_a_plain_set_says(lines in proptest::collection::vec((0u32..4, 0u64..40), 0..400)) {
            check(&lines, Duplicates::default());
            check(&lines, Duplicates::without_orders());
        }
    }

    #[test]
    fn orders_that_are_strewn_or_long_take_to_the_table() {
        let strewn: Vec<(u32, u64)> = (0..40_000).map(|line| (line as u32 % 400, line % 30_000)).collect();
        let long: Vec<(u32, u64)> = (0..20_000).map(|line| (0, line % 19_000)).collect();
        let together: Vec<(u32, u64)> = (0..90_000).map(|line| (line as u32 / 20, line % 19)).collect();
        for (lines, pays) in [(strewn, false), (long, false), (together, true)] {
            let mut duplicates = Duplicates::default();
            lines.iter().for_each(|&(order, line)| {
                duplicates.is_repeated(Some(order), fingerprint(order, line));
            });
            assert_eq!(matches!(duplicates, Duplicates::ByOrder(_)), pays);
            check(&lines, Duplicates::default());
        }
    }

    #[test]
    fn parts_are_merged_whatever_they_are() {
        let part = |lines: std::ops::Range<u64>, mut duplicates: Duplicates| {
            for line in lines {
                duplicates.is_repeated(Some(line as u32 / 10), line);
            }
            duplicates
        };
        for mut whole in [part(0..50, Duplicates::default()), part(0..50, Duplicates::without_orders())] {
            whole.merge(part(40..70, Duplicates::default()));
            whole.merge(part(65..80, Duplicates::without_orders()));
            assert!((0..80).all(|line| whole.contains(line)) && !whole.contains(80));
            whole.merge(Duplicates::Overfull);
            assert!(whole.is_overfull() && !whole.contains(0));
        }
    }
}
