//! The columns of a customer table and what becomes of their cells: numbers, ages, days since, kinds.

use super::interner::Interner;
use super::ordinal::places;
use super::{Category, CustomerOptions, Measure};
use crate::Error;
use crate::table::{Cells, ColumnReading, ColumnType, MISSING, PersonalData, Role};

const SECONDS_A_DAY: i64 = 86_400;

/// Days of a year of the Gregorian calendar on average.
const DAYS_A_YEAR: f64 = 365.2425;

/// A column that becomes numbers.
#[derive(Debug)]
pub(super) struct NumberColumn {
    pub(super) at: usize,
    pub(super) name: String,
    source: Source,
    /// Width of the bands values are taken in.
    band: Option<f64>,
}

/// What the cells of a column say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Number,
    Day,
    BirthDay,
    BirthYear,
}

/// A column that becomes kinds.
#[derive(Debug)]
pub(super) struct KindColumn {
    pub(super) at: usize,
    pub(super) name: String,
    levels: Interner,
    codes: Vec<Option<u32>>,
}

impl NumberColumn {
    /// The column at place `at` of the file; `None` where its role asks for no numbers.
    ///
    /// # Errors
    /// [`Error::BadBand`].
    pub(super) fn new(
        at: usize,
        column: &ColumnReading,
        options: &CustomerOptions,
    ) -> Result<Option<Self>, Error> {
        let birth = column.personal_data == Some(PersonalData::Birth);
        let source = match (column.role, column.kind) {
            (Role::Feature, ColumnType::Number) if birth => Source::BirthYear,
            (Role::Feature, ColumnType::Number) => Source::Number,
            (Role::Feature, ColumnType::Date) if birth => Source::BirthDay,
            (Role::Feature | Role::Date, ColumnType::Date) => Source::Day,
            _ => return Ok(None),
        };
        let asked = options.bands.get(&column.name).copied();
        if asked.is_some_and(|width| !width.is_finite() || width <= 0.0) {
            return Err(Error::BadBand { column: column.name.clone() });
        }
        Ok(Some(NumberColumn { at, name: column.name.clone(), source, band: asked }))
    }

    /// The cell at `index` as a number: of dates the day, `NaN` where missing.
    pub(super) fn cell(&self, cells: &Cells, index: usize) -> f64 {
        match cells {
            Cells::Numbers(numbers) => numbers[index],
            Cells::Moments(moments) if moments[index] != MISSING => {
                moments[index].div_euclid(SECONDS_A_DAY) as f64
            }
            _ => f64::NAN,
        }
    }

    /// The last day in the column that ages may be counted to: any day but a birthday.
    pub(super) fn last_day(&self, values: impl Iterator<Item = f64>) -> Option<i64> {
        (self.source == Source::Day).then(|| last(values)).flatten()
    }

    /// The last day of the column, where it holds days or years of birth.
    pub(super) fn last_birth(&self, values: impl Iterator<Item = f64>) -> Option<i64> {
        match self.source {
            Source::BirthDay => last(values),
            Source::BirthYear => last(values.map(|year| ((year - 1970.0) * DAYS_A_YEAR + 365.0).floor())),
            Source::Number | Source::Day => None,
        }
    }

    /// The value of a cell on `day`: days since a date, the age of somebody, and in its band.
    pub(super) fn value(&self, cell: f64, day: i64) -> f64 {
        let value = match self.source {
            Source::Number => cell,
            Source::Day => day as f64 - cell,
            Source::BirthDay => ((day as f64 - cell) / DAYS_A_YEAR).floor(),
            Source::BirthYear => (1970.0 + day as f64 / DAYS_A_YEAR).floor() - cell,
        };
        self.band.map_or(value, |width| (value / width).floor() * width + width / 2.0)
    }

    /// What its values measure.
    pub(super) fn measure(&self) -> Measure {
        match self.source {
            Source::Number => Measure::Number,
            Source::Day => Measure::DaysSince,
            Source::BirthDay | Source::BirthYear => Measure::Age,
        }
    }
}

fn last(values: impl Iterator<Item = f64>) -> Option<i64> {
    values.filter(|value| value.is_finite()).reduce(f64::max).map(|day| day as i64)
}

