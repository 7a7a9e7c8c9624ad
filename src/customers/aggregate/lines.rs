//! One line of a file, as far as sums need it.

use super::calendar::MINUTES;
use crate::customers::NonProduct;

/// A line of a known customer on a known day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Stands for all its cells, where rows have one.
    pub(super) fingerprint: Option<u64>,
    /// Where it stood in the file.
    pub(super) row: u64,
    pub(super) customer: u32,
    /// When, in minutes since 1970-01-01T00:00.
    pub(super) minute: i32,
    /// What it comes to, in units of money.
    pub(super) amount: i128,
    pub(super) is_return: bool,
    /// Why it sells no product, where it does not.
    pub(super) non_product: Option<NonProduct>,
    /// Left out for that reason.
    pub(super) excluded: bool,
    /// Pieces, in units of the quantity; 0 where it does not say.
    pub(super) pieces: i64,
    /// What was taken off, in units of the discount; 0 where it does not say.
    pub(super) discount: i64,
    /// Quantity × unit price; `NaN` where it does not say or nobody asks.
    pub(super) list_price: f64,
    pub(super) category: u32,
    pub(super) channel: u32,
}

impl Line {
    /// The day, since 1970-01-01.
    pub(super) fn day(&self) -> i32 {
        self.minute.div_euclid(MINUTES)
    }
}
