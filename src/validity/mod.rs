//! Are the segments any good? Measures of a labelling, one definition each, the field's own; and how many segments to advise.

mod advice;
mod agreement;
mod ashman;
mod bic;
mod certainty;
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
mod ties;
mod valley;

pub use advice::{
    A_VALLEY, Advice, CUSTOMERS_PER_COORDINATE, Grounds, ONE_PIECE, Rule, STRONG, TWO_CROWDS,
    TWO_CROWDS_HELD_OUT, advise, advised_k,
};
pub(crate) use advice::{BY_VALUES, ONLY_VALUES};
pub use agreement::adjusted_rand;
pub use ashman::{Apart, apart, held_out_apart};
pub use bic::bic;
pub use certainty::Certainty;
pub use choose::KPolicy;
pub use elbow::elbow;
pub use evidence::{Evidence, Favourite, Measure, favourites};
pub use foresight::{Foresight, Foretold, foretold};
pub use gap::{Gap, ReferenceBox, gap_k, gaps, log_dispersions};
pub use hopkins::hopkins;
pub use importance::{
    Change, FeatureImportance, Importance, Refit, Tie, explained, importance, refit, refits,
};
pub(crate) use prediction::ROUNDS as ROUNDS_ON_HALVES;
pub use prediction::{Halved, halved};
pub use separation::{
    calinski_harabasz, centroids_of, davies_bouldin, mean_of, simplified_silhouette, within,
};
pub use silhouette::{
    Labelling, Replicate, Widths, sampled_widths, separation_in_words, silhouette, silhouette_widths,
};
pub use stability::{Stability, bootstrap_jaccards};
pub use ties::Columns;
