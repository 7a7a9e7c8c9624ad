//! What holds for every fit, whatever the numbers: tests.

use std::ops::Range;

use proptest::prelude::*;

use super::lloyd::lloyd_within;
use super::{Points, lloyd, plus_plus};
use crate::rng::{Purpose, Rng};
use crate::segments::{Solution, assign, nearest};
use crate::{Coordinates, Matrix};

/// Columns × rows of numbers of one kind, and as many centroids as asked: rows of the table, which may be equal.
fn table(cell: impl Strategy<Value = f64> + Clone + 'static) -> impl Strategy<Value = (Matrix, Matrix)> {
    shaped((1..20, 2..120), cell)
}

/// The same with so few columns that there are tiles of it, and rows enough for several.
fn flat(cell: impl Strategy<Value = f64> + Clone + 'static) -> impl Strategy<Value = (Matrix, Matrix)> {
    shaped((1..5, 2..700), cell)
}

fn shaped(
    (columns, rows): (Range<usize>, Range<usize>),
    cell: impl Strategy<Value = f64> + Clone + 'static,
) -> impl Strategy<Value = (Matrix, Matrix)> {
    (columns, rows, 2_usize..9).prop_flat_map(move |(columns, rows, k)| {
        let cells = prop::collection::vec(cell.clone(), columns * rows);
        let starts = prop::collection::vec(0..rows, k);
        (cells, starts).prop_map(move |(cells, starts)| {
            let matrix = Matrix::new(columns, cells);
            let start = matrix.select(starts);
            (matrix, start)
        })
    })
}

/// Any number whose square is one, from the very small to the very large.
fn hostile() -> impl Strategy<Value = f64> + Clone {
    let size = prop::sample::select(vec![0.0, 1e-12, 1e-3, 1.0, 1.0, 1.0, 1e3, 1e12, 1e40]);
    (size, -1.0_f64..1.0).prop_map(|(size, part)| size * part)
}

/// Whole numbers, so that ties abound and sums are exact.
fn whole() -> impl Strategy<Value = f64> + Clone {
    (-6_i8..7).prop_map(f64::from)
}

/// Numbers of single precision.
fn single() -> impl Strategy<Value = f64> + Clone {
    (-3.0_f32..3.0).prop_map(f64::from)
}

#[derive(Debug, PartialEq)]
struct Fit {
    solution: Solution,
    labels: Vec<u32>,
}

fn fit(matrix: &Matrix, start: &Matrix) -> Fit {
    fit_again(&mut Points::new(matrix), start)
}

fn fit_again(points: &mut Points<'_>, start: &Matrix) -> Fit {
    let super::Fit { solution, sizes } = points.fit(start.clone());
    let labels = points.labels();
    assert_eq!(sizes.len(), solution.k());
    for (label, &size) in (0..).zip(&sizes) {
        assert_eq!(labels.iter().filter(|&&other| other == label).count() as u64, size);
    }
    Fit { solution, labels }
}

/// The labels are the nearest of the centroids, and these the means of the labels, to the bit: the twin would change nothing. The inertia
/// is summed up around other centroids than the twin's, and carried over to these: it agrees but for rounding.
fn check_fixed_point(matrix: &Matrix, fit: &Fit) -> Result<(), TestCaseError> {
    prop_assert!(fit.solution.converged);
    prop_assert_eq!(&assign(matrix, &fit.solution.centroids), &fit.labels);
    let again = lloyd(matrix, fit.solution.centroids.clone());
    prop_assert!((again.inertia - fit.solution.inertia).abs() <= 1e-12 * again.inertia);
    prop_assert_eq!(&again.centroids, &fit.solution.centroids);
    Ok(())
}

fn check_same(matrix: &Matrix, start: &Matrix) -> Result<(), TestCaseError> {
    let (fast, plain) = (fit(matrix, start), lloyd(matrix, start.clone()));
    check_fixed_point(matrix, &fast)?;
    prop_assert_eq!(&fast.labels, &assign(matrix, &plain.centroids));
    prop_assert!((fast.solution.inertia - plain.inertia).abs() <= 1e-12 * plain.inertia);
    prop_assert_eq!(fast.solution.iterations, plain.iterations);
    Ok(())
}

