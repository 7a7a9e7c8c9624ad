//! What the generated shop promises: its size, its form, its kinds of customers, and the same bytes everywhere.
#![allow(clippy::unwrap_used)] // clippy exempts tests from this lint, but not the functions they share

use std::collections::{BTreeMap, BTreeSet};

use ringfence_sample::{Kind, Options, Shop};

/// One line, its cells checked and typed.
#[derive(Debug)]
struct Line {
    order: String,
    date: String,
    customer: Option<u32>,
    email: String,
    product: String,
    category: String,
    pieces: i64,
    cents: i64,
    web: bool,
}

impl Line {
    fn is_return(&self) -> bool {
        self.order.starts_with('C')
    }
}

/// Reads an export with the `csv` crate, which refuses a record of another length than the header's.
fn read(csv: &[u8]) -> Vec<Line> {
    let mut reader = csv::Reader::from_reader(csv);
    assert_eq!(reader.headers().unwrap().len(), 9);
    let typed = |record: csv::StringRecord| {
        let (whole, hundredths) = record[7].split_once('.').unwrap();
        assert_eq!(hundredths.len(), 2);
        assert!(matches!(&record[8], "web" | "shop"));
        Line {
            order: record[0].to_owned(),
            date: record[1].to_owned(),
            customer: (!record[2].is_empty()).then(|| record[2].parse().unwrap()),
            email: record[3].to_owned(),
            product: record[4].to_owned(),
            category: record[5].to_owned(),
            pieces: record[6].parse().unwrap(),
            cents: whole.parse::<i64>().unwrap() * 100 + hundredths.parse::<i64>().unwrap(),
            web: &record[8] == "web",
        }
    };
    reader.records().map(|record| typed(record.unwrap())).collect()
}

fn shop(customers: u32, months: u16, seed: u64) -> Options {
    Options { customers, months, seed }
}

/// FNV-1a, 64 bits (Fowler, Noll & Vo; the parameters of draft-eastlake-fnv).
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn the_default_shop_is_these_bytes() {
    // The two published values guard the hash itself; the third is compared with the one made in wasm.
    assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    assert_eq!(fnv1a(&Shop::csv(&Options::default())), 0xbf18_0690_ee07_dfdd);
}

#[test]
fn a_seed_is_a_file() {
    assert_eq!(Shop::csv(&shop(300, 6, 5)), Shop::csv(&shop(300, 6, 5)));
    assert_ne!(Shop::csv(&shop(300, 6, 5)), Shop::csv(&shop(300, 6, 6)));
}

#[test]
fn chunks_are_whole_lines_and_together_the_file() {
    let options = shop(500, 18, 3);
    let mut shop = Shop::new(&options);
    let mut together = Shop::header().as_bytes().to_vec();
    let (mut chunk, mut chunks) = (b"left from before".to_vec(), 0);
    while shop.next_chunk(&mut chunk) {
        assert_eq!(chunk.last(), Some(&b'\n'));
        assert!(chunk.len() < 100_000);
        together.extend_from_slice(&chunk);
        chunks += 1;
    }
    assert!(chunks > 5 && chunk.is_empty());
    assert!(!shop.next_chunk(&mut chunk), "the end is the end");
    assert_eq!(together, Shop::csv(&options));
}

#[test]
fn the_default_shop_is_as_large_as_said() {
    assert!((28_000..=33_000).contains(&read(&Shop::csv(&Options::default())).len()));
    for seed in 2..=8 {
        let lines = read(&Shop::csv(&shop(2_000, 18, seed)));
        assert!((27_000..=33_000).contains(&lines.len()), "{} lines with seed {seed}", lines.len());
        let seen: BTreeSet<u32> = lines.iter().filter_map(|line| line.customer).collect();
        assert_eq!(seen.len(), 2_000, "everybody buys at least once");
        assert_eq!((seen.first(), seen.last()), (Some(&Shop::id_of(0)), Some(&Shop::id_of(1_999))));
    }
}

