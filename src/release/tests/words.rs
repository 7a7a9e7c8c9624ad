//! P7, P8 and P13: words in place of measures, words of the file, and the rules that are listed.

use super::*;
use crate::documents::Summary;

fn with_evidence() -> Shop {
    let mut shop = Shop::two(&[around(0.0, 0.0, 30), around(100.0, 50.0, 40)]);
    shop.evidence = vec![evidence(2, vec![Some(0.876_543), Some(0.4)]), evidence(3, Vec::new())];
    shop
}

#[test]
fn p7_why_this_many_is_said_in_words() {
    with_evidence().guards(Rule::Words, |released| {
        let numbers = |statement: &Statement| statement.params.keys().any(|name| name != "k");
        !released.reasons().iter().any(numbers)
            && !json(released).contains("0.65")
            && !json(released).contains("876")
    });
    let released = with_evidence().release();
    assert_eq!(
        keys(released.reasons()),
        ["advice-no-groups", "reason-separation-reasonable", "reason-repeats", "certainty-slices-vary"]
    );
    let firm = released.segments()[0].stability.as_ref().unwrap();
    // Rounded to a tenth, with the word for the exact figure.
    assert_eq!((firm.key.as_str(), &firm.params["jaccard"]), ("stability-highly-stable", &0.9.into()));
    // Measures are not published at all, of no number of segments.
    for measure in ["inertia", "calinski", "davies", "silhouette\"", "gap", "evidence", "bic"] {
        assert!(!json(&released).contains(measure), "{measure}");
    }
}

#[test]
fn p7_how_well_segments_are_apart_is_not_said_where_one_is_of_few() {
    // A customer far from all others.
    let mut shop = with_evidence();
    shop.rows[3] = vec![-9_000.0, -9_000.0];
    shop.guards(Rule::Grounds, |released| keys(released.reasons()) == ["advice-no-groups"]);
    // A segment that is too small.
    let mut shop = Shop::two(&[around(0.0, 0.0, 30), around(100.0, 50.0, 40), around(104.0, 50.0, 4)]);
    shop.evidence = vec![evidence(3, vec![Some(0.9); 3])];
    shop.guards(Rule::Grounds, |released| keys(released.reasons()) == ["advice-no-groups"]);
    let released = shop.release();
    assert_eq!(released.segments()[0].stability, None, "it is merged");
    assert!(released.segments()[1].stability.is_some());
}

#[test]
fn p7_who_agrees_is_said_in_a_word() {
    use crate::validity::{Favourite, Measure};
    let told = |chosen: [Option<u32>; 4]| {
        let mut shop = with_evidence();
        shop.advice.k = Some(2);
        let measures = [Measure::Gap, Measure::Silhouette, Measure::Elbow, Measure::Bic];
        shop.advice.favourites =
            measures.into_iter().zip(chosen).map(|(measure, k)| Favourite { measure, k }).collect();
        shop.release().reasons().iter().map(|reason| reason.key.clone()).nth(1).unwrap()
    };
    assert_eq!(told([Some(2), Some(2), Some(3), None]), "reason-measures-most");
    assert_eq!(told([Some(2), Some(9), Some(3), None]), "reason-measures-some");
    assert_eq!(told([Some(4), Some(9), Some(3), None]), "reason-measures-none");
}

#[test]
fn p8_a_header_or_a_name_that_reaches_somebody_stays_here() {
    let rows = |from: f64| -> Vec<Vec<f64>> {
        (0..60).map(|n| vec![from + f64::from(n), f64::from(n * 7 % 60)]).collect()
    };
    let mut shop = Shop::new(&["anna.schmidt@example.org", "spend"], &[rows(0.0), rows(90.0)]);
    shop.given = vec![Some("call +49 170 1234567".to_owned()), Some("Our best".to_owned())];
    shop.given[0] = Some("+49 170 1234567".to_owned());
    shop.guards(Rule::PersonalNames, |released| {
        let text = json(released);
        !text.contains("anna") && !text.contains("1234567") && text.contains("Our best")
    });
    assert_eq!(keys(shop.release().held_back()), ["held-back-headers"]);

    // A turned table: its customers are columns, so columns are called by their places.
    let persons = ["Anna Schmidt", "Bob Meyer", "Zoë Neil", "Jean Petit", "Ida Berg"];
    let rows = |from: f64| -> Vec<Vec<f64>> {
        (0..60).map(|n| (1..=5).map(|by| from + f64::from(n * by % 61)).collect()).collect()
    };
    let shop = Shop::new(&persons, &[rows(0.0), rows(90.0)]);
    shop.guards(Rule::PersonalNames, |released| !persons.iter().any(|name| json(released).contains(name)));
}

