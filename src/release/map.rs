//! P6 and P7: the map, by the features that are told of.

use std::borrow::Cow;

use super::columns::{Columns, Gate};
use super::rules::Rule;
use crate::segments::{Axes, principal_axes};
use crate::{Matrix, Rows};

/// The directions in which customers differ most in what is published of them.
#[derive(Debug)]
pub(super) struct Map<'a> {
    /// None where fewer than two features are told of.
    pub(super) axes: Option<Cow<'a, Axes>>,
    whole: Rows<'a>,
    /// The coordinates of the features told of, where these are not all.
    told: Option<Matrix>,
}

impl<'a> Map<'a> {
    /// Of everything, or where a feature is held back, or the fit went by kinds, whose levels are words of the file, of the rest. A feature that
    /// is held back in all segments would show in how they lie.
    pub(super) fn new(gate: Gate<'a>, axes: &'a Axes, columns: &Columns) -> Self {
        let whole = gate.prepared.coordinates.rows();
        let chosen = gate.prepared.preparation.features.iter().enumerate();
        let is_told = |name: &str| {
            let mut told = columns.told.iter().filter(|(column, _)| column.name == name);
            told.any(|(_, each)| each.iter().any(|segment| segment.effect.is_some()))
        };
        let told: Vec<usize> =
            chosen.filter(|(_, feature)| is_told(&feature.name)).map(|(at, _)| at).collect();
        if told.len() == whole.columns() || !gate.rules.has(Rule::AlikeMap) {
            let axes = Some(Cow::Borrowed(axes)).filter(|axes| axes.directions.rows() > 1);
            return Map { axes, whole, told: None };
        }
        if told.len() < 2 {
            return Map { axes: None, whole, told: None };
        }
        let mut matrix = Matrix::with_capacity(told.len(), whole.count());
        whole.each(|_, row| matrix.push(&told.iter().map(|&at| row[at]).collect::<Vec<_>>()));
        Map { axes: Some(Cow::Owned(principal_axes(&matrix))), whole, told: Some(matrix) }
    }

    /// The customers, in the features that the axes are of.
    pub(super) fn rows(&self) -> Rows<'_> {
        self.told.as_ref().map_or(self.whole, Rows::from)
    }
}
