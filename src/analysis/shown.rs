//! What of an outcome is shown: of all that a recipe decides, the part that asks for no new fit.

use crate::documents::Recipe;
use crate::meaning::GivenName;
use crate::release::Policy;

/// How many segments are shown, by which names, and how strictly what leaves of them is controlled. Everything else an outcome takes from
/// the recipe that it was made by.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The number wanted; `None`: the advised one.
    pub k: Option<u32>,
    /// Names given by the user.
    pub names: &'a [GivenName],
    /// What may leave.
    pub policy: &'a Policy,
}

impl<'a> From<&'a Recipe> for Shown<'a> {
    fn from(recipe: &'a Recipe) -> Self {
        Shown { k: recipe.choose.k, names: &recipe.names, policy: &recipe.release }
    }
}

impl Shown<'_> {
    /// The recipe of an outcome as what is shown of it decides.
    pub(super) fn on(&self, made_by: &Recipe) -> Recipe {
        let mut recipe = made_by.clone();
        recipe.choose.k = self.k;
        recipe.names = self.names.to_vec();
        recipe.release = self.policy.clone();
        recipe
    }
}
