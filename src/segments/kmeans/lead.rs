//! How a fit over tiles goes on, whoever looks at them: the decisions of every round, and nothing else.

use super::lloyd::divided;
use crate::Matrix;

/// What a part of the customers comes to in a round, or several that follow each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// How many parts.
    pub parts: usize,
    /// For each segment, the sum over its customers in the parts: segments × features.
    pub sums: Matrix,
    /// How many these are.
    pub sizes: Vec<u64>,
    /// Whether anybody changed segment at the last look.
    pub changed: bool,
}

impl Share {
    /// Adds up shares, which follow each other from the part with number `first` on, in pairs: both halves of all parts, each
    /// of both halves of its own, and so on. So sums are the same to the last bit, whoever added up which pairs before. What is left
    /// are the largest pairs: a single one where all is there. `None` where shares are not of one kind.
    pub fn in_pairs(first: usize, shares: impl IntoIterator<Item = Share>) -> Option<Vec<Share>> {
        let mut pairs: Vec<Share> = Vec::new();
        let mut end = first;
        for share in shares {
            end += share.parts;
            pairs.push(share);
            while let [.., left, right] = &mut pairs[..]
                && left.parts == right.parts
                && end.is_multiple_of(2 * left.parts)
            {
                left.add(right)?;
                pairs.pop();
            }
        }
        Some(pairs)
    }

    fn add(&mut self, other: &Share) -> Option<()> {
        if self.sizes.len() != other.sizes.len() || self.sums.values().len() != other.sums.values().len() {
            return None;
        }
        self.parts += other.parts;
        self.sums.values_mut().iter_mut().zip(other.sums.values()).for_each(|(sum, one)| *sum += one);
        self.sizes.iter_mut().zip(&other.sizes).for_each(|(size, one)| *size += one);
        self.changed |= other.changed;
        Some(())
    }
}

/// Decides round by round, from what all parts of the customers come to.
#[derive(Debug)]
pub struct Lead {
    centroids: Matrix,
    round: u32,
    most: u32,
    step: Step,
}

/// What was asked for last.
#[derive(Debug, PartialEq)]
enum Step {
    /// A first look, after which there is always another.
    Begin,
    /// A look after sums that followed the customers.
    Look,
    /// Sums made afresh.
    Afresh,
    /// A look after these, which have the last word.
    LookAfresh,
}

/// What is to be done next.
#[derive(Debug, Clone, PartialEq)]
pub enum Order {
    /// Move to these centroids and look at whoever that may concern.
    Look(Matrix),
    /// Make the sums afresh: those that followed the customers differ in the last bits.
    Afresh,
    /// The last centroids stand.
    Done {
        /// Rounds until nothing changed.
        iterations: u32,
        /// False where there were no more rounds.
        converged: bool,
    },
}

impl Lead {
    /// Of a fit from the centroids `start`, in at most so many rounds. The first look, at these, needs no order.
    pub fn new(start: &Matrix, most: u32) -> Self {
        Lead { centroids: start.clone(), round: 1, most, step: Step::Begin }
    }

    /// The next order, given what all parts come to together.
    pub fn next(&mut self, all: &Share) -> Order {
        let (step, order) = match self.step {
            Step::Afresh => (Step::LookAfresh, Order::Look(self.means(all))),
            Step::LookAfresh if !all.changed || self.round > self.most => {
                let iterations = self.round.min(self.most);
                let converged = self.round <= self.most;
                return Order::Done { iterations, converged };
            }
            Step::Look if !all.changed => (Step::Afresh, Order::Afresh),
            _ => {
                self.round += 1;
                let left = self.round <= self.most;
                if left { (Step::Look, Order::Look(self.means(all))) } else { (Step::Afresh, Order::Afresh) }
            }
        };
        self.step = step;
        order
    }

    fn means(&mut self, all: &Share) -> Matrix {
        self.centroids = divided(all.sums.clone(), &all.sizes, &self.centroids);
        self.centroids.clone()
    }
}
