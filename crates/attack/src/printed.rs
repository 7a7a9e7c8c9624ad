//! The table that is printed, and the same as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::score::{Trials, wilson};
use crate::suite::{Bar, Row, told};

/// The table: for each attack what it came to on the careless export, by guessing, and on ours.
pub fn table(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<42}{:>32}{:>10}{:>32}{:>10}  {:<26}{}\n",
        "attack", "naive export", "guessing", "ours", "guessing", "bar", "holds"
    );
    for row in rows {
        let marks = [row.holds(), row.breaks_naive()].map(|is| if is { "yes" } else { "NO" });
        let [naive, ours] = [&row.naive, &row.ours].map(|trials| share(trials, row.bar));
        let [by_chance, ours_by_chance] = [&row.naive, &row.ours].map(|trials| guessed(trials, row.bar));
        let _ = writeln!(
            text,
            "{:<42}{naive:>32}{by_chance:>10}{ours:>32}{ours_by_chance:>10}  {:<26}{}{}",
            row.name,
            bar(row.bar),
            marks[0],
            if row.breaks_naive() { "" } else { " (attack does not break the naive export)" },
        );
        let _ = write!(text, "{}", notes(row));
    }
    text
}

/// The table as JSON.
pub fn document(rows: &[Row]) -> Value {
    let row = |row: &Row| {
        json!({
            "attack": row.name, "naive": row.naive, "ours": row.ours, "bar": bar(row.bar),
            "holds": row.holds(), "breaksNaive": row.breaks_naive(), "pAboveControl": row.ours.p_above_control(),
        })
    };
    rows.iter().map(row).collect()
}

/// Successes, their share and Wilson's interval; of membership the advantage and its bounds.
pub fn share(trials: &Trials, bar: Bar) -> String {
    if let Bar::Advantage { .. } | Bar::NoAdvantageShown(_) = bar {
        let told = told(trials);
        let [low, high] = told.bounds();
        return format!("{:.3} [{low:.3}, {high:.3}]", told.advantage());
    }
    let [low, high] = wilson(trials.hits, trials.trials);
    format!("{}/{} {:.2} [{low:.2}, {high:.2}]", trials.hits, trials.trials, trials.rate())
}

fn guessed(trials: &Trials, bar: Bar) -> String {
    match bar {
        Bar::Advantage { .. } | Bar::NoAdvantageShown(_) | Bar::Never => String::new(),
        _ => format!("{:.2}", trials.control as f64 / trials.trials.max(1) as f64),
    }
}

fn bar(bar: Bar) -> String {
    match bar {
        Bar::AtMost(share) => format!("at most {share}"),
        Bar::Never => "never".to_owned(),
        Bar::NotAboveControl => "not above guessing".to_owned(),
        Bar::Advantage { most, .. } => format!("upper bound at most {most}"),
        Bar::NoAdvantageShown(most) => format!("lower bound at most {most}"),
    }
}

/// What else was counted, a line each.
fn notes(row: &Row) -> String {
    let keys: std::collections::BTreeSet<&str> =
        row.naive.notes.keys().chain(row.ours.notes.keys()).map(|key| &**key).collect();
    let of = |trials: &Trials, key: &str| trials.notes.get(key).copied().unwrap_or(0);
    keys.into_iter()
        .map(|key| (key, of(&row.naive, key), of(&row.ours, key)))
        .filter(|(_, naive, ours)| naive + ours > 0)
        .map(|(key, naive, ours)| format!("    {key}: naive {naive}, ours {ours}\n"))
        .collect()
}
