//! Many customers with few features, put in an order in which neighbours in space are neighbours in memory.
//!
//! Packed as rectangles are into an R-tree by *sort-tile-recursive* (Leutenegger, Lopez & Edgington 1997): stripes of equally many
//! customers along the first feature, each cut into stripes along the second, and so on; the last cut gives *tiles* of [`TILE`]
//! customers. Of each tile its box is known, its sum and its scatter, so that a tile which lies wholly nearest to one centroid needs no look
//! at its customers: not to label them, not to sum them up, not for their inertia (the filtering of Kanungo et al. 2002, by a flat
//! list of boxes in place of a tree).

use crate::matrix::distance2;
use crate::{Matrix, Rows};

/// Customers in a tile. Measured: smaller ones lie nearest to one centroid more often, larger ones are fewer.
pub(super) const TILE: usize = 64;

/// Features up to which boxes are small enough to be worth the order.
pub(super) const MOST_DIMENSIONS: usize = 4;

/// Customers from which on the order pays.
const FEWEST: usize = 16_384;

/// Customers that the cuts are taken from.
const SAMPLED: usize = 4_096;

/// Equal intervals in which the cuts are looked up.
const INTERVALS: usize = 4_096;

/// Cuts of the last feature for each one of the others.
const FINER: usize = 4;

/// Customers in the order of their tiles.
#[derive(Debug)]
pub(super) struct Tiles {
    /// The customers, tile after tile; only the last tile may not be full.
    pub(super) matrix: Matrix,
    /// The row that each of them has outside.
    pub(super) order: Vec<u32>,
    /// The middle of each tile's box.
    pub(super) middles: Matrix,
    /// How far the box reaches from there in each direction.
    pub(super) reaches: Matrix,
    /// Sums over each tile's customers, in order.
    pub(super) sums: Matrix,
    /// The mean of each tile's customers, rounded.
    pub(super) means: Matrix,
    /// What rounding the mean leaves over: sums of the differences to it.
    pub(super) rests: Matrix,
    /// The sum of squared distances of a tile's customers to their mean.
    pub(super) scatters: Vec<f64>,
}

impl Tiles {
    /// The tiles of customers, where they have few enough features and are enough for tiles to pay.
    pub(super) fn where_they_pay(rows: Rows<'_>) -> Option<Self> {
        (rows.columns() <= MOST_DIMENSIONS && rows.count() >= FEWEST).then(|| Tiles::of(rows))
    }

    /// The sum of squared distances of a tile's customers to a point (Huygens): their scatter, and that of their mean; with what
    /// rounding took from the mean, which matters to customers far from the origin.
    pub(super) fn spread_around(&self, tile: usize, point: &[f64]) -> f64 {
        let mean = self.means.row(tile);
        let rest: f64 = (0..point.len()).map(|d| (mean[d] - point[d]) * self.rests.row(tile)[d]).sum();
        self.scatters[tile] + 2.0 * rest + self.members(tile).len() as f64 * distance2(mean, point)
    }

    /// The tiles of customers with at most [`MOST_DIMENSIONS`] features.
    pub(super) fn of(rows: Rows<'_>) -> Self {
        match rows.columns() {
            1 => tiled::<1>(rows),
            2 => tiled::<2>(rows),
            3 => tiled::<3>(rows),
            _ => tiled::<4>(rows),
        }
    }

    /// How many tiles there are.
    pub(super) fn count(&self) -> usize {
        self.scatters.len()
    }

    /// The customers of a tile.
    pub(super) fn members(&self, tile: usize) -> std::ops::Range<usize> {
        tile * TILE..((tile + 1) * TILE).min(self.order.len())
    }
}

#[inline(never)]
fn tiled<const D: usize>(rows: Rows<'_>) -> Tiles {
    let (order, ordered) = packed::<D>(rows);
    let count = ordered.len().div_ceil(TILE);
    let room = || Vec::with_capacity(count);
    let (mut middles, mut reaches, mut sums) = (room(), room(), room());
    let (mut means, mut rests) = (room(), room());
    let mut scatters = Vec::with_capacity(count);
    for tile in ordered.chunks(TILE) {
        let (mut low, mut high, mut sum) = (tile[0], tile[0], [0.0; D]);
        for row in tile {
            for d in 0..D {
                low[d] = if row[d] < low[d] { row[d] } else { low[d] };
                high[d] = if row[d] > high[d] { row[d] } else { high[d] };
                sum[d] += row[d];
            }
        }
        let middle: [f64; D] = std::array::from_fn(|d| 0.5 * low[d] + 0.5 * high[d]);
        // Rounding of the middle is no matter as long as the box around it reaches far enough.
        reaches.push(std::array::from_fn(|d| {
            f64::max(high[d] - middle[d], middle[d] - low[d]) * (1.0 + 4.0 * f64::EPSILON)
        }));
        let mean = sum.map(|sum| sum / tile.len() as f64);
        let (mut rest, mut scatter) = ([0.0; D], 0.0);
        for row in tile {
            (0..D).for_each(|d| rest[d] += row[d] - mean[d]);
            scatter += distance2(row, &mean);
        }
        means.push(mean);
        rests.push(rest);
        scatters.push(scatter);
        middles.push(middle);
        sums.push(sum);
    }
    let matrix = |rows: Vec<[f64; D]>| Matrix::new(D, rows.into_flattened());
    Tiles {
        order,
        matrix: matrix(ordered),
        middles: matrix(middles),
        reaches: matrix(reaches),
        sums: matrix(sums),
        means: matrix(means),
        rests: matrix(rests),
        scatters,
    }
}

