//! How often each rule names the right number of segments, on tables of which it is known.
//!
//!     cargo run --release --example how_many -- [--tables N] [--first SEED] [--json FILE] [--check]
//!
//! Draws N tables (300) of each of the sixteen designs of `ringfence_sample::Design`, with seeds from SEED (1,000,001) on; the rule used was
//! tuned on seeds 1 to 30. Prints for each design and each rule the share of tables on which the rule names the true number (1, "no
//! groups", where there are none); below, lower ends of Wilson's 95 % intervals (1927) and, against the rule used, the exact test of McNemar
//! (1947) on the tables on which just one of the two is right. With `--check`, less than what is asked for ends with status 1.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use ringfence::Matrix;
use ringfence::analysis::{Analysis, Segmentation, Serial};
use ringfence::customers::{Features, Status};
use ringfence::documents::Recipe;
use ringfence::validity::{Grounds, Measure, Rule, advised_k};
use ringfence_sample::Design;

/// Lower 95 % bounds asked for: exact number where there are groups, "no groups" where there are none.
const ASKED: [f64; 2] = [0.85, 0.96];

/// The rules compared, the one used first.
const RULES: [(&str, Way); 10] = [
    ("used", Way::Rule(Rule::Apart)),
    ("plain", Way::Rule(Rule::Plain)),
    ("silhouette", Way::Measure(Measure::Silhouette)),
    ("simplified", Way::Measure(Measure::SilhouetteSimplified)),
    ("CH", Way::Measure(Measure::CalinskiHarabasz)),
    ("DB", Way::Measure(Measure::DaviesBouldin)),
    ("BIC", Way::Measure(Measure::Bic)),
    ("elbow", Way::Measure(Measure::Elbow)),
    ("gap", Way::Measure(Measure::Gap)),
    ("PS", Way::Measure(Measure::PredictionStrength)),
];

/// How a number is chosen.
#[derive(Clone, Copy)]
enum Way {
    Rule(Rule),
    Measure(Measure),
}

/// What became of one table.
#[derive(Clone, Copy)]
struct Tried {
    design: Design,
    k: u32,
    named: [u32; RULES.len()],
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let of = |name: &str| arguments.iter().position(|one| one == name).and_then(|at| arguments.get(at + 1));
    let number = |name: &str, usual: u64| of(name).map_or(usual, |text| text.parse().unwrap());
    let (tables, first) = (number("--tables", 300), number("--first", 1_000_001));
    let tried = try_all(tables, first);
    let (text, bounds) = table(&tried);
    println!("{text}");
    if let Some(path) = of("--json") {
        fs::write(path, json(&tried, first)).unwrap();
    }
    let short = arguments.iter().any(|one| one == "--check")
        && bounds.iter().zip(ASKED).any(|(is, asked)| *is < asked);
    ExitCode::from(u8::from(short))
}

fn try_all(tables: u64, first: u64) -> Vec<Tried> {
    let jobs: Vec<(Design, u64)> = Design::ALL
        .iter()
        .flat_map(|&design| (first..first + tables).map(move |seed| (design, seed)))
        .collect();
    let (next, tried) = (AtomicUsize::new(0), Mutex::new(vec![None; jobs.len()]));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(&(design, seed)) = jobs.get(at) else { return };
            let result = judge(design, seed);
            tried.lock().unwrap()[at] = Some(result);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    tried.into_inner().unwrap().into_iter().flatten().collect()
}

/// The whole job on one table, and what every rule makes of it.
fn judge(design: Design, seed: u64) -> Tried {
    let drawn = design.draw(seed);
    let rows = drawn.values.len() / drawn.columns;
    let features = Features {
        data_rows: (1..=rows as u64).collect(),
        file_rows: (2..rows as u64 + 2).collect(),
        names: (1..=drawn.columns).map(|column| format!("x{column}")).collect(),
        values: Matrix::new(drawn.columns, drawn.values),
        status: vec![Status::Ok; rows],
        rows: rows as u64,
        ..Features::default()
    };
    let mut recipe = Recipe::default();
    recipe.fit.restarts = Some(10);
    recipe.choose.bootstraps = 0;
    let segmentation = Analysis::new(features, recipe).unwrap().run(&Serial).unwrap();
    Tried { design, k: drawn.k, named: RULES.map(|(_, way)| named(&segmentation, way, rows)) }
}

