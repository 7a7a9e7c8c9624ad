//! The nearest centroid of several customers of a tile at once, in single precision, and by how much it is the nearest.

use wide::f32x4;

use super::shadow::{LANES, Shadow};
use crate::Matrix;

/// Vectors that a kernel works on at a time: each centroid is loaded once for all of them.
const ABREAST: usize = 2;

/// Customers that a kernel works on at a time.
pub(super) const GROUP: usize = ABREAST * LANES;

/// Unit roundoff of single precision.
const UNIT: f64 = 1.0 / (1_u64 << 24) as f64;

/// What a kernel says of one group of customers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    /// The nearest centroid of each.
    pub(super) labels: [u8; GROUP],
    /// So much farther is every other centroid at least, as a distance; where this is not positive, single precision cannot tell.
    pub(super) margins: [f32; GROUP],
    /// Whether every margin is positive.
    pub(super) certain: bool,
}

impl Verdict {
    /// What there is to say without looking.
    pub(super) const UNKNOWN: Verdict = Verdict { labels: [0; GROUP], margins: [0.0; GROUP], certain: false };

    /// The same with whoever it cannot tell of labelled by `exact`, which gives the margin, too.
    #[inline]
    pub(super) fn or_exactly(mut self, exact: impl Fn(usize) -> (u8, f32)) -> Self {
        if !self.certain {
            for lane in 0..GROUP {
                // Nor where it is NaN.
                let sure = self.margins[lane] > 0.0;
                if !sure {
                    (self.labels[lane], self.margins[lane]) = exact(lane);
                }
            }
        }
        self
    }
}

/// The centroids of one round, ready for the kernels.
#[derive(Debug)]
pub(super) struct Targets {
    /// For each centroid: half its squared norm, then its coordinates, each in every lane.
    table: Vec<f32x4>,
    slack: Slack,
}

/// What rounding may have done to a margin.
///
/// With y a customer in the shadow, c a centroid, D features and u = 2⁻²⁴, a kernel ranks by s(c) = ½|c|² − y·c, which
/// D + 1 operations compute to within (D+3)u(|c|² + ½|y|²). The part in |c|² is taken off ½|c|² beforehand, so that s is too small
/// rather than too large and a centroid far away spoils nothing; for the nearest one, at distance d₁, |c|² ≤ 2|y|² + 2d₁². With s₁ ≤ s₂
/// the two least, d₂² − d₁² = 2(s₂ − s₁) and d₁² + d₂² = 2(|y|² + s₁ + s₂) = Q/2, hence d₂ − d₁ = (d₂² − d₁²)/(d₁ + d₂) ≥ 2(s₂ − s₁)/√Q.
/// Rounding the points themselves moves a distance by at most u times its ends' norms. Everything collected in multiples of
/// |y|² and Q, rounded up, and with room for the twin's own rounding (2⁻⁵³), gives the two factors.
#[derive(Debug, Clone, Copy)]
struct Slack {
    of_norm: f32x4,
    of_both: f32x4,
    least: f32x4,
    keep: f32x4,
}

impl Slack {
    fn new(dimensions: usize) -> Self {
        let d = dimensions as f64;
        Slack {
            of_norm: f32x4::splat(((22.0 * d + 96.0) * UNIT) as f32),
            of_both: f32x4::splat(((16.0 * d + 96.0) * UNIT) as f32),
            // Products below the range of f32 are lost whole.
            least: f32x4::splat(1e-30),
            keep: f32x4::splat(1.0 - ((2.0 * d + 32.0) * UNIT) as f32),
        }
    }
}

impl Targets {
    /// The centroids as the shadow sees them; `None` where one lies too far outside.
    pub(super) fn new(shadow: &Shadow, centroids: &Matrix) -> Option<Self> {
        let dimensions = shadow.dimensions;
        let lowered = 0.5 - (dimensions as f64 + 4.0) * UNIT;
        let mut table = Vec::with_capacity(centroids.rows() * (dimensions + 1));
        for centroid in centroids.iter() {
            let point = shadow.point(centroid)?;
            let norm: f64 = point.iter().map(|&value| f64::from(value) * f64::from(value)).sum();
            table.push(f32x4::splat((norm * lowered) as f32));
            table.extend(point.iter().map(|&value| f32x4::splat(value)));
        }
        Some(Targets { table, slack: Slack::new(dimensions) })
    }
}

/// The kernel.
#[inline(always)]
pub(super) fn judge<const D: usize>(x: [&[f32x4; D]; ABREAST], targets: &Targets) -> Verdict {
    let mut first = [f32x4::splat(f32::MAX); ABREAST];
    let mut second = first;
    let mut label = [f32x4::ZERO; ABREAST];
    let mut number = f32x4::ZERO;
    for target in targets.table.chunks_exact(D + 1) {
        let mut score = [target[0]; ABREAST];
        for d in 0..D {
            for v in 0..ABREAST {
                score[v] -= x[v][d] * target[d + 1];
            }
        }
        for v in 0..ABREAST {
            // Numbers rise, so the last one that was less is the largest of those that were.
            label[v] = label[v].fast_max(number & score[v].simd_lt(first[v]));
            second[v] = second[v].fast_min(first[v].fast_max(score[v]));
            first[v] = first[v].fast_min(score[v]);
        }
        number += f32x4::ONE;
    }
    let Slack { of_norm, of_both, least, keep } = targets.slack;
    let mut margin = [f32x4::ZERO; ABREAST];
    for v in 0..ABREAST {
        let norm = x[v].iter().fold(f32x4::ZERO, |sum, &value| sum + value * value);
        let both = norm + first[v] + second[v];
        let lost = norm * of_norm + least;
        let gap = second[v] - first[v];
        margin[v] = (gap + gap - lost - both * of_both) / (both * f32x4::splat(4.0) + lost).sqrt() * keep;
    }
    let certain = (margin[0].simd_gt(f32x4::ZERO) & margin[1].simd_gt(f32x4::ZERO)).all();
    let [[a, b, c, d], [e, f, g, h]] = label.map(|label| label.fast_trunc_int().to_array());
    let [[p, q, r, s], [t, u, v, w]] = margin.map(f32x4::to_array);
    Verdict {
        labels: [a, b, c, d, e, f, g, h].map(|label| label as u8),
        margins: [p, q, r, s, t, u, v, w],
        certain,
    }
}

/// The number of features, filled up to one that there is a kernel for; `None` where there are too many.
pub(super) fn padded(columns: usize) -> Option<usize> {
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 24, 32, 48, 64]
        .into_iter()
        .find(|&dimensions| dimensions >= columns)
}

/// Calls `$function` compiled for just this number of features.
macro_rules! by_dimensions {
    ($dimensions:expr, $function:ident($($argument:expr),*)) => {
        by_dimensions!(@ $dimensions, $function($($argument),*),
            1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 20 24 32 48 64)
    };
    (@ $dimensions:expr, $function:ident $arguments:tt, $($d:literal)*) => {
        match $dimensions {
            $($d => by_dimensions!(= $function $d $arguments),)*
            other => unreachable!("no kernel for {other} features"),
        }
    };
    (= $function:ident $d:literal ($($argument:expr),*)) => { $function::<$d>($($argument),*) };
}
pub(super) use by_dimensions;
