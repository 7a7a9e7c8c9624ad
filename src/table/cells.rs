//! What all columns have in common: blanks, words for "missing", and counting cells by row.

use crate::limits::ROWS_LISTED;

/// Counts cells and remembers the rows of the first few.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// How many.
    pub(super) count: u64,
    /// Rows of the first [`ROWS_LISTED`].
    pub(super) rows: Vec<u64>,
}

impl Tally {
    /// Counts one more.
    pub(super) fn add(&mut self, row: u64) {
        self.count += 1;
        if self.rows.len() < ROWS_LISTED {
            self.rows.push(row);
        }
    }

    /// Counts all that `later`, from further down the file, counted.
    pub(super) fn extend(&mut self, later: &Tally) {
        self.count += later.count;
        let room = ROWS_LISTED - self.rows.len();
        if room > 0 {
            self.rows.extend(later.rows.iter().take(room));
        }
    }

    /// Starts again from nothing.
    pub(super) fn clear(&mut self) {
        self.count = 0;
        self.rows.clear();
    }
}

/// Lower-case words that mean that there is no value.
const MISSING_WORDS: [&str; 18] = [
    "-",
    "--",
    "—",
    "?",
    "na",
    "n/a",
    "#n/a",
    "n.a.",
    "nan",
    "null",
    "(null)",
    "none",
    "nil",
    "\\n",
    "k.a.",
    "keine angabe",
    "not available",
    "<na>",
];

/// True where a trimmed cell holds no value: empty, a word that says so, or a spreadsheet's error.
pub(super) fn is_missing(cell: &[u8]) -> bool {
    match cell {
        [] => true,
        [b'0'..=b'9', ..] => false,
        [b'#', ..] => is_spreadsheet_error(cell),
        _ if cell.len() > 13 => false,
        _ => MISSING_WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes())),
    }
}

/// `#DIV/0!`, `#VALUE!`, `#N/A`, and the `#######` of a cell too narrow for its number.
fn is_spreadsheet_error(cell: &[u8]) -> bool {
    let word = &cell[1..];
    let named = word.ends_with(b"!") || word.ends_with(b"?") || word.eq_ignore_ascii_case(b"N/A");
    (named && word.iter().all(|byte| byte.is_ascii_uppercase() || b"/0!?".contains(byte)))
        || word.iter().all(|byte| *byte == b'#')
        || word.eq_ignore_ascii_case(b"n/a")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_words() {
        for cell in
            ["", "NULL", "n/a", "NaN", "-", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#######", "<NA>", "None"]
        {
            assert!(is_missing(cell.as_bytes()), "{cell}");
        }
        for cell in ["0", "no", "-1", "Nadine", "#1001", "#A!B", "null and void", "unbekannt?"] {
            assert!(!is_missing(cell.as_bytes()), "{cell}");
        }
    }

    #[test]
    fn tallies_add_up() {
        let mut tally = Tally::default();
        (1..=3).for_each(|row| tally.add(row));
        let mut later = Tally::default();
        (4..=20).for_each(|row| later.add(row));
        tally.extend(&later);
        assert_eq!(tally, Tally { count: 20, rows: vec![1, 2, 3, 4, 5] });
    }
}
