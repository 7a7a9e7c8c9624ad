//! How columns are spread: held against pandas and numpy on real files, and shown of nobody.

use std::collections::BTreeMap;

use ringfence::table::{
    ColumnChoice, DateOrder, DecimalMark, Inspection, ReadingOptions, Role, Shape, Spread,
};

use super::{column, in_repository, inspect};

fn quartiles(found: &Inspection, name: &str) -> [f64; 3] {
    match &column(found, name).spread {
        Some(Spread::Numbers { lower_quartile, median, upper_quartile, .. }) => {
            [*lower_quartile, *median, *upper_quartile]
        }
        other => panic!("{name}: {other:?}"),
    }
}

fn corrected(found: &Inspection, name: &str, choice: ColumnChoice) -> Inspection {
    let columns = BTreeMap::from([(name.to_owned(), choice)]);
    found.corrected(&ReadingOptions { columns, ..ReadingOptions::default() }).unwrap()
}

/// `pandas.Series.quantile`, as `tests/oracle/make_expectations.py` wrote it down, and `numpy.histogram(…, bins=24)`.
#[test]
fn numbers_are_spread_as_pandas_and_numpy_have_it() {
    let found = inspect(&in_repository("wholesale_customers.csv").unwrap(), 1 << 12).unwrap();
    assert_eq!((found.rows, found.sampled), (440, None));
    let oracle: serde_json::Value =
        serde_json::from_str(include_str!("../oracle/wholesale_customers_spend.json")).unwrap();
    let summary = oracle["column_summary"].as_object().unwrap();
    assert_eq!(summary.len(), 6);
    for (name, of) in summary {
        let expect = ["0.25", "0.5", "0.75"].map(|share| of["quantiles"][share].as_f64().unwrap());
        assert_eq!(quartiles(&found, name), expect, "{name}");
    }
    let Some(Spread::Numbers { min, max, histogram, .. }) = &column(&found, "Fresh").spread else { panic!() };
    assert_eq!((*min, *max), (3.0, 112_151.0));
    let expect = [142, 93, 69, 46, 31, 19, 13, 7, 5, 6, 2, 1, 3, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1];
    assert_eq!(histogram, &expect);
}

/// With pandas: `value_counts()` of the countries; of the days `quantile(…, interpolation="lower")`, and `numpy.bincount` of the
/// days since the first by spans of 16, of which 374 days have 24.
#[test]
fn days_and_kinds_are_spread_as_pandas_has_it() {
    let found = inspect(&in_repository("online_retail_sample.csv").unwrap(), 1 << 16).unwrap();
    assert_eq!((found.rows, found.sampled, found.shape), (5_002, None, Shape::Transactions));
    let Some(Spread::Kinds { most_frequent, histogram }) = &column(&found, "Country").spread else {
        panic!()
    };
    assert_eq!(histogram, &[4436, 240, 61, 48, 38, 35, 34, 25, 24, 23, 17, 15, 5, 1]);
    assert_eq!(*most_frequent, 4436.0 / 5002.0);
    let days = [("2010-12-01", "2011-03-28", "2011-07-25", "2011-10-17", "2011-12-09")];
    let Some(Spread::Days { first, lower_quartile, median, upper_quartile, last, histogram }) =
        &column(&found, "InvoiceDate").spread
    else {
        panic!()
    };
    assert_eq!(
        [(first.as_str(), lower_quartile.as_str(), median.as_str(), upper_quartile.as_str(), last.as_str())],
        days
    );
    let expect = [
        355, 36, 139, 109, 154, 157, 230, 201, 99, 127, 303, 195, 143, 146, 168, 159, 178, 208, 234, 292,
        432, 324, 557, 56,
    ];
    assert_eq!(histogram, &expect);
    assert_eq!(quartiles(&found, "Quantity"), [2.0, 4.0, 12.0]);
    assert_eq!(quartiles(&found, "UnitPrice"), [1.25, 2.1, 4.25]);
    // Whose, which order's, and of which there are thousands.
    for name in ["CustomerID", "InvoiceNo", "Description"] {
        assert_eq!(column(&found, name).spread, None, "{name}");
    }
    // What is no order's id after all is a column of numbers again.
    let ignored = ColumnChoice { role: Some(Role::Ignore), ..ColumnChoice::default() };
    let free = corrected(&found, "UnitPrice", ColumnChoice { role: Some(Role::OrderId), ..ignored.clone() });
    assert_eq!(column(&free, "UnitPrice").spread, None);
    let again = corrected(&free, "UnitPrice", ignored);
    assert_eq!(quartiles(&again, "UnitPrice"), [1.25, 2.1, 4.25]);
}

