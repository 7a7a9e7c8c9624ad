//! What pass 1 says of real files, against expectations written by hand from looking at them, and laws both passes keep for any bytes.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;
use ringfence::table::{
    Batch, Cells, ColumnChoice, ColumnReport, ColumnType, DateOrder, DecimalMark, Inspection, Inspector,
    MISSING, Personal, Reader, Reading, ReadingOptions, Role, Shape,
};
use ringfence::{Error, Notice};

use ColumnType::{Date, Number, Text};
use Role::{
    Amount, Categorical, Category, Channel, CustomerId, Discount, Feature, Ignore, Location, OrderId,
    Product, Quantity, UnitPrice,
};

fn inspect(bytes: &[u8], chunk: usize) -> Result<Inspection, Error> {
    let mut inspector = Inspector::new();
    for piece in bytes.chunks(chunk) {
        inspector.push(piece)?;
    }
    inspector.finish()
}

fn batches(bytes: &[u8], reading: &Reading, chunk: usize) -> Result<(Vec<Batch>, Vec<Notice>), Error> {
    let mut found = Vec::new();
    let mut reader = Reader::new(reading);
    let mut sink = |batch: &Batch| {
        found.push(batch.clone());
        Ok(())
    };
    for piece in bytes.chunks(chunk) {
        reader.push(piece, &mut sink)?;
    }
    let notices = reader.finish(&mut sink)?;
    Ok((found, notices))
}

/// What a file is: delimiter, rows, shape, and the columns with type, role, personal verdict and missing cells.
type Expected = (char, u64, Shape, &'static [(&'static str, ColumnType, Role, Personal, u64)]);

fn check(bytes: &[u8], (delimiter, rows, shape, columns): Expected) -> Inspection {
    let found = inspect(bytes, 1 << 20).unwrap();
    assert_eq!((found.encoding.as_str(), found.header), ("UTF-8", true));
    assert_eq!((found.delimiter, found.rows, found.shape), (delimiter, rows, shape));
    let found_columns: Vec<_> = found
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.kind, column.role, column.personal, column.missing))
        .collect();
    assert_eq!(found_columns, columns);
    assert_eq!(found.questions, []);
    assert_eq!(found.bytes, bytes.len() as u64);
    found.reading(&ReadingOptions::default()).unwrap();
    found
}

fn column<'i>(inspection: &'i Inspection, name: &str) -> &'i ColumnReport {
    inspection.columns.iter().find(|column| column.name == name).unwrap()
}

fn in_repository(name: &str) -> Option<Vec<u8>> {
    read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name))
}

fn in_shared(name: &str) -> Option<Vec<u8>> {
    read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name))
}

fn read(path: PathBuf) -> Option<Vec<u8>> {
    let bytes = match path.extension() {
        Some(extension) if extension == "gz" => unzipped(&path),
        _ => fs::read(&path).ok(),
    };
    if bytes.is_none() {
        println!("skipped: {} cannot be read here", path.file_name().unwrap_or_default().display());
    }
    bytes
}

fn unzipped(path: &Path) -> Option<Vec<u8>> {
    let output = Command::new("gzip").arg("-dc").arg(path).output().ok()?;
    output.status.success().then_some(output.stdout)
}

const NONE: Personal = Personal::None;

const WHOLESALE: Expected = (
    ',',
    440,
    Shape::Customers,
    &[
        ("Channel", Number, Channel, NONE, 0),
        ("Region", Number, Location, NONE, 0),
        ("Fresh", Number, Feature, NONE, 0),
        ("Milk", Number, Feature, NONE, 0),
        ("Grocery", Number, Feature, NONE, 0),
        ("Frozen", Number, Feature, NONE, 0),
        ("Detergents_Paper", Number, Feature, NONE, 0),
        ("Delicassen", Number, Feature, NONE, 0),
    ],
);

