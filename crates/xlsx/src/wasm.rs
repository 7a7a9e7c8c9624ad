//! Workbooks for JavaScript: decode, call, encode. What fails is thrown as `{key, params}`, as the engine throws it.
#![allow(unsafe_code, reason = "the macro's own; there is none by hand")]

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::WorkbookError;

/// An opened workbook.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Workbook(crate::Workbook);

/// One sheet on its way to CSV.
#[wasm_bindgen]
#[derive(Debug)]
pub struct CsvSheet(crate::CsvSheet);

#[wasm_bindgen]
impl Workbook {
    /// Opens a workbook by its bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Workbook, JsValue> {
        crate::Workbook::open(bytes).map(Workbook).map_err(thrown)
    }

    /// The sheets that hold anything: an array of `Sheet`.
    pub fn sheets(&self) -> Result<JsValue, JsValue> {
        let sheets: Vec<&crate::Sheet> = self.0.filled().map(|index| &self.0.sheets()[index]).collect();
        encode(&sheets)
    }

    /// The name of the sheet to read unless somebody chooses.
    #[wasm_bindgen(js_name = firstTable)]
    pub fn first_table(&self) -> String {
        self.0.sheets().get(self.0.first_table()).map(|sheet| sheet.name.clone()).unwrap_or_default()
    }

    /// One sheet as CSV.
    pub fn csv(&self, sheet: &str) -> Result<CsvSheet, JsValue> {
        self.0.find(sheet).and_then(|index| self.0.csv(index)).map(CsvSheet).map_err(thrown)
    }
}

#[wasm_bindgen]
impl CsvSheet {
    /// The next piece of the CSV; nothing after the last.
    #[wasm_bindgen(js_name = nextChunk)]
    pub fn next_chunk(&mut self) -> Result<Option<Vec<u8>>, JsValue> {
        self.0.next_chunk().map(|chunk| chunk.map(<[u8]>::to_vec)).map_err(thrown)
    }

    /// Rows written so far.
    pub fn written(&self) -> u32 {
        self.0.progress().0
    }

    /// Rows in all.
    pub fn rows(&self) -> u32 {
        self.0.progress().1
    }
}

fn encode(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

fn thrown(error: WorkbookError) -> JsValue {
    encode(&error).unwrap_or_else(|failure| failure)
}
