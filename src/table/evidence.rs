//! What pass 1 knows of a column once all of it has gone by.

use super::dates::ORDERS;
use super::numbers::Decimal;
use super::remarks::Remarks;
use super::sentinels::Sentinel;
use super::shapes::Shapes;
use super::tally::Tally;
use super::traits::{
    ANSWER, BY_COMMA, COMMA, DMY, DOTTED, FRACTION_OF_DAY, LEADING_ZERO, MARKED, MDY, MISSING, NARROW,
    NO_DAY, POINT, READINGS, RETURN_ID, Taken, UNGROUPED, UNSUMMED, VOID, YMD, ZERO,
};
use super::{DateOrder, DecimalMark};

/// The evidence of one column.
pub(super) struct Evidence {
    pub(super) cells: u64,
    pub(super) missing: u64,
    /// Different values, and whether that is exact.
    pub(super) distinct: u64,
    pub(super) exact: bool,
    pub(super) numbers: Numbers,
    pub(super) dates: Dates,
    pub(super) shapes: Shapes,
    /// Cells that say yes or no.
    pub(super) answers: u64,
    /// Whole numbers written with leading zeros, as only codes are.
    pub(super) leading_zeros: u64,
    /// Numbers whose fractions look like times of day.
    pub(super) fractions_of_day: u64,
    /// Cells that say that an order was cancelled or paid back.
    pub(super) voided: u64,
    /// Cells with an id that stands for nobody.
    pub(super) zeros: u64,
    /// Cells that a spreadsheet wrote as `#####`.
    pub(super) narrow: Tally,
    /// Numbers beyond what exact sums hold with [`LEAST_PLACES`](super::traits::LEAST_PLACES).
    pub(super) huge: Tally,
    /// Cells of C and digits.
    pub(super) return_ids: u64,
    /// What single values show.
    pub(super) remarks: Remarks,
    /// How cells look that are neither numbers nor dates, and how many look so; the most frequent first.
    pub(super) forms: Vec<(String, u64)>,
    /// Numbers that look like codes for missing ones.
    pub(super) sentinels: Vec<Sentinel>,
}

/// What fits a reading as numbers.
pub(super) struct Numbers {
    under: [Readable; 2],
    unread: [Tally; 2],
    /// Whole numbers without any mark, from least to greatest.
    pub(super) plain: Option<(f64, f64)>,
    /// How many there are, and how many of a thousand or more.
    pub(super) plain_count: u64,
    pub(super) ungrouped: u64,
    /// Cells that fit one mark only.
    pub(super) only: [u64; 2],
    /// Cells with a mark that are numbers under both: `1,234`.
    pub(super) either: u64,
    /// Whether a cell with a mark has decimal places under a point.
    pub(super) point_stands: bool,
}

/// Numbers and their extremes.
#[derive(Clone, Default)]
pub(super) struct Readable {
    pub(super) count: u64,
    pub(super) places: u32,
    /// Least and greatest.
    pub(super) range: Option<(f64, f64)>,
    /// Exact sum in millionths; `None` after a number too large for it.
    pub(super) millionths: Option<i128>,
}

/// What fits a reading as dates: one entry for each of [`ORDERS`], then `YYYYMMDD`, then those with the name of a month.
pub(super) struct Dates {
    pub(super) readable: [Moments; 5],
    /// Dates that are known to the month or the week.
    pub(super) no_day: u64,
    /// Dates written with points, which only the order day, month, year is.
    pub(super) dotted: u64,
    /// Dates that only the year can begin.
    pub(super) year_first: u64,
    /// Dates that only the day, only the month, or either of them can begin, and the year cannot.
    pub(super) day_first_only: u64,
    pub(super) month_first_only: u64,
    pub(super) both_orders: u64,
}

/// Dates and their extremes.
#[derive(Clone, Default)]
pub(super) struct Moments {
    pub(super) count: u64,
    /// Earliest and latest.
    pub(super) range: Option<(i64, i64)>,
    /// Cells that are none.
    pub(super) unread: Tally,
}

/// Both marks, in the order of the arrays above.
pub(super) const MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];

/// Sums over cells by what they may be read as, and extremes over different values.
#[derive(Default)]
pub(super) struct Totals {
    /// Cells and their sum in millionths, by traits. A column has few different ones.
    by_traits: Vec<(u32, u64, i128)>,
    plain: Option<(f64, f64)>,
    marked: [Option<(f64, f64)>; 2],
    places: [u32; 2],
    point_stands: bool,
    moments: [Option<(i64, i64)>; 5],
}

impl Totals {
    /// Counts `times` cells that hold one value.
    pub(super) fn add(&mut self, traits: u32, millionths: i64, times: u64) {
        let sum = i128::from(millionths) * i128::from(times);
        match self.by_traits.iter_mut().find(|(known, ..)| *known == traits) {
            Some((_, count, total)) => (*count, *total) = (*count + times, *total + sum),
            None => self.by_traits.push((traits, times, sum)),
        }
    }

    /// Widens the extremes to hold a value.
    pub(super) fn stretch(&mut self, taken: &Taken) {
        let marked = taken.traits & MARKED != 0;
        for (index, decimal) in taken.numbers.iter().enumerate() {
            let Some(value) = decimal.map(Decimal::to_f64) else { continue };
            let range = if marked { &mut self.marked[index] } else { &mut self.plain };
            *range = widened(*range, value, f64::min, f64::max);
            let places = decimal.map_or(0, Decimal::places);
            self.places[index] = self.places[index].max(places);
            self.point_stands |= marked && index == 0 && places > 0;
        }
        for (range, moment) in self.moments.iter_mut().zip(taken.moments) {
            if let Some(moment) = moment {
                *range = widened(*range, moment, i64::min, i64::max);
            }
        }
    }

