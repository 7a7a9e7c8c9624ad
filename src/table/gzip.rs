//! Packed bytes become plain ones: gzip is unpacked as it streams by, everything else goes through as it is.

use std::io::Write;

use flate2::write::MultiGzDecoder;

use super::decode::ByteSink;
use crate::Error;
use crate::limits::{UNPACKED_BYTES, UNPACKED_RATIO};

/// Unpacks a file by its first two bytes.
pub(super) struct Unpacker {
    state: State,
    packed: u64,
    unpacked: u64,
}

enum State {
    /// Too little seen to tell.
    Start(Vec<u8>),
    Plain,
    /// What is unpacked gathers in the decoder's buffer, a piece at a time.
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
}

/// First bytes of gzip (RFC 1952).
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// Packed bytes unpacked at a time: at the most that deflate can do (1032 to 1) they become 4 MiB.
const PIECE: usize = 1 << 12;

impl Unpacker {
    /// Before the first byte.
    pub(super) fn new() -> Self {
        Unpacker { state: State::Start(Vec::new()), packed: 0, unpacked: 0 }
    }

    /// True where bytes go through as they are.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.state, State::Plain)
    }

    /// Takes the next bytes of the file and hands out plain ones.
    ///
    /// # Errors
    /// [`Error::CompressedFileDamaged`], [`Error::UnpacksTooFar`], and whatever the sink answers.
    pub(super) fn push(&mut self, bytes: &[u8], sink: ByteSink) -> Result<(), Error> {
        match &mut self.state {
            State::Plain => sink(bytes),
            State::Start(held) => {
                held.extend_from_slice(bytes);
                if held.len() < GZIP.len() { Ok(()) } else { self.start(sink) }
            }
            State::Gzip(_) => bytes.chunks(PIECE).try_for_each(|piece| self.unpack(piece, sink)),
        }
    }

    /// The file ends here.
    ///
    /// # Errors
    /// As [`Unpacker::push`].
    pub(super) fn finish(&mut self, sink: ByteSink) -> Result<(), Error> {
        if matches!(self.state, State::Start(_)) {
            self.start(sink)?;
        }
        let State::Gzip(decoder) = &mut self.state else { return Ok(()) };
        decoder.try_finish().map_err(|_| Error::CompressedFileDamaged)?;
        sink(decoder.get_ref())
    }

    fn start(&mut self, sink: ByteSink) -> Result<(), Error> {
        let State::Start(held) = &mut self.state else { return Ok(()) };
        let held = std::mem::take(held);
        self.state = if held.starts_with(&GZIP) {
            State::Gzip(Box::new(MultiGzDecoder::new(Vec::new())))
        } else {
            State::Plain
        };
        self.push(&held, sink)
    }

    fn unpack(&mut self, piece: &[u8], sink: ByteSink) -> Result<(), Error> {
        let State::Gzip(decoder) = &mut self.state else { return Ok(()) };
        decoder.write_all(piece).map_err(|_| Error::CompressedFileDamaged)?;
        self.packed += piece.len() as u64;
        self.unpacked += decoder.get_ref().len() as u64;
        if self.unpacked > UNPACKED_BYTES.max(self.packed.saturating_mul(UNPACKED_RATIO)) {
            return Err(Error::UnpacksTooFar { limit: UNPACKED_RATIO });
        }
        sink(decoder.get_ref())?;
        decoder.get_mut().clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn pack(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn unpack(pieces: &[&[u8]]) -> Result<Vec<u8>, Error> {
        let mut unpacker = Unpacker::new();
        let mut plain = Vec::new();
        let mut sink = |bytes: &[u8]| {
            plain.extend_from_slice(bytes);
            Ok(())
        };
        for piece in pieces {
            unpacker.push(piece, &mut sink)?;
        }
        unpacker.finish(&mut sink)?;
        Ok(plain)
    }

    #[test]
    fn plain_and_packed() {
        for bytes in [b"".as_slice(), b"a", b"id,x\n1,2\n", &[0x1F], &b"1,2\n".repeat(100_000)] {
            assert_eq!(unpack(&[bytes]).unwrap(), bytes);
            assert_eq!(unpack(&[&pack(bytes)]).unwrap(), bytes);
            let single = pack(bytes);
            assert_eq!(unpack(&single.chunks(1).collect::<Vec<_>>()).unwrap(), bytes);
        }
        // Members put end to end are one file (RFC 1952, 2.2).
        assert_eq!(unpack(&[&pack(b"a,"), &pack(b"b")]).unwrap(), b"a,b");
    }

    #[test]
    fn damage_is_told() {
        let packed = pack(b"id,x\n1,2\n3,4\n");
        assert_eq!(unpack(&[&packed[..packed.len() - 9]]), Err(Error::CompressedFileDamaged));
        let mut wrong = packed.clone();
        *wrong.last_mut().unwrap() ^= 1;
        assert_eq!(unpack(&[&wrong]), Err(Error::CompressedFileDamaged));
        assert_eq!(unpack(&[b"\x1F\x8Brubbish"]), Err(Error::CompressedFileDamaged));
    }

    #[test]
    fn bombs_are_refused_in_bounded_memory() {
        let bomb = pack(&vec![b'\n'; UNPACKED_BYTES as usize + (8 << 20)]);
        let mut unpacker = Unpacker::new();
        let mut longest = 0;
        let mut sink = |bytes: &[u8]| {
            longest = longest.max(bytes.len());
            Ok(())
        };
        let limit = UNPACKED_RATIO;
        assert_eq!(unpacker.push(&bomb, &mut sink), Err(Error::UnpacksTooFar { limit }));
        assert!(longest <= PIECE * 1_100, "{longest}");
    }
}
