//! What the user may decide about a release, and the request that files for internal use need.

use serde::{Deserialize, Serialize};

use crate::{Error, limits};

/// How strictly a summary is controlled, in a recipe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Policy {
    /// Fewest customers of a published segment.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub minimum_size: u64,
    /// Published counts are multiples of this.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub round_to: u64,
}

/// The explicit request for a file about single customers: assignments, an audience list. Such a file is personal data and no
/// summary; whoever writes it names it `*.internal.csv`, because a line or column that said so would break the tools it is for.
#[derive(Debug)]
pub struct Internal(());

impl Default for Policy {
    fn default() -> Self {
        Policy { minimum_size: 10, round_to: 5 }
    }
}

impl Policy {
    /// Whether a release under this policy may be called disclosure-controlled.
    ///
    /// # Errors
    /// [`Error::PolicyTooWeak`] where segments or rounding steps may be smaller than [`limits::RELEASE_FLOOR`].
    pub fn check(&self) -> Result<(), Error> {
        if self.minimum_size.min(self.round_to) < limits::RELEASE_FLOOR {
            return Err(Error::PolicyTooWeak { floor: limits::RELEASE_FLOOR });
        }
        Ok(())
    }

    /// Customers needed for anything to be released.
    pub fn fewest_customers(&self) -> u64 {
        self.minimum_size.saturating_mul(5)
    }

    /// Whether a published count is proof of `minimum_size` customers on each side of a median.
    pub(super) fn allows_median(&self, published: u64) -> bool {
        published.saturating_sub(self.round_to / 2) / 2 >= self.minimum_size
    }
}

impl Internal {
    /// Made where the user asked for a file about single customers, and nowhere else.
    pub fn requested() -> Self {
        Internal(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_policies_are_refused_and_missing_fields_filled() {
        assert!(serde_json::from_str::<Policy>("{\"minimumsize\": 3}").is_err());
        let strict = Policy { minimum_size: 50, ..Policy::default() };
        assert_eq!(serde_json::from_str::<Policy>("{\"minimumSize\": 50}").unwrap(), strict);
    }

    #[test]
    fn a_median_is_allowed_where_every_size_of_that_rounding_has_enough_on_each_side() {
        let policy = Policy::default();
        for published in (0..200).step_by(5) {
            let sizes = published.max(2) - 2..=published + 2;
            let enough = sizes.into_iter().all(|size| size / 2 >= policy.minimum_size);
            assert_eq!(policy.allows_median(published), enough, "{published}");
        }
    }
}
