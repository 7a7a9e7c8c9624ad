//! Lloyd's rounds over tiles: most customers are never looked at one by one.
//!
//! Each tile, and in a tile that centroids share each group of customers, carries how far centroids may move before a label in it can fall.
//! A tile past that is looked at by its box alone; only where the box does not lie nearest to one centroid are its groups that are
//! past theirs. What the answer is stands at [`Points::fit`](super::Points::fit).

use std::ops::Range;

use super::exact::{Sums, nearest_two};
use super::lead::{Lead, Order, Share};
use super::lloyd::{hand_over, is_on};
use super::margin::{GROUP, Targets, Verdict, judge};
use super::parts::{Block, PARTS, Part};
use super::points::Fit;
use super::shadow::Shadow;
use super::tiles::{TILE, Tiles};
use super::travel::Travel;
use crate::Matrix;
use crate::matrix::distance2;
use crate::segments::Solution;

/// The owner of a tile that centroids share.
const SHARED: u8 = u8::MAX;

/// The most centroids: one less than there are bytes that say who owns a tile.
pub(super) const MOST_CENTROIDS: usize = SHARED as usize;

/// What fits can hand on to each other: memory.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// The label of each customer, in the order of the tiles.
    labels: Vec<u8>,
    /// Of these the ones that are found here, and not by somebody else.
    here: Vec<Range<usize>>,
    /// To whom all customers of a tile belong, or [`SHARED`].
    owners: Vec<u8>,
    /// The movement of centroids ([`Travel`]) up to which each tile stands.
    stands: Vec<f32>,
    /// In shared tiles, the same for each group.
    groups: Vec<f32>,
}

/// What a fit looks at: the tiles, and the shadow of the customers in their order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) tiles: &'a Tiles,
    pub(super) shadow: &'a Shadow,
}

/// A fit under way over some of the parts.
#[derive(Debug)]
pub(super) struct Work {
    scratch: Scratch,
    centroids: Matrix,
    travel: Travel,
    blocks: Vec<Block>,
    /// The number of the first part here.
    first: usize,
    parts: Vec<Part>,
}

/// Fits from the centroids `start`, fewer than [`MOST_CENTROIDS`], in at most so many rounds.
pub(super) fn fit(ground: Ground<'_>, scratch: &mut Scratch, start: Matrix, most: u32) -> Fit {
    let mut lead = Lead::new(&start, most);
    let mut work = Work::new(ground, std::mem::take(scratch), start, 0..PARTS);
    work.look(ground);
    let (iterations, converged) = loop {
        work.fill_empty(ground);
        match lead.next(&work.all()) {
            Order::Look(centroids) => work.go(ground, centroids),
            Order::Afresh => work.sum_afresh(ground),
            Order::Done { iterations, converged } => break (iterations, converged),
        }
    };
    let sizes = work.all().sizes;
    let inertia = work.inertias(ground).into_iter().sum();
    let centroids = work.centroids.clone();
    *scratch = work.end();
    Fit { solution: Solution { centroids, inertia, iterations, converged }, sizes }
}

impl Work {
    /// A fit of the `parts` with these numbers, before its first look.
    pub(super) fn new(ground: Ground<'_>, mut scratch: Scratch, start: Matrix, parts: Range<usize>) -> Self {
        let (k, count) = (start.rows(), ground.tiles.count());
        scratch.labels.clear();
        scratch.labels.resize(count * TILE, k as u8);
        scratch.owners.clear();
        scratch.owners.resize(count, k as u8);
        scratch.stands.clear();
        scratch.stands.resize(count, -1.0);
        scratch.groups.resize(count * TILE / GROUP, -1.0);
        let (first, blocks) = (parts.start, Block::dealt(parts.clone(), ground.tiles));
        let nobody = |_| Part { sums: Sums::new(k + 1, start.columns()), changed: false };
        let mut parts: Vec<Part> = parts.map(nobody).collect();
        scratch.here.clear();
        for block in &blocks {
            let here = block.customers(ground.tiles);
            parts[block.part].sums.sizes[k] += here.len() as u64;
            scratch.here.push(here);
        }
        Work { scratch, travel: Travel::new(k, ground.shadow.scale), blocks, first, parts, centroids: start }
    }

