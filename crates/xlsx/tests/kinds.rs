//! Every kind of workbook is read as what it holds; expectations by hand, from `data/make_workbooks.py`.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use ringfence_xlsx::{Sheet, Workbook, WorkbookError};

fn open(name: &str) -> Workbook {
    Workbook::open(fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)).unwrap())
        .unwrap()
}

fn csv(workbook: &Workbook, sheet: &str) -> String {
    let mut sheet = workbook.csv(workbook.find(sheet).unwrap()).unwrap();
    let mut csv = Vec::new();
    while let Some(chunk) = sheet.next_chunk().unwrap() {
        csv.extend_from_slice(chunk);
    }
    let (written, rows) = sheet.progress();
    assert_eq!(written, rows);
    String::from_utf8(csv).unwrap()
}

fn sheet(name: &str, rows: u32, columns: u32, hidden: bool) -> Sheet {
    Sheet { name: name.to_owned(), rows, columns, hidden }
}

/// 0.1 + 0.2 is .30000000000000004 in binary, and .3 in every spreadsheet.
const SALES: &str = "\
Order,Customer,Date,Paid,Quantity,Price,Gift,Note
A-1,00417,2024-01-31 08:26:00,2024-02-01,2,1.234,true,\"He said \"\"yes\"\", twice\"
A-2,00418,2024-02-29 23:59:59,2024-03-01,-1,2.55,false,\"two
lines\"
A-3,00417,1999-12-31,,1000000,0.3,true,  blanks & <signs> €\u{20}\u{20}
A-4,00419,,,,,,
";

const MERGED: &str = "Region,Town,Sales\nNorth,Kiel,1\nNorth,Rendsburg,2\nSouth,Lindau,3\n";

#[test]
fn xlsx() {
    for name in ["shop.xlsx", "shop-1904.xlsx"] {
        let workbook = open(name);
        let expect = [
            sheet("About", 1, 1, false),
            sheet("Sales 2024", 5, 8, false),
            sheet("Merged", 6, 3, false),
            sheet("Lists", 2, 2, true),
        ];
        assert_eq!(workbook.sheets(), expect, "{name}");
        assert_eq!(workbook.first_table(), 1);
        assert_eq!(csv(&workbook, "Sales 2024"), SALES, "{name}");
        assert_eq!(csv(&workbook, "3"), format!("Sales by region,,\n\n{MERGED}"));
        assert_eq!(csv(&workbook, "Lists"), "x,y\n1,2\n");
        let unknown = WorkbookError::UnknownSheet { sheet: "5".into() };
        assert_eq!(workbook.find("5"), Err(unknown.clone()));
        assert_eq!(workbook.csv(4).unwrap_err(), unknown);
    }
}

#[test]
fn ods() {
    let workbook = open("shop.ods");
    let expect = [sheet("Sales 2024", 5, 8, false), sheet("Merged", 4, 3, false), sheet("Lists", 2, 2, true)];
    assert_eq!(workbook.sheets(), expect);
    assert_eq!(workbook.first_table(), 0);
    // A moment at midnight is written with its time where the file has one.
    assert_eq!(csv(&workbook, "Sales 2024"), SALES.replace("1999-12-31,", "1999-12-31 00:00:00,"));
    assert_eq!(csv(&workbook, "Merged"), MERGED);
}

#[test]
fn xls() {
    for name in ["shop.xls", "shop-1904.xls"] {
        let workbook = open(name);
        assert_eq!(
            workbook.sheets()[..3],
            [sheet("Sales 2024", 5, 8, false), sheet("Merged", 4, 3, false), sheet("Lists", 2, 2, true),]
        );
        assert_eq!(csv(&workbook, "Sales 2024"), SALES, "{name}");
        assert_eq!(csv(&workbook, "Merged"), MERGED);
        let many: String = (1..=1000).map(|n| format!("{},Käufer № {n}\n", f64::from(n) / 4.0)).collect();
        assert_eq!(csv(&workbook, "Many"), format!("number,text\n{many}"));
    }
}
