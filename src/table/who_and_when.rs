//! What a sample of purchases tells of its ids and days: order numbers that begin again, ids that look alike or were cut, somebody who
//! bought far more than all others, and days far from all others.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::quality::FixedState;
use hashbrown::HashMap;

use super::beside_amount::Rows;
use super::dates::{DAY, iso_day, moment};
use super::ids::{canonical_id, is_cut, is_only_a_fraction};
use super::questions::Question;
use super::row_words::Nobodies;
use super::{ColumnReport, ColumnType, DateFormat, DateOrder, Role};
use crate::{CountOf, FarDays, Notice, OneOfMany};

/// Days between two lines of one order, at most.
const ONE_ORDER: i64 = 31;

/// The same, where its lines stand together and name several customers.
const WRITTEN_TOGETHER: i64 = 7;

/// Order numbers that stand in several rows and begin again, at least.
const FEWEST_AGAIN: usize = 3;

/// The column of order numbers where a fifth of those that come again stand under several customers or on days far apart, and how many
/// of the sample do. Where it is `asked` which number of a date is the month, they do so either way.
pub(super) fn orders_begin_again(
    rows: &Rows,
    days: &[Option<i64>],
    asked: &[Question],
) -> Option<(usize, u64)> {
    let date = &rows.reports[rows.role(Role::Date)?];
    let about = asked.iter().filter(|question| question.column == date.name);
    let mut orders =
        about.flat_map(|question| &question.answers).filter_map(|answer| answer.choice.date_order);
    let by = |order: DateOrder| begin_again(rows, &rows.days_by(Some(order))).is_some();
    begin_again(rows, days).filter(|_| orders.all(by))
}

fn begin_again(rows: &Rows, days: &[Option<i64>]) -> Option<(usize, u64)> {
    let (order, customer) = (rows.role(Role::OrderId)?, rows.role(Role::CustomerId)?);
    let names = Nobodies::default();
    let mut numbers: HashMap<&[u8], Number, FixedState> = HashMap::default();
    let numbered = days.iter().enumerate().filter(|(row, _)| rows.sample.has(*row, order));
    for (at, (row, day)) in numbered.enumerate() {
        let number = numbers.entry(rows.sample.cell(row, order)).or_default();
        number.came_back |= number.rows > 0 && number.last + 1 < at;
        (number.rows, number.last) = (number.rows + 1, at);
        let who = rows.sample.cell(row, customer);
        if !who.is_empty() && !names.has(who) {
            number.several |= number.who.is_some_and(|known| known != who);
            number.who = Some(who);
        }
        if let Some(day) = *day {
            let (first, last) = number.days.unwrap_or((day, day));
            number.days = Some((first.min(day), last.max(day)));
        }
    }
    let several = || numbers.values().filter(|number| number.rows > 1);
    let again = several().filter(|number| number.begins_again()).count();
    (again >= FEWEST_AGAIN && again * 5 >= several().count()).then_some((order, again as u64))
}

/// What is known of an order number.
#[derive(Default)]
struct Number<'a> {
    rows: usize,
    /// Where it stood last, among the rows that have a number.
    last: usize,
    /// Whether others stood in between.
    came_back: bool,
    who: Option<&'a [u8]>,
    /// Whether it is of several customers.
    several: bool,
    /// First and last day.
    days: Option<(i64, i64)>,
}

impl Number<'_> {
    fn begins_again(&self) -> bool {
        let apart = self.days.map_or(0, |(first, last)| last - first);
        let begins = if self.came_back { apart > 0 } else { apart > WRITTEN_TOGETHER };
        apart > ONE_ORDER || (self.several && begins)
    }
}

/// What the ids of customers tell: which look alike, and which a spreadsheet cut.
pub(super) fn about_ids(rows: &Rows) -> Vec<Notice> {
    let Some(customer) = rows.role(Role::CustomerId) else { return Vec::new() };
    let (mut written, mut folded) =
        (BTreeMap::<String, BTreeSet<&[u8]>>::new(), BTreeMap::<String, BTreeSet<String>>::new());
    for cell in rows.sample.values(customer) {
        // Numbers are what they look like.
        if cell.iter().all(u8::is_ascii_digit) {
            continue;
        }
        let text = String::from_utf8_lossy(cell);
        let id = canonical_id(&text);
        // Addresses have a word of their own.
        if id.contains('@') || is_only_a_fraction(&text, &id) {
            continue;
        }
        folded.entry(id.to_uppercase()).or_default().insert(id.clone().into_owned());
        written.entry(id.into_owned()).or_default().insert(cell);
    }
    let column = || rows.reports[customer].name.clone();
    let joined = written.values().filter(|ways| ways.len() > 1).count() as u64;
    let capitals: u64 = folded.values().filter(|ids| ids.len() > 1).map(|ids| ids.len() as u64).sum();
    let joined = (joined > 0).then(|| Notice::IdsLookAlike(CountOf { column: column(), count: joined }));
    let capitals =
        (capitals > 0).then(|| Notice::IdsDifferInCapitals(CountOf { column: column(), count: capitals }));
    joined.into_iter().chain(capitals).collect()
}

