//! Bytes of any supported encoding become UTF-8, chunk by chunk, wherever the chunks are cut.
//!
//! ASCII and UTF-8 are handed on as they are. Which encoding it is gets decided at the first byte that is not ASCII, from the
//! [`SNIFF_BYTES`] after it: in many exports the first pound sign or umlaut comes megabytes after the header.

use encoding_rs::{DecoderResult, Encoding, UTF_8};

use super::encodings::{byte_order, legacy, looks_like_utf8};
use crate::Error;
use crate::limits::SNIFF_BYTES;

/// Where bytes go, piece by piece.
pub(super) type ByteSink<'a> = &'a mut dyn FnMut(&[u8]) -> Result<(), Error>;

/// Where decoded text goes, piece by piece; `true` with a piece that stands for bytes that are invalid.
pub(super) type TextSink<'a> = &'a mut dyn FnMut(&[u8], bool) -> Result<(), Error>;

/// A decoder in the middle of a file.
pub(super) struct Decoder {
    /// The encoding if it is known beforehand.
    known: Option<&'static Encoding>,
    state: State,
}

enum State {
    /// Too little seen to tell a byte order.
    Start(Vec<u8>),
    /// Nothing but ASCII so far, in a file whose encoding is not known.
    Ascii,
    /// From the first byte that is not ASCII on, until there is enough to decide.
    Undecided(Vec<u8>),
    /// UTF-8, with the bytes of a character that the last chunk cut.
    Utf8(Vec<u8>),
    Other(Box<encoding_rs::Decoder>),
}

/// Bytes that show a byte order: by its mark, or by where the zeros stand.
const ORDER_BYTES: usize = 1 << 10;

/// Bytes that are looked at together for whether they are ASCII; more than the longest character has.
const PIECE: usize = 1 << 12;

const REPLACEMENT: &[u8] = "\u{fffd}".as_bytes();

impl Decoder {
    /// A decoder that finds out the encoding by itself.
    pub(super) fn detecting() -> Self {
        Decoder { known: None, state: State::Start(Vec::new()) }
    }

    /// A decoder for the encoding with this WHATWG name; one that finds out by itself where there is none of that name.
    pub(super) fn named(name: &str) -> Self {
        Decoder { known: Encoding::for_label(name.as_bytes()), ..Decoder::detecting() }
    }

    /// WHATWG name of the encoding; what was ASCII to the end is UTF-8 too.
    pub(super) fn encoding(&self) -> &'static str {
        match &self.state {
            State::Other(decoder) => decoder.encoding().name(),
            _ => UTF_8.name(),
        }
    }

    /// True where all bytes so far are decoded, and those to come mean the same whatever came before.
    pub(super) fn is_between_characters(&self) -> bool {
        match &self.state {
            State::Utf8(cut) => cut.is_empty(),
            State::Other(decoder) => decoder.encoding().is_single_byte(),
            // Bytes that are held back, or nothing but ASCII as yet: the encoding is still open.
            State::Start(_) | State::Undecided(_) | State::Ascii => false,
        }
    }

    /// Decodes the next bytes of the file.
    pub(super) fn push(&mut self, bytes: &[u8], sink: TextSink) -> Result<(), Error> {
        match &mut self.state {
            State::Start(held) => {
                held.extend_from_slice(bytes);
                if held.len() >= ORDER_BYTES { self.start(sink) } else { Ok(()) }
            }
            State::Ascii => {
                let ascii = Encoding::ascii_valid_up_to(bytes);
                sink(&bytes[..ascii], false)?;
                if ascii == bytes.len() {
                    return Ok(());
                }
                self.state = State::Undecided(Vec::new());
                self.push(&bytes[ascii..], sink)
            }
            State::Undecided(held) => {
                let room = SNIFF_BYTES.saturating_sub(held.len()).min(bytes.len());
                held.extend_from_slice(&bytes[..room]);
                if held.len() < SNIFF_BYTES {
                    return Ok(());
                }
                self.decide(sink)?;
                self.push(&bytes[room..], sink)
            }
            State::Utf8(cut) => utf8(cut, bytes, sink),
            State::Other(decoder) => other(decoder, bytes, false, sink),
        }
    }

    /// Decodes what was held back; the file ends here.
    pub(super) fn finish(&mut self, sink: TextSink) -> Result<(), Error> {
        if matches!(self.state, State::Start(_)) {
            self.start(sink)?;
        }
        if matches!(self.state, State::Undecided(_)) {
            self.decide(sink)?;
        }
        match &mut self.state {
            State::Utf8(cut) if !cut.is_empty() => {
                cut.clear();
                sink(REPLACEMENT, true)
            }
            State::Other(decoder) => other(decoder, &[], true, sink),
            _ => Ok(()),
        }
    }

    /// Reads over a byte order mark and enters the state it asks for.
    fn start(&mut self, sink: TextSink) -> Result<(), Error> {
        let State::Start(held) = &mut self.state else { return Ok(()) };
        let held = std::mem::take(held);
        let (encoding, mark) = match Encoding::for_bom(&held) {
            Some((encoding, mark)) => (Some(encoding), mark),
            None => (self.known.or_else(|| byte_order(&held[..held.len().min(ORDER_BYTES)])), 0),
        };
        self.state = match encoding {
            None => State::Ascii,
            Some(encoding) => state_for(encoding),
        };
        self.push(&held[mark..], sink)
    }

    fn decide(&mut self, sink: TextSink) -> Result<(), Error> {
        let State::Undecided(held) = &mut self.state else { return Ok(()) };
        let held = std::mem::take(held);
        self.state = state_for(if looks_like_utf8(&held) { UTF_8 } else { legacy(&held) });
        self.push(&held, sink)
    }
}

