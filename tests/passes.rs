//! Pass 2 as the page and the command line go it: the same customers however the bytes come, and all that both passes have to tell.

#![allow(clippy::unwrap_used)]

use ringfence::customers::{CustomerOptions, Features, Pass, SourceOptions};
use ringfence::documents::Recipe;
use ringfence::table::{Inspection, Inspector, ReadingOptions};
use ringfence::{Error, Notice};

/// Days that are days in either order, and one cell that is no number.
const JANUARY: &str = "Order,Customer,Date,Amount\n1,7,01/02/2024,10.00\n2,8,03/04/2024,20.00\n3,7,05/06/2024,2.50\n\
                       4,9,07/08/2024,oops\n5,9,02/03/2024,4.00\n";
const MAY: &str = "Order,Customer,Date,Amount\n11,7,2024-05-20,1.25\n12,10,2024-05-21,30.00\n13,8,2024-05-22,7.00\n\
                   14,10,2024-05-28,8.00\n";

fn inspected(csv: &str) -> Inspection {
    let mut inspector = Inspector::new();
    inspector.push(csv.as_bytes()).unwrap();
    inspector.finish().unwrap()
}

fn customers(files: &[&str], chunk: usize) -> Features {
    let found: Vec<Inspection> = files.iter().map(|csv| inspected(csv)).collect();
    let mut pass = Recipe::default().pass(&found, None).unwrap();
    for file in pass.order() {
        pass.begin(file).unwrap();
        files[file].as_bytes().chunks(chunk).for_each(|bytes| pass.push(bytes).unwrap());
        pass.end().unwrap();
    }
    pass.finish().unwrap().0
}

/// What each customer spent, in order of their ids.
fn spent(features: &Features) -> Vec<(String, f64)> {
    let at = features.position("monetary").unwrap();
    (0..features.len()).map(|row| (features.key(row), features.values.row(row)[at])).collect()
}

#[test]
fn however_the_bytes_come_the_customers_are_the_same() {
    for files in [&[JANUARY][..], &[JANUARY, MAY]] {
        let whole = customers(files, usize::MAX);
        for chunk in [1, 7, 64] {
            assert_eq!(format!("{:?}", customers(files, chunk)), format!("{whole:?}"), "{chunk}");
        }
    }
    let of = |id: &str, amount| (id.to_owned(), amount);
    assert_eq!(spent(&customers(&[JANUARY], 16)), [of("7", 12.5), of("8", 20.0), of("9", 4.0)]);
    let both = spent(&customers(&[JANUARY, MAY], 16));
    assert_eq!(both, [of("7", 13.75), of("8", 27.0), of("9", 4.0), of("10", 38.0)]);
}

#[test]
fn what_is_assumed_of_a_file_and_what_was_not_read_is_told() {
    let told = customers(&[JANUARY], 16).notices;
    assert!(
        told.iter()
            .any(|notice| matches!(notice, Notice::DateOrderAssumed { column, .. } if column == "Date")),
        "{told:?}"
    );
    assert!(told.iter().any(|notice| matches!(notice, Notice::CellsNotRead { .. })), "{told:?}");
}

#[test]
fn steps_that_are_left_out_are_refused() {
    let begin = || {
        let decided = (ReadingOptions::default(), CustomerOptions::default());
        Pass::over_one(&inspected(JANUARY), &decided.0, &decided.1, None).unwrap()
    };
    assert_eq!(begin().push(b"1,2\n"), Err(Error::UnitMismatch));
    assert_eq!(begin().end(), Err(Error::UnitMismatch));
    assert_eq!(begin().begin(1), Err(Error::UnitMismatch));
    let mut twice = begin();
    twice.begin(0).unwrap();
    assert_eq!(twice.begin(0), Err(Error::UnitMismatch));
    let several = [inspected(JANUARY), inspected(MAY)];
    let mut pass =
        Pass::over_several(&several, &[] as &[SourceOptions], &CustomerOptions::default(), None).unwrap();
    assert_eq!(pass.begin(2), Err(Error::UnitMismatch));
}
