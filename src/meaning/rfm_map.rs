//! Every customer on the RFM map: slices by rule, of use where there are no natural groups.

use serde::{Deserialize, Serialize};

use super::rfm::{RfmName, Scores, rfm_name};
use crate::Statement;
use crate::customers::{Features, Prepared};

/// The customers whose scores have one name on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct RfmSlice {
    /// The name.
    pub name: Statement,
    /// Its customers.
    #[cfg_attr(feature = "schema", ts(type = "number"))]
    pub customers: u64,
    /// Share of all segmented customers.
    pub share: f64,
    /// Share of their net spend; `null` where that is not positive.
    pub revenue_share: Option<f64>,
}

/// The names of the map that any customer has, the best first, with how many have it and what they spent. Nothing unless the customers
/// come from transactions.
///
/// Each customer is scored alone, so the slices are those of the map and have nothing to do with the segments.
pub fn rfm_map(features: &Features, prepared: &Prepared) -> Vec<RfmSlice> {
    let (Some(scores), Some(span)) = (Scores::new(features, prepared), &features.span) else {
        return Vec::new();
    };
    let [_, _, monetary] = scores.columns;
    let mut found = RfmName::ALL.map(|_| (0_u64, 0.0));
    for &row in &prepared.members {
        let values = features.values.row(row);
        let (r, f, m) = {
            let [recency, frequency, monetary] = scores.columns.map(|at| values[at]);
            scores.of(recency, frequency, monetary)
        };
        let is_new = span.median_gap.is_some_and(|gap| span.tenure[row] <= gap);
        let (customers, spent) = &mut found[rfm_name(r, f, m, is_new) as usize];
        *customers += 1;
        *spent += values[monetary];
    }
    let all = prepared.members.len() as f64;
    let revenue: f64 = found.iter().map(|(_, spent)| spent).sum();
    let slices = RfmName::ALL.into_iter().zip(found).filter(|(_, (customers, _))| *customers > 0);
    slices
        .map(|(name, (customers, spent))| RfmSlice {
            name: Statement::new(name.key()),
            customers,
            share: customers as f64 / all,
            revenue_share: (revenue > 0.0).then_some(spent / revenue),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Matrix;
    use crate::customers::{FeatureOptions, RFM, Span, Status, prepare};

    fn shop(rows: &[[f64; 3]], tenure: Vec<f64>) -> Features {
        Features {
            names: RFM.map(str::to_owned).to_vec(),
            status: vec![Status::Ok; rows.len()],
            values: Matrix::new(3, rows.concat()),
            span: Some(Span {
                first_day: 0,
                last_day: 400,
                reference_day: 401,
                tenure,
                median_gap: Some(30.0),
                revenue: 0.0,
                revenue_without_customer: 0.0,
            }),
            ..Features::default()
        }
    }

    /// Ten customers, scores by hand: mid-rank percentiles of ten different values are 0.05, 0.15 … 0.95, so each score is given twice.
    #[test]
    fn every_customer_is_in_the_cell_of_its_scores() {
        let row = |n: f64| [1.0 + 40.0 * n, 10.0 - n, 1000.0 - 100.0 * n];
        let rows: Vec<[f64; 3]> = (0..10).map(|n| row(f64::from(n))).collect();
        let features = shop(&rows, vec![401.0; 10]);
        let prepared = prepare(&features, &FeatureOptions::default()).unwrap();
        let map = rfm_map(&features, &prepared);
        // R = F = M: twice each of 5 and 4 (champions), 3 (needs attention), 2 (hibernating), 1 (lost).
        let counted: Vec<(&str, u64)> =
            map.iter().map(|slice| (slice.name.key.as_str(), slice.customers)).collect();
        assert_eq!(
            counted,
            [("name-champions", 4), ("name-needs-attention", 2), ("name-hibernating", 2), ("name-lost", 2)]
        );
        // 1000 + 900 + 800 + 700 of 5500.
        assert_eq!(map[0].share, 0.4);
        assert!((map[0].revenue_share.unwrap() - 3400.0 / 5500.0).abs() < 1e-12);
        let whole: f64 = map.iter().filter_map(|slice| slice.revenue_share).sum();
        assert!((whole - 1.0).abs() < 1e-12);
    }

    #[test]
    fn who_came_lately_and_bought_little_is_new_only_within_a_gap() {
        // The most recent one bought least.
        let row = |n: f64| [1.0 + 40.0 * n, 1.0 + n, 100.0 + 100.0 * n];
        let rows: Vec<[f64; 3]> = (0..10).map(|n| row(f64::from(n))).collect();
        let names = |tenure: f64| {
            let features = shop(&rows, vec![tenure; 10]);
            let prepared = prepare(&features, &FeatureOptions::default()).unwrap();
            rfm_map(&features, &prepared).into_iter().map(|slice| slice.name.key).collect::<Vec<_>>()
        };
        assert!(names(20.0).contains(&"name-new".to_owned()));
        assert!(!names(200.0).contains(&"name-new".to_owned()));
    }

    #[test]
    fn a_table_of_customers_has_no_map() {
        let mut features = shop(&[[1.0, 2.0, 3.0], [4.0, 5.0, 7.0]], Vec::new());
        features.span = None;
        let prepared = prepare(&features, &FeatureOptions::default()).unwrap();
        assert!(rfm_map(&features, &prepared).is_empty());
    }
}
