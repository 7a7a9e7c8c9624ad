//! One fit that several compute workers carry out together. What they tell each other in every round are flat numbers.

use ringfence::segments::kmeans::{Lead, Order, Share};
use ringfence::{Error, Matrix};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::thrown;

/// What decides the next step of a fit. It holds no customers, so that every worker can have its own.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Leading {
    lead: Lead,
    centroids: Matrix,
    iterations: u32,
}

/// What is to be done next.
#[wasm_bindgen]
#[derive(Debug, Clone, Copy)]
pub enum Next {
    /// Everybody moves to the `centroids` and looks at customers.
    Look,
    /// Everybody makes the sums of their parts afresh.
    Afresh,
    /// The fit is done.
    Done,
    /// A segment has lost everybody, which only somebody who has all customers can mend: the fit begins anew with one worker.
    Alone,
}

#[wasm_bindgen]
impl Leading {
    /// For a fit from these centroids (row-major).
    #[wasm_bindgen(constructor)]
    pub fn new(start: Vec<f64>, columns: usize) -> Result<Leading, JsValue> {
        let centroids = centroids_of(start, columns).map_err(thrown)?;
        Ok(Leading { lead: Lead::new(&centroids, ringfence::limits::ROUNDS), centroids, iterations: 0 })
    }

    /// What is next, given what all parts come to, in their order.
    pub fn next(&mut self, shares: Vec<f64>) -> Result<Next, JsValue> {
        let shares = read(&shares, self.centroids.rows(), self.centroids.columns());
        let pairs = Share::in_pairs(0, shares);
        let Some([all]) = pairs.as_deref() else { return Err(thrown(Error::UnitMismatch)) };
        if all.sizes.contains(&0) {
            return Ok(Next::Alone);
        }
        Ok(match self.lead.next(all) {
            Order::Look(centroids) => {
                self.centroids = centroids;
                Next::Look
            }
            Order::Afresh => Next::Afresh,
            Order::Done { iterations, .. } => {
                self.iterations = iterations;
                Next::Done
            }
        })
    }

    /// Where everybody is to move, row-major.
    #[wasm_bindgen(getter)]
    pub fn centroids(&self) -> Vec<f64> {
        self.centroids.values().to_vec()
    }

    /// Rounds until nothing changed.
    #[wasm_bindgen(getter)]
    pub fn iterations(&self) -> u32 {
        self.iterations
    }
}

/// Centroids from outside.
pub(crate) fn centroids_of(values: Vec<f64>, columns: usize) -> Result<Matrix, Error> {
    let whole = columns > 0 && !values.is_empty() && values.len().is_multiple_of(columns);
    if whole && values.iter().all(|value| value.is_finite()) {
        Ok(Matrix::new(columns, values))
    } else {
        Err(Error::UnitMismatch)
    }
}

/// Shares one after the other: how many parts, whether anybody changed, sizes, sums.
pub(crate) fn write(shares: &[Share]) -> Vec<f64> {
    let mut flat = Vec::new();
    for share in shares {
        flat.extend([share.parts as f64, f64::from(u8::from(share.changed))]);
        flat.extend(share.sizes.iter().map(|&size| size as f64));
        flat.extend_from_slice(share.sums.values());
    }
    flat
}

fn read(flat: &[f64], k: usize, columns: usize) -> impl Iterator<Item = Share> {
    let share = move |flat: &[f64]| {
        let (sizes, sums) = flat[2..].split_at(k);
        Share {
            parts: flat[0] as usize,
            changed: flat[1] > 0.0,
            sizes: sizes.iter().map(|&size| size as u64).collect(),
            sums: Matrix::new(columns, sums.to_vec()),
        }
    };
    flat.chunks_exact(2 + k + k * columns).map(share)
}
