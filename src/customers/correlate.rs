//! Spearman's rank correlation of features.

use serde::{Deserialize, Serialize};

/// How features go together, every pair of them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Correlations {
    /// Names of the features, in order of the rows and columns.
    pub names: Vec<String>,
    /// Spearman's ρ of each pair, between −1 and 1; `null` where one of the two is constant where both are there.
    pub values: Vec<Vec<Option<f64>>>,
}

/// A feature, with what is the same for all its pairs.
struct Ranked<'a> {
    values: &'a [f64],
    /// The rows where it is not missing, by value.
    order: Vec<u32>,
    /// Its ranks, where no value is missing.
    ranks: Option<Vec<f64>>,
}

impl Correlations {
    /// The correlations of `columns` (`NaN` where missing; all as long), by name.
    pub fn new(names: Vec<String>, columns: &[Vec<f64>]) -> Self {
        let ranked: Vec<Ranked<'_>> = columns.iter().map(|values| Ranked::new(values)).collect();
        let mut values = vec![vec![None; ranked.len()]; ranked.len()];
        for (a, one) in ranked.iter().enumerate() {
            for (b, other) in ranked.iter().enumerate().skip(a) {
                values[a][b] = one.with(other);
                values[b][a] = values[a][b];
            }
        }
        Correlations { names, values }
    }
}

impl<'a> Ranked<'a> {
    fn new(values: &'a [f64]) -> Self {
        let rows = (0..).zip(values).filter(|(_, value)| !value.is_nan());
        let mut order: Vec<u32> = rows.map(|(row, _)| row).collect();
        order.sort_unstable_by(|&a, &b| values[a as usize].total_cmp(&values[b as usize]));
        let ranks = (order.len() == values.len()).then(|| mid_ranks(values, &order));
        Ranked { values, order, ranks }
    }

    fn with(&self, other: &Ranked<'_>) -> Option<f64> {
        match (&self.ranks, &other.ranks) {
            (Some(own), Some(others)) => pearson(own, others),
            _ => pearson(&self.ranks_beside(other), &other.ranks_beside(self)),
        }
    }

    /// The ranks among the rows where neither is missing, in order of the rows. Sorted is once for all pairs, not once for each.
    fn ranks_beside(&self, other: &Ranked<'_>) -> Vec<f64> {
        let both: Vec<u32> =
            self.order.iter().copied().filter(|row| !other.values[*row as usize].is_nan()).collect();
        let mut ranks = mid_ranks(self.values, &both);
        ranks.retain(|rank| *rank > 0.0);
        ranks
    }
}

/// Spearman's ρ (1904): Pearson's correlation of mid-ranks, over the rows where neither value is missing; `None` where one of the
/// two does not vary there.
pub fn spearman(a: &[f64], b: &[f64]) -> Option<f64> {
    Ranked::new(a).with(&Ranked::new(b))
}

/// Ranks from 1 of the rows in `order`, which is by value; equal values share the mean of theirs. Rows that are not in it get 0.
fn mid_ranks(values: &[f64], order: &[u32]) -> Vec<f64> {
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for equal in order.chunk_by(|&a, &b| values[a as usize] == values[b as usize]) {
        let rank = below as f64 + (equal.len() as f64 + 1.0) / 2.0;
        equal.iter().for_each(|&row| ranks[row as usize] = rank);
        below += equal.len();
    }
    ranks
}

fn pearson(a: &[f64], b: &[f64]) -> Option<f64> {
    let count = a.len() as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / count;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - mean_a, b - mean_b);
        (ab, aa, bb) = (ab + a * b, aa + a * a, bb + b * b);
    }
    let spread = (aa * bb).sqrt();
    (spread > 0.0).then(|| (ab / spread).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(Ranked::new(&[3.0, 1.0, 3.0, 2.0]).ranks, Some(vec![3.5, 1.0, 3.5, 2.0]));
        // Ranks 1 2 3 4 5 and 2 1 4 3 5: ρ = 1 − 6 · 4 / (5 · 24).
        let rho = spearman(&[1.0, 2.0, 3.0, 4.0, 5.0], &[20.0, 10.0, 400.0, 30.0, 999.0]).unwrap();
        assert!((rho - 0.8).abs() < 1e-15);
        assert_eq!(spearman(&[1.0, 2.0, f64::NAN, 9.0], &[4.0, 3.0, 9.0, f64::NAN]), Some(-1.0));
        assert_eq!(spearman(&[1.0, 1.0], &[1.0, 2.0]), None);
        assert_eq!(spearman(&[], &[]), None);
    }

    #[test]
    fn the_matrix_is_symmetric_and_takes_missing_values_pair_by_pair() {
        let columns = [vec![1.0, 2.0, 3.0, 4.0], vec![4.0, f64::NAN, 2.0, 1.0], vec![7.0; 4]];
        let found = Correlations::new(vec!["a".into(), "b".into(), "c".into()], &columns);
        assert_eq!(found.values[0], [Some(1.0), Some(-1.0), None]);
        assert_eq!(found.values[1], [Some(-1.0), Some(1.0), None]);
    }
}
