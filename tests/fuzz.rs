//! The bodies of the fuzz targets over their corpus, on the stable compiler: what the fuzzer found once stays found.

#[path = "../fuzz/bodies.rs"]
mod bodies;

use std::fs;
use std::path::Path;

use proptest::prelude::*;

#[allow(clippy::unwrap_used)]
fn over_corpus(target: &str, body: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    for file in files {
        body(&fs::read(file).unwrap());
    }
}

#[test]
fn decode() {
    over_corpus("decode", bodies::decode);
}

#[test]
fn sniff() {
    over_corpus("sniff", bodies::sniff);
}

#[test]
fn read() {
    over_corpus("read", bodies::read);
}

#[test]
fn customers() {
    over_corpus("customers", bodies::customers);
    // What the reader met serves here too, under every role for one of its columns.
    for choice in 0..=255 {
        over_corpus("read", |bytes| bodies::customers(&[&[choice], bytes].concat()));
    }
}

#[test]
fn workbook() {
    over_corpus("workbook", bodies::workbook);
}

#[test]
fn numbers() {
    over_corpus("numbers", bodies::numbers);
}

#[test]
fn dates() {
    over_corpus("dates", bodies::dates);
}

proptest! {
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let bodies = [
            bodies::decode,
            bodies::sniff,
            bodies::read,
            bodies::customers,
            bodies::numbers,
            bodies::dates,
            bodies::workbook,
        ];
        for body in bodies {
            body(&bytes);
        }
    }

    #[test]
    fn lines_of_a_shop(
        choice in any::<u8>(),
        lines in proptest::collection::vec(
            ("(|C?[1-4]|x)", "(|[1-9]|1[0-9]|0|7\\.0)", "(|2024-0[1-3]-[01][1-9]|0[1-9]/0[1-9]/2024)", "(|-?[0-9]{1,3}(\\.[0-9]{2})?|free)", "(|Tea|Mug|Postage)"),
            10..80,
        ),
    ) {
        let line = |(order, customer, date, amount, product): &(String, String, String, String, String)| {
            format!("{order},{customer},{date},{amount},{product}\n")
        };
        let rows: String = lines.iter().map(line).collect();
        bodies::customers(&[&[choice][..], b"order_id,customer_id,date,amount,product\n", rows.as_bytes()].concat());
    }

    #[test]
    fn anything_like_a_number_or_a_date(text in "([0-9]{0,3}[-+., '/:%()eE$€T年月日]{0,2}[0-9a-z ]{0,5}\n?){0,12}") {
        bodies::numbers(text.as_bytes());
        bodies::dates(text.as_bytes());
    }
}
