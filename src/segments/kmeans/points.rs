//! The customers as fits look at them.

use std::cell::OnceCell;

use super::lattice::Lattice;
use super::lloyd::lloyd_within;
use super::shadow::Shadow;
use super::tiles::Tiles;
use super::{rounds, tiled};
use crate::segments::{Solution, assign};
use crate::{Coordinates, Matrix, Rows, limits};

/// Customers prepared for any number of fits.
#[derive(Debug)]
pub struct Points<'a> {
    held: Held<'a>,
    /// Made when it is first needed.
    view: OnceCell<View>,
    /// Of the customers in the order of their tiles. Without tiles only starts are drawn from it.
    shadow: OnceCell<Option<Shadow>>,
    scratch: rounds::Scratch,
    scratch_of_tiles: tiled::Scratch,
    /// Whether the last fit went over the tiles.
    tiled: bool,
    /// A fit under way that is carried out together with others.
    work: Option<tiled::Work>,
    /// Labels of a fit that went the plain way.
    plain: Vec<u32>,
}

/// Whose the customers are.
#[derive(Debug)]
enum Held<'a> {
    Lent(Rows<'a>),
    Own(Coordinates),
}

/// What fits look at.
#[derive(Debug)]
struct View {
    tiles: Option<Tiles>,
    /// Where there are no tiles.
    lattice: Option<Lattice>,
}

/// A fit, and how many belong to each segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The centroids and what they cost.
    pub solution: Solution,
    /// Rows nearest to each centroid.
    pub sizes: Vec<u64>,
}

impl Fit {
    /// Becomes `other` where that has less inertia.
    pub fn improve(&mut self, other: Fit) {
        if other.solution.inertia < self.solution.inertia {
            *self = other;
        }
    }
}

impl Held<'_> {
    fn rows(&self) -> Rows<'_> {
        match self {
            Held::Lent(rows) => *rows,
            Held::Own(coordinates) => coordinates.rows(),
        }
    }
}

impl View {
    fn of(rows: Rows<'_>, tiles: Option<Tiles>) -> Self {
        let lattice = if tiles.is_none() { Lattice::of(rows) } else { None };
        View { tiles, lattice }
    }
}

impl<'a> Points<'a> {
    /// Prepares customers: rows × features.
    pub fn new(rows: impl Into<Rows<'a>>) -> Self {
        Points::of(Held::Lent(rows.into()))
    }

    /// The same, of customers that are nobody else's.
    pub fn owning(coordinates: Coordinates) -> Self {
        Points::of(Held::Own(coordinates))
    }

    fn of(held: Held<'a>) -> Self {
        Points {
            held,
            view: OnceCell::new(),
            shadow: OnceCell::new(),
            scratch: rounds::Scratch::default(),
            scratch_of_tiles: tiled::Scratch::default(),
            tiled: false,
            work: None,
            plain: Vec::new(),
        }
    }

    /// The same in tiles, whether they pay or not.
    #[cfg(test)]
    pub(super) fn in_tiles(rows: impl Into<Rows<'a>>) -> Self {
        let points = Points::new(rows);
        points.view.get_or_init(|| View::of(points.rows(), Some(Tiles::of(points.rows()))));
        points
    }

