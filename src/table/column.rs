//! One column during pass 1: the evidence for what its cells are, gathered cell by cell and weighed at the end.
//!
//! All evidence is counts, extremes and exact sums, so the rows may come in any order.

use super::cells::{Tally, is_missing};
use super::dates::{self, ORDERS};
use super::distinct::{Distinct, hash};
use super::numbers::{self, Decimal, MOST_PLACES};
use super::personal::Shapes;
use super::{DecimalMark, dates::DateOrder};

/// The evidence of one column.
pub(super) struct Column {
    /// The last cell and the rows in which it stood: exports repeat themselves, and equal neighbours are looked at once.
    last: Vec<u8>,
    run: Tally,
    pub(super) cells: u64,
    pub(super) missing: u64,
    pub(super) distinct: Distinct,
    pub(super) numbers: Numbers,
    pub(super) dates: Dates,
    pub(super) shapes: Shapes,
    /// Cells that say yes or no.
    pub(super) answers: u64,
    /// Whole numbers written with leading zeros, as only codes are.
    pub(super) leading_zeros: u64,
}

/// What fits a reading as numbers.
#[derive(Default)]
pub(super) struct Numbers {
    /// Cells that mean the same under both marks.
    pub(super) plain: Readable,
    /// Cells with a mark, as read under a decimal point and under a decimal comma.
    pub(super) marked: [Readable; 2],
    /// Cells that fit one mark only.
    pub(super) only: [u64; 2],
    /// Cells with a mark that are numbers under both: `1,234`.
    pub(super) either: u64,
    /// Cells that are no numbers, under each mark.
    pub(super) unread: [Tally; 2],
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

/// What fits a reading as dates: one entry for each of [`ORDERS`], then one for `YYYYMMDD`.
#[derive(Default)]
pub(super) struct Dates {
    pub(super) readable: [Moments; 4],
    /// Dates written with points, which only the order day, month, year is.
    pub(super) dotted: u64,
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

/// Where `YYYYMMDD` stands in [`Dates::readable`].
pub(super) const COMPACT: usize = 3;

const ANSWERS: [&str; 22] = [
    "yes",
    "no",
    "y",
    "n",
    "true",
    "false",
    "t",
    "f",
    "ja",
    "nein",
    "j",
    "wahr",
    "falsch",
    "oui",
    "non",
    "vrai",
    "faux",
    "si",
    "sí",
    "verdadero",
    "vero",
    "falso",
];

impl Column {
    /// A column that keeps at most `budget` hashes of its values.
    pub(super) fn new(budget: usize) -> Self {
        Column {
            last: Vec::new(),
            run: Tally::default(),
            cells: 0,
            missing: 0,
            distinct: Distinct::new(budget),
            numbers: Numbers::default(),
            dates: Dates::default(),
            shapes: Shapes::default(),
            answers: 0,
            leading_zeros: 0,
        }
    }

    /// Takes the next cell.
    pub(super) fn push(&mut self, cell: &[u8], row: u64) {
        if cell != self.last.as_slice() || self.run.count == 0 {
            self.flush();
            self.last.clear();
            self.last.extend_from_slice(cell);
        }
        self.run.add(row);
    }

    /// Takes account of the cells that are still held; to be called after the last one.
    pub(super) fn flush(&mut self) {
        if self.run.count == 0 {
            return;
        }
        let mut run = std::mem::take(&mut self.run);
        let last = std::mem::take(&mut self.last);
        self.observe(last.trim_ascii(), &run);
        run.clear();
        (self.run, self.last) = (run, last);
    }

    /// Cells that hold something.
    pub(super) fn present(&self) -> u64 {
        self.cells - self.missing
    }

    fn observe(&mut self, cell: &[u8], run: &Tally) {
        self.cells += run.count;
        if is_missing(cell) {
            self.missing += run.count;
            return;
        }
        self.distinct.insert(hash(cell));
        self.shapes.observe(cell, run.count);
        self.numbers.observe(cell, run);
        self.dates.observe(cell, run);
        if cell.len() <= 9
            && cell[0].is_ascii_alphabetic()
            && ANSWERS.iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes()))
        {
            self.answers += run.count;
        }
        if cell.len() > 1 && cell[0] == b'0' && cell.iter().all(u8::is_ascii_digit) {
            self.leading_zeros += run.count;
        }
    }
}

