//! Columns of kinds, as the operator sees them.

use serde::{Deserialize, Serialize};

use crate::customers::Category;
use crate::limits;

/// A column of kinds over all customers that take part: for the operator's screen only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct CategorySummary {
    /// Its name.
    pub name: String,
    /// Customers without a value.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub missing: u64,
    /// Different levels.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub distinct: u64,
    /// Levels of at least [`limits::LEVEL_CUSTOMERS`] customers, most frequent first, at most [`limits::LEVELS`].
    pub levels: Vec<LevelCount>,
    /// Customers of all other levels together.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub other: u64,
}

/// How many customers have a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct LevelCount {
    /// The level, as the file has it.
    pub level: String,
    /// Its customers.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
}

impl CategorySummary {
    /// The summary over the customers at `rows`.
    pub(super) fn new(category: &Category, rows: &[usize]) -> Self {
        let mut counts = vec![0_u64; category.levels.len()];
        let mut missing = 0;
        for &row in rows {
            match category.codes[row] {
                Some(code) => counts[code as usize] += 1,
                None => missing += 1,
            }
        }
        let mut shown: Vec<usize> =
            (0..counts.len()).filter(|&level| counts[level] >= limits::LEVEL_CUSTOMERS as u64).collect();
        shown.sort_by_key(|&level| (std::cmp::Reverse(counts[level]), level));
        shown.truncate(limits::LEVELS);
        let named: u64 = shown.iter().map(|&level| counts[level]).sum();
        let count =
            |&level: &usize| LevelCount { level: category.levels[level].clone(), customers: counts[level] };
        CategorySummary {
            name: category.name.clone(),
            missing,
            distinct: counts.iter().filter(|&&count| count > 0).count() as u64,
            levels: shown.iter().map(count).collect(),
            other: rows.len() as u64 - missing - named,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::Level;

    #[test]
    fn rare_levels_are_not_named() {
        let codes = [vec![Some(0); 12], vec![Some(1); 30], vec![Some(2); 9], vec![None; 3]].concat();
        let levels = ["a", "b", "c"].map(str::to_owned).to_vec();
        let category = Category { name: "kind".into(), levels, codes };
        let found = CategorySummary::new(&category, &(0..54).collect::<Vec<_>>());
        let named: Vec<(&str, u64)> =
            found.levels.iter().map(|one| (one.level.as_str(), one.customers)).collect();
        assert_eq!(named, [("b", 30), ("a", 12)]);
        assert_eq!((found.other, found.missing, found.distinct), (9, 3, 3));
        assert_eq!(category.level(53), Level::Missing);
    }
}
