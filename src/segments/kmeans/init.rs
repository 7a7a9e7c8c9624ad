//! Where a fit starts.

use wide::f32x4;

use super::margin::by_dimensions;
use super::points::Points;
use super::shadow::{LANES, Shadow};
use crate::matrix::distance2;
use crate::rng::Rng;
use crate::segments::nearest;
use crate::{Matrix, Rows};

/// Blocks of customers whose weights are summed in single precision; sums of these are doubles.
const STRETCH: usize = 64;

/// Where less than this part of all squared distances is left, single precision may no longer see the difference of two customers.
const TOO_LITTLE: f64 = 1e-10;

/// Greedy k-means++ (Arthur & Vassilvitskii 2007): each next centre is drawn with probability proportional to the squared
/// distance from the centres so far; of 2 + ⌊ln k⌋ candidates the one that leaves the least potential is taken.
///
/// Where fewer than k rows differ, the rest of the centres repeat rows.
pub fn plus_plus(points: &Points<'_>, k: usize, rng: &mut Rng) -> Matrix {
    let rows = points.customers();
    let mut first = Matrix::with_capacity(rows.columns(), k);
    rows.with(rng.below(rows.count() as u64) as usize, |row| first.push(row));
    extend(points, first, k, rng)
}

/// The same from centres that are there already: draws more of them until there are k.
///
/// Distances are those of the shadow, summed in an order that depends on nothing but the number of rows, while it sees enough.
pub fn extend(points: &Points<'_>, mut centers: Matrix, k: usize, rng: &mut Rng) -> Matrix {
    let candidates = 2 + libm::log(k as f64) as usize;
    if let Some(shadow) = points.shadow() {
        let mut closest = Closest::new(shadow);
        let seen =
            centers.iter().map_while(|center| shadow.point(center)).map(|center| closest.lower(&center));
        if seen.count() == centers.rows() {
            while centers.rows() < k && closest.potential() > TOO_LITTLE * shadow.spread {
                let drawn: Vec<usize> =
                    (0..candidates).map(|_| closest.draw(rng.unit() * closest.potential())).collect();
                let left = closest.potentials_with(&drawn);
                let least = (1..candidates)
                    .fold(0, |least, next| if left[next] < left[least] { next } else { least });
                closest.lower(&closest.point(drawn[least]));
                points.customers().with(drawn[least], |row| centers.push(row));
            }
        }
    }
    extend_exactly(points.customers(), centers, k, candidates, rng)
}

/// The squared distance of every customer to the nearest centre so far, in the shadow.
struct Closest<'a> {
    shadow: &'a Shadow,
    distances: Vec<f32x4>,
    /// The sums of `distances` over each stretch.
    stretches: Vec<f64>,
}

impl<'a> Closest<'a> {
    fn new(shadow: &'a Shadow) -> Self {
        let mut distances = vec![f32x4::splat(f32::MAX); shadow.rows.div_ceil(LANES)];
        if let Some(last) = distances.last_mut() {
            // Whoever fills up the last block has no weight.
            let here = shadow.rows - (shadow.rows - 1) / LANES * LANES;
            *last = f32x4::new(std::array::from_fn(|lane| if lane < here { f32::MAX } else { 0.0 }));
        }
        Closest { shadow, distances, stretches: Vec::new() }
    }

    fn potential(&self) -> f64 {
        self.stretches.iter().sum()
    }

    /// The customer at which the running sum of weights exceeds `target`.
    fn draw(&self, target: f64) -> usize {
        let stretch = draw(self.stretches.iter().copied(), target);
        let before: f64 = self.stretches[..stretch].iter().sum();
        let blocks = self.distances[stretch * STRETCH..].iter().take(STRETCH);
        let weights = blocks.flat_map(|block| block.to_array()).map(f64::from);
        stretch * STRETCH * LANES + draw(weights, target - before)
    }

    /// The coordinates of a customer.
    fn point(&self, row: usize) -> Vec<f32> {
        let block = &self.shadow.lanes[row / LANES * self.shadow.dimensions..][..self.shadow.dimensions];
        block.iter().map(|vector| vector.to_array()[row % LANES]).collect()
    }

