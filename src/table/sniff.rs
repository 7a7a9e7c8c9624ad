//! What the first part of a file tells: that it is a text table at all, what separates its cells, and whether it names its columns.

use super::cells::is_missing;
use super::records::Records;
use super::words::concepts;
use super::{DecimalMark, dates, numbers};
use crate::Error;

/// How the records of a file are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    pub(super) delimiter: u8,
    pub(super) header: bool,
}

/// Delimiters that are tried; among equals the first wins.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Records that are looked at; more do not change the picture.
const RECORDS: usize = 1_000;

/// First bytes of workbooks (zip archives, and the older compound files).
const WORKBOOKS: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

/// First bytes of compressed files: gzip, bzip2, xz, zstd, 7z, rar.
const COMPRESSED: [&[u8]; 6] =
    [b"\x1F\x8B", b"BZh91AY&SY", b"\xFD7zXZ\0", b"\x28\xB5\x2F\xFD", b"7z\xBC\xAF\x27\x1C", b"Rar!\x1A\x07"];

/// Refuses what its first bytes show to be no text.
///
/// # Errors
/// [`Error::SpreadsheetFile`], [`Error::CompressedFile`], [`Error::NotATable`].
pub(super) fn refuse_signature(head: &[u8]) -> Result<(), Error> {
    let starts = |signatures: &[&[u8]]| signatures.iter().any(|signature| head.starts_with(signature));
    if starts(&WORKBOOKS) {
        return Err(Error::SpreadsheetFile);
    }
    if starts(&COMPRESSED) {
        return Err(Error::CompressedFile);
    }
    if starts(&[b"%PDF-", b"\x89PNG", b"GIF8", b"\xFF\xD8\xFF"]) { Err(Error::NotATable) } else { Ok(()) }
}

/// Refuses decoded text with bytes in it that no text holds.
///
/// # Errors
/// [`Error::NotATable`].
pub(super) fn refuse_controls(text: &[u8]) -> Result<(), Error> {
    let controls =
        text.iter().filter(|byte| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C)).count();
    let damaged = controls * 100 > text.len() || text.contains(&0);
    if damaged { Err(Error::NotATable) } else { Ok(()) }
}

/// Decides on the dialect by `text`, the file's first part; `whole` where it is all of it.
///
/// # Errors
/// [`Error::OneColumn`] where nothing separates cells.
pub(super) fn dialect(text: &[u8], whole: bool) -> Result<Dialect, Error> {
    let tables = DELIMITERS.map(|delimiter| first_records(text, whole, delimiter));
    let mut best: Option<(f64, usize)> = None;
    for (index, table) in tables.iter().enumerate() {
        if let Some(score) = consistency(table)
            && best.is_none_or(|(highest, _)| score > highest)
        {
            best = Some((score, index));
        }
    }
    let (_, index) = best.ok_or(Error::OneColumn)?;
    Ok(Dialect { delimiter: DELIMITERS[index], header: has_header(&tables[index]) })
}

type Table = Vec<Vec<Vec<u8>>>;

fn first_records(text: &[u8], whole: bool, delimiter: u8) -> Table {
    let mut table = Table::new();
    let mut records = Records::new(delimiter);
    let mut sink = |record: super::records::Record<'_>| {
        table.push(record.cells().map(|cell| cell.trim_ascii().to_vec()).collect());
        // Any error stops the reading; the ones of the file itself are met again when it is read in earnest.
        if table.len() < RECORDS { Ok(()) } else { Err(Error::NotATable) }
    };
    let read = records.push(text, &mut sink);
    // The last record of a part may be cut, so it counts only where there is nothing else.
    let rest_counts = read.is_ok() && (whole || records.row() == 1);
    if rest_counts {
        let _ = records.finish(&mut sink);
    }
    table
}

