//! Values that many customers share, drawn apart: what a table looks like once nobody can be put together for a value alone.
//!
//! A yes/no column, the zeros of a count, ages told to the nearest ten: each of these values is a heap with a gap beside it, and a heap is not a
//! group of customers. Each column of such values is taken for what is seen of something gradual (Pearson 1900; the distributional transform of
//! Rüschendorf 2009): the values keep their order, and within a value chance decides. What several columns have in common stays: customers who
//! say yes to many things at once are apart from the others after it as they were before.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::Matrix;
use crate::rng::Rng;

/// What is known of the columns of a matrix.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Columns {
    /// The columns that each column of kinds makes, from and to.
    pub kinds: Vec<[u32; 2]>,
    /// For each column of numbers the least and greatest that outliers were moved to, where they were.
    pub limits: Vec<Option<[f64; 2]>>,
}

/// Different values up to which a column is one of few values.
const FEW_VALUES: usize = 20;

/// Share of the customers from which one value is a heap.
const HEAP: f64 = 0.01;

/// How many times as many customers as the median value a heap has.
const ABOVE_THE_MEDIAN: usize = 4;

/// Fewest customers of a heap.
const FEWEST: usize = 5;

/// Share of an outer quarter from which an end is one that values are pressed against, and customers, and values, at either end from which it can be
/// told.
const PRESSED: f64 = 0.375;
const ENOUGH: usize = 20;
const ENOUGH_VALUES: usize = 8;

/// What is done to a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// No two values are alike.
    Plain,
    /// Some are: each is drawn between the middles to its neighbours.
    Rounded,
    /// Few values or heaps: normal scores, chance deciding among equals.
    Heaped,
}

/// The same rows with equal values drawn apart. Where there are none, the rows themselves. What was moved to a limit is not one value of many
/// customers, and stays there.
pub(super) fn drawn_apart<'a>(matrix: &'a Matrix, known: &Columns, rng: &mut Rng) -> Cow<'a, Matrix> {
    let kinds: Vec<Range<usize>> = known.kinds.iter().map(|&[from, to]| from as usize..to as usize).collect();
    let mut drawn = Cow::Borrowed(matrix);
    for column in (0..matrix.columns()).filter(|column| !kinds.iter().any(|of| of.contains(column))) {
        let mut order: Vec<(f64, f64, usize)> =
            matrix.column(column).enumerate().map(|(row, value)| (value, 0.0, row)).collect();
        order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
        let limits = known.limits.get(column).copied().flatten();
        let moved = |value: f64| limits.is_some_and(|limits| limits.contains(&value));
        let values: Vec<f64> = order.iter().map(|one| one.0).filter(|&value| !moved(value)).collect();
        match kind(&values) {
            Kind::Plain => {}
            Kind::Rounded => {
                order.retain(|one| !moved(one.0));
                round_apart(drawn.to_mut(), column, &order, rng);
            }
            Kind::Heaped => {
                order.iter_mut().for_each(|one| one.1 = rng.unit());
                order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
                score(drawn.to_mut(), column, &order, rng);
            }
        }
    }
    kinds.into_iter().for_each(|columns| choose(drawn.to_mut(), columns, rng));
    drawn
}

