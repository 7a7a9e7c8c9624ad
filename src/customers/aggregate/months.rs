//! Revenue by month.

use std::collections::BTreeMap;

use super::calendar::month_of;

/// Exact net revenue of each month that has a line.
#[derive(Debug, Default)]
pub(super) struct Months {
    revenue: BTreeMap<i32, i128>,
    /// The day asked for last and its month: lines of a day stand together in most files.
    last: Option<(i32, i32)>,
}

impl Months {
    /// The month of a day, in months since January of the year 0.
    pub(super) fn of(&mut self, day: i32) -> i32 {
        match self.last {
            Some((known, month)) if known == day => month,
            _ => {
                let month = month_of(day);
                self.last = Some((day, month));
                month
            }
        }
    }

    /// Books a line. Its amount is part of a checked sum of all.
    pub(super) fn add(&mut self, month: i32, amount: i128) {
        let sum = self.revenue.entry(month).or_default();
        *sum = sum.saturating_add(amount);
    }

    /// Takes the sums of another part of the file.
    pub(super) fn merge(&mut self, other: &Months) {
        other.revenue.iter().for_each(|(&month, &sum)| self.add(month, sum));
    }

    /// Every month from the first to the last, with its revenue.
    pub(super) fn without_gaps(&self) -> Vec<(i32, i128)> {
        let (Some((&first, _)), Some((&last, _))) =
            (self.revenue.first_key_value(), self.revenue.last_key_value())
        else {
            return Vec::new();
        };
        (first..=last).map(|month| (month, self.revenue.get(&month).copied().unwrap_or_default())).collect()
    }
}
