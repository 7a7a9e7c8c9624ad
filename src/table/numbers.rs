//! Numbers as people and programs write them, read from bytes without allocation.
//!
//! A column is read under one [`DecimalMark`]. What the other mark would be is a group mark there and must stand before exactly
//! three digits; so most cells with a mark fit only one of the two readings, and that is the evidence pass 1 counts.

use serde::{Deserialize, Serialize};

use super::currency;
use super::digits::{short, short_word};
use super::wrapping::bare;

/// What separates whole units from their fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum DecimalMark {
    /// `1,234.50`
    #[serde(rename = ".")]
    Point,
    /// `1.234,50`
    #[serde(rename = ",")]
    Comma,
}

/// Most decimal places that exact sums keep. A price and a quantity of six places each multiply to twelve, so a product still
/// has 26 digits to the left of the mark in an `i128`; more places than that are binary noise (`261.95999999999998`).
pub const MOST_PLACES: u8 = 6;

/// A decimal number: `mantissa` × 10^`exponent`, from its first 18 significant digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    mantissa: i64,
    exponent: i32,
}

/// Beyond this exponent a number is infinite as a double anyway; the words for infinity are read as such a number.
const INFINITE: i32 = 9_999;

/// Digits an `i64` holds whatever they are.
const DIGITS: u32 = 18;

const TEN: [i64; 19] = {
    let mut powers = [1i64; 19];
    let mut place = 1;
    while place < powers.len() {
        powers[place] = powers[place - 1] * 10;
        place += 1;
    }
    powers
};

/// Powers of ten that are exact as doubles.
const EXACT_TEN: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// Reads one cell; `None` where it is no number under this mark. Blanks and guards around it do not matter; currency signs, grouped
/// thousands, brackets or a trailing minus for negatives, a percent sign (a hundredth), an exponent and the digits of other scripts are
/// understood.
#[inline]
pub(super) fn read(cell: &[u8], mark: DecimalMark) -> Option<Decimal> {
    match short(cell, mark.byte()) {
        Some((mantissa, exponent)) => Some(Decimal { mantissa, exponent }),
        None => long(cell, mark),
    }
}

/// [`read`] of a cell of at most eight bytes as a word, the first lowest; `None` where that alone does not tell.
#[inline]
pub(super) fn read_word((word, length): (u64, usize), mark: DecimalMark) -> Option<Decimal> {
    let (mantissa, exponent) = short_word(word, length, mark.byte())?;
    Some(Decimal { mantissa, exponent })
}

fn long(cell: &[u8], mark: DecimalMark) -> Option<Decimal> {
    plain(cell, mark).or_else(|| {
        let cell = bare(cell.trim_ascii());
        let cell = cell.as_ref();
        let letters = cell.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
        let hopeful = cell.iter().any(u8::is_ascii_digit) || says_infinity(cell);
        if hopeful && letters <= MOST_LETTERS { dressed(cell, mark) } else { None }
    })
}

/// Letters that the longest name of a currency, an exponent and a word for infinity have together, and some more.
const MOST_LETTERS: usize = 16;

/// The only numbers without a digit.
fn says_infinity(cell: &[u8]) -> bool {
    is_infinity(cell.strip_prefix(b"-").or_else(|| cell.strip_prefix(b"+")).unwrap_or(cell))
}

/// `-123.45` and nothing else: what nearly every cell of nearly every file is.
fn plain(cell: &[u8], mark: DecimalMark) -> Option<Decimal> {
    let (negative, digits) = match cell.first()? {
        b'-' => (true, &cell[1..]),
        _ => (false, cell),
    };
    if digits.len() > DIGITS as usize {
        return None;
    }
    let mark = mark.byte();
    let mut mantissa = 0i64;
    let mut places = None;
    for (index, &byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
            _ if byte == mark && places.is_none() && index > 0 => places = Some(digits.len() - index - 1),
            _ => return None,
        }
    }
    if digits.is_empty() || places == Some(0) {
        return None;
    }
    let exponent = -(places.unwrap_or(0) as i32);
    Some(Decimal { mantissa: if negative { -mantissa } else { mantissa }, exponent })
}

/// Everything that may stand around the digits, from the outside inwards.
fn dressed(cell: &[u8], mark: DecimalMark) -> Option<Decimal> {
    let (mut rest, mut negative) = match cell {
        [b'(', inner @ .., b')'] => (inner.trim_ascii(), true),
        _ => (cell, false),
    };
    let (mut signed, mut percent, mut priced) = (negative, false, false);
    loop {
        let before = rest.len();
        rest = whole_price(trim_blanks(rest), mark);
        if !signed && let Some((minus, inner)) = strip_sign(rest) {
            (negative, signed, rest) = (minus, true, inner);
        }
        if !percent
            && let Some(inner) = rest.strip_suffix(b"%").or_else(|| rest.strip_suffix("％".as_bytes()))
        {
            (percent, rest) = (true, inner);
        }
        if !priced && let Some(inner) = currency::strip(rest) {
            (priced, rest) = (true, inner);
        }
        if rest.len() == before {
            break;
        }
    }
    let mut decimal =
        if is_infinity(rest) { Decimal { mantissa: 1, exponent: INFINITE } } else { body(rest, mark)? };
    if percent {
        decimal.exponent -= 2;
    }
    if negative {
        decimal.mantissa = -decimal.mantissa;
    }
    Some(decimal)
}

