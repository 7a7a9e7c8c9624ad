//! Customers whose id is written in more than one way.

use std::hash::BuildHasher;

use hashbrown::HashMap;

use super::interner::FixedState;

/// Of every customer who goes by an e-mail address, the least and the greatest hash of how it is written: where the two differ it is
/// written in several ways, whatever the order of the rows.
#[derive(Debug, Default)]
pub(super) struct Spellings(HashMap<u32, (u64, u64), FixedState>);

impl Spellings {
    /// Notes how the id of a customer is written. Only addresses have several ways that are told: `17850.0` is how files say 17850.
    pub(super) fn note(&mut self, customer: u32, written: &str) {
        if written.contains('@') {
            let hash = FixedState::default().hash_one(written);
            self.add(customer, (hash, hash));
        }
    }

    /// Takes what a later part of the file says, whose customers have these numbers here.
    pub(super) fn merge(&mut self, later: &Spellings, customers: &[u32]) {
        for (&customer, &hashes) in &later.0 {
            self.add(customers[customer as usize], hashes);
        }
    }

    /// How many customers are written in several ways.
    pub(super) fn several(&self) -> u64 {
        self.0.values().filter(|(least, greatest)| least != greatest).count() as u64
    }

    fn add(&mut self, customer: u32, (least, greatest): (u64, u64)) {
        let known = self.0.entry(customer).or_insert((least, greatest));
        *known = (known.0.min(least), known.1.max(greatest));
    }
}
