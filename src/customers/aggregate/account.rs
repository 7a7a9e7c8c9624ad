//! What is known of one customer.

use super::calendar::{is_nov_dec, quarter_of};
use super::limits;
use super::sign::Sign;
use super::tallies::Touched;

/// Exact running sums of one customer. Money is in units of the file's, pieces in units of the quantity's.
#[derive(Debug, Clone, Default)]
pub(super) struct Account {
    /// First and last day of a purchase, since 1970-01-01.
    pub(super) purchases: Option<(i32, i32)>,
    /// Lines that are purchases.
    pub(super) lines: u32,
    /// Whether any line counts, a return too.
    pub(super) booked: bool,
    pub(super) touched: Touched,
    /// Net spend.
    pub(super) net: i128,
    /// Spend on purchases, nothing taken off for returns.
    pub(super) sales: i128,
    /// Pieces bought.
    pub(super) pieces: i128,
    /// Spend on purchases in the first three quarters of the year; the fourth is the rest.
    pub(super) quarters: [i128; 3],
    /// Spend on purchases in November and December.
    pub(super) nov_dec: i128,
}

/// While the ledger grows to hold all customers, its half lies beside it: a gigabyte at most, where there are only four.
const _: () = {
    let bytes = limits::CUSTOMERS.next_power_of_two() as u64 * size_of::<Account>() as u64;
    assert!(cfg!(not(target_pointer_width = "32")) || bytes + bytes / 2 <= 1 << 30);
};

/// What a line adds to the sums or takes away again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Booking {
    pub(super) sign: Sign,
    /// With its sign.
    pub(super) amount: i128,
    pub(super) is_return: bool,
    pub(super) pieces: i64,
    pub(super) month: i32,
}

impl Account {
    /// Books a line; `None` where a sum can no longer be exact.
    pub(super) fn book(&mut self, line: Booking) -> Option<()> {
        let Booking { sign, amount, .. } = line;
        self.net = self.net.checked_add(amount)?;
        if line.is_return {
            return Some(());
        }
        self.sales = self.sales.checked_add(amount)?;
        self.lines = self.lines.wrapping_add_signed(sign.one());
        self.pieces += sign.of(line.pieces.max(0).into());
        // Parts of sales, which are checked.
        if let Some(quarter) = self.quarters.get_mut(quarter_of(line.month)) {
            *quarter += amount;
        }
        if is_nov_dec(line.month) {
            self.nov_dec += amount;
        }
        Some(())
    }

    /// Takes a purchase on `day`.
    pub(super) fn visit(&mut self, day: i32) {
        let (first, last) = self.purchases.unwrap_or((day, day));
        self.purchases = Some((first.min(day), last.max(day)));
    }

    /// Takes what another part of the file says of the same customer; `None` where a sum can no longer be exact.
    pub(super) fn merge(&mut self, other: &Account) -> Option<()> {
        for day in other.purchases.into_iter().flat_map(|(first, last)| [first, last]) {
            self.visit(day);
        }
        self.lines += other.lines;
        self.booked |= other.booked;
        self.touched.join(other.touched);
        self.net = self.net.checked_add(other.net)?;
        self.sales = self.sales.checked_add(other.sales)?;
        self.pieces += other.pieces;
        self.quarters.iter_mut().zip(other.quarters).for_each(|(sum, more)| *sum += more);
        self.nov_dec += other.nov_dec;
        Some(())
    }

    /// Spend on purchases in a quarter of the year, from 0.
    pub(super) fn quarter(&self, quarter: usize) -> i128 {
        self.quarters.get(quarter).copied().unwrap_or_else(|| self.sales - self.quarters.iter().sum::<i128>())
    }
}
