//! What columns are called in lists of sales, whoever bought.

use super::ranks::Candidate;
use super::words::{Concept, words};

/// Words for spans of time, folded, by which sales are added up.
const SPANS: [&str; 18] = [
    "month",
    "week",
    "quarter",
    "year",
    "period",
    "monat",
    "woche",
    "quartal",
    "jahr",
    "mois",
    "semaine",
    "mes",
    "semana",
    "mese",
    "settimana",
    "месяц",
    "月",
    "年月",
];

/// Whether a column of days is called as those of sales are, and not as one of a person's life with the shop.
pub(super) fn is_of_sales(candidate: &Candidate) -> bool {
    let said = words(&candidate.report.name);
    let date = candidate.says_any(&[Concept::Date, Concept::Order]);
    let span = said.iter().any(|word| SPANS.contains(&word.as_str()));
    (date && candidate.only(&[Concept::Date, Concept::Order, Concept::Line])) || span
}

/// Whether persons are counted beside money, as in lists of what each shop took on each day.
pub(super) fn counts_sales(candidates: &[Candidate]) -> bool {
    candidates.iter().any(|candidate| candidate.says(Concept::Customer) && candidate.counts())
}
