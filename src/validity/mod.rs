//! Are the segments any good? Measures of a labelling, one definition each, the field's own.

mod agreement;
mod choose;
mod elbow;
mod importance;
mod separation;
mod silhouette;

pub use agreement::adjusted_rand;
pub use choose::{Evidence, KPolicy, advise};
pub use elbow::elbow;
pub use importance::{
    Change, FeatureImportance, Importance, Refit, Tie, explained, importance, refit, refits,
};
pub use separation::{calinski_harabasz, centroids_of, davies_bouldin, simplified_silhouette, within};
pub use silhouette::{Labelling, silhouette, silhouette_sums};
