//! P5 and P7: whether one or two customers make up what is told of how a segment lies.

use super::columns::Gate;
use super::dominance::dominated;
use crate::distribution::Valid;

impl Gate<'_> {
    /// Whether one or two of the customers at `rows` make up most of a feature, in its own units, or most of how far they lie from their
    /// centre in scaled units.
    pub(super) fn is_of_few(self, rows: &[usize]) -> bool {
        let in_own_units = self.prepared.preparation.features.iter().any(|feature| {
            let from = self.features.position(&feature.name).unwrap_or_default();
            dominated(&self.people.values(rows, from), self.rules)
        });
        in_own_units || dominated(&self.distances(rows), self.rules)
    }

    /// For each customer at `rows` the square of the distance from the centre of all of them, in scaled units; of several rows their mean.
    fn distances(self, rows: &[usize]) -> Valid {
        let all = self.prepared.coordinates.rows();
        let mut centre = vec![0.0; all.columns()];
        for &row in rows {
            all.with(row, |row| centre.iter_mut().zip(row).for_each(|(sum, value)| *sum += value));
        }
        centre.iter_mut().for_each(|sum| *sum /= rows.len().max(1) as f64);
        let square = |&row: &usize| {
            all.with(row, |row| row.iter().zip(&centre).map(|(a, b)| (a - b) * (a - b)).sum::<f64>())
        };
        Valid::of(self.people.each(rows).map(|own| own.iter().map(square).sum::<f64>() / own.len() as f64))
    }
}
