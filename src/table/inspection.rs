//! What pass 1 found, and how a decision is made of it.

use serde::{Deserialize, Serialize};

use super::numbers::MOST_PLACES;
use super::personal::PersonalData;
use super::questions::Question;
use super::ranks::unreadable;
use super::reading::is_false;
use super::roles::{Proposal, propose_as};
use super::speaks::Told;
use super::spread::Spreads;
use super::words::Concept;
use super::{
    Beside, ColumnChoice, ColumnReading, ColumnType, DateFormat, DateOrder, DecimalMark, Layout, Personal,
    Reading, ReadingOptions, Role, Shape, Spread, iso_day,
};
use crate::{Error, Notice, Statement};

/// What a file is, column by column. Its JSON is what `ringfence inspect --json` prints. It holds no cell's text; of numbers and
/// dates that are nobody's personal data it holds the extremes, and of kinds too how they are spread, for the screen of whoever has the
/// file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Inspection {
    /// WHATWG name of the encoding.
    pub encoding: String,
    /// What separates cells.
    pub delimiter: char,
    /// How the cells of a line stand beside each other.
    #[serde(default)]
    pub layout: Layout,
    /// Rows above the table that are read over.
    #[serde(default)]
    pub lead: u64,
    /// Whether the first row names the columns.
    pub header: bool,
    /// Rows between the header and the first row of data (units) that are read over.
    #[serde(default)]
    pub under: u64,
    /// Whether characters that are all zeros are read over.
    #[serde(default, skip_serializing_if = "is_false")]
    pub skips_nul: bool,
    /// Rows of data.
    pub rows: u64,
    /// Rows of these, evenly taken, from which it is told how columns are spread; absent where it is all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sampled: Option<u64>,
    /// Bytes in the file.
    pub bytes: u64,
    /// What a row is.
    pub shape: Shape,
    /// The columns in file order.
    pub columns: Vec<ColumnReport>,
    /// What only the user can tell.
    pub questions: Vec<Question>,
    /// What was survived.
    pub notices: Vec<Notice>,
}

/// What one column is and is proposed for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct ColumnReport {
    /// Its name; unique in the file.
    pub name: String,
    /// What its cells are.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// What it is proposed for.
    pub role: Role,
    /// What it says of persons.
    pub personal: Personal,
    /// Cells without a value.
    pub missing: u64,
    /// Different values: exact up to a budget, then an estimate.
    pub distinct: u64,
    /// Whether that is an estimate.
    #[serde(default, skip_serializing_if = "is_false")]
    pub estimated: bool,
    /// Decimal mark, where it holds numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalMark>,
    /// The order of day, month and year, where it holds dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// Decimal places kept by exact sums.
    #[serde(default)]
    pub scale: u8,
    /// How its dates are written; also of numbers and texts that could be read as dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateFormat>,
    /// Decimal mark and places of a text of which half or more are numbers, for when the user says so. It is written nowhere.
    #[serde(skip)]
    pub(super) numbers: Option<(DecimalMark, u8)>,
    /// What its rows tell of it that its name does not. It is written nowhere.
    #[serde(skip)]
    pub(super) told: Option<Told>,
    /// Of a text, how many cells hold something, and how the most of them look. It is written nowhere.
    #[serde(skip)]
    pub(super) unreadable: (u64, Vec<String>),
    /// How many of its cells would be ids that a spreadsheet cut. It is written nowhere.
    #[serde(skip)]
    pub(super) cut_ids: u64,
    /// Why this role.
    pub why: Statement,
    /// Kind of personal data, where it was recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal_data: Option<PersonalData>,
    /// Why it counts as personal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal_why: Option<Statement>,
    /// Cells that do not fit its type.
    pub unread: u64,
    /// Whole numbers that count the rows.
    #[serde(default)]
    pub sequence: bool,
    /// Numbers written like `#1001`.
    #[serde(default)]
    pub numbered: bool,
    /// Whether 0, among ids, is nobody's: what shops write for guests.
    #[serde(default, skip_serializing_if = "is_false")]
    pub zero_is_nobody: bool,
    /// The column, counted from 0, whose empty cells say that a row goes on with what the row above it has here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_on_with: Option<u32>,
    /// The column of orders' ids, counted from 0, where this one is the total of an order, which all its lines repeat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub once_per: Option<u32>,
    /// Whether most of the orders' ids are C and digits, so that these mark no return.
    #[serde(default, skip_serializing_if = "is_false")]
    pub c_is_common: bool,
    /// Whether orders' ids begin again, so that an order is an id on a day.
    #[serde(default, skip_serializing_if = "is_false")]
    pub with_day: bool,
    /// How it says which rows count, and with which sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Beside>,
    /// The first day that is none by mistake, where days far before all others stand in the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The last such day, where days far behind all others stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Least number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Greatest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Mean, where the sum is exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// First day, where it holds the dates of purchases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// How its values are spread, where it is one of the first 64 columns, for numbers, for the dates of purchases and for texts of few
    /// kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spread: Option<Spread>,
    /// What of these the role may hide, for when another role shows it again. It is written nowhere.
    #[serde(skip)]
    pub(super) extremes: Extremes,
}

