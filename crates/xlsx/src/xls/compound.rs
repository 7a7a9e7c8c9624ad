//! A compound file, a small file system of sectors (\[MS-CFB\]), as far as finding one stream in it takes.

use crate::WorkbookError;
use crate::bytes::{u16_at, u32_at};

/// Sector numbers from here on have meanings of their own; as the next of a chain each of them is its end.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// Bytes of a directory entry.
const ENTRY_BYTES: usize = 128;

/// Bytes of a sector of the small streams.
const MINI_BYTES: usize = 64;

/// Sectors of the table that stand in the header itself.
const IN_HEADER: usize = 109;

struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector after each.
    next: Vec<u32>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

/// The stream of a workbook's records.
///
/// # Errors
/// [`WorkbookError::WorkbookProtected`] for a newer workbook that is encrypted as a whole, [`WorkbookError::WorkbookKindUnknown`] for
/// other documents, [`WorkbookError::WorkbookDamaged`].
pub(super) fn workbook(bytes: &[u8]) -> Result<Vec<u8>, WorkbookError> {
    let (compound, entries) = open(bytes).ok_or(WorkbookError::WorkbookDamaged)?;
    let named = |name: &str| entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
    if named("EncryptedPackage").is_some() {
        return Err(WorkbookError::WorkbookProtected);
    }
    let Some(entry) = named("Workbook") else {
        let older = named("Book").is_some();
        return Err(if older { WorkbookError::WorkbookTooOld } else { WorkbookError::WorkbookKindUnknown });
    };
    let root = entries.first().ok_or(WorkbookError::WorkbookDamaged)?;
    compound.stream(entry, root, bytes).ok_or(WorkbookError::WorkbookDamaged)
}

fn open(bytes: &[u8]) -> Option<(Compound<'_>, Vec<Entry>)> {
    let sector = match u16_at(bytes, 30)? {
        9 => 512,
        12 => 4_096,
        _ => return None,
    };
    let mut compound = Compound { bytes, sector, next: Vec::new() };
    let mut tables: Vec<u32> = (0..IN_HEADER).map_while(|index| u32_at(bytes, 76 + 4 * index)).collect();
    let mut further = u32_at(bytes, 68)?;
    // No chain is longer than the file has sectors: one that is goes round in circles.
    for _ in 0..bytes.len() / sector {
        if further >= LAST_SECTOR {
            break;
        }
        let table = compound.sector(further)?;
        let numbers = numbers(table);
        let (next, numbers) = numbers.split_last()?;
        tables.extend(numbers);
        further = *next;
    }
    for table in tables.into_iter().filter(|table| *table < LAST_SECTOR) {
        if compound.next.len() > bytes.len() / sector {
            break;
        }
        let numbers = numbers(compound.sector(table)?);
        compound.next.extend(numbers);
    }
    let directory = compound.chain(u32_at(bytes, 48)?, usize::MAX)?;
    let entries = directory.chunks_exact(ENTRY_BYTES).filter_map(entry).collect();
    Some((compound, entries))
}

/// A name, where its stream begins and how long that is.
fn entry(bytes: &[u8]) -> Option<Entry> {
    let letters = usize::from(u16_at(bytes, 64)?).min(64) / 2;
    let units: Vec<u16> =
        (0..letters.saturating_sub(1)).map_while(|index| u16_at(bytes, 2 * index)).collect();
    let name = String::from_utf16_lossy(&units);
    Some(Entry { name, start: u32_at(bytes, 116)?, length: u32_at(bytes, 120)? as usize })
}

fn numbers(sector: &[u8]) -> Vec<u32> {
    sector.chunks_exact(4).filter_map(|number| u32_at(number, 0)).collect()
}

impl Compound<'_> {
    /// A sector; the file may end within its last.
    fn sector(&self, number: u32) -> Option<&[u8]> {
        let from = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(from..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(self.sector)])
    }

    /// The sectors from `start` on, up to so many bytes.
    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        let mut found = Vec::new();
        let mut at = start;
        while at < LAST_SECTOR && found.len() < length {
            // As above: a chain longer than the file goes round in circles.
            if found.len() > self.bytes.len() {
                return None;
            }
            found.extend_from_slice(self.sector(at)?);
            at = *self.next.get(at as usize)?;
        }
        found.truncate(length);
        Some(found)
    }

    /// A stream; a small one lies in sectors of its own within the root's.
    fn stream(&self, entry: &Entry, root: &Entry, bytes: &[u8]) -> Option<Vec<u8>> {
        if entry.length >= u32_at(bytes, 56)? as usize {
            return self.chain(entry.start, entry.length);
        }
        let small = self.chain(root.start, root.length)?;
        let next = numbers(&self.chain(u32_at(bytes, 60)?, usize::MAX)?);
        let mut found = Vec::new();
        let mut at = entry.start;
        while at < LAST_SECTOR && found.len() < entry.length {
            let from = (at as usize).checked_mul(MINI_BYTES)?;
            let rest = small.get(from..).filter(|rest| !rest.is_empty())?;
            found.extend_from_slice(&rest[..rest.len().min(MINI_BYTES)]);
            at = *next.get(at as usize)?;
        }
        found.truncate(entry.length);
        Some(found)
    }
}