/// Whether a column, its values ascending, is one whose values are heaps.
fn kind(sorted: &[f64]) -> Kind {
    let mut counts: Vec<usize> = sorted.chunk_by(|a, b| a == b).map(<[f64]>::len).collect();
    let (different, rows) = (counts.len(), sorted.len());
    if pressed(sorted) {
        return Kind::Heaped;
    }
    if different == rows {
        return Kind::Plain;
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    let median = *counts.select_nth_unstable(different / 2).1;
    let few = different <= FEW_VALUES && different * FEWEST <= rows;
    let heap = most >= FEWEST.max(ABOVE_THE_MEDIAN * median) && most as f64 >= HEAP * rows as f64;
    if few || heap { Kind::Heaped } else { Kind::Rounded }
}

/// Whether values are the denser the nearer they are to either end of their range: then these are limits, and no groups. Of the tenth at each end,
/// the quarter of its stretch that is outermost has [`PRESSED`] or more; of an even stretch it has a quarter, of the arcsine law a half.
fn pressed(sorted: &[f64]) -> bool {
    let tenth = sorted.len() / 10;
    if tenth < ENOUGH {
        return false;
    }
    let share = |end: f64, inner: f64, tail: &[f64]| {
        let edge = end + (inner - end) / 4.0;
        let beyond = tail.iter().filter(|&&value| (value - end).abs() <= (edge - end).abs()).count();
        beyond as f64 / tail.len() as f64
    };
    let (low, high) = (&sorted[..tenth], &sorted[sorted.len() - tenth..]);
    // Of few values, one more or less would decide.
    if [low, high].iter().any(|tail| tail.chunk_by(|a, b| a == b).count() < ENOUGH_VALUES) {
        return false;
    }
    share(low[0], low[tenth - 1], low) >= PRESSED && share(high[tenth - 1], high[0], high) >= PRESSED
}

/// Every value that stands more than once is drawn evenly between the middles to the values beside it.
fn round_apart(matrix: &mut Matrix, column: usize, order: &[(f64, f64, usize)], rng: &mut Rng) {
    let runs: Vec<&[(f64, f64, usize)]> = order.chunk_by(|a, b| a.0 == b.0).collect();
    for (at, run) in runs.iter().enumerate().filter(|(_, run)| run.len() > 1) {
        let own = run[0].0;
        let beside = |at: Option<usize>| at.and_then(|at| runs.get(at)).map(|run| run[0].0);
        let (below, above) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
        let down = below.or(above.map(|above| 2.0 * own - above)).unwrap_or(own);
        let up = above.or(below.map(|below| 2.0 * own - below)).unwrap_or(own);
        for &(_, _, row) in *run {
            let place = rng.unit();
            matrix.row_mut(row)[column] = (own + down) / 2.0 + place * (up - down) / 2.0;
        }
    }
}

/// The ranks become a normal sample with the column's mean and spread.
fn score(matrix: &mut Matrix, column: usize, order: &[(f64, f64, usize)], rng: &mut Rng) {
    let count = order.len() as f64;
    let mean = order.iter().map(|one| one.0).sum::<f64>() / count;
    let spread = (order.iter().map(|one| (one.0 - mean) * (one.0 - mean)).sum::<f64>() / count).sqrt();
    let mut sample: Vec<f64> = order.iter().map(|_| normal(rng)).collect();
    sample.sort_unstable_by(f64::total_cmp);
    for (&(_, _, row), drawn) in order.iter().zip(sample) {
        matrix.row_mut(row)[column] = mean + spread * drawn;
    }
}

/// A level is what comes out on top of several leanings, each with a Gumbel distribution (McFadden 1974): the leanings are drawn given the level
/// (Maddison, Tarlow & Minka 2014), less their mean, with the spread that the levels had together.
fn choose(matrix: &mut Matrix, columns: Range<usize>, rng: &mut Rng) {
    let width = columns.len();
    if width < 2 {
        return;
    }
    let level = |row: &[f64]| (0..width).fold(0, |best, at| if row[at] > row[best] { at } else { best });
    let levels: Vec<usize> = matrix.iter().map(|row| level(&row[columns.clone()])).collect();
    let mut shares = vec![0.0; width];
    levels.iter().for_each(|&level| shares[level] += 1.0 / levels.len() as f64);
    let mut squares = 0.0;
    for (at, &level) in levels.iter().enumerate() {
        let top = exponential(rng);
        let row = &mut matrix.row_mut(at)[columns.clone()];
        for (leaning, share) in row.iter_mut().zip(&shares) {
            *leaning = if *share > 0.0 { -libm::log(top + exponential(rng) / share) } else { 0.0 };
        }
        row[level] = -libm::log(top);
        let mean = row.iter().sum::<f64>() / width as f64;
        row.iter_mut().for_each(|leaning| *leaning -= mean);
        squares += row.iter().map(|leaning| leaning * leaning).sum::<f64>();
    }
    let unit = (levels.len() as f64 / squares.max(f64::MIN_POSITIVE)).sqrt();
    for at in 0..levels.len() {
        matrix.row_mut(at)[columns.clone()].iter_mut().for_each(|leaning| *leaning *= unit);
    }
}

fn exponential(rng: &mut Rng) -> f64 {
    -libm::log(1.0 - rng.unit())
}

/// Standard normal (Box & Muller 1958, the cosine half).
fn normal(rng: &mut Rng) -> f64 {
    (2.0 * exponential(rng)).sqrt() * libm::cos(std::f64::consts::TAU * rng.unit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Purpose;

    fn rng() -> Rng {
        Rng::new(5, Purpose::Ties, 0)
    }

    fn column(matrix: &Matrix, at: usize) -> Vec<f64> {
        matrix.column(at).collect()
    }

    fn mean_and_variance(values: &[f64]) -> [f64; 2] {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        [mean, values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / values.len() as f64]
    }

    #[test]
    fn columns_without_equal_values_stay_to_the_bit() {
        let matrix = Matrix::new(2, (0..600).map(|n| f64::from(n * n % 601)).collect());
        let distinct = Matrix::new(1, (0..300).map(|n| f64::from(n * 7 % 300)).collect());
        assert!(matches!(drawn_apart(&distinct, &Columns::default(), &mut rng()), Cow::Borrowed(_)));
        assert_eq!(drawn_apart(&matrix, &Columns::default(), &mut rng()).rows(), 300);
    }

    #[test]
    fn a_yes_no_column_becomes_one_normal_crowd_in_the_same_order() {
        // Three in ten say yes; beside it a column that stays.
        let values = (0..5_000).flat_map(|n| [f64::from(u8::from(n % 10 < 3)), f64::from(n)]).collect();
        let matrix = Matrix::new(2, values);
        let drawn = drawn_apart(&matrix, &Columns::default(), &mut rng());
        assert_eq!(column(&drawn, 1), column(&matrix, 1));
        let yes = |of: &dyn Fn(&[f64]) -> bool| -> Vec<f64> {
            matrix.iter().zip(drawn.iter()).filter(|(was, _)| of(was)).map(|(_, is)| is[0]).collect()
        };
        let (no, yes) = (yes(&|row| row[0] == 0.0), yes(&|row| row[0] == 1.0));
        let greatest_no = no.iter().copied().fold(f64::MIN, f64::max);
        assert!(yes.iter().all(|&x| x > greatest_no));
        // Mean and variance of a Bernoulli of 0.3; kurtosis 3 as of a normal, where that of the column was 1/(pq) − 3.
        let all = column(&drawn, 0);
        let [mean, variance] = mean_and_variance(&all);
        assert!((mean - 0.3).abs() < 0.03 && (variance / 0.21 - 1.0).abs() < 0.08, "{mean} {variance}");
        let fourth = all.iter().map(|x| (x - mean) * (x - mean) * (x - mean) * (x - mean)).sum::<f64>()
            / all.len() as f64;
        assert!((fourth / (variance * variance) - 3.0).abs() < 0.4);
    }

    #[test]
    fn whole_numbers_of_many_values_stay_near_where_they_were() {
        let matrix = Matrix::new(1, (0..1_000).map(|n| f64::from(n % 50)).collect());
        let drawn = drawn_apart(&matrix, &Columns::default(), &mut rng());
        // Half of the way to the number beside it, and at an end as far as inwards.
        assert!(matrix.column(0).zip(drawn.column(0)).all(|(was, is)| (was - is).abs() <= 0.5 + 1e-12));
        let mut values = column(&drawn, 0);
        values.sort_unstable_by(f64::total_cmp);
        assert!(values.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn outliers_at_a_limit_are_no_heap_and_stay() {
        let moved = |n: u32| if n < 60 { 300.0 } else { f64::from(n) * 0.37 };
        let matrix = Matrix::new(1, (0..600).map(moved).collect());
        let known = Columns { limits: vec![Some([0.0, 300.0])], ..Columns::default() };
        assert!(matches!(drawn_apart(&matrix, &known, &mut rng()), Cow::Borrowed(_)));
        assert_ne!(*drawn_apart(&matrix, &Columns::default(), &mut rng()), matrix);
    }

    #[test]
    fn what_is_a_heap_and_what_is_not() {
        let of = |mut values: Vec<f64>| {
            values.sort_unstable_by(f64::total_cmp);
            kind(&values)
        };
        let line = |count: u32| (0..count).map(f64::from);
        assert_eq!(of(line(500).collect()), Kind::Plain);
        // A tenth of the customers told a round figure.
        assert_eq!(of(line(450).chain([200.0; 50]).collect()), Kind::Heaped);
        assert_eq!(of(line(450).chain([0.0; 50]).collect()), Kind::Heaped);
        assert_eq!(of(line(500).map(|n| (n / 5.0).floor()).collect()), Kind::Rounded);
        assert_eq!(of(line(500).map(|n| n % 5.0).collect()), Kind::Heaped);
        // The arcsine law is pressed against both ends, the exponential against one.
        let arc = line(500).map(|n| libm::cos(std::f64::consts::PI * (n + 0.5) / 500.0));
        assert_eq!(of(arc.collect()), Kind::Heaped);
        assert_eq!(of(line(500).map(|n| -libm::log((n + 0.5) / 500.0)).collect()), Kind::Plain);
    }

    #[test]
    fn levels_become_leanings_of_which_the_own_is_the_greatest() {
        // Shares of ½, ¼ and ¼, coded as (x − p) / s.
        let shares = [0.5, 0.25, 0.25];
        let s = (1.0_f64 - shares.iter().map(|p| p * p).sum::<f64>()).sqrt();
        let level = |n: u32| [0, 0, 1, 2][n as usize % 4];
        let row = |n: u32| (0..3).map(move |at| (f64::from(u8::from(at == level(n))) - shares[at]) / s);
        let matrix = Matrix::new(3, (0..4_000).flat_map(row).collect());
        let drawn = drawn_apart(&matrix, &Columns { kinds: vec![[0, 3]], limits: Vec::new() }, &mut rng());
        for (n, row) in drawn.iter().enumerate() {
            let own = row[level(n as u32)];
            assert!(row.iter().enumerate().all(|(at, &x)| at == level(n as u32) || x < own));
            assert!(row.iter().sum::<f64>().abs() < 1e-9);
        }
        let total: f64 = drawn.values().iter().map(|x| x * x).sum::<f64>() / 4_000.0;
        assert!((total - 1.0).abs() < 1e-9);
    }
}
