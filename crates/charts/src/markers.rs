//! The shapes that tell segments apart where colour cannot.

use std::f64::consts::PI;

use plotters_backend::DrawingBackend;

use crate::color::Rgb;
use crate::error::ChartError;
use crate::sheet::{Point, Sheet};

/// A marker's shape. All cover the area of a circle of the radius asked for, so that none looks heavier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// A disc.
    Circle,
    /// A square on its side.
    Square,
    /// A triangle pointing up.
    Triangle,
    /// A square on its corner.
    Diamond,
    /// An oblique cross, ×.
    Cross,
    /// An upright cross, +.
    Plus,
    /// A star of five points.
    Star,
    /// A triangle pointing down.
    InvertedTriangle,
}

impl Marker {
    /// The shapes in the order segments take them.
    pub const ALL: [Marker; 8] = [
        Marker::Circle,
        Marker::Square,
        Marker::Triangle,
        Marker::Diamond,
        Marker::Cross,
        Marker::Plus,
        Marker::Star,
        Marker::InvertedTriangle,
    ];

    /// Draws the shape around `center`; `radius` in CSS pixels.
    pub(crate) fn draw<B: DrawingBackend>(
        self,
        sheet: &Sheet<B>,
        center: Point,
        radius: f64,
        color: Rgb,
    ) -> Result<(), ChartError> {
        match self {
            Marker::Circle => sheet.circle(center, radius, color),
            other => sheet.polygon(&other.outline(center, radius), color, 1.0),
        }
    }

    fn outline(self, (x, y): Point, radius: f64) -> Vec<Point> {
        // Each factor solves "area of the shape = π": a square of half diagonal d has 2d², a triangle
        // of circumradius d (3√3/4)d², a cross of arms d and a third as wide (20/9)d², the star below 1.3225 d².
        let ring = |factor: f64, corners: usize, first: f64| -> Vec<Point> {
            let angle = |i: usize| first + 2.0 * PI * i as f64 / corners as f64;
            let at =
                |i: usize| (libm::cos(angle(i)) * factor * radius, libm::sin(angle(i)) * factor * radius);
            (0..corners).map(at).collect()
        };
        let arms = |turn: f64| -> Vec<Point> {
            let (long, short) = (1.1890 * radius, 0.3963 * radius);
            let quarter = [(long, -short), (long, short), (short, short)];
            let rotate = |angle: f64, (x, y): Point| {
                let (sin, cos) = (libm::sin(angle), libm::cos(angle));
                (x * cos - y * sin, x * sin + y * cos)
            };
            (0..4)
                .flat_map(|i| quarter.map(|corner| rotate(turn + PI / 2.0 * f64::from(i), corner)))
                .collect()
        };
        let shape = match self {
            Marker::Circle => ring(1.0, 32, 0.0),
            Marker::Square => ring(1.2533, 4, PI / 4.0),
            Marker::Diamond => ring(1.2533, 4, 0.0),
            Marker::Triangle => ring(1.5551, 3, -PI / 2.0),
            Marker::InvertedTriangle => ring(1.5551, 3, PI / 2.0),
            Marker::Plus => arms(0.0),
            Marker::Cross => arms(PI / 4.0),
            Marker::Star => {
                let (outer, inner) =
                    (ring(1.5413, 5, -PI / 2.0), ring(1.5413 * 0.45, 5, -PI / 2.0 + PI / 5.0));
                outer.into_iter().zip(inner).flat_map(|(tip, notch)| [tip, notch]).collect()
            }
        };
        shape.into_iter().map(|(dx, dy)| (x + dx, y + dy)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gauss's area formula knows nothing of the factors in `outline`.
    #[test]
    fn every_shape_is_as_large_as_the_disc() {
        for marker in Marker::ALL {
            let corners = marker.outline((50.0, 50.0), 10.0);
            let next = corners.iter().cycle().skip(1);
            let twice: f64 = corners.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
            let area = twice.abs() / 2.0;
            assert!((area / (PI * 100.0) - 1.0).abs() < 0.01, "{marker:?} has {area}");
        }
    }
}
