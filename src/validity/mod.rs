//! Are the segments any good? Measures of a labelling, one definition each, the field's own; and how many segments to advise.

mod advice;
mod agreement;
mod ashman;
mod bic;
mod choose;
mod elbow;
mod evidence;
mod foresight;
mod gap;
mod hopkins;
mod importance;
mod prediction;
mod separation;
mod silhouette;
mod stability;

pub use advice::{Advice, Grounds, Rule, STRONG, TWO_CROWDS, advise, advised_k};
pub use agreement::adjusted_rand;
pub use ashman::{Apart, apart};
pub use bic::bic;
pub use choose::KPolicy;
pub use elbow::elbow;
pub use evidence::{Evidence, Favourite, Measure, favourites};
pub use foresight::{Foresight, Foretold, foretold};
pub use gap::{Gap, ReferenceBox, gap_k, gaps, log_dispersions};
pub use hopkins::hopkins;
pub use importance::{
    Change, FeatureImportance, Importance, Refit, Tie, explained, importance, refit, refits,
};
pub use prediction::prediction_strengths;
pub use separation::{calinski_harabasz, centroids_of, davies_bouldin, simplified_silhouette, within};
pub use silhouette::{Labelling, Widths, separation_in_words, silhouette, silhouette_widths};
pub use stability::{Stability, bootstrap_jaccards};
