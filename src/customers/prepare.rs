//! From features in original units to the matrix that is clustered.

use serde::{Deserialize, Serialize};

use super::collect::first_few;
use super::{Features, RFM, Scale, ScaleChoice, Status, Transform, TransformChoice};
use crate::{Error, Matrix, Notice};

/// What the user decided about features, in a recipe.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct FeatureOptions {
    /// The features to cluster by, by name; `null`: recency, frequency and monetary, or every numeric feature column.
    pub columns: Option<Vec<String>>,
    /// How long tails are tamed.
    pub transform: TransformChoice,
    /// How features are put on one scale.
    pub scale: ScaleChoice,
    /// The day recency is counted to, as an ISO date; lines on or after it are left out. `null`: the day after the last line.
    pub reference_day: Option<String>,
}

/// How features become coordinates: names, transforms and scalings with their fitted parameters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Preparation {
    /// The features in column order of the matrix.
    pub features: Vec<PreparedFeature>,
}

/// How one feature becomes a coordinate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PreparedFeature {
    /// Its name.
    pub name: String,
    /// The transform, applied first.
    pub transform: Transform,
    /// The scaling, applied to what the transform gives.
    pub scale: Scale,
}

/// The matrix that is clustered and where its rows come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// How it was made.
    pub preparation: Preparation,
    /// Customers × chosen features, transformed and scaled; finite everywhere.
    pub matrix: Matrix,
    /// For each row of the matrix, its row in the [`Features`].
    pub members: Vec<usize>,
    /// What was survived on the way.
    pub notices: Vec<Notice>,
}

/// Chooses, transforms and scales the features of every customer that takes part (status `ok`, no chosen value missing).
///
/// # Errors
/// An unknown feature, an infinite value, or nothing that varies.
pub fn prepare(features: &Features, options: &FeatureOptions) -> Result<Prepared, Error> {
    let candidates = (0..features.len()).filter(|&row| features.status[row] == Status::Ok).collect();
    fit(features, options, candidates)
}

/// As [`prepare`], over the given rows of `features` whatever their status: for the evaluation of somebody's labels.
///
/// # Errors
/// As [`prepare`].
pub fn prepare_all(
    features: &Features,
    options: &FeatureOptions,
    rows: Vec<usize>,
) -> Result<Prepared, Error> {
    fit(features, options, rows)
}

impl Preparation {
    /// Where the features stand in the columns of `features`.
    ///
    /// # Errors
    /// [`Error::UnknownColumn`] where one is not there.
    pub fn positions(&self, features: &Features) -> Result<Vec<usize>, Error> {
        positions(features, self.features.iter().map(|feature| feature.name.as_str()))
    }

    /// The coordinates of one customer, given the values of its features in order.
    pub fn apply<'a>(&'a self, values: impl IntoIterator<Item = f64> + 'a) -> impl Iterator<Item = f64> + 'a {
        self.features
            .iter()
            .zip(values)
            .map(|(feature, value)| feature.scale.apply(feature.transform.apply(value)))
    }
}

/// The names of the features that `options` choose among those there are.
fn chosen_names<'a>(features: &'a Features, options: &'a FeatureOptions) -> Vec<&'a str> {
    match &options.columns {
        Some(columns) => columns.iter().map(String::as_str).collect(),
        None if features.span.is_some() => RFM.to_vec(),
        None => features.names.iter().map(String::as_str).collect(),
    }
}

fn positions<'a>(features: &Features, names: impl Iterator<Item = &'a str>) -> Result<Vec<usize>, Error> {
    names
        .map(|name| features.position(name).ok_or_else(|| Error::UnknownColumn { name: name.to_owned() }))
        .collect()
}

fn fit(features: &Features, options: &FeatureOptions, candidates: Vec<usize>) -> Result<Prepared, Error> {
    let names = chosen_names(features, options);
    if names.is_empty() {
        return Err(Error::NoFeatureColumns);
    }
    let positions = positions(features, names.iter().copied())?;
    let mut notices = Vec::new();
    let (members, missing): (Vec<usize>, Vec<usize>) = candidates
        .into_iter()
        .partition(|&row| positions.iter().all(|&at| !features.values.row(row)[at].is_nan()));
    if !missing.is_empty() {
        let rows = first_few(missing.iter().filter_map(|&row| features.file_rows.get(row).copied()));
        notices.push(Notice::CustomersWithMissingValues { count: missing.len() as u64, rows });
    }
    if members.is_empty() {
        return Err(Error::TooFewCustomers { found: 0, needed: crate::limits::FEWEST_CUSTOMERS as u64 });
    }

    let mut matrix = Matrix::new(positions.len(), vec![0.0; members.len() * positions.len()]);
    let mut prepared = Vec::with_capacity(positions.len());
    let mut varies = false;
    for (column, (&at, name)) in positions.iter().zip(&names).enumerate() {
        let mut values: Vec<f64> = members.iter().map(|&row| features.values.row(row)[at]).collect();
        if values.iter().any(|value| value.is_infinite()) {
            return Err(Error::NotFinite { column: (*name).to_owned() });
        }
        let transform = Transform::choose(options.transform, &values);
        let clipped = values.iter().filter(|&&value| transform == Transform::Log1p && value < 0.0).count();
        if clipped > 0 {
            notices.push(Notice::ClippedToZero { feature: (*name).to_owned(), count: clipped as u64 });
        }
        values.iter_mut().for_each(|value| *value = transform.apply(*value));
        if values.iter().all(|&value| value == values[0]) {
            notices.push(Notice::ConstantFeature { feature: (*name).to_owned() });
        } else {
            varies = true;
        }
        let scale = Scale::fit(options.scale, &values);
        values.iter().enumerate().for_each(|(row, &value)| matrix.row_mut(row)[column] = scale.apply(value));
        if matrix.column(column).any(|value| !value.is_finite()) {
            return Err(Error::NotFinite { column: (*name).to_owned() });
        }
        prepared.push(PreparedFeature { name: (*name).to_owned(), transform, scale });
    }
    if !varies {
        return Err(Error::NoVariation);
    }
    Ok(Prepared { preparation: Preparation { features: prepared }, matrix, members, notices })
}
