//! Customer tables: every row is a customer, every feature column a feature.

use std::cmp::Ordering;

use super::{Features, Status};
use crate::limits;
use crate::table::{Batch, Cells, Reading, Role, canonical_id};
use crate::{Error, Matrix, Notice};

/// The rows of a customer table so far.
#[derive(Debug)]
pub(super) struct Collect {
    id: Option<usize>,
    id_header: Option<String>,
    features: Vec<usize>,
    names: Vec<String>,
    ids: Vec<String>,
    values: Matrix,
    file_rows: Vec<u64>,
    without_id: Vec<u64>,
    data_rows: Vec<u64>,
    rows: u64,
}

impl Collect {
    pub(super) fn new(reading: &Reading) -> Result<Self, Error> {
        let id = reading.position(Role::CustomerId);
        let features: Vec<usize> =
            (0..reading.columns.len()).filter(|&at| reading.columns[at].role == Role::Feature).collect();
        if features.is_empty() {
            return Err(Error::NoFeatureColumns);
        }
        Ok(Collect {
            id,
            id_header: id.map(|at| reading.columns[at].name.clone()),
            names: features.iter().map(|&at| reading.columns[at].name.clone()).collect(),
            values: Matrix::with_capacity(features.len(), 0),
            features,
            ids: Vec::new(),
            file_rows: Vec::new(),
            without_id: Vec::new(),
            data_rows: Vec::new(),
            rows: 0,
        })
    }

    pub(super) fn push(&mut self, batch: &Batch) -> Result<(), Error> {
        let mut row = vec![f64::NAN; self.features.len()];
        for (index, &file_row) in batch.rows.iter().enumerate() {
            self.rows += 1;
            if let Some(Cells::Texts(ids)) = self.id.map(|at| &batch.columns[at]) {
                let id = canonical_id(ids.get(index));
                if id.is_empty() {
                    self.without_id.push(file_row);
                    continue;
                }
                self.ids.push(id.to_owned());
            }
            for (cell, &at) in row.iter_mut().zip(&self.features) {
                *cell = match &batch.columns[at] {
                    Cells::Numbers(numbers) => numbers[index],
                    _ => f64::NAN,
                };
            }
            if self.file_rows.len() == limits::CUSTOMERS {
                return Err(Error::TooManyCustomers { limit: limits::CUSTOMERS as u64 });
            }
            self.values.push(&row);
            self.file_rows.push(file_row);
            self.data_rows.push(self.rows);
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Features, Error> {
        let mut order: Vec<usize> = (0..self.file_rows.len()).collect();
        order.sort_by(|&a, &b| self.compare(a, b));
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
        Ok(Features {
            values: self.values.select(order.iter().copied()),
            status: vec![Status::Ok; order.len()],
            ids: if self.id.is_some() {
                order.iter().map(|&at| self.ids[at].clone()).collect()
            } else {
                Vec::new()
            },
            data_rows: order.iter().map(|&at| self.data_rows[at]).collect(),
            file_rows: order.iter().map(|&at| self.file_rows[at]).collect(),
            id_header: self.id_header,
            names: self.names,
            span: None,
            rows: self.rows,
            notices,
        })
    }

    /// By id, then by the values: where rows are equal in both, their order cannot be seen.
    fn compare(&self, a: usize, b: usize) -> Ordering {
        let by_id = if self.id.is_some() { self.ids[a].cmp(&self.ids[b]) } else { Ordering::Equal };
        by_id.then_with(|| {
            let pairs = self.values.row(a).iter().zip(self.values.row(b));
            pairs.map(|(x, y)| x.total_cmp(y)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        })
    }
}

/// The first few row numbers, in file order.
pub(super) fn first_few(rows: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut rows: Vec<u64> = rows.collect();
    rows.sort_unstable();
    rows.truncate(limits::ROWS_LISTED);
    rows
}
