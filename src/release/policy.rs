//! What the user may decide about a release, and the request that files for internal use need.

use serde::{Deserialize, Serialize};

use crate::{Error, limits};

/// Under about this many customers nothing is told of a feature, and a release carries a caution.
pub(super) const FEW: u64 = 100;

/// How strictly a summary is controlled, in a recipe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Policy {
    /// Fewest customers of a published segment, at most [`limits::RELEASE_CEILING`].
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub minimum_size: u64,
    /// Published counts are multiples of this: at least [`limits::RELEASE_FLOOR`], at most the minimum.
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
    /// [`Error::PolicyTooWeak`] where rounding steps are smaller than [`limits::RELEASE_FLOOR`], or greater than the minimum, which has
    /// itself an upper bound. A step greater than the minimum would publish medians of too few.
    pub fn check(&self) -> Result<(), Error> {
        let bounds = limits::RELEASE_FLOOR..=self.minimum_size.min(limits::RELEASE_CEILING);
        if bounds.contains(&self.round_to) && self.minimum_size <= limits::RELEASE_CEILING {
            return Ok(());
        }
        Err(Error::PolicyTooWeak { floor: limits::RELEASE_FLOOR, ceiling: limits::RELEASE_CEILING })
    }

    /// Customers needed for anything to be released.
    pub fn fewest_customers(&self) -> u64 {
        self.minimum_size.saturating_mul(5)
    }

    /// Most by which a count is changed before it is rounded: just under half a rounding step, so that nearly every count may come out as
    /// either of its neighbours, and none as another.
    pub fn noise(&self) -> u64 {
        (self.round_to - 1) / 2
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
    fn p13_a_step_lies_between_the_floor_and_the_minimum() {
        let check = |minimum_size, round_to| Policy { minimum_size, round_to }.check().is_ok();
        assert!(check(10, 5) && check(10, 10) && check(5, 5) && check(limits::RELEASE_CEILING, 100));
        assert!(!check(10, 4) && !check(10, 11) && !check(4, 5) && !check(4, 4));
        assert!(!check(u64::MAX, u64::MAX) && !check(10, u64::MAX) && !check(limits::RELEASE_CEILING + 1, 5));
    }
}
