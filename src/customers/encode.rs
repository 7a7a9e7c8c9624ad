//! One-hot coding: a column of kinds becomes coordinates, all its levels together as weighty as one feature of numbers.

use serde::{Deserialize, Serialize};

use super::Category;
use crate::limits;

/// How a column of kinds becomes coordinates: one for each level that enough customers have, one for the other levels together, one
/// for customers without a value, where they are needed.
///
/// A coordinate is (x − p) / s, where x is 1 for customers of the level and 0 for others, p the share of the level, and
/// s = √Σ p(1 − p) = √(1 − Σ p²) over all levels of the column. The variances p(1 − p) / s² of the coordinates then add up to 1, the
/// variance of one standardised feature, and any two different levels are equally far apart: √2 / s.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PreparedCategory {
    /// Name of the column.
    pub name: String,
    /// Levels with a coordinate of their own, ascending.
    pub levels: Vec<String>,
    /// Whether a coordinate for all other levels comes next.
    pub other: bool,
    /// Whether a coordinate for customers without a value comes last.
    pub missing: bool,
    /// Share of the customers in each coordinate, which is subtracted.
    pub shares: Vec<f64>,
    /// What is divided by; never 0.
    pub spread: f64,
}

/// What a customer has in a column of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level<'a> {
    /// A level by name.
    Named(&'a str),
    /// No value.
    Missing,
}

impl PreparedCategory {
    /// The coding of `category` for the customers at `rows`; `None` where all of them come out alike.
    ///
    /// Levels of fewer than [`limits::LEVEL_CUSTOMERS`] customers, and those beyond the [`limits::LEVELS`] most frequent, go
    /// together as *other*; so do missing values where they are as few.
    pub(super) fn fit(category: &Category, rows: &[usize]) -> Option<Self> {
        let mut counts = vec![0_usize; category.levels.len()];
        let mut missing = 0;
        for &row in rows {
            match category.codes[row] {
                Some(code) => counts[code as usize] += 1,
                None => missing += 1,
            }
        }
        let kept = frequent(&counts);
        let own_missing = missing >= limits::LEVEL_CUSTOMERS;
        let mut in_each: Vec<usize> = kept.iter().map(|&level| counts[level]).collect();
        let named: usize = in_each.iter().sum();
        let others = rows.len() - named - if own_missing { missing } else { 0 };
        in_each.extend((others > 0).then_some(others));
        in_each.extend(own_missing.then_some(missing));
        let shares: Vec<f64> = in_each.iter().map(|&count| count as f64 / rows.len() as f64).collect();
        let spread = shares.iter().map(|share| share * (1.0 - share)).sum::<f64>().sqrt();
        (spread > 0.0).then(|| PreparedCategory {
            name: category.name.clone(),
            levels: kept.iter().map(|&level| category.levels[level].clone()).collect(),
            other: others > 0,
            missing: own_missing,
            shares,
            spread,
        })
    }

    /// Coordinates it makes.
    pub fn columns(&self) -> usize {
        self.shares.len()
    }

    /// Names of the coordinates: `column=level`; `column=*` of all other levels, `column=` of customers without a value.
    pub fn coordinates(&self) -> Vec<String> {
        let other = self.other.then_some("*");
        let missing = self.missing.then_some("");
        let levels = self.levels.iter().map(String::as_str).chain(other).chain(missing);
        levels.map(|level| format!("{}={level}", self.name)).collect()
    }

    /// Appends the coordinates of a customer. A level that was not there when this was fitted counts as other; where there is no
    /// other, as none of the levels.
    pub fn apply(&self, level: Level<'_>, point: &mut Vec<f64>) {
        let own = self.coordinate(level);
        let coordinates = self.shares.iter().enumerate();
        point.extend(coordinates.map(|(at, share)| {
            let is_own = f64::from(u8::from(own == Some(at)));
            (is_own - share) / self.spread
        }));
    }

    /// The coordinate that is 1 for a level.
    pub fn coordinate(&self, level: Level<'_>) -> Option<usize> {
        let other = self.other.then_some(self.levels.len());
        match level {
            Level::Named(name) => self.levels.iter().position(|known| known == name).or(other),
            Level::Missing if self.missing => Some(self.columns() - 1),
            Level::Missing => other,
        }
    }

