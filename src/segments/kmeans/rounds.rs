//! Lloyd's rounds in which most customers need not be looked at.
//!
//! Each customer carries the margin by which its centroid was the nearest when last looked at. While the centroids have moved by
//! less, its label stands. Means follow the customers that changed label. Both only save work: see [`Points::fit`](super::Points::fit)
//! for what the answer is.

use wide::{bytemuck, f32x4, u8x16};

use super::exact::{Sums, inertia, nearest_two};
use super::lattice::Lattice;
use super::lloyd::{divided, fill_empty};
use super::points::Fit;
use super::travel::Travel;
use super::verdict::{GROUP, Targets, Verdict, judge_chosen, judge_from};
use crate::matrix::distance2;
use crate::segments::Solution;
use crate::{Matrix, Rows};

/// How many more rounds like the last one the customers looked at are to be good for. Measured.
const AHEAD: f64 = 4.0;

/// Groups of customers that are judged at a time.
const GROUPS: usize = 16;

/// Of every so many groups of customers one is asked whether most are due.
const ASKED: usize = 64;

/// What fits can hand on to each other: memory.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    labels: Vec<u8>,
    /// The movement of centroids ([`Travel`]) up to which each label stands; nothing stands that is not positive.
    stands: Vec<f32>,
    /// Customers whose label may fall before `horizon`.
    watched: Vec<u32>,
    /// Customers whose label may have fallen.
    due: Vec<u32>,
    /// Customers that changed label, with the label they had.
    moved: Vec<(u32, u8)>,
}

impl Scratch {
    /// The labels of the last fit.
    pub(super) fn labels(&self, rows: usize) -> Vec<u8> {
        self.labels[..rows].to_vec()
    }
}

/// A fit under way.
#[derive(Debug)]
pub(super) struct Rounds<'a> {
    rows: Rows<'a>,
    lattice: &'a Lattice,
    scratch: &'a mut Scratch,
    centroids: Matrix,
    sums: Sums,
    travel: Travel,
    /// The movement up to which everyone who is not watched is safe.
    horizon: f64,
    /// Looks at watched customers since they were chosen.
    looks: usize,
    /// Whether there are few enough to watch.
    watching: bool,
    first: bool,
}

impl<'a> Rounds<'a> {
    /// From the centroids `start`, at most 256.
    pub(super) fn new(rows: Rows<'a>, lattice: &'a Lattice, scratch: &'a mut Scratch, start: Matrix) -> Self {
        let k = start.rows();
        // Room for the customers that fill up the last group: they are labelled with the others and then forgotten.
        let room = rows.count().next_multiple_of(GROUP);
        scratch.labels.resize(room, 0);
        scratch.stands.resize(room, 0.0);
        scratch.due.resize(room, 0);
        scratch.moved.clear();
        Rounds {
            rows,
            lattice,
            scratch,
            sums: Sums::new(k, rows.columns()),
            travel: Travel::new(k, lattice.scale),
            horizon: 0.0,
            looks: 0,
            watching: false,
            first: true,
            centroids: start,
        }
    }

    /// The fit, in at most so many rounds.
    pub(super) fn run(mut self, most: u32) -> Fit {
        self.look_at_all();
        self.sum_all();
        self.fill_empty();
        for round in 2..=most {
            self.move_to_means();
            self.look();
            if self.scratch.moved.is_empty() {
                // Sums that followed the customers may differ in the last bits from those of the twin, which have the last word.
                let others = self.centroids.clone();
                let inertia = self.sums.of_all_with_inertia(self.rows, &self.scratch.labels, &others);
                self.move_to_means();
                self.look();
                if self.scratch.moved.is_empty() {
                    let inertia = self.inertia_from(inertia, &others);
                    return self.finish(round, true, inertia);
                }
            }
            self.follow();
        }
        self.sum_all();
        self.move_to_means();
        self.look_at_all();
        let inertia = self.sums.of_all_with_inertia(self.rows, &self.scratch.labels, &self.centroids);
        self.finish(most, false, inertia)
    }

    /// The inertia around the centroids, given the one around `others`: as these are the means, it is less by what all customers would come
    /// to, were each where its mean is (Huygens), which mostly is too little to show.
    fn inertia_from(&self, around_others: f64, others: &Matrix) -> f64 {
        let moves = others.iter().zip(self.centroids.iter()).zip(&self.sums.sizes);
        let excess: f64 = moves.map(|((from, to), &size)| size as f64 * distance2(from, to)).sum();
        if excess <= around_others * f64::EPSILON {
            around_others
        } else {
            inertia(self.rows, &self.scratch.labels, &self.centroids)
        }
    }

