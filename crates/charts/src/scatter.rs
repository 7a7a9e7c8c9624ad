//! The map of customers: a point each, in the colour and shape of its segment.

use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::axes::{Axis, Plot, Span, drawable};
use crate::error::{ChartError, same_length};
use crate::labels::{self, Label};
use crate::mark::Mark;
use crate::measured::Measured;
use crate::number::NumberFormat;
use crate::segments::{Look, Segment, looks};
use crate::sheet::{Area, Point, Sheet};
use crate::theme::Theme;

/// The points of a [`scatter`], a column each; all equally long. Too many points make a slow drawing
/// and no better one: hand in a sample of some thousands.
#[derive(Debug, Clone, Copy)]
pub struct Points<'a> {
    /// First coordinate. A point with a coordinate that is not finite is not drawn.
    pub x: &'a [f64],
    /// Second coordinate.
    pub y: &'a [f64],
    /// The segment of each point, an index into [`Scatter::segments`].
    pub segment: &'a [u32],
}

/// What a [`scatter`] says besides its points.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Scatter {
    /// The segments; their sizes are those of the analysis, not of the sample drawn.
    pub segments: Vec<Segment>,
    /// What to call the segments beyond the largest seven together, where there are more than eight.
    pub rest: String,
    /// The name of the horizontal axis.
    pub x_label: String,
    /// The name of the vertical axis.
    pub y_label: String,
    /// How its numbers are written.
    pub format: NumberFormat,
}

/// Draws points coloured and shaped by segment, each segment's name at the mean of its points.
///
/// One mark a point drawn, in the order given: the label is the segment's name, the values are the two
/// coordinates, `series` is the segment and `index` the point.
///
/// # Errors
///
/// [`ChartError::LengthMismatch`] where the columns differ in length or a segment has no entry,
/// [`ChartError::NoData`] without a finite point, [`ChartError::BadSize`], [`ChartError::Backend`].
pub fn scatter<B: DrawingBackend>(
    on: Measured<B>,
    points: Points<'_>,
    data: &Scatter,
    theme: &Theme,
) -> Result<Vec<Mark>, ChartError> {
    same_length("y", points.x.len(), points.y.len())?;
    same_length("segment", points.x.len(), points.segment.len())?;
    let last = points.segment.iter().max().map_or(0, |&s| s as usize + 1);
    if last > data.segments.len() {
        return Err(ChartError::LengthMismatch {
            part: "segments",
            expected: last,
            found: data.segments.len(),
        });
    }
    let shown: Vec<usize> =
        (0..points.x.len()).filter(|&i| drawable(points.x[i]) && drawable(points.y[i])).collect();
    let x = Span::of(shown.iter().map(|&i| points.x[i])).ok_or(ChartError::NoData)?.padded(0.03);
    let y = Span::of(shown.iter().map(|&i| points.y[i])).ok_or(ChartError::NoData)?.padded(0.03);

    let sheet = Sheet::new(on)?;
    sheet.fill(theme.paper)?;
    let bounds = Area { left: 4.0, top: 4.0, right: sheet.width - 4.0, bottom: sheet.height - 4.0 };
    let axes = (
        &Axis { span: x, label: &data.x_label, whole: false, names: &[] },
        &Axis { span: y, label: &data.y_label, whole: false, names: &[] },
    );
    let plot = Plot::draw(&sheet, bounds, 0.0, axes, &data.format, theme)?;

    let looks = looks(&data.segments, theme);
    let radius = if shown.len() <= 300 { 4.0 } else { 2.75 };
    let place = |i: usize| (plot.x(points.x[i]), plot.y(points.y[i]));
    // What is grey lies beneath; otherwise the order given, so that no segment covers another.
    for rest in [true, false] {
        for &i in &shown {
            let look = looks[points.segment[i] as usize];
            if look.rest == rest {
                look.marker.draw(&sheet, place(i), if rest { radius * 0.8 } else { radius }, look.color)?;
            }
        }
    }
    labels::draw(&sheet, &names(data, points, &shown, &looks, &plot), plot.area, theme)?;
    sheet.present()?;

    let mark = |&i: &usize| {
        let (x, y) = place(i);
        Mark {
            x,
            y,
            half_width: radius,
            half_height: radius,
            label: data.segments[points.segment[i] as usize].name.clone(),
            values: vec![data.format.significant(points.x[i], 3), data.format.significant(points.y[i], 3)],
            series: points.segment[i],
            index: i as u32,
        }
    };
    Ok(shown.iter().map(mark).collect())
}

/// A label at the mean of each coloured segment's points, the largest first, and one in the lower
/// right corner for all that is grey.
fn names<'a>(
    data: &'a Scatter,
    points: Points<'_>,
    shown: &[usize],
    looks: &[Look],
    plot: &Plot,
) -> Vec<Label<'a>> {
    let mut sums = vec![(0.0, 0.0, 0u32); data.segments.len()];
    for &i in shown {
        let sum = &mut sums[points.segment[i] as usize];
        // Summed on the sheet, where no value is large, and so the mean of the places.
        *sum = (sum.0 + plot.x(points.x[i]), sum.1 + plot.y(points.y[i]), sum.2 + 1);
    }
    let center = |(x, y, n): (f64, f64, u32)| -> Point { (x / f64::from(n), y / f64::from(n)) };
    let mut order: Vec<usize> = (0..sums.len()).filter(|&s| sums[s].2 > 0 && !looks[s].rest).collect();
    order.sort_by_key(|&s| (std::cmp::Reverse(data.segments[s].size), s));
    let mut labels: Vec<Label<'a>> = order
        .into_iter()
        .map(|s| Label { text: &data.segments[s].name, look: looks[s], at: center(sums[s]) })
        .collect();
    if let Some(&look) = looks.iter().find(|look| look.rest).filter(|_| !data.rest.is_empty()) {
        labels.push(Label { text: &data.rest, look, at: (plot.area.right, plot.area.bottom) });
    }
    labels
}