#[test]
fn wholesale_customers() {
    let Some(bytes) = in_repository("wholesale_customers.csv") else { return };
    let found = check(&bytes, WHOLESALE);
    assert_eq!(column(&found, "Channel").distinct, 2);
    assert_eq!(column(&found, "Region").distinct, 3);
    assert_eq!(column(&found, "Fresh").min, Some(3.0));
    assert_eq!(column(&found, "Fresh").max, Some(112_151.0));
}

#[test]
fn mall_customers_in_english_and_german() {
    let genders = ("Gender", Text, Ignore, Personal::Quasi, 0);
    for (name, delimiter, headers) in [
        (
            "mall_customers.csv",
            ',',
            ["CustomerID", "Gender", "Age", "Annual Income (k$)", "Spending Score (1-100)"],
        ),
        (
            "mall_customers_german_semicolon_bom.csv",
            ';',
            [
                "KundenID",
                "Geschlecht",
                "Alter",
                "Jährliches Einkommen (k€)",
                "Monatsausgaben (Indexwert, 1-100)",
            ],
        ),
    ] {
        let Some(bytes) = in_shared(name) else { return };
        let found = inspect(&bytes, 1 << 20).unwrap();
        assert_eq!(
            (found.delimiter, found.rows, found.shape, found.header),
            (delimiter, 200, Shape::Customers, true)
        );
        assert_eq!(found.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(), headers);
        let roles: Vec<Role> = found.columns.iter().map(|column| column.role).collect();
        assert_eq!(roles, [CustomerId, genders.2, Feature, Feature, Feature]);
        assert_eq!(found.columns[0].personal, Personal::KeyOnly);
        assert_eq!((found.columns[1].kind, found.columns[1].personal), (genders.1, genders.3));
        assert_eq!(found.notices, []);
    }
}

#[test]
fn marketing_campaign() {
    let Some(bytes) = in_shared("marketing_campaign_tab.csv") else { return };
    let found = inspect(&bytes, 1 << 20).unwrap();
    assert_eq!((found.delimiter, found.rows, found.shape), ('\t', 2_240, Shape::Customers));
    for (index, column) in found.columns.iter().enumerate() {
        let expect = match index {
            0 => (Number, CustomerId, Personal::KeyOnly, 0),
            1 => (Number, Ignore, Personal::Quasi, 0),
            2 | 3 => (Text, Categorical, NONE, 0),
            4 => (Number, Feature, NONE, 24),
            7 => (Date, Role::Date, NONE, 0),
            _ => (Number, Feature, NONE, 0),
        };
        assert_eq!((column.kind, column.role, column.personal, column.missing), expect, "{}", column.name);
    }
    let joined = column(&found, "Dt_Customer");
    assert_eq!(joined.date_order, Some(DateOrder::Dmy));
    // `sort -t- -k3 -k2 -k1` over the column.
    assert_eq!((joined.first.as_deref(), joined.last.as_deref()), (Some("2012-07-30"), Some("2014-06-29")));
    assert_eq!(column(&found, "Income").max, Some(666_666.0));
    assert_eq!(column(&found, "Z_CostContact").distinct, 1);
}

#[test]
fn cdnow() {
    if let Some(bytes) = in_shared("cdnow_master.csv") {
        let found = check(
            &bytes,
            (
                ',',
                69_659,
                Shape::Transactions,
                &[
                    ("ID", Number, CustomerId, Personal::KeyOnly, 0),
                    ("Date", Date, Role::Date, NONE, 0),
                    ("Volume", Number, Quantity, NONE, 0),
                    ("Amount", Number, Amount, NONE, 0),
                ],
            ),
        );
        assert_eq!(column(&found, "ID").distinct, 23_570);
        assert_eq!(column(&found, "Amount").scale, 2);
        assert_eq!(column(&found, "Date").date_order, Some(DateOrder::Ymd));
    }
    if let Some(bytes) = in_shared("cdnow_elog_sample.csv") {
        check(
            &bytes,
            (
                ',',
                6_919,
                Shape::Transactions,
                &[
                    ("masterid", Number, CustomerId, Personal::KeyOnly, 0),
                    ("sampleid", Number, Ignore, NONE, 0),
                    ("date", Date, Role::Date, NONE, 0),
                    ("cds", Number, Quantity, NONE, 0),
                    ("sales", Number, Amount, NONE, 0),
                ],
            ),
        );
    }
}

