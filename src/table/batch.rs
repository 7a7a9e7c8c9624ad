//! What pass 2 hands out: columns of typed cells.

/// A run of rows, column by column in the order of the [`Reading`](crate::table::Reading).
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Where each row stood in the file, counted as a spreadsheet does (a header is row 1).
    pub rows: Vec<u64>,
    /// A hash of all cells of each row as they stand, in a file of transactions; else empty. Equal rows have equal ones.
    pub fingerprints: Vec<u64>,
    /// One entry for each column of the file.
    pub columns: Vec<Cells>,
}

/// The cells of one column. Every kind but `Unread` has one entry for each row of the batch.
#[derive(Debug, Clone)]
pub enum Cells {
    /// The column has no role that needs its cells.
    Unread,
    /// Numbers for features; `NaN` where missing or unreadable.
    Numbers(Vec<f64>),
    /// Exact decimals for money and quantities: `units` of 10^-`scale`, [`MISSING`] where missing or unreadable.
    Exact {
        /// The mantissas.
        units: Vec<i64>,
        /// Decimal places, the same for the whole column.
        scale: u8,
    },
    /// Civil moments in seconds since 1970-01-01T00:00:00, without a zone; [`MISSING`] where missing or unreadable.
    Moments(Vec<i64>),
    /// Text as it stands, blanks around it trimmed; empty where missing.
    Texts(Texts),
}

/// Stands for a missing cell among [`Cells::Exact`] and [`Cells::Moments`].
pub const MISSING: i64 = i64::MIN;

/// Strings end to end in one buffer, so that a million cells are no million allocations; one that comes several times in a row stands
/// there once.
#[derive(Clone, Default)]
pub struct Texts {
    text: String,
    /// Where each run of equal strings ends in `text`.
    ends: Vec<usize>,
    /// The run of each string.
    runs: Vec<u32>,
}

impl Batch {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True where it holds no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Equal where the strings are, however runs of them came in.
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
        self.push_run(text, 1);
    }

    /// Appends one string several times.
    pub(super) fn push_run(&mut self, text: &str, times: usize) {
        let same = self.ends.len().checked_sub(1).filter(|last| self.run(*last) == text);
        let run = same.unwrap_or_else(|| {
            self.text.push_str(text);
            self.ends.push(self.text.len());
            self.ends.len() - 1
        });
        self.runs.extend(std::iter::repeat_n(run as u32, times));
    }

    /// Appends several strings that stand end to end in `text`, each by where it ends there and how many times it comes.
    pub(super) fn push_runs(&mut self, text: &str, runs: &[(usize, usize)]) {
        let before = self.text.len();
        self.text.push_str(text);
        for &(end, times) in runs {
            let run = self.ends.len() as u32;
            self.ends.push(before + end);
            self.runs.extend(std::iter::repeat_n(run, times));
        }
    }

    /// The string at `index`.
    #[inline]
    pub fn get(&self, index: usize) -> &str {
        self.run(self.run_at(index))
    }

    /// The number of the run that the string at `index` is part of: whoever looks a string up need do it only once a run.
    #[inline]
    pub fn run_at(&self, index: usize) -> usize {
        self.runs[index] as usize
    }

    /// The string of each run in order; some of them may be equal.
    pub fn runs(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|run| self.run(run))
    }

    fn run(&self, run: usize) -> &str {
        let start = if run == 0 { 0 } else { self.ends[run - 1] };
        &self.text[start..self.ends[run]]
    }

    /// Number of strings.
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// True where it holds no string.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// All strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Forgets all strings and keeps the memory.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.runs.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_in_a_row_stand_once() {
        let mut texts = Texts::default();
        texts.push_run("a", 2);
        texts.push("a");
        texts.push("");
        texts.push_run("bc", 2);
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["a", "a", "a", "", "bc", "bc"]);
        assert_eq!(texts.runs().collect::<Vec<_>>(), ["a", "", "bc"]);
        assert_eq!((0..6).map(|index| texts.run_at(index)).collect::<Vec<_>>(), [0, 0, 0, 1, 2, 2]);
        texts.clear();
        texts.push("");
        assert_eq!((texts.len(), texts.get(0)), (1, ""));
    }
}
