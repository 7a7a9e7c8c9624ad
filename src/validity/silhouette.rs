//! The silhouette (Rousseeuw 1987): how much closer customers are to their own segment than to the next one.
//!
//! Several labellings are measured at once. Rows that are together in all of them form a *cell*; the distances of a row to everyone
//! are computed once, four abreast, and summed by cell; a group is a sum of cells.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use wide::f64x4;

use crate::{Matrix, Statement};

/// Rows in one vector.
const LANES: usize = 4;

/// A labelling of the rows of a matrix: `labels[row] < k`.
#[derive(Debug, Clone, Copy)]
pub struct Labelling<'a> {
    /// The label of each row.
    pub labels: &'a [u32],
    /// Number of groups.
    pub k: usize,
}

/// Silhouettes of some rows under one labelling, added up by group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Widths {
    /// Rows of each group that were measured.
    pub counts: Vec<u32>,
    /// The sum of their silhouettes.
    pub sums: Vec<f64>,
    /// Where the rows are a sample, random parts of them, each measured as though it were all there is.
    pub replicates: Vec<Replicate>,
}

/// Silhouettes of a random part of a sample among themselves, added up by group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Replicate {
    /// Rows of each group.
    pub counts: Vec<u32>,
    /// The sum of their silhouettes.
    pub sums: Vec<f64>,
}

/// How well a mean silhouette separates, in the words of Kaufman & Rousseeuw (1990, Finding Groups in Data, table 4 of chapter 2): strong from
/// 0.71, reasonable from 0.51, weak from 0.26, else none. Their bands are of two decimals, and so is the value here.
pub fn separation_in_words(silhouette: f64) -> Statement {
    let value = (silhouette * 100.0).round() / 100.0;
    let key = match value {
        0.71.. => "silhouette-strong",
        0.51.. => "silhouette-reasonable",
        0.26.. => "silhouette-weak",
        _ => "silhouette-none",
    };
    Statement::new(key).with("value", value)
}

/// Mean silhouette over all rows, Euclidean: s = (b − a) / max(a, b), where a is the mean distance to the other members of
/// the own group and b the least mean distance to another group; a row alone in its group counts 0. Between −1 and 1.
///
/// Takes rows² distances.
pub fn silhouette(matrix: &Matrix, labelling: Labelling<'_>) -> f64 {
    let widths = silhouette_widths(matrix, &[labelling], 0..matrix.rows()).remove(0);
    widths.sums.iter().sum::<f64>() / matrix.rows() as f64
}

