//! What speaks for each number of segments.

use serde::{Deserialize, Serialize};

use super::elbow;
use crate::Statement;

/// What speaks for one number of segments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Evidence {
    /// The number.
    pub k: u32,
    /// Sum of squared distances to the own centroid, scaled units.
    pub inertia: f64,
    /// Mean silhouette, over all customers or a sample of them.
    pub silhouette: f64,
    /// Standard error of the silhouette; 0 where it is over all customers.
    pub silhouette_error: f64,
    /// Mean over segments of their mean silhouettes: a small segment counts as much as a large one.
    pub silhouette_macro: f64,
    /// Mean simplified silhouette over all customers.
    pub silhouette_simplified: f64,
    /// Calinski-Harabasz index.
    pub calinski_harabasz: f64,
    /// Davies-Bouldin index.
    pub davies_bouldin: f64,
    /// Bayesian information criterion, the greater the better; `null` where the segments have no spread.
    pub bic: Option<f64>,
    /// Least Ashman's D between two segments; `null` where they have no spread between them.
    pub ashman_d: Option<f64>,
    /// The same after two standard errors are taken off.
    pub ashman_d_low: Option<f64>,
    /// Median over halves of the least Ashman's D that the centroids of one half have among the customers of the other; `null` where nothing
    /// was split, or they have no spread.
    pub ashman_d_held_out: Option<f64>,
    /// The same where values that many customers share are drawn apart.
    pub ashman_d_drawn_apart: Option<f64>,
    /// Median over halves of the p of Hartigan's dip between two neighbours, the greatest over all pairs: small where a valley lies between any
    /// two; `null` where nothing was split.
    pub valley_p: Option<f64>,
    /// The same on the way that most customers in the middle take: near 1 where two segments are one piece.
    pub way_p: Option<f64>,
    /// Gap statistic; `null` where no references were drawn.
    pub gap: Option<f64>,
    /// Standard error of the gap, for the 1-SE rule.
    pub gap_error: Option<f64>,
    /// Mean prediction strength; `null` where nothing was split.
    pub prediction_strength: Option<f64>,
    /// Standard error of the prediction strength.
    pub prediction_strength_error: Option<f64>,
    /// Customers in the smallest segment; `null` in what is released.
    #[cfg_attr(feature = "schema", ts(type = "number | null"))]
    pub smallest: Option<u64>,
    /// For each segment the mean Jaccard similarity to what bootstrap samples find, `null` for one that too few customers of the sample
    /// are of; empty where none were drawn for this number.
    pub stability: Vec<Option<f64>>,
}

/// A measure that, taken alone, would choose a number of segments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub enum Measure {
    /// The greatest mean silhouette.
    Silhouette,
    /// The greatest mean simplified silhouette.
    SilhouetteSimplified,
    /// The greatest Calinski-Harabasz index.
    CalinskiHarabasz,
    /// The least Davies-Bouldin index.
    DaviesBouldin,
    /// The greatest BIC.
    Bic,
    /// The elbow of the inertia.
    Elbow,
    /// The least number whose gap is within a standard error of the next.
    Gap,
    /// The greatest number with a prediction strength of 0.8.
    PredictionStrength,
}

/// The number of segments that one measure would choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Favourite {
    /// The measure.
    pub measure: Measure,
    /// Its number; 1 where it sees no groups, `null` where it cannot say.
    pub k: Option<u32>,
}

impl Measure {
    /// Its name, as serde writes it.
    pub fn name(self) -> &'static str {
        match self {
            Measure::Silhouette => "silhouette",
            Measure::SilhouetteSimplified => "silhouetteSimplified",
            Measure::CalinskiHarabasz => "calinskiHarabasz",
            Measure::DaviesBouldin => "daviesBouldin",
            Measure::Bic => "bic",
            Measure::Elbow => "elbow",
            Measure::Gap => "gap",
            Measure::PredictionStrength => "predictionStrength",
        }
    }
}

impl Favourite {
    /// The same for `wording`.
    pub fn statement(&self) -> Statement {
        let statement = match self.k {
            None => Statement::new("favourite-none"),
            Some(1) => Statement::new("favourite-one"),
            Some(k) => Statement::new("favourite-number").with("k", f64::from(k)),
        };
        statement.with("measure", self.measure.name())
    }
}

/// What every measure would choose alone; the smaller number on ties. `gap_k` and `predicted_k` are the answers of the gap statistic
/// and of prediction strength, which look beyond single numbers.
pub fn favourites(evidence: &[Evidence], gap_k: Option<u32>, predicted_k: Option<u32>) -> Vec<Favourite> {
    let most = |value: fn(&Evidence) -> Option<f64>| {
        evidence
            .iter()
            .filter_map(|one| value(one).filter(|value| value.is_finite()).map(|value| (one.k, value)))
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
            .map(|(k, _)| k)
    };
    let curve: Vec<(u32, f64)> = evidence.iter().map(|one| (one.k, one.inertia)).collect();
    let consecutive = curve.windows(2).take_while(|pair| pair[1].0 == pair[0].0 + 1).count() + 1;
    [
        (Measure::Silhouette, most(|one| Some(one.silhouette))),
        (Measure::SilhouetteSimplified, most(|one| Some(one.silhouette_simplified))),
        (Measure::CalinskiHarabasz, most(|one| Some(one.calinski_harabasz))),
        (Measure::DaviesBouldin, most(|one| Some(-one.davies_bouldin))),
        (Measure::Bic, most(|one| one.bic)),
        (Measure::Elbow, elbow(&curve[..consecutive.min(curve.len())])),
        (Measure::Gap, gap_k),
        (Measure::PredictionStrength, predicted_k),
    ]
    .map(|(measure, k)| Favourite { measure, k })
    .to_vec()
}