/// What the cells of a column range over.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Extremes {
    /// Least and greatest number.
    pub(super) range: Option<(f64, f64)>,
    pub(super) mean: Option<f64>,
    /// First and last day, since 1970-01-01.
    pub(super) days: Option<(i64, i64)>,
    /// As they are read, or would be if the user said so.
    pub(super) spreads: Spreads,
}

/// The shape and the roles that follow from the user's choices, and the choice about each column.
type Decision<'a> = (Shape, Vec<Proposal>, Vec<Option<&'a ColumnChoice>>);

impl Inspection {
    /// Whether there is a column of this name.
    pub fn has_column(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column.name == name)
    }

    /// The decision that follows from the proposals and the user's choices.
    ///
    /// A role that only one column can have moves to where the user puts it; the roles of the other columns and the shape are then
    /// proposed anew.
    ///
    /// # Errors
    /// [`Error::UnknownColumn`], [`Error::RoleGivenTwice`], [`Error::ColumnNotDate`], [`Error::ColumnNotNumeric`]; where the rows are
    /// neither customers nor purchases, [`Error::NoCustomerColumn`], [`Error::NoDateColumn`] or [`Error::NoAmountColumn`].
    pub fn reading(&self, options: &ReadingOptions) -> Result<Reading, Error> {
        let reading = self.reading_as(None, options)?;
        if reading.shape != Shape::Unknown {
            return Ok(reading);
        }
        let cut = self.columns.iter().find(|column| column.cut_ids > 0);
        Err(match (reading.position(Role::CustomerId), reading.position(Role::Date)) {
            (None, _) if cut.is_some() => {
                Error::IdsCut { column: cut.map_or_else(String::new, |column| column.name.clone()) }
            }
            (None, _) => Error::NoCustomerColumn,
            (_, None) => unreadable(&self.columns, Concept::Date).map_or(Error::NoDateColumn, |report| {
                let (column, (count, forms)) = (report.name.clone(), report.unreadable.clone());
                Error::DatesNotUnderstood { column, count, forms }
            }),
            _ => unreadable(&self.columns, Concept::Amount).map_or(Error::NoAmountColumn, |report| {
                let (column, (count, forms)) = (report.name.clone(), report.unreadable.clone());
                Error::AmountsNotUnderstood { column, count, forms }
            }),
        })
    }

    /// As [`Inspection::reading`], for a file that is one part of several: of shape `Customers` it lists them, however often one stands
    /// there; of shape `Transactions` its rows are lines or orders, whatever is missing of what purchases have.
    ///
    /// # Errors
    /// [`Error::UnknownColumn`], [`Error::RoleGivenTwice`], [`Error::ColumnNotDate`], [`Error::ColumnNotNumeric`]; of a list without
    /// customers [`Error::NoCustomerColumn`].
    pub fn reading_of_part(&self, shape: Shape, options: &ReadingOptions) -> Result<Reading, Error> {
        let reading = self.reading_as(Some(shape), options)?;
        match reading.position(Role::CustomerId) {
            None if shape == Shape::Customers => Err(Error::NoCustomerColumn),
            _ => Ok(reading),
        }
    }

    fn reading_as(&self, known: Option<Shape>, options: &ReadingOptions) -> Result<Reading, Error> {
        let (shape, proposals, choices) = self.decide(known, options)?;
        let columns = self.columns.iter().zip(&proposals).zip(&choices);
        let columns = columns
            .map(|((report, proposal), choice)| report.reading(proposal, *choice))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Reading {
            encoding: self.encoding.clone(),
            delimiter: self.delimiter,
            layout: self.layout.clone(),
            lead: self.lead,
            header: self.header,
            under: self.under,
            skips_nul: self.skips_nul,
            shape,
            columns,
        })
    }

    /// The same inspection with the user's choices in place of the proposals, for the screen: it also stands where the file cannot be
    /// read that way yet. Questions that were answered are gone.
    ///
    /// # Errors
    /// [`Error::UnknownColumn`] and [`Error::RoleGivenTwice`].
    pub fn corrected(&self, options: &ReadingOptions) -> Result<Inspection, Error> {
        self.corrected_as(None, options)
    }

    /// As [`Inspection::corrected`], for a file that is one part of several, as [`Inspection::reading_of_part`] reads it.
    ///
    /// # Errors
    /// [`Error::UnknownColumn`] and [`Error::RoleGivenTwice`].
    pub fn corrected_of_part(&self, shape: Shape, options: &ReadingOptions) -> Result<Inspection, Error> {
        let corrected = self.corrected_as(Some(shape), options)?;
        Ok(Inspection { notices: self.notices_of_part().cloned().collect(), ..corrected })
    }

    /// What is to be told of a file that is one part of several: what it lacks by itself, the others may have.
    pub fn notices_of_part(&self) -> impl Iterator<Item = &Notice> {
        let lacks = |notice: &&Notice| {
            matches!(notice, Notice::OrdersWithoutCustomer | Notice::CustomersWithoutPurchases)
        };
        self.notices.iter().filter(move |notice| !lacks(notice))
    }

    fn corrected_as(&self, known: Option<Shape>, options: &ReadingOptions) -> Result<Inspection, Error> {
        let (shape, proposals, choices) = self.decide(known, options)?;
        let mut corrected = Inspection { shape, ..self.clone() };
        for ((column, proposal), choice) in corrected.columns.iter_mut().zip(proposals).zip(choices) {
            let decimal = choice.and_then(|choice| choice.decimal).or(column.decimal);
            let date_order = choice.and_then(|choice| choice.date_order).or(column.date_order);
            // Read another way, the cells range over something else.
            if decimal != column.decimal {
                (column.extremes.range, column.extremes.mean) = (None, None);
            }
            if date_order != column.date_order {
                column.extremes.days = None;
            }
            (column.decimal, column.date_order) = (decimal, date_order);
            column.take_role(proposal);
        }
        corrected.questions.retain(|question| !question.is_answered(options));
        let count = |name: &str| options.columns.get(name).is_some_and(|choice| choice.counts == Some(true));
        corrected.notices.retain(|notice| !notice.column_that_speaks().is_some_and(count));
        Ok(corrected)
    }

    /// What has to be assumed of columns that `reading` uses, where neither the file nor `options`, by which it was made, say which of two
    /// ways to read them holds.
    pub fn assumed(&self, options: &ReadingOptions, reading: &Reading) -> Vec<Notice> {
        let used = |name: &str| reading.column(name).is_some_and(|column| column.role != Role::Ignore);
        let open = self.questions.iter().filter(|question| !question.is_answered(options));
        open.filter(|question| used(&question.column)).filter_map(Question::assumed).collect()
    }

    /// The shape and the roles that follow from the user's choices, and the choice about each column.
    fn decide<'a>(&self, known: Option<Shape>, options: &'a ReadingOptions) -> Result<Decision<'a>, Error> {
        if let Some(name) = options.columns.keys().find(|name| !self.has_column(name)) {
            return Err(Error::UnknownColumn { name: name.clone() });
        }
        let choices: Vec<Option<&ColumnChoice>> =
            self.columns.iter().map(|column| options.columns.get(&column.name)).collect();
        let chosen: Vec<Option<Role>> =
            choices.iter().map(|choice| choice.and_then(|choice| choice.role)).collect();
        self.refuse_double_roles(&chosen)?;
        let (shape, proposals) = propose_as(known, &self.columns, self.rows, self.header, &chosen);
        Ok((shape, proposals, choices))
    }

    fn refuse_double_roles(&self, chosen: &[Option<Role>]) -> Result<(), Error> {
        for (index, role) in chosen.iter().enumerate().filter(|(_, role)| role.is_some_and(Role::is_single)) {
            if let Some(second) = chosen[index + 1..].iter().position(|other| other == role) {
                let name = |index: usize| self.columns[index].name.clone();
                return Err(Error::RoleGivenTwice { first: name(index), second: name(index + 1 + second) });
            }
        }
        Ok(())
    }
}