    /// What the parts here come to, in pairs.
    pub(super) fn shares(&self) -> Vec<Share> {
        // Those of one fit are of one kind.
        Share::in_pairs(self.first, self.parts.iter().map(Part::share)).unwrap_or_default()
    }

    /// What all parts come to. They have to be here.
    fn all(&self) -> Share {
        let (k, columns) = (self.centroids.rows(), self.centroids.columns());
        self.shares().pop().unwrap_or_else(|| Share {
            parts: 0,
            sums: Matrix::new(columns, vec![0.0; k * columns]),
            sizes: vec![0; k],
            changed: false,
        })
    }

    /// Whether these could be the next centroids.
    pub(super) fn takes(&self, centroids: &Matrix) -> bool {
        (centroids.rows(), centroids.columns()) == (self.centroids.rows(), self.centroids.columns())
    }

    /// Gives back the memory, and in it the labels.
    pub(super) fn end(self) -> Scratch {
        self.scratch
    }

    /// Moves to other centroids and looks at every tile that no longer stands.
    pub(super) fn go(&mut self, ground: Ground<'_>, centroids: Matrix) {
        self.travel.go(&self.centroids, &centroids);
        self.centroids = centroids;
        self.look(ground);
    }

    /// Looks at every tile that may not stand.
    pub(super) fn look(&mut self, ground: Ground<'_>) {
        match self.centroids.columns() {
            1 => self.look_at_tiles::<1>(ground),
            2 => self.look_at_tiles::<2>(ground),
            3 => self.look_at_tiles::<3>(ground),
            _ => self.look_at_tiles::<4>(ground),
        }
    }

    #[inline(never)]
    fn look_at_tiles<const D: usize>(&mut self, ground: Ground<'_>) {
        let k = self.centroids.rows();
        let Scratch { labels, owners, stands, groups, .. } = &mut self.scratch;
        let (centroids, _) = self.centroids.values().as_chunks::<D>();
        let Ground { tiles, shadow } = ground;
        let (customers, _) = tiles.matrix.values().as_chunks::<D>();
        let (blocks, _) = shadow.lanes.as_chunks::<D>();
        let (middles, _) = tiles.middles.values().as_chunks::<D>();
        let (reaches, _) = tiles.reaches.values().as_chunks::<D>();
        let (tile_sums, _) = tiles.sums.values().as_chunks::<D>();
        let targets = Targets::new(shadow, &self.centroids);
        let needed = self.travel.needed_by_tiles();
        let mut squares = vec![0.0; k];
        self.parts.iter_mut().for_each(|part| part.changed = false);
        for Block { part, tiles: own } in &self.blocks {
            let Part { sums: Sums { sums, sizes }, changed } = &mut self.parts[*part];
            let (sums, _) = sums.values_mut().as_chunks_mut::<D>();
            for tile in own.clone() {
                let owner = owners[tile];
                if stands[tile] > needed[k.min(owner.into())] {
                    continue;
                }
                let members = tiles.members(tile);
                let whose = whose(&middles[tile], &reaches[tile], centroids, &mut squares);
                if let Some((nearest, margin)) = whose {
                    if owner == SHARED {
                        for customer in members.clone().filter(|&customer| labels[customer] != nearest) {
                            go(sums, sizes, &customers[customer], labels[customer], nearest);
                            *changed = true;
                        }
                    } else if owner != nearest {
                        let count = members.len() as u64;
                        sizes[owner as usize] -= count;
                        sizes[nearest as usize] += count;
                        for d in 0..D {
                            sums[owner as usize][d] -= tile_sums[tile][d];
                            sums[nearest as usize][d] += tile_sums[tile][d];
                        }
                        *changed = true;
                    }
                    if owner != nearest {
                        labels[tile * TILE..(tile + 1) * TILE].fill(nearest);
                        owners[tile] = nearest;
                    }
                    let margin = (margin * shadow.scale) as f32;
                    stands[tile] = Travel::since(needed[nearest as usize], margin);
                    continue;
                }
                let of_tile = tile * TILE / GROUP..members.end.div_ceil(GROUP);
                if owner != SHARED {
                    groups[of_tile.clone()].fill(-1.0);
                    owners[tile] = SHARED;
                }
                let mut least = f32::MAX;
                for group in of_tile {
                    if groups[group] <= needed[k] {
                        let from = group * GROUP;
                        let here = GROUP.min(customers.len() - from);
                        let pair = &blocks[group * 2..blocks.len().min(group * 2 + 2)];
                        let verdict = match &targets {
                            Some(targets) => judge([&pair[0], &pair[pair.len() - 1]], targets),
                            None => Verdict::UNKNOWN,
                        };
                        let exact = |lane: usize| {
                            customers.get(from + lane).map_or((0, 0.0), |customer| {
                                nearest_two(customer, &self.centroids, shadow.scale)
                            })
                        };
                        let verdict = verdict.or_exactly(exact);
                        let before: [u8; GROUP] = std::array::from_fn(|lane| labels[from + lane]);
                        if before != verdict.labels {
                            for lane in (0..here).filter(|&lane| before[lane] != verdict.labels[lane]) {
                                go(sums, sizes, &customers[from + lane], before[lane], verdict.labels[lane]);
                                *changed = true;
                            }
                            labels[from..from + GROUP].copy_from_slice(&verdict.labels);
                        }
                        let margin = verdict.margins[..here]
                            .iter()
                            .fold(f32::MAX, |least, &margin| if margin < least { margin } else { least });
                        groups[group] = Travel::since(needed[k], margin);
                    }
                    least = if groups[group] < least { groups[group] } else { least };
                }
                stands[tile] = least;
            }
        }
    }

