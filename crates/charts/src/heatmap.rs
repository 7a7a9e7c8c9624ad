//! The profiles: segments down, features across, how far each lies from the average as colour.

use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::error::{ChartError, same_length};
use crate::labels::SWATCH;
use crate::mark::Mark;
use crate::measured::Measured;
use crate::segments::{Segment, looks};
use crate::sheet::{Anchor, Area, Sheet};
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

/// The sizes text on cells may have, CSS pixels, the best first.
const SIZES: [f64; 3] = [text::SIZE, 11.0, 10.0];

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
    sheet.fill(theme.paper)?;
    let left = names_width(data, sheet.width);
    let cell_width = (sheet.width - 4.0 - left) / columns as f64;
    let heads = Heads::fit(&data.columns, cell_width, sheet.height);
    let area = Area { left, top: heads.height, right: sheet.width - 4.0, bottom: sheet.height - 4.0 };
    let cell_height = area.height() / rows as f64;
    if cell_width < 1.0 || cell_height < 1.0 {
        return Err(sheet.too_small());
    }

    heads.draw(&sheet, area, cell_width, theme)?;
    draw_rows(&sheet, data, area, cell_height, theme)?;
    let size =
        SIZES.into_iter().find(|&size| data.texts.iter().all(|t| fits(t, size, cell_width, cell_height)));
    let size = size.unwrap_or(SIZES[SIZES.len() - 1]);
    let mut marks = Vec::with_capacity(rows * columns);
    for (i, (z, text)) in data.z.iter().zip(&data.texts).enumerate() {
        let (row, column) = (i / columns, i % columns);
        let cell = Area {
            left: area.left + column as f64 * cell_width,
            right: area.left + (column + 1) as f64 * cell_width,
            top: area.top + row as f64 * cell_height,
            bottom: area.top + (row + 1) as f64 * cell_height,
        };
        let middle = ((cell.left + cell.right) / 2.0, (cell.top + cell.bottom) / 2.0);
        if let Some(z) = z.filter(|z| !z.is_nan()) {
            sheet.rectangle(cell, theme.diverging(z), 1.0)?;
        }
        if fits(text, size, cell_width, cell_height) {
            sheet.text_sized(text, middle, Anchor::Middle, theme.ink, size)?;
        }
        marks.push(Mark {
            x: middle.0,
            y: middle.1,
            half_width: cell_width / 2.0,
            half_height: cell_height / 2.0,
            label: data.segments[row].name.clone(),
            values: vec![data.columns[column].clone(), text.clone()],
            series: row as u32,
            index: column as u32,
        });
    }
    for row in 0..=rows {
        let y = area.top + row as f64 * cell_height;
        sheet.horizontal(y, 4.0, area.right, theme.hairline)?;
    }
    sheet.present()?;
    Ok(marks)
}

/// A number cut short is another number: it is written whole or not at all.
fn fits(text: &str, size: f64, width: f64, height: f64) -> bool {
    text::width(text, size, false) <= width - 4.0 && size * 1.25 <= height
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
    area: Area,
    height: f64,
    theme: &Theme,
) -> Result<(), ChartError> {
    let every = (text::LINE / height).ceil().max(1.0) as usize;
    for (row, (segment, look)) in data.segments.iter().zip(looks(&data.segments, theme)).enumerate() {
        if row % every == 0 {
            let middle = area.top + (row as f64 + 0.5) * height;
            look.marker.draw(sheet, (4.0 + SWATCH, middle), SWATCH, look.color)?;
            let start = 4.0 + SWATCH * 2.0 + 6.0;
            let name = text::elide(&segment.name, text::SIZE, area.left - start - 8.0);
            sheet.text(&name, (start, middle), Anchor::Start, theme.muted)?;
        }
    }
    Ok(())
}

/// The columns' names: level where all fit, else upright and, of a crowd, only every so many.
struct Heads {
    texts: Vec<String>,
    height: f64,
    upright: bool,
    every: usize,
}

impl Heads {
    fn fit(columns: &[String], cell_width: f64, sheet_height: f64) -> Heads {
        let longest = columns.iter().map(|c| text::width(c, text::SIZE, false)).fold(0.0, f64::max);
        let upright = longest > cell_width - 8.0;
        let room = if upright { longest.min(120.0).min(sheet_height * 0.35) } else { longest };
        let texts = columns.iter().map(|c| text::elide(c, text::SIZE, room)).collect();
        let every = if upright { (text::LINE / cell_width).ceil().max(1.0) as usize } else { 1 };
        Heads { texts, height: 10.0 + if upright { room } else { text::LINE }, upright, every }
    }

    fn draw<B: DrawingBackend>(
        &self,
        sheet: &Sheet<B>,
        area: Area,
        cell_width: f64,
        theme: &Theme,
    ) -> Result<(), ChartError> {
        for (column, text) in self.texts.iter().enumerate().step_by(self.every) {
            let x = area.left + (column as f64 + 0.5) * cell_width;
            let (y, anchor) = if self.upright {
                (area.top - 6.0, Anchor::Upwards)
            } else {
                (area.top - 6.0 - text::LINE / 2.0, Anchor::Middle)
            };
            sheet.text(text, (x, y), anchor, theme.muted)?;
        }
        Ok(())
    }
}
