//! Several files of one shop: what each of them is, and by which columns they become one table.
//!
//! *Purchases* say who bought, when and for how much; several such files are put end to end, whatever the order of their columns. Where
//! a shop keeps who and when apart from what, *orders* and *lines* are joined by the order's id. What a file of *customers* says of each
//! is joined to them by the customer's id.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::table::{
    ColumnReading, DateFormat, DecimalMark, Inspection, Personal, Reading, ReadingOptions, Role, Shape,
};
use crate::{Error, Notice};

/// What one of several files holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum SourceKind {
    /// Lines with a customer, a date and money.
    Purchases,
    /// One row an order: who, and when. What was paid is taken from the lines.
    Orders,
    /// What was bought in the orders.
    Lines,
    /// One row a customer.
    Customers,
}

/// What the user decided about one of several files.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SourceOptions {
    /// What it is, where that is not as proposed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
    /// How it is read.
    pub reading: ReadingOptions,
}

/// One of several files and how it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// What it holds.
    pub kind: SourceKind,
    /// How it is read in pass 2.
    pub reading: Reading,
    /// What is assumed of it, where neither the user nor another file says how it is read.
    pub assumed: Vec<Notice>,
    /// For each column of the joined table, where this file has it; empty for orders and customers, which are joined.
    pub(super) places: Vec<Option<usize>>,
    /// Of a list of customers the column of ids by which purchases know them, where that is not the one that says who they are.
    pub(super) id: Option<usize>,
}

/// How several files become one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sources {
    /// The files in the order they were given.
    pub files: Vec<Source>,
    /// The joined table, as if it were a file of purchases.
    pub joined: Reading,
}

/// How the cells of a column are written.
type Written = (Option<DecimalMark>, Option<DateFormat>);

/// Roles whose column tells what was paid.
const MONEY: [Role; 3] = [Role::Amount, Role::Quantity, Role::UnitPrice];

impl Sources {
    /// Decides what each file is and how it is read; `options` are the user's, one for each file, and may be fewer.
    ///
    /// # Errors
    /// [`Error::SourceNotUnderstood`], [`Error::NoPurchasesFile`], and as [`Inspection::reading`].
    pub fn new(inspections: &[Inspection], options: &[SourceOptions]) -> Result<Self, Error> {
        let options: Vec<SourceOptions> = (0..inspections.len())
            .map(|file| {
                with_what_twins_know(inspections, file, options.get(file).cloned().unwrap_or_default())
            })
            .collect();
        let parts =
            inspections.iter().zip(&options).map(|(found, options)| as_lines(found, &options.reading));
        let parts = parts.collect::<Result<Vec<Reading>, Error>>()?;
        let kinds = kinds(inspections, &parts, &options)?;
        let first = kinds.iter().position(|kind| is_lines(*kind)).ok_or(Error::NoPurchasesFile)?;
        let orders = kinds.iter().position(|kind| *kind == SourceKind::Orders).map(|file| &parts[file]);
        let mut joined = parts[first].clone();
        for role in [Role::CustomerId, Role::Date] {
            if joined.position(role).is_none() {
                let column = orders.and_then(|orders| Some(orders.columns[orders.position(role)?].clone()));
                joined.columns.push(column.ok_or(Error::SourceNotUnderstood { file: first as u64 + 1 })?);
            }
        }
        let mut files = Vec::with_capacity(kinds.len());
        for (file, (mut reading, kind)) in parts.into_iter().zip(kinds).enumerate() {
            let places = if is_lines(kind) { places(&joined, &reading) } else { Vec::new() };
            let paid = |role: &Role| (joined.position(*role).is_some(), reading.position(*role).is_some());
            if is_lines(kind) && MONEY.iter().map(paid).any(|(joined, here)| joined && !here) {
                return Err(Error::SourceNotUnderstood { file: file as u64 + 1 });
            }
            let mut id = None;
            if kind == SourceKind::Customers {
                reading = inspections[file].reading_of_part(Shape::Customers, &options[file].reading)?;
                id = other_id(&joined, &mut reading);
            }
            let assumed = inspections[file].assumed(&options[file].reading, &reading);
            files.push(Source { kind, reading, assumed, places, id });
        }
        name_persons(&mut joined, &files);
        let mut sources = Sources { files, joined };
        sources.agree_on_scales();
        Ok(sources)
    }

