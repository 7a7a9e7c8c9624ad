//! The validity measures of somebody's labels.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::customers::{FeatureOptions, Features, prepare_all};
use crate::table::canonical_id;
use crate::validity::{self, Labelling, silhouette_widths};
use crate::{Error, Matrix, Notice};

/// Rows whose silhouettes one unit computes.
const BLOCK: usize = 512;

/// Labels read from a file: the customer first, then one column for each labelling.
#[derive(Debug, Clone, PartialEq)]
pub struct Labels {
    names: Vec<String>,
    /// Canonical customer id (or 1-based data row) → one label for each labelling.
    of_customer: BTreeMap<String, Vec<String>>,
}

/// The measures of one labelling.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evaluation {
    /// Name of the label column.
    pub name: String,
    /// Number of groups.
    pub k: u32,
    /// Sum of squared distances to the group means, scaled units.
    pub inertia: f64,
    /// Mean silhouette over all customers.
    pub silhouette: f64,
    /// Calinski-Harabasz index.
    pub calinski_harabasz: f64,
    /// Davies-Bouldin index.
    pub davies_bouldin: f64,
}

/// An evaluation in progress: run every unit, in any order and anywhere, then finish with the results in unit order.
#[derive(Debug)]
pub struct Evaluate {
    matrix: Matrix,
    names: Vec<String>,
    labels: Vec<Vec<u32>>,
    ks: Vec<usize>,
    /// What was survived on the way.
    pub notices: Vec<Notice>,
}

impl Labels {
    /// Reads labels from CSV with a header.
    ///
    /// # Errors
    /// [`Error::LabelsUnreadable`] with the row that is ragged, without a customer, or without a label.
    pub fn from_csv(bytes: &[u8]) -> Result<Self, Error> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
        let header = reader.headers().map_err(|_| Error::LabelsUnreadable { row: 1 })?;
        let names: Vec<String> = header.iter().skip(1).map(str::to_owned).collect();
        if names.is_empty() {
            return Err(Error::LabelsUnreadable { row: 1 });
        }
        let mut of_customer = BTreeMap::new();
        for (row, record) in (2..).zip(reader.records()) {
            let record = record.map_err(|_| Error::LabelsUnreadable { row })?;
            let mut cells = record.iter().map(str::trim);
            let key = canonical_id(cells.next().unwrap_or_default()).into_owned();
            let labels: Vec<String> = cells.map(str::to_owned).collect();
            if key.is_empty() || labels.iter().any(String::is_empty) {
                return Err(Error::LabelsUnreadable { row });
            }
            of_customer.insert(key, labels);
        }
        Ok(Labels { names, of_customer })
    }
}

impl Evaluate {
    /// Matches labels to customers and puts the customers that have both on one scale.
    ///
    /// # Errors
    /// No customer in common, a labelling without at least two groups and fewer groups than customers, or as
    /// [`prepare_all`].
    pub fn new(features: &Features, options: &FeatureOptions, labels: &Labels) -> Result<Self, Error> {
        let keys: Vec<String> = (0..features.len()).map(|row| features.key(row)).collect();
        let mut rows: Vec<usize> =
            (0..keys.len()).filter(|&row| labels.of_customer.contains_key(&keys[row])).collect();
        // In the file's own order, as whoever made the labels had it: then even the last bits of scaled values agree.
        rows.sort_by_key(|&row| features.data_rows.get(row));
        if rows.is_empty() {
            return Err(Error::LabelsMismatch);
        }
        let unmatched = keys.len() + labels.of_customer.len() - 2 * rows.len();
        let prepared = prepare_all(features, options, rows)?;
        let mut notices = prepared.notices;
        if unmatched > 0 {
            notices.push(Notice::LabelsUnmatched { count: unmatched as u64 });
        }
        let mut evaluate = Evaluate {
            matrix: prepared.coordinates.into_matrix(),
            names: labels.names.clone(),
            labels: Vec::new(),
            ks: Vec::new(),
            notices,
        };
        for (column, name) in labels.names.iter().enumerate() {
            let of_row = prepared.members.iter().map(|&row| labels.of_customer[&keys[row]][column].as_str());
            let (numbers, k) = numbered(of_row);
            if k < 2 || k >= numbers.len() {
                return Err(Error::LabelsDegenerate { name: name.clone() });
            }
            evaluate.labels.push(numbers);
            evaluate.ks.push(k);
        }
        Ok(evaluate)
    }

    /// The units: blocks of customers whose silhouettes are summed together.
    pub fn units(&self) -> Vec<Range<usize>> {
        let rows = self.matrix.rows();
        (0..rows).step_by(BLOCK).map(|from| from..(from + BLOCK).min(rows)).collect()
    }

    /// The result of one unit: for each labelling the sum of silhouettes over the block.
    pub fn run(&self, unit: Range<usize>) -> Vec<f64> {
        let widths = silhouette_widths(&self.matrix, &self.labellings(), unit);
        widths.iter().map(|widths| widths.sums.iter().sum()).collect()
    }

    /// The measures of every labelling, from the results of all units in unit order.
    pub fn finish(self, results: &[Vec<f64>]) -> Vec<Evaluation> {
        let rows = self.matrix.rows() as f64;
        let labellings = self.labellings();
        let measure = |(at, (name, &labelling)): (usize, (&String, &Labelling<'_>))| Evaluation {
            name: name.clone(),
            k: labelling.k as u32,
            inertia: validity::within(
                &self.matrix,
                labelling,
                &validity::centroids_of(&self.matrix, labelling),
            ),
            silhouette: results.iter().map(|sums| sums[at]).sum::<f64>() / rows,
            calinski_harabasz: validity::calinski_harabasz(&self.matrix, labelling),
            davies_bouldin: validity::davies_bouldin(&self.matrix, labelling),
        };
        self.names.iter().zip(&labellings).enumerate().map(measure).collect()
    }

    fn labellings(&self) -> Vec<Labelling<'_>> {
        self.labels.iter().zip(&self.ks).map(|(labels, &k)| Labelling { labels, k }).collect()
    }
}

/// Labels of any spelling as numbers from 0, in order of first appearance, and how many differ.
fn numbered<'a>(labels: impl Iterator<Item = &'a str>) -> (Vec<u32>, usize) {
    let mut known: BTreeMap<&str, u32> = BTreeMap::new();
    let numbers = labels
        .map(|label| {
            let next = known.len() as u32;
            *known.entry(label).or_insert(next)
        })
        .collect();
    (numbers, known.len())
}
