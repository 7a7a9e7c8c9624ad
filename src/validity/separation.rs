//! Measures that compare the spread within segments with the gaps between them.

use crate::matrix::distance2;
use crate::validity::Labelling;
use crate::{Matrix, Rows};

/// The mean of every group (k × features); of an empty one, the origin.
pub fn centroids_of<'a>(rows: impl Into<Rows<'a>>, labelling: Labelling<'_>) -> Matrix {
    let rows = rows.into();
    let mut means = Matrix::new(rows.columns(), vec![0.0; labelling.k * rows.columns()]);
    let mut sizes = vec![0.0; labelling.k];
    rows.each(|at, row| {
        let label = labelling.labels[at] as usize;
        sizes[label] += 1.0;
        means.row_mut(label).iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    });
    for (group, &size) in sizes.iter().enumerate().filter(|&(_, &size)| size > 0.0) {
        means.row_mut(group).iter_mut().for_each(|sum| *sum /= size);
    }
    means
}

/// The mean of all rows.
pub fn mean_of<'a>(rows: impl Into<Rows<'a>>) -> Vec<f64> {
    let rows = rows.into();
    let mut mean = vec![0.0; rows.columns()];
    rows.each(|_, row| mean.iter_mut().zip(row).for_each(|(sum, value)| *sum += value));
    mean.iter_mut().for_each(|sum| *sum /= rows.count() as f64);
    mean
}

/// Inertia of a labelling: the sum of squared distances of all rows to the mean of their group.
pub fn within<'a>(rows: impl Into<Rows<'a>>, labelling: Labelling<'_>, centroids: &Matrix) -> f64 {
    let mut sum = 0.0;
    rows.into().each(|at, row| sum += distance2(row, centroids.row(labelling.labels[at] as usize)));
    sum
}

/// Calinski-Harabasz (1974): [tr B / (k − 1)] / [tr W / (n − k)], B between and W within groups. Higher is better.
///
/// 1 where the groups have no spread at all, as scikit-learn defines it.
pub fn calinski_harabasz<'a>(rows: impl Into<Rows<'a>>, labelling: Labelling<'_>) -> f64 {
    let rows = rows.into();
    let (n, k) = (rows.count() as f64, labelling.k as f64);
    let centroids = centroids_of(rows, labelling);
    let center = mean_of(rows);
    let between: f64 =
        labelling.labels.iter().map(|&label| distance2(centroids.row(label as usize), &center)).sum();
    let within = within(rows, labelling, &centroids);
    if within == 0.0 { 1.0 } else { between * (n - k) / (within * (k - 1.0)) }
}

/// Davies-Bouldin (1979): mean over groups of the worst (σᵢ + σⱼ) / dᵢⱼ, with σ the mean distance to the own centroid and d
/// the distance of two centroids. Lower is better.
///
/// A group of one has σ = 0 up to the rounding that scikit-learn's value carries (`docs/methods.md`), about 1e-8 of the size of
/// its member: the oracle is matched to 1e-9 there too.
pub fn davies_bouldin<'a>(rows: impl Into<Rows<'a>>, labelling: Labelling<'_>) -> f64 {
    let rows = rows.into();
    let centroids = centroids_of(rows, labelling);
    let (mut spread, mut sizes) = (vec![0.0; labelling.k], vec![0.0; labelling.k]);
    rows.each(|at, row| {
        let label = labelling.labels[at] as usize;
        spread[label] += distance2(row, centroids.row(label)).sqrt();
        sizes[label] += 1.0;
    });
    for group in 0..labelling.k {
        spread[group] = if sizes[group] == 1.0 {
            rounded_zero(centroids.row(group))
        } else {
            spread[group] / sizes[group]
        };
    }
    let worst = |i: usize| {
        (0..labelling.k)
            .filter(|&j| j != i)
            .map(|j| (spread[i] + spread[j], distance2(centroids.row(i), centroids.row(j)).sqrt()))
            .map(|(spreads, gap)| if gap > 0.0 { spreads / gap } else { 0.0 })
            .fold(0.0, f64::max)
    };
    (0..labelling.k).map(worst).sum::<f64>() / labelling.k as f64
}

