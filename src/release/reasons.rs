//! Why this many segments, and how sure that is, in words that count nobody.
//!
//! The measures behind them (inertia, Calinski-Harabasz, silhouettes …) stay here: two of them together give the exact number of
//! customers, and those of another number of segments tell of a single customer far from all others.

use super::columns::Gate;
use super::round::fraction;
use super::rules::Rule;
use crate::Statement;
use crate::segments::Method;
use crate::validity::{Advice, Certainty, Evidence, STRONG, Stability, separation_in_words};

/// What may be said of the number of segments shown, `k`. `sound` tells that none of them was merged, or is made by one or two customers.
pub(super) fn reasons(
    gate: Gate<'_>,
    (k, sound): (u32, bool),
    advice: &Advice,
    (evidence, method): (&[Evidence], Method),
) -> Vec<Statement> {
    let number = |k: u32| f64::from(k);
    let mut told = vec![match advice.k {
        Some(advised) => Statement::new("reason-groups").with("k", number(advised)),
        None => Statement::new("advice-no-groups"),
    }];
    if let Some(advised) = advice.k.filter(|&advised| advised != k) {
        told.push(
            Statement::new("advice-overridden").with("chosen", number(k)).with("advised", number(advised)),
        );
    }
    told.extend(agreement(advice));
    let own = evidence.iter().find(|one| one.k == k).filter(|_| method == Method::Kmeans);
    if let Some(own) = own.filter(|_| !gate.rules.has(Rule::Grounds) || sound) {
        told.push(separation(own, gate.rules.has(Rule::Words)));
        told.extend(own.prediction_strength.map(|strength| {
            Statement::new(if strength >= STRONG { "reason-repeats" } else { "reason-varies" })
        }));
        let certainty = Certainty::of(k, advice, &own.stability);
        told.extend(Some(certainty.statement()).filter(|_| certainty != Certainty::Slices));
    }
    told
}

/// How firmly a segment comes back, its figure to a tenth.
pub(super) fn firmness(gate: Gate<'_>, jaccard: Option<f64>) -> Statement {
    let coarse = |jaccard: f64| if gate.rules.has(Rule::Words) { fraction(jaccard, 10.0) } else { jaccard };
    let told = Stability::statement(jaccard);
    match jaccard {
        // The word for the exact figure: rounded, it might be the next better one.
        Some(jaccard) => told.with("jaccard", coarse(jaccard)),
        None => told,
    }
}

/// How many measures would choose the advised number, in a word.
fn agreement(advice: &Advice) -> Option<Statement> {
    let advised = advice.k?;
    let asked = advice.favourites.iter().filter(|one| one.k.is_some()).count();
    let agreeing = advice.favourites.iter().filter(|one| one.k == Some(advised)).count();
    let key = match agreeing {
        0 => "reason-measures-none",
        some if some * 2 < asked => "reason-measures-some",
        _ => "reason-measures-most",
    };
    (asked > 0).then(|| Statement::new(key))
}

/// How well the segments are apart, by the words of Kaufman & Rousseeuw (1990).
fn separation(own: &Evidence, words: bool) -> Statement {
    let with_value = separation_in_words(own.silhouette);
    if words {
        Statement::new(with_value.key.replace("silhouette-", "reason-separation-"))
    } else {
        with_value
    }
}
