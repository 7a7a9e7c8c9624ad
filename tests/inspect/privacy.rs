//! What is personal is kept out of everything that is said of a file.

use super::*;

fn said(text: &str) -> (Inspection, String) {
    let found = inspect(text.as_bytes(), 997).unwrap();
    let json = serde_json::to_string(&found).unwrap();
    (found, json)
}

#[test]
fn a_question_about_birthdays_shows_none() {
    let rows: String =
        (1..25).map(|n| format!("{n},0{}/0{}/1961,{}\n", n % 9 + 1, n % 7 + 1, n * 3)).collect();
    let (found, json) = said(&format!("customer id,birth date,points\n{rows}"));
    let [question] = found.questions.as_slice() else { panic!("{:?}", found.questions) };
    assert_eq!(question.column, "birth date");
    assert_eq!(question.answers.len(), 2);
    assert!(question.answers.iter().all(|answer| answer.consequence.params.keys().eq(["order"])));
    assert!(!json.contains("1961"), "{json}");
    // The same days of anything else are shown.
    let (found, json) = said(&format!("customer id,joined,points\n{rows}"));
    assert_eq!(found.questions.len(), 1);
    assert!(json.contains("1961-"), "{json}");
}

#[test]
fn a_first_customer_is_no_header() {
    for first in [
        "eva@example.com;Eva Maier;Bonn",
        "Eva Maier;+49 228 123456;gold",
        "Eva Maier;Lindenweg 12;gold",
        "Eva Maier;Bonn;gold",
    ] {
        let rows: String = (0..12).map(|n| format!("{};x{n};gold\n", ["Ann", "Bob"][n % 2])).collect();
        let (found, json) = said(&format!("{first}\n{rows}"));
        assert!(!found.header && !json.contains("Eva"), "{first}: {json}");
    }
}

fn check_verdict(header: &str, cell: impl Fn(usize) -> String, expect: Personal) {
    let rows: String = (0..30).map(|n| format!("{},{},{}\n", n + 1, cell(n), n * n)).collect();
    let (found, _) = said(&format!("customer id,{header},points\n{rows}"));
    assert_eq!(column(&found, header).personal, expect, "{header}");
}

#[test]
fn headers_that_speak_of_persons() {
    let mobile = |n: usize| format!("{}", 4_915_100_000_000 + 7_919 * n as u64);
    for header in ["whatsapp", "contact no", "MSISDN", "telemóvel"] {
        check_verdict(header, mobile, Personal::Drop);
    }
    let papers = |n: usize| format!("{}", 100_000_000 + 7_919 * n);
    for header in ["social security number", "BSN", "national id", "personnummer"] {
        check_verdict(header, papers, Personal::Drop);
    }
    let names = |n: usize| format!("Eva{} Maier", ["", "lyn", "marie"][n % 3]);
    for header in ["cardholder", "fname", "お名前", "instagram", "ship to"] {
        check_verdict(header, names, Personal::Drop);
    }
    check_verdict("civilité", |n| ["Mme", "M."][n % 2].to_owned(), Personal::Quasi);
    // Neither a name nor a paper.
    check_verdict("social media visits", |n| format!("{}", n % 9), Personal::None);
    check_verdict("national orders", |n| format!("{}", n % 9), Personal::None);
}

#[test]
fn headers_of_any_size_are_named_at_once() {
    let long = "kundenrechnungsdatum".repeat(5_000);
    let (found, _) = said(&format!("{long},{long},x\n1,2,3\n2,3,4\n"));
    assert_eq!(found.columns[1].name, format!("{long} (2)"));
    let header = vec!["x"; 1_999].join(",");
    let row = vec!["1"; 2_000].join(",");
    let (found, _) = said(&format!("{header},x (2)\n{row},5\n{row},6\n"));
    let names: std::collections::BTreeSet<&str> =
        found.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(
        (names.len(), found.columns[1].name.as_str(), found.columns[1_999].name.as_str()),
        (2_000, "x (3)", "x (2)")
    );
}
