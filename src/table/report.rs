//! From what pass 1 saw to what it says: every column's report, the shape of the file, the notices.

use super::about_columns::{
    about_dates, ask_sentinels, ask_unread, births, currencies, labels, not_understood, tell_sentinels,
};
use super::beside_amount::{Rows as Seen, beside_amounts};
use super::blanks::{customers_go_on, orders_go_on};
use super::echoes::echoes;
use super::evidence::Evidence;
use super::factors::{factors, net_total};
use super::forms::misfits;
use super::inspect::Rows;
use super::inspection::{ColumnReport, Extremes, Inspection};
use super::kinds::{Decision, Locale, decide, locale};
use super::orders::{OrderTotal, order_totals};
use super::personal::recognise;
use super::pieces::pieces;
use super::ranks::MOST_KINDS;
use super::roles::{Role, propose};
use super::speaks::Told;
use super::spread::Spreads;
use super::tally::Tally;
use super::who_and_when::{
    Stray, about_ids, cut_ids, may_hold_ids, one_of_many, orders_begin_again, stray_days,
};
use super::words::{Concept, concepts, words};
use super::{Beside, ColumnType, DecimalMark, Personal, Shape, iso_day};
use crate::limits::FEWEST_CUSTOMERS;
use crate::{CountOf, Error, Notice, Statement};

