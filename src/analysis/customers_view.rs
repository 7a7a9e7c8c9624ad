//! The customers before any clustering, as the operator sees them.

use serde::{Deserialize, Serialize};

use super::CategorySummary;
use crate::Notice;
use crate::customers::{
    CleaningStep, Correlations, Features, Measure, Month, Selection, Status, Transform, Verdict, explored,
    prepare, select, shaped, skewness,
};
use crate::distribution::Ascending;
use crate::documents::Recipe;
use crate::table::iso_day;

/// What is known of the customers of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct CustomersView {
    /// Rows of data read from the file.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub rows: u64,
    /// Customers found.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
    /// Of those, customers who take part in the segmentation.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub taking_part: u64,
    /// First and last day of the transactions and the day recency is counted to, as ISO dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<[String; 3]>,
    /// Net revenue of lines with and without a customer, where the file has transactions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<[f64; 2]>,
    /// What customers bought month by month, where the file has transactions.
    pub months: Vec<Month>,
    /// Every feature there is to choose from.
    pub features: Vec<FeatureSummary>,
    /// Every column of kinds there is to choose from.
    pub categories: Vec<CategorySummary>,
    /// What speaks for and against each feature, in the order of `features`, then of `categories`.
    pub verdicts: Vec<Verdict>,
    /// Rank correlations of the features of numbers.
    pub correlations: Correlations,
    /// What cleaning did to the rows of the file and to the customers, or could do.
    pub cleaning: Vec<CleaningStep>,
    /// What was survived on the way.
    pub notices: Vec<Notice>,
}

/// One feature over all customers that take part: for the operator's screen only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct FeatureSummary {
    /// Its name.
    pub name: String,
    /// What its numbers measure.
    pub measure: Measure,
    /// Different values.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub distinct: u64,
    /// Customers without a value.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub missing: u64,
    /// Least value, in original units; `null` where there is none at all.
    pub min: Option<f64>,
    /// First quartile.
    pub lower_quartile: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Third quartile.
    pub upper_quartile: Option<f64>,
    /// Greatest value.
    pub max: Option<f64>,
    /// Moment skewness; above 1 the tail is long.
    pub skewness: f64,
    /// Customers in each of up to 24 bins of equal width from the least to the greatest value.
    pub histogram: Vec<u32>,
    /// The same after the transform and the limits that the recipe asks for; `null` where nothing can be made of the values.
    pub after: Option<Shaped>,
}

/// A feature after its transform, over all customers that take part or a sample of [`crate::limits::EXPLORED_CUSTOMERS`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Shaped {
    /// The transform.
    pub transform: Transform,
    /// Least value.
    pub min: f64,
    /// Greatest value.
    pub max: f64,
    /// Moment skewness.
    pub skewness: f64,
    /// Customers in each of up to 24 bins of equal width from the least to the greatest value.
    pub histogram: Vec<u32>,
}

impl CustomersView {
    /// The view of these customers under a recipe.
    pub fn new(features: &Features, recipe: &Recipe) -> Self {
        let cleaning =
            prepare(features, &recipe.features).map(|prepared| prepared.cleaning).unwrap_or_default();
        let taking_part: Vec<usize> =
            (0..features.len()).filter(|&row| features.status[row] == Status::Ok).collect();
        let span = features.span.as_ref();
        let Selection { verdicts, correlations, .. } = select(features);
        CustomersView {
            rows: features.rows,
            customers: features.len() as u64,
            taking_part: taking_part.len() as u64,
            days: span.map(|span| [span.first_day, span.last_day, span.reference_day].map(iso_day)),
            revenue: span.map(|span| [span.revenue, span.revenue_without_customer]),
            months: features.months.clone(),
            features: (0..features.names.len())
                .map(|at| summarise(features, recipe, &taking_part, at))
                .collect(),
            categories: features
                .categories
                .iter()
                .map(|category| CategorySummary::new(category, &taking_part))
                .collect(),
            verdicts,
            correlations,
            cleaning: features.cleaning.iter().cloned().chain(cleaning).collect(),
            notices: features.notices.clone(),
        }
    }
}

fn summarise(features: &Features, recipe: &Recipe, rows: &[usize], column: usize) -> FeatureSummary {
    let of_all = rows.iter().map(|&row| features.values.row(row)[column]);
    let values = Ascending::of(of_all.filter(|value| value.is_finite()));
    let at = |share: f64| values.quantile(share);
    let shaped = shaped(features, column, &recipe.features, &explored(rows));
    let after = shaped.and_then(|(transform, values)| {
        let values = values.ascending();
        let (min, max) = values.range()?;
        let (skewness, histogram) = (skewness(&values), values.histogram());
        Some(Shaped { transform, min, max, skewness, histogram })
    });
    FeatureSummary {
        name: features.names[column].clone(),
        measure: features.measure(column).clone(),
        distinct: values.distinct() as u64,
        after,
        missing: (rows.len() - values.as_slice().len()) as u64,
        min: at(0.0),
        lower_quartile: at(0.25),
        median: at(0.5),
        upper_quartile: at(0.75),
        max: at(1.0),
        skewness: if values.as_slice().is_empty() { 0.0 } else { skewness(&values) },
        histogram: values.histogram(),
    }
}
