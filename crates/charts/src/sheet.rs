//! The sheet a chart is drawn on: plotters' drawing area, in CSS pixels and with fractions of them.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, FontTransform, ShapeStyle, TextStyle};
use plotters_backend::DrawingBackend;

use crate::color::Rgb;
use crate::error::ChartError;
use crate::measured::Measured;
use crate::text;

/// A point of the sheet, CSS pixels from its upper left corner.
pub(crate) type Point = (f64, f64);

/// A box of the sheet, CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    pub(crate) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub(crate) fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Which part of a text stands at the point it is written at. Upwards, the text is turned to be read
/// from below.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
    Upwards,
}

/// Draws in CSS pixels what the backend takes in whole device pixels.
pub(crate) struct Sheet<B: DrawingBackend> {
    area: DrawingArea<Measured<B>, Shift>,
    scale: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// Device pixels along one side: the smallest anything can be read in, the largest browsers allow a canvas.
const SIDES: std::ops::RangeInclusive<u32> = 16..=16_384;

impl<B: DrawingBackend> Sheet<B> {
    pub(crate) fn new(on: Measured<B>) -> Result<Sheet<B>, ChartError> {
        let (width, height) = on.get_size();
        let scale = on.scale();
        if !SIDES.contains(&width) || !SIDES.contains(&height) || !(0.25..=8.0).contains(&scale) {
            return Err(ChartError::BadSize { width, height });
        }
        let (css_width, css_height) = (f64::from(width) / scale, f64::from(height) / scale);
        Ok(Sheet { area: on.into_drawing_area(), scale, width: css_width, height: css_height })
    }

    /// The error for a sheet too small for what must go on it.
    pub(crate) fn too_small(&self) -> ChartError {
        let (width, height) = self.area.dim_in_pixel();
        ChartError::BadSize { width, height }
    }

    /// Covers the whole sheet.
    pub(crate) fn fill(&self, color: Rgb) -> Result<(), ChartError> {
        self.area.fill(&color).map_err(failed)
    }

    /// A filled box.
    pub(crate) fn rectangle(&self, area: Area, color: Rgb, alpha: f64) -> Result<(), ChartError> {
        let corners = [self.device((area.left, area.top)), self.device((area.right, area.bottom))];
        self.area.draw(&Rectangle::new(corners, filled(color, alpha))).map_err(failed)
    }

    /// A straight line along the sheet, drawn as a box: a stroke between two device pixels would blur.
    pub(crate) fn horizontal(&self, y: f64, from: f64, to: f64, color: Rgb) -> Result<(), ChartError> {
        let half = self.hairline() / 2.0;
        self.rectangle(Area { left: from, right: to, top: y - half, bottom: y + half }, color, 1.0)
    }

    /// A straight line down the sheet.
    pub(crate) fn vertical(&self, x: f64, from: f64, to: f64, color: Rgb) -> Result<(), ChartError> {
        let half = self.hairline() / 2.0;
        self.rectangle(Area { left: x - half, right: x + half, top: from, bottom: to }, color, 1.0)
    }

    pub(crate) fn circle(&self, center: Point, radius: f64, color: Rgb) -> Result<(), ChartError> {
        let circle = Circle::new(self.device(center), self.length(radius), filled(color, 1.0));
        self.area.draw(&circle).map_err(failed)
    }

    pub(crate) fn polygon(&self, corners: &[Point], color: Rgb, alpha: f64) -> Result<(), ChartError> {
        self.area.draw(&Polygon::new(self.devices(corners), filled(color, alpha))).map_err(failed)
    }

    pub(crate) fn path(&self, points: &[Point], color: Rgb, width: f64) -> Result<(), ChartError> {
        let style = color.stroke_width(self.length(width));
        self.area.draw(&PathElement::new(self.devices(points), style)).map_err(failed)
    }

    /// Text of the one size, its middle line at the point's height.
    pub(crate) fn text(&self, text: &str, at: Point, anchor: Anchor, color: Rgb) -> Result<(), ChartError> {
        self.text_sized(text, at, anchor, color, text::SIZE)
    }

    pub(crate) fn text_sized(
        &self,
        text: &str,
        at: Point,
        anchor: Anchor,
        color: Rgb,
        size: f64,
    ) -> Result<(), ChartError> {
        if text.is_empty() {
            return Ok(());
        }
        let font = FontDesc::new(FontFamily::Name(text::FAMILY), size * self.scale, FontStyle::Normal);
        let (across, turned) = match anchor {
            Anchor::Start => (HPos::Left, FontTransform::None),
            Anchor::Middle => (HPos::Center, FontTransform::None),
            Anchor::End => (HPos::Right, FontTransform::None),
            Anchor::Upwards => (HPos::Left, FontTransform::Rotate270),
        };
        let style = TextStyle::from(font.transform(turned)).color(&color).pos(Pos::new(across, VPos::Center));
        self.area.draw(&Text::new(text::one_line(text), self.device(at), style)).map_err(failed)
    }

    /// Ends the drawing. Without it an SVG lacks its end.
    pub(crate) fn present(&self) -> Result<(), ChartError> {
        self.area.present().map_err(failed)
    }

    /// One CSS pixel, or the whole number of device pixels nearest to it.
    fn hairline(&self) -> f64 {
        self.scale.round().max(1.0) / self.scale
    }

    fn device(&self, (x, y): Point) -> (i32, i32) {
        ((x * self.scale).round() as i32, (y * self.scale).round() as i32)
    }

    fn devices(&self, points: &[Point]) -> Vec<(i32, i32)> {
        points.iter().map(|&point| self.device(point)).collect()
    }

    fn length(&self, length: f64) -> u32 {
        (length * self.scale).round().max(1.0) as u32
    }
}

fn filled(color: Rgb, alpha: f64) -> ShapeStyle {
    ShapeStyle { color: color.mix(alpha), filled: true, stroke_width: 1 }
}

fn failed(error: impl std::fmt::Display) -> ChartError {
    ChartError::Backend(error.to_string())
}
