//! Ashman's D: are two segments two hills, or one hill cut in two?

use crate::matrix::distance2;
use crate::validity::{Labelling, centroids_of};
use crate::{Matrix, Rows};

/// Relative to how far from 0 a group lies, the spread that rounding alone may give it.
const ROUNDING: f64 = 64.0 * f64::EPSILON;

/// How far apart the two segments are that are least apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    /// The least D over all pairs of segments.
    pub d: f64,
    /// The least D after two of its standard errors are taken off.
    pub low: f64,
}

/// Ashman's D (Ashman, Bird & Zepf 1994) of every pair of groups, the least of them: √2 |μᵢ − μⱼ| / √(σᵢ² + σⱼ²), means and standard
/// deviations of the two groups along the line through their centroids.
///
/// Columns that say nothing about the two do not lie along that line, so they do not blur it; sizes do not matter. K-means that cuts
/// one crowd in two makes halves that are wide for how far they are apart: a normal distribution cut in the middle gives
/// D = 2.65, a uniform one √12 = 3.46, the cells of a uniform plane 3.79 (hexagons) and of uniform space 3.89 (truncated octahedra).
/// Round normal groups give their distance in standard deviations.
///
/// The standard error is that of variances of normal samples, by the delta method.
/// 0 where two centroids coincide or a group is empty; infinite where no group has any spread along the line but that of rounding.
pub fn apart<'a>(rows: impl Into<Rows<'a>>, labelling: Labelling<'_>, centroids: &Matrix) -> Apart {
    least_apart(rows.into(), labelling, centroids, centroids, 0.0)
}

/// The same of rows that these `centroids` were not fitted to, with the `labels` that they give, and its d alone.
///
/// Centroids run after their own rows: where there are few rows for many columns, they lie far apart however even the crowd is. Other
/// rows follow them only where there are two crowds. The lines are those through the centroids; means and variances along them are those of
/// these rows, the latter without bias (divisor n − 1). 0 where a group has fewer than two rows.
pub fn held_out_apart(matrix: &Matrix, labels: &[u32], centroids: &Matrix) -> f64 {
    let labelling = Labelling { labels, k: centroids.rows() };
    least_apart(matrix.into(), labelling, &centroids_of(matrix, labelling), centroids, 1.0).d
}

/// The least of all pairs: groups with these `means`, each pair along the line through two of the `centroids`. Of each group's size, `lost`
/// is taken off before the squares are divided by it.
fn least_apart(
    rows: Rows<'_>,
    labelling: Labelling<'_>,
    means: &Matrix,
    centroids: &Matrix,
    lost: f64,
) -> Apart {
    let k = centroids.rows();
    // The sum of squares of group i along the direction to group j, times the squared length of the line.
    let mut squares = vec![0.0; k * k];
    let mut sizes = vec![0.0_f64; k];
    rows.each(|at, row| {
        let own = labelling.labels[at] as usize;
        sizes[own] += 1.0;
        for (other, sum) in squares[own * k..(own + 1) * k].iter_mut().enumerate() {
            let along = along(centroids, [own, other], row, means.row(own));
            *sum += along * along;
        }
    });
    let pair = |i: usize, j: usize| {
        let length = distance2(centroids.row(i), centroids.row(j));
        let nearer = sizes[i].min(sizes[j]) <= lost || length <= 0.0;
        let gap = if nearer { 0.0 } else { along(centroids, [i, j], means.row(j), means.row(i)) };
        if gap <= 0.0 {
            return Apart { d: 0.0, low: 0.0 };
        }
        let gap = gap * gap / length;
        let variance = |i: usize, j: usize| squares[i * k + j] / (length * (sizes[i] - lost));
        let (vi, vj) = (variance(i, j), variance(j, i));
        // Equal values differ from their mean by what rounding makes of it.
        let rounding = ROUNDING * ROUNDING * (norm2(means.row(i)) + norm2(means.row(j)));
        if vi + vj <= rounding {
            return Apart { d: f64::INFINITY, low: f64::INFINITY };
        }
        let d = (2.0 * gap / (vi + vj)).sqrt();
        // The variance of a sample of n has a standard error of √(2 / (n − 1)) of its size, and D goes with the root of their sum.
        let error = |variance: f64, size: f64| 2.0 * variance * variance / (size - 1.0).max(1.0);
        let relative = (error(vi, sizes[i]) + error(vj, sizes[j])).sqrt() / (2.0 * (vi + vj));
        Apart { d, low: (d * (1.0 - 2.0 * relative)).max(0.0) }
    };
    let least = Apart { d: f64::INFINITY, low: f64::INFINITY };
    (0..k)
        .flat_map(|i| (0..i).map(move |j| (i, j)))
        .map(|(i, j)| pair(i, j))
        .fold(least, |least, pair| Apart { d: least.d.min(pair.d), low: least.low.min(pair.low) })
}

