//! Values that look like a code for "not known": far from all others of their column, and frequent (−1, 99, 999999).

use super::traits::{COMMA, POINT};
use super::values::Value;

/// Such a value at one end of a column of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sentinel {
    pub(super) value: f64,
    /// Cells that hold it.
    pub(super) count: u64,
    /// Whether it is the greatest and not the least.
    pub(super) is_greatest: bool,
    /// Least and greatest of the others.
    pub(super) others: (f64, f64),
}

/// Different values a column has at least: of a few, each is far from the others.
const VARIED: u64 = 10;

/// Cells that hold a code at least.
const FEWEST: u64 = 3;

/// One end of a column: its outermost value, how many cells hold it, and the value next to it.
#[derive(Clone, Copy, Default)]
struct End {
    outermost: Option<(i64, u64)>,
    next: Option<i64>,
}

/// The sentinels among all different values of a column.
pub(super) fn sentinels(values: impl Iterator<Item = Value>) -> Vec<Sentinel> {
    let (mut low, mut high) = (End::default(), End::default());
    let (mut cells, mut different) = (0, 0);
    for value in values.filter(|value| value.traits & (POINT | COMMA) != 0) {
        low.take(value.units, value.count, |one, other| one < other);
        high.take(value.units, value.count, |one, other| one > other);
        (cells, different) = (cells + value.count, different + 1);
    }
    if different < VARIED {
        return Vec::new();
    }
    let frequent = |count: u64| count >= FEWEST && count * 500 >= cells && count * different >= 2 * cells;
    let (Some(least), Some(greatest)) = (low.outermost, high.outermost) else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(next) = low.next.filter(|next| frequent(least.1) && least.0 < 0 && *next >= 0) {
        found.push(Sentinel {
            value: whole(least.0),
            count: least.1,
            is_greatest: false,
            others: (whole(next), whole(greatest.0)),
        });
    }
    let first = if found.is_empty() { least.0 } else { low.next.unwrap_or(least.0) };
    if let Some(next) = high.next.filter(|next| frequent(greatest.1) && is_far(greatest.0, *next, first)) {
        found.iter_mut().for_each(|low: &mut Sentinel| low.others.1 = whole(next));
        found.push(Sentinel {
            value: whole(greatest.0),
            count: greatest.1,
            is_greatest: true,
            others: (whole(first), whole(next)),
        });
    }
    found
}

/// Whether the greatest value lies further from the next than all others lie from each other; of nothing but nines it need not be as far.
fn is_far(greatest: i64, next: i64, least: i64) -> bool {
    let (gap, others) = (greatest.saturating_sub(next), next.saturating_sub(least));
    let digits = (greatest / MILLION).to_string();
    let nines = greatest % MILLION == 0 && digits.len() > 1 && digits.bytes().all(|digit| digit == b'9');
    if nines { gap.saturating_mul(4) >= others } else { gap > others && greatest >= next.saturating_mul(2) }
}

/// Millionths in one.
const MILLION: i64 = 1_000_000;

fn whole(millionths: i64) -> f64 {
    millionths as f64 / MILLION as f64
}

impl End {
    fn take(&mut self, units: i64, count: u64, is_outer: fn(i64, i64) -> bool) {
        match self.outermost {
            Some((outermost, _)) if !is_outer(units, outermost) => {
                if self.next.is_none_or(|next| is_outer(units, next)) {
                    self.next = Some(units);
                }
            }
            _ => {
                self.next = self.outermost.map(|(outermost, _)| outermost);
                self.outermost = Some((units, count));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentinels among these numbers, each with how many cells hold it: value and count.
    fn found(cells: &[(i64, u64)]) -> Vec<(f64, u64)> {
        let value = |&(number, count): &(i64, u64)| Value::of_number(number * MILLION, POINT | COMMA, count);
        sentinels(cells.iter().map(value)).into_iter().map(|found| (found.value, found.count)).collect()
    }

    fn spread(from: i64, to: i64, step: usize) -> Vec<(i64, u64)> {
        (from..=to).step_by(step).map(|number| (number, 4)).collect()
    }

    #[test]
    fn codes_for_missing_are_found() {
        let ages = spread(18, 75, 1);
        let with = |more: &[(i64, u64)]| [ages.as_slice(), more].concat();
        assert_eq!(found(&with(&[(-1, 18)])), [(-1.0, 18)]);
        assert_eq!(found(&with(&[(999, 12)])), [(999.0, 12)]);
        assert_eq!(found(&with(&[(99, 40)])), [(99.0, 40)]);
        assert_eq!(found(&with(&[(-9, 20), (999, 20)])), [(-9.0, 20), (999.0, 20)]);
        assert_eq!(
            found(&[spread(20_000, 90_000, 500).as_slice(), &[(999_999, 22)]].concat()),
            [(999_999.0, 22)]
        );
        assert_eq!(
            found(&[spread(20_000, 90_000, 500).as_slice(), &[(888_888, 22)]].concat()),
            [(888_888.0, 22)]
        );
        // Most cells hold it: contacts that there never were.
        assert_eq!(found(&[spread(1, 27, 1).as_slice(), &[(999, 5_000)]].concat()), [(999.0, 5_000)]);
    }

    #[test]
    fn what_is_rare_near_or_one_of_few_is_none() {
        let ages = spread(18, 75, 1);
        let with = |more: &[(i64, u64)]| [ages.as_slice(), more].concat();
        assert!(found(&ages).is_empty());
        assert!(found(&with(&[(-1, 2)])).is_empty());
        assert!(found(&with(&[(-1, 5), (-2, 5), (-30, 50)])).is_empty());
        assert!(found(&with(&[(80, 60)])).is_empty());
        assert!(found(&with(&[(100, 60)])).is_empty());
        assert!(found(&[(0, 50), (1, 40), (999, 30)]).is_empty());
        // One rich customer is far from all, and alone.
        assert!(found(&with(&[(5_000, 1)])).is_empty());
    }
}