#[test]
fn a_number_of_lines_can_be_asked_for() {
    for (asked, seed, off) in [(10_000, 1, 0.2), (10_000, 2, 0.2), (100_000, 3, 0.1)] {
        let lines = read(&Shop::csv(&Options::with_lines(asked, seed))).len() as f64;
        assert!((lines / f64::from(asked) - 1.0).abs() < off, "{lines} instead of {asked}");
    }
}

#[test]
fn nothing_asked_is_a_header_alone() {
    for options in [shop(0, 18, 1), shop(10, 0, 1)] {
        assert_eq!(Shop::csv(&options), Shop::header().as_bytes());
        assert_eq!(Shop::new(&options).kind_of(0), None);
    }
}

#[test]
fn small_and_short_shops_keep_their_promises() {
    for (customers, months) in [(1, 1), (3, 18), (40, 2), (25, 36)] {
        let lines = read(&Shop::csv(&shop(customers, months, 9)));
        let seen: BTreeSet<u32> = lines.iter().filter_map(|line| line.customer).collect();
        assert_eq!(seen.len(), customers as usize);
    }
}

#[test]
fn lines_are_in_the_order_of_time_within_the_period() {
    let lines = read(&Shop::csv(&Options::default()));
    assert!(lines.windows(2).all(|pair| pair[0].date <= pair[1].date));
    for line in &lines {
        let shape: String = line.date.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
        assert_eq!(shape, "9999-99-99T99:99:99");
        assert!(("2024-01-01".."2025-07-01").contains(&&line.date[..10]));
        assert!(&line.date[11..13] < "24" && &line.date[14..16] < "60" && &line.date[17..] < "60");
    }
    let days: BTreeSet<&str> = lines.iter().map(|line| &line.date[..10]).collect();
    assert_eq!(days.len(), 547, "a shop of this size sells something every day");
}

#[test]
fn an_order_is_one_customer_at_one_time() {
    let lines = read(&Shop::csv(&Options::default()));
    let mut orders: BTreeMap<&str, &Line> = BTreeMap::new();
    for line in &lines {
        let first = orders.entry(&line.order).or_insert(line);
        assert_eq!(
            (&first.date, first.customer, &first.email, first.web),
            (&line.date, line.customer, &line.email, line.web)
        );
    }
    let numbers: BTreeSet<u32> =
        orders.keys().map(|order| order.trim_start_matches('C').parse().unwrap()).collect();
    assert_eq!(numbers.len(), orders.len());
    assert_eq!(numbers.last().unwrap() - numbers.first().unwrap() + 1, numbers.len() as u32);
}

#[test]
fn what_is_brought_back_was_bought_before() {
    let lines = read(&Shop::csv(&Options::default()));
    // What each customer holds of each product, at which price.
    let mut held: BTreeMap<(u32, &str, i64), i64> = BTreeMap::new();
    let mut returned = 0;
    for line in &lines {
        assert_eq!(line.pieces < 0, line.is_return());
        assert!(line.pieces != 0 && line.pieces.abs() <= 48 && (90..=22_900).contains(&line.cents));
        if let Some(customer) = line.customer {
            let pieces = held.entry((customer, &line.product, line.cents)).or_default();
            *pieces += line.pieces;
            assert!(*pieces >= 0);
        }
        if line.is_return() {
            assert!(line.customer.is_some());
            returned += 1;
        }
    }
    let share = f64::from(returned) / lines.len() as f64;
    assert!((0.025..0.045).contains(&share), "{share} of the lines are returns");
}

#[test]
fn some_lines_lack_the_customer_and_addresses_are_nobodys() {
    let lines = read(&Shop::csv(&Options::default()));
    let missing = lines.iter().filter(|line| line.customer.is_none()).count() as f64 / lines.len() as f64;
    assert!((0.03..0.05).contains(&missing), "{missing} of the lines lack the customer");
    let mut addresses: BTreeMap<&str, u32> = BTreeMap::new();
    for line in &lines {
        match line.customer {
            None => assert!(line.email.is_empty() && !line.web),
            Some(customer) if !line.email.is_empty() => {
                let (_, domain) = line.email.split_once('@').unwrap();
                assert!(matches!(domain, "example.com" | "example.org" | "example.net"));
                assert_eq!(*addresses.entry(&line.email).or_insert(customer), customer);
            }
            Some(_) => {}
        }
    }
    assert!((1_750..1_900).contains(&addresses.len()), "eleven of twelve customers gave an address");
}

