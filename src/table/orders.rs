//! What only lines of one order tell together: that money which each of them repeats is the order's, and not the line's.

use std::collections::BTreeMap;

use super::block::Block;
use super::cells::{is_missing, trim};
use super::numbers::{self, Decimal};
use super::ranks::{Candidate, amount_rank};
use super::roles::Proposal;
use super::words::concepts;
use super::{ColumnReport, DecimalMark, Role};

/// The cells of the first rows.
#[derive(Default)]
pub(super) struct FirstRows {
    text: Vec<u8>,
    /// Where each cell ends, row after row.
    ends: Vec<u32>,
    /// Cells to a row.
    width: usize,
    rows: usize,
}

/// A column of money that is the order's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OrderTotal {
    /// Where it stands.
    pub(super) column: usize,
    /// Where the orders' ids stand.
    pub(super) order: usize,
}

/// Rows that are looked at.
const ROWS: usize = 1_000;

/// Columns that are looked at.
const COLUMNS: usize = 64;

/// Bytes of a cell that are kept: no number and no order's id is longer.
const CELL: usize = 48;

/// Orders of several lines that must agree: while something else differs from line to line, a few show it; while nothing does, the
/// lines may just have cost the same.
const FEW: usize = 3;
const MANY: usize = 10;

/// Different totals that so many orders have at least.
const DIFFERENT: usize = 5;

impl FirstRows {
    /// Looks at more rows, while there are too few.
    pub(super) fn take(&mut self, block: Block, columns: usize) {
        self.width = columns.min(COLUMNS);
        for record in block.records().take(ROWS - self.rows) {
            for index in 0..self.width {
                let cell = trim(record.cell(index));
                self.text.extend_from_slice(&cell[..cell.len().min(CELL)]);
                self.ends.push(self.text.len() as u32);
            }
            self.rows += 1;
        }
    }

    fn cell(&self, row: usize, column: usize) -> &[u8] {
        let at = row * self.width + column;
        let begin = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[begin as usize..self.ends[at] as usize]
    }

    fn number(&self, row: usize, column: usize, mark: DecimalMark) -> Option<f64> {
        numbers::read(self.cell(row, column), mark).map(Decimal::to_f64)
    }

    /// The columns of money that are the order's: all lines of an order repeat it, while what each line cost differs, by another column
    /// or by pieces times price; or, where nothing says what a line cost, while it differs between many orders.
    pub(super) fn order_totals(&self, reports: &[ColumnReport], proposals: &[Proposal]) -> Vec<OrderTotal> {
        let at = |role: Role| {
            proposals.iter().position(|proposal| proposal.role == role).filter(|at| *at < self.width)
        };
        let Some(order) = at(Role::OrderId) else { return Vec::new() };
        let orders = self.orders(order);
        let money: Vec<(usize, DecimalMark)> = (0..self.width.min(reports.len()))
            .filter(|column| is_money(&reports[*column]))
            .filter_map(|column| Some((column, reports[column].decimal?)))
            .collect();
        let mark = |column: usize| reports[column].decimal.unwrap_or(DecimalMark::Point);
        let price = at(Role::UnitPrice);
        let cost = |row: usize| {
            let each = price.and_then(|price| self.number(row, price, mark(price)))?;
            let pieces = at(Role::Quantity).map(|quantity| self.number(row, quantity, mark(quantity)));
            Some(each * pieces.unwrap_or(Some(1.0))?)
        };
        let found = money.iter().filter(|(total, decimal)| {
            let value = |row: usize| self.number(row, *total, *decimal);
            let mut others = money.iter().filter(|(other, _)| other != total);
            let other_lines = |(other, decimal): &(usize, DecimalMark)| {
                repeats(&orders, value, |row| self.number(row, *other, *decimal))
            };
            others.any(other_lines)
                || repeats(&orders, value, cost)
                || (price.is_none() && differs(&orders, value))
        });
        found.map(|(column, _)| OrderTotal { column: *column, order }).collect()
    }

    /// The rows of each order of several lines.
    fn orders(&self, column: usize) -> Vec<Vec<usize>> {
        let mut orders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        for row in (0..self.rows).filter(|row| !is_missing(self.cell(*row, column))) {
            orders.entry(self.cell(row, column)).or_default().push(row);
        }
        orders.into_values().filter(|rows| rows.len() > 1).collect()
    }
}

fn is_money(report: &ColumnReport) -> bool {
    let candidate = Candidate { report, concepts: concepts(&report.name), rows: 0 };
    amount_rank(&candidate).is_some()
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
    let (mut all, mut alike) = (0, 0);
    for rows in orders.iter().filter(differ) {
        (all, alike) = (all + 1, alike + usize::from(one_value(rows, &total).is_some()));
    }
    alike >= FEW && alike * 20 >= all * 19
}
