//! The entry for both shapes of file.

use super::aggregate::Aggregate;
use super::collect::Collect;
use super::{CustomerOptions, Features, OptOuts};
use crate::table::{Batch, Reading, Shape};
use crate::{Error, Notice};

/// Takes the batches of pass 2 and ends in [`Features`].
#[derive(Debug)]
pub struct Builder(Kind);

#[derive(Debug)]
enum Kind {
    Transactions(Box<Aggregate>),
    Customers(Box<Collect>),
}

impl Builder {
    /// A builder for files read by `reading`.
    ///
    /// # Errors
    /// A role that the shape needs and no column has, or an unreadable reference day.
    pub fn new(reading: &Reading, options: &CustomerOptions) -> Result<Self, Error> {
        Ok(Builder(match reading.shape {
            Shape::Transactions => Kind::Transactions(Box::new(Aggregate::new(reading, options)?)),
            Shape::Customers | Shape::Unknown => Kind::Customers(Box::new(Collect::new(reading, options)?)),
        }))
    }

    /// The same builder without the customers on the list: none of their rows is looked at.
    ///
    /// # Errors
    /// [`Error::OptOutsWithoutCustomers`] where the list names somebody and the file nobody, so that it could not be heeded.
    pub fn without(mut self, opt_outs: OptOuts) -> Result<Self, Error> {
        self.leave_out(opt_outs)?;
        Ok(self)
    }

    /// As [`Builder::without`].
    pub(super) fn leave_out(&mut self, opt_outs: OptOuts) -> Result<(), Error> {
        match &mut self.0 {
            Kind::Transactions(aggregate) => aggregate.without(opt_outs),
            Kind::Customers(collect) => collect.without(opt_outs)?,
        }
        Ok(())
    }

    /// A builder for the same columns whose rows begin somewhere below the first: for [`Builder::merge`].
    pub fn for_later_part(mut self) -> Self {
        if let Kind::Transactions(aggregate) = &mut self.0 {
            aggregate.keep_lines();
        }
        self
    }

    /// Takes the rows of a later part of the same file, which another builder took: the result is that of one pass over both, to
    /// the bit. Only transactions come in parts.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where the two do not fit each other or `later` was not made [`Builder::for_later_part`]; else as
    /// [`Builder::push`].
    pub fn merge(&mut self, later: Builder) -> Result<(), Error> {
        match (&mut self.0, later.0) {
            (Kind::Transactions(aggregate), Kind::Transactions(later)) => aggregate.merge(*later),
            _ => Err(Error::UnitMismatch),
        }
    }

    /// Counts the days since the dates of a customer table to `day`, unless the user set another: for a list that is joined to purchases.
    pub(super) fn count_to(&mut self, day: i64) {
        if let Kind::Customers(collect) = &mut self.0 {
            collect.count_to(day);
        }
    }

    /// Makes room for the customers of a table of so many rows, as somebody counted before: they are then held but once while they come in.
    #[must_use]
    pub fn expecting(mut self, rows: u64) -> Self {
        if let Kind::Customers(collect) = &mut self.0 {
            collect.expect(rows);
        }
        self
    }

    /// Takes one batch.
    ///
    /// # Errors
    /// A stated limit is exceeded, or a sum can no longer be exact.
    pub fn push(&mut self, batch: &Batch) -> Result<(), Error> {
        match &mut self.0 {
            Kind::Transactions(aggregate) => aggregate.push(batch),
            Kind::Customers(collect) => collect.push(batch),
        }
    }

    /// What is to be told of the rows of one of several files, all of which went by.
    pub(super) fn notices_of_rows(&mut self) -> Vec<Notice> {
        match &mut self.0 {
            Kind::Transactions(aggregate) => aggregate.notices_of_rows(),
            Kind::Customers(_) => Vec::new(),
        }
    }

    /// The customers, sorted.
    ///
    /// # Errors
    /// No customer at all.
    pub fn finish(self) -> Result<Features, Error> {
        match self.0 {
            Kind::Transactions(aggregate) => aggregate.finish(),
            Kind::Customers(collect) => collect.finish(),
        }
    }
}
