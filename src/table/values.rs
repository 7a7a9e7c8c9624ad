//! The different values of a column, each with what was found out about it once, so that a value that comes again costs a look-up.
//!
//! Memory is bounded and what remains does not depend on the order of the rows.

/// A value that is kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value {
    hash: u64,
    /// Cells that hold it.
    pub(super) count: u64,
    /// What it is as a number, in the unit its [`traits`](Value::traits) say.
    pub(super) units: i64,
    /// What it may be read as.
    pub(super) traits: u32,
    /// The number of its [form](super::forms), where it is neither a number nor a date.
    pub(super) form: u8,
}

#[cfg(test)]
impl Value {
    /// A number that so many cells hold.
    pub(super) fn of_number(units: i64, traits: u32, count: u64) -> Self {
        Value { hash: 1, count, units, traits, form: 0 }
    }
}

/// What a look-up needs of a value, and no more: most of the time goes into waiting for it to come from memory.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// The value's [`hash`]; 0 where the place is free.
    hash: u64,
    /// Cells that hold it, fewer than [`crate::limits::ROWS`].
    count: u32,
    traits: u32,
}

/// A table of values by hash that, once it is full, keeps those whose lowest `level` bits are 0: every further level keeps half of the
/// values that exist, so the number kept times 2^`level` estimates them all (Wegman's adaptive sampling; Flajolet 1990).
#[derive(Debug)]
pub(super) struct Values {
    places: Vec<Place>,
    /// What stands at each place as a number.
    units: Vec<i64>,
    forms: Vec<u8>,
    kept: usize,
    level: u32,
    budget: usize,
}

/// Places a table begins with; a power of two.
const FIRST_PLACES: usize = 1 << 6;

impl Values {
    /// An empty table that keeps at most `budget` values.
    pub(super) fn new(budget: usize) -> Self {
        Values {
            places: vec![Place::default(); FIRST_PLACES],
            units: vec![0; FIRST_PLACES],
            forms: vec![0; FIRST_PLACES],
            kept: 0,
            level: 0,
            budget: budget.max(1),
        }
    }

    /// Where the value with this hash is kept.
    #[inline]
    pub(super) fn find(&self, hash: u64) -> Option<usize> {
        let place = self.place_for(hash);
        (self.places[place].hash == hash).then_some(place)
    }

    /// Keeps a new value and answers where; `None` where it is not among those kept. Values that have to make room go to `leave`.
    pub(super) fn insert(
        &mut self,
        hash: u64,
        traits: u32,
        units: i64,
        mut leave: impl FnMut(&Value),
    ) -> Option<usize> {
        if hash.trailing_zeros() < self.level {
            return None;
        }
        while self.kept == self.budget {
            self.level += 1;
            let level = self.level;
            let (stays, goes): (Vec<Value>, Vec<Value>) =
                self.values().partition(|value| value.hash.trailing_zeros() >= level);
            goes.iter().for_each(&mut leave);
            self.rebuild(&stays, self.places.len());
            if hash.trailing_zeros() < level {
                return None;
            }
        }
        if (self.kept + 1) * 2 > self.places.len() {
            let all: Vec<Value> = self.values().collect();
            self.rebuild(&all, self.places.len() * 2);
        }
        let place = self.place_for(hash);
        (self.places[place], self.units[place]) = (Place { hash, count: 0, traits }, units);
        self.forms[place] = 0;
        self.kept += 1;
        Some(place)
    }

    /// Counts `more` cells of the value at `place`.
    #[inline]
    pub(super) fn count_at(&mut self, place: usize, more: u32) {
        self.places[place].count += more;
    }

    /// Remembers the form of the value at `place`.
    pub(super) fn form_at(&mut self, place: usize, form: u8) {
        self.forms[place] = form;
    }

    /// What the value at `place` may be read as.
    #[inline]
    pub(super) fn traits_at(&self, place: usize) -> u32 {
        self.places[place].traits
    }

    /// The values that are kept.
    pub(super) fn values(&self) -> impl Iterator<Item = Value> {
        let beside = self.units.iter().zip(&self.forms);
        let taken = self.places.iter().zip(beside).filter(|(place, _)| place.hash != 0);
        taken.map(|(&Place { hash, count, traits }, (&units, &form))| Value {
            hash,
            count: count.into(),
            units,
            traits,
            form,
        })
    }

