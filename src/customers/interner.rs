//! Strings become small integers, in order of first appearance.

use std::hash::BuildHasher;

use hashbrown::HashTable;

/// A hasher without entropy: the same file hashes the same everywhere. No hash order reaches a result.
pub(super) type FixedState = foldhash::fast::FixedState;

/// The integer of every string seen so far; strings lie end to end in one buffer.
#[derive(Debug, Default)]
pub(super) struct Interner {
    table: HashTable<u32>,
    text: String,
    ends: Vec<usize>,
    /// The integer handed out last: files repeat themselves from line to line.
    last: u32,
}

impl Interner {
    /// The integer of `text`, a new one where it is not known yet.
    #[inline]
    pub(super) fn intern(&mut self, text: &str) -> u32 {
        if (self.last as usize) < self.ends.len() && self.get(self.last) == text {
            return self.last;
        }
        self.last = self.look_up(text);
        self.last
    }

    fn look_up(&mut self, text: &str) -> u32 {
        let hash = hash_of(text);
        if let Some(&known) = self.table.find(hash, |&known| slice(&self.text, &self.ends, known) == text) {
            return known;
        }
        let new = self.ends.len() as u32;
        self.text.push_str(text);
        self.ends.push(self.text.len());
        let (all, ends) = (&self.text, &self.ends);
        self.table.insert_unique(hash, new, |&known| hash_of(slice(all, ends, known)));
        new
    }

    /// How many strings it knows.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The integer of `text`, where it is known.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.table.find(hash_of(text), |&known| slice(&self.text, &self.ends, known) == text).copied()
    }

    /// The string of an integer handed out before.
    #[inline]
    pub(super) fn get(&self, index: u32) -> &str {
        slice(&self.text, &self.ends, index)
    }
}

fn hash_of(text: &str) -> u64 {
    FixedState::default().hash_one(text)
}

#[inline]
fn slice<'a>(text: &'a str, ends: &[usize], index: u32) -> &'a str {
    let index = index as usize;
    let start = if index == 0 { 0 } else { ends[index - 1] };
    &text[start..ends[index]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_strings_share_an_integer_even_after_growth() {
        let mut interner = Interner::default();
        let numbers: Vec<u32> = (0..1_000).map(|n| interner.intern(&format!("id {}", n % 700))).collect();
        assert_eq!(numbers[..700], (0..700).collect::<Vec<_>>());
        assert_eq!(numbers[700..], (0..300).collect::<Vec<_>>());
        assert_eq!(interner.get(699), "id 699");
        assert_eq!(interner.intern(""), 700);
    }
}
