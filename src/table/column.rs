//! One column during pass 1: the evidence for what its cells are, gathered cell by cell and weighed at the end.
//!
//! Advice for whoever changes this: all evidence is counts, extremes and exact sums, so the rows may come in any order; and what a cell
//! may be read as is found out once for each different cell, so a cell that comes again costs one look-up by its hash. Whatever is
//! added has to keep both.

use super::block::Row;
use super::cells::trim;
use super::evidence::{Evidence, Totals};
use super::forms::Forms;
use super::remarks::Remarks;
use super::sentinels::sentinels;
use super::tally::Tally;
use super::traits::{self, HUGE, MISSING, NARROW, READINGS};
use super::values::{Value, Values, hash};
use super::wrapping::bare;

/// A column on the way to its [`Evidence`].
pub(super) struct Column {
    values: Values,
    totals: Totals,
    empty: u64,
    /// The cell before: its hash, where its value is kept, and what it may be read as.
    last: Last,
    /// Readings that still remember too few rows of cells they do not fit.
    open: u32,
    /// Rows of the cells that do not fit, one entry for each of [`READINGS`].
    unread: [Tally; READINGS.len()],
    narrow: Tally,
    huge: Tally,
    remarks: Remarks,
    forms: Forms,
    /// Cells of each form, of values that had to make room.
    formed: Vec<u64>,
}

/// All [`READINGS`] together.
const ANY_READING: u32 = {
    let (mut any, mut at) = (0, 0);
    while at < READINGS.len() {
        (any, at) = (any | READINGS[at], at + 1);
    }
    any
};

/// Counts the cells that hold a value to its form.
fn count_form(formed: &mut Vec<u64>, value: &Value) {
    let form = usize::from(value.form);
    if formed.len() <= form {
        formed.resize(form + 1, 0);
    }
    formed[form] += value.count;
}

#[derive(Clone, Copy, Default)]
struct Last {
    hash: u64,
    place: Option<usize>,
    traits: u32,
    millionths: i64,
}

impl Column {
    /// A column that keeps at most `budget` different values.
    pub(super) fn new(budget: usize) -> Self {
        Column {
            values: Values::new(budget),
            totals: Totals::default(),
            empty: 0,
            last: Last::default(),
            open: ANY_READING,
            unread: Default::default(),
            narrow: Tally::default(),
            huge: Tally::default(),
            remarks: Remarks::default(),
            forms: Forms::default(),
            formed: Vec::new(),
        }
    }

    /// Takes a cell that stands in each of `rows`.
    #[inline]
    pub(super) fn push(&mut self, cell: &[u8], rows: &[Row]) {
        let cell = trim(cell);
        let count = rows.len() as u64;
        if cell.is_empty() {
            self.empty += count;
            return;
        }
        let hash = hash(cell);
        if hash != self.last.hash {
            // Written field by field and not as what a branch comes to: wasm would copy that from the stack, and wait for it.
            match self.values.find(hash) {
                Some(place) => {
                    let traits = self.values.traits_at(place);
                    self.last = Last { hash, place: Some(place), traits, millionths: 0 };
                }
                None => self.meet(cell, hash),
            }
        }
        match self.last.place {
            Some(place) => self.values.count_at(place, rows.len() as u32),
            None => self.totals.add(self.last.traits, self.last.millionths, count),
        }
        if (!self.last.traits & self.open) | (self.last.traits & (NARROW | HUGE)) != 0 {
            rows.iter().for_each(|row| self.remember(row.row));
        }
    }

    /// A value that is not known (any more) is taken apart.
    #[cold]
    fn meet(&mut self, cell: &[u8], hash: u64) {
        let cell = bare(cell);
        let taken = traits::take(&cell);
        let (traits, millionths) = (taken.traits, taken.millionths);
        self.last = Last { hash, place: None, traits, millionths };
        if traits & MISSING != 0 {
            return;
        }
        self.totals.stretch(&taken);
        self.remarks.take(&cell, &taken);
        let Column { values, totals, formed, .. } = self;
        self.last.place = values.insert(hash, traits, millionths, |value| {
            totals.add(value.traits, value.units, value.count);
            count_form(formed, value);
        });
        if let Some(place) = self.last.place.filter(|_| traits & ANY_READING == 0) {
            self.values.form_at(place, self.forms.number(&cell));
        }
    }