proptest! {
    #[test]
    fn the_twin_agrees((matrix, start) in table(-3.0_f64..3.0)) {
        check_same(&matrix, &start)?;
    }

    #[test]
    fn the_twin_agrees_on_ties_duplicates_and_empty_groups((matrix, start) in table(whole())) {
        check_same(&matrix, &start)?;
    }

    #[test]
    fn the_twin_agrees_far_from_the_origin((matrix, start) in table(whole().prop_map(|value| value + 1e9))) {
        check_same(&matrix, &start)?;
    }

    #[test]
    fn hostile_numbers_end_in_a_fixed_point((matrix, start) in table(hostile())) {
        check_fixed_point(&matrix, &fit(&matrix, &start))?;
    }

    #[test]
    fn numbers_beyond_single_precision_are_fitted_all_the_same(
        (matrix, start) in table(whole()),
        exponent in prop::sample::select(vec![-400_i32, -200, 200, 400]),
    ) {
        // Powers of two change no digit, so no label either.
        let factor = libm::ldexp(1.0, exponent);
        let scaled = |matrix: &Matrix| {
            Matrix::new(matrix.columns(), matrix.values().iter().map(|value| value * factor).collect())
        };
        prop_assert_eq!(fit(&scaled(&matrix), &scaled(&start)).labels, fit(&matrix, &start).labels);
    }

    #[test]
    fn inertia_never_rises((matrix, start) in table(-3.0_f64..3.0)) {
        // A round of the twin at a time; the fast fit takes the same rounds, as its count of them says.
        let mut before = matrix.iter().map(|row| nearest(row, &start).1).sum::<f64>();
        let answer = fit(&matrix, &start).solution;
        prop_assert!(answer.inertia <= before * (1.0 + 1e-12));
        let mut centroids = start;
        for _ in 1..answer.iterations {
            centroids = means(&matrix, &centroids);
            let inertia = matrix.iter().map(|row| nearest(row, &centroids).1).sum::<f64>();
            prop_assert!(inertia <= before * (1.0 + 1e-12));
            before = inertia;
        }
    }

    #[test]
    fn the_order_of_features_changes_no_label((matrix, start) in table(-3.0_f64..3.0)) {
        let reversed = |matrix: &Matrix| {
            let cells = matrix.iter().flat_map(|row| row.iter().rev().copied()).collect();
            Matrix::new(matrix.columns(), cells)
        };
        prop_assert_eq!(fit(&reversed(&matrix), &reversed(&start)).labels, fit(&matrix, &start).labels);
    }

    #[test]
    fn everybody_twice_doubles_the_inertia_and_changes_no_label((matrix, start) in table(-3.0_f64..3.0)) {
        let twice = Matrix::new(matrix.columns(), [matrix.values(), matrix.values()].concat());
        let different = (0..start.rows()).filter(|&row| (0..row).all(|other| start.row(row) != start.row(other)));
        let start = start.select(different);
        let (one, two) = (fit(&matrix, &start), fit(&twice, &start));
        prop_assume!(one.solution.inertia > 0.0);
        prop_assert_eq!(&two.labels[..matrix.rows()], &one.labels[..]);
        prop_assert_eq!(&two.labels[matrix.rows()..], &one.labels[..]);
        prop_assert!((two.solution.inertia / one.solution.inertia - 2.0).abs() < 1e-12);
    }

    #[test]
    fn a_fit_that_is_cut_short_is_the_twins((matrix, start) in table(-3.0_f64..3.0), most in 1_u32..4) {
        let fast = Points::new(&matrix).fit_within(start.clone(), most);
        let plain = lloyd_within(&matrix, start, most);
        let labels = assign(&matrix, &plain.centroids);
        let sizes = (0..plain.k() as u32).map(|k| labels.iter().filter(|&&label| label == k).count() as u64);
        prop_assert_eq!(fast.sizes, sizes.collect::<Vec<_>>());
        prop_assert_eq!(fast.solution.converged, plain.converged);
        prop_assert!((fast.solution.inertia - plain.inertia).abs() <= 1e-12 * plain.inertia);
    }

    #[test]
    fn how_customers_are_held_changes_no_bit((matrix, start) in table(single())) {
        check_held(&matrix, &start)?;
    }

    #[test]
    fn how_many_customers_are_held_changes_no_bit((matrix, start) in flat(single())) {
        check_held(&matrix, &start)?;
    }

    #[test]
    fn a_fit_leaves_nothing_behind_for_the_next((matrix, start) in table(-3.0_f64..3.0), rows in prop::collection::vec(0_usize..2, 2..5)) {
        let mut points = Points::new(&matrix);
        let first = fit_again(&mut points, &start);
        points.fit(matrix.select(rows));
        prop_assert_eq!(fit_again(&mut points, &start), first);
    }
}

