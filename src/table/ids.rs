//! Ids of customers and orders.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The id that `id` means. What looks the same is the same: letters are compared as Unicode's form NFKC has them (`ü` in one piece or two,
/// full-width digits as narrow ones), runs of blanks of whatever kind are one blank, and characters that nobody sees are none.
/// Spreadsheets and data frames write whole numbers as `17850.0`, which is customer `17850`; and an e-mail address is one whether or not
/// it is written in capitals. RFC 5321 would tell `Eva@` from `eva@`; no mail provider does.
pub fn canonical_id(id: &str) -> Cow<'_, str> {
    let id = if is_plain(id.as_bytes()) { Cow::Borrowed(id) } else { looked_at(id) };
    match id {
        Cow::Borrowed(id) => by_meaning(id),
        Cow::Owned(id) => Cow::Owned(by_meaning(&id).into_owned()),
    }
}

/// What an address and a whole number mean.
fn by_meaning(id: &str) -> Cow<'_, str> {
    if super::shapes::is_email(id.as_bytes()) {
        let capitals = id.chars().any(|letter| letter.is_uppercase());
        return if capitals { id.to_lowercase().into() } else { id.into() };
    }
    without_fraction(id).unwrap_or(id).into()
}

/// `17850` of `17850.0`; `None` of any other id.
fn without_fraction(id: &str) -> Option<&str> {
    let (whole, fraction) = id.split_once('.')?;
    let zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
    let digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    (zeros && digits).then_some(whole)
}

/// ASCII without blanks in a row, as nearly all ids are: nothing else looks like it.
fn is_plain(id: &[u8]) -> bool {
    let visible = |byte: u8| (b'!'..=b'~').contains(&byte);
    match id {
        [] => true,
        [first, .., last] | [first @ last] if !visible(*first) || !visible(*last) => false,
        _ => id
            .windows(2)
            .all(|pair| (visible(pair[0]) || pair[0] == b' ') && (visible(pair[1]) || pair[0] != b' ')),
    }
}

/// The id as it looks.
fn looked_at(id: &str) -> Cow<'_, str> {
    let seen: String = id.chars().filter(|letter| !is_invisible(*letter)).collect();
    let seen = match is_nfkc_quick(seen.chars()) {
        IsNormalized::Yes => seen,
        _ => seen.nfkc().collect(),
    };
    let mut words = seen.split_whitespace();
    let mut one = words.next().unwrap_or_default().to_owned();
    words.for_each(|word| {
        one.push(' ');
        one.push_str(word);
    });
    if one == id { Cow::Borrowed(id) } else { Cow::Owned(one) }
}

/// Joiners, marks of direction, soft hyphens, byte order marks and control characters.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || (letter.is_control() && !letter.is_whitespace())
}

/// Whether two ids that are written differently say the same customer in a way that is worth telling: not where one is the other with
/// a fraction of zeros, which is how programs write whole numbers.
pub(super) fn is_only_a_fraction(written: &str, meant: &str) -> bool {
    without_fraction(written) == Some(meant)
}

/// Whether a spreadsheet cut this id: it is written as `6.20451E+12`, or has more than fifteen digits, those behind them all zeros.
pub(super) fn is_cut(cell: &[u8]) -> bool {
    let digits = cell.iter().filter(|byte| byte.is_ascii_digit()).count();
    if digits == cell.len() {
        let zeros = cell.iter().rev().take_while(|byte| **byte == b'0').count();
        return digits > 15 && digits - 15 <= zeros;
    }
    let Some(at) = cell.iter().position(|byte| matches!(byte, b'E' | b'e')) else { return false };
    let (number, power) = (&cell[..at], &cell[at + 1..]);
    let power = power.strip_prefix(b"+").unwrap_or(b"");
    let mark = number.iter().filter(|byte| matches!(byte, b'.' | b',')).count();
    let plain = number.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let places = power.len() == 2 && power.iter().all(u8::is_ascii_digit);
    plain && mark <= 1 && number.first().is_some_and(u8::is_ascii_digit) && places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(id: &str, expect: &str) {
        assert_eq!(canonical_id(id), expect, "{id:?}");
    }

    #[test]
    fn ids_that_were_numbers() {
        for (id, expect) in [
            ("17850.0", "17850"),
            ("17850", "17850"),
            ("1.2.0", "1.2.0"),
            ("A.0", "A.0"),
            (".0", ".0"),
            ("5.", "5."),
        ] {
            check(id, expect);
        }
    }

    #[test]
    fn addresses_in_capitals() {
        for (id, expect) in [
            ("Eva.Meyer@Example.COM", "eva.meyer@example.com"),
            ("eva.meyer@example.com", "eva.meyer@example.com"),
            ("JÜRGEN@example.de", "jürgen@example.de"),
            ("@Eva", "@Eva"),
            ("A7@B", "A7@B"),
            ("Ab12", "Ab12"),
        ] {
            check(id, expect);
        }
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (id, expect) in [
            ("Zoe\u{308} Brontë", "Zoë Brontë"),
            ("Łódz\u{301} S.A.", "Łódź S.A."),
            ("Café\u{a0}du  Port", "Café du Port"),
            (" K-17\u{a0}", "K-17"),
            ("K\u{200b}-17\u{feff}", "K-17"),
            ("\u{202b}3071\u{202c}", "3071"),
            ("Ｋ－１７", "K-17"),
            ("３０７１.0", "3071"),
            ("Muster\u{ad}mann", "Mustermann"),
            ("EVA\u{200e}@EXAMPLE.COM", "eva@example.com"),
            ("ガ", "ガ"),
            ("カ\u{3099}", "ガ"),
            ("\u{3000}山田\u{3000}太郎", "山田 太郎"),
            ("A\tB", "A B"),
            ("Firma Adler", "Firma Adler"),
            ("FIRMA Adler", "FIRMA Adler"),
            ("", ""),
            ("\u{200b}", ""),
        ] {
            check(id, expect);
        }
        assert!(matches!(canonical_id("plain id 17"), Cow::Borrowed(_)));
    }

    #[test]
    fn ids_that_a_spreadsheet_cut() {
        for id in ["6.20451E+12", "6,20451E+12", "4e+15", "1E+13", "123456789012345000", "1234567890123450"] {
            assert!(is_cut(id.as_bytes()), "{id}");
        }
        for id in [
            "620451000000",
            "1234567890123456",
            "7E12",
            "B6E+12",
            "E+12",
            "12E",
            "",
            "100000000000000",
            "1E+1x",
        ] {
            assert!(!is_cut(id.as_bytes()), "{id}");
        }
    }
}
