//! One feature after the other: which are chosen, and the parameters that put each on the common scale.

use super::called::column_of;
use super::{
    Beyond, FeatureOptions, Features, Limits, PreparedFeature, Scale, Transform, TransformChoice, suggested,
};
use crate::distribution::Valid;
use crate::{Error, Notice};

/// The chosen features: columns of the values, and columns of kinds.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) numbers: Vec<usize>,
    pub(super) categories: Vec<usize>,
}

/// A feature of numbers over the customers that take part, on its way to a [`PreparedFeature`]: of very many customers one alone is held at a time.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    missing: Option<f64>,
    transform: Transform,
    limits: Option<Limits>,
    /// Values below zero, where the logarithm reads them as zero.
    clipped: u64,
    /// Transformed, not yet held within the limits.
    values: Valid,
}

impl Chosen {
    /// The features that `options` choose among those there are, and why others are left out.
    ///
    /// # Errors
    /// [`Error::UnknownColumn`], or [`Error::NoFeatureColumns`].
    pub(super) fn new(features: &Features, options: &FeatureOptions) -> Result<(Self, Vec<Notice>), Error> {
        let (names, notices) = match &options.columns {
            Some(columns) => (columns.clone(), Vec::new()),
            None => suggested(features),
        };
        let unknown = |name: &str| Error::UnknownColumn { name: name.to_owned() };
        if let Some(name) = options.each.keys().find(|name| features.asked(name).is_none()) {
            return Err(unknown(name));
        }
        let mut chosen = Chosen { numbers: Vec::new(), categories: Vec::new() };
        for name in &names {
            if let Some(at) = features.asked(name) {
                chosen.numbers.push(at);
            } else {
                chosen.categories.push(features.asked_kinds(name).ok_or_else(|| unknown(name))?);
            }
        }
        if names.is_empty() { Err(Error::NoFeatureColumns) } else { Ok((chosen, notices)) }
    }

    /// Whether a customer has a value in every chosen feature of numbers.
    pub(super) fn is_complete(&self, features: &Features, row: usize) -> bool {
        self.numbers.iter().all(|&at| !features.values.row(row)[at].is_nan())
    }
}

/// The largest number: squares of such numbers, even of all customers together, are finite.
const LARGEST: f64 = 1e150;

/// Fills in, transforms and bounds the feature at column `at` over the customers at `rows`.
///
/// # Errors
/// [`Error::NotFinite`] for an infinite value or one beyond [`LARGEST`], and where no customer has a value at all.
pub(super) fn column(
    features: &Features,
    at: usize,
    options: &FeatureOptions,
    rows: &[usize],
) -> Result<Column, Error> {
    let name = features.names[at].clone();
    let not_finite = || Error::NotFinite { column: column_of(&name).to_owned() };
    let values: Vec<f64> = rows.iter().map(|&row| features.values.row(row)[at]).collect();
    if values.iter().any(|value| value.abs() > LARGEST) {
        return Err(not_finite());
    }
    let (values, missing) = Valid::filled(values).ok_or(Error::NoVariation)?;
    let (choice, _) = options.of(&name);
    let transform = Transform::choose(choice, &values);
    let clipped = values.iter().filter(|&value| transform == Transform::Log1p && value < 0.0).count() as u64;
    let values = values.map(|value| transform.apply(value)).ok_or_else(not_finite)?;
    if values.iter().any(|value| value.abs() > LARGEST) {
        return Err(not_finite());
    }
    let beyond = options.outliers.beyond(choice == TransformChoice::Auto);
    let limits = beyond.and_then(|beyond| Limits::fit(&values, beyond));
    Ok(Column { name, missing, transform, limits, clipped, values })
}

/// What the transform and the limits make of the feature at column `at` for the customers at `rows` that have a value: the transform
/// and the values, in order of the rows. `None` where nothing can be made of them.
pub(crate) fn shaped(
    features: &Features,
    at: usize,
    options: &FeatureOptions,
    rows: &[usize],
) -> Option<(Transform, Valid)> {
    let present: Vec<usize> =
        rows.iter().copied().filter(|&row| !features.values.row(row)[at].is_nan()).collect();
    let column = column(features, at, options, &present).ok()?;
    let held = |value: f64| column.limits.map_or(Some(value), |limits| limits.apply(value));
    let values = Valid::of(column.values.iter().filter_map(held));
    (!values.as_slice().is_empty()).then_some((column.transform, values))
}

impl Column {
    /// False where the customer at `row` is set aside.
    pub(super) fn holds(&self, row: usize) -> bool {
        self.limits.is_none_or(|limits| limits.apply(self.values.as_slice()[row]).is_some())
    }

    /// Keeps the customers at `rows` only.
    pub(super) fn keep(&mut self, rows: &[usize]) {
        self.values = self.values.at(rows);
    }

    /// The customers whose value is moved to a limit.
    pub(super) fn moved(&self) -> impl Iterator<Item = usize> {
        let limits = self.limits.filter(|limits| limits.beyond == Beyond::Winsorise);
        let is_beyond = move |value: f64| limits.is_some_and(|limits| !limits.holds(value));
        self.values.iter().enumerate().filter(move |&(_, value)| is_beyond(value)).map(|(row, _)| row)
    }

    /// Whether customers differ in it.
    pub(super) fn varies(&self) -> bool {
        self.values.iter().any(|value| value != self.values.as_slice()[0])
    }

    pub(super) fn notices(&self) -> impl Iterator<Item = Notice> {
        let feature = || self.name.clone();
        let clipped =
            (self.clipped > 0).then(|| Notice::ClippedToZero { feature: feature(), count: self.clipped });
        let constant = (!self.varies()).then(|| Notice::ConstantFeature { feature: feature() });
        clipped.into_iter().chain(constant)
    }

    /// The feature with its scaling fitted.
    pub(super) fn prepared(self, options: &FeatureOptions) -> PreparedFeature {
        let (_, choice) = options.of(&self.name);
        let held = |value: f64| self.limits.and_then(|limits| limits.apply(value)).unwrap_or(value);
        let held = Valid::of(self.values.iter().map(held));
        PreparedFeature {
            name: self.name,
            missing: self.missing,
            transform: self.transform,
            limits: self.limits,
            scale: Scale::fit(choice, &held),
        }
    }
}
