//! Finds the bytes that end cells and records, 64 at a time.

/// Bytes looked at together.
const BLOCK: usize = 64;

/// Walks over the places in a text where a delimiter, a line end or a quote stands, in order.
#[derive(Clone)]
pub(super) struct Marks<'t> {
    text: &'t [u8],
    delimiter: u8,
    /// Where the block begins that `found` is about.
    block: usize,
    /// One bit for each byte of the block that is a mark and not yet handed out.
    found: u64,
}

impl<'t> Marks<'t> {
    /// The marks of `text` from `start` on.
    pub(super) fn new(text: &'t [u8], delimiter: u8, start: usize) -> Self {
        let mut marks = Marks { text, delimiter, block: start, found: 0 };
        marks.load();
        marks
    }

    fn load(&mut self) {
        let rest = &self.text[self.block.min(self.text.len())..];
        self.found = match rest.first_chunk::<BLOCK>() {
            Some(block) => mask(block, self.delimiter),
            None => {
                // What is past the end must be no mark: a blank never is one of the four.
                let mut last = [b'a'; BLOCK];
                last[..rest.len()].copy_from_slice(rest);
                mask(&last, self.delimiter) & (1u64 << rest.len()).wrapping_sub(1)
            }
        };
    }
}

impl Iterator for Marks<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.block += BLOCK;
            if self.block >= self.text.len() {
                return None;
            }
            self.load();
        }
        let bit = self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(self.block + bit)
    }
}

/// One bit for each byte that is the delimiter, a line end or a quote. Compares in plain loops that compilers turn into vector
/// instructions, natively and in wasm; the multiplication gathers the lowest bits of eight bytes into one byte.
fn mask(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    let mut flags = [0u8; BLOCK];
    for (flag, &byte) in flags.iter_mut().zip(block) {
        *flag = u8::from(byte == delimiter)
            | u8::from(byte == b'\n')
            | u8::from(byte == b'\r')
            | u8::from(byte == b'"');
    }
    let mut found = 0;
    for (index, eight) in flags.chunks_exact(8).enumerate() {
        let mut word = [0u8; 8];
        word.copy_from_slice(eight);
        let gathered = u64::from_le_bytes(word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        found |= gathered << (index * 8);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &[u8], delimiter: u8, start: usize) -> Vec<usize> {
        (start..text.len()).filter(|at| [delimiter, b'\n', b'\r', b'"'].contains(&text[*at])).collect()
    }

    proptest! {
        #[test]
        fn as_one_by_one(text in proptest::collection::vec(prop_oneof![Just(b','), Just(b'\n'), Just(b'"'), any::<u8>()], 0..300), start in 0usize..300) {
            let start = start.min(text.len());
            for delimiter in [b',', b'a', b'\t'] {
                let found: Vec<usize> = Marks::new(&text, delimiter, start).collect();
                prop_assert_eq!(found, plain(&text, delimiter, start));
            }
        }
    }
}
