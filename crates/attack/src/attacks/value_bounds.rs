//! Certain bounds on counts and on the largest value, by linear programs over everything that is published together.

use super::{Seen, exact_total, lone_customer, rare_counts};
use crate::published::{Part, Published};
use crate::score::Trials;
use crate::solver::Program;
use crate::truth::Nature;

/// Most by which the means of two groups of customers differ in a column of counts.
const MOST_COUNTED: f64 = 100.0;

/// Success: least and greatest count are one number, and it is right. Control: size × what is usual. A trial a segment and flag where the true
/// count is 1 to 9.
pub fn counts(seen: &Seen, trials: &mut Trials) {
    let totals = exact_total::weights(&[(&seen.published, seen.standard)]);
    let ends = totals.keys().next().copied().zip(totals.keys().next_back().copied());
    let cells = rare_counts::rare_cells(seen).into_iter();
    for (segment, column, truth) in cells.filter(|(_, column, _)| seen.truth.natures[*column] == Nature::Flag)
    {
        let bounds = count_bounds(&seen.published, ends, segment, column);
        let [least, most] = bounds.unwrap_or([0.0, f64::INFINITY]).map(|bound| (bound * 1e6).round() / 1e6);
        let (least, most) = (least.ceil(), most.floor());
        let right = (least..=most).contains(&(truth as f64));
        trials.add(least == most && right, rare_counts::guess(seen, segment, column) == Some(truth));
        trials.note("bounded inside 1 to 9", right && least >= 1.0 && most <= 9.0);
        trials.note("sure but wrong", !right);
    }
}

/// Least and greatest count of ones of a flag in a segment: sizes, sums of sizes, means and shares of all segments and of everyone.
fn count_bounds(
    published: &Published,
    totals: Option<(u64, u64)>,
    segment: usize,
    column: usize,
) -> Option<[f64; 2]> {
    let mut program = Program::default();
    let mut sizes = Vec::new();
    let mut counts = Vec::new();
    for part in &published.segments {
        let possible = published.sizes_of(part);
        let most = *possible.last()?;
        let (size, count) = (program.whole(*possible.first()?, most), program.whole(0, most));
        program.at_most(&[(count, 1.0), (size, -1.0)], 0.0);
        let cell = &part.cells[column];
        if let Some(mean) = cell.mean {
            let [low, high] = published.mean_within(part, mean);
            program.at_least(&[(count, 1.0), (size, -low)], 0.0);
            program.at_most(&[(count, 1.0), (size, -high)], 0.0);
        }
        if let Some(share) = cell.share.filter(|share| (0.06..0.94).contains(share)) {
            between(&mut program, &[(count, 1.0)], share * part.size as f64, published.slack as f64 + 0.5);
        }
        sizes.push((size, 1.0));
        counts.push((count, 1.0));
    }
    if let Some((least, most)) = totals {
        program.at_least(&sizes, least as f64);
        program.at_most(&sizes, most as f64);
    }
    if let Some(share) = published.columns[column].share.filter(|share| (0.06..0.94).contains(share)) {
        between(&mut program, &counts, share * published.customers as f64, published.slack as f64 + 0.5);
    }
    program.bounds(counts[segment].0)
}

fn between(program: &mut Program, terms: &[(usize, f64)], middle: f64, room: f64) {
    program.at_least(terms, middle - room);
    program.at_most(terms, middle + room);
}

/// Success: the largest value lies between bounds that are a tenth apart at most; a guess is never so sure. A trial a table
/// with a dominating customer.
pub fn largest(seen: &Seen, trials: &mut Trials) {
    let Some(target) = super::dominating::target(seen) else { return };
    let truth = target.value;
    let bounds = largest_bounds(seen, target.column, target.total).unwrap_or([0.0, f64::INFINITY]);
    let right = bounds[0] <= truth * (1.0 + 1e-9) && truth <= bounds[1] * (1.0 + 1e-9);
    let narrow = bounds[1] <= 1.1 * bounds[0];
    trials.add(right && narrow, false);
    trials.note("sure but wrong", !right);
    trials.note("within a half", right && bounds[1] <= 1.5 * bounds[0]);
}

/// Bounds on the largest value of everyone.
fn largest_bounds(seen: &Seen, column: usize, total: Option<f64>) -> Option<[f64; 2]> {
    let of = |part: &Part| part_bounds(&seen.published, part, column, total);
    let all: Vec<[f64; 2]> = seen.published.segments.iter().filter_map(of).collect();
    let [mut least, mut most] = [0, 1].map(|end| all.iter().map(|bounds| bounds[end]).fold(0.0, f64::max));
    if let Some([low, high]) = lone_bounds(seen, column) {
        (least, most) = (least.max(low), most.min(high));
    }
    (least <= most).then_some([least, most])
}

