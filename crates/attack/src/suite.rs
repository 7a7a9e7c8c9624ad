//! The whole run: tables, exports, attacks, and what they come to.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use ringfence::Error;

use crate::attacks::membership::Told;
use crate::attacks::{self, Attack, REPEATED, SINGLE, Seen};
use crate::exports::{Shop, customers, fit};
use crate::score::Trials;
use crate::tables::{Kind, Table};
use crate::truth::Known;

/// How much is run.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Seed of everything.
    pub seed: u64,
    /// Tables for the attacks on one export, of all kinds together.
    pub tables: usize,
    /// Tables for each of the attacks on several exports.
    pub several: usize,
    /// Tables for the attack on a lone customer.
    pub lone: usize,
    /// Targets of membership inference.
    pub targets: usize,
    /// Shadow tables with each target, and as many without.
    pub shadows: usize,
    /// The attacks on membership.
    pub shadow_attacks: &'static [Shadow],
    /// Threads.
    pub threads: usize,
}

/// An attack on membership.
#[derive(Debug, Clone, Copy)]
pub struct Shadow {
    /// What it is called.
    pub name: &'static str,
    /// Customers of each table.
    pub rows: usize,
    /// Whether the target has a trait that one customer in twenty-five has.
    pub rare: bool,
    /// Whether a careless export has to give the target away.
    pub naive_fails: bool,
}

/// Customers drawn at random, and those with most to lose; tables large enough for medians, hardly so, and too small for them.
const SHADOWS: [Shadow; 4] = [
    Shadow { name: "membership, 250 customers", rows: 250, rare: false, naive_fails: false },
    Shadow { name: "membership, 250, with a rare trait", rows: 250, rare: true, naive_fails: true },
    Shadow { name: "membership, 100 customers", rows: 100, rare: false, naive_fails: false },
    Shadow { name: "membership, 60 customers", rows: 60, rare: false, naive_fails: true },
];

impl Options {
    /// The whole run.
    pub fn whole(seed: u64) -> Self {
        Options {
            seed,
            tables: 500,
            several: 60,
            lone: 200,
            targets: 8,
            shadows: 3_000,
            shadow_attacks: &SHADOWS,
            threads: 2,
        }
    }

    /// A run of half a minute.
    pub fn short(seed: u64) -> Self {
        Options {
            seed,
            tables: 100,
            several: 16,
            lone: 60,
            targets: 4,
            shadows: 800,
            shadow_attacks: &SHADOWS[..2],
            threads: 2,
        }
    }

    /// The least that shows that everything runs; too little to judge by.
    pub fn smoke(seed: u64) -> Self {
        Options {
            seed,
            tables: 20,
            several: 4,
            lone: 10,
            targets: 2,
            shadows: 40,
            shadow_attacks: &SHADOWS[..2],
            threads: 2,
        }
    }
}

/// What is asked of our export.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bar {
    /// Succeeds in no more than this share of the trials.
    AtMost(f64),
    /// Succeeds never.
    Never,
    /// Succeeds no more often than guessing from public facts, by the exact test of McNemar at 5 %.
    NotAboveControl,
    /// The advantage is small.
    Advantage {
        /// The most that its 95 % upper bound may be.
        most: f64,
        /// Whether a careless export has to fail: customers drawn at random are hardly found in one of very many.
        naive_fails: bool,
    },
    /// The 95 % lower bound of the advantage is no more than this: an advantage is not shown, on as few tables as there are.
    NoAdvantageShown(f64),
}

/// An attack and what came of it.
#[derive(Debug, Clone)]
pub struct Row {
    /// What the attack is after.
    pub name: &'static str,
    /// On the careless export.
    pub naive: Trials,
    /// On ours.
    pub ours: Trials,
    /// What is asked of ours.
    pub bar: Bar,
}

/// An attack that makes its own exports.
type Run = fn(u64, &mut Shop, &mut Trials) -> Result<(), Error>;

