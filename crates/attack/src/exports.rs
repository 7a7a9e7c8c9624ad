//! The two exports that are attacked: ours, and what a careless tool would publish.

use std::collections::BTreeMap;

use ringfence::Error;
use ringfence::analysis::{Analysis, Segmentation, Serial};
use ringfence::customers::{Features, OptOuts};
use ringfence::documents::Recipe;
use ringfence::release::Ledger;
use ringfence::table::Inspector;
use ringfence::validity::Evidence;
use ringfence_wording::Language;
use serde_json::{Value, json};

use crate::groups::groups;
use crate::truth::median;

/// What the engine remembers of earlier exports of one shop, and its secret: a ledger that the first export begins.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    ledger: Option<Ledger>,
}

/// Who exports, with what is remembered from one export to the next.
#[derive(Debug, Clone)]
pub enum Shop {
    /// The careless tool.
    Naive,
    /// The engine.
    Ours(Memory),
}

impl Shop {
    /// The shop as the one or the other, before its first export.
    pub fn both() -> [Shop; 2] {
        [Shop::Naive, Shop::Ours(Memory::default())]
    }

    /// What it publishes.
    ///
    /// # Errors
    /// Whatever the engine refuses to publish.
    pub fn export(&mut self, fit: &Segmentation, recipe: &Recipe) -> Result<Value, Error> {
        match self {
            Shop::Naive => naive(fit, recipe),
            Shop::Ours(memory) => ours(fit, recipe, memory),
        }
    }
}

/// The customers of a file.
///
/// # Errors
/// Whatever makes it unreadable.
pub fn customers(csv: &[u8], recipe: &Recipe, opt_outs: Option<OptOuts>) -> Result<Features, Error> {
    let mut inspector = Inspector::new();
    inspector.push(csv)?;
    let mut pass = recipe.pass(&[inspector.finish()?], opt_outs)?;
    pass.begin(0)?;
    pass.push(csv)?;
    pass.end()?;
    Ok(pass.finish()?.0)
}

/// The segments of a file.
///
/// # Errors
/// Whatever makes it unreadable or its segments impossible.
pub fn fit(csv: &[u8], recipe: &Recipe, opt_outs: Option<OptOuts>) -> Result<Segmentation, Error> {
    fit_of(customers(csv, recipe, opt_outs)?, recipe)
}

/// The segments of customers.
///
/// # Errors
/// Whatever makes segments impossible.
pub fn fit_of(customers: Features, recipe: &Recipe) -> Result<Segmentation, Error> {
    Analysis::new(customers, recipe.clone())?.run(&Serial)
}

/// The engine's summary, remembered where it was published.
///
/// # Errors
/// Whatever it refuses to publish.
pub fn ours(fit: &Segmentation, recipe: &Recipe, memory: &mut Memory) -> Result<Value, Error> {
    let ledger = memory.ledger.get_or_insert_with(|| Ledger::new(fit.features()));
    let released = fit.release(recipe, ledger)?;
    ledger.record(&released);
    let english = Language::find("en").expect("there is English");
    Ok(serde_json::from_str(&ringfence_report::json(&released, english)).expect("a summary is JSON"))
}

/// What a careless tool would publish: sizes rounded, segments of fewer rows than the minimum merged, and every statistic to three digits.
///
/// Everything is computed here, so that it stays as careless as it is, whatever the engine learns. The policy is not checked either.
///
/// # Errors
/// As [`Segmentation::labels`].
pub fn naive(fit: &Segmentation, recipe: &Recipe) -> Result<Value, Error> {
    let groups = groups(fit, recipe, false)?;
    let everyone: Vec<usize> = (0..fit.prepared().members.len()).collect();
    let step = recipe.release.round_to;
    let rounded = |rows: &Vec<usize>| ((rows.len() as u64 + step / 2) / step * step).max(step);
    let customers: u64 = groups.iter().map(rounded).sum();
    let chosen = &fit.prepared().preparation.features;
    let columns: Vec<Careless> = (0..chosen.len()).map(|at| Careless::of(fit, at)).collect();
    let features = chosen.iter().zip(&columns).map(|(feature, column)| {
        json!({"name": feature.name, "transform": feature.transform, "median": digits(column.median(&everyone))})
    });
    let money = columns.iter().find(|column| column.name == "monetary" && fit.features().span.is_some());
    let segment = |(number, rows): (usize, &Vec<usize>)| {
        let cell = |column: &Careless| {
            let (mean, median) = (digits(column.mean(rows)), digits(column.median(rows)));
            json!({"name": column.name, "mean": mean, "median": median, "effect": column.effect(rows)})
        };
        let revenue = money.map(|money| thousandth(money.sum(rows) / money.sum(&everyone)));
        let size = rounded(rows);
        json!({
            "number": number + 1, "size": size, "share": thousandth(size as f64 / customers as f64),
            "revenueShare": revenue, "features": columns.iter().map(cell).collect::<Vec<Value>>(),
            "heldBack": alike(fit, rows),
        })
    };
    Ok(json!({
        "kind": "naive", "version": 1, "policy": {"minimumSize": recipe.release.minimum_size, "roundTo": step},
        "customers": customers, "k": fit.k(recipe)?, "advisedK": fit.advice().k,
        "features": features.collect::<Vec<Value>>(),
        "segments": groups.iter().enumerate().map(segment).collect::<Vec<Value>>(),
        "evidence": fit.evidence().iter().map(measures).collect::<Vec<Value>>(),
    }))
}

