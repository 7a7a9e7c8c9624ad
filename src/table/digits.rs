//! Short numbers, all of their digits at once.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHEST: u64 = ONES << 7;

/// The mantissa and the power of ten of `-123.45` and nothing else, in at most eight bytes; `None` for all others, numbers or not.
#[inline]
pub(super) fn short(cell: &[u8], mark: u8) -> Option<(i64, i32)> {
    short_word(word(cell)?, cell.len(), mark)
}

/// [`short`] of one to `length` bytes as a word, the first lowest, zeros after the last. Works on all bytes of a word together (Langdale &
/// Lemire, Parsing Gigabytes of JSON per Second, 2019; Lamport, Multiple Byte Processing with Full-Word Instructions, 1975).
#[inline]
pub(super) fn short_word(word: u64, length: usize, mark: u8) -> Option<(i64, i32)> {
    let (mut word, mut length) = (word, length);
    let negative = word & 0xFF == u64::from(b'-');
    if negative {
        (word, length) = (word >> 8, length - 1);
    }
    // The first byte that is the mark is the lowest whose highest bit is set.
    let other = word ^ (ONES * u64::from(mark));
    let marks = other.wrapping_sub(ONES) & !other & HIGHEST;
    let mut exponent = 0;
    if marks != 0 {
        let whole = marks.trailing_zeros() / 8;
        let below = (1 << (whole * 8)) - 1;
        word = (word & below) | ((word >> 8) & !below);
        length -= 1;
        exponent = whole as i32 - length as i32;
        if whole == 0 || exponent == 0 {
            return None;
        }
    }
    if length == 0 {
        return None;
    }
    // The digits at the end of the word, zeros before them.
    let free = 64 - length as u32 * 8;
    let digits = (word << free) ^ ((ONES * u64::from(b'0')) << free);
    if (digits | digits.wrapping_add(ONES * (0x7F - 9))) & HIGHEST != 0 {
        return None;
    }
    // Neighbours are joined: pairs, then fours, then all eight.
    let pairs = (digits.wrapping_mul(2_561) >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs.wrapping_mul(6_553_601) >> 16) & 0x0000_FFFF_0000_FFFF;
    let mantissa = (fours.wrapping_mul(42_949_672_960_001) >> 32) as i64;
    Some((if negative { -mantissa } else { mantissa }, exponent))
}

/// One to eight bytes as a word, the first lowest.
#[inline]
fn word(bytes: &[u8]) -> Option<u64> {
    let length = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // Where the two overlap they agree.
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return (length <= 8).then(|| u64::from(first) | (u64::from(last) << ((length - 4) * 8)));
    }
    let (first, last) = (bytes.first()?, bytes.last()?);
    let middle = length / 2;
    let inner = u64::from(bytes[middle]) << (middle * 8);
    Some(u64::from(*first) | inner | (u64::from(*last) << ((length - 1) * 8)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers() {
        for (cell, expect) in [
            ("0", Some((0, 0))),
            ("7", Some((7, 0))),
            ("-42", Some((-42, 0))),
            ("12345678", Some((12_345_678, 0))),
            ("2.55", Some((255, -2))),
            ("-0.1", Some((-1, -1))),
            ("123456.7", Some((1_234_567, -1))),
            ("123456789", None),
            ("", None),
            ("-", None),
            (".5", None),
            ("5.", None),
            ("1.2.3", None),
            ("1,5", None),
            ("1:5", None),
            ("1/5", None),
            ("+5", None),
        ] {
            assert_eq!(short(cell.as_bytes(), b'.'), expect, "{cell}");
        }
    }
}
