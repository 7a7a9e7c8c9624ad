//! What the segments mean: neutral statements, never sentences.
//!
//! [`describe`] turns a labelling into [`Segment`]s: sizes, profiles in the file's own units, what sets each apart, and a name.
//! `release` calls it anew when it merges segments, so what is said is always about the customers it is said of.

mod kinds;
mod name;
mod order;
mod profile;
mod rfm;
mod rfm_map;

pub use kinds::{CategoryProfile, LevelShare};
pub use name::GivenName;
pub use order::{KeptNumbers, kept, numbering};
pub(crate) use profile::describe_without;
pub use profile::{FeatureProfile, Segment, describe};
pub use rfm::{RfmName, Scores, rfm_name};
pub use rfm_map::{RfmSlice, rfm_map};
