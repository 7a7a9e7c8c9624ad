//! The engine against scikit-learn and pandas: inertia, validity measures, and recency, frequency, monetary.
//!
//! The oracle's numbers lie in `tests/oracle` for the data in `tests/data`. Where `../shared` is there too, its larger files
//! are tried as well; where it is not, that is printed, not passed over.

#![allow(clippy::unwrap_used)]

mod engine;
mod files;
#[path = "../pipeline/mod.rs"]
mod pipeline;
mod resampling;
mod shapes;

use engine::{evaluate, rfm_of, segment};
use files::sets;
use ringfence::analysis::Serial;
use ringfence::customers::TransformChoice;
use ringfence::validity::elbow;
use serde_json::Value;

#[test]
fn kmeans_reaches_the_best_known_inertia() {
    for set in sets().iter().filter(|set| set.is_table()) {
        for row in set.table() {
            let k = row["k"].as_u64().unwrap() as u32;
            let inertia = segment(set, TransformChoice::None, k, &Serial).inertia;
            let (best, seeds) =
                (row["inertia_best_seen"].as_f64().unwrap(), numbers(&row["inertia_seeds_0_to_3"]));
            let spread = seeds.iter().fold(best, |most, &seed| most.max(seed)) / best - 1.0;
            let above = inertia / best - 1.0;
            assert!(
                above <= spread.max(1e-6),
                "{} k {k}: {inertia}, {above:.1e} above the best known",
                set.name
            );
        }
    }
}

#[test]
fn measures_are_scikit_learns_to_a_billionth() {
    for set in sets() {
        let transform = if set.is_table() { TransformChoice::None } else { TransformChoice::Log1p };
        let evaluations = evaluate(&set, transform);
        assert_eq!(evaluations.len(), set.table().len(), "{}", set.name);
        for (ours, row) in evaluations.iter().zip(set.table()) {
            assert_eq!(u64::from(ours.k), row["k"].as_u64().unwrap());
            for (name, value) in [
                ("silhouette", ours.silhouette),
                ("calinski_harabasz", ours.calinski_harabasz),
                ("davies_bouldin", ours.davies_bouldin),
            ] {
                let reference = row[name].as_f64().unwrap();
                let off = (value / reference - 1.0).abs();
                assert!(off < 1e-9, "{} {} {name}: {value}, off by {off:.1e}", set.name, ours.name);
            }
        }
    }
}

#[test]
fn recency_frequency_and_monetary_are_those_of_pandas() {
    for set in sets().iter().filter(|set| !set.is_table()) {
        let ours = rfm_of(set);
        let theirs = set.rfm();
        assert_eq!(ours.len(), theirs.len(), "{}: customers with a purchase", set.name);
        for (id, [recency, frequency, monetary]) in theirs {
            let found = ours.get(&id).unwrap_or_else(|| panic!("{}: a customer is missing", set.name));
            assert_eq!((found[0], found[1]), (recency, frequency), "{}", set.name);
            assert!((found[2] - monetary).abs() <= 1e-6 * monetary.abs().max(1.0), "{}", set.name);
        }
    }
}

#[test]
fn the_elbow_is_where_kneed_sees_it() {
    for set in sets() {
        let of_one = (1, set.clustering()["inertia_k1"].as_f64().unwrap());
        let inertia = |row: &Value| (row["k"].as_u64().unwrap() as u32, row["inertia"].as_f64().unwrap());
        let curve: Vec<(u32, f64)> = std::iter::once(of_one).chain(set.table().iter().map(inertia)).collect();
        for (name, curve) in [("elbow_k", &curve[1..]), ("elbow_k_from_1", &curve[..])] {
            let kneed = set.clustering()[name].as_u64().map(|k| k as u32);
            assert_eq!(elbow(curve), kneed, "{} {name}", set.name);
        }
    }
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}
