//! What stands around and within a cell and is no part of what it says: guards that keep spreadsheets from reckoning with it, marks for
//! the direction of writing, digits of other scripts.

use std::borrow::Cow;

use super::cells::trim;

/// A trimmed cell without guards (`="007"`, `'-5.00`), without marks that nobody sees, and with the digits 0 to 9 for those of other
/// scripts. Nearly every cell is lent as it stands.
#[inline]
pub(super) fn bare(cell: &[u8]) -> Cow<'_, [u8]> {
    let plain = cell.iter().all(u8::is_ascii) && !cell.first().is_some_and(|first| b"='`".contains(first));
    if plain { Cow::Borrowed(cell) } else { unwrapped(cell) }
}

/// The [`bare`] form of a text: its digits stay in their script where it has letters of one, too.
pub(super) fn bare_text(cell: &[u8]) -> Cow<'_, [u8]> {
    let found = bare(cell);
    if found.is_ascii() || *found == *cell { found } else { rewritten(unguarded(cell), unmarked) }
}

#[cold]
fn unwrapped(cell: &[u8]) -> Cow<'_, [u8]> {
    match rewritten(unguarded(cell), |letter| unmarked(letter).map(in_ascii)) {
        Cow::Borrowed(cell) => Cow::Borrowed(unguarded(cell)),
        Cow::Owned(text) => Cow::Owned(unguarded(trim_all(&text)).to_vec()),
    }
}

/// A cell whose characters `keep` changes or drops.
fn rewritten(cell: &[u8], keep: impl Fn(char) -> Option<char>) -> Cow<'_, [u8]> {
    let Some(text) = std::str::from_utf8(cell).ok().filter(|text| !text.is_ascii()) else {
        return Cow::Borrowed(cell);
    };
    if text.chars().all(|letter| keep(letter) == Some(letter)) {
        return Cow::Borrowed(trim_all(cell));
    }
    let kept: String = text.chars().filter_map(keep).collect();
    Cow::Owned(trim_all(kept.as_bytes()).to_vec())
}

/// Without the blanks of more than one byte at either end, too.
fn trim_all(cell: &[u8]) -> &[u8] {
    std::str::from_utf8(cell).map_or(cell, |text| text.trim().as_bytes())
}

/// Without what keeps a spreadsheet from taking a cell for a number or a formula: `="…"`, an apostrophe or, in bills of Chinese payment
/// services, a grave accent before it. An apostrophe before a word is part of it: `'s-Hertogenbosch`.
fn unguarded(cell: &[u8]) -> &[u8] {
    let inner = match cell {
        [b'=', b'"', inner @ .., b'"'] => inner,
        [b'`', inner @ ..] => inner,
        [b'\'', inner @ ..]
            if inner.first().is_none_or(|first| !first.is_ascii_alphabetic() && *first < 0x80) =>
        {
            inner.strip_suffix(b"'").unwrap_or(inner)
        }
        _ => return cell,
    };
    trim(inner)
}

/// `None` for what shows nothing and only says in which direction to write, or where a file begins.
fn unmarked(letter: char) -> Option<char> {
    let mark = matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}' | '\u{2060}')
        || ('\u{202a}'..='\u{202e}').contains(&letter)
        || ('\u{2066}'..='\u{2069}').contains(&letter);
    (!mark).then_some(letter)
}

/// The zeros of scripts whose digits follow each other (Unicode, general category Nd): Arabic, Persian, N'Ko, Devanagari, Bengali,
/// Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam, Thai, Lao, Tibetan, Burmese, Khmer, full width.
const ZEROS: [char; 18] = [
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}',
    '\u{c66}', '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}', '\u{ff10}',
];

/// The digit, mark or sign of ASCII that a character is a form of; itself where there is none.
fn in_ascii(letter: char) -> char {
    let digit = ZEROS.iter().find_map(|zero| {
        let value = u32::from(letter).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10)
    });
    match letter {
        '\u{66b}' => '.',
        '\u{60c}' => ',',
        '\u{66a}' => '%',
        // Full width: the signs of ASCII, in their order.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => digit.unwrap_or(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expect: &str) {
        assert_eq!(String::from_utf8_lossy(&bare(cell.as_bytes())), expect, "{cell:?}");
    }

    #[test]
    fn guards_are_taken_off() {
        check("=\"0042\"", "0042");
        check("=\"\"", "");
        check("='-5", "='-5");
        check("'-142.20", "-142.20");
        check("'0042", "0042");
        check("'2024-01-03'", "2024-01-03");
        check("`20240103", "20240103");
        check("'s-Hertogenbosch", "'s-Hertogenbosch");
        check("'été", "'été");
        check("l'été", "l'été");
        check("=SUM(A1:A3)", "=SUM(A1:A3)");
        check("'", "");
    }

    #[test]
    fn unseen_marks_and_other_digits() {
        check("\u{200f}220.63 \u{200f}₪", "220.63 ₪");
        check("\u{200e}02/01/2024", "02/01/2024");
        check("\u{202a}+49 30\u{202c}", "+49 30");
        check("۱۴۰۲/۱۰/۱۳", "1402/10/13");
        check("١٢٫٥٠", "12.50");
        check("۳٬۶۳۶", "3٬636");
        check("१२३", "123");
        check("２０２４／０１／０３", "2024/01/03");
        check("（１２．５０）", "(12.50)");
        check("๑๒๓", "123");
        check("\u{a0}12\u{a0}", "12");
        check("Größe", "Größe");
    }

    #[test]
    fn texts_keep_the_digits_of_their_script() {
        let text = |cell: &str| String::from_utf8_lossy(&bare_text(cell.as_bytes())).into_owned();
        assert_eq!(text("۳۰۹۲"), "3092");
        assert_eq!(text("محصول ۱۲"), "محصول ۱۲");
        assert_eq!(text("\u{200f}محصول ۱۲"), "محصول ۱۲");
        assert_eq!(text("=\"Käse\""), "Käse");
    }
}
