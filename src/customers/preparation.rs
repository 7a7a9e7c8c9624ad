//! How features become coordinates, as data: what a model writes down and replays on new customers.

use serde::{Deserialize, Serialize};

use super::{Category, Features, Limits, PreparedCategory, Scale, Transform};
use crate::Error;

/// How features become coordinates: names, and every step with its fitted parameters.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Preparation {
    /// Whether of a customer who stands in several rows only one counts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one_row_each: bool,
    /// The features of numbers, in column order of the matrix.
    pub features: Vec<PreparedFeature>,
    /// The columns of kinds; their coordinates come after those of the numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<PreparedCategory>,
    /// Whether every coordinate is rounded to single precision at last (IEEE 754, ties to even), as those of very many customers are.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub single_precision: bool,
}

/// How one feature becomes a coordinate: filled in where missing, transformed, held within limits, scaled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PreparedFeature {
    /// Its name.
    pub name: String,
    /// What takes the place of a missing value, in original units; absent where such customers are left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<f64>,
    /// The transform, applied first.
    pub transform: Transform,
    /// How far values may lie from all others after the transform; absent where anything goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Limits>,
    /// The scaling, applied last.
    pub scale: Scale,
}

/// A [`Preparation`] that has found its columns among some features.
#[derive(Debug)]
pub struct Replay<'a> {
    features: &'a Features,
    one_row_each: bool,
    numbers: Vec<(usize, &'a PreparedFeature)>,
    categories: Vec<(&'a Category, &'a PreparedCategory)>,
    single_precision: bool,
}

impl Preparation {
    /// Columns of the matrix it makes.
    pub fn columns(&self) -> usize {
        self.features.len() + self.categories.iter().map(PreparedCategory::columns).sum::<usize>()
    }

    /// Names of all features, those of numbers first.
    pub fn names(&self) -> Vec<String> {
        let numbers = self.features.iter().map(|feature| &feature.name);
        numbers.chain(self.categories.iter().map(|category| &category.name)).cloned().collect()
    }

    /// Names of the columns of the matrix; of a level of a column of kinds, the column and the level.
    pub fn coordinates(&self) -> Vec<String> {
        let numbers = self.features.iter().map(|feature| feature.name.clone());
        numbers.chain(self.categories.iter().flat_map(PreparedCategory::coordinates)).collect()
    }

    /// The columns of the matrix that each feature makes, in the order of [`Preparation::names`].
    pub fn blocks(&self) -> Vec<std::ops::Range<usize>> {
        let widths = self.features.iter().map(|_| 1);
        let widths = widths.chain(self.categories.iter().map(PreparedCategory::columns));
        let blocks = widths.scan(0, |end, width| {
            *end += width;
            Some(*end - width..*end)
        });
        blocks.collect()
    }

    /// Finds the columns it needs among `features`.
    ///
    /// # Errors
    /// [`Error::UnknownColumn`] where one is not there.
    pub fn replay<'a>(&'a self, features: &'a Features) -> Result<Replay<'a>, Error> {
        let unknown = |name: &str| Error::UnknownColumn { name: name.to_owned() };
        let numbers = self.features.iter().map(|prepared| {
            let at = features.position(&prepared.name).ok_or_else(|| unknown(&prepared.name))?;
            Ok((at, prepared))
        });
        let categories = self.categories.iter().map(|prepared| {
            let category = features.category(&prepared.name).ok_or_else(|| unknown(&prepared.name))?;
            Ok((category, prepared))
        });
        Ok(Replay {
            features,
            one_row_each: self.one_row_each,
            numbers: numbers.collect::<Result<_, Error>>()?,
            categories: categories.collect::<Result<_, Error>>()?,
            single_precision: self.single_precision,
        })
    }

    /// True where the parts fit each other, which is to be asked of what somebody wrote down.
    pub fn is_sound(&self) -> bool {
        let number = |feature: &PreparedFeature| {
            feature.scale.spread != 0.0 && feature.limits.is_none_or(|limits| limits.low <= limits.high)
        };
        self.columns() > 0
            && self.features.iter().all(number)
            && self.categories.iter().all(PreparedCategory::is_sound)
    }
}

impl Replay<'_> {
    /// Puts the coordinates of customer `row` into `point`; `false` where the customer stays outside: a value is missing or
    /// infinite, lies beyond limits that set aside, or the customer has come before.
    pub fn point(&self, row: usize, point: &mut Vec<f64>) -> bool {
        point.clear();
        if self.one_row_each && self.features.is_repeated(row) {
            return false;
        }
        for &(at, feature) in &self.numbers {
            match feature.coordinate(self.features.values.row(row)[at]) {
                Some(coordinate) => point.push(coordinate),
                None => return false,
            }
        }
        for (category, prepared) in &self.categories {
            prepared.apply(category.level(row), point);
        }
        if self.single_precision {
            point.iter_mut().for_each(|coordinate| *coordinate = f64::from(*coordinate as f32));
            return point.iter().all(|coordinate| coordinate.is_finite());
        }
        true
    }
}

impl PreparedFeature {
    /// The coordinate of a value in original units; `None` where its customer stays outside.
    pub fn coordinate(&self, value: f64) -> Option<f64> {
        let value = if value.is_nan() { self.missing? } else { value };
        let transformed = self.transform.apply(value);
        let held = match &self.limits {
            Some(limits) => limits.apply(transformed)?,
            None => transformed,
        };
        Some(self.scale.apply(held)).filter(|coordinate| coordinate.is_finite())
    }
}
