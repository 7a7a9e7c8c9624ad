//! The parts that the tiles of a fit are cut into: how tiles are dealt to them, and what each comes to.

use std::ops::Range;

use super::exact::Sums;
use super::lead::Share;
use super::tiles::{TILE, Tiles};
use crate::Matrix;

/// Parts of every fit, whoever works on them, in halves of halves: sums are made part by part and [added up in pairs](Share::in_pairs).
pub(super) const PARTS: usize = 16;

/// Neighbouring tiles that are dealt together. So few that every part has customers from everywhere: whoever works on some parts has as
/// much to do in every round as who works on as many others.
const BLOCK: usize = 8;

/// Neighbouring tiles of one part.
#[derive(Debug)]
pub(super) struct Block {
    /// Of those parts that are worked on here.
    pub(super) part: usize,
    pub(super) tiles: Range<usize>,
}

impl Block {
    /// What has been dealt to these parts, in the order of the tiles, which is the one to read them in.
    pub(super) fn dealt(parts: Range<usize>, tiles: &Tiles) -> Vec<Block> {
        let all = (0..tiles.count()).step_by(BLOCK).zip((0..PARTS).cycle());
        all.filter(|(_, part)| parts.contains(part))
            .map(|(first, part)| Block {
                part: part - parts.start,
                tiles: first..tiles.count().min(first + BLOCK),
            })
            .collect()
    }

    /// Its customers, in the order of the tiles.
    pub(super) fn customers(&self, tiles: &Tiles) -> Range<usize> {
        self.tiles.start * TILE..tiles.order.len().min(self.tiles.end * TILE)
    }
}

/// What a part comes to.
#[derive(Debug)]
pub(super) struct Part {
    /// Of each segment, then of nobody's customers: whoever has not been looked at yet is nobody's.
    pub(super) sums: Sums,
    /// Whether anybody changed label at the last look.
    pub(super) changed: bool,
}

impl Part {
    /// The same without nobody's customers.
    pub(super) fn share(&self) -> Share {
        let Sums { sums, sizes } = &self.sums;
        let (k, columns) = (sizes.len() - 1, sums.columns());
        Share {
            parts: 1,
            sums: Matrix::new(columns, sums.values()[..k * columns].to_vec()),
            sizes: sizes[..k].to_vec(),
            changed: self.changed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tile_is_dealt_to_exactly_one_part_whoever_works_on_it() {
        let matrix = Matrix::new(1, (0..13_007).map(f64::from).collect());
        let tiles = Tiles::of((&matrix).into());
        for ends in [&[16][..], &[8, 16], &[5, 9, 12, 16]] {
            let mut parts_of = vec![Vec::new(); tiles.count()];
            let mut customers = 0;
            for (at, &end) in ends.iter().enumerate() {
                let first = if at == 0 { 0 } else { ends[at - 1] };
                for block in Block::dealt(first..end, &tiles) {
                    customers += block.customers(&tiles).len();
                    for tile in block.tiles {
                        parts_of[tile].push(first + block.part);
                    }
                }
            }
            let in_turn: Vec<_> = (0..tiles.count()).map(|tile| vec![tile / BLOCK % PARTS]).collect();
            assert_eq!((parts_of, customers), (in_turn, 13_007));
        }
    }
}