impl KindColumn {
    /// The column at place `at` of the file; `None` where its role asks for no kinds.
    pub(super) fn new(at: usize, column: &ColumnReading) -> Option<Self> {
        let kinds =
            matches!(column.role, Role::Categorical | Role::Category | Role::Channel | Role::Location);
        kinds.then(|| KindColumn {
            at,
            name: column.name.clone(),
            levels: Interner::default(),
            codes: Vec::new(),
        })
    }

    /// Makes room for so many more cells.
    pub(super) fn reserve(&mut self, cells: usize) {
        self.codes.reserve_exact(cells);
    }

    /// Takes the cell at `index`.
    pub(super) fn push(&mut self, cells: &Cells, index: usize) {
        let text = match cells {
            Cells::Texts(texts) => texts.get(index),
            _ => "",
        };
        self.codes.push((!text.is_empty()).then(|| self.levels.intern(text)));
    }

    /// The level of row `row`; empty where missing.
    pub(super) fn level(&self, row: usize) -> &str {
        self.codes[row].map_or("", |code| self.levels.get(code))
    }

    /// The column with its levels in order, its rows in the given one.
    pub(super) fn finish(self, order: &[u32]) -> Category {
        let mut by_name: Vec<u32> = (0..self.levels.len() as u32).collect();
        by_name.sort_unstable_by(|&a, &b| self.levels.get(a).cmp(self.levels.get(b)));
        let mut place = vec![0_u32; by_name.len()];
        (0..).zip(&by_name).for_each(|(new, &old)| place[old as usize] = new);
        Category {
            name: self.name,
            levels: by_name.iter().map(|&code| self.levels.get(code).to_owned()).collect(),
            codes: order
                .iter()
                .map(|&row| self.codes[row as usize].map(|code| place[code as usize]))
                .collect(),
        }
    }
}

/// A column of kinds as places on a scale, where its levels have an order: values and what they measure.
pub(super) fn on_a_scale(category: &Category) -> Option<(Vec<f64>, Measure)> {
    let places = places(&category.levels)?;
    let mut ascending: Vec<usize> = (0..places.len()).collect();
    ascending.sort_by(|&a, &b| places[a].total_cmp(&places[b]));
    let levels = ascending.iter().map(|&at| category.levels[at].clone()).collect();
    let value = |code: &Option<u32>| code.map_or(f64::NAN, |code| places[code as usize]);
    Some((category.codes.iter().map(value).collect(), Measure::Ordinal { levels }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::parse_iso_day;

    fn column(source: Source, band: Option<f64>) -> NumberColumn {
        NumberColumn { at: 0, name: "x".into(), source, band }
    }

    fn day(text: &str) -> i64 {
        parse_iso_day(text).unwrap()
    }

    #[test]
    fn ages_and_days() {
        let today = day("2014-06-30");
        assert_eq!(column(Source::Day, None).value(day("2014-06-20") as f64, today), 10.0);
        assert_eq!(column(Source::BirthDay, None).value(day("1980-07-15") as f64, today), 33.0);
        assert_eq!(column(Source::BirthDay, None).value(day("1980-06-15") as f64, today), 34.0);
        assert_eq!(column(Source::BirthYear, None).value(1957.0, today), 57.0);
        assert_eq!(column(Source::BirthYear, Some(10.0)).value(1957.0, today), 55.0);
        assert_eq!(column(Source::Number, Some(20_000.0)).value(58_138.0, today), 50_000.0);
        assert!(column(Source::BirthYear, Some(10.0)).value(f64::NAN, today).is_nan());
    }

    #[test]
    fn ages_need_a_day_to_be_counted_to() {
        assert_eq!(
            column(Source::BirthYear, None).last_birth([1957.0, f64::NAN, 1996.0].into_iter()),
            Some(day("1996-12-31"))
        );
        assert_eq!(column(Source::Day, None).last_birth([9.0].into_iter()), None);
        assert_eq!(column(Source::Day, None).last_day([9.0, 12.0].into_iter()), Some(12));
        assert_eq!(column(Source::BirthDay, None).last_day([9.0].into_iter()), None);
    }
}
