//! The archive that `.xlsx` and `.ods` are: its table of contents, and its parts unpacked as a stream.
//!
//! Sizes are checked twice, as declared before a byte is unpacked and as they really are while unpacking, so that neither an honest
//! bomb nor a lying header gets further than [`crate::limits`] allow. Source: PKWARE's APPNOTE 6.3.

use std::collections::BTreeMap;
use std::io::{BufReader, Error, ErrorKind, Read};
use std::rc::Rc;

use flate2::read::DeflateDecoder;

use crate::WorkbookError;
use crate::bytes::{u16_at, u32_at, u64_at};
use crate::limits::{ENTRIES, TOKEN_BYTES, UNPACKED_BYTES, UNPACKED_MOST, UNPACKED_RATIO};

/// A zip archive held in memory.
#[derive(Clone)]
pub(crate) struct Archive {
    bytes: Rc<[u8]>,
    entries: Rc<BTreeMap<String, Entry>>,
}

/// One file of the archive.
struct Entry {
    encrypted: bool,
    deflated: bool,
    known: bool,
    /// Where its local header stands.
    header: usize,
    packed: u64,
    unpacked: u64,
}

/// One file of the archive, unpacked while it is read.
pub(crate) type Part = BufReader<Capped>;

const END: &[u8] = b"PK\x05\x06";
const CENTRAL: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";

/// Bytes of the end record, and of the longest comment after it.
const END_BYTES: usize = 22;
const COMMENT_BYTES: usize = 1 << 16;

/// Bytes unpacked at a time.
const CHUNK: usize = 1 << 16;

impl Archive {
    /// Reads the table of contents.
    pub(crate) fn open(bytes: Rc<[u8]>) -> Result<Self, WorkbookError> {
        let entries = contents(&bytes).ok_or(WorkbookError::WorkbookDamaged)??;
        Ok(Archive { bytes, entries: Rc::new(entries) })
    }

    /// Whether there is a part of that name; case does not count.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.contains_key(&normal(name))
    }

    /// Whether there is a part whose name, in lower case, is such.
    pub(crate) fn has_any(&self, is_such: impl Fn(&str) -> bool) -> bool {
        self.entries.keys().any(|name| is_such(name))
    }

    /// Begins to unpack a part.
    pub(crate) fn part(&self, name: &str) -> Result<Part, WorkbookError> {
        let entry = self.entries.get(&normal(name)).ok_or(WorkbookError::WorkbookDamaged)?;
        if entry.encrypted {
            return Err(WorkbookError::WorkbookProtected);
        }
        let most = UNPACKED_BYTES.max(entry.packed.saturating_mul(UNPACKED_RATIO)).min(UNPACKED_MOST);
        if entry.unpacked > most {
            return Err(WorkbookError::WorkbookUnpacksTooFar { limit: UNPACKED_RATIO });
        }
        let packed = self.packed(entry).filter(|_| entry.known).ok_or(WorkbookError::WorkbookDamaged)?;
        let source = match entry.deflated {
            true => Source::Deflated(DeflateDecoder::new(packed)),
            false => Source::Stored(packed),
        };
        // A header that declares too little is taken at its word: what comes beyond it is too far.
        Ok(BufReader::with_capacity(CHUNK, Capped { source, left: entry.unpacked, token: 0 }))
    }

    fn packed(&self, entry: &Entry) -> Option<Slice> {
        let header = self.bytes.get(entry.header..)?;
        let skip = 30 + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        let from = entry.header.checked_add(skip).filter(|_| header.starts_with(LOCAL))?;
        let to = from.checked_add(usize::try_from(entry.packed).ok()?)?;
        (to <= self.bytes.len()).then(|| Slice { bytes: Rc::clone(&self.bytes), from, to })
    }
}

