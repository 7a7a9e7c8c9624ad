//! Which features say the same: the correlation of every pair, as colour.

use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::error::{ChartError, same_length};
use crate::grid::Grid;
use crate::mark::Mark;
use crate::measured::Measured;
use crate::sheet::{Anchor, Sheet};
use crate::text;
use crate::theme::Theme;

/// The data of [`correlogram`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Correlogram {
    /// The features' names.
    pub names: Vec<String>,
    /// A correlation from −1 to 1 for each pair, row by row, names × names of them; only those below the diagonal are drawn.
    /// None, or one that is not finite, leaves the cell without a colour.
    pub values: Vec<Option<f64>>,
    /// What is written on each cell, in the same order.
    pub texts: Vec<String>,
}

/// Draws a cell a pair of features, each pair once: paper where they have nothing in common, full colour where one tells the
/// other.
///
/// One mark a cell: the label is the row's feature, the values are the column's feature and the cell's text, `series` is the row
/// and `index` the column among the names.
///
/// # Errors
///
/// [`ChartError::NoData`] with fewer than two features, [`ChartError::LengthMismatch`], [`ChartError::BadSize`],
/// [`ChartError::Backend`].
pub fn correlogram<B: DrawingBackend>(
    on: Measured<B>,
    data: &Correlogram,
    theme: &Theme,
) -> Result<Vec<Mark>, ChartError> {
    let count = data.names.len();
    if count < 2 {
        return Err(ChartError::NoData);
    }
    same_length("values", count * count, data.values.len())?;
    same_length("texts", count * count, data.texts.len())?;
    let sheet = Sheet::new(on)?;
    let longest = data.names[1..].iter().map(|n| text::width(n, text::SIZE, false)).fold(0.0, f64::max);
    let left = (longest + 12.0).min(sheet.width / 3.0);
    let below = |row: usize, column: usize| (row + 1) * count + column;
    let texts: Vec<String> = (0..count - 1)
        .flat_map(|row| (0..=row).map(move |column| below(row, column)))
        .map(|at| data.texts[at].clone())
        .collect();
    let grid = Grid::draw(&sheet, left, count - 1, &data.names[..count - 1], &texts, theme)?;
    let mut marks = Vec::with_capacity(texts.len());
    for (row, name) in data.names[1..].iter().enumerate() {
        if row % grid.every_row() == 0 {
            let shown = text::elide(name, text::SIZE, left - 12.0);
            sheet.text(&shown, (4.0, grid.middle(row, 0).1), Anchor::Start, theme.muted)?;
        }
        for column in 0..=row {
            let at = below(row, column);
            // Colours are full at two: a correlation of one is as far as it goes.
            let color = data.values[at].filter(|v| v.is_finite()).map(|v| theme.diverging(2.0 * v));
            grid.cell(&sheet, (row, column), color, &data.texts[at], theme.ink)?;
            let (x, y) = grid.middle(row, column);
            marks.push(Mark {
                x,
                y,
                half_width: grid.cell_width / 2.0,
                half_height: grid.cell_height / 2.0,
                label: name.clone(),
                values: vec![data.names[column].clone(), data.texts[at].clone()],
                series: row as u32 + 1,
                index: column as u32,
            });
        }
    }
    grid.lines(&sheet, count - 1, theme)?;
    sheet.present()?;
    Ok(marks)
}