/// The bars of [`SINGLE`], in its order.
const BARS: [Bar; SINGLE.len()] = [
    Bar::AtMost(0.01),
    Bar::NotAboveControl,
    Bar::NotAboveControl,
    Bar::NotAboveControl,
    Bar::NotAboveControl,
    Bar::Never,
    Bar::NotAboveControl,
    Bar::Never,
    Bar::NotAboveControl,
];

/// The attacks on several exports.
const SEVERAL: [(&str, Run, Bar); 6] = [
    ("a single customer is a segment", attacks::lone_customer::attack, Bar::Never),
    ("exact total, from many exports", attacks::several::total, Bar::AtMost(0.01)),
    ("1 to 9 removed: how many", attacks::differencing::removed, Bar::NotAboveControl),
    ("another k: how segments differ", attacks::differencing::another_k, Bar::NotAboveControl),
    ("another minimum: the size hidden", attacks::differencing::another_minimum, Bar::NotAboveControl),
    ("another rounding: the exact size", attacks::differencing::another_rounding, Bar::NotAboveControl),
];

/// Runs every attack on random tables.
pub fn run(options: &Options) -> Vec<Row> {
    let mut rows = single(options);
    for (place, (name, attack, bar)) in SEVERAL.into_iter().enumerate() {
        let count = if place == 0 { options.lone } else { options.several };
        let [naive, ours] = in_parallel(options.threads, count, |at| {
            let seed = options.seed * 1_000_000 + 100_000 * (place as u64 + 1) + at as u64;
            Shop::both().map(|mut shop| {
                let mut trials = Trials::default();
                if attack(seed, &mut shop, &mut trials).is_err() {
                    trials.note("not exported", true);
                }
                trials
            })
        });
        rows.push(Row { name, naive, ours, bar });
    }
    rows.push(lone_learnt(options));
    rows.extend(options.shadow_attacks.iter().map(|shadow| membership(options, shadow)));
    rows
}

/// The attacks on one export, over tables of all kinds.
fn single(options: &Options) -> Vec<Row> {
    let count = SINGLE.len() + 1;
    let parts = Mutex::new(vec![[Trials::default(), Trials::default()]; count]);
    each(options.threads, options.tables, |at| {
        let kind = Kind::ALL[at % Kind::ALL.len()];
        let own = of_table(kind, options.seed * 1_000_000 + at as u64);
        let mut parts = parts.lock().expect("no thread has panicked");
        for (all, own) in parts.iter_mut().zip(&own) {
            all.iter_mut().zip(own).for_each(|(all, own)| all.merge(own));
        }
    });
    let parts = parts.into_inner().expect("no thread has panicked");
    let all: Vec<(Attack, Bar)> = SINGLE.into_iter().zip(BARS).chain([(REPEATED, Bar::Never)]).collect();
    let row =
        |([naive, ours], ((name, _), bar)): ([Trials; 2], (Attack, Bar))| Row { name, naive, ours, bar };
    parts.into_iter().zip(all).map(row).collect()
}

/// What the attacks on one export come to for one table, on the careless export and on ours.
fn of_table(kind: Kind, seed: u64) -> Vec<[Trials; 2]> {
    let table = Table::draw(kind, seed);
    let other = Table::draw(kind, seed + 500_000);
    let known =
        customers(&other.csv, &other.recipe, None).map(|other| Known::from(&other)).unwrap_or_default();
    let mut all = vec![[Trials::default(), Trials::default()]; SINGLE.len() + 1];
    let Ok(fit) = fit(&table.csv, &table.recipe, None) else { return all };
    for (which, mut shop) in Shop::both().into_iter().enumerate() {
        match Seen::export(&mut shop, &fit, &table.recipe, &known, Some(kind)) {
            Ok(seen) => attack_all(&seen, all.iter_mut().map(|both| &mut both[which])),
            Err(_) => all.iter_mut().for_each(|both| both[which].note("not exported", true)),
        }
    }
    all
}

/// Runs the attacks on one export, each into its trials.
fn attack_all<'a>(seen: &Seen, trials: impl Iterator<Item = &'a mut Trials>) {
    let is_repeated = seen.kind == Some(Kind::Repeated);
    let attacks = SINGLE.iter().chain([&REPEATED]);
    for (place, ((_, attack), trials)) in attacks.zip(trials).enumerate() {
        trials.note("groups unknown", !seen.truth.agrees_with(&seen.published));
        // Rows of one person are no customers: what is said of the one is not of the other.
        if is_repeated == (place == SINGLE.len()) {
            attack(seen, trials);
        }
    }
}