#[test]
fn the_year_has_seasons_and_the_week_a_saturday() {
    let lines = read(&Shop::csv(&shop(10_000, 12, 4)));
    let count = |select: &dyn Fn(&Line) -> bool| lines.iter().filter(|line| select(line)).count();
    let month = |month: &str| count(&|line| &line.date[5..7] == month);
    assert!(month("12") > 2 * month("09"));
    // 6 and 7 January 2024 were a Saturday and a Sunday; the doors are shut on Sundays.
    let mut sunday = false;
    for line in &lines {
        sunday |= &line.date[..10] == "2024-01-07";
        assert!(&line.date[..10] != "2024-01-07" || line.web);
    }
    assert!(sunday);
    assert!(
        count(&|line| &line.date[..10] == "2024-06-15") > count(&|line| &line.date[..10] == "2024-06-16")
    );
    let categories: BTreeSet<&str> = lines.iter().map(|line| line.category.as_str()).collect();
    assert_eq!(categories.len(), 8);
    // Gift buyers' toys: the category's share rises before Christmas.
    let toys = |from: &str, to: &str| {
        let inside = |line: &Line| (from..to).contains(&&line.date[5..7]);
        count(&|line| inside(line) && line.category == "Toys") as f64 / count(&|line| inside(line)) as f64
    };
    assert!(toys("11", "13") > 1.3 * toys("03", "10"));
}

/// Purchases, last day of purchase and net cents of one customer.
#[derive(Debug, Default)]
struct Behaviour<'a> {
    orders: BTreeSet<&'a str>,
    last: &'a str,
    cents: i64,
}

#[test]
fn kinds_differ_as_they_are_described() {
    let options = shop(6_000, 18, 2);
    let truth = Shop::new(&options);
    let lines = read(&Shop::csv(&options));
    let mut customers: BTreeMap<u32, Behaviour<'_>> = BTreeMap::new();
    for line in &lines {
        if let Some(id) = line.customer {
            let behaviour = customers.entry(id - Shop::id_of(0)).or_default();
            behaviour.cents += line.pieces * line.cents;
            if !line.is_return() {
                behaviour.orders.insert(&line.order);
                behaviour.last = &line.date[..10];
            }
        }
    }
    let median = |kind: Kind| {
        let of_kind: Vec<&Behaviour<'_>> = customers
            .iter()
            .filter_map(|(&index, behaviour)| (truth.kind_of(index) == Some(kind)).then_some(behaviour))
            .collect();
        let mut last: Vec<&str> = of_kind.iter().map(|behaviour| behaviour.last).collect();
        let mut orders: Vec<usize> = of_kind.iter().map(|behaviour| behaviour.orders.len()).collect();
        let mut cents: Vec<i64> = of_kind.iter().map(|behaviour| behaviour.cents).collect();
        last.sort_unstable();
        orders.sort_unstable();
        cents.sort_unstable();
        let middle = of_kind.len() / 2;
        (last[middle], orders[middle], cents[middle] as f64)
    };
    let [regular, bargain, big, gift, newcomer, lapsed, once] = Kind::ALL.map(median);
    assert!(regular.0 > "2025-06-01" && regular.1 >= 15);
    assert!(regular.1 > bargain.1 && bargain.1 > big.1 && big.1 > gift.1);
    assert!(big.2 > 1.5 * regular.2 && regular.2 > 4.0 * bargain.2);
    assert!(("2024-11-01".."2025-01-01").contains(&gift.0));
    assert!(newcomer.0 > "2025-05-15" && newcomer.1 <= 3);
    assert!(("2024-04-01".."2024-10-31").contains(&lapsed.0) && lapsed.1 >= 5);
    assert_eq!(once.1, 1);
    assert!(Kind::ALL.iter().all(|&kind| once.2 <= median(kind).2));
}
