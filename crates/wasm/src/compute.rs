//! What a compute worker holds: the matrix, and nothing that decides.

use ringfence::analysis::run_on;
use ringfence::segments::kmeans::{Order, Points};
use ringfence::segments::{Solution, assign};
use ringfence::validity::{Labelling, silhouette_widths};
use ringfence::{Coordinates, Matrix};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::together::{centroids_of, write};
use crate::{decode, encode, thrown};

/// Customers on their way into a worker, piece by piece: nobody needs a second copy of the whole for that.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Arriving(Coordinates);

#[wasm_bindgen]
impl Arriving {
    /// Customers of so many columns and, in all, so many numbers, of which none is there.
    #[wasm_bindgen(constructor)]
    pub fn new(columns: usize, numbers: usize) -> Arriving {
        let columns = columns.max(1);
        Arriving(Coordinates::with_capacity(columns, numbers / columns))
    }

    /// Takes the numbers that come next, row after row.
    pub fn take(&mut self, values: &[f64]) {
        self.0.extend(values);
    }

    /// What carries out units on them, now that all are there.
    pub fn compute(self) -> Result<Compute, JsValue> {
        let rows = self.0.rows();
        if rows.count() * rows.columns() != rows.numbers() {
            return Err(thrown(ringfence::Error::UnitMismatch));
        }
        Ok(Compute(Points::owning(self.0)))
    }
}

/// A copy of the customers that carries out units.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Compute(Points<'static>);

#[wasm_bindgen]
impl Compute {
    /// Carries out one unit and returns its partial.
    #[wasm_bindgen(unchecked_return_type = "Partial")]
    pub fn run(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Unit")] unit: JsValue,
    ) -> Result<JsValue, JsValue> {
        encode(&run_on(&mut self.0, &decode(unit)?).map_err(thrown)?)
    }

    /// Makes what fits look at, which else the first one does.
    pub fn prepare(&self) {
        self.0.prepare();
    }

    /// One fit from given centroids (row-major), 256 at most: what benchmarks compare with other libraries.
    pub fn fit(&mut self, centroids: Vec<f64>) -> Result<Fitted, JsValue> {
        let start = centroids_of(centroids, self.0.rows().columns()).map_err(thrown)?;
        if start.rows() > self.0.rows().count() {
            return Err(thrown(ringfence::Error::UnitMismatch));
        }
        let solution = self.0.fit(start).solution;
        Ok(Fitted { labels: self.labels()?, solution })
    }

    /// Parts that a fit from `k` centroids can be cut into; 1 where it cannot.
    pub fn parts(&self, k: usize) -> usize {
        self.0.parts(k)
    }

    /// Begins a fit over the parts `from..to` and tells what they come to.
    pub fn begin(&mut self, start: Vec<f64>, from: usize, to: usize) -> Result<Vec<f64>, JsValue> {
        let start = centroids_of(start, self.0.rows().columns()).map_err(thrown)?;
        Ok(write(&self.0.begin(start, from..to).map_err(thrown)?))
    }

    /// Moves to these centroids, looks at customers and tells what the parts here come to.
    pub fn look(&mut self, centroids: Vec<f64>) -> Result<Vec<f64>, JsValue> {
        let centroids = centroids_of(centroids, self.0.rows().columns()).map_err(thrown)?;
        Ok(write(&self.0.obey(Order::Look(centroids)).map_err(thrown)?))
    }

    /// Makes the sums of the parts here afresh.
    pub fn afresh(&mut self) -> Result<Vec<f64>, JsValue> {
        Ok(write(&self.0.obey(Order::Afresh).map_err(thrown)?))
    }

    /// Inertia of each part here.
    pub fn inertias(&self) -> Result<Vec<f64>, JsValue> {
        self.0.inertias().map_err(thrown)
    }

    /// Ends the fit and gives the labels of the customers of the parts here, in the order of the rows; all others have 0.
    pub fn end(&mut self) -> Result<Vec<u8>, JsValue> {
        self.0.end().map_err(thrown)?;
        self.labels()
    }

    /// The silhouettes of the rows `from..to` against all rows, however many, for each of the solutions with these centroids: what
    /// benchmarks time, where a unit would take a sample.
    #[wasm_bindgen(unchecked_return_type = "Widths[]")]
    pub fn silhouettes(
        &self,
        from: usize,
        to: usize,
        #[wasm_bindgen(unchecked_param_type = "Matrix[]")] solutions: JsValue,
    ) -> Result<JsValue, JsValue> {
        let matrix = &*self.0.rows().to_matrix();
        let solutions: Vec<Matrix> = decode(solutions)?;
        let fits = |centroids: &Matrix| centroids.columns() == matrix.columns() && centroids.rows() > 0;
        if from > to || to > matrix.rows() || !solutions.iter().all(fits) {
            return Err(thrown(ringfence::Error::UnitMismatch));
        }
        let labels: Vec<Vec<u32>> = solutions.iter().map(|centroids| assign(matrix, centroids)).collect();
        let labellings: Vec<Labelling<'_>> = labels
            .iter()
            .zip(&solutions)
            .map(|(labels, solution)| Labelling { labels, k: solution.rows() })
            .collect();
        encode(&silhouette_widths(matrix, &labellings, from..to))
    }
}

impl Compute {
    /// The labels of the last fit.
    fn labels(&self) -> Result<Vec<u8>, JsValue> {
        self.0.byte_labels().ok_or_else(|| thrown(ringfence::Error::UnitMismatch))
    }
}

/// A fit from given centroids.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Fitted {
    labels: Vec<u8>,
    solution: Solution,
}

#[wasm_bindgen]
impl Fitted {
    /// The nearest centroid of each row, a byte each, handed over once.
    pub fn labels(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.labels)
    }

    /// The centroids, row-major.
    #[wasm_bindgen(getter)]
    pub fn centroids(&self) -> Vec<f64> {
        self.solution.centroids.values().to_vec()
    }

    /// The sum of squared distances to the own centroid.
    #[wasm_bindgen(getter)]
    pub fn inertia(&self) -> f64 {
        self.solution.inertia
    }

    /// Rounds until nothing changed.
    #[wasm_bindgen(getter)]
    pub fn iterations(&self) -> u32 {
        self.solution.iterations
    }
}
