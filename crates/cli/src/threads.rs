//! The executor of the command line: units on a pool of threads, results in unit order.

use rayon::ThreadPool;
use rayon::prelude::*;
use ringfence::analysis::{Executor, Partial, Unit, run_on};
use ringfence::segments::kmeans::Points;
use ringfence::{Error, Rows};

use crate::failure::Failure;
use ringfence_wording::Params;

/// A pool of threads.
#[derive(Debug)]
pub(crate) struct Threads(ThreadPool);

impl Threads {
    /// A pool of `threads`, or of as many as there are cores.
    pub(crate) fn new(threads: Option<usize>) -> Result<Self, Failure> {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads.unwrap_or(0))
            .build()
            .map(Threads)
            .map_err(|_| Failure::Usage("threads-unavailable", Params::new()))
    }

    /// Maps `work` over `items` on the pool; results keep their order.
    pub(crate) fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        self.0.install(|| items.into_par_iter().map(work).collect())
    }
}

impl Executor for Threads {
    fn run(&self, rows: Rows<'_>, units: &[Unit]) -> Result<Vec<Partial>, Error> {
        let with_points = || units.par_iter().map_init(|| Points::new(rows), run_on).collect();
        self.0.install(with_points)
    }
}
