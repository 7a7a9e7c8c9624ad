//! The report as a whole: self-contained, harmless, and honest about what it is.

mod pipeline;

use ringfence::documents::Recipe;
use ringfence::meaning::GivenName;
use ringfence::release::Released;
use ringfence::{Error, Statement};
use ringfence_charts::Theme;
use ringfence_report::{Chart, chart_svg, csv, html, json, segment_name};
use ringfence_sample::{Options, Shop};
use ringfence_wording::Language;

const SCRIPT: &str = "<script>alert(1)</script>";
const IMAGE: &str = "\"'><img src=x onerror=alert(1)>";
const FORMULA: &str = "=cmd|' /C calc'!A0";

fn german() -> Language {
    Language::all().find(|language| language.code() == "de").unwrap_or_default()
}

fn of_a_shop(recipe: &Recipe) -> Result<Released, Error> {
    let file = Shop::csv(&Options { customers: 400, ..Options::default() });
    pipeline::released(&file, recipe)
}

/// Three groups of customers in columns with the given names.
fn of_columns(first: &str, second: &str, given: &str) -> Result<Released, Error> {
    let mut recipe = Recipe::default();
    recipe.choose.k = Some(3);
    recipe.names = vec![GivenName { k: 3, segment: 1, name: given.into() }];
    pipeline::released(columns(first, second).as_bytes(), &recipe)
}

fn columns(first: &str, second: &str) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut file = format!("id,{},{}\n", quoted(first), quoted(second));
    for customer in 0..150 {
        let (group, step, other) =
            (f64::from(customer % 3), f64::from(customer) / 100.0, f64::from(customer * 7 % 50) / 30.0);
        file += &format!("{customer},{},{}\n", 10.0 + group * 40.0 + step, 5.0 + group * group * 9.0 + other);
    }
    file
}

#[test]
fn it_needs_nothing_else_and_runs_nothing() {
    let report = html(&of_a_shop(&Recipe::default()).unwrap(), Language::default());
    for outside in [
        "<script",
        "<link",
        "<img",
        "<iframe",
        "<object",
        " src=",
        " href=",
        "url(",
        "@import",
        "javascript:",
    ] {
        assert!(!report.contains(outside), "{outside}");
    }
    let addresses = report.match_indices("http").map(|(at, _)| &report[at..at + 26]);
    assert!(
        addresses.clone().count() > 0
            && addresses.clone().all(|at| at == "http://www.w3.org/2000/svg" || at.starts_with("http-equiv"))
    );
    assert!(report.contains("default-src 'none'") && !report.contains("script-src"));
}

#[test]
fn it_is_whole_and_in_its_language() {
    for language in Language::all() {
        let report = html(&of_a_shop(&Recipe::default()).unwrap(), language);
        assert!(report.starts_with(&format!("<!doctype html>\n<html lang=\"{}\">", language.code())));
        for tag in
            ["section", "article", "div", "figure", "table", "svg", "ul", "li", "p", "h2", "h3", "th", "td"]
        {
            let opened =
                report.matches(&format!("<{tag}>")).count() + report.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, report.matches(&format!("</{tag}>")).count(), "{tag}");
            assert!(opened > 0, "{tag}");
        }
        assert!(!report.contains('⟦'), "a key without a sentence");
        // Two charts, each light and dark, wide and narrow; each says what it is to those who do not see it.
        assert_eq!(report.matches("<svg ").count(), 8);
        assert_eq!(report.matches("role=\"img\" aria-label=").count(), 8);
    }
}

#[test]
fn p13_it_lists_its_rules_and_claims_no_more_than_it_is() {
    let report = html(&of_a_shop(&Recipe::default()).unwrap(), Language::default());
    assert!(report.contains("Disclosure-controlled summary"));
    assert!(report.contains("No segment with fewer than 10 customers is published."));
    for language in Language::all() {
        let released = of_a_shop(&Recipe::default()).unwrap();
        for text in [html(&released, language), json(&released, language), csv(&released, language)] {
            let text = text.to_lowercase();
            assert!(["anonym", "gdpr", "dsgvo", "optimal"].iter().all(|claim| !text.contains(claim)));
        }
    }
}

