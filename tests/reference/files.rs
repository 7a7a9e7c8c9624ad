//! Where data and expectations lie, in one format: that of `tests/oracle/make_expectations.py`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A data file with its expectations.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) data: PathBuf,
    pub(crate) labels: PathBuf,
    rfm: PathBuf,
    reference: Value,
    variant: Option<&'static str>,
}

/// In `tests/`: data file, name of the expectations, variant of the clustering table for transactions.
const OWN: [(&str, &str, Option<&str>); 2] = [
    ("wholesale_customers.csv", "wholesale_customers_spend", None),
    ("online_retail_sample.csv", "online_retail_sample", Some("purchases_only")),
];

/// In `../shared`, where it is there.
const SHARED: [(&str, &str, Option<&str>); 7] = [
    ("mall_customers.csv", "mall_customers", None),
    ("mall_customers.csv", "mall_customers_2d", None),
    ("wholesale_customers.csv", "wholesale_customers", None),
    ("wholesale_customers.csv", "wholesale_customers_spend", None),
    ("marketing_campaign_tab.csv", "marketing_campaign", None),
    ("superstore_utf8_bom.csv", "superstore", Some("any_row")),
    ("cdnow_master.csv", "cdnow_master", Some("any_row")),
];

impl Set {
    fn new(data: PathBuf, oracle: &Path, name: &'static str, variant: Option<&'static str>) -> Self {
        let suffixed = variant
            .filter(|variant| *variant != "any_row")
            .map_or(name.to_owned(), |variant| format!("{name}.{variant}"));
        let json = fs::read_to_string(oracle.join(format!("{name}.json"))).unwrap();
        Set {
            name,
            data,
            labels: oracle.join(format!("labels/{suffixed}.csv")),
            rfm: oracle.join(format!("rfm/{name}.csv")),
            reference: serde_json::from_str(&json).unwrap(),
            variant,
        }
    }

    /// One row per customer, as against transactions.
    pub(crate) fn is_table(&self) -> bool {
        self.variant.is_none()
    }

    /// The features clustered by.
    pub(crate) fn features(&self) -> Option<Vec<String>> {
        let list = self.reference.get("features")?.as_array()?;
        Some(list.iter().map(|name| name.as_str().unwrap().to_owned()).collect())
    }

    /// One entry for each k.
    pub(crate) fn table(&self) -> &[Value] {
        self.clustering()["table"].as_array().unwrap()
    }

    /// What is expected of all numbers of segments together.
    pub(crate) fn clustering(&self) -> &Value {
        match self.variant {
            Some(variant) => &self.reference["variants"][variant]["clustering"],
            None => &self.reference["clustering"],
        }
    }

    /// Recency, frequency and monetary by customer id, of customers with a purchase.
    pub(crate) fn rfm(&self) -> BTreeMap<String, [f64; 3]> {
        let mut reader = csv::Reader::from_path(&self.rfm).unwrap();
        let header = reader.headers().unwrap().clone();
        let at = |name: &str| header.iter().position(|column| column == name).unwrap();
        let columns = [at("R_purchase"), at("F"), at("M")];
        let rows = reader.records().map(|record| record.unwrap());
        let bought = rows.filter(|record| !record[columns[0]].is_empty());
        bought
            .map(|record| {
                let id = record[0].strip_suffix(".0").unwrap_or(&record[0]).to_owned();
                (id, columns.map(|column| record[column].parse().unwrap()))
            })
            .collect()
    }
}

/// Every set there is on this machine.
pub(crate) fn sets() -> Vec<Set> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut sets: Vec<Set> = OWN
        .into_iter()
        .map(|(data, name, variant)| {
            Set::new(root.join("tests/data").join(data), &root.join("tests/oracle"), name, variant)
        })
        .collect();
    let shared = root.join("../shared");
    if !shared.join("reference").is_dir() {
        println!("skipped: the sets of ../shared, which is not here");
        return sets;
    }
    for (data, name, variant) in SHARED.into_iter() {
        sets.push(Set::new(shared.join("data").join(data), &shared.join("reference"), name, variant));
    }
    sets
}
