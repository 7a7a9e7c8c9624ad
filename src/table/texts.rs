//! Columns of text in a batch, and what is found out about their strings.

use super::block::is_same;

/// Strings end to end in one buffer, so that a million cells are no million allocations; one that comes again may stand there once.
#[derive(Clone, Default)]
pub struct Texts {
    text: String,
    /// Where each string ends in `text`.
    ends: Vec<usize>,
    /// For each cell the number of its string.
    cells: Vec<u32>,
}

/// What was found out about each string of a column, from batch to batch: whoever reads a column of a few thousand names a million times
/// over does so once for each of them.
#[derive(Debug, Clone)]
pub struct Memo<T> {
    /// The strings that it is about.
    text: String,
    ends: Vec<usize>,
    found: Vec<T>,
}

/// Equal where the strings are, however they came in.
impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Texts {}

impl std::fmt::Debug for Texts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}

impl Texts {
    /// Appends one string.
    pub fn push(&mut self, text: &str) {
        let last = self.ends.len().checked_sub(1).filter(|last| self.string(*last) == text);
        let number = last.map_or_else(|| self.add(text), |last| last as u32);
        self.cells.push(number);
    }

    /// The string at `index`.
    #[inline]
    pub fn get(&self, index: usize) -> &str {
        self.string(self.number(index))
    }

    /// The number of the string at `index`: cells with one number hold one string, though not the other way round.
    #[inline]
    pub fn number(&self, index: usize) -> usize {
        self.cells[index] as usize
    }

    /// Number of strings.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// True where it holds no string.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// All strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// The string of a number.
    #[inline]
    pub(super) fn string(&self, number: usize) -> &str {
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.text[start..self.ends[number]]
    }

    /// The bytes of the string of a number.
    #[inline]
    pub(super) fn bytes_of(&self, number: usize) -> &[u8] {
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.text.as_bytes()[start..self.ends[number]]
    }

    /// How many numbers there are.
    pub(super) fn numbers(&self) -> usize {
        self.ends.len()
    }

    /// Bytes of all strings that have a number.
    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Gives a string a number.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        self.ends.push(self.text.len());
        (self.ends.len() - 1) as u32
    }

    /// Appends cells that hold the string of a number.
    #[inline]
    pub(super) fn push_number(&mut self, number: u32, times: usize) {
        if times == 1 {
            self.cells.push(number);
        } else {
            self.cells.extend(std::iter::repeat_n(number, times));
        }
    }

    /// Puts the string of a number in the place of another cell's.
    pub(super) fn set_number(&mut self, index: usize, number: u32) {
        self.cells[index] = number;
    }

    /// Forgets the cells and keeps the numbers.
    pub(super) fn clear_cells(&mut self) {
        self.cells.clear();
    }

    /// Forgets everything and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.cells.clear();
    }
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Memo { text: String::new(), ends: Vec::new(), found: Vec::new() }
    }
}

impl<T> Memo<T> {
    /// What `find` says of each string of `texts`, by its number; asked only for those that it was not asked for before. A string may be
    /// none of a cell in this batch.
    ///
    /// # Errors
    /// What `find` answers.
    pub fn of<E>(&mut self, texts: &Texts, mut find: impl FnMut(&str) -> Result<T, E>) -> Result<&[T], E> {
        // The numbers of another file, or begun anew, are other strings'.
        if !self.is_about(texts) {
            *self = Memo::default();
        }
        self.text.push_str(&texts.text[self.text.len()..]);
        while self.found.len() < texts.ends.len() {
            let number = self.found.len();
            self.found.push(find(texts.string(number))?);
            self.ends.push(texts.ends[number]);
        }
        Ok(&self.found)
    }

    /// Whether the strings known are the first of these. Compared by words: wasm's `memcmp` goes byte by byte.
    fn is_about(&self, texts: &Texts) -> bool {
        let same_ends = self.ends.len() <= texts.ends.len()
            && self.ends.iter().zip(&texts.ends).fold(true, |same, (one, other)| same & (one == other));
        let text = texts.text.as_bytes().get(..self.text.len());
        same_ends && text.is_some_and(|text| is_same(text, self.text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_in_a_row_stand_once() {
        let mut texts = Texts::default();
        for text in ["a", "a", "a", "", "bc", "bc", "a"] {
            texts.push(text);
        }
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["a", "a", "a", "", "bc", "bc", "a"]);
        assert_eq!((0..7).map(|index| texts.number(index)).collect::<Vec<_>>(), [0, 0, 0, 1, 2, 2, 3]);
        let mut other = Texts::default();
        let numbers = ["bc", "a", ""].map(|text| other.add(text));
        for (at, times) in [(1, 3), (2, 1), (0, 2)] {
            other.push_number(numbers[at], times);
        }
        assert_ne!(other, texts);
        other.push_number(numbers[1], 1);
        assert_eq!(other, texts);
        other.clear_cells();
        other.push_number(numbers[0], 1);
        assert_eq!((other.len(), other.get(0)), (1, "bc"));
        other.clear();
        other.push("");
        assert_eq!((other.len(), other.get(0)), (1, ""));
    }

    #[test]
    fn each_string_is_asked_for_once_as_long_as_it_keeps_its_number() {
        let (mut memo, mut asked) = (Memo::default(), Vec::new());
        let mut lengths = |texts: &Texts| {
            let find = |text: &str| {
                asked.push(text.to_owned());
                Ok::<usize, ()>(text.len())
            };
            let found = memo.of(texts, find).unwrap();
            texts.cells.iter().map(|&number| found[number as usize]).collect::<Vec<_>>()
        };
        let mut texts = Texts::default();
        ["a", "bc", "a"].iter().for_each(|text| texts.push(text));
        assert_eq!(lengths(&texts), [1, 2, 1]);
        texts.clear_cells();
        texts.push_number(1, 2);
        texts.push("def");
        assert_eq!(lengths(&texts), [2, 2, 3]);
        // Other strings of the same lengths, end to end alike or not.
        let mut others = Texts::default();
        ["ab", "c", "a", "def"].iter().for_each(|text| others.push(text));
        assert_eq!(lengths(&others), [2, 1, 1, 3]);
        assert_eq!(lengths(&Texts::default()), [0; 0]);
        assert_eq!(asked, ["a", "bc", "a", "def", "ab", "c", "a", "def"]);
    }

    #[test]
    fn an_answer_that_fails_is_asked_for_again() {
        let mut memo = Memo::default();
        let mut texts = Texts::default();
        ["a", "b"].iter().for_each(|text| texts.push(text));
        assert_eq!(memo.of(&texts, |text| if text == "a" { Ok(1) } else { Err(()) }), Err(()));
        assert_eq!(
            memo.of(&texts, |text| if text == "b" { Ok::<_, ()>(2) } else { Err(()) }),
            Ok(&[1, 2][..])
        );
    }
}
