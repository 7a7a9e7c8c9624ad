//! Who is counted: customers, not rows.

use super::rules::{Rule, Rules};
use crate::customers::{Features, Prepared};
use crate::distribution::{Ascending, Valid};

/// The customers behind the rows of the matrix.
#[derive(Debug)]
pub(super) struct People<'a> {
    features: &'a Features,
    prepared: &'a Prepared,
    /// For each row of the matrix its customer, from 0, ascending: rows of one customer stand together.
    customer: Vec<u32>,
    /// Whether a row without a value counts as one with the value 0; never, but in tests.
    holes_count: bool,
}

impl<'a> People<'a> {
    /// The customers of `prepared`.
    pub(super) fn new(features: &'a Features, prepared: &'a Prepared, rules: Rules) -> Self {
        let same = |&[before, row]: &[usize; 2]| {
            let ids = features.ids.get(before).zip(features.ids.get(row));
            rules.has(Rule::Persons)
                && features.span.is_none()
                && ids.is_some_and(|(before, own)| before == own)
        };
        let mut customer = Vec::with_capacity(prepared.members.len());
        for (at, &row) in prepared.members.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| (customer[before], [prepared.members[before], row]));
            customer.push(match before {
                None => 0,
                Some((last, pair)) if same(&pair) => last,
                Some((last, _)) => last + 1,
            });
        }
        People { features, prepared, customer, holes_count: !rules.has(Rule::ValidValues) }
    }

    /// The customer of a row of the matrix.
    pub(super) fn of(&self, row: usize) -> u32 {
        self.customer[row]
    }

    /// Customers there are.
    pub(super) fn count(&self) -> u64 {
        self.customer.last().map_or(0, |last| u64::from(*last) + 1)
    }

    /// Whether some customer has several rows.
    pub(super) fn repeated(&self) -> bool {
        self.count() < self.customer.len() as u64
    }

    /// For each customer at `rows` (ascending) their rows there.
    pub(super) fn each<'r>(&self, rows: &'r [usize]) -> impl Iterator<Item = &'r [usize]> {
        rows.chunk_by(|&a, &b| self.customer[a] == self.customer[b])
    }

    /// The values that the customers at `rows` have in column `from` of the features, one each: of several rows their mean.
    pub(super) fn values(&self, rows: &[usize], from: usize) -> Ascending {
        Ascending::of(self.each(rows).map(|own| self.value(own, from)))
    }

    /// The value of one customer, with these rows; `NaN` where they have none.
    pub(super) fn value(&self, own: &[usize], from: usize) -> f64 {
        let raw = |&row: &usize| {
            let value = self.features.values.row(self.prepared.members[row])[from];
            if self.holes_count && value.is_nan() { 0.0 } else { value }
        };
        match own {
            [only] => raw(only),
            several => Valid::of(several.iter().map(raw)).mean().unwrap_or(f64::NAN),
        }
    }

    /// What a customer with these rows is known by: the id, or where the file has none, all that is known of them.
    pub(super) fn identity(&self, own: &[usize]) -> Vec<u8> {
        let member = self.prepared.members[own[0]];
        match self.features.ids.get(member) {
            Some(id) => id.as_bytes().to_vec(),
            None => self.record(own),
        }
    }

    /// All that is known of a customer with these rows, in numbers.
    pub(super) fn record(&self, own: &[usize]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for &row in own {
            let values = self.features.values.row(self.prepared.members[row]);
            values.iter().for_each(|value| bytes.extend((value + 0.0).to_bits().to_le_bytes()));
        }
        bytes
    }
}
