//! Columns of kinds of one segment: which levels its customers have, beside everyone's.

use serde::{Deserialize, Serialize};

use crate::Statement;
use crate::customers::{Category, Features, Level, Prepared, PreparedCategory};

/// One column of kinds of one segment: for the operator's screen only, since levels are words of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct CategoryProfile {
    /// Name of the column.
    pub name: String,
    /// The levels that stand for themselves, ascending.
    pub levels: Vec<LevelShare>,
}

/// How frequent a level is in a segment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct LevelShare {
    /// The level, as the file has it.
    pub level: String,
    /// Share of the segment's customers with a value who have it.
    pub share: f64,
    /// Share of all segmented customers with a value who have it.
    pub everyone: f64,
}

/// The columns of kinds that the fit went by, over the customers at `rows` of the prepared matrix.
pub(super) fn categories(
    features: &Features,
    prepared: &Prepared,
    rows: &[usize],
    everyone: &[usize],
) -> Vec<CategoryProfile> {
    let profile = |fitted: &PreparedCategory| {
        let category = features.category(&fitted.name)?;
        let [own, all] = [rows, everyone].map(|rows| shares(fitted, category, prepared, rows));
        let levels = fitted.levels.iter().zip(own).zip(all);
        let levels =
            levels.map(|((level, share), everyone)| LevelShare { level: level.clone(), share, everyone });
        Some(CategoryProfile { name: fitted.name.clone(), levels: levels.collect() })
    };
    prepared.preparation.categories.iter().filter_map(profile).collect()
}

/// How frequent each level is among the customers at `rows` who have a value.
fn shares(fitted: &PreparedCategory, category: &Category, prepared: &Prepared, rows: &[usize]) -> Vec<f64> {
    let mut counts = vec![0_usize; fitted.columns()];
    let mut valid = 0_usize;
    for &row in rows {
        let level = category.level(prepared.members[row]);
        if level == Level::Missing {
            continue;
        }
        valid += 1;
        if let Some(at) = fitted.coordinate(level) {
            counts[at] += 1;
        }
    }
    counts.into_iter().map(|count| count as f64 / valid.max(1) as f64).collect()
}

/// The level of each column that is most over-represented, and by how much: Cohen's h (1988), on whose scale half a unit is "medium"
/// as half a standard deviation is for numbers.
pub(super) fn telling(categories: &[CategoryProfile]) -> impl Iterator<Item = (f64, Statement)> {
    categories.iter().filter_map(|category| {
        let effects = category.levels.iter().map(|level| (effect(level), level));
        let (effect, level) = effects.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        let statement = Statement::new("trait-mostly")
            .with("category", category.name.as_str())
            .with("level", level.level.as_str())
            .with("share", level.share)
            .with("everyone", level.everyone);
        Some((effect, statement))
    })
}

/// Cohen's h: 2 asin √p − 2 asin √q.
fn effect(level: &LevelShare) -> f64 {
    2.0 * (libm::asin(level.share.sqrt()) - libm::asin(level.everyone.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects_by_hand() {
        let of = |share, everyone| effect(&LevelShare { level: "x".into(), share, everyone });
        // asin √¾ = π/3, asin √½ = π/4, asin √¼ = π/6.
        assert!((of(0.75, 0.25) - std::f64::consts::FRAC_PI_3).abs() < 1e-15);
        assert!((of(0.5, 0.75) + std::f64::consts::FRAC_PI_6).abs() < 1e-15);
    }
}
