//! Numbers as a language writes them.
//!
//! A number is rounded as a till does, half away from zero, and on the decimal that a reader knows it by (the
//! shortest that reads back as the same number): 1.005 to two places is 1.01. What is not finite is a dash;
//! less than nothing has a true minus sign (U+2212); nothing has none.

use crate::locale::Language;
use crate::resolve::DASH;

/// More decimals than a number has; whoever asks for more (a page can) gets these.
const MOST_DECIMALS: usize = 20;

/// A number with exactly so many decimals, up to 20: 1,234.50.
#[must_use]
pub fn number(language: Language, value: f64, decimals: usize) -> String {
    let decimals = decimals.min(MOST_DECIMALS);
    shown(value, |decimal| {
        decimal.round(decimals);
        decimal.show(language, decimals)
    })
}

/// A number of whole things: 541,909.
#[must_use]
pub fn count(language: Language, value: f64) -> String {
    number(language, value, 0)
}

/// An amount of money in the file's own unit: to the hundredth, or without decimals where it is whole.
#[must_use]
pub fn money(language: Language, value: f64) -> String {
    shown(value, |decimal| {
        decimal.round(2);
        decimal.show(language, if decimal.is_whole() { 0 } else { 2 })
    })
}

/// A number to so many significant digits, without trailing zeros: 1,240 for 1239.57 to three.
#[must_use]
pub fn significant(language: Language, value: f64, digits: usize) -> String {
    shown(value, |decimal| {
        decimal.round_significant(digits);
        decimal.show(language, 0)
    })
}

/// A share (1 is all) in hundredths with exactly so many decimals, up to 20: 61.0%.
#[must_use]
pub fn percent(language: Language, share: f64, decimals: usize) -> String {
    let decimals = decimals.min(MOST_DECIMALS);
    shown(share, |decimal| {
        decimal.times_hundred();
        decimal.round(decimals);
        decimal.show(language, decimals) + language.locale().percent
    })
}

/// A share (1 is all) in hundredths as a sentence wants it: whole from a tenth on, one decimal below, and never
/// 0% or 100% of what is only nearly so.
#[must_use]
pub fn share(language: Language, share: f64) -> String {
    match share {
        0.0 | 1.0 => percent(language, share, 0),
        _ if share > 0.0 && share < 0.001 => format!("<{}", percent(language, 0.001, 1)),
        _ if share > 0.999 && share < 1.0 => format!(">{}", percent(language, 0.999, 1)),
        _ if share.abs() < 0.1 || (share > 0.99 && share < 1.0) => percent(language, share, 1),
        _ => percent(language, share, 0),
    }
}

/// A file's size in decimal units: 45.6 MB.
#[must_use]
pub fn bytes(language: Language, bytes: f64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    if bytes.is_nan() || bytes < 1000.0 {
        return format!("{}\u{a0}B", count(language, bytes));
    }
    let (mut amount, mut unit) = (bytes / 1000.0, 0);
    // 999.5 would be shown as 1000 of the unit.
    while amount >= 999.5 && unit + 1 < UNITS.len() {
        amount /= 1000.0;
        unit += 1;
    }
    format!("{}\u{a0}{}", significant(language, amount, 3), UNITS[unit])
}

/// At most so many decimals, without trailing zeros, and the number that is then seen: it is what decides
/// between singular and plural.
pub(crate) fn at_most(language: Language, value: f64, decimals: usize) -> (String, f64) {
    rounded(language, value, |decimal| decimal.round(decimals))
}

/// To so many significant digits, and the number that is then seen.
pub(crate) fn at_most_significant(language: Language, value: f64, digits: usize) -> (String, f64) {
    rounded(language, value, |decimal| decimal.round_significant(digits))
}

fn rounded(language: Language, value: f64, round: impl FnOnce(&mut Decimal)) -> (String, f64) {
    match Decimal::of(value) {
        None => (DASH.to_owned(), value),
        Some(mut decimal) => {
            round(&mut decimal);
            (decimal.show(language, 0), decimal.value())
        }
    }
}

fn shown(value: f64, show: impl FnOnce(&mut Decimal) -> String) -> String {
    Decimal::of(value).map_or_else(|| DASH.to_owned(), |mut decimal| show(&mut decimal))
}

/// A finite number by its decimal digits: ±0.d₁d₂d₃… × 10^`point`. Zero has no digits; the last digit is not 0.
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    point: isize,
}

