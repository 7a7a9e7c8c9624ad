//! Columns that repeat what another says of persons: a description that is the customer's name once more.

use super::kept_rows::KeptRows;
use super::personal::{Personal, PersonalData};
use super::{ColumnReport, ColumnType};

/// Rows it takes at least to tell.
const ENOUGH: usize = 10;

/// The columns of text whose cells are in half the rows those of a column of personal data, with what these are.
pub(super) fn echoes(rows: &KeptRows, reports: &[ColumnReport]) -> Vec<(usize, PersonalData)> {
    let columns = || rows.columns_of(reports).map(|at| (at, &reports[at]));
    let personal = |report: &ColumnReport| {
        let text = report.kind == ColumnType::Text;
        report.personal_data.filter(|data| text && data.verdict() == Personal::Drop)
    };
    let said: Vec<(usize, PersonalData)> =
        columns().filter_map(|(at, report)| Some((at, personal(report)?))).collect();
    let open =
        columns().filter(|(_, report)| report.kind == ColumnType::Text && report.personal_data.is_none());
    open.filter_map(|(at, _)| {
        let (_, data) = said.iter().find(|(other, _)| are_alike(rows, at, *other))?;
        Some((at, *data))
    })
    .collect()
}

fn are_alike(rows: &KeptRows, column: usize, other: usize) -> bool {
    let both = (0..rows.len()).filter(|row| rows.has(*row, column) && rows.has(*row, other));
    let (all, alike) = both.fold((0, 0), |(all, alike), row| {
        let same = rows.cell(row, column).eq_ignore_ascii_case(rows.cell(row, other));
        (all + 1, alike + usize::from(same))
    });
    all >= ENOUGH && alike * 2 >= all
}