impl Numbers {
    fn observe(&mut self, cell: &[u8], run: &Tally) {
        if !cell.iter().any(|byte| matches!(byte, b'.' | b',')) {
            match numbers::read(cell, DecimalMark::Point) {
                Some(decimal) => self.plain.add(decimal, run.count),
                None => self.unread.iter_mut().for_each(|unread| unread.extend(run)),
            }
            return;
        }
        let found = MARKS.map(|mark| numbers::read(cell, mark));
        for (index, decimal) in found.iter().enumerate() {
            match decimal {
                Some(decimal) => self.marked[index].add(*decimal, run.count),
                None => self.unread[index].extend(run),
            }
        }
        match found {
            [Some(_), Some(_)] => self.either += run.count,
            [Some(_), None] => self.only[0] += run.count,
            [None, Some(_)] => self.only[1] += run.count,
            [None, None] => {}
        }
    }

    /// All numbers under the mark at `index` of [`MARKS`].
    pub(super) fn under(&self, index: usize) -> Readable {
        let (plain, marked) = (&self.plain, &self.marked[index]);
        if plain.count == 0 || marked.count == 0 {
            return if plain.count == 0 { marked.clone() } else { plain.clone() };
        }
        Readable {
            count: plain.count + marked.count,
            places: plain.places.max(marked.places),
            range: plain.range.zip(marked.range).map(|(one, other)| (one.0.min(other.0), one.1.max(other.1))),
            millionths: plain
                .millionths
                .zip(marked.millionths)
                .and_then(|(one, other)| one.checked_add(other)),
        }
    }
}

impl Readable {
    fn add(&mut self, decimal: Decimal, times: u64) {
        let value = decimal.to_f64();
        let (low, high) = self.range.unwrap_or((value, value));
        self.range = Some((low.min(value), high.max(value)));
        self.places = self.places.max(decimal.places());
        let sum = if self.count == 0 { Some(0) } else { self.millionths };
        let more =
            decimal.to_units(MOST_PLACES).and_then(|units| i128::from(units).checked_mul(i128::from(times)));
        self.millionths = sum.zip(more).and_then(|(sum, more)| sum.checked_add(more));
        self.count += times;
    }

    /// The mean, where the sum is exact.
    pub(super) fn mean(&self) -> Option<f64> {
        let sum = self.millionths.filter(|_| self.count > 0)?;
        Some(sum as f64 / 1e6 / self.count as f64)
    }
}

impl Dates {
    fn observe(&mut self, cell: &[u8], run: &Tally) {
        let written = dates::separated(cell);
        for (index, order) in ORDERS.into_iter().enumerate() {
            self.readable[index].add(written.and_then(|written| written.moment(order)), run);
        }
        self.readable[COMPACT].add(dates::compact(cell), run);
        if written.is_some_and(|written| written.separator == b'.') {
            self.dotted += run.count;
        }
    }

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

impl Moments {
    fn add(&mut self, moment: Option<i64>, run: &Tally) {
        let Some(moment) = moment else { return self.unread.extend(run) };
        let (first, last) = self.range.unwrap_or((moment, moment));
        self.range = Some((first.min(moment), last.max(moment)));
        self.count += run.count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: &[&str]) -> Column {
        let mut column = Column::new(100);
        (1..).zip(cells).for_each(|(row, cell)| column.push(cell.as_bytes(), row));
        column.flush();
        column
    }

    #[test]
    fn counts_and_rows() {
        let found = column(&["1", "1", " 1 ", "", "x", "x", "NULL", "2"]);
        assert_eq!((found.cells, found.missing, found.distinct.count()), (8, 2, 3));
        assert_eq!(found.numbers.plain.count, 4);
        assert_eq!(found.numbers.unread[0], Tally { count: 2, rows: vec![5, 6] });
        assert_eq!(found.numbers.under(0).mean(), Some(1.25));
    }

    #[test]
    fn marks() {
        let found = column(&["1,234", "12", "1,5", "7,25", "3.5"]);
        assert_eq!((found.numbers.either, found.numbers.only), (1, [1, 2]));
        assert_eq!(found.numbers.under(1).count, 4);
        assert_eq!(found.numbers.under(1).places, 3);
        assert_eq!(found.numbers.under(1).range, Some((1.234, 12.0)));
    }

    #[test]
    fn orders() {
        assert_eq!(column(&["1/2/2018", "13/2/2018"]).dates.best_orders(), (vec![DateOrder::Dmy], 2));
        assert_eq!(
            column(&["1/2/2018", "3/4/2018"]).dates.best_orders(),
            (vec![DateOrder::Dmy, DateOrder::Mdy], 2)
        );
        assert_eq!(column(&["a"]).dates.best_orders(), (vec![], 0));
        assert_eq!(column(&["no", "YES"]).answers, 2);
    }
}
