//! The two passes over a file.

use std::sync::Arc;

use ringfence::analysis;
use ringfence::customers::{Builder, Features, OptOuts};
use ringfence::table;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Analysis, decode_recipe, encode, thrown};

/// Pass 1 in progress.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Inspector(table::Inspector);

/// What pass 1 found.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Inspected(table::Inspection);

/// Pass 2 in progress.
#[wasm_bindgen]
#[derive(Debug)]
pub struct CustomerReader {
    reader: table::Reader,
    builder: Builder,
    reading: table::Reading,
    notices: Vec<ringfence::Notice>,
}

/// The customers of a file.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Customers {
    features: Arc<Features>,
    reading: table::Reading,
}

#[wasm_bindgen]
impl Inspector {
    /// A pass over a new file.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Inspector {
        Inspector::default()
    }

    /// A pass over the CSV that a workbook's sheet was written as.
    #[wasm_bindgen(js_name = forWorkbook)]
    pub fn for_workbook() -> Inspector {
        Inspector(table::Inspector::for_workbook())
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.0.push(bytes).map_err(thrown)
    }

    /// Ends the pass.
    pub fn finish(self) -> Result<Inspected, JsValue> {
        self.0.finish().map(Inspected).map_err(thrown)
    }
}

impl Inspected {
    pub(crate) fn inspection(&self) -> &table::Inspection {
        &self.0
    }
}

impl Customers {
    pub(crate) fn new(features: Features, reading: table::Reading) -> Self {
        Customers { features: Arc::new(features), reading }
    }
}

#[wasm_bindgen]
impl Inspected {
    /// What the file is, as the recipe corrects it: an `Inspection`.
    pub fn view(&self, recipe: JsValue) -> Result<JsValue, JsValue> {
        encode(&self.0.corrected(&decode_recipe(recipe)?.reading).map_err(thrown)?)
    }

    /// The same of a file that is one part of several, which are joined: of `customers`, or of lines and orders.
    #[wasm_bindgen(js_name = viewOfPart)]
    pub fn view_of_part(&self, customers: bool, recipe: JsValue) -> Result<JsValue, JsValue> {
        let shape = if customers { table::Shape::Customers } else { table::Shape::Transactions };
        encode(&self.0.corrected_of_part(shape, &decode_recipe(recipe)?.reading).map_err(thrown)?)
    }

    /// Begins pass 2 under a recipe, without the customers on a list: the bytes of one id a line, or of
    /// a CSV with the ids in its first column.
    pub fn read(&self, recipe: JsValue, opt_outs: Option<Vec<u8>>) -> Result<CustomerReader, JsValue> {
        let recipe = decode_recipe(recipe)?;
        let reading = self.0.reading(&recipe.reading).map_err(thrown)?;
        let builder = Builder::new(&reading, &recipe.features, &recipe.cleaning).map_err(thrown)?;
        let mut builder = builder.expecting(self.0.rows);
        if let Some(list) = opt_outs {
            builder = builder.without(OptOuts::read(list)).map_err(thrown)?;
        }
        Ok(CustomerReader {
            reader: table::Reader::new(&reading),
            builder,
            reading,
            notices: self.0.notices.clone(),
        })
    }
}

#[wasm_bindgen]
impl CustomerReader {
    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        let builder = &mut self.builder;
        self.reader.push(bytes, &mut |batch| builder.push(batch)).map_err(thrown)
    }

    /// Ends the pass.
    pub fn finish(mut self) -> Result<Customers, JsValue> {
        let builder = &mut self.builder;
        let notices = self.reader.finish(&mut |batch| builder.push(batch)).map_err(thrown)?;
        let mut features = self.builder.finish().map_err(thrown)?;
        features.tell_first(self.notices, notices);
        Ok(Customers::new(features, self.reading))
    }
}

#[wasm_bindgen]
impl Customers {
    /// What is known of the customers under a recipe: a `CustomersView`.
    pub fn view(&self, recipe: JsValue) -> Result<JsValue, JsValue> {
        encode(&analysis::CustomersView::new(&self.features, &decode_recipe(recipe)?))
    }

    /// Plans the job that a recipe asks for.
    pub fn analyse(&self, recipe: JsValue) -> Result<Analysis, JsValue> {
        let planned = analysis::Analysis::new(Arc::clone(&self.features), decode_recipe(recipe)?);
        planned.map(|analysis| Analysis::new(analysis, self.reading.clone())).map_err(thrown)
    }
}
