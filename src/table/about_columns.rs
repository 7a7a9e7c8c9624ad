//! What is told of single columns: how their dates are written, what stands in their cells beside numbers, what they are left out for,
//! and why they cannot be read.

use super::evidence::{Evidence, MARKS};
use super::inspection::{Answer, ColumnReport, Question};
use super::kinds::order_name;
use super::personal::PersonalData;
use super::words::{Concept, concepts};
use super::{ColumnChoice, ColumnType, DateForm, DateOrder, DecimalMark, Personal, Role, calendars};
use crate::{Error, Notice, Statement};

/// What is told of how the dates of a column are written.
pub(super) fn about_dates(report: &ColumnReport, column: &Evidence) -> Option<Notice> {
    let (name, dates) = (report.name.clone(), &column.dates);
    let form = report.date.filter(|_| report.kind == ColumnType::Date)?.form;
    let others = dates.day_first_only + dates.month_first_only + dates.both_orders;
    match form {
        DateForm::Swapped => Some(Notice::DaysSwapped { column: name, count: dates.year_first, others }),
        DateForm::Mixed => Some(Notice::DatesOfTwoOrders { column: name, count: dates.year_first, others }),
        DateForm::Separated if column.remarks.solar_hijri => Some(Notice::SolarHijriDates { column: name }),
        _ => None,
    }
}

/// The last day that a birth can be of where a file has no other days: 2025-12-31.
const LATEST_BIRTH: i64 = 20_453;

/// Reads births of two digits: none of them lies after the file's other days.
pub(super) fn births(reports: &mut [ColumnReport], columns: &[Evidence]) -> Vec<Notice> {
    let is_birth = |report: &ColumnReport| report.personal_data == Some(PersonalData::Birth);
    let dated = reports.iter().filter(|report| report.kind == ColumnType::Date && !is_birth(report));
    let last = dated.filter_map(|report| Some(report.extremes.days?.1)).max();
    let latest = last.unwrap_or(LATEST_BIRTH);
    let year = calendars::civil(latest).0 as u32;
    let births = reports.iter_mut().zip(columns).filter(|(report, _)| is_birth(report));
    let read = births.filter_map(|(report, column)| {
        let format = report.date.as_mut().filter(|_| report.kind == ColumnType::Date)?;
        let short =
            matches!(format.form, DateForm::Separated | DateForm::Named) && !column.remarks.full_years;
        let (first, last) =
            column.remarks.births_until(year, format.order == DateOrder::Ymd).filter(|_| short)?;
        format.latest = Some(latest);
        report.extremes.days = None;
        let column = report.name.clone();
        Some(Notice::BirthsOfTwoDigits { column, first: first.to_string(), last: last.to_string() })
    });
    read.collect()
}

/// Amounts whose cells name several currencies.
pub(super) fn currencies(report: &ColumnReport, column: &Evidence) -> Option<Notice> {
    let summed = matches!(report.role, Role::Amount | Role::UnitPrice | Role::Discount | Role::Feature);
    let currencies = &column.remarks.currencies;
    (summed && currencies.len() > 1).then(|| Notice::CurrenciesInCells {
        column: report.name.clone(),
        count: currencies.len() as u64,
        currencies: currencies.clone(),
    })
}

/// The columns that hold labels and are therefore no measures.
pub(super) fn labels(reports: &[ColumnReport]) -> Option<Notice> {
    let left_out = reports.iter().filter(|report| report.why.key == "role-ignore-label");
    let columns: Vec<String> = left_out.map(|report| report.name.clone()).collect();
    (!columns.is_empty()).then_some(Notice::LabelsLeftOut { columns })
}

/// Where no column says when or how much, the columns that are called so and whose cells cannot be read.
pub(super) fn not_understood(reports: &[ColumnReport]) -> Vec<Notice> {
    let has = |role: Role| reports.iter().any(|report| report.role == role);
    let money = has(Role::Amount) || has(Role::UnitPrice);
    let mut notices = Vec::new();
    if let Some(report) = unreadable(reports, Concept::Date).filter(|_| !has(Role::Date)) {
        let (column, count, forms) = (report.name.clone(), report.unreadable.0, report.unreadable.1.clone());
        notices.push(Notice::DatesNotUnderstood { column, count, forms });
    }
    if let Some(report) = unreadable(reports, Concept::Amount).filter(|_| !money && has(Role::CustomerId)) {
        let (column, count, forms) = (report.name.clone(), report.unreadable.0, report.unreadable.1.clone());
        notices.push(Notice::AmountsNotUnderstood { column, count, forms });
    }
    notices
}

