//! The customers once more, in single precision and four abreast: what starts are drawn from, and what fits over tiles are decided on.

use wide::f32x4;

use super::margin::by_dimensions;
use crate::Rows;

/// Customers in one vector.
pub(super) const LANES: usize = 4;

/// The largest coordinate that leaves room for sums of squares in single precision.
const LARGEST: f64 = (1_u64 << 40) as f64;

/// Rows that the origin and the scale are taken from.
const SAMPLED: usize = 1_024;

/// The customers as `f32`, moved to the middle of the data and scaled by a power of two.
///
/// In blocks of four customers: for each feature one vector with its value for each of the four. The last block is filled up
/// with the origin. Coordinates differ from the exact ones by the rounding to single precision alone (2⁻²⁴ of their size), which
/// [`margin`](super::margin) allows for.
#[derive(Debug)]
pub(super) struct Shadow {
    /// Features, filled up with zeros to a number that a kernel exists for.
    pub(super) dimensions: usize,
    /// Customers.
    pub(super) rows: usize,
    /// Block after block, `dimensions` vectors each.
    pub(super) lanes: Vec<f32x4>,
    /// What is the origin of the shadow.
    origin: Vec<f64>,
    /// What distances are multiplied by.
    pub(super) scale: f64,
    /// The sum of all squared distances to the origin.
    pub(super) spread: f64,
}

impl Shadow {
    /// The shadow of customers; `None` where there are more features than there are kernels for, or distances too large or too
    /// small for sums of squares in double precision to be trusted.
    pub(super) fn of(rows: Rows<'_>) -> Option<Self> {
        let dimensions = super::margin::padded(rows.columns())?;
        let step = rows.count().div_ceil(SAMPLED).max(1);
        let sample = rows.select((0..rows.count()).step_by(step));
        let count = sample.rows() as f64;
        let origin: Vec<f64> = (0..rows.columns())
            .map(|column| sample.column(column).map(|value| value / count).sum())
            .collect();
        // A sample sees the size of most customers; the few that it does not see may lie far outside.
        power_of_two(reach((&sample).into(), &origin))
            .and_then(|scale| Shadow::scaled(rows, dimensions, &origin, scale))
            .or_else(|| Shadow::scaled(rows, dimensions, &origin, power_of_two(reach(rows, &origin))?))
    }

    fn scaled(rows: Rows<'_>, dimensions: usize, origin: &[f64], scale: f64) -> Option<Self> {
        let blocks = rows.count().div_ceil(LANES);
        let mut shadow = Shadow {
            dimensions,
            rows: rows.count(),
            lanes: Vec::with_capacity(blocks * dimensions),
            origin: origin.to_vec(),
            scale,
            spread: 0.0,
        };
        let mut largest = 0.0;
        rows.in_pieces(|_, values| {
            let of_piece = if rows.columns() == dimensions {
                by_dimensions!(dimensions, fill(&mut shadow, values))
            } else {
                shadow.fill_up(values)
            };
            largest = f32::max(largest, of_piece);
        });
        (f64::from(largest) <= LARGEST).then_some(shadow)
    }

    /// Appends rows, filled up with zeros to whole blocks and to all dimensions; returns the largest coordinate.
    fn fill_up(&mut self, values: &[f64]) -> f32 {
        let columns = self.origin.len();
        let mut largest = 0.0;
        for rows in values.chunks(LANES * columns) {
            let mut block = vec![[0.0; LANES]; self.dimensions];
            for (lane, row) in rows.chunks(columns).enumerate() {
                for ((vector, value), middle) in block.iter_mut().zip(row).zip(&self.origin) {
                    vector[lane] = ((value - middle) * self.scale) as f32;
                    largest = f32::max(largest, vector[lane].abs());
                    self.spread += f64::from(vector[lane]) * f64::from(vector[lane]);
                }
            }
            self.lanes.extend(block.into_iter().map(f32x4::new));
        }
        largest
    }

    /// A point as the shadow sees it, filled up with zeros; `None` where it lies too far outside.
    pub(super) fn point(&self, point: &[f64]) -> Option<Vec<f32>> {
        let mut seen: Vec<f32> = point
            .iter()
            .zip(&self.origin)
            .map(|(value, middle)| ((value - middle) * self.scale) as f32)
            .collect();
        seen.resize(self.dimensions, 0.0);
        seen.iter().all(|value| f64::from(value.abs()) <= LARGEST).then_some(seen)
    }
}

/// As [`Shadow::fill_up`], for whole blocks first.
#[inline(never)]
fn fill<const D: usize>(shadow: &mut Shadow, values: &[f64]) -> f32 {
    let (rows, _) = values.as_chunks::<D>();
    let (blocks, rest) = rows.as_chunks::<LANES>();
    let origin: [f64; D] = std::array::from_fn(|d| shadow.origin[d]);
    let scale = shadow.scale;
    let mut largest = f32x4::ZERO;
    for block in blocks {
        let mut squares = f32x4::ZERO;
        let vectors: [f32x4; D] = std::array::from_fn(|d| {
            f32x4::new(block.each_ref().map(|row| ((row[d] - origin[d]) * scale) as f32))
        });
        for &vector in &vectors {
            largest = largest.fast_max(vector.abs());
            squares += vector * vector;
        }
        shadow.spread += squares.to_array().into_iter().map(f64::from).sum::<f64>();
        shadow.lanes.extend_from_slice(&vectors);
    }
    let of_rest = shadow.fill_up(rest.as_flattened());
    largest.to_array().into_iter().fold(of_rest, f32::max)
}

/// The largest distance of a coordinate from the origin.
fn reach(rows: Rows<'_>, origin: &[f64]) -> f64 {
    let mut most = 0.0;
    rows.each(|_, row| {
        most =
            row.iter().zip(origin).fold(most, |most, (value, middle)| f64::max(most, (value - middle).abs()));
    });
    most
}

/// The power of two that brings `reach` into ½..1; `None` where squares of such distances are no longer trustworthy doubles.
fn power_of_two(reach: f64) -> Option<f64> {
    let exponent = (reach.to_bits() >> 52) & 0x7ff;
    (1e-140..1e140).contains(&reach).then(|| f64::from_bits((2 * 1_023 - 1 - exponent) << 52))
}
