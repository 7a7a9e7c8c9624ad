//! P8: what stands in single cells of a file stands in nothing that is made to be shared.

mod pipeline;

use ringfence::Error;
use ringfence::documents::{Recipe, assignments_csv};
use ringfence::meaning::GivenName;
use ringfence::release::{Internal, Ledger};
use ringfence_charts::Theme;
use ringfence_report::{Chart, chart_svg, csv, html, json};
use ringfence_wording::Language;

/// Longest part of a planted text that may occur by chance.
const PART: usize = 5;

/// A text of letters and digits that no sentence holds, another for each number.
fn planted_text(number: u64) -> String {
    const MARKS: &[u8] = b"qxzjkvw0123456789";
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d;
    let mut text = String::new();
    for _ in 0..12 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push(char::from(MARKS[(state >> 33) as usize % MARKS.len()]));
    }
    text
}

/// A number of seven digits, two of them decimals, another for each number: longer than any coordinate in a drawing.
fn planted_number(number: u64) -> f64 {
    (1_000_003 + number.wrapping_mul(2_654_435_761) % 8_999_929) as f64 / 100.0
}

/// Everything that is made to be shared of a file.
fn shared(file: &str, recipe: &Recipe) -> Result<Vec<String>, Error> {
    let segmentation = pipeline::segmentation(file.as_bytes(), recipe)?;
    let mut ledger = Ledger::new(segmentation.features());
    let released = segmentation.release(recipe, &ledger)?;
    ledger.record(&released);
    // The ledger stays in the shop, and holds nothing of the file all the same.
    let mut texts = vec![segmentation.shared_recipe(recipe)?.to_json(), ledger.to_json()];
    for language in Language::all() {
        texts.extend([json(&released, language), csv(&released, language), html(&released, language)]);
        for chart in [Chart::Map, Chart::Profiles] {
            texts.extend(chart_svg(&released, language, chart, 640, &Theme::light()));
        }
    }
    Ok(texts)
}

/// The planted texts and numbers of which something is found in `text`.
fn found(text: &str, texts: &[String], numbers: &[f64]) -> Vec<String> {
    let text = text.to_lowercase();
    let part =
        |planted: &&String| (0..planted.len() - PART).any(|at| text.contains(&planted[at..=at + PART]));
    let mut found: Vec<String> = texts.iter().filter(part).cloned().collect();
    for number in numbers {
        let plain = format!("{number:.2}");
        let (whole, fraction) = plain.split_at(plain.len() - 3);
        let fraction = &fraction[1..];
        let (thousands, rest) = whole.split_at(whole.len() - 3);
        let forms = [
            plain.clone(),
            format!("{whole},{fraction}"),
            format!("{whole}{fraction}"),
            format!("{thousands},{rest}.{fraction}"),
            format!("{thousands}.{rest},{fraction}"),
        ];
        found.extend(forms.into_iter().filter(|form| text.contains(form.as_str())));
    }
    found
}

fn check(file: &str, recipe: &Recipe, texts: &[String], numbers: &[f64]) -> Result<(), Error> {
    for text in shared(file, recipe)? {
        let found = found(&text, texts, numbers);
        assert!(found.is_empty(), "{found:?} in {}…", &text[..60]);
    }
    Ok(())
}

#[test]
fn p8_nothing_of_a_transaction_is_shared() {
    let (mut texts, mut numbers) = (Vec::new(), Vec::new());
    let mut file = String::from("Customer ID,Invoice,Invoice Date,Amount,Description,Email\n");
    for customer in 0..240_u64 {
        let id = planted_text(customer);
        for order in 0..=customer % 5 {
            let number = customer * 10 + order;
            let (invoice, article) = (planted_text(number + 10_000), planted_text(number + 20_000));
            let amount = planted_number(number);
            let (month, day) = (1 + number % 12, 1 + number % 28);
            file +=
                &format!("{id},{invoice},2024-{month:02}-{day:02},{amount:.2},{article},{id}@example.org\n");
            texts.extend([invoice, article]);
            numbers.push(amount);
        }
        texts.push(id);
    }
    let recipe = Recipe::default();
    check(&file, &recipe, &texts, &numbers).unwrap();

    // The search does find what is there: the file for internal use holds every id.
    let segmentation = pipeline::segmentation(file.as_bytes(), &recipe).unwrap();
    let assignments = segmentation.assignments(&recipe).unwrap();
    let internal = assignments_csv(
        &Internal::requested(),
        segmentation.features(),
        &assignments,
        &["a".into(), "b".into()],
    );
    assert!(found(&internal, &texts, &[]).len() >= 240);
    assert_eq!(found("about 12,345.67", &[], &[12_345.67]), ["12,345.67"]);
}

#[test]
fn p8_no_cell_of_a_customer_table_is_shared() {
    let (mut texts, mut numbers) = (Vec::new(), Vec::new());
    let mut file = String::from("customer_id,name,income,spending,visits,note\n");
    for customer in 0..200_u64 {
        let [id, name, note] = [0, 1_000, 2_000].map(|from| planted_text(customer + from));
        let [income, spending] = [0, 5_000].map(|from| planted_number(customer + from));
        // One customer stands far out in everything: extremes are what is most easily recognised.
        let scale = if customer == 17 { 1_000.0 } else { 1.0 };
        let [income, spending] = [income, spending].map(|value| (value * scale * 100.0).round() / 100.0);
        file += &format!("{id},{name},{income:.2},{spending:.2},{},{note}\n", customer % 7);
        texts.extend([id, name, note]);
        numbers.extend([income, spending]);
    }
    let mut recipe = Recipe::default();
    for k in [2, 3, 6] {
        recipe.choose.k = Some(k);
        recipe.names = vec![GivenName { k, segment: 1, name: "Our own name".into() }];
        check(&file, &recipe, &texts, &numbers).unwrap();
    }
    // Names that reach somebody, and a header that does.
    recipe.names = vec![GivenName { k: 6, segment: 1, name: "qxj77vz@example.org".into() }];
    let file = file.replace("visits", "wqz31kx@example.org");
    texts.extend(["qxj77vz".to_owned(), "wqz31kx".to_owned()]);
    check(&file, &recipe, &texts, &numbers).unwrap();
}

/// Who bought what few buy can be told by its name alone: no category of fewer than ten buyers is in anything, recipe included.
#[test]
fn p8_no_category_that_few_bought_is_shared() {
    let mut file = String::from("customer,order,date,amount,category\n");
    for customer in 0..240_u64 {
        for order in 0..=customer % 4 {
            let (month, day) = (1 + (customer + order) % 12, 1 + (customer * 7 + order) % 28);
            let category = match customer {
                0..5 => "Zqx7 hearing aids",
                _ if customer % 2 == 0 => "Books",
                _ => "Toys",
            };
            let amount = 5 + (customer * 31 + order * 17) % 90;
            file += &format!("{customer},{customer}-{order},2024-{month:02}-{day:02},{amount},{category}\n");
        }
    }
    let mut recipe = Recipe::default();
    let named =
        ["recency", "frequency", "monetary", "categoryShare:Books", "categoryShare:Zqx7 hearing aids"];
    recipe.features.columns = Some(named.map(str::to_owned).to_vec());
    let all = shared(&file, &recipe.with_asked()).unwrap();
    assert!(all.iter().all(|text| !text.to_lowercase().contains("zqx7")));
    assert!(all[0].contains("categoryShare:Books"), "the recipe keeps what many bought");
}
