//! A summary as an attacker reads it: every number found, and how far the truth may be from it.

use serde_json::Value;

/// A published summary.
#[derive(Debug, Clone)]
pub struct Published {
    /// Fewest customers of a published segment.
    pub minimum: u64,
    /// Most by which a published size may be off.
    pub slack: u64,
    /// The step that counts are rounded to.
    pub step: u64,
    /// Published number of customers.
    pub customers: u64,
    /// Segments of the fit, before any were merged.
    pub k: u64,
    /// The advised number.
    pub advised: Option<u64>,
    /// How effects are to be read.
    pub effects: Effects,
    /// Step of the shares of revenue.
    pub revenue_step: f64,
    /// Everyone's numbers, one for each feature.
    pub columns: Vec<Cell>,
    /// The segments.
    pub segments: Vec<Part>,
    /// Measures of each number of segments tried.
    pub evidence: Vec<Measures>,
    /// All numbers and keys of the document by their place in it.
    pub flat: Vec<(String, f64)>,
    digits_of_few: i32,
}

/// What the published effects are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effects {
    /// Distances of means, in standard deviations of everyone, to a tenth.
    Distance,
    /// Cliff's delta against everyone else (Cliff 1993), to a tenth, at most nine of them.
    Cliff,
}

/// What is published of one feature, of a segment or of everyone.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// The feature.
    pub name: String,
    /// Its mean.
    pub mean: Option<f64>,
    /// Its median.
    pub median: Option<f64>,
    /// The share of ones of a column of 0 and 1.
    pub share: Option<f64>,
    /// How far the segment is from everyone.
    pub effect: Option<f64>,
    /// The step that the median is rounded to, where it is told.
    pub step: Option<f64>,
}

/// A published segment.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Its customers.
    pub size: u64,
    /// Its share of the revenue.
    pub revenue_share: Option<f64>,
    /// Its features.
    pub cells: Vec<Cell>,
    /// Features of which it is said that all customers are alike.
    pub alike: Vec<String>,
}

/// Measures of one number of segments.
#[derive(Debug, Clone, Copy)]
pub struct Measures {
    /// The number of segments.
    pub k: u64,
    /// Sum of squared distances to the own centroid.
    pub inertia: Option<f64>,
    /// Calinski-Harabasz index.
    pub calinski_harabasz: Option<f64>,
    /// Mean silhouette over all customers.
    pub silhouette: Option<f64>,
    /// Mean over segments of their mean silhouettes.
    pub silhouette_macro: Option<f64>,
}

impl Published {
    /// Reads whatever there is.
    pub fn read(document: &Value) -> Published {
        let version = whole(document, "version").unwrap_or(1);
        let policy = &document["policy"];
        let step = whole(policy, "roundTo").unwrap_or(5);
        let naive = document["kind"] == "naive";
        let noise = if version >= 2 { 2 } else { 0 };
        let mut flat = Vec::new();
        flatten(document, String::new(), &mut flat);
        Published {
            minimum: whole(policy, "minimumSize").unwrap_or(10),
            slack: step / 2 + noise,
            step,
            customers: whole(document, "customers").unwrap_or(0),
            k: whole(document, "k").unwrap_or(0),
            advised: whole(document, "advisedK"),
            effects: if version >= 2 { Effects::Cliff } else { Effects::Distance },
            revenue_step: if version >= 2 { 0.01 } else { 0.001 },
            columns: list(document, "features").iter().map(cell).collect(),
            segments: list(document, "segments").iter().map(part).collect(),
            evidence: list(document, "evidence").iter().map(measures).collect(),
            flat,
            digits_of_few: if naive { 3 } else { 2 },
        }
    }

    /// Where the true mean lies that is published as `mean` of a segment.
    pub fn mean_within(&self, part: &Part, mean: f64) -> [f64; 2] {
        around(mean, if part.size < 100 { self.digits_of_few } else { 3 })
    }

    /// Sizes that a published one may stand for, ascending.
    pub fn sizes_of(&self, part: &Part) -> Vec<u64> {
        let least = part.size.saturating_sub(self.slack).max(self.minimum).max(1);
        let possible = |size: &u64| self.ways(part.size, *size) > 0;
        let sizes: Vec<u64> = (least..=(part.size + self.slack).max(least)).filter(possible).collect();
        if sizes.is_empty() { vec![part.size] } else { sizes }
    }

    /// In how many ways noise of −2 to 2 (none in the older version) and rounding, halves up, make `published` of `size`.
    pub fn ways(&self, published: u64, size: u64) -> usize {
        let noise = self.slack.saturating_sub(self.step / 2) as i64;
        let rounds = |noise: &i64| {
            let noisy = (size as i64 + noise).max(0) as u64;
            ((noisy + self.step / 2) / self.step * self.step).max(self.step) == published
        };
        (-noise..=noise).filter(rounds).count()
    }

