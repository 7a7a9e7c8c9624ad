//! What may leave: a disclosure-controlled summary of segments, by the rules that statistical offices use for theirs.
//!
//! [`release`] is the only maker of [`Released`], and everything that is made to be shared (summary, report, chart) is made
//! from that. Files about single customers need an [`Internal`], which is made only by an explicit request.
//!
//! What is published must not give back what it holds back. So nothing that is published is an exact function of the customers: counts
//! carry noise and are rounded ([`Policy`]), shares are those of published counts, differences are ranks in tenths, places on the map
//! lie on a grid, and how well segments are apart is said in words. Medians are of those who have a value, and so far rounded that several
//! share them. Every count is of customers, never of rows. A [`Ledger`] remembers what was released, so that two summaries cannot be held
//! against each other.
//!
//! `docs/privacy.md` has a line for each rule: what it does, where it comes from, which attack it stops, and what it does not do. In
//! `rules.rs` each has a name, by which `tests` switch it off to see that it is missed.

mod cells;
mod columns;
mod dominance;
mod ellipse;
mod grouped;
mod ledger;
mod map;
mod merge;
mod noise;
mod people;
mod policy;
mod ranks;
mod reasons;
mod released;
mod revenue;
mod round;
mod rules;
mod spread;
#[cfg(test)]
mod tests;
mod words;

use columns::{DIGITS, SHARED_BY};

pub use columns::{LEAST_SHARE, ReleasedColumn, ReleasedFeature, ReleasedTransform};
pub use ellipse::Ellipse;
pub use ledger::Ledger;
pub use policy::{Internal, Policy};
pub use released::{Released, ReleasedSegment, Source, release};
pub use words::ReleasedForesight;
