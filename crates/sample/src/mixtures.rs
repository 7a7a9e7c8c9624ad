//! Tables whose groups overlap as much as asked: for the power of a rule that advises a number of segments.
//!
//! Written down before any rule was tried on them.

use crate::continua::student4;
use crate::designs::Drawn;
use crate::draws::{Draws, Purpose};

/// Rows on which the overlap is measured.
const MEASURED: usize = 4_000;

/// Steps by which the separation is found.
const HALVINGS: usize = 14;

/// Groups of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mixture {
    /// Three normal groups of unequal, correlated spreads in 3 columns.
    Ellipsoids,
    /// Four round normal groups with 60, 25, 10 and 5 % of the rows, in 3 columns.
    UnequalSizes,
    /// Three groups in 3 columns, each column of Student's t with four degrees of freedom.
    HeavyTails,
    /// Three groups in 3 columns, each column log-normal and shifted.
    ShiftedLognormals,
    /// Three round normal groups in 2 columns, and six columns of noise.
    TwoOfEight,
    /// Three latent classes of eight yes/no columns.
    YesNo,
    /// Three latent classes of six answers from 1 to 5.
    Likert,
}

/// The groups of one table: what a row is drawn from.
struct Groups {
    kind: Mixture,
    weights: &'static [u32],
    /// Columns in which groups differ.
    columns: usize,
    /// One row for each group, before they are moved apart.
    places: Vec<f64>,
    /// For each group and column, a spread; for each group, what the columns share.
    spreads: Vec<f64>,
    shared: Vec<f64>,
}

impl Mixture {
    /// All of them.
    pub const ALL: [Mixture; 7] = [
        Mixture::Ellipsoids,
        Mixture::UnequalSizes,
        Mixture::HeavyTails,
        Mixture::ShiftedLognormals,
        Mixture::TwoOfEight,
        Mixture::YesNo,
        Mixture::Likert,
    ];

    /// A table of so many rows, one for each seed. The groups lie as far apart as makes the best classifier, which knows all about them, put the
    /// share `overlap` of the customers into the wrong one.
    pub fn draw(self, rows: usize, overlap: f64, seed: u64) -> Drawn {
        let groups = Groups::new(self, &mut Draws::new(seed, Purpose::Centres));
        let separation = groups.separation(overlap, seed);
        let mut draws = Draws::new(seed, Purpose::Points);
        let noise = if self == Mixture::TwoOfEight { 6 } else { 0 };
        let mut values = Vec::new();
        for _ in 0..rows {
            values.extend(groups.row(separation, &mut draws).1);
            values.extend((0..noise).map(|_| draws.normal()));
        }
        Drawn { columns: groups.columns + noise, values, k: groups.weights.len() as u32 }
    }
}

/// Two equal round normal groups in three columns, `distance` standard deviations apart along the diagonal.
pub fn two_normal_groups(rows: usize, distance: f64, seed: u64) -> Drawn {
    let mut draws = Draws::new(seed, Purpose::Points);
    let side = distance / 3.0_f64.sqrt();
    let values = (0..rows).flat_map(|row| {
        let at = if row % 2 == 0 { 0.0 } else { side };
        [0; 3].map(|_| at + draws.normal())
    });
    Drawn { columns: 3, values: values.collect(), k: 2 }
}

impl Groups {
    fn new(kind: Mixture, draws: &mut Draws) -> Self {
        let (weights, columns): (&'static [u32], usize) = match kind {
            Mixture::UnequalSizes => (&[60, 25, 10, 5], 3),
            Mixture::TwoOfEight => (&[1; 3], 2),
            Mixture::YesNo => (&[1; 3], 8),
            Mixture::Likert => (&[1; 3], 6),
            _ => (&[1; 3], 3),
        };
        // Places at least three fifths as far from each other as the farthest: no group hides between two others.
        let places = loop {
            let places: Vec<f64> = (0..weights.len() * columns).map(|_| draws.normal()).collect();
            let distances = pairs(&places, columns);
            let (least, most) =
                distances.iter().fold((f64::INFINITY, 0.0_f64), |(a, b), &d| (a.min(d), b.max(d)));
            if least > 0.6 * most {
                break places;
            }
        };
        let ellipsoids = kind == Mixture::Ellipsoids;
        let spread = |draws: &mut Draws| if ellipsoids { draws.between([0.5, 1.5]) } else { 1.0 };
        let spreads = (0..places.len()).map(|_| spread(draws)).collect();
        let share = |draws: &mut Draws| if ellipsoids { draws.between([-0.8, 0.8]) } else { 0.0 };
        let shared = (0..places.len()).map(|_| share(draws)).collect();
        Groups { kind, weights, columns, places, spreads, shared }
    }

    /// The group of one row and its values where the places are `separation` times as far apart.
    fn row(&self, separation: f64, draws: &mut Draws) -> (usize, Vec<f64>) {
        let group = draws.weighted(self.weights);
        let common = draws.normal();
        let value = |column: usize| {
            let at = group * self.columns + column;
            let place = separation * self.places[at];
            match self.kind {
                Mixture::Ellipsoids => place + self.spreads[at] * draws.normal() + self.shared[at] * common,
                Mixture::UnequalSizes | Mixture::TwoOfEight => place + draws.normal(),
                Mixture::HeavyTails => place + student4(draws),
                Mixture::ShiftedLognormals => place + draws.lognormal(0.5),
                Mixture::YesNo => f64::from(u8::from(draws.unit() < logistic(place))),
                Mixture::Likert => (3.0 + place + 0.8 * draws.normal()).round().clamp(1.0, 5.0),
            }
        };
        (group, (0..self.columns).map(value).collect())
    }

