//! Real files: the attacks on one export, and how much is left to read.

use std::path::Path;

use ringfence::documents::Recipe;

use crate::attacks::Seen;
use crate::exports::{Shop, fit};
use crate::score::Trials;
use crate::suite::on_file;
use crate::truth::Known;
use crate::usefulness::{Cells, cells};

/// What came of one file.
#[derive(Debug, Clone)]
pub struct OfFile {
    /// Its name.
    pub name: String,
    /// For each attack, its trials on the careless export and on ours.
    pub attacks: Vec<(&'static str, [Trials; 2])>,
    /// Honest cells, and those still published.
    pub cells: Cells,
}

/// Attacks a file with the default settings, but for references, splits and bootstraps.
///
/// # Errors
/// What made it unreadable or kept it from being exported.
pub fn attack(path: &Path) -> Result<OfFile, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let mut recipe = Recipe::default();
    (recipe.choose.references, recipe.choose.splits, recipe.choose.bootstraps) = (0, 0, 0);
    let fit = fit(&bytes, &recipe, None).map_err(|error| format!("{error:?}"))?;
    let mut seen = Vec::new();
    for mut shop in Shop::both() {
        let export = Seen::export(&mut shop, &fit, &recipe, &Known::default(), None);
        seen.push(export.map_err(|error| format!("{error:?}"))?);
    }
    let [naive, ours] = [&seen[0], &seen[1]].map(on_file);
    let attacks =
        naive.into_iter().zip(ours).map(|((name, naive), (_, ours))| (name, [naive, ours])).collect();
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(OfFile { name, attacks, cells: cells(&seen[1]) })
}

impl OfFile {
    /// The share of honest cells that is still published; 1 of none.
    pub fn kept(&self) -> f64 {
        let all = [self.cells.sizes, self.cells.revenue, self.cells.medians];
        let [honest, published] = [0, 1].map(|end| all.iter().map(|cells| cells[end]).sum::<u64>());
        if honest == 0 { 1.0 } else { published as f64 / honest as f64 }
    }

    /// A line for the attacks that had something to try, and one for the cells.
    pub fn text(&self) -> String {
        let Cells { sizes, revenue, medians } = self.cells;
        let mut text = format!(
            "{}: {:.2} of the honest cells published (sizes and shares {}/{}, revenue {}/{}, medians {}/{})\n",
            self.name,
            self.kept(),
            sizes[1],
            sizes[0],
            revenue[1],
            revenue[0],
            medians[1],
            medians[0],
        );
        for (name, [naive, ours]) in
            self.attacks.iter().filter(|(_, both)| both[0].trials + both[1].trials > 0)
        {
            text += &format!(
                "    {name}: naive {}/{} (guessing {}), ours {}/{} (guessing {})\n",
                naive.hits, naive.trials, naive.control, ours.hits, ours.trials, ours.control
            );
        }
        text
    }
}
