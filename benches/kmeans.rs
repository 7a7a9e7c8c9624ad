//! One fit from given centroids: the twin beside the fast way; and a unit, which draws its own starts.
//!
//! `cargo bench --bench kmeans`. Small planted tables by default; with `RINGFENCE_WORKLOADS` set to a folder that holds
//! `NAME.f64` and `NAME.init.f64` (raw, little-endian, row-major), the workloads W1 to W5 of `docs/performance.md` are fitted as well.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::path::PathBuf;
use std::{env, fs};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use ringfence::Matrix;
use ringfence::segments::kmeans::{Points, fit_all, lloyd};
use ringfence_sample::Blobs;

/// Name, features, and whether the twin is to be waited for.
const WORKLOADS: [(&str, usize, bool); 5] =
    [("W1", 3, true), ("W2", 3, false), ("W3", 8, false), ("W4", 16, false), ("W5", 6, true)];

struct Workload {
    name: String,
    matrix: Matrix,
    start: Matrix,
    with_twin: bool,
}

fn workloads() -> Vec<Workload> {
    let planted = [(3, 5), (8, 8), (16, 20)].map(|(columns, k)| {
        let blobs = Blobs { separation: 2.0, ..Blobs::equal(5_000, columns, k, 11) };
        let matrix = Matrix::new(columns as usize, blobs.plant().values);
        let start = matrix.select(0..k as usize);
        Workload { name: format!("planted-{columns}x{k}"), matrix, start, with_twin: true }
    });
    let folder = env::var_os("RINGFENCE_WORKLOADS").map(PathBuf::from);
    let given = folder.into_iter().flat_map(|folder| {
        WORKLOADS.map(|(name, columns, with_twin)| {
            let read = |ending: &str| Matrix::new(columns, doubles(folder.join(format!("{name}.{ending}"))));
            Workload { name: name.to_owned(), matrix: read("f64"), start: read("init.f64"), with_twin }
        })
    });
    planted.into_iter().chain(given).collect()
}

fn doubles(file: PathBuf) -> Vec<f64> {
    let bytes = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    bytes.as_chunks::<8>().0.iter().map(|eight| f64::from_le_bytes(*eight)).collect()
}

fn one_fit(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("fit");
    group.sample_size(10);
    for Workload { name, matrix, start, with_twin } in workloads() {
        group.bench_function(BenchmarkId::new("fast", &name), |bencher| {
            bencher.iter(|| Points::new(&matrix).fit(black_box(start.clone())));
        });
        if with_twin {
            group.bench_function(BenchmarkId::new("twin", &name), |bencher| {
                bencher.iter(|| lloyd(&matrix, black_box(start.clone())));
            });
        }
    }
}

fn one_unit(criterion: &mut Criterion) {
    let matrix = Matrix::new(3, Blobs { separation: 2.0, ..Blobs::equal(5_000, 3, 5, 11) }.plant().values);
    let ks: Vec<u32> = (2..=10).collect();
    criterion.bench_function("unit/k 2 to 10", |bencher| bencher.iter(|| fit_all(&matrix, &ks, 1, 0)));
}

criterion_group!(benches, one_fit, one_unit);
criterion_main!(benches);