/// How many cells of a column were cut by a spreadsheet, where ids are: one in a hundred of them, and more than a slip.
pub(super) fn cut_ids<'a>(cells: impl Iterator<Item = &'a [u8]>) -> u64 {
    let (mut all, mut by_power, mut by_zeros, mut long) = (0_u64, 0, 0, 0);
    for cell in cells {
        all += 1;
        let digits = cell.iter().all(u8::is_ascii_digit);
        long += u64::from(digits && cell.len() > 15);
        match is_cut(cell) {
            true if digits => by_zeros += 1,
            true => by_power += 1,
            false => {}
        }
    }
    // Whole numbers that end in zeros by chance stand among others that do not.
    let by_zeros = if by_zeros == long && long >= 5 { by_zeros } else { 0 };
    let cut = by_power + by_zeros;
    if cut >= 2 && cut * 100 >= all { cut } else { 0 }
}

/// Rows of somebody who bought more than all others are told from so many on.
const MANY_ROWS: u64 = 20;

/// Somebody has so many times as many rows as whoever comes next.
const FAR_MORE: u64 = 4;

/// The customer who stands in far more rows than the next, and in one in twenty or more.
pub(super) fn one_of_many(rows: &Rows, nobody: &BTreeSet<usize>) -> Option<Notice> {
    let customer = rows.role(Role::CustomerId)?;
    let names = Nobodies::default();
    let mut counts: HashMap<&[u8], u64, FixedState> = HashMap::default();
    for row in (0..rows.sample.len()).filter(|row| rows.sample.has(*row, customer) && !nobody.contains(row)) {
        let cell = rows.sample.cell(row, customer);
        if !names.has(cell) {
            *counts.entry(cell).or_default() += 1;
        }
    }
    let mut sorted: Vec<u64> = counts.into_values().collect();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let (&[most, next, ..], all) = (sorted.as_slice(), sorted.iter().sum::<u64>()) else { return None };
    let zero = rows.reports[customer].zero_is_nobody;
    let stands_out =
        most >= MANY_ROWS && most >= next * FAR_MORE && most * 20 >= all && sorted.len() >= 10 && !zero;
    stands_out.then(|| {
        Notice::OneCustomerOfMany(OneOfMany {
            column: rows.reports[customer].name.clone(),
            count: rows.in_all(most as usize),
            share: most as f64 / all as f64,
            next: rows.in_all(next as usize),
        })
    })
}

/// Days that are far from all others.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stray {
    pub(super) column: usize,
    /// First and last of the other days.
    pub(super) days: (i64, i64),
    /// Before this day and behind that one nothing is believed.
    pub(super) since: Option<i64>,
    pub(super) until: Option<i64>,
    pub(super) notice: Notice,
}

/// A gap from which on days may be too far from others.
const LONG: i64 = 2 * 365;

/// The days beyond a gap that is longer than all other days together span, where they are few.
pub(super) fn stray_days(rows: &Rows, found: &[Option<i64>]) -> Option<Stray> {
    let column = rows.role(Role::Date)?;
    let (earliest, latest) = rows.reports[column].extremes.days?;
    let mut days: Vec<i64> = found.iter().copied().flatten().collect();
    // The sample may have missed the few that are odd.
    let whole = days.len() as u64 + rows.reports[column].missing >= rows.all;
    if !whole {
        days.extend([earliest, latest]);
    }
    days.sort_unstable();
    let few = days.len() / 10;
    let (Some(&low), Some(&high)) = (days.get(few), days.iter().rev().nth(few)) else { return None };
    let gap = |at: usize| days[at] - days[at - 1];
    // All that lies beyond the widest gap that is wide enough, and is little.
    let from = (1..=few).rev().find(|at| gap(*at) > LONG.max(high - days[*at])).unwrap_or(0);
    let to = (days.len() - few..days.len()).find(|at| gap(*at) > LONG.max(days[*at - 1] - low));
    let to = to.unwrap_or(days.len());
    let core = (days[from], days[to - 1]);
    let middle = |one: i64, other: i64| one + (other - one) / 2;
    let since = (from > 0).then(|| middle(days[from - 1], core.0));
    let until = (to < days.len()).then(|| middle(core.1, days[to]));
    let strays = from + days.len() - to;
    (strays > 0).then(|| Stray {
        column,
        days: core,
        since,
        until,
        notice: Notice::StrayDays(FarDays {
            column: rows.reports[column].name.clone(),
            count: if whole { strays as u64 } else { rows.in_all(strays).max(1) },
            first: iso_day(core.0),
            last: iso_day(core.1),
            stray: iso_day(if from > 0 { days[0] } else { days[days.len() - 1] }),
        }),
    })
}

impl Rows<'_> {
    /// The day of each row of the sample.
    pub(super) fn days(&self) -> Vec<Option<i64>> {
        self.days_by(None)
    }

    /// The same, read in another order of day and month.
    fn days_by(&self, order: Option<DateOrder>) -> Vec<Option<i64>> {
        let date = self.role(Role::Date);
        let format = date.and_then(|date| self.reports[date].date);
        let format = format.map(|format| DateFormat { order: order.unwrap_or(format.order), ..format });
        let Some((date, format)) = date.zip(format) else { return vec![None; self.sample.len()] };
        let day =
            |row: usize| moment(self.sample.cell(row, date), format).map(|moment| moment.div_euclid(DAY));
        (0..self.sample.len()).map(day).collect()
    }
}

/// Whether a column could hold ids of customers, were they not cut.
pub(super) fn may_hold_ids(report: &ColumnReport) -> bool {
    matches!(report.kind, ColumnType::Number | ColumnType::Text)
}
