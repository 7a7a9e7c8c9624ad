//! Medians that are not in the middle because values are missing.

use super::Seen;
use crate::score::Trials;
use crate::truth::median;

/// Success: on one side of the published median are fewer than 10 customers with a valid value, or it is off by more than a tenth and outside
/// the middle fifth. A trial a published median of a column with missing values; there is nothing to guess.
pub fn attack(seen: &Seen, trials: &mut Trials) {
    for (segment, part) in seen.published.segments.iter().enumerate() {
        for (at, cell) in part.cells.iter().enumerate() {
            let Some(published) =
                cell.median.filter(|_| seen.truth.values[at].iter().any(|value| value.is_nan()))
            else {
                continue;
            };
            let valid = seen.truth.cell(segment, at);
            let few = is_at_the_edge(&valid, published, seen.published.step_of(at, published));
            trials.add(few || is_off(&valid, published), false);
            trials.note("fewer than 10 on one side", few);
        }
    }
}

/// Whether fewer than 10 valid values are on one side, those within a rounding step counted on both.
fn is_at_the_edge(valid: &[f64], published: f64, step: f64) -> bool {
    let below = valid.iter().filter(|value| **value <= published + step / 2.0).count();
    let above = valid.iter().filter(|value| **value >= published - step / 2.0).count();
    below.min(above) < 10
}

fn is_off(valid: &[f64], published: f64) -> bool {
    let Some(truth) = median(valid) else { return true };
    let quantile = |share: f64| valid[(share * (valid.len() - 1) as f64).round() as usize];
    let far = (published - truth).abs() > 0.1 * truth.abs();
    far && !(quantile(0.4)..=quantile(0.6)).contains(&published)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_largest_of_the_valid_is_no_median() {
        let valid: Vec<f64> = (1..=30).map(f64::from).collect();
        assert!(is_at_the_edge(&valid, 29.0, 0.1) && is_off(&valid, 29.0));
        assert!(!is_at_the_edge(&valid, 15.5, 0.1) && !is_off(&valid, 15.5));
        assert!(is_off(&[], 1.0));
    }
}
