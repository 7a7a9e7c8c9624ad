//! The rules of `release`, one test a rule at least, each named after it.

use proptest::prelude::*;
use ringfence::customers::{
    CleaningOptions, FeatureOptions, Features, Ids, Prepared, ScaleChoice, Span, Status, TransformChoice,
    prepare,
};
use ringfence::documents::{Summary, summary_json};
use ringfence::meaning::describe;
use ringfence::release::{Policy, Released, ReleasedSegment, Source, release};
use ringfence::segments::{Method, principal_axes};
use ringfence::validity::{Advice, Evidence, Foresight, Foretold};
use ringfence::{Error, Matrix, Statement};

/// Customers with the features `x` and `monetary`, and the segment of each.
#[derive(Debug, Clone)]
struct Shop {
    customers: Vec<[f64; 2]>,
    labels: Vec<u32>,
    transactions: bool,
    names: Vec<Option<&'static str>>,
    /// What the first feature is called.
    first: &'static str,
}

impl Shop {
    /// Segments of the given customers.
    fn new(segments: &[Vec<[f64; 2]>]) -> Self {
        let labels = (0..).zip(segments).flat_map(|(label, of)| of.iter().map(move |_| label)).collect();
        Shop {
            customers: segments.concat(),
            labels,
            transactions: false,
            names: vec![None; segments.len()],
            first: "x",
        }
    }

    fn features(&self) -> Features {
        let count = self.customers.len();
        let span = || Span {
            first_day: 14_944,
            last_day: 15_317,
            reference_day: 15_318,
            tenure: vec![100.0; count],
            median_gap: Some(30.0),
            revenue: self.customers.iter().map(|customer| customer[1]).sum(),
            revenue_without_customer: 0.0,
        };
        Features {
            id_header: None,
            ids: Ids::default(),
            data_rows: (1..=count as u32).collect(),
            file_rows: (2..=count as u32 + 1).collect(),
            names: vec![self.first.into(), "monetary".into()],
            values: Matrix::new(2, self.customers.concat()),
            status: vec![Status::Ok; count],
            span: self.transactions.then(span),
            rows: count as u64,
            ..Features::default()
        }
    }

    fn release_under(&self, policy: &Policy) -> Result<Released, Error> {
        self.release_with(policy, &[], None)
    }

    fn release_with(
        &self,
        policy: &Policy,
        evidence: &[Evidence],
        foresight: Option<&Foresight>,
    ) -> Result<Released, Error> {
        let features = self.features();
        let prepared = prepared(&features);
        let mut segments = describe(&features, &prepared, &self.labels, self.names.len());
        for (segment, name) in segments.iter_mut().zip(&self.names) {
            segment.given = name.map(str::to_owned);
        }
        let axes = principal_axes(&prepared.coordinates);
        let source = Source {
            features: &features,
            prepared: &prepared,
            labels: &self.labels,
            segments: &segments,
            evidence,
            axes: &axes,
            advice: &Advice::default(),
            foresight,
            method: Method::Kmeans,
        };
        release(&source, policy)
    }

    fn release(&self) -> Released {
        self.release_under(&Policy::default()).expect("there are enough customers")
    }
}

fn prepared(features: &Features) -> Prepared {
    let options = FeatureOptions {
        columns: Some(features.names.clone()),
        transform: TransformChoice::None,
        scale: ScaleChoice::None,
        ..FeatureOptions::default()
    };
    prepare(features, &options, &CleaningOptions::default()).expect("the features vary")
}

/// `count` customers around a place, no two alike.
fn around(x: f64, y: f64, count: usize) -> Vec<[f64; 2]> {
    let step = |at: usize| at as f64 / count as f64;
    (0..count).map(|at| [x + step(at), y + step(at * 7 % count)]).collect()
}

fn keys(statements: &[Statement]) -> Vec<&str> {
    statements.iter().map(|statement| statement.key.as_str()).collect()
}

fn json(released: &Released) -> String {
    summary_json(released, &|segment: &ReleasedSegment| format!("segment {}", segment.number))
}

