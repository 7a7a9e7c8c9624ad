//! What cleaning touched, line by line.

use crate::Notice;
use crate::customers::{CleaningKind, CleaningStep};
use crate::table::Tally;

/// Steps that are about lines, in the order in which a line meets them.
pub(super) const LINE_STEPS: [CleaningKind; 14] = [
    CleaningKind::OptOuts,
    CleaningKind::WithoutAmount,
    CleaningKind::WithoutCustomer,
    CleaningKind::WithoutDate,
    CleaningKind::AfterReferenceDay,
    CleaningKind::DuplicateRows,
    CleaningKind::Postage,
    CleaningKind::Fees,
    CleaningKind::Adjustments,
    CleaningKind::Discounts,
    CleaningKind::Vouchers,
    CleaningKind::Samples,
    CleaningKind::NoPrice,
    CleaningKind::Returns,
];

/// Counts of every step.
#[derive(Debug, Default)]
pub(super) struct Tallies([Lines; LINE_STEPS.len()]);

/// The lines of one step.
#[derive(Debug, Default, Clone)]
pub(super) struct Lines {
    count: u64,
    /// Those that are not told yet.
    news: Tally,
    /// What they come to, in units.
    pub(super) revenue: i128,
}

/// The steps that touched a customer, a bit each.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Touched(u16);

impl Tallies {
    /// Counts a line.
    pub(super) fn note(&mut self, step: CleaningKind, row: u64, amount: i128) {
        let lines = &mut self.0[place(step)];
        lines.count += 1;
        lines.news.add(row);
        // Sums of all lines are checked where they are booked; what is never booked is told as well as it can be.
        lines.revenue = lines.revenue.saturating_add(amount);
    }

    /// Takes a line back that turned out to be left out for another reason. Nothing is told of such steps.
    pub(super) fn forget(&mut self, step: CleaningKind, amount: i128) {
        let lines = &mut self.0[place(step)];
        lines.count -= 1;
        lines.revenue = lines.revenue.saturating_sub(amount);
    }

    /// What is to be told of the lines of a step that were noted since this was asked last. Of several files it is asked after each, so
    /// that the rows are those of one file.
    pub(super) fn news(
        &mut self,
        step: CleaningKind,
        notice: impl FnOnce(u64, Vec<u64>) -> Notice,
    ) -> Option<Notice> {
        std::mem::take(&mut self.0[place(step)].news).told(notice)
    }

    pub(super) fn of(&self, step: CleaningKind) -> &Lines {
        &self.0[place(step)]
    }

    /// Takes the counts of a later part of the file.
    pub(super) fn merge(&mut self, later: Tallies) {
        for (lines, more) in self.0.iter_mut().zip(later.0) {
            lines.count += more.count;
            lines.news.join(&more.news);
            lines.revenue = lines.revenue.saturating_add(more.revenue);
        }
    }

    /// The steps that touched a line or were asked for, given who was touched.
    pub(super) fn steps<'a>(
        &self,
        touched: impl Iterator<Item = &'a Touched>,
        applied: impl Fn(CleaningKind) -> bool,
        to_f64: impl Fn(i128) -> f64,
    ) -> Vec<CleaningStep> {
        let mut customers = [0_u64; LINE_STEPS.len()];
        for touched in touched {
            for (place, count) in customers.iter_mut().enumerate() {
                *count += u64::from(touched.0 >> place & 1);
            }
        }
        let steps = LINE_STEPS.iter().zip(&self.0).zip(customers);
        let told = steps.filter(|((_, lines), _)| lines.count > 0);
        told.map(|((&kind, lines), customers)| CleaningStep {
            customers,
            revenue: (kind != CleaningKind::WithoutAmount).then(|| to_f64(lines.revenue)),
            ..CleaningStep::new(kind, lines.count, applied(kind))
        })
        .collect()
    }
}

impl Touched {
    pub(super) fn note(&mut self, step: CleaningKind) {
        self.0 |= 1 << place(step);
    }

    pub(super) fn join(&mut self, other: Touched) {
        self.0 |= other.0;
    }
}

/// Where a step stands among [`LINE_STEPS`]; the enum begins with them in this order.
fn place(step: CleaningKind) -> usize {
    (step as usize).min(LINE_STEPS.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_lines_come_first_in_the_enum() {
        assert!(LINE_STEPS.iter().enumerate().all(|(at, &step)| step as usize == at));
        assert_eq!(CleaningKind::ReturnsOnly as usize, LINE_STEPS.len());
    }
}
