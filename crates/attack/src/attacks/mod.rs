//! The attacks: each reads what is published together, and uses whatever numbers it finds.

pub mod alike;
pub mod differencing;
pub mod dominating;
pub mod exact_sizes;
pub mod exact_total;
pub mod gaps;
pub mod lone_customer;
pub mod membership;
pub mod rare_counts;
pub mod repeated;
pub mod several;
pub mod singling_out;
pub mod value_bounds;

use ringfence::Error;
use ringfence::analysis::Segmentation;
use ringfence::customers::{ScaleChoice, TransformChoice};
use ringfence::documents::Recipe;

use crate::exports::Shop;
use crate::published::Published;
use crate::score::Trials;
use crate::tables::Kind;
use crate::truth::{Known, Truth};

/// One export, the truth behind it, and what anybody knows.
#[derive(Debug, Clone)]
pub struct Seen {
    /// What was published.
    pub published: Published,
    /// The truth.
    pub truth: Truth,
    /// What another table of the kind tells.
    pub known: Known,
    /// The kind of the table; none of a real file.
    pub kind: Option<Kind>,
    /// Whether all features were scaled to a standard deviation of 1.
    pub standard: bool,
    /// Whether the features were taken as they are.
    pub unscaled: bool,
}

impl Seen {
    /// An export of a fit.
    ///
    /// # Errors
    /// Whatever the engine refuses to publish.
    pub fn export(
        shop: &mut Shop,
        fit: &Segmentation,
        recipe: &Recipe,
        known: &Known,
        kind: Option<Kind>,
    ) -> Result<Seen, Error> {
        let published = Published::read(&shop.export(fit, recipe)?);
        let truth = Truth::of(fit, recipe, &published)?;
        let as_they_are = recipe.features.transform == TransformChoice::None;
        Ok(Seen {
            published,
            truth,
            known: known.clone(),
            kind,
            standard: recipe.features.scale == ScaleChoice::Standard,
            unscaled: as_they_are && recipe.features.scale == ScaleChoice::None,
        })
    }
}

/// An attack on one export: what it is called, and what it counts.
pub type Attack = (&'static str, fn(&Seen, &mut Trials));

/// The attacks on one export.
pub const SINGLE: [Attack; 9] = [
    ("exact total", exact_total::attack),
    ("exact segment sizes", exact_sizes::attack),
    ("counts of 1 to 9 events, by enumeration", rare_counts::attack),
    ("counts of 1 to 9 events, by ILP", value_bounds::counts),
    ("a value that a segment shares", alike::attack),
    ("medians with missing values", gaps::attack),
    ("a dominating value, estimated", dominating::attack),
    ("a dominating value, bounded by LP", value_bounds::largest),
    ("one customer singled out by the median", singling_out::attack),
];

/// The place of each kind's attack among [`SINGLE`] that is run on tables of repeated customers alone is last of all.
pub const REPEATED: Attack = ("fewer than 10 persons in a segment", repeated::attack);
