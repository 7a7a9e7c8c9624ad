//! How many different values a column holds, in bounded memory and whatever the order of the rows.

use hashbrown::HashTable;

/// A set of 64-bit hashes that, once it is full, keeps those whose lowest `level` bits are 0: every further level keeps half of the
/// values that exist, so the count times 2^`level` estimates them all (Wegman's adaptive sampling; Flajolet 1990). What is kept depends on the
/// values alone, not on their order.
pub(super) struct Distinct {
    kept: HashTable<u64>,
    level: u32,
    budget: usize,
}

impl Distinct {
    /// An empty set that keeps at most `budget` hashes.
    pub(super) fn new(budget: usize) -> Self {
        Distinct { kept: HashTable::new(), level: 0, budget: budget.max(1) }
    }

    /// Adds a value by its [`hash`].
    pub(super) fn insert(&mut self, hash: u64) {
        if hash.trailing_zeros() < self.level {
            return;
        }
        self.kept
            .entry(hash.rotate_left(32), |kept| *kept == hash, |kept| kept.rotate_left(32))
            .or_insert(hash);
        while self.kept.len() > self.budget {
            self.level += 1;
            let level = self.level;
            self.kept.retain(|kept| kept.trailing_zeros() >= level);
        }
    }

    /// Number of different values: exact up to the budget, beyond it an estimate.
    pub(super) fn count(&self) -> u64 {
        (self.kept.len() as u64).saturating_mul(1u64.checked_shl(self.level).unwrap_or(u64::MAX))
    }
}

/// A hash of the bytes that is the same on every machine: eight bytes at a time, each multiplied in, then the mixing of MurmurHash3.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = ODD ^ bytes.len() as u64;
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        let mut eight = [0; 8];
        eight.copy_from_slice(word);
        hash = mix(hash, u64::from_le_bytes(eight));
    }
    let rest = words.remainder().iter().rev().fold(0u64, |word, byte| word << 8 | u64::from(*byte));
    hash = mix(hash, rest);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    hash ^ hash >> 33
}

fn mix(hash: u64, word: u64) -> u64 {
    let mixed = (hash ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ mixed >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(values: impl Iterator<Item = u32>, budget: usize) -> u64 {
        let mut distinct = Distinct::new(budget);
        values.for_each(|value| distinct.insert(hash(value.to_string().as_bytes())));
        distinct.count()
    }

    #[test]
    fn exact_up_to_the_budget() {
        assert_eq!(count(std::iter::empty(), 4), 0);
        assert_eq!(count((0..5_000).chain(0..5_000), 5_000), 5_000);
    }

    #[test]
    fn near_beyond_it_and_whatever_the_order() {
        let forwards = count(0..200_000, 4_096);
        // The standard error of adaptive sampling is 1.2 / sqrt(budget), here 1.9 %.
        assert!((190_000..210_000).contains(&forwards), "{forwards}");
        assert_eq!(forwards, count((0..200_000).rev(), 4_096));
        assert_eq!(forwards, count((0..200_000).map(|value| value * 7_919 % 200_000), 4_096));
    }

    #[test]
    fn hashes_tell_zeros_and_lengths_apart() {
        let values: [&[u8]; 6] = [b"", b"\0", b"\0\0", b"\0\0\0\0\0\0\0\0", b"\0\0\0\0\0\0\0\0\0", b"a"];
        for (index, value) in values.iter().enumerate() {
            assert!(values[..index].iter().all(|other| hash(other) != hash(value)));
        }
    }
}
