//! Tables without groups, of the kinds in which a rule may see some: for the false alarms of a rule that advises a number of segments.
//!
//! Written down before any rule was tried on them.

use std::f64::consts::{PI, TAU};

use crate::designs::Drawn;
use crate::draws::{Draws, Purpose};

/// A crowd that is one, however its columns look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continuum {
    /// Three independent normal columns.
    Normal,
    /// Two uniform columns.
    Square,
    /// Three uniform columns.
    Cube,
    /// Four normal columns, each pair correlated by 0.64.
    Correlated,
    /// Three log-normal columns.
    Lognormal,
    /// Three exponential columns.
    Exponential,
    /// Uniform on a disc.
    Disc,
    /// Three columns of Student's t with four degrees of freedom.
    HeavyTails,
    /// Six answers from 1 to 5 that share one attitude.
    Likert,
    /// Eight independent yes/no columns.
    Flags,
    /// Two normal columns and a yes/no column.
    FlagBeside,
    /// Two normal columns and a log-normal one that is 0 for half of the customers.
    ZeroInflated,
    /// Three log-normal columns, each 0 for 40 % of the customers, independently.
    AllZeroInflated,
    /// Two columns of round figures: most values are multiples of ten, some of five.
    Heaped,
    /// Three normal columns cut off at 1.2 standard deviations on both sides.
    Capped,
    /// Three columns along one line.
    Trend,
    /// A parabola: the middle is low, both ends are high.
    Band,
    /// A ring.
    Ring,
    /// Two independent columns of the arcsine law, dense at both ends.
    Arcsine,
    /// Three counts of few values.
    Counts,
    /// Recency, frequency and spending of a homogeneous BG/NBD shop (Fader, Hardie & Lee 2005), everyone's first purchase a year ago.
    Cohort,
    /// The same, first purchases all through the year.
    Rolling,
}

impl Continuum {
    /// All of them.
    pub const ALL: [Continuum; 22] = [
        Continuum::Normal,
        Continuum::Square,
        Continuum::Cube,
        Continuum::Correlated,
        Continuum::Lognormal,
        Continuum::Exponential,
        Continuum::Disc,
        Continuum::HeavyTails,
        Continuum::Likert,
        Continuum::Flags,
        Continuum::FlagBeside,
        Continuum::ZeroInflated,
        Continuum::AllZeroInflated,
        Continuum::Heaped,
        Continuum::Capped,
        Continuum::Trend,
        Continuum::Band,
        Continuum::Ring,
        Continuum::Arcsine,
        Continuum::Counts,
        Continuum::Cohort,
        Continuum::Rolling,
    ];

    /// A table of so many rows, one for each seed.
    pub fn draw(self, rows: usize, seed: u64) -> Drawn {
        let mut draws = Draws::new(seed, Purpose::Points);
        let values: Vec<f64> = (0..rows).flat_map(|_| self.row(&mut draws)).collect();
        Drawn { columns: values.len() / rows.max(1), values, k: 1 }
    }