/// Bounds on the largest value of a segment, over all sizes that it may have: half of the customers have at most the median.
fn part_bounds(published: &Published, part: &Part, column: usize, total: Option<f64>) -> Option<[f64; 2]> {
    let cell = &part.cells[column];
    let median = cell.median.unwrap_or(0.0);
    let step = cell.median.map_or(0.0, |median| published.step_of(column, median));
    let sizes = published.sizes_of(part);
    let ends: Vec<[f64; 2]> = sizes
        .into_iter()
        .filter_map(|size| {
            let (below, size) = ((size / 2) as f64, size as f64);
            let mut program = Program::default();
            let most_below =
                if cell.median.is_some() { below * (median + step / 2.0) } else { f64::INFINITY };
            let lower = program.number(0.0, most_below);
            let least = (median - step / 2.0).max(0.0);
            let others = size - below - 1.0;
            let (upper, largest) =
                (program.number(others * least, f64::INFINITY), program.number(least, f64::INFINITY));
            program.at_most(&[(upper, 1.0), (largest, -others)], 0.0);
            let sum = [(lower, 1.0), (upper, 1.0), (largest, 1.0)];
            if let Some([low, high]) = cell.mean.map(|mean| published.mean_within(part, mean)) {
                program.at_least(&sum, low * size);
                program.at_most(&sum, high * size);
            }
            if let Some((share, total)) = part.revenue_share.zip(total) {
                between(&mut program, &sum, share * total, published.revenue_step / 2.0 * total);
            }
            program.bounds(largest)
        })
        .collect();
    let least = ends.iter().map(|bounds| bounds[0]).reduce(f64::min)?;
    Some([least, ends.iter().map(|bounds| bounds[1]).fold(0.0, f64::max)])
}

/// Bounds from the evidence: where the features are as they are and a single customer is a segment of two, the squares between the two are
/// (n − 1) / n times the square of the distance from the others' mean.
fn lone_bounds(seen: &Seen, column: usize) -> Option<[f64; 2]> {
    let published = &seen.published;
    if !seen.unscaled || !lone_customer::says_lone(published) {
        return None;
    }
    let totals = exact_total::weights(&[(published, false)]);
    let (fewest, most) = (*totals.keys().next()? as f64, *totals.keys().next_back()? as f64);
    let [low, high] = lone_customer::distance_within(published, fewest, most)?;
    let other = MOST_COUNTED * MOST_COUNTED * (published.columns.len() - 1) as f64;
    let mut sum = [0.0, 0.0];
    for part in &published.segments {
        let sizes = published.sizes_of(part);
        let mean = published.mean_within(part, part.cells[column].mean?);
        sum[0] += *sizes.first()? as f64 * mean[0];
        sum[1] += *sizes.last()? as f64 * mean[1];
    }
    // largest − (sum − largest) / (n − 1) is the distance along the column.
    let mut program = Program::default();
    let (largest, rest) = (program.number(0.0, f64::INFINITY), program.number(0.0, f64::INFINITY));
    program.at_most(&[(largest, 1.0), (rest, 1.0)], sum[1]);
    program.at_least(&[(largest, 1.0), (rest, 1.0)], sum[0]);
    program.at_most(&[(largest, 1.0), (rest, -1.0 / (fewest - 1.0))], high);
    program.at_least(&[(largest, 1.0), (rest, -1.0 / (most - 1.0))], (low * low - other).max(0.0).sqrt());
    program.bounds(largest)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn others_and_everyone_bound_what_is_not_published() {
        // 100 and 100 customers, 28 to 32 of the one and 33 to 37 of both: 1 to 9 of the other.
        let part = |share: Option<f64>| json!({"size": 100, "features": [{"name": "f", "share": share}]});
        let document = json!({"customers": 200, "features": [{"name": "f", "share": 0.175}],
            "segments": [part(Some(0.30)), part(None)]});
        let bounds = count_bounds(&Published::read(&document), None, 1, 0).unwrap();
        assert!((bounds[0] - 1.0).abs() < 1e-6 && (bounds[1] - 9.0).abs() < 1e-6, "{bounds:?}");
    }

    #[test]
    fn a_mean_and_a_median_bound_the_largest() {
        // 20 (18 to 22), mean 10, median 1: the largest is less than the sum and more than the mean.
        let part = json!({"size": 20, "features": [{"name": "f", "mean": 10.0, "median": 1.0}]});
        let published =
            Published::read(&json!({"kind": "naive", "segments": [part], "features": [{"name": "f"}]}));
        let [least, most] = part_bounds(&published, &published.segments[0], 0, None).unwrap();
        assert!(least > 10.0 && least < 22.0 && most > 180.0 && most < 222.0, "{least} {most}");
    }
}