impl ColumnReport {
    /// Puts a role, its reason and the verdict that goes with it in place, and shows of the column what they allow.
    pub(super) fn take_role(&mut self, proposal: Proposal) {
        (self.role, self.why, self.personal) = (proposal.role, proposal.why, proposal.personal);
        self.personal_why = match (self.personal, self.personal_data) {
            (Personal::KeyOnly, _) => Some(Statement::new("personal-key")),
            (Personal::Drop, None) => Some(Statement::new(PersonalData::Name.why())),
            (_, data) => data.map(|data| Statement::new(data.why())),
        };
        let open = self.personal == Personal::None;
        // An infinite number, which a file may hold, cannot be written as one.
        let finite = |(least, greatest): &(f64, f64)| least.is_finite() && greatest.is_finite();
        let range = self.extremes.range.filter(finite).filter(|_| open && self.role != Role::OrderId);
        self.min = range.map(|(least, _)| least);
        self.max = range.map(|(_, greatest)| greatest);
        self.mean = self.extremes.mean.filter(|mean| range.is_some() && mean.is_finite());
        let days = self.extremes.days.filter(|_| open && self.role == Role::Date);
        self.first = days.map(|(first, _)| iso_day(first));
        self.last = days.map(|(_, last)| iso_day(last));
        let shown = match self.kind {
            ColumnType::Date => self.role == Role::Date,
            _ => self.role != Role::OrderId,
        };
        let spread = self.extremes.spreads.under(self.decimal, self.date_order);
        self.spread = spread.filter(|_| open && shown).cloned();
    }

