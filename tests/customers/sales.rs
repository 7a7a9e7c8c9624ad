//! Sales whose figures are known before they are written down in one form or another.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use ringfence::customers::Features;
use ringfence::documents::Recipe;
use ringfence::table::{Inspection, Inspector};
use ringfence::{Error, Notice};

use crate::pipeline;

/// One line of a sale.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sale {
    pub(crate) customer: usize,
    /// Days since 1970-01-01.
    pub(crate) day: i64,
    pub(crate) order: usize,
    /// Negative where money goes back.
    pub(crate) cents: i64,
}

/// Recency in days, orders, net spend in hundredths.
type Figures = (i64, usize, i64);

/// 2024-01-01.
pub(crate) const FIRST: i64 = 19_723;

/// Two hundred sales on a hundred days, two a day, to thirty customers, one in eight of which is taken back; in order of days.
pub(crate) fn sales() -> Vec<Sale> {
    let mut state = 20_240_101_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let all = (0..200).map(|order| {
        // Everybody buys, and then some more often than others.
        let customer = if order < 60 { order % 30 } else { (next(30) * next(30) / 30) as usize };
        let cents = 500 + next(20_000) as i64;
        let back = order >= 60 && next(8) == 0;
        Sale { customer, day: FIRST + order as i64 / 2, order, cents: if back { -cents / 4 } else { cents } }
    });
    all.collect()
}

/// What the sales come to, by their definition: see `docs/methods.md`.
pub(crate) fn figures(sales: &[Sale], name: impl Fn(usize) -> String) -> BTreeMap<String, Figures> {
    let last = sales.iter().map(|sale| sale.day).max().unwrap_or_default();
    let mut all = BTreeMap::new();
    for customer in sales.iter().map(|sale| sale.customer).collect::<BTreeSet<_>>() {
        let own = || sales.iter().filter(move |sale| sale.customer == customer);
        let bought = || own().filter(|sale| sale.cents >= 0);
        let Some(latest) = bought().map(|sale| sale.day).max() else { continue };
        let orders: BTreeSet<usize> = bought().map(|sale| sale.order).collect();
        let net = own().map(|sale| sale.cents).sum();
        all.insert(name(customer), (last + 1 - latest, orders.len(), net));
    }
    all
}

pub(crate) fn found(features: &Features) -> BTreeMap<String, Figures> {
    let row = |at: usize| {
        let value = features.values.row(at);
        let cents = (value[2] * 100.0).round() as i64;
        (features.key(at), (value[0] as i64, value[1] as usize, cents))
    };
    (0..features.len()).map(row).collect()
}

pub(crate) fn read(text: &str, recipe: &Recipe) -> Result<Features, Error> {
    pipeline::read(text.as_bytes(), recipe).map(|(features, _)| features)
}

pub(crate) fn inspect(text: &str) -> Inspection {
    let mut inspector = Inspector::new();
    text.as_bytes().chunks(997).for_each(|chunk| inspector.push(chunk).unwrap());
    inspector.finish().unwrap()
}

/// The file says what these sales come to, and `told` is told of it.
pub(crate) fn check(text: &str, sales: &[Sale], name: impl Fn(usize) -> String, told: &[&str]) {
    let start = text.lines().take(2).collect::<Vec<_>>().join(" / ");
    let features = read(text, &Recipe::default()).unwrap_or_else(|error| panic!("{start}: {error:?}"));
    assert_eq!(found(&features), figures(sales, name), "{start}");
    let codes: Vec<String> = inspect(text).notices.iter().map(Notice::code).collect();
    for code in told {
        assert!(codes.iter().any(|known| known == code), "{start}: {code} is not among {codes:?}");
    }
    let quiet = ["personal-column-left-out"];
    let surplus: Vec<&String> = codes
        .iter()
        .filter(|code| !told.contains(&code.as_str()) && !quiet.contains(&code.as_str()))
        .collect();
    assert!(surplus.is_empty(), "{start}: {surplus:?}");
}

/// Hundredths with a mark before them.
pub(crate) fn money(cents: i64, mark: char) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}{mark}{:02}", cents.abs() / 100, cents.abs() % 100)
}

/// What a customer is called.
pub(crate) fn id(customer: usize) -> String {
    (4_100 + customer * 7).to_string()
}

/// Rows by a line for each sale.
pub(crate) fn file(header: &str, sales: &[Sale], line: impl Fn(usize, &Sale) -> String) -> String {
    let mut text = format!("{header}\n");
    for (at, sale) in sales.iter().enumerate() {
        let _ = writeln!(text, "{}", line(at, sale));
    }
    text
}

/// The same sales without anything taken back.
pub(crate) fn bought(sales: &[Sale]) -> Vec<Sale> {
    sales.iter().map(|sale| Sale { cents: sale.cents.abs(), ..*sale }).collect()
}