/// Why no date or no amount is found, by the column that is called so; `None` where none is.
pub(super) fn dead_end(reports: &[ColumnReport], concept: Concept) -> Option<Error> {
    let report = unreadable(reports, concept)?;
    let (column, (count, forms)) = (report.name.clone(), report.unreadable.clone());
    Some(match concept {
        Concept::Date => Error::DatesNotUnderstood { column, count, forms },
        _ => Error::AmountsNotUnderstood { column, count, forms },
    })
}

/// The first column of text that is called so, of cells that look like something.
fn unreadable(reports: &[ColumnReport], concept: Concept) -> Option<&ColumnReport> {
    let is_called = |report: &&ColumnReport| {
        let said = concepts(&report.name);
        let other = |found: &Option<Concept>| {
            matches!(found, Some(Concept::Id | Concept::Birth | Concept::OtherEvent))
        };
        said.contains(&Some(concept)) && !said.iter().any(other)
    };
    let mut texts = reports.iter().filter(|report| {
        let free = matches!(report.role, Role::Ignore | Role::Categorical);
        report.kind == ColumnType::Text && report.personal == Personal::None && free
    });
    texts.find(|report| is_called(report) && !report.unreadable.1.is_empty())
}

/// Asks how a column of purchases is read where more than a twentieth of the rows would be lost since its cells do not fit: as now, the
/// other way that some of them fit, or not at all.
pub(super) fn ask_unread(
    report: &ColumnReport,
    unread: u64,
    column: &Evidence,
    rows: u64,
) -> Option<Question> {
    let used = matches!(report.role, Role::Date | Role::Amount | Role::UnitPrice | Role::Quantity);
    if !used || report.personal != Personal::None || unread * LOST < rows {
        return None;
    }
    let read = column.present() - unread;
    let as_now = Statement::new("unread-as-now").with("count", read).with("unread", unread);
    let mut answers = Vec::new();
    match (report.decimal, report.date) {
        (Some(mark), _) if report.kind == ColumnType::Number => {
            let at = usize::from(mark == DecimalMark::Point);
            let other = MARKS[at];
            answers.push((ColumnChoice { decimal: Some(mark), ..ColumnChoice::default() }, as_now));
            let count = column.numbers.under(at).count;
            if column.numbers.only[at] > 0 {
                let said =
                    Statement::new("unread-other-mark").with("mark", mark_name(other)).with("count", count);
                let said = said.with("unread", column.present() - count);
                answers.push((ColumnChoice { decimal: Some(other), ..ColumnChoice::default() }, said));
            }
        }
        (_, Some(format)) if report.kind == ColumnType::Date => {
            answers
                .push((ColumnChoice { date_order: Some(format.order), ..ColumnChoice::default() }, as_now));
            let others = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy].into_iter().filter(|order| {
                format.form == DateForm::Separated
                    && *order != format.order
                    && column.dates.under(*order).count > 0
            });
            answers.extend(others.map(|order| {
                let count = column.dates.under(order).count;
                let said = Statement::new("unread-other-order").with("order", order_name(order));
                let said = said.with("count", count).with("unread", column.present() - count);
                (ColumnChoice { date_order: Some(order), ..ColumnChoice::default() }, said)
            }));
        }
        _ => return None,
    }
    let not_used = ColumnChoice { role: Some(Role::Ignore), ..ColumnChoice::default() };
    answers.push((not_used, Statement::new("unread-not-used")));
    let answer = |(at, (choice, consequence))| Answer { choice, consequence, proposed: at == 0 };
    Some(Question {
        ask: Statement::new(MANY_UNREAD)
            .with("column", report.name.as_str())
            .with("count", unread)
            .with("share", unread as f64 / rows.max(1) as f64),
        column: report.name.clone(),
        answers: answers.into_iter().enumerate().map(answer).collect(),
    })
}

/// Of how many rows one must be lost to be asked about.
const LOST: u64 = 20;

/// What is asked then. Which cells could not be read is told anyway, so that nothing is assumed.
pub(super) const MANY_UNREAD: &str = "many-unread";

fn mark_name(mark: DecimalMark) -> &'static str {
    if mark == DecimalMark::Comma { "," } else { "." }
}