#[test]
fn superstore() {
    let Some(bytes) = in_shared("superstore_utf8_bom.csv") else { return };
    let found = check(
        &bytes,
        (
            ',',
            9_994,
            Shape::Transactions,
            &[
                ("Row ID", Number, Ignore, NONE, 0),
                ("Order ID", Text, OrderId, NONE, 0),
                ("Order Date", Date, Role::Date, NONE, 0),
                ("Ship Date", Date, Ignore, NONE, 0),
                ("Ship Mode", Text, Categorical, NONE, 0),
                ("Customer ID", Text, CustomerId, Personal::KeyOnly, 0),
                ("Customer Name", Text, Ignore, Personal::Drop, 0),
                ("Segment", Text, Categorical, NONE, 0),
                ("Country", Text, Location, NONE, 0),
                ("City", Text, Location, NONE, 0),
                ("State", Text, Location, NONE, 0),
                ("Postal Code", Number, Ignore, Personal::Quasi, 11),
                ("Region", Text, Location, NONE, 0),
                ("Product ID", Text, Product, NONE, 0),
                ("Category", Text, Category, NONE, 0),
                ("Sub-Category", Text, Category, NONE, 0),
                ("Product Name", Text, Product, NONE, 0),
                ("Sales", Number, Amount, NONE, 0),
                ("Quantity", Number, Quantity, NONE, 0),
                ("Discount", Number, Discount, NONE, 0),
                ("Profit", Number, Ignore, NONE, 0),
            ],
        ),
    );
    assert_eq!(column(&found, "Order Date").date_order, Some(DateOrder::Mdy));
    assert_eq!(column(&found, "Ship Date").date_order, Some(DateOrder::Mdy));
    assert_eq!(column(&found, "Customer ID").distinct, 793);
    assert_eq!(found.notices, [Notice::PersonalColumnLeftOut { column: "Customer Name".into() }]);
}

#[test]
fn retail_transactions() {
    let Some(bytes) = in_shared("retail_transactions_iso.csv.gz") else { return };
    let found = check(
        &bytes,
        (
            ',',
            125_000,
            Shape::Transactions,
            &[
                ("customer_id", Text, CustomerId, Personal::KeyOnly, 0),
                ("trans_date", Date, Role::Date, NONE, 0),
                ("tran_amount", Number, Amount, NONE, 0),
            ],
        ),
    );
    assert_eq!(column(&found, "customer_id").distinct, 6_889);
}

const ONLINE_RETAIL: [(&str, ColumnType, Role); 8] = [
    ("InvoiceNo", Text, OrderId),
    ("StockCode", Text, Product),
    ("Description", Text, Product),
    ("Quantity", Number, Quantity),
    ("InvoiceDate", Date, Role::Date),
    ("UnitPrice", Number, UnitPrice),
    ("CustomerID", Number, CustomerId),
    ("Country", Text, Location),
];

fn check_online_retail(found: &Inspection) {
    assert_eq!((found.delimiter, found.shape), (',', Shape::Transactions));
    let columns: Vec<_> =
        found.columns.iter().map(|column| (column.name.as_str(), column.kind, column.role)).collect();
    assert_eq!(columns, ONLINE_RETAIL);
    assert_eq!(column(found, "CustomerID").personal, Personal::KeyOnly);
    assert_eq!(column(found, "UnitPrice").decimal, Some(DecimalMark::Point));
    assert_eq!(column(found, "InvoiceDate").date_order, Some(DateOrder::Ymd));
    assert_eq!((found.questions.len(), found.notices.len()), (0, 0));
}

