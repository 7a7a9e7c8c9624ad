//! The recipe as a document: settings to hand on, with the words of the file that were chosen, but none that tells of a few customers.

use super::{Segmentation, Shown};
use crate::Error;
use crate::customers::{Features, Status, is_share_of_kind};
use crate::documents::Recipe;
use crate::table::reaches_a_person;

impl Segmentation {
    /// The recipe of what is shown, as [`Segmentation::recipe`], without the categories and channels that fewer customers bought than a
    /// published segment has: their very names tell what somebody bought. Nor does it hold headers, or names of segments, that reach a person.
    ///
    /// # Errors
    /// As [`Segmentation::solution`].
    pub fn shared_recipe<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<Recipe, Error> {
        let mut shared = self.recipe(shown)?;
        let needed = shared.release.minimum_size;
        let may = |name: &String| {
            let bought_by_many = !is_share_of_kind(name) || buyers(self.features(), name) >= needed;
            bought_by_many && !reaches_a_person(name)
        };
        if let Some(columns) = &mut shared.features.columns {
            columns.retain(&may);
        }
        shared.features.columns = shared.features.columns.filter(|columns| !columns.is_empty());
        shared.customers.asked.retain(&may);
        shared.features.each.retain(|name, _| may(name));
        shared.customers.bands.retain(|name, _| may(name));
        shared.reading.columns.retain(|name, _| !reaches_a_person(name));
        shared.names.retain(|given| !reaches_a_person(&given.name));
        Ok(shared)
    }
}

/// How many of those who take part bought anything of a category or channel.
fn buyers(features: &Features, share: &str) -> u64 {
    let Some(at) = features.position(share) else { return 0 };
    let bought = |&row: &usize| features.status[row] == Status::Ok && features.values.row(row)[at] > 0.0;
    (0..features.len()).filter(bought).count() as u64
}
