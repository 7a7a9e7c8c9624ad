//! The power transform of Yeo & Johnson (2000), which pulls in a tail on either side and takes values below zero.

/// Least and greatest λ tried. Beyond, powers of ordinary amounts leave what a number can hold.
const RANGE: (f64, f64) = (-5.0, 5.0);

/// Rounds of Brent's method at most; it needs some thirty.
const ROUNDS: usize = 100;

/// The transformed value under λ: ((x + 1)^λ − 1) / λ from zero up, −((1 − x)^(2−λ) − 1) / (2 − λ) below; logarithms where the
/// exponent is 0.
pub(super) fn yeo_johnson(value: f64, lambda: f64) -> f64 {
    powered(libm::log1p(value.abs()), value < 0.0, lambda)
}

/// As [`yeo_johnson`], from ln(1 + |x|) and whether x is negative.
fn powered(log: f64, negative: bool, lambda: f64) -> f64 {
    let (power, sign) = if negative { (2.0 - lambda, -1.0) } else { (lambda, 1.0) };
    sign * if power == 0.0 { log } else { libm::expm1(power * log) / power }
}

/// The λ of greatest likelihood for `values` that are normal after the transform, between −5 and 5; 1 (the values as they are) of
/// a constant.
///
/// The log likelihood −n/2 · ln σ²(λ) + (λ − 1) Σ sgn(x) ln(1 + |x|) is that of Yeo & Johnson (2000, eq. 3.1); it has one maximum,
/// found by Brent's method (1973, ch. 5) to about 1e-8.
pub(super) fn fit(values: &[f64]) -> f64 {
    let logs: Vec<(f64, bool)> =
        values.iter().map(|&value| (libm::log1p(value.abs()), value < 0.0)).collect();
    if values.iter().all(|&value| value == values[0]) {
        return 1.0;
    }
    let count = values.len() as f64;
    let jacobian: f64 = logs.iter().map(|&(log, negative)| if negative { -log } else { log }).sum();
    let mut powers = vec![0.0; logs.len()];
    minimum(RANGE, |lambda| {
        powers.iter_mut().zip(&logs).for_each(|(power, &(log, negative))| {
            *power = powered(log, negative, lambda);
        });
        let mean = powers.iter().sum::<f64>() / count;
        let variance = powers.iter().map(|power| (power - mean) * (power - mean)).sum::<f64>() / count;
        let cost = count / 2.0 * libm::log(variance) - (lambda - 1.0) * jacobian;
        // Powers that collapse into one number or overflow are no transform.
        if variance > 0.0 && cost.is_finite() { cost } else { f64::INFINITY }
    })
}

/// Where a function with one minimum between `low` and `high` has it: golden sections, and parabolas where they serve
/// (Brent 1973, *Algorithms for Minimization without Derivatives*, ch. 5).
fn minimum((mut low, mut high): (f64, f64), mut cost: impl FnMut(f64) -> f64) -> f64 {
    let golden = (3.0 - 5.0_f64.sqrt()) / 2.0;
    let mut best = low + golden * (high - low);
    let (mut second, mut third) = (best, best);
    let mut at_best = cost(best);
    let (mut at_second, mut at_third) = (at_best, at_best);
    let (mut step, mut before) = (0.0_f64, 0.0_f64);
    for _ in 0..ROUNDS {
        let middle = (low + high) / 2.0;
        let near = f64::EPSILON.sqrt() * best.abs() + 1e-10;
        if (best - middle).abs() <= 2.0 * near - (high - low) / 2.0 {
            break;
        }
        let r = (best - second) * (at_best - at_third);
        let q = (best - third) * (at_best - at_second);
        let (p, q) = ((best - third) * q - (best - second) * r, 2.0 * (q - r));
        let (p, q) = if q > 0.0 { (-p, q) } else { (p, -q) };
        let parabola = before.abs() > near
            && p.abs() < (q * before / 2.0).abs()
            && p > q * (low - best)
            && p < q * (high - best);
        if parabola {
            (before, step) = (step, p / q);
            let to = best + step;
            if to - low < 2.0 * near || high - to < 2.0 * near {
                step = if best < middle { near } else { -near };
            }
        } else {
            before = if best < middle { high - best } else { low - best };
            step = golden * before;
        }
        let next = if step.abs() >= near { best + step } else { best + near.copysign(step) };
        let at_next = cost(next);
        if at_next <= at_best {
            if next < best {
                high = best
            } else {
                low = best
            }
            (third, at_third, second, at_second) = (second, at_second, best, at_best);
            (best, at_best) = (next, at_next);
        } else {
            if next < best {
                low = next
            } else {
                high = next
            }
            if at_next <= at_second || second == best {
                (third, at_third, second, at_second) = (second, at_second, next, at_next);
            } else if at_next <= at_third || third == best || third == second {
                (third, at_third) = (next, at_next);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minima_are_found() {
        assert!((minimum((-5.0, 5.0), |x| (x - 1.25) * (x - 1.25)) - 1.25).abs() < 1e-7);
        // cosh(x + 2) − x has its minimum where sinh(x + 2) = 1.
        let expected = libm::asinh(1.0) - 2.0;
        assert!((minimum((-5.0, 5.0), |x| libm::cosh(x + 2.0) - x) - expected).abs() < 1e-7);
    }

    #[test]
    fn the_transform_by_hand() {
        // (3 + 1)² − 1 = 15, halved; the root of 4 less 1, doubled; and the same mirrored with 2 − λ.
        assert!((yeo_johnson(3.0, 2.0) - 7.5).abs() < 1e-14);
        assert!((yeo_johnson(3.0, 0.5) - 2.0).abs() < 1e-14);
        assert!((yeo_johnson(-3.0, 0.0) + 7.5).abs() < 1e-14);
        assert!((yeo_johnson(-3.0, 2.0) + libm::log(4.0)).abs() < 1e-15);
        assert!((yeo_johnson(3.0, 0.0) - libm::log(4.0)).abs() < 1e-15);
        for value in [-7.5, 0.0, 0.3, 12.0] {
            assert!((yeo_johnson(value, 1.0) - value).abs() < 1e-14, "λ = 1 changes nothing");
        }
    }

    #[test]
    fn mirrored_values_have_the_mirrored_exponent() {
        let values: Vec<f64> = (1..60).map(|n| f64::from(n * n % 83) / 7.0).collect();
        let mirrored: Vec<f64> = values.iter().map(|value| -value).collect();
        assert!((fit(&values) + fit(&mirrored) - 2.0).abs() < 1e-6);
        assert_eq!(fit(&[4.0; 5]), 1.0);
    }
}