    fn reading(&self, proposal: &Proposal, choice: Option<&ColumnChoice>) -> Result<ColumnReading, Error> {
        let role = proposal.role;
        let mut kind = self.kind;
        if role == Role::Date && matches!(kind, ColumnType::Number | ColumnType::Text) && self.date.is_some()
        {
            kind = ColumnType::Date;
        }
        if role == Role::Date && kind != ColumnType::Date {
            return Err(Error::ColumnNotDate { column: self.name.clone() });
        }
        let numeric =
            matches!(role, Role::Amount | Role::Quantity | Role::UnitPrice | Role::Discount | Role::Feature);
        // Dates are features by the days since.
        let counted = role == Role::Feature && kind == ColumnType::Date;
        let (own, scale) = match self.numbers.filter(|_| numeric && kind == ColumnType::Text) {
            Some((mark, scale)) => (Some(mark), scale),
            None => (self.decimal, self.scale),
        };
        if own.is_some() && kind == ColumnType::Text {
            kind = ColumnType::Number;
        }
        if numeric && !counted && kind != ColumnType::Number {
            return Err(Error::ColumnNotNumeric { column: self.name.clone() });
        }
        let decimal = choice.and_then(|choice| choice.decimal).or(own);
        // Under another mark the places counted do not hold.
        let scale = if decimal == own { scale } else { MOST_PLACES };
        let order = choice.and_then(|choice| choice.date_order);
        let date = self.date.map(|format| match order {
            Some(order) if order != format.order => {
                DateFormat { order, form: format.form.undone(), ..format }
            }
            _ => format,
        });
        Ok(ColumnReading {
            name: self.name.clone(),
            kind,
            role,
            personal: proposal.personal,
            personal_data: self.personal_data,
            decimal: decimal.filter(|_| kind == ColumnType::Number),
            scale,
            date: date.filter(|_| kind == ColumnType::Date),
            missing: choice.and_then(|choice| choice.missing.clone()).unwrap_or_default(),
            zero_is_nobody: self.zero_is_nobody && role == Role::CustomerId,
            goes_on_with: self.goes_on_with,
            once_per: self.once_per.filter(|_| role == Role::Amount),
            c_is_common: self.c_is_common && role == Role::OrderId,
            with_day: self.with_day && role == Role::OrderId,
            beside: self.beside.filter(|_| choice.is_none_or(|choice| choice.counts != Some(true))),
            since: self.since.clone().filter(|_| role == Role::Date),
            until: self.until.clone().filter(|_| role == Role::Date),
        })
    }
}