/// `12,-` and `12.–`, as prices without pence are written.
fn whole_price(rest: &[u8], mark: DecimalMark) -> &[u8] {
    let dash = ["--", "-", "–", "—"].iter().find_map(|dash| rest.strip_suffix(dash.as_bytes()));
    dash.and_then(|rest| rest.strip_suffix(&[mark.byte()])).unwrap_or(rest)
}

fn is_infinity(rest: &[u8]) -> bool {
    rest.eq_ignore_ascii_case(b"inf") || rest.eq_ignore_ascii_case(b"infinity") || rest == "∞".as_bytes()
}

fn strip_sign(rest: &[u8]) -> Option<(bool, &[u8])> {
    const MINUS: &[u8] = "−".as_bytes();
    if let Some(inner) = rest.strip_prefix(b"-").or_else(|| rest.strip_prefix(MINUS)) {
        return Some((true, inner));
    }
    if let Some(inner) = rest.strip_prefix(b"+") {
        return Some((false, inner));
    }
    let inner = rest.strip_suffix(b"-").or_else(|| rest.strip_suffix(MINUS))?;
    Some((true, inner))
}

/// Blanks, also those of two and three bytes that spreadsheets put between groups.
fn trim_blanks(mut rest: &[u8]) -> &[u8] {
    loop {
        let before = rest.len();
        rest = rest.trim_ascii();
        for blank in ["\u{a0}", "\u{202f}", "\u{2009}"] {
            let blank = blank.as_bytes();
            rest = rest.strip_prefix(blank).unwrap_or(rest);
            rest = rest.strip_suffix(blank).unwrap_or(rest);
        }
        if rest.len() == before {
            return rest;
        }
    }
}

/// Digits with groups, a fraction and an exponent.
fn body(rest: &[u8], mark: DecimalMark) -> Option<Decimal> {
    let mut number = Digits::default();
    let mut position = 0;
    let mut whole = 0usize;
    let mut groups = Groups::default();
    while position < rest.len() {
        if rest[position].is_ascii_digit() {
            number.push(rest[position], false);
            (position, whole, groups.run) = (position + 1, whole + 1, groups.run + 1);
            continue;
        }
        let Some(separator) = group_mark(&rest[position..], mark) else { break };
        // A leading group does not start with 0: `0,125` is none.
        if rest[0] == b'0' || !groups.separate(separator) {
            return None;
        }
        position += separator.len();
    }
    if !groups.end() {
        return None;
    }
    let mut places = 0usize;
    if rest.get(position) == Some(&mark.byte()) {
        position += 1;
        while let Some(&digit) = rest.get(position).filter(|byte| byte.is_ascii_digit()) {
            number.push(digit, true);
            (position, places) = (position + 1, places + 1);
        }
    }
    if whole + places == 0 {
        return None;
    }
    if position < rest.len() {
        number.exponent += exponent(&rest[position..])?;
    }
    Some(Decimal { mantissa: number.mantissa, exponent: number.exponent })
}

/// Groups of digits as they come: of three each (`1,234,567`), or of two with three at the end, as in India (`12,34,567`).
#[derive(Default)]
struct Groups<'a> {
    separator: Option<&'a [u8]>,
    /// Digits since the last separator.
    run: usize,
    /// Digits in each group after the first, as far as they agree.
    width: Option<usize>,
}

impl<'a> Groups<'a> {
    /// Takes the next separator; `false` where it cannot stand here.
    fn separate(&mut self, separator: &'a [u8]) -> bool {
        let fits = match self.separator {
            None => (1..=3).contains(&self.run),
            Some(first) => {
                let width = *self.width.get_or_insert(self.run);
                first == separator && self.run == width && (width == 2 || width == 3)
            }
        };
        (self.separator, self.run) = (Some(separator), 0);
        fits
    }

    /// The last group is of three, whatever came before.
    fn end(&self) -> bool {
        self.separator.is_none() || self.run == 3
    }
}

fn group_mark(rest: &[u8], mark: DecimalMark) -> Option<&[u8]> {
    let other = match mark {
        DecimalMark::Point => ",",
        DecimalMark::Comma => ".",
    };
    [other, " ", "'", "\u{a0}", "\u{202f}", "\u{2009}", "’", "´", "٬"]
        .iter()
        .find(|separator| rest.starts_with(separator.as_bytes()))
        .map(|separator| &rest[..separator.len()])
}

