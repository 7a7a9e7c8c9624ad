//! One table written in forty ways is one and the same table.
//!
//! The orders come from a seed; each way writes them as some program in some country would, with the names of that country's products,
//! towns and columns. What both passes make of the bytes is held against the orders themselves.

use std::collections::BTreeMap;

use encoding_rs::Encoding;
use ringfence::table::{
    Batch, Cells, ColumnChoice, DateOrder, Inspection, ReadingOptions, Role, Shape, iso_day,
};

use super::ways::{Language, WAYS, Way};
use super::{batches, inspect};

/// An order line as it is meant.
pub(super) struct Line {
    pub(super) order: u64,
    pub(super) customer: u64,
    /// Seconds since 1970 on the wall clock; whole minutes.
    pub(super) moment: i64,
    pub(super) product: usize,
    pub(super) quantity: i64,
    /// In hundredths.
    pub(super) price: i64,
    pub(super) town: usize,
}

/// Ways in which a file truly leaves open which number is the month, where no day is after the 12th: its columns are named in English,
/// and its numbers are written as in America and in Britain.
const OPEN: [&str; 4] = ["Excel in Britain", "Excel in America", "Excel, UTF-8", "India"];

/// SplitMix64 (Steele, Lea & Flood 2014).
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ word >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ word >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        (word ^ word >> 31) % bound
    }
}

fn lines(seed: u64, count: u64) -> Vec<Line> {
    let mut draws = Draws(seed);
    // 5 March 2020, 08:00.
    let mut moment = 1_583_395_200;
    (0..count)
        .map(|number| {
            moment += 60 * draws.below(2_400) as i64;
            let returned = draws.below(20) == 0;
            let pieces = 1 + draws.below(12) as i64;
            Line {
                order: 536_365 + number / 3,
                customer: 12_346 + draws.below(90),
                moment,
                product: draws.below(6) as usize,
                quantity: if returned { -pieces } else { pieces },
                price: 45 + draws.below(250_000) as i64 / (1 + draws.below(40) as i64),
                town: draws.below(4) as usize,
            }
        })
        .collect()
}

fn encoded(way: &Way, text: &str) -> Vec<u8> {
    let utf16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let body = match way.encoding {
        "UTF-16LE" => utf16(u16::to_le_bytes),
        "UTF-16BE" => utf16(u16::to_be_bytes),
        name => {
            let (bytes, _, lost) = Encoding::for_label(name.as_bytes()).unwrap().encode(text);
            assert!(!lost, "{}: {name} cannot write this", way.name);
            bytes.into_owned()
        }
    };
    let mark: &[u8] = match (way.mark, way.encoding) {
        (false, _) => b"",
        (true, "UTF-16LE") => b"\xFF\xFE",
        (true, "UTF-16BE") => b"\xFE\xFF",
        (true, _) => b"\xEF\xBB\xBF",
    };
    [mark, &body].concat()
}

/// What the columns hold: each cell as a number or a text that means the same in every way.
fn cells(batches: &[Batch], column: usize) -> Vec<String> {
    let mut found = Vec::new();
    for batch in batches {
        match &batch.columns[column] {
            Cells::Exact { units, scale } => {
                let more = 10i64.pow(2 - u32::from(*scale));
                found.extend(units.iter().map(|units| (units * more).to_string()));
            }
            Cells::Moments(moments) => found.extend(moments.iter().map(ToString::to_string)),
            Cells::Texts(texts) => found.extend(texts.iter().map(str::to_owned)),
            Cells::Unread | Cells::Numbers(_) => panic!("column {column} is not read"),
        }
    }
    found
}

/// The column read as text, by giving it the role of the order id.
fn texts(bytes: &[u8], found: &Inspection, column: usize) -> Vec<String> {
    let choice = ColumnChoice { role: Some(Role::OrderId), ..ColumnChoice::default() };
    let columns = BTreeMap::from([(found.columns[column].name.clone(), choice)]);
    let reading = found.reading(&ReadingOptions { columns, ..ReadingOptions::default() }).unwrap();
    cells(&batches(bytes, &reading, 999).unwrap().0, column)
}

