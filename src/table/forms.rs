//! What cells look like that cannot be read, drawn by class of character, so that no value is told.

use super::ColumnType;
use super::evidence::Evidence;

/// The different forms of a column's values that are neither numbers nor dates.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// In the order they came in.
    known: Vec<String>,
    /// Whether there were more than are kept.
    full: bool,
}

/// Forms of a column that are told apart; a column with more has none to speak of.
const MOST: usize = 64;

/// Characters of a form that are drawn.
const LONGEST: usize = 24;

/// Forms that are told of a column.
const TOLD: usize = 3;

impl Forms {
    /// The number of a value's form, from 1 on; 0 where it is not told apart.
    pub(super) fn number(&mut self, cell: &[u8]) -> u8 {
        if self.full {
            return 0;
        }
        let form = form(cell);
        let at = self.known.iter().position(|known| *known == form).unwrap_or_else(|| {
            self.known.push(form);
            self.known.len() - 1
        });
        self.full = self.known.len() > MOST;
        if self.full { 0 } else { at as u8 + 1 }
    }

    /// The forms with how many cells have each, by their numbers; the most frequent first.
    pub(super) fn counted(self, counts: &[u64]) -> Vec<(String, u64)> {
        if self.full {
            return Vec::new();
        }
        let counts = counts.iter().skip(1).copied().chain(std::iter::repeat(0));
        let mut found: Vec<(String, u64)> =
            self.known.into_iter().zip(counts).filter(|(_, count)| *count > 0).collect();
        found.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        found
    }
}

/// 9 for a digit, A for a letter, signs as they stand; of long runs only the beginning.
fn form(cell: &[u8]) -> String {
    let text = String::from_utf8_lossy(cell);
    let mut form = String::new();
    let (mut run, mut before) = (0, ' ');
    for letter in text.chars() {
        let class = match letter {
            _ if letter.is_numeric() => '9',
            _ if letter.is_alphabetic() => 'A',
            _ if letter.is_whitespace() => ' ',
            _ if letter.is_ascii_punctuation() || "€£¥₹₪₽₺".contains(letter) => letter,
            _ => '·',
        };
        run = if class == before { run + 1 } else { 1 };
        before = class;
        let most = if class == '9' { 4 } else { 3 };
        match run.cmp(&(most + 1)) {
            std::cmp::Ordering::Less => form.push(class),
            std::cmp::Ordering::Equal => form.push('…'),
            std::cmp::Ordering::Greater => {}
        }
        if form.chars().count() >= LONGEST {
            form.push('…');
            break;
        }
    }
    form
}

/// How the cells look that do not fit a column of this type, read under the mark at `index` of the two decimal marks: the most frequent
/// forms with how many cells have each, `31 × '99.99`.
pub(super) fn misfits(column: &Evidence, kind: ColumnType, index: usize) -> Vec<String> {
    let mut found = column.forms.clone();
    let numbers = &column.numbers;
    let dates = column.dates.best_orders().1;
    match kind {
        ColumnType::Number if dates > 0 && numbers.under(index).count > 0 => {
            let written = if column.dates.year_first * 2 > dates { "9999-99-99" } else { "99/99/9999" };
            found.push((written.to_owned(), dates));
        }
        ColumnType::Date => {
            let plain = numbers.under(0).count.saturating_sub(dates);
            found.push(("9999".to_owned(), plain));
        }
        _ => {}
    }
    if kind == ColumnType::Number {
        let other = if index == 0 { "9,99" } else { "9.99" };
        found.push((other.to_owned(), numbers.only[1 - index]));
    }
    found.retain(|(_, count)| *count > 0);
    found.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    found.into_iter().take(TOLD).map(|(form, count)| format!("{count} × {form}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_show_no_value() {
        for (cell, expect) in [
            ("12-MAR-2024", "99-AAA-9999"),
            ("1.234,50 Stück", "9.999,99 AAA…"),
            ("Anna-Lena", "AAA…-AAA…"),
            ("4111111111111111", "9999…"),
            ("٣ روز", "9 AAA"),
            ("☎ 12", "· 99"),
            ("", ""),
        ] {
            assert_eq!(form(cell.as_bytes()), expect, "{cell}");
        }
        assert!(form(&b"a1".repeat(100)).chars().count() <= LONGEST + 1);
    }

    #[test]
    fn a_column_of_many_forms_has_none_to_speak_of() {
        let mut forms = Forms::default();
        assert_eq!((forms.number(b"ab"), forms.number(b"12a"), forms.number(b"xy")), (1, 2, 1));
        assert_eq!(forms.counted(&[9, 3, 4]), [("99A".to_owned(), 4), ("AA".to_owned(), 3)]);
        let mut forms = Forms::default();
        for length in 1..100usize {
            forms.number("-+".repeat(length).as_bytes());
            forms.number("a-1".repeat(length % 7).as_bytes());
            forms.number(format!("{}x", "*/".repeat(length % 11) + &"-1".repeat(length % 9)).as_bytes());
        }
        assert!(forms.full);
        assert!(forms.counted(&[0; 99]).is_empty());
    }
}
