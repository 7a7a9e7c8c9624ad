//! One row per customer, in original units.

use serde::{Deserialize, Serialize};

use super::called::feature_of;
use super::{Category, CleaningStep, Ids};
use crate::{Matrix, Notice};

/// The customers of a file and everything measured of them, before any choice, transform or scaling.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Features {
    /// Header of the id column, where the file has one.
    pub id_header: Option<String>,
    /// Customer ids in row order of `values`; empty where the file has none.
    pub ids: Ids,
    /// Where each customer stood in a customer table: the 1-based data row. Empty for transactions.
    pub data_rows: Vec<u32>,
    /// The same place as a spreadsheet counts it, for notices.
    pub file_rows: Vec<u32>,
    /// Feature names, in column order of `values`.
    pub names: Vec<String>,
    /// Customers × features in the file's own units; `NaN` where missing. Sorted by id, or by the values themselves where
    /// there are no ids, so that the order of the file's rows cannot matter.
    pub values: Matrix,
    /// What the numbers of each column of `values` measure; [`Measure::Number`] where there is no entry.
    pub measures: Vec<Measure>,
    /// Columns of kinds, of customer tables.
    pub categories: Vec<Category>,
    /// The day that ages and days since are counted to in a customer table, in days since 1970-01-01, where it has such columns.
    pub table_day: Option<i64>,
    /// Whether each customer takes part in the segmentation.
    pub status: Vec<Status>,
    /// What the transactions span, where the file has transactions.
    pub span: Option<Span>,
    /// What was sold month by month, without a gap from the first to the last, where the file has transactions.
    pub months: Vec<Month>,
    /// What cleaning did to the rows, or could do.
    pub cleaning: Vec<CleaningStep>,
    /// Rows of data read from the file.
    pub rows: u64,
    /// What was survived on the way.
    pub notices: Vec<Notice>,
}

/// Features of transactions that count days to the reference day.
const COUNTED: [&str; 2] = ["recency", "tenure"];

/// Whether a customer takes part in the segmentation, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Status {
    /// Takes part.
    Ok,
    /// Returned at least as much as was bought: a group of its own, outside the segments.
    NetSpendNotPositive,
}

/// What the numbers of a feature measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Measure {
    /// What the file says.
    Number,
    /// Places on a scale of kinds that have an order, from 1.
    Ordinal {
        /// The kinds that occur, ascending.
        levels: Vec<String>,
    },
    /// Days from a date to the day counted to.
    DaysSince,
    /// Age in years at the day counted to.
    Age,
}

/// What a transactions file covers, and what names of segments need to know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// First day with a customer, in days since 1970-01-01.
    pub first_day: i64,
    /// Last day with a customer.
    pub last_day: i64,
    /// The day recency is counted to.
    pub reference_day: i64,
    /// Days from each customer's first purchase to the reference day, in row order of the features.
    pub tenure: Vec<f64>,
    /// Median over customers of the median gap between their purchase days, in days; only customers with at least three
    /// purchase days count. `None` where there is none.
    pub median_gap: Option<f64>,
    /// Net revenue of lines with a customer, in the file's money.
    pub revenue: f64,
    /// Net revenue of lines without a customer.
    pub revenue_without_customer: f64,
}

/// What customers bought in a month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Month {
    /// The month, as `2010-12`.
    pub month: String,
    /// Net revenue of its lines, in the file's money.
    pub revenue: f64,
    /// Orders whose first line is of this month.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub orders: u64,
    /// Customers who bought in it.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
}

impl Features {
    /// Number of customers.
    pub fn len(&self) -> usize {
        self.status.len()
    }

    /// True where there is no customer.
    pub fn is_empty(&self) -> bool {
        self.status.is_empty()
    }

    /// What identifies customer `index` to the person who owns the file: the id, or the 1-based data row.
    pub fn key(&self, index: usize) -> String {
        match self.ids.get(index) {
            Some(id) => id.to_owned(),
            None => self.data_rows.get(index).map(u32::to_string).unwrap_or_default(),
        }
    }

    /// Puts what the two passes over the file have to tell before what was noticed since, each notice once. Of cells that could not
    /// be read the second pass speaks: it knows which columns are used.
    pub fn tell_first(&mut self, inspected: Vec<Notice>, read: Vec<Notice>) {
        let mut told = inspected;
        let same = |notice: &Notice, other: &Notice| match (notice.told(), other.told()) {
            (
                Notice::CellsNotRead { column, count, .. },
                Notice::CellsNotRead { column: read, count: cells, .. },
            ) => column == read && count == cells,
            _ => false,
        };
        told.retain(|notice| {
            !matches!(notice.told(), Notice::CellsNotRead { .. })
                || read.iter().any(|other| same(notice, other))
        });
        let known: Vec<Notice> = told.clone();
        let read = read.into_iter().filter(|notice| !known.iter().any(|told| same(told, notice)));
        for notice in read.chain(std::mem::take(&mut self.notices)) {
            if !told.contains(&notice) {
                told.push(notice);
            }
        }
        self.notices = told;
    }

    /// The same customers with recency and tenure (of a customer table, days since its dates) counted to `day` (days since 1970-01-01),
    /// where that is later than the day they were counted to: so that a model made from a longer file can score a shorter one. Ages stay.
    pub fn counted_to(mut self, day: i64) -> Self {
        if let Some(table_day) = self.table_day {
            let later = (day - table_day).max(0);
            self.table_day = Some(table_day + later);
            let columns: Vec<usize> =
                (0..self.names.len()).filter(|&at| *self.measure(at) == Measure::DaysSince).collect();
            for row in 0..self.len() {
                columns.iter().for_each(|&at| self.values.row_mut(row)[at] += later as f64);
            }
        }
        let counted: Vec<usize> = COUNTED.iter().filter_map(|name| self.position(name)).collect();
        let rows = self.len();
        let Some(span) = self.span.as_mut() else { return self };
        let later = (day - span.reference_day).max(0);
        span.reference_day += later;
        span.tenure.iter_mut().for_each(|tenure| *tenure += later as f64);
        for row in 0..rows {
            counted.iter().for_each(|&at| self.values.row_mut(row)[at] += later as f64);
        }
        self
    }

    /// The day that recency, ages and days since are counted to.
    pub fn reference_day(&self) -> Option<i64> {
        self.span.as_ref().map(|span| span.reference_day).or(self.table_day)
    }

    /// What the numbers in column `at` of `values` measure.
    pub fn measure(&self, at: usize) -> &Measure {
        self.measures.get(at).unwrap_or(&Measure::Number)
    }

    /// Whether customer `row` of a customer table is the customer of the row before it once more.
    pub fn is_repeated(&self, row: usize) -> bool {
        row > 0 && self.span.is_none() && row < self.ids.len() && self.ids[row] == self.ids[row - 1]
    }

    /// The column of kinds called `name`.
    pub fn category(&self, name: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.name == name)
    }

    /// The column of `values` that holds the feature that somebody asks for by `name`: its own, or that of its column in the file where no
    /// other feature has it.
    pub(super) fn asked(&self, name: &str) -> Option<usize> {
        self.position(name).or_else(|| self.position(&feature_of(name)))
    }

    /// The column of kinds that somebody asks for by `name`, as of [`Features::asked`].
    pub(super) fn asked_kinds(&self, name: &str) -> Option<usize> {
        let place = |name: &str| self.categories.iter().position(|category| category.name == name);
        place(name).or_else(|| place(&feature_of(name)))
    }

    /// The column of `values` that holds the feature called `name`.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }
}
