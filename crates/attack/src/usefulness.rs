//! What is left to read: the share of honest cells that are still published.
//!
//! Honest are the sizes and shares of the segments, their shares of the revenue where no one or two customers make a segment's, and medians
//! with 10 valid customers on each side; none where all but nine of a segment are alike.

use serde::Serialize;

use crate::attacks::Seen;
use crate::truth::{Nature, mode};

/// Cells of one table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cells {
    /// Sizes and shares.
    pub sizes: [u64; 2],
    /// Shares of the revenue.
    pub revenue: [u64; 2],
    /// Medians, or shares of a flag.
    pub medians: [u64; 2],
}

/// Honest cells, and those of them that are published.
pub fn cells(seen: &Seen) -> Cells {
    let mut cells = Cells::default();
    let revenue = seen.published.columns.iter().position(|column| column.name == "monetary");
    let revenue = revenue.filter(|&at| seen.truth.transactions && !is_dominated(seen, at));
    for (segment, part) in seen.published.segments.iter().enumerate() {
        count(&mut cells.sizes, part.size > 0);
        count(&mut cells.sizes, part.size > 0);
        if revenue.is_some() {
            count(&mut cells.revenue, part.revenue_share.is_some());
        }
        for (at, cell) in part.cells.iter().enumerate() {
            if is_honest(seen, segment, at) {
                count(&mut cells.medians, cell.median.is_some() || cell.share.is_some());
            }
        }
    }
    cells
}

fn count(cells: &mut [u64; 2], published: bool) {
    cells[0] += 1;
    cells[1] += u64::from(published);
}

/// Ten valid customers on each side of the median, and more than nine who differ from what most share; of a flag, ten with and ten without.
fn is_honest(seen: &Seen, segment: usize, at: usize) -> bool {
    let valid = seen.truth.cell(segment, at);
    let needed = seen.published.minimum as usize;
    let differing = valid.len() - mode(&valid).map_or(0, |(_, count)| count);
    let enough = differing >= needed && valid.len() >= 2 * needed;
    match seen.truth.natures[at] {
        Nature::Flag => {
            let ones = valid.iter().filter(|value| **value == 1.0).count();
            enough && ones >= needed && valid.len() - ones >= needed
        }
        _ => enough,
    }
}

/// Whether one or two customers make up a segment's sum, by the rules (1,50), (2,67) and p 10 %, or a sum is not positive.
fn is_dominated(seen: &Seen, at: usize) -> bool {
    (0..seen.truth.groups.len()).any(|segment| {
        let mut sizes: Vec<f64> = seen.truth.cell(segment, at).iter().map(|value| value.abs()).collect();
        sizes.sort_unstable_by(|a, b| b.total_cmp(a));
        let total: f64 = sizes.iter().sum();
        let (first, second) = (sizes.first().copied().unwrap_or(0.0), sizes.get(1).copied().unwrap_or(0.0));
        total <= 0.0
            || first > 0.5 * total
            || first + second > 0.67 * total
            || total - first - second < 0.1 * first
    })
}