    /// Sums that depend on the labels alone: whole tiles first have sums of their own.
    pub(super) fn sum_afresh(&mut self, Ground { tiles, .. }: Ground<'_>) {
        let (k, columns) = (self.centroids.rows(), self.centroids.columns());
        self.parts.iter_mut().for_each(|part| part.sums = Sums::new(k + 1, columns));
        for block in &self.blocks {
            let fresh = &mut self.parts[block.part].sums;
            for tile in block.tiles.clone() {
                let members = tiles.members(tile);
                if let Some(owner) = self.scratch.owner(tiles, tile) {
                    fresh.add(owner, members.len() as u64, tiles.sums.row(tile));
                } else {
                    for customer in members {
                        fresh.add(self.scratch.labels[customer], 1, tiles.matrix.row(customer));
                    }
                }
            }
        }
    }

    /// For each part, the sum of squared distances to the own centroid.
    pub(super) fn inertias(&self, Ground { tiles, .. }: Ground<'_>) -> Vec<f64> {
        let own = |customer: usize| {
            let centroid = self.centroids.row(self.scratch.labels[customer].into());
            distance2(tiles.matrix.row(customer), centroid)
        };
        let of_tile = |tile: usize| match self.scratch.owner(tiles, tile) {
            Some(owner) => tiles.spread_around(tile, self.centroids.row(owner.into())),
            None => tiles.members(tile).map(own).sum(),
        };
        let mut inertias = vec![0.0; self.parts.len()];
        for Block { part, tiles } in &self.blocks {
            tiles.clone().for_each(|tile| inertias[*part] += of_tile(tile));
        }
        inertias
    }

    /// Gives empty groups a customer, as the twin does. All parts have to be here.
    fn fill_empty(&mut self, ground: Ground<'_>) {
        let mut sizes = self.all().sizes;
        if !sizes.contains(&0) {
            return;
        }
        let tiles = ground.tiles;
        let (mut labels, mut distances) = (vec![0; tiles.order.len()], vec![0.0; tiles.order.len()]);
        for ((customer, &row), &label) in tiles.matrix.iter().zip(&tiles.order).zip(&self.scratch.labels) {
            let centroid = self.centroids.row(label.into());
            labels[row as usize] = label.into();
            if !is_on(customer, centroid, tiles.order.len()) {
                distances[row as usize] = distance2(customer, centroid);
            }
        }
        hand_over(&mut labels, &mut distances, &mut sizes);
        for (customer, &row) in tiles.order.iter().enumerate() {
            let label = labels[row as usize] as u8;
            if self.scratch.labels[customer] != label {
                self.scratch.labels[customer] = label;
                self.scratch.owners[customer / TILE] = SHARED;
                self.scratch.stands[customer / TILE] = -1.0;
                // A tile that had an owner has said nothing of its groups.
                let groups = customer / TILE * (TILE / GROUP);
                self.scratch.groups[groups..groups + TILE / GROUP].fill(-1.0);
            }
        }
        self.sum_afresh(ground);
    }
}

