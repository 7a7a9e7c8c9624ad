//! The named map of recency, frequency and monetary value: all 125 cells of scores, each with exactly one name.
//!
//! Scores run from 1 to 5, 5 best. A value is scored by its mid-rank percentile among all segmented customers, so that equal
//! values always score equal, whatever the order of the rows. FM is the mean of the frequency and the monetary score.

use crate::customers::{Features, Prepared, RFM};
use crate::distribution::Ascending;

/// The names of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RfmName {
    /// Bought lately, often and much.
    Champions,
    /// Buys often, and lately enough.
    Loyal,
    /// Bought lately, on the way to buying often.
    PotentialLoyalist,
    /// Bought lately for the first time.
    New,
    /// Bought lately, little so far.
    Promising,
    /// In the middle of everything.
    NeedsAttention,
    /// Fading, and never bought much.
    AboutToSleep,
    /// Used to buy often or much, not lately.
    AtRisk,
    /// Was among the best and has gone quiet.
    CantLose,
    /// Long away, never bought much.
    Hibernating,
    /// Longest away, bought least.
    Lost,
}

impl RfmName {
    /// All names, the best first.
    pub const ALL: [RfmName; 11] = [
        RfmName::Champions,
        RfmName::Loyal,
        RfmName::PotentialLoyalist,
        RfmName::New,
        RfmName::Promising,
        RfmName::NeedsAttention,
        RfmName::AboutToSleep,
        RfmName::AtRisk,
        RfmName::CantLose,
        RfmName::Hibernating,
        RfmName::Lost,
    ];

    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            RfmName::Champions => "name-champions",
            RfmName::Loyal => "name-loyal",
            RfmName::PotentialLoyalist => "name-potential-loyalist",
            RfmName::New => "name-new",
            RfmName::Promising => "name-promising",
            RfmName::NeedsAttention => "name-needs-attention",
            RfmName::AboutToSleep => "name-about-to-sleep",
            RfmName::AtRisk => "name-at-risk",
            RfmName::CantLose => "name-cant-lose",
            RfmName::Hibernating => "name-hibernating",
            RfmName::Lost => "name-lost",
        }
    }
}

/// The name of a cell. `is_new` tells whether the tenure is at most one median gap between purchases; without it the most
/// recent small buyers are promising, not new.
pub fn rfm_name(r: u8, f: u8, m: u8, is_new: bool) -> RfmName {
    // Twice FM, so that all is in whole numbers.
    let fm2 = f + m;
    match r {
        4.. if fm2 >= 8 => RfmName::Champions,
        4.. if fm2 >= 6 => RfmName::Loyal,
        4.. if fm2 >= 4 => RfmName::PotentialLoyalist,
        5.. if is_new => RfmName::New,
        4.. => RfmName::Promising,
        3 if fm2 >= 8 => RfmName::Loyal,
        3 if fm2 >= 5 => RfmName::NeedsAttention,
        3 => RfmName::AboutToSleep,
        2 if fm2 >= 5 => RfmName::AtRisk,
        2 => RfmName::Hibernating,
        _ if fm2 >= 8 => RfmName::CantLose,
        _ if fm2 >= 5 => RfmName::AtRisk,
        _ if fm2 >= 4 => RfmName::Hibernating,
        _ => RfmName::Lost,
    }
}

/// What is needed to score a value among all segmented customers.
#[derive(Debug)]
pub struct Scores {
    /// Columns of recency, frequency and monetary in the features.
    pub columns: [usize; 3],
    sorted: [Ascending; 3],
}

impl Scores {
    /// The values of all segmented customers; `None` unless they come from transactions.
    pub fn new(features: &Features, prepared: &Prepared) -> Option<Self> {
        features.span.as_ref()?;
        let mut columns = [0; 3];
        for (column, name) in columns.iter_mut().zip(RFM) {
            *column = features.position(name)?;
        }
        let sorted =
            columns.map(|at| Ascending::of(prepared.members.iter().map(|&row| features.values.row(row)[at])));
        Some(Scores { columns, sorted })
    }

    /// Scores of a recency, a frequency and a monetary value. Little recency is good.
    pub fn of(&self, recency: f64, frequency: f64, monetary: f64) -> (u8, u8, u8) {
        let [r, f, m] = &self.sorted;
        let [r, f, m] = [r, f, m].map(|values| values.as_slice());
        (6 - score(r, recency), score(f, frequency), score(m, monetary))
    }
}

/// The fifth in which a value lies by its mid-rank percentile: (values below + half of those equal) / all.
fn score(sorted: &[f64], value: f64) -> u8 {
    let below = sorted.partition_point(|&other| other < value) as f64;
    let up_to = sorted.partition_point(|&other| other <= value) as f64;
    let percentile = (below + up_to) / 2.0 / sorted.len().max(1) as f64;
    1 + (percentile * 5.0).floor().min(4.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells of each name as the published counts of a total map have them: R from 1 to 5, F and M alike.
    #[test]
    fn the_map_covers_all_cells_once() {
        let mut counts = [0; 11];
        for cell in 0..125_u8 {
            let name = rfm_name(cell / 25 + 1, cell / 5 % 5 + 1, cell % 5 + 1, true);
            counts[name as usize] += 1;
        }
        assert_eq!(counts, [12, 24, 14, 3, 3, 13, 6, 32, 6, 9, 3]);
    }

    #[test]
    fn new_needs_a_short_tenure() {
        assert_eq!(rfm_name(5, 1, 2, true), RfmName::New);
        assert_eq!(rfm_name(5, 1, 2, false), RfmName::Promising);
    }

    #[test]
    fn equal_values_score_equal() {
        // Six of ten bought once: their mid-rank percentile is 0.3, so all score 2.
        let sorted = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 3.0, 4.0, 9.0];
        assert_eq!(score(&sorted, 1.0), 2);
        assert_eq!(score(&sorted, 9.0), 5);
        assert_eq!(score(&sorted, 100.0), 5);
        assert_eq!(score(&sorted, 0.0), 1);
    }
}
