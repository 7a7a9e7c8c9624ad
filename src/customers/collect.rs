//! Customer tables: every row is a customer, every column of numbers, dates or kinds something to compare them by.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::columns::{KindColumn, NumberColumn, on_a_scale};
use super::{CleaningKind, CleaningStep, FeatureOptions, Features, OptOuts, Status};
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
    ids: Vec<String>,
    /// Rows × number columns, as the cells say; of as many columns as there are, at least one.
    values: Matrix,
    file_rows: Vec<u64>,
    without_id: Vec<u64>,
    data_rows: Vec<u64>,
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
    pub(super) fn new(reading: &Reading, options: &FeatureOptions) -> Result<Self, Error> {
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
            ids: Vec::new(),
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
                self.ids.push(id.into_owned());
            }
            if self.file_rows.len() == self.most {
                return Err(Error::TooManyCustomers { limit: self.most as u64 });
            }
            for (cell, column) in row.iter_mut().zip(&self.numbers) {
                *cell = column.cell(&batch.columns[column.at], index);
            }
            self.kinds.iter_mut().for_each(|column| column.push(&batch.columns[column.at], index));
            self.values.push(&row);
            self.file_rows.push(file_row);
            self.data_rows.push(self.rows);
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Features, Error> {
        let mut order: Vec<usize> = (0..self.file_rows.len()).collect();
        order.sort_by(|&a, &b| self.compare(a, b));
        let notices = self.notices(&order);
        let table_day = self.day();
        let day = table_day.unwrap_or_default();
        let column = |(place, column): (usize, &NumberColumn)| -> Vec<f64> {
            order.iter().map(|&at| column.value(self.values.row(at)[place], day)).collect()
        };
        let mut columns: Vec<Vec<f64>> = self.numbers.iter().enumerate().map(column).collect();
        // Of a million customers each copy counts: what has been sorted makes room for what comes next.
        drop(self.values);
        let mut ids = self.ids;
        let mut features = Features {
            status: vec![Status::Ok; order.len()],
            ids: match self.id {
                Some(_) => order.iter().map(|&at| std::mem::take(&mut ids[at])).collect(),
                None => Vec::new(),
            },
            data_rows: order.iter().map(|&at| self.data_rows[at]).collect(),
            file_rows: order.iter().map(|&at| self.file_rows[at]).collect(),
            id_header: self.id_header,
            table_day,
            cleaning: self.opt_outs.as_ref().and_then(OptedOut::step).into_iter().collect(),
            names: self.numbers.iter().map(|column| column.name.clone()).collect(),
            measures: self.numbers.iter().map(NumberColumn::measure).collect(),
            rows: self.rows,
            notices,
            ..Features::default()
        };
        for category in self.kinds.into_iter().map(|column| column.finish(&order)) {
            match on_a_scale(&category) {
                Some((values, measure)) => {
                    columns.push(values);
                    features.names.push(category.name);
                    features.measures.push(measure);
                }
                None => features.categories.push(category),
            }
        }
        if columns.is_empty() {
            // A matrix has a column at least; no name leads to this one.
            columns.push(vec![f64::NAN; order.len()]);
        }
        let mut values = Vec::with_capacity(columns.len() * order.len());
        (0..order.len()).for_each(|row| values.extend(columns.iter().map(|column| column[row])));
        features.values = Matrix::new(columns.len(), values);
        Ok(features)
    }

    fn notices(&self, order: &[usize]) -> Vec<Notice> {
        let mut notices = Vec::new();
        if !self.without_id.is_empty() {
            let rows = first_few(self.without_id.iter().copied());
            notices.push(Notice::RowsWithoutCustomer { count: self.without_id.len() as u64, rows });
        }
        if self.id.is_some() {
            let repeated: Vec<u64> = order
                .windows(2)
                .filter(|pair| self.ids[pair[0]] == self.ids[pair[1]])
                .map(|pair| self.file_rows[pair[1]])
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
