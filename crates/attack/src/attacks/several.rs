//! What several exports of one table tell together.

use ringfence::Error;
use ringfence::customers::TransformChoice;
use ringfence::documents::Recipe;

use super::exact_total::{self, SURE};
use crate::exports::{Shop, fit};
use crate::published::Published;
use crate::score::Trials;
use crate::tables::{Kind, Table};

/// The total from exports of 2 to 8 segments, of another transform and of fewer features. Success: sure of it, and right. Control: the
/// published total of the first.
pub fn total(seed: u64, shop: &mut Shop, trials: &mut Trials) -> Result<(), Error> {
    let kinds = [Kind::Customers, Kind::Blobs, Kind::Gaps, Kind::Alike];
    let table = Table::draw(kinds[(seed % 4) as usize], seed);
    let mut exports: Vec<Published> = Vec::new();
    let mut truth = None;
    for recipe in variants(&table.recipe) {
        let fit = fit(&table.csv, &recipe, None)?;
        truth = truth.or(Some(fit.prepared().members.len() as u64));
        match shop.export(&fit, &recipe) {
            Ok(document) => exports.push(Published::read(&document)),
            Err(_) => trials.note("exports refused", true),
        }
    }
    let both: Vec<(&Published, bool)> = exports.iter().map(|export| (export, true)).collect();
    let best = exact_total::best(&both);
    let sure = best.filter(|(_, certainty)| *certainty >= SURE).map(|(total, _)| total);
    trials.add(sure.is_some() && sure == truth, exports.first().map(|first| first.customers) == truth);
    trials.note("sure but wrong", sure.is_some() && sure != truth);
    trials.note("best guess right", best.is_some_and(|(total, _)| Some(total) == truth));
    Ok(())
}

/// The same customers segmented otherwise.
fn variants(recipe: &Recipe) -> Vec<Recipe> {
    let mut all = Vec::new();
    for k in 2..=8 {
        let mut other = with_quick_scale(recipe);
        (other.choose.k, other.choose.max_k) = (Some(k), k);
        all.push(other);
    }
    for transform in [TransformChoice::None, TransformChoice::Log1p] {
        let mut other = with_quick_scale(recipe);
        (other.features.transform, other.choose.k) = (transform, Some(3));
        all.push(other);
    }
    let names = recipe.features.columns.clone().unwrap_or_default();
    for count in 2..names.len() {
        let mut other = with_quick_scale(recipe);
        other.features.columns = Some(names[..count].to_vec());
        other.choose.k = Some(3);
        all.push(other);
    }
    all
}

/// The recipe, scaled to a standard deviation of 1, and with the missing values filled in, so that all exports are of the same customers.
fn with_quick_scale(recipe: &Recipe) -> Recipe {
    let mut other = recipe.clone();
    other.features.scale = ringfence::customers::ScaleChoice::Standard;
    other.features.missing = ringfence::customers::MissingChoice::Median;
    other
}