fn exponent(rest: &[u8]) -> Option<i32> {
    let rest = rest.strip_prefix(b"e").or_else(|| rest.strip_prefix(b"E"))?;
    let (sign, digits) = match rest.first()? {
        b'-' => (-1, &rest[1..]),
        b'+' => (1, &rest[1..]),
        _ => (1, rest),
    };
    if digits.is_empty() || digits.len() > 4 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(sign * digits.iter().fold(0, |value, digit| value * 10 + i32::from(digit - b'0')))
}

/// Significant digits as they come.
#[derive(Default)]
struct Digits {
    mantissa: i64,
    taken: u32,
    exponent: i32,
}

impl Digits {
    fn push(&mut self, digit: u8, fraction: bool) {
        if self.taken < DIGITS {
            self.mantissa = self.mantissa * 10 + i64::from(digit - b'0');
            self.taken += u32::from(self.mantissa != 0);
            self.exponent -= i32::from(fraction);
        } else {
            self.exponent += i32::from(!fraction);
        }
    }
}

impl DecimalMark {
    /// The mark itself.
    pub(super) fn byte(self) -> u8 {
        match self {
            DecimalMark::Point => b'.',
            DecimalMark::Comma => b',',
        }
    }
}

impl Decimal {
    /// The nearest double.
    pub(super) fn to_f64(self) -> f64 {
        let magnitude = self.exponent.unsigned_abs() as usize;
        if self.mantissa.unsigned_abs() <= 1 << 53 && magnitude < EXACT_TEN.len() {
            // Both are exact as doubles, so the one operation rounds once.
            let mantissa = self.mantissa as f64;
            return if self.exponent < 0 {
                mantissa / EXACT_TEN[magnitude]
            } else {
                mantissa * EXACT_TEN[magnitude]
            };
        }
        let mut text = [0u8; 32];
        let length = write_scientific(self, &mut text);
        std::str::from_utf8(&text[..length]).ok().and_then(|text| text.parse().ok()).unwrap_or(f64::NAN)
    }

    /// Units of 10^-`scale`, rounded half to even where there are more places; `None` where an `i64` cannot hold them.
    #[inline]
    pub(super) fn to_units(self, scale: u8) -> Option<i64> {
        let shift = self.exponent + i32::from(scale);
        let power = TEN.get(shift.unsigned_abs() as usize).copied();
        if shift >= 0 {
            return match power {
                _ if self.mantissa == 0 => Some(0),
                // Whether a product of 64 bits overflows is found by one of 128, which takes wasm a call.
                Some(power) if i32::try_from(self.mantissa).is_ok() && i32::try_from(power).is_ok() => {
                    Some(self.mantissa * power)
                }
                Some(power) => self.mantissa.checked_mul(power).filter(|units| *units != i64::MIN),
                None => None,
            };
        }
        let Some(power) = power else { return Some(0) };
        let (quotient, remainder) = (self.mantissa / power, self.mantissa % power);
        let twice = remainder.unsigned_abs() * 2;
        let away = twice > power.unsigned_abs() || (twice == power.unsigned_abs() && quotient % 2 != 0);
        Some(quotient + if away { self.mantissa.signum() } else { 0 })
    }

    /// Decimal places it was written with, trailing zeros left out.
    pub(super) fn places(self) -> u32 {
        let (mut mantissa, mut places) = (self.mantissa, self.exponent.min(0).unsigned_abs());
        while places > 0 && mantissa % 10 == 0 {
            (mantissa, places) = (mantissa / 10, places - 1);
        }
        if self.mantissa == 0 { 0 } else { places }
    }
}

