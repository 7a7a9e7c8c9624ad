//! Archives made by hand, to be honest or not.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// One file of an archive, packed; what is said of it may be changed.
pub(crate) struct Entry {
    name: String,
    packed: Vec<u8>,
    pub(crate) declared: u32,
    pub(crate) flags: u16,
}

/// An entry that is being packed.
pub(crate) struct Packing {
    name: String,
    encoder: DeflateEncoder<Vec<u8>>,
    length: u32,
}

impl Entry {
    pub(crate) fn begin(name: &str) -> Packing {
        Packing {
            name: name.to_owned(),
            encoder: DeflateEncoder::new(Vec::new(), Compression::default()),
            length: 0,
        }
    }

    pub(crate) fn of(name: &str, text: &[u8]) -> Self {
        let mut packing = Entry::begin(name);
        packing.write(text);
        packing.finish()
    }
}

impl Packing {
    pub(crate) fn write(&mut self, text: &[u8]) {
        self.encoder.write_all(text).unwrap();
        self.length += text.len() as u32;
    }

    pub(crate) fn finish(self) -> Entry {
        Entry { name: self.name, packed: self.encoder.finish().unwrap(), declared: self.length, flags: 0 }
    }
}

const PARTS: [(&str, &[u8]); 5] = [
    (
        "_rels/.rels",
        b"<Relationships><Relationship Id=\"1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    ),
    (
        "xl/workbook.xml",
        b"<workbook><workbookPr date1904=\"0\"/><sheets><sheet name=\"x &amp; y\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        b"<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
          <Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
    ),
    ("xl/sharedStrings.xml", b"<sst><si><t>a</t></si><si><r><t>b &#x20AC;</t></r><rPh><t>c</t></rPh></si></sst>"),
    (
        "xl/worksheets/sheet1.xml",
        b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><f>1+1</f><v>2</v></c></row>\
          <row><c t=\"inlineStr\"><is><t>d</t></is></c><c t=\"b\"><v>1</v></c></row></sheetData>\
          <mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells></worksheet>",
    ),
];

/// A part of the least workbook.
pub(crate) fn part(name: &str) -> &'static [u8] {
    PARTS.iter().find(|(other, _)| *other == name).unwrap().1
}

/// The least workbook, with these parts in place of its own.
pub(crate) fn xlsx(parts: Vec<Entry>) -> Vec<u8> {
    let own = PARTS.iter().filter(|(name, _)| !parts.iter().any(|part| part.name == *name));
    let own: Vec<Entry> = own.map(|(name, text)| Entry::of(name, text)).collect();
    zip(own.into_iter().chain(parts).collect())
}

/// An archive (APPNOTE 4.3): each file under its header, then all headers again, then where those begin.
pub(crate) fn zip(entries: Vec<Entry>) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for Entry { name, packed, declared, flags } in &entries {
        let mut shared = Vec::new();
        for number in [20, *flags, 8, 0, 0] {
            shared.extend_from_slice(&number.to_le_bytes());
        }
        for number in [0, packed.len() as u32, *declared] {
            shared.extend_from_slice(&number.to_le_bytes());
        }
        shared.extend_from_slice(&(name.len() as u16).to_le_bytes());
        shared.extend_from_slice(&[0, 0]);
        directory.extend_from_slice(b"PK\x01\x02\x14\0");
        directory.extend_from_slice(&shared);
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(b"PK\x03\x04");
        bytes.extend_from_slice(&shared);
        bytes.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(packed);
    }
    let at = bytes.len() as u32;
    bytes.extend_from_slice(&directory);
    bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    bytes.extend_from_slice(&(entries.len() as u16).to_le_bytes().repeat(2));
    bytes.extend_from_slice(&(directory.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&at.to_le_bytes());
    bytes.extend_from_slice(&[0, 0]);
    bytes
}
