//! Columns of noise among real ones are found and left out of the suggested set.

use ringfence::analysis::{Analysis, Serial};
use ringfence::change::score;
use ringfence::customers::{
    FeatureChoice, Features, MissingChoice, OutlierChoice, ScaleChoice, TransformChoice,
};
use ringfence::documents::Recipe;

use crate::oracle::{numbers, oracle, table};

/// Numbers from 0 to 1 that have nothing to do with anything: Steele & Vigna's SplitMix64.
struct Draws(u64);

impl Draws {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    fn shuffled(&mut self, values: &[f64]) -> Vec<f64> {
        let mut shuffled = values.to_vec();
        for last in (1..shuffled.len()).rev() {
            shuffled.swap(last, (self.unit() * (last + 1) as f64) as usize);
        }
        shuffled
    }
}

const SPEND: [&str; 6] = ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"];
const RFM: [&str; 3] = ["R_purchase", "F", "M"];
const NOISE: [&str; 3] = ["uniform", "normal", "shuffled"];

/// Real columns with three of noise behind them.
fn with_noise(real: &[&str], copied: &str, seed: u64) -> Features {
    let oracle = oracle();
    let mut draws = Draws(seed);
    let column = |name: &str| numbers(&oracle["columns"][name]["values"]);
    let mut columns: Vec<Vec<f64>> = real.iter().map(|name| column(name)).collect();
    let rows = columns[0].len();
    columns.push((0..rows).map(|_| draws.unit()).collect());
    columns.push((0..rows).map(|_| draws.normal()).collect());
    columns.push(draws.shuffled(&column(copied)));
    table(&[real, &NOISE].concat(), &columns)
}

/// The features that are suggested after a fit with everything.
fn suggested(features: Features, k: Option<u32>) -> Vec<String> {
    let mut recipe = Recipe::default();
    recipe.choose.k = k;
    recipe.choose.max_k = 6;
    recipe.features.columns = Some(features.names.clone());
    let view = Analysis::new(features, recipe.clone()).unwrap().run(&Serial).unwrap().view(&recipe).unwrap();
    let importance = view.importance.unwrap();
    assert_eq!(importance.k, view.k);
    importance.features.into_iter().filter(|feature| feature.suggested).map(|feature| feature.name).collect()
}

#[test]
fn noise_among_the_spending_of_wholesale_customers() {
    for seed in 1..=3 {
        assert_eq!(suggested(with_noise(&SPEND, "Grocery", seed), Some(5)), SPEND, "seed {seed}");
    }
    assert_eq!(suggested(with_noise(&SPEND, "Fresh", 9), None), SPEND);
}

#[test]
fn noise_beside_recency_frequency_and_monetary() {
    for seed in 1..=3 {
        assert_eq!(suggested(with_noise(&RFM, "M", seed), Some(4)), RFM, "seed {seed}");
    }
}

#[test]
fn scoring_the_customers_of_the_fit_gives_every_label_again_under_any_preparation() {
    let mut features = with_noise(&SPEND, "Milk", 5);
    (0..60).for_each(|row| features.values.row_mut(row * 7)[row % 6] = f64::NAN);
    let mut recipe = Recipe::default();
    recipe.choose.max_k = 4;
    recipe.features.each.insert(
        "Milk".into(),
        FeatureChoice { scale: Some(ScaleChoice::Robust), ..FeatureChoice::default() },
    );
    for transform in [TransformChoice::Auto, TransformChoice::Log1p, TransformChoice::YeoJohnson] {
        for outliers in [OutlierChoice::None, OutlierChoice::Winsorise, OutlierChoice::SetAside] {
            for missing in [MissingChoice::LeaveOut, MissingChoice::Median] {
                recipe.features.transform = transform;
                recipe.features.scale = ScaleChoice::MinMax;
                (recipe.features.outliers, recipe.features.missing) = (outliers, missing);
                let job = Analysis::new(features.clone(), recipe.clone()).unwrap().run(&Serial).unwrap();
                let expected = job.assignments(&recipe).unwrap();
                let partition = &job.partition(&recipe).unwrap();
                let scored = score(&features, &job.prepared().preparation, partition).unwrap();
                assert_eq!(scored, expected, "{transform:?} {outliers:?} {missing:?}");
                let outside = expected.iter().filter(|label| label.is_none()).count() as u64;
                let aside = job.view(&recipe).unwrap().set_aside;
                assert_eq!(aside.missing_values + aside.outliers, outside);
                assert_eq!(aside.missing_values > 0, missing == MissingChoice::LeaveOut);
            }
        }
    }
}
