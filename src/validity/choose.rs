//! What the user decides about the number of segments.

use serde::{Deserialize, Serialize};

use crate::{Error, Notice, limits};

/// What the user decided about the number of segments, in a recipe.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct KPolicy {
    /// The number wanted; `null`: the advised one.
    pub k: Option<u32>,
    /// The number that was advised when the recipe was written, 0 where there were no natural groups; `null`: not known. It is kept for the
    /// record and decides nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advised: Option<u32>,
    /// The greatest number tried.
    pub max_k: u32,
    /// The number shown where there are no natural groups and none is wanted: useful slices.
    pub business_k: u32,
    /// References of the gap statistic; 0: none are drawn.
    pub references: u32,
    /// Splits into halves for prediction strength; 0: none are made.
    pub splits: u32,
    /// Bootstrap samples for the stability of segments; 0: none are drawn.
    pub bootstraps: u32,
}

impl Default for KPolicy {
    fn default() -> Self {
        KPolicy {
            k: None,
            advised: None,
            max_k: 10,
            business_k: 4,
            references: 50,
            splits: 20,
            bootstraps: 50,
        }
    }
}

impl KPolicy {
    /// The numbers of segments to try for customers of which `distinct` differ, and what had to give way.
    ///
    /// # Errors
    /// A number outside 2 to [`limits::MOST_SEGMENTS`], or more than there are distinct customers.
    pub fn candidates(&self, distinct: usize) -> Result<(Vec<u32>, Option<Notice>), Error> {
        let (min, most) = (limits::FEWEST_SEGMENTS, limits::MOST_SEGMENTS as u32);
        for asked in self.k.into_iter().chain([self.max_k, self.business_k]) {
            if !(min..=most).contains(&asked) {
                return Err(Error::KOutOfRange { k: asked.into(), min: min.into(), max: most.into() });
            }
        }
        if let Some(k) = self.k.filter(|&k| k as usize > distinct) {
            return Err(Error::KTooLarge { k: k.into(), distinct: distinct as u64 });
        }
        let affordable = (distinct as u64).min(self.max_k.into()) as u32;
        let reduced = (affordable < self.max_k)
            .then_some(Notice::MaxKReduced { from: self.max_k.into(), to: affordable.into() });
        let mut candidates: Vec<u32> = (min..=affordable).collect();
        if let Some(k) = self.k.filter(|k| !candidates.contains(k)) {
            candidates.push(k);
        }
        Ok((candidates, reduced))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_respect_what_there_is() {
        let policy = |k, max_k| KPolicy { k, max_k, ..KPolicy::default() };
        assert_eq!(policy(None, 4).candidates(100).unwrap(), (vec![2, 3, 4], None));
        assert_eq!(
            policy(None, 10).candidates(3).unwrap(),
            (vec![2, 3], Some(Notice::MaxKReduced { from: 10, to: 3 }))
        );
        assert_eq!(policy(Some(12), 4).candidates(100).unwrap().0, vec![2, 3, 4, 12]);
        assert_eq!(policy(Some(5), 10).candidates(4), Err(Error::KTooLarge { k: 5, distinct: 4 }));
        assert_eq!(policy(Some(1), 10).candidates(9), Err(Error::KOutOfRange { k: 1, min: 2, max: 20 }));
    }
}
