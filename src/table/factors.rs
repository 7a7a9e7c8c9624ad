//! Which money is only a factor of other money: `Amount` in a table whose `Total` is amount times price.

use super::kept_rows::KeptRows;
use super::numbers::{self, Decimal};
use super::orders::is_money;
use super::{ColumnReport, ColumnType, DecimalMark};

/// Rows that are looked at, and rows it takes at least to tell.
const ROWS: usize = 200;
const ENOUGH: usize = 20;

/// Columns of numbers that are looked at.
const COLUMNS: usize = 16;

/// The columns of money that, times another column, give a third one of money in nearly every row: what was paid is that.
pub(super) fn factors(rows: &KeptRows, reports: &[ColumnReport]) -> Vec<usize> {
    let is_number =
        |at: &usize| reports[*at].kind == ColumnType::Number && reports[*at].personal_data.is_none();
    let numbers: Vec<usize> = (0..rows.width().min(reports.len())).filter(is_number).take(COLUMNS).collect();
    let money: Vec<usize> = numbers.iter().copied().filter(|at| is_money(&reports[*at])).collect();
    if money.len() < 2 {
        return Vec::new();
    }
    let values = |at: usize| -> Vec<f64> {
        let mark = reports[at].decimal.unwrap_or(DecimalMark::Point);
        let value = |row| numbers::read(rows.cell(row, at), mark).map_or(f64::NAN, Decimal::to_f64);
        (0..rows.len().min(ROWS)).map(value).collect()
    };
    let read: Vec<(usize, Vec<f64>)> = numbers.into_iter().map(|at| (at, values(at))).collect();
    let of_money = || read.iter().filter(|(at, _)| money.contains(at));
    let gives = |factor: &(usize, Vec<f64>), total: &(usize, Vec<f64>)| {
        let others = read.iter().filter(|(at, _)| *at != factor.0 && *at != total.0);
        others.into_iter().any(|(_, other)| is_product(&factor.1, other, &total.1))
    };
    let is_factor =
        |factor: &&(usize, Vec<f64>)| of_money().any(|total| total.0 != factor.0 && gives(factor, total));
    of_money().filter(is_factor).map(|(at, _)| *at).collect()
}

/// Whether `a` times `b` is `total` to the cent in nineteen rows of twenty, and neither of them is just 1.
fn is_product(a: &[f64], b: &[f64], total: &[f64]) -> bool {
    let rows = || a.iter().zip(b).zip(total).map(|((a, b), total)| (*a, *b, *total));
    let known = rows().filter(|(a, b, total)| !(a * b * total).is_nan()).count();
    let fits = |(a, b, total): &(f64, f64, f64)| (a * b - total).abs() <= 0.005 + 1e-9 * total.abs();
    let telling = |(a, b, total): &(f64, f64, f64)| fits(&(*a, *b, *total)) && *a != *total && *b != *total;
    known >= ENOUGH
        && rows().filter(fits).count() * 20 >= known * 19
        && rows().filter(telling).count() * 2 >= ENOUGH
}