    fn finish(self, iterations: u32, converged: bool, inertia: f64) -> Fit {
        let solution = Solution { centroids: self.centroids, inertia, iterations, converged };
        Fit { solution, sizes: self.sums.sizes }
    }

    /// Finds out who is no longer safe and looks at them.
    fn look(&mut self) {
        self.scratch.moved.clear();
        let rows = self.rows.count();
        if !self.watching && self.most_are_due() {
            return self.look_at_all();
        }
        let due = if self.watching && self.travel.most <= self.horizon && self.looks < rows {
            self.due_of_watched()
        } else if self.watching {
            self.watch();
            self.due_of_watched()
        } else {
            self.due_of_all()
        };
        self.watching = due < rows / 8;
        if due > rows / 2 { self.look_at_all() } else { self.look_at(due) }
    }

    /// Whether more than half are due, as far as a few tell: nothing but time depends on it.
    fn most_are_due(&self) -> bool {
        let now = self.travel.needed(0.0);
        let (labels, _) = self.scratch.labels.as_chunks::<GROUP>();
        let (stands, _) = self.scratch.stands.as_chunks::<GROUP>();
        let (mut asked, mut falling) = (0, 0);
        for (labels, stands) in labels.iter().zip(stands).step_by(ASKED) {
            asked += GROUP;
            falling += (0..GROUP).filter(|&lane| stands[lane] <= now[labels[lane] as usize]).count();
        }
        falling > asked / 2
    }

    /// Lists and counts those that are due.
    fn due_of_all(&mut self) -> usize {
        let mut now = [0.0; 256];
        now.iter_mut().zip(self.travel.needed(0.0)).for_each(|(now, needed)| *now = needed);
        let Scratch { labels, stands, due, .. } = &mut *self.scratch;
        let (labels, _) = labels.as_chunks::<GROUP>();
        let (stands, _) = stands.as_chunks::<GROUP>();
        let mut falling = 0;
        for (group, (labels, stands)) in (0_u32..).zip(labels.iter().zip(stands)) {
            let Some(slots) = due[falling..].first_chunk_mut::<GROUP>() else { break };
            let mut count = 0;
            for lane in 0..GROUP {
                // Without a branch, which would be mispredicted too often: written always, kept where it is due.
                slots[count % GROUP] = group * GROUP as u32 + lane as u32;
                count += usize::from(stands[lane] <= now[labels[lane] as usize]);
            }
            falling += count;
        }
        // Whoever only fills up the last group comes last.
        let rows = self.rows.count() as u32;
        falling - due[..falling].iter().rev().take_while(|&&row| row >= rows).count()
    }

    /// Chooses whom to watch: those who may fall due soon.
    fn watch(&mut self) {
        let ahead = AHEAD * self.travel.step;
        let soon = self.travel.needed(ahead);
        let latest = f32x4::splat(soon.iter().copied().fold(0.0, f32::max));
        let Scratch { labels, stands, watched, .. } = &mut *self.scratch;
        watched.resize(labels.len(), 0);
        let mut watching = 0;
        let groups = labels.as_chunks::<GROUP>().0.iter().zip(stands.as_chunks::<GROUP>().0);
        for (from, (labels, stands)) in (0_u32..).step_by(GROUP).zip(groups) {
            let [a, b, c, d] = bytemuck::cast::<[f32; GROUP], [f32x4; 4]>(*stands);
            if !a.fast_min(b).fast_min(c.fast_min(d)).simd_le(latest).any() {
                continue;
            }
            for (row, (&label, &stands)) in (from..).zip(labels.iter().zip(stands)) {
                watched[watching] = row;
                watching += usize::from(stands <= soon[label as usize]);
            }
        }
        // Whoever only fills up the last group comes last.
        let rows = self.rows.count() as u32;
        watching -= watched[..watching].iter().rev().take_while(|&&row| row >= rows).count();
        watched.truncate(watching);
        self.horizon = self.travel.most + ahead;
        self.looks = 0;
    }

    /// Lists and counts the watched that are due.
    fn due_of_watched(&mut self) -> usize {
        let now = self.travel.needed(0.0);
        let Scratch { labels, stands, watched, due, .. } = &mut *self.scratch;
        let mut falling = 0;
        for &row in watched.iter() {
            due[falling] = row;
            falling += usize::from(stands[row as usize] <= now[labels[row as usize] as usize]);
        }
        self.looks += watched.len();
        falling
    }