/// The distance of a point to itself as scikit-learn computes it: √(|x|² + |x|² − 2 x·x), the norms summed in two lanes and the
/// product by fused multiply-adds, so that what is 0 may come out as the root of a rounding error.
fn rounded_zero(point: &[f64]) -> f64 {
    let mut lanes = [0.0; 2];
    let whole = point.len() / 8 * 8;
    let blocks = point[..whole].chunks_exact(8).flat_map(|block| block.chunks_exact(2).rev());
    for pair in blocks.chain(point[whole..].chunks(2)) {
        lanes.iter_mut().zip(pair).for_each(|(lane, x)| *lane += x * x);
    }
    let norm = lanes[0] + lanes[1];
    let product = point.iter().fold(0.0, |sum, &x| libm::fma(x, x, sum));
    ((-2.0 * product + norm) + norm).max(0.0).sqrt()
}

/// Simplified silhouette (Hruschka et al. 2004): as the silhouette, with the distances to the own and the nearest other
/// centroid in place of mean distances to all members. Takes rows × k distances.
pub fn simplified_silhouette<'a>(
    rows: impl Into<Rows<'a>>,
    labelling: Labelling<'_>,
    centroids: &Matrix,
) -> f64 {
    let (rows, mut sum) = (rows.into(), 0.0);
    rows.each(|at, row| {
        let (mut a, mut b) = (0.0, f64::INFINITY);
        for (group, centroid) in (0..).zip(centroids.iter()) {
            let distance = distance2(row, centroid).sqrt();
            if group == labelling.labels[at] {
                a = distance;
            } else if distance < b {
                b = distance;
            }
        }
        let most = f64::max(a, b);
        sum += if most > 0.0 && most.is_finite() { (b - a) / most } else { 0.0 };
    });
    sum / rows.count() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two groups on a line, {0, 2} and {10, 14}: centroids 1 and 12, mean of all 6.5.
    fn line() -> (Matrix, [u32; 4]) {
        (Matrix::new(1, vec![0.0, 2.0, 10.0, 14.0]), [0, 0, 1, 1])
    }

    #[test]
    fn measures_by_hand() {
        let (matrix, labels) = line();
        let labelling = Labelling { labels: &labels, k: 2 };
        // W = 1 + 1 + 4 + 4; B = 4 · 5.5²; CH = (121 / 1) / (10 / 2).
        assert_eq!(within(&matrix, labelling, &centroids_of(&matrix, labelling)), 10.0);
        assert!((calinski_harabasz(&matrix, labelling) - 24.2).abs() < 1e-12);
        // σ = 1 and 2, d = 11.
        assert!((davies_bouldin(&matrix, labelling) - 3.0 / 11.0).abs() < 1e-15);
        // 0: a 1, b 12; 2: a 1, b 10; 10: a 2, b 9; 14: a 2, b 13.
        let expected = (11.0 / 12.0 + 9.0 / 10.0 + 7.0 / 9.0 + 11.0 / 13.0) / 4.0;
        let centroids = centroids_of(&matrix, labelling);
        assert!((simplified_silhouette(&matrix, labelling, &centroids) - expected).abs() < 1e-15);
        // With 2 in the other group, which is foreign to it: centroids 0 and 26/3, 2 is 20/3 from its own and 2 from the other.
        let other = Labelling { labels: &[0, 1, 1, 1], k: 2 };
        let expected = (1.0 - 0.7 + (10.0 - 4.0 / 3.0) / 10.0 + (14.0 - 16.0 / 3.0) / 14.0) / 4.0;
        let centroids = centroids_of(&matrix, other);
        assert!((simplified_silhouette(&matrix, other, &centroids) - expected).abs() < 1e-15);
    }
}
