//! The customers once more, rounded to whole numbers of 16 bits: what most of a fit with many features is decided on.

use wide::{bytemuck, f32x4, i16x8};

use super::exact::COMPILED;
use super::margin::by_dimensions;
use super::shadow::LANES;
use super::verdict::{GROUP, padded};
use crate::Rows;
use crate::matrix::distance2;

/// The most that the coordinates of a customer on the lattice come to, signs aside; it keeps products with a centroid in 32 bits.
pub(super) const WIDTH: f64 = i16::MAX as f64;

/// How many times farther than usual a customer may lie from the middle and still be on the lattice.
const ROOM: f64 = 2.5;

/// Coordinates in one vector.
const CELLS: usize = 8;

/// Rows that the middle and the usual distance are taken from.
const SAMPLED: usize = 1_024;

/// The first coordinate of whoever is not on the lattice; the others are zero.
pub(super) const OUTSIDE: i16 = i16::MIN;

/// The customers rounded to whole numbers, row after row.
///
/// The unit is such that an ordinary coordinate (the root mean square of all) is [`WIDTH`] / ([`ROOM`] · features) units: about sixteen hundred with eight
/// features. Rounding moves nobody by more than half a unit along each feature, which [`verdict`](super::verdict) allows for.
/// Customers far outside are only marked as such.
#[derive(Debug)]
pub(super) struct Lattice {
    /// Features.
    pub(super) columns: usize,
    /// Pairs of features, filled up with zeros to a number that a kernel exists for.
    pub(super) pairs: usize,
    /// Filled up with the middle to whole groups of [`GROUP`].
    cells: Vec<i16x8>,
    origin: Vec<f64>,
    /// Units in one: what distances are multiplied by.
    pub(super) scale: f64,
}

impl Lattice {
    /// The customers; `None` where there are more features than there are kernels for, or distances too large or too
    /// small for squares in double precision to be trusted.
    pub(super) fn of(rows: Rows<'_>) -> Option<Self> {
        let step = rows.count().div_ceil(SAMPLED).max(1);
        // A sample sees how far out most customers are, unless most are equal.
        [step, 1].into_iter().find_map(|step| Lattice::sampled(rows, step))
    }

    /// The same, with the middle and the unit from one row in so many.
    fn sampled(rows: Rows<'_>, step: usize) -> Option<Self> {
        let pairs = padded(rows.columns())?;
        let sample = rows.select((0..rows.count()).step_by(step));
        let (count, columns) = (sample.rows() as f64, rows.columns());
        let origin: Vec<f64> =
            (0..columns).map(|column| sample.column(column).map(|value| value / count).sum()).collect();
        let cells = count * columns as f64;
        let usual = sample.iter().map(|row| distance2(row, &origin) / cells).sum::<f64>().sqrt();
        (1e-140..1e140).contains(&usual).then(|| {
            let scale = WIDTH / (ROOM * columns as f64) / usual;
            let room = rows.count().next_multiple_of(GROUP) * stride(pairs);
            let mut lattice = Lattice { columns, pairs, cells: vec![i16x8::ZERO; room], origin, scale };
            if columns <= COMPILED {
                by_dimensions!(columns, fill(&mut lattice, rows));
            } else {
                rows.in_pieces(|first, values| lattice.fill(first, values.chunks_exact(columns)));
            }
            lattice
        })
    }

    /// Takes rows, the first of which has this number.
    #[inline(always)]
    fn fill<'a>(&mut self, first: usize, rows: impl Iterator<Item = &'a [f64]>) {
        let stride = stride(self.pairs);
        for (row, cells) in rows.zip(self.cells[first * stride..].chunks_exact_mut(stride)) {
            round(row, &self.origin, self.scale, cells);
        }
    }

    /// A point in units from the middle, not rounded.
    pub(super) fn point(&self, point: &[f64]) -> Vec<f64> {
        point.iter().zip(&self.origin).map(|(value, middle)| (value - middle) * self.scale).collect()
    }

    /// The customer of a row.
    #[inline(always)]
    pub(super) fn row<const PAIRS: usize>(&self, row: usize) -> &[i16x8] {
        &self.cells[row * stride(PAIRS)..][..stride(PAIRS)]
    }
}

/// Four customers turned so that each vector holds two features of all four.
#[inline(always)]
pub(super) fn turned<const PAIRS: usize>(four: [&[i16x8]; LANES]) -> [i16x8; PAIRS] {
    let mut turned = [i16x8::ZERO; PAIRS];
    for (part, pairs) in turned.chunks_mut(CELLS / 2).enumerate() {
        let [a, b, c, d] = four;
        let columns = f32x4::transpose(bytemuck::cast([a[part], b[part], c[part], d[part]]));
        pairs.iter_mut().zip(columns).for_each(|(pair, column)| *pair = bytemuck::cast(column));
    }
    turned
}

/// Vectors in a row.
const fn stride(pairs: usize) -> usize {
    pairs.div_ceil(CELLS / 2)
}

/// [`Lattice::fill`], compiled for so many features.
#[inline(never)]
fn fill<const D: usize>(lattice: &mut Lattice, rows: Rows<'_>) {
    rows.in_pieces(|first, values| {
        lattice.fill(first, values.as_chunks::<D>().0.iter().map(<[f64; D]>::as_slice));
    });
}

/// Rounds a customer to whole units.
#[inline(always)]
fn round(row: &[f64], origin: &[f64], scale: f64, cells: &mut [i16x8]) {
    /// What is added to this is rounded to a whole number, in two's complement at the end of the mantissa.
    const WHOLE: f64 = 1.5 * (1_u64 << 52) as f64;
    let mut outward = 0.0;
    for ((row, origin), cell) in row.chunks(CELLS).zip(origin.chunks(CELLS)).zip(cells.iter_mut()) {
        let mut whole = [0; CELLS];
        let mut out = [0.0; CELLS];
        for (((whole, out), value), middle) in whole.iter_mut().zip(&mut out).zip(row).zip(origin) {
            let units = (value - middle) * scale + WHOLE;
            *out = (units - WHOLE).abs();
            *whole = units.to_bits() as i16;
        }
        let [a, b, c, d, e, f, g, h] = out;
        outward += ((a + b) + (c + d)) + ((e + f) + (g + h));
        *cell = i16x8::new(whole);
    }
    // Nor where it is no number.
    let inside = outward <= WIDTH;
    if !inside {
        cells.fill(i16x8::ZERO);
        cells[0] = i16x8::new([OUTSIDE, 0, 0, 0, 0, 0, 0, 0]);
    }
}
