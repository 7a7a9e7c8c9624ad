//! How large the dip of a sample with one mode gets, by simulation: `tests/oracle/make_dip_table.py`.

/// Shares of the samples that have a smaller dip.
const SHARES: [f64; 11] = [0.001, 0.01, 0.1, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

/// Sample sizes, and √n · dip at each share, of 15,000 to 200,000 uniform samples.
const TABLE: [(f64, [f64; 11]); 10] = [
    (10.0, [0.1618, 0.1932, 0.2469, 0.3093, 0.3758, 0.4126, 0.4417, 0.4761, 0.5044, 0.5280, 0.5700]),
    (20.0, [0.1925, 0.2126, 0.2540, 0.3280, 0.3949, 0.4349, 0.4707, 0.5117, 0.5402, 0.5662, 0.6187]),
    (50.0, [0.1981, 0.2220, 0.2667, 0.3456, 0.4161, 0.4592, 0.4979, 0.5428, 0.5741, 0.6035, 0.6598]),
    (100.0, [0.2031, 0.2288, 0.2740, 0.3547, 0.4270, 0.4711, 0.5112, 0.5582, 0.5908, 0.6191, 0.6821]),
    (200.0, [0.2067, 0.2328, 0.2798, 0.3617, 0.4353, 0.4806, 0.5214, 0.5693, 0.6036, 0.6343, 0.7043]),
    (500.0, [0.2125, 0.2376, 0.2848, 0.3683, 0.4427, 0.4893, 0.5308, 0.5796, 0.6160, 0.6497, 0.7168]),
    (1000.0, [0.2125, 0.2408, 0.2875, 0.3714, 0.4468, 0.4930, 0.5340, 0.5854, 0.6208, 0.6531, 0.7260]),
    (2000.0, [0.2157, 0.2416, 0.2890, 0.3733, 0.4498, 0.4970, 0.5392, 0.5880, 0.6224, 0.6539, 0.7250]),
    (5000.0, [0.2149, 0.2432, 0.2915, 0.3764, 0.4542, 0.5014, 0.5434, 0.5940, 0.6294, 0.6589, 0.7377]),
    (20000.0, [0.2188, 0.2445, 0.2918, 0.3767, 0.4540, 0.5025, 0.5462, 0.5957, 0.6262, 0.6623, 0.7277]),
];

/// The share of samples of `count` values with one mode whose √n · dip is at least `scaled`: interpolated between the shares, and
/// between sample sizes in their logarithms; no less than 0.001.
pub(super) fn tail(scaled: f64, count: f64) -> f64 {
    let quantiles = quantiles(count);
    let place = quantiles.partition_point(|&quantile| quantile < scaled);
    if place == SHARES.len() {
        return 1.0 - SHARES[SHARES.len() - 1];
    }
    let (from, share) = if place == 0 { (0.0, 0.0) } else { (quantiles[place - 1], SHARES[place - 1]) };
    1.0 - (share + (SHARES[place] - share) * (scaled - from) / (quantiles[place] - from))
}

/// The quantiles for samples of `count` values.
fn quantiles(count: f64) -> [f64; 11] {
    let above = TABLE.partition_point(|&(size, _)| size < count).clamp(1, TABLE.len() - 1);
    let ((small, fewer), (large, more)) = (&TABLE[above - 1], &TABLE[above]);
    let way = (libm::log(count / small) / libm::log(large / small)).clamp(0.0, 1.0);
    let mut quantiles = *fewer;
    quantiles.iter_mut().zip(more).for_each(|(quantile, more)| *quantile += (more - *quantile) * way);
    quantiles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_met_and_interpolated() {
        assert!((tail(0.5112, 100.0) - 0.05).abs() < 1e-12);
        assert!((tail(0.3547, 100.0) - 0.5).abs() < 1e-12);
        let between = tail(0.52, 141.4);
        assert!(tail(0.52, 100.0) < between && between < tail(0.52, 200.0));
        assert!((tail(9.0, 100.0) - 0.001).abs() < 1e-12);
        assert_eq!((tail(0.0, 100.0), tail(0.0, 1e9)), (1.0, 1.0));
        assert_eq!(tail(0.5, 3.0), tail(0.5, 10.0));
    }

    /// Hartigan & Hartigan (1985, table 1) have 0.0471 as the 95 % point of 100 values and 0.0338 of 200.
    #[test]
    fn the_published_points_are_near() {
        assert!((tail(0.0471 * 10.0, 100.0) - 0.1).abs() < 0.06);
        assert!((tail(0.0338 * 200.0_f64.sqrt(), 200.0) - 0.1).abs() < 0.06);
    }
}
