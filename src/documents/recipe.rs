//! The recipe: every decision, no data.

use serde::{Deserialize, Serialize};

use crate::customers::{CustomerOptions, FeatureOptions, OptOuts, Pass, SourceOptions, is_made_when_asked};
use crate::meaning::{GivenName, KeptNumbers};
use crate::release::Policy;
use crate::segments::FitOptions;
use crate::table::{Inspection, ReadingOptions};
use crate::validity::KPolicy;
use crate::version::check_version;
use crate::{Error, limits};

/// Newest version of a recipe understood here.
const VERSION: u32 = 1;

/// Everything the user decided: replayed on the same file it gives the same segments; on another, segments made the same way. Its sections
/// follow each other as the stages of a job do ([`Stage`](super::Stage)).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Recipe {
    /// Version of this document.
    pub version: u32,
    /// How the file is read.
    pub reading: ReadingOptions,
    /// What each of several files is and how it is read, in their order; empty for one file, which `reading` is about, and for several
    /// that are all read by `reading`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceOptions>,
    /// How rows become customers.
    pub customers: CustomerOptions,
    /// Which features, and how they are put on one scale.
    pub features: FeatureOptions,
    /// How segments are fitted.
    pub fit: FitOptions,
    /// How many there are.
    pub choose: KPolicy,
    /// Names given by the user.
    pub names: Vec<GivenName>,
    /// Numbers that segments kept from earlier runs, for as many segments as each has numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<KeptNumbers>,
    /// What may leave.
    pub release: Policy,
}

impl Default for Recipe {
    fn default() -> Self {
        Recipe {
            version: VERSION,
            reading: ReadingOptions::default(),
            sources: Vec::new(),
            customers: CustomerOptions::default(),
            features: FeatureOptions::default(),
            fit: FitOptions::default(),
            choose: KPolicy::default(),
            names: Vec::new(),
            numbers: Vec::new(),
            release: Policy::default(),
        }
    }
}

impl Recipe {
    /// Reads a recipe document.
    ///
    /// # Errors
    /// As [`Recipe::parse`].
    pub fn from_json(json: &str) -> Result<Self, Error> {
        Recipe::parse(json).map(Recipe::with_asked)
    }

    /// Reads a recipe as it was decided step by step: the features it names are taken to be there.
    ///
    /// # Errors
    /// [`Error::WrongVersion`], [`Error::BadRecipe`] with the place in the document, or as [`Recipe::check`].
    pub fn parse(json: &str) -> Result<Self, Error> {
        check_version(json, VERSION)?;
        let recipe: Recipe = serde_json::from_str(json)
            .map_err(|at| Error::BadRecipe { line: at.line() as u64, column: at.column() as u64 })?;
        recipe.check()?;
        Ok(recipe)
    }

    /// The same recipe, which asks for those of its features that are made of transactions only where they are asked for.
    #[must_use]
    pub fn with_asked(mut self) -> Self {
        let asked = &mut self.customers.asked;
        for name in self.features.columns.iter().flatten().filter(|name| is_made_when_asked(name)) {
            if !asked.contains(name) {
                asked.push(name.clone());
            }
        }
        self
    }

    /// Whether every number of it is one that can be worked with. What a policy of release has to be is asked when something is released.
    ///
    /// # Errors
    /// [`Error::NumberOutOfRange`].
    pub fn check(&self) -> Result<(), Error> {
        let KPolicy { references, splits, bootstraps, .. } = self.choose;
        let resamples = [("references", references), ("splits", splits), ("bootstraps", bootstraps)];
        let bounds = resamples.map(|(name, number)| (name, number, 0, limits::RESAMPLES));
        let restarts = self.fit.restarts.map(|restarts| ("restarts", restarts, 1, limits::RESTARTS));
        let beyond =
            bounds.into_iter().chain(restarts).find(|&(_, number, min, max)| number < min || number > max);
        match beyond {
            None => Ok(()),
            Some((name, _, min, max)) => {
                Err(Error::NumberOutOfRange { name: name.to_owned(), min: min.into(), max: max.into() })
            }
        }
    }

    /// What is decided of each of several files. A recipe made for one file, which has no `sources`, decides the same of every file that
    /// has the column it speaks of, and a sheet that it names is that of every workbook.
    ///
    /// # Errors
    /// [`Error::UnknownColumn`] where no file has it.
    pub fn source_options(&self, inspections: &[Inspection]) -> Result<Vec<SourceOptions>, Error> {
        if !self.sources.is_empty() {
            return Ok(self.sources.clone());
        }
        let nowhere = |name: &&String| !inspections.iter().any(|found| found.has_column(name));
        if let Some(name) = self.reading.columns.keys().find(nowhere) {
            return Err(Error::UnknownColumn { name: name.clone() });
        }
        let of_file = |found: &Inspection| {
            let columns = self.reading.columns.iter().filter(|(name, _)| found.has_column(name));
            let columns = columns.map(|(name, choice)| (name.clone(), choice.clone())).collect();
            SourceOptions {
                kind: None,
                reading: ReadingOptions { sheet: self.reading.sheet.clone(), columns },
            }
        };
        Ok(inspections.iter().map(of_file).collect())
    }

    /// Pass 2 over the files that pass 1 found this in, without the customers on the list.
    ///
    /// # Errors
    /// As [`Pass::over_one`], [`Pass::over_several`] and [`Recipe::source_options`].
    pub fn pass(&self, found: &[Inspection], opt_outs: Option<OptOuts>) -> Result<Pass, Error> {
        match found {
            [only] => Pass::over_one(only, &self.reading, &self.customers, opt_outs),
            several => Pass::over_several(several, &self.source_options(several)?, &self.customers, opt_outs),
        }
    }

    /// Writes the recipe, indented, with a newline at the end.
    pub fn to_json(&self) -> String {
        super::pretty(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut recipe = Recipe::default();
        recipe.choose.k = Some(4);
        recipe.names.push(GivenName { k: 4, segment: 1, name: "Regulars".into() });
        assert_eq!(Recipe::from_json(&recipe.to_json()), Ok(recipe));
        assert_eq!(Recipe::from_json("{}"), Ok(Recipe::default()));
    }

    #[test]
    fn numbers_have_bounds() {
        for (json, name) in [
            ("{\"choose\": {\"references\": 4294967295}}", "references"),
            ("{\"choose\": {\"splits\": 1001}}", "splits"),
            ("{\"choose\": {\"bootstraps\": 1001}}", "bootstraps"),
            ("{\"fit\": {\"restarts\": 0}}", "restarts"),
            ("{\"fit\": {\"restarts\": 4294967295}}", "restarts"),
        ] {
            let found = Recipe::from_json(json).unwrap_err();
            assert!(
                matches!(&found, Error::NumberOutOfRange { name: of, .. } if of == name),
                "{json}: {found}"
            );
        }
        assert!(
            Recipe::from_json("{\"choose\": {\"references\": 1000}, \"fit\": {\"restarts\": 1}}").is_ok()
        );
    }

    #[test]
    fn misspelt_and_newer_recipes_are_refused() {
        assert_eq!(Recipe::from_json("{\n \"fits\": {}}"), Err(Error::BadRecipe { line: 2, column: 7 }));
        assert_eq!(
            Recipe::from_json("{\"version\": 2, \"new\": 1}"),
            Err(Error::WrongVersion { found: 2, supported: 1 })
        );
        assert_eq!(Recipe::from_json("[1"), Err(Error::BadRecipe { line: 1, column: 2 }));
    }
}
