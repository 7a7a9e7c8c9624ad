//! What the cells of a column are, by the evidence of all of them.

use super::counted::{by_role, by_values};
use super::dates::DAY;
use super::evidence::{Evidence, MARKS, Moments};
use super::numbers::MOST_PLACES;
use super::questions::{Answer, Question};
use super::tally::Tally;
use super::traits::{COMPACT_DATES, LEAST_PLACES, NAMED_DATES};
use super::words::{Concept, concepts, speaks_day_first};
use super::{ColumnChoice, ColumnType, DateForm, DateFormat, DateOrder, DecimalMark, iso_day};
use crate::Statement;

/// What was decided about the cells of one column.
pub(super) struct Decision {
    pub(super) kind: ColumnType,
    pub(super) decimal: Option<DecimalMark>,
    pub(super) scale: u8,
    pub(super) date: Option<DateFormat>,
    /// Decimal mark and places of a text of which half or more are numbers.
    pub(super) numbers: Option<(DecimalMark, u8)>,
    /// Cells that do not fit.
    pub(super) unread: Tally,
    /// Least, greatest and mean number.
    pub(super) range: Option<(f64, f64)>,
    pub(super) mean: Option<f64>,
    /// First and last day.
    pub(super) days: Option<(i64, i64)>,
    /// What the cells leave open.
    pub(super) question: Option<Question>,
}

/// What other columns say about the habits of whoever wrote the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Locale {
    decimal: Option<DecimalMark>,
    order: Option<DateOrder>,
    semicolons: bool,
}

impl Locale {
    /// Numbers in a workbook have a decimal point; how days are written as text only the names of its columns may say.
    pub(super) fn of_workbook(names: &[String]) -> Self {
        let order = speaks_day_first(names).then_some(DateOrder::Dmy);
        Locale { decimal: Some(DecimalMark::Point), order, semicolons: false }
    }
}

/// Half of the cells must fit a type that the header names, or that the user asks for.
pub(super) fn half(count: u64, present: u64) -> bool {
    present > 0 && count.saturating_mul(2) >= present
}

/// Nine cells of ten must fit a type; the tenth may be a remark, a total, an error.
fn most(count: u64, present: u64) -> bool {
    present > 0 && count.saturating_mul(10) >= present.saturating_mul(9)
}

/// Gathers what the columns that leave nothing open say, and the language they are named in.
pub(super) fn locale(columns: &[Evidence], names: &[String], delimiter: u8) -> Locale {
    let votes = |index: usize| -> u64 {
        let clear = columns.iter().filter(|column| most(column.numbers.under(index).count, column.present()));
        clear.map(|column| column.numbers.only[index]).sum()
    };
    let (point, comma) = (votes(0), votes(1));
    let decimal = match point.cmp(&comma) {
        std::cmp::Ordering::Greater => Some(DecimalMark::Point),
        std::cmp::Ordering::Less => Some(DecimalMark::Comma),
        std::cmp::Ordering::Equal => None,
    };
    let clear = |column: &Evidence| {
        let (orders, count) = column.dates.best_orders();
        let single = orders.len() == 1 && most(count, column.present());
        orders.first().copied().filter(|order| single && *order != DateOrder::Ymd)
    };
    let orders: Vec<DateOrder> = columns.iter().filter_map(clear).collect();
    let seen = orders.first().copied().filter(|first| orders.iter().all(|order| order == first));
    // Nobody who writes the month first has a decimal comma, or speaks one of these languages.
    let day_first = orders.is_empty() && (decimal == Some(DecimalMark::Comma) || speaks_day_first(names));
    let order = seen.or(day_first.then_some(DateOrder::Dmy));
    Locale { decimal, order, semicolons: delimiter == b';' }
}