    /// A new centre.
    fn lower(&mut self, center: &[f32]) {
        by_dimensions!(self.shadow.dimensions, lower(self, center));
    }

    /// What the potential would be with each of `candidates` as the next centre.
    fn potentials_with(&self, candidates: &[usize]) -> Vec<f64> {
        let centers: Vec<Vec<f32>> = candidates.iter().map(|&row| self.point(row)).collect();
        by_dimensions!(self.shadow.dimensions, potentials(self, &centers))
    }
}

#[inline(never)]
fn lower<const D: usize>(closest: &mut Closest<'_>, center: &[f32]) {
    let center = splat::<D>(center);
    let (blocks, _) = closest.shadow.lanes.as_chunks::<D>();
    let stretches = blocks.chunks(STRETCH).zip(closest.distances.chunks_mut(STRETCH));
    closest.stretches = stretches
        .map(|(blocks, distances)| {
            let mut sum = f32x4::ZERO;
            for (block, distance) in blocks.iter().zip(distances) {
                *distance = distance.fast_min(apart(block, &center));
                sum += *distance;
            }
            total(sum)
        })
        .collect();
}

#[inline(never)]
fn potentials<const D: usize>(closest: &Closest<'_>, centers: &[Vec<f32>]) -> Vec<f64> {
    let centers: Vec<[f32x4; D]> = centers.iter().map(|center| splat(center)).collect();
    let mut left = vec![0.0; centers.len()];
    let (blocks, _) = closest.shadow.lanes.as_chunks::<D>();
    for (blocks, distances) in blocks.chunks(STRETCH).zip(closest.distances.chunks(STRETCH)) {
        for (center, left) in centers.iter().zip(&mut left) {
            let sum = blocks
                .iter()
                .zip(distances)
                .fold(f32x4::ZERO, |sum, (block, distance)| sum + distance.fast_min(apart(block, center)));
            *left += total(sum);
        }
    }
    left
}

fn splat<const D: usize>(point: &[f32]) -> [f32x4; D] {
    std::array::from_fn(|d| f32x4::splat(point[d]))
}

/// Squared distances of four customers.
fn apart<const D: usize>(block: &[f32x4; D], center: &[f32x4; D]) -> f32x4 {
    block.iter().zip(center).fold(f32x4::ZERO, |sum, (&x, &c)| sum + (x - c) * (x - c))
}

fn total(four: f32x4) -> f64 {
    four.to_array().into_iter().map(f64::from).sum()
}

/// As [`extend`], in double precision throughout.
fn extend_exactly(rows: Rows<'_>, mut centers: Matrix, k: usize, candidates: usize, rng: &mut Rng) -> Matrix {
    if centers.rows() >= k {
        return centers;
    }
    let matrix = rows.to_matrix();
    let rows = matrix.rows();
    let mut closest: Vec<f64> = matrix.iter().map(|row| nearest(row, &centers).1).collect();
    let mut best = vec![0.0; rows];
    let mut trial = vec![0.0; rows];
    while centers.rows() < k {
        let potential: f64 = closest.iter().sum();
        let mut chosen: Option<(usize, f64)> = None;
        for _ in 0..candidates {
            let candidate = draw(closest.iter().copied(), rng.unit() * potential);
            let center = matrix.row(candidate);
            let mut left = 0.0;
            for ((slot, row), &near) in trial.iter_mut().zip(matrix.iter()).zip(&closest) {
                *slot = distance2(row, center).min(near);
                left += *slot;
            }
            if chosen.is_none_or(|(_, least)| left < least) {
                chosen = Some((candidate, left));
                std::mem::swap(&mut best, &mut trial);
            }
        }
        if let Some((candidate, _)) = chosen {
            centers.push(matrix.row(candidate));
            std::mem::swap(&mut closest, &mut best);
        }
    }
    centers
}

