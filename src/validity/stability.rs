//! Clusterwise stability (Hennig 2007): does each segment come back when the customers are drawn anew?

use serde::{Deserialize, Serialize};

use crate::rng::{Purpose, Rng};
use crate::segments::{assign, kmeans};
use crate::{Matrix, Statement};

/// Fits of each bootstrap sample.
const STARTS: u32 = 3;

/// How firmly a segment comes back, in the words of Hennig (2008) and the manual of `fpc::clusterboot`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Stability {
    /// Mean Jaccard similarity of ½ or less: the segment dissolves.
    Dissolved,
    /// Below 0.6: not to be trusted.
    Doubtful,
    /// From 0.6: there is a pattern, but who belongs to it is doubtful.
    Pattern,
    /// From 0.75: stable.
    Stable,
    /// From 0.85: highly stable.
    HighlyStable,
}

impl Stability {
    /// Those of segments that should not be relied on: they come back less than Hennig (2008) asks of a pattern.
    pub const UNRELIABLE: [Stability; 2] = [Stability::Dissolved, Stability::Doubtful];

    /// The word for a mean Jaccard similarity.
    pub fn of(jaccard: f64) -> Self {
        match jaccard {
            0.85.. => Stability::HighlyStable,
            0.75.. => Stability::Stable,
            0.6.. => Stability::Pattern,
            _ if jaccard > 0.5 => Stability::Doubtful,
            _ => Stability::Dissolved,
        }
    }

    /// The word for a mean Jaccard similarity as a sentence, with the figure; or that it is not known.
    pub fn statement(jaccard: Option<f64>) -> Statement {
        let Some(jaccard) = jaccard else { return Statement::new("stability-unknown") };
        Statement::new(Stability::of(jaccard).key()).with("jaccard", jaccard)
    }

    /// The key of the sentence for it.
    pub fn key(self) -> &'static str {
        match self {
            Stability::Dissolved => "stability-dissolved",
            Stability::Doubtful => "stability-doubtful",
            Stability::Pattern => "stability-pattern",
            Stability::Stable => "stability-stable",
            Stability::HighlyStable => "stability-highly-stable",
        }
    }
}

/// For each segment of a solution (`centroids`), the Jaccard similarity to the most similar group found in bootstrap sample `index`:
/// the rows in both, divided by the rows in either, among the distinct rows drawn. Of a segment of which nobody was drawn, 0.
pub fn bootstrap_jaccards(matrix: &Matrix, centroids: &Matrix, seed: u32, index: u32) -> Vec<f64> {
    let (rows, k) = (matrix.rows(), centroids.rows());
    let mut rng = Rng::new(seed.into(), Purpose::Bootstrap, index.into());
    let mut times = vec![0_u32; rows];
    (0..rows).for_each(|_| times[rng.below(rows as u64) as usize] += 1);
    let drawn = matrix.select((0..rows).flat_map(|row| std::iter::repeat_n(row, times[row] as usize)));
    let fit_seed = rng.below(1 << 32) as u32;
    // Fewer groups where fewer rows differ: then some segments have nobody to come back to.
    let possible = k.min(drawn.distinct_rows()) as u32;
    let fits = (0..STARTS).flat_map(|start| kmeans::fit_all(&drawn, &[possible], fit_seed, start));
    let Some(found) = fits.reduce(kmeans::better) else { return vec![0.0; k] };
    let distinct = matrix.select((0..rows).filter(|&row| times[row] > 0));
    jaccards(&assign(&distinct, centroids), &assign(&distinct, &found.centroids), k)
}

/// For each group of `own`, the greatest Jaccard similarity to a group of `other`.
fn jaccards(own: &[u32], other: &[u32], k: usize) -> Vec<f64> {
    let mut both = vec![0.0; k * k];
    let (mut of_own, mut of_other) = (vec![0.0; k], vec![0.0; k]);
    for (&own, &other) in own.iter().zip(other) {
        both[own as usize * k + other as usize] += 1.0;
        of_own[own as usize] += 1.0;
        of_other[other as usize] += 1.0;
    }
    let similarity = |own: usize, other: usize| {
        let either = of_own[own] + of_other[other] - both[own * k + other];
        if either > 0.0 { both[own * k + other] / either } else { 0.0 }
    };
    (0..k).map(|own| (0..k).map(|other| similarity(own, other)).fold(0.0, f64::max)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarities_by_hand() {
        // {a b c} against {a b}: 2/3; {d e} against {c d e}: 2/3.
        assert_eq!(jaccards(&[0, 0, 0, 1, 1], &[1, 1, 0, 0, 0], 2), [2.0 / 3.0, 2.0 / 3.0]);
        assert_eq!(jaccards(&[0, 0], &[0, 0], 2), [1.0, 0.0]);
    }

    #[test]
    fn words_change_where_hennig_says() {
        let words = [0.5, 0.51, 0.6, 0.75, 0.85].map(Stability::of);
        let expected = [
            Stability::Dissolved,
            Stability::Doubtful,
            Stability::Pattern,
            Stability::Stable,
            Stability::HighlyStable,
        ];
        assert_eq!(words, expected);
    }

    #[test]
    fn far_groups_come_back_whole() {
        let values = (0..120_u32).map(|i| f64::from(i % 3) * 1_000.0 + f64::from(i * i % 101)).collect();
        let matrix = Matrix::new(1, values);
        let solution = kmeans::fit_all(&matrix, &[3], 1, 0).remove(0);
        assert_eq!(bootstrap_jaccards(&matrix, &solution.centroids, 1, 0), [1.0; 3]);
    }
}
