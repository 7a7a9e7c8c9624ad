//! How the measures run with the number of segments, with the advised and the chosen one marked.

use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::axes::{Axis, Plot, Span, drawable};
use crate::color::Rgb;
use crate::error::{ChartError, same_length};
use crate::mark::Mark;
use crate::measured::Measured;
use crate::number::NumberFormat;
use crate::sheet::{Anchor, Area, Point, Sheet};
use crate::text;
use crate::theme::Theme;

/// One measure at each number of segments.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Curve {
    /// The measure's name, written above its curve.
    pub label: String,
    /// The numbers of segments.
    pub ks: Vec<u32>,
    /// The measure at each; none where it could not be computed, and the line is broken there.
    pub values: Vec<Option<f64>>,
    /// Whether the axis starts at zero, as it should where the measure is an amount.
    pub from_zero: bool,
    /// A value that the measure is held against, drawn as a line across.
    pub threshold: Option<f64>,
    /// What to write at it.
    pub threshold_label: String,
}

/// The data of [`curves`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Curves {
    /// One or two curves, each on axes of its own.
    pub curves: Vec<Curve>,
    /// The name of the horizontal axis.
    pub x_label: String,
    /// The number of segments advised, if any is.
    pub advised: Option<u32>,
    /// What to write at it.
    pub advised_label: String,
    /// The number of segments chosen.
    pub chosen: Option<u32>,
    /// What to write at it, unless it is the advised one.
    pub chosen_label: String,
    /// How its numbers are written.
    pub format: NumberFormat,
}

/// From this width on, CSS pixels, two curves stand side by side.
const SIDE_BY_SIDE: f64 = 560.0;

/// Draws one or two line charts over the number of segments: side by side, or one under the other on a
/// narrow sheet.
///
/// One mark a value: the label is the number of segments, the value the measure, `series` the curve.
///
/// # Errors
///
/// [`ChartError::LengthMismatch`] where a curve's columns differ in length or there are more than two
/// curves, [`ChartError::NoData`] where a curve has no finite value, [`ChartError::BadSize`],
/// [`ChartError::Backend`].
pub fn curves<B: DrawingBackend>(
    on: Measured<B>,
    data: &Curves,
    theme: &Theme,
) -> Result<Vec<Mark>, ChartError> {
    if data.curves.is_empty() {
        return Err(ChartError::NoData);
    }
    same_length("curves", data.curves.len().min(2), data.curves.len())?;
    let sheet = Sheet::new(on)?;
    sheet.fill(theme.paper)?;
    let mut marks = Vec::new();
    for (i, (curve, bounds)) in data.curves.iter().zip(split(&sheet, data.curves.len())).enumerate() {
        marks.extend(panel(&sheet, bounds, (i as u32, curve), data, theme)?);
    }
    sheet.present()?;
    Ok(marks)
}

/// The boxes of the line charts.
fn split<B: DrawingBackend>(sheet: &Sheet<B>, count: usize) -> Vec<Area> {
    let whole = Area { left: 4.0, top: 4.0, right: sheet.width - 4.0, bottom: sheet.height - 4.0 };
    let (middle_x, middle_y) = ((whole.left + whole.right) / 2.0, (whole.top + whole.bottom) / 2.0);
    match count {
        1 => vec![whole],
        _ if sheet.width >= SIDE_BY_SIDE => {
            vec![Area { right: middle_x - 12.0, ..whole }, Area { left: middle_x + 12.0, ..whole }]
        }
        _ => vec![Area { bottom: middle_y - 8.0, ..whole }, Area { top: middle_y + 8.0, ..whole }],
    }
}

