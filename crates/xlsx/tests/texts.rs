//! Numbers that a workbook holds as text, and which of its sheets is read.

#![allow(clippy::unwrap_used, dead_code)]

mod archive;

use std::fmt::Write;

use archive::{Entry, xlsx};
use ringfence_xlsx::Workbook;

/// A cell: a number, or a text.
enum Cell {
    Number(f64),
    Text(&'static str),
}

use Cell::{Number, Text};

fn sheet(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut xml = "<worksheet><sheetData>".to_owned();
    for row in rows {
        xml.push_str("<row>");
        for cell in row {
            let _ = match cell {
                Number(number) => write!(xml, "<c><v>{number}</v></c>"),
                Text(text) => write!(xml, "<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
            };
        }
        xml.push_str("</row>");
    }
    (xml + "</sheetData></worksheet>").into_bytes()
}

fn csv(workbook: &Workbook) -> String {
    let mut sheet = workbook.csv(workbook.first_table()).unwrap();
    let mut csv = Vec::new();
    while let Some(chunk) = sheet.next_chunk().unwrap() {
        csv.extend_from_slice(chunk);
    }
    String::from_utf8(csv).unwrap()
}

#[test]
fn texts_among_numbers_become_numbers_by_a_mark_of_their_own() {
    let rows = [
        vec![Text("Beleg"), Text("Betrag"), Text("Rabatt")],
        vec![Number(1.0), Number(12.5), Text("1,5")],
        vec![Number(2.0), Text("1.234,50"), Text("2,5")],
        vec![Text("0003"), Text("87,15"), Text("0,5")],
        vec![Number(4.0), Text("-2.000 €"), Text("keiner")],
    ];
    let workbook = Workbook::open(xlsx(vec![Entry::of("xl/worksheets/sheet1.xml", &sheet(&rows))])).unwrap();
    // A column of texts alone is left to whoever reads the CSV.
    assert_eq!(
        csv(&workbook),
        "Beleg,Betrag,Rabatt\n1,12.5,\"1,5\"\n2,1234.50,\"2,5\"\n0003,87.15,\"0,5\"\n4,-2000 €,keiner\n"
    );
}

#[test]
fn a_dictionary_of_the_data_gives_way_to_the_data() {
    let dictionary = [
        vec![Text("Column"), Text("Meaning")],
        vec![Text("id"), Text("who bought")],
        vec![Text("paid"), Text("what was paid")],
    ];
    let data: Vec<Vec<Cell>> = std::iter::once(vec![Text("id"), Text("paid")])
        .chain((0..30).map(|n| vec![Number(700.0 + f64::from(n % 7)), Number(f64::from(n) + 0.5)]))
        .collect();
    let listed = b"<workbook><sheets><sheet name=\"Dictionary\" sheetId=\"1\" r:id=\"a\"/><sheet name=\"Data\" sheetId=\"2\" r:id=\"c\"/></sheets></workbook>";
    let related =
        b"<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
        <Relationship Id=\"c\" Type=\"x/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>";
    let parts = |first: &[Vec<Cell>], second: &[Vec<Cell>]| {
        vec![
            Entry::of("xl/workbook.xml", listed),
            Entry::of("xl/_rels/workbook.xml.rels", related),
            Entry::of("xl/worksheets/sheet1.xml", &sheet(first)),
            Entry::of("xl/worksheets/sheet2.xml", &sheet(second)),
        ]
    };
    assert_eq!(Workbook::open(xlsx(parts(&dictionary, &data))).unwrap().first_table(), 1);
    assert_eq!(Workbook::open(xlsx(parts(&data, &dictionary))).unwrap().first_table(), 0);
    // A shorter table of numbers is no better than a first one of texts.
    let summary = [vec![Text("year"), Text("paid")], vec![Number(2024.0), Number(465.0)]];
    assert_eq!(Workbook::open(xlsx(parts(&dictionary, &summary))).unwrap().first_table(), 0);
}
