//! Batches become features: one row per customer.
//!
//! A [`Builder`] takes the batches of either shape of file and ends in [`Features`], in the file's own units and sorted by
//! customer. [`prepare`] then chooses, transforms and scales them into the matrix that is clustered, and remembers the fitted
//! parameters in a [`Preparation`], so that new customers can be put on the same scale.

mod aggregate;
mod build;
mod collect;
mod features;
mod interner;
mod money;
mod prepare;
mod scale;
mod transform;

pub use build::Builder;
pub use features::{Features, Span, Status};
pub use prepare::{FeatureOptions, Preparation, Prepared, PreparedFeature, prepare, prepare_all};
pub(crate) use scale::quantile;
pub use scale::{Scale, ScaleChoice};
pub use transform::{Transform, TransformChoice, skewness};

/// Names of the features made from transactions, in order.
pub const RFM: [&str; 3] = ["recency", "frequency", "monetary"];