    fn row(self, draws: &mut Draws) -> Vec<f64> {
        let each = |count: usize, draws: &mut Draws, draw: &dyn Fn(&mut Draws) -> f64| -> Vec<f64> {
            (0..count).map(|_| draw(draws)).collect()
        };
        match self {
            Continuum::Normal => each(3, draws, &Draws::normal),
            Continuum::Square => each(2, draws, &Draws::unit),
            Continuum::Cube => each(3, draws, &Draws::unit),
            Continuum::Correlated => {
                let shared = draws.normal();
                each(4, draws, &|draws| 0.8 * shared + 0.6 * draws.normal())
            }
            Continuum::Lognormal => each(3, draws, &|draws| draws.lognormal(1.0)),
            Continuum::Exponential => each(3, draws, &Draws::exponential),
            Continuum::Disc => {
                let (radius, angle) = (draws.unit().sqrt(), draws.between([0.0, TAU]));
                vec![radius * libm::cos(angle), radius * libm::sin(angle)]
            }
            Continuum::HeavyTails => each(3, draws, &student4),
            Continuum::Likert => {
                let attitude = draws.normal();
                let answer =
                    |draws: &mut Draws| (3.0 + 0.6 * attitude + draws.normal()).round().clamp(1.0, 5.0);
                each(6, draws, &answer)
            }
            Continuum::Flags => [150, 250, 350, 450, 500, 600, 700, 300]
                .map(|permille| f64::from(u8::from(draws.chance(permille))))
                .to_vec(),
            Continuum::FlagBeside => {
                vec![draws.normal(), draws.normal(), f64::from(u8::from(draws.chance(400)))]
            }
            Continuum::ZeroInflated => {
                let (x, y, bought) = (draws.normal(), draws.normal(), draws.chance(500));
                let spent = draws.lognormal(0.8);
                vec![x, y, if bought { spent } else { 0.0 }]
            }
            Continuum::AllZeroInflated => each(3, draws, &|draws| {
                let (bought, spent) = (draws.chance(600), draws.lognormal(0.8));
                if bought { spent } else { 0.0 }
            }),
            Continuum::Heaped => each(2, draws, &|draws| {
                let (exact, kind) = (50.0 + 15.0 * draws.normal(), draws.below(10));
                let unit = if kind < 5 {
                    10.0
                } else if kind < 8 {
                    5.0
                } else {
                    1.0
                };
                (exact / unit).round() * unit
            }),
            Continuum::Capped => each(3, draws, &|draws| draws.normal().clamp(-1.2, 1.2)),
            Continuum::Trend => {
                let along = draws.unit();
                each(3, draws, &|draws| along + 0.05 * draws.normal())
            }
            Continuum::Band => {
                let along = draws.between([-1.0, 1.0]);
                vec![along + 0.05 * draws.normal(), along * along + 0.08 * draws.normal()]
            }
            Continuum::Ring => {
                let angle = draws.between([0.0, TAU]);
                let radius = 1.0 + 0.1 * draws.normal();
                vec![radius * libm::cos(angle), radius * libm::sin(angle)]
            }
            Continuum::Arcsine => each(2, draws, &|draws| libm::cos(PI * draws.unit())),
            Continuum::Counts => each(3, draws, &|draws| f64::from(draws.geometric(1.5, 8))),
            Continuum::Cohort => shopper(365.0, draws),
            Continuum::Rolling => {
                let tenure = draws.between([30.0, 365.0]);
                shopper(tenure, draws)
            }
        }
    }
}

/// Student's t with four degrees of freedom: a normal over the root of an Erlang of shape 2 and mean 1.
pub(crate) fn student4(draws: &mut Draws) -> f64 {
    let normal = draws.normal();
    normal / draws.erlang(2).sqrt()
}

/// Recency in days, orders and spending of a customer who first bought `tenure` days ago, buys at a rate that differs among customers by a
/// gamma law and after each purchase stays away for good with a chance of their own.
fn shopper(tenure: f64, draws: &mut Draws) -> Vec<f64> {
    let rate = draws.erlang(2) / 30.0;
    let leaves = draws.unit() * draws.unit();
    let (mut last, mut orders) = (0.0, 1.0_f64);
    while draws.unit() >= leaves {
        let next = last + draws.exponential() / rate;
        if next > tenure {
            break;
        }
        (last, orders) = (next, orders + 1.0);
    }
    let spending = orders * 40.0 * draws.lognormal(0.6);
    vec![(tenure - last).ceil().max(1.0), orders, (spending * 100.0).round() / 100.0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_a_table_of_finite_numbers() {
        for continuum in Continuum::ALL {
            let drawn = continuum.draw(200, 7);
            assert_eq!(drawn, continuum.draw(200, 7));
            assert_ne!(drawn.values, continuum.draw(200, 8).values);
            assert_eq!((drawn.values.len(), drawn.k), (200 * drawn.columns, 1));
            assert!(drawn.values.iter().all(|value| value.is_finite()), "{continuum:?}");
        }
    }

    #[test]
    fn shares_and_moments_are_those_said() {
        let column = |continuum: Continuum, at: usize| -> Vec<f64> {
            let drawn = continuum.draw(20_000, 3);
            drawn.values.iter().skip(at).step_by(drawn.columns).copied().collect()
        };
        let share = |values: &[f64], of: &dyn Fn(f64) -> bool| {
            values.iter().filter(|&&value| of(value)).count() as f64 / values.len() as f64
        };
        assert!((share(&column(Continuum::ZeroInflated, 2), &|value| value == 0.0) - 0.5).abs() < 0.02);
        assert!((share(&column(Continuum::Flags, 0), &|value| value == 1.0) - 0.15).abs() < 0.015);
        // Φ(−1.2) is 0.1151.
        assert!((share(&column(Continuum::Capped, 1), &|value| value == 1.2) - 0.1151).abs() < 0.01);
        // The arcsine law has 2/π · asin(0.9) between ±0.9: 0.713.
        assert!((share(&column(Continuum::Arcsine, 0), &|value| value.abs() < 0.9) - 0.713).abs() < 0.015);
        // Student's t with four degrees of freedom is beyond ±2.132 in a tenth of the cases.
        assert!((share(&column(Continuum::HeavyTails, 0), &|value| value.abs() > 2.132) - 0.1).abs() < 0.01);
    }
}
