//! What is summed up in double precision, in the twin's lanes, compiled for each number of features.

use super::lloyd::{LANES, together};
use super::margin::by_dimensions;
use crate::matrix::distance2;
use crate::{Matrix, Rows};

/// Features up to which there is code for just that number.
pub(super) const COMPILED: usize = 16;

/// Sums over the groups of a labelling, and how many belong to each.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    /// Groups × features.
    pub(super) sums: Matrix,
    /// Rows in each group.
    pub(super) sizes: Vec<u64>,
}

impl Sums {
    /// Nothing yet in `k` groups.
    pub(super) fn new(k: usize, columns: usize) -> Self {
        Sums { sums: Matrix::new(columns, vec![0.0; k * columns]), sizes: vec![0; k] }
    }

    /// Sums up every group afresh, in lanes as the twin does.
    pub(super) fn of_all(&mut self, rows: Rows<'_>, labels: &[u8]) {
        let k = self.sizes.len();
        *self = Sums::new(k, rows.columns());
        if rows.columns() <= COMPILED {
            by_dimensions!(rows.columns(), add_all_alone(self, rows, labels));
        } else {
            let mut lanes = Sums::new(LANES * k, rows.columns());
            rows.each(|at, row| {
                let own = at % LANES * k + labels[at] as usize;
                lanes.sizes[own] += 1;
                add(lanes.sums.row_mut(own), row);
            });
            self.put_together(&lanes);
        }
    }

    /// The same, and the [`inertia`] around `centroids`, in one pass: all customers are read once.
    pub(super) fn of_all_with_inertia(&mut self, rows: Rows<'_>, labels: &[u8], centroids: &Matrix) -> f64 {
        if rows.columns() > COMPILED {
            self.of_all(rows, labels);
            return inertia(rows, labels, centroids);
        }
        *self = Sums::new(centroids.rows(), rows.columns());
        by_dimensions!(rows.columns(), add_all_around(self, rows, labels, centroids))
    }

    /// Adds so many rows with that sum to a group.
    pub(super) fn add(&mut self, group: u8, rows: u64, sum: &[f64]) {
        self.sizes[group as usize] += rows;
        add(self.sums.row_mut(group.into()), sum);
    }

    /// Takes the sums of four times as many groups: lane after lane.
    fn put_together(&mut self, lanes: &Sums) {
        let count = self.sums.values().len();
        let lane = |values: &[f64], at: usize| std::array::from_fn(|lane| values[lane * count + at]);
        let values = lanes.sums.values();
        self.sums.values_mut().iter_mut().enumerate().for_each(|(at, sum)| *sum = together(lane(values, at)));
        for (at, size) in lanes.sizes.iter().enumerate() {
            let k = self.sizes.len();
            self.sizes[at % k] += size;
        }
    }

    /// Lets sums follow the rows that changed label, given with the label they had.
    pub(super) fn follow(&mut self, rows: Rows<'_>, labels: &[u8], moved: &[(u32, u8)]) {
        for &(row, before) in moved {
            self.sizes[before as usize] -= 1;
            self.sizes[labels[row as usize] as usize] += 1;
        }
        if rows.columns() <= COMPILED {
            by_dimensions!(rows.columns(), move_all(self, rows, labels, moved));
        } else {
            for &(row, before) in moved {
                rows.with(row as usize, |values| {
                    let from = self.sums.row_mut(before as usize);
                    from.iter_mut().zip(values).for_each(|(sum, value)| *sum -= value);
                    add(self.sums.row_mut(labels[row as usize] as usize), values);
                });
            }
        }
    }
}

/// The sum over rows, in lanes, of the squared distance to their own centroid.
pub(super) fn inertia(rows: Rows<'_>, labels: &[u8], centroids: &Matrix) -> f64 {
    if rows.columns() <= COMPILED {
        by_dimensions!(rows.columns(), inertia_of(rows, labels, centroids))
    } else {
        let mut lanes = [0.0; LANES];
        rows.each(|at, row| lanes[at % LANES] += distance2(row, centroids.row(labels[at] as usize)));
        together(lanes)
    }
}

