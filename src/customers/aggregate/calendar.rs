//! Days, months and hours, in the file's own clock.

/// Minutes in a day.
pub(super) const MINUTES: i32 = 1_440;

/// From here on it is evening: 18:00.
const EVENING: i32 = 18 * 60;

/// Days of a span that count as twelve months.
pub(super) const YEAR: i64 = 365;

/// The month a day (since 1970-01-01) lies in, in months since January of the year 0 (Howard Hinnant's `civil_from_days`).
pub(super) fn month_of(day: i32) -> i32 {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Months from March, since the leap day then comes last.
    let from_march = (5 * day_of_year + 2) / 153;
    (era * 400 + year_of_era) * 12 + from_march + 2
}

/// A month as `2010-12`.
pub(super) fn iso_month(month: i32) -> String {
    format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
}

/// The quarter of a month, from 0.
pub(super) fn quarter_of(month: i32) -> usize {
    (month.rem_euclid(12) / 3) as usize
}

/// Whether a month is November or December.
pub(super) fn is_nov_dec(month: i32) -> bool {
    month.rem_euclid(12) >= 10
}

/// Whether a day is a Saturday or a Sunday.
pub(super) fn is_weekend(day: i32) -> bool {
    // 1970-01-01 was a Thursday.
    matches!((day + 4).rem_euclid(7), 0 | 6)
}

/// Whether a minute of the day belongs to the evening.
pub(super) fn is_evening(minute: i32) -> bool {
    minute >= EVENING
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{iso_day, parse_iso_day};

    #[test]
    fn months_are_those_of_the_calendar() {
        for day in (-70_000..130_000).step_by(13) {
            assert_eq!(iso_month(month_of(day)), iso_day(day.into())[..7]);
        }
    }

    #[test]
    fn weekends_and_seasons() {
        let day = |iso: &str| parse_iso_day(iso).map(|day| day as i32).unwrap();
        // 4 December 2010 was a Saturday.
        let weekend: Vec<bool> = (3..=6).map(|at| is_weekend(day(&format!("2010-12-0{at}")))).collect();
        assert_eq!(weekend, [false, true, true, false]);
        assert_eq!(
            [(1, 0), (3, 0), (4, 1), (9, 2), (10, 3), (12, 3)].map(|(month, quarter)| {
                quarter_of(month_of(day(&format!("2011-{month:02}-15")))) == quarter
            }),
            [true; 6]
        );
        assert_eq!(
            [10, 11, 12, 1].map(|month| is_nov_dec(month_of(day(&format!("2011-{month:02}-15"))))),
            [false, true, true, false]
        );
        assert_eq!([17 * 60 + 59, 18 * 60].map(is_evening), [false, true]);
    }
}
