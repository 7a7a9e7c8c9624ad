//! Hartigan's dip: how far a sample is from having one mode.
//!
//! Hartigan & Hartigan (1985, "The Dip Test of Unimodality"); the algorithm is theirs, AS 217 (Hartigan 1985). The modal interval
//! is narrowed round by round: within it the empirical distribution is compared with its greatest convex minorant and its least
//! concave majorant; outside, the minorant to the left and the majorant to the right are what a unimodal distribution would be.

use super::dip_table;
use crate::Ascending;

/// The dip of `values`: half the largest distance between the empirical distribution function and the nearest unimodal
/// one, between 1 / (2n) and 1 / 4. `None` of fewer than four values or of values all equal.
pub fn dip(values: &Ascending) -> Option<f64> {
    let sorted = values.as_slice();
    let count = sorted.len();
    if count < 4 || sorted[0] == sorted[count - 1] {
        return None;
    }
    let below = convex_minorant(sorted);
    let above = concave_majorant(sorted);
    let (mut low, mut high) = (0, count - 1);
    // In units of 1 / (2n).
    let mut dip = 1.0_f64;
    loop {
        let minorant = hull(high, low, &below);
        let majorant = hull(low, high, &above);
        let (distance, at_minorant, at_majorant) = widest(sorted, &minorant, &majorant);
        if distance < dip {
            break;
        }
        let left = minorant[at_minorant..].windows(2).map(|pair| beyond_minorant(sorted, pair[1], pair[0]));
        let right = majorant[at_majorant..].windows(2).map(|pair| beyond_majorant(sorted, pair[0], pair[1]));
        dip = left.chain(right).fold(dip, f64::max);
        let narrowed = (minorant[at_minorant], majorant[at_majorant]);
        if narrowed == (low, high) {
            break;
        }
        (low, high) = narrowed;
    }
    Some(dip / (2.0 * count as f64))
}

/// The chance of a dip at least as large in a sample of `count` from a distribution with one mode, by the table of uniform samples,
/// which are the hardest to tell: small values speak for several modes. Between 0.001 and 1.
pub fn dip_p(dip: f64, count: usize) -> f64 {
    dip_table::tail(dip * (count as f64).sqrt(), count as f64)
}

/// For every point, the point before it on the greatest convex minorant of the empirical distribution up to it.
fn convex_minorant(x: &[f64]) -> Vec<usize> {
    let mut before = vec![0; x.len()];
    for j in 1..x.len() {
        before[j] = j - 1;
        loop {
            let near = before[j];
            let far = before[near];
            let is_convex =
                (x[j] - x[near]) * ((near - far) as f64) < (x[near] - x[far]) * ((j - near) as f64);
            if near == 0 || is_convex {
                break;
            }
            before[j] = far;
        }
    }
    before
}

/// For every point, the point after it on the least concave majorant of the empirical distribution from it on.
fn concave_majorant(x: &[f64]) -> Vec<usize> {
    let last = x.len() - 1;
    let mut after = vec![last; x.len()];
    for k in (0..last).rev() {
        after[k] = k + 1;
        loop {
            let near = after[k];
            let far = after[near];
            let is_concave =
                (x[near] - x[k]) * ((far - near) as f64) < (x[far] - x[near]) * ((near - k) as f64);
            if near == last || is_concave {
                break;
            }
            after[k] = far;
        }
    }
    after
}

/// The points of a hull from one end of the interval to the other.
fn hull(from: usize, to: usize, next: &[usize]) -> Vec<usize> {
    let mut points = vec![from];
    let mut at = from;
    while at != to {
        at = next[at];
        points.push(at);
    }
    points
}

/// The largest distance between minorant (points from high to low) and majorant (from low to high), in units of 1 / n, and the
/// places in the two where it is.
fn widest(x: &[f64], minorant: &[usize], majorant: &[usize]) -> (f64, usize, usize) {
    let (mut at_minorant, mut at_majorant) = (minorant.len() - 1, majorant.len() - 1);
    if minorant.len() == 2 && majorant.len() == 2 {
        return (1.0, at_minorant, at_majorant);
    }
    let mut distance = 0.0;
    let (mut m, mut v) = (minorant.len() - 2, 1);
    loop {
        let (lower, upper) = (minorant[m], majorant[v]);
        if lower > upper {
            let left = minorant[m + 1];
            let share = (x[upper] - x[left]) / (x[lower] - x[left]);
            let gap = (upper as f64 - left as f64 + 1.0) - share * (lower - left) as f64;
            if gap >= distance {
                (distance, at_minorant, at_majorant) = (gap, m + 1, v);
            }
            v += 1;
        } else {
            let left = majorant[v - 1];
            let share = (x[lower] - x[left]) / (x[upper] - x[left]);
            let gap = share * (upper - left) as f64 - (lower as f64 - left as f64 - 1.0);
            if gap >= distance {
                (distance, at_minorant, at_majorant) = (gap, m, v);
            }
            m = m.saturating_sub(1);
        }
        v = v.min(majorant.len() - 1);
        if minorant[m] == majorant[v] {
            return (distance, at_minorant, at_majorant);
        }
    }
}

/// How far the empirical distribution rises above the minorant's line from point `from` to point `to`, in units of 1 / n.
fn beyond_minorant(x: &[f64], from: usize, to: usize) -> f64 {
    if to - from <= 1 || x[to] == x[from] {
        return 1.0;
    }
    let slope = (to - from) as f64 / (x[to] - x[from]);
    (from..=to).map(|at| (at - from + 1) as f64 - (x[at] - x[from]) * slope).fold(1.0, f64::max)
}

/// How far the empirical distribution falls below the majorant's line from point `from` to point `to`, in units of 1 / n.
fn beyond_majorant(x: &[f64], from: usize, to: usize) -> f64 {
    if to - from <= 1 || x[to] == x[from] {
        return 1.0;
    }
    let slope = (to - from) as f64 / (x[to] - x[from]);
    (from..=to).map(|at| (x[at] - x[from]) * slope - (at as f64 - from as f64 - 1.0)).fold(1.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // Evenly spread values are as unimodal as a sample can be: 1 / (2n).
        assert_eq!(dip(&Ascending::of([1.0, 2.0, 3.0, 4.0, 5.0])), Some(0.1));
        // Two points with all the weight: the nearest unimodal distribution is a quarter away.
        assert_eq!(dip(&Ascending::of([0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0])), Some(0.25));
        assert_eq!(dip(&Ascending::of([3.0; 9])), None);
        assert_eq!(dip(&Ascending::of([1.0, 2.0])), None);
    }

    #[test]
    fn moving_and_stretching_changes_nothing() {
        let sample: Vec<f64> = (0..97).map(|n| f64::from(n * n % 97)).collect();
        let sorted = Ascending::of(sample);
        let moved = Ascending::of(sorted.iter().map(|value| value * 4.0 + 100.0));
        let mirrored = Ascending::of(sorted.iter().map(|value| -value));
        assert_eq!(dip(&sorted), dip(&moved));
        assert!((dip(&sorted).unwrap() - dip(&mirrored).unwrap()).abs() < 1e-15);
    }
}
