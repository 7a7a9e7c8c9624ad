//! How a fit over tiles goes on, whoever looks at them: the decisions of every round, and nothing else.

use super::exact::Sums;
use super::lloyd::divided;
use crate::Matrix;

/// Decides round by round, from what all parts of the customers come to.
#[derive(Debug)]
pub(super) struct Lead {
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
#[derive(Debug)]
pub(super) enum Order {
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
    pub(super) fn new(start: &Matrix, most: u32) -> Self {
        Lead { centroids: start.clone(), round: 1, most, step: Step::Begin }
    }

    /// The next order, given the sums of all customers and whether any of them changed label in the last look.
    pub(super) fn next(&mut self, sums: &Sums, changed: bool) -> Order {
        let (step, order) = match self.step {
            Step::Afresh => (Step::LookAfresh, Order::Look(self.means(sums))),
            Step::LookAfresh if !changed || self.round > self.most => {
                let iterations = self.round.min(self.most);
                let converged = self.round <= self.most;
                return Order::Done { iterations, converged };
            }
            Step::Look if !changed => (Step::Afresh, Order::Afresh),
            _ => {
                self.round += 1;
                let left = self.round <= self.most;
                if left { (Step::Look, Order::Look(self.means(sums))) } else { (Step::Afresh, Order::Afresh) }
            }
        };
        self.step = step;
        order
    }

    fn means(&mut self, sums: &Sums) -> Matrix {
        self.centroids = divided(sums.sums.clone(), &sums.sizes, &self.centroids);
        self.centroids.clone()
    }
}
