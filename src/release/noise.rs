//! Cell keys: the same customers have the same noise in every release.
//!
//! Each customer has a record key, a keyed hash of what they are known by. The sum of the record keys of those who are counted is the
//! cell key, and it alone decides the noise: who exports twice learns nothing new, and one customer more makes another noise. After
//! Fraser & Wooton (2005) and the cell-key method of the Office for National Statistics, there with a table of its own; here noise is
//! uniform just within half a rounding step, which rounding by an odd step then makes unbiased random rounding.

use std::hash::Hasher;

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher24;

/// The shop's secret: whoever has it and knows the customers can take the noise off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(super) struct NoiseKey(u64, u64);

impl NoiseKey {
    /// A key made of `bytes`, for whoever does not know them as good as drawn.
    pub(super) fn of(bytes: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let mut halves = [0, 1].map(|half| SipHasher24::new_with_keys(half, 0));
        for piece in bytes {
            for half in &mut halves {
                half.write(&piece);
                half.write_u64(piece.len() as u64);
            }
        }
        let [first, second] = halves.map(|half| half.finish());
        NoiseKey(first, second)
    }

    /// The keyed hash of `bytes` (SipHash-2-4, Aumasson & Bernstein 2012).
    pub(super) fn hash(self, bytes: &[u8]) -> u64 {
        let mut hasher = SipHasher24::new_with_keys(self.0, self.1);
        hasher.write(bytes);
        hasher.finish()
    }

    /// The noise of a cell: a whole number from −`by` to `by`, each equally likely.
    pub(super) fn noise(self, cell: u64, by: u64) -> i64 {
        let steps = 2 * by + 1;
        (self.hash(&cell.to_le_bytes()) % steps) as i64 - by as i64
    }
}

impl From<NoiseKey> for String {
    fn from(key: NoiseKey) -> Self {
        format!("{:016x}{:016x}", key.0, key.1)
    }
}

impl TryFrom<String> for NoiseKey {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let half = |at: usize| text.get(at..at + 16).and_then(|half| u64::from_str_radix(half, 16).ok());
        let halves = half(0).zip(half(16)).filter(|_| text.len() == 32);
        halves.map(|(first, second)| NoiseKey(first, second)).ok_or("32 hexadecimal digits")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors of the paper's appendix A and of its reference code: key 00 01 … 0f, messages of the bytes 0, 1, 2 ….
    #[test]
    fn p9_the_keyed_hash_is_the_published_one() {
        let key = NoiseKey(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908);
        let message: Vec<u8> = (0..15).collect();
        assert_eq!(key.hash(&message), 0xa129_ca61_49be_45e5);
        assert_eq!(key.hash(&[]), 0x726f_db47_dd0e_0e31);
    }

    #[test]
    fn p3_noise_is_even_and_within_its_bounds() {
        let key = NoiseKey::of([vec![1, 2, 3]]);
        let mut counts = [0_u32; 5];
        (0..10_000).for_each(|cell| counts[(key.noise(cell, 2) + 2) as usize] += 1);
        // χ² with 4 degrees of freedom exceeds 18.5 once in a thousand times.
        let off = |&count: &u32| f64::from(count) - 2000.0;
        let chi2: f64 = counts.iter().map(|count| off(count) * off(count) / 2000.0).sum();
        assert!(chi2 < 18.5, "{counts:?}");
    }

    #[test]
    fn a_key_is_written_as_digits_and_read_back() {
        let key = NoiseKey::of([vec![7; 40]]);
        let text = serde_json::to_string(&key).unwrap();
        assert_eq!((text.len(), serde_json::from_str::<NoiseKey>(&text).ok()), (34, Some(key)));
        for wrong in [
            "\"\"",
            "\"00\"",
            "\"zz000000000000000000000000000000\"",
            "\"ü0000000000000000000000000000000\"",
            "3",
        ] {
            assert!(serde_json::from_str::<NoiseKey>(wrong).is_err(), "{wrong}");
        }
    }
}