/// Hands text on without the characters that are all zeros, each of which counts as an invalid one.
pub(super) fn without_nul(text: &[u8], sink: TextSink) -> Result<(), Error> {
    for (index, piece) in text.split(|byte| *byte == 0).enumerate() {
        if index > 0 {
            sink(&[], true)?;
        }
        sink(piece, false)?;
    }
    Ok(())
}

/// The text of a whole file, in whatever encoding; what is invalid in it becomes U+FFFD.
pub(crate) fn text_of(bytes: &[u8]) -> String {
    let mut text = Vec::with_capacity(bytes.len());
    let mut take = |piece: &[u8], _: bool| {
        text.extend_from_slice(piece);
        Ok(())
    };
    let mut decoder = Decoder::detecting();
    let taken = decoder.push(bytes, &mut take).and_then(|()| decoder.finish(&mut take));
    // Only a sink can fail, and this one never does.
    debug_assert!(taken.is_ok());
    String::from_utf8(text).unwrap_or_default()
}

fn state_for(encoding: &'static Encoding) -> State {
    if encoding == UTF_8 {
        State::Utf8(Vec::new())
    } else {
        State::Other(Box::new(encoding.new_decoder_without_bom_handling()))
    }
}

/// Hands valid UTF-8 on as it is and replaces what is not; `cut` carries a cut character from chunk to chunk.
fn utf8(cut: &mut Vec<u8>, bytes: &[u8], sink: TextSink) -> Result<(), Error> {
    let mut rest = bytes;
    while !cut.is_empty() {
        let Some((&next, after)) = rest.split_first() else { return Ok(()) };
        cut.push(next);
        match std::str::from_utf8(cut) {
            Ok(_) => {
                sink(cut, false)?;
                cut.clear();
                rest = after;
            }
            Err(error) => match error.error_len() {
                None => rest = after,
                // `next` does not continue the character: it starts afresh, as it would within one chunk.
                Some(_) => {
                    cut.clear();
                    sink(REPLACEMENT, true)?;
                }
            },
        }
    }
    loop {
        let (valid, error) = valid_up_to(rest);
        let (good, after) = rest.split_at(valid);
        sink(good, false)?;
        if after.is_empty() {
            return Ok(());
        }
        let Some(length) = error else {
            cut.extend_from_slice(after);
            return Ok(());
        };
        sink(REPLACEMENT, true)?;
        rest = &after[length..];
    }
}

/// How many bytes are valid UTF-8, and how many after them are not; `None` where the rest may be the beginning of a character.
/// The standard library looks at ASCII by words; here lanes are looked at, as far as there is nothing else.
fn valid_up_to(bytes: &[u8]) -> (usize, Option<usize>) {
    let mut valid = 0;
    while valid < bytes.len() {
        let end = bytes.len().min(valid + PIECE);
        let piece = &bytes[valid..end];
        if piece.iter().fold(0, |all, byte| all | byte).is_ascii() {
            valid = end;
            continue;
        }
        let Err(error) = std::str::from_utf8(piece) else {
            valid = end;
            continue;
        };
        valid += error.valid_up_to();
        // A character that the end of a piece cuts begins the next one.
        if error.error_len().is_some() || end == bytes.len() {
            return (valid, error.error_len());
        }
    }
    (valid, None)
}

