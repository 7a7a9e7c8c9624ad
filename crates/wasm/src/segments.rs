//! From the plan to what may leave.

use ringfence::analysis;
use ringfence::documents::{Model, Recipe, Stage, assignments_csv, audience_csv};
use ringfence::release::{self, Internal, Released};
use ringfence::table::Reading;
use ringfence::{Error, Rows};
use ringfence_report::{self as report, segment_name};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{decode, decode_recipe, encode, language, thrown};

/// A job in progress: stages of units for compute workers.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Analysis {
    analysis: analysis::Analysis,
    reading: Reading,
}

/// The outcome of a job.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Segments {
    segmentation: analysis::Segmentation,
    reading: Reading,
}

/// Segments whose numbers are to be kept.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Anchor(analysis::Anchor);

/// What may leave, after disclosure control.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Shareable(Released);

/// What was released before, and the secret behind the noise of counts. For internal use.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Ledger(release::Ledger);

impl Analysis {
    pub(crate) fn new(analysis: analysis::Analysis, reading: Reading) -> Self {
        Analysis { analysis, reading }
    }
}

#[wasm_bindgen]
impl Analysis {
    /// Numbers in the matrix that compute workers need: customers × features.
    pub fn numbers(&self) -> usize {
        self.analysis.rows().numbers()
    }

    /// Columns of that matrix.
    pub fn columns(&self) -> usize {
        self.analysis.rows().columns()
    }

    /// Copies of that matrix, row-major, what comes after the first `from` numbers, as far as there is room, and gives how many it was.
    #[wasm_bindgen(js_name = copyNumbers)]
    pub fn copy_numbers(&self, from: usize, room: &js_sys::Float64Array) -> u32 {
        copy_numbers(self.analysis.rows(), from, room)
    }

    /// The units to run next; `undefined` when the job is done.
    #[wasm_bindgen(js_name = nextStage, unchecked_return_type = "Unit[] | undefined")]
    pub fn next_stage(&self) -> Result<JsValue, JsValue> {
        self.analysis.next_stage().map_or(Ok(JsValue::UNDEFINED), |units| encode(&units))
    }

    /// About how much work each unit of the present stage is, in the measure of `totalWork`.
    pub fn work(&self) -> Vec<f64> {
        self.analysis.work_of_stage()
    }

    /// About how much work the whole job is.
    #[wasm_bindgen(js_name = totalWork)]
    pub fn total_work(&self) -> f64 {
        self.analysis.total_work()
    }

    /// What there is to show before the job is done; `undefined` before its first stage and after its last.
    pub fn preview(&self) -> Option<Segments> {
        let reading = self.reading.clone();
        self.analysis.preview().map(|segmentation| Segments { segmentation, reading })
    }

    /// Whether every number of segments has its best fit.
    pub fn fitted(&self) -> bool {
        self.analysis.fitted()
    }

    /// Gives segments the numbers of those earlier ones that hold the same customers.
    #[wasm_bindgen(js_name = keepNumbers)]
    pub fn keep_numbers(&mut self, anchor: &Anchor) {
        self.analysis.keep_numbers(anchor.0.clone());
    }

    /// Takes the partials of a stage, in unit order.
    pub fn merge(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Partial[]")] partials: JsValue,
    ) -> Result<(), JsValue> {
        self.analysis.merge(decode(partials)?).map_err(thrown)
    }

    /// The outcome, once there is no stage left.
    pub fn finish(self) -> Result<Segments, JsValue> {
        let reading = self.reading;
        self.analysis.finish().map(|segmentation| Segments { segmentation, reading }).map_err(thrown)
    }
}

#[wasm_bindgen]
impl Anchor {
    /// The segments of a model document.
    #[wasm_bindgen(js_name = ofModel)]
    pub fn of_model(json: &str) -> Result<Anchor, JsValue> {
        Model::from_json(json).map(|model| Anchor(analysis::Anchor::of_model(&model))).map_err(thrown)
    }
}

#[wasm_bindgen]
impl Segments {
    /// These segments, for the next job to keep their numbers.
    pub fn anchor(&self) -> Anchor {
        Anchor(self.segmentation.anchor())
    }