#[test]
fn online_retail() {
    if let Some(bytes) = in_repository("online_retail_sample.csv") {
        check_online_retail(&inspect(&bytes, 1 << 16).unwrap());
    }
    let Some(bytes) = in_shared("online_retail_uci.csv.gz") else { return };
    let found = inspect(&bytes, 1 << 16).unwrap();
    check_online_retail(&found);
    assert_eq!(found.rows, 541_909);
    assert_eq!(column(&found, "CustomerID").missing, 135_080);
    // UCI's own page and `cut | sort -u`: customers, invoices, countries.
    assert_eq!(column(&found, "CustomerID").distinct, 4_372);
    assert_eq!(column(&found, "InvoiceNo").distinct, 25_900);
    assert_eq!(column(&found, "Country").distinct, 38);
    let when = column(&found, "InvoiceDate");
    assert_eq!((when.first.as_deref(), when.last.as_deref()), (Some("2010-12-01"), Some("2011-12-09")));

    let reading = found.reading(&ReadingOptions::default()).unwrap();
    let (batches, notices) = batches(&bytes, &reading, 1 << 16).unwrap();
    assert_eq!(notices, []);
    let (mut rows, mut negative, mut customers) = (0, 0, 0);
    for batch in &batches {
        let (Cells::Exact { units, scale: 0 }, Cells::Texts(ids)) = (&batch.columns[3], &batch.columns[6])
        else {
            panic!("quantity and customer are read otherwise");
        };
        assert!(matches!(batch.columns[2], Cells::Unread));
        rows += batch.len();
        negative += units.iter().filter(|units| **units < 0 && **units != MISSING).count();
        customers += ids.iter().filter(|id| !id.is_empty()).count();
    }
    assert_eq!((rows, negative, customers), (541_909, 10_624, 541_909 - 135_080));
}

/// Cells as the two passes see them, put end to end, so that where batches end does not matter.
fn flat(batches: &[Batch]) -> Vec<String> {
    let row = |batch: &Batch, index: usize| {
        let cells = batch.columns.iter().map(|cells| match cells {
            Cells::Unread => String::new(),
            Cells::Numbers(numbers) => format!("{:?}", numbers[index]),
            Cells::Exact { units, scale } => format!("{}e-{scale}", units[index]),
            Cells::Moments(moments) => moments[index].to_string(),
            Cells::Texts(texts) => texts.get(index).to_owned(),
        });
        format!("{}: {}", batch.rows[index], cells.collect::<Vec<_>>().join("|"))
    };
    batches.iter().flat_map(|batch| (0..batch.len()).map(move |index| row(batch, index))).collect()
}

#[test]
fn long_files_are_cut_anywhere() {
    let lines = |count: usize, last: &str| -> String {
        let rows = (0..count)
            .map(|number| format!("K{:04};{:02}.01.2020;{number},5{last}\n", number % 700, number % 28 + 1));
        std::iter::once("Kunde;Datum;Betrag;Ort\n".to_owned()).chain(rows).collect()
    };
    let ascii = lines(30_000, ";Bonn");
    let late = format!("{ascii}K0001;02.01.2020;1,5;Köln\n");
    let umlauts = lines(30_000, ";Köln");
    let latin = |text: &str| text.chars().map(|letter| letter as u8).collect::<Vec<u8>>();
    let utf16 =
        |text: &str| [vec![0xFE, 0xFF], text.encode_utf16().flat_map(u16::to_be_bytes).collect()].concat();
    for (bytes, encoding, rows) in [
        (ascii.clone().into_bytes(), "UTF-8", 30_000),
        (late.clone().into_bytes(), "UTF-8", 30_001),
        (latin(&late), "windows-1252", 30_001),
        (umlauts.clone().into_bytes(), "UTF-8", 30_000),
        (latin(&umlauts), "windows-1252", 30_000),
        (utf16(&umlauts), "UTF-16BE", 30_000),
    ] {
        let whole = inspect(&bytes, bytes.len()).unwrap();
        assert_eq!((whole.encoding.as_str(), whole.rows, whole.notices.len()), (encoding, rows, 0));
        assert_eq!(
            (whole.delimiter, whole.shape, whole.columns[3].role),
            (';', Shape::Transactions, Location)
        );
        assert_eq!(whole.columns[2].decimal, Some(DecimalMark::Comma));
        assert_eq!(whole.columns[3].distinct, if rows == 30_000 { 1 } else { 2 });
        let reading = whole.reading(&ReadingOptions::default()).unwrap();
        let read = flat(&batches(&bytes, &reading, bytes.len()).unwrap().0);
        for chunk in [4_093, (1 << 18) - 1, 1 << 18, (1 << 18) + 1] {
            assert_eq!(inspect(&bytes, chunk).unwrap(), whole, "{encoding} {chunk}");
            assert_eq!(flat(&batches(&bytes, &reading, chunk).unwrap().0), read, "{encoding} {chunk}");
        }
    }
}

