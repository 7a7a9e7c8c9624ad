//! What cleaning touched, line by line.

use crate::customers::{CleaningKind, CleaningStep};
use crate::limits;

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
pub(super) struct Tallies([Tally; LINE_STEPS.len()]);

/// The lines of one step.
#[derive(Debug, Default, Clone)]
pub(super) struct Tally {
    pub(super) count: u64,
    /// The first few of them that are not told yet.
    rows: Vec<u64>,
    /// How many are told.
    told: u64,
    /// What they come to, in units.
    pub(super) revenue: i128,
}

/// The steps that touched a customer, a bit each.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Touched(u16);

impl Tallies {
    /// Counts a line.
    pub(super) fn note(&mut self, step: CleaningKind, row: u64, amount: i128) {
        let tally = &mut self.0[place(step)];
        tally.count += 1;
        // Sums of all lines are checked where they are booked; what is never booked is told as well as it can be.
        tally.revenue = tally.revenue.saturating_add(amount);
        if tally.rows.len() < limits::ROWS_LISTED {
            tally.rows.push(row);
        }
    }

    /// Takes a line back that turned out to be left out for another reason.
    pub(super) fn forget(&mut self, step: CleaningKind, amount: i128) {
        let tally = &mut self.0[place(step)];
        tally.count -= 1;
        tally.revenue = tally.revenue.saturating_sub(amount);
    }

    /// The lines of a step that were noted since this was asked last: how many, and the first few of them. Of several files it is
    /// asked after each, so that the rows are those of one file.
    pub(super) fn news(&mut self, step: CleaningKind) -> Option<(u64, Vec<u64>)> {
        let tally = &mut self.0[place(step)];
        let new = tally.count - tally.told;
        tally.told = tally.count;
        (new > 0).then(|| (new, std::mem::take(&mut tally.rows)))
    }

    pub(super) fn of(&self, step: CleaningKind) -> &Tally {
        &self.0[place(step)]
    }

    /// Takes the counts of a later part of the file.
    pub(super) fn merge(&mut self, later: Tallies) {
        for (tally, more) in self.0.iter_mut().zip(later.0) {
            tally.count += more.count;
            tally.revenue = tally.revenue.saturating_add(more.revenue);
            tally.rows.extend(more.rows);
            tally.rows.truncate(limits::ROWS_LISTED);
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
        let told = steps.filter(|((_, tally), _)| tally.count > 0);
        told.map(|((&kind, tally), customers)| CleaningStep {
            customers,
            revenue: (kind != CleaningKind::WithoutAmount).then(|| to_f64(tally.revenue)),
            ..CleaningStep::new(kind, tally.count, applied(kind))
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