/// How far `point` lies from `origin` in the direction from the first of two centroids to the second, times the distance of these.
fn along(centroids: &Matrix, [from, to]: [usize; 2], point: &[f64], origin: &[f64]) -> f64 {
    let line = centroids.row(from).iter().zip(centroids.row(to));
    point
        .iter()
        .zip(origin)
        .zip(line)
        .fold(0.0, |sum, ((x, origin), (from, to))| sum + (x - origin) * (to - from))
}

fn norm2(point: &[f64]) -> f64 {
    point.iter().map(|x| x * x).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::assign;

    fn d(columns: usize, values: Vec<f64>, labels: &[u32], k: usize) -> f64 {
        let (matrix, labelling) = (Matrix::new(columns, values), Labelling { labels, k });
        apart(&matrix, labelling, &centroids_of(&matrix, labelling)).d
    }

    #[test]
    fn by_hand_on_a_line() {
        // {0, 2}: mean 1, variance 1; {10, 14}: mean 12, variance 4. √2 · 11 / √5.
        let expected = 2.0_f64.sqrt() * 11.0 / 5.0_f64.sqrt();
        assert!((d(1, vec![0.0, 2.0, 10.0, 14.0], &[0, 0, 1, 1], 2) - expected).abs() < 1e-14);
    }

    #[test]
    fn the_lower_bound_is_two_standard_errors_down() {
        // Both variances 1, groups of 9 and 9: each has an error of √(2/8) = ½; of their sum √½ of 2; of D half of that: 0.177 of it.
        let values: Vec<f64> = (0..9).map(|at| [-1.5_f64.sqrt(), 0.0, 1.5_f64.sqrt()][at % 3]).collect();
        let both = values.iter().copied().chain(values.iter().map(|x| x + 10.0)).collect();
        let (matrix, labels) = (Matrix::new(1, both), [[0_u32; 9], [1; 9]].concat());
        let labelling = Labelling { labels: &labels, k: 2 };
        let found = apart(&matrix, labelling, &centroids_of(&matrix, labelling));
        assert!((found.d - 10.0).abs() < 1e-12);
        assert!((found.low - 10.0 * (1.0 - 2.0 * 0.125_f64.sqrt() / 2.0)).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn spread_across_the_line_does_not_matter() {
        let plain = d(2, vec![0.0, 0.0, 2.0, 0.0, 10.0, 0.0, 14.0, 0.0], &[0, 0, 1, 1], 2);
        let wide = d(
            2,
            vec![
                0.0, -50.0, 0.0, 50.0, 2.0, -50.0, 2.0, 50.0, 10.0, -50.0, 10.0, 50.0, 14.0, -50.0, 14.0,
                50.0,
            ],
            &[0, 0, 0, 0, 1, 1, 1, 1],
            2,
        );
        assert!((plain - wide).abs() < 1e-12);
    }

    #[test]
    fn a_uniform_stretch_cut_in_two_gives_the_root_of_twelve() {
        let values: Vec<f64> = (0..20_000).map(f64::from).collect();
        let labels: Vec<u32> = (0..20_000).map(|row| u32::from(row >= 10_000)).collect();
        assert!((d(1, values, &labels, 2) - 12.0_f64.sqrt()).abs() < 1e-6);
    }

    #[test]
    fn of_other_rows_by_hand() {
        // Centroids at 0 and 10 leave {0, 2} and {8, 11, 14}: means 1 and 11, variances 2 and 9. √2 · 10 / √11.
        let centroids = Matrix::new(1, vec![0.0, 10.0]);
        let rows = Matrix::new(1, vec![0.0, 11.0, 2.0, 14.0, 8.0]);
        let expected = 2.0_f64.sqrt() * 10.0 / 11.0_f64.sqrt();
        assert!((held_out_apart(&rows, &assign(&rows, &centroids), &centroids) - expected).abs() < 1e-14);
        // One row has no spread to tell of.
        let fewer = Matrix::new(1, vec![0.0, 11.0, 14.0]);
        assert_eq!(held_out_apart(&fewer, &[0, 1, 1], &centroids), 0.0);
    }

    #[test]
    fn the_spread_of_rounding_is_none() {
        // Eleven times a third: their mean is not quite a third.
        let values: Vec<f64> = (0..22).map(|row| if row < 11 { 1.0 / 3.0 } else { 0.7 }).collect();
        let labels: Vec<u32> = (0..22).map(|row| u32::from(row >= 11)).collect();
        let labelling = Labelling { labels: &labels, k: 2 };
        let matrix = Matrix::new(1, values);
        let off = Matrix::new(1, vec![1.0 / 3.0 + 2e-16, 0.7 - 2e-16]);
        assert_eq!(apart(&matrix, labelling, &off), Apart { d: f64::INFINITY, low: f64::INFINITY });
        let seen = Matrix::new(1, vec![1.0 / 3.0 + 1e-12, 0.7 - 1e-12]);
        assert!(apart(&matrix, labelling, &seen).d < 1e12);
    }

    #[test]
    fn centroids_in_one_place_are_not_apart() {
        assert_eq!(d(1, vec![1.0, 1.0], &[0, 1], 2), 0.0);
    }
}
