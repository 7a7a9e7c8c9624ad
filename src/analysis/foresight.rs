//! Does it matter for the business? Segments made without the last quarter, and how much of that quarter they tell in advance.

use std::collections::BTreeMap;

use super::{Segmentation, Shown};
use crate::Error;
use crate::customers::RFM;
use crate::documents::Recipe;
use crate::meaning::Scores;
use crate::table::iso_day;
use crate::validity::{Foresight, Foretold, KPolicy, foretold};

/// Days that a file of transactions has to span.
const YEAR: i64 = 365;

/// Days that are foretold.
const QUARTER: i64 = 91;

impl Segmentation {
    /// The recipe by which the file has to be read and fitted once more for [`Segmentation::foretell`]: without the last quarter, by
    /// the same features and the same number of segments, both of them chosen with the last quarter. `None` unless the file has transactions over a year or more.
    pub fn foresight_recipe<'a>(&self, shown: impl Into<Shown<'a>>) -> Option<Recipe> {
        let span = self.features().span.as_ref()?;
        let shown = shown.into();
        let solution = self.solution(shown).ok()?;
        (span.reference_day - span.first_day >= YEAR).then(|| {
            let mut earlier = shown.on(&self.recipe);
            earlier.customers.reference_day = Some(iso_day(span.reference_day - QUARTER));
            earlier.features.columns = Some(self.prepared().preparation.names());
            earlier.choose = KPolicy {
                k: Some(solution.k() as u32),
                references: 0,
                splits: 0,
                bootstraps: 0,
                ..earlier.choose
            };
            earlier.with_asked()
        })
    }

    /// How much of the last quarter the segments tell in advance: `before` are the segments made by
    /// [`foresight_recipe`](Self::foresight_recipe), of which [`fits`](super::Analysis::fit) are enough. What somebody did in the
    /// quarter is what is known now less what was known then. `None` where a recency, a frequency or a monetary value is not known,
    /// or there is no such recipe.
    ///
    /// From now on it is part of the [`view`](Self::view) and of what is [released](Self::release).
    ///
    /// # Errors
    /// As [`Segmentation::solution`], where `before` has no such number of segments.
    pub fn foretell<'a>(
        &mut self,
        before: &Segmentation,
        shown: impl Into<Shown<'a>>,
    ) -> Result<Option<&Foresight>, Error> {
        self.foresight = match self.foresight_recipe(shown) {
            Some(earlier) => self.compare(before, &earlier)?,
            None => None,
        };
        Ok(self.foresight.as_ref())
    }

    fn compare(&self, before: &Segmentation, earlier: &Recipe) -> Result<Option<Foresight>, Error> {
        let (now, then) = (self.features(), before.features());
        let segments = before.labels(earlier)?;
        let (Some(span), Some(scores)) = (&now.span, Scores::new(then, before.prepared())) else {
            return Ok(None);
        };
        let Some(columns) = RFM.iter().map(|name| now.position(name)).collect::<Option<Vec<_>>>() else {
            return Ok(None);
        };
        let rows_now: BTreeMap<String, usize> = (0..now.len()).map(|row| (now.key(row), row)).collect();
        let (mut cells, mut labels) = (Vec::new(), Vec::new());
        let mut outcomes: [Vec<f64>; 3] = Default::default();
        for (&member, &segment) in before.prepared().members.iter().zip(&segments) {
            // Whoever was a customer then is one now.
            let Some(&row) = rows_now.get(&then.key(member)) else { continue };
            let known = scores.columns.map(|at| then.values.row(member)[at]);
            let since = |at: usize| (now.values.row(row)[columns[at]] - known[at]).max(0.0);
            let (orders, spending) = (since(1), since(2));
            let (r, f, m) = scores.of(known[0], known[1], known[2]);
            cells.push(u32::from(r - 1) * 25 + u32::from(f - 1) * 5 + u32::from(m - 1));
            labels.push(segment);
            outcomes[0].push(libm::log1p(spending));
            outcomes[1].push(libm::log1p(orders));
            outcomes[2].push(f64::from(u8::from(orders > 0.0)));
        }
        let outcomes = outcomes.map(|outcome| Foretold {
            segments: foretold(&outcome, &labels),
            quintiles: foretold(&outcome, &cells),
        });
        let days = [span.reference_day - QUARTER, span.reference_day - 1].map(iso_day);
        let k = before.solution(earlier)?.k() as u32;
        Ok(Some(Foresight::new(days, labels.len() as u64, k, outcomes)))
    }
}
