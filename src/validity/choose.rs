//! How many segments to advise.

use serde::{Deserialize, Serialize};

use crate::limits;
use crate::{Error, Notice};

/// What the user decided about the number of segments, in a recipe.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct KPolicy {
    /// The number wanted; `null`: the advised one.
    pub k: Option<u32>,
    /// The greatest number tried.
    pub max_k: u32,
}

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
    /// Mean simplified silhouette over all customers.
    pub silhouette_simplified: f64,
    /// Calinski-Harabasz index.
    pub calinski_harabasz: f64,
    /// Davies-Bouldin index.
    pub davies_bouldin: f64,
}

impl Default for KPolicy {
    fn default() -> Self {
        KPolicy { k: None, max_k: 10 }
    }
}

impl KPolicy {
    /// The numbers of segments to try for customers of which `distinct` differ, and what had to give way.
    ///
    /// # Errors
    /// A number outside 2 to [`limits::MOST_SEGMENTS`], or more than there are distinct customers.
    pub fn candidates(&self, distinct: usize) -> Result<(Vec<u32>, Option<Notice>), Error> {
        let most = limits::MOST_SEGMENTS as u32;
        for asked in self.k.into_iter().chain([self.max_k]) {
            if !(2..=most).contains(&asked) {
                return Err(Error::KOutOfRange { k: asked.into(), min: 2, max: most.into() });
            }
        }
        if let Some(k) = self.k.filter(|&k| k as usize > distinct) {
            return Err(Error::KTooLarge { k: k.into(), distinct: distinct as u64 });
        }
        let affordable = (distinct as u64).min(self.max_k.into()) as u32;
        let reduced = (affordable < self.max_k)
            .then_some(Notice::MaxKReduced { from: self.max_k.into(), to: affordable.into() });
        let mut candidates: Vec<u32> = (2..=affordable).collect();
        if let Some(k) = self.k.filter(|k| !candidates.contains(k)) {
            candidates.push(k);
        }
        Ok((candidates, reduced))
    }
}

/// The advised number of segments: the one with the greatest silhouette, the smaller on a tie.
///
/// `None` where there is nothing to advise. (The gap gate, which may say that there are no natural groups, comes here.)
pub fn advise(evidence: &[Evidence]) -> Option<u32> {
    evidence
        .iter()
        .reduce(|best, next| if next.silhouette > best.silhouette { next } else { best })
        .map(|best| best.k)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_respect_what_there_is() {
        let policy = |k, max_k| KPolicy { k, max_k };
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
