//! What a compute worker holds: the matrix, and nothing that decides.

use ringfence::Matrix;
use ringfence::analysis::run_on;
use ringfence::segments::kmeans::Points;
use ringfence::segments::{Solution, assign};
use ringfence::validity::{Labelling, silhouette_widths};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{decode, encode, thrown};

/// A copy of the feature matrix that carries out units.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Compute(Points<'static>);

#[wasm_bindgen]
impl Compute {
    /// A worker on the matrix with these values (row-major) and `columns`.
    #[wasm_bindgen(constructor)]
    pub fn new(values: Vec<f64>, columns: usize) -> Result<Compute, JsValue> {
        if columns == 0 || !values.len().is_multiple_of(columns) {
            return Err(thrown(ringfence::Error::UnitMismatch));
        }
        Ok(Compute(Points::owning(Matrix::new(columns, values))))
    }

    /// Carries out one unit and returns its partial.
    pub fn run(&mut self, unit: JsValue) -> Result<JsValue, JsValue> {
        encode(&run_on(&mut self.0, &decode(unit)?).map_err(thrown)?)
    }

    /// Makes what fits look at, which else the first one does.
    pub fn prepare(&self) {
        self.0.prepare();
    }

    /// One fit from given centroids (row-major): what benchmarks compare with other libraries.
    pub fn fit(&mut self, centroids: Vec<f64>) -> Result<Fitted, JsValue> {
        let columns = self.0.matrix().columns();
        let k = centroids.len() / columns;
        let whole = k > 0 && k <= self.0.matrix().rows() && centroids.len() == k * columns;
        if !whole || centroids.iter().any(|value| !value.is_finite()) {
            return Err(thrown(ringfence::Error::UnitMismatch));
        }
        let solution = self.0.fit(Matrix::new(columns, centroids)).solution;
        Ok(Fitted { labels: self.0.labels(), solution })
    }

    /// The silhouettes of the rows `from..to` against all rows, however many, for each of the solutions with these centroids: what
    /// benchmarks time, where a unit would take a sample.
    pub fn silhouettes(&self, from: usize, to: usize, solutions: JsValue) -> Result<JsValue, JsValue> {
        let matrix = self.0.matrix();
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

/// A fit from given centroids.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Fitted {
    labels: Vec<u32>,
    solution: Solution,
}

#[wasm_bindgen]
impl Fitted {
    /// The nearest centroid of each row, handed over once.
    pub fn labels(&mut self) -> Vec<u32> {
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
