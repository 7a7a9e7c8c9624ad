//! Cells in rows and columns, coloured, with the columns' names above them.

use plotters_backend::DrawingBackend;

use crate::color::Rgb;
use crate::error::ChartError;
use crate::sheet::{Anchor, Area, Sheet};
use crate::text;
use crate::theme::Theme;

/// The sizes text on cells may have, CSS pixels, the best first.
const SIZES: [f64; 3] = [text::SIZE, 11.0, 10.0];

/// Where the cells stand.
pub(crate) struct Grid {
    pub(crate) area: Area,
    pub(crate) cell_width: f64,
    pub(crate) cell_height: f64,
    /// The size of every text on a cell.
    size: f64,
}

impl Grid {
    /// Covers the sheet with paper, writes the columns' names and leaves `left` pixels for the rows'. `texts` is all that will
    /// be written on cells: they get one size.
    pub(crate) fn draw<B: DrawingBackend>(
        sheet: &Sheet<B>,
        left: f64,
        rows: usize,
        columns: &[String],
        texts: &[String],
        theme: &Theme,
    ) -> Result<Grid, ChartError> {
        sheet.fill(theme.paper)?;
        let cell_width = (sheet.width - 4.0 - left) / columns.len() as f64;
        let heads = Heads::fit(columns, cell_width, sheet.height);
        let area = Area { left, top: heads.height, right: sheet.width - 4.0, bottom: sheet.height - 4.0 };
        let cell_height = area.height() / rows as f64;
        if cell_width < 1.0 || cell_height < 1.0 {
            return Err(sheet.too_small());
        }
        heads.draw(sheet, area, cell_width, theme)?;
        let size =
            SIZES.into_iter().find(|&size| texts.iter().all(|t| fits(t, size, cell_width, cell_height)));
        Ok(Grid { area, cell_width, cell_height, size: size.unwrap_or(SIZES[SIZES.len() - 1]) })
    }

    /// The middle of a cell, CSS pixels.
    pub(crate) fn middle(&self, row: usize, column: usize) -> (f64, f64) {
        (
            self.area.left + (column as f64 + 0.5) * self.cell_width,
            self.area.top + (row as f64 + 0.5) * self.cell_height,
        )
    }

    /// Draws one cell; text that has no room is left out.
    pub(crate) fn cell<B: DrawingBackend>(
        &self,
        sheet: &Sheet<B>,
        (row, column): (usize, usize),
        color: Option<Rgb>,
        text: &str,
        ink: Rgb,
    ) -> Result<(), ChartError> {
        if let Some(color) = color {
            let cell = Area {
                left: self.area.left + column as f64 * self.cell_width,
                right: self.area.left + (column + 1) as f64 * self.cell_width,
                top: self.area.top + row as f64 * self.cell_height,
                bottom: self.area.top + (row + 1) as f64 * self.cell_height,
            };
            sheet.rectangle(cell, color, 1.0)?;
        }
        if fits(text, self.size, self.cell_width, self.cell_height) {
            sheet.text_sized(text, self.middle(row, column), Anchor::Middle, ink, self.size)?;
        }
        Ok(())
    }

    /// Draws the lines between the rows.
    pub(crate) fn lines<B: DrawingBackend>(
        &self,
        sheet: &Sheet<B>,
        rows: usize,
        theme: &Theme,
    ) -> Result<(), ChartError> {
        (0..=rows).try_for_each(|row| {
            let y = self.area.top + row as f64 * self.cell_height;
            sheet.horizontal(y, 4.0, self.area.right, theme.hairline)
        })
    }

    /// Of a crowd of rows only every so many have room for a name.
    pub(crate) fn every_row(&self) -> usize {
        (text::LINE / self.cell_height).ceil().max(1.0) as usize
    }
}

/// A number cut short is another number: it is written whole or not at all.
fn fits(text: &str, size: f64, width: f64, height: f64) -> bool {
    text::width(text, size, false) <= width - 4.0 && size * 1.25 <= height
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