/// Decides what the cells of the column called `name` are.
pub(super) fn decide(column: &Evidence, name: &str, locale: Locale) -> Decision {
    let present = column.present();
    let header = concepts(name);
    let says = |concept| header.contains(&Some(concept));
    let names_things =
        says(Concept::Customer) || says(Concept::Order) || says(Concept::Product) || says(Concept::Id);
    if let Some(decision) = of_two_orders(column, name, locale) {
        return decision;
    }
    let (orders, dated) = column.dates.best_orders();
    // A header that says what a column is needs less to bear it out; what does not fit is counted.
    let dated_by_name = header_is(&header, &[Concept::Date], &[Concept::Order, Concept::Date]);
    if most(dated, present) || (dated_by_name && half(dated, present)) {
        return separated(column, name, &orders, locale);
    }
    let named = &column.dates.readable[NAMED_DATES];
    // `2024-3` may be the third order of a year.
    let numbered = column.dates.no_day > 0 && names_things && !says(Concept::Date);
    if most(named.count, present) && !numbered {
        let format = DateFormat { order: DateOrder::Dmy, form: DateForm::Named, latest: None };
        return Decision { date: Some(format), ..dated_by(named) };
    }
    let compact = &column.dates.readable[COMPACT_DATES];
    let dates_by_name = says(Concept::Date) && most(compact.count, present);
    // One 8-digit number in thirty is a date by accident; ten different ones all are not.
    let dates_by_values = !names_things && compact.count == present && column.distinct >= 10;
    let compact_format = DateFormat { order: DateOrder::Ymd, form: DateForm::Compact, latest: None };
    if dates_by_name || dates_by_values {
        return Decision { date: Some(compact_format), ..dated_by(compact) };
    }
    let (index, open) = mark(column, locale);
    let numbers = column.numbers.under(index);
    let whole_column = numbers.count == present && column.leading_zeros == 0;
    let counted_by_name = header_is(&header, &COUNTED, &COUNTED_THINGS);
    let fits = most(numbers.count, present) || (counted_by_name && half(numbers.count, present));
    let is_number = fits && column.leading_zeros * 100 <= present;
    if is_number && let Some((form, days)) = by_values(&header, numbers, column) {
        let date = Some(DateFormat { order: DateOrder::Ymd, form, latest: None });
        let unread = column.numbers.unread(index);
        return Decision { kind: ColumnType::Date, date, unread, days: Some(days), ..Decision::text() };
    }
    if is_number && (whole_column || !names_things || counted_by_name || says(Concept::Quantity)) {
        let all_compact = compact.count == present && present > 0;
        let counted =
            by_role(numbers).map(|(form, _)| DateFormat { order: DateOrder::Ymd, form, latest: None });
        return Decision {
            kind: ColumnType::Number,
            decimal: Some(MARKS[index]),
            scale: scale_for(column, index),
            date: if all_compact { Some(compact_format) } else { counted },
            numbers: None,
            unread: column.numbers.unread(index),
            range: numbers.range,
            mean: numbers.mean(),
            days: None,
            question: open.then(|| ask_mark(column, name, index)),
        };
    }
    let kind = match column.answers == present && column.distinct == 2 {
        true => ColumnType::Boolean,
        false => ColumnType::Text,
    };
    // What the user may still say it is.
    let others = half(numbers.count, present).then(|| (MARKS[index], scale_for(column, index)));
    let order = orders.first().filter(|_| half(dated, present));
    let date = order.map(|order| DateFormat { order: *order, form: DateForm::Separated, latest: None });
    Decision { kind, date, numbers: others, ..Decision::text() }
}

/// What is counted or paid.
const COUNTED: [Concept; 6] =
    [Concept::Amount, Concept::Price, Concept::Quantity, Concept::Gross, Concept::Net, Concept::Discount];

/// What a header of such a column may speak of beside it.
const COUNTED_THINGS: [Concept; 12] = [
    Concept::Amount,
    Concept::Price,
    Concept::Quantity,
    Concept::Gross,
    Concept::Net,
    Concept::Discount,
    Concept::Unit,
    Concept::Line,
    Concept::Order,
    Concept::Product,
    Concept::Currency,
    Concept::Paid,
];

/// True where a header says one of `these` and nothing but `those`.
fn header_is(header: &[Option<Concept>], these: &[Concept], those: &[Concept]) -> bool {
    header.iter().flatten().any(|concept| these.contains(concept))
        && header.iter().all(|found| found.is_some_and(|concept| those.contains(&concept)))
}