/// One centre fewer: the two whose groups cost least to merge become their common mean. The cost is Ward's (1963), n m / (n + m)
/// times the squared distance, with n and m the customers nearest to each (`sizes`); the first pair on a tie.
pub fn merge_cheapest(centers: &Matrix, sizes: &[u64]) -> Matrix {
    let sizes: Vec<f64> = sizes.iter().map(|&size| size as f64).collect();
    let mut cheapest = (f64::INFINITY, 0, 1);
    for i in 0..centers.rows() {
        for j in i + 1..centers.rows() {
            let together = f64::max(sizes[i] + sizes[j], 1.0);
            let cost = sizes[i] * sizes[j] / together * distance2(centers.row(i), centers.row(j));
            if cost < cheapest.0 {
                cheapest = (cost, i, j);
            }
        }
    }
    let (_, i, j) = cheapest;
    let mut merged = centers.select((0..centers.rows()).filter(|&at| at != j));
    let together = sizes[i] + sizes[j];
    if together > 0.0 {
        let means =
            centers.row(i).iter().zip(centers.row(j)).map(|(a, b)| (a * sizes[i] + b * sizes[j]) / together);
        let means: Vec<f64> = means.collect();
        merged.row_mut(i).copy_from_slice(&means);
    }
    merged
}

/// The first index at which the running sum of `weights` exceeds `target`; the last one with any weight where rounding
/// leaves the target beyond the end.
fn draw(weights: impl Iterator<Item = f64>, target: f64) -> usize {
    let mut sum = 0.0;
    let mut last = 0;
    for (index, weight) in weights.enumerate() {
        if weight > 0.0 {
            sum += weight;
            last = index;
            if sum > target {
                return index;
            }
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Purpose;

    #[test]
    fn centres_are_different_rows_while_there_are_any() {
        let matrix = Matrix::new(1, vec![0.0, 0.0, 0.0, 7.0, 7.0, 9.0]);
        let points = Points::new(&matrix);
        for stream in 0..50 {
            let mut centers: Vec<f64> =
                plus_plus(&points, 3, &mut Rng::new(1, Purpose::Restart, stream)).values().to_vec();
            centers.sort_by(f64::total_cmp);
            assert_eq!(centers, [0.0, 7.0, 9.0]);
        }
    }

    #[test]
    fn the_pair_that_costs_least_is_merged() {
        // Groups {0, 2} {4} {20}: merging the first two costs 2·1/3·9 = 6, far less than any other.
        assert_eq!(merge_cheapest(&Matrix::new(1, vec![1.0, 4.0, 20.0]), &[2, 1, 1]).values(), [2.0, 20.0]);
    }

    #[test]
    fn what_single_precision_cannot_tell_apart_is_told_apart() {
        let matrix = Matrix::new(1, vec![0.0, 1e-12, 1e12, 1e12, 0.0]);
        let points = Points::new(&matrix);
        for stream in 0..50 {
            let mut centers: Vec<f64> =
                plus_plus(&points, 3, &mut Rng::new(1, Purpose::Restart, stream)).values().to_vec();
            centers.sort_by(f64::total_cmp);
            assert_eq!(centers, [0.0, 1e-12, 1e12]);
        }
    }

    #[test]
    fn the_shadow_and_the_exact_way_draw_alike() {
        // Whole numbers: every sum is exact in both, so the same random numbers give the same centres.
        let values: Vec<f64> = (0..3_000_u32).map(|i| f64::from(i * i % 97)).collect();
        let matrix = Matrix::new(3, values);
        let points = Points::new(&matrix);
        for k in 2..=9 {
            let first = matrix.select([5]);
            let candidates = 2 + libm::log(k as f64) as usize;
            let rng = || Rng::new(7, Purpose::Restart, k as u64);
            let exactly = extend_exactly((&matrix).into(), first.clone(), k, candidates, &mut rng());
            assert_eq!(extend(&points, first, k, &mut rng()), exactly, "k {k}");
        }
    }

    #[test]
    fn draws_follow_the_weights() {
        assert_eq!(draw([0.0, 2.0, 0.0, 3.0].into_iter(), 0.0), 1);
        assert_eq!(draw([0.0, 2.0, 0.0, 3.0].into_iter(), 1.9), 1);
        assert_eq!(draw([0.0, 2.0, 0.0, 3.0].into_iter(), 2.0), 3);
        assert_eq!(draw([0.0, 2.0, 0.0, 3.0].into_iter(), 5.0), 3);
        assert_eq!(draw([0.0, 0.0].into_iter(), 0.0), 0);
    }
}
