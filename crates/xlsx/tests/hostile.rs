//! Bombs, broken workbooks and things that only look like workbooks: each a sentence, none a panic, none much memory.

#![allow(clippy::unwrap_used)]

mod archive;

use std::fs;
use std::path::Path;

use archive::{Entry, xlsx, zip};
use proptest::prelude::*;
use ringfence_xlsx::limits::{AREA, CELLS, UNPACKED_RATIO};
use ringfence_xlsx::{Workbook, WorkbookError};

fn data(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)).unwrap()
}

/// Reads every sheet to its end.
fn read(bytes: Vec<u8>) -> Result<usize, WorkbookError> {
    let workbook = Workbook::open(bytes)?;
    let mut length = 0;
    for sheet in workbook.filled().collect::<Vec<_>>() {
        let mut csv = workbook.csv(sheet)?;
        while let Some(chunk) = csv.next_chunk()? {
            length += chunk.len();
        }
    }
    Ok(length)
}

fn refused(bytes: Vec<u8>, expect: WorkbookError) {
    assert_eq!(read(bytes), Err(expect));
}

const TOO_FAR: WorkbookError = WorkbookError::WorkbookUnpacksTooFar { limit: UNPACKED_RATIO };

#[test]
fn a_small_file_that_unpacks_to_half_a_gigabyte() {
    // 512 MB of one blank cell after the other, packed a thousandfold.
    let rows = b"<row><c><v>1</v></c></row>".repeat(1 << 15);
    let mut sheet = Entry::begin("xl/worksheets/sheet1.xml");
    sheet.write(b"<worksheet><sheetData>");
    (0..630).for_each(|_| sheet.write(&rows));
    sheet.write(b"</sheetData></worksheet>");
    let bomb = xlsx(vec![sheet.finish()]);
    assert!(bomb.len() < 3_000_000, "{}", bomb.len());
    refused(bomb, TOO_FAR);
}

#[test]
fn a_header_that_lies_does_not_help() {
    let sheet =
        b"<worksheet><sheetData>".iter().copied().chain(b"<row><c><v>1</v></c></row>".repeat(100_000));
    let mut entry = Entry::of("xl/worksheets/sheet1.xml", &sheet.collect::<Vec<u8>>());
    entry.declared = 1_000;
    refused(xlsx(vec![entry]), TOO_FAR);
}

#[test]
fn one_text_without_end() {
    let mut strings = Entry::begin("xl/sharedStrings.xml");
    strings.write(b"<sst uniqueCount=\"1\"><si><t>");
    (0..2_000).for_each(|_| strings.write(&[b'x'; 1 << 16]));
    strings.write(b"</t></si></sst>");
    refused(xlsx(vec![strings.finish()]), TOO_FAR);
}

#[test]
fn counts_are_not_believed() {
    let strings = Entry::of(
        "xl/sharedStrings.xml",
        b"<sst count=\"99999999999999\" uniqueCount=\"99999999999999\"><si><t>a</t></si></sst>",
    );
    let sheet = Entry::of(
        "xl/worksheets/sheet1.xml",
        b"<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row><c t=\"s\"><v>0</v></c><c><v>2</v></c></row></sheetData></worksheet>",
    );
    assert_eq!(read(xlsx(vec![strings, sheet])), Ok("a,2\n".len()));
    let beyond = Entry::of(
        "xl/worksheets/sheet1.xml",
        b"<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
    );
    refused(xlsx(vec![beyond]), WorkbookError::WorkbookDamaged);
}

#[test]
fn a_cell_at_the_far_end() {
    let sheet = |cells: &str| {
        let text = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
        xlsx(vec![Entry::of("xl/worksheets/sheet1.xml", text.as_bytes())])
    };
    let cell = |place: &str| format!("<row><c r=\"{place}\"><v>1</v></c></row>");
    refused(sheet(&cell("XFD1048576")), WorkbookError::WorkbookTooManyCells { limit: AREA });
    // Far down alone is no rectangle: a line each for the rows above.
    assert_eq!(read(sheet(&cell("A1048576"))), Ok(1_048_575 + 2));
    for place in ["A1048577", "XFE1", "ZZZZ1", "A99999999999"] {
        let outcome = read(sheet(&cell(place)));
        assert!(matches!(outcome, Err(WorkbookError::WorkbookDamaged) | Ok(2)), "{place}: {outcome:?}");
    }
    refused(sheet(&(cell("A5") + &cell("A2"))), WorkbookError::WorkbookDamaged);
}

