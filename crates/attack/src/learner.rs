//! A classifier of summaries: logistic regression over every number that is published; what is absent is known to be.

use std::collections::BTreeMap;

/// Numbers by their place in the document.
pub type Flat = Vec<(String, f64)>;

/// What was learnt.
#[derive(Debug, Clone)]
pub struct Learner {
    places: BTreeMap<String, usize>,
    moments: Vec<(f64, f64)>,
    weights: Vec<f64>,
}

/// Steps of the descent, their length and the weight of the penalty on large weights.
const STEPS: usize = 150;
const LENGTH: f64 = 0.5;
const PENALTY: f64 = 0.01;

impl Learner {
    /// Learns to tell the `with` from the `without`.
    pub fn learn(with: &[Flat], without: &[Flat]) -> Learner {
        let mut places = BTreeMap::new();
        for (place, _) in with.iter().chain(without).flatten() {
            let next = places.len();
            places.entry(place.clone()).or_insert(next);
        }
        let mut learner =
            Learner { moments: vec![(0.0, 1.0); 2 * places.len()], weights: Vec::new(), places };
        let raw: Vec<Vec<f64>> = with.iter().chain(without).map(|flat| learner.numbers(flat)).collect();
        learner.moments = (0..2 * learner.places.len()).map(|at| moments(&raw, at)).collect();
        let points: Vec<Vec<f64>> = with.iter().chain(without).map(|flat| learner.numbers(flat)).collect();
        learner.weights = descend(&points, with.len());
        learner
    }

    /// The log-odds of `with`.
    pub fn odds(&self, flat: &Flat) -> f64 {
        let numbers = self.numbers(flat);
        self.weights[0]
            + self.weights[1..].iter().zip(&numbers).map(|(weight, number)| weight * number).sum::<f64>()
    }

    /// Each known place's number, standardised, 0 where absent; then whether it is absent.
    fn numbers(&self, flat: &Flat) -> Vec<f64> {
        let count = self.places.len();
        let mut numbers = vec![0.0; 2 * count];
        numbers[count..].fill(1.0);
        for (place, number) in flat {
            if let Some(&at) = self.places.get(place) {
                numbers[at] = *number;
                numbers[count + at] = 0.0;
            }
        }
        let scaled =
            numbers.iter().zip(&self.moments).enumerate().map(|(at, (number, (mean, deviation)))| {
                let absent = at < count && numbers[count + at] == 1.0;
                if absent { 0.0 } else { ((number - mean) / deviation).clamp(-5.0, 5.0) }
            });
        scaled.collect()
    }
}

fn moments(points: &[Vec<f64>], at: usize) -> (f64, f64) {
    let count = points.len() as f64;
    let mean = points.iter().map(|point| point[at]).sum::<f64>() / count;
    let variance = points.iter().map(|point| (point[at] - mean) * (point[at] - mean)).sum::<f64>() / count;
    (mean, if variance > 0.0 { variance.sqrt() } else { 1.0 })
}

/// Gradient descent on the log-likelihood; the first `with` points are of the one kind, the others of the other.
fn descend(points: &[Vec<f64>], with: usize) -> Vec<f64> {
    let width = points.first().map_or(0, Vec::len);
    // Constant places tell nothing.
    let telling: Vec<usize> =
        (0..width).filter(|&at| points.iter().any(|point| point[at] != points[0][at])).collect();
    let mut weights = vec![0.0; width + 1];
    let step = LENGTH / (telling.len() as f64).max(1.0).sqrt();
    for _ in 0..STEPS {
        let mut gradient = vec![0.0; width + 1];
        for (row, point) in points.iter().enumerate() {
            let odds = weights[0] + telling.iter().map(|&at| weights[at + 1] * point[at]).sum::<f64>();
            let error = f64::from(u8::from(row < with)) - 1.0 / (1.0 + libm::exp(-odds));
            gradient[0] += error;
            telling.iter().for_each(|&at| gradient[at + 1] += error * point[at]);
        }
        let count = points.len() as f64;
        weights.iter_mut().zip(&gradient).for_each(|(weight, gradient)| {
            *weight += step * (gradient / count - PENALTY * *weight);
        });
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_their_absence_are_learnt_from() {
        let of = |number: f64| vec![("x".to_owned(), number)];
        let learner = Learner::learn(&[of(1.0), of(1.2)], &[of(0.0), of(0.2)]);
        assert!(learner.odds(&of(1.1)) > 0.0 && learner.odds(&of(0.1)) < 0.0);
        let absent = Learner::learn(&[Flat::new(), Flat::new()], &[of(1.0), of(1.0)]);
        assert!(absent.odds(&Flat::new()) > 0.0 && absent.odds(&of(1.0)) < 0.0);
    }
}
