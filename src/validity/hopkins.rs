//! The Hopkins statistic, as a side note.

use crate::Matrix;
use crate::matrix::distance2;
use crate::rng::{Purpose, Rng};

/// Fewest rows for which the statistic says anything (Wright 2022).
const FEWEST: usize = 100;

/// Most rows and points that distances are taken from: a tenth of the rows, but not more than this.
const PROBES: usize = 100;

/// H = Σu^d / (Σu^d + Σw^d) in the form of Wright (R Journal 2022): u from points drawn uniformly between the least and the greatest
/// value of every column to the nearest row, w from rows to their nearest other row, d the number of columns. About ½ for a uniform
/// table, near 1 where there are groups — or a single dense heap, or outliers: it can speak against groups, never for them.
///
/// `None` for fewer than 100 rows. Implementations elsewhere differ in the power and in which end means groups.
pub fn hopkins(matrix: &Matrix, seed: u32) -> Option<f64> {
    let rows = matrix.rows();
    if rows < FEWEST {
        return None;
    }
    let mut rng = Rng::new(seed.into(), Purpose::Hopkins, 0);
    let probes = (rows / 10).min(PROBES);
    let extents: Vec<[f64; 2]> = (0..matrix.columns())
        .map(|at| {
            matrix
                .column(at)
                .fold([f64::INFINITY, f64::NEG_INFINITY], |[least, most], x| [least.min(x), most.max(x)])
        })
        .collect();
    let mut ratios = [0.0; 2];
    // Powers of distances relative to the size of the box: many columns would leave the range of doubles.
    let diagonal = extents.iter().map(|[least, most]| (most - least) * (most - least)).sum::<f64>();
    let power = |distance2: f64| libm::pow(distance2 / diagonal, matrix.columns() as f64 / 2.0);
    for row in rng.sample(rows, probes) {
        let others = (0..rows)
            .filter(|&other| other != row)
            .map(|other| distance2(matrix.row(row), matrix.row(other)));
        ratios[1] += power(others.fold(f64::INFINITY, f64::min));
        let point: Vec<f64> =
            extents.iter().map(|[least, most]| least + (most - least) * rng.unit()).collect();
        ratios[0] += power(matrix.iter().map(|row| distance2(row, &point)).fold(f64::INFINITY, f64::min));
    }
    let sum = ratios[0] + ratios[1];
    (sum > 0.0).then(|| ratios[0] / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: usize, mut draw: impl FnMut(&mut Rng) -> f64) -> Matrix {
        let mut rng = Rng::new(5, Purpose::ChartSample, 0);
        Matrix::new(2, (0..2 * rows).map(|_| draw(&mut rng)).collect())
    }

    #[test]
    fn a_uniform_table_gives_about_a_half_and_two_points_nearly_one() {
        // Beta(100, 100) has a standard deviation of 0.035.
        let uniform = hopkins(&table(2_000, Rng::unit), 1).unwrap();
        assert!((uniform - 0.5).abs() < 0.14, "{uniform}");
        let heaps = hopkins(&table(2_000, |rng| rng.below(2) as f64 + 0.01 * rng.unit()), 1).unwrap();
        assert!(heaps > 0.95, "{heaps}");
    }

    #[test]
    fn a_few_rows_and_equal_rows_say_nothing() {
        assert_eq!(hopkins(&table(99, Rng::unit), 1), None);
        assert_eq!(hopkins(&table(200, |_| 3.0), 1), None);
    }
}
