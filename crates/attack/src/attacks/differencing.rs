//! Two exports compared: somebody was removed, or another setting was tried.

use std::collections::{BTreeMap, BTreeSet};

use ringfence::Error;
use ringfence::analysis::Segmentation;
use ringfence::customers::OptOuts;
use ringfence::documents::Recipe;

use super::{Seen, exact_sizes, exact_total};
use crate::draws::Draws;
use crate::exports::{Shop, fit};
use crate::groups::groups;
use crate::published::Published;
use crate::score::Trials;
use crate::tables::{Kind, Table};
use crate::truth::Known;

/// The difference of two counts that must not be known.
const FEW: std::ops::RangeInclusive<u64> = 1..=9;

/// One to nine customers removed, half the time by a list of opt-outs. Success: how many, told for sure and rightly. Control: five, the middle.
pub fn removed(seed: u64, shop: &mut Shop, trials: &mut Trials) -> Result<(), Error> {
    let kinds = [Kind::Customers, Kind::Blobs, Kind::Alike, Kind::Dominated];
    let mut table = Table::draw(kinds[(seed % 4) as usize], seed);
    table.recipe.features.scale = ringfence::customers::ScaleChoice::Standard;
    let draws = &mut Draws::new(seed, 90);
    let count = draws.whole(1, 9);
    let gone = draws.some(count, table.ids.len());
    let before = fit(&table.csv, &table.recipe, None)?;
    let after = if seed.is_multiple_of(2) {
        let list: Vec<String> = gone.iter().map(|&row| format!("C{:05}", table.ids[row])).collect();
        fit(&table.csv, &table.recipe, Some(OptOuts::read(list.join("\n"))))?
    } else {
        fit(&table.without(&gone).csv, &table.recipe, None)?
    };
    let weights = |shop: &mut Shop, fit: &Segmentation| {
        let document = shop.export(fit, &table.recipe).ok()?;
        Some(exact_total::weights(&[(&Published::read(&document), true)]))
    };
    let first = weights(shop, &before);
    let second = weights(shop, &after);
    trials.note("refused", second.is_none());
    let told = first.zip(second).and_then(|(first, second)| difference(&first, &second));
    trials.add(told == Some(count as i64), count == 5);
    trials.note("sure but wrong", told.is_some_and(|told| told != count as i64));
    Ok(())
}

/// The difference of which an attacker is sure.
fn difference(first: &BTreeMap<u64, f64>, second: &BTreeMap<u64, f64>) -> Option<i64> {
    let mut all: BTreeMap<i64, f64> = BTreeMap::new();
    for (a, weight) in first {
        second.iter().for_each(|(b, other)| *all.entry(*a as i64 - *b as i64).or_default() += weight * other);
    }
    let (&likeliest, &certainty) = all.iter().max_by(|a, b| a.1.total_cmp(b.1))?;
    (certainty >= exact_total::SURE).then_some(likeliest)
}

/// Other numbers of segments. Success: by how many two segments differ that are alike but for one to nine customers. Control: by one, the
/// likeliest. A trial a pair; the attacker is told which pairs lie within each other.
pub fn another_k(seed: u64, shop: &mut Shop, trials: &mut Trials) -> Result<(), Error> {
    let kinds = [Kind::Customers, Kind::Blobs, Kind::Alike];
    let table = Table::draw(kinds[(seed % 3) as usize], seed);
    let mut all: Vec<(Members, Option<Sizes>)> = Vec::new();
    for k in 2..=6 {
        let mut recipe = table.recipe.clone();
        recipe.features.scale = ringfence::customers::ScaleChoice::Standard;
        recipe.choose.k = Some(k);
        let fit = fit(&table.csv, &recipe, None)?;
        let members =
            groups(&fit, &recipe, false)?.into_iter().map(|rows| rows.into_iter().collect()).collect();
        let sizes = sizes(shop, &fit, &recipe);
        trials.note("refused", sizes.is_none());
        all.push((members, sizes));
    }
    for later in 1..all.len() {
        let (earlier, rest) = all.split_at(later);
        for (members, sizes) in earlier {
            compare((members, sizes.as_deref()), (&rest[0].0, rest[0].1.as_deref()), trials);
        }
    }
    Ok(())
}

/// The possible sizes of each segment of an export; `None` where it was refused.
fn sizes(shop: &mut Shop, fit: &Segmentation, recipe: &Recipe) -> Option<Sizes> {
    let seen = Seen::export(shop, fit, recipe, &Known::default(), None).ok()?;
    let totals = exact_total::weights(&[(&seen.published, seen.standard)]).into_keys().collect();
    Some(exact_sizes::candidates(&seen.published, &seen.truth.natures, &totals))
}

/// The true rows of each segment.
type Members = Vec<BTreeSet<usize>>;

/// The sizes that each segment may have.
type Sizes = Vec<BTreeSet<u64>>;

/// Both of one export, without sizes where it was refused.
type Export<'a> = (&'a [BTreeSet<usize>], Option<&'a [BTreeSet<u64>]>);

