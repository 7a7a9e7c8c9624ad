//! Is there a valley between neighbouring segments, seen on customers that they were not made of?
//!
//! Ashman's D asks how far two segments are apart for how wide they are, and asks the same of a hundred customers and of a million. A valley, fewer
//! customers in the middle than on both sides, is the surer to be seen the more customers there are.

use crate::customers::{dip, dip_p};
use crate::matrix::distance2;
use crate::segments::{best_matching, eigen};
use crate::validity::{Labelling, centroids_of};
use crate::{Ascending, Matrix};

/// How far out customers on the line through two centroids are looked at, these being at −1 and 1. What lies behind the centroids tells of no
/// valley, and blurs the dip.
const WINDOW: f64 = 1.5;

/// How near to the middle customers lie through whom the way from one segment to the other leads.
const MIDDLE: f64 = 0.25;

/// Fewest of them that show a way, and the share of the two segments that they have at least: where fewer are between them, there is no way. Of two
/// normal crowds four standard deviations apart it is 0.06, of the halves and quarters of a ring 0.09 and more.
const FEWEST: usize = 8;
const SHARE_IN_THE_MIDDLE: f64 = 0.06;

/// One half of the customers.
pub(super) struct Half<'a> {
    /// Its rows, equal values drawn apart.
    pub(super) rows: &'a Matrix,
    /// Their segments by the centroids of this half.
    pub(super) own: &'a [u32],
    /// Their segments by the centroids of the other half.
    pub(super) of_other: &'a [u32],
}

/// What is seen between neighbours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Valley {
    /// The p of Hartigan's dip along the line through two centroids, the greatest over all pairs of neighbours.
    pub(super) p: f64,
    /// The same on the most used way across the middle.
    pub(super) p_on_the_way: f64,
}

/// A customer of one of two segments.
struct Place {
    /// Where on the line through the centroids, these being at −1 and 1.
    along: f64,
    /// How far from it, in each column.
    off: Vec<f64>,
}

