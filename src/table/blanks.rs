//! Which cells are empty together: lists often write an order's number, day and customer in the first of its lines only.

use super::block::Block;
use super::cells::is_missing;
use super::{ColumnReport, Role, Shape};

/// The empty cells of the first rows.
#[derive(Default)]
pub(super) struct Blanks {
    /// One bit for each of the first 64 columns, for each row.
    rows: Vec<u64>,
}

/// Rows that are looked at.
const ROWS: usize = 1_000;

/// One row in so many goes on with the one above, at least.
const RARE: usize = 50;

impl Blanks {
    /// Looks at more rows, while there are too few.
    pub(super) fn take(&mut self, block: Block, columns: usize) {
        let more = block.records().take(ROWS - self.rows.len());
        self.rows.extend(more.map(|record| {
            (0..columns.min(64))
                .filter(|index| is_missing(record.cell(*index).trim_ascii()))
                .fold(0, |bits, index| bits | 1 << index)
        }));
    }

    /// The column of order ids where its empty cells mean the order above, and the columns that are empty with it.
    pub(super) fn goes_on(&self, shape: Shape, reports: &[ColumnReport]) -> Option<(usize, Vec<usize>)> {
        let at =
            |role: Role| reports.iter().position(|report| report.role == role).filter(|index| *index < 64);
        let (order, date, customer) = (at(Role::OrderId)?, at(Role::Date)?, at(Role::CustomerId)?);
        let money = at(Role::Amount).or(at(Role::UnitPrice))?;
        let has = |row: u64, column: usize| row >> column & 1 == 0;
        let (named, going): (Vec<u64>, Vec<u64>) = self.rows.iter().partition(|row| has(**row, order));
        let missing = |column: usize| reports[column].missing;
        let paid = going.iter().filter(|row| has(**row, money)).count();
        let fits = shape == Shape::Transactions
            && self.rows.first().is_some_and(|row| has(*row, order))
            && going.len() * RARE >= self.rows.len()
            && paid * 5 >= going.len() * 4
            && going.iter().all(|row| !has(*row, date) && !has(*row, customer))
            && named.iter().all(|row| has(*row, date))
            && missing(order) == missing(date)
            && missing(order) <= missing(customer);
        (fits && !going.is_empty()).then(|| (order, vec![order, date, customer]))
    }
}
