//! Planted clusters in a plain numeric table: one row per customer, for tests and simulations.

use crate::draws::{Draws, Purpose};

/// Round, normal blobs whose centres are at least so far apart, and columns that say nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Blobs {
    /// Rows of the table.
    pub rows: u32,
    /// Columns in which the blobs differ.
    pub columns: u32,
    /// Columns of standard normal noise, after those.
    pub noise_columns: u32,
    /// One weight for each blob: the share of rows it gets. None, or only zeros, is one blob.
    pub weights: Vec<u32>,
    /// The least distance between two centres, in standard deviations of a blob (which is 1 in every column).
    pub separation: f64,
    /// The same seed gives the same table.
    pub seed: u64,
}

/// A table and the truth about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Planted {
    /// Row-major, `rows × (columns + noise_columns)`.
    pub values: Vec<f64>,
    /// The blob of each row, from 0.
    pub labels: Vec<u32>,
    /// Row-major, one row for each blob, in its `columns`.
    pub centres: Vec<f64>,
}

impl Blobs {
    /// `k` blobs of about equal size, six standard deviations apart at least, and no noise column.
    pub fn equal(rows: u32, columns: u32, k: u32, seed: u64) -> Self {
        Self { rows, columns, noise_columns: 0, weights: vec![1; k as usize], separation: 6.0, seed }
    }

    /// Draws the table. Where there are no `columns`, there is nowhere to be apart and the centres are empty.
    pub fn plant(&self) -> Planted {
        let columns = self.columns as usize;
        let mut placing = Draws::new(self.seed, Purpose::Centres);
        let centres = place(&mut placing, self.weights.len().max(1), columns, self.separation);
        let mut draws = Draws::new(self.seed, Purpose::Points);
        let mut values = Vec::new();
        let mut labels = Vec::new();
        for _ in 0..self.rows {
            let label = draws.weighted(&self.weights);
            let centre = &centres[label * columns..(label + 1) * columns];
            values.extend(centre.iter().map(|coordinate| coordinate + draws.normal()));
            values.extend((0..self.noise_columns).map(|_| draws.normal()));
            labels.push(label as u32);
        }
        Planted { values, labels, centres }
    }
}

/// Drops `count` centres into a cube one by one, refusing those nearer than `separation` to an earlier one; the cube grows while
/// it is too full, so that an end is certain.
pub(crate) fn place(draws: &mut Draws, count: usize, columns: usize, separation: f64) -> Vec<f64> {
    let mut side = separation.abs();
    let mut centres: Vec<f64> = Vec::with_capacity(count * columns);
    while centres.len() < count * columns {
        let drawn: Vec<f64> = (0..columns).map(|_| draws.between([0.0, side])).collect();
        if centres.chunks_exact(columns).any(|centre| distance(centre, &drawn) < separation) {
            side *= 1.05;
        } else {
            centres.extend(drawn);
        }
    }
    centres
}

fn distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uneven() -> Blobs {
        Blobs {
            rows: 20_000,
            columns: 3,
            noise_columns: 2,
            weights: vec![6, 3, 1],
            separation: 5.0,
            seed: 11,
        }
    }

    #[test]
    fn centres_are_as_far_apart_as_asked() {
        for (columns, k) in [(1, 12), (2, 10), (5, 20)] {
            let planted = Blobs::equal(10, columns, k, 3).plant();
            let centres: Vec<&[f64]> = planted.centres.chunks(columns as usize).collect();
            assert_eq!(centres.len(), k as usize);
            for (index, centre) in centres.iter().enumerate() {
                assert!(centres[..index].iter().all(|other| distance(centre, other) >= 6.0));
            }
        }
    }

    #[test]
    fn blobs_lie_about_their_centres_with_their_weights() {
        let planted = uneven().plant();
        assert_eq!(planted.values.len(), 20_000 * 5);
        for (blob, share) in [(0, 0.6), (1, 0.3), (2, 0.1)] {
            let rows: Vec<&[f64]> = planted
                .values
                .chunks(5)
                .zip(&planted.labels)
                .filter_map(|(row, &label)| (label == blob).then_some(row))
                .collect();
            let n = rows.len() as f64;
            assert!((n / 20_000.0 - share).abs() < 0.02);
            for column in 0..5 {
                let expected = if column < 3 { planted.centres[blob as usize * 3 + column] } else { 0.0 };
                let mean = rows.iter().map(|row| row[column]).sum::<f64>() / n;
                let variance =
                    rows.iter().map(|row| (row[column] - mean) * (row[column] - mean)).sum::<f64>() / n;
                assert!((mean - expected).abs() < 5.0 / n.sqrt());
                assert!((variance - 1.0).abs() < 0.15);
            }
        }
    }

    #[test]
    fn a_seed_is_a_table() {
        assert_eq!(uneven().plant(), uneven().plant());
        assert_ne!(uneven().plant().values, Blobs { seed: 12, ..uneven() }.plant().values);
    }

    #[test]
    fn odd_requests_are_answered() {
        let none = Blobs::equal(0, 2, 3, 1).plant();
        assert!(none.values.is_empty() && none.labels.is_empty() && none.centres.len() == 6);
        assert_eq!(Blobs::equal(5, 2, 0, 1).plant().labels, [0; 5]);
        let noise_only = Blobs { columns: 0, noise_columns: 1, ..Blobs::equal(5, 0, 3, 1) }.plant();
        assert_eq!((noise_only.values.len(), noise_only.centres.len()), (5, 0));
    }
}
