//! Days as a language writes them.

use crate::locale::Language;
use crate::param::Params;
use crate::resolve::{DASH, sentence};

/// A day, given as ISO 8601 `YYYY-MM-DD` (whatever follows it is left out): 1 Dec 2010; or a month, given as `YYYY-MM`: Dec 2010.
/// A dash where it is neither.
#[must_use]
pub fn day(language: Language, iso: &str) -> String {
    let locale = language.locale();
    let named = |[year, month, _]: [usize; 3]| format!("{} {year}", locale.months[month - 1]);
    if iso.len() == 7 {
        return parts(&format!("{iso}-01")).map_or_else(|| DASH.to_owned(), named);
    }
    parts(iso)
        .map_or_else(|| DASH.to_owned(), |date| format!("{}{} {}", date[2], locale.after_day, named(date)))
}

/// From one day to another, both given in ISO 8601: 1 Dec 2010 to 9 Dec 2011. One day where they are the same.
#[must_use]
pub fn period(language: Language, first: &str, last: &str) -> String {
    let (from, to) = (day(language, first), day(language, last));
    if from == to {
        return from;
    }
    sentence(
        language,
        "period",
        &Params::from([("first".to_owned(), first.into()), ("last".to_owned(), last.into())]),
    )
}

fn parts(iso: &str) -> Option<[usize; 3]> {
    let bytes = iso.as_bytes().get(..10)?;
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let value = |digits: &[u8]| {
        digits.iter().try_fold(0, |value, digit| {
            digit.is_ascii_digit().then(|| value * 10 + usize::from(digit - b'0'))
        })
    };
    let [year, month, day] = [value(&bytes[..4])?, value(&bytes[5..7])?, value(&bytes[8..])?];
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some([year, month, day])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_days_and_periods() {
        let [english, german] = ["en", "de"].map(|code| Language::find(code).unwrap());
        for (iso, in_english, in_german) in [
            ("2010-12-01", "1 Dec 2010", "1. Dez. 2010"),
            ("2011-03-31T08:26:00", "31 Mar 2011", "31. März 2011"),
            ("1999-09-09", "9 Sep 1999", "9. Sept. 1999"),
            ("2010-12", "Dec 2010", "Dez. 2010"),
        ] {
            assert_eq!(day(english, iso), in_english);
            assert_eq!(day(german, iso), in_german);
        }
        assert_eq!(period(english, "2010-12-01", "2011-12-09"), "1 Dec 2010 to 9 Dec 2011");
        assert_eq!(period(german, "2010-12-01", "2011-12-09"), "1. Dez. 2010 bis 9. Dez. 2011");
        assert_eq!(period(german, "2010-12-01", "2010-12-01"), "1. Dez. 2010");
    }

    #[test]
    fn what_is_no_day_is_a_dash() {
        for iso in [
            "",
            "2010-13-01",
            "2010-00-10",
            "2010-01-32",
            "01.12.2010",
            "2010-1-1",
            "２０１０-12-01",
            "20é0-12-01",
        ] {
            assert_eq!(day(Language::default(), iso), DASH, "{iso}");
        }
    }
}
