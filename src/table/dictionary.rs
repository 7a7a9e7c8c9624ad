//! The strings of a column of text, each written down once while it comes again and again.

use super::block::is_same;
use super::cells::{is_missing, trim};
use super::row_words::Nobodies;
use super::texts::Texts;
use super::values::hash;
use super::wrapping::bare_text;

/// Finds the number of a string in [`Texts`] by its bytes.
pub(super) struct Dictionary {
    /// By hash; a power of two of them, half of them free.
    places: Vec<Place>,
    /// How many are taken.
    kept: usize,
    /// The number of the empty string.
    empty: Option<u32>,
    /// What else than an empty cell means that there is nobody, where the strings are ids of customers.
    nobody: Nobody,
    names: Option<Nobodies>,
}

/// What stands for nobody among ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nobody {
    /// Only what is missing.
    Missing,
    /// Also a word for guests.
    Guests,
    /// Also 0.
    GuestsAndZero,
}

#[derive(Clone, Copy, Default)]
struct Place {
    /// The lower half of the string's hash; the upper says where it would stand.
    hash: u32,
    /// The string's number and 1; 0 where the place is free.
    number: u32,
}

/// Places a dictionary begins with.
const FIRST_PLACES: usize = 1 << 8;

/// Strings, and bytes of them, beyond which a dictionary begins anew with the next batch: whoever remembers something of each compares
/// them all with each batch, and a column with more of them hardly repeats itself.
const MOST_STRINGS: usize = 1 << 15;
const MOST_BYTES: usize = 1 << 18;

impl Dictionary {
    /// Knows no string.
    pub(super) fn new(nobody: Nobody) -> Self {
        Dictionary {
            places: vec![Place::default(); FIRST_PLACES],
            kept: 0,
            empty: None,
            nobody,
            names: (nobody != Nobody::Missing).then(Nobodies::default),
        }
    }

    /// The number of what a cell says, which may be the one of the empty string.
    #[inline]
    pub(super) fn number(&mut self, cell: &[u8], texts: &mut Texts) -> u32 {
        let cell = trim(cell);
        if cell.is_empty() {
            return self.empty(texts);
        }
        let hash = hash(cell);
        let at = self.place_for(hash, |number| is_same(texts.bytes_of(number), cell));
        match self.places[at].number {
            0 => self.add(cell, hash, at, texts),
            number => number - 1,
        }
    }

    /// Makes ready for the next batch.
    pub(super) fn next_batch(&mut self, texts: &mut Texts) {
        if texts.numbers() > MOST_STRINGS || texts.bytes() > MOST_BYTES {
            texts.clear();
            self.places.fill(Place::default());
            (self.kept, self.empty) = (0, None);
        } else {
            texts.clear_cells();
        }
    }

    #[cold]
    fn add(&mut self, cell: &[u8], hash: u64, at: usize, texts: &mut Texts) -> u32 {
        let bare = bare_text(cell);
        if is_missing(&bare) || self.is_nobody(&bare) {
            return self.empty(texts);
        }
        if *bare != *cell {
            return self.number(&bare, texts);
        }
        // The decoder hands out UTF-8 only, and no cell ends within a character, since delimiters are ASCII.
        let number = texts.add(&String::from_utf8_lossy(cell));
        self.places[at] = Place { hash: hash as u32, number: number + 1 };
        self.kept += 1;
        if self.kept * 2 > self.places.len() {
            self.grow(texts);
        }
        number
    }

    /// Whether a cell stands for nobody.
    fn is_nobody(&self, cell: &[u8]) -> bool {
        let zero = self.nobody == Nobody::GuestsAndZero && matches!(cell, b"0" | b"0.0" | b"-1");
        zero || self.names.as_ref().is_some_and(|names| names.has(cell))
    }

    /// The number of the empty string.
    pub(super) fn empty(&mut self, texts: &mut Texts) -> u32 {
        *self.empty.get_or_insert_with(|| texts.add(""))
    }

    fn grow(&mut self, texts: &Texts) {
        let places = vec![Place::default(); self.places.len() * 2];
        let before = std::mem::replace(&mut self.places, places);
        for place in before.into_iter().filter(|place| place.number != 0) {
            let hash = hash(texts.bytes_of(place.number as usize - 1));
            let at = self.place_for(hash, |_| false);
            self.places[at] = place;
        }
    }

    /// The place of the string with this hash that `is_it`, or the free one where it would be kept.
    #[inline]
    fn place_for(&self, hash: u64, is_it: impl Fn(usize) -> bool) -> usize {
        let last = self.places.len() - 1;
        let mut at = (hash >> 32) as usize & last;
        loop {
            let Place { hash: known, number } = self.places[at];
            if number == 0 || (known == hash as u32 && is_it(number as usize - 1)) {
                return at;
            }
            at = (at + 1) & last;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn cells_say_what_they_said(batches in proptest::collection::vec(proptest::collection::vec("[a-c ]{0,4}|NULL|[a-z]{9}", 0..60), 1..5)) {
            let (mut dictionary, mut texts) = (Dictionary::new(Nobody::Missing), Texts::default());
            for cells in batches {
                for cell in &cells {
                    let number = dictionary.number(cell.as_bytes(), &mut texts);
                    texts.push_number(number, 1);
                }
                let expect = cells.iter().map(|cell| if cell == "NULL" { "" } else { cell.trim() });
                prop_assert!(texts.iter().eq(expect));
                dictionary.next_batch(&mut texts);
            }
        }
    }

    #[test]
    fn a_string_that_comes_again_keeps_its_number_until_there_are_too_many() {
        let (mut dictionary, mut texts) = (Dictionary::new(Nobody::Missing), Texts::default());
        let mut number = |text: &str, texts: &mut Texts| dictionary.number(text.as_bytes(), texts);
        let names: Vec<String> = (0..=MOST_STRINGS).map(|number| number.to_string()).collect();
        for round in 0..2 {
            assert!(
                (0..).zip(&names[..MOST_STRINGS]).all(|(at, name)| number(name, &mut texts) == at),
                "{round}"
            );
        }
        dictionary.next_batch(&mut texts);
        assert_eq!(texts.numbers(), MOST_STRINGS);
        dictionary.number(names[MOST_STRINGS].as_bytes(), &mut texts);
        dictionary.next_batch(&mut texts);
        assert_eq!(texts.numbers(), 0);
        assert_eq!(dictionary.number(names[5].as_bytes(), &mut texts), 0);
    }

    #[test]
    fn what_is_no_text_is_still_a_cell() {
        let (mut dictionary, mut texts) = (Dictionary::new(Nobody::Missing), Texts::default());
        let number = dictionary.number(b"a\xFFb", &mut texts);
        texts.push_number(number, 1);
        assert_eq!(texts.get(0), "a\u{fffd}b");
    }

    #[test]
    fn guests_are_nobody() {
        let (mut dictionary, mut texts) = (Dictionary::new(Nobody::Guests), Texts::default());
        let empty = dictionary.number(b"", &mut texts);
        assert_eq!(dictionary.number(b" Guest ", &mut texts), empty);
        assert_eq!(dictionary.number(b"Laufkunde", &mut texts), empty);
        assert_ne!(dictionary.number(b"0", &mut texts), empty);
        assert_ne!(dictionary.number(b"Guest & Sons", &mut texts), empty);
        let mut dictionary = Dictionary::new(Nobody::GuestsAndZero);
        let empty = dictionary.number(b"", &mut texts);
        assert_eq!(dictionary.number(b"0", &mut texts), empty);
    }
}
