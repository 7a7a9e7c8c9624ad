//! Customer tables: every row is a customer, every column of numbers, dates or kinds something to compare them by.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::called::feature_of;
use super::columns::{KindColumn, NumberColumn, on_a_scale};
use super::{CleaningKind, CleaningStep, CustomerOptions, Features, Ids, OptOuts, Status};
use crate::limits;
use crate::table::{Batch, Cells, Reading, Role, canonical_id, parse_iso_day};
use crate::{Error, Matrix, Notice};

/// The rows of a customer table so far.
#[derive(Debug)]
pub(super) struct Collect {
    id: Option<usize>,
    id_header: Option<String>,
    reference_day: Option<i64>,
    numbers: Vec<NumberColumn>,
    kinds: Vec<KindColumn>,
    ids: Ids,
    /// Rows × number columns, as the cells say; of as many columns as there are, at least one.
    values: Matrix,
    file_rows: Vec<u32>,
    without_id: Vec<u64>,
    data_rows: Vec<u32>,
    rows: u64,
    /// The most customers that are held.
    most: usize,
    opt_outs: Option<OptedOut>,
}

/// Customers on a list of opt-outs.
#[derive(Debug)]
struct OptedOut {
    list: OptOuts,
    met: BTreeSet<String>,
    rows: u64,
}

impl Collect {
    pub(super) fn new(reading: &Reading, options: &CustomerOptions) -> Result<Self, Error> {
        let id = reading.position(Role::CustomerId);
        let reference_day = match &options.reference_day {
            Some(day) => Some(parse_iso_day(day).ok_or(Error::BadReferenceDay)?),
            None => None,
        };
        let mut numbers = Vec::new();
        for (at, column) in reading.columns.iter().enumerate() {
            numbers.extend(NumberColumn::new(at, column, options)?);
        }
        let kinds = reading.columns.iter().enumerate();
        let kinds: Vec<KindColumn> = kinds.filter_map(|(at, column)| KindColumn::new(at, column)).collect();
        if numbers.is_empty() && kinds.is_empty() {
            return Err(Error::NoFeatureColumns);
        }
        Ok(Collect {
            id,
            id_header: id.map(|at| reading.columns[at].name.clone()),
            reference_day,
            values: Matrix::with_capacity(numbers.len().max(1), 0),
            most: most_customers(numbers.len() + kinds.len()),
            numbers,
            kinds,
            ids: Ids::default(),
            file_rows: Vec::new(),
            without_id: Vec::new(),
            data_rows: Vec::new(),
            rows: 0,
            opt_outs: None,
        })
    }

    /// Leaves out the customers on the list.
    pub(super) fn without(&mut self, opt_outs: OptOuts) -> Result<(), Error> {
        let Some(id_header) = &self.id_header else {
            return if opt_outs.is_empty() { Ok(()) } else { Err(Error::OptOutsWithoutCustomers) };
        };
        let list = opt_outs.below_header(id_header);
        self.opt_outs = Some(OptedOut { list, met: BTreeSet::new(), rows: 0 });
        Ok(())
    }

    /// Makes room for the customers of so many rows, as far as they are held.
    pub(super) fn expect(&mut self, rows: u64) {
        let rows = self.most.min(usize::try_from(rows).unwrap_or(usize::MAX));
        self.values.reserve(rows);
        self.file_rows.reserve_exact(rows);
        self.data_rows.reserve_exact(rows);
        if self.id.is_some() {
            self.ids.reserve(rows);
        }
        self.kinds.iter_mut().for_each(|column| column.reserve(rows));
    }

    /// Counts days since to `day`, unless the user set another.
    pub(super) fn count_to(&mut self, day: i64) {
        self.reference_day.get_or_insert(day);
    }

