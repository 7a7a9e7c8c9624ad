//! Times fits natively in one thread: `fits FOLDER NAME,FEATURES` takes `NAME.f64` and `NAME.start.f64` (raw, little-endian, row-major)
//! and answers every line with the milliseconds of a fit, from the centroids to the labels, and the end of its input with a line of JSON: what came
//! of it, and whether the plain twin, given these centroids, changes no label.

use std::error::Error;
use std::path::Path;
use std::time::Instant;
use std::{env, fs, io};

use ringfence::segments::assign;
use ringfence::segments::kmeans::{Points, lloyd};
use ringfence::{Coordinates, Matrix};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (folder, workload) = arguments.next().zip(arguments.next()).ok_or("fits FOLDER NAME,FEATURES")?;
    let (name, features) = workload.split_once(',').ok_or("NAME,FEATURES")?;
    let features = features.parse()?;
    let read = |ending: &str| doubles(&Path::new(&folder).join(format!("{name}.{ending}")));
    let (matrix, start) = (Matrix::new(features, read("f64")?), Matrix::new(features, read("start.f64")?));
    let mut held = Coordinates::with_capacity(features, matrix.rows());
    held.extend(matrix.values());
    let mut points = Points::owning(held);
    let began = Instant::now();
    points.prepare();
    let preparation = began.elapsed().as_secs_f64() * 1e3;
    for line in io::stdin().lines() {
        line?;
        let began = Instant::now();
        let fit = points.fit(start.clone());
        let labels = points.byte_labels();
        println!("{}", began.elapsed().as_secs_f64() * 1e3);
        std::hint::black_box((fit, labels));
    }
    let solution = points.fit(start).solution;
    let labels = points.labels();
    let twin = lloyd(&matrix, solution.centroids.clone());
    let fixed = assign(&matrix, &twin.centroids) == labels;
    // FNV-1a, as the bench page takes it of its labels.
    let digest = labels.iter().fold(0x811c_9dc5_u32, |hash, label| (hash ^ label).wrapping_mul(0x0100_0193));
    let (inertia, iterations) = (solution.inertia, solution.iterations);
    println!(
        r#"{{"preparation":{preparation},"inertia":{inertia},"iterations":{iterations},"digest":{digest},"fixed":{fixed}}}"#
    );
    Ok(())
}

fn doubles(file: &Path) -> Result<Vec<f64>, std::io::Error> {
    Ok(fs::read(file)?.as_chunks::<8>().0.iter().map(|eight| f64::from_le_bytes(*eight)).collect())
}
