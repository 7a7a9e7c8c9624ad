//! Axes: from data to places on the sheet, with ticks and their labels.

use plotters_backend::DrawingBackend;

use crate::error::ChartError;
use crate::number::NumberFormat;
use crate::sheet::{Anchor, Area, Sheet};
use crate::text;
use crate::theme::Theme;

/// No axis carries more ticks.
const MOST_TICKS: usize = 7;

/// The smallest plot worth drawing, CSS pixels a side.
const LEAST_PLOT: f64 = 16.0;

/// Whether a value can have a place on an axis. The bound keeps differences of two values finite.
pub(crate) fn drawable(value: f64) -> bool {
    value.is_finite() && value.abs() <= 1e300
}

/// The stretch of values an axis covers; both ends are drawable and the second is larger.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Span {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Span {
    /// From the least to the greatest drawable value; where they are the same, some room around it.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Option<Span> {
        let ends = values.into_iter().filter(|&v| drawable(v)).fold(None, |ends, v| match ends {
            None => Some((v, v)),
            Some((low, high)) => Some((v.min(low), v.max(high))),
        });
        let (low, high) = ends?;
        let size = low.abs().max(high.abs());
        // Closer than this, ticks could not be told apart in the digits a number has.
        if high - low > size * 1e-12 && high - low > 1e-300 {
            return Some(Span { low, high });
        }
        let room = if size > 1e-290 { size * 0.1 } else { 1.0 };
        Some(Span { low: low - room, high: high + room })
    }

    /// With a part of its length added at both ends.
    pub(crate) fn padded(self, part: f64) -> Span {
        let room = (self.high - self.low) * part;
        Span { low: self.low - room, high: self.high + room }
    }
}

/// What an axis shows and how it is named.
pub(crate) struct Axis<'a> {
    pub(crate) span: Span,
    pub(crate) label: &'a str,
    /// Only whole numbers have a tick: the axis counts something.
    pub(crate) whole: bool,
    /// Names in place of numbers: the one at `i` stands in the middle of `i` to `i + 1`. Empty for numbers.
    pub(crate) names: &'a [String],
}

/// The round values of an axis, and how far apart they are.
#[derive(Debug, Clone, PartialEq)]
struct Ticks {
    values: Vec<f64>,
    step: f64,
}

/// At most `most` multiples of 1, 2 or 5 times a power of ten.
fn ticks(span: Span, most: usize, whole: bool) -> Ticks {
    let rough = (span.high - span.low) / most.max(1) as f64;
    let mut exponent = libm::floor(libm::log10(rough)) as i32;
    if whole {
        exponent = exponent.max(0);
    }
    for exponent in exponent..=exponent + 2 {
        for mantissa in [1.0, 2.0, 5.0] {
            // A power with a negative exponent is not exact; dividing by its reciprocal is.
            let power = libm::pow(10.0, f64::from(exponent.abs()));
            let multiple = |n: f64| if exponent < 0 { n * mantissa / power } else { n * mantissa * power };
            let step = multiple(1.0);
            let (first, last) = ((span.low / step - 1e-9).ceil(), (span.high / step + 1e-9).floor());
            if step > 0.0 && last - first + 1.0 <= most as f64 {
                let count = (last - first + 1.0).max(0.0) as usize;
                return Ticks { values: (0..count).map(|i| multiple(first + i as f64)).collect(), step };
            }
        }
    }
    Ticks { values: Vec::new(), step: rough }
}

/// Ticks with room between them; closer ones where that would leave a single one.
fn y_ticks(axis: &Axis<'_>, height: f64) -> Ticks {
    let fit = |room: f64| ticks(axis.span, ((height / room) as usize).clamp(2, MOST_TICKS), axis.whole);
    let roomy = fit(2.0 * text::LINE);
    if roomy.values.len() > 1 { roomy } else { fit(text::LINE + 2.0) }
}

/// A plot with its axes drawn: where data has its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plot {
    /// The box within the axes.
    pub(crate) area: Area,
    x: Span,
    y: Span,
}

impl Plot {
    /// A plot that fills the box and has no axes.
    pub(crate) fn bare(area: Area, x: Span, y: Span) -> Plot {
        Plot { area, x, y }
    }