#[test]
fn it_says_why_this_many_in_words() {
    let released = of_columns("visits", "basket", "Ours").unwrap();
    assert_eq!((released.advised_k(), released.k()), (Some(3), 3));
    let report = html(&released, Language::default());
    for said in [
        "3 segments are advised: any two of them stand apart",
        "Most measures would choose the same number.",
        "The segments are clearly separated.",
        "Other customers would be divided in the same way.",
    ] {
        assert!(report.contains(said), "{said}");
    }
    for measure in ["inertia", "Hopkins", "Calinski", "silhouette", "You chose"] {
        assert!(!report.contains(measure), "{measure}");
    }

    let mut recipe = Recipe::default();
    recipe.choose.k = Some(4);
    let released = pipeline::released(columns("visits", "basket").as_bytes(), &recipe).unwrap();
    assert!(html(&released, Language::default()).contains("You chose 4 segments; 3 are advised."));
}

#[test]
fn what_was_held_back_is_said_where_it_happened() {
    let mut recipe = Recipe::default();
    recipe.release.minimum_size = 40;
    recipe.choose.k = Some(8);
    let released = of_a_shop(&recipe).unwrap();
    assert!(released.segments().len() < 8);
    let report = html(&released, Language::default());
    assert!(report.contains("too small and"), "merging is told");
    assert!(report.contains("Some medians are left out"), "and so is what the merged ones lack");
    assert!(report.contains("held back"), "where the median would stand");
}

#[test]
fn p17_names_stay_text_in_html_and_svg() {
    for (first, second, given) in [(SCRIPT, IMAGE, IMAGE), (IMAGE, FORMULA, SCRIPT)] {
        let released = of_columns(first, second, given).unwrap();
        let charts = [Chart::Map, Chart::Profiles]
            .map(|chart| chart_svg(&released, german(), chart, 640, &Theme::dark()).unwrap());
        for text in [html(&released, german())].iter().chain(&charts) {
            assert!(!text.contains("<script") && !text.contains("<img"), "markup from a name");
            assert!(!text.contains("\"'>"), "a quote from a name");
        }
        assert!(html(&released, german()).contains("&lt;script&gt;"));
    }
}

#[test]
fn p17_names_are_no_formulas_in_csv() {
    let table = csv(&of_columns(FORMULA, "-2+3", "@SUM(A1)").unwrap(), Language::default());
    assert!(
        table.contains("'@SUM(A1)") && table.contains(",'-2+3,") && table.contains(",'=cmd|' /C calc'!A0,")
    );
    for record in table.lines() {
        assert!(
            record.split(',').all(|cell| !cell.trim_matches('"').starts_with(['=', '+', '@'])),
            "{record}"
        );
    }
}

#[test]
fn a_chart_that_leaves_says_what_it_shows() {
    let released = of_a_shop(&Recipe::default()).unwrap();
    for chart in [Chart::Map, Chart::Profiles] {
        let drawing = chart_svg(&released, Language::default(), chart, 640, &Theme::light()).unwrap();
        assert!(drawing.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\""));
        assert!(drawing.contains("<title>") && drawing.contains("<desc>") && drawing.ends_with("</svg>\n"));
        assert_eq!(chart_svg(&released, Language::default(), chart, 0, &Theme::light()), None);
    }
    let map = chart_svg(&released, Language::default(), Chart::Map, 640, &Theme::light()).unwrap();
    assert!(map.matches("<circle").count() <= released.segments().len(), "points of customers");
}

#[test]
fn names_are_the_users_or_suggested_and_numbered_where_not_unique() {
    let suggested = Statement::new("name-champions");
    let name = |given, ordinal| segment_name(german(), given, &suggested, ordinal);
    assert_eq!(name(None, 0), "Spitzenkunden");
    assert_eq!(name(None, 2), "Spitzenkunden 2");
    assert_eq!(name(Some("Unsere Besten"), 2), "Unsere Besten");
}
