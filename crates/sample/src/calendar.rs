//! The days a shop is observed, and how busy each is.

/// One day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Day {
    /// `YYYY-MM-DD`.
    pub(crate) text: String,
    /// From 0, January.
    pub(crate) month: usize,
    /// From 1.
    pub(crate) day_of_month: u32,
    /// From 0, Monday.
    pub(crate) weekday: usize,
}

/// The days of `months` whole months from Monday, 1 January 2024.
pub(crate) fn days(months: u16) -> Vec<Day> {
    let mut days = Vec::new();
    for index in 0..usize::from(months) {
        let (year, month) = (2024 + index / 12, index % 12);
        for day_of_month in 1..=month_length(year, month) {
            days.push(Day {
                text: format!("{year:04}-{:02}-{day_of_month:02}", month + 1),
                month,
                day_of_month,
                weekday: days.len() % 7,
            });
        }
    }
    days
}

impl Day {
    /// How busy the weekday is, about 1 on average.
    pub(crate) fn weekday_weight(&self) -> f64 {
        [0.8, 0.85, 0.9, 1.0, 1.3, 1.6, 0.55][self.weekday]
    }

    /// Whether the doors are open; the web shop always is.
    pub(crate) fn doors_open(&self) -> bool {
        self.weekday != 6 && !matches!((self.month, self.day_of_month), (0, 1) | (11, 25 | 26))
    }

    /// Whether it is sale time: January, July, and the last week of November.
    pub(crate) fn sale(&self) -> bool {
        matches!(self.month, 0 | 6) || self.month == 10 && self.day_of_month > 23
    }

    /// Whether a parcel or a walk would still be in time for Christmas, or it is not December.
    pub(crate) fn before_christmas(&self) -> bool {
        self.month != 11 || self.day_of_month < 24
    }
}

/// A clock that runs faster on busy days. A customer's next visit is so many *busy days* away, which makes
/// visits a renewal process with any seasons one likes (time transformation of a point process; Daley &
/// Vere-Jones 2003, section 7.4).
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    /// The reading at the end of each day: strictly increasing.
    ends: Vec<f64>,
}

impl Clock {
    /// A clock that advances by `weight(day)`, which must be positive, in each of the days.
    pub(crate) fn new(days: &[Day], weight: impl Fn(&Day) -> f64) -> Self {
        let mut reading = 0.0;
        let ends = days
            .iter()
            .map(|day| {
                reading += weight(day);
                reading
            })
            .collect();
        Self { ends }
    }

    /// The reading at the start of a day; of a day past the last, the last reading.
    pub(crate) fn at(&self, day: usize) -> f64 {
        let before = day.min(self.ends.len());
        before.checked_sub(1).map_or(0.0, |last| self.ends[last])
    }

    /// The day during which the clock shows `reading`; the number of days where that is after the last.
    pub(crate) fn day_of(&self, reading: f64) -> usize {
        self.ends.partition_point(|&end| end <= reading)
    }
}

fn month_length(year: usize, month: usize) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 if leap => 29,
        1 => 28,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eighteen_months_are_january_to_june() {
        let days = days(18);
        // 366 days of 2024 and 31 + 28 + 31 + 30 + 31 + 30 of 2025.
        assert_eq!(days.len(), 547);
        assert_eq!(days[59].text, "2024-02-29");
        assert_eq!(days[546].text, "2025-06-30");
        // 24 December 2024 was a Tuesday, 30 June 2025 a Monday.
        assert_eq!((days[358].text.as_str(), days[358].weekday), ("2024-12-24", 1));
        assert_eq!(days[546].weekday, 0);
    }

    #[test]
    fn a_century_leaves_its_leap_day_out() {
        assert_eq!((month_length(2100, 1), month_length(2000, 1), month_length(2028, 1)), (28, 29, 29));
    }

    #[test]
    fn a_clock_finds_the_day_of_a_reading() {
        let clock = Clock::new(&days(1), |day| if day.weekday == 6 { 0.5 } else { 1.0 });
        assert_eq!(clock.at(0), 0.0);
        assert_eq!(clock.at(7), 6.5);
        assert_eq!(clock.day_of(0.0), 0);
        assert_eq!(clock.day_of(6.25), 6);
        assert_eq!(clock.day_of(6.5), 7);
        assert_eq!(clock.day_of(1000.0), 31);
        assert_eq!(clock.at(99), clock.at(31));
    }
}
