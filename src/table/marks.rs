//! Finds the bytes that end cells and records and those that quote, 64 at a time.

use wide::u8x16;

/// Bytes looked at together: as many as a word of marks has bits.
pub(super) const BLOCK: usize = 64;

/// What is looked for, spread over the lanes.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    delimiter: u8x16,
    feed: u8x16,
    carriage: u8x16,
    quote: u8x16,
}

/// Where it stands in a block, one bit for each byte, the first lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks {
    /// Line ends: LF or CR.
    pub(super) lines: u64,
    /// Delimiters and line ends.
    pub(super) ends: u64,
    /// Quotes.
    pub(super) quotes: u64,
}

impl Wanted {
    /// Line ends, quotes and `delimiter`.
    pub(super) fn new(delimiter: u8) -> Self {
        Wanted {
            delimiter: u8x16::splat(delimiter),
            feed: u8x16::splat(b'\n'),
            carriage: u8x16::splat(b'\r'),
            quote: u8x16::splat(b'"'),
        }
    }

    /// The marks among the first [`BLOCK`] bytes of `text`, or among all of it where it is shorter.
    #[inline]
    pub(super) fn find(&self, text: &[u8]) -> Marks {
        match text.first_chunk::<BLOCK>() {
            Some(block) => self.find_in(block),
            None => {
                let mut last = [0; BLOCK];
                last[..text.len()].copy_from_slice(text);
                let found = self.find_in(&last);
                let inside = (1u64 << text.len()) - 1;
                Marks {
                    lines: found.lines & inside,
                    ends: found.ends & inside,
                    quotes: found.quotes & inside,
                }
            }
        }
    }

    #[inline]
    fn find_in(&self, block: &[u8; BLOCK]) -> Marks {
        let (mut lines, mut ends, mut quotes) = (0, 0, 0);
        for (index, lane) in block.as_chunks::<16>().0.iter().enumerate() {
            let bytes = u8x16::new(*lane);
            let line = bytes.simd_eq(self.feed) | bytes.simd_eq(self.carriage);
            let end = line | bytes.simd_eq(self.delimiter);
            lines |= u64::from(line.to_bitmask()) << (index * 16);
            ends |= u64::from(end.to_bitmask()) << (index * 16);
            quotes |= u64::from(bytes.simd_eq(self.quote).to_bitmask()) << (index * 16);
        }
        Marks { lines, ends, quotes }
    }
}

/// For each bit whether the number of bits set up to and with it is odd: from quotes, what stands between them. Processors multiply
/// without carry for this; wasm does not, so it is done in six steps (Warren, Hacker's Delight, 5-2).
#[inline]
pub(super) fn parities(bits: u64) -> u64 {
    let mut found = bits;
    for step in [1, 2, 4, 8, 16, 32] {
        found ^= found << step;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &[u8], wanted: &[u8]) -> u64 {
        (0..text.len().min(BLOCK)).filter(|at| wanted.contains(&text[*at])).fold(0, |bits, at| bits | 1 << at)
    }

    proptest! {
        #[test]
        fn as_one_by_one(text in proptest::collection::vec(prop_oneof![Just(b','), Just(b'\n'), Just(b'"'), any::<u8>()], 0..100)) {
            for delimiter in [b',', b'a', b'\t', 0] {
                let expect = Marks {
                    lines: plain(&text, b"\r\n"),
                    ends: plain(&text, &[b'\r', b'\n', delimiter]),
                    quotes: plain(&text, b"\""),
                };
                prop_assert_eq!(Wanted::new(delimiter).find(&text), expect);
            }
        }

        #[test]
        fn parities_by_counting(bits: u64) {
            let expect = (0..64).fold(0, |all, at| all | u64::from((bits << (63 - at)).count_ones() % 2) << at);
            prop_assert_eq!(parities(bits), expect);
        }
    }
}
