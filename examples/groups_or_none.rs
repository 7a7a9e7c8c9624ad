//! False groups and missed ones, on designs that look like groups and designs whose groups overlap.
//!
//!     cargo run --release --example groups_or_none -- [--tables N] [--rows N] [--first SEED] [--only TEXT] [--check]
//!
//! Draws N tables (300) of so many rows (1,000) of each `ringfence_sample::Continuum`, which has no groups; of each `Mixture`, whose groups lie as far
//! apart as lets the best classifier put 0.5 and 3 % of the customers into the wrong one; and of two round groups 2.5 to 4 standard deviations
//! apart. Prints the share of tables on which each rule names the true number (1, "no groups", where there are none). The gap statistic, the
//! slowest, is left out; `how_many` has it. With `--check`, false groups beyond what is allowed, or less power than is asked for, end with status 1.

#![allow(clippy::unwrap_used)]

mod simulation;

use std::fmt::Write as _;
use std::process::ExitCode;

use ringfence::analysis::{Analysis, Serial};
use ringfence::documents::Recipe;
use ringfence::validity::Measure;
use ringfence_sample::{Continuum, Drawn, Mixture, two_normal_groups};
use simulation::{customers, in_parallel, wilson};

/// Shares of customers whom the best classifier puts into the wrong group.
const OVERLAPS: [f64; 2] = [0.005, 0.03];

/// Distances of two round groups, in their standard deviations.
const DISTANCES: [f64; 6] = [2.5, 2.75, 3.0, 3.25, 3.5, 4.0];

/// The most false groups in any design without groups, by the upper end of Wilson's 95 % interval.
const FALSE_GROUPS: f64 = 0.04;

/// The distance at which half of the tables or more have to show two groups, for 1,000 customers.
const HALF_WAY: f64 = 3.25;

/// The measures beside the rule used.
const MEASURES: [(&str, Measure); 6] = [
    ("silhouette", Measure::Silhouette),
    ("CH", Measure::CalinskiHarabasz),
    ("DB", Measure::DaviesBouldin),
    ("BIC", Measure::Bic),
    ("elbow", Measure::Elbow),
    ("PS", Measure::PredictionStrength),
];

/// A kind of table.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    None(Continuum),
    Groups(Mixture, f64),
    Two(f64),
}

/// What one table has, and what every rule makes of it, the one used first.
#[derive(Debug, Clone, Copy)]
struct Tried {
    k: u32,
    named: [u32; MEASURES.len() + 1],
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let of = |name: &str| arguments.iter().position(|one| one == name).and_then(|at| arguments.get(at + 1));
    let number = |name: &str, usual: u64| of(name).map_or(usual, |text| text.parse().unwrap());
    let (tables, first) = (number("--tables", 300), number("--first", 4_000_001));
    let rows = number("--rows", 1_000) as usize;
    let only = of("--only").cloned().unwrap_or_default();
    let kinds: Vec<Kind> = all().into_iter().filter(|kind| kind.name().contains(&only)).collect();
    let heads =
        MEASURES.iter().fold(format!("{:>11}", "used"), |text, (name, _)| text + &format!("{name:>11}"));
    println!("{:24}{heads}", "");
    let mut failures = Vec::new();
    for kind in kinds {
        let tried = try_all(kind, rows, first..first + tables);
        println!("{}", row(kind, &tried));
        failures.extend(failure(kind, &tried));
    }
    failures.iter().for_each(|failure| println!("{failure}"));
    let asked = arguments.iter().any(|one| one == "--check");
    ExitCode::from(u8::from(asked && !failures.is_empty()))
}

fn all() -> Vec<Kind> {
    let mixtures =
        Mixture::ALL.into_iter().flat_map(|one| OVERLAPS.map(|overlap| Kind::Groups(one, overlap)));
    Continuum::ALL.map(Kind::None).into_iter().chain(mixtures).chain(DISTANCES.map(Kind::Two)).collect()
}

impl Kind {
    fn name(self) -> String {
        match self {
            Kind::None(continuum) => format!("{continuum:?}"),
            Kind::Groups(mixture, overlap) => format!("{mixture:?} {} %", overlap * 100.0),
            Kind::Two(distance) => format!("Two, {distance} sd"),
        }
    }

    fn draw(self, rows: usize, seed: u64) -> Drawn {
        match self {
            Kind::None(continuum) => continuum.draw(rows, seed),
            Kind::Groups(mixture, overlap) => mixture.draw(rows, overlap, seed),
            Kind::Two(distance) => two_normal_groups(rows, distance, seed),
        }
    }
}

fn try_all(kind: Kind, rows: usize, seeds: std::ops::Range<u64>) -> Vec<Tried> {
    in_parallel(&seeds.collect::<Vec<u64>>(), |seed| judge(kind.draw(rows, seed)))
}

fn judge(drawn: Drawn) -> Tried {
    let k = drawn.k;
    let mut recipe = Recipe::default();
    recipe.fit.restarts = Some(10);
    (recipe.choose.references, recipe.choose.bootstraps) = (0, 0);
    let segmentation = Analysis::new(customers(drawn), recipe).unwrap().run(&Serial).unwrap();
    let advice = segmentation.advice();
    let chosen = |measure: Measure| advice.favourites.iter().find(|one| one.measure == measure)?.k;
    let measures = MEASURES.map(|(_, measure)| chosen(measure).unwrap_or(0));
    let mut named = [advice.k.unwrap_or(1); MEASURES.len() + 1];
    named[1..].copy_from_slice(&measures);
    Tried { k, named }
}

fn right(tried: &[Tried], rule: usize) -> f64 {
    tried.iter().filter(|one| one.named[rule] == one.k).count() as f64 / tried.len() as f64
}

fn row(kind: Kind, tried: &[Tried]) -> String {
    let mut text = format!("{:24}", kind.name());
    (0..=MEASURES.len()).for_each(|rule| write!(text, "{:>11.3}", right(tried, rule)).unwrap());
    text
}

/// What the rule used does not reach of what is asked for.
fn failure(kind: Kind, tried: &[Tried]) -> Option<String> {
    let share = right(tried, 0);
    let [_, upper] = wilson(1.0 - share, tried.len() as f64);
    match kind {
        Kind::None(_) if upper > FALSE_GROUPS => {
            Some(format!("{}: false groups in up to {upper:.3}, and {FALSE_GROUPS} is allowed", kind.name()))
        }
        Kind::Two(distance) if distance >= HALF_WAY && share < 0.5 => {
            Some(format!("{}: found in {share:.3}, and half is asked for", kind.name()))
        }
        _ => None,
    }
}