    /// How far apart the places have to be for this share of the rows to be taken for another group's.
    fn separation(&self, overlap: f64, seed: u64) -> f64 {
        let (mut near, mut far) = (0.0, 40.0);
        for _ in 0..HALVINGS {
            let middle = (near + far) / 2.0;
            if self.overlap(middle, seed) > overlap { near = middle } else { far = middle }
        }
        (near + far) / 2.0
    }

    /// The error of the best classifier, by simulation.
    fn overlap(&self, separation: f64, seed: u64) -> f64 {
        let mut draws = Draws::new(seed, Purpose::Baskets);
        let wrong = (0..MEASURED).filter(|_| {
            let (group, row) = self.row(separation, &mut draws);
            let own = self.density(group, separation, &row);
            (0..self.weights.len()).any(|other| other != group && self.density(other, separation, &row) > own)
        });
        wrong.count() as f64 / MEASURED as f64
    }

    /// Logarithm of the weighted density of a row in a group, but for what all groups have in common.
    fn density(&self, group: usize, separation: f64, row: &[f64]) -> f64 {
        let range = group * self.columns..(group + 1) * self.columns;
        let each = row.iter().zip(&self.places[range.clone()]).map(|(x, place)| (*x, separation * place));
        let log = match self.kind {
            Mixture::Ellipsoids => {
                let off: Vec<f64> = each.map(|(x, place)| x - place).collect();
                ellipsoid(&off, &self.spreads[range.clone()], &self.shared[range])
            }
            Mixture::UnequalSizes | Mixture::TwoOfEight => {
                each.map(|(x, place)| -(x - place) * (x - place) / 2.0).sum()
            }
            Mixture::HeavyTails => {
                each.map(|(x, place)| -2.5 * libm::log1p((x - place) * (x - place) / 4.0)).sum()
            }
            Mixture::ShiftedLognormals => each
                .map(|(x, place)| {
                    let log = libm::log((x - place).max(1e-300));
                    -log - log * log / 0.5
                })
                .sum(),
            Mixture::YesNo => each
                .map(|(x, place)| libm::log(if x > 0.5 { logistic(place) } else { logistic(-place) }))
                .sum(),
            Mixture::Likert => each
                .map(|(x, place)| {
                    let at = |edge: f64| cumulative((edge - 3.0 - place) / 0.8);
                    let low = if x < 1.5 { 0.0 } else { at(x - 0.5) };
                    let high = if x > 4.5 { 1.0 } else { at(x + 0.5) };
                    libm::log((high - low).max(1e-300))
                })
                .sum(),
        };
        libm::log(f64::from(self.weights[group])) + log
    }
}

/// Log-density of a normal with covariance diag(s²) + aaᵀ, by Sherman & Morrison (1950), but for a constant.
fn ellipsoid(off: &[f64], spreads: &[f64], shared: &[f64]) -> f64 {
    let (mut plain, mut cross, mut lift, mut log) = (0.0, 0.0, 1.0, 0.0);
    for ((x, s), a) in off.iter().zip(spreads).zip(shared) {
        plain += x * x / (s * s);
        cross += x * a / (s * s);
        lift += a * a / (s * s);
        log += 2.0 * libm::log(*s);
    }
    -(plain - cross * cross / lift + log + libm::log(lift)) / 2.0
}

fn pairs(places: &[f64], columns: usize) -> Vec<f64> {
    let rows: Vec<&[f64]> = places.chunks_exact(columns).collect();
    let distance = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
    (0..rows.len())
        .flat_map(|i| (0..i).map(move |j| (i, j)))
        .map(|(i, j)| distance(rows[i], rows[j]))
        .collect()
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

fn cumulative(x: f64) -> f64 {
    libm::erfc(-x / std::f64::consts::SQRT_2) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_a_table_of_finite_numbers() {
        for mixture in Mixture::ALL {
            let drawn = mixture.draw(200, 0.03, 7);
            assert_eq!(drawn, mixture.draw(200, 0.03, 7));
            assert_ne!(drawn.values, mixture.draw(200, 0.03, 8).values);
            assert_eq!(drawn.values.len(), 200 * drawn.columns);
            assert!(drawn.values.iter().all(|value| value.is_finite()), "{mixture:?}");
        }
    }

    #[test]
    fn two_round_groups_overlap_as_the_normal_law_says() {
        // Two groups 2 · 1.881 apart: Φ(−1.881) = 3 %.
        let groups = Groups {
            kind: Mixture::TwoOfEight,
            weights: &[1, 1],
            columns: 2,
            places: vec![0.0, 0.0, 1.0, 0.0],
            spreads: vec![1.0; 4],
            shared: vec![0.0; 4],
        };
        assert!((groups.separation(0.03, 5) / 3.762 - 1.0).abs() < 0.06);
    }

    #[test]
    fn other_rows_overlap_as_much() {
        for mixture in Mixture::ALL {
            let groups = Groups::new(mixture, &mut Draws::new(3, Purpose::Centres));
            let found = groups.overlap(groups.separation(0.03, 3), 4);
            assert!((0.015..0.05).contains(&found), "{mixture:?}: {found}");
        }
    }

    #[test]
    fn the_density_of_a_correlated_pair_by_hand() {
        // Covariance {{2, 1}, {1, 2}}: determinant 3, inverse {{2, −1}, {−1, 2}} / 3; at (1, 0): 2/3.
        let found = ellipsoid(&[1.0, 0.0], &[1.0, 1.0], &[1.0, 1.0]);
        assert!((found + (2.0 / 3.0 + libm::log(3.0)) / 2.0).abs() < 1e-12);
    }
}
