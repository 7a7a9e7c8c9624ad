//! Tables whose number of groups is known, to try rules that advise one.
//!
//! Ten designs hold groups, six hold none. Their parameters were fixed before any rule was tuned on them.

use crate::blobs::place;
use crate::draws::{Draws, Purpose};

/// A way to draw a table of 800 to 1,200 rows; those with few rows say how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Design {
    /// Four round groups of equal size and spread in 2 columns, 6 standard deviations apart at least.
    Equal,
    /// Three round groups in 3 columns, only 5 apart.
    Near,
    /// Six round groups in 4 columns.
    Many,
    /// Two round groups in 5 columns, 5 apart.
    Two,
    /// Four groups with 50, 25, 15 and 10 % of the rows, in 3 columns.
    UnequalSizes,
    /// Three groups in 2 columns with standard deviations of ½, 1 and 2, 8 apart.
    UnequalSpreads,
    /// Four groups in 3 columns; one has 3 % of the rows, the others 40, 30 and 27 %.
    SmallSegment,
    /// Three groups in 2 columns, three times longer than wide, each in its own direction, 12 widths apart.
    Elongated,
    /// Four groups in 3 columns, each column of each skewed (an Erlang distribution of shape 2), 6 apart.
    Skewed,
    /// Four round groups in 3 columns, and four columns of noise.
    NoiseColumns,
    /// No groups: uniform in 3 columns.
    Uniform,
    /// No groups: normal in 4 columns.
    Normal,
    /// No groups: normal in 4 columns, each pair correlated by 0.64.
    Correlated,
    /// No groups: exponential in 3 columns.
    Exponential,
    /// No groups: recency, frequency and spending of customers whose habits differ gradually (gamma rates of buying).
    Habits,
    /// No groups: recency, frequency and spending without any connection, the latter two log-normal.
    Independent,
    /// Two round groups of 60 rows in 20 columns, 10 apart.
    FewRows,
    /// No groups: few rows of many columns, normal and independent.
    Noise {
        /// Rows of the table.
        rows: usize,
        /// Its columns.
        columns: usize,
    },
}

/// A table and the truth about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// Columns of the table.
    pub columns: usize,
    /// Row-major.
    pub values: Vec<f64>,
    /// The number of groups; 1 where there are none.
    pub k: u32,
}

/// The shape of one group.
#[derive(Debug, Clone, Copy)]
enum Shape {
    Round,
    Elongated,
    Skewed,
}

/// Groups around centres that are at least `separation` apart.
struct Groups {
    columns: usize,
    noise_columns: usize,
    weights: &'static [u32],
    spreads: &'static [f64],
    separation: f64,
    shape: Shape,
}

impl Design {
    /// All designs: first those with groups, then those without.
    pub const ALL: [Design; 16] = [
        Design::Equal,
        Design::Near,
        Design::Many,
        Design::Two,
        Design::UnequalSizes,
        Design::UnequalSpreads,
        Design::SmallSegment,
        Design::Elongated,
        Design::Skewed,
        Design::NoiseColumns,
        Design::Uniform,
        Design::Normal,
        Design::Correlated,
        Design::Exponential,
        Design::Habits,
        Design::Independent,
    ];

    /// Tables with few rows for many columns, in which chance alone sets segments apart; the first holds groups, the others do not.
    pub const FEW_ROWS: [Design; 7] = [
        Design::FewRows,
        Design::Noise { rows: 50, columns: 500 },
        Design::Noise { rows: 50, columns: 100 },
        Design::Noise { rows: 60, columns: 60 },
        Design::Noise { rows: 40, columns: 30 },
        Design::Noise { rows: 20, columns: 20 },
        Design::Noise { rows: 200, columns: 30 },
    ];

    /// What a row of a table calls it.
    pub fn name(self) -> String {
        match self {
            Design::Noise { rows, columns } => format!("Noise {rows} × {columns}"),
            named => format!("{named:?}"),
        }
    }

    /// One table of this design for each seed.
    pub fn draw(self, seed: u64) -> Drawn {
        let mut draws = Draws::new(seed, Purpose::Points);
        let rows = match self {
            Design::FewRows => 60,
            Design::Noise { rows, .. } => rows,
            _ => 800 + draws.below(401) as usize,
        };
        match self.groups() {
            Some(groups) => groups.draw(rows, seed, &mut draws),
            None => self.continuum(rows, &mut draws),
        }
    }

    fn groups(self) -> Option<Groups> {
        let equal = |columns, weights, separation| Groups {
            columns,
            noise_columns: 0,
            weights,
            spreads: &[1.0; 6],
            separation,
            shape: Shape::Round,
        };
        Some(match self {
            Design::Equal => equal(2, &[1; 4], 6.0),
            Design::Near => equal(3, &[1; 3], 5.0),
            Design::Many => equal(4, &[1; 6], 6.0),
            Design::Two => equal(5, &[1; 2], 5.0),
            Design::UnequalSizes => equal(3, &[50, 25, 15, 10], 6.0),
            Design::UnequalSpreads => Groups { spreads: &[0.5, 1.0, 2.0], ..equal(2, &[1; 3], 8.0) },
            Design::SmallSegment => equal(3, &[40, 30, 27, 3], 6.0),
            Design::Elongated => Groups { shape: Shape::Elongated, ..equal(2, &[1; 3], 12.0) },
            Design::Skewed => Groups { shape: Shape::Skewed, ..equal(3, &[1; 4], 6.0) },
            Design::NoiseColumns => Groups { noise_columns: 4, ..equal(3, &[1; 4], 6.0) },
            Design::FewRows => equal(20, &[1; 2], 10.0),
            _ => return None,
        })
    }

