//! A value that all customers of a segment share, or all but nine: who is in the segment has it.

use super::Seen;
use crate::published::{Effects, Published};
use crate::score::Trials;
use crate::truth::{Nature, is_close, mode};

/// Customers that may differ and the value is still the segment's.
const BUT_FOR: usize = 9;

/// Success: the value within a tenth, that of a flag exactly. Control: everyone's median, where it is published, else what is usual. An
/// attacker who finds nothing better takes the guess too. A trial a segment and column whose values are alike.
pub fn attack(seen: &Seen, trials: &mut Trials) {
    for (segment, rows) in seen.truth.groups.iter().enumerate() {
        for at in 0..seen.truth.natures.len() {
            let valid = seen.truth.cell(segment, at);
            let Some((value, _)) =
                mode(&valid).filter(|(_, count)| *count + BUT_FOR >= valid.len().max(BUT_FOR + 1))
            else {
                continue;
            };
            debug_assert!(rows.len() >= valid.len());
            let usual = guess(seen, at);
            let found = recovered(&seen.published, segment, at, seen.truth.natures[at]).or(usual);
            let right = |guess: Option<f64>| guess.is_some_and(|guess| is_close(guess, value));
            trials.add(right(found), right(usual));
        }
    }
}

fn guess(seen: &Seen, at: usize) -> Option<f64> {
    let everyone = &seen.published.columns[at];
    let share = everyone.share.map(|share| f64::from(u8::from(share > 0.5)));
    everyone.median.or(share).or_else(|| Some(seen.known.of(&everyone.name)?.median))
}

/// What the published numbers say of the value.
fn recovered(published: &Published, segment: usize, at: usize, nature: Nature) -> Option<f64> {
    let part = &published.segments[segment];
    let cell = &part.cells[at];
    if let Some(value) = cell.median.or(cell.share.map(f64::round)) {
        return Some(value);
    }
    let alike = part.alike.contains(&cell.name);
    if let Some(mean) = cell.mean.filter(|_| alike) {
        return Some(mean);
    }
    let effect = cell.effect?;
    if nature == Nature::Flag {
        return Some(f64::from(u8::from(effect > 0.0)));
    }
    let value = line(published, segment, at)?;
    Some(if nature == Nature::Count { value.round() } else { value })
}

/// The mean of a segment from its distance: two others give the line.
fn line(published: &Published, segment: usize, at: usize) -> Option<f64> {
    if published.effects != Effects::Distance {
        return None;
    }
    let others = published.segments.iter().enumerate().filter(|(other, _)| *other != segment);
    let mut points: Vec<(f64, f64)> =
        others.filter_map(|(_, part)| Some((part.cells[at].effect?, part.cells[at].mean?))).collect();
    points.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let (first, last) = (points.first()?, points.last()?);
    let slope = (last.1 - first.1) / (last.0 - first.0);
    let effect = published.segments[segment].cells[at].effect?;
    Some(first.1 + slope * (effect - first.0)).filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn two_segments_give_the_line_for_a_third() {
        let part = |mean: Option<f64>, effect: f64| json!({"size": 20, "features": [{"name": "f", "mean": mean, "effect": effect}]});
        let segments = [part(Some(10.0), 0.0), part(Some(20.0), 1.0), part(None, 2.0)];
        let published = Published::read(&json!({"segments": segments}));
        assert_eq!(recovered(&published, 2, 0, Nature::Count), Some(30.0));
        assert_eq!(recovered(&published, 2, 0, Nature::Flag), Some(1.0));
    }
}
