//! Which cells are empty together: lists often write an order's number, day and customer in the first of its lines only.

use super::block::Block;
use super::cells::is_missing;
use super::dates::moment;
use super::{ColumnReport, Role, Shape};

/// The empty cells of the first rows.
#[derive(Default)]
pub(super) struct Blanks {
    /// One bit for each of the first 64 columns, for each row.
    rows: Vec<u64>,
    /// Their cells in these columns, end to end, and where each ends.
    text: Vec<u8>,
    ends: Vec<usize>,
    width: usize,
}

/// Rows that are looked at, and bytes of them after which it is enough.
const ROWS: usize = 1_000;
const BYTES: usize = 1 << 20;

/// Customers with rows below them that are seen at least.
const FEWEST_BLOCKS: usize = 8;

/// One row in so many goes on with the one above, at least.
const RARE: usize = 50;

impl Blanks {
    /// Looks at more rows, while there are too few.
    pub(super) fn take(&mut self, block: Block, columns: usize) {
        self.width = columns.min(64);
        for record in block.records().take(ROWS - self.rows.len()) {
            if self.text.len() > BYTES {
                return;
            }
            let mut bits = 0;
            for index in 0..self.width {
                let cell = record.cell(index).trim_ascii();
                bits |= u64::from(is_missing(cell)) << index;
                self.text.extend_from_slice(cell);
                self.ends.push(self.text.len());
            }
            self.rows.push(bits);
        }
    }

    /// The column of customers where each stands in the first of their rows only, as in a list by customer whose cells were merged. It
    /// has to look like one: every customer is named once, in order, rows have their own orders and days, and days begin again with
    /// each customer. In a list by day, rows without a customer are guests'.
    pub(super) fn customers_go_on(&self, shape: Shape, reports: &[ColumnReport], rows: u64) -> Option<usize> {
        let at =
            |role: Role| reports.iter().position(|report| report.role == role).filter(|index| *index < 64);
        let (order, date, customer) = (at(Role::OrderId)?, at(Role::Date)?, at(Role::CustomerId)?);
        let format = reports[date].date?;
        let named: Vec<usize> = (0..self.rows.len()).filter(|row| self.has(*row, customer)).collect();
        let once = reports[customer].distinct + reports[customer].missing;
        let cells = || named.iter().map(|&row| self.cell(row, customer));
        // Numbers of one width are in order as text is; of several they are by their width first.
        let size = |cell: &[u8]| if cell.iter().all(u8::is_ascii_digit) { cell.len() } else { 0 };
        let in_order = cells().zip(cells().skip(1)).all(|(one, next)| (size(one), one) < (size(next), next));
        let days: Vec<Option<i64>> =
            (0..self.rows.len()).map(|row| moment(self.cell(row, date), format)).collect();
        let ends = named.iter().skip(1).copied().chain([days.len()]);
        let blocks = || named.iter().copied().zip(ends.clone()).map(|(from, to)| &days[from..to]);
        let sorted =
            blocks().all(|days| days.is_sorted()) || blocks().all(|days| days.is_sorted_by(|a, b| a >= b));
        let by_day = days.is_sorted() || days.is_sorted_by(|a, b| a >= b);
        let fits = shape == Shape::Transactions
            && named.first() == Some(&0)
            && named.len() >= FEWEST_BLOCKS
            && named.len() * 4 <= self.rows.len() * 3
            && once == rows
            && (0..self.rows.len()).all(|row| self.has(row, order) && self.has(row, date))
            && in_order
            && sorted
            && !by_day;
        fits.then_some(customer)
    }

    fn has(&self, row: usize, column: usize) -> bool {
        self.rows[row] >> column & 1 == 0
    }

    fn cell(&self, row: usize, column: usize) -> &[u8] {
        let at = row * self.width + column;
        &self.text[if at == 0 { 0 } else { self.ends[at - 1] }..self.ends[at]]
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
