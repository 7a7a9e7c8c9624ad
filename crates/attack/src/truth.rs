//! The truth behind a summary, and what anybody knows without it.

use ringfence::Error;
use ringfence::analysis::Segmentation;
use ringfence::customers::Features;
use ringfence::documents::Recipe;

use crate::groups::{groups, persons_of};
use crate::published::Published;

/// What the numbers of a column are, as its header and the trade tell anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Amounts.
    Money,
    /// Few whole numbers.
    Count,
    /// 0 and 1.
    Flag,
}

/// Most different values of a column of counts.
const FEW_VALUES: usize = 40;

/// The true customers of every published segment.
#[derive(Debug, Clone)]
pub struct Truth {
    /// For each feature, its nature.
    pub natures: Vec<Nature>,
    /// For each feature, a value for each row; NaN where missing.
    pub values: Vec<Vec<f64>>,
    /// The rows of each published segment.
    pub groups: Vec<Vec<usize>>,
    /// The person of each row.
    pub persons: Vec<usize>,
    /// Whether the file is of transactions: then each row is a person, and money is told by share.
    pub transactions: bool,
}

impl Truth {
    /// The truth behind a summary.
    ///
    /// # Errors
    /// As [`Segmentation::labels`].
    pub fn of(fit: &Segmentation, recipe: &Recipe, published: &Published) -> Result<Truth, Error> {
        let fits = |groups: &Vec<Vec<usize>>| {
            let sizes = groups.iter().map(|rows| rows.len() as u64);
            groups.len() == published.segments.len()
                && sizes
                    .zip(&published.segments)
                    .all(|(size, part)| size.abs_diff(part.size) <= published.slack)
        };
        let by_rows = groups(fit, recipe, false)?;
        let found = if fits(&by_rows) { by_rows } else { groups(fit, recipe, true)? };
        let values =
            columns(fit.features(), &published.columns.iter().map(|cell| &*cell.name).collect::<Vec<_>>());
        let members = &fit.prepared().members;
        let values: Vec<Vec<f64>> =
            values.iter().map(|column| members.iter().map(|&row| column[row]).collect()).collect();
        Ok(Truth {
            natures: values.iter().map(|column| nature(column)).collect(),
            values,
            groups: found,
            persons: persons_of(fit),
            transactions: fit.features().span.is_some(),
        })
    }

    /// Whether the groups are those of the summary: as many, each as large as published but for rounding and noise. Where this fails, the
    /// engine merges by another rule than [`groups`] does.
    pub fn agrees_with(&self, published: &Published) -> bool {
        let size = |rows: &Vec<usize>| {
            let persons: std::collections::BTreeSet<usize> =
                rows.iter().map(|&row| self.persons[row]).collect();
            [rows.len() as u64, persons.len() as u64]
        };
        self.groups.len() == published.segments.len()
            && self
                .groups
                .iter()
                .zip(&published.segments)
                .all(|(rows, part)| size(rows).iter().any(|size| size.abs_diff(part.size) <= published.slack))
    }

    /// The valid values of a feature in a published segment, ascending.
    pub fn cell(&self, segment: usize, at: usize) -> Vec<f64> {
        sorted(self.groups[segment].iter().map(|&row| self.values[at][row]))
    }

    /// The valid values of a feature, ascending.
    pub fn everyone(&self, at: usize) -> Vec<f64> {
        sorted(self.values[at].iter().copied())
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.persons.len()
    }
}

/// What anybody knows of a column from another table of the same kind.
#[derive(Debug, Clone, Copy)]
pub struct Typical {
    /// Its median.
    pub median: f64,
    /// Its mean: of a flag, how often it is 1.
    pub mean: f64,
    /// Its largest value.
    pub largest: f64,
}

/// What is typical of the columns of another table of the same kind, by name.
#[derive(Debug, Clone, Default)]
pub struct Known(Vec<(String, Typical)>);

impl Known {
    /// What the columns of a table tell of another.
    pub fn from(features: &Features) -> Known {
        let names: Vec<&str> = features.names.iter().map(|name| &**name).collect();
        let of = |(name, values): (&&str, &Vec<f64>)| {
            let values = sorted(values.iter().copied());
            let typical = Typical {
                median: median(&values)?,
                mean: values.iter().sum::<f64>() / values.len() as f64,
                largest: *values.last()?,
            };
            Some(((*name).to_owned(), typical))
        };
        Known(names.iter().zip(&columns(features, &names)).filter_map(of).collect())
    }

    /// What is typical of a column.
    pub fn of(&self, name: &str) -> Option<Typical> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, typical)| *typical)
    }
}

/// The median of ascending values.
pub fn median(sorted: &[f64]) -> Option<f64> {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        count if count % 2 == 1 => Some(sorted[middle]),
        _ => Some((sorted[middle - 1] + sorted[middle]) / 2.0),
    }
}

/// The value that most of these ascending values share, and how many do.
pub fn mode(sorted: &[f64]) -> Option<(f64, usize)> {
    let runs = sorted.chunk_by(|a, b| a == b);
    runs.map(|run| (run[0], run.len())).max_by_key(|(_, count)| *count)
}

/// Whether a guess is within a tenth of the truth.
pub fn is_close(guess: f64, truth: f64) -> bool {
    (guess - truth).abs() <= 0.1 * truth.abs() + 1e-9
}

fn columns(features: &Features, names: &[&str]) -> Vec<Vec<f64>> {
    let of = |name: &&str| match features.position(name) {
        Some(at) => features.values.column(at).collect(),
        None => vec![f64::NAN; features.len()],
    };
    names.iter().map(of).collect()
}

fn nature(values: &[f64]) -> Nature {
    let mut different = sorted(values.iter().copied());
    different.dedup();
    let whole = different.iter().all(|value| value.fract() == 0.0);
    match (whole, different.len()) {
        (true, ..=2) if different.iter().all(|value| [0.0, 1.0].contains(value)) => Nature::Flag,
        (true, ..=FEW_VALUES) => Nature::Count,
        _ => Nature::Money,
    }
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    values.sort_unstable_by(f64::total_cmp);
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natures_modes_and_medians() {
        assert_eq!(nature(&[0.0, 1.0, f64::NAN]), Nature::Flag);
        assert_eq!(nature(&[0.0, 3.0]), Nature::Count);
        assert_eq!(nature(&[0.5, 3.0]), Nature::Money);
        assert_eq!(mode(&[1.0, 2.0, 2.0, 3.0]), Some((2.0, 2)));
        assert_eq!(median(&[1.0, 2.0, 4.0, 9.0]), Some(3.0));
        assert!(is_close(109.0, 100.0) && !is_close(111.0, 100.0) && !is_close(0.1, 0.0));
    }
}
