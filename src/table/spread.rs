//! How the values of a column are spread, as far as a sample of its rows tells.

use serde::{Deserialize, Serialize};

use super::dates::{DAY, ORDERS, moment};
use super::evidence::{Evidence, MARKS};
use super::kept_rows::KeptRows;
use super::kinds::half;
use super::numbers::{self, Decimal};
use super::values::hash;
use super::{ColumnReport, ColumnType, DateForm, DateFormat, DateOrder, DecimalMark, iso_day};
use crate::distribution::{Ascending, BINS};
use crate::limits::KINDS;

/// How the values of a column are spread: over all rows that have one, or those of them among the rows that were sampled. It holds no
/// cell's text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Spread {
    /// Of numbers; quantiles by linear interpolation (Hyndman & Fan 1996, type 7).
    Numbers {
        /// Least number in these rows.
        min: f64,
        /// First quartile.
        lower_quartile: f64,
        /// Median.
        median: f64,
        /// Third quartile.
        upper_quartile: f64,
        /// Greatest number in these rows.
        max: f64,
        /// Rows in each of up to 24 bins of equal width from the least to the greatest number.
        histogram: Vec<u32>,
    },
    /// Of days, as ISO dates; a quartile between two days is the earlier one.
    Days {
        /// First day in these rows.
        first: String,
        /// Day by which a quarter of the rows are past.
        lower_quartile: String,
        /// Day by which half of them are.
        median: String,
        /// Day by which three quarters of them are.
        upper_quartile: String,
        /// Last day in these rows.
        last: String,
        /// Rows in each of up to 24 spans of equally many days from the first day on.
        histogram: Vec<u32>,
    },
    /// Of texts of few kinds.
    Kinds {
        /// Share of the rows that have the most frequent kind.
        most_frequent: f64,
        /// Rows of each of the 24 most frequent kinds, in descending order.
        histogram: Vec<u32>,
    },
}

/// The spread of a column's cells under each way to read half of them or more.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Spreads {
    /// Nothing is to be shown of them.
    #[default]
    None,
    Numbers(Vec<(DecimalMark, Spread)>),
    Days(Vec<(DateOrder, Spread)>),
    Kinds(Spread),
}

impl Spreads {
    /// What the kept rows tell of the column at `index`.
    pub(super) fn new(rows: &KeptRows, index: usize, report: &ColumnReport, column: &Evidence) -> Self {
        let fits = |count: u64| half(count, column.present());
        match (report.kind, report.date) {
            (ColumnType::Number, _) => {
                let marks = MARKS.into_iter().enumerate();
                let marks = marks.filter(|(at, _)| fits(column.numbers.under(*at).count));
                let under = |(_, mark)| Some((mark, of_numbers(rows, index, mark)?));
                Spreads::Numbers(marks.filter_map(under).collect())
            }
            (ColumnType::Date, Some(format)) => {
                let orders = ORDERS.into_iter().filter(|order| match format.form {
                    DateForm::Separated => fits(column.dates.under(*order).count),
                    _ => *order == format.order,
                });
                let under = |order| Some((order, of_days(rows, index, DateFormat { order, ..format })?));
                Spreads::Days(orders.filter_map(under).collect())
            }
            (ColumnType::Text | ColumnType::Boolean, _) if report.distinct <= KINDS as u64 => {
                of_kinds(rows, index).map_or(Spreads::None, Spreads::Kinds)
            }
            _ => Spreads::None,
        }
    }

    /// The spread where numbers have this decimal mark, and dates this order.
    pub(super) fn under(&self, decimal: Option<DecimalMark>, order: Option<DateOrder>) -> Option<&Spread> {
        match self {
            Spreads::None => None,
            Spreads::Numbers(each) => each.iter().find(|(mark, _)| Some(*mark) == decimal).map(|(_, of)| of),
            Spreads::Days(each) => each.iter().find(|(own, _)| Some(*own) == order).map(|(_, of)| of),
            Spreads::Kinds(of) => Some(of),
        }
    }
}

fn of_numbers(rows: &KeptRows, index: usize, mark: DecimalMark) -> Option<Spread> {
    let numbers = rows.values(index).filter_map(|cell| numbers::read(cell, mark));
    let numbers = Ascending::of(numbers.map(Decimal::to_f64).filter(|number| number.is_finite()));
    let (min, max) = numbers.range()?;
    let [lower_quartile, median, upper_quartile] =
        [numbers.quantile(0.25)?, numbers.quantile(0.5)?, numbers.quantile(0.75)?];
    // Of numbers like 1e308 the way from one to the next is no number.
    (lower_quartile + median + upper_quartile).is_finite().then(|| Spread::Numbers {
        min,
        lower_quartile,
        median,
        upper_quartile,
        max,
        histogram: numbers.histogram(),
    })
}

