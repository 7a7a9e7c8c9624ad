//! Points in blocks of neighbours, so that most of them need not be looked at to find the nearest.
//!
//! A point carries a size, and nearness is Ward's: 2 a b / (a + b) times the squared distance of points of sizes a and b, which for two
//! of size 1 is the squared distance itself. A block knows the box around its points and the least of their sizes; what a
//! point can be away from any of them is at least what it is away from the box. All of that arithmetic rounds monotonously, so a block is
//! passed over only where it holds neither the nearest nor one just as near.

use crate::Matrix;
use crate::matrix::distance2;

/// Points of a block: few enough that a box is tight, enough that boxes are few.
const POINTS: usize = 24;

/// Points with sizes, in blocks. Points may leave, and others may take their place.
#[derive(Debug, Clone)]
pub(super) struct Blocks {
    columns: usize,
    blocks: Vec<Block>,
    /// The block of each number.
    block_of: Vec<u32>,
    /// How far each block is at least, in the search at hand.
    bounds: Vec<f64>,
}

#[derive(Debug, Clone)]
struct Block {
    low: Vec<f64>,
    high: Vec<f64>,
    /// No point in it is smaller.
    least: f64,
    numbers: Vec<u32>,
    sizes: Vec<f64>,
    /// Points × features.
    points: Vec<f64>,
}

impl Blocks {
    /// The rows of `points`, all of size 1, under their own numbers.
    pub(super) fn of_points(points: &Matrix) -> Self {
        let sizes = vec![1.0; points.rows()];
        Blocks::new(points, &sizes, (0..points.rows() as u32).collect(), points.rows())
    }

    /// The rows of `points` named in `numbers`; `count` is one more than the greatest number there will ever be.
    pub(super) fn new(points: &Matrix, sizes: &[f64], mut numbers: Vec<u32>, count: usize) -> Self {
        let mut blocks = Blocks {
            columns: points.columns(),
            blocks: Vec::new(),
            block_of: vec![u32::MAX; count],
            bounds: Vec::new(),
        };
        blocks.divide(points, sizes, &mut numbers);
        blocks
    }

    /// Halves the points along the feature in which they spread most, until a block holds them.
    fn divide(&mut self, points: &Matrix, sizes: &[f64], numbers: &mut [u32]) {
        if numbers.len() > POINTS {
            let widest = widest(points, numbers);
            let middle = numbers.len() / 2;
            numbers.select_nth_unstable_by(middle, |&a, &b| {
                let value = |number: u32| points.row(number as usize)[widest];
                value(a).total_cmp(&value(b)).then(a.cmp(&b))
            });
            let (below, above) = numbers.split_at_mut(middle);
            self.divide(points, sizes, below);
            self.divide(points, sizes, above);
            return;
        }
        let at = self.blocks.len() as u32;
        self.blocks.push(Block {
            low: vec![f64::INFINITY; self.columns],
            high: vec![f64::NEG_INFINITY; self.columns],
            least: f64::INFINITY,
            numbers: Vec::new(),
            sizes: Vec::new(),
            points: Vec::new(),
        });
        for &number in numbers.iter() {
            self.put(at, number, points.row(number as usize), sizes[number as usize]);
        }
    }

    fn put(&mut self, at: u32, number: u32, point: &[f64], size: f64) {
        let block = &mut self.blocks[at as usize];
        block.numbers.push(number);
        block.sizes.push(size);
        block.points.extend_from_slice(point);
        block.least = block.least.min(size);
        block.low.iter_mut().zip(point).for_each(|(low, value)| *low = low.min(*value));
        block.high.iter_mut().zip(point).for_each(|(high, value)| *high = high.max(*value));
        self.block_of[number as usize] = at;
    }

    /// Takes a point away and returns the block where it was.
    pub(super) fn take(&mut self, number: u32) -> u32 {
        let at = self.block_of[number as usize];
        let (block, columns) = (&mut self.blocks[at as usize], self.columns);
        if let Some(place) = block.numbers.iter().position(|&other| other == number) {
            let last = block.numbers.len() - 1;
            block.numbers.swap_remove(place);
            block.sizes.swap_remove(place);
            block.points.copy_within(last * columns.., place * columns);
            block.points.truncate(last * columns);
        }
        at
    }

    /// Puts a point into a block, whose box grows as needed.
    pub(super) fn insert(&mut self, at: u32, number: u32, point: &[f64], size: f64) {
        self.put(at, number, point, size);
    }

