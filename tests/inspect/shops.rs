//! Exports of shop systems, tills and spreadsheets, in small: what each is read as, written down by hand.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use ringfence::table::{
    Cells, ColumnChoice, ColumnType, Inspection, Layout, Personal, ReadingOptions, Role, Shape,
};
use ringfence::{Error, Notice};

use super::{batches, column, inspect};
use Role::{
    Amount, Categorical, CustomerId, Discount, Feature, Ignore, Location, OrderId, Product, Quantity,
    UnitPrice,
};

fn roles(found: &Inspection) -> Vec<(&str, Role)> {
    found.columns.iter().map(|column| (column.name.as_str(), column.role)).collect()
}

/// The columns of Shopify's order export that matter, with an order of two lines: only its first line holds the totals.
fn shopify() -> String {
    let mut text = String::from(
        "Name,Email,Financial Status,Paid at,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,\
         Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Street,Billing Zip,Phone,Id\n",
    );
    for number in 0..30 {
        let (day, customer) = (number % 28 + 1, number % 11);
        text += &format!(
            "#{},c{customer}@example.com,paid,2020-03-{day:02} 09:00:00 +0100,25.00,4.90,4.77,29.90,,0.00,\
             2020-03-{day:02} 08:26:00 +0100,2,Tea towel,10.00,TT-1,Eva Müller,Hauptstraße {number},0431{customer},\
             +49 341 12345{number:02},{}\n",
            1001 + number,
            2_205_000_000_000u64 + number
        );
        text += &format!("#{},c{customer}@example.com,,,,,,,,,,1,Mug,5.00,MU-2,,,,,\n", 1001 + number);
    }
    text
}

#[test]
fn shopify_orders() {
    let text = shopify();
    let found = inspect(text.as_bytes(), 999).unwrap();
    assert_eq!((found.rows, found.shape), (60, Shape::Transactions));
    assert_eq!(
        roles(&found),
        [
            ("Name", OrderId),
            ("Email", CustomerId),
            ("Financial Status", Categorical),
            ("Paid at", Ignore),
            ("Subtotal", Amount),
            ("Shipping", Ignore),
            ("Taxes", Ignore),
            ("Total", Ignore),
            ("Discount Code", Ignore),
            ("Discount Amount", Discount),
            ("Created at", Role::Date),
            ("Lineitem quantity", Quantity),
            ("Lineitem name", Product),
            ("Lineitem price", UnitPrice),
            ("Lineitem sku", Product),
            ("Billing Name", Ignore),
            ("Billing Street", Ignore),
            ("Billing Zip", Ignore),
            ("Phone", Ignore),
            ("Id", Ignore),
        ]
    );
    let personal = |name: &str| column(&found, name).personal;
    assert_eq!(personal("Email"), Personal::KeyOnly);
    assert_eq!(personal("Billing Name"), Personal::Drop);
    assert_eq!(personal("Billing Street"), Personal::Drop);
    assert_eq!(personal("Billing Zip"), Personal::Quasi);
    assert_eq!(personal("Phone"), Personal::Drop);
    assert_eq!(personal("Lineitem name"), Personal::None);
}

#[test]
fn packed_files_are_read_as_they_are() {
    let text = shopify();
    let plain = inspect(text.as_bytes(), 999).unwrap();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    let packed = encoder.finish().unwrap();
    let found = inspect(&packed, 100).unwrap();
    assert_eq!(found.bytes, packed.len() as u64);
    assert_eq!(found, Inspection { bytes: found.bytes, ..plain });
    let reading = found.reading(&ReadingOptions::default()).unwrap();
    let (read, _) = batches(&packed, &reading, 100).unwrap();
    let (expect, _) = batches(text.as_bytes(), &reading, 100).unwrap();
    assert_eq!(format!("{read:?}"), format!("{expect:?}"));
    let cut = &packed[..packed.len() / 2];
    assert_eq!(inspect(cut, 100), Err(Error::CompressedFileDamaged));
}

#[test]
fn a_till_without_customers_is_told() {
    let lines: String =
        (0..40).map(|n| format!("{};{:02}.03.2020;{},50\n", 5000 + n / 2, n % 28 + 1, n + 3)).collect();
    let found = inspect(format!("Bonnummer;Datum;Summe\n{lines}").as_bytes(), 999).unwrap();
    assert_eq!(found.shape, Shape::Unknown);
    assert_eq!(found.notices, [Notice::OrdersWithoutCustomer]);
    assert_eq!(found.reading(&ReadingOptions::default()), Err(Error::NoCustomerColumn));
}

