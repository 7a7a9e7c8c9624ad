//! Exact money: amounts as whole units of a power of ten, so that a sum does not depend on its order.

use crate::table::{Batch, Beside, Cells, MISSING, Reading, Role};

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
    /// Things that were bought: so many pieces, or one a row.
    Things(Option<usize>),
}

impl Money {
    /// The amount column, else quantity × unit price, else the number of things where they stand in for it; `None` where the file has none.
    pub(super) fn new(reading: &Reading) -> Option<Self> {
        let scale = |at: usize| reading.columns[at].scale;
        if let Some(amount) = reading.position(Role::Amount) {
            return Some(Money { source: Source::Amount(amount), scale: scale(amount) });
        }
        let quantity = reading.position(Role::Quantity);
        let things = reading.columns.iter().any(|column| column.beside == Some(Beside::Things));
        let Some(price) = reading.position(Role::UnitPrice) else {
            let scale = quantity.map_or(0, scale);
            return things.then_some(Money { source: Source::Things(quantity), scale });
        };
        let quantity = quantity?;
        Some(Money {
            source: Source::QuantityTimesPrice(quantity, price),
            scale: scale(quantity) + scale(price),
        })
    }

    /// The amount of the row at `index`, in units; `None` where a cell it needs is missing.
    pub(super) fn of(&self, batch: &Batch, index: usize) -> Option<i128> {
        let cell = |at: usize| match &batch.columns[at] {
            Cells::Exact { units, .. } if units[index] != MISSING => Some(units[index]),
            _ => None,
        };
        match self.source {
            Source::Amount(amount) => cell(amount).map(i128::from),
            Source::Things(None) => Some(1),
            Source::Things(Some(quantity)) => cell(quantity).map(i128::from),
            Source::QuantityTimesPrice(quantity, price) => Some(product(cell(quantity)?, cell(price)?)),
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

/// The exact product. Factors of 32 bits, which nearly all are, need no multiplication of 128, which takes wasm a call.
#[inline]
fn product(one: i64, other: i64) -> i128 {
    match (i32::try_from(one), i32::try_from(other)) {
        (Ok(_), Ok(_)) => i128::from(one * other),
        _ => i128::from(one) * i128::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_exact() {
        for (one, other, expect) in [
            (-3, 7, -21),
            (i64::from(i32::MIN), i64::from(i32::MIN), 1 << 62),
            (i64::MAX, 2, 18_446_744_073_709_551_614),
        ] {
            assert_eq!((product(one, other), product(other, one)), (expect, expect));
        }
    }
}