/// Numbers that are held in four bytes lead to the same as when they are held in eight: fits, over tiles or not, and starts.
fn check_held(matrix: &Matrix, start: &Matrix) -> Result<(), TestCaseError> {
    let mut held = Coordinates::with_capacity(matrix.columns(), matrix.rows());
    held.extend(matrix.values());
    prop_assert_ne!(&held, &matrix.clone().into());
    prop_assert_eq!(fit_again(&mut Points::new(&held), start), fit(matrix, start));
    let drawn = |points: Points<'_>| plus_plus(&points, 5, &mut Rng::new(1, Purpose::Restart, 0));
    prop_assert_eq!(drawn(Points::new(&held)), drawn(Points::new(matrix)));
    if matrix.columns() <= 4 {
        let tiled = fit_again(&mut Points::in_tiles(&held), start);
        prop_assert_eq!(tiled, fit_again(&mut Points::in_tiles(matrix), start));
    }
    prop_assert_eq!(&Points::owning(held).fit(start.clone()), &Points::new(matrix).fit(start.clone()));
    Ok(())
}

/// The same of the fit over tiles. Its sums have another order, so that numbers agree but to rounding; labels are as exact.
fn check_tiles(matrix: &Matrix, start: &Matrix) -> Result<(), TestCaseError> {
    let fast = fit_again(&mut Points::in_tiles(matrix), start);
    prop_assert!(fast.solution.converged);
    prop_assert_eq!(&fast.labels, &assign(matrix, &fast.solution.centroids));
    let again = fit_again(&mut Points::in_tiles(matrix), &fast.solution.centroids);
    prop_assert_eq!(again.solution.inertia, fast.solution.inertia);
    prop_assert_eq!(&again.solution.centroids, &fast.solution.centroids);
    let plain = lloyd(matrix, start.clone());
    prop_assert_eq!(&fast.labels, &assign(matrix, &plain.centroids));
    prop_assert!((fast.solution.inertia - plain.inertia).abs() <= 1e-12 * plain.inertia);
    prop_assert_eq!(fast.solution.iterations, plain.iterations);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn tiles_agree_with_the_twin((matrix, start) in flat(-3.0_f64..3.0)) {
        check_tiles(&matrix, &start)?;
    }

    #[test]
    fn tiles_agree_on_ties_duplicates_and_empty_groups((matrix, start) in flat(whole())) {
        check_tiles(&matrix, &start)?;
    }

    #[test]
    fn tiles_agree_far_from_the_origin((matrix, start) in flat(whole().prop_map(|value| value + 1e9))) {
        check_tiles(&matrix, &start)?;
    }

    #[test]
    fn hostile_numbers_in_tiles_end_in_a_fixed_point((matrix, start) in flat(hostile())) {
        let fit = fit_again(&mut Points::in_tiles(&matrix), &start);
        prop_assert!(fit.solution.converged);
        prop_assert_eq!(&fit.labels, &assign(&matrix, &fit.solution.centroids));
    }

    #[test]
    fn tiles_leave_nothing_behind_for_the_next_fit((matrix, start) in flat(-3.0_f64..3.0), rows in prop::collection::vec(0_usize..2, 2..5)) {
        let mut points = Points::in_tiles(&matrix);
        let first = fit_again(&mut points, &start);
        points.fit(matrix.select(rows));
        prop_assert_eq!(fit_again(&mut points, &start), first);
    }
}