    /// Draws axes within `bounds`: the name of the y axis above it, `strip` pixels kept free below that
    /// for annotations, hardly visible lines at the ticks, the name of the x axis under its numbers.
    pub(crate) fn draw<B: DrawingBackend>(
        sheet: &Sheet<B>,
        bounds: Area,
        strip: f64,
        (x, y): (&Axis<'_>, &Axis<'_>),
        format: &NumberFormat,
        theme: &Theme,
    ) -> Result<Plot, ChartError> {
        let titled = |label: &str| if label.is_empty() { 0.0 } else { text::LINE + 4.0 };
        let top = bounds.top + titled(y.label).max(text::LINE / 2.0) + strip;
        let bottom = bounds.bottom - titled(x.label) - text::LINE - 6.0;
        let y_ticks = y_ticks(y, bottom - top);
        let y_labels = format.ticks(&y_ticks.values, y_ticks.step);
        let widest = y_labels.iter().map(|l| text::width(l, text::SIZE, false)).fold(0.0, f64::max);
        // On a narrow sheet the data comes first: numbers that would take half of it are left out.
        let room = if widest > bounds.width() * 0.5 { 0.0 } else { widest + 8.0 };
        let area = Area { left: bounds.left + room, top, right: bounds.right - 12.0, bottom };
        if area.width() < LEAST_PLOT || area.height() < LEAST_PLOT {
            return Err(sheet.too_small());
        }
        let plot = Plot { area, x: x.span, y: y.span };

        for (&value, label) in y_ticks.values.iter().zip(&y_labels) {
            sheet.horizontal(plot.y(value), area.left, area.right, theme.hairline)?;
            if room > 0.0 {
                sheet.text(label, (area.left - 8.0, plot.y(value)), Anchor::End, theme.muted)?;
            }
        }
        for (at, label) in plot.x_labels(x, format, bounds) {
            if x.names.is_empty() {
                sheet.vertical(at, area.top, area.bottom, theme.hairline)?;
            }
            sheet.text(&label, (at, area.bottom + 6.0 + text::LINE / 2.0), Anchor::Middle, theme.muted)?;
        }
        let y_title = text::elide(y.label, text::SIZE, bounds.width());
        sheet.text(&y_title, (bounds.left, bounds.top + text::LINE / 2.0), Anchor::Start, theme.muted)?;
        let x_title = text::elide(x.label, text::SIZE, area.width());
        let middle = ((area.left + area.right) / 2.0, bounds.bottom - text::LINE / 2.0);
        sheet.text(&x_title, middle, Anchor::Middle, theme.muted)?;
        Ok(plot)
    }

    /// Where a value stands across the sheet.
    pub(crate) fn x(&self, value: f64) -> f64 {
        self.area.left + part(self.x, value) * self.area.width()
    }

    /// Where a value stands down the sheet.
    pub(crate) fn y(&self, value: f64) -> f64 {
        self.area.bottom - part(self.y, value) * self.area.height()
    }

    /// As many ticks with their labels as stand side by side within `bounds`.
    fn x_labels(&self, axis: &Axis<'_>, format: &NumberFormat, bounds: Area) -> Vec<(f64, String)> {
        if !axis.names.is_empty() {
            return self.x_names(axis.names);
        }
        for most in (1..=MOST_TICKS).rev() {
            let found = ticks(axis.span, most, axis.whole);
            let labels = format.ticks(&found.values, found.step);
            let placed: Vec<(f64, String)> = found.values.iter().map(|&v| self.x(v)).zip(labels).collect();
            let half = |label: &str| text::width(label, text::SIZE, false) / 2.0;
            // A number that would be cut at the edge goes without; its line stays.
            let whole = |at: f64, l: &str| at - half(l) >= bounds.left && at + half(l) <= bounds.right;
            let placed: Vec<(f64, String)> = placed
                .into_iter()
                .map(|(at, label)| if whole(at, &label) { (at, label) } else { (at, String::new()) })
                .collect();
            let written: Vec<&(f64, String)> = placed.iter().filter(|(_, l)| !l.is_empty()).collect();
            let apart = written.windows(2).all(|w| w[1].0 - w[0].0 >= half(&w[0].1) + half(&w[1].1) + 8.0);
            if apart && (written.len() > 1 || placed.len() < 2) {
                return placed;
            }
        }
        Vec::new()
    }

    /// The first name and every so many after it, so that they stand side by side within the plot.
    fn x_names(&self, names: &[String]) -> Vec<(f64, String)> {
        let widest = names.iter().map(|name| text::width(name, text::SIZE, false)).fold(0.0, f64::max);
        let apart = self.x(1.0) - self.x(0.0);
        let every = ((widest + 8.0) / apart).ceil().max(1.0) as usize;
        let placed =
            names.iter().enumerate().step_by(every).map(|(at, name)| (self.x(at as f64 + 0.5), name));
        let within = |&(at, name): &(f64, &String)| {
            let half = text::width(name, text::SIZE, false) / 2.0;
            at - half >= 0.0 && at + half <= self.area.right + 12.0
        };
        placed.filter(within).map(|(at, name)| (at, name.clone())).collect()
    }
}

/// How far along the span a value lies: 0 at its low end, 1 at its high one.
fn part(span: Span, value: f64) -> f64 {
    (value - span.low) / (span.high - span.low)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(low: f64, high: f64, most: usize) -> Vec<f64> {
        ticks(Span { low, high }, most, false).values
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(values(0.0, 10.0, 7), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(values(0.03, 0.61, 7), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
        assert_eq!(values(-1.2e12, 2.9e12, 7), [-1e12, 0.0, 1e12, 2e12]);
        assert_eq!(ticks(Span { low: 2.0, high: 4.0 }, 7, true).values, [2.0, 3.0, 4.0]);
    }

    #[test]
    fn equal_values_get_room_around_them() {
        assert_eq!(Span::of([5.0, 5.0, f64::NAN]), Some(Span { low: 4.5, high: 5.5 }));
        assert_eq!(Span::of([0.0]), Some(Span { low: -1.0, high: 1.0 }));
        assert_eq!(Span::of([f64::NAN, f64::INFINITY]), None);
    }

    proptest! {
        #[test]
        fn no_span_has_more_ticks_than_asked(a in -1e300..1e300f64, b in -1e300..1e300f64, e in 0..300i32) {
            let shrink = libm::pow(10.0, f64::from(-e));
            if let Some(span) = Span::of([a * shrink, b * shrink]) {
                for most in 2..=7 {
                    let found = values(span.low, span.high, most);
                    prop_assert!(found.len() <= most);
                    prop_assert!(most < 5 || found.len() >= 2, "{span:?}: {found:?}");
                    prop_assert!(found.is_sorted());
                }
            }
        }
    }
}
