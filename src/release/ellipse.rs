//! P7: where a segment lies on the map, without a single customer on it.

use serde::{Deserialize, Serialize};

use super::dominance::dominated;
use super::round::significant;
use crate::Rows;
use crate::segments::Axes;

/// Half axes in standard deviations.
const DEVIATIONS: f64 = 1.5;

/// An ellipse thinner than this share of everyone's spread would give a common value away.
const THINNEST: f64 = 1e-3;

/// Where most customers of a segment lie on the first two principal axes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
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
    /// Angle of the longer axis in radians, counter-clockwise from the first principal axis, above −π/2 and up to π/2.
    pub angle: f64,
}

/// The ellipse of some of all customers; `None` where there is only one axis, where one or two customers make up the spread,
/// or where there is none in some direction.
pub(super) fn ellipse(all: Rows<'_>, axes: &Axes, rows: &[usize]) -> Option<Ellipse> {
    if axes.directions.rows() < 2 || rows.is_empty() {
        return None;
    }
    let place = |row: usize| all.with(row, |row| [0, 1].map(|axis| axes.project(row, axis)));
    let places: Vec<[f64; 2]> = rows.iter().map(|&row| place(row)).collect();
    let count = places.len() as f64;
    let [x, y] = [0, 1].map(|axis| places.iter().map(|place| place[axis]).sum::<f64>() / count);
    if dominated(places.iter().map(|place| (place[0] - x) * (place[0] - x) + (place[1] - y) * (place[1] - y)))
    {
        return None;
    }
    let moment = |a: usize, b: usize| {
        places.iter().map(|place| (place[a] - [x, y][a]) * (place[b] - [x, y][b])).sum::<f64>() / count
    };
    let (xx, xy, yy) = (moment(0, 0), moment(0, 1), moment(1, 1));
    // Eigenvalues and the angle of the first eigenvector of [[xx, xy], [xy, yy]].
    let (middle, half) = ((xx + yy) / 2.0, (xx - yy) / 2.0);
    let reach = (half * half + xy * xy).sqrt();
    let [major, minor] = [middle + reach, middle - reach].map(|variance| variance.max(0.0).sqrt());
    let angle = libm::atan2(xy, half) / 2.0;
    let mut squares = 0.0;
    all.each(|_, row| {
        let along = axes.project(row, 0);
        squares += along * along;
    });
    let everyone = (squares / all.count() as f64).sqrt();
    if minor.is_nan() || minor <= THINNEST * everyone {
        return None;
    }
    let [x, y, major, minor, angle] =
        [x, y, DEVIATIONS * major, DEVIATIONS * minor, angle].map(|value| significant(value, 2));
    Some(Ellipse { x, y, major, minor, angle })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Matrix;

    fn flat() -> Axes {
        Axes {
            center: vec![0.0, 0.0],
            directions: Matrix::new(2, vec![1.0, 0.0, 0.0, 1.0]),
            explained: vec![0.5, 0.5],
        }
    }

    fn of(points: &[[f64; 2]]) -> Option<Ellipse> {
        let matrix = Matrix::new(2, points.concat());
        ellipse((&matrix).into(), &flat(), &(0..points.len()).collect::<Vec<_>>())
    }

    #[test]
    fn p7_an_ellipse_has_the_moments_of_its_customers() {
        // Corners of a 2 × 4 box around (5, 1): standard deviations 2 along y, 1 along x.
        let found = of(&[[4.0, -1.0], [4.0, 3.0], [6.0, -1.0], [6.0, 3.0]]).unwrap();
        assert_eq!((found.x, found.y, found.major, found.minor, found.angle), (5.0, 1.0, 3.0, 1.5, 1.6));
        // The same along the diagonal.
        let found =
            of(&[[3.0, 3.0], [-3.0, -3.0], [1.0, -1.0], [-1.0, 1.0], [2.0, 2.0], [-2.0, -2.0]]).unwrap();
        assert_eq!(found.angle, 0.79);
    }

    #[test]
    fn p7_neither_one_customer_nor_a_common_value_makes_an_ellipse() {
        let mut crowd: Vec<[f64; 2]> = (0..20).map(|i| [f64::from(i % 5), f64::from(i / 5)]).collect();
        assert!(of(&crowd).is_some());
        crowd.push([500.0, 500.0]);
        assert_eq!(of(&crowd), None);
        let line: Vec<[f64; 2]> = (0..20).map(|i| [f64::from(i), 7.0]).collect();
        assert_eq!(of(&line), None);
        assert_eq!(of(&[[1.0, 1.0]; 20]), None);
    }
}
