//! The nearest centroid of several customers at once, on the lattice, and by how much it is the nearest.

use wide::{bytemuck, f32x4, i16x8, i32x4, i32x8, u8x16};

use super::lattice::{Lattice, OUTSIDE, WIDTH, turned};
use super::shadow::LANES;
use crate::Matrix;
use crate::matrix::distance2;

/// Vectors that the kernel works on at a time: each centroid is loaded once for all of them.
const ABREAST: usize = 2;

/// Customers that are judged together.
pub(super) const GROUP: usize = 16;

/// Customers that are fetched before they are judged.
const FETCHED: usize = 64;

/// Unit roundoff of single precision.
const UNIT: f64 = 1.0 / (1_u64 << 24) as f64;

/// The largest part of a score that is the centroid's alone: with a product of 2³⁰ at most, a score stays within 32 bits.
const MOST: f64 = ((1 << 30) - (1 << 16)) as f64;

/// What is found out about one group of customers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    /// The nearest centroid of each.
    pub(super) labels: u8x16,
    /// So much farther is every other centroid at least, as a distance.
    pub(super) margins: [f32; GROUP],
    /// Bit by bit whoever the lattice is too coarse for: the margin is not positive.
    unsure: u16,
}

impl Verdict {
    /// A verdict on nobody.
    pub(super) const NONE: Verdict = Verdict { labels: u8x16::ZERO, margins: [0.0; GROUP], unsure: 0 };

    /// Has whoever it is not sure of judged by `exact`, which gives label and margin.
    #[inline]
    pub(super) fn settle(&mut self, exact: impl Fn(usize) -> (u8, f32)) {
        while self.unsure != 0 {
            let lane = self.unsure.trailing_zeros() as usize;
            (self.labels.as_mut_array()[lane], self.margins[lane]) = exact(lane);
            self.unsure &= self.unsure - 1;
        }
    }

    /// Is not sure of whoever is nearest to one of the centroids `far`.
    fn doubt(&mut self, far: &[u8]) {
        for (lane, label) in self.labels.to_array().iter().enumerate() {
            self.unsure |= u16::from(far.contains(label)) << lane;
        }
    }
}

/// The centroids of one round, rounded to whole numbers.
///
/// With q a customer on the lattice and ĉ a centroid, half the squared distance between them, less ½|q|², is ½|ĉ|² − q·ĉ. A centroid is
/// rounded to ĉ = p/g, g as large as 16 bits allow, so that the score g(½|ĉ|² − q·ĉ) is whole but for its first term, which is rounded
/// down. Whole numbers are 2ᵇ apart once everything is multiplied by that; the number of the centroid is put in between, so
/// that the least of all scores names its centroid.
///
/// What is found out that way about distances in the lattice holds for the customers themselves but for `loss`: a customer is moved by
/// rounding by half a unit along each feature at most, a centroid by what is computed here, and each of the two distances
/// that a margin is the difference of by no more than their sum.
#[derive(Debug)]
pub(super) struct Targets {
    /// For each centroid: what its score begins with, in every lane, then its coordinates, two by two, in every lane.
    table: Vec<i16x8>,
    pairs: usize,
    /// The bits of a score that are the number of its centroid.
    numbers: i32,
    /// What a score of 1 is worth as a squared distance.
    worth: f32,
    /// What rounding may have added to a margin, in units.
    loss: f32,
    /// Centroids beyond the lattice. What stands for one is its nearest point there: no customer of the lattice is farther from that than from the
    /// centroid, so that it does as a rival; but whoever it wins is to be looked at exactly.
    far: Vec<u8>,
}