/// The number that a rule names: 1 for no groups, 0 for no answer.
fn named(segmentation: &Segmentation, way: Way, rows: usize) -> u32 {
    let advice = segmentation.advice();
    match way {
        Way::Measure(measure) => {
            advice.favourites.iter().find(|one| one.measure == measure).and_then(|one| one.k).unwrap_or(0)
        }
        Way::Rule(rule) => {
            let smallest = (0.02 * rows as f64).ceil().max(10.0) as u64;
            let grounds =
                Grounds { evidence: segmentation.evidence(), gap_of_one: advice.gap_of_one, smallest };
            advised_k(&grounds, rule).unwrap_or(1)
        }
    }
}

/// The table as text, and the lower bounds of the rule used.
fn table(tried: &[Tried]) -> (String, [f64; 2]) {
    let mut text = format!("{:16}", "");
    RULES.iter().for_each(|(name, _)| write!(text, "{name:>11}").unwrap());
    let mut row = |name: &str, cells: [f64; RULES.len()]| {
        write!(text, "\n{name:16}").unwrap();
        cells.iter().for_each(|cell| write!(text, "{cell:>11.3}").unwrap());
    };
    for design in Design::ALL {
        row(&format!("{design:?}"), shares(tried.iter().filter(|one| one.design == design)));
    }
    let grouped = |has: bool| tried.iter().filter(move |one| (one.k > 1) == has);
    let mut bounds = [0.0; 2];
    for (at, (name, has)) in [("groups", true), ("none", false)].into_iter().enumerate() {
        let (shares, count) = (shares(grouped(has)), grouped(has).count() as f64);
        row(name, shares);
        row("  lower 95 %", shares.map(|share| wilson(share, count)));
        bounds[at] = wilson(shares[0], count);
        row("  McNemar p", std::array::from_fn(|rule| mcnemar(grouped(has), rule)));
    }
    row(
        "±1 with groups",
        std::array::from_fn(|rule| share(grouped(true).map(|one| one.named[rule].abs_diff(one.k) <= 1))),
    );
    (text, bounds)
}

fn shares<'a>(tried: impl Iterator<Item = &'a Tried> + Clone) -> [f64; RULES.len()] {
    std::array::from_fn(|rule| share(tried.clone().map(|one| one.named[rule] == one.k)))
}

fn share(right: impl Iterator<Item = bool>) -> f64 {
    let (right, count) =
        right.fold((0.0, 0.0), |(sum, count), one| (sum + f64::from(u8::from(one)), count + 1.0));
    right / count
}

/// The lower end of Wilson's 95 % interval.
fn wilson(share: f64, count: f64) -> f64 {
    let z = 1.96;
    let middle = share + z * z / (2.0 * count);
    let half = z * (share * (1.0 - share) / count + z * z / (4.0 * count * count)).sqrt();
    (middle - half) / (1.0 + z * z / count)
}

/// The exact two-sided p of McNemar's test between the rule used and another.
fn mcnemar<'a>(tried: impl Iterator<Item = &'a Tried>, rule: usize) -> f64 {
    let (mut ours, mut theirs) = (0_u32, 0_u32);
    for one in tried {
        let (used, other) = (one.named[0] == one.k, one.named[rule] == one.k);
        ours += u32::from(used && !other);
        theirs += u32::from(other && !used);
    }
    // Twice the lesser tail of a fair coin, summed from ln C(n, i) − n ln 2.
    let n = f64::from(ours + theirs);
    let mut log = -n * std::f64::consts::LN_2;
    let mut tail = 0.0;
    for heads in 0..=ours.min(theirs) {
        tail += libm::exp(log);
        log += libm::log((n - f64::from(heads)) / (f64::from(heads) + 1.0));
    }
    (2.0 * tail).min(1.0)
}

fn json(tried: &[Tried], first: u64) -> String {
    let tables: Vec<serde_json::Value> = tried
        .iter()
        .map(|one| serde_json::json!({"design": format!("{:?}", one.design), "k": one.k, "named": one.named}))
        .collect();
    let rules = RULES.map(|(name, _)| name);
    serde_json::json!({"firstSeed": first, "rules": rules, "tables": tables}).to_string()
}
