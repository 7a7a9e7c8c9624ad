//! From features in original units to the matrix that is clustered.

use super::called::column_of;
use super::collect::first_few;
use super::fit::{self, Chosen};
use super::{
    CleaningKind, CleaningStep, FeatureOptions, Features, OutlierChoice, Preparation, RepeatedChoice, Status,
};
use crate::matrix::distance2;
use crate::{Coordinates, Error, Matrix, Notice, Rows, limits};

/// What is clustered and which customers it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// How it was made.
    pub preparation: Preparation,
    /// Customers × coordinates of the chosen features, transformed and scaled; finite everywhere.
    pub coordinates: Coordinates,
    /// For each of these customers, the row in the [`Features`].
    pub members: Vec<usize>,
    /// Rows left out that repeat the customer of another row.
    pub repeated: u64,
    /// Customers left out for a missing value.
    pub missing: u64,
    /// Customers set aside for a value far from all others.
    pub outliers: u64,
    /// What cleaning did to the customers.
    pub cleaning: Vec<CleaningStep>,
    /// What was survived on the way.
    pub notices: Vec<Notice>,
}

/// Chooses, cleans, transforms and scales the features of every customer that takes part (status `ok`).
///
/// # Errors
/// An unknown feature, an infinite value, or nothing that varies.
pub fn prepare(features: &Features, options: &FeatureOptions) -> Result<Prepared, Error> {
    let candidates = (0..features.len()).filter(|&row| features.status[row] == Status::Ok).collect();
    let (chosen, mut notices) = Chosen::new(features, options)?;
    let fills_in = |incomplete, customers| options.missing.fills_in(incomplete, customers);
    let most = limits::DOUBLE_COORDINATES;
    let mut prepared = fit(features, options, &chosen, (candidates, most), fills_in)?;
    notices.append(&mut prepared.notices);
    Ok(Prepared { notices, ..prepared })
}

/// As [`prepare`], over the given rows of `features` whatever their status, those with a missing value left out: for the
/// evaluation of somebody's labels, always in double precision.
///
/// # Errors
/// As [`prepare`].
pub fn prepare_all(
    features: &Features,
    options: &FeatureOptions,
    rows: Vec<usize>,
) -> Result<Prepared, Error> {
    let (chosen, mut notices) = Chosen::new(features, options)?;
    let mut prepared = fit(features, options, &chosen, (rows, usize::MAX), |_, _| false)?;
    notices.append(&mut prepared.notices);
    Ok(Prepared { notices, ..prepared })
}

