//! What a compute worker holds: the matrix, and nothing that decides.

use ringfence::Matrix;
use ringfence::analysis::run;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{decode, encode, thrown};

/// A copy of the feature matrix that carries out units.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Compute(Matrix);

#[wasm_bindgen]
impl Compute {
    /// A worker on the matrix with these values (row-major) and `columns`.
    #[wasm_bindgen(constructor)]
    pub fn new(values: Vec<f64>, columns: usize) -> Result<Compute, JsValue> {
        if columns == 0 || !values.len().is_multiple_of(columns) {
            return Err(thrown(ringfence::Error::UnitMismatch));
        }
        Ok(Compute(Matrix::new(columns, values)))
    }

    /// Carries out one unit and returns its partial.
    pub fn run(&self, unit: JsValue) -> Result<JsValue, JsValue> {
        encode(&run(&self.0, &decode(unit)?).map_err(thrown)?)
    }
}
