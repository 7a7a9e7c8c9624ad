//! Features become segments.
//!
//! A fit is exact K-means: Lloyd's rounds from k-means++ starts until no customer changes segment. What a fit hands on is a
//! [`Solution`]: centroids, never labels. Labels are always the nearest centroid ([`assign`]), so that a fit computed in one
//! place is the same fit everywhere, and new customers are labelled by the same rule as old ones.

mod axes;
pub mod kmeans;
mod matching;
mod solution;

pub use axes::{Axes, principal_axes};
pub use matching::best_matching;
pub use solution::{FitOptions, Solution, assign, nearest};