    pub(super) fn push(&mut self, batch: &Batch) -> Result<(), Error> {
        let mut row = vec![f64::NAN; self.values.columns()];
        for (index, &file_row) in batch.rows.iter().enumerate() {
            self.rows += 1;
            if let Some(Cells::Texts(ids)) = self.id.map(|at| &batch.columns[at]) {
                let id = canonical_id(ids.get(index));
                if id.is_empty() {
                    self.without_id.push(file_row);
                    continue;
                }
                if let Some(out) = self.opt_outs.as_mut().filter(|out| out.list.contains(&id)) {
                    out.met.insert(id.into_owned());
                    out.rows += 1;
                    continue;
                }
                self.ids.push(&id);
            }
            if self.file_rows.len() == self.most {
                return Err(Error::TooManyCustomers { limit: self.most as u64 });
            }
            for (cell, column) in row.iter_mut().zip(&self.numbers) {
                *cell = column.cell(&batch.columns[column.at], index);
            }
            self.kinds.iter_mut().for_each(|column| column.push(&batch.columns[column.at], index));
            self.values.push(&row);
            self.file_rows.push(number(file_row));
            self.data_rows.push(number(self.rows));
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Features, Error> {
        let order = self.order();
        let notices = self.notices(&order);
        let table_day = self.day();
        let (mut names, mut measures): (Vec<_>, Vec<_>) = self
            .numbers
            .iter()
            .map(|column| (feature_of(&column.name).into_owned(), column.measure()))
            .unzip();
        let (mut scales, mut categories) = (Vec::new(), Vec::new());
        for mut category in std::mem::take(&mut self.kinds).into_iter().map(|column| column.finish(&order)) {
            category.name = feature_of(&category.name).into_owned();
            match on_a_scale(&category) {
                Some((values, measure)) => {
                    scales.push(values);
                    names.push(category.name);
                    measures.push(measure);
                }
                None => categories.push(category),
            }
        }
        self.arrange(order);
        self.take_values(table_day.unwrap_or_default());
        if !scales.is_empty() {
            self.values = beside(&self.values, self.numbers.len(), &scales);
        }
        Ok(Features {
            status: vec![Status::Ok; self.file_rows.len()],
            cleaning: self.opt_outs.as_ref().and_then(OptedOut::step).into_iter().collect(),
            values: self.values,
            ids: self.ids,
            data_rows: self.data_rows,
            file_rows: self.file_rows,
            id_header: self.id_header,
            table_day,
            names,
            measures,
            categories,
            rows: self.rows,
            notices,
            ..Features::default()
        })
    }

    /// The customers in order. What is behind the beginning that all ids share decides mostly, and is then at hand.
    fn order(&self) -> Vec<u32> {
        let shared = self.ids.shared();
        let key = |row: u32| self.ids.get(row as usize).map_or(0, |id| beginning(&id.as_bytes()[shared..]));
        let mut keyed: Vec<(u64, u32)> =
            (0..self.file_rows.len() as u32).map(|row| (key(row), row)).collect();
        keyed.sort_unstable_by(|&(x, a), &(y, b)| {
            x.cmp(&y).then_with(|| self.compare(a as usize, b as usize)).then(a.cmp(&b))
        });
        keyed.into_iter().map(|(_, row)| row).collect()
    }

    /// Brings what is held of each customer into this order, in place: of a million customers each copy counts.
    fn arrange(&mut self, mut order: Vec<u32>) {
        if self.id.is_some() {
            self.ids = self.ids.in_order(&order);
        }
        for first in 0..order.len() {
            let mut at = first;
            loop {
                let from = std::mem::replace(&mut order[at], at as u32) as usize;
                if from == first {
                    break;
                }
                self.values.swap_rows(at, from);
                self.data_rows.swap(at, from);
                self.file_rows.swap(at, from);
                at = from;
            }
        }
        self.values.shrink_to_fit();
    }

    /// Makes of what the cells say what it comes to on `day`.
    fn take_values(&mut self, day: i64) {
        let columns = self.values.columns();
        for row in self.values.values_mut().chunks_exact_mut(columns) {
            for (value, column) in row.iter_mut().zip(&self.numbers) {
                *value = column.value(*value, day);
            }
        }
    }

    fn notices(&self, order: &[u32]) -> Vec<Notice> {
        let mut notices = Vec::new();
        if !self.without_id.is_empty() {
            let rows = first_few(self.without_id.iter().copied());
            notices.push(Notice::RowsWithoutCustomer { count: self.without_id.len() as u64, rows });
        }
        if self.id.is_some() {
            let repeated: Vec<u64> = order
                .windows(2)
                .filter(|pair| self.ids[pair[0] as usize] == self.ids[pair[1] as usize])
                .map(|pair| self.file_rows[pair[1] as usize].into())
                .collect();
            if !repeated.is_empty() {
                let rows = first_few(repeated.iter().copied());
                notices.push(Notice::DuplicateCustomers { count: repeated.len() as u64, rows });
            }
        }
        notices
    }

    /// The day ages and days since are counted to: the one the user set, else the day after the last date in the file; where it
    /// has only birthdays, the day after the last of those.
    fn day(&self) -> Option<i64> {
        let columns = || {
            self.numbers.iter().enumerate().map(|(place, column)| {
                (column, (0..self.values.rows()).map(move |row| self.values.row(row)[place]))
            })
        };
        let births = columns().filter_map(|(column, values)| column.last_birth(values)).max();
        let days = columns().filter_map(|(column, values)| column.last_day(values)).max();
        let last = days.or(births)?;
        Some(self.reference_day.unwrap_or(last + 1))
    }

    /// By id, then by numbers, then by kinds: where rows are equal in all, their order cannot be seen.
    fn compare(&self, a: usize, b: usize) -> Ordering {
        let by_id = if self.id.is_some() { self.ids[a].cmp(&self.ids[b]) } else { Ordering::Equal };
        let by_numbers = || {
            let pairs = self.values.row(a).iter().zip(self.values.row(b));
            pairs.map(|(x, y)| x.total_cmp(y)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        };
        let by_kinds = || {
            let orders = self.kinds.iter().map(|column| column.level(a).cmp(column.level(b)));
            orders.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        };
        by_id.then_with(by_numbers).then_with(by_kinds)
    }
}

/// The first `width` columns of `values`, and these beside them.
fn beside(values: &Matrix, width: usize, columns: &[Vec<f64>]) -> Matrix {
    let mut wide = Vec::with_capacity((width + columns.len()) * values.rows());
    for (at, row) in values.iter().enumerate() {
        wide.extend_from_slice(&row[..width]);
        wide.extend(columns.iter().map(|column| column[at]));
    }
    Matrix::new(width + columns.len(), wide)
}

/// The first eight bytes as a number that sorts as they do.
fn beginning(bytes: &[u8]) -> u64 {
    (0..8).fold(0, |key, at| key << 8 | u64::from(bytes.get(at).copied().unwrap_or(0)))
}

/// A row's number as it is kept; of files with more rows than are read, the last there is.
fn number(row: u64) -> u32 {
    row.try_into().unwrap_or(u32::MAX)
}

/// The most customers of so many columns that are held.
fn most_customers(columns: usize) -> usize {
    limits::CUSTOMERS.min(limits::CELLS / columns.max(1))
}

impl OptedOut {
    fn step(&self) -> Option<CleaningStep> {
        let step = CleaningStep {
            given: Some(self.list.ids().len() as u64),
            customers: self.met.len() as u64,
            ..CleaningStep::new(CleaningKind::OptOuts, self.rows, true)
        };
        (!self.list.is_empty()).then_some(step)
    }
}

/// The first few row numbers, in file order.
pub(super) fn first_few(rows: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut rows: Vec<u64> = rows.collect();
    rows.sort_unstable();
    rows.truncate(limits::ROWS_LISTED);
    rows
}