fn of_days(rows: &KeptRows, index: usize, format: DateFormat) -> Option<Spread> {
    let moments = rows.values(index).filter_map(|cell| moment(cell, format));
    let mut days: Vec<i64> = moments.map(|moment| moment.div_euclid(DAY)).collect();
    days.sort_unstable();
    let (&first, &last) = days.first().zip(days.last())?;
    let at = |quarters: usize| iso_day(days[quarters * (days.len() - 1) / 4]);
    let width = (last - first) / BINS as i64 + 1;
    let mut bins = vec![0; ((last - first) / width + 1) as usize];
    days.iter().for_each(|day| bins[((day - first) / width) as usize] += 1);
    Some(Spread::Days {
        first: iso_day(first),
        lower_quartile: at(1),
        median: at(2),
        upper_quartile: at(3),
        last: iso_day(last),
        histogram: bins,
    })
}

/// Kinds come again: of as many different texts as half the rows, or more, nothing is told.
fn of_kinds(rows: &KeptRows, index: usize) -> Option<Spread> {
    // They are told apart by their hashes, as where they are counted.
    let mut cells: Vec<u64> = rows.values(index).map(hash).collect();
    cells.sort_unstable();
    let mut kinds: Vec<u32> = cells.chunk_by(|a, b| a == b).map(|kind| kind.len() as u32).collect();
    kinds.sort_unstable_by(|a, b| b.cmp(a));
    let most_frequent = f64::from(*kinds.first()?) / cells.len() as f64;
    let come_again = kinds.len() * 2 < cells.len();
    kinds.truncate(BINS);
    come_again.then_some(Spread::Kinds { most_frequent, histogram: kinds })
}

#[cfg(test)]
mod tests {
    use super::super::kept_rows::tests::one_column;
    use super::*;

    /// So many bins, and what those of them hold that are not empty.
    fn bins(count: usize, filled: &[(usize, u32)]) -> Vec<u32> {
        let held = |bin: usize| filled.iter().find(|(at, _)| *at == bin).map_or(0, |(_, held)| *held);
        (0..count).map(held).collect()
    }

    #[test]
    fn numbers_have_quartiles_and_bins() {
        // By hand: type 7 quartiles of 1 2 3 5 25 are the second, third and fourth; a bin is one wide.
        let rows = one_column(&["5", "x", "25", "", "1", "3", "2"]);
        let expect = Spread::Numbers {
            min: 1.0,
            lower_quartile: 2.0,
            median: 3.0,
            upper_quartile: 5.0,
            max: 25.0,
            histogram: bins(24, &[(0, 1), (1, 1), (2, 1), (4, 1), (23, 1)]),
        };
        assert_eq!(of_numbers(&rows, 0, DecimalMark::Point), Some(expect));
        assert_eq!(of_numbers(&one_column(&["x", ""]), 0, DecimalMark::Point), None);
        assert_eq!(of_numbers(&rows, 1, DecimalMark::Point), None);
    }

    #[test]
    fn the_decimal_mark_makes_the_numbers() {
        let rows = one_column(&["1.500", "2.000", "3.250"]);
        let median = |mark| match of_numbers(&rows, 0, mark) {
            Some(Spread::Numbers { median, .. }) => median,
            other => panic!("{other:?}"),
        };
        assert_eq!((median(DecimalMark::Point), median(DecimalMark::Comma)), (2.0, 2000.0));
    }

    #[test]
    fn numbers_too_far_apart_are_not_spread() {
        assert_eq!(of_numbers(&one_column(&["-1e308", "1e308"]), 0, DecimalMark::Point), None);
    }

    #[test]
    fn days_have_quartiles_and_spans() {
        // 1 January to 19 February are 50 days, so a span is three of them: 17 spans.
        let rows = one_column(&["2024-02-19", "2024-01-01 23:59", "2024-01-03", "2024-01-04", "2024-01-10"]);
        let format =
            DateFormat { order: DateOrder::Ymd, form: super::super::DateForm::Separated, latest: None };
        let day = str::to_owned;
        let expect = Spread::Days {
            first: day("2024-01-01"),
            lower_quartile: day("2024-01-03"),
            median: day("2024-01-04"),
            upper_quartile: day("2024-01-10"),
            last: day("2024-02-19"),
            histogram: bins(17, &[(0, 2), (1, 1), (3, 1), (16, 1)]),
        };
        assert_eq!(of_days(&rows, 0, format), Some(expect));
        assert_eq!(of_days(&rows, 0, DateFormat { order: DateOrder::Dmy, ..format }), None);
    }

    #[test]
    fn kinds_come_most_frequent_first() {
        let rows = one_column(&["b", "a", "b", "n/a", "c", "b", "a", "b", "b"]);
        let expect = Spread::Kinds { most_frequent: 5.0 / 8.0, histogram: vec![5, 2, 1] };
        assert_eq!(of_kinds(&rows, 0), Some(expect));
        assert_eq!(of_kinds(&one_column(&["a", "b", "c", "c"]), 0), None);
        let many: Vec<String> = (0..300).map(|row| (row % 30).to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let expect = Spread::Kinds { most_frequent: 1.0 / 30.0, histogram: vec![10; 24] };
        assert_eq!(of_kinds(&one_column(&many), 0), Some(expect));
    }
}
