//! Random draws that are the same on every machine.

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};

/// What a stream of draws is for. Each purpose has its own stream of the one seed, so that a draw added to
/// one leaves the others as they were.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Purpose {
    People = 1,
    Visits = 2,
    Baskets = 3,
    Centres = 4,
    Points = 5,
}

/// A stream of draws.
#[derive(Debug, Clone)]
pub(crate) struct Draws(ChaCha8Rng);

impl Draws {
    pub(crate) fn new(seed: u64, purpose: Purpose) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(purpose as u64);
        Self(generator)
    }

    /// A whole number from 0 to `n - 1`; 0 where `n` is 0. Multiply and shift: the bias is at most `n` / 2³².
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(n)) >> 32) as u32
    }

    /// Whether something that happens `permille` times in a thousand happens now.
    pub(crate) fn chance(&mut self, permille: u32) -> bool {
        self.below(1000) < permille
    }

    /// An index into `weights`, each as likely as its weight; 0 where there is none to choose.
    pub(crate) fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (index, &weight) in weights.iter().enumerate() {
            if left < weight {
                return index;
            }
            left -= weight;
        }
        0
    }

    /// Uniform on [0, 1), 53 bits.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Uniform on [`from`, `to`).
    pub(crate) fn between(&mut self, [from, to]: [f64; 2]) -> f64 {
        from + (to - from) * self.unit()
    }

    /// Exponential with mean 1.
    pub(crate) fn exponential(&mut self) -> f64 {
        -libm::log(1.0 - self.unit())
    }

    /// Erlang with mean 1: the mean of `shape` exponentials, the more regular the larger the shape.
    pub(crate) fn erlang(&mut self, shape: u32) -> f64 {
        (0..shape).map(|_| self.exponential()).sum::<f64>() / f64::from(shape)
    }

    /// Geometric on 0, 1, 2, … with about the mean given, never above `most`.
    pub(crate) fn geometric(&mut self, mean: f64, most: u32) -> u32 {
        if mean <= 0.0 {
            return 0;
        }
        // floor of an exponential with rate ln(1 + 1/mean) is geometric with exactly that mean.
        let drawn = self.exponential() / libm::log1p(1.0 / mean);
        if drawn < f64::from(most) { drawn as u32 } else { most }
    }

    /// Standard normal (Box & Muller 1958, the cosine half).
    pub(crate) fn normal(&mut self) -> f64 {
        let radius = (2.0 * self.exponential()).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.unit())
    }

    /// Log-normal with median 1.
    pub(crate) fn lognormal(&mut self, sigma: f64) -> f64 {
        libm::exp(sigma * self.normal())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const N: usize = 100_000;

    fn mean_and_variance(mut draw: impl FnMut() -> f64) -> (f64, f64) {
        let values: Vec<f64> = (0..N).map(|_| draw()).collect();
        let mean = values.iter().sum::<f64>() / N as f64;
        let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / N as f64;
        (mean, variance)
    }

    /// Moments against the textbook's; the tolerance is five standard errors of the mean, and for the variance
    /// a few per cent.
    #[track_caller]
    fn check(drawn: (f64, f64), mean: f64, variance: f64) {
        let error = 5.0 * (variance / N as f64).sqrt();
        assert!((drawn.0 - mean).abs() < error, "mean {} instead of {mean}", drawn.0);
        assert!((drawn.1 / variance - 1.0).abs() < 0.05, "variance {} instead of {variance}", drawn.1);
    }

    #[test]
    fn moments_are_the_textbooks() {
        let mut draws = Draws::new(7, Purpose::Visits);
        check(mean_and_variance(|| draws.unit()), 0.5, 1.0 / 12.0);
        check(mean_and_variance(|| draws.exponential()), 1.0, 1.0);
        check(mean_and_variance(|| draws.erlang(4)), 1.0, 0.25);
        check(mean_and_variance(|| draws.normal()), 0.0, 1.0);
        // Geometric with mean m has variance m (m + 1).
        check(mean_and_variance(|| f64::from(draws.geometric(3.0, 1000))), 3.0, 12.0);
        check(mean_and_variance(|| f64::from(draws.below(10))), 4.5, 99.0 / 12.0);
        let (mean, _) = mean_and_variance(|| libm::log(draws.lognormal(0.5)));
        assert!(mean.abs() < 0.01);
    }

    #[test]
    fn weights_are_shares() {
        let mut draws = Draws::new(7, Purpose::Baskets);
        let mut seen = [0u32; 4];
        for _ in 0..N {
            seen[draws.weighted(&[1, 0, 3, 6])] += 1;
        }
        assert_eq!(seen[1], 0);
        for (count, share) in [(seen[0], 0.1), (seen[2], 0.3), (seen[3], 0.6)] {
            assert!((f64::from(count) / N as f64 - share).abs() < 0.01);
        }
        assert_eq!(draws.weighted(&[]), 0);
    }

    #[test]
    fn purposes_do_not_share_draws() {
        let first = |purpose| Draws::new(1, purpose).0.next_u64();
        assert_ne!(first(Purpose::People), first(Purpose::Visits));
        assert_eq!(first(Purpose::People), first(Purpose::People));
    }
}
