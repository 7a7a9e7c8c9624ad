//! Features become segments.
//!
//! A fit is exact K-means: Lloyd's rounds from k-means++ starts until no customer changes segment. What a fit hands on is a
//! [`Solution`]: centroids, never labels. Labels are always the nearest centroid ([`assign`]), so that a fit computed in one
//! place is the same fit everywhere, and new customers are labelled by the same rule as old ones.
//!
//! Other methods ([`Method`]) give a second opinion: a Gaussian [`mixture`] and [`ward`]'s hierarchy. What they hand on is a [`Partition`],
//! which labels old and new customers alike.

mod axes;
mod blocks;
mod eigen;
pub mod kmeans;
mod matching;
mod method;
pub mod mixture;
mod partition;
mod solution;
pub mod ward;

pub use axes::{Axes, principal_axes};
pub(crate) use eigen::eigen;
pub use matching::best_matching;
pub use method::Method;
pub use partition::{Labeller, Landmarks, Partition};
pub use solution::{FitOptions, Solution, assign, nearest};
