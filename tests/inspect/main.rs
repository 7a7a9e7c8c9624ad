//! What pass 1 says of real files, against expectations written by hand from looking at them; beside it the laws both passes keep
//! for any bytes.

#![allow(clippy::unwrap_used)]

mod exports;
mod forty;
mod habits;
mod laws;
mod mended;
mod money;
mod privacy;
mod rivals;
mod shops;
mod spreads;
mod ways;
mod workbooks;
mod written;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ringfence::table::{
    Batch, Cells, ColumnReport, ColumnType, DateOrder, DecimalMark, Inspection, Inspector, MISSING, Personal,
    Reader, Reading, ReadingOptions, Role, Shape,
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
    const ENGLISH: Expected = (
        ',',
        200,
        Shape::Customers,
        &[
            ("CustomerID", Number, CustomerId, Personal::KeyOnly, 0),
            ("Gender", Text, Ignore, Personal::Quasi, 0),
            ("Age", Number, Feature, NONE, 0),
            ("Annual Income (k$)", Number, Feature, NONE, 0),
            ("Spending Score (1-100)", Number, Feature, NONE, 0),
        ],
    );
    const GERMAN: Expected = (
        ';',
        200,
        Shape::Customers,
        &[
            ("KundenID", Number, CustomerId, Personal::KeyOnly, 0),
            ("Geschlecht", Text, Ignore, Personal::Quasi, 0),
            ("Alter", Number, Feature, NONE, 0),
            ("Jährliches Einkommen (k€)", Number, Feature, NONE, 0),
            ("Monatsausgaben (Indexwert, 1-100)", Number, Feature, NONE, 0),
        ],
    );
    for (name, expected) in
        [("mall_customers.csv", ENGLISH), ("mall_customers_german_semicolon_bom.csv", GERMAN)]
    {
        let Some(bytes) = in_shared(name) else { return };
        let found = check(&bytes, expected);
        assert_eq!(found.notices, []);
        assert_eq!((found.columns[0].distinct, found.columns[1].distinct), (200, 2));
        // `cut | sort -n | sed -n '1p;$p'` of the ages and incomes.
        assert_eq!((found.columns[2].min, found.columns[2].max), (Some(18.0), Some(70.0)));
        assert_eq!((found.columns[3].min, found.columns[3].max), (Some(15.0), Some(137.0)));
    }
}

const MARKETING: Expected = (
    '\t',
    2_240,
    Shape::Customers,
    &[
        ("ID", Number, CustomerId, Personal::KeyOnly, 0),
        ("Year_Birth", Number, Ignore, Personal::Quasi, 0),
        ("Education", Text, Categorical, NONE, 0),
        ("Marital_Status", Text, Categorical, NONE, 0),
        ("Income", Number, Feature, NONE, 24),
        ("Kidhome", Number, Feature, NONE, 0),
        ("Teenhome", Number, Feature, NONE, 0),
        ("Dt_Customer", Date, Role::Date, NONE, 0),
        ("Recency", Number, Feature, NONE, 0),
        ("MntWines", Number, Feature, NONE, 0),
        ("MntFruits", Number, Feature, NONE, 0),
        ("MntMeatProducts", Number, Feature, NONE, 0),
        ("MntFishProducts", Number, Feature, NONE, 0),
        ("MntSweetProducts", Number, Feature, NONE, 0),
        ("MntGoldProds", Number, Feature, NONE, 0),
        ("NumDealsPurchases", Number, Feature, NONE, 0),
        ("NumWebPurchases", Number, Feature, NONE, 0),
        ("NumCatalogPurchases", Number, Feature, NONE, 0),
        ("NumStorePurchases", Number, Feature, NONE, 0),
        ("NumWebVisitsMonth", Number, Feature, NONE, 0),
        ("AcceptedCmp3", Number, Feature, NONE, 0),
        ("AcceptedCmp4", Number, Feature, NONE, 0),
        ("AcceptedCmp5", Number, Feature, NONE, 0),
        ("AcceptedCmp1", Number, Feature, NONE, 0),
        ("AcceptedCmp2", Number, Feature, NONE, 0),
        ("Complain", Number, Feature, NONE, 0),
        ("Z_CostContact", Number, Feature, NONE, 0),
        ("Z_Revenue", Number, Feature, NONE, 0),
        ("Response", Number, Feature, NONE, 0),
    ],
);

#[test]
fn marketing_campaign() {
    let Some(bytes) = in_shared("marketing_campaign_tab.csv") else { return };
    let found = check(&bytes, MARKETING);
    assert_eq!(found.notices, []);
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
    if let Some(bytes) = in_shared("cdnow_master.csv") {
        let header = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        let found = inspect(&bytes[header..], 1 << 20).unwrap();
        assert_eq!((found.header, found.rows, found.shape), (false, 69_659, Shape::Transactions));
        let roles: Vec<Role> = found.columns.iter().map(|column| column.role).collect();
        assert_eq!(roles, [CustomerId, Role::Date, Ignore, Amount]);
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
        assert!(matches!(batch.columns[7], Cells::Unread));
        rows += batch.len();
        negative += units.iter().filter(|units| **units < 0 && **units != MISSING).count();
        customers += ids.iter().filter(|id| !id.is_empty()).count();
    }
    assert_eq!((rows, negative, customers), (541_909, 10_624, 541_909 - 135_080));
}
