//! Who truly is in each published segment: the engine's merging of small segments, done again.

use std::collections::BTreeSet;

use ringfence::analysis::Segmentation;
use ringfence::documents::Recipe;
use ringfence::meaning::numbering;
use ringfence::{Error, distance2};

/// The rows of the prepared matrix in each segment after the small ones were merged, in order of their published numbers.
///
/// `persons` tells whether a segment is small by its persons or by its rows.
///
/// # Errors
/// As [`Segmentation::labels`].
pub fn groups(fit: &Segmentation, recipe: &Recipe, persons: bool) -> Result<Vec<Vec<usize>>, Error> {
    let labels = fit.labels(recipe)?;
    let k = fit.k(recipe)? as usize;
    let mut groups: Vec<(usize, Vec<usize>)> = (0..k).map(|label| (label, Vec::new())).collect();
    labels.iter().enumerate().for_each(|(row, &label)| groups[label as usize].1.push(row));
    groups.retain(|(_, rows)| !rows.is_empty());
    let person = persons_of(fit);
    let size = |rows: &[usize]| match persons {
        true => rows.iter().map(|&row| person[row]).collect::<BTreeSet<_>>().len(),
        false => rows.len(),
    };
    let before = groups.len();
    loop {
        let sizes: Vec<usize> = groups.iter().map(|(_, rows)| size(rows)).collect();
        let small = (0..groups.len()).filter(|&at| (sizes[at] as u64) < recipe.release.minimum_size);
        let Some(small) = small.min_by_key(|&at| sizes[at]).filter(|_| groups.len() > 1) else { break };
        let (_, rows) = groups.remove(small);
        let own = centroid(fit, &rows);
        let distances = groups.iter().map(|(_, rows)| distance2(&own, &centroid(fit, rows)));
        let nearest = distances.enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at);
        let into = &mut groups[nearest].1;
        into.extend(rows);
        into.sort_unstable();
        let first = |rows: &[usize]| rows.iter().map(|&row| labels[row]).min();
        groups.sort_by_key(|(_, rows)| first(rows));
    }
    let groups: Vec<Vec<usize>> = groups.into_iter().map(|(_, rows)| rows).collect();
    if groups.len() == before {
        return Ok(groups);
    }
    let mut merged = vec![0; labels.len()];
    (0..).zip(&groups).for_each(|(group, rows)| rows.iter().for_each(|&row| merged[row] = group));
    let numbers = numbering(fit.features(), fit.prepared(), &merged, groups.len());
    let mut ordered = vec![Vec::new(); groups.len()];
    groups.into_iter().zip(numbers).for_each(|(rows, number)| ordered[number as usize] = rows);
    Ok(ordered)
}

/// The person of every row of the prepared matrix: rows of one id are one person.
pub fn persons_of(fit: &Segmentation) -> Vec<usize> {
    let ids = &fit.features().ids;
    let is_first = |row: usize| row == 0 || ids.get(row).is_none() || ids.get(row) != ids.get(row - 1);
    let mut persons: Vec<usize> = Vec::with_capacity(fit.features().len());
    for row in 0..fit.features().len() {
        let same = persons.last().copied().filter(|_| !is_first(row));
        persons.push(same.unwrap_or(row));
    }
    fit.prepared().members.iter().map(|&row| persons[row]).collect()
}

fn centroid(fit: &Segmentation, rows: &[usize]) -> Vec<f64> {
    let all = fit.prepared().coordinates.rows();
    let mut sum = vec![0.0; all.columns()];
    for &row in rows {
        all.with(row, |row| sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += value));
    }
    sum.iter().map(|sum| sum / rows.len() as f64).collect()
}