    /// What pass 1 has to tell of each of several files: what one lacks by itself, the others may have.
    pub fn notices(inspections: &[Inspection]) -> Vec<Notice> {
        let of_file = |(file, found): (usize, &Inspection)| -> Vec<Notice> {
            found.notices_of_part().map(|notice| notice.clone().of_file(file)).collect()
        };
        inspections.iter().enumerate().flat_map(of_file).collect()
    }

    /// The files in the order they have to be read: lists that say who is behind an id, and orders, before the lines that need them.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.files.len()).collect();
        order.sort_by_key(|&file| {
            let source = &self.files[file];
            (source.id.is_none(), source.kind != SourceKind::Orders)
        });
        order
    }

    /// Whether the files whose rows become rows of the joined table have the same columns in the same order, written the same way: then
    /// equal rows are equal in every cell.
    pub(super) fn are_written_alike(&self) -> bool {
        fn written(reading: &Reading) -> impl Iterator<Item = (&str, Option<u32>, Option<Written>)> {
            reading.columns.iter().map(|column| {
                let read = column.role != Role::Ignore;
                (column.name.as_str(), column.goes_on_with, read.then_some((column.decimal, column.date)))
            })
        }
        let rows = self.files.iter().filter(|source| is_lines(source.kind));
        let mut readings = rows.map(|source| &source.reading);
        let Some(first) = readings.next() else { return false };
        readings.all(|other| {
            other.delimiter == first.delimiter
                && other.layout == first.layout
                && written(other).eq(written(first))
        })
    }

    /// Exact sums need one number of decimal places for all files.
    fn agree_on_scales(&mut self) {
        for at in 0..self.joined.columns.len() {
            let here = |source: &Source| source.places.get(at).copied().flatten();
            let scales =
                self.files.iter().filter_map(|source| Some(source.reading.columns[here(source)?].scale));
            let scale = scales.max().unwrap_or_default().max(self.joined.columns[at].scale);
            self.joined.columns[at].scale = scale;
            for source in &mut self.files {
                if let Some(place) = here(source) {
                    source.reading.columns[place].scale = scale;
                }
            }
        }
    }
}

impl SourceKind {
    /// The word it has in JSON.
    pub fn name(self) -> &'static str {
        match self {
            SourceKind::Purchases => "purchases",
            SourceKind::Orders => "orders",
            SourceKind::Lines => "lines",
            SourceKind::Customers => "customers",
        }
    }
}

/// How a file is read whose rows are lines or orders, as long as nobody knows better.
fn as_lines(found: &Inspection, options: &ReadingOptions) -> Result<Reading, Error> {
    found.reading_of_part(Shape::Transactions, options)
}

/// Whether its rows become rows of the joined table.
pub(super) fn is_lines(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Purchases | SourceKind::Lines)
}

fn kinds(
    inspections: &[Inspection],
    parts: &[Reading],
    options: &[SourceOptions],
) -> Result<Vec<SourceKind>, Error> {
    let mut kinds = Vec::with_capacity(parts.len());
    for (file, SourceOptions { kind: given, reading }) in options.iter().enumerate() {
        let kind = given.or_else(|| kind(inspections, parts, file, reading));
        kinds.push(kind.ok_or(Error::SourceNotUnderstood { file: file as u64 + 1 })?);
    }
    // Purchases beside lines of the same orders are those orders: their totals must not be counted once more.
    if kinds.contains(&SourceKind::Lines) {
        for (file, kind) in kinds.iter_mut().enumerate() {
            let id = parts[file].position(Role::OrderId).map(|at| &inspections[file].columns[at]);
            let each_once = id.is_some_and(|id| id.distinct * 10 >= inspections[file].rows * 9);
            if *kind == SourceKind::Purchases && each_once && options[file].kind.is_none() {
                *kind = SourceKind::Orders;
            }
        }
    }
    Ok(kinds)
}