/// The inspection of a file that has gone by; `workbook` where a sheet was written as that file.
///
/// # Errors
/// [`Error::EmptyFile`], [`Error::OneColumn`], [`Error::HeaderOnly`].
pub(super) fn conclude(rows: Rows, encoding: &str, bytes: u64, workbook: bool) -> Result<Inspection, Error> {
    let Rows { dialect, body, table, skips_nul } = rows;
    if body.columns() < 2 {
        return Err(if body.columns() == 0 { Error::EmptyFile } else { Error::OneColumn });
    }
    if body.rows() == 0 {
        return Err(Error::HeaderOnly);
    }
    let (rows, all) = (body.rows(), table.columns.len());
    let mut columns: Vec<Evidence> = table.columns.into_iter().map(super::column::Column::finish).collect();
    while columns.len() > 2
        && columns.last().is_some_and(|column| column.present() == 0 && column.narrow.count == 0)
        && !body.header().has_name(columns.len() - 1)
    {
        columns.pop();
    }
    let (names, named) = body.header().names(columns.len());
    let mut notices = Vec::new();
    if dialect.lead > 0 {
        notices.push(Notice::LeadLines { count: dialect.lead });
    }
    notices.extend(named);
    let left_out = (all - columns.len()) as u64;
    if left_out > 0 {
        notices.push(Notice::EmptyColumnsLeftOut { count: left_out });
    }
    notices.extend(body.into_notices());
    notices.extend(table.swallowed.told(|count, rows| Notice::RowsWithinQuotes { count, rows }));
    let locale = match workbook {
        true => Locale::of_workbook(&names),
        false => locale(&columns, &names, dialect.delimiter),
    };
    let sampled = table.sample.rows();
    let mut questions = Vec::new();
    let mut reports = Vec::with_capacity(columns.len());
    let mut unread = Vec::with_capacity(columns.len());
    let mut about_roles = Vec::new();
    for (name, column) in names.into_iter().zip(&columns) {
        let (mut report, decision) = report(name, column, rows, locale);
        report.extremes.spreads = Spreads::new(sampled, reports.len(), &report, column);
        unread.push(decision.unread);
        let is_shown = report.personal_data.is_none();
        questions
            .extend(decision.question.map(|asked| if is_shown { asked } else { asked.withholding_values() }));
        reports.push(report);
    }
    for (column, data) in echoes(sampled, &reports) {
        reports[column].personal_data = Some(data);
    }
    for column in factors(&table.first_rows, &reports) {
        reports[column].told = Some(Told::Factor);
    }
    for column in sampled.columns_of(&reports) {
        let ids = may_hold_ids(&reports[column]);
        reports[column].cut_ids = if ids { cut_ids(sampled.values(column)) } else { 0 };
    }
    let (mut shape, mut proposals) = propose(&reports, rows, dialect.header, &[]);
    let mut told = pieces(sampled, &reports, &proposals);
    told.extend(net_total(&table.first_rows, &reports, &proposals).map(|column| (column, Told::LineTotal)));
    if !told.is_empty() {
        told.into_iter().for_each(|(column, told)| reports[column].told = Some(told));
        (shape, proposals) = propose(&reports, rows, dialect.header, &[]);
    }
    about_roles.extend(births(&mut reports, &columns));
    let totals = order_totals(&table.first_rows, &reports, &proposals);
    for OrderTotal { column, order } in &totals {
        reports[*column].once_per = Some(*order as u32);
    }
    if !totals.is_empty() {
        (shape, proposals) = propose(&reports, rows, dialect.header, &[]);
    }
    for (report, proposal) in reports.iter_mut().zip(proposals) {
        report.take_role(proposal);
        if report.personal == Personal::Drop {
            about_roles.push(Notice::PersonalColumnLeftOut { column: report.name.clone() });
        }
    }
    about_roles.extend(about_shape(shape, &reports));
    about_roles.extend(totals.iter().filter_map(|total| about_total(&reports[total.column], &reports)));
    about_roles.extend(date_in_parts(&reports));
    for (report, column) in reports.iter().zip(&columns) {
        about_roles.extend(currencies(report, column));
        // Where a number under one mark is another under the other, values are not told apart well enough.
        let sentinels = if column.numbers.either == 0 { column.sentinels.as_slice() } else { &[] };
        about_roles.extend(tell_sentinels(report, sentinels));
        questions.extend(ask_sentinels(report, sentinels));
    }
    about_roles.extend(labels(&reports));
    about_roles.extend(not_understood(&reports));
    if let Some((order, columns)) = orders_go_on(&table.first_rows, shape, &reports) {
        about_roles.push(Notice::RowsGoOn { count: reports[order].missing });
        columns.into_iter().for_each(|column| reports[column].goes_on_with = Some(order as u32));
    } else if let Some(customer) = customers_go_on(&table.first_rows, shape, &reports, rows) {
        let (column, count) = (reports[customer].name.clone(), reports[customer].missing);
        about_roles.push(Notice::CustomersGoOn(CountOf { column, count }));
        reports[customer].goes_on_with = Some(customer as u32);
    }
    let cut = reports.iter().filter(|report| report.cut_ids > 0 && may_be_customers(report));
    about_roles.extend(
        cut.map(|report| Notice::CutIds(CountOf { column: report.name.clone(), count: report.cut_ids })),
    );
    if shape == Shape::Transactions {
        let seen = Seen { sample: sampled, all: rows, reports: &reports };
        let spoken = beside_amounts(&seen);
        let things = things_for_spending(&reports);
        let few = few_customers(&reports, rows);
        let days = seen.days();
        let begin_again = orders_begin_again(&seen, &days, &questions);
        let stray = stray_days(&seen, &days);
        about_roles.extend(spoken.notices);
        about_roles.extend(about_ids(&seen));
        about_roles.extend(one_of_many(&seen, &spoken.rows));
        questions.extend(spoken.questions);
        about_roles.extend(about_purchases(&reports, &columns, &spoken.columns));
        spoken.said.into_iter().for_each(|(column, beside)| reports[column].beside = Some(beside));
        about_roles.extend(few);
        if let Some(column) = things {
            reports[column].beside = Some(Beside::Things);
            let things = CountOf { column: reports[column].name.clone(), count: reports[column].distinct };
            about_roles.push(Notice::ThingsForSpending(things));
        }
        if let Some((order, count)) = begin_again {
            reports[order].with_day = true;
            let column = reports[order].name.clone();
            about_roles.push(Notice::OrdersBeginAgain(CountOf { column, count }));
        }
        if let Some(Stray { column, days, since, until, notice }) = stray {
            let report = &mut reports[column];
            (report.since, report.until) = (since.map(iso_day), until.map(iso_day));
            report.extremes.days = Some(days);
            if report.first.is_some() {
                (report.first, report.last) = (Some(iso_day(days.0)), Some(iso_day(days.1)));
            }
            about_roles.push(notice);
        }
    }
    for ((report, unread), column) in reports.iter_mut().zip(&mut unread).zip(&columns) {
        let exact = matches!(report.role, Role::Amount | Role::Quantity | Role::UnitPrice | Role::Discount);
        if exact && report.scale > 0 {
            unread.join(&column.huge);
            report.unread = unread.count;
        }
        report.c_is_common = column.return_ids * 2 > column.present();
        let asked = questions.iter().any(|question| question.column == report.name);
        if shape == Shape::Transactions && !asked {
            // What much is lost by comes first.
            questions.splice(0..0, ask_unread(report, unread.count, column, rows));
        }
    }
    let cells = reports.iter().zip(unread).zip(&columns);
    notices.extend(cells.flat_map(|((report, unread), column)| about_cells(report, unread, column)));
    notices.extend(about_roles);
    notices
        .extend(questions.drain(MOST_QUESTIONS.min(questions.len())..).filter_map(|asked| asked.assumed()));
    Ok(Inspection {
        encoding: encoding.to_owned(),
        delimiter: char::from(dialect.delimiter),
        layout: dialect.layout,
        lead: dialect.lead,
        header: dialect.header,
        under: dialect.under,
        skips_nul,
        rows,
        sampled: Some(sampled.len() as u64).filter(|sampled| *sampled < rows),
        bytes,
        shape,
        columns: reports,
        questions,
        notices,
    })
}