#[test]
fn visits_without_purchases_are_told() {
    let lines: String = (0..40).map(|n| format!("K{},{}\n", n % 10, n % 7)).collect();
    let found = inspect(format!("customer,pages\n{lines}").as_bytes(), 999).unwrap();
    assert_eq!(found.shape, Shape::Unknown);
    assert_eq!(found.notices, [Notice::CustomersWithoutPurchases]);
    // What can still be done: each row a customer of its own.
    let choice = ColumnChoice { role: Some(Feature), ..ColumnChoice::default() };
    let columns = BTreeMap::from([("pages".to_owned(), choice)]);
    assert_eq!(
        found.reading(&ReadingOptions { columns, ..ReadingOptions::default() }).unwrap().shape,
        Shape::Customers
    );
}

#[test]
fn columns_without_names_speak_by_their_values() {
    let lines: String =
        (0..40).map(|n| format!("{},{}-03-2020,{}.50\n", 12346 + n % 25, n % 28 + 1, n + 3)).collect();
    let found = inspect(lines.as_bytes(), 999).unwrap();
    assert_eq!(roles(&found), [("column1", CustomerId), ("column2", Role::Date), ("column3", Amount)]);
    let why: Vec<&str> = found.columns.iter().map(|column| column.why.key.as_str()).collect();
    assert_eq!(why, ["role-customer-by-values", "role-date-by-values", "role-amount-by-values"]);
}

#[test]
fn what_the_user_calls_personal_is_shown_no_more() {
    let lines: String = (0..40).map(|n| format!("{},{},{}\n", 100 + n, 9_000 + 7 * n, n % 9)).collect();
    let found = inspect(format!("id,member,score\n{lines}").as_bytes(), 999).unwrap();
    let shown = |found: &Inspection, name: &str| column(found, name).max;
    assert_eq!(shown(&found, "score"), Some(8.0));
    let choice = ColumnChoice { role: Some(CustomerId), ..ColumnChoice::default() };
    let corrected = found
        .corrected(&ReadingOptions {
            columns: BTreeMap::from([("score".to_owned(), choice)]),
            ..ReadingOptions::default()
        })
        .unwrap();
    let score = column(&corrected, "score");
    assert_eq!((score.role, score.personal), (CustomerId, Personal::KeyOnly));
    assert_eq!((score.min, score.max, score.mean), (None, None, None));
    // And what was kept back is shown where it is nobody's number any more.
    assert_eq!((column(&found, "member").max, column(&corrected, "member").max), (None, Some(9_273.0)));
    let whole = serde_json::to_string(&found).unwrap();
    assert!(!whole.contains("9273"), "what is kept back is not written either: {whole}");
    assert_eq!(found.corrected(&ReadingOptions::default()).unwrap(), found);
}

#[test]
fn lists_lined_up_with_blanks() {
    let lines: String = (0..30)
        .map(|n| {
            format!(
                "{:<8}{:<12}{:>8}.50  {}\n",
                100 + n,
                format!("2020-03-{:02}", n % 28 + 1),
                n * 37,
                "New York"
            )
        })
        .collect();
    let found =
        inspect(format!("{:<8}{:<12}{:>11}  {}\n{lines}", "id", "date", "amount", "city").as_bytes(), 999)
            .unwrap();
    assert_eq!((found.layout.clone(), found.rows), (Layout::Blanks(2), 30));
    assert_eq!(
        roles(&found),
        [("id", CustomerId), ("date", Role::Date), ("amount", Feature), ("city", Location)]
    );
    let reading = found.reading(&ReadingOptions::default()).unwrap();
    let text = format!("{:<8}{:<12}{:>11}  {}\n{lines}", "id", "date", "amount", "city");
    let (read, _) = batches(text.as_bytes(), &reading, 77).unwrap();
    let Cells::Numbers(amounts) = &read[0].columns[2] else { panic!("amounts are numbers") };
    assert_eq!(amounts[..3], [0.5, 37.5, 74.5]);
}

#[test]
fn ids_keep_their_zeros() {
    let lines: String = (0..30).map(|n| format!("{:05},2020-03-{:02},5.00\n", n % 12, n % 28 + 1)).collect();
    let found = inspect(format!("Kundennr,Datum,Betrag\n{lines}").as_bytes(), 999).unwrap();
    assert_eq!(
        (column(&found, "Kundennr").kind, column(&found, "Kundennr").role),
        (ColumnType::Text, CustomerId)
    );
    let reading = found.reading(&ReadingOptions::default()).unwrap();
    let (read, _) = batches(format!("Kundennr,Datum,Betrag\n{lines}").as_bytes(), &reading, 99).unwrap();
    let Cells::Texts(ids) = &read[0].columns[0] else { panic!("ids are texts") };
    assert_eq!(ids.get(11), "00011");
}
