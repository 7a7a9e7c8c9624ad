//! An executor whose order nobody would choose.

use ringfence::analysis::{Executor, Partial, Unit, run};
use ringfence::{Error, Rows};

/// Runs the units last to first.
pub(crate) struct Backwards;

impl Executor for Backwards {
    fn run(&self, rows: Rows<'_>, units: &[Unit]) -> Result<Vec<Partial>, Error> {
        let mut partials: Vec<Partial> =
            units.iter().rev().map(|unit| run(rows, unit)).collect::<Result<_, _>>()?;
        partials.reverse();
        Ok(partials)
    }
}