    /// The recipe document, with the numbers that segments kept, without words of the file that tell of a few customers.
    #[wasm_bindgen(js_name = recipeJson)]
    pub fn recipe_json(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.segmentation.shared_recipe(&self.shown(recipe)?).map_err(thrown)?.to_json())
    }

    /// The recipe by which the file is read and fitted once more, for `foretell`; `undefined` where nothing can be foretold.
    #[wasm_bindgen(js_name = foresightRecipe, unchecked_return_type = "Recipe | undefined")]
    pub fn foresight_recipe(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<JsValue, JsValue> {
        let earlier = self.segmentation.foresight_recipe(&self.shown(recipe)?);
        earlier.map_or(Ok(JsValue::UNDEFINED), |earlier| encode(&earlier))
    }

    /// How much of the last quarter the segments tell in advance, from those made before it: a `Foresight`, or `null`. It is part of what
    /// is seen and released from now on.
    #[wasm_bindgen(unchecked_return_type = "Foresight | null")]
    pub fn foretell(
        &mut self,
        before: &Segments,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<JsValue, JsValue> {
        encode(&self.segmentation.foretell(&before.segmentation, &self.shown(recipe)?).map_err(thrown)?)
    }

    /// The job that another recipe asks for on the same customers, from the first stage on that these segments do not answer.
    pub fn again(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<Analysis, JsValue> {
        let analysis = self.segmentation.again(decode_recipe(recipe)?).map_err(thrown)?;
        Ok(Analysis { analysis, reading: self.reading.clone() })
    }

    /// Everything the operator sees: a `SegmentsView`.
    #[wasm_bindgen(unchecked_return_type = "SegmentsView")]
    pub fn view(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<JsValue, JsValue> {
        encode(&self.segmentation.view(&self.shown(recipe)?).map_err(thrown)?)
    }

    /// The customers on their two principal axes: a `MapView`.
    #[wasm_bindgen(unchecked_return_type = "MapView")]
    pub fn map(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<JsValue, JsValue> {
        encode(&self.segmentation.map(&self.shown(recipe)?).map_err(thrown)?)
    }

    /// An empty ledger for these customers.
    pub fn ledger(&self) -> Ledger {
        Ledger(release::Ledger::new(self.segmentation.features()))
    }

    /// What may leave, beside what the ledger says was released before.
    pub fn release(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
        ledger: &Ledger,
    ) -> Result<Shareable, JsValue> {
        self.segmentation.release(&self.shown(recipe)?, &ledger.0).map(Shareable).map_err(thrown)
    }

    /// The model document, for internal use.
    #[wasm_bindgen(js_name = modelJson)]
    pub fn model_json(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<String, JsValue> {
        let model = self.segmentation.model(&self.shown(recipe)?, &self.reading).map_err(thrown)?;
        Ok(model.to_json())
    }

    /// One row per customer with its segment: personal data, for internal use, only on an explicit request.
    #[wasm_bindgen(js_name = assignmentsCsv)]
    pub fn assignments_csv(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
        tag: &str,
    ) -> Result<String, JsValue> {
        let recipe = self.shown(recipe)?;
        let segments = self.segmentation.assignments(&recipe).map_err(thrown)?;
        let names = self.names(&recipe, tag)?;
        Ok(assignments_csv(&Internal::requested(), self.segmentation.features(), &segments, &names))
    }

    /// The customers of segment `number` (from 1): personal data, for internal use, only on an explicit request.
    #[wasm_bindgen(js_name = audienceCsv)]
    pub fn audience_csv(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
        number: u32,
    ) -> Result<String, JsValue> {
        let segments = self.segmentation.assignments(&self.shown(recipe)?).map_err(thrown)?;
        Ok(audience_csv(&Internal::requested(), self.segmentation.features(), &segments, number))
    }
}

impl Segments {
    /// A recipe under which these segments are shown: one that asks for other ones is refused.
    fn shown(&self, recipe: JsValue) -> Result<Recipe, JsValue> {
        let recipe = decode_recipe(recipe)?;
        match self.segmentation.made_by().first_difference(&recipe) {
            Some(stage) if stage < Stage::Advise => Err(thrown(Error::UnitMismatch)),
            _ => Ok(recipe),
        }
    }

    fn names(&self, recipe: &Recipe, tag: &str) -> Result<Vec<String>, JsValue> {
        let segments = self.segmentation.segments(recipe).map_err(thrown)?;
        let name = |segment: &ringfence::meaning::Segment| {
            segment_name(language(tag), segment.given.as_deref(), &segment.suggested, segment.ordinal)
        };
        Ok(segments.iter().map(name).collect())
    }
}

#[wasm_bindgen]
impl Ledger {
    /// A ledger as it was saved.
    #[wasm_bindgen(js_name = ofJson)]
    pub fn of_json(json: &str) -> Result<Ledger, JsValue> {
        release::Ledger::from_json(json).map(Ledger).map_err(thrown)
    }

    /// The ledger document, for internal use.
    pub fn json(&self) -> String {
        self.0.to_json()
    }

    /// How many summaries it remembers.
    pub fn releases(&self) -> usize {
        self.0.releases()
    }
}

#[wasm_bindgen]
impl Shareable {
    /// Writes into the ledger that this was released.
    pub fn record(&self, ledger: &mut Ledger) {
        ledger.0.record(&self.0);
    }

    /// The summary as it will be: a `Summary`.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub fn view(&self, tag: &str) -> Result<JsValue, JsValue> {
        encode(&report::summary(&self.0, language(tag)))
    }

    /// The summary as JSON.
    pub fn json(&self, tag: &str) -> String {
        report::json(&self.0, language(tag))
    }

    /// The summary as CSV.
    pub fn csv(&self, tag: &str) -> String {
        report::csv(&self.0, language(tag))
    }

    /// The report.
    pub fn html(&self, tag: &str) -> String {
        report::html(&self.0, language(tag))
    }
}

fn copy_numbers(rows: Rows<'_>, from: usize, room: &js_sys::Float64Array) -> u32 {
    /// Numbers that are copied at a time.
    const AT_A_TIME: usize = 1 << 12;
    let mut piece = [0.0; AT_A_TIME];
    let mut done = 0;
    while done < room.length() {
        let left = AT_A_TIME.min((room.length() - done) as usize);
        let count = rows.copy(from + done as usize, &mut piece[..left]) as u32;
        if count == 0 {
            break;
        }
        room.subarray(done, done + count).copy_from(&piece[..count as usize]);
        done += count;
    }
    done
}
