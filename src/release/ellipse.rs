//! P7: where a segment lies on the map, without a single customer on it.

use serde::{Deserialize, Serialize};

use super::columns::Gate;
use super::map::Map;
use super::round::fraction;
use super::rules::Rule;
use crate::Rows;
use crate::segments::Axes;

/// Half axes in standard deviations.
const DEVIATIONS: f64 = 1.5;

/// An ellipse thinner than this share of everyone's spread would give a common value away.
const THINNEST: f64 = 1e-3;

/// Places and lengths are published in quarters of everyone's standard deviation along the first axis: weighted by the sizes, exact
/// places would add up to zero.
const QUARTERS: f64 = 4.0;

/// Angles are published in twelfths of half a turn.
const ANGLES: f64 = 12.0 / std::f64::consts::PI;

/// Where most customers of a segment lie on the first two principal axes. Lengths are in quarters of everyone's standard deviation along
/// the first axis.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Ellipse {
    /// Mean along the first axis.
    pub x: f64,
    /// Mean along the second axis.
    pub y: f64,
    /// Half the longer axis: 1.5 standard deviations.
    pub major: f64,
    /// Half the shorter axis.
    pub minor: f64,
    /// Angle of the longer axis in radians, counter-clockwise from the first principal axis, from −π/2 to π/2 in steps of π/12.
    pub angle: f64,
}

impl Gate<'_> {
    /// The ellipse of the customers at `rows`; `None` where there is only one axis, where one or two customers make up the spread
    /// (`of_few`), or where there is none in some direction.
    pub(super) fn ellipse(self, map: &Map<'_>, rows: &[usize], of_few: bool) -> Option<Ellipse> {
        let axes = map.axes.as_deref().filter(|_| !of_few || !self.rules.has(Rule::EllipseSpread))?;
        let all = map.rows();
        let place = |row: &usize| all.with(*row, |row| [0, 1].map(|axis| axes.project(row, axis)));
        // One place for each customer: the middle of their rows.
        let places: Vec<[f64; 2]> = self
            .people
            .each(rows)
            .map(|own| {
                let [x, y] =
                    own.iter().map(place).fold([0.0, 0.0], |sum, at| [sum[0] + at[0], sum[1] + at[1]]);
                [x / own.len() as f64, y / own.len() as f64]
            })
            .collect();
        around(&places, deviation(all, axes))
            .map(|exact| if self.rules.has(Rule::EllipseGrid) { exact.coarse() } else { exact })
    }
}

/// The ellipse of some places, in units of `unit`; `None` where it is next to no ellipse.
fn around(places: &[[f64; 2]], unit: f64) -> Option<Ellipse> {
    let count = places.len() as f64;
    let [x, y] = [0, 1].map(|axis| places.iter().map(|place| place[axis]).sum::<f64>() / count);
    let moment = |a: usize, b: usize| {
        places.iter().map(|place| (place[a] - [x, y][a]) * (place[b] - [x, y][b])).sum::<f64>() / count
    };
    let (xx, xy, yy) = (moment(0, 0), moment(0, 1), moment(1, 1));
    // Eigenvalues and the angle of the first eigenvector of [[xx, xy], [xy, yy]].
    let (middle, half) = ((xx + yy) / 2.0, (xx - yy) / 2.0);
    let reach = (half * half + xy * xy).sqrt();
    let [major, minor] = [middle + reach, middle - reach].map(|variance| variance.max(0.0).sqrt());
    let angle = libm::atan2(xy, half) / 2.0;
    let [x, y, major, minor] = [x, y, DEVIATIONS * major, DEVIATIONS * minor].map(|length| length / unit);
    (minor > DEVIATIONS * THINNEST).then_some(Ellipse { x, y, major, minor, angle })
}

/// Everyone's standard deviation along the first axis.
fn deviation(all: Rows<'_>, axes: &Axes) -> f64 {
    let mut squares = 0.0;
    all.each(|_, row| {
        let along = axes.project(row, 0);
        squares += along * along;
    });
    (squares / all.count() as f64).sqrt()
}

impl Ellipse {
    /// The same on the grid that is published, never thinner than one of its steps.
    fn coarse(self) -> Self {
        let [x, y] = [self.x, self.y].map(|place| fraction(place, QUARTERS));
        let [major, minor] =
            [self.major, self.minor].map(|length| fraction(length, QUARTERS).max(1.0 / QUARTERS));
        Ellipse { x, y, major, minor, angle: fraction(self.angle, ANGLES) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p7_an_ellipse_has_the_moments_of_its_customers() {
        // Corners of a 2 × 4 box around (5, 1): standard deviations 2 along y, 1 along x.
        let found = around(&[[4.0, -1.0], [4.0, 3.0], [6.0, -1.0], [6.0, 3.0]], 1.0).unwrap();
        assert_eq!((found.x, found.y, found.major, found.minor), (5.0, 1.0, 3.0, 1.5));
        assert!((found.angle - std::f64::consts::FRAC_PI_2).abs() < 1e-15);
        // In units of 4: 1.25, 0.25, 0.75 and 0.375, of which the last is no quarter.
        let coarse = around(&[[4.0, -1.0], [4.0, 3.0], [6.0, -1.0], [6.0, 3.0]], 4.0).unwrap().coarse();
        assert_eq!((coarse.x, coarse.y, coarse.major, coarse.minor), (1.25, 0.25, 0.75, 0.5));
        // The same along the diagonal.
        let diagonal = [[3.0, 3.0], [-3.0, -3.0], [1.0, -1.0], [-1.0, 1.0], [2.0, 2.0], [-2.0, -2.0]];
        let found = around(&diagonal, 1.0).unwrap();
        assert!((found.angle - std::f64::consts::FRAC_PI_4).abs() < 1e-15);
    }

    #[test]
    fn p7_a_common_value_makes_no_ellipse() {
        let line: Vec<[f64; 2]> = (0..20).map(|i| [f64::from(i), 7.0]).collect();
        assert_eq!(around(&line, 1.0), None);
        assert_eq!(around(&[[1.0, 1.0]; 20], 1.0), None);
        assert_eq!(around(&[], 1.0), None);
    }
}