/// The rows in the order of the tiles, with the number that each had; those that the cuts do not tell apart stay in the order they came in.
fn packed<const D: usize>(rows: Rows<'_>) -> (Vec<u32>, Vec<[f64; D]>) {
    let count = rows.count();
    let tiles = count.div_ceil(TILE);
    let stripes = (1..64).find(|stripes: &usize| stripes.pow(D as u32) >= tiles).unwrap_or(64);
    let cuts: [Cuts; D] =
        std::array::from_fn(|d| Cuts::new(rows, d, if d + 1 == D { FINER * stripes } else { stripes }));
    // Stripe by stripe of the first feature, so that all writing stays near.
    let (first, others) = cuts.split_at(usize::from(D > 1));
    let key = |row: &[f64; D]| first.first().map_or(0, |cuts| cuts.stripe(row[0]));
    let mut keys = Vec::with_capacity(count);
    rows.in_pieces(|_, values| keys.extend(values.as_chunks::<D>().0.iter().map(key)));
    let ends = ends(&keys, if D > 1 { stripes } else { 1 });
    let mut striped = vec![(0, [0.0; D]); count];
    let mut next: Vec<u32> = std::iter::once(0).chain(ends.iter().copied()).collect();
    for (row, &stripe) in (0..).zip(&keys) {
        striped[next[stripe as usize] as usize] = (row, rows.array::<D>(row as usize));
        next[stripe as usize] += 1;
    }
    let buckets: usize = others.iter().map(|cuts| cuts.stripes as usize).product();
    let (mut order, mut ordered) = (vec![0; count], vec![[0.0; D]; count]);
    let mut keys = Vec::new();
    let mut from = 0;
    for (stripe, &end) in ends.iter().enumerate() {
        let rows = &striped[from..end as usize];
        keys.clear();
        keys.extend(rows.iter().map(|(_, row)| {
            let mut place = stripe as u32;
            for (cuts, &value) in others.iter().zip(&row[D - others.len()..]) {
                let own = cuts.stripe(value);
                // To and fro, so that each stripe begins where the one before it ended.
                place = place * cuts.stripes + if place & 1 == 0 { own } else { cuts.stripes - 1 - own };
            }
            place - (stripe * buckets) as u32
        }));
        let mut next: Vec<u32> = std::iter::once(0).chain(self::ends(&keys, buckets)).collect();
        for (&(row, values), &key) in rows.iter().zip(&keys) {
            let place = from + next[key as usize] as usize;
            (order[place], ordered[place]) = (row, values);
            next[key as usize] += 1;
        }
        from = end as usize;
    }
    (order, ordered)
}

/// Where each of so many buckets ends when all keys are sorted.
fn ends(keys: &[u32], buckets: usize) -> Vec<u32> {
    let mut ends = vec![0; buckets];
    keys.iter().for_each(|&key| ends[key as usize] += 1);
    let mut sum = 0;
    ends.iter_mut().for_each(|end| {
        sum += *end;
        *end = sum;
    });
    ends
}

/// Where one feature is cut so that about equally many customers are in each stripe.
struct Cuts {
    stripes: u32,
    low: f64,
    intervals_per_unit: f64,
    /// The stripe of each interval.
    of_interval: Vec<u16>,
}

impl Cuts {
    fn new(rows: Rows<'_>, d: usize, stripes: usize) -> Self {
        let step = rows.count().div_ceil(SAMPLED).max(1);
        let mut sample: Vec<f64> = (0..rows.count()).step_by(step).map(|row| rows.number(row, d)).collect();
        sample.sort_unstable_by(f64::total_cmp);
        // The few farthest out would leave too few intervals to all others.
        let outside = sample.len() / 500;
        let (low, high) = (sample[outside], sample[sample.len() - 1 - outside]);
        let intervals_per_unit = if high > low { INTERVALS as f64 / (high - low) } else { 0.0 };
        let of_interval = (0..INTERVALS)
            .map(|interval| {
                let value = low + (interval as f64 + 0.5) / INTERVALS as f64 * (high - low);
                let below = sample.partition_point(|&other| other < value);
                (below * stripes / (sample.len() + 1)) as u16
            })
            .collect();
        Cuts { stripes: stripes as u32, low, intervals_per_unit, of_interval }
    }

    #[inline(always)]
    fn stripe(&self, value: f64) -> u32 {
        // The cast turns what is too small, or no number, into zero.
        let interval = (((value - self.low) * self.intervals_per_unit) as usize).min(INTERVALS - 1);
        self.of_interval[interval].into()
    }
}
