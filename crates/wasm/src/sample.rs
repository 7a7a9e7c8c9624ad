//! The sample shop, for whoever wants to try without a file.

use ringfence_sample::{Options, Shop};
use wasm_bindgen::prelude::wasm_bindgen;

/// Most customers that a page may ask for; the file of so many has some 15 million lines.
const MOST_CUSTOMERS: u32 = 1_000_000;

/// A shop's transactions as CSV, in chunks.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SampleShop {
    shop: Shop,
    begun: bool,
}

#[wasm_bindgen]
impl SampleShop {
    /// The shop that `seed` grows, over 18 months.
    #[wasm_bindgen(constructor)]
    pub fn new(customers: u32, seed: u32) -> SampleShop {
        let customers = customers.min(MOST_CUSTOMERS);
        let options = Options { customers, seed: seed.into(), ..Options::default() };
        SampleShop { shop: Shop::new(&options), begun: false }
    }

    /// The next bytes of the file, `undefined` at its end.
    #[wasm_bindgen(js_name = next)]
    pub fn next_bytes(&mut self) -> Option<Vec<u8>> {
        if !std::mem::replace(&mut self.begun, true) {
            return Some(Shop::header().as_bytes().to_vec());
        }
        let mut chunk = Vec::new();
        self.shop.next_chunk(&mut chunk).then_some(chunk)
    }
}
