//! The elbow of the inertia curve, as evidence beside better measures: it answers whether or not there are groups.

/// The k at which the inertia stops falling steeply, by kneedle (Satopää et al. 2011) with sensitivity 1 on a falling convex
/// curve; `None` where the curve shows no elbow.
///
/// `curve` holds (k, inertia) for consecutive k.
pub fn elbow(curve: &[(u32, f64)]) -> Option<u32> {
    let (first, last) = (curve.first()?, curve.last()?);
    let (lowest, highest) =
        curve.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &(_, inertia)| {
            (low.min(inertia), high.max(inertia))
        });
    if curve.len() < 3 || highest <= lowest {
        return None;
    }
    let steps = f64::from(last.0 - first.0);
    // On the unit square, turned upside down so that the elbow of a falling curve is the knee of a rising one.
    let difference: Vec<f64> = curve
        .iter()
        .map(|&(k, inertia)| (highest - inertia) / (highest - lowest) - f64::from(k - first.0) / steps)
        .collect();
    let threshold_drop = 1.0 / (curve.len() - 1) as f64;
    let is_peak = |at: usize| difference[at] >= difference[at - 1] && difference[at] >= difference[at + 1];
    let mut candidate: Option<usize> = None;
    for at in 1..curve.len() {
        let peak = at + 1 < curve.len() && is_peak(at);
        if let Some(knee) = candidate.filter(|&knee| difference[at] < difference[knee] - threshold_drop) {
            return Some(curve[knee].0);
        }
        if peak {
            candidate = Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sharp_bend_is_found() {
        let curve = [(2, 100.0), (3, 50.0), (4, 10.0), (5, 9.0), (6, 8.0), (7, 7.0), (8, 6.0)];
        assert_eq!(elbow(&curve), Some(4));
    }

    #[test]
    fn a_straight_line_has_none() {
        assert_eq!(elbow(&[(2, 5.0), (3, 4.0), (4, 3.0), (5, 2.0)]), None);
        assert_eq!(elbow(&[(2, 5.0), (3, 5.0), (4, 5.0)]), None);
        assert_eq!(elbow(&[]), None);
    }
}