/// The least valley between neighbouring segments, of which each half of the customers has made `k`: each is divided by the centroids of the
/// other and looked at along the lines through these. What is seen of the two is put together, segments matched by the customers that
/// they share. Neighbours are two between which no third centroid lies (Gabriel & Sokal 1969), in either half.
///
/// The line alone takes a ring, cut in two, for two crowds, since most of each half lies beside the middle. So the dip is asked for again on the way
/// that most customers in the middle take: of the direction in which they differ most from the rest, the shortest stretch with half of them.
pub(super) fn least_valley(halves: &[Half<'_>; 2], k: usize) -> Valley {
    let centroids = [0, 1].map(|at| centroids_of(halves[at].rows, Labelling { labels: halves[at].own, k }));
    let matched = matched(halves, k);
    let mut least = Valley { p: 0.0, p_on_the_way: 0.0 };
    for (i, j) in (0..k).flat_map(|j| (0..j).map(move |i| (i, j))) {
        let pairs = [[i, j], [matched[i], matched[j]]];
        if [0, 1].into_iter().any(|at| are_neighbours(&centroids[at], pairs[at])) {
            let seen = |at: usize| places(&halves[1 - at], &centroids[at], pairs[at]);
            let places: Vec<Place> = seen(0).into_iter().chain(seen(1)).collect();
            least.p = least.p.max(p_of(places.iter().map(|place| place.along)));
            least.p_on_the_way = least.p_on_the_way.max(p_on_the_way(&places));
        }
    }
    least
}

/// For each segment of the first half that of the second with the same customers.
fn matched(halves: &[Half<'_>; 2], k: usize) -> Vec<usize> {
    let mut shared = vec![0.0; k * k];
    let [first, second] = halves;
    for (of_first, of_second) in [(first.own, first.of_other), (second.of_other, second.own)] {
        of_first.iter().zip(of_second).for_each(|(&a, &b)| shared[a as usize * k + b as usize] += 1.0);
    }
    best_matching(&shared, k)
}

/// Whether no other centroid lies in the ball that has the two at its ends.
fn are_neighbours(centroids: &Matrix, [i, j]: [usize; 2]) -> bool {
    let squared = |a: usize, b: usize| distance2(centroids.row(a), centroids.row(b));
    let others = (0..centroids.rows()).filter(|&other| other != i && other != j);
    others.into_iter().all(|other| squared(i, other) + squared(j, other) >= squared(i, j))
}

/// The customers whom the centroids of the other half put into two segments.
fn places(half: &Half<'_>, centroids: &Matrix, pair: [usize; 2]) -> Vec<Place> {
    let [from, to] = pair.map(|at| centroids.row(at));
    let length = distance2(from, to);
    let members = half.rows.iter().zip(half.of_other).filter(|&(_, &label)| pair.contains(&(label as usize)));
    let place = |row: &[f64]| {
        let line = || from.iter().zip(to);
        let along = row
            .iter()
            .zip(line())
            .fold(0.0, |sum, (x, (from, to))| sum + (x - (from + to) / 2.0) * (to - from));
        let along = if length > 0.0 { 2.0 * along / length } else { 0.0 };
        let off = |(x, (from, to)): (&f64, (&f64, &f64))| x - (from + to) / 2.0 - along / 2.0 * (to - from);
        Place { along, off: row.iter().zip(line()).map(off).collect() }
    };
    members.map(|(row, _)| place(row)).collect()
}

/// The p of the dip of what lies in the window; 1 where too few do.
fn p_of(along: impl Iterator<Item = f64>) -> f64 {
    let within = Ascending::of(along.filter(|place| place.abs() <= WINDOW));
    dip(&within).map_or(1.0, |dip| dip_p(dip, within.as_slice().len()))
}

/// The same of the customers on the most used way across the middle; 0 where next to nobody is in the middle.
fn p_on_the_way(places: &[Place]) -> f64 {
    let middle: Vec<&Place> = places.iter().filter(|place| place.along.abs() <= MIDDLE).collect();
    let within: Vec<&Place> = places.iter().filter(|place| place.along.abs() <= WINDOW).collect();
    if middle.len() < FEWEST || (middle.len() as f64) < SHARE_IN_THE_MIDDLE * within.len() as f64 {
        return 0.0;
    }
    let across = most_unlike(&middle, &within);
    let off =
        |place: &Place| place.off.iter().zip(&across).fold(0.0, |sum, (off, across)| sum + off * across);
    let mut offs: Vec<f64> = middle.iter().map(|place| off(place)).collect();
    offs.sort_unstable_by(f64::total_cmp);
    let half = offs.len().div_ceil(2);
    let stretches = offs.windows(half).map(|stretch| [stretch[0], stretch[half - 1]]);
    let narrower =
        |best: [f64; 2], next: [f64; 2]| if next[1] - next[0] < best[1] - best[0] { next } else { best };
    let Some([low, high]) = stretches.reduce(narrower) else { return 0.0 };
    p_of(within.iter().filter(|place| (low..=high).contains(&off(place))).map(|place| place.along))
}

/// The direction in which the second moments of `some`, off the line, exceed those of `all` the most.
fn most_unlike(some: &[&Place], all: &[&Place]) -> Vec<f64> {
    let columns = all[0].off.len();
    let mut excess = vec![0.0; columns * columns];
    for (places, sign) in [(some, 1.0), (all, -1.0)] {
        let share = sign / places.len() as f64;
        for place in places {
            for (row, x) in excess.chunks_exact_mut(columns).zip(&place.off) {
                row.iter_mut().zip(&place.off).for_each(|(sum, y)| *sum += share * x * y);
            }
        }
    }
    let (values, vectors) = eigen(Matrix::new(columns, excess));
    let greatest = (0..columns).fold(0, |best, at| if values[at] > values[best] { at } else { best });
    vectors.row(greatest).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Purpose, Rng};
    use crate::segments::{assign, kmeans};

    /// The valley of rows halved by turns.
    fn valley_of(matrix: &Matrix, k: usize) -> Valley {
        let halves = [0, 1].map(|first| matrix.select((first..matrix.rows()).step_by(2)));
        let fits = [0, 1].map(|at| kmeans::fit_all(&halves[at], &[k as u32], 1, 0).remove(0).centroids);
        let labels = [0, 1].map(|of: usize| [0, 1].map(|by: usize| assign(&halves[of], &fits[by])));
        let half =
            |at: usize| Half { rows: &halves[at], own: &labels[at][at], of_other: &labels[at][1 - at] };
        least_valley(&[half(0), half(1)], k)
    }

    fn rows(count: usize, columns: usize, mut draw: impl FnMut(usize, &mut Rng) -> Vec<f64>) -> Matrix {
        let mut rng = Rng::new(11, Purpose::Split, 7);
        Matrix::new(columns, (0..count).flat_map(|row| draw(row, &mut rng)).collect())
    }

    /// A sum of twelve uniform numbers, nearly normal.
    fn normal(rng: &mut Rng) -> f64 {
        (0..12).map(|_| rng.unit()).sum::<f64>() - 6.0
    }

    #[test]
    fn two_crowds_have_a_valley_and_one_cut_in_two_has_none() {
        let two = rows(1_000, 2, |row, rng| vec![normal(rng) + (row / 2 % 2) as f64 * 3.75, normal(rng)]);
        let found = valley_of(&two, 2);
        assert!(found.p < 0.01 && found.p_on_the_way < 0.5, "{found:?}");
        // A third segment cuts one of them.
        assert!(valley_of(&two, 3).p > 0.3);
        let one = rows(1_000, 2, |_, rng| vec![normal(rng), normal(rng)]);
        assert!(valley_of(&one, 2).p > 0.3);
        let even = rows(1_000, 2, |_, rng| vec![rng.unit(), rng.unit()]);
        assert!(valley_of(&even, 2).p > 0.02);
    }

    #[test]
    fn the_halves_of_a_ring_hang_together() {
        let ring = rows(3_000, 2, |_, rng| {
            let (angle, radius) = (std::f64::consts::TAU * rng.unit(), 1.0 + 0.1 * normal(rng));
            vec![radius * libm::cos(angle), radius * libm::sin(angle)]
        });
        for k in [3, 4] {
            let found = valley_of(&ring, k);
            assert!(found.p < 0.01 && found.p_on_the_way > 0.5, "{found:?}");
        }
    }

    #[test]
    fn a_third_between_two_makes_them_no_neighbours() {
        let line = Matrix::new(2, vec![0.0, 0.0, 10.0, 0.0, 5.0, 1.0]);
        assert!(
            !are_neighbours(&line, [0, 1]) && are_neighbours(&line, [0, 2]) && are_neighbours(&line, [1, 2])
        );
        let beside = Matrix::new(2, vec![0.0, 0.0, 10.0, 0.0, 5.0, 6.0]);
        assert!(are_neighbours(&beside, [0, 1]));
    }

    #[test]
    fn centroids_in_one_place_have_no_valley() {
        let matrix = rows(80, 1, |_, rng| vec![rng.unit()]);
        let labels = vec![0_u32; 80];
        let half = || Half { rows: &matrix, own: &labels, of_other: &labels };
        assert_eq!(least_valley(&[half(), half()], 1), Valley { p: 0.0, p_on_the_way: 0.0 });
        let both: Vec<u32> = (0..80).map(|row| row / 2 % 2).collect();
        let same = Matrix::new(1, vec![1.0; 80]);
        let half = || Half { rows: &same, own: &both, of_other: &both };
        assert_eq!(least_valley(&[half(), half()], 2).p, 1.0);
    }
}
