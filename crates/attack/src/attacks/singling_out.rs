//! One customer singled out: "of segment s, with a value that rounds to the published median" is true of exactly one.

use super::Seen;
use crate::score::Trials;

/// Success: the published median singles one customer out. Control: a value near the middle that is not published does, rounded to the
/// same step. A trial a published median of a segment.
pub fn attack(seen: &Seen, trials: &mut Trials) {
    for (segment, part) in seen.published.segments.iter().enumerate() {
        for (at, cell) in part.cells.iter().enumerate() {
            let Some(published) = cell.median else { continue };
            let valid = seen.truth.cell(segment, at);
            let Some(other) = near_the_middle(&valid) else { continue };
            let step = seen.published.step_of(at, published);
            trials.add(
                singles_out(&valid, published, step),
                singles_out(&valid, (other / step).round() * step, step),
            );
        }
    }
}

/// The 45 % quantile by linear interpolation, as a median is interpolated.
fn near_the_middle(valid: &[f64]) -> Option<f64> {
    let at = 0.45 * valid.len().saturating_sub(1) as f64;
    let low = *valid.get(at.floor() as usize)?;
    let high = *valid.get(at.ceil() as usize)?;
    Some(low + (high - low) * at.fract())
}

fn singles_out(valid: &[f64], rounded: f64, step: f64) -> bool {
    valid.iter().filter(|value| (**value - rounded).abs() <= step / 2.0 * (1.0 + 1e-9)).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_many_is_singled_out() {
        let valid = [10.0, 20.0, 20.4, 30.0];
        assert!(singles_out(&valid, 10.0, 1.0) && !singles_out(&valid, 20.0, 1.0));
        assert!(singles_out(&valid, 20.0, 0.1));
        // At 1.35 of 0 to 3.
        assert!((near_the_middle(&valid).unwrap() - 20.14).abs() < 1e-9);
    }
}