fn other(decoder: &mut encoding_rs::Decoder, bytes: &[u8], last: bool, sink: TextSink) -> Result<(), Error> {
    let mut buffer = [0u8; 1 << 13];
    let mut rest = bytes;
    loop {
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut buffer, last);
        sink(&buffer[..written], false)?;
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => return Ok(()),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                sink(REPLACEMENT, true)?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decode(pieces: &[&[u8]]) -> (String, &'static str, u64) {
        let mut decoder = Decoder::detecting();
        let (mut text, mut invalid) = (Vec::new(), 0);
        let mut sink = |piece: &[u8], damaged: bool| {
            text.extend_from_slice(piece);
            invalid += u64::from(damaged);
            Ok(())
        };
        for piece in pieces {
            decoder.push(piece, &mut sink).unwrap();
        }
        decoder.finish(&mut sink).unwrap();
        (String::from_utf8(text).unwrap(), decoder.encoding(), invalid)
    }

    fn check(bytes: &[u8], text: &str, encoding: &str, invalid: u64) {
        assert_eq!(decode(&[bytes]), (text.to_owned(), encoding, invalid));
    }

    #[test]
    fn encodings() {
        check(b"plain", "plain", "UTF-8", 0);
        check(b"", "", "UTF-8", 0);
        check(b"\xEF\xBB\xBFa", "a", "UTF-8", 0);
        check("größer".as_bytes(), "größer", "UTF-8", 0);
        check(b"gr\xF6\xDFer \x80", "größer €", "windows-1252", 0);
        check(b"\xFF\xFEa\0\xE4\0", "aä", "UTF-16LE", 0);
        check(b"\xFE\xFF\0a\0\xE4", "aä", "UTF-16BE", 0);
        check(b"\xFE\xFF\0a\xD8\0\0b", "a\u{fffd}b", "UTF-16BE", 1);
        check("ä".repeat(30).as_bytes(), &"ä".repeat(30), "UTF-8", 0);
        let damaged = [&"ä".repeat(30).into_bytes()[..], b"\xFFb"].concat();
        check(&damaged, &format!("{}\u{fffd}b", "ä".repeat(30)), "UTF-8", 1);
    }

    proptest! {
        #[test]
        fn piece_by_piece_as_the_standard_library_says(
            ascii in PIECE - 5..PIECE + 5, more in 0..PIECE, letters in "[aäß€😀]{0,12}", junk in proptest::collection::vec(any::<u8>(), 0..3),
        ) {
            let text = ["a".repeat(ascii), letters.clone(), "b".repeat(more), letters.clone()].concat();
            let bytes = [text.as_bytes(), &junk, letters.as_bytes()].concat();
            let expect = match std::str::from_utf8(&bytes) {
                Ok(_) => (bytes.len(), None),
                Err(error) => (error.valid_up_to(), error.error_len()),
            };
            prop_assert_eq!(valid_up_to(&bytes), expect);
        }
    }

    #[test]
    fn late_evidence_decides() {
        let mut bytes = vec![b'a'; 2 * SNIFF_BYTES];
        bytes.push(0xA3);
        let (text, encoding, invalid) = decode(&[&bytes]);
        assert!(text.ends_with("a£"));
        assert_eq!((encoding, invalid), ("windows-1252", 0));
    }

    proptest! {
        #[test]
        fn cuts_do_not_matter(bytes in proptest::collection::vec(any::<u8>(), 0..60), mark in 0usize..4, cut in 0usize..60) {
            let marks: [&[u8]; 4] = [b"", b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
            let bytes = [marks[mark], &bytes].concat();
            let cut = cut.min(bytes.len());
            let whole = decode(&[&bytes]);
            prop_assert_eq!(&whole, &decode(&[&bytes[..cut], &bytes[cut..]]));
            let single: Vec<&[u8]> = bytes.chunks(1).collect();
            prop_assert_eq!(&whole, &decode(&single));
        }
    }
}