/// A mark that nobody sees behind an address does not hide it from the check, since it is taken out of what is printed.
#[test]
fn p8_an_address_is_one_whatever_stands_beside_it() {
    let rows = |from: f64| -> Vec<Vec<f64>> {
        (0..60).map(|n| vec![from + f64::from(n), f64::from(n * 7 % 60)]).collect()
    };
    let shop = Shop::new(&["anna.schmidt@example.org\u{202c}", "spend"], &[rows(0.0), rows(90.0)]);
    assert!(!json(&shop.release()).contains("anna"));
}

#[test]
fn p8_characters_that_nobody_sees_are_taken_out() {
    let rows = |from: f64| -> Vec<Vec<f64>> {
        (0..60).map(|n| vec![from + f64::from(n), f64::from(n * 7 % 60)]).collect()
    };
    let mut shop = Shop::new(&["\u{202e}gnp.exe", "sp\u{200b}end\0"], &[rows(0.0), rows(90.0)]);
    shop.given[0] = Some("our\u{2066} best".to_owned());
    shop.guards(Rule::Printable, |released| {
        let unseen = |letter: char| {
            letter.is_control() && letter != '\n' || ('\u{200b}'..='\u{206f}').contains(&letter)
        };
        // serde writes controls as escapes.
        !json(released).contains(unseen) && !json(released).contains("\\u00")
    });
    let released = shop.release();
    assert_eq!(released.features()[0].name, "gnp.exe");
    assert_eq!(released.segments()[0].given.as_deref(), Some("our best"));
}

#[test]
fn p8_the_summary_has_the_fields_it_may_have_and_no_other() {
    let mut shop = Shop::two(&[around(1.0, 1.0, 60), around(9.0, 9.0, 80)]);
    shop.transactions = true;
    let text = json(&shop.release());
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let fields =
        |of: &serde_json::Value| of.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(
        fields(&value),
        "advisedK cautions customers explained features heldBack k kind method period policy reasons rules segments version"
    );
    assert_eq!(
        fields(&value["segments"][0]),
        "ellipse features heldBack name number revenueShare share size traits"
    );
    assert_eq!(fields(&value["segments"][0]["features"][0]), "effect median name share");
    assert_eq!(fields(&value["features"][0]), "median name share transform");
    assert_eq!(value["features"][0]["transform"], "none", "its name, without a fitted parameter");
    assert_eq!(value["kind"], "disclosure-controlled-summary");
    assert!(serde_json::from_str::<Summary>(&text).is_ok());
}

#[test]
fn p13_the_rules_that_were_applied_are_listed() {
    let shop = Shop::two(&[around(1.0, 1.0, 40), around(9.0, 9.0, 40)]);
    let policy = Policy { minimum_size: 12, round_to: 6 };
    let released = shop.release_with(&policy, None, Rules::ALL).unwrap();
    assert_eq!(
        keys(released.rules()),
        [
            "rule-minimum-size",
            "rule-persons",
            "rule-noise",
            "rule-rounding",
            "rule-medians",
            "rule-significant",
            "rule-shared-medians",
            "rule-no-dates",
            "rule-dominance",
            "rule-alike",
            "rule-secret-others",
            "rule-flags",
            "rule-flag-bounds",
            "rule-kinds",
            "rule-ranks",
            "rule-charts",
            "rule-words",
            "rule-personal-names",
            "rule-memory",
            "rule-few",
            "rule-no-extremes",
            "rule-no-rows",
            "rule-not-protected",
        ]
    );
    let rule = |key: &str| released.rules().iter().find(|rule| rule.key == key).unwrap();
    assert_eq!(rule("rule-minimum-size").params["needed"], 12_u64.into());
    assert_eq!(rule("rule-rounding").params["base"], 6_u64.into());
    assert_eq!(rule("rule-noise").params["by"], 2_u64.into());
    // A rule that is not applied is not claimed.
    let without = shop.release_with(&policy, None, Rules::ALL.without(Rule::Noise)).unwrap();
    assert!(!keys(without.rules()).contains(&"rule-noise"));
}
