//! Days of several calendars, counted from 1970-01-01 of the common one.

/// Years a date of four digits may lie in: nobody's shop or birthday lies outside.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2299;

/// Years as Thailand counts them, from 1943 to 2106 of the common era, and by how much they are ahead of it.
const BUDDHIST: std::ops::RangeInclusive<u32> = 2486..=2649;
const BUDDHA: u32 = 543;

/// Years as Iran counts them, from 1921 to 2041 of the common era.
pub(super) const SOLAR_HIJRI: std::ops::RangeInclusive<u32> = 1300..=1419;

/// Days since 1970-01-01 of a day of the proleptic Gregorian calendar.
pub(super) fn days(year: u32, month: u32, day: u32) -> Option<i64> {
    const LENGTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    if SOLAR_HIJRI.contains(&year) {
        return solar_hijri(year, month, day);
    }
    if !(YEARS.contains(&year) || BUDDHIST.contains(&year)) || !(1..=12).contains(&month) {
        return None;
    }
    let year = if BUDDHIST.contains(&year) { year - BUDDHA } else { year };
    let index = month as usize - 1;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let leap_day = u32::from(leap && month == 2);
    if day == 0 || day > LENGTHS[index] + leap_day {
        return None;
    }
    let past = i64::from(year) - 1;
    let day_of_year = i64::from(BEFORE[index] + day - 1 + u32::from(leap && month > 2));
    Some(past * 365 + past / 4 - past / 100 + past / 400 + day_of_year - DAYS_TO_1970)
}

/// Days since 1970-01-01 of a day of the solar hijri calendar: six months of 31 days, five of 30 and one of 29 or 30, with eight leap
/// years in 33 (the rule of Birashk's and of most programs' tables between these years; it agrees with the observed equinox there).
fn solar_hijri(year: u32, month: u32, day: u32) -> Option<i64> {
    let leap = (4..=11).contains(&(8 * year % 33));
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + u32::from(leap),
        _ => return None,
    };
    let before = (month - 1) * 30 + (month - 1).min(6);
    let new_year = i64::from(year * 365 + (8 * year + 21) / 33) - SOLAR_HIJRI_TO_1970;
    (1..=length).contains(&day).then(|| new_year + i64::from(before + day - 1))
}

/// Days from the year 0 of that calendar to 1970-01-01: 1 Farvardin 1403 is 2024-03-20.
const SOLAR_HIJRI_TO_1970: i64 = 492_633;

/// Days from 0001-01-01 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_162;

/// `YYYY-MM-DD` of a day counted from 1970-01-01.
pub fn iso_day(day: i64) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The same day a hundred years earlier.
pub(super) fn a_century_earlier(day: i64) -> Option<i64> {
    let (year, month, day) = civil(day);
    // The year 2000 had a 29 February and 1900 had none.
    let earlier = u32::try_from(year - 100).ok()?;
    days(earlier, month, day).or_else(|| days(earlier, month, day - 1))
}

/// Year, month and day of a day counted from 1970-01-01.
pub(super) fn civil(day: i64) -> (i128, u32, u32) {
    const CYCLE: i128 = 146_097;
    let since = i128::from(day) + i128::from(DAYS_TO_1970);
    let (cycle, mut left) = (since.div_euclid(CYCLE), since.rem_euclid(CYCLE));
    // The last day of a century and of a leap year belong to them, not to a next one that does not exist.
    let century = (left / 36_524).min(3);
    left -= century * 36_524;
    let four = left / 1_461;
    left -= four * 1_461;
    let single = (left / 365).min(3);
    left -= single * 365;
    let year = cycle * 400 + century * 100 + four * 4 + single + 1;
    let leap = single == 3 && (four != 24 || century == 3);
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while month < 11 && left >= lengths[month] {
        left -= lengths[month];
        month += 1;
    }
    (year, month as u32 + 1, left as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_years_of_iran() {
        // The first days of years as the Institute of Geophysics of the University of Tehran published them.
        for (year, expect) in [
            (1300, (1921, 3, 21)),
            (1370, (1991, 3, 21)),
            (1376, (1997, 3, 21)),
            (1399, (2020, 3, 20)),
            (1400, (2021, 3, 21)),
            (1403, (2024, 3, 20)),
            (1404, (2025, 3, 21)),
            (1409, (2030, 3, 21)),
        ] {
            let (gregorian, month, day) = expect;
            assert_eq!(days(year, 1, 1), days(gregorian, month, day), "{year}");
        }
        // 22 Bahman 1357, and the last day of a leap year and of one that is none.
        assert_eq!(days(1357, 11, 22), days(1979, 2, 11));
        assert_eq!(days(1403, 12, 30), days(2025, 3, 20));
        assert_eq!(days(1402, 12, 30), None);
        assert_eq!(days(1402, 7, 31), None);
        assert_eq!(days(1402, 13, 1), None);
    }

    #[test]
    fn every_year_begins_where_the_last_one_ends() {
        for year in *SOLAR_HIJRI.start()..*SOLAR_HIJRI.end() {
            let last = days(year, 12, 30).or_else(|| days(year, 12, 29)).unwrap();
            assert_eq!(days(year + 1, 1, 1), Some(last + 1), "{year}");
        }
    }

    #[test]
    fn days_count_from_1970_and_back() {
        assert_eq!(days(1970, 1, 1), Some(0));
        assert_eq!(days(2000, 3, 1), Some(11_017));
        assert_eq!(days(1969, 12, 31), Some(-1));
        assert_eq!(iso_day(11_017), "2000-03-01");
        // Walks every day that can be read: each is the day after the one before it.
        let mut expect = days(1800, 1, 1).unwrap();
        for year in YEARS {
            for month in 1..=12 {
                for day in 1..=31 {
                    if let Some(found) = days(year, month, day) {
                        assert_eq!(found, expect);
                        assert_eq!(iso_day(found), format!("{year:04}-{month:02}-{day:02}"));
                        expect += 1;
                    }
                }
            }
        }
        for far in [i64::MIN, i64::MAX] {
            assert!(!iso_day(far).is_empty());
        }
    }

    #[test]
    fn days_are_taken_apart() {
        for day in [-200_000, -719_162, 0, 19_802, 11_016, 106_000] {
            let (year, month, of_month) = civil(day);
            let year = u32::try_from(year).unwrap();
            let expect = if YEARS.contains(&year) { Some(day) } else { None };
            assert_eq!(days(year, month, of_month), expect, "{day}");
        }
    }
}
