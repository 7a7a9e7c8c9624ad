//! The entry for both shapes of file.

use super::aggregate::Aggregate;
use super::collect::Collect;
use super::{FeatureOptions, Features};
use crate::Error;
use crate::table::{Batch, Reading, Shape};

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
    pub fn new(reading: &Reading, options: &FeatureOptions) -> Result<Self, Error> {
        Ok(Builder(match reading.shape {
            Shape::Transactions => Kind::Transactions(Box::new(Aggregate::new(reading, options)?)),
            Shape::Customers | Shape::Unknown => Kind::Customers(Box::new(Collect::new(reading, options)?)),
        }))
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
