//! What customers spent by category or channel.

use hashbrown::HashMap;

use crate::customers::interner::{FixedState, Interner};
use crate::limits;

/// Exact sums of purchases by customer and kind.
#[derive(Debug, Default)]
pub(super) struct Split {
    kinds: Interner,
    sums: HashMap<(u32, u32), i128, FixedState>,
}

/// Stands for a line that names no kind.
pub(super) const NO_KIND: u32 = u32::MAX;

/// The split as it is told: which kinds stand for themselves, and what goes with them.
#[derive(Debug)]
pub(super) struct Shares {
    split: Split,
    /// The kinds that stand for themselves, with their numbers where the file knows them, greatest first.
    pub(super) listed: Vec<(String, Option<u32>)>,
    /// Whether something was bought of another kind.
    pub(super) has_others: bool,
    /// By customer: spend on all kinds.
    totals: Vec<i128>,
    /// By customer: exp of Shannon's entropy of the shares.
    diversity: Vec<f64>,
}

impl Split {
    /// The number of a kind; [`NO_KIND`] for an empty text, and where there are too many to tell apart.
    pub(super) fn kind(&mut self, text: &str) -> u32 {
        if text.is_empty() || self.is_overfull() {
            return NO_KIND;
        }
        let kind = self.kinds.intern(text);
        if self.is_overfull() {
            self.sums = HashMap::default();
        }
        kind
    }

    /// Books a purchase.
    pub(super) fn add(&mut self, customer: u32, kind: u32, amount: i128) {
        if kind != NO_KIND && !self.is_overfull() {
            // Sums of purchases lie below the sum of all, which is checked.
            *self.sums.entry((customer, kind)).or_default() += amount;
        }
    }

    /// More kinds than are told apart: nothing is known then.
    pub(super) fn is_overfull(&self) -> bool {
        self.kinds.len() > limits::KINDS
    }

    /// Takes the sums of another part of the file, whose customers are called here as `customers` says; and what its kinds are
    /// called here.
    pub(super) fn merge(&mut self, other: &Split, customers: &[u32]) -> Vec<u32> {
        let kinds: Vec<u32> =
            (0..other.kinds.len() as u32).map(|kind| self.kind(other.kinds.get(kind))).collect();
        if other.is_overfull() || self.is_overfull() {
            self.sums = HashMap::default();
            return kinds;
        }
        for (&(customer, kind), &sum) in &other.sums {
            self.add(customers[customer as usize], kinds[kind as usize], sum);
        }
        kinds
    }

    /// Decides which kinds stand for themselves: the `asked` ones, and the greatest by spend of those that enough customers bought.
    pub(super) fn finish(self, customers: usize, asked: &[&str]) -> Shares {
        let mut by_name: Vec<u32> = (0..self.kinds.len() as u32).collect();
        by_name.sort_unstable_by_key(|&kind| self.kinds.get(kind));
        let mut place = vec![0_u32; by_name.len()];
        (0..).zip(&by_name).for_each(|(at, &kind)| place[kind as usize] = at);
        // By customer, then by name: a sum of rounded numbers has one order.
        let mut sums: Vec<(u32, u32, i128)> =
            self.sums.iter().map(|(&(customer, kind), &sum)| (customer, place[kind as usize], sum)).collect();
        sums.sort_unstable();

        let (mut totals, mut diversity) = (vec![0; customers], vec![f64::NAN; customers]);
        let mut spent = vec![(0_i128, 0_usize); by_name.len()];
        for of_one in sums.chunk_by(|a, b| a.0 == b.0) {
            let total: i128 = of_one.iter().map(|&(_, _, sum)| sum).sum();
            totals[of_one[0].0 as usize] = total;
            diversity[of_one[0].0 as usize] = exp_shannon(of_one.iter().map(|&(_, _, sum)| sum), total);
            for &(_, at, sum) in of_one {
                spent[at as usize].0 += sum;
                spent[at as usize].1 += 1;
            }
        }
        let mut ranked: Vec<usize> = (0..by_name.len()).collect();
        ranked.sort_by_key(|&at| std::cmp::Reverse(spent[at].0));
        let mut listed: Vec<(String, Option<u32>)> = Vec::new();
        for &at in
            ranked.iter().filter(|&&at| spent[at].1 >= limits::LEVEL_CUSTOMERS).take(limits::KINDS_LISTED)
        {
            listed.push((self.kinds.get(by_name[at]).to_owned(), Some(by_name[at])));
        }
        for &name in asked {
            if !listed.iter().any(|(known, _)| known == name) {
                let kind = by_name.iter().copied().find(|&kind| self.kinds.get(kind) == name);
                listed.push((name.to_owned(), kind));
            }
        }
        let inside = listed.iter().filter(|(_, kind)| kind.is_some()).count();
        Shares { has_others: inside < by_name.len(), listed, totals, diversity, split: self }
    }
}