/// The silhouettes of the rows in `range` against all rows, for each of `labellings`. Ranges [`add`](Widths::add) up.
pub fn silhouette_widths(matrix: &Matrix, labellings: &[Labelling<'_>], range: Range<usize>) -> Vec<Widths> {
    let cells = Cells::new(matrix, labellings);
    let sizes: Vec<Vec<f64>> = labellings.iter().map(sizes_of).collect();
    let mut totals: Vec<Widths> = labellings.iter().map(|labelling| Widths::none(labelling.k)).collect();
    let mut distances = vec![[0.0; LANES]; matrix.rows().div_ceil(LANES)];
    let (mut to_cell, mut to_group) = (vec![0.0; cells.ends.len()], Vec::new());
    for row in range {
        cells.measure(matrix.row(row), &mut distances, &mut to_cell);
        for (at, (labelling, sizes)) in labellings.iter().zip(&sizes).enumerate() {
            to_group.clear();
            to_group.resize(labelling.k, 0.0);
            cells.groups[at].iter().zip(&to_cell).for_each(|(&group, sum)| to_group[group as usize] += sum);
            let own = labelling.labels[row] as usize;
            totals[at].count(own, width(own, &to_group, sizes));
        }
    }
    totals
}

/// The same where the rows of `matrix` are a sample in random order: with a replicate for every `each` rows of `range`.
pub fn sampled_widths(
    matrix: &Matrix,
    labellings: &[Labelling<'_>],
    range: Range<usize>,
    each: usize,
) -> Vec<Widths> {
    let mut widths = silhouette_widths(matrix, labellings, range.clone());
    for from in range.clone().step_by(each) {
        let part = from..(from + each).min(range.end);
        let rows = matrix.select(part.clone());
        let of_part = |&Labelling { labels, k }| Labelling { labels: &labels[part.clone()], k };
        let of_part: Vec<Labelling<'_>> = labellings.iter().map(of_part).collect();
        let alone = silhouette_widths(&rows, &of_part, 0..rows.rows());
        for (widths, Widths { counts, sums, .. }) in widths.iter_mut().zip(alone) {
            widths.replicates.push(Replicate { counts, sums });
        }
    }
    widths
}

impl Widths {
    fn none(k: usize) -> Self {
        Widths { counts: vec![0; k], sums: vec![0.0; k], replicates: Vec::new() }
    }

    fn count(&mut self, group: usize, width: f64) {
        self.counts[group] += 1;
        self.sums[group] += width;
    }

    /// Adds the widths of other rows under the same labelling.
    pub fn add(&mut self, other: &Widths) {
        self.counts.iter_mut().zip(&other.counts).for_each(|(count, other)| *count += other);
        self.sums.iter_mut().zip(&other.sums).for_each(|(sum, other)| *sum += other);
        self.replicates.extend_from_slice(&other.replicates);
    }

    /// The mean over everyone and its standard error, where the measured rows are a sample of groups of these `sizes`.
    ///
    /// Silhouettes of a sample depend on each other: each is made of distances to the same rows. So the error comes of what random parts
    /// of the sample give that are measured each for itself (random groups, Wolter 2007, chapter 2), with the correction for
    /// finite populations. It is 0 where there are no parts, since everyone was measured.
    pub fn mean(&self, sizes: &[u64]) -> (f64, f64) {
        let mean = weighted_mean(&self.counts, &self.sums, sizes);
        let parts: Vec<f64> =
            self.replicates.iter().map(|part| weighted_mean(&part.counts, &part.sums, sizes)).collect();
        let count = parts.len() as f64;
        let middle = parts.iter().sum::<f64>() / count;
        let squares: f64 = parts.iter().map(|part| (part - middle) * (part - middle)).sum();
        let measured = f64::from(self.counts.iter().sum::<u32>());
        let left_out = 1.0 - measured / sizes.iter().sum::<u64>() as f64;
        let variance = squares / (count - 1.0) / count * left_out;
        (mean, if parts.len() > 1 { variance.max(0.0).sqrt() } else { 0.0 })
    }

    /// The mean over groups of their means: a small segment counts as much as a large one.
    pub fn macro_mean(&self) -> f64 {
        let means: Vec<f64> = (0..self.counts.len())
            .filter(|&group| self.counts[group] > 0)
            .map(|group| self.sums[group] / f64::from(self.counts[group]))
            .collect();
        means.iter().sum::<f64>() / means.len() as f64
    }
}

/// The mean over groups of these `sizes` of which so many were measured; of a group nobody was measured of, nothing is known.
fn weighted_mean(counts: &[u32], sums: &[f64], sizes: &[u64]) -> f64 {
    let measured = || (0..sizes.len()).filter(|&group| counts[group] > 0);
    let all: f64 = measured().map(|group| sizes[group] as f64).sum();
    measured().map(|group| sizes[group] as f64 * sums[group] / f64::from(counts[group])).sum::<f64>() / all
}

/// The rows in the order of their cells.
struct Cells {
    columns: usize,
    /// Four rows after the other, `columns` vectors each; the last block is filled up with zeros.
    lanes: Vec<f64x4>,
    /// One past the last row of each cell.
    ends: Vec<usize>,
    /// For each labelling, the group of every cell.
    groups: Vec<Vec<u32>>,
}

impl Cells {
    fn new(matrix: &Matrix, labellings: &[Labelling<'_>]) -> Self {
        let (cell_of, cells) = cells_of(matrix.rows(), labellings);
        let mut ends = vec![0; cells];
        cell_of.iter().for_each(|&cell| ends[cell as usize] += 1);
        ends.iter_mut().fold(0, |before, end| {
            let here = before + *end;
            *end = before;
            here
        });
        let mut order = vec![0; matrix.rows()];
        for (row, &cell) in cell_of.iter().enumerate() {
            // So far the place for the next row of the cell; once all are placed, its end.
            let place = &mut ends[cell as usize];
            order[*place] = row;
            *place += 1;
        }
        let groups = labellings
            .iter()
            .map(|labelling| ends.iter().map(|&end| labelling.labels[order[end - 1]]).collect())
            .collect();
        let columns = matrix.columns();
        let mut lanes = Vec::with_capacity(order.len().div_ceil(LANES) * columns);
        for block in order.chunks(LANES) {
            for column in 0..columns {
                lanes.push(f64x4::new(std::array::from_fn(|lane| {
                    block.get(lane).map_or(0.0, |&row| matrix.row(row)[column])
                })));
            }
        }
        Cells { columns, lanes, ends, groups }
    }

    /// The sum of distances of `point` to the rows of each cell.
    fn measure(&self, point: &[f64], distances: &mut [[f64; LANES]], to_cell: &mut [f64]) {
        match self.columns {
            1 => self.distances::<1>(point, distances),
            2 => self.distances::<2>(point, distances),
            3 => self.distances::<3>(point, distances),
            4 => self.distances::<4>(point, distances),
            5 => self.distances::<5>(point, distances),
            6 => self.distances::<6>(point, distances),
            7 => self.distances::<7>(point, distances),
            8 => self.distances::<8>(point, distances),
            _ => {
                let point: Vec<f64x4> = point.iter().map(|&x| f64x4::splat(x)).collect();
                for (block, distances) in self.lanes.chunks_exact(self.columns).zip(distances.iter_mut()) {
                    *distances = norm(block, &point);
                }
            }
        }
        let distances = distances.as_flattened();
        let mut from = 0;
        for (&end, sum) in self.ends.iter().zip(to_cell) {
            *sum = sum_of(&distances[from..end]);
            from = end;
        }
    }

    #[inline(never)]
    fn distances<const D: usize>(&self, point: &[f64], distances: &mut [[f64; LANES]]) {
        let point: [f64x4; D] = std::array::from_fn(|column| f64x4::splat(point[column]));
        for (block, distances) in self.lanes.as_chunks::<D>().0.iter().zip(distances) {
            *distances = norm(block, &point);
        }
    }
}

/// The cell of each row, and how many cells there are: numbered as their labels are ordered, the first labelling first.
fn cells_of(rows: usize, labellings: &[Labelling<'_>]) -> (Vec<u32>, usize) {
    let (mut cell_of, mut cells) = (vec![0_u32; rows], usize::from(rows > 0));
    for labelling in labellings {
        // Each cell falls into as many as there are labels in it; no cell is empty, so they are at most as many as rows.
        let part = |cell: u32, label: u32| cell as usize * labelling.k + label as usize;
        let mut numbers = vec![0_u32; cells * labelling.k];
        cell_of.iter().zip(labelling.labels).for_each(|(&cell, &label)| numbers[part(cell, label)] = 1);
        let mut next = 0;
        for number in &mut numbers {
            next += std::mem::replace(number, next);
        }
        cells = next as usize;
        cell_of
            .iter_mut()
            .zip(labelling.labels)
            .for_each(|(cell, &label)| *cell = numbers[part(*cell, label)]);
    }
    (cell_of, cells)
}

/// The distances of a point to four rows.
#[inline(always)]
fn norm(block: &[f64x4], point: &[f64x4]) -> [f64; LANES] {
    let squares = block.iter().zip(point).fold(f64x4::ZERO, |sum, (&row, &x)| {
        let offset = row - x;
        sum + offset * offset
    });
    squares.sqrt().to_array()
}

/// A sum in four lanes.
fn sum_of(values: &[f64]) -> f64 {
    let (blocks, rest) = values.as_chunks::<LANES>();
    let lanes = blocks.iter().fold(f64x4::ZERO, |sum, &block| sum + f64x4::new(block)).to_array();
    rest.iter().fold((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]), |sum, value| sum + value)
}

/// The silhouette of one row, from its summed distances to every group.
fn width(own: usize, to_group: &[f64], sizes: &[f64]) -> f64 {
    if sizes[own] <= 1.0 {
        return 0.0;
    }
    let a = to_group[own] / (sizes[own] - 1.0);
    let b = (0..to_group.len())
        .filter(|&group| group != own && sizes[group] > 0.0)
        .map(|group| to_group[group] / sizes[group])
        .fold(f64::INFINITY, f64::min);
    let larger = a.max(b);
    if larger > 0.0 && larger.is_finite() { (b - a) / larger } else { 0.0 }
}

fn sizes_of(labelling: &Labelling<'_>) -> Vec<f64> {
    let mut sizes = vec![0.0; labelling.k];
    labelling.labels.iter().for_each(|&label| sizes[label as usize] += 1.0);
    sizes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::matrix::distance2;
    use crate::rng::{Purpose, Rng};

    /// The ends of the published bands.
    #[test]
    fn separation_is_worded_by_the_published_bands() {
        let ends = [
            (-1.0, "none"),
            (0.254, "none"),
            (0.255, "weak"),
            (0.504, "weak"),
            (0.506, "reasonable"),
            (0.70, "reasonable"),
            (0.71, "strong"),
            (1.0, "strong"),
        ];
        for (silhouette, word) in ends {
            assert_eq!(separation_in_words(silhouette).key, format!("silhouette-{word}"), "{silhouette}");
        }
        assert_eq!(separation_in_words(f64::NAN).key, "silhouette-none");
    }

    /// The twin: row by row, distance by distance.
    fn plainly(matrix: &Matrix, labelling: Labelling<'_>, row: usize) -> f64 {
        let mut to_group = vec![0.0; labelling.k];
        matrix.iter().zip(labelling.labels).for_each(|(other, &label)| {
            to_group[label as usize] += distance2(matrix.row(row), other).sqrt();
        });
        width(labelling.labels[row] as usize, &to_group, &sizes_of(&labelling))
    }

    #[test]
    fn by_hand_on_a_line() {
        // 0 1 | 10: s(0) = (10−1)/10, s(1) = (9−1)/9, the singleton 10 counts 0.
        let matrix = Matrix::new(1, vec![0.0, 1.0, 10.0]);
        let labelling = Labelling { labels: &[0, 0, 1], k: 2 };
        assert!((silhouette(&matrix, labelling) - (0.9 + 8.0 / 9.0) / 3.0).abs() < 1e-15);
        // Of the two groups, one has (0.9 + 8/9) / 2 on average, the other 0.
        let widths = silhouette_widths(&matrix, &[labelling], 0..3).remove(0);
        assert!((widths.macro_mean() - (0.9 + 8.0 / 9.0) / 4.0).abs() < 1e-15);
        assert_eq!(widths.mean(&[2, 1]).1, 0.0);
    }

    #[test]
    fn a_sample_by_hand() {
        // Groups of 6 and 4; two of each measured: mean 0.6 · 0.3 + 0.4 · 0.8. The two halves of the sample give 0.6 · 0.2 + 0.4 · 0.7 = 0.4
        // and 0.6 · 0.4 + 0.4 · 0.9 = 0.6: variance 0.02, of the mean of two 0.01, and 6 of 10 were not measured.
        let part = |first: f64, second: f64| Replicate { counts: vec![1, 1], sums: vec![first, second] };
        let replicates = vec![part(0.2, 0.7), part(0.4, 0.9)];
        let widths = Widths { counts: vec![2, 2], sums: vec![0.6, 1.6], replicates };
        let (mean, error) = widths.mean(&[6, 4]);
        assert!((mean - 0.5).abs() < 1e-15);
        assert!((error - (0.01_f64 * 0.6).sqrt()).abs() < 1e-15, "{error}");
    }

    #[test]
    fn the_error_of_a_sample_is_how_far_samples_differ() {
        // One crowd cut in two, where silhouettes taken for independent would differ less than half as much as they do.
        let mut rng = Rng::new(3, Purpose::Split, 0);
        let rows = 20_000;
        let normal = |rng: &mut Rng| (0..12).map(|_| rng.unit()).sum::<f64>() - 6.0;
        let everyone = Matrix::new(3, (0..3 * rows).map(|_| normal(&mut rng)).collect());
        let side = |row: &[f64]| u32::from(row[0] > 0.0);
        let of_second = everyone.iter().filter(|row| side(row) == 1).count() as u64;
        let sizes = [rows as u64 - of_second, of_second];
        let samples: Vec<(f64, f64)> = (0..60)
            .map(|_| {
                let sample = everyone.select(rng.sample(rows, 600));
                // From the order of the rows to a random one.
                let shuffled = sample.select((0..20).flat_map(|part| (part..600).step_by(20)));
                let labels: Vec<u32> = shuffled.iter().map(side).collect();
                let labelling = Labelling { labels: &labels, k: 2 };
                sampled_widths(&shuffled, &[labelling], 0..600, 30)[0].mean(&sizes)
            })
            .collect();
        let mean = samples.iter().map(|one| one.0).sum::<f64>() / 60.0;
        let spread = (samples.iter().map(|one| (one.0 - mean) * (one.0 - mean)).sum::<f64>() / 59.0).sqrt();
        let stated = (samples.iter().map(|one| one.1 * one.1).sum::<f64>() / 60.0).sqrt();
        // The spread of sixty is known to a tenth.
        assert!((0.75..1.35).contains(&(spread / stated)), "{spread} beside {stated}");
    }

    #[test]
    fn equal_rows_have_no_silhouette() {
        let matrix = Matrix::new(1, vec![3.0, 3.0, 3.0]);
        assert_eq!(silhouette(&matrix, Labelling { labels: &[0, 0, 1], k: 2 }), 0.0);
    }

    proptest! {
        #[test]
        fn is_the_twins_for_every_labelling_and_however_cut(
            columns in 1_usize..11,
            cells in prop::collection::vec((-9_i32..9, 0_u32..3, 0_u32..4), 10..400),
            cut in 0.0..1.0,
        ) {
            let rows = cells.len() / columns.max(2);
            let values = cells[..rows * columns.min(cells.len() / rows)].iter().map(|cell| f64::from(cell.0)).collect::<Vec<_>>();
            prop_assume!(values.len() == rows * columns);
            let matrix = Matrix::new(columns, values);
            let first: Vec<u32> = cells[..rows].iter().map(|cell| cell.1).collect();
            let second: Vec<u32> = cells[..rows].iter().map(|cell| cell.2).collect();
            let labellings = [Labelling { labels: &first, k: 3 }, Labelling { labels: &second, k: 4 }];
            let cut = (cut * rows as f64) as usize;
            let mut widths = silhouette_widths(&matrix, &labellings, 0..cut);
            let rest = silhouette_widths(&matrix, &labellings, cut..rows);
            widths.iter_mut().zip(&rest).for_each(|(widths, rest)| widths.add(rest));
            for (widths, &labelling) in widths.iter().zip(&labellings) {
                let expected: f64 = (0..rows).map(|row| plainly(&matrix, labelling, row)).sum();
                prop_assert!((widths.sums.iter().sum::<f64>() - expected).abs() < 1e-9 * rows as f64);
                prop_assert_eq!(widths.counts.iter().sum::<u32>() as usize, rows);
            }
        }
    }
}
