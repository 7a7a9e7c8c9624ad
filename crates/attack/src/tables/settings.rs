//! How the tables are segmented: mostly by default, with few starts and without references, so that a table takes milliseconds.

use ringfence::customers::{ScaleChoice, TransformChoice};
use ringfence::documents::Recipe;

use super::Kind;
use crate::draws::Draws;

/// Settings for a table of that kind.
pub(super) fn settings(kind: Kind, draws: &mut Draws) -> Recipe {
    let mut recipe = quick();
    recipe.choose.k = draws.chance(0.5).then(|| draws.whole(2, 5) as u32);
    match kind {
        // As they are, a value far from all others is a segment of its own.
        Kind::Lone | Kind::FarOut => {
            recipe.features.transform = TransformChoice::None;
            recipe.choose.k = Some(2);
        }
        Kind::Dominated if draws.chance(0.5) => {
            recipe.features.transform = TransformChoice::None;
            recipe.features.scale = ScaleChoice::None;
        }
        Kind::Alike => recipe.features.transform = TransformChoice::None,
        Kind::Dominated | Kind::Repeated | Kind::Transactions | Kind::Wholesale => {}
        Kind::Customers | Kind::Gaps | Kind::Blobs => {
            if draws.chance(0.2) {
                recipe.features.transform = TransformChoice::None;
            }
            if draws.chance(0.1) {
                recipe.features.scale = ScaleChoice::Robust;
            }
        }
    }
    recipe
}

/// The default settings, made quick.
pub fn quick() -> Recipe {
    let mut recipe = Recipe::default();
    (recipe.choose.references, recipe.choose.splits, recipe.choose.bootstraps) = (0, 0, 0);
    recipe.choose.max_k = 6;
    recipe.fit.restarts = Some(4);
    recipe
}