/// The central directory; `None` where it is not whole.
fn contents(bytes: &[u8]) -> Option<Result<BTreeMap<String, Entry>, WorkbookError>> {
    let from = bytes.len().saturating_sub(END_BYTES + COMMENT_BYTES);
    let end = (from..=bytes.len().checked_sub(END_BYTES)?).rev().find(|at| bytes[*at..].starts_with(END))?;
    let mut at = usize::try_from(u32_at(bytes, end + 16)?).ok()?;
    // Beyond 4 GB the true numbers stand elsewhere, and such a workbook is too large anyway; some writers use that form for all.
    if at == u32::MAX as usize {
        let locator = bytes.get(end.checked_sub(20)?..end)?;
        let end64 =
            usize::try_from(u64_at(locator, 8).filter(|_| locator.starts_with(b"PK\x06\x07"))?).ok()?;
        at = usize::try_from(u64_at(bytes, end64.checked_add(48)?)?).ok()?;
    }
    let mut entries = BTreeMap::new();
    while bytes.get(at..)?.starts_with(CENTRAL) {
        if entries.len() == ENTRIES {
            return Some(Err(WorkbookError::WorkbookTooManyParts));
        }
        let record = bytes.get(at..)?;
        let (flags, method) = (u16_at(record, 8)?, u16_at(record, 10)?);
        let (name, extra, comment) = (u16_at(record, 28)?, u16_at(record, 30)?, u16_at(record, 32)?);
        let name_end = 46 + usize::from(name);
        let extra_end = name_end + usize::from(extra);
        let mut sizes =
            [u64::from(u32_at(record, 24)?), u64::from(u32_at(record, 20)?), u64::from(u32_at(record, 42)?)];
        widen(&mut sizes, record.get(name_end..extra_end)?);
        let [unpacked, packed, header] = sizes;
        let entry = Entry {
            encrypted: flags & 1 != 0,
            deflated: method == 8,
            known: method == 0 || method == 8,
            header: usize::try_from(header).ok()?,
            packed,
            unpacked,
        };
        entries.insert(normal(&String::from_utf8_lossy(record.get(46..name_end)?)), entry);
        at = at.checked_add(extra_end + usize::from(comment))?;
    }
    Some(if entries.is_empty() { Err(WorkbookError::WorkbookDamaged) } else { Ok(entries) })
}

/// Puts the 64-bit sizes of an extra field in place of those that do not fit 32 bits.
fn widen(sizes: &mut [u64; 3], extra: &[u8]) {
    let mut rest = extra;
    while let (Some(tag), Some(length)) = (u16_at(rest, 0), u16_at(rest, 2)) {
        let Some(field) = rest.get(4..4 + usize::from(length)) else { return };
        if tag == 1 {
            let mut wide = field.chunks_exact(8).filter_map(|chunk| u64_at(chunk, 0));
            let narrow = sizes.iter_mut().filter(|size| **size == u64::from(u32::MAX));
            narrow.for_each(|size| *size = wide.next().unwrap_or(*size));
        }
        rest = &rest[4 + usize::from(length)..];
    }
}

/// Some writers begin names with a slash, use the other one, or another case than they refer to.
fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// A part of the workbook's bytes that keeps them alive.
struct Slice {
    bytes: Rc<[u8]>,
    from: usize,
    to: usize,
}

enum Source {
    Stored(Slice),
    Deflated(DeflateDecoder<Slice>),
}

/// A part that ends in an error where it goes on beyond its declared size, or where a single tag or text does not end.
pub(crate) struct Capped {
    source: Source,
    left: u64,
    /// Bytes since the last tag began.
    token: usize,
}

impl Read for Slice {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        let count = buffer.len().min(self.to - self.from);
        buffer[..count].copy_from_slice(&self.bytes[self.from..self.from + count]);
        self.from += count;
        Ok(count)
    }
}

impl Read for Capped {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        let count = match &mut self.source {
            Source::Stored(slice) => slice.read(buffer)?,
            Source::Deflated(decoder) => decoder.read(buffer)?,
        };
        self.left = self.left.checked_sub(count as u64).ok_or(ErrorKind::FileTooLarge)?;
        self.token = match buffer[..count].iter().rposition(|byte| *byte == b'<') {
            Some(tag) => count - tag,
            None => self.token + count,
        };
        if self.token > TOKEN_BYTES { Err(ErrorKind::FileTooLarge.into()) } else { Ok(count) }
    }
}
