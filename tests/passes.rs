//! Pass 2 as the page and the command line go it: the same customers however the bytes come, and all that both passes have to tell.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use ringfence::customers::{CustomerOptions, Features, Pass, SourceOptions};
use ringfence::documents::Recipe;
use ringfence::table::{Inspection, Inspector, ReadingOptions};
use ringfence::{Error, Notice};

/// 40 orders of 2.50 by four customers, 7 to 10, on days that may be read in either order; one amount, of customer 8, is no number.
fn january() -> String {
    let rows = (0..40_u32).map(|n| {
        let (day, month) = (1 + (n * n + 3) % 12, 1 + (n * 5 + n * n * n) % 12);
        let amount = if n == 17 { "oops" } else { "2.50" };
        format!("{n},{},{day:02}/{month:02}/2024,{amount}\n", 7 + n % 4)
    });
    "Order,Customer,Date,Amount\n".to_owned() + &rows.collect::<String>()
}

/// 40 orders of 1.25 by four customers, 8 to 11, on days after the twelfth.
fn may() -> String {
    let rows = (0..40_u32).map(|n| format!("{},{},{}/05/2024,1.25\n", 100 + n, 8 + n % 4, 13 + n % 15));
    "Order,Customer,Date,Amount\n".to_owned() + &rows.collect::<String>()
}

fn inspected(csv: &str) -> Inspection {
    let mut inspector = Inspector::new();
    inspector.push(csv.as_bytes()).unwrap();
    inspector.finish().unwrap()
}

fn customers(files: &[String], chunk: usize) -> Features {
    let found: Vec<Inspection> = files.iter().map(|csv| inspected(csv)).collect();
    let mut pass = Recipe::default().pass(&found, None).unwrap();
    for file in pass.order() {
        pass.begin(file).unwrap();
        files[file].as_bytes().chunks(chunk).for_each(|bytes| pass.push(bytes).unwrap());
        pass.end().unwrap();
    }
    pass.finish().unwrap().0
}

/// What each customer spent.
fn spent(features: &Features) -> BTreeMap<String, f64> {
    let at = features.position("monetary").unwrap();
    (0..features.len()).map(|row| (features.key(row), features.values.row(row)[at])).collect()
}

fn by_id<const COUNT: usize>(amounts: [(&str, f64); COUNT]) -> BTreeMap<String, f64> {
    amounts.into_iter().map(|(id, amount)| (id.to_owned(), amount)).collect()
}

#[test]
fn however_the_bytes_come_the_customers_are_the_same() {
    for files in [&[january()][..], &[january(), may()]] {
        let whole = format!("{:?}", customers(files, usize::MAX));
        for chunk in [1, 7, 64] {
            assert_eq!(format!("{:?}", customers(files, chunk)), whole, "{chunk}");
        }
    }
    // Ten orders each of 2.50, one of them lost; then ten more of 1.25.
    let one = by_id([("7", 25.0), ("8", 22.5), ("9", 25.0), ("10", 25.0)]);
    assert_eq!(spent(&customers(&[january()], 16)), one);
    let both = by_id([("7", 25.0), ("8", 35.0), ("9", 37.5), ("10", 37.5), ("11", 12.5)]);
    assert_eq!(spent(&customers(&[january(), may()], 16)), both);
}

#[test]
fn what_is_assumed_of_a_file_and_what_was_not_read_is_told() {
    let told = customers(&[january()], 16).notices;
    let assumed =
        |notice: &Notice| matches!(notice, Notice::DateOrderAssumed { column, .. } if column == "Date");
    assert!(told.iter().any(assumed), "{told:?}");
    assert!(told.iter().any(|notice| matches!(notice, Notice::CellsNotRead { .. })), "{told:?}");
}

#[test]
fn steps_that_are_left_out_are_refused() {
    let begin = || {
        let decided = (ReadingOptions::default(), CustomerOptions::default());
        Pass::over_one(&inspected(&january()), &decided.0, &decided.1, None).unwrap()
    };
    assert_eq!(begin().push(b"1,2\n"), Err(Error::UnitMismatch));
    assert_eq!(begin().end(), Err(Error::UnitMismatch));
    assert_eq!(begin().begin(1), Err(Error::UnitMismatch));
    let mut twice = begin();
    twice.begin(0).unwrap();
    assert_eq!(twice.begin(0), Err(Error::UnitMismatch));
    let several = [inspected(&january()), inspected(&may())];
    let mut pass =
        Pass::over_several(&several, &[] as &[SourceOptions], &CustomerOptions::default(), None).unwrap();
    assert_eq!(pass.begin(2), Err(Error::UnitMismatch));
}
