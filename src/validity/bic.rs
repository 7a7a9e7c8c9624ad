//! The Bayesian information criterion of K-means as a model of round groups.

/// BIC of identical spherical Gaussians (Pelleg & Moore 2000, X-means), in the form to be made large:
/// ln L − p/2 · ln n, with p = k (d + 1) parameters and the variance σ² = W / (d (n − k)) common to all groups.
///
/// ln L = Σ nᵢ ln (nᵢ / n) − n d/2 · ln (2πσ²) − d (n − k) / 2, the likelihood with every row in its own group. The formula printed
/// in the paper differs from its own likelihood; this is the likelihood. `None` where the groups have no spread or no row is left to
/// estimate it from.
///
/// `sizes` counts the rows of each group; `inertia` is W; `columns` is d.
pub fn bic(sizes: &[u64], columns: usize, inertia: f64) -> Option<f64> {
    let (n, k, d) = (sizes.iter().sum::<u64>() as f64, sizes.len() as f64, columns as f64);
    let variance = inertia / (d * (n - k));
    if n <= k || variance <= 0.0 || !variance.is_finite() {
        return None;
    }
    let shares: f64 =
        sizes.iter().filter(|&&size| size > 0).map(|&size| size as f64 * libm::log(size as f64 / n)).sum();
    let spread = n * d / 2.0 * libm::log(std::f64::consts::TAU * variance) + d * (n - k) / 2.0;
    Some(shares - spread - k * (d + 1.0) / 2.0 * libm::log(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_likelihood_written_out() {
        // {0, 2} and {10, 14, 12}: means 1 and 12, W = 2 + 8 = 10, σ² = 10 / 3.
        let (rows, means, shares) = ([0.0, 2.0, 10.0, 14.0, 12.0], [1.0, 12.0], [0.4, 0.6]);
        let variance: f64 = 10.0 / 3.0;
        let likelihood: f64 = rows
            .iter()
            .map(|x| {
                let group = usize::from(*x > 5.0);
                let off: f64 = x - means[group];
                let density =
                    libm::exp(-off * off / (2.0 * variance)) / (std::f64::consts::TAU * variance).sqrt();
                libm::log(shares[group] * density)
            })
            .sum();
        // Two means, and one variance and one share: p = k (d + 1) = 4.
        let expected = likelihood - 2.0 * libm::log(5.0);
        assert!((bic(&[2, 3], 1, 10.0).unwrap() - expected).abs() < 1e-12);
    }

    #[test]
    fn nothing_to_estimate_from_is_no_criterion() {
        assert_eq!(bic(&[1, 1], 3, 0.0), None);
        assert_eq!(bic(&[2, 2], 3, 0.0), None);
    }
}
