//! Seeded randomness, split by purpose, so that adding a draw here changes nothing there.
//!
//! ChaCha with 8 rounds (Bernstein 2008): the same numbers natively, in wasm, and on 32 and 64 bits. No draw of a `usize`.

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng as _, SeedableRng};

/// What a stream of random numbers is for. The numbers are part of the answer: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The starts of K-means, one stream for each restart and k.
    Restart = 1,
    /// The sample on which the silhouette is computed.
    SilhouetteSample = 2,
    /// The points drawn by a chart.
    ChartSample = 3,
    /// The customers whose correlations and dips are looked at.
    ExplorationSample = 4,
    /// The customers on whom the importance of features is measured.
    ImportanceSample = 5,
    /// The permutations of features, one stream for each feature and round.
    Permutation = 6,
    /// The references of the gap statistic, one stream each.
    Reference = 7,
    /// The halves of prediction strength, one stream for each split.
    Split = 8,
    /// Bootstrap samples, one stream each.
    Bootstrap = 9,
    /// The probes of the Hopkins statistic.
    Hopkins = 10,
    /// The sample of customers on which the number of segments is judged.
    EvidenceSample = 11,
    /// The starts of K-means on references, one stream each.
    ReferenceFit = 12,
    /// The sample of very many customers that starts are fitted on.
    StartSample = 13,
    /// The customers on whom the fine groups of a hierarchy are found.
    FineGroups = 14,
    /// What draws equal values apart, one stream for each split.
    Ties = 15,
}

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub struct Rng(ChaCha8Rng);

impl Rng {
    /// The stream number `index` for `purpose` under `seed`; streams are independent of each other.
    pub fn new(seed: u64, purpose: Purpose, index: u64) -> Self {
        let mut key = [0_u8; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&(purpose as u64).to_le_bytes());
        key[16..24].copy_from_slice(&index.to_le_bytes());
        Rng(ChaCha8Rng::from_seed(key))
    }

    /// A number in `[0, 1)` with 53 random bits.
    pub fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// A whole number in `0..bound`, each equally likely; 0 where `bound` is 0.
    ///
    /// Multiply-and-reject (Lemire 2019, "Fast random integer generation in an interval").
    pub fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        let reject_under = bound.wrapping_neg() % bound;
        loop {
            let wide = u128::from(self.0.next_u64()) * u128::from(bound);
            if wide as u64 >= reject_under {
                return (wide >> 64) as u64;
            }
        }
    }

    /// `count` different numbers of `0..bound` in ascending order, one from each of `count` stretches of about equal length; all
    /// where `count` is not less than `bound`. Takes `count` draws, however many there are to choose from.
    pub fn spread(&mut self, bound: usize, count: usize) -> Vec<usize> {
        if count >= bound {
            return (0..bound).collect();
        }
        let start = |stretch: usize| (stretch as u128 * bound as u128 / count as u128) as usize;
        (0..count)
            .map(|stretch| {
                let (from, to) = (start(stretch), start(stretch + 1));
                from + self.below((to - from) as u64) as usize
            })
            .collect()
    }

    /// `count` different numbers of `0..bound` in ascending order: selection sampling (Knuth, TAOCP 2, algorithm S).
    pub fn sample(&mut self, bound: usize, count: usize) -> Vec<usize> {
        let mut chosen = Vec::with_capacity(count.min(bound));
        for candidate in 0..bound {
            let (left, wanted) = (bound - candidate, count.min(bound) - chosen.len());
            if wanted == 0 {
                break;
            }
            if self.below(left as u64) < wanted as u64 {
                chosen.push(candidate);
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_repeat_and_differ_by_seed_purpose_and_index() {
        let first = |seed, purpose, index| Rng::new(seed, purpose, index).below(u64::MAX);
        let base = first(1, Purpose::Restart, 0);
        assert_eq!(base, first(1, Purpose::Restart, 0));
        assert_ne!(base, first(2, Purpose::Restart, 0));
        assert_ne!(base, first(1, Purpose::ChartSample, 0));
        assert_ne!(base, first(1, Purpose::Restart, 1));
    }

    #[test]
    fn draws_are_uniform_within_chance() {
        let mut rng = Rng::new(7, Purpose::Restart, 0);
        let mut seen = [0_u32; 6];
        (0..60_000).for_each(|_| seen[rng.below(6) as usize] += 1);
        // χ² with 5 degrees of freedom: 20.5 is the 0.1 % point.
        let off = |n: u32| f64::from(n) - 10_000.0;
        let chi2: f64 = seen.iter().map(|&n| off(n) * off(n) / 10_000.0).sum();
        assert!(chi2 < 20.5, "{seen:?}");
        let mean: f64 = (0..10_000).map(|_| rng.unit()).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.01, "{mean}");
    }

    #[test]
    fn a_spread_sample_takes_one_of_each_stretch() {
        let mut rng = Rng::new(7, Purpose::EvidenceSample, 0);
        let sample = rng.spread(1_003, 10);
        assert_eq!(sample.len(), 10);
        assert!((0..).zip(&sample).all(|(at, &row)| row >= at * 100 && row < (at + 1) * 101));
        assert_eq!(rng.spread(3, 10), [0, 1, 2]);
    }

    #[test]
    fn a_sample_is_ascending_different_and_of_the_size_asked_for() {
        let mut rng = Rng::new(7, Purpose::SilhouetteSample, 0);
        let sample = rng.sample(1_000, 50);
        assert_eq!(sample.len(), 50);
        assert!(sample.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(rng.sample(3, 10), vec![0, 1, 2]);
    }
}
