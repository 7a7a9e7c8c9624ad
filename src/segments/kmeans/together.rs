//! One fit that several carry out together, each over some parts of the customers.
//!
//! Everybody holds the same points. In every round all tell what their parts come to ([`Share`]); a [`Lead`](super::Lead), which one or each of them may have, is told of
//! all parts in pairs and gives the next [`Order`]. Since sums are made part by part whoever makes them, the answer is that of [`Points::fit`] to the last bit.

use std::ops::Range;

use super::lead::{Order, Share};
use super::parts::PARTS;
use super::points::Points;
use super::tiled::{self, Work};
use crate::{Error, Matrix};

impl Points<'_> {
    /// Parts that a fit from `k` centroids can be cut into, the same for everybody; 1 where it cannot.
    pub fn parts(&self, k: usize) -> usize {
        if self.ground().is_some() && (2..tiled::MOST_CENTROIDS).contains(&k) { PARTS } else { 1 }
    }

    /// Begins a fit over some of its parts, with a look from the centroids `start`; tells what they come to, [in pairs](Share::in_pairs).
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where the fit has no such parts.
    pub fn begin(&mut self, start: Matrix, parts: Range<usize>) -> Result<Vec<Share>, Error> {
        let possible = self.parts(start.rows()) > 1 && parts.start < parts.end && parts.end <= PARTS;
        if !possible || start.columns() != self.rows().columns() {
            return Err(Error::UnitMismatch);
        }
        let scratch = self.take_scratch();
        let ground = self.ground().ok_or(Error::UnitMismatch)?;
        let mut work = Work::new(ground, scratch, start, parts);
        work.look(ground);
        let shares = work.shares();
        self.set_work(work);
        Ok(shares)
    }

    /// Carries out an order and tells what the parts here come to.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where no fit is under way, or the order is of another one.
    pub fn obey(&mut self, order: Order) -> Result<Vec<Share>, Error> {
        let mut work = self.take_work().ok_or(Error::UnitMismatch)?;
        let ground = self.ground().ok_or(Error::UnitMismatch)?;
        match order {
            Order::Look(centroids) if work.takes(&centroids) => work.go(ground, centroids),
            Order::Afresh => work.sum_afresh(ground),
            _ => return Err(Error::UnitMismatch),
        }
        let shares = work.shares();
        self.set_work(work);
        Ok(shares)
    }

    /// Inertia of each part here, once the fit is done.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where no fit is under way.
    pub fn inertias(&self) -> Result<Vec<f64>, Error> {
        let (work, ground) = self.work().zip(self.ground()).ok_or(Error::UnitMismatch)?;
        Ok(work.inertias(ground))
    }

    /// Ends the fit: [`Points::labels`] has the labels that were found here, and 0 for the customers of all other parts.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where no fit is under way.
    pub fn end(&mut self) -> Result<(), Error> {
        let work = self.take_work().ok_or(Error::UnitMismatch)?;
        self.keep_labels(work.end());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits;
    use crate::segments::kmeans::Lead;

    /// Three crowds on a grid, thick enough for many tiles; every sum rounds.
    fn crowds() -> Matrix {
        let cell = |i: u64| (i * i * 2_654_435_761 % 1_000_003) as f64 / 7e5 + (i / 3 % 3) as f64;
        Matrix::new(3, (0..30_000).map(cell).collect())
    }

    /// A fit over all parts by as many as there are `ends`.
    fn together(matrix: &Matrix, start: &Matrix, ends: &[usize]) -> (Matrix, f64, u32, Vec<u32>) {
        let mut everybody: Vec<Points<'_>> = ends.iter().map(|_| Points::in_tiles(matrix)).collect();
        let froms = std::iter::once(0).chain(ends.iter().copied());
        let mut shares: Vec<Share> = everybody
            .iter_mut()
            .zip(froms.zip(ends))
            .flat_map(|(points, (from, &end))| points.begin(start.clone(), from..end).unwrap())
            .collect();
        let mut lead = Lead::new(start, limits::ROUNDS);
        let mut centroids = start.clone();
        let iterations = loop {
            let pairs = Share::in_pairs(0, shares);
            let Some([all]) = pairs.as_deref() else { panic!("not all parts are there") };
            let order = lead.next(all);
            match &order {
                Order::Done { iterations, .. } => break *iterations,
                Order::Look(to) => centroids = to.clone(),
                Order::Afresh => (),
            }
            shares = everybody.iter_mut().flat_map(|points| points.obey(order.clone()).unwrap()).collect();
        };
        let inertia = everybody.iter().flat_map(|points| points.inertias().unwrap()).sum();
        let mut labels = vec![0; matrix.rows()];
        for points in &mut everybody {
            points.end().unwrap();
            labels.iter_mut().zip(points.labels()).for_each(|(label, here)| *label |= here);
        }
        (centroids, inertia, iterations, labels)
    }

    #[test]
    fn several_find_what_one_finds_to_the_last_bit() {
        let matrix = crowds();
        let start = matrix.select([0, 1_000, 5_000, 9_999]);
        let mut alone = Points::in_tiles(&matrix);
        let fit = alone.fit(start.clone()).solution;
        assert!(fit.iterations > 5, "{}", fit.iterations);
        for ends in [&[16][..], &[8, 16], &[1, 2, 16], &[5, 9, 12, 16]] {
            let (centroids, inertia, iterations, labels) = together(&matrix, &start, ends);
            assert_eq!((&centroids, inertia, iterations), (&fit.centroids, fit.inertia, fit.iterations));
            assert_eq!(labels, alone.labels());
        }
    }

    #[test]
    fn what_parts_come_to_is_told_in_pairs() {
        let matrix = crowds();
        let mut points = Points::in_tiles(&matrix);
        for (parts, pairs) in
            [(0..16, vec![16]), (8..16, vec![8]), (5..9, vec![1, 2, 1]), (1..8, vec![1, 2, 4])]
        {
            let shares = points.begin(matrix.select([0, 1]), parts).unwrap();
            assert_eq!(shares.iter().map(|share| share.parts).collect::<Vec<_>>(), pairs);
        }
        let two = points.begin(matrix.select([0, 1]), 0..8).unwrap();
        let three = points.begin(matrix.select([0, 1, 2]), 8..16).unwrap();
        assert_eq!(Share::in_pairs(0, two.into_iter().chain(three)), None);
    }

    #[test]
    fn what_is_no_part_of_a_fit_is_refused() {
        let matrix = crowds();
        let mut points = Points::in_tiles(&matrix);
        let start = matrix.select([0, 1]);
        assert_eq!(points.begin(start.clone(), 3..17), Err(Error::UnitMismatch));
        assert_eq!(points.obey(Order::Afresh), Err(Error::UnitMismatch));
        points.begin(start.clone(), 0..16).unwrap();
        assert_eq!(points.obey(Order::Look(matrix.select([0]))), Err(Error::UnitMismatch));
        assert_eq!(points.end(), Err(Error::UnitMismatch));
        let wide = Matrix::new(5, vec![1.0; 500]);
        assert_eq!(Points::new(&wide).parts(2), 1);
    }
}
