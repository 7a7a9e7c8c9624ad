//! The map that may leave: an ellipse a segment, never a customer.

use std::f64::consts::PI;

use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::axes::{Axis, Plot, Span, drawable};
use crate::error::{ChartError, same_length};
use crate::labels::{self, Label};
use crate::mark::Mark;
use crate::measured::Measured;
use crate::number::NumberFormat;
use crate::segments::{Segment, looks};
use crate::sheet::{Area, Point, Sheet};
use crate::theme::Theme;

/// Where most customers of a segment lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Ellipse {
    /// The centre's first coordinate.
    pub x: f64,
    /// The centre's second coordinate.
    pub y: f64,
    /// Half the length of the axis that `angle` turns.
    pub major: f64,
    /// Half the length of the other axis.
    pub minor: f64,
    /// Radians, counter-clockwise from the first coordinate.
    pub angle: f64,
}

/// The data of [`ellipses`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Ellipses {
    /// The segments.
    pub segments: Vec<Segment>,
    /// One ellipse a segment, in the same order. One with a number that is not finite is not drawn.
    pub ellipses: Vec<Ellipse>,
    /// The name of the horizontal axis.
    pub x_label: String,
    /// The name of the vertical axis.
    pub y_label: String,
    /// How its numbers are written.
    pub format: NumberFormat,
}

/// Draws an ellipse a segment with its name, in the place [`scatter`](crate::scatter) has the points.
///
/// One mark an ellipse drawn: the label is the segment's name, the value its size, `series` the segment.
///
/// # Errors
///
/// [`ChartError::LengthMismatch`] unless there is one ellipse a segment, [`ChartError::NoData`] where
/// none is finite, [`ChartError::BadSize`], [`ChartError::Backend`].
pub fn ellipses<B: DrawingBackend>(
    on: Measured<B>,
    data: &Ellipses,
    theme: &Theme,
) -> Result<Vec<Mark>, ChartError> {
    same_length("ellipses", data.segments.len(), data.ellipses.len())?;
    let shown: Vec<usize> =
        (0..data.ellipses.len()).filter(|&s| outline(&data.ellipses[s]).is_some()).collect();
    let outlines: Vec<Vec<Point>> = shown.iter().filter_map(|&s| outline(&data.ellipses[s])).collect();
    let x = Span::of(outlines.iter().flatten().map(|p| p.0)).ok_or(ChartError::NoData)?.padded(0.03);
    let y = Span::of(outlines.iter().flatten().map(|p| p.1)).ok_or(ChartError::NoData)?.padded(0.03);

    let sheet = Sheet::new(on)?;
    sheet.fill(theme.paper)?;
    let bounds = Area { left: 4.0, top: 4.0, right: sheet.width - 4.0, bottom: sheet.height - 4.0 };
    let axes = (
        &Axis { span: x, label: &data.x_label, whole: false, names: &[] },
        &Axis { span: y, label: &data.y_label, whole: false, names: &[] },
    );
    let plot = Plot::draw(&sheet, bounds, 0.0, axes, &data.format, theme)?;

    let looks = looks(&data.segments, theme);
    let mut marks = Vec::with_capacity(shown.len());
    for (&s, outline) in shown.iter().zip(&outlines) {
        let places: Vec<Point> = outline.iter().map(|p| (plot.x(p.0), plot.y(p.1))).collect();
        sheet.polygon(&places, looks[s].color, 0.16)?;
        sheet.path(&places, looks[s].color, 2.0)?;
        let center = (plot.x(data.ellipses[s].x), plot.y(data.ellipses[s].y));
        let reach = |pick: fn(&Point) -> f64, from: f64| {
            places.iter().map(|p| (pick(p) - from).abs()).fold(0.0, f64::max)
        };
        marks.push(Mark {
            x: center.0,
            y: center.1,
            half_width: reach(|p| p.0, center.0),
            half_height: reach(|p| p.1, center.1),
            label: data.segments[s].name.clone(),
            values: vec![data.format.fixed(f64::from(data.segments[s].size), 0)],
            series: s as u32,
            index: s as u32,
        });
    }
    let mut order: Vec<usize> = (0..shown.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(data.segments[shown[i]].size), i));
    let names: Vec<Label<'_>> = order
        .into_iter()
        .map(|i| {
            let s = shown[i];
            Label { text: &data.segments[s].name, look: looks[s], at: (marks[i].x, marks[i].y) }
        })
        .collect();
    labels::draw(&sheet, &names, plot.area, theme)?;
    sheet.present()?;
    Ok(marks)
}

/// The ellipse's edge in data coordinates, its first point again at the end; nothing where it has no place.
fn outline(ellipse: &Ellipse) -> Option<Vec<Point>> {
    const CORNERS: usize = 72;
    let (sin, cos) = (libm::sin(ellipse.angle), libm::cos(ellipse.angle));
    let edge: Vec<Point> = (0..=CORNERS)
        .map(|i| {
            // The last corner is the first again, to the bit.
            let turn = 2.0 * PI * (i % CORNERS) as f64 / CORNERS as f64;
            let (along, across) = (ellipse.major * libm::cos(turn), ellipse.minor * libm::sin(turn));
            (ellipse.x + along * cos - across * sin, ellipse.y + along * sin + across * cos)
        })
        .collect();
    edge.iter().all(|p| drawable(p.0) && drawable(p.1)).then_some(edge)
}
