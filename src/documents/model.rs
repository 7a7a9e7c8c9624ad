//! The model: a recipe with everything resolved, ready to score new customers. For internal use.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Recipe;
use crate::customers::{OptOuts, Pass, Preparation, SourceOptions};
use crate::meaning::Segment;
use crate::segments::Partition;
use crate::table::{ColumnChoice, Inspection, Reading, ReadingOptions, Role, parse_iso_day};
use crate::version::check_version;
use crate::{Error, Matrix, Statement};

/// Newest version of a model understood here.
const VERSION: u32 = 1;

/// Segments that can be given to customers who were not there when they were found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Model {
    /// What this document is.
    pub kind: String,
    /// Version of this document.
    pub version: u32,
    /// The recipe it was made by.
    pub recipe: Recipe,
    /// How the file was read.
    pub reading: Reading,
    /// The day recency was counted to, as an ISO date, where the file had any.
    pub reference_day: Option<String>,
    /// How features become coordinates.
    pub preparation: Preparation,
    /// The number of segments that was advised.
    pub advised_k: Option<u32>,
    /// Segments × features, in scaled units, in order of the segments.
    pub centroids: Matrix,
    /// What labels customers, where it is not the nearest centroid: segments of a method other than K-means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partition: Option<Partition>,
    /// Names of the segments.
    pub segments: Vec<ModelSegment>,
}

/// A segment of a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct ModelSegment {
    /// Its number, from 1.
    pub number: u32,
    /// Its suggested name.
    pub suggested: Statement,
    /// Which of the segments with the same suggested name it is, from 1; 0 where the name is unique.
    pub ordinal: u32,
    /// The name the user gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
}

impl Model {
    /// What `kind` says in every model.
    pub const KIND: &str = "ringfence-model";

    /// A model of the given segments, each of whose customers are those nearest to its centroid.
    pub fn new(
        recipe: Recipe,
        reading: Reading,
        reference_day: Option<String>,
        preparation: Preparation,
        advised_k: Option<u32>,
        centroids: Matrix,
        segments: &[Segment],
    ) -> Self {
        let segments = segments.iter().map(|segment| ModelSegment {
            number: segment.number,
            suggested: segment.suggested.clone(),
            ordinal: segment.ordinal,
            given: segment.given.clone(),
        });
        Model {
            kind: Model::KIND.to_owned(),
            version: VERSION,
            recipe,
            reading,
            reference_day,
            preparation,
            advised_k,
            centroids,
            partition: None,
            segments: segments.collect(),
        }
    }

    /// Reads a model.
    ///
    /// # Errors
    /// [`Error::WrongVersion`], [`Error::BadModel`] with the place in the document, or [`Error::UnsoundModel`] with the part that does not fit
    /// the others.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        check_version(json, VERSION)?;
        let model: Model = serde_json::from_str(json)
            .map_err(|at| Error::BadModel { line: at.line() as u64, column: at.column() as u64 })?;
        match model.unsound_part() {
            None => Ok(Model { recipe: model.recipe.with_asked(), ..model }),
            Some(part) => Err(Error::UnsoundModel { part: part.to_owned() }),
        }
    }

    /// The field whose content cannot be, or does not fit those before it.
    fn unsound_part(&self) -> Option<&'static str> {
        let (k, partition) = (self.segments.len(), self.partition());
        let parts = [
            ("kind", self.kind == Model::KIND),
            ("segments", k > 0),
            ("preparation", self.preparation.is_sound()),
            (
                "centroids",
                self.centroids.columns() == self.preparation.columns() && self.centroids.rows() == k,
            ),
            ("partition", partition.is_sound(self.centroids.columns()) && partition.k() == k),
        ];
        parts.into_iter().find(|(_, is_sound)| !is_sound).map(|(part, _)| part)
    }

    /// Writes the model, indented, with a newline at the end.
    pub fn to_json(&self) -> String {
        super::pretty(self)
    }

    /// How a new file has to be read so that its columns mean what they meant in the model's: every role by column name, and of two
    /// ways to read a column, where the new file leaves that open, the model's. Columns that played no part need not be there.
    pub fn reading_options(&self, inspection: &Inspection) -> ReadingOptions {
        let choice = |role| ColumnChoice { role: Some(role), ..ColumnChoice::default() };
        let columns = self.reading.columns.iter();
        let columns =
            columns.filter(|column| column.role != Role::Ignore || inspection.has_column(&column.name));
        let mut columns: BTreeMap<String, ColumnChoice> =
            columns.map(|column| (column.name.clone(), choice(column.role))).collect();
        for column in self.reading.columns.iter().filter(|column| !column.missing.is_empty()) {
            columns.entry(column.name.clone()).or_default().missing = Some(column.missing.clone());
        }
        for question in &inspection.questions {
            let Some(known) = self.reading.column(&question.column) else { continue };
            let (date_order, decimal) = (known.date.map(|date| date.order), known.decimal);
            // Where the model's file asked the same, it was answered; a column that then said nothing of its rows says nothing now.
            let counts = known.beside.is_none().then_some(true);
            let as_before = ColumnChoice { date_order, decimal, counts, ..ColumnChoice::default() };
            if let Some(answer) = question.answered_by(&as_before) {
                let column = columns.entry(known.name.clone()).or_default();
                (column.date_order, column.decimal) = (answer.date_order, answer.decimal);
                column.counts = answer.counts;
            }
        }
        // In another workbook the sheet has another name, or the same place.
        ReadingOptions { sheet: None, columns }
    }

    /// How several new files have to be read. One that has every column that played a part is read as the model's was; of others, as
    /// lists of customers beside the purchases, what the recipe says of the file in the same place, if anything.
    pub fn source_options(&self, inspections: &[Inspection]) -> Vec<SourceOptions> {
        let played = || self.reading.columns.iter().filter(|column| column.role != Role::Ignore);
        let of_file = |(file, found): (usize, &Inspection)| {
            let known = self.recipe.sources.get(file).cloned().unwrap_or_default();
            let reading = match played().all(|column| found.has_column(&column.name)) {
                true => self.reading_options(found),
                false => ReadingOptions { sheet: None, ..known.reading },
            };
            SourceOptions { reading, ..known }
        };
        inspections.iter().enumerate().map(of_file).collect()
    }

    /// Pass 2 over new files that pass 1 found this in, read as the model's were, without the customers on the list.
    ///
    /// # Errors
    /// As [`Pass::over_one`] and [`Pass::over_several`].
    pub fn pass(&self, found: &[Inspection], opt_outs: Option<OptOuts>) -> Result<Pass, Error> {
        let options = &self.recipe.customers;
        match found {
            [only] => Pass::over_one(only, &self.reading_options(only), options, opt_outs),
            several => Pass::over_several(several, &self.source_options(several), options, opt_outs),
        }
    }

    /// What labels customers.
    pub fn partition(&self) -> Partition {
        self.partition.clone().unwrap_or_else(|| Partition::Centroids(self.centroids.clone()))
    }

    /// The day recency was counted to, in days since 1970-01-01.
    pub fn day(&self) -> Option<i64> {
        self.reference_day.as_deref().and_then(parse_iso_day)
    }
}
