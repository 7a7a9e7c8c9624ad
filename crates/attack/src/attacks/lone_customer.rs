//! Whether a single customer is a segment of two.

use ringfence::Error;

use super::{Seen, membership::Told};
use crate::exports::{Shop, fit};
use crate::learner::{Flat, Learner};
use crate::published::{Measures, Published, around};
use crate::score::Trials;
use crate::tables::{Kind, Table};
use crate::truth::Known;

/// A table: of each ten three with one customer far from all others, three with several, four without. Success: "one", and it is one.
/// Control: nothing; a false alarm is noted.
pub fn attack(seed: u64, shop: &mut Shop, trials: &mut Trials) -> Result<(), Error> {
    let kind = match seed % 10 {
        0..3 => Kind::Lone,
        3..6 => Kind::FarOut,
        _ => Kind::Customers,
    };
    let mut table = Table::draw(kind, seed);
    table.recipe.choose.k = Some(2);
    let fit = fit(&table.csv, &table.recipe, None)?;
    let seen = Seen::export(shop, &fit, &table.recipe, &Known::default(), Some(kind))?;
    let says = says_lone(&seen.published);
    if kind == Kind::Lone {
        trials.add(says, false);
    }
    trials.note("false alarms", says && kind != Kind::Lone);
    trials.note("tables without", kind != Kind::Lone);
    Ok(())
}

/// The same learnt from every number there is, by tables of which the answer is known: against 2 to 9 customers far
/// from all others, who are merged away too. An attacker says "one" only where no such table of those learnt from looks as much like it.
pub fn learnt(seed: u64, tables: usize, ours: bool) -> Told {
    let flat = |kind: Kind, at: usize| -> Flat {
        let own = seed * 1_000_000 + 800_000 + at as u64;
        let mut table = Table::draw(kind, own);
        // Of many far out only the first nine stay, so that they are merged away.
        table = table.without(&(9..table.far_out.max(9)).collect::<Vec<usize>>());
        let [naive, engine] = Shop::both();
        let mut shop = if ours { engine } else { naive };
        let document = fit(&table.csv, &table.recipe, None).and_then(|fit| shop.export(&fit, &table.recipe));
        document.map(|document| Published::read(&document).flat).unwrap_or_default()
    };
    let all = |kind: Kind| (0..tables).map(|at| flat(kind, at)).collect::<Vec<Flat>>();
    let (lone, several) = (all(Kind::Lone), all(Kind::FarOut));
    let half = tables / 2;
    let learner = Learner::learn(&lone[..half], &several[..half]);
    let sure = several[..half].iter().map(|flat| learner.odds(flat)).fold(0.0, f64::max);
    let told =
        |tables: &[Flat]| tables[half..].iter().filter(|flat| learner.odds(flat) > sure).count() as u64;
    Told { right: told(&lone), wrong: told(&several), asked: (tables - half) as u64 }
}

/// A single customer has the silhouette 0, so that the mean over all is 2 (n − 1) / n times the mean over the two segments' means.
pub fn says_lone(published: &Published) -> bool {
    let Some([silhouette, per_segment]) = silhouettes(published) else { return false };
    let n = published.customers as f64;
    let [low, high] = [around(silhouette, 3), around(per_segment, 3)];
    let expected = 2.0 * (n - 1.0) / n;
    silhouette > 0.0 && low[0] / high[1] <= expected * 1.005 && low[1] / high[0] >= expected * 0.995
}

/// How far that customer is from the mean of the others, where features are as they are and there are so many customers.
pub fn distance_within(published: &Published, fewest: f64, most: f64) -> Option<[f64; 2]> {
    let two = two(published)?;
    let [low, high] = [around(two.inertia?, 3), around(two.calinski_harabasz?, 3)];
    // CH = B / (W / (n − 2)), and B = (n − 1) / n × the distance squared.
    let squares = |inertia: f64, index: f64, n: f64| index * inertia / (n - 2.0) * n / (n - 1.0);
    Some([squares(low[0], high[0], most).sqrt(), squares(low[1], high[1], fewest).sqrt()])
}

fn silhouettes(published: &Published) -> Option<[f64; 2]> {
    let two = two(published)?;
    Some([two.silhouette?, two.silhouette_macro?])
}

fn two(published: &Published) -> Option<&Measures> {
    published.evidence.iter().find(|one| one.k == 2)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn silhouettes_tell_and_distances_follow() {
        let with = |silhouette: f64, per_segment: f64| {
            Published::read(&json!({"customers": 100, "evidence": [
                {"k": 2, "silhouette": silhouette, "silhouetteMacro": per_segment, "inertia": 98.0, "calinskiHarabasz": 99.0}]}))
        };
        assert!(says_lone(&with(0.950, 0.480)) && !says_lone(&with(0.950, 0.930)));
        // B = 99 × 98 / 98 = 99, and 99 × 100 / 99 = 100.
        let [low, high] = distance_within(&with(0.9, 0.4), 100.0, 100.0).unwrap();
        assert!(low < 10.0 && high > 10.0 && high - low < 0.1);
    }
}
