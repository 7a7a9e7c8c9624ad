//! Strings in a BIFF8 stream (\[MS-XLS\] 2.5.293, 2.5.294): of one or two bytes a letter, and cut by the records that continue them.

use super::records::Record;
use crate::WorkbookError;
use crate::cells::Strings;
use crate::limits::STRING_BYTES;

/// The table of shared strings (2.4.265). How many there are is counted, not believed.
pub(super) fn shared(record: &Record) -> Result<Strings, WorkbookError> {
    let mut input = Input { pieces: &record.pieces, piece: 0, at: 8 };
    let mut strings = Strings::default();
    while !input.is_done() {
        if read(&mut input, strings.open()).is_none() {
            break;
        }
        strings.end();
        if strings.bytes() > STRING_BYTES {
            return Err(WorkbookError::WorkbookTooManyParts);
        }
    }
    Ok(strings)
}

/// The string with a length of two bytes that begins at `at` in a record.
pub(super) fn long(record: &Record, at: usize) -> Option<String> {
    let mut text = String::new();
    read(&mut Input { pieces: &record.pieces, piece: 0, at }, &mut text)?;
    Some(text)
}

/// Bytes of a record and of those that continue it.
struct Input<'a> {
    pieces: &'a [&'a [u8]],
    piece: usize,
    at: usize,
}

impl Input<'_> {
    fn is_done(&mut self) -> bool {
        while self.pieces.get(self.piece).is_some_and(|piece| self.at >= piece.len()) {
            (self.piece, self.at) = (self.piece + 1, 0);
        }
        self.piece >= self.pieces.len()
    }

    fn byte(&mut self) -> Option<u8> {
        if self.is_done() {
            return None;
        }
        self.at += 1;
        self.pieces.get(self.piece)?.get(self.at - 1).copied()
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, count: usize) {
        let mut left = count;
        while left > 0 && !self.is_done() {
            let here = self.pieces.get(self.piece).map_or(0, |piece| piece.len() - self.at).min(left);
            (self.at, left) = (self.at + here, left - here);
        }
    }
}

/// Appends one string to `text`, without its formatting; what is cut short ends where it is cut.
fn read(input: &mut Input, text: &mut String) -> Option<()> {
    let letters = input.u16()?;
    let flags = input.byte()?;
    let runs = if flags & 8 != 0 { usize::from(input.u16()?) * 4 } else { 0 };
    let extra = if flags & 4 != 0 { u32::from(input.u16()?) | u32::from(input.u16()?) << 16 } else { 0 };
    let mut wide = flags & 1 != 0;
    let mut units = Vec::with_capacity(usize::from(letters).min(64));
    let mut piece = input.piece;
    for _ in 0..letters {
        if input.is_done() {
            break;
        }
        // Where a string goes on in another record, that says anew how wide its letters are.
        if input.piece != piece {
            piece = input.piece;
            wide = input.byte()? & 1 != 0;
        }
        units.push(if wide { input.u16()? } else { u16::from(input.byte()?) });
    }
    text.extend(char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
    input.skip(runs + extra as usize);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pieces: &[&[u8]], expect: &[&str]) {
        let strings = shared(&Record { kind: 0, pieces: pieces.to_vec() }).unwrap();
        let found: Vec<&str> = (0..).map_while(|index| strings.get(index)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn strings_over_records() {
        let head = [0u8; 8];
        check(&[&[&head[..], b"\x02\0\0ab", b"\x01\0\x01\xe4\0"].concat()], &["ab", "ä"]);
        // Cut after two letters, and wide from there on.
        check(&[&[&head[..], b"\x04\0\0ab"].concat(), b"\x01\xe4\0\xfc\0\x01\0\0c"], &["abäü", "c"]);
        // Formatting of two runs, and 3 bytes of phonetics.
        check(&[&[&head[..], b"\x01\0\x0c\x02\0\x03\0\0\0a12345678xyz\x01\0\0b"].concat()], &["a", "b"]);
        check(&[&[&head[..], b"\x09\0\0ab"].concat()], &["ab"]);
        check(&[&head[..4]], &[]);
    }
}