#[test]
fn the_user_decides() {
    let text = "client,account,day,sum,note\n".to_owned()
        + &"A,B,03/04/2020,1.5,x\nA,C,05/06/2020,2,y\nD,C,05/06/2020,2,y\n".repeat(9);
    let found = inspect(text.as_bytes(), 99).unwrap();
    assert_eq!(found.shape, Shape::Transactions);
    let [question] = found.questions.as_slice() else { panic!("one question is open") };
    assert_eq!((question.column.as_str(), question.answers.len()), ("day", 2));

    let choose = |choices: &[(&str, ColumnChoice)]| {
        let columns = choices.iter().map(|(name, choice)| ((*name).to_owned(), choice.clone())).collect();
        found.reading(&ReadingOptions { columns })
    };
    let role = |role: Role| ColumnChoice { role: Some(role), ..ColumnChoice::default() };
    let moved = choose(&[("account", role(CustomerId))]).unwrap();
    assert_eq!((moved.columns[0].role, moved.columns[1].role), (Categorical, CustomerId));
    assert_eq!(choose(&[("nobody", role(Ignore))]), Err(Error::UnknownColumn { name: "nobody".into() }));
    assert_eq!(choose(&[("note", role(Role::Date))]), Err(Error::ColumnNotDate { column: "note".into() }));
    assert_eq!(choose(&[("note", role(Feature))]), Err(Error::ColumnNotNumeric { column: "note".into() }));
    assert_eq!(choose(&[("day", role(Ignore))]), Err(Error::NoDateColumn));
    assert_eq!(choose(&[("sum", role(Ignore))]), Err(Error::NoAmountColumn));
    assert_eq!(
        choose(&[("client", role(CustomerId)), ("account", role(CustomerId))]),
        Err(Error::RoleGivenTwice { first: "client".into(), second: "account".into() })
    );

    let first_day = |reading: &Reading| {
        let (batches, _) = batches(text.as_bytes(), reading, 99).unwrap();
        let Cells::Moments(moments) = &batches[0].columns[2] else { panic!("no dates") };
        ringfence::table::iso_day(moments[0].div_euclid(86_400))
    };
    for answer in &question.answers {
        let reading = choose(&[("day", answer.choice.clone())]).unwrap();
        let expect =
            if answer.choice.date_order == Some(DateOrder::Mdy) { "2020-03-04" } else { "2020-04-03" };
        assert_eq!(first_day(&reading), expect);
        assert_eq!(answer.proposed, first_day(&choose(&[]).unwrap()) == expect);
    }
}

