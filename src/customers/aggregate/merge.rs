//! Two parts of a file become one.

use super::lines::Line;
use super::sign::Sign;
use super::{Aggregate, CleaningKind, DuplicateChoice, limits};
use crate::Error;

impl Aggregate {
    /// Takes what a later part of the same file says, so that the result is that of one pass over both.
    ///
    /// Lines of the later part that repeat one of the earlier are known only now; so it has to have kept its lines
    /// ([`Aggregate::keep_lines`], about a hundred bytes a line).
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where `later` has not kept its lines; else as [`Aggregate::push`].
    pub(in crate::customers) fn merge(&mut self, later: Aggregate) -> Result<(), Error> {
        let Some(lines) = later.kept else { return Err(Error::UnitMismatch) };
        let mut customers = Vec::with_capacity(later.ledger.len());
        for number in 0..later.ledger.len() as u32 {
            customers.push(self.customer(later.customers.get(number))?);
        }
        self.spellings.merge(&later.spellings, &customers);
        let row = lines.last().map_or(0, |line| line.row);
        let too_large = || Error::AmountTooLarge { row };
        for (account, &customer) in later.ledger.iter().zip(&customers) {
            self.ledger[customer as usize].merge(account).ok_or_else(too_large)?;
        }
        self.revenue = self.revenue.checked_add(later.revenue).ok_or_else(too_large)?;
        self.orders.merge(&later.orders, &customers);
        self.visits.merge(&later.visits, &customers);
        let categories = self.categories.as_mut().zip(later.categories.as_ref());
        let categories = categories.map(|(split, more)| split.merge(more, &customers)).unwrap_or_default();
        let channels = self.channels.as_mut().zip(later.channels.as_ref());
        let channels = channels.map(|(split, more)| split.merge(more, &customers)).unwrap_or_default();
        if let Some((discounts, more)) = self.discounts.as_mut().zip(later.discounts.as_ref()) {
            discounts.merge(more, &customers).ok_or_else(too_large)?;
        }
        self.months.merge(&later.months);
        self.tallies.merge(later.tallies);
        for (id, met) in later.opt_outs.into_iter().flatten().filter(|(_, met)| *met) {
            self.opt_outs.get_or_insert_default().insert(id, met);
        }
        if let Some((first, last)) = later.days {
            let (earliest, latest) = self.days.unwrap_or((first, last));
            self.days = Some((earliest.min(first), latest.max(last)));
        }
        self.has_times |= later.has_times;
        self.rows += later.rows;

        let kind = |kinds: &[u32], kind: u32| kinds.get(kind as usize).copied().unwrap_or(kind);
        let lines = lines.into_iter().map(|line| Line {
            customer: customers[line.customer as usize],
            category: kind(&categories, line.category),
            channel: kind(&channels, line.channel),
            ..line
        });
        let (repeated, new): (Vec<Line>, Vec<Line>) = lines.partition(|line| {
            line.fingerprint.is_some_and(|fingerprint| self.duplicates.contains(fingerprint))
        });
        repeated.iter().try_for_each(|line| self.repeat(line))?;
        if let Some(kept) = &mut self.kept {
            kept.extend(new);
        }
        self.duplicates.merge(later.duplicates);
        if self.options.duplicate_rows == DuplicateChoice::Drop && self.duplicates.is_overfull() {
            return Err(Error::TooManyRowsToCompare { limit: limits::LINES_COMPARED as u64 });
        }
        Ok(())
    }

    /// Makes a line that was taken for the first of its kind what it is: a repetition.
    fn repeat(&mut self, line: &Line) -> Result<(), Error> {
        self.touch(CleaningKind::DuplicateRows, line.customer, line.row, line.amount);
        if self.options.duplicate_rows == DuplicateChoice::Keep {
            return Ok(());
        }
        // Customers, orders and days it belongs to stay: the line it repeats belongs to the same.
        if let Some(kind) = line.non_product {
            self.tallies.forget(kind.step(), line.amount);
        }
        if line.excluded {
            return Ok(());
        }
        if line.is_return {
            self.tallies.forget(CleaningKind::Returns, line.amount);
        }
        self.book(line, Sign::TakeAway).ok_or(Error::AmountTooLarge { row: line.row })
    }
}
