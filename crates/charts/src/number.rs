//! Numbers as the reader's language writes them.

use serde::{Deserialize, Serialize};

/// How numbers are written. Plain data, because it crosses from the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct NumberFormat {
    /// Between the whole part and the fraction: `.` or `,`.
    pub decimal: String,
    /// Between groups of three digits: `,`, `.`, a thin space, or nothing.
    pub group: String,
    /// What stands after a number divided by 10⁶, 10⁹, 10¹², 10¹⁵, with its space: ` M`, ` bn`.
    /// Without them large numbers are written out, and from 10¹⁵ on as `2e15`.
    pub powers: Vec<String>,
}

impl Default for NumberFormat {
    /// A decimal point and commas between the thousands.
    fn default() -> NumberFormat {
        NumberFormat { decimal: ".".into(), group: ",".into(), powers: Vec::new() }
    }
}

/// What is written where there is no number.
const NOTHING: &str = "–";

impl NumberFormat {
    /// The number with that many digits after the decimal mark.
    pub(crate) fn fixed(&self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return NOTHING.into();
        }
        if value.abs() >= 1e15 {
            return signed(value, self.localised(&trimmed(&format!("{:.2e}", value.abs()))));
        }
        let digits = format!("{:.*}", decimals.min(15), value.abs());
        signed(value, self.localised(&digits))
    }

    /// The number rounded to so many significant digits, with no zeros at its end; large ones by
    /// their power of ten where it has a name.
    pub(crate) fn significant(&self, value: f64, digits: usize) -> String {
        if let Some((divisor, name)) = self.power(value.abs()) {
            return self.significant_plain(value / divisor, digits) + name;
        }
        self.significant_plain(value, digits)
    }

    fn significant_plain(&self, value: f64, digits: usize) -> String {
        let size = value.abs();
        if size != 0.0 && size < 1e-6 {
            return signed(
                value,
                self.localised(&trimmed(&format!("{:.*e}", digits.saturating_sub(1), size))),
            );
        }
        if !value.is_finite() || size == 0.0 || size >= 1e15 {
            return self.fixed(value, 0);
        }
        let magnitude = libm::floor(libm::log10(size)) as i64;
        let decimals = (digits as i64 - 1 - magnitude).clamp(0, 15) as usize;
        signed(value, self.localised(&trimmed(&format!("{size:.decimals$}"))))
    }

    /// The labels of an axis: all with the digits their step asks for, and all in one power of ten.
    pub(crate) fn ticks(&self, values: &[f64], step: f64) -> Vec<String> {
        let largest = values.iter().fold(0.0, |most: f64, v| most.max(v.abs()));
        let (divisor, name) = self.power(largest).unwrap_or((1.0, ""));
        let step = step / divisor;
        let decimals = (-libm::floor(libm::log10(step) + 1e-9)).clamp(0.0, 400.0) as usize;
        let label = |&value: &f64| match value / divisor {
            0.0 => "0".to_owned(),
            scaled if decimals > 6 => self.significant_plain(scaled, 4),
            scaled => self.fixed(scaled, decimals) + name,
        };
        values.iter().map(label).collect()
    }

    fn power(&self, size: f64) -> Option<(f64, &str)> {
        let powers = [1e6, 1e9, 1e12, 1e15];
        let named =
            powers.iter().zip(&self.powers).rev().find(|(power, _)| size.is_finite() && size >= **power);
        named.map(|(power, name)| (*power, name.as_str()))
    }

    /// Digits as Rust writes them, with this format's marks.
    fn localised(&self, digits: &str) -> String {
        let (mantissa, exponent) = digits.find('e').map_or((digits, ""), |at| digits.split_at(at));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut text = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                text.push_str(&self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(&self.decimal);
            text.push_str(fraction);
        }
        text + exponent
    }
}

/// Puts the minus sign (U+2212, as wide as a digit's plus) before a number that did not round to zero.
fn signed(value: f64, digits: String) -> String {
    if value < 0.0 && digits.contains(|c: char| c.is_ascii_digit() && c != '0') {
        format!("−{digits}")
    } else {
        digits
    }
}

/// Without zeros at the end of the fraction.
fn trimmed(digits: &str) -> String {
    let (mantissa, exponent) = digits.find('e').map_or((digits, ""), |at| digits.split_at(at));
    let mantissa =
        if mantissa.contains('.') { mantissa.trim_end_matches('0').trim_end_matches('.') } else { mantissa };
    format!("{mantissa}{exponent}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn german() -> NumberFormat {
        let powers = [" Mio.", " Mrd."].map(String::from).to_vec();
        NumberFormat { decimal: ",".into(), group: ".".into(), powers }
    }

    #[test]
    fn writes_numbers_as_the_language_does() {
        let english = NumberFormat::default();
        assert_eq!(english.fixed(1_234_567.891, 2), "1,234,567.89");
        assert_eq!(german().fixed(-1234.5, 1), "−1.234,5");
        assert_eq!(english.fixed(-0.001, 2), "0.00");
        assert_eq!(english.fixed(999.0, 0), "999");
        assert_eq!(english.fixed(f64::NAN, 2), "–");
        assert_eq!(english.fixed(-2e18, 0), "−2e18");
    }

    #[test]
    fn keeps_the_digits_that_matter() {
        let english = NumberFormat::default();
        assert_eq!(english.significant(0.123_456, 3), "0.123");
        assert_eq!(english.significant(123_456.0, 3), "123,456");
        assert_eq!(english.significant(2.50, 3), "2.5");
        assert_eq!(english.significant(0.0, 3), "0");
        assert_eq!(english.significant(1.5e-9, 3), "1.5e-9");
        assert_eq!(german().significant(2_340_000.0, 3), "2,34 Mio.");
    }

    #[test]
    fn the_labels_of_an_axis_share_digits_and_power() {
        let english = NumberFormat::default();
        assert_eq!(english.ticks(&[-0.5, 0.0, 0.5], 0.5), ["−0.5", "0", "0.5"]);
        assert_eq!(english.ticks(&[0.0, 1000.0, 2000.0], 1000.0), ["0", "1,000", "2,000"]);
        assert_eq!(german().ticks(&[0.0, 5e5, 1e6, 1.5e6], 5e5), ["0", "0,5 Mio.", "1,0 Mio.", "1,5 Mio."]);
        assert_eq!(german().ticks(&[0.0, 2e12], 2e12), ["0", "2.000 Mrd."]);
    }
}