    /// Remembers the row of a cell that does not fit every reading.
    #[cold]
    fn remember(&mut self, row: u64) {
        if self.last.traits & NARROW != 0 {
            self.narrow.add(row);
        }
        if self.last.traits & HUGE != 0 {
            self.huge.add(row);
        }
        if self.last.traits & MISSING != 0 {
            return;
        }
        for (tally, reading) in self.unread.iter_mut().zip(READINGS) {
            if (!self.last.traits & self.open & reading) != 0 {
                tally.add(row);
                self.open &= if tally.is_full() { !reading } else { !0 };
            }
        }
    }

    /// All that was seen.
    pub(super) fn finish(self) -> Evidence {
        let Column { values, mut totals, empty, unread, narrow, huge, remarks, forms, mut formed, .. } = self;
        totals.add(MISSING, 0, empty);
        values.values().for_each(|value| {
            totals.add(value.traits, value.units, value.count);
            count_form(&mut formed, &value);
        });
        let sentinels = if values.is_exact() { sentinels(values.values()) } else { Vec::new() };
        let evidence = Evidence::new(&totals, values.distinct(), values.is_exact(), unread, [narrow, huge]);
        Evidence { remarks, forms: forms.counted(&formed), sentinels, ..evidence }
    }
}

#[cfg(test)]
impl Column {
    /// Takes cells that stand in rows from `first` on.
    pub(super) fn push_each<'a>(&mut self, cells: impl Iterator<Item = &'a [u8]>, first: u64) {
        (first..)
            .zip(cells)
            .for_each(|(row, cell)| self.push(cell, &[Row { row, first: 0, last: 0, quoted: false }]));
    }
}

#[cfg(test)]
mod tests {
    use super::super::DateOrder;
    use super::*;

    fn evidence(cells: &[&str]) -> Evidence {
        let mut column = Column::new(100);
        column.push_each(cells.iter().map(|cell| cell.as_bytes()), 1);
        column.finish()
    }

    #[test]
    fn counts_and_rows() {
        let found = evidence(&["1", "1", " 1 ", "", "x", "x", "NULL", "2", "####"]);
        assert_eq!((found.cells, found.missing, found.distinct), (9, 3, 3));
        assert_eq!(found.numbers.under(0).count, 4);
        assert_eq!(found.numbers.unread(0), Tally { count: 2, rows: vec![5, 6] });
        assert_eq!(found.numbers.under(0).mean(), Some(1.25));
        assert_eq!(found.narrow, Tally { count: 1, rows: vec![9] });
    }

    #[test]
    fn marks() {
        let found = evidence(&["1,234", "12", "1,5", "7,25", "3.5"]);
        assert_eq!((found.numbers.either, found.numbers.only), (1, [1, 2]));
        assert_eq!(found.numbers.under(1).count, 4);
        assert_eq!(found.numbers.under(1).places, 3);
        assert_eq!(found.numbers.under(1).range, Some((1.234, 12.0)));
        // (1.234 + 12 + 1.5 + 7.25) / 4 and (1234 + 12 + 3.5) / 3
        assert_eq!(found.numbers.under(1).mean(), Some(5.496));
        assert_eq!(found.numbers.under(0).mean(), Some(416.5));
    }

    #[test]
    fn orders() {
        assert_eq!(evidence(&["1/2/2018", "13/2/2018"]).dates.best_orders(), (vec![DateOrder::Dmy], 2));
        assert_eq!(
            evidence(&["1/2/2018", "3/4/2018"]).dates.best_orders(),
            (vec![DateOrder::Dmy, DateOrder::Mdy], 2)
        );
        assert_eq!(evidence(&["a"]).dates.best_orders(), (vec![], 0));
        assert_eq!(evidence(&["no", "YES"]).answers, 2);
    }

    #[test]
    fn nothing_is_lost_where_values_make_room() {
        let cells: Vec<String> = (0..5_000).map(|number| (number % 2_500).to_string()).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let found = evidence(&cells);
        assert!(!found.exact);
        assert_eq!((found.cells, found.numbers.under(0).count), (5_000, 5_000));
        assert_eq!(found.numbers.under(0).mean(), Some(1_249.5));
        assert_eq!(found.numbers.under(0).range, Some((0.0, 2_499.0)));
    }
}
