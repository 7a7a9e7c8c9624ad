//! Are the segments any good? Measures of a labelling, one definition each, the field's own.

mod choose;
mod elbow;
mod separation;
mod silhouette;

pub use choose::{Evidence, KPolicy, advise};
pub use elbow::elbow;
pub use separation::{calinski_harabasz, centroids_of, davies_bouldin, simplified_silhouette, within};
pub use silhouette::{Labelling, silhouette, silhouette_sums};