    /// Number of different values: exact up to the budget, beyond it an estimate.
    pub(super) fn distinct(&self) -> u64 {
        (self.kept as u64).saturating_mul(1u64.checked_shl(self.level).unwrap_or(u64::MAX))
    }

    /// True while every value is kept.
    pub(super) fn is_exact(&self) -> bool {
        self.level == 0
    }

    /// The place of this hash, or the free one where it would be kept: there always is one, as half of them are free.
    #[inline]
    fn place_for(&self, hash: u64) -> usize {
        let last = self.places.len() - 1;
        let mut place = (hash >> 32) as usize & last;
        while self.places[place].hash != hash && self.places[place].hash != 0 {
            place = (place + 1) & last;
        }
        place
    }

    fn rebuild(&mut self, values: &[Value], places: usize) {
        (self.places, self.units) = (vec![Place::default(); places], vec![0; places]);
        self.forms = vec![0; places];
        self.kept = values.len();
        for value in values {
            let place = self.place_for(value.hash);
            let Value { hash, count, units, traits, form } = *value;
            (self.places[place], self.units[place]) = (Place { hash, count: count as u32, traits }, units);
            self.forms[place] = form;
        }
    }
}

/// A hash of the bytes that is the same on every machine and never 0: eight bytes at a time multiplied in, then the mixing of
/// MurmurHash3. The last eight bytes may overlap with those before; the length goes in too, so nothing is lost by that.
#[inline]
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    let mut hash = (length as u64 + 1).wrapping_mul(ODD);
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        let mut rest = &bytes[8..];
        hash = mix(hash, u64::from_le_bytes(*first));
        while let Some(eight) = rest.first_chunk::<8>() {
            hash = mix(hash, u64::from_le_bytes(*eight));
            rest = &rest[8..];
        }
        if !rest.is_empty() {
            hash = mix(hash, u64::from_le_bytes(*last));
        }
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let both = u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
        hash = mix(hash, both);
    } else if let [first, .., last] | [first @ last] = bytes {
        let both = u64::from(*first) | u64::from(bytes[length / 2]) << 8 | u64::from(*last) << 16;
        hash = mix(hash, both);
    }
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    (hash ^ hash >> 33).max(1)
}

const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

#[inline]
fn mix(hash: u64, word: u64) -> u64 {
    let mixed = (hash ^ word).wrapping_mul(ODD);
    mixed ^ mixed >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(values: impl Iterator<Item = u32>, budget: usize) -> (Values, u64) {
        let (mut table, mut left) = (Values::new(budget), 0);
        for value in values {
            let hash = hash(value.to_string().as_bytes());
            let place = table.find(hash).or_else(|| table.insert(hash, 0, 0, |value| left += value.count));
            match place {
                Some(place) => table.count_at(place, 1),
                None => left += 1,
            }
        }
        (table, left)
    }

    #[test]
    fn exact_up_to_the_budget() {
        assert_eq!(filled(std::iter::empty(), 4).0.distinct(), 0);
        let (table, left) = filled((0..5_000).chain(0..5_000), 5_000);
        assert_eq!((table.distinct(), table.is_exact(), left), (5_000, true, 0));
        assert!(table.values().all(|value| value.count == 2));
    }

    #[test]
    fn near_beyond_it_and_whatever_the_order() {
        let (forwards, left) = filled(0..200_000, 4_096);
        let count = forwards.distinct();
        // The standard error of adaptive sampling is 1.2 / sqrt(budget), here 1.9 %.
        assert!((190_000..210_000).contains(&count), "{count}");
        // No cell is lost: what is not kept any more was handed on.
        assert_eq!(forwards.values().map(|value| value.count).sum::<u64>() + left, 200_000);
        assert_eq!(count, filled((0..200_000).rev(), 4_096).0.distinct());
        assert_eq!(count, filled((0..200_000).map(|value| value * 7_919 % 200_000), 4_096).0.distinct());
    }

    #[test]
    fn hashes_tell_zeros_and_lengths_apart() {
        let mut all: Vec<u64> = (0..40).map(|length| hash(&vec![0; length])).collect();
        for text in
            ["a", "b", "ab", "ba", "abc", "abcd", "abcde", "abcdefgh", "abcdefghi", "abcdefghj", "bbcdefghi"]
        {
            all.push(hash(text.as_bytes()));
        }
        let wanted = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), wanted);
    }
}