#[test]
fn all_equal_and_two_values() {
    // Sums of these are exact, so that means are, too.
    for value in [0.0, 7.5, libm::ldexp(3.0, 300), libm::ldexp(5.0, -300)] {
        let matrix = Matrix::new(3, vec![value; 30]);
        let fit = fit(&matrix, &matrix.select([0, 1]));
        assert_eq!((fit.solution.inertia, fit.solution.converged), (0.0, true), "{value}");
    }
    let matrix = Matrix::new(1, (0..40).map(|row| if row % 4 == 0 { 5.0 } else { -1.0 }).collect());
    for start in [[0, 1, 2], [1, 2, 3]] {
        assert_eq!(fit(&matrix, &matrix.select(start)).solution.inertia, 0.0);
    }
}

#[test]
fn more_groups_than_distinct_customers_end_at_once() {
    // Sums of tenths are not exact, so that no mean is quite on its customers.
    let cells: Vec<f64> = (0..3_000_u32).map(|i| f64::from(1 + i * i % 7) / 10.0).collect();
    let matrix = Matrix::new(3, cells);
    let distinct = matrix.distinct_rows();
    for k in [distinct, distinct + 1, 2 * distinct] {
        let start = plus_plus(&Points::new(&matrix), k, &mut Rng::new(1, Purpose::Restart, 0));
        let fast = fit(&matrix, &start).solution;
        assert!(fast.converged && fast.iterations < 20, "{k} groups: {} rounds", fast.iterations);
        assert!(fast.inertia < 1e-20, "{k} groups: {}", fast.inertia);
        assert_eq!(lloyd(&matrix, start).iterations, fast.iterations);
    }
}

#[test]
fn many_rounds_and_many_customers() {
    // Large enough that customers are watched, fall due and are left alone; a quadratic residue is as good as chance here.
    let cells = (0..60_000_u64).map(|i| (i * i * 2_654_435_761 % 1_000_003) as f64 / 1e5).collect();
    let matrix = Matrix::new(5, cells);
    for k in [2, 7, 20] {
        let start = matrix.select(0..k);
        let (fast, plain) = (fit(&matrix, &start), lloyd(&matrix, start));
        assert!(
            fast.solution.converged && fast.solution.iterations > 10,
            "{} rounds",
            fast.solution.iterations
        );
        assert_eq!(fast.labels, assign(&matrix, &plain.centroids));
        assert!((fast.solution.inertia - plain.inertia).abs() <= 1e-12 * plain.inertia);
        assert_eq!(Solution { inertia: plain.inertia, ..fast.solution }, plain);
    }
}

#[test]
fn many_rounds_over_many_tiles() {
    // Enough customers for tiles to be made unasked.
    let cells = (0..60_000_u64).map(|i| (i * i * 2_654_435_761 % 1_000_003) as f64 / 1e5).collect();
    let matrix = Matrix::new(3, cells);
    for k in [2, 7, 20] {
        check_tiles(&matrix, &matrix.select(0..k)).unwrap();
        let start = matrix.select(0..k);
        assert_eq!(fit(&matrix, &start), fit_again(&mut Points::in_tiles(&matrix), &start));
    }
}

/// The mean of everybody nearest to each centroid; a centroid without any stays.
fn means(matrix: &Matrix, centroids: &Matrix) -> Matrix {
    let labels = assign(matrix, centroids);
    let mean = |group: usize| -> Vec<f64> {
        let own: Vec<&[f64]> = matrix
            .iter()
            .zip(&labels)
            .filter(|(_, label)| **label == group as u32)
            .map(|(row, _)| row)
            .collect();
        if own.is_empty() {
            return centroids.row(group).to_vec();
        }
        (0..matrix.columns()).map(|c| own.iter().map(|row| row[c]).sum::<f64>() / own.len() as f64).collect()
    };
    Matrix::new(matrix.columns(), (0..centroids.rows()).flat_map(mean).collect())
}
