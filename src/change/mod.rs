//! A model meets new customers.

use crate::Error;
use crate::customers::{Features, Preparation, Status};
use crate::segments::Partition;

/// The segment of every customer of `features`, from 0, by `partition` after `preparation`; `None` for a
/// customer outside the segments (net spend not positive, a value missing, or set aside for being far from all others).
///
/// On the customers a model was made from this gives every label again.
///
/// # Errors
/// [`Error::UnknownColumn`] where the customers lack a feature of the model.
pub fn score(
    features: &Features,
    preparation: &Preparation,
    partition: &Partition,
) -> Result<Vec<Option<u32>>, Error> {
    let replay = preparation.replay(features)?;
    let mut point = Vec::with_capacity(preparation.columns());
    let mut labeller = partition.labeller();
    let label = |row: usize| {
        let inside = features.status[row] == Status::Ok && replay.point(row, &mut point);
        inside.then(|| labeller.label(&point))
    };
    Ok((0..features.len()).map(label).collect())
}