#[test]
fn repeats_in_an_open_document() {
    let sheet = |rows: &str| {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"x\">{rows}</table:table>\
             </office:spreadsheet></office:body></office:document-content>"
        );
        zip(vec![
            Entry::of("META-INF/manifest.xml", b"<manifest:manifest/>"),
            Entry::of("content.xml", content.as_bytes()),
        ])
    };
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" \
               office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>";
    refused(sheet(row), WorkbookError::WorkbookTooManyCells { limit: CELLS });
    let blanks = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"99999999999\"/>\
                  <text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row>";
    assert_eq!(read(sheet(blanks)), Ok(1 + 2 * 1_000 + 1));
    refused(sheet(""), WorkbookError::WorkbookEmpty);
}

#[test]
fn what_only_looks_like_a_workbook() {
    refused(Vec::new(), WorkbookError::WorkbookDamaged);
    refused(b"PK\x03\x04 and nothing more".to_vec(), WorkbookError::WorkbookDamaged);
    refused(zip(vec![Entry::of("word/document.xml", b"<w/>")]), WorkbookError::WorkbookKindUnknown);
    refused(zip(vec![Entry::of("xl/workbook.bin", b"\x83\x01\0")]), WorkbookError::WorkbookBinary);
    refused(zip(vec![Entry::of("Index/Document.iwa", b"\0")]), WorkbookError::WorkbookOfNumbers);
    refused(zip(vec![Entry::of("Index.zip", b"PK")]), WorkbookError::WorkbookOfNumbers);
    refused(zip(vec![Entry::of("Export/Orders.CSV", b"id,x\n1,2\n")]), WorkbookError::ZipOfTables);
    let mut protected = Entry::of("xl/workbook.xml", b"<workbook/>");
    protected.flags = 1;
    refused(zip(vec![protected]), WorkbookError::WorkbookProtected);
    let manifest = Entry::of(
        "META-INF/manifest.xml",
        b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
    );
    refused(zip(vec![manifest, Entry::of("content.xml", b"")]), WorkbookError::WorkbookProtected);
    // A newer workbook with a password is a compound file around the encrypted archive; the names of streams are UTF-16.
    let utf16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let renamed = |name: &str| {
        let mut bytes = data("shop.xls");
        let at = bytes.windows(16).position(|window| window == utf16("Workbook")).unwrap();
        bytes[at..at + 64].fill(0);
        bytes[at..at + name.len() * 2].copy_from_slice(&utf16(name));
        bytes[at + 64..at + 66].copy_from_slice(&(name.len() as u16 * 2 + 2).to_le_bytes());
        bytes
    };
    refused(renamed("EncryptedPackage"), WorkbookError::WorkbookProtected);
    refused(renamed("WordDocument"), WorkbookError::WorkbookKindUnknown);
    refused(renamed("Book"), WorkbookError::WorkbookTooOld);
}

#[test]
fn a_chain_that_goes_round_in_circles() {
    let mut bytes = data("shop.xls");
    // In the allocation table, every sector is followed by sector 0.
    for place in [76, 80] {
        let sector = u32::from_le_bytes(bytes[place..place + 4].try_into().unwrap()) as usize;
        bytes[512 * (1 + sector)..512 * (2 + sector)].fill(0);
    }
    refused(bytes, WorkbookError::WorkbookDamaged);
}

proptest! {
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2_000), kind in 0usize..3) {
        let head: &[u8] = [&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"][kind];
        let _ = read([head, &bytes].concat());
    }

    #[test]
    fn broken_workbooks(kind in 0usize..3, changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..8), cut in any::<usize>()) {
        let mut bytes = data(["shop.xlsx", "shop.ods", "shop.xls"][kind]);
        let length = bytes.len();
        for (at, byte) in changes {
            bytes[at % length] = byte;
        }
        if cut % 4 == 0 {
            bytes.truncate(cut % length);
        }
        let _ = read(bytes);
    }

    /// Broken where it tells something: within the parts, which a check of the archive would not reach.
    #[test]
    fn broken_parts(changes in proptest::collection::vec((any::<usize>(), "[<>/\"'=&;:A-Za-z0-9]{0,3}"), 1..6), part in 0usize..3) {
        let names = ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"];
        let mut text = archive::part(names[part]).to_vec();
        for (at, new) in changes {
            let at = at % text.len();
            text.splice(at..(at + new.len()).min(text.len()), new.bytes());
        }
        let _ = read(xlsx(vec![Entry::of(names[part], &text)]));
    }
}