    /// The step that a published median was rounded to: the one told, else three digits, or coarser where every median of the column is a
    /// multiple of more.
    pub fn step_of(&self, at: usize, median: f64) -> f64 {
        if let Some(step) =
            self.columns[at].step.or_else(|| self.segments.iter().find_map(|part| part.cells[at].step))
        {
            return step;
        }
        let all =
            self.segments.iter().filter_map(|part| part.cells[at].median).chain(self.columns[at].median);
        let medians: Vec<f64> = all.filter(|median| *median != 0.0).collect();
        let finest = unit(median, 3);
        let ladder = (0..6)
            .flat_map(|power| [1.0, 2.0, 5.0].map(|step| finest * step * libm::pow(10.0, f64::from(power))));
        let divides = |step: &f64| {
            medians.iter().all(|median| ((median / step) - (median / step).round()).abs() < 1e-6)
        };
        let coarse = ladder.take_while(|step| *step <= 0.2 * median.abs()).filter(divides).last();
        coarse.filter(|_| medians.len() > 1).unwrap_or(finest)
    }
}

impl Measures {
    /// The number of segments with the least and the greatest inertia that is rounded to the published one.
    pub fn inertia_within(&self) -> Option<[f64; 2]> {
        self.inertia.map(|inertia| around(inertia, 3))
    }
}

/// The numbers that are written as `value` with so many significant digits.
pub fn around(value: f64, digits: i32) -> [f64; 2] {
    let half = unit(value, digits) / 2.0;
    [value - half, value + half]
}

/// The last place of a number with so many significant digits.
pub fn unit(value: f64, digits: i32) -> f64 {
    if value == 0.0 {
        return 1e-9;
    }
    libm::pow(10.0, libm::log10(value.abs()).floor() + 1.0 - f64::from(digits))
}

fn cell(value: &Value) -> Cell {
    Cell {
        name: value["name"].as_str().unwrap_or_default().to_owned(),
        mean: value["mean"].as_f64(),
        median: value["median"].as_f64(),
        share: value["share"].as_f64(),
        effect: value["effect"].as_f64(),
        step: value["step"].as_f64(),
    }
}

fn part(value: &Value) -> Part {
    let alike = list(value, "heldBack").iter().filter(|one| one["key"] == "held-back-alike");
    Part {
        size: whole(value, "size").unwrap_or(0),
        revenue_share: value["revenueShare"].as_f64(),
        cells: list(value, "features").iter().map(cell).collect(),
        alike: alike.filter_map(|one| one["params"]["feature"].as_str().map(str::to_owned)).collect(),
    }
}

fn measures(value: &Value) -> Measures {
    Measures {
        k: whole(value, "k").unwrap_or(0),
        inertia: value["inertia"].as_f64(),
        calinski_harabasz: value["calinskiHarabasz"].as_f64(),
        silhouette: value["silhouette"].as_f64(),
        silhouette_macro: value["silhouetteMacro"].as_f64(),
    }
}

fn whole(value: &Value, name: &str) -> Option<u64> {
    value[name].as_f64().map(|number| number as u64)
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], |list| &list[..])
}

/// Every number by its place, every word as a one, so that its presence can be learnt from.
fn flatten(value: &Value, place: String, flat: &mut Vec<(String, f64)>) {
    match value {
        Value::Number(number) => flat.push((place, number.as_f64().unwrap_or(0.0))),
        Value::String(word) => flat.push((format!("{place}={word}"), 1.0)),
        Value::Bool(is) => flat.push((place, f64::from(u8::from(*is)))),
        Value::Null => flat.push((format!("{place}=null"), 1.0)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| flatten(item, format!("{place}/{at}"), flat));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| flatten(field, format!("{place}/{name}"), flat));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_number_stands_for_what_is_rounded_to_it() {
        assert_eq!(around(1240.0, 3), [1235.0, 1245.0]);
        assert_eq!(around(0.5, 1), [0.45, 0.55]);
        assert_eq!(unit(99.9, 3), 0.1);
    }

    #[test]
    fn steps_are_read_from_all_medians_of_a_column() {
        let segments =
            [150.0, 250.0].map(|median| json!({"size": 30, "features": [{"name": "x", "median": median}]}));
        let document =
            json!({"version": 2, "segments": segments, "features": [{"name": "x", "median": 200.0}]});
        let published = Published::read(&document);
        assert_eq!(published.step_of(0, 250.0), 50.0);
        assert_eq!(published.slack, 4);
        assert_eq!(published.sizes_of(&published.segments[0]), (26..=34).collect::<Vec<u64>>());
    }
}