fn about_cells(report: &ColumnReport, unread: Tally, column: &Evidence) -> Vec<Notice> {
    let mut notices = Vec::new();
    let (narrow, no_day) = (column.narrow.clone(), column.dates.no_day);
    let name = || report.name.clone();
    if no_day > 0 && report.kind == ColumnType::Date {
        notices.push(Notice::DatesWithoutDay { column: name(), count: no_day });
    }
    notices.extend(about_dates(report, column));
    let mark = usize::from(report.decimal == Some(DecimalMark::Comma));
    let forms =
        if report.personal == Personal::None { misfits(column, report.kind, mark) } else { Vec::new() };
    notices.extend(unread.told(|count, rows| Notice::CellsNotRead { column: name(), count, rows, forms }));
    notices.extend(narrow.told(|count, rows| Notice::CellsTooNarrow { column: name(), count, rows }));
    notices
}

/// The column of things bought, where nothing says what they cost.
fn things_for_spending(reports: &[ColumnReport]) -> Option<usize> {
    let has = |role: Role| with_role(reports, role).is_some();
    let paid = has(Role::Amount) || (has(Role::Quantity) && has(Role::UnitPrice));
    reports.iter().position(|report| report.role == Role::Product).filter(|_| !paid)
}

/// Rows from which on a handful of customers are no example.
const ROWS_OF_FEW: u64 = 80;

/// Where fewer customers bought than segments can be made of, that is told.
fn few_customers(reports: &[ColumnReport], rows: u64) -> Option<Notice> {
    let customer = with_role(reports, Role::CustomerId)?;
    let few = customer.distinct < FEWEST_CUSTOMERS as u64 && rows >= ROWS_OF_FEW;
    few.then(|| Notice::FewCustomers(CountOf { column: customer.name.clone(), count: customer.distinct }))
}

/// Questions that are asked of one file at most: whoever is asked more answers none.
const MOST_QUESTIONS: usize = 3;

/// Whether a column is called as customers' ids are.
fn may_be_customers(report: &ColumnReport) -> bool {
    let said = concepts(&report.name);
    said.contains(&Some(Concept::Customer)) || said.iter().all(|concept| *concept == Some(Concept::Id))
}

/// The first column of a role.
fn with_role(reports: &[ColumnReport], role: Role) -> Option<&ColumnReport> {
    reports.iter().find(|report| report.role == role)
}

/// What cannot be told of the rows, with what is missing for it.
fn about_shape(shape: Shape, reports: &[ColumnReport]) -> Option<Notice> {
    let has = |role: Role| with_role(reports, role).is_some();
    match shape {
        Shape::Unknown if has(Role::CustomerId) => Some(Notice::CustomersWithoutPurchases),
        Shape::Unknown => Some(Notice::OrdersWithoutCustomer),
        _ => None,
    }
}

/// What is counted instead of an order's total, or that it counts once.
fn about_total(total: &ColumnReport, reports: &[ColumnReport]) -> Option<Notice> {
    let name = |role: Role| with_role(reports, role).map(|report| report.name.clone());
    let column = total.name.clone();
    match (name(Role::Amount), name(Role::Quantity), name(Role::UnitPrice)) {
        (Some(amount), ..) if amount == column => Some(Notice::OrderTotalCountedOnce { column }),
        (Some(counted), ..) => Some(Notice::OrderTotalNotCounted { column, counted }),
        (None, Some(quantity), Some(price)) => {
            Some(Notice::PiecesCountedForOrderTotal { column, quantity, price })
        }
        _ => None,
    }
}

/// Names of years, months and days, folded as headers are.
const PARTS: [&[&str]; 3] = [
    &["year", "jahr", "annee", "ano", "anno", "jaar", "rok", "год", "年"],
    &["month", "monat", "mois", "mes", "mese", "maand", "miesiac", "месяц", "月"],
    &["day", "tag", "jour", "dia", "giorno", "dag", "dzien", "день", "日"],
];

/// Where no column is the date of the rows, whole numbers that are called years, months and days together.
fn date_in_parts(reports: &[ColumnReport]) -> Option<Notice> {
    let part = |names: &&[&str]| {
        let called = |report: &&ColumnReport| {
            let said = words(&report.name);
            said.last().is_some_and(|last| names.contains(&last.as_str()))
        };
        let whole = |report: &&ColumnReport| report.kind == ColumnType::Number && report.scale == 0;
        reports.iter().filter(whole).find(called).map(|report| report.name.clone())
    };
    let dated = with_role(reports, Role::Date).is_some();
    let columns: Option<Vec<String>> = PARTS.iter().map(part).collect();
    columns.filter(|_| !dated).map(|columns| Notice::DateInSeveralColumns { columns })
}