impl Decimal {
    /// The shortest decimal that reads back as the number; none where it is not finite.
    fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let written = format!("{:e}", value.abs());
        let (mantissa, exponent) = written.split_once('e')?;
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        let mut decimal = Self { negative: value < 0.0, digits, point: exponent.parse::<isize>().ok()? + 1 };
        decimal.trim();
        Some(decimal)
    }

    fn round(&mut self, decimals: usize) {
        self.keep(self.point.saturating_add_unsigned(decimals));
    }

    fn round_significant(&mut self, digits: usize) {
        self.keep(digits.try_into().unwrap_or(isize::MAX));
    }

    fn times_hundred(&mut self) {
        // Zero stays as it is: its point is where `show` and `trim` expect it.
        if !self.digits.is_empty() {
            self.point += 2;
        }
    }

    /// Rounds to the first `kept` digits; fewer than none leaves zero.
    fn keep(&mut self, kept: isize) {
        let Ok(kept) = usize::try_from(kept) else {
            self.digits.clear();
            return self.trim();
        };
        let Some(&next) = self.digits.get(kept) else { return };
        self.digits.truncate(kept);
        if next >= 5 {
            while self.digits.last() == Some(&9) {
                self.digits.pop();
            }
            match self.digits.last_mut() {
                Some(last) => *last += 1,
                None => {
                    self.digits.push(1);
                    self.point += 1;
                }
            }
        }
        self.trim();
    }

    fn trim(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            (self.negative, self.point) = (false, 0);
        }
    }

    fn is_whole(&self) -> bool {
        self.point >= 0 && self.digits.len() <= self.point.unsigned_abs()
    }

    fn value(&self) -> f64 {
        let digits = self.digits.iter().fold(0.0, |value, &digit| value * 10.0 + f64::from(digit));
        let places = self.point - self.digits.len().cast_signed();
        let magnitude = format!("{digits}e{places}").parse().unwrap_or(digits);
        if self.negative { -magnitude } else { magnitude }
    }

    /// With at least so many decimals; from 10¹⁵ and below 10⁻⁶ as a power of ten, `1.24e16`.
    fn show(&self, language: Language, least_decimals: usize) -> String {
        let sign = if self.negative { "\u{2212}" } else { "" };
        if self.point > 15 || self.point < -5 {
            let exponent = self.point - 1;
            let minus = if exponent < 0 { "\u{2212}" } else { "" };
            let mantissa = Self { negative: false, digits: self.digits.clone(), point: 1 };
            return format!("{sign}{}e{minus}{}", mantissa.show(language, 0), exponent.unsigned_abs());
        }
        let digit = |place: isize| {
            let digit = usize::try_from(place).ok().and_then(|place| self.digits.get(place));
            char::from(b'0' + digit.copied().unwrap_or(0))
        };
        let mut text = sign.to_owned();
        let whole = self.point.max(1);
        for place in self.point - whole..self.point {
            let left = self.point - place;
            text.push(digit(place));
            if left > 1 && left % 3 == 1 {
                text.push(language.group_mark());
            }
        }
        let own_decimals = self.digits.len().cast_signed() - self.point;
        let decimals = own_decimals.max(least_decimals.try_into().unwrap_or(0));
        if decimals > 0 {
            text.push(language.decimal_mark());
            text.extend((self.point..self.point + decimals).map(digit));
        }
        text
    }
}

/// Whether the value of a column of that name is a year: it is written without a group mark, and no digit of it is rounded.
pub(crate) fn is_year(name: &str, value: f64) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|letter: char| !letter.is_alphabetic());
    let named = |word: &str| YEARS.contains(&word) || word.ends_with("jahr") || word.ends_with('年');
    (1_800.0..2_200.0).contains(&value) && words.any(named)
}

