//! Exact money: amounts as whole units of a power of ten, so that a sum does not depend on its order.

use crate::table::{Batch, Cells, MISSING, Reading, Role};

/// Where the money of a line comes from, and in which unit it is counted.
#[derive(Debug)]
pub(super) struct Money {
    source: Source,
    /// Decimal places of the unit.
    scale: u8,
}

#[derive(Debug)]
enum Source {
    Amount(usize),
    QuantityTimesPrice(usize, usize),
}

impl Money {
    /// The amount column, else quantity × unit price; `None` where the file has neither.
    pub(super) fn new(reading: &Reading) -> Option<Self> {
        let scale = |at: usize| reading.columns[at].scale;
        if let Some(amount) = reading.position(Role::Amount) {
            return Some(Money { source: Source::Amount(amount), scale: scale(amount) });
        }
        let (quantity, price) = reading.position(Role::Quantity).zip(reading.position(Role::UnitPrice))?;
        Some(Money {
            source: Source::QuantityTimesPrice(quantity, price),
            scale: scale(quantity) + scale(price),
        })
    }

    /// The amount of the row at `index`, in units; `None` where a cell it needs is missing.
    pub(super) fn of(&self, batch: &Batch, index: usize) -> Option<i128> {
        let cell = |at: usize| match &batch.columns[at] {
            Cells::Exact { units, .. } if units[index] != MISSING => Some(i128::from(units[index])),
            _ => None,
        };
        match self.source {
            Source::Amount(amount) => cell(amount),
            Source::QuantityTimesPrice(quantity, price) => Some(cell(quantity)? * cell(price)?),
        }
    }

    /// Whether it is quantity × unit price, and not an amount that the file says.
    pub(super) fn is_computed(&self) -> bool {
        matches!(self.source, Source::QuantityTimesPrice(..))
    }

    /// How many units make one of the file's money.
    pub(super) fn one(&self) -> f64 {
        (0..self.scale).fold(1.0, |unit, _| unit * 10.0)
    }

    /// Units as a number in the file's money.
    pub(super) fn to_f64(&self, units: i128) -> f64 {
        units as f64 / self.one()
    }
}