fn compare((first, first_sizes): Export<'_>, (second, second_sizes): Export<'_>, trials: &mut Trials) {
    for (a, one) in first.iter().enumerate() {
        for (b, other) in second.iter().enumerate() {
            let nested = one.is_subset(other) || other.is_subset(one);
            let apart = one.len().abs_diff(other.len()) as u64;
            if !nested || !FEW.contains(&apart) {
                continue;
            }
            let only = |sizes: Option<&[BTreeSet<u64>]>, at: usize| {
                let sizes = sizes?.get(at)?;
                (sizes.len() == 1).then(|| sizes.first().copied()).flatten()
            };
            let told = only(first_sizes, a).zip(only(second_sizes, b)).map(|(a, b)| a.abs_diff(b));
            trials.add(told == Some(apart), apart == 1);
        }
    }
}

/// Other minimum sizes, 5 to 10. Success: the size of a segment that is hidden at 10, by the minimum at which it vanishes. Control: the size
/// published at 5.
pub fn another_minimum(seed: u64, shop: &mut Shop, trials: &mut Trials) -> Result<(), Error> {
    let mut table = Table::draw(Kind::FarOut, seed);
    let spare = table.far_out.saturating_sub(5 + (seed % 5) as usize);
    table = table.without(&(0..spare).collect::<Vec<usize>>());
    let fit = fit(&table.csv, &table.recipe, None)?;
    let truth = fit.segments(&table.recipe)?.iter().map(|segment| segment.size).min().unwrap_or(0);
    if !(5..10).contains(&truth) {
        return Ok(());
    }
    // The strictest first, as the default is.
    let mut told = Vec::new();
    for minimum in (5..=10).rev() {
        let mut recipe = table.recipe.clone();
        recipe.release.minimum_size = minimum;
        let document = shop.export(&fit, &recipe).ok();
        trials.note("refused", document.is_none());
        told.push((minimum, document.map(|document| Published::read(&document))));
    }
    let shows =
        |published: &Option<Published>| published.as_ref().map(|published| published.segments.len() == 2);
    let least_hidden = told
        .iter()
        .filter(|(_, published)| shows(published) == Some(false))
        .map(|(minimum, _)| minimum)
        .min();
    let most_shown =
        told.iter().filter(|(_, published)| shows(published) == Some(true)).map(|(minimum, _)| minimum).max();
    let size = least_hidden
        .zip(most_shown)
        .filter(|(hidden, shown)| **hidden == **shown + 1)
        .map(|(_, shown)| *shown);
    let at_five = told
        .last()
        .and_then(|(_, published)| published.as_ref())
        .filter(|published| published.segments.len() == 2);
    let control = at_five.and_then(|published| published.segments.iter().map(|part| part.size).min());
    trials.add(size == Some(truth), control == Some(truth));
    Ok(())
}

/// Other rounding steps: 5 to 25. Success: the exact size of a segment. Control: the one published in steps of 5. A trial a segment.
pub fn another_rounding(seed: u64, shop: &mut Shop, trials: &mut Trials) -> Result<(), Error> {
    let table = Table::draw(Kind::Blobs, seed);
    let fit = fit(&table.csv, &table.recipe, None)?;
    let truth = groups(&fit, &table.recipe, false)?;
    let mut left: Vec<Option<BTreeSet<u64>>> = vec![None; truth.len()];
    let mut first = Vec::new();
    for step in 5..=25 {
        let mut recipe = table.recipe.clone();
        recipe.release.round_to = step;
        let Ok(document) = shop.export(&fit, &recipe) else {
            trials.note("refused", true);
            continue;
        };
        let published = Published::read(&document);
        if first.is_empty() {
            first = published.segments.iter().map(|part| part.size).collect();
        }
        for (part, left) in published.segments.iter().zip(&mut left) {
            let own: BTreeSet<u64> = published.sizes_of(part).into_iter().collect();
            *left = Some(left.take().map_or_else(|| own.clone(), |before| &before & &own));
        }
    }
    for ((rows, left), first) in truth.iter().zip(left).zip(first) {
        let size = rows.len() as u64;
        trials.add(left.is_some_and(|left| left.len() == 1 && left.contains(&size)), first == size);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_needs_both_totals() {
        let sure = BTreeMap::from([(100, 1.0)]);
        assert_eq!(difference(&sure, &BTreeMap::from([(97, 0.99), (96, 0.01)])), Some(3));
        assert_eq!(difference(&sure, &BTreeMap::from([(97, 0.5), (96, 0.5)])), None);
    }

    #[test]
    fn nested_segments_are_compared() {
        let (one, other) = (vec![(0..20).collect::<BTreeSet<usize>>()], vec![(0..23).collect()]);
        let sizes = [[20_u64].into(), [23_u64].into()].map(|size: BTreeSet<u64>| vec![size]);
        let mut trials = Trials::default();
        compare((&one, Some(&sizes[0])), (&other, Some(&sizes[1])), &mut trials);
        compare((&one, None), (&other, Some(&sizes[1])), &mut trials);
        assert_eq!((trials.trials, trials.hits), (2, 1));
    }
}