/// A customer changes from one segment to another.
#[inline(always)]
fn go<const D: usize>(sums: &mut [[f64; D]], sizes: &mut [u64], customer: &[f64; D], from: u8, to: u8) {
    sizes[from as usize] -= 1;
    sizes[to as usize] += 1;
    for d in 0..D {
        sums[from as usize][d] -= customer[d];
        sums[to as usize][d] += customer[d];
    }
}

/// The centroid that is the nearest one everywhere in the box, and so much farther is every other at least; `None` where there is no
/// such centroid, or none that rounding leaves no doubt about.
///
/// With m the middle of the box, r its reach and u = c − m, at m + h one centroid is farther than the other by
/// |uⱼ − h|² − |uᵢ − h|² = |uⱼ|² − |uᵢ|² − 2h·(uⱼ − uᵢ), squared: least in the corner where h·(uⱼ − uᵢ) = r·|uⱼ − uᵢ|. As distances, that is
/// divided by their sum, |uⱼ| + |uᵢ| + 2|r| at most.
#[inline(always)]
fn whose<const D: usize>(
    middle: &[f64; D],
    reach: &[f64; D],
    centroids: &[[f64; D]],
    squares: &mut [f64],
) -> Option<(u8, f64)> {
    /// More than rounding in double precision can do, here and in the twin.
    const SLACK: f64 = 1e-12;
    let mut near = 0;
    for (number, centroid) in centroids.iter().enumerate() {
        squares[number] = distance2(centroid, middle);
        if squares[number] < squares[near] {
            near = number;
        }
    }
    let own = squares[near];
    let diagonal = reach.iter().fold(0.0, |sum, r| sum + r * r);
    // The squared gap, until it is known that there is one to every other.
    for (number, centroid) in centroids.iter().enumerate() {
        let tilt = (0..D).fold(0.0, |sum, d| sum + reach[d] * (centroid[d] - centroids[near][d]).abs());
        let gap = squares[number] - own - 2.0 * tilt;
        let clear = gap > SLACK * (squares[number] + own + diagonal);
        if !clear && number != near {
            return None;
        }
    }
    let across = own.sqrt() + 2.0 * diagonal.sqrt();
    let mut least = f64::INFINITY;
    for (number, centroid) in centroids.iter().enumerate() {
        if number != near {
            let tilt = (0..D).fold(0.0, |sum, d| sum + reach[d] * (centroid[d] - centroids[near][d]).abs());
            let both = squares[number].sqrt() + across;
            least = least.min((squares[number] - own - 2.0 * tilt) / both - SLACK * both);
        }
    }
    (least > 0.0).then_some((near as u8, least))
}

impl Scratch {
    /// The owner of a tile, as its labels have it.
    fn owner(&self, tiles: &Tiles, tile: usize) -> Option<u8> {
        let owner = self.owners[tile];
        let labels = &self.labels[tiles.members(tile)];
        if owner != SHARED {
            Some(owner)
        } else {
            labels.iter().all(|label| *label == labels[0]).then_some(labels[0])
        }
    }

    /// The labels that the last fit found here, by the rows that the customers have outside; 0 for all others.
    pub(super) fn labels(&self, tiles: &Tiles) -> Vec<u8> {
        let mut labels = vec![0; tiles.order.len()];
        for here in &self.here {
            for (&row, &label) in tiles.order[here.clone()].iter().zip(&self.labels[here.clone()]) {
                labels[row as usize] = label;
            }
        }
        labels
    }
}
