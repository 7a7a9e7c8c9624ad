//! Whether a customer is in the table, by shadow tables: many with that customer, many without, and a classifier that learns from half of
//! them (Shokri et al. 2017).

use std::cmp::Ordering;

use ringfence::Matrix;
use ringfence::customers::{Features, Status};
use ringfence::documents::Recipe;

use crate::draws::Draws;
use crate::exports::{Memory, Shop, fit_of};
use crate::learner::{Flat, Learner};
use crate::published::Published;
use crate::suite::Shadow;
use crate::tables::quick;

/// What came of it for one target.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Told {
    /// Tables with the target that were told to have it.
    pub right: u64,
    /// Tables without it that were told to have it.
    pub wrong: u64,
    /// Tables of either kind that were asked about.
    pub asked: u64,
}

impl Told {
    /// True less false positive rate.
    pub fn advantage(&self) -> f64 {
        (self.right as f64 - self.wrong as f64) / self.asked.max(1) as f64
    }

    /// One-sided 95 % bounds of the advantage, by its normal approximation.
    pub fn bounds(&self) -> [f64; 2] {
        let asked = self.asked.max(1) as f64;
        let variance = |count: u64| (count as f64 / asked) * (1.0 - count as f64 / asked) / asked;
        let half = 1.644_854 * (variance(self.right) + variance(self.wrong)).sqrt();
        [self.advantage() - half, self.advantage() + half]
    }

    /// Both together.
    pub fn and(self, other: Told) -> Told {
        Told {
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
            asked: self.asked + other.asked,
        }
    }
}

/// Attacks one target with so many tables with it and as many without, exported as ours or carelessly; half of them are learnt from.
pub fn attack(seed: u64, target: u64, tables: usize, shadow: &Shadow, ours: bool) -> Told {
    // A million streams a target, so that no two tables share one.
    let stream = 1_000_000 * (target + 1);
    let person = target_of(&mut Draws::new(seed, stream), shadow.rare);
    let of = |with: bool| -> Vec<Flat> {
        let draw = |table: usize| {
            let draws = &mut Draws::new(seed, stream + 1 + 2 * table as u64 + u64::from(with));
            export(with.then_some(&person), shadow.rows, draws, ours)
        };
        (0..tables).map(draw).collect()
    };
    let (with, without) = (of(true), of(false));
    let half = tables / 2;
    let learner = Learner::learn(&with[..half], &without[..half]);
    let told = |tables: &[Flat]| tables.iter().filter(|flat| learner.odds(flat) > 0.0).count() as u64;
    Told { right: told(&with[half..]), wrong: told(&without[half..]), asked: (tables - half) as u64 }
}

/// Spend, orders, whether subscribed, whether complained.
type Person = [f64; 4];

/// A target: of the population, or one of the few who complained, for they have most to lose.
fn target_of(draws: &mut Draws, rare: bool) -> Person {
    let mut person = person(draws);
    if rare {
        person[3] = 1.0;
    }
    person
}

/// A person of the population: a third spend much, a few very much.
fn person(draws: &mut Draws) -> Person {
    let heavy = draws.chance(0.33);
    let spend = draws.lognormal(if heavy { 900.0 } else { 120.0 }, 1.2);
    [
        (spend * 100.0).round() / 100.0,
        f64::from(1 + draws.poisson(if heavy { 8.0 } else { 2.0 })),
        f64::from(u8::from(draws.chance(0.5))),
        f64::from(u8::from(draws.chance(0.04))),
    ]
}

/// The numbers of a table of so many persons, one of them the target where there is one.
fn export(target: Option<&Person>, rows: usize, draws: &mut Draws, ours: bool) -> Flat {
    let mut people: Vec<Person> = (0..rows).map(|_| person(draws)).collect();
    if let Some(target) = target {
        people[0] = *target;
    }
    // As the engine orders customers without ids, so that the target's place tells nothing.
    people.sort_unstable_by(|a, b| {
        a.iter().zip(b).map(|(a, b)| a.total_cmp(b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    });
    let recipe = settings(&people);
    let mut shop = if ours { Shop::Ours(Memory::default()) } else { Shop::Naive };
    let document = fit_of(customers(&people), &recipe).and_then(|fit| shop.export(&fit, &recipe));
    match document {
        Ok(document) => Published::read(&document).flat,
        Err(_) => Flat::new(),
    }
}

const NAMES: [&str; 4] = ["spend", "orders", "subscribed", "complained"];

/// The same as if read from a file without ids, which takes far longer.
fn customers(people: &[Person]) -> Features {
    let rows = people.len();
    Features {
        data_rows: (1..=rows as u32).collect(),
        file_rows: (2..=rows as u32 + 1).collect(),
        names: NAMES.map(str::to_owned).to_vec(),
        values: Matrix::new(NAMES.len(), people.concat()),
        status: vec![Status::Ok; rows],
        rows: rows as u64,
        ..Features::default()
    }
}

fn settings(people: &[Person]) -> Recipe {
    let mut recipe = quick();
    (recipe.choose.k, recipe.choose.max_k, recipe.choose.business_k) = (Some(2), 2, 2);
    recipe.fit.restarts = Some(1);
    let varies = |at: &usize| people.iter().any(|person| person[*at] != people[0][*at]);
    let names = (0..NAMES.len()).filter(varies).map(|at| NAMES[at].to_owned());
    recipe.features.columns = Some(names.collect());
    recipe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advantages_by_hand() {
        let told = Told { right: 60, wrong: 40, asked: 100 };
        assert!((told.advantage() - 0.2).abs() < 1e-12);
        // 1.645 × √(.24/100 + .24/100) = .114.
        assert!((told.bounds()[1] - 0.314).abs() < 1e-3);
        assert_eq!(told.and(told).asked, 200);
    }
}
