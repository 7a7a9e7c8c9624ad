//! How long Gaussian mixtures and Ward's hierarchy take.
//!
//!     cargo run --release --example other_methods
//!
//! Six crowds in six features, overlapping: 20,000 customers for the exact hierarchy, 100,000 for mixtures and for the hierarchy over
//! fine groups. Each figure is the least of three runs, on one thread.

use std::time::Instant;

use ringfence::Matrix;
use ringfence::segments::mixture::{self, Covariance, Mixture};
use ringfence::segments::{assign, kmeans, ward};

const FEATURES: usize = 6;

fn main() {
    let ks: Vec<u32> = (2..=10).collect();
    for rows in [20_000, 100_000] {
        let matrix = crowds(rows);
        let time = least(|| ward::fit(&matrix, &ks, 0).tree.leaves());
        println!("{rows} x {FEATURES}, Ward's hierarchy for k 2 to 10: {time:.2} s");
        for covariance in [Covariance::Diagonal, Covariance::Full] {
            for k in [2, 6, 10] {
                let centroids = kmeans::fit_all(&matrix, &[k], 0, 0).remove(0).centroids;
                let labels = assign(&matrix, &centroids);
                let mut rounds = 0;
                let time = least(|| {
                    let start = Mixture::of_labels(&matrix, &labels, &centroids, covariance);
                    rounds = mixture::fit(&matrix, start).iterations;
                    rounds
                });
                println!("{rows} x {FEATURES}, {covariance:?} mixture, k {k}: {time:.2} s, {rounds} rounds");
            }
        }
    }
}

/// The least of three times, in seconds.
fn least<T>(mut work: impl FnMut() -> T) -> f64 {
    let run = |_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed().as_secs_f64()
    };
    (0..3).map(run).fold(f64::INFINITY, f64::min)
}

/// Customers around six places, each number the sum of six draws of a linear congruence (Knuth's MMIX constants).
fn crowds(rows: usize) -> Matrix {
    let mut state = 7_u64;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / (1_u64 << 31) as f64
    };
    let mut values = Vec::with_capacity(rows * FEATURES);
    for row in 0..rows {
        for column in 0..FEATURES {
            let place = ((row % 6 * 7 + column * 3) % 5) as f64 * 0.7;
            values.push(place + (0..6).map(|_| draw()).sum::<f64>() - 3.0);
        }
    }
    Matrix::new(FEATURES, values)
}