fn separated(column: &Evidence, name: &str, orders: &[DateOrder], locale: Locale) -> Decision {
    let dates = &column.dates;
    let orders = &plausible(column, orders);
    let fits = |order: DateOrder| orders.contains(&order);
    let dotted = dates.dotted * 10 >= column.present() * 9;
    let known = locale
        .order
        .filter(|order| fits(*order))
        .or((dotted && fits(DateOrder::Dmy)).then_some(DateOrder::Dmy));
    let order = known.unwrap_or(match orders.as_slice() {
        [only] => *only,
        _ if fits(DateOrder::Dmy) => DateOrder::Dmy,
        _ => orders.first().copied().unwrap_or(DateOrder::Ymd),
    });
    let differ = orders.iter().any(|other| dates.under(*other).range != dates.under(order).range);
    let question =
        (known.is_none() && orders.len() > 1 && differ).then(|| ask_order(column, name, orders, order));
    Decision {
        date: Some(DateFormat { order, form: DateForm::Separated, latest: None }),
        question,
        ..dated_by(dates.under(order))
    }
}

/// Dates that begin with the year among dates that do not. Where those of the one sort are all of a 12th day or earlier, and those of the
/// other all of a later one, a spreadsheet of another country took the former for dates, with day and month swapped, and the latter for
/// text.
fn of_two_orders(column: &Evidence, name: &str, locale: Locale) -> Option<Decision> {
    let dates = &column.dates;
    let (day_first, month_first) = (dates.day_first_only, dates.month_first_only);
    let others = day_first + month_first + dates.both_orders;
    let covered = most(dates.year_first + others, column.present());
    if dates.year_first == 0 || others == 0 || !covered || column.remarks.short_years_first {
        return None;
    }
    let by_cells = match day_first.cmp(&month_first) {
        std::cmp::Ordering::Greater => Some(DateOrder::Dmy),
        std::cmp::Ordering::Less => Some(DateOrder::Mdy),
        std::cmp::Ordering::Equal => None,
    };
    let known = by_cells.or(locale.order.filter(|order| *order != DateOrder::Ymd));
    let order = known.unwrap_or(DateOrder::Dmy);
    let alien = if order == DateOrder::Dmy { month_first } else { day_first };
    let parted = dates.both_orders == 0 && alien == 0 && !column.remarks.days_beyond_twelve;
    let swapped = parted && dates.year_first >= ENOUGH_SWAPPED && others >= ENOUGH_SWAPPED;
    let form = if swapped { DateForm::Swapped } else { DateForm::Mixed };
    let (years, rest) = (dates.under(DateOrder::Ymd), dates.under(order));
    let days = years.range.into_iter().chain(rest.range).flat_map(|(first, last)| [first, last]);
    let days = days.clone().min().zip(days.max());
    let both = |row: &&u64| rest.unread.rows.contains(row);
    let unread = Tally {
        count: column.present() - dates.year_first - (others - alien),
        rows: years.unread.rows.iter().filter(both).copied().collect(),
    };
    let question = (known.is_none() && dates.both_orders > 0)
        .then(|| ask_order(column, name, &[DateOrder::Dmy, DateOrder::Mdy], order));
    Some(Decision {
        kind: ColumnType::Date,
        date: Some(DateFormat { order, form, latest: None }),
        unread,
        days: days.filter(|_| !swapped).map(|(first, last)| (first.div_euclid(DAY), last.div_euclid(DAY))),
        question,
        ..Decision::text()
    })
}

/// Dates of each sort from which on it is no accident that all those of one are of a day up to the 12th: it would be one in a hundred.
const ENOUGH_SWAPPED: u64 = 5;