    fn continuum(self, rows: usize, draws: &mut Draws) -> Drawn {
        let mut values = Vec::new();
        for _ in 0..rows {
            match self {
                Design::Uniform => values.extend((0..3).map(|_| draws.unit())),
                Design::Normal => values.extend((0..4).map(|_| draws.normal())),
                Design::Noise { columns, .. } => values.extend((0..columns).map(|_| draws.normal())),
                Design::Correlated => {
                    let shared = draws.normal();
                    values.extend((0..4).map(|_| 0.8 * shared + 0.6 * draws.normal()));
                }
                Design::Exponential => values.extend((0..3).map(|_| draws.exponential())),
                Design::Habits => values.extend(habits(draws)),
                _ => values.extend(independent(draws)),
            }
        }
        Drawn { columns: values.len() / rows, values, k: 1 }
    }
}

impl Groups {
    fn draw(&self, rows: usize, seed: u64, draws: &mut Draws) -> Drawn {
        let mut placing = Draws::new(seed, Purpose::Centres);
        let centres = place(&mut placing, self.weights.len(), self.columns, self.separation);
        let turns: Vec<f64> =
            self.weights.iter().map(|_| placing.between([0.0, std::f64::consts::PI])).collect();
        let mut values = Vec::new();
        for _ in 0..rows {
            let group = draws.weighted(self.weights);
            let spread = self.spreads[group];
            let mut offsets: Vec<f64> = (0..self.columns)
                .map(|_| match self.shape {
                    // The Erlang distribution of shape 2 and mean 1 has variance ½.
                    Shape::Skewed => (draws.erlang(2) - 1.0) * std::f64::consts::SQRT_2,
                    Shape::Round | Shape::Elongated => draws.normal(),
                })
                .collect();
            if let (Shape::Elongated, [x, y]) = (self.shape, &mut offsets[..]) {
                let (sin, cos) = (libm::sin(turns[group]), libm::cos(turns[group]));
                (*x, *y) = (3.0 * *x * cos - *y * sin, 3.0 * *x * sin + *y * cos);
            }
            let centre = &centres[group * self.columns..(group + 1) * self.columns];
            values.extend(centre.iter().zip(offsets).map(|(centre, offset)| centre + spread * offset));
            values.extend((0..self.noise_columns).map(|_| draws.normal()));
        }
        Drawn { columns: self.columns + self.noise_columns, values, k: self.weights.len() as u32 }
    }
}

/// Recency in days, orders and spending of somebody who has been a customer for 30 to 365 days and buys at a gamma rate.
fn habits(draws: &mut Draws) -> [f64; 3] {
    let tenure = draws.between([30.0, 365.0]);
    let rate = draws.erlang(2) / 45.0;
    let orders = f64::from(1 + draws.geometric(rate * tenure, 400));
    let recency = (tenure * (1.0 - libm::pow(draws.unit(), 1.0 / orders))).ceil();
    let spending = orders * 40.0 * draws.lognormal(0.6);
    [recency, orders, (spending * 100.0).round() / 100.0]
}

/// Recency in days, orders and spending, drawn each for itself.
fn independent(draws: &mut Draws) -> [f64; 3] {
    let share = draws.unit();
    let orders = 1.0 + (4.0 * draws.lognormal(0.8)).floor();
    [(365.0 * share * share).ceil(), orders, (10_000.0 * draws.lognormal(1.0)).round() / 100.0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_hold_groups_and_six_do_not() {
        let truth: Vec<u32> = Design::ALL.iter().map(|design| design.draw(1).k).collect();
        assert_eq!(truth, [4, 3, 6, 2, 4, 3, 4, 3, 4, 4, 1, 1, 1, 1, 1, 1]);
    }

    #[test]
    fn few_rows_are_as_few_as_said() {
        let shape = |design: Design| {
            let drawn = design.draw(1);
            (drawn.values.len() / drawn.columns, drawn.columns, drawn.k)
        };
        assert_eq!(Design::FEW_ROWS.map(shape)[..3], [(60, 20, 2), (50, 500, 1), (50, 100, 1)]);
        assert_eq!(Design::FEW_ROWS[4].name(), "Noise 40 × 30");
    }

    #[test]
    fn a_seed_is_a_table_of_finite_numbers() {
        for design in Design::ALL {
            let drawn = design.draw(7);
            assert_eq!(drawn, design.draw(7));
            assert_ne!(drawn.values, design.draw(8).values);
            let rows = drawn.values.len() / drawn.columns;
            assert!((800..=1_200).contains(&rows) && rows * drawn.columns == drawn.values.len());
            assert!(drawn.values.iter().all(|value| value.is_finite()), "{design:?}");
        }
    }

    #[test]
    fn moments_of_the_continua_are_the_textbooks() {
        let column = |design: Design, at: usize| -> Vec<f64> {
            let tables = (0..20).map(|seed| design.draw(seed));
            tables
                .flat_map(|drawn| {
                    drawn.values.iter().skip(at).step_by(drawn.columns).copied().collect::<Vec<_>>()
                })
                .collect()
        };
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        assert!((mean(&column(Design::Uniform, 2)) - 0.5).abs() < 0.01);
        assert!((mean(&column(Design::Exponential, 0)) - 1.0).abs() < 0.04);
        let (x, y) = (column(Design::Correlated, 0), column(Design::Correlated, 3));
        let products: Vec<f64> = x.iter().zip(&y).map(|(x, y)| x * y).collect();
        assert!((mean(&products) - 0.64).abs() < 0.05);
    }
}