/// `-123e-2`, the form that the standard library rounds correctly.
fn write_scientific(decimal: Decimal, text: &mut [u8; 32]) -> usize {
    use std::io::Write;
    let mut rest = &mut text[..];
    let written = write!(rest, "{}e{}", decimal.mantissa, decimal.exponent);
    let left = rest.len();
    if written.is_ok() { text.len() - left } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(cell: &str, point: Option<f64>, comma: Option<f64>) {
        let value = |mark| read(cell.as_bytes(), mark).map(Decimal::to_f64);
        assert_eq!(value(DecimalMark::Point), point, "{cell} with a point");
        assert_eq!(value(DecimalMark::Comma), comma, "{cell} with a comma");
    }

    #[test]
    fn marks_and_groups() {
        check("12", Some(12.0), Some(12.0));
        check("-3.25", Some(-3.25), None);
        check("3,25", None, Some(3.25));
        check("1.234", Some(1.234), Some(1234.0));
        check("1,234", Some(1234.0), Some(1.234));
        check("0,125", None, Some(0.125));
        check("1234,567", None, Some(1234.567));
        check("1,234,567.8", Some(1_234_567.8), None);
        check("1.234.567,80", None, Some(1_234_567.8));
        check("1 234 567", Some(1_234_567.0), Some(1_234_567.0));
        check("1'234.5", Some(1234.5), None);
        check("1\u{202f}234,5", None, Some(1234.5));
        check("12,34,567", Some(1_234_567.0), None);
        check("12,34,567.50", Some(1_234_567.5), None);
        check("1,23,4567", None, None);
        check("12,345,67", None, None);
        check("1,2,345", None, None);
        check("1,23", None, Some(1.23));
        check("1,", None, Some(1.0));
        check(".5", Some(0.5), None);
        check(".", None, None);
        check("1.2.3", None, None);
    }

    #[test]
    fn dress() {
        check("$1,234.50", Some(1234.5), None);
        check("-$ 5", Some(-5.0), Some(-5.0));
        check("$-5", Some(-5.0), Some(-5.0));
        check("12,50 €", None, Some(12.5));
        check("EUR 12.50", Some(12.5), None);
        check("12,-", None, Some(12.0));
        check("CHF 1'250.–", Some(1250.0), None);
        check("1\u{a0}234,50\u{a0}₽", None, Some(1234.5));
        check("(£1,234.50)", Some(-1234.5), None);
        check("-1.234,50 zł", None, Some(-1234.5));
        check("1,234.50- USD", Some(-1234.5), None);
        check("(12.5)", Some(-12.5), None);
        check("12-", Some(-12.0), Some(-12.0));
        check("−7", Some(-7.0), Some(-7.0));
        check("+7", Some(7.0), Some(7.0));
        check("25%", Some(0.25), Some(0.25));
        check("1.2E+05", Some(120_000.0), None);
        check("1e999", Some(f64::INFINITY), Some(f64::INFINITY));
        check("-inf", Some(f64::NEG_INFINITY), Some(f64::NEG_INFINITY));
        check(" 4 ", Some(4.0), Some(4.0));
        check("", None, None);
        check("-", None, None);
        check("--5", None, None);
        check("$$5", None, None);
        check("5 pieces", None, None);
        check("85123A", None, None);
        check("2010-12-01", None, None);
        check("()", None, None);
    }

    #[test]
    fn units_are_exact_and_half_goes_to_even() {
        let units =
            |cell: &str, scale| read(cell.as_bytes(), DecimalMark::Point).and_then(|d| d.to_units(scale));
        assert_eq!(units("2.55", 2), Some(255));
        assert_eq!(units("-2.55", 3), Some(-2550));
        assert_eq!(units("0.125", 2), Some(12));
        assert_eq!(units("0.135", 2), Some(14));
        assert_eq!(units("-0.135", 2), Some(-14));
        assert_eq!(units("0.1349999", 2), Some(13));
        assert_eq!(units("261.95999999999998", 6), Some(261_960_000));
        assert_eq!(units("92233720368547758080", 0), None);
        assert_eq!(units("1e300", 2), None);
        assert_eq!(units("1e-300", 2), Some(0));
        assert_eq!(units("inf", 2), None);
        assert_eq!(units("0e300", 2), Some(0));
    }

    proptest! {
        #[test]
        fn doubles_are_read_back(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
            // Display writes the digits in full, so only those within 18 digits can be asked to come back exactly.
            let text = format!("{value:e}");
            prop_assert_eq!(read(text.as_bytes(), DecimalMark::Point).map(Decimal::to_f64), Some(value));
        }

        #[test]
        fn places_and_units_agree(mantissa in -1_000_000_000i64..1_000_000_000, places in 0usize..7) {
            let text = format!("{:.places$}", mantissa as f64 / EXACT_TEN[places]);
            let decimal = read(text.as_bytes(), DecimalMark::Point).unwrap();
            prop_assert_eq!(decimal.to_units(places as u8), Some(mantissa));
            prop_assert!(decimal.places() <= places as u32);
        }

        #[test]
        fn short_numbers_are_read_as_all_others(cell in "[-+.,0-9: ]{0,9}", bytes in proptest::collection::vec(any::<u8>(), 0..9)) {
            for mark in [DecimalMark::Point, DecimalMark::Comma] {
                for cell in [cell.as_bytes(), &bytes] {
                    let found = short(cell, mark.byte()).map(|(mantissa, exponent)| Decimal { mantissa, exponent });
                    prop_assert_eq!(found, plain(cell, mark).filter(|_| cell.len() <= 8));
                }
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(cell in proptest::collection::vec(any::<u8>(), 0..40)) {
            for mark in [DecimalMark::Point, DecimalMark::Comma] {
                if let Some(decimal) = read(&cell, mark) {
                    let _ = (decimal.to_f64(), decimal.to_units(6), decimal.places());
                }
            }
        }
    }
}