/// Years of two digits may be days: `15/11/10` read from the wrong end scatters over thirty years what lies within a few.
fn plausible(column: &Evidence, orders: &[DateOrder]) -> Vec<DateOrder> {
    let span = |order: &DateOrder| column.dates.under(*order).range.map_or(0, |(first, last)| last - first);
    let (first, last): (Vec<DateOrder>, Vec<DateOrder>) =
        orders.iter().partition(|order| **order == DateOrder::Ymd);
    let (Some(year_first), Some(year_last)) = (first.iter().map(span).min(), last.iter().map(span).min())
    else {
        return orders.to_vec();
    };
    if year_last > year_first.saturating_mul(4) {
        first
    } else if year_first > year_last.saturating_mul(4) {
        last
    } else {
        orders.to_vec()
    }
}

fn dated_by(moments: &Moments) -> Decision {
    let days = moments.range.map(|(first, last)| (first.div_euclid(DAY), last.div_euclid(DAY)));
    Decision { kind: ColumnType::Date, unread: moments.unread.clone(), days, ..Decision::text() }
}

/// The decimal mark, as an index of [`MARKS`], and whether the cells leave it open.
fn mark(column: &Evidence, locale: Locale) -> (usize, bool) {
    let numbers = &column.numbers;
    let index = |mark: DecimalMark| usize::from(mark == DecimalMark::Comma);
    if numbers.only[0] != numbers.only[1] {
        return (usize::from(numbers.only[1] > numbers.only[0]), false);
    }
    let default =
        locale.decimal.unwrap_or(if locale.semicolons { DecimalMark::Comma } else { DecimalMark::Point });
    if numbers.either == 0 || locale.decimal.is_some() {
        return (index(default), false);
    }
    // Each cell with a mark has it before exactly three digits. If whole numbers beside them reach a thousand without one, it is
    // no group mark; if they all stay below and come near, it is. A few that are far from it say neither.
    let decimal_reading = usize::from(!numbers.point_stands);
    let reach = largest(numbers.plain);
    let (plain, marked) = (numbers.plain_count, numbers.either);
    if reach >= 1_000.0 {
        let often = numbers.ungrouped * SOME >= marked;
        return (if often { decimal_reading } else { 1 - decimal_reading }, !often);
    }
    // Three places behind three digits, as in 119.300: hardly anything is written so.
    let widest = largest(numbers.under(decimal_reading).range);
    let near = (reach >= 100.0 && plain * SOME >= marked) || widest >= reach.max(100.0);
    let many = plain >= 2 * SOME && plain >= marked * SOME;
    if near || many { (1 - decimal_reading, false) } else { (index(default), true) }
}

/// Cells that one has to stand for, at most, to be no slip.
const SOME: u64 = 10;

/// The largest number of a range, whatever its sign.
fn largest(range: Option<(f64, f64)>) -> f64 {
    range.map_or(0.0, |(low, high)| low.abs().max(high.abs()))
}

/// Decimal places for exact sums of a column under the mark at `index` of [`MARKS`]: as many as were seen, up to [`MOST_PLACES`] and to what 64 bits hold for the largest number. No number
/// takes the first [`LEAST_PLACES`] from all others: one that is too large for them, a `huge` one, is none that could be summed, and both
/// passes count it as one that does not fit.
fn scale_for(column: &Evidence, index: usize) -> u8 {
    let numbers = column.numbers.under(index);
    let mut scale = numbers.places.min(u32::from(MOST_PLACES)) as u8;
    if scale > 0 && column.huge.count > 0 {
        return LEAST_PLACES;
    }
    let mut reach = (0..scale).fold(largest(numbers.range), |reach, _| reach * 10.0);
    while scale > 0 && reach > 9e18 {
        (scale, reach) = (scale - 1, reach / 10.0);
    }
    scale
}

fn ask_order(column: &Evidence, name: &str, orders: &[DateOrder], proposed: DateOrder) -> Question {
    let answers = orders.iter().map(|order| {
        let day = |moment: i64| iso_day(moment.div_euclid(DAY));
        let mut consequence = Statement::new("date-order-consequence").with("order", order_name(*order));
        if let Some((first, last)) = column.dates.under(*order).range {
            consequence = consequence.with("first", day(first).as_str()).with("last", day(last).as_str());
        }
        let choice = ColumnChoice { date_order: Some(*order), ..ColumnChoice::default() };
        Answer { choice, consequence, proposed: *order == proposed }
    });
    Question {
        ask: Statement::new("which-date-order").with("column", name),
        column: name.to_owned(),
        answers: answers.collect(),
    }
}

