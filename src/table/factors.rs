//! Which money is only a factor of other money: `Amount` in a table whose `Total` is amount times price.

use super::kept_rows::KeptRows;
use super::orders::is_money;
use super::{ColumnReport, ColumnType};

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
    let mut read = vec![Vec::new(); reports.len()];
    for &at in &numbers {
        let value = |row| rows.number(row, at, &reports[at]).unwrap_or(f64::NAN);
        read[at] = (0..rows.len().min(ROWS)).map(value).collect();
    }
    let gives = |factor: usize, total: usize| {
        let others = numbers.iter().filter(|at| **at != factor && **at != total);
        factor != total
            && others.into_iter().any(|other| is_product(&read[factor], &read[*other], &read[total]))
    };
    let is_factor = |factor: &usize| money.iter().any(|total| gives(*factor, *total));
    money.iter().copied().filter(is_factor).collect()
}

/// Whether `a` times `b` is `total` to the cent in nineteen rows of twenty, and neither of them is just 1.
fn is_product(a: &[f64], b: &[f64], total: &[f64]) -> bool {
    let (mut known, mut fitting, mut telling) = (0, 0, 0);
    for ((a, b), total) in a.iter().zip(b).zip(total) {
        let fits = (a * b - total).abs() <= 0.005 + 1e-9 * total.abs();
        known += usize::from(!(a * b * total).is_nan());
        fitting += usize::from(fits);
        telling += usize::from(fits && a != total && b != total);
    }
    known >= ENOUGH && fitting * 20 >= known * 19 && telling * 2 >= ENOUGH
}