impl Targets {
    /// The centroids, at most 256, as the lattice sees them.
    pub(super) fn new(lattice: &Lattice, centroids: &Matrix) -> Self {
        let points: Vec<Vec<f64>> = centroids.iter().map(|centroid| lattice.point(centroid)).collect();
        let inside = |point: &[f64]| -> Vec<f64> {
            point.iter().map(|value| if value.is_nan() { 0.0 } else { value.clamp(-WIDTH, WIDTH) }).collect()
        };
        let seen: Vec<Vec<f64>> = points.iter().map(|point| inside(point)).collect();
        let bits = usize::BITS - (centroids.rows() - 1).leading_zeros();
        let step = f64::from(1 << bits);
        let reach = seen.iter().flatten().fold(1.0, |reach, value| f64::max(reach, value.abs()));
        let finer = (WIDTH / step).floor() / reach;
        let mut far = Vec::new();
        let mut moved: f64 = 0.0;
        let mut table = Vec::new();
        for (number, (point, seen)) in points.iter().zip(&seen).enumerate() {
            let whole: Vec<f64> = seen.iter().map(|value| (value * finer).round()).collect();
            let rounded: Vec<f64> = whole.iter().map(|value| value / finer).collect();
            moved = f64::max(moved, distance2(&rounded, seen).sqrt());
            let begins = (whole.iter().map(|value| value * value).sum::<f64>() * 0.5 / finer).floor() * step;
            if point != seen || begins > MOST {
                far.push(number as u8);
            }
            let begins = (begins.min(MOST) / step).floor() as i32 * (1 << bits) + number as i32;
            table.push(bytemuck::cast(i32x4::splat(begins)));
            let at = |at: usize| whole.get(at).map_or(0, |value| (value * step) as i16);
            table.extend((0..lattice.pairs).map(|pair| {
                let (a, b) = (at(2 * pair), at(2 * pair + 1));
                i16x8::new([a, b, a, b, a, b, a, b])
            }));
        }
        let features = lattice.columns as f64;
        Targets {
            table,
            pairs: lattice.pairs,
            numbers: (1 << bits) - 1,
            worth: (2.0 / (finer * step)) as f32,
            loss: ((features.sqrt() + 2.0 * moved) * (1.0 + 1e-6) + 1e-3) as f32,
            far,
        }
    }
}

/// Judges the groups of customers from row `from` on, as many as there are verdicts for; `from` is the beginning of a group.
pub(super) fn judge_from(lattice: &Lattice, targets: &Targets, from: usize, verdicts: &mut [Verdict]) {
    by_pairs!(targets.pairs, from_row(lattice, targets, from, verdicts));
}

/// Judges the customers `chosen`; the last group is filled up by repeating the last one.
pub(super) fn judge_chosen(lattice: &Lattice, targets: &Targets, chosen: &[u32], verdicts: &mut [Verdict]) {
    by_pairs!(targets.pairs, of_rows(lattice, targets, chosen, verdicts));
}

#[inline(never)]
fn from_row<const PAIRS: usize>(lattice: &Lattice, targets: &Targets, from: usize, verdicts: &mut [Verdict]) {
    for (group, verdict) in verdicts.iter_mut().enumerate() {
        let row = |at: usize| lattice.row::<PAIRS>(from + group * GROUP + at);
        judge(targets, |four| turned::<PAIRS>(std::array::from_fn(|lane| row(four * LANES + lane))), verdict);
    }
}

#[inline(never)]
fn of_rows<const PAIRS: usize>(
    lattice: &Lattice,
    targets: &Targets,
    chosen: &[u32],
    verdicts: &mut [Verdict],
) {
    let mut near = [[i16x8::ZERO; PAIRS]; FETCHED / LANES];
    for (batch, verdicts) in chosen.chunks(FETCHED).zip(verdicts.chunks_mut(FETCHED / GROUP)) {
        // Fetched first and judged then: so that the processor waits for many customers from afar at once, not for a few.
        for (four, rows) in near.iter_mut().zip(batch.chunks(LANES)) {
            let row = |lane: usize| lattice.row::<PAIRS>(rows[lane.min(rows.len() - 1)] as usize);
            *four = turned(std::array::from_fn(row));
        }
        for (verdict, fours) in verdicts.iter_mut().zip(near.as_chunks::<{ GROUP / LANES }>().0) {
            judge(targets, |four| fours[four], verdict);
        }
    }
}