fn any_file() -> impl Strategy<Value = Vec<u8>> {
    let cell = "[0-9]{1,4}([.,][0-9]{1,3})?|[a-zä ]{0,6}|\"[a-z,;\n\"]{0,4}\"|[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}|NULL|";
    let line = proptest::collection::vec(cell, 1..5).prop_map(|cells| cells.join(","));
    let text = (proptest::collection::vec(line, 0..12), prop_oneof![Just("\n"), Just("\r\n"), Just("\r")])
        .prop_map(|(lines, end)| lines.join(end).into_bytes());
    let utf16 = text.clone().prop_map(|text| {
        let text = String::from_utf8(text).unwrap_or_default();
        [vec![0xFF, 0xFE], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
    });
    prop_oneof![text, utf16, proptest::collection::vec(any::<u8>(), 0..200)]
}

proptest! {
    #[test]
    fn any_bytes_are_a_table_or_an_error_however_they_are_cut(bytes in any_file(), chunk in 1usize..40) {
        let whole = inspect(&bytes, usize::MAX >> 1);
        prop_assert_eq!(&whole, &inspect(&bytes, chunk));
        let Ok(inspection) = whole else { return Ok(()) };
        let json = serde_json::to_string(&inspection).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Inspection>(&json).unwrap(), &inspection);
        if let Ok(reading) = inspection.reading(&ReadingOptions::default()) {
            let (one, notices) = batches(&bytes, &reading, usize::MAX >> 1).unwrap();
            let (other, other_notices) = batches(&bytes, &reading, chunk).unwrap();
            prop_assert_eq!(one.iter().map(Batch::len).sum::<usize>() as u64, inspection.rows);
            prop_assert_eq!(flat(&one), flat(&other));
            prop_assert_eq!(notices, other_notices);
        }
    }

    #[test]
    fn rows_in_another_order_are_the_same_file(rows in proptest::collection::vec(("[0-9]{1,3}", "[0-9]{1,2}/[0-9]{1,2}/2020", "[0-9]{1,2}[.,][0-9]{1,3}|x"), 1..30)) {
        let file = |rows: &mut dyn Iterator<Item = &(String, String, String)>| {
            let lines: String = rows.map(|(id, day, sum)| format!("{id};{day};{sum}\n")).collect();
            format!("customer id;date;amount\n{lines}").into_bytes()
        };
        let forget_rows = |bytes: Vec<u8>| {
            let mut found = inspect(&bytes, 64).unwrap();
            found.notices.iter_mut().for_each(|notice| if let Notice::CellsNotRead { rows, .. } = notice { rows.clear() });
            found
        };
        prop_assert_eq!(forget_rows(file(&mut rows.iter())), forget_rows(file(&mut rows.iter().rev())));
    }

    #[test]
    fn nothing_said_holds_a_cell(secret in "zq[a-z]{6}", kinds in proptest::collection::vec(0usize..5, 20), close in any::<bool>()) {
        let mut text = String::from("customer id,order date,amount,e-mail,remark\n");
        for (number, kind) in kinds.iter().enumerate() {
            text += &match kind {
                0 => format!("{secret}{number},2020-01-02,5.50,{secret}@example.com,{secret}\n"),
                1 => format!("{secret},{secret},{secret},{secret},{secret}\n"),
                2 => format!("{number},2020-01-0{},{secret},,\n", number % 9 + 1),
                3 => format!("{number},01/02/2020,7,{secret},\"{secret}\n{secret}\",{secret},{secret}\n"),
                _ => format!("{number},2020-02-02,8\n"),
            };
        }
        if !close {
            text += &format!("1,2,\"{secret}");
        }
        let said = match inspect(text.as_bytes(), 100) {
            Err(error) => format!("{error:?} {error} {}", serde_json::to_string(&error).unwrap()),
            Ok(found) => {
                let reading = found.reading(&ReadingOptions::default());
                let read = reading.as_ref().map(|reading| batches(text.as_bytes(), reading, 100).map(|(_, notices)| notices));
                format!("{} {reading:?} {read:?}", serde_json::to_string(&found).unwrap())
            }
        };
        prop_assert!(!said.contains(&secret), "{}", said);
    }
}