/// How well the records agree on one number of cells, with the share of cells that are numbers, dates or empty to tell delimiters
/// from decimal marks; `None` where there is only one cell in most of them.
fn consistency(table: &Table) -> Option<f64> {
    let mut counts: Vec<usize> = table.iter().map(Vec::len).collect();
    counts.sort_unstable();
    let (mut width, mut most) = (0, 0);
    for run in counts.chunk_by(|one, other| one == other) {
        if run.len() >= most {
            (width, most) = (run[0], run.len());
        }
    }
    let single = counts.iter().filter(|count| **count < 2).count();
    if width < 2 || single * 2 > counts.len() {
        return None;
    }
    let agreement = most as f64 / counts.len() as f64;
    let named = if table[0].len() == width { 1.0 } else { 0.5 };
    let cells: usize = table.iter().map(Vec::len).sum();
    let typed = table.iter().flatten().filter(|cell| is_missing(cell) || is_typed(cell)).count();
    Some(agreement * named * (1.0 + typed as f64 / cells.max(1) as f64))
}

/// A number or a date.
fn is_typed(cell: &[u8]) -> bool {
    numbers::read(cell, DecimalMark::Point).is_some()
        || numbers::read(cell, DecimalMark::Comma).is_some()
        || dates::separated(cell).is_some()
}

/// The first row names the columns where it differs in kind from what stands below it, or is made of words headers are made of.
fn has_header(table: &Table) -> bool {
    let Some((first, below)) = table.split_first() else { return false };
    let (mut names, mut values) = (0, 0);
    for (index, cell) in first.iter().enumerate().filter(|(_, cell)| !is_missing(cell)) {
        let cells = below.iter().filter_map(|row| row.get(index)).filter(|cell| !is_missing(cell));
        let (typed, all) =
            cells.fold((0, 0), |(typed, all), cell| (typed + usize::from(is_typed(cell)), all + 1));
        let typed_below = all > 0 && typed * 5 >= all * 4;
        match (is_typed(cell), typed_below) {
            (true, _) => values += 1,
            (false, true) => names += 1,
            (false, false) => {}
        }
        let header = String::from_utf8_lossy(cell);
        names += usize::from(header.len() < 40 && concepts(&header).first().is_some_and(Option::is_some));
    }
    names > values || (names == values && values == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Result<(char, bool), Error>) {
        let found =
            dialect(text.as_bytes(), true).map(|dialect| (char::from(dialect.delimiter), dialect.header));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn delimiters() {
        check("a,b\n1,2\n", Ok((',', true)));
        check("a;b (x, y)\n1;2\n3;4\n", Ok((';', true)));
        check("id;preis\n1;2,5\n3;4,5\n", Ok((';', true)));
        check("1;2,5\n3;4,5\n", Ok((';', false)));
        check("a\tb\nx, y\tz, w\nu\tv\n", Ok(('\t', true)));
        check("a|b|c\n1|2|3\n", Ok(('|', true)));
        check("a,b\n\"x;y;z\",1\n\"x;y;z\",2\n", Ok((',', true)));
        check("a\n1\n2\n", Err(Error::OneColumn));
        check("Hello, world\nNo table\nat all\n", Err(Error::OneColumn));
    }

    #[test]
    fn headers() {
        check("Customer,City\nMeyer,Berlin\nSchulz,Bonn\n", Ok((',', true)));
        check("17,2010-12-01,3.5\n18,2010-12-02,4.5\n", Ok((',', false)));
        check("A17,2010-12-01,3.5\nA18,2010-12-02,4.5\n", Ok((',', false)));
        check(",x\n1,2\n2,3\n", Ok((',', true)));
    }

    #[test]
    fn no_text() {
        assert_eq!(refuse_signature(b"PK\x03\x04rest"), Err(Error::SpreadsheetFile));
        assert_eq!(refuse_signature(b"\x1F\x8B\x08"), Err(Error::CompressedFile));
        assert_eq!(refuse_signature(b"PK,price\n"), Ok(()));
        assert_eq!(refuse_controls(b"a\0b"), Err(Error::NotATable));
        assert_eq!(refuse_controls(b"a,b\r\n\t1,2"), Ok(()));
    }
}