#[test]
fn a_column_read_another_way_is_spread_another_way() {
    let rows: String =
        (1..=9).map(|n| format!("C{n},0{n}/05/2024,{n}.500\n{n},0{n}/05/2024,{n}.500\n")).collect();
    let found = inspect(format!("customer id,date,amount\n{rows}").as_bytes(), 64).unwrap();
    let days = |found: &Inspection| match &column(found, "date").spread {
        Some(Spread::Days { first, median, last, .. }) => [first, median, last].map(|day| day.clone()),
        other => panic!("{other:?}"),
    };
    let of = |order| {
        days(&corrected(&found, "date", ColumnChoice { date_order: Some(order), ..ColumnChoice::default() }))
    };
    assert_eq!(of(DateOrder::Dmy), ["2024-05-01", "2024-05-05", "2024-05-09"]);
    assert_eq!(of(DateOrder::Mdy), ["2024-01-05", "2024-05-05", "2024-09-05"]);
    let of = |mark| {
        let choice = ColumnChoice { decimal: Some(mark), ..ColumnChoice::default() };
        quartiles(&corrected(&found, "amount", choice), "amount")
    };
    assert_eq!(of(DecimalMark::Point), [3.5, 5.5, 7.5]);
    assert_eq!(of(DecimalMark::Comma), [3_500.0, 5_500.0, 7_500.0]);
}

#[test]
fn persons_are_not_spread() {
    let rows: String = (0..90)
        .map(|n| format!("{},{}{},5{:04},{}\n", n + 1, ["Ann", "Bob", "Eva"][n % 3], " Maier", n % 4, n % 7))
        .collect();
    let found = inspect(format!("customer id,name,postcode,points\n{rows}").as_bytes(), 999).unwrap();
    for name in ["customer id", "name", "postcode"] {
        assert_eq!(column(&found, name).spread, None, "{name}");
    }
    // 0 to 6 in turn.
    assert_eq!(quartiles(&found, "points"), [1.0, 3.0, 5.0]);
    let json = serde_json::to_string(&found).unwrap();
    assert!(json.contains("\"of\":\"numbers\"") && !json.contains("Maier"), "{json}");
}

/// A file is sampled the same wherever it is cut, and its quartiles are near those of all rows: four standard errors of a rank in
/// 2,048 rows are 4.4 of a hundred at most.
#[test]
fn long_files_are_sampled_evenly() {
    let rows: String = (0..100_000_u64)
        .map(|n| format!("{},{},{}\n", n % 9_973, n * 7_919 % 100_000, ["a", "b", "c", "c"][n as usize % 4]))
        .collect();
    let text = format!("customer id,points,kind\n{rows}");
    let found = inspect(text.as_bytes(), 1 << 16).unwrap();
    assert!(found.sampled.is_some_and(|rows| (2_048..4_096).contains(&rows)), "{:?}", found.sampled);
    assert_eq!(found, inspect(text.as_bytes(), 12_345).unwrap());
    for (quartile, expect) in quartiles(&found, "points").into_iter().zip([25_000.0, 50_000.0, 75_000.0]) {
        assert!((quartile - expect).abs() < 4_400.0, "{quartile}");
    }
    let Some(Spread::Kinds { most_frequent, histogram }) = &column(&found, "kind").spread else { panic!() };
    assert!((most_frequent - 0.5).abs() < 0.044 && histogram.len() == 3, "{most_frequent}");
    assert_eq!(Some(u64::from(histogram.iter().sum::<u32>())), found.sampled);
}
