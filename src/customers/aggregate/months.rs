//! Revenue by month.

use super::calendar::month_of;

/// Exact net revenue of each month that has a line.
#[derive(Debug, Default)]
pub(super) struct Months {
    /// In the order of the months.
    revenue: Vec<(i32, i128)>,
    /// Where the month booked last stands.
    at: usize,
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
        if self.revenue.get(self.at).is_none_or(|(known, _)| *known != month) {
            let place = self.revenue.binary_search_by_key(&month, |(known, _)| *known);
            self.at = place.unwrap_or_else(|at| {
                self.revenue.insert(at, (month, 0));
                at
            });
        }
        let sum = &mut self.revenue[self.at].1;
        *sum = sum.saturating_add(amount);
    }

    /// Takes the sums of another part of the file.
    pub(super) fn merge(&mut self, other: &Months) {
        other.revenue.iter().for_each(|&(month, sum)| self.add(month, sum));
    }

    /// Every month from the first to the last, with its revenue.
    pub(super) fn without_gaps(&self) -> Vec<(i32, i128)> {
        let mut all: Vec<(i32, i128)> = Vec::new();
        for &(month, revenue) in &self.revenue {
            let next = all.last().map_or(month, |(before, _)| before + 1);
            all.extend((next..month).map(|empty| (empty, 0)));
            all.push((month, revenue));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_in_any_order_leave_no_gap() {
        let mut months = Months::default();
        for (month, amount) in [(5, 10), (5, 1), (2, 7), (5, -4), (6, 3)] {
            months.add(month, amount);
        }
        assert_eq!(months.without_gaps(), [(2, 7), (3, 0), (4, 0), (5, 7), (6, 3)]);
        assert_eq!(Months::default().without_gaps(), []);
    }
}