    /// The number of the point nearest to `point`, the lowest on ties, and the squared distance, where all are of size 1.
    pub(super) fn nearest(&mut self, point: &[f64]) -> (u32, f64) {
        self.search(point, 1.0, None, (u32::MAX, f64::INFINITY))
    }

    /// The number of the point that is nearest to a point of `size`, and how near; never `except`. What is known to be near is
    /// `known`: it is the answer unless another is nearer; among others the lowest number is, on ties.
    pub(super) fn search(
        &mut self,
        point: &[f64],
        size: f64,
        except: Option<u32>,
        known: (u32, f64),
    ) -> (u32, f64) {
        self.bounds.clear();
        self.bounds.extend(self.blocks.iter().map(|block| block.bound(point, size)));
        // The box that is nearest most likely holds the nearest point: then most others are passed over.
        let first = (0..self.bounds.len()).min_by(|&a, &b| self.bounds[a].total_cmp(&self.bounds[b]));
        let mut best = known;
        for at in first.into_iter().chain((0..self.bounds.len()).filter(|&at| Some(at) != first)) {
            if self.bounds[at] <= best.1 {
                self.blocks[at].improve(point, size, except, known.0, &mut best);
            }
        }
        best
    }
}

impl Block {
    /// How near a point of `size` can at best be to any point in the block.
    fn bound(&self, point: &[f64], size: f64) -> f64 {
        if self.numbers.is_empty() {
            return f64::INFINITY;
        }
        let sides = point.iter().zip(&self.low).zip(&self.high);
        let gap = sides.fold(0.0, |sum, ((x, low), high)| {
            let beyond = (low - x).max(x - high).max(0.0);
            sum + beyond * beyond
        });
        weight(size, self.least) * gap
    }

    fn improve(&self, point: &[f64], size: f64, except: Option<u32>, known: u32, best: &mut (u32, f64)) {
        let points = self.points.chunks_exact(point.len());
        for ((&number, &other), values) in self.numbers.iter().zip(&self.sizes).zip(points) {
            let away = weight(size, other) * distance2(point, values);
            let nearer = away < best.1 || away == best.1 && best.0 != known && number < best.0;
            if nearer && Some(number) != except {
                *best = (number, away);
            }
        }
    }
}

/// What the squared distance of two points of these sizes counts.
fn weight(a: f64, b: f64) -> f64 {
    2.0 * (a * b) / (a + b)
}

/// The feature in which some points spread most.
fn widest(points: &Matrix, numbers: &[u32]) -> usize {
    let spread = |column: usize| {
        let values = numbers.iter().map(|&number| points.row(number as usize)[column]);
        let (low, high) =
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        high - low
    };
    let spreads: Vec<f64> = (0..points.columns()).map(spread).collect();
    (0..spreads.len())
        .reduce(|best, next| if spreads[next] > spreads[best] { next } else { best })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_nearer_is_passed_over(
            cells in prop::collection::vec(-20_i32..20, 2..600),
            sizes in prop::collection::vec(1_u32..9, 300),
            point in prop::collection::vec(-25_i32..25, 2),
            size in 1_u32..9,
            gone in 0_u32..40,
        ) {
            let values: Vec<f64> = cells[..cells.len() / 2 * 2].iter().map(|&cell| f64::from(cell)).collect();
            let points = Matrix::new(2, values);
            let sizes: Vec<f64> = sizes.into_iter().map(f64::from).collect();
            let point: Vec<f64> = point.into_iter().map(f64::from).collect();
            let (rows, size) = (points.rows() as u32, f64::from(size));
            let mut blocks = Blocks::new(&points, &sizes, (0..rows).collect(), rows as usize);
            let gone: Vec<u32> = (0..gone.min(rows)).collect();
            gone.iter().for_each(|&number| { blocks.take(number); });
            let expected = (gone.len() as u32 + 1..rows)
                .map(|number| {
                    let at = number as usize;
                    (number, weight(size, sizes[at]) * distance2(&point, points.row(at)))
                })
                .reduce(|best, next| if next.1 < best.1 { next } else { best });
            let found = blocks.search(&point, size, Some(gone.len() as u32), (u32::MAX, f64::INFINITY));
            prop_assert_eq!(found, expected.unwrap_or((u32::MAX, f64::INFINITY)));
        }
    }
}