/// A feature and its statistics, as a careless tool computes them.
struct Careless {
    name: String,
    /// Values in original units, NaN where missing.
    values: Vec<f64>,
    /// Values transformed and scaled to mean 0 and standard deviation 1.
    standard: Vec<f64>,
}

impl Careless {
    /// The feature at that place among those clustered by: numbers come before kinds in the matrix, each one column.
    fn of(fit: &Segmentation, at: usize) -> Careless {
        let prepared = fit.prepared();
        let name = prepared.preparation.features[at].name.clone();
        let from = fit.features().position(&name).unwrap_or_default();
        let values = prepared.members.iter().map(|&row| fit.features().values.row(row)[from]).collect();
        let scaled: Vec<f64> = prepared.coordinates.rows().column(at).collect();
        let count = scaled.len() as f64;
        let mean = scaled.iter().sum::<f64>() / count;
        let deviation =
            (scaled.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count).sqrt();
        let spread = if deviation > 0.0 { deviation } else { 1.0 };
        Careless { name, values, standard: scaled.iter().map(|value| (value - mean) / spread).collect() }
    }

    fn sum(&self, rows: &[usize]) -> f64 {
        rows.iter().map(|&row| self.values[row]).sum()
    }

    fn mean(&self, rows: &[usize]) -> f64 {
        self.sum(rows) / rows.len() as f64
    }

    /// The middle of all rows, missing values after the largest.
    fn median(&self, rows: &[usize]) -> f64 {
        let mut values: Vec<f64> = rows.iter().map(|&row| self.values[row]).collect();
        values.sort_unstable_by(|a, b| a.is_nan().cmp(&b.is_nan()).then(a.total_cmp(b)));
        median(&values).unwrap_or(f64::NAN)
    }

    /// Distance of the mean from everyone's, to a tenth of a standard deviation.
    fn effect(&self, rows: &[usize]) -> f64 {
        let mean = rows.iter().map(|&row| self.standard[row]).sum::<f64>() / rows.len() as f64;
        (mean * 10.0).round() / 10.0
    }
}

/// The features whose value all rows share, as a careless tool tells them.
fn alike(fit: &Segmentation, rows: &[usize]) -> Vec<Value> {
    let (features, members) = (fit.features(), &fit.prepared().members);
    let chosen = fit.prepared().preparation.features.iter();
    let of = |name: &str| {
        let at = features.position(name)?;
        let value = |row: &usize| features.values.row(members[*row])[at];
        rows.iter()
            .all(|row| value(row) == value(&rows[0]))
            .then(|| json!({"key": "held-back-alike", "params": BTreeMap::from([("feature", name)])}))
    };
    chosen.filter_map(|feature| of(&feature.name)).collect()
}

fn measures(one: &Evidence) -> Value {
    let numbers = serde_json::to_value(one).expect("measures are JSON");
    let rounded = |(name, value): (&String, &Value)| {
        let number = value.as_f64().filter(|_| name != "k");
        (name.clone(), number.map_or_else(|| value.clone(), digits))
    };
    numbers.as_object().into_iter().flatten().map(rounded).collect::<serde_json::Map<_, _>>().into()
}

/// A number to three significant digits; `null` where it is none.
fn digits(value: f64) -> Value {
    if value.is_finite() {
        format!("{value:.2e}").parse::<f64>().map_or(Value::Null, Value::from)
    } else {
        Value::Null
    }
}

fn thousandth(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