fn panel<B: DrawingBackend>(
    sheet: &Sheet<B>,
    bounds: Area,
    (series, curve): (u32, &Curve),
    data: &Curves,
    theme: &Theme,
) -> Result<Vec<Mark>, ChartError> {
    same_length("values", curve.ks.len(), curve.values.len())?;
    let mut known: Vec<(u32, Option<f64>)> =
        curve.ks.iter().copied().zip(curve.values.iter().map(|v| v.filter(|&v| drawable(v)))).collect();
    known.sort_by_key(|&(k, _)| k);
    let zero = curve.from_zero.then_some(0.0);
    let threshold = curve.threshold.filter(|&value| drawable(value));
    let y = Span::of(known.iter().filter_map(|&(_, v)| v)).ok_or(ChartError::NoData)?;
    let y = match Span::of([y.low, y.high].into_iter().chain(zero).chain(threshold)) {
        Some(span) if curve.from_zero => Span { high: span.high + (span.high - span.low) * 0.06, ..span },
        Some(span) => span.padded(0.08),
        None => y.padded(0.08),
    };
    let x = Span::of(known.iter().map(|&(k, _)| f64::from(k))).ok_or(ChartError::NoData)?.padded(0.04);
    let notes = notes(data, theme);
    let strip = notes.len() as f64 * text::LINE;
    let axes = (
        &Axis { span: x, label: &data.x_label, whole: true, names: &[] },
        &Axis { span: y, label: &curve.label, whole: false, names: &[] },
    );
    let plot = Plot::draw(sheet, bounds, strip, axes, &data.format, theme)?;

    for (row, note) in notes.iter().enumerate() {
        if known.iter().any(|&(k, _)| k == note.k) {
            let at = plot.x(f64::from(note.k));
            let middle = plot.area.top - strip + (row as f64 + 0.5) * text::LINE;
            sheet.vertical(at, middle + text::LINE / 2.0, plot.area.bottom, note.color)?;
            let text = text::elide(note.text, text::SIZE, bounds.width());
            let half = text::width(&text, text::SIZE, false) / 2.0;
            let inside = at.min(bounds.right - half).max(bounds.left + half);
            sheet.text(&text, (inside, middle), Anchor::Middle, note.color)?;
        }
    }
    if let Some(value) = threshold {
        let (at, Area { left, right, .. }) = (plot.y(value), plot.area);
        sheet.horizontal(at, left, right, theme.muted)?;
        let text = text::elide(&curve.threshold_label, text::SIZE, plot.area.width());
        let above = if at - text::LINE < plot.area.top { -1.0 } else { 1.0 };
        sheet.text(&text, (right, at - above * text::LINE / 2.0), Anchor::End, theme.muted)?;
    }
    let places: Vec<Option<Point>> =
        known.iter().map(|&(k, v)| v.map(|v| (plot.x(f64::from(k)), plot.y(v)))).collect();
    for run in places.split(Option::is_none).filter(|run| run.len() > 1) {
        let run: Vec<Point> = run.iter().flatten().copied().collect();
        sheet.path(&run, theme.accent, 2.0)?;
    }
    let mut marks = Vec::with_capacity(known.len());
    for (&(k, value), &place) in known.iter().zip(&places) {
        let (Some(value), Some(place)) = (value, place) else { continue };
        sheet.circle(place, if data.chosen == Some(k) { 6.0 } else { 3.5 }, theme.accent)?;
        if data.advised == Some(k) {
            sheet.circle(place, if data.chosen == Some(k) { 3.5 } else { 2.0 }, theme.paper)?;
        }
        marks.push(Mark {
            x: place.0,
            y: place.1,
            half_width: 8.0,
            half_height: 8.0,
            label: k.to_string(),
            values: vec![data.format.significant(value, 4)],
            series,
            index: curve.ks.iter().position(|&other| other == k).unwrap_or_default() as u32,
        });
    }
    Ok(marks)
}

struct Note<'a> {
    k: u32,
    text: &'a str,
    color: Rgb,
}

/// What is written above the curves: the chosen number, and the advised one, once where they are one.
fn notes<'a>(data: &'a Curves, theme: &Theme) -> Vec<Note<'a>> {
    let advised = data.advised.map(|k| Note { k, text: &data.advised_label, color: theme.ink });
    let chosen = data.chosen.filter(|&k| data.advised != Some(k));
    let chosen = chosen.map(|k| Note { k, text: &data.chosen_label, color: theme.muted });
    advised.into_iter().chain(chosen).collect()
}
