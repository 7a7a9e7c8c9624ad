//! Which cells are empty together: lists often write an order's number, day and customer in the first of its lines only.

use super::dates::moment;
use super::kept_rows::KeptRows;
use super::{ColumnReport, Role, Shape};

/// Customers with rows below them that are seen at least.
const FEWEST_BLOCKS: usize = 8;

/// One row in so many goes on with the one above, at least.
const RARE: usize = 50;

/// The column of order ids where its empty cells mean the order above, and the columns that are empty with it.
pub(super) fn orders_go_on(
    rows: &KeptRows,
    shape: Shape,
    reports: &[ColumnReport],
) -> Option<(usize, Vec<usize>)> {
    let Purchases { order, date, customer } = purchases(rows, shape, reports)?;
    let money = place(rows, reports, Role::Amount).or(place(rows, reports, Role::UnitPrice))?;
    let (named, going): (Vec<usize>, Vec<usize>) = (0..rows.len()).partition(|row| rows.has(*row, order));
    let missing = |column: usize| reports[column].missing;
    let paid = going.iter().filter(|row| rows.has(**row, money)).count();
    let fits = !going.is_empty()
        && named.first() == Some(&0)
        && going.len() * RARE >= rows.len()
        && paid * 5 >= going.len() * 4
        && going.iter().all(|row| !rows.has(*row, date) && !rows.has(*row, customer))
        && named.iter().all(|row| rows.has(*row, date))
        && missing(order) == missing(date)
        && missing(order) <= missing(customer);
    fits.then(|| (order, vec![order, date, customer]))
}

/// The column of customers where each stands in the first of their rows only, as in a list by customer whose cells were merged. It
/// has to look like one: every customer is named once, in order, rows have their own orders and days, and days begin again with
/// each customer. In a list by day, rows without a customer are guests'.
pub(super) fn customers_go_on(
    rows: &KeptRows,
    shape: Shape,
    reports: &[ColumnReport],
    all: u64,
) -> Option<usize> {
    let Purchases { order, date, customer } = purchases(rows, shape, reports)?;
    let format = reports[date].date?;
    let named: Vec<usize> = (0..rows.len()).filter(|row| rows.has(*row, customer)).collect();
    let once = reports[customer].distinct + reports[customer].missing;
    let cells = || named.iter().map(|&row| rows.cell(row, customer));
    // Numbers of one width are in order as text is; of several they are by their width first.
    let size = |cell: &[u8]| if cell.iter().all(u8::is_ascii_digit) { cell.len() } else { 0 };
    let in_order = cells().zip(cells().skip(1)).all(|(one, next)| (size(one), one) < (size(next), next));
    let days: Vec<Option<i64>> = (0..rows.len()).map(|row| moment(rows.cell(row, date), format)).collect();
    let ends = named.iter().skip(1).copied().chain([days.len()]);
    let blocks = || named.iter().copied().zip(ends.clone()).map(|(from, to)| &days[from..to]);
    let sorted =
        blocks().all(|days| days.is_sorted()) || blocks().all(|days| days.is_sorted_by(|a, b| a >= b));
    let by_day = days.is_sorted() || days.is_sorted_by(|a, b| a >= b);
    let fits = named.first() == Some(&0)
        && named.len() >= FEWEST_BLOCKS
        && named.len() * 4 <= rows.len() * 3
        && once == all
        && (0..rows.len()).all(|row| rows.has(row, order) && rows.has(row, date))
        && in_order
        && sorted
        && !by_day;
    fits.then_some(customer)
}

/// Where lines of purchases name their order, day and customer.
struct Purchases {
    order: usize,
    date: usize,
    customer: usize,
}

fn purchases(rows: &KeptRows, shape: Shape, reports: &[ColumnReport]) -> Option<Purchases> {
    let at = |role: Role| place(rows, reports, role);
    let (order, date, customer) = (at(Role::OrderId)?, at(Role::Date)?, at(Role::CustomerId)?);
    (shape == Shape::Transactions).then_some(Purchases { order, date, customer })
}

fn place(rows: &KeptRows, reports: &[ColumnReport], role: Role) -> Option<usize> {
    reports.iter().position(|report| report.role == role).filter(|index| *index < rows.width())
}