    /// The customers themselves.
    pub fn rows(&self) -> Rows<'_> {
        self.held.rows()
    }

    /// Makes what fits look at, which else the first one does.
    pub fn prepare(&self) {
        if self.view().tiles.is_some() {
            self.shadow();
        }
    }

    fn view(&self) -> &View {
        self.view.get_or_init(|| View::of(self.rows(), Tiles::where_they_pay(self.rows())))
    }

    /// The customers in the order that fits look at them.
    pub(super) fn customers(&self) -> Rows<'_> {
        self.view().tiles.as_ref().map_or(self.rows(), |tiles| (&tiles.matrix).into())
    }

    /// The shadow of [`Points::customers`].
    pub(super) fn shadow(&self) -> Option<&Shadow> {
        self.shadow.get_or_init(|| Shadow::of(self.customers())).as_ref()
    }

    /// What fits over tiles look at, where there are tiles.
    pub(super) fn ground(&self) -> Option<tiled::Ground<'_>> {
        let tiles = self.view().tiles.as_ref()?;
        Some(tiled::Ground { tiles, shadow: self.shadow()? })
    }

    /// Whatever memory there is for a fit over tiles.
    pub(super) fn take_scratch(&mut self) -> tiled::Scratch {
        let under_way = self.work.take().map(tiled::Work::end);
        under_way.unwrap_or_else(|| std::mem::take(&mut self.scratch_of_tiles))
    }

    pub(super) fn work(&self) -> Option<&tiled::Work> {
        self.work.as_ref()
    }

    pub(super) fn set_work(&mut self, work: tiled::Work) {
        self.work = Some(work);
    }

    pub(super) fn take_work(&mut self) -> Option<tiled::Work> {
        self.work.take()
    }

    /// Takes the labels of a fit over tiles for those of the last fit.
    pub(super) fn keep_labels(&mut self, scratch: tiled::Scratch) {
        (self.scratch_of_tiles, self.tiled) = (scratch, true);
        self.plain.clear();
    }

    /// Exact K-means from the centroids `start`: the answer of [`lloyd`](super::lloyd), sooner.
    ///
    /// Whatever is decided in whole numbers or in single precision is proven by bounds on its rounding; the rest is decided as the twin would. The
    /// answer is a fixed point of the twin: its labels are the nearest of its centroids, the lowest number on ties, decided in double
    /// precision to the last bit, and its centroids the means of its labels, freshly summed in double precision. It is the twin's own answer,
    /// unless a customer lay so near the middle between two centroids that the order of a sum decided a round.
    pub fn fit(&mut self, start: Matrix) -> Fit {
        self.fit_within(start, limits::ROUNDS)
    }

    /// The same, in at most so many rounds.
    pub(super) fn fit_within(&mut self, start: Matrix, most: u32) -> Fit {
        self.plain.clear();
        self.tiled = false;
        self.prepare();
        let (view, shadow) = (self.view.get(), self.shadow.get().and_then(Option::as_ref));
        let rows = self.held.rows();
        let tiles = view.and_then(|view| view.tiles.as_ref());
        // A label is a byte, and with a single centroid there is nothing to decide.
        match (tiles.zip(shadow), view.and_then(|view| view.lattice.as_ref())) {
            (Some((tiles, shadow)), _) if (2..tiled::MOST_CENTROIDS).contains(&start.rows()) => {
                self.tiled = true;
                tiled::fit(tiled::Ground { tiles, shadow }, &mut self.scratch_of_tiles, start, most)
            }
            (_, Some(lattice)) if (2..=256).contains(&start.rows()) => {
                rounds::Rounds::new(rows, lattice, &mut self.scratch, start).run(most)
            }
            _ => {
                let matrix = rows.to_matrix();
                let solution = lloyd_within(&matrix, start, most);
                self.plain = assign(&*matrix, &solution.centroids);
                let mut sizes = vec![0; solution.k()];
                self.plain.iter().for_each(|&label| sizes[label as usize] += 1);
                Fit { solution, sizes }
            }
        }
    }

    /// The label of each row in the last fit: its nearest centroid, the lowest number on ties.
    pub fn labels(&self) -> Vec<u32> {
        let bytes = self.byte_labels();
        bytes.map_or_else(|| self.plain.clone(), |bytes| bytes.into_iter().map(u32::from).collect())
    }

    /// The same, a byte each; `None` where there are more segments than bytes can tell apart.
    pub fn byte_labels(&self) -> Option<Vec<u8>> {
        match self.view.get().and_then(|view| view.tiles.as_ref()) {
            Some(tiles) if self.tiled => Some(self.scratch_of_tiles.labels(tiles)),
            _ if self.plain.is_empty() => Some(self.scratch.labels(self.rows().count())),
            _ => self.plain.iter().map(|&label| label.try_into().ok()).collect(),
        }
    }
}
