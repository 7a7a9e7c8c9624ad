//! How one column's values are spread: a bar a bin.

use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::axes::{Axis, Plot, Span, drawable};
use crate::error::{ChartError, same_length};
use crate::mark::Mark;
use crate::measured::Measured;
use crate::number::NumberFormat;
use crate::sheet::{Area, Sheet};
use crate::theme::Theme;

/// The data of a [`histogram`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Histogram {
    /// The bounds of the bins, rising: one more than there are bins.
    pub edges: Vec<f64>,
    /// How many values each bin holds. What is negative or not finite counts as none.
    pub counts: Vec<f64>,
    /// Without axes and background, for a card: the bars fill the drawing.
    pub bare: bool,
    /// The name of the horizontal axis: the column, with its unit.
    pub x_label: String,
    /// The name of the vertical axis: what is counted.
    pub y_label: String,
    /// How its numbers are written.
    pub format: NumberFormat,
}

/// Draws a bar a bin, as wide as the bin; a bin with anything in it is at least one pixel high.
///
/// One mark a bin: the label is its bounds, the value its count, `index` the bin.
///
/// # Errors
///
/// [`ChartError::LengthMismatch`] unless there is one edge more than counts, [`ChartError::NoData`]
/// without a bin, [`ChartError::EdgesNotRising`], [`ChartError::BadSize`], [`ChartError::Backend`].
pub fn histogram<B: DrawingBackend>(
    on: Measured<B>,
    data: &Histogram,
    theme: &Theme,
) -> Result<Vec<Mark>, ChartError> {
    let (Some(&first), Some(&last)) = (data.edges.first(), data.edges.last()) else {
        return Err(ChartError::NoData);
    };
    same_length("counts", data.edges.len() - 1, data.counts.len())?;
    if data.counts.is_empty() {
        return Err(ChartError::NoData);
    }
    if !data.edges.iter().all(|&e| drawable(e)) || data.edges.windows(2).any(|e| e[0] >= e[1]) {
        return Err(ChartError::EdgesNotRising);
    }
    let counts: Vec<f64> = data.counts.iter().map(|&c| if drawable(c) { c.max(0.0) } else { 0.0 }).collect();
    let tallest = counts.iter().copied().fold(0.0, f64::max);
    let x = Span::of([first, last]).ok_or(ChartError::EdgesNotRising)?;
    let y = Span { low: 0.0, high: if tallest > 1e-290 { tallest } else { 1.0 } };

    let sheet = Sheet::new(on)?;
    let plot = if data.bare {
        Plot::bare(Area { left: 0.0, top: 0.0, right: sheet.width, bottom: sheet.height }, x, y)
    } else {
        sheet.fill(theme.paper)?;
        let bounds = Area { left: 4.0, top: 4.0, right: sheet.width - 4.0, bottom: sheet.height - 4.0 };
        let axes = (
            &Axis { span: x, label: &data.x_label, whole: false, names: &[] },
            &Axis { span: y, label: &data.y_label, whole: true, names: &[] },
        );
        Plot::draw(&sheet, bounds, 0.0, axes, &data.format, theme)?
    };

    let mut marks = Vec::with_capacity(counts.len());
    for (bin, (edges, &count)) in data.edges.windows(2).zip(&counts).enumerate() {
        let (left, right) = (plot.x(edges[0]), plot.x(edges[1]));
        let gap = if right - left > 4.0 { 0.5 } else { 0.0 };
        let top = plot.y(count).min(plot.area.bottom - 1.0);
        if count > 0.0 {
            let bar = Area { left: left + gap, top, right: right - gap, bottom: plot.area.bottom };
            sheet.rectangle(bar, theme.accent, 1.0)?;
        }
        marks.push(Mark {
            x: (left + right) / 2.0,
            y: (top + plot.area.bottom) / 2.0,
            half_width: (right - left) / 2.0,
            half_height: (plot.area.bottom - top) / 2.0,
            label: bounds_of_bin(edges, &data.format, x),
            values: vec![data.format.fixed(count, 0)],
            series: 0,
            index: bin as u32,
        });
    }
    if !data.bare {
        sheet.horizontal(plot.area.bottom, plot.area.left, plot.area.right, theme.muted)?;
    }
    sheet.present()?;
    Ok(marks)
}

/// Both bounds of a bin, with as many digits as tell one from the other.
fn bounds_of_bin(edges: &[f64], format: &NumberFormat, x: Span) -> String {
    let size = x.low.abs().max(x.high.abs());
    let digits = (libm::log10(size / (edges[1] - edges[0])).ceil() as usize).clamp(2, 14) + 1;
    format!("{} – {}", format.significant(edges[0], digits), format.significant(edges[1], digits))
}