/// Shops of 60 to 160 customers in up to eight segments, some of them tiny, with a long tail of values.
fn shops() -> impl Strategy<Value = Shop> {
    let customer = (-50.0..50.0_f64, 0.0..6.0_f64, 0_u32..64);
    proptest::collection::vec(customer, 60..160).prop_map(|customers| {
        let label = |draw: u32| draw.ilog2().min(7) * u32::from(draw > 0);
        Shop {
            labels: customers.iter().map(|&(_, _, draw)| label(draw.max(1))).collect(),
            customers: customers.iter().map(|&(x, y, _)| [x, libm::pow(10.0, y)]).collect(),
            transactions: false,
            names: vec![None; 8],
            first: "x",
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p1_no_segment_is_smaller_than_the_minimum(shop in shops(), minimum_size in 5_u64..12) {
        let policy = Policy { minimum_size, ..Policy::default() };
        let released = shop.release_under(&policy).unwrap();
        prop_assert!(!released.segments().is_empty());
        for segment in released.segments() {
            prop_assert!(segment.size + policy.round_to / 2 >= minimum_size, "{segment:?}");
        }
    }

    #[test]
    fn p3_counts_are_rounded_and_add_up(shop in shops(), round_to in 5_u64..12) {
        let released = shop.release_under(&Policy { round_to, ..Policy::default() }).unwrap();
        let sizes: Vec<u64> = released.segments().iter().map(|segment| segment.size).collect();
        prop_assert!(sizes.iter().all(|size| size % round_to == 0 && *size > 0));
        prop_assert_eq!(released.customers(), sizes.iter().sum::<u64>());
        for segment in released.segments() {
            let share = segment.size as f64 / released.customers() as f64;
            prop_assert!((segment.share - share).abs() <= 0.000_5 + 1e-12);
        }
    }

    #[test]
    fn p4_values_have_three_digits_and_extremes_do_not_occur(shop in shops()) {
        let released = shop.release();
        for segment in released.segments() {
            for value in segment.features.iter().flat_map(|feature| [feature.mean, feature.median]).flatten() {
                prop_assert_eq!(format!("{value:.2e}").parse(), Ok(value));
            }
        }
        let text = json(&released);
        for column in [0, 1] {
            for extreme in [f64::min, f64::max] {
                let extreme = shop.customers.iter().map(|customer| customer[column]).reduce(extreme).unwrap();
                prop_assert!(!text.contains(&extreme.to_string()));
            }
        }
    }

    #[test]
    fn p10_one_customer_less_moves_a_count_by_one_rounding_step_at_most(mut shop in shops(), which in 0_usize..60) {
        // With the partition held fixed: every segment stays large enough without the one.
        shop.labels = (0..shop.customers.len() as u32).map(|at| at % 4).collect();
        let mut neighbour = shop.clone();
        neighbour.customers.remove(which);
        neighbour.labels.remove(which);
        let sizes = |shop: &Shop| -> Vec<u64> {
            shop.release().segments().iter().map(|segment| segment.size).collect()
        };
        let (before, after) = (sizes(&shop), sizes(&neighbour));
        prop_assert_eq!(before.len(), 4);
        prop_assert_eq!(after.len(), 4);
        let moved: Vec<u64> = before.iter().zip(&after).map(|(a, b)| a.abs_diff(*b)).filter(|&by| by > 0).collect();
        prop_assert!(moved.is_empty() || moved == [5]);
    }
}

#[test]
fn p2_a_merged_segment_is_described_anew_and_loses_its_given_name() {
    let mut shop = Shop::new(&[around(0.0, 0.0, 30), around(100.0, 50.0, 40), around(104.0, 50.0, 4)]);
    shop.names = vec![Some("Quiet"), Some("Busy"), Some("Busiest")];
    let released = shop.release();
    let sizes: Vec<u64> = released.segments().iter().map(|segment| segment.size).collect();
    assert_eq!(sizes, [45, 30], "largest first, as segments are numbered");
    let [merged, quiet] = released.segments() else { panic!("two segments") };
    assert_eq!((merged.given.as_deref(), quiet.given.as_deref()), (None, Some("Quiet")));
    assert_eq!((merged.number, quiet.number), (1, 2));
    // (40 · (100 + 39/80) + 4 · (104 + 3/8)) / 44 = 100.84…, to two digits.
    assert_eq!(merged.features[0].mean, Some(100.0));
    assert_eq!(keys(released.held_back()), ["held-back-merged"]);
    assert_eq!(released.held_back()[0].params["count"], 1_u64.into());
    assert_eq!(released.k(), 3);
}

#[test]
fn p2_how_firm_a_segment_is_leaves_only_with_a_segment_that_is_not_merged() {
    let shop = Shop::new(&[around(0.0, 0.0, 30), around(100.0, 50.0, 40), around(104.0, 50.0, 4)]);
    let known = Evidence {
        k: 3,
        inertia: 1.0,
        silhouette: 0.5,
        silhouette_error: 0.0,
        silhouette_macro: 0.5,
        silhouette_simplified: 0.5,
        calinski_harabasz: 1.0,
        davies_bouldin: 1.0,
        bic: None,
        ashman_d: None,
        ashman_d_low: None,
        ashman_d_held_out: None,
        gap: None,
        gap_error: None,
        prediction_strength: None,
        prediction_strength_error: None,
        smallest: Some(4),
        stability: vec![Some(0.876_543), Some(0.9), Some(0.4)],
    };
    let released = shop.release_with(&Policy::default(), &[known], None).expect("there are enough customers");
    let [merged, quiet] = released.segments() else { panic!("two segments") };
    assert_eq!(merged.stability, None);
    assert_eq!(quiet.stability, Some(Statement::new("stability-highly-stable").with("jaccard", 0.88)));
    assert!(!json(&released).contains("876"));
}

#[test]
fn p4_what_is_told_of_the_last_quarter_is_coarse() {
    let told = Foretold { segments: 0.234_567, quintiles: 0.345_678 };
    let days = ["2011-09-10".to_owned(), "2011-12-09".to_owned()];
    let returning = Foretold { segments: 0.249_9, quintiles: 0.345_678 };
    let foresight = Foresight::new(days, 67, 2, [told, told, returning]);
    let shop = Shop::new(&[around(0.0, 0.0, 30), around(100.0, 50.0, 40)]);
    let released =
        shop.release_with(&Policy::default(), &[], Some(&foresight)).expect("there are enough customers");
    let coarse = released.foresight().expect("it was asked for");
    assert_eq!((&coarse.days, coarse.customers), (&["2011-09".to_owned(), "2011-12".to_owned()], 65));
    assert_eq!(coarse.orders, Foretold { segments: 0.23, quintiles: 0.35 });
    // (0.234567 + 0.234567 + 0.2499) / 3 is 0.2397; of the rounded shares it would be 0.2367.
    assert_eq!(coarse.verdict.params["segments"], 0.24.into());
}

#[test]
fn p2_names_stay_where_nothing_is_merged() {
    let mut shop = Shop::new(&[around(0.0, 0.0, 30), around(100.0, 50.0, 40)]);
    shop.names = vec![Some("Quiet"), None];
    let released = shop.release();
    assert_eq!(released.segments()[0].given.as_deref(), Some("Quiet"));
    assert!(released.held_back().is_empty());
}

#[test]
fn p4_a_median_needs_the_minimum_on_each_side() {
    let released = Shop::new(&[around(1.0, 1.0, 15), around(9.0, 9.0, 40)]).release();
    let medians = |at: usize| released.segments()[at].features.iter().all(|feature| feature.median.is_some());
    assert!(!medians(0) && medians(1));
    assert_eq!(keys(&released.segments()[0].held_back), ["held-back-medians"]);
    assert_eq!(released.segments()[0].features[0].mean, Some(1.5));
}

#[test]
fn p3_a_mean_of_few_does_not_tell_how_many_they_are() {
    // Eleven customers, seven with 8 and four with 7: 84/11 = 7.636… to three digits is no tenth, twelfth or other count near it.
    let few = [vec![[8.0, 1.0]; 7], vec![[7.0, 2.0]; 4]].concat();
    let released = Shop::new(&[few, around(90.0, 90.0, 60)]).release();
    let means: Vec<Option<f64>> =
        released.segments().iter().map(|segment| segment.features[0].mean).collect();
    assert!(means.contains(&Some(7.6)), "{means:?}");
}

#[test]
fn p4_dates_are_months() {
    let mut shop = Shop::new(&[around(1.0, 1.0, 30), around(9.0, 9.0, 40)]);
    shop.transactions = true;
    let released = shop.release();
    // 14,944 days after 1970-01-01 is 2010-12-01, 15,317 is 2011-12-09.
    assert_eq!(released.period(), Some(&["2010-12".to_owned(), "2011-12".to_owned()]));
    assert!(!json(&released).contains("2010-12-01"));
}

#[test]
fn p5_a_dominated_mean_is_held_back_and_cannot_be_worked_out() {
    let mut rich = around(9.0, 9.0, 40);
    rich[7] = [9.5, 5_000.0];
    let mut shop = Shop::new(&[around(1.0, 1.0, 30), rich, around(5.0, 90.0, 30)]);
    shop.transactions = true;
    let released = shop.release();
    let rich = &released.segments()[1];
    assert_eq!(rich.features[1].mean, None);
    // 9.000 to 9.975 in steps of 0.025, less 9.225, and 5,000: in the middle 9.500 and 9.525.
    assert_eq!(rich.features[1].median, Some(9.51));
    assert_eq!(keys(&rich.held_back)[0], "held-back-mean");
    assert!(rich.features[0].mean.is_some(), "the other feature is not concerned");
    // Distances, weighted by size, and shares of revenue add up: what one segment's would be follows from the others'.
    assert!(released.segments().iter().all(|segment| segment.features[1].effect.is_none()));
    assert!(released.segments().iter().all(|segment| segment.features[0].effect.is_some()));
    assert!(released.segments().iter().all(|segment| segment.revenue_share.is_none()));
    assert_eq!(keys(released.held_back()), ["held-back-distances", "held-back-revenue"]);
    // Nor do the sentences about it say it.
    assert!(
        released
            .segments()
            .iter()
            .flat_map(|segment| &segment.traits)
            .all(|of| of.params["feature"] != "monetary".into())
    );
}

#[test]
fn p5_shares_of_revenue_are_published_where_nobody_dominates() {
    let mut shop = Shop::new(&[around(1.0, 10.0, 30), around(9.0, 30.0, 60)]);
    shop.transactions = true;
    let shares: Vec<f64> =
        shop.release().segments().iter().filter_map(|segment| segment.revenue_share).collect();
    // 30 customers of about 10.5 and 60 of about 30.5: 315 of 2,145.
    assert_eq!(shares, [0.147, 0.853]);
}

#[test]
fn p6_a_value_that_all_share_is_held_back() {
    let mut alike = around(1.0, 1.0, 40);
    alike.iter_mut().for_each(|customer| customer[0] = 777.0);
    let released = Shop::new(&[alike, around(9.0, 9.0, 40)]).release();
    let alike = &released.segments()[0];
    assert_eq!((alike.features[0].mean, alike.features[0].median), (None, None));
    assert_eq!(keys(&alike.held_back), ["held-back-alike", "held-back-ellipse"]);
    assert_eq!(alike.held_back[0].params["feature"], "x".into());
    assert!(!json(&released).contains("777"));
}

#[test]
fn p6_a_category_that_few_bought_is_not_even_named() {
    let bought = |by: usize| {
        let mut shop = Shop::new(&[around(0.5, 50.0, 30), around(0.1, 100.0, 30)]);
        shop.customers.iter_mut().skip(by).for_each(|customer| customer[0] = 0.0);
        shop.first = "categoryShare:Hearing aids";
        shop.release()
    };
    let nine = bought(9);
    assert!(!json(&nine).contains("Hearing aids"));
    assert!(keys(nine.held_back()).contains(&"held-back-kinds"));
    assert_eq!(nine.features().len(), 1);
    for segment in nine.segments() {
        let [spending] = &segment.features[..] else { panic!("one feature") };
        assert_eq!(spending.name, "monetary");
        assert!(spending.mean.is_some_and(|mean| mean >= 50.0), "{spending:?}");
    }
    let ten = bought(10);
    assert!(json(&ten).contains("Hearing aids"));
    assert!(!keys(ten.held_back()).contains(&"held-back-kinds"));
}

#[test]
fn p7_a_segment_is_an_ellipse_of_two_digits() {
    let released = Shop::new(&[around(100.0, 100.0, 40), around(130.0, 100.0, 40)]).release();
    for segment in released.segments() {
        let ellipse = segment.ellipse.unwrap();
        for value in [ellipse.x, ellipse.y, ellipse.major, ellipse.minor, ellipse.angle] {
            assert_eq!(format!("{value:.1e}").parse(), Ok(value));
        }
        assert!(ellipse.major >= ellipse.minor && ellipse.minor > 0.0);
    }
    assert_eq!(released.segments().iter().map(|segment| segment.ellipse.unwrap().x).sum::<f64>(), 0.0);
}

#[test]
fn p8_the_summary_has_the_fields_it_may_have_and_no_other() {
    let mut shop = Shop::new(&[around(1.0, 1.0, 30), around(9.0, 9.0, 40)]);
    shop.transactions = true;
    let text = json(&shop.release());
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let fields =
        |of: &serde_json::Value| of.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(
        fields(&value),
        "advisedK cautions customers evidence features heldBack k kind method period policy rules segments version"
    );
    assert_eq!(
        fields(&value["segments"][0]),
        "ellipse features heldBack name number revenueShare share size traits"
    );
    assert_eq!(fields(&value["segments"][0]["features"][0]), "effect mean median name");
    assert_eq!(fields(&value["features"][0]), "median name transform");
    assert_eq!(value["kind"], "disclosure-controlled-summary");
    assert!(serde_json::from_str::<Summary>(&text).is_ok());
}

#[test]
fn p11_too_few_customers_are_not_released() {
    let shop = Shop::new(&[around(1.0, 1.0, 25), around(9.0, 9.0, 24)]);
    assert_eq!(
        shop.release_under(&Policy::default()),
        Err(Error::TooFewToRelease { customers: 49, needed: 50 })
    );
    let enough = Shop::new(&[around(1.0, 1.0, 25), around(9.0, 9.0, 25)]);
    assert_eq!(keys(enough.release().cautions()), ["caution-few-customers"]);
    // Any number under 100 carries the caution, however it is rounded.
    assert_eq!(keys(Shop::new(&[around(1.0, 1.0, 49), around(9.0, 9.0, 50)]).release().cautions()).len(), 1);
    assert!(Shop::new(&[around(1.0, 1.0, 60), around(9.0, 9.0, 60)]).release().cautions().is_empty());
}

#[test]
fn p13_the_rules_are_listed_and_a_weak_policy_is_no_policy() {
    let shop = Shop::new(&[around(1.0, 1.0, 30), around(9.0, 9.0, 40)]);
    let released = shop.release_under(&Policy { minimum_size: 12, round_to: 6 }).unwrap();
    let rule = |key: &str| released.rules().iter().find(|rule| rule.key == key).unwrap();
    assert_eq!(rule("rule-minimum-size").params["needed"], 12_u64.into());
    assert_eq!(rule("rule-rounding").params["base"], 6_u64.into());
    for weak in [Policy { minimum_size: 4, round_to: 5 }, Policy { minimum_size: 10, round_to: 1 }] {
        assert_eq!(shop.release_under(&weak), Err(Error::PolicyTooWeak { floor: 5 }));
    }
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let mut shop = Shop::new(&[around(1.0, 1.0, 30), around(9.0, 9.0, 40)]);
    let whole = shop.clone();
    shop.names.push(None);
    assert!(shop.release_under(&Policy::default()).is_ok(), "an empty segment is no mistake");
    let features = whole.features();
    let prepared = prepared(&features);
    let segments = describe(&features, &prepared, &whole.labels, 2);
    let axes = principal_axes(&prepared.coordinates);
    let advice = Advice::default();
    let source = |labels| Source {
        features: &features,
        prepared: &prepared,
        labels,
        segments: &segments,
        evidence: &[],
        axes: &axes,
        advice: &advice,
        foresight: None,
        method: Method::Kmeans,
    };
    for labels in [&whole.labels[1..], &[2; 70]] {
        assert_eq!(release(&source(labels), &Policy::default()), Err(Error::UnitMismatch));
    }
}
