//! What only lines of one order tell together: that money which each of them repeats is the order's, and not the line's.

use std::collections::BTreeMap;

use super::kept_rows::KeptRows;
use super::ranks::{Candidate, amount_rank};
use super::roles::Proposal;
use super::{ColumnReport, Role};

/// A column of money that is the order's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OrderTotal {
    /// Where it stands.
    pub(super) column: usize,
    /// Where the orders' ids stand.
    pub(super) order: usize,
}

/// Orders of several lines that must agree: while something else differs from line to line, a few show it; while nothing does, the
/// lines may just have cost the same.
const FEW: usize = 3;
const MANY: usize = 10;

/// Different totals that so many orders have at least.
const DIFFERENT: usize = 5;

/// The columns of money that are the order's: all lines of an order repeat it, while what each line cost differs, by another column
/// or by pieces times price; or, where nothing says what a line cost, while it differs between many orders.
pub(super) fn order_totals(
    rows: &KeptRows,
    reports: &[ColumnReport],
    proposals: &[Proposal],
) -> Vec<OrderTotal> {
    let at = |role: Role| kept_place(rows, proposals, role);
    let Some(order) = at(Role::OrderId) else { return Vec::new() };
    let orders = of_several_lines(rows, order);
    let number = |row: usize, column: usize| rows.number(row, column, &reports[column]);
    let money: Vec<usize> = rows.columns_of(reports).filter(|column| is_money(&reports[*column])).collect();
    let price = at(Role::UnitPrice);
    let cost = |row: usize| {
        let each = price.and_then(|price| number(row, price))?;
        let pieces = at(Role::Quantity).map_or(Some(1.0), |quantity| number(row, quantity))?;
        Some(each * pieces)
    };
    let found = money.iter().filter(|total| {
        let value = |row: usize| number(row, **total);
        let mut others = money.iter().filter(|other| other != total);
        others.any(|other| repeats(&orders, value, |row| number(row, *other)))
            || repeats(&orders, value, cost)
            || (price.is_none() && differs(&orders, value))
    });
    found.map(|column| OrderTotal { column: *column, order }).collect()
}

/// Where the column stands that is proposed for a role, if its cells are kept.
pub(super) fn kept_place(rows: &KeptRows, proposals: &[Proposal], role: Role) -> Option<usize> {
    proposals.iter().position(|proposal| proposal.role == role).filter(|at| *at < rows.width())
}

/// The rows of each order of several lines.
fn of_several_lines(rows: &KeptRows, order: usize) -> Vec<Vec<usize>> {
    let mut orders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for row in (0..rows.len()).filter(|row| rows.has(*row, order)) {
        orders.entry(rows.cell(row, order)).or_default().push(row);
    }
    orders.into_values().filter(|rows| rows.len() > 1).collect()
}

/// Whether a column may hold money that was paid.
pub(super) fn is_money(report: &ColumnReport) -> bool {
    amount_rank(&Candidate::new(report, 0)).is_some() && report.decimal.is_some()
}

/// The one value that all these rows have.
fn one_value(rows: &[usize], value: impl Fn(usize) -> Option<f64>) -> Option<f64> {
    let first = value(rows[0])?;
    rows.iter().all(|row| value(*row) == Some(first)).then_some(first)
}

/// True where all lines of each of many orders have one value, of several.
fn differs(orders: &[Vec<usize>], total: impl Fn(usize) -> Option<f64>) -> bool {
    let values = orders.iter().map(|rows| one_value(rows, &total));
    let Some(mut values) = values.collect::<Option<Vec<f64>>>() else { return false };
    let many = values.len() >= MANY;
    values.sort_unstable_by(f64::total_cmp);
    values.dedup();
    many && values.len() >= DIFFERENT
}

/// True where `total` has one value in all lines of the orders whose lines differ in `line`, of which there are enough. One order in
/// twenty may be an exception.
fn repeats(
    orders: &[Vec<usize>],
    total: impl Fn(usize) -> Option<f64>,
    line: impl Fn(usize) -> Option<f64>,
) -> bool {
    let differ = |rows: &&Vec<usize>| {
        rows.iter().all(|row| line(*row).is_some() && total(*row).is_some())
            && one_value(rows, &line).is_none()
    };
    let values: Vec<Option<f64>> = orders.iter().filter(differ).map(|rows| one_value(rows, &total)).collect();
    let alike: Vec<f64> = values.iter().copied().flatten().collect();
    // What is the same everywhere is nobody's total.
    let one = alike.iter().all(|value| *value == alike[0]);
    alike.len() >= FEW && alike.len() * 20 >= values.len() * 19 && !one
}
