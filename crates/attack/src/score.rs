//! How often an attack succeeds, and whether that is more than guessing.

use std::collections::BTreeMap;

use serde::Serialize;

/// What became of the trials of one attack on one export.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Trials {
    /// Trials.
    pub trials: u64,
    /// Trials in which the attack was right and sure.
    pub hits: u64,
    /// Trials in which a guess from public facts was right.
    pub control: u64,
    /// Trials in which only the attack was right.
    pub only_attack: u64,
    /// Trials in which only the guess was right.
    pub only_control: u64,
    /// What else was counted.
    pub notes: BTreeMap<String, u64>,
}

impl Trials {
    /// Counts a trial.
    pub fn add(&mut self, hit: bool, control: bool) {
        self.trials += 1;
        self.hits += u64::from(hit);
        self.control += u64::from(control);
        self.only_attack += u64::from(hit && !control);
        self.only_control += u64::from(control && !hit);
    }

    /// Counts something else.
    pub fn note(&mut self, what: &str, happened: bool) {
        self.add_up(what, u64::from(happened));
    }

    /// Adds to what else was counted.
    pub fn add_up(&mut self, what: &str, count: u64) {
        *self.notes.entry(what.to_owned()).or_default() += count;
    }

    /// Adds the trials of another part of the run.
    pub fn merge(&mut self, other: &Trials) {
        self.trials += other.trials;
        self.hits += other.hits;
        self.control += other.control;
        self.only_attack += other.only_attack;
        self.only_control += other.only_control;
        other.notes.iter().for_each(|(what, count)| self.add_up(what, *count));
    }

    /// Share of the trials that succeeded; 0 of none.
    pub fn rate(&self) -> f64 {
        self.hits as f64 / self.trials.max(1) as f64
    }

    /// The probability of at least so many trials in which only the attack is right, were attack and guess equally good: the exact test of
    /// McNemar (1947), one-sided. The trials are pairs: both see the same table.
    pub fn p_above_control(&self) -> f64 {
        let different = self.only_attack + self.only_control;
        (self.only_attack..=different).map(|count| halves(different, count)).sum::<f64>().min(1.0)
    }
}

/// Wilson's interval (1927) of a share, 95 %.
pub fn wilson(hits: u64, trials: u64) -> [f64; 2] {
    if trials == 0 {
        return [0.0, 1.0];
    }
    const Z: f64 = 1.959_964;
    let n = trials as f64;
    let share = hits as f64 / n;
    let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    [(middle - half).max(0.0), (middle + half).min(1.0)]
}

/// The probability of `count` heads in `n` throws.
fn halves(n: u64, count: u64) -> f64 {
    let (n, count) = (n as f64, count as f64);
    let choose = libm::lgamma(n + 1.0) - libm::lgamma(count + 1.0) - libm::lgamma(n - count + 1.0);
    libm::exp(choose - n * std::f64::consts::LN_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilsons_interval_is_the_textbooks() {
        // Newcombe (1998), table I: 81 of 263 and 0 of 20.
        let [low, high] = wilson(81, 263);
        assert!((low - 0.2553).abs() < 1e-4 && (high - 0.3662).abs() < 1e-4);
        assert!((wilson(0, 20)[1] - 0.1611).abs() < 1e-4);
    }

    #[test]
    fn mcnemars_test_by_hand() {
        let mut trials = Trials::default();
        (0..4).for_each(|_| trials.add(true, false));
        trials.add(false, true);
        // Of five pairs that differ at least four: (5 + 1) / 32.
        assert!((trials.p_above_control() - 6.0 / 32.0).abs() < 1e-12);
        assert_eq!(Trials::default().p_above_control(), 1.0);
    }
}
