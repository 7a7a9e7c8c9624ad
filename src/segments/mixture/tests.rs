//! Laws of the fit.

use proptest::prelude::*;

use super::*;
use crate::segments::{assign, kmeans};

fn started(matrix: &Matrix, k: u32, covariance: Covariance) -> Mixture {
    let centroids = kmeans::fit_all(matrix, &[k], 1, 0).remove(0).centroids;
    Mixture::of_labels(matrix, &assign(matrix, &centroids), &centroids, covariance)
}

const BOTH: [Covariance; 2] = [Covariance::Diagonal, Covariance::Full];

/// Three crowds of different spread in the plane, by a linear congruence.
fn crowds() -> Matrix {
    let mut state = 7_u64;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / (1_u64 << 31) as f64
    };
    let mut values = Vec::new();
    for at in 0..600 {
        let (x, y, spread) = [(0.0, 0.0, 0.5), (4.0, 1.0, 1.5), (-3.0, 5.0, 1.0)][at % 3];
        // Four draws add up to nearly a bell.
        let mut bell = || ((0..4).map(|_| draw()).sum::<f64>() - 2.0) * spread;
        let across = bell();
        values.extend([x + across, y + 0.7 * across + bell()]);
    }
    Matrix::new(2, values)
}

#[test]
fn the_moments_of_certain_members_by_hand() {
    // {0, 2} and {10, 14}: shares ½, means 1 and 12, variances 1 and 4 (divisor n), and the ridge.
    let matrix = Matrix::new(1, vec![0.0, 2.0, 10.0, 14.0]);
    let centroids = Matrix::new(1, vec![1.0, 12.0]);
    for covariance in BOTH {
        let mixture = Mixture::of_labels(&matrix, &[0, 0, 1, 1], &centroids, covariance);
        for (found, expected) in mixture.covariances.values().iter().zip([1.0 + RIDGE, 4.0 + RIDGE]) {
            assert!((found - expected).abs() < 1e-12);
        }
        assert!(mixture.weights.iter().all(|weight| (weight - 0.5).abs() < 1e-12));
        assert_eq!(mixture.parameters(), 5);
    }
}

#[test]
fn likelihood_never_falls() {
    let matrix = crowds();
    for covariance in BOTH {
        let mut mixture = started(&matrix, 3, covariance);
        let mut before = f64::NEG_INFINITY;
        for _ in 0..60 {
            let (now, next) = round(&matrix, &mixture);
            // What the ridge takes is of its own size, a millionth of variances of about one.
            assert!(now >= before - 1e-9, "{covariance:?}: {before} to {now}");
            (before, mixture) = (now, next);
        }
    }
}

#[test]
fn hostile_tables_have_a_mixture_or_say_that_they_have_not() {
    let line: Vec<f64> = (0..60).flat_map(|i| [f64::from(i), 2.0 * f64::from(i)]).collect();
    let point = [vec![3.0; 100], vec![5.0, 6.0, 1.0, 2.0]].concat();
    let scales: Vec<f64> =
        (0..60).flat_map(|i| [1e12 * f64::from(i), 1e-12 * f64::from(i * i % 7)]).collect();
    for values in [line, point, scales] {
        let matrix = Matrix::new(2, values);
        let k = matrix.distinct_rows().min(5) as u32;
        for covariance in BOTH {
            let fit = fit(&matrix, started(&matrix, k, covariance));
            assert!(fit.mixture.is_sound(2), "{covariance:?} {fit:?}");
            assert!(fit.log_likelihood.is_finite());
        }
    }
    let beyond = Matrix::new(1, (0..20).map(|i| 1e200 * f64::from(i)).collect());
    let centroids = Matrix::new(1, vec![0.0, 1.9e201]);
    let start = Mixture::of_labels(&beyond, &assign(&beyond, &centroids), &centroids, Covariance::Full);
    let fit = fit(&beyond, start);
    assert!(!fit.converged && fit.bic(20).is_none());
}

#[test]
fn as_many_components_as_customers() {
    let matrix = Matrix::new(1, vec![0.0, 1.0, 5.0, 6.0]);
    let fit = fit(&matrix, started(&matrix, 4, Covariance::Full));
    assert!(fit.converged && fit.mixture.weights.iter().all(|weight| (weight - 0.25).abs() < 1e-9));
}

proptest! {
    #[test]
    fn rows_in_another_order_make_the_same_mixture(turn in 1_usize..599) {
        let matrix = crowds();
        let turned = matrix.select((0..600).map(|row| (row + turn) % 600));
        let start = started(&matrix, 3, Covariance::Full);
        let (one, other) = (fit(&matrix, start.clone()), fit(&turned, start));
        for (a, b) in one.mixture.means.values().iter().zip(other.mixture.means.values()) {
            prop_assert!((a - b).abs() < 1e-9);
        }
    }
}