    /// True where the parts fit each other, which is to be asked of what somebody wrote down.
    pub fn is_sound(&self) -> bool {
        let columns = self.levels.len() + usize::from(self.other) + usize::from(self.missing);
        columns == self.shares.len() && self.spread > 0.0 && self.spread.is_finite()
    }
}

/// The levels with a coordinate of their own, ascending; among equally frequent ones the first by name.
fn frequent(counts: &[usize]) -> Vec<usize> {
    let mut levels: Vec<usize> =
        (0..counts.len()).filter(|&level| counts[level] >= limits::LEVEL_CUSTOMERS).collect();
    levels.sort_by_key(|&level| (std::cmp::Reverse(counts[level]), level));
    levels.truncate(limits::LEVELS);
    levels.sort_unstable();
    levels
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn category(counts: &[(&str, usize)], missing: usize) -> Category {
        let codes = (0_u32..).zip(counts).flat_map(|(code, &(_, count))| vec![Some(code); count]);
        Category {
            name: "kind".into(),
            levels: counts.iter().map(|(name, _)| (*name).to_owned()).collect(),
            codes: codes.chain(vec![None; missing]).collect(),
        }
    }

    fn fit(category: &Category) -> Option<PreparedCategory> {
        PreparedCategory::fit(category, &(0..category.codes.len()).collect::<Vec<_>>())
    }

    #[test]
    fn rare_levels_go_together() {
        let fitted = fit(&category(&[("a", 30), ("b", 9), ("c", 12), ("d", 1)], 8)).unwrap();
        assert_eq!(
            (fitted.levels.as_slice(), fitted.other, fitted.missing),
            (&["a".into(), "c".into()][..], true, false)
        );
        assert_eq!(fitted.shares, [0.5, 0.2, 0.3]);
        assert_eq!(fitted.coordinate(Level::Named("b")), Some(2));
        assert_eq!(fitted.coordinate(Level::Named("never seen")), Some(2));
        assert_eq!(fitted.coordinate(Level::Missing), Some(2));
        let fitted = fit(&category(&[("a", 30), ("b", 20)], 10)).unwrap();
        assert_eq!((fitted.other, fitted.missing, fitted.columns()), (false, true, 3));
        assert_eq!(fitted.coordinate(Level::Named("never seen")), None);
        assert_eq!(fitted.coordinate(Level::Missing), Some(2));
        assert_eq!(fit(&category(&[("a", 30)], 0)), None);
    }

    #[test]
    fn no_more_levels_than_the_limit() {
        let names: Vec<String> = (0..40).map(|n| format!("{n:02}")).collect();
        let counts: Vec<(&str, usize)> = names.iter().map(String::as_str).zip(10..50).collect();
        let fitted = fit(&category(&counts, 0)).unwrap();
        assert_eq!(fitted.columns(), limits::LEVELS + 1);
        assert_eq!((fitted.levels[0].as_str(), fitted.levels[19].as_str()), ("20", "39"));
    }

    proptest! {
        #[test]
        fn one_category_varies_as_one_standardised_feature(counts in prop::collection::vec(1_usize..60, 2..8), missing in 0_usize..30) {
            let names: Vec<String> = (0..counts.len()).map(|n| format!("level {n}")).collect();
            let counts: Vec<(&str, usize)> = names.iter().map(String::as_str).zip(counts).collect();
            let category = category(&counts, missing);
            if let Some(fitted) = fit(&category) {
                let rows: Vec<Vec<f64>> = (0..category.codes.len()).map(|row| {
                    let mut point = Vec::new();
                    fitted.apply(category.level(row), &mut point);
                    point
                }).collect();
                let count = rows.len() as f64;
                let variance: f64 = (0..fitted.columns()).map(|column| {
                    let mean = rows.iter().map(|row| row[column]).sum::<f64>() / count;
                    rows.iter().map(|row| (row[column] - mean) * (row[column] - mean)).sum::<f64>() / count
                }).sum();
                prop_assert!((variance - 1.0).abs() < 1e-9, "{}", variance);
            }
        }
    }
}