/// Judges a group, given its customers by fours.
#[inline(always)]
fn judge<const PAIRS: usize>(targets: &Targets, x: impl Fn(usize) -> [i16x8; PAIRS], into: &mut Verdict) {
    let [[a, b], [c, d]] = [[x(0), x(1)], [x(2), x(3)]].map(|x| least_two(&x, targets));
    let margins = [a.1, b.1, c.1, d.1];
    let numbers = i32x4::splat(targets.numbers);
    let [a, b] = [[a.0, b.0], [c.0, d.0]].map(|labels| {
        i16x8::from_i32x8_saturate(bytemuck::cast::<[i32x4; 2], i32x8>(labels.map(|label| label & numbers)))
    });
    let sure = margins.map(|margin| margin.simd_gt(f32x4::ZERO).to_bitmask());
    into.labels = u8x16::narrow_i16x8(a, b);
    into.margins = bytemuck::cast(margins);
    into.unsure = !(sure[0] | sure[1] << 4 | sure[2] << 8 | sure[3] << 12) as u16;
    if !targets.far.is_empty() {
        into.doubt(&targets.far);
    }
}

/// The kernel: for each of eight customers the least score, and the margin.
#[inline(always)]
fn least_two<const PAIRS: usize>(
    x: &[[i16x8; PAIRS]; ABREAST],
    targets: &Targets,
) -> [(i32x4, f32x4); ABREAST] {
    let mut first = [i32x4::splat(i32::MAX); ABREAST];
    let mut second = first;
    for target in targets.table.chunks_exact(PAIRS + 1) {
        let mut score = [bytemuck::cast::<i16x8, i32x4>(target[0]); ABREAST];
        for pair in 0..PAIRS {
            for v in 0..ABREAST {
                score[v] -= x[v][pair].dot(target[pair + 1]);
            }
        }
        for v in 0..ABREAST {
            second[v] = second[v].min(first[v].max(score[v]));
            first[v] = first[v].min(score[v]);
        }
    }
    std::array::from_fn(|v| (first[v], margin(&x[v], first[v], second[v], targets)))
}

/// By how much the second distance is the larger one, at least, given the two least scores S₁ ≤ S₂.
///
/// With w what a score of 1 is worth and every score rounded down and raised by less than 2ᵇ, squared distances on the lattice are Dⱼ =
/// |q|² + w(Sⱼ ± 2ᵇ); so d₂ − d₁ = (D₂ − D₁)/(d₁ + d₂) ≥ w(S₂ − S₁ − 2·2ᵇ)/√(2(D₁ + D₂)). In single precision terms of the size of |q|², D₁ and
/// D₂ are rounded a few times (2⁻²⁴ each).
#[inline(always)]
fn margin<const PAIRS: usize>(x: &[i16x8; PAIRS], first: i32x4, second: i32x4, targets: &Targets) -> f32x4 {
    const ROUNDING: f32 = (16.0 * UNIT) as f32;
    const KEEP: f32 = (1.0 - 16.0 * UNIT) as f32;
    let norm = x.iter().fold(i32x4::ZERO, |sum, &pair| sum + pair.dot(pair)).round_float();
    let worth = f32x4::splat(targets.worth);
    let [first, second] = [first, second].map(|score| score.round_float() * worth);
    let step = f32x4::splat(2.0 * (targets.numbers + 1) as f32) * worth;
    let both = norm + norm + (first + second);
    let lost = (norm + both.fast_max(f32x4::ZERO)) * f32x4::splat(ROUNDING) + step;
    let distances = ((both + lost) * f32x4::splat(2.0)).sqrt();
    let margin = (second - first - lost) / distances * f32x4::splat(KEEP) - f32x4::splat(targets.loss);
    let outside = bytemuck::cast::<i16x8, i32x4>(x[0]).simd_eq(i32x4::splat(i32::from(OUTSIDE as u16)));
    bytemuck::cast::<i32x4, f32x4>(!outside) & margin
}

/// The pairs that so many features come to, filled up to a number that there is a kernel for; `None` where there are too many.
pub(super) fn padded(columns: usize) -> Option<usize> {
    [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 24, 32].into_iter().find(|&pairs| 2 * pairs >= columns)
}

