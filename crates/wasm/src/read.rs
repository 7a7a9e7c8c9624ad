//! Pass 1 over a file, and the customers that pass 2 led to.

use std::sync::Arc;

use ringfence::analysis;
use ringfence::customers::Features;
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
    pub(crate) fn new((features, reading): (Features, table::Reading)) -> Self {
        Customers { features: Arc::new(features), reading }
    }
}

#[wasm_bindgen]
impl Inspected {
    /// What the file is, as the recipe corrects it: an `Inspection`.
    #[wasm_bindgen(unchecked_return_type = "Inspection")]
    pub fn view(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<JsValue, JsValue> {
        encode(&self.0.corrected(&decode_recipe(recipe)?.reading).map_err(thrown)?)
    }

    /// The same of a file that is one part of several, which are joined: of `customers`, or of lines and orders.
    #[wasm_bindgen(js_name = viewOfPart, unchecked_return_type = "Inspection")]
    pub fn view_of_part(
        &self,
        customers: bool,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<JsValue, JsValue> {
        let shape = if customers { table::Shape::Customers } else { table::Shape::Transactions };
        encode(&self.0.corrected_of_part(shape, &decode_recipe(recipe)?.reading).map_err(thrown)?)
    }
}

#[wasm_bindgen]
impl Customers {
    /// What is known of the customers under a recipe: a `CustomersView`.
    #[wasm_bindgen(unchecked_return_type = "CustomersView")]
    pub fn view(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<JsValue, JsValue> {
        encode(&analysis::CustomersView::new(&self.features, &decode_recipe(recipe)?))
    }

    /// Plans the job that a recipe asks for.
    pub fn analyse(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<Analysis, JsValue> {
        let planned = analysis::Analysis::new(Arc::clone(&self.features), decode_recipe(recipe)?);
        planned.map(|analysis| Analysis::new(analysis, self.reading.clone())).map_err(thrown)
    }
}
