//! How space is divided into segments: what gives any customer, old or new, their segment.

use serde::{Deserialize, Serialize};

use super::blocks::Blocks;
use super::mixture::{Densities, Mixture};
use super::{assign, nearest};
use crate::{Matrix, Rows};

/// A division of space into segments, numbered from 0.
///
/// It is all that a model has to keep: labels are what it says of each customer, wherever they are needed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Partition {
    /// The segment of the nearest of these centroids, the lowest number on ties: K-means.
    Centroids(Matrix),
    /// The component that most probably made the customer.
    Mixture(Mixture),
    /// The segment of the nearest of these points: a hierarchy.
    Landmarks(Landmarks),
}

/// Points of which each belongs to a segment, several to one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Landmarks {
    /// Landmarks × features, in scaled units.
    pub points: Matrix,
    /// The segment of each, from 0.
    pub segments: Vec<u32>,
}

/// A partition made ready to be asked many times.
#[derive(Debug)]
pub struct Labeller<'a>(Ready<'a>);

#[derive(Debug)]
enum Ready<'a> {
    Centroids(&'a Matrix),
    Mixture(Densities<'a>),
    Landmarks(Blocks, &'a [u32]),
}

impl Partition {
    /// Number of segments.
    pub fn k(&self) -> usize {
        match self {
            Partition::Centroids(centroids) => centroids.rows(),
            Partition::Mixture(mixture) => mixture.weights.len(),
            Partition::Landmarks(landmarks) => {
                landmarks.segments.iter().max().map_or(0, |&last| last as usize + 1)
            }
        }
    }

    /// Whether its parts fit each other and `columns` features: to be asked of what was read from a file.
    pub fn is_sound(&self, columns: usize) -> bool {
        match self {
            Partition::Centroids(centroids) => centroids.columns() == columns && centroids.rows() > 0,
            Partition::Mixture(mixture) => mixture.is_sound(columns),
            Partition::Landmarks(Landmarks { points, segments }) => {
                let finite = points.values().iter().all(|value| value.is_finite());
                points.columns() == columns && points.rows() == segments.len() && points.rows() > 0 && finite
            }
        }
    }

    /// Ready to be asked.
    pub fn labeller(&self) -> Labeller<'_> {
        Labeller(match self {
            Partition::Centroids(centroids) => Ready::Centroids(centroids),
            Partition::Mixture(mixture) => Ready::Mixture(Densities::new(mixture)),
            Partition::Landmarks(Landmarks { points, segments }) => {
                Ready::Landmarks(Blocks::of_points(points), segments)
            }
        })
    }

    /// The segment of every row.
    pub fn labels<'a>(&self, rows: impl Into<Rows<'a>>) -> Vec<u32> {
        if let Partition::Centroids(centroids) = self {
            return assign(rows, centroids);
        }
        let (rows, mut labeller) = (rows.into(), self.labeller());
        let mut labels = Vec::with_capacity(rows.count());
        rows.each(|_, row| labels.push(labeller.label(row)));
        labels
    }

    /// The same partition with other numbers: `order` lists the segments as they are now.
    pub fn reordered(self, order: &[usize]) -> Partition {
        match self {
            Partition::Centroids(centroids) => Partition::Centroids(centroids.select(order.iter().copied())),
            Partition::Mixture(mixture) => Partition::Mixture(mixture.select(order)),
            Partition::Landmarks(Landmarks { points, segments }) => {
                let mut numbers = vec![0; order.len()];
                (0..).zip(order).for_each(|(number, &segment)| numbers[segment] = number);
                let segments = segments.into_iter().map(|segment| numbers[segment as usize]).collect();
                Partition::Landmarks(Landmarks { points, segments })
            }
        }
    }
}

impl Landmarks {
    /// The landmark nearest to every row, the lowest number on ties.
    pub fn nearest<'a>(&self, rows: impl Into<Rows<'a>>) -> Vec<u32> {
        let (rows, mut blocks) = (rows.into(), Blocks::of_points(&self.points));
        let mut nearest = Vec::with_capacity(rows.count());
        rows.each(|_, row| nearest.push(blocks.nearest(row).0));
        nearest
    }
}

impl Labeller<'_> {
    /// The segment of a point, from 0.
    pub fn label(&mut self, point: &[f64]) -> u32 {
        match &mut self.0 {
            Ready::Centroids(centroids) => nearest(point, centroids).0,
            Ready::Mixture(densities) => densities.most_probable(point),
            Ready::Landmarks(blocks, segments) => segments[blocks.nearest(point).0 as usize],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_landmark_lends_its_segment_to_what_is_near() {
        let points = Matrix::new(1, vec![0.0, 10.0, 20.0]);
        let partition = Partition::Landmarks(Landmarks { points, segments: vec![1, 0, 1] });
        let matrix = Matrix::new(1, vec![-3.0, 8.0, 15.5, 5.0]);
        // 5 is as far from 0 as from 10: the first landmark.
        assert_eq!(partition.labels(&matrix), [1, 0, 1, 1]);
        assert_eq!((partition.k(), partition.is_sound(1), partition.is_sound(2)), (2, true, false));
        assert_eq!(partition.reordered(&[1, 0]).labels(&matrix), [0, 1, 0, 0]);
    }
}
