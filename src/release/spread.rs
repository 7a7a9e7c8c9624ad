//! P5 and P7: whether one or two customers make up what is told of how a segment lies.

use super::columns::{Gate, Values};
use super::dominance::dominated;
use crate::distribution::Ascending;

/// A column of so many different values or fewer counts or classifies.
const FEW_VALUES: usize = 10;

impl Gate<'_> {
    /// For each segment whether one or two of its customers make up most of a feature, in its own units, or most of how far they lie from
    /// their centre in scaled units.
    pub(super) fn of_few(self, values: &[Values]) -> Vec<bool> {
        let mut of_few: Vec<bool> =
            self.groups.iter().map(|rows| dominated(&self.distances(rows), self.rules)).collect();
        for Values { each, all, .. } in values {
            // A column of few values has frequencies and no amounts: what P6 is for.
            if all.distinct() > FEW_VALUES {
                of_few.iter_mut().zip(each).for_each(|(few, own)| *few |= dominated(own, self.rules));
            }
        }
        of_few
    }

    /// For each customer at `rows` the square of the distance from the centre of all of them, in scaled units; of several rows from their
    /// mean.
    fn distances(self, rows: &[usize]) -> Ascending {
        let all = self.prepared.coordinates.rows();
        let place = |own: &[usize]| {
            let mut mean = vec![0.0; all.columns()];
            for &row in own {
                all.with(row, |row| mean.iter_mut().zip(row).for_each(|(sum, value)| *sum += value));
            }
            mean.iter_mut().for_each(|sum| *sum /= own.len() as f64);
            mean
        };
        let mut centre = vec![0.0; all.columns()];
        let mut count = 0.0;
        for own in self.people.each(rows) {
            centre.iter_mut().zip(place(own)).for_each(|(sum, value)| *sum += value);
            count += 1.0;
        }
        centre.iter_mut().for_each(|sum| *sum /= f64::max(count, 1.0));
        let square = |own: &[usize]| place(own).iter().zip(&centre).map(|(a, b)| (a - b) * (a - b)).sum();
        Ascending::of(self.people.each(rows).map(square))
    }
}