/// Words for year.
const YEARS: [&str; 14] =
    ["year", "yr", "annee", "année", "an", "ano", "año", "anno", "jaar", "rok", "år", "год", "yil", "tahun"];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn both(write: impl Fn(Language) -> String) -> [String; 2] {
        ["en", "de"].map(|code| write(Language::find(code).unwrap()))
    }

    #[test]
    fn writes_decimals_and_groups() {
        for (value, decimals, english, german) in [
            (1_234_567.891, 2, "1,234,567.89", "1.234.567,89"),
            (0.0, 0, "0", "0"),
            (-0.0, 2, "0.00", "0,00"),
            (-0.004, 2, "0.00", "0,00"),
            (-1234.5, 1, "−1,234.5", "−1.234,5"),
            (999.0, 0, "999", "999"),
            (1000.0, 0, "1,000", "1.000"),
            (999.5, 0, "1,000", "1.000"),
            (0.05, 1, "0.1", "0,1"),
            (0.04, 1, "0.0", "0,0"),
            (2.5, 0, "3", "3"),
            (1.005, 2, "1.01", "1,01"),
            (123_456_789_012_345.0, 0, "123,456,789,012,345", "123.456.789.012.345"),
            (1e300, 2, "1e300", "1e300"),
            (1.25e16, 2, "1.25e16", "1,25e16"),
            (f64::NAN, 2, "–", "–"),
            (f64::NEG_INFINITY, 2, "–", "–"),
            (5.0, usize::MAX, "5.00000000000000000000", "5,00000000000000000000"),
        ] {
            assert_eq!(both(|language| number(language, value, decimals)), [english, german], "{value}");
        }
    }

    #[test]
    fn keeps_significant_digits_only() {
        for (value, english, german) in [
            (1239.57, "1,240", "1.240"),
            (0.012_345, "0.0123", "0,0123"),
            (2.0, "2", "2"),
            (2.504, "2.5", "2,5"),
            (-99.96, "−100", "−100"),
            (0.000_000_123_4, "1.23e−7", "1,23e−7"),
            (0.0, "0", "0"),
        ] {
            assert_eq!(both(|language| significant(language, value, 3)), [english, german], "{value}");
        }
    }

    #[test]
    fn money_has_two_decimals_or_none() {
        for (value, english, german) in [
            (310.0, "310", "310"),
            (8_887_208.894, "8,887,208.89", "8.887.208,89"),
            (0.1, "0.10", "0,10"),
            (-4.999, "−5", "−5"),
        ] {
            assert_eq!(both(|language| money(language, value)), [english, german], "{value}");
        }
    }

    #[test]
    fn shares_are_in_hundredths() {
        assert_eq!(both(|language| percent(language, 0.07, 1)), ["7.0%", "7,0\u{a0}%"]);
        for (value, english, german) in [
            (0.0, "0%", "0\u{a0}%"),
            (0.000_2, "<0.1%", "<0,1\u{a0}%"),
            (0.034, "3.4%", "3,4\u{a0}%"),
            (0.612, "61%", "61\u{a0}%"),
            (0.994, "99.4%", "99,4\u{a0}%"),
            (0.999_9, ">99.9%", ">99,9\u{a0}%"),
            (1.0, "100%", "100\u{a0}%"),
            (-0.25, "−25%", "−25\u{a0}%"),
            (f64::NAN, "–", "–"),
        ] {
            assert_eq!(both(|language| share(language, value)), [english, german], "{value}");
        }
    }

    #[test]
    fn sizes_of_files_step_by_a_thousand() {
        for (value, english) in [
            (0.0, "0 B"),
            (999.0, "999 B"),
            (1000.0, "1 kB"),
            (45_580_638.0, "45.6 MB"),
            (999_900.0, "1 MB"),
            (2.5e15, "2,500 TB"),
        ] {
            assert_eq!(bytes(Language::default(), value).replace('\u{a0}', " "), english);
        }
    }

    proptest! {
        /// Any number at all has a text, which read back is the number to the decimals shown.
        #[test]
        fn what_is_written_reads_back(value in any::<f64>(), decimals in 0_usize..6) {
            for language in Language::all() {
                let text = number(language, value, decimals);
                let plain: String = text.chars().filter(|&mark| mark != language.group_mark()).collect();
                let plain = plain.replace(language.decimal_mark(), ".").replace('\u{2212}', "-");
                let places: i32 = decimals.try_into().unwrap();
                let half = 0.5 * (0..places).fold(1.0, |half, _| half / 10.0) + value.abs() * 1e-15;
                match plain.parse::<f64>() {
                    Ok(read) => prop_assert!((read - value).abs() <= half * 1.000_001, "{value} {text}"),
                    Err(_) => prop_assert!(!value.is_finite(), "{value} {text}"),
                }
            }
        }
    }

    #[test]
    fn years_are_told_by_their_names() {
        for name in ["Year_Birth", "first year", "Geburtsjahr", "Año de alta", "登録年", "Год рождения"]
        {
            assert!(is_year(name, 1957.0), "{name}");
        }
        assert!(!is_year("Year_Birth", 12.0));
        assert!(!is_year("Yearly spend", 1957.0));
        assert!(!is_year("Income", 2010.0));
    }
}
