//! What products of numbers tell: which money is only a factor of other money, as `Amount` in a table whose `Total` is amount times price,
//! and which column is pieces times price less the discount.

use super::kept_rows::KeptRows;
use super::orders::{is_money, kept_place};
use super::roles::Proposal;
use super::{ColumnReport, ColumnType, Role};

/// Rows that are looked at, and rows it takes at least to tell.
const ROWS: usize = 200;
const ENOUGH: usize = 20;

/// Columns of numbers that are looked at.
const COLUMNS: usize = 16;

/// The columns of money that, times another column, give a third one of money in nearly every row: what was paid is that.
pub(super) fn factors(rows: &KeptRows, reports: &[ColumnReport]) -> Vec<usize> {
    let numbers = columns_of_numbers(rows, reports);
    let money: Vec<usize> = numbers.iter().copied().filter(|at| is_money(&reports[*at])).collect();
    if money.len() < 2 {
        return Vec::new();
    }
    let mut read = vec![Vec::new(); reports.len()];
    numbers.iter().for_each(|at| read[*at] = numbers_in(rows, *at, &reports[*at]));
    let gives = |factor: usize, total: usize| {
        let others = numbers.iter().filter(|at| **at != factor && **at != total);
        factor != total
            && others.into_iter().any(|other| is_product(&read[factor], &read[*other], &read[total]))
    };
    let is_factor = |factor: &usize| money.iter().any(|total| gives(*factor, *total));
    money.iter().copied().filter(is_factor).collect()
}

/// Where no column is called what the lines cost, the one that is pieces times price less the discount, a share, hundredths or money, in
/// nearly every row.
pub(super) fn net_total(rows: &KeptRows, reports: &[ColumnReport], proposals: &[Proposal]) -> Option<usize> {
    let at = |role: Role| kept_place(rows, proposals, role);
    if at(Role::Amount).is_some() {
        return None;
    }
    let known = [at(Role::Quantity)?, at(Role::UnitPrice)?, at(Role::Discount)?];
    let [pieces, prices, discounts] = known.map(|at| numbers_in(rows, at, &reports[at]));
    let rows_of = |net: fn(f64, f64) -> f64| -> Vec<f64> {
        let lines = pieces.iter().zip(&prices).map(|(pieces, price)| pieces * price);
        lines.zip(&discounts).map(|(line, off)| net(line, *off)).collect()
    };
    let nets =
        [|line, off| line * (1.0 - off), |line, off| line * (1.0 - off / 100.0), |line, off| line - off];
    let nets = nets.map(rows_of);
    let taken_off = discounts.iter().filter(|off| **off > 0.0).count();
    let is_net = |at: &usize| {
        let total = numbers_in(rows, *at, &reports[*at]);
        taken_off * 2 >= ENOUGH && nets.iter().any(|net| is_same(net, &total))
    };
    columns_of_numbers(rows, reports).into_iter().filter(|at| !known.contains(at)).find(is_net)
}

fn columns_of_numbers(rows: &KeptRows, reports: &[ColumnReport]) -> Vec<usize> {
    let is_number =
        |at: &usize| reports[*at].kind == ColumnType::Number && reports[*at].personal_data.is_none();
    rows.columns_of(reports).filter(is_number).take(COLUMNS).collect()
}

/// The numbers of a column in the rows that are looked at, NaN where there is none.
fn numbers_in(rows: &KeptRows, at: usize, report: &ColumnReport) -> Vec<f64> {
    (0..rows.len().min(ROWS)).map(|row| rows.number(row, at, report).unwrap_or(f64::NAN)).collect()
}

/// Whether `a` times `b` is `total`, and neither of them is just 1.
fn is_product(a: &[f64], b: &[f64], total: &[f64]) -> bool {
    let product: Vec<f64> = a.iter().zip(b).map(|(a, b)| a * b).collect();
    let rows = a.iter().zip(b).zip(total);
    let telling = rows.filter(|((a, b), total)| a != total && b != total && !(*a * *b * *total).is_nan());
    telling.count() * 2 >= ENOUGH && is_same(&product, total)
}

/// Whether two columns are the same to the cent in nineteen rows of twenty.
fn is_same(some: &[f64], total: &[f64]) -> bool {
    let known = some.iter().zip(total).filter(|(some, total)| !(*some * *total).is_nan());
    let (known, same) = known.fold((0, 0), |(known, same), (some, total)| {
        (known + 1, same + usize::from((some - total).abs() <= 0.005 + 1e-9 * total.abs()))
    });
    known >= ENOUGH && same * 20 >= known * 19
}
