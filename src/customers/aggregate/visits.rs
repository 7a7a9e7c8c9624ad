//! The days on which customers bought.

/// The (customer, day) pairs of purchases: a log that is sorted and freed of repetitions whenever it has doubled, which costs less
/// memory and time than a table of hashes.
#[derive(Debug, Default)]
pub(super) struct Visits {
    visits: Vec<Visit>,
    /// Length at which the log is sorted next.
    full: usize,
}

/// A day on which a customer bought something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Visit {
    /// Who bought.
    pub(super) customer: u32,
    /// The day, since 1970-01-01.
    pub(super) day: i32,
    /// The order made up of the lines without an order id, where there are any.
    pub(super) order: Option<Nameless>,
}

/// Lines without an order id that one customer bought on one day: they are one order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Nameless {
    /// Minute of the day of the earliest of them.
    pub(super) minute: i16,
    /// Whether one of them was discounted.
    pub(super) discounted: bool,
}

/// Length of a log below which sorting it does not pay.
const SHORT: usize = 1 << 16;

impl Visits {
    /// Takes a purchase line.
    pub(super) fn add(&mut self, visit: Visit) {
        match self.visits.last_mut() {
            Some(last) if last.key() == visit.key() => last.join(visit),
            _ => {
                if self.visits.len() >= self.full.max(SHORT) {
                    self.compact();
                    self.full = self.visits.len() * 2;
                }
                self.visits.push(visit);
            }
        }
    }

    /// Takes the visits of another part of the file, whose customers are called here as `customers` says.
    pub(super) fn merge(&mut self, other: &Visits, customers: &[u32]) {
        let renamed = |visit: &Visit| Visit { customer: customers[visit.customer as usize], ..*visit };
        other.visits.iter().map(renamed).for_each(|visit| self.add(visit));
    }

    /// Every visit once, by customer and day.
    pub(super) fn sorted(mut self) -> Vec<Visit> {
        self.compact();
        self.visits
    }

    fn compact(&mut self) {
        self.visits.sort_unstable_by_key(Visit::key);
        self.visits.dedup_by(|visit, before| {
            let same = visit.key() == before.key();
            if same {
                before.join(*visit);
            }
            same
        });
    }
}

impl Visit {
    /// Sorts by customer, then day.
    fn key(&self) -> u64 {
        (u64::from(self.customer) << 32) | u64::from(self.day.wrapping_sub(i32::MIN) as u32)
    }

    fn join(&mut self, line: Visit) {
        self.order = match (self.order, line.order) {
            (Some(one), Some(other)) => Some(Nameless {
                minute: one.minute.min(other.minute),
                discounted: one.discounted || other.discounted,
            }),
            (one, other) => one.or(other),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_once_however_its_lines_are_strewn() {
        let mut visits = Visits::default();
        for round in 0..3 {
            for customer in (0..40_000).rev() {
                let order =
                    (customer == 7).then_some(Nameless { minute: 900 - round, discounted: round == 1 });
                visits.add(Visit { customer, day: -(round as i32 % 2), order });
            }
        }
        let sorted = visits.sorted();
        assert_eq!(sorted.len(), 80_000);
        assert!(sorted.is_sorted_by_key(|visit| (visit.customer, visit.day)));
        assert_eq!(sorted[14].order, Some(Nameless { minute: 899, discounted: true }));
        assert_eq!(sorted[15].order, Some(Nameless { minute: 898, discounted: false }));
        assert_eq!(sorted[16].order, None);
    }
}