/// The attacks on one export of a real file: what they come to on the one and the other.
pub fn on_file(seen: &Seen) -> Vec<(&'static str, Trials)> {
    let of = |(name, attack): &Attack| {
        let mut trials = Trials::default();
        attack(seen, &mut trials);
        (*name, trials)
    };
    SINGLE.iter().map(of).collect()
}

/// A single customer, learnt from tables of which the answer is known.
fn lone_learnt(options: &Options) -> Row {
    let [naive, ours] = in_parallel(options.threads, 2, |which| {
        let told = attacks::lone_customer::learnt(options.seed, options.lone, which == 1);
        let own = Trials { trials: told.asked, hits: told.right, control: told.wrong, ..Trials::default() };
        if which == 0 { [own, Trials::default()] } else { [Trials::default(), own] }
    });
    Row { name: "a single customer, learnt", naive, ours, bar: Bar::NoAdvantageShown(0.05) }
}

/// Membership inference in tables of so many rows; hits are true positives, the control's are false ones.
fn membership(options: &Options, shadow: &Shadow) -> Row {
    let [naive, ours] = in_parallel(options.threads, options.targets, |target| {
        [false, true].map(|ours| {
            let told =
                attacks::membership::attack(options.seed, target as u64, options.shadows, shadow, ours);
            let mut trials =
                Trials { trials: told.asked, hits: told.right, control: told.wrong, ..Trials::default() };
            trials.add_up(
                &format!("target {}, advantage in thousandths", target + 1),
                (told.advantage() * 1e3).max(0.0) as u64,
            );
            trials
        })
    });
    Row {
        name: shadow.name,
        naive,
        ours,
        bar: Bar::Advantage { most: 0.05, naive_fails: shadow.naive_fails },
    }
}

/// The advantage that a row of membership stands for.
pub fn told(trials: &Trials) -> Told {
    Told { right: trials.hits, wrong: trials.control, asked: trials.trials }
}

impl Row {
    /// Whether ours is as it should be.
    pub fn holds(&self) -> bool {
        match self.bar {
            Bar::AtMost(share) => self.ours.rate() <= share,
            Bar::Never => self.ours.hits == 0,
            Bar::NotAboveControl => self.ours.p_above_control() >= 0.05,
            Bar::Advantage { most, .. } => told(&self.ours).bounds()[1] <= most,
            Bar::NoAdvantageShown(most) => told(&self.ours).bounds()[0] <= most,
        }
    }

    /// Whether the attack works: on the careless export it succeeds more often than guessing, or in more than one trial of twenty where there
    /// is nothing to guess.
    pub fn breaks_naive(&self) -> bool {
        match self.bar {
            Bar::Advantage { most, naive_fails } => !naive_fails || told(&self.naive).bounds()[0] > most,
            Bar::NoAdvantageShown(most) => told(&self.naive).bounds()[0] > most,
            Bar::NotAboveControl => self.naive.p_above_control() < 0.05,
            Bar::AtMost(_) | Bar::Never => self.naive.rate() >= 0.05,
        }
    }
}

/// The trials of so many jobs together, on several threads.
fn in_parallel(threads: usize, jobs: usize, job: impl Fn(usize) -> [Trials; 2] + Sync) -> [Trials; 2] {
    let all = Mutex::new([Trials::default(), Trials::default()]);
    each(threads, jobs, |at| {
        let own = job(at);
        let mut all = all.lock().expect("no thread has panicked");
        all.iter_mut().zip(&own).for_each(|(all, own)| all.merge(own));
    });
    all.into_inner().expect("no thread has panicked")
}

/// Runs jobs 0 to `jobs` − 1 on several threads.
fn each(threads: usize, jobs: usize, job: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= jobs {
                        break;
                    }
                    job(at);
                }
            });
        }
    });
}
