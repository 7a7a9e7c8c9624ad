//! How much of what comes later do groups tell in advance?

/// The share of the variance of `outcomes` that lies between the groups of `labels`, adjusted for their number:
/// ε² = 1 − (1 − η²)(n − 1) / (n − g), with g the groups that occur (Kelley 1935; adjusted R² of the group means). Groups that have
/// nothing to do with the outcome give about 0, however many they are. Not below 0; 0 where nothing varies or every row is a group.
pub fn foretold(outcomes: &[f64], labels: &[u32]) -> f64 {
    let groups = labels.iter().map(|&label| label as usize + 1).max().unwrap_or(0);
    let (mut sums, mut sizes) = (vec![0.0; groups], vec![0.0; groups]);
    for (outcome, &label) in outcomes.iter().zip(labels) {
        sums[label as usize] += outcome;
        sizes[label as usize] += 1.0;
    }
    let n = outcomes.len() as f64;
    let occurring = sizes.iter().filter(|&&size| size > 0.0).count() as f64;
    let mean = outcomes.iter().sum::<f64>() / n;
    let (mut total, mut within) = (0.0, 0.0);
    for (outcome, &label) in outcomes.iter().zip(labels) {
        let own = sums[label as usize] / sizes[label as usize];
        total += (outcome - mean) * (outcome - mean);
        within += (outcome - own) * (outcome - own);
    }
    if total <= 0.0 || n <= occurring {
        return 0.0;
    }
    (1.0 - within / total * (n - 1.0) / (n - occurring)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // Means 2 and 6 of {1, 3} and {5, 7}: total 20, within 4; 1 − 4/20 · 3/2.
        assert!((foretold(&[1.0, 3.0, 5.0, 7.0], &[0, 0, 1, 1]) - 0.7).abs() < 1e-15);
        // Numbers of groups that do not occur change nothing.
        assert!((foretold(&[1.0, 3.0, 5.0, 7.0], &[4, 4, 9, 9]) - 0.7).abs() < 1e-15);
    }

    #[test]
    fn groups_that_tell_nothing_give_nothing_however_many_they_are() {
        let outcomes: Vec<f64> =
            (0..1_000_u32).map(|i| f64::from(i.wrapping_mul(2_654_435_761) >> 16)).collect();
        let labels: Vec<u32> = (0..1_000).map(|i| i % 125).collect();
        assert!(foretold(&outcomes, &labels) < 0.05);
        assert_eq!(foretold(&[1.0, 2.0], &[0, 1]), 0.0);
        assert_eq!(foretold(&[3.0, 3.0, 3.0], &[0, 0, 1]), 0.0);
        assert_eq!(foretold(&[], &[]), 0.0);
    }
}