fn fit(
    features: &Features,
    options: &FeatureOptions,
    chosen: &Chosen,
    (candidates, most_in_double): (Vec<usize>, usize),
    fills_in: impl Fn(usize, usize) -> bool,
) -> Result<Prepared, Error> {
    let mut notices = Vec::new();
    let mut steps = Vec::new();
    let one_row_each = options.repeated == RepeatedChoice::One;
    let mut members = candidates;
    let rows_of = |members: &[usize], is_one: &dyn Fn(usize) -> bool| -> Vec<usize> {
        members.iter().copied().filter(|&row| is_one(row)).collect()
    };
    let repeated = rows_of(&members, &|row| features.is_repeated(row));
    if !repeated.is_empty() {
        let found = step(features, CleaningKind::RepeatedCustomers, None, &repeated);
        steps.push(CleaningStep { applied: one_row_each, ..found });
    }
    if one_row_each {
        members.retain(|&row| !features.is_repeated(row));
    }
    let incomplete = rows_of(&members, &|row| !chosen.is_complete(features, row));
    let filled = fills_in(incomplete.len(), members.len());
    if !filled {
        members.retain(|&row| chosen.is_complete(features, row));
    }
    if !incomplete.is_empty() {
        let kind = if filled { CleaningKind::MissingFilledIn } else { CleaningKind::MissingLeftOut };
        steps.push(step(features, kind, None, &incomplete));
        let rows = first_few(
            incomplete.iter().filter_map(|&row| features.file_rows.get(row).map(|&row| row.into())),
        );
        let count = incomplete.len() as u64;
        notices.push(if filled {
            Notice::MissingValuesFilledIn { count, rows }
        } else {
            Notice::CustomersWithMissingValues { count, rows }
        });
    }
    if members.is_empty() {
        return Err(Error::TooFewCustomers { found: 0, needed: limits::FEWEST_CUSTOMERS as u64 });
    }

    // One column after the other, twice where one may set customers aside, since all together are as large as the customers themselves.
    let column = |at: usize| fit::column(features, at, options, &members);
    let mut kept: Option<Vec<usize>> = None;
    if options.outliers == OutlierChoice::SetAside {
        let mut inside = vec![true; members.len()];
        for &at in &chosen.numbers {
            let column = column(at)?;
            inside.iter_mut().enumerate().for_each(|(row, inside)| *inside &= column.holds(row));
        }
        let (within, outliers): (Vec<usize>, Vec<usize>) = (0..members.len()).partition(|&row| inside[row]);
        if !outliers.is_empty() {
            let outliers: Vec<usize> = outliers.into_iter().map(|row| members[row]).collect();
            steps.push(step(features, CleaningKind::OutliersSetAside, None, &outliers));
            notices.push(Notice::CustomersFarFromAll { count: outliers.len() as u64 });
            kept = Some(within);
        }
    }
    let member = |row: usize| members[kept.as_ref().map_or(row, |kept| kept[row])];
    let mut preparation = Preparation { one_row_each, ..Preparation::default() };
    let mut varies = false;
    for &at in &chosen.numbers {
        let mut column = column(at)?;
        if let Some(kept) = &kept {
            column.keep(kept);
        }
        let moved: Vec<usize> = column.moved().map(member).collect();
        if !moved.is_empty() {
            let name = Some(column.name.clone());
            steps.push(step(features, CleaningKind::OutliersWinsorised, name, &moved));
        }
        notices.extend(column.notices());
        varies |= column.varies();
        preparation.features.push(column.prepared(options));
    }
    let outliers = kept.as_ref().map_or(0, |kept| members.len() - kept.len());
    let members: Vec<usize> = match &kept {
        Some(kept) => kept.iter().map(|&row| members[row]).collect(),
        None => members,
    };
    for &at in &chosen.categories {
        match super::PreparedCategory::fit(&features.categories[at], &members) {
            Some(category) => {
                varies = true;
                preparation.categories.push(category);
            }
            None => notices.push(Notice::ConstantFeature { feature: features.categories[at].name.clone() }),
        }
    }
    if !varies {
        return Err(Error::NoVariation);
    }
    preparation.single_precision = preparation.columns() * members.len() > most_in_double;
    let coordinates = match replayed(features, &preparation, &members) {
        Ok(coordinates) if !preparation.single_precision || keeps_detail(coordinates.rows()) => coordinates,
        _ => {
            preparation.single_precision = false;
            replayed(features, &preparation, &members)?
        }
    };
    // Numbers may differ by so little that no distance shows it.
    if !differ(coordinates.rows()) {
        return Err(Error::NoVariation);
    }
    Ok(Prepared {
        preparation,
        coordinates,
        missing: if filled { 0 } else { incomplete.len() as u64 },
        repeated: if one_row_each { repeated.len() as u64 } else { 0 },
        outliers: outliers as u64,
        members,
        cleaning: steps,
        notices,
    })
}

/// Whether single precision still tells customers apart as well as need be: no column may lie far from 0 for how wide it is, so that what
/// rounding takes is at most a millionth of its standard deviation wherever most of the customers are.
fn keeps_detail(rows: Rows<'_>) -> bool {
    /// A millionth over the unit roundoff, 2⁻²⁴.
    const FARTHEST: f64 = 16.0;
    let mut moments = vec![(0.0, 0.0); rows.columns()];
    rows.each(|_, row| {
        for ((sum, squares), value) in moments.iter_mut().zip(row) {
            *sum += value;
            *squares += value * value;
        }
    });
    let count = rows.count() as f64;
    moments.into_iter().all(|(sum, squares)| {
        let (mean, square) = (sum / count, squares / count);
        // A column that is all zeros has nothing to lose.
        mean * mean <= FARTHEST * FARTHEST * (square - mean * mean) || square == 0.0
    })
}