fn check(way: &Way, lines: &[Line]) {
    let name = way.name;
    let language: &Language = way.language;
    let bytes = encoded(way, &way.write(lines));
    let found = inspect(&bytes, 4_096).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(found.encoding, way.reported(), "{name}");
    assert_eq!((found.rows, found.header), (lines.len() as u64, true), "{name}");
    assert_eq!(found.shape, Shape::Transactions, "{name}");
    let headers: Vec<&str> = found.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(headers, language.headers, "{name}");
    let roles: Vec<Role> = found.columns.iter().map(|column| column.role).collect();
    use Role::{CustomerId, Date, Location, OrderId, Product, Quantity, UnitPrice};
    assert_eq!(roles, [OrderId, Date, CustomerId, Product, Quantity, UnitPrice, Location], "{name}");
    let asked: Vec<&str> = found.questions.iter().map(|question| question.column.as_str()).collect();
    let day = |line: &Line| iso_day(line.moment.div_euclid(86_400))[8..].parse::<u32>().unwrap();
    let open = OPEN.contains(&name) && lines.iter().all(|line| day(line) <= 12);
    assert_eq!(asked, if open { vec![language.headers[1]] } else { vec![] }, "{name}");
    assert_eq!(found.notices, way.notices(), "{name}");

    let order = if way.date.starts_with('m') { DateOrder::Mdy } else { DateOrder::Dmy };
    let answer = ColumnChoice { date_order: Some(order), ..ColumnChoice::default() };
    let columns = asked.iter().map(|column| ((*column).to_owned(), answer.clone())).collect();
    let reading = found.reading(&ReadingOptions { columns, ..ReadingOptions::default() }).unwrap();
    let (read, notices) = batches(&bytes, &reading, 1_000).unwrap();
    assert_eq!(notices, [], "{name}");
    let column = |value: &dyn Fn(&Line) -> String| lines.iter().map(value).collect::<Vec<String>>();
    assert_eq!(cells(&read, 0), column(&|line| line.order.to_string()), "{name}");
    assert_eq!(cells(&read, 1), column(&|line| way.kept(line.moment).to_string()), "{name}");
    assert_eq!(cells(&read, 2), column(&|line| line.customer.to_string()), "{name}");
    assert_eq!(cells(&read, 4), column(&|line| (line.quantity * 100).to_string()), "{name}");
    assert_eq!(cells(&read, 5), column(&|line| line.price.to_string()), "{name}");
    assert_eq!(
        texts(&bytes, &found, 3),
        column(&|line| language.products[line.product].to_owned()),
        "{name}"
    );
    assert_eq!(texts(&bytes, &found, 6), column(&|line| language.towns[line.town].to_owned()), "{name}");
}

#[test]
fn forty_ways_are_one_table() {
    assert_eq!(WAYS.len(), 40);
    let lines = lines(20_200_305, 400);
    // Every way shows a day after the 12th, a price above a thousand and one below ten, or it would truly leave something open.
    assert!(lines.iter().any(|line| line.price > 100_000) && lines.iter().any(|line| line.price < 1_000));
    for way in &WAYS {
        check(way, &lines);
    }
}

#[test]
fn so_are_they_of_a_dozen_lines() {
    // An old Mac's `ü` by itself may be a Polish `ź`: every table has an `é` as well.
    let tables =
        (1_000..).map(|seed| lines(seed, 12)).filter(|lines| lines.iter().any(|line| line.product == 4));
    for lines in tables.take(12) {
        WAYS.iter().for_each(|way| check(way, &lines));
    }
}

#[test]
fn no_two_ways_are_alike() {
    let lines = lines(1, 400);
    let all: Vec<Vec<u8>> = WAYS.iter().map(|way| encoded(way, &way.write(&lines))).collect();
    for (index, bytes) in all.iter().enumerate() {
        assert!(!all[..index].contains(bytes), "{}", WAYS[index].name);
    }
}
