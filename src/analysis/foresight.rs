//! Does it matter for the business? Segments made without the last quarter, and how much of that quarter they tell in advance.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Analysis, Executor, Segmentation};
use crate::Error;
use crate::customers::{Features, RFM};
use crate::documents::Recipe;
use crate::meaning::Scores;
use crate::table::iso_day;
use crate::validity::{KPolicy, foretold};

/// Days that a file of transactions has to span.
const YEAR: i64 = 365;

/// Days that are foretold.
const QUARTER: i64 = 91;

/// How much of the last quarter is told in advance by what was known before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Foresight {
    /// First and last day of what is foretold, as ISO dates.
    pub days: [String; 2],
    /// Customers with a segment before it.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
    /// Number of segments.
    pub k: u32,
    /// What they spent: ln(1 + spending), since a few spend most.
    pub spending: Foretold,
    /// What they ordered: ln(1 + orders).
    pub orders: Foretold,
    /// Whether they came back.
    pub returning: Foretold,
}

/// Shares of the variance of an outcome, from 0 (nothing, as without any groups) to 1, adjusted for the number of groups.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Foretold {
    /// Told by the segments.
    pub segments: f64,
    /// Told by the 125 cells of recency, frequency and monetary quintiles.
    pub quintiles: f64,
}

impl Segmentation {
    /// The recipe by which the file has to be read once more for [`Segmentation::foresight`]: without the last quarter, by the same features
    /// and the same number of segments. `None` unless the file has transactions over a year or more.
    pub fn foresight_recipe(&self, recipe: &Recipe) -> Option<Recipe> {
        let span = self.features().span.as_ref()?;
        let solution = self.solution(recipe).ok()?;
        (span.reference_day - span.first_day >= YEAR).then(|| {
            let mut earlier = recipe.clone();
            earlier.features.reference_day = Some(iso_day(span.reference_day - QUARTER));
            earlier.features.columns = Some(self.prepared().preparation.names());
            earlier.choose = KPolicy {
                k: Some(solution.k() as u32),
                references: 0,
                splits: 0,
                bootstraps: 0,
                ..recipe.choose.clone()
            };
            earlier
        })
    }

    /// How much of the last quarter the segments tell in advance: `before` are the customers as
    /// [`foresight_recipe`](Self::foresight_recipe) reads them. What somebody did in the quarter is what is known now less what was
    /// known then. `None` where a recency, a frequency or a monetary value is not known.
    ///
    /// # Errors
    /// Whatever makes segments of the earlier customers impossible.
    pub fn foresight(
        &self,
        before: Features,
        earlier: &Recipe,
        executor: &impl Executor,
    ) -> Result<Option<Foresight>, Error> {
        let now = self.features();
        let Some(span) = &now.span else { return Ok(None) };
        let segmentation = Analysis::new(before, earlier.clone())?.run(executor)?;
        let (before, prepared) = (segmentation.features(), segmentation.prepared());
        let segments = segmentation.labels(earlier)?;
        let Some(scores) = Scores::new(before, prepared) else { return Ok(None) };
        let Some(columns) = RFM.iter().map(|name| now.position(name)).collect::<Option<Vec<_>>>() else {
            return Ok(None);
        };
        let rows_now: BTreeMap<String, usize> = (0..now.len()).map(|row| (now.key(row), row)).collect();
        let (mut cells, mut labels) = (Vec::new(), Vec::new());
        let mut outcomes: [Vec<f64>; 3] = Default::default();
        for (&member, &segment) in prepared.members.iter().zip(&segments) {
            // Whoever was a customer then is one now.
            let Some(&row) = rows_now.get(&before.key(member)) else { continue };
            let then = scores.columns.map(|at| before.values.row(member)[at]);
            let since = |at: usize| (now.values.row(row)[columns[at]] - then[at]).max(0.0);
            let (orders, spending) = (since(1), since(2));
            let (r, f, m) = scores.of(then[0], then[1], then[2]);
            cells.push(u32::from(r - 1) * 25 + u32::from(f - 1) * 5 + u32::from(m - 1));
            labels.push(segment);
            outcomes[0].push(libm::log1p(spending));
            outcomes[1].push(libm::log1p(orders));
            outcomes[2].push(f64::from(u8::from(orders > 0.0)));
        }
        let [spending, orders, returning] = outcomes.map(|outcome| Foretold {
            segments: foretold(&outcome, &labels),
            quintiles: foretold(&outcome, &cells),
        });
        Ok(Some(Foresight {
            days: [span.reference_day - QUARTER, span.reference_day - 1].map(iso_day),
            customers: labels.len() as u64,
            k: segmentation.solution(earlier)?.k() as u32,
            spending,
            orders,
            returning,
        }))
    }
}