/// What the column is, before it is known what for.
fn report(name: String, column: &Evidence, rows: u64, locale: Locale) -> (ColumnReport, Decision) {
    let decision = decide(column, &name, locale);
    let varied = column.distinct * 10 >= column.present() * 8;
    let personal_data = recognise(&concepts(&name), decision.kind, &column.shapes, varied);
    let whole = decision.kind == ColumnType::Number && decision.scale == 0 && decision.unread.count == 0;
    let counts = decision
        .range
        .is_some_and(|(low, high)| (low == 0.0 || low == 1.0) && high - low + 1.0 == rows as f64);
    // An estimate is within one part in fifty.
    let each_once = column.distinct == rows || (!column.exact && column.distinct.abs_diff(rows) * 50 <= rows);
    let report = ColumnReport {
        kind: decision.kind,
        role: Role::Ignore,
        personal: Personal::None,
        missing: column.missing,
        distinct: column.distinct,
        estimated: !column.exact,
        decimal: decision.decimal,
        date_order: decision.date.filter(|_| decision.kind == ColumnType::Date).map(|format| format.order),
        scale: decision.scale,
        date: decision.date,
        numbers: decision.numbers,
        told: None,
        unreadable: (column.present(), misfits(column, decision.kind, 0)),
        cut_ids: 0,
        why: Statement::new(""),
        personal_data,
        personal_why: None,
        unread: decision.unread.count,
        sequence: whole && counts && column.missing == 0 && each_once,
        zero_is_nobody: zero_is_nobody(column, &decision),
        goes_on_with: None,
        once_per: None,
        c_is_common: false,
        with_day: false,
        beside: None,
        since: None,
        until: None,
        numbered: column.shapes.numbered * 5 >= column.present() * 4 && column.present() > 0,
        min: None,
        max: None,
        mean: None,
        first: None,
        last: None,
        spread: None,
        extremes: Extremes {
            range: decision.range,
            mean: decision.mean,
            days: decision.days,
            spreads: Spreads::None,
        },
        name,
    };
    (report, decision)
}

/// Ids are given from 1 on, and guests get none, which many shops write as 0: then many lines have it, or the others are far from it.
fn zero_is_nobody(column: &Evidence, decision: &Decision) -> bool {
    let distinct = column.distinct.max(1);
    let often = column.zeros.saturating_mul(distinct) > column.present().saturating_mul(5);
    let far = decision.range.is_none_or(|(_, high)| high > 20.0 * distinct as f64);
    let ids = matches!(decision.kind, ColumnType::Text) || decision.scale == 0;
    column.zeros > 0 && ids && (often || far)
}

/// What is told of rows that are no ordinary purchases, and is for the user to judge.
fn about_purchases(reports: &[ColumnReport], columns: &[Evidence], spoken: &[usize]) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (at, (report, column)) in reports.iter().zip(columns).enumerate() {
        let name = || report.name.clone();
        let header = concepts(&report.name);
        let says = |concept: Concept| header.contains(&Some(concept));
        let free = matches!(
            report.role,
            Role::Ignore | Role::Categorical | Role::Location | Role::Channel | Role::Category
        );
        let few = report.kind == ColumnType::Text && report.distinct <= MOST_KINDS;
        if column.voided > 0 && few && free && !spoken.contains(&at) {
            notices.push(Notice::CancelledRows(CountOf { column: name(), count: column.voided }));
        }
        let some = report.extremes.range.is_some_and(|(low, high)| low < 0.0 || high > 0.0);
        if says(Concept::Refund) && report.kind == ColumnType::Number && some && free {
            notices.push(Notice::RefundsNotTakenOff { column: name() });
        }
        if says(Concept::Currency) && few && report.distinct > 1 {
            notices.push(Notice::SeveralCurrencies { column: name(), count: report.distinct });
        }
    }
    if let (None, Some(discount)) = (with_role(reports, Role::Amount), with_role(reports, Role::Discount)) {
        notices.push(Notice::DiscountNotTakenOff { column: discount.name.clone() });
    }
    notices
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::column::Column;
    use super::*;

    /// A report as pass 1 makes it, for the tests of what follows from reports.
    pub(in crate::table) fn report(name: &str, kind: ColumnType, distinct: u64) -> ColumnReport {
        let column = Column::new(1).finish();
        let (report, _) = super::report(name.to_owned(), &column, 0, locale(&[], &[], b','));
        ColumnReport { kind, distinct, ..report }
    }
}