/// Whether there are two customers whom a distance tells apart.
fn differ(rows: Rows<'_>) -> bool {
    let first = rows.select([0]);
    let mut differ = false;
    rows.each(|_, row| differ |= distance2(row, first.row(0)) > 0.0);
    differ
}

/// The coordinates by the very steps that score new customers, so that scoring the customers they were made from gives every label again.
fn replayed(features: &Features, preparation: &Preparation, members: &[usize]) -> Result<Coordinates, Error> {
    let replay = preparation.replay(features)?;
    let mut coordinates = if preparation.single_precision {
        Coordinates::with_capacity(preparation.columns(), members.len())
    } else {
        Matrix::with_capacity(preparation.columns(), members.len()).into()
    };
    let mut point = Vec::with_capacity(preparation.columns());
    for &row in members {
        if !replay.point(row, &mut point) {
            let far = preparation.features.iter().find(|feature| {
                let at = features.position(&feature.name).unwrap_or_default();
                feature.coordinate(features.values.row(row)[at]).is_none()
            });
            return Err(Error::NotFinite {
                column: far.map_or_else(String::new, |feature| column_of(&feature.name).to_owned()),
            });
        }
        coordinates.extend(&point);
    }
    Ok(coordinates)
}

/// A step that was done to the customers at `rows`.
fn step(features: &Features, kind: CleaningKind, feature: Option<String>, rows: &[usize]) -> CleaningStep {
    let monetary = features.span.as_ref().and_then(|_| features.position("monetary"));
    CleaningStep {
        given: None,
        kind,
        feature,
        rows: if features.file_rows.is_empty() { 0 } else { rows.len() as u64 },
        customers: rows.len() as u64,
        revenue: monetary.map(|at| rows.iter().map(|&row| features.values.row(row)[at]).sum()),
        applied: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::score;
    use crate::customers::ScaleChoice;
    use crate::segments::{Partition, assign};

    /// As many customers of two features as are just too many for double precision, the first feature this far from 0.
    fn crowd(away: f64) -> Features {
        let rows = limits::DOUBLE_COORDINATES / 2 + 1;
        let cell = |at: usize| {
            (at * 2_654_435_761 % 1_000_003) as f64 / 7e5 + if at.is_multiple_of(2) { away } else { 0.0 }
        };
        Features {
            names: vec!["a".into(), "b".into()],
            values: Matrix::new(2, (0..2 * rows).map(cell).collect()),
            status: vec![Status::Ok; rows],
            ..Features::default()
        }
    }

    fn prepared(features: &Features, scale: ScaleChoice) -> Prepared {
        let options = FeatureOptions { scale, ..FeatureOptions::default() };
        prepare(features, &options).unwrap()
    }

    #[test]
    fn very_many_are_rounded_to_single_precision_and_scored_as_they_were() {
        let features = crowd(0.0);
        let found = prepared(&features, ScaleChoice::Standard);
        assert!(found.preparation.single_precision);
        let rows = found.coordinates.rows();
        for row in (0..rows.count()).step_by(9_973) {
            let exact =
                |at: usize| found.preparation.features[at].coordinate(features.values.row(row)[at]).unwrap();
            assert_eq!(rows.array::<2>(row), [0, 1].map(|at| f64::from(exact(at) as f32)));
        }
        let centroids = rows.select([3, 14, 159]);
        let scored = score(&features, &found.preparation, &Partition::Centroids(centroids.clone())).unwrap();
        assert!(scored.into_iter().flatten().eq(assign(rows, &centroids)));
    }

    #[test]
    fn customers_far_from_nought_keep_double_precision() {
        let features = crowd(1e6);
        assert!(!prepared(&features, ScaleChoice::None).preparation.single_precision);
        assert!(prepared(&features, ScaleChoice::Standard).preparation.single_precision);
    }

    #[test]
    fn somebodys_labels_are_judged_in_double_precision() {
        let features = crowd(0.0);
        let rows = (0..features.len()).collect();
        let found = prepare_all(&features, &FeatureOptions::default(), rows).unwrap();
        assert!(!found.preparation.single_precision);
    }
}
