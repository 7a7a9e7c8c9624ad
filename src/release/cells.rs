//! P3: counts as they are published.

use super::noise::NoiseKey;
use super::people::People;
use super::policy::Policy;
use super::round;
use super::rules::{Rule, Rules};

/// Counts customers under a policy and the shop's secret.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells<'a> {
    people: &'a People<'a>,
    policy: &'a Policy,
    key: NoiseKey,
    rules: Rules,
}

impl<'a> Cells<'a> {
    /// Of these customers.
    pub(super) fn new(people: &'a People<'a>, policy: &'a Policy, key: NoiseKey, rules: Rules) -> Self {
        Cells { people, policy, key, rules }
    }

    /// A number below `below` that the shop's secret and `what` decide.
    pub(super) fn drawn(self, what: &str, below: u64) -> u64 {
        self.key.hash(what.as_bytes()) % below
    }

    /// The customers at `rows`, with the noise of their cell, rounded.
    pub(super) fn count(self, rows: &[usize]) -> u64 {
        self.count_where(rows, |_| true)
    }

    /// Those among them of whom `counts`, given their rows, is true. Never 0.
    pub(super) fn count_where(self, rows: &[usize], counts: impl Fn(&[usize]) -> bool) -> u64 {
        let (mut count, mut cell) = (0_u64, 0_u64);
        for own in self.people.each(rows).filter(|own| counts(own)) {
            count += 1;
            cell = cell.wrapping_add(self.key.hash(&self.people.identity(own)));
        }
        if self.rules.has(Rule::Noise) {
            count = count.saturating_add_signed(self.key.noise(cell, self.policy.noise()));
        }
        if self.rules.has(Rule::Rounding) { round::count(count, self.policy.round_to) } else { count }
    }
}
