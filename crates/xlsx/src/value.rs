//! Numbers and days as text: a decimal point, no group marks, ISO 8601.

use std::fmt::Write;

/// How a number in a cell is meant, by its cell's number format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Format {
    /// A number.
    #[default]
    Number,
    /// A day, with or without a time, counted in days.
    Date,
}

/// Which day a spreadsheet counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Epoch {
    /// Day 1 is 1900-01-01, and 1900 has a 29 February (ECMA-376, 18.17.4.1).
    #[default]
    Y1900,
    /// Day 0 is 1904-01-01, as on old Macintoshes.
    Y1904,
}

/// 9999-12-31 counted from 1900: beyond it no spreadsheet has dates.
const LAST_SERIAL: f64 = 2_958_466.0;

impl Format {
    /// What a built-in number format means (ECMA-376, 18.8.30), those of East Asian locales included. Times without a day and
    /// durations stay numbers: they are no days.
    pub(crate) fn built_in(id: u32) -> Self {
        if matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58) {
            Format::Date
        } else {
            Format::Number
        }
    }

    /// What a format code means: days are written by `y` or `d`, or by an `m` that is no minute.
    pub(crate) fn by_code(code: &str) -> Self {
        let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
        let (mut day, mut month, mut time) = (false, false, false);
        // After a semicolon comes how negative numbers are written.
        for letter in code.chars() {
            match letter {
                _ if escaped => escaped = false,
                '"' => quoted = !quoted,
                _ if quoted => {}
                '\\' | '_' | '*' => escaped = true,
                '[' => bracketed = true,
                ']' => bracketed = false,
                _ if bracketed => {}
                ';' => break,
                'y' | 'Y' | 'd' | 'D' => day = true,
                'm' | 'M' => month = true,
                'h' | 'H' | 's' | 'S' => time = true,
                '0' | '#' | '?' if !time => return Format::Number,
                _ => {}
            }
        }
        if day || (month && !time) { Format::Date } else { Format::Number }
    }
}

/// Writes a number as its format means it.
pub(crate) fn write(number: f64, format: Format, epoch: Epoch, text: &mut String) {
    let written = format == Format::Date && write_day(number, epoch, text).is_some();
    if !written {
        write_number(number, text);
    }
}

/// 15 significant digits, as spreadsheets show and reckon: what is stored as 2.5499999999999998 was entered as 2.55.
pub(crate) fn write_number(number: f64, text: &mut String) {
    if !number.is_finite() {
        return;
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    // Zero has a sign in binary and none in a table.
    let rounded = if rounded == 0.0 { 0.0 } else { rounded };
    let _ = write!(text, "{rounded}");
}

/// `2011-12-09`, or `2011-12-09 12:50:00` where there is a time; nothing where no spreadsheet has such a day.
fn write_day(serial: f64, epoch: Epoch, text: &mut String) -> Option<()> {
    if !(0.0..LAST_SERIAL).contains(&serial) || (serial < 1.0 && epoch == Epoch::Y1900) {
        return None;
    }
    // Days are kept as fractions, which seldom meet a second exactly.
    let seconds = (serial * 86_400.0).round() as i64;
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let unix = match epoch {
        Epoch::Y1904 => day - 24_107,
        Epoch::Y1900 if day < 60 => day - 25_568,
        Epoch::Y1900 => day - 25_569,
    };
    let (year, month, day) = civil(unix);
    let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    if second != 0 {
        let _ = write!(text, " {:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60);
    }
    Some(())
}

/// Year, month and day of a day since 1970-01-01, after Howard Hinnant's `civil_from_days`.
fn civil(day: i64) -> (i64, i64, i64) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted_month + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(number: f64, format: Format, epoch: Epoch, expect: &str) {
        let mut text = String::new();
        write(number, format, epoch, &mut text);
        assert_eq!(text, expect, "{number}");
    }

    #[test]
    fn numbers() {
        for (number, expect) in [
            (17_850.0, "17850"),
            (1.1 * 3.0, "3.3"),
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (1.234, "1.234"),
            (1e15, "1000000000000000"),
            (123_456_789_012_345_680.0, "123456789012346000"),
            (1.5e-7, "0.00000015"),
            (f64::NAN, ""),
        ] {
            check(number, Format::Number, Epoch::Y1900, expect);
        }
    }

    #[test]
    fn days() {
        // The first is how UCI's Online Retail keeps the moment of its first invoice; the others follow from ECMA-376, 18.17.4.1.
        check(40_513.351_388_888_89, Format::Date, Epoch::Y1900, "2010-12-01 08:26:00");
        check(1.0, Format::Date, Epoch::Y1900, "1900-01-01");
        check(59.0, Format::Date, Epoch::Y1900, "1900-02-28");
        check(61.0, Format::Date, Epoch::Y1900, "1900-03-01");
        check(2_958_465.0, Format::Date, Epoch::Y1900, "9999-12-31");
        check(0.0, Format::Date, Epoch::Y1904, "1904-01-01");
        check(39_051.0, Format::Date, Epoch::Y1904, "2010-12-01");
        check(0.5, Format::Date, Epoch::Y1900, "0.5");
        check(-3.0, Format::Date, Epoch::Y1900, "-3");
        check(3e9, Format::Date, Epoch::Y1900, "3000000000");
    }

    #[test]
    fn format_codes() {
        let check = |code: &str, expect| assert_eq!(Format::by_code(code), expect, "{code}");
        for code in
            ["yyyy-mm-dd", "dd/mm/yyyy hh:mm", "[$-407]d. mmmm yyyy", "m/d/yy h:mm;@", "mmm-yy", "mmmm"]
        {
            check(code, Format::Date);
        }
        for code in [
            "General",
            "0.00",
            "#,##0.00 \"day\"",
            "[h]:mm:ss",
            "h:mm",
            "mm:ss.0",
            "0.00E+00",
            "\\d0",
            "[Red]0",
            "@",
        ] {
            check(code, Format::Number);
        }
    }
}
