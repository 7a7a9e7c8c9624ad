//! What is told of single columns: how their dates are written, what stands in their cells beside numbers, what they are left out for,
//! and why they cannot be read.

use super::evidence::{Evidence, MARKS};
use super::inspection::ColumnReport;
use super::kinds::order_name;
use super::personal::PersonalData;
use super::questions::{Answer, MANY_UNREAD, Question};
use super::ranks::unreadable;
use super::sentinels::Sentinel;
use super::words::Concept;
use super::{ColumnChoice, ColumnType, DateForm, DateOrder, DecimalMark, Personal, Role, calendars};
use crate::{Notice, Statement};

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
    let read = column.present().saturating_sub(unread);
    let as_now = Statement::new("unread-as-now").with("count", read).with("unread", unread);
    let as_it_is = ColumnChoice { role: Some(report.role), ..ColumnChoice::default() };
    let mut answers = Vec::new();
    match (report.decimal, report.date) {
        (Some(mark), _) if report.kind == ColumnType::Number => {
            let at = usize::from(mark == DecimalMark::Point);
            let other = MARKS[at];
            answers.push((ColumnChoice { decimal: Some(mark), ..as_it_is.clone() }, as_now));
            let count = column.numbers.under(at).count;
            if column.numbers.only[at] > 0 {
                let said =
                    Statement::new("unread-other-mark").with("mark", mark_name(other)).with("count", count);
                let said = said.with("unread", column.present() - count);
                answers.push((ColumnChoice { decimal: Some(other), ..as_it_is.clone() }, said));
            }
        }
        (_, Some(format)) if report.kind == ColumnType::Date => {
            answers.push((ColumnChoice { date_order: Some(format.order), ..as_it_is.clone() }, as_now));
            let others = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy].into_iter().filter(|order| {
                format.form == DateForm::Separated
                    && *order != format.order
                    && column.dates.under(*order).count > 0
            });
            answers.extend(others.map(|order| {
                let count = column.dates.under(order).count;
                let said = Statement::new("unread-other-order").with("order", order_name(order));
                let said = said.with("count", count).with("unread", column.present() - count);
                (ColumnChoice { date_order: Some(order), ..as_it_is.clone() }, said)
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

fn mark_name(mark: DecimalMark) -> &'static str {
    if mark == DecimalMark::Comma { "," } else { "." }
}

/// Asks whether the sentinels of a column of customers' numbers are no values.
pub(super) fn ask_sentinels(report: &ColumnReport, sentinels: &[Sentinel]) -> Option<Question> {
    let first = sentinels.first().filter(|_| report.role == Role::Feature && is_number(report))?;
    let count: u64 = sentinels.iter().map(|sentinel| sentinel.count).sum();
    let codes = sentinels.iter().map(|sentinel| sentinel.value).collect();
    let (least, greatest) = first.others;
    let choice = |missing| ColumnChoice { missing: Some(missing), ..ColumnChoice::default() };
    let missing = Statement::new("far-value-is-missing").with("count", count).with("least", least);
    Some(Question {
        ask: Statement::new("which-far-value")
            .with("column", report.name.as_str())
            .with("count", count)
            .with("end", end(sentinels)),
        column: report.name.clone(),
        answers: vec![
            Answer {
                choice: choice(Vec::new()),
                consequence: Statement::new("far-value-is-value").with("count", count),
                proposed: true,
            },
            Answer {
                choice: choice(codes),
                consequence: missing.with("greatest", greatest),
                proposed: false,
            },
        ],
    })
}

/// What is told of amounts, prices and quantities with sentinels.
pub(super) fn tell_sentinels(report: &ColumnReport, sentinels: &[Sentinel]) -> Option<Notice> {
    let summed = matches!(report.role, Role::Amount | Role::UnitPrice | Role::Quantity);
    let count = sentinels.iter().filter(|sentinel| sentinel.is_greatest).map(|sentinel| sentinel.count).sum();
    (summed && is_number(report) && count > 0)
        .then(|| Notice::FarValueKept { column: report.name.clone(), count })
}

fn is_number(report: &ColumnReport) -> bool {
    report.kind == ColumnType::Number
}

/// `least`, `greatest` or `both`.
fn end(sentinels: &[Sentinel]) -> &'static str {
    match sentinels {
        [_, _, ..] => "both",
        [sentinel] if sentinel.is_greatest => "greatest",
        _ => "least",
    }
}
