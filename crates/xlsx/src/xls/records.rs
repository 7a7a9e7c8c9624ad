//! The records of a BIFF stream, each with the records that continue it.

use crate::bytes::u16_at;

/// Where in a stream the next record begins. The stream is lent to each step, so that whoever owns it may own this too.
pub(super) struct Records {
    at: usize,
}

/// One record.
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    /// Its data, and those of the records that continue it.
    pub(super) pieces: Vec<&'a [u8]>,
}

const CONTINUE: u16 = 0x003C;

impl Records {
    pub(super) fn new(at: usize) -> Self {
        Records { at }
    }

    /// The next record; `None` where there is no whole one.
    pub(super) fn next<'a>(&mut self, stream: &'a [u8]) -> Option<Record<'a>> {
        let (kind, data) = self.piece(stream)?;
        let mut pieces = vec![data];
        while u16_at(stream, self.at) == Some(CONTINUE) {
            pieces.push(self.piece(stream)?.1);
        }
        Some(Record { kind, pieces })
    }

    fn piece<'a>(&mut self, stream: &'a [u8]) -> Option<(u16, &'a [u8])> {
        let (kind, length) = (u16_at(stream, self.at)?, usize::from(u16_at(stream, self.at + 2)?));
        let data = stream.get(self.at + 4..self.at + 4 + length)?;
        self.at += 4 + length;
        Some((kind, data))
    }
}

impl<'a> Record<'a> {
    /// Its own data.
    pub(super) fn data(&self) -> &'a [u8] {
        self.pieces.first().copied().unwrap_or_default()
    }

    /// Two bytes of its own data.
    pub(super) fn u16(&self, at: usize) -> Option<u16> {
        u16_at(self.data(), at)
    }
}
