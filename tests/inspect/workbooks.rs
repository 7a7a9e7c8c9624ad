//! Sheets of workbooks: read as the same table is read from CSV, with nothing guessed that the workbook knows.

use std::collections::HashMap;

use ringfence_xlsx::Workbook;

use super::*;

/// The CSV of a workbook's first table.
fn sheet(bytes: Vec<u8>) -> Vec<u8> {
    let workbook = Workbook::open(bytes).unwrap();
    let mut sheet = workbook.csv(workbook.first_table()).unwrap();
    let mut csv = Vec::new();
    while let Some(chunk) = sheet.next_chunk().unwrap() {
        csv.extend_from_slice(chunk);
    }
    csv
}

fn inspect_sheet(csv: &[u8]) -> Result<Inspection, Error> {
    let mut inspector = Inspector::for_workbook();
    for piece in csv.chunks(7_919) {
        inspector.push(piece)?;
    }
    inspector.finish()
}

/// The lines of a CSV, each number in one form: `17850.0` is `17850`, and `2.10` is `2.1`.
fn records(csv: &[u8]) -> impl Iterator<Item = Vec<String>> {
    csv::Reader::from_reader(csv).into_records().map(|record| {
        let one_form =
            |cell: &str| cell.parse::<f64>().map_or_else(|_| cell.to_owned(), |number| number.to_string());
        record.unwrap().iter().map(one_form).collect()
    })
}

#[test]
fn online_retail_as_a_workbook_is_the_same_lines() {
    let Some(workbook) = in_shared("online_retail_subset.xlsx") else { return };
    let csv = sheet(workbook);
    let found = inspect_sheet(&csv).unwrap();
    check_online_retail(&found);
    // Counted by pandas.read_excel.
    assert_eq!((found.rows, column(&found, "CustomerID").missing), (40_000, 10_057));
    assert_eq!(column(&found, "InvoiceNo").distinct, 13_199);
    let when = column(&found, "InvoiceDate");
    assert_eq!((when.first.as_deref(), when.last.as_deref()), (Some("2010-12-01"), Some("2011-12-09")));

    let Some(whole) = in_shared("online_retail_uci.csv.gz") else { return };
    let mut lines: HashMap<Vec<String>, u32> = HashMap::new();
    records(&whole).for_each(|line| *lines.entry(line).or_default() += 1);
    for line in records(&csv) {
        let left = lines.get_mut(&line).filter(|left| **left > 0);
        *left.unwrap_or_else(|| panic!("no such line in the CSV: {line:?}")) -= 1;
    }
}

#[test]
fn a_title_an_empty_row_and_an_empty_column_are_read_over() {
    let csv = b",,\nSales 2024,,\n\nKunde,Datum,Betrag\n00417,2024-01-31,1.234\n00418,2024-02-01,2.5\n00417,2024-02-02,1.005\n";
    let found = inspect_sheet(csv).unwrap();
    assert_eq!((found.lead, found.rows, found.shape), (3, 3, Shape::Transactions));
    let roles: Vec<Role> = found.columns.iter().map(|column| column.role).collect();
    assert_eq!(roles, [CustomerId, Role::Date, Amount]);
    let reading = found.reading(&ReadingOptions::default()).unwrap();
    let (read, _) = batches(csv, &reading, 10).unwrap();
    assert_eq!(read[0].rows, [5, 6, 7]);
    let Cells::Exact { units, scale: 3 } = &read[0].columns[2] else { panic!("amounts are exact") };
    assert_eq!(units, &[1_234, 2_500, 1_005]);
}

#[test]
fn three_decimals_are_no_thousands_and_nothing_is_asked() {
    let csv = b"id;x,weight\na;1,1.234\nb;2,2.345\n\"c,3\",0.125\n";
    let found = inspect_sheet(csv).unwrap();
    assert_eq!((found.delimiter, found.columns.len(), found.questions.len()), (',', 2, 0));
    assert_eq!(found.columns[1].decimal, Some(DecimalMark::Point));
    assert_eq!((found.columns[1].min, found.columns[1].max), (Some(0.125), Some(2.345)));
    assert_eq!(inspect_sheet(b"only\none\ncolumn\n"), Err(Error::OneColumn));
}
