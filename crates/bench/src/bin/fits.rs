//! Times fits natively in one thread: `fits FOLDER RUNS NAME,FEATURES…` reads `NAME.f64` and `NAME.start.f64` (raw, little-endian,
//! row-major) and prints one line of JSON for each workload: milliseconds of each run, from the centroids to the labels; and whether the plain
//! twin, given the centroids that came of it, changes no label.

use std::error::Error;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use ringfence::segments::assign;
use ringfence::segments::kmeans::{Points, lloyd};
use ringfence::{Coordinates, Matrix};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (folder, runs) = arguments.next().zip(arguments.next()).ok_or("fits FOLDER RUNS NAME,FEATURES…")?;
    for workload in arguments {
        let (name, features) = workload.split_once(',').ok_or("NAME,FEATURES")?;
        let read = |ending: &str| doubles(&Path::new(&folder).join(format!("{name}.{ending}")));
        println!("{}", measure(name, features.parse()?, runs.parse()?, read("f64")?, read("start.f64")?));
    }
    Ok(())
}

fn doubles(file: &Path) -> Result<Vec<f64>, std::io::Error> {
    Ok(fs::read(file)?.as_chunks::<8>().0.iter().map(|eight| f64::from_le_bytes(*eight)).collect())
}

fn measure(name: &str, features: usize, runs: usize, values: Vec<f64>, start: Vec<f64>) -> String {
    let matrix = Matrix::new(features, values);
    let start = Matrix::new(features, start);
    let mut held = Coordinates::with_capacity(features, matrix.rows());
    held.extend(matrix.values());
    let mut points = Points::owning(held);
    let began = Instant::now();
    points.prepare();
    let preparation = began.elapsed().as_secs_f64() * 1e3;
    let mut solution = points.fit(start.clone()).solution;
    let labels = points.labels();
    let twin = lloyd(&matrix, solution.centroids.clone());
    let is_fixed = assign(&matrix, &twin.centroids) == labels;
    // FNV-1a, as the bench page takes it of its labels.
    let digest = labels.iter().fold(0x811c_9dc5_u32, |hash, label| (hash ^ label).wrapping_mul(0x0100_0193));
    let mut milliseconds = Vec::with_capacity(runs);
    for _ in 0..runs {
        let began = Instant::now();
        solution = points.fit(start.clone()).solution;
        let labels = points.byte_labels();
        milliseconds.push(began.elapsed().as_secs_f64() * 1e3);
        std::hint::black_box(labels);
    }
    format!(
        r#"{{"name":"{name}","milliseconds":{milliseconds:?},"preparation":{preparation},"inertia":{},"iterations":{},"digest":{digest},"fixed":{is_fixed}}}"#,
        solution.inertia, solution.iterations
    )
}