/// The nearest centroid as the twin finds it, and by how much the next one is farther, multiplied by `scale`: as much as is certain,
/// nothing on ties.
pub(super) fn nearest_two(row: &[f64], centroids: &Matrix, scale: f64) -> (u8, f32) {
    let (mut label, mut least, mut next) = (0, f64::INFINITY, f64::INFINITY);
    for (number, centroid) in centroids.iter().enumerate() {
        let distance = distance2(row, centroid);
        if distance < least {
            (label, next, least) = (number as u8, least, distance);
        } else {
            next = f64::min(next, distance);
        }
    }
    let (first, second) = (least.sqrt(), next.sqrt());
    let rounding = (row.len() + 8) as f64 * 2.0 * f64::EPSILON;
    let margin = (second - first) * (1.0 - 1e-6) - (second + first) * rounding;
    (label, f64::max(margin * scale, 0.0) as f32)
}

fn add(sums: &mut [f64], values: &[f64]) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
}

#[inline(never)]
fn add_all_alone<const D: usize>(into: &mut Sums, rows: Rows<'_>, labels: &[u8]) {
    add_all(into, rows, labels, |_, _: &[f64; D], _| {});
}

#[inline(never)]
fn add_all_around<const D: usize>(into: &mut Sums, rows: Rows<'_>, labels: &[u8], centroids: &Matrix) -> f64 {
    let (centroids, _) = centroids.values().as_chunks::<D>();
    let mut lanes = [0.0; LANES];
    add_all(into, rows, labels, |lane, row: &[f64; D], label| {
        lanes[lane] += distance2(row, &centroids[label as usize]);
    });
    together(lanes)
}

/// Sums up every row; `also` sees it with its lane and label.
#[inline(always)]
fn add_all<const D: usize>(
    into: &mut Sums,
    rows: Rows<'_>,
    labels: &[u8],
    mut also: impl FnMut(usize, &[f64; D], u8),
) {
    let k = into.sizes.len();
    let mut lanes = Sums::new(LANES * k, D);
    let (sums, _) = lanes.sums.values_mut().as_chunks_mut::<D>();
    each_in_lanes(rows, labels, |lane, row: &[f64; D], label| {
        let own = lane * k + label as usize;
        lanes.sizes[own] += 1;
        let sum = &mut sums[own];
        (0..D).for_each(|d| sum[d] += row[d]);
        also(lane, row, label);
    });
    into.put_together(&lanes);
}

/// The changes go into lanes of their own: a customer need not wait for the sums of the one before.
#[inline(never)]
fn move_all<const D: usize>(into: &mut Sums, rows: Rows<'_>, labels: &[u8], moved: &[(u32, u8)]) {
    let k = into.sizes.len();
    let mut lanes = vec![[0.0; D]; LANES * k];
    for fours in moved.chunks(LANES) {
        for (lane, &(row, before)) in fours.iter().enumerate() {
            let values = rows.array::<D>(row as usize);
            let from = &mut lanes[lane * k + before as usize];
            (0..D).for_each(|d| from[d] -= values[d]);
            let to = &mut lanes[lane * k + labels[row as usize] as usize];
            (0..D).for_each(|d| to[d] += values[d]);
        }
    }
    let count = k * D;
    let change = lanes.as_flattened();
    for (at, sum) in into.sums.values_mut().iter_mut().enumerate() {
        *sum += together(std::array::from_fn(|lane| change[lane * count + at]));
    }
}

#[inline(never)]
fn inertia_of<const D: usize>(rows: Rows<'_>, labels: &[u8], centroids: &Matrix) -> f64 {
    let (centroids, _) = centroids.values().as_chunks::<D>();
    let mut lanes = [0.0; LANES];
    each_in_lanes(rows, labels, |lane, row: &[f64; D], label| {
        lanes[lane] += distance2(row, &centroids[label as usize]);
    });
    together(lanes)
}

/// Shows every row with its lane and its label.
#[inline(always)]
fn each_in_lanes<const D: usize>(rows: Rows<'_>, labels: &[u8], mut look: impl FnMut(usize, &[f64; D], u8)) {
    rows.in_pieces(
        #[inline(always)]
        |first, values| {
            let (rows, _) = values.as_chunks::<D>();
            let (fours, rest) = rows.as_chunks::<LANES>();
            let (fours_labels, rest_labels) = labels[first..first + rows.len()].as_chunks::<LANES>();
            for (rows, labels) in fours.iter().zip(fours_labels) {
                (0..LANES).for_each(|lane| look(lane, &rows[lane], labels[lane]));
            }
            let rest = rest.iter().zip(rest_labels).enumerate();
            rest.for_each(|(lane, (row, &label))| look(lane, row, label));
        },
    );
}
