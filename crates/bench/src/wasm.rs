//! The task for the bench's page.
#![allow(unsafe_code)]

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{ByCustomer, Task};

/// A [`Task`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExactTask(Task);

/// What came of it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExactAnswer(ByCustomer);

#[wasm_bindgen]
impl ExactTask {
    /// A task on the part of a file; `first` where that begins with the header.
    #[wasm_bindgen(constructor)]
    pub fn new(head: &[u8], first: bool) -> Result<ExactTask, String> {
        Task::new(head, first).map(ExactTask).map_err(|error| error.to_string())
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), String> {
        self.0.push(bytes).map_err(|error| error.to_string())
    }

    /// Whether what came so far ends with a whole row.
    #[wasm_bindgen(js_name = isBetweenRows)]
    pub fn is_between_rows(&self) -> bool {
        self.0.is_between_rows()
    }

    /// The customers.
    pub fn finish(self) -> Result<ExactAnswer, String> {
        self.0.finish().map(ExactAnswer).map_err(|error| error.to_string())
    }
}

#[wasm_bindgen]
impl ExactAnswer {
    /// What another is to merge.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes()
    }

    /// Adds what another has gathered.
    pub fn merge(&mut self, bytes: &[u8]) {
        self.0.merge(bytes);
    }

    /// Customers, orders, hundredths, and the last moment in seconds since 1970.
    pub fn totals(&self) -> Vec<f64> {
        let totals = self.0.totals();
        vec![totals.customers as f64, totals.orders as f64, totals.hundredths as f64, totals.last as f64]
    }
}