fn ask_mark(column: &Evidence, name: &str, proposed: usize) -> Question {
    let answers = MARKS.iter().enumerate().map(|(index, mark)| {
        let mut consequence = Statement::new("decimal-mark-consequence")
            .with("mark", if *mark == DecimalMark::Point { "." } else { "," });
        if let Some(mean) = column.numbers.under(index).mean() {
            consequence = consequence.with("mean", mean);
        }
        let choice = ColumnChoice { decimal: Some(*mark), ..ColumnChoice::default() };
        Answer { choice, consequence, proposed: index == proposed }
    });
    Question {
        ask: Statement::new("which-decimal-mark").with("column", name),
        column: name.to_owned(),
        answers: answers.collect(),
    }
}

/// The word for an order of day, month and year.
pub(super) fn order_name(order: DateOrder) -> &'static str {
    match order {
        DateOrder::Ymd => "ymd",
        DateOrder::Dmy => "dmy",
        DateOrder::Mdy => "mdy",
    }
}

impl Decision {
    fn text() -> Self {
        Decision {
            kind: ColumnType::Text,
            decimal: None,
            scale: 0,
            date: None,
            numbers: None,
            unread: Tally::default(),
            range: None,
            mean: None,
            days: None,
            question: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::column::Column;
    use super::*;

    fn decision(name: &str, cells: &[&str], delimiter: u8) -> Decision {
        let mut column = Column::new(1_000);
        column.push_each(cells.iter().map(|cell| cell.as_bytes()), 2);
        let columns = [column.finish()];
        decide(&columns[0], name, locale(&columns, &[], delimiter))
    }

    fn check_number(name: &str, cells: &[&str], delimiter: u8, mark: DecimalMark, scale: u8, asks: bool) {
        let found = decision(name, cells, delimiter);
        assert_eq!(
            (found.kind, found.decimal, found.scale, found.question.is_some()),
            (ColumnType::Number, Some(mark), scale, asks),
            "{name} {cells:?}"
        );
    }

    fn check_date(name: &str, cells: &[&str], order: DateOrder, form: DateForm, asks: bool) {
        let found = decision(name, cells, b',');
        let expect = (ColumnType::Date, Some(DateFormat { order, form, latest: None }), asks);
        assert_eq!((found.kind, found.date, found.question.is_some()), expect, "{name} {cells:?}");
    }

    fn check_kind(name: &str, cells: &[&str], kind: ColumnType) {
        assert_eq!(decision(name, cells, b',').kind, kind, "{name} {cells:?}");
    }

    #[test]
    fn decimal_marks() {
        use DecimalMark::{Comma, Point};
        // Whole thousands, some of them with three digits before the mark.
        check_number("total", &["119,300", "83,919", "12,500"], b',', Point, 0, false);
        check_number("x", &["1", "2"], b',', Point, 0, false);
        check_number("x", &["1.5", "2"], b',', Point, 1, false);
        check_number("x", &["1,5", "1.234,25"], b';', Comma, 2, false);
        check_number("x", &["1,234", "12", "999"], b',', Point, 0, false);
        check_number("x", &["1.234", "12", "999"], b',', Comma, 0, false);
        check_number("x", &["1,234", "1200"], b';', Comma, 3, false);
        // A few whole numbers far from the others, or one of a thousand among many, may be either.
        check_number("x", &["1.459", "1.519", "2", "3"], b',', Point, 3, true);
        check_number("x", &["1.250", "2.750", "3", "12"], b',', Point, 2, true);
        check_number("x", &[["2.519"; 30].as_slice(), &["1200"]].concat(), b',', Comma, 0, true);
        check_number("x", &[["2"; 30].as_slice(), &["1,200"]].concat(), b',', Point, 0, false);
        check_number("x", &["1.234", "5.678"], b',', Point, 3, true);
        check_number("x", &["1.234", "5.678"], b';', Comma, 0, true);
        check_number("x", &["0.1234567890", "1"], b',', Point, 6, false);
        check_number("x", &["0.123456", "1000000000000000"], b',', Point, 3, false);
        // What no exact sum holds costs the others nothing.
        check_number("x", &["440.90", "1e25"], b',', Point, 3, false);
        check_number("x", &["440.90", "4006381333931000000000"], b',', Point, 3, false);
        check_number("x", &["440.90", "4006381333931"], b',', Point, 1, false);
        check_number("x", &["441", "1e25"], b',', Point, 0, false);
    }

    #[test]
    fn dates() {
        use DateForm::{Compact, Named, Separated, Serial, UnixMilliseconds, UnixSeconds};
        check_date("InvoiceDate", &["2010-12-01 08:26:00"], DateOrder::Ymd, Separated, false);
        check_date("d", &["04-09-2012", "21-08-2013"], DateOrder::Dmy, Separated, false);
        check_date("d", &["11/8/2018", "6/16/2018"], DateOrder::Mdy, Separated, false);
        check_date("d", &["11/8/2018", "6/12/2018"], DateOrder::Dmy, Separated, true);
        check_date("d", &["11.8.2018", "6.12.2018"], DateOrder::Dmy, Separated, false);
        check_date("d", &["1/1/2018", "2/2/2018"], DateOrder::Dmy, Separated, false);
        check_date("d", &["15/11/10", "30/12/10", "02/01/11"], DateOrder::Dmy, Separated, false);
        check_date("d", &["10-11-15", "10-12-30", "11-01-02"], DateOrder::Ymd, Separated, false);
        check_date("Date", &["19970101", "19970118"], DateOrder::Ymd, Compact, false);
        check_date("Date", &["20200305082600", "20200306091500"], DateOrder::Ymd, Compact, false);
        check_date("Date", &["20200305T082600Z", "20200306T091500Z"], DateOrder::Ymd, Compact, false);
        check_date("Date", &["20200305 08:26", "20200306 09:15:01"], DateOrder::Ymd, Compact, false);
        check_date("d", &["5. März 2020", "24. Dez. 2020"], DateOrder::Dmy, Named, false);
        check_date("Datum", &["43895", "43896,35"], DateOrder::Ymd, Serial, false);
        check_date("created_at", &["1583396760", "1583483160"], DateOrder::Ymd, UnixSeconds, false);
        check_date("timestamp", &["1583396760123", "1583483160456"], DateOrder::Ymd, UnixMilliseconds, false);
    }

    #[test]
    fn kinds() {
        use ColumnType::{Boolean, Number, Text};
        check_kind("InvoiceNo", &["536365", "536366", "C536367"], Text);
        check_kind("CustomerID", &["17850.0", "", "13047.0"], Number);
        check_kind("PLZ", &["01067", "10115", "04109"], Text);
        check_kind("member", &["yes", "No", "yes"], Boolean);
        check_kind("Complain", &["0", "1"], Number);
        check_kind("code", &["19970101"], Number);
        check_kind("Income", &["43895", "43896"], Number);
        check_kind("order no", &["1583396760", "1583483160"], Number);
        check_kind("Time on site", &["12", "300"], Number);
        check_kind("empty", &["", "NULL"], Text);
        let cells: Vec<&str> = [["1"; 19].as_slice(), &["about 5"]].concat();
        let found = decision("x", &cells, b',');
        assert_eq!((found.kind, found.unread), (Number, Tally { count: 1, rows: vec![21] }));
    }

    #[test]
    fn consequences_are_told() {
        let question = decision("d", &["11/8/2018", "6/12/2018"], b',').question.unwrap();
        let told: Vec<String> = question
            .answers
            .iter()
            .map(|answer| serde_json::to_string(&answer.consequence).unwrap())
            .collect();
        assert!(told[0].contains("2018-08-11") && told[0].contains("2018-12-06"), "{told:?}");
        assert!(told[1].contains("2018-06-12") && told[1].contains("2018-11-08"), "{told:?}");
    }
}
