//! Where the columns with a role stand, and what a line says in them.

use crate::Error;
use crate::customers::money::Money;
use crate::table::{Batch, Cells, MISSING, Personal, Reading, Role};

/// The columns that lines are read from.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) customer: usize,
    pub(super) date: usize,
    pub(super) order: Option<usize>,
    /// Whether an order's id of C and digits marks a return: not where most are such.
    pub(super) c_marks_returns: bool,
    /// Whether orders' ids begin again, so that an order is an id on a day.
    pub(super) with_day: bool,
    pub(super) money: Money,
    pub(super) quantity: Option<Exact>,
    pub(super) price: Option<Exact>,
    pub(super) discount: Option<Exact>,
    /// What was bought: codes, names.
    pub(super) products: Vec<usize>,
    pub(super) category: Option<usize>,
    pub(super) channel: Option<usize>,
}

/// A column of exact decimals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Exact {
    /// Where it stands.
    pub(super) at: usize,
    /// Decimal places.
    scale: u8,
}

impl Columns {
    pub(super) fn new(reading: &Reading) -> Result<Self, Error> {
        let exact = |role| reading.position(role).map(|at| Exact { at, scale: reading.columns[at].scale });
        // What becomes part of a feature's name must not be personal.
        let kinds =
            |role| reading.position(role).filter(|at| reading.columns[*at].personal == Personal::None);
        let is_product = |at: &usize| {
            let column = &reading.columns[*at];
            column.role == Role::Product && column.personal == Personal::None
        };
        let order = reading.position(Role::OrderId);
        Ok(Columns {
            customer: reading.position(Role::CustomerId).ok_or(Error::NoCustomerColumn)?,
            date: reading.position(Role::Date).ok_or(Error::NoDateColumn)?,
            order,
            c_marks_returns: order.is_none_or(|at| !reading.columns[at].c_is_common),
            with_day: order.is_some_and(|at| reading.columns[at].with_day),
            money: Money::new(reading).ok_or(Error::NoAmountColumn)?,
            quantity: exact(Role::Quantity),
            price: exact(Role::UnitPrice),
            discount: exact(Role::Discount),
            products: (0..reading.columns.len()).filter(is_product).collect(),
            category: kinds(Role::Category),
            channel: kinds(Role::Channel),
        })
    }

    /// What the goods of a line cost by quantity and unit price, in the file's money; `NaN` where it does not say.
    pub(super) fn list_price(&self, batch: &Batch, index: usize) -> f64 {
        let value = |column: Option<Exact>| {
            let column = column?;
            Some(column.to_f64(column.of(batch, index)?.into()))
        };
        value(self.quantity).zip(value(self.price)).map_or(f64::NAN, |(pieces, price)| pieces * price)
    }
}

impl Exact {
    /// The cell of the row at `index`, in units; `None` where missing.
    #[inline]
    pub(super) fn of(self, batch: &Batch, index: usize) -> Option<i64> {
        match &batch.columns[self.at] {
            Cells::Exact { units, .. } => Some(units[index]).filter(|&units| units != MISSING),
            _ => None,
        }
    }

    /// Units as a number.
    pub(super) fn to_f64(self, units: i128) -> f64 {
        units as f64 / power_of_ten(self.scale) as f64
    }

    /// How many units make one.
    pub(super) fn one(self) -> i128 {
        power_of_ten(self.scale)
    }
}

/// The text of the row at `index`; empty where it is missing or not read.
#[inline]
pub(super) fn text_at(batch: &Batch, column: usize, index: usize) -> &str {
    match &batch.columns[column] {
        Cells::Texts(texts) => texts.get(index),
        _ => "",
    }
}

fn power_of_ten(places: u8) -> i128 {
    (0..places).fold(1, |power, _| power * 10)
}
