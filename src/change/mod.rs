//! A model meets new customers.

use crate::customers::{Features, Preparation, Status};
use crate::segments::nearest;
use crate::{Error, Matrix};

/// The segment of every customer of `features`, from 0, by the nearest of `centroids` after `preparation`; `None` for a
/// customer outside the segments (net spend not positive, or a value missing).
///
/// On the customers a model was made from this gives every label again.
///
/// # Errors
/// [`Error::UnknownColumn`] where the customers lack a feature of the model.
pub fn score(
    features: &Features,
    preparation: &Preparation,
    centroids: &Matrix,
) -> Result<Vec<Option<u32>>, Error> {
    let positions = preparation.positions(features)?;
    let mut point = Vec::with_capacity(positions.len());
    let label = |row: usize| {
        point.clear();
        point.extend(preparation.apply(positions.iter().map(|&at| features.values.row(row)[at])));
        let inside = features.status[row] == Status::Ok && point.iter().all(|value| value.is_finite());
        inside.then(|| nearest(&point, centroids).0)
    };
    Ok((0..features.len()).map(label).collect())
}