    fn count(&self, fits: impl Fn(u32) -> bool) -> u64 {
        self.by_traits.iter().filter(|(traits, ..)| fits(*traits)).map(|(_, count, _)| count).sum()
    }

    /// All numbers under the mark at `index` of [`MARKS`].
    fn readable(&self, index: usize) -> Readable {
        let (reading, other) = if index == 0 { (POINT, COMMA) } else { (COMMA, POINT) };
        let mut found = Readable { places: self.places[index], millionths: Some(0), ..Readable::default() };
        for (traits, count, sum) in self.by_traits.iter().filter(|(traits, ..)| traits & reading != 0) {
            found.count += count;
            let group_mark =
                traits & MARKED != 0 && traits & other != 0 && (traits & BY_COMMA != 0) == (index == 0);
            let exact = traits & UNSUMMED == 0;
            let sum = sum.checked_mul(if group_mark { 1_000 } else { 1 }).filter(|_| exact);
            found.millionths = found.millionths.zip(sum).and_then(|(all, sum)| all.checked_add(sum));
        }
        let marked = self.marked[index];
        found.range = match (self.plain, marked) {
            (Some(plain), Some(marked)) => Some((plain.0.min(marked.0), plain.1.max(marked.1))),
            (plain, marked) => plain.or(marked),
        };
        found
    }
}

fn widened<T: Copy>(
    range: Option<(T, T)>,
    value: T,
    min: fn(T, T) -> T,
    max: fn(T, T) -> T,
) -> Option<(T, T)> {
    let (low, high) = range.unwrap_or((value, value));
    Some((min(low, value), max(high, value)))
}

impl Evidence {
    /// The evidence in `totals`; `unread` holds the first rows that fit not, one entry for each of [`READINGS`].
    pub(super) fn new(
        totals: &Totals,
        distinct: u64,
        exact: bool,
        unread: [Tally; READINGS.len()],
        [narrow, huge]: [Tally; 2],
    ) -> Self {
        let with = |trait_: u32| totals.count(|traits| traits & trait_ != 0);
        let (cells, missing) = (totals.count(|_| true), with(MISSING));
        let mut readings = READINGS.iter().zip(unread).map(|(reading, rows)| {
            let count = with(*reading);
            (count, Tally { count: cells - missing - count, ..rows })
        });
        let mut next = || readings.next().unwrap_or_default();
        let unread = [next().1, next().1];
        let readable = totals.moments.map(|range| {
            let (count, unread) = next();
            Moments { count, range, unread }
        });
        let only = |one: u32, other: u32| totals.count(|traits| traits & one != 0 && traits & other == 0);
        debug_assert_eq!(with(NARROW), narrow.count);
        Evidence {
            cells,
            missing,
            distinct,
            exact,
            numbers: Numbers {
                under: [totals.readable(0), totals.readable(1)],
                unread,
                plain: totals.plain,
                plain_count: totals.count(|traits| traits & POINT != 0 && traits & MARKED == 0),
                ungrouped: totals.count(|traits| traits & POINT != 0 && traits & UNGROUPED != 0),
                only: [only(POINT, COMMA), only(COMMA, POINT)],
                either: totals
                    .count(|traits| traits & MARKED != 0 && traits & POINT != 0 && traits & COMMA != 0),
                point_stands: totals.point_stands,
            },
            dates: Dates {
                readable,
                no_day: with(NO_DAY),
                dotted: with(DOTTED),
                year_first: totals.count(|traits| traits & (YMD | DMY | MDY) == YMD),
                day_first_only: totals.count(|traits| traits & (YMD | DMY | MDY) == DMY),
                month_first_only: totals.count(|traits| traits & (YMD | DMY | MDY) == MDY),
                both_orders: totals.count(|traits| traits & (YMD | DMY | MDY) == DMY | MDY),
            },
            shapes: Shapes::new(cells - missing, &with),
            answers: with(ANSWER),
            leading_zeros: with(LEADING_ZERO),
            fractions_of_day: with(FRACTION_OF_DAY),
            voided: with(VOID),
            zeros: with(ZERO),
            narrow,
            huge,
            return_ids: only(RETURN_ID, POINT),
            remarks: Remarks::default(),
            forms: Vec::new(),
            sentinels: Vec::new(),
        }
    }

    /// Cells that hold something.
    pub(super) fn present(&self) -> u64 {
        self.cells - self.missing
    }
}

impl Numbers {
    /// All numbers under the mark at `index` of [`MARKS`].
    pub(super) fn under(&self, index: usize) -> &Readable {
        &self.under[index]
    }

    /// Cells that are none.
    pub(super) fn unread(&self, index: usize) -> Tally {
        self.unread[index].clone()
    }
}

impl Readable {
    /// The mean, where the sum is exact.
    pub(super) fn mean(&self) -> Option<f64> {
        let sum = self.millionths.filter(|_| self.count > 0)?;
        Some(sum as f64 / 1e6 / self.count as f64)
    }
}

impl Dates {
    /// The orders that the most cells fit, and how many those are.
    pub(super) fn best_orders(&self) -> (Vec<DateOrder>, u64) {
        let counts = &self.readable[..ORDERS.len()];
        let most = counts.iter().map(|moments| moments.count).max().unwrap_or(0);
        let best = ORDERS.into_iter().zip(counts).filter(|(_, moments)| moments.count == most && most > 0);
        (best.map(|(order, _)| order).collect(), most)
    }

    /// What was read under `order`.
    pub(super) fn under(&self, order: DateOrder) -> &Moments {
        let index = ORDERS.iter().position(|known| *known == order).unwrap_or(0);
        &self.readable[index]
    }
}