/// What a file is, by the roles its columns could have.
fn kind(
    inspections: &[Inspection],
    parts: &[Reading],
    file: usize,
    options: &ReadingOptions,
) -> Option<SourceKind> {
    let has = |role: Role| parts[file].position(role).is_some();
    let shape = inspections[file].corrected(options).ok()?.shape;
    let money = has(Role::Amount) || (has(Role::Quantity) && has(Role::UnitPrice));
    let who_and_when = has(Role::CustomerId) && has(Role::Date);
    let several = has(Role::OrderId) || shape == Shape::Transactions || !twins(inspections, file).is_empty();
    match () {
        () if who_and_when && money && several => Some(SourceKind::Purchases),
        () if who_and_when && has(Role::OrderId) => Some(SourceKind::Orders),
        () if has(Role::OrderId) && !who_and_when && (money || has(Role::Product)) => Some(SourceKind::Lines),
        () if has(Role::CustomerId) && (shape == Shape::Customers || knows_ids(parts, file)) => {
            Some(SourceKind::Customers)
        }
        () => None,
    }
}

/// Whether a file has, beside its customers, the ids by which another one knows them.
fn knows_ids(parts: &[Reading], file: usize) -> bool {
    let ids = parts.iter().filter_map(|part| Some(&part.columns[part.position(Role::CustomerId)?].name));
    let here = |name: &String| parts[file].column(name).is_some_and(|column| column.role != Role::CustomerId);
    ids.into_iter().any(here)
}

/// Other files with the same columns, in whatever order.
fn twins(inspections: &[Inspection], file: usize) -> Vec<usize> {
    let names = |file: usize| -> BTreeSet<&str> {
        inspections[file].columns.iter().map(|column| column.name.as_str()).collect()
    };
    (0..inspections.len()).filter(|other| *other != file && names(*other) == names(file)).collect()
}

/// Adds to a file's options what files with the same columns know: which of two ways to read a column holds, where this file leaves it
/// open and another does not, and what a column is for, by the first of them.
fn with_what_twins_know(
    inspections: &[Inspection],
    file: usize,
    mut options: SourceOptions,
) -> SourceOptions {
    let twins = twins(inspections, file);
    for question in &inspections[file].questions {
        let clear = twins
            .iter()
            .find(|twin| inspections[**twin].questions.iter().all(|other| other.column != question.column));
        let column = clear
            .and_then(|twin| inspections[*twin].columns.iter().find(|column| column.name == question.column));
        let choice = options.reading.columns.entry(question.column.clone()).or_default();
        choice.date_order = choice.date_order.or(column.and_then(|column| column.date_order));
        choice.decimal = choice.decimal.or(column.and_then(|column| column.decimal));
    }
    let Some(first) = twins.first().filter(|first| **first < file) else { return options };
    let Ok(roles) = as_lines(&inspections[*first], &ReadingOptions::default()) else { return options };
    let mut agreed = options.clone();
    for column in roles.columns.iter().filter(|column| column.role != Role::Ignore) {
        agreed.reading.columns.entry(column.name.clone()).or_default().role.get_or_insert(column.role);
    }
    // A column may hold something else there; then the file speaks for itself.
    if as_lines(&inspections[file], &agreed.reading).is_ok() { agreed } else { options }
}

/// Of a list of customers the column that is called as purchases call theirs, where another one says who is who; it is read from now on.
fn other_id(joined: &Reading, list: &mut Reading) -> Option<usize> {
    let name = &joined.columns[joined.position(Role::CustomerId)?].name;
    let id = list.columns.iter().position(|column| column.name == *name)?;
    let column = &mut list.columns[id];
    if column.role == Role::CustomerId {
        return None;
    }
    // Of customers, the number of an order is kept as it stands and nobody is compared by it.
    (column.role, column.personal) = (Role::OrderId, Personal::KeyOnly);
    Some(id)
}

/// Customers are called what the list calls those who are behind their ids.
fn name_persons(joined: &mut Reading, files: &[Source]) {
    let list = files.iter().find(|source| source.id.is_some());
    let person = list.and_then(|list| Some(&list.reading.columns[list.reading.position(Role::CustomerId)?]));
    if let (Some(at), Some(person)) = (joined.position(Role::CustomerId), person) {
        joined.columns[at].name = person.name.clone();
    }
}

/// Where a file has the columns of the joined table: by role where only one column can have it, else by name.
fn places(joined: &Reading, reading: &Reading) -> Vec<Option<usize>> {
    let place = |column: &ColumnReading| match column.role {
        Role::Ignore => None,
        role if role.is_single() => reading.position(role),
        role => reading.columns.iter().position(|other| other.name == column.name && other.role == role),
    };
    joined.columns.iter().map(place).collect()
}
