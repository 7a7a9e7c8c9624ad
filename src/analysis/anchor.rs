//! Segments keep their numbers from one run to the next.

use super::{Analysis, Segmentation, Shown};
use crate::change::score;
use crate::customers::Preparation;
use crate::documents::{Model, Recipe};
use crate::meaning::{KeptNumbers, kept, numbering};
use crate::segments::{Partition, best_matching, nearest};
use crate::{Error, Matrix, limits};

/// Share of the customers who stay in segments that are still the same as in an earlier run.
const SAME_SEGMENTS: f64 = 0.5;

/// Share of the customers who stay as a fit is refined. Of others the visible rule is worth more than that nothing moves.
const SAME_LOOK: f64 = 0.9;

/// Segments of an earlier run, whose numbers are to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    preparation: Preparation,
    partitions: Vec<Partition>,
}

impl Anchor {
    /// The segments of a model.
    pub fn of_model(model: &Model) -> Self {
        Anchor { preparation: model.preparation.clone(), partitions: vec![model.partition()] }
    }
}

impl Segmentation {
    /// The segments of this outcome, for every number of them, to keep their numbers in the next run.
    pub fn anchor(&self) -> Anchor {
        Anchor { preparation: self.prepared().preparation.clone(), partitions: self.partitions() }
    }

    /// The recipe of what is shown, with the number of segments that is advised, and with the numbers that segments kept from earlier runs:
    /// on the same customers it gives these numbers again, to which the names belong.
    ///
    /// # Errors
    /// As [`Segmentation::solution`].
    pub fn recipe<'a>(&self, shown: impl Into<Shown<'a>>) -> Result<Recipe, Error> {
        let shown = shown.into();
        let k = self.solution(shown)?.k();
        let named = |partition: &&Partition| {
            partition.k() == k || shown.names.iter().any(|given| given.k as usize == partition.k())
        };
        let partitions = self.partitions();
        let kept = partitions.iter().filter(named).filter_map(|partition| {
            let labels = partition.labels(&self.prepared().coordinates);
            KeptNumbers::of(&numbering(self.features(), self.prepared(), &labels, partition.k()))
        });
        let mut recipe = Recipe { numbers: kept.collect(), ..shown.on(&self.recipe) };
        recipe.choose.advised = Some(self.advice().k.unwrap_or(0));
        Ok(recipe)
    }
}

impl Analysis {
    /// Numbers the segments of this job as the earlier ones that hold the same customers: the numbers, and with them colours and names,
    /// stay when a customer comes or goes. Where the anchor does not have as many segments, where its features are not there, or where fewer
    /// than half of the customers would stay, numbers go by the visible rule.
    pub fn keep_numbers(&mut self, anchor: Anchor) {
        self.anchor = Some(anchor);
    }

    /// The number of every group of a partition, which gives these labels, from 0: that of the earlier segment with the same customers, else
    /// of the one seen at first look, so that what is shown is refined in place; else by the visible rule, as the recipe keeps it.
    pub(super) fn numbers(&self, partition: &Partition, labels: &[u32]) -> Vec<u32> {
        let by_rule = || numbering(&self.features, &self.prepared, labels, partition.k());
        self.anchored(partition.k(), labels)
            .or_else(|| self.as_at_first_look(partition))
            .unwrap_or_else(|| kept(&self.recipe.numbers, by_rule()))
    }

    fn anchored(&self, k: usize, labels: &[u32]) -> Option<Vec<u32>> {
        let anchor = self.anchor.as_ref()?;
        let earlier = anchor.partitions.iter().find(|earlier| earlier.k() == k)?;
        let before = score(&self.features, &anchor.preparation, earlier).ok()?;
        let pairs = labels.iter().zip(&self.prepared.members);
        let pairs = pairs.filter_map(|(&label, &member)| Some((label, before.get(member).copied()??)));
        matched(pairs, k, SAME_SEGMENTS)
    }

    fn as_at_first_look(&self, partition: &Partition) -> Option<Vec<u32>> {
        // Only K-means is shown at first look.
        let Partition::Centroids(centroids) = partition else { return None };
        let earlier = self.first_look.iter().find(|earlier| earlier.rows() == centroids.rows())?;
        let all = self.rows();
        let rows = (0..all.count()).step_by(all.count().div_ceil(limits::START_SAMPLE));
        let labels = |of: &Matrix| rows.clone().map(|row| all.with(row, |row| nearest(row, of).0)).collect();
        let (now, before): (Vec<u32>, Vec<u32>) = (labels(centroids), labels(earlier));
        matched(now.into_iter().zip(before), centroids.rows(), SAME_LOOK)
    }
}

/// For each of `k` groups the earlier one that it is matched with, so that as many customers as can be stay under one number. `pairs` holds
/// the group and the earlier one of each customer. `None` where less than the share `least` stays: then these are other groups.
fn matched(pairs: impl Iterator<Item = (u32, u32)>, k: usize, least: f64) -> Option<Vec<u32>> {
    let (mut shared, mut customers) = (vec![0.0; k * k], 0.0);
    for (group, earlier) in pairs {
        shared[group as usize * k + earlier as usize] += 1.0;
        customers += 1.0;
    }
    let matching = best_matching(&shared, k);
    let stay: f64 = matching.iter().enumerate().map(|(group, &earlier)| shared[group * k + earlier]).sum();
    (customers > 0.0 && stay >= least * customers)
        .then(|| matching.into_iter().map(|number| number as u32).collect())
}