/// Calls `$function` compiled for just this number of pairs of features.
macro_rules! by_pairs {
    ($pairs:expr, $function:ident($($argument:expr),*)) => {
        by_pairs!(@ $pairs, $function($($argument),*),
            1 2 3 4 5 6 7 8 10 12 16 24 32)
    };
    (@ $pairs:expr, $function:ident $arguments:tt, $($p:literal)*) => {
        match $pairs {
            $($p => by_pairs!(= $function $p $arguments),)*
            other => unreachable!("no kernel for {other} pairs"),
        }
    };
    (= $function:ident $p:literal ($($argument:expr),*)) => { $function::<$p>($($argument),*) };
}
use by_pairs;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::exact::nearest_two;
    use super::*;

    /// Rows, and centroids that need not be rows.
    fn tables(cell: impl Strategy<Value = f64> + Clone + 'static) -> impl Strategy<Value = (Matrix, Matrix)> {
        let shape = (1_usize..66, 1_usize..60, prop::sample::select(vec![2_usize, 3, 8, 20, 256]));
        shape.prop_flat_map(move |(columns, rows, k)| {
            let table = |rows: usize| {
                prop::collection::vec(cell.clone(), columns * rows)
                    .prop_map(move |cells| Matrix::new(columns, cells))
            };
            (table(rows), table(k))
        })
    }

    /// Judges everybody in order and one by one; gives how many could not be judged.
    fn check((matrix, centroids): &(Matrix, Matrix)) -> Result<usize, TestCaseError> {
        let Some(lattice) = Lattice::of(matrix.into()) else {
            prop_assume!(matrix.columns() > 64 || matrix.distinct_rows() == 1);
            return Ok(matrix.rows());
        };
        let targets = Targets::new(&lattice, centroids);
        let mut verdicts = vec![Verdict::NONE; matrix.rows().div_ceil(GROUP)];
        judge_from(&lattice, &targets, 0, &mut verdicts);
        let mut unsure = 0;
        for row in 0..matrix.rows() {
            let (verdict, lane) = (&verdicts[row / GROUP], row % GROUP);
            if verdict.unsure >> lane & 1 == 1 {
                unsure += 1;
                continue;
            }
            let (label, margin) = nearest_two(matrix.row(row), centroids, lattice.scale);
            prop_assert_eq!(verdict.labels.to_array()[lane], label);
            prop_assert!(verdict.margins[lane] > 0.0 && verdict.margins[lane] <= margin);
        }
        let chosen: Vec<u32> = (0..matrix.rows() as u32).rev().collect();
        let mut again = vec![Verdict::NONE; chosen.len().div_ceil(GROUP)];
        judge_chosen(&lattice, &targets, &chosen, &mut again);
        for (at, &row) in chosen.iter().enumerate() {
            let (first, second) = (&verdicts[row as usize / GROUP], &again[at / GROUP]);
            let (here, there) = (row as usize % GROUP, at % GROUP);
            prop_assert_eq!(first.labels.to_array()[here], second.labels.to_array()[there]);
            prop_assert_eq!(first.margins[here].to_bits(), second.margins[there].to_bits());
        }
        Ok(unsure)
    }

    /// Numbers of every size.
    fn hostile() -> impl Strategy<Value = f64> + Clone {
        let size = prop::sample::select(vec![0.0, 1e-12, 1e-3, 1.0, 1.0, 1.0, 30.0, 1e3, 1e12, 1e40]);
        (size, -1.0_f64..1.0).prop_map(|(size, part)| size * part)
    }

    proptest! {
        #[test]
        fn what_is_sure_is_so(tables in tables(-3.0_f64..3.0)) {
            check(&tables)?;
        }

        #[test]
        fn what_is_sure_is_so_of_whole_numbers(tables in tables((-3_i8..4).prop_map(f64::from))) {
            check(&tables)?;
        }

        #[test]
        fn what_is_sure_is_so_far_from_the_origin(tables in tables((-3.0_f64..3.0).prop_map(|value| value + 1e9))) {
            check(&tables)?;
        }

        #[test]
        fn what_is_sure_is_so_of_hostile_numbers(tables in tables(hostile())) {
            check(&tables)?;
        }
    }

    #[test]
    fn nearly_all_is_sure() {
        // A quadratic residue is as good as chance here.
        let table = |rows: u64, shift: u64| {
            let cell = |i: u64| ((i + shift) * (i + shift) % 1_000_003 * 2_654_435_761 % 1_000_003) as f64;
            Matrix::new(8, (0..rows * 8).map(cell).collect())
        };
        let unsure = check(&(table(10_000, 0), table(8, 1_234_567))).unwrap();
        assert!(unsure < 200, "{unsure} of 10,000");
    }
}
