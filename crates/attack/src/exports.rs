//! The two exports that are attacked: ours, and what a careless tool would publish.

use std::collections::BTreeMap;

use ringfence::Error;
use ringfence::analysis::{Analysis, Segmentation, Serial};
use ringfence::customers::{Builder, Features, OptOuts};
use ringfence::documents::Recipe;
use ringfence::meaning::describe;
use ringfence::table::{Inspector, Reader};
use ringfence::validity::Evidence;
use ringfence_wording::Language;
use serde_json::{Value, json};

use crate::groups::groups;

/// What the engine remembers of earlier exports of one shop, and its secret: from a seed here, so that a run can be repeated.
///
/// The engine of today remembers nothing.
#[derive(Debug, Clone)]
pub struct Memory {
    /// The seed of the secret.
    pub seed: u64,
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
    pub fn both(seed: u64) -> [Shop; 2] {
        [Shop::Naive, Shop::Ours(Memory { seed })]
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
    let reading = inspector.finish()?.reading(&recipe.reading)?;
    let mut builder = Builder::new(&reading, &recipe.features, &recipe.cleaning)?;
    if let Some(opt_outs) = opt_outs {
        builder = builder.without(opt_outs)?;
    }
    let mut reader = Reader::new(&reading);
    reader.push(csv, &mut |batch| builder.push(batch))?;
    reader.finish(&mut |batch| builder.push(batch))?;
    builder.finish()
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

/// The engine's summary.
///
/// # Errors
/// Whatever it refuses to publish.
pub fn ours(fit: &Segmentation, recipe: &Recipe, _memory: &mut Memory) -> Result<Value, Error> {
    let released = fit.release(recipe)?;
    let english = Language::find("en").expect("there is English");
    Ok(serde_json::from_str(&ringfence_report::json(&released, english)).expect("a summary is JSON"))
}

/// What a careless tool would publish of the operator's view: sizes rounded, segments of fewer rows than the minimum merged, and every
/// statistic to three digits.
///
/// # Errors
/// As [`Segmentation::labels`], or a policy that is too weak.
pub fn naive(fit: &Segmentation, recipe: &Recipe) -> Result<Value, Error> {
    recipe.release.check()?;
    let groups = groups(fit, recipe, false)?;
    let mut labels = vec![0; fit.prepared().members.len()];
    (0..).zip(&groups).for_each(|(number, rows)| rows.iter().for_each(|&row| labels[row] = number));
    let described = describe(fit.features(), fit.prepared(), &labels, groups.len());
    let step = recipe.release.round_to;
    let rounded = |size: u64| ((size + step / 2) / step * step).max(step);
    let customers: u64 = described.iter().map(|segment| rounded(segment.size)).sum();
    let chosen = &fit.prepared().preparation.features;
    let features: Vec<Value> = (0..)
        .zip(chosen)
        .map(|(at, feature): (usize, _)| {
            let everyone = digits(described[0].features[at].everyone);
            json!({"name": feature.name, "transform": feature.transform, "median": everyone})
        })
        .collect();
    let segments: Vec<Value> = described
        .iter()
        .zip(&groups)
        .map(|(segment, rows)| {
            let cells: Vec<Value> = segment
                .features
                .iter()
                .map(|cell| {
                    let effect = (cell.effect * 10.0).round() / 10.0;
                    json!({"name": cell.name, "mean": digits(cell.mean), "median": digits(cell.median), "effect": effect})
                })
                .collect();
            let share = segment.revenue_share.map(|share| (share * 1000.0).round() / 1000.0);
            let size = rounded(segment.size);
            json!({
                "number": segment.number, "size": size, "share": thousandth(size as f64 / customers as f64),
                "revenueShare": share, "features": cells, "heldBack": alike(fit, rows), "traits": segment.traits,
            })
        })
        .collect();
    let k = fit.k(recipe)?;
    Ok(json!({
        "kind": "naive", "version": 1, "policy": recipe.release, "customers": customers, "k": k,
        "advisedK": fit.advice().k, "features": features, "segments": segments,
        "evidence": fit.evidence().iter().map(measures).collect::<Vec<Value>>(),
    }))
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
