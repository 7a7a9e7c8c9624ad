//! The profiles: segments down, features across, how far each lies from the average as colour.

use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::error::{ChartError, same_length};
use crate::grid::Grid;
use crate::labels::SWATCH;
use crate::mark::Mark;
use crate::measured::Measured;
use crate::segments::{Segment, looks};
use crate::sheet::{Anchor, Sheet};
use crate::text;
use crate::theme::Theme;

/// The data of a [`heatmap`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Heatmap {
    /// The rows.
    pub segments: Vec<Segment>,
    /// The columns: the features' names.
    pub columns: Vec<String>,
    /// Standard scores, row by row, rows × columns of them: the colour. None, or one that is not finite,
    /// leaves the cell without one.
    pub z: Vec<Option<f64>>,
    /// What is written on each cell, in the same order: a median, formatted.
    pub texts: Vec<String>,
}

/// Draws a cell a segment and feature: paper at the average, full colour at two standard deviations
/// and beyond, the text in one size for all; text that has no room is left to the marks.
///
/// One mark a cell: the label is the segment's name, the values are the feature's name and the cell's
/// text, `series` is the row and `index` the column.
///
/// # Errors
///
/// [`ChartError::NoData`] without a row or a column, [`ChartError::LengthMismatch`],
/// [`ChartError::BadSize`], [`ChartError::Backend`].
pub fn heatmap<B: DrawingBackend>(
    on: Measured<B>,
    data: &Heatmap,
    theme: &Theme,
) -> Result<Vec<Mark>, ChartError> {
    let (rows, columns) = (data.segments.len(), data.columns.len());
    if rows == 0 || columns == 0 {
        return Err(ChartError::NoData);
    }
    same_length("z", rows * columns, data.z.len())?;
    same_length("texts", rows * columns, data.texts.len())?;
    let sheet = Sheet::new(on)?;
    let grid = Grid::draw(&sheet, names_width(data, sheet.width), rows, &data.columns, &data.texts, theme)?;
    draw_rows(&sheet, data, &grid, theme)?;
    let mut marks = Vec::with_capacity(rows * columns);
    for (i, (z, text)) in data.z.iter().zip(&data.texts).enumerate() {
        let (row, column) = (i / columns, i % columns);
        let color = z.filter(|z| !z.is_nan()).map(|z| theme.diverging(z));
        grid.cell(&sheet, (row, column), color, text, theme.ink)?;
        let (x, y) = grid.middle(row, column);
        marks.push(Mark {
            x,
            y,
            half_width: grid.cell_width / 2.0,
            half_height: grid.cell_height / 2.0,
            label: data.segments[row].name.clone(),
            values: vec![data.columns[column].clone(), text.clone()],
            series: row as u32,
            index: column as u32,
        });
    }
    grid.lines(&sheet, rows, theme)?;
    sheet.present()?;
    Ok(marks)
}

/// How wide the rows' names are with their markers: what they need, at most a third of the sheet.
fn names_width(data: &Heatmap, width: f64) -> f64 {
    let names = data.segments.iter().map(|s| text::width(&s.name, text::SIZE, false)).fold(0.0, f64::max);
    (names + 4.0 + SWATCH * 2.0 + 14.0).min(width / 3.0)
}

/// Writes the rows' names, of a crowd only every so many.
fn draw_rows<B: DrawingBackend>(
    sheet: &Sheet<B>,
    data: &Heatmap,
    grid: &Grid,
    theme: &Theme,
) -> Result<(), ChartError> {
    let rows = data.segments.iter().zip(looks(&data.segments, theme)).enumerate();
    for (row, (segment, look)) in rows.step_by(grid.every_row()) {
        let (_, middle) = grid.middle(row, 0);
        look.marker.draw(sheet, (4.0 + SWATCH, middle), SWATCH, look.color)?;
        let start = 4.0 + SWATCH * 2.0 + 6.0;
        let name = text::elide(&segment.name, text::SIZE, grid.area.left - start - 8.0);
        sheet.text(&name, (start, middle), Anchor::Start, theme.muted)?;
    }
    Ok(())
}
