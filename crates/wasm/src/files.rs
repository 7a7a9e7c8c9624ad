//! Pass 2 over the files of a shop, one or several.

use ringfence::customers::{OptOuts, Pass, Sources};
use ringfence::table::Inspection;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Customers, Inspected, decode_recipe, encode, thrown};

/// What pass 1 found in each file.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Files(Vec<Inspection>);

/// Pass 2 in progress.
#[wasm_bindgen]
#[derive(Debug)]
pub struct CustomerReader(Pass);

#[wasm_bindgen]
impl Files {
    /// No file yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Files {
        Files::default()
    }

    /// Adds a file; it is called by its number from now on, counted from 0.
    pub fn add(&mut self, file: &Inspected) {
        self.0.push(file.inspection().clone());
    }

    /// What a recipe made for one file decides of each of these: an array of `SourceOptions`.
    #[wasm_bindgen(js_name = sourceOptions, unchecked_return_type = "SourceOptions[]")]
    pub fn source_options(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<JsValue, JsValue> {
        encode(&decode_recipe(recipe)?.source_options(&self.0).map_err(thrown)?)
    }

    /// What each of several files is taken for: an array of `SourceKind`.
    #[wasm_bindgen(unchecked_return_type = "SourceKind[]")]
    pub fn kinds(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    ) -> Result<JsValue, JsValue> {
        let sources = Sources::new(&self.0, &decode_recipe(recipe)?.sources).map_err(thrown)?;
        encode(&sources.files.iter().map(|source| source.kind).collect::<Vec<_>>())
    }

    /// Begins pass 2 under a recipe, without the customers on a list: the bytes of one id a line, or of a CSV with the ids in its first
    /// column.
    pub fn read(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
        opt_outs: Option<Vec<u8>>,
    ) -> Result<CustomerReader, JsValue> {
        let opt_outs = opt_outs.map(OptOuts::read);
        decode_recipe(recipe)?.pass(&self.0, opt_outs).map(CustomerReader).map_err(thrown)
    }
}

#[wasm_bindgen]
impl CustomerReader {
    /// The numbers of the files in the order they have to be read.
    pub fn order(&self) -> Vec<u32> {
        self.0.order().into_iter().map(|file| file as u32).collect()
    }

    /// Begins a file.
    pub fn begin(&mut self, file: u32) -> Result<(), JsValue> {
        self.0.begin(file as usize).map_err(thrown)
    }

    /// Takes the next bytes of the file that was begun.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.0.push(bytes).map_err(thrown)
    }

    /// Ends the file that was begun.
    pub fn end(&mut self) -> Result<(), JsValue> {
        self.0.end().map_err(thrown)
    }

    /// Ends the pass.
    pub fn finish(self) -> Result<Customers, JsValue> {
        self.0.finish().map(Customers::new).map_err(thrown)
    }
}