    /// Labels everyone afresh.
    fn look_at_all(&mut self) {
        self.scratch.moved.clear();
        self.travel.reset();
        self.horizon = -1.0;
        let Scratch { labels, stands, moved, .. } = &mut *self.scratch;
        let (all, centroids, scale) = (self.rows, &self.centroids, self.lattice.scale);
        let (rows, first) = (all.count(), self.first);
        let exact = |row: usize| {
            if row < rows { all.with(row, |row| nearest_two(row, centroids, scale)) } else { (0, 0.0) }
        };
        let targets = Targets::new(self.lattice, centroids);
        let (labels, _) = labels.as_chunks_mut::<GROUP>();
        let (stands, _) = stands.as_chunks_mut::<GROUP>();
        let mut verdicts = [Verdict::NONE; GROUPS];
        let batches = labels.chunks_mut(GROUPS).zip(stands.chunks_mut(GROUPS));
        for (from, (labels, stands)) in (0..).step_by(GROUPS * GROUP).zip(batches) {
            let verdicts = &mut verdicts[..labels.len()];
            judge_from(self.lattice, &targets, from, verdicts);
            let groups = verdicts.iter_mut().zip(labels).zip(stands);
            for (from, ((verdict, labels), stands)) in (from..).step_by(GROUP).zip(groups) {
                verdict.settle(|lane| exact(from + lane));
                *stands = verdict.margins;
                let before = std::mem::replace(labels, verdict.labels.to_array());
                if !first {
                    let changed = different(before, *labels);
                    moved.extend(bits(changed).map(|lane| ((from + lane) as u32, before[lane])));
                }
            }
        }
        moved.truncate(moved.partition_point(|&(row, _)| (row as usize) < rows));
        self.first = false;
    }

    /// Labels the first `count` of those due afresh.
    fn look_at(&mut self, count: usize) {
        let Scratch { labels, stands, moved, due, .. } = &mut *self.scratch;
        let (all, centroids, scale) = (self.rows, &self.centroids, self.lattice.scale);
        let needed = self.travel.needed(0.0);
        let targets = Targets::new(self.lattice, centroids);
        let mut verdicts = [Verdict::NONE; GROUPS];
        for rows in due[..count].chunks(GROUPS * GROUP) {
            judge_chosen(self.lattice, &targets, rows, &mut verdicts);
            for (rows, verdict) in rows.chunks(GROUP).zip(&mut verdicts) {
                verdict.settle(|lane| {
                    rows.get(lane).map_or((0, 0.0), |&row| {
                        all.with(row as usize, |row| nearest_two(row, centroids, scale))
                    })
                });
                let after = verdict.labels.to_array();
                let mut before = [0; GROUP];
                let mut changed = 0;
                for (lane, &row) in rows.iter().enumerate() {
                    let (row, label) = (row as usize, after[lane]);
                    stands[row] = Travel::since(needed[label as usize], verdict.margins[lane]);
                    before[lane] = std::mem::replace(&mut labels[row], label);
                    changed |= u16::from(before[lane] != label) << lane;
                }
                moved.extend(bits(changed).map(|lane| (rows[lane], before[lane])));
            }
        }
    }

    fn sum_all(&mut self) {
        self.sums.of_all(self.rows, &self.scratch.labels);
    }

    /// Lets sums follow the customers that changed label.
    fn follow(&mut self) {
        if self.scratch.moved.len() > self.rows.count() / 2 {
            self.sum_all();
        } else {
            self.sums.follow(self.rows, &self.scratch.labels, &self.scratch.moved);
        }
        self.fill_empty();
    }

    /// Gives empty groups a customer, as the twin does.
    fn fill_empty(&mut self) {
        if !self.sums.sizes.contains(&0) {
            return;
        }
        let own = &self.scratch.labels[..self.rows.count()];
        let mut distances = vec![0.0; own.len()];
        self.rows.each(|at, row| distances[at] = distance2(row, self.centroids.row(own[at] as usize)));
        let mut labels: Vec<u32> = own.iter().map(|&label| label.into()).collect();
        fill_empty((self.rows, &self.centroids), &mut labels, &mut distances, &mut self.sums.sizes);
        for (row, label) in labels.into_iter().enumerate() {
            let before = std::mem::replace(&mut self.scratch.labels[row], label as u8);
            if before != label as u8 {
                self.scratch.stands[row] = 0.0;
            }
        }
        self.horizon = -1.0;
        self.sum_all();
    }

    fn move_to_means(&mut self) {
        let means = divided(self.sums.sums.clone(), &self.sums.sizes, &self.centroids);
        self.travel.go(&self.centroids, &means);
        self.centroids = means;
    }
}

/// Bit by bit, which of a group have another label.
fn different(before: [u8; GROUP], after: [u8; GROUP]) -> u16 {
    !u8x16::new(before).simd_eq(u8x16::new(after)).to_bitmask() as u16
}

/// The places of all bits that are set, in order.
fn bits(mut set: u16) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = set.trailing_zeros() as usize;
        (set != 0).then(|| {
            set &= set - 1;
            place
        })
    })
}
