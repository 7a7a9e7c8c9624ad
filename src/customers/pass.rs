//! Pass 2 over one file or several: bytes in, customers out, with all that both passes over the files have to tell.

use super::{Builder, CustomerOptions, Features, Joint, OptOuts, SourceOptions, Sources};
use crate::table::{Batch, Inspection, Reader, Reading, ReadingOptions};
use crate::{Error, Notice};

/// A pass in progress. Each file of [`Pass::order`] is [begun](Pass::begin), [handed over](Pass::push) and [ended](Pass::end) in turn; then
/// the pass is [finished](Pass::finish).
#[derive(Debug)]
pub struct Pass {
    customers: Customers,
    /// The file that is being read.
    open: Option<(usize, Reader)>,
    /// What pass 1 had to tell.
    inspected: Vec<Notice>,
    /// What this one has to tell of the cells it read.
    read: Vec<Notice>,
}

/// What takes the batches.
#[derive(Debug)]
enum Customers {
    OfOne { builder: Box<Builder>, reading: Reading },
    OfSeveral(Box<Joint>),
}

impl Pass {
    /// A pass over one file, without the customers on the list.
    ///
    /// # Errors
    /// As [`Inspection::reading`], [`Builder::new`] and [`Builder::without`].
    pub fn over_one(
        found: &Inspection,
        decided: &ReadingOptions,
        options: &CustomerOptions,
        opt_outs: Option<OptOuts>,
    ) -> Result<Self, Error> {
        let reading = found.reading(decided)?;
        let mut builder = Builder::new(&reading, options)?.expecting(found.rows);
        if let Some(opt_outs) = opt_outs {
            builder = builder.without(opt_outs)?;
        }
        let assumed = found.assumed(decided, &reading);
        let inspected = found.notices.iter().cloned().chain(assumed).collect();
        Ok(Pass::new(Customers::OfOne { builder: Box::new(builder), reading }, inspected))
    }

    /// A pass over several files, which become one table, without the customers on the list; `sources` says what is decided of each.
    ///
    /// # Errors
    /// As [`Sources::new`], [`Joint::new`] and [`Joint::without`].
    pub fn over_several(
        found: &[Inspection],
        sources: &[SourceOptions],
        options: &CustomerOptions,
        opt_outs: Option<OptOuts>,
    ) -> Result<Self, Error> {
        let mut joint = Joint::new(Sources::new(found, sources)?, options)?;
        if let Some(opt_outs) = opt_outs {
            joint = joint.without(opt_outs)?;
        }
        Ok(Pass::new(Customers::OfSeveral(Box::new(joint)), Sources::notices(found)))
    }

    fn new(customers: Customers, inspected: Vec<Notice>) -> Self {
        Pass { customers, open: None, inspected, read: Vec::new() }
    }

    /// The files, counted from 0, in the order in which they have to be read.
    pub fn order(&self) -> Vec<usize> {
        match &self.customers {
            Customers::OfOne { .. } => vec![0],
            Customers::OfSeveral(joint) => joint.sources().order(),
        }
    }

    /// Begins a file.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where there is no such file or the one before was not ended.
    pub fn begin(&mut self, file: usize) -> Result<(), Error> {
        let reading = match &self.customers {
            Customers::OfOne { reading, .. } => Some(reading).filter(|_| file == 0),
            Customers::OfSeveral(joint) => joint.sources().files.get(file).map(|source| &source.reading),
        };
        match (reading, &self.open) {
            (Some(reading), None) => {
                self.open = Some((file, Reader::new(reading)));
                Ok(())
            }
            _ => Err(Error::UnitMismatch),
        }
    }

    /// Takes the next bytes of the file that was begun.
    ///
    /// # Errors
    /// As [`Reader::push`] and [`Builder::push`]; [`Error::UnitMismatch`] where none was begun.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let Pass { customers, open: Some((file, reader)), .. } = self else {
            return Err(Error::UnitMismatch);
        };
        reader.push(bytes, &mut |batch| customers.push(*file, batch))
    }

    /// Ends the file that was begun.
    ///
    /// # Errors
    /// As [`Pass::push`].
    pub fn end(&mut self) -> Result<(), Error> {
        let Some((file, reader)) = self.open.take() else { return Err(Error::UnitMismatch) };
        let customers = &mut self.customers;
        let notices = reader.finish(&mut |batch| customers.push(file, batch))?;
        match customers {
            Customers::OfOne { .. } => self.read = notices,
            Customers::OfSeveral(joint) => {
                self.read.extend(notices.into_iter().map(|notice| notice.of_file(file)));
                joint.end(file);
            }
        }
        Ok(())
    }

    /// The customers, and how the file was read; of several, how their joined table would be.
    ///
    /// # Errors
    /// As [`Builder::finish`] and [`Joint::finish`].
    pub fn finish(self) -> Result<(Features, Reading), Error> {
        let (mut features, reading) = match self.customers {
            Customers::OfOne { builder, reading } => (builder.finish()?, reading),
            Customers::OfSeveral(joint) => {
                let joined = joint.sources().joined.clone();
                (joint.finish()?, joined)
            }
        };
        features.tell_first(self.inspected, self.read);
        Ok((features, reading))
    }
}

impl Customers {
    fn push(&mut self, file: usize, batch: &Batch) -> Result<(), Error> {
        match self {
            Customers::OfOne { builder, .. } => builder.push(batch),
            Customers::OfSeveral(joint) => joint.push(file, batch),
        }
    }
}
