//! What simulations of drawn tables have in common.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use ringfence::Matrix;
use ringfence::customers::{Features, Status};
use ringfence_sample::Drawn;

/// What `work` makes of each of the jobs, in their order, on all cores.
pub(crate) fn in_parallel<Job: Copy + Sync, Made: Clone + Send>(
    jobs: &[Job],
    work: impl Fn(Job) -> Made + Sync,
) -> Vec<Made> {
    let (next, made) = (AtomicUsize::new(0), Mutex::new(vec![None; jobs.len()]));
    let serve = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(&job) = jobs.get(at) else { return };
            let one = work(job);
            made.lock().unwrap()[at] = Some(one);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(serve);
        }
    });
    made.into_inner().unwrap().into_iter().flatten().collect()
}

/// A drawn table as customers with features `x1`, `x2` ….
pub(crate) fn customers(drawn: Drawn) -> Features {
    let rows = drawn.values.len() / drawn.columns;
    Features {
        data_rows: (1..=rows as u32).collect(),
        file_rows: (2..rows as u32 + 2).collect(),
        names: (1..=drawn.columns).map(|column| format!("x{column}")).collect(),
        values: Matrix::new(drawn.columns, drawn.values),
        status: vec![Status::Ok; rows],
        rows: rows as u64,
        ..Features::default()
    }
}

/// Wilson's 95 % interval (1927) of a share among `count`.
pub(crate) fn wilson(share: f64, count: f64) -> [f64; 2] {
    let z = 1.96;
    let middle = share + z * z / (2.0 * count);
    let half = z * (share * (1.0 - share) / count + z * z / (4.0 * count * count)).sqrt();
    [middle - half, middle + half].map(|end| end / (1.0 + z * z / count))
}