impl Shares {
    /// The share of a kind in what the customer spent; `NaN` where nothing was spent.
    pub(super) fn share(&self, customer: u32, kind: Option<u32>) -> f64 {
        ratio(kind.map_or(0, |kind| self.spent(customer, kind)), self.totals[customer as usize])
    }

    /// The share of all kinds that are not listed.
    pub(super) fn others(&self, customer: u32) -> f64 {
        let total = self.totals[customer as usize];
        let listed: i128 =
            self.listed.iter().filter_map(|(_, kind)| *kind).map(|kind| self.spent(customer, kind)).sum();
        ratio(total - listed, total)
    }

    /// How many kinds, equally bought, would make a basket as diverse as the customer's; `NaN` where nothing was spent.
    pub(super) fn diversity(&self, customer: u32) -> f64 {
        self.diversity[customer as usize]
    }

    fn spent(&self, customer: u32, kind: u32) -> i128 {
        self.split.sums.get(&(customer, kind)).copied().unwrap_or_default()
    }
}

/// Hill number of order 1 (Hill 1973): exp of the entropy −Σ p ln p of the shares p.
fn exp_shannon(sums: impl Iterator<Item = i128>, total: i128) -> f64 {
    if total == 0 {
        return f64::NAN;
    }
    let shares = sums.filter(|&sum| sum > 0).map(|sum| ratio(sum, total));
    libm::exp(-shares.map(|share| share * libm::log(share)).sum::<f64>())
}

/// `part / whole`; `NaN` where there is no whole.
pub(super) fn ratio(part: i128, whole: i128) -> f64 {
    if whole == 0 { f64::NAN } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diversity_by_hand() {
        assert!((exp_shannon([5, 5].into_iter(), 10) - 2.0).abs() < 1e-15);
        assert_eq!(exp_shannon([7, 0].into_iter(), 7), 1.0);
        // exp(ln 4 − ¾ ln 3) = 4 / 3^¾
        let root = 3.0_f64.sqrt();
        assert!((exp_shannon([3, 1].into_iter(), 4) - 4.0 / (root * root.sqrt())).abs() < 1e-15);
        assert!(exp_shannon([0].into_iter(), 0).is_nan());
    }

    #[test]
    fn rare_kinds_go_together_and_the_order_of_rows_does_not_matter() {
        let lines: Vec<(u32, &str, i128)> = (0..12)
            .flat_map(|customer| [(customer, "tea", 30), (customer, "coffee", 10)])
            .chain([(3, "gold", 100_000), (4, "", 5)])
            .collect();
        let shares = |lines: &mut dyn Iterator<Item = &(u32, &str, i128)>| {
            let mut split = Split::default();
            for &(customer, name, amount) in lines {
                let kind = split.kind(name);
                split.add(customer, kind, amount);
            }
            split.finish(13, &["silver"])
        };
        let (forth, back) = (shares(&mut lines.iter()), shares(&mut lines.iter().rev()));
        for shares in [&forth, &back] {
            let names: Vec<&str> = shares.listed.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, ["tea", "coffee", "silver"]);
            assert!(shares.has_others);
            let of = |customer| shares.listed.iter().map(move |(_, kind)| shares.share(customer, *kind));
            assert_eq!(of(4).collect::<Vec<_>>(), [0.75, 0.25, 0.0]);
            assert_eq!((shares.others(4), shares.others(3)), (0.0, 100_000.0 / 100_040.0));
            assert!(shares.share(12, None).is_nan());
        }
        assert_eq!(forth.diversity(3).to_bits(), back.diversity(3).to_bits());
    }

    #[test]
    fn too_many_kinds_are_none() {
        let mut split = Split::default();
        for number in 0..=limits::KINDS {
            let kind = split.kind(&number.to_string());
            split.add(0, kind, 1);
        }
        assert!(split.is_overfull() && split.sums.is_empty());
    }
}
