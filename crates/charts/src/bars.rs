//! One value for each name, in their order: revenue by month.

use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::axes::{Axis, Plot, Span, drawable};
use crate::error::{ChartError, same_length};
use crate::mark::Mark;
use crate::measured::Measured;
use crate::number::NumberFormat;
use crate::sheet::{Area, Sheet};
use crate::theme::Theme;

/// The data of [`bars`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Bars {
    /// What each bar stands for.
    pub names: Vec<String>,
    /// How far each bar reaches from zero; one that is not finite has no bar.
    pub values: Vec<f64>,
    /// How each value is written out, in the same order.
    pub texts: Vec<String>,
    /// The name of the vertical axis, with its unit.
    pub y_label: String,
    /// How the axis's numbers are written.
    pub format: NumberFormat,
}

/// Draws a bar a name, from zero up or down; a value that is not zero is at least one pixel high.
///
/// One mark a bar: the label is its name, the value its text, `index` the bar.
///
/// # Errors
///
/// [`ChartError::NoData`] without a bar that can be drawn, [`ChartError::LengthMismatch`], [`ChartError::BadSize`],
/// [`ChartError::Backend`].
pub fn bars<B: DrawingBackend>(on: Measured<B>, data: &Bars, theme: &Theme) -> Result<Vec<Mark>, ChartError> {
    let count = data.names.len();
    same_length("values", count, data.values.len())?;
    same_length("texts", count, data.texts.len())?;
    if !data.values.iter().any(|&value| drawable(value)) {
        return Err(ChartError::NoData);
    }
    let y = Span::of(data.values.iter().copied().chain([0.0])).ok_or(ChartError::NoData)?;
    let x = Span { low: 0.0, high: count as f64 };
    let sheet = Sheet::new(on)?;
    sheet.fill(theme.paper)?;
    let bounds = Area { left: 4.0, top: 4.0, right: sheet.width - 4.0, bottom: sheet.height - 4.0 };
    let axes = (
        &Axis { span: x, label: "", whole: true, names: &data.names },
        &Axis { span: y, label: &data.y_label, whole: false, names: &[] },
    );
    let plot = Plot::draw(&sheet, bounds, 0.0, axes, &data.format, theme)?;
    let zero = plot.y(0.0);
    let mut marks = Vec::with_capacity(count);
    for (bar, ((name, &value), text)) in data.names.iter().zip(&data.values).zip(&data.texts).enumerate() {
        let (left, right) = (plot.x(bar as f64), plot.x(bar as f64 + 1.0));
        let gap = ((right - left) * 0.12).min(6.0);
        let reach = if drawable(value) { plot.y(value) } else { zero };
        let (top, bottom) =
            if value < 0.0 { (zero, reach.max(zero + 1.0)) } else { (reach.min(zero - 1.0), zero) };
        if drawable(value) && value != 0.0 {
            let area = Area { left: left + gap, top, right: right - gap, bottom };
            sheet.rectangle(area, theme.accent, 1.0)?;
        }
        marks.push(Mark {
            x: (left + right) / 2.0,
            y: (top + bottom) / 2.0,
            half_width: (right - left) / 2.0,
            half_height: (bottom - top) / 2.0,
            label: name.clone(),
            values: vec![text.clone()],
            series: 0,
            index: bar as u32,
        });
    }
    sheet.horizontal(zero, plot.area.left, plot.area.right, theme.muted)?;
    sheet.present()?;
    Ok(marks)
}
