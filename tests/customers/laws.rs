//! Laws: the order of the rows and where a file is cut cannot be seen.

use proptest::prelude::*;
use ringfence::customers::{Builder, CleaningKind, DuplicateChoice, Features, NonProduct, OptOuts};
use ringfence::documents::{Recipe, features_csv};
use ringfence::release::Internal;
use ringfence::table::{Batch, Cells, Reading, Texts, parse_iso_day};

use crate::shop::{bytes, customers, read};

/// The same rows, in the order of `picks`.
fn picked(batch: &Batch, picks: &[usize]) -> Batch {
    let cells = |cells: &Cells| match cells {
        Cells::Unread => Cells::Unread,
        Cells::Numbers(numbers) => Cells::Numbers(picks.iter().map(|&at| numbers[at]).collect()),
        Cells::Exact { units, scale } => {
            Cells::Exact { units: picks.iter().map(|&at| units[at]).collect(), scale: *scale }
        }
        Cells::Moments(moments) => Cells::Moments(picks.iter().map(|&at| moments[at]).collect()),
        Cells::Texts(texts) => {
            let mut chosen = Texts::default();
            picks.iter().for_each(|&at| chosen.push(texts.get(at)));
            Cells::Texts(chosen)
        }
    };
    Batch {
        rows: picks.iter().map(|&at| batch.rows[at]).collect(),
        fingerprints: picks.iter().map(|&at| batch.fingerprints[at]).collect(),
        columns: batch.columns.iter().map(cells).collect(),
    }
}

fn builder(reading: &Reading, recipe: &Recipe) -> Builder {
    let builder = Builder::new(reading, &recipe.customers).unwrap();
    builder.without(OptOuts::read("12412\n3\n")).unwrap()
}

fn one_pass(reading: &Reading, recipe: &Recipe, batches: &[Batch]) -> Features {
    let mut whole = builder(reading, recipe);
    batches.iter().for_each(|batch| whole.push(batch).unwrap());
    whole.finish().unwrap()
}

/// The file in parts that end at `cuts`, each taken by a builder of its own.
fn in_parts(reading: &Reading, recipe: &Recipe, batch: &Batch, cuts: &[usize]) -> Features {
    let mut bounds = vec![0];
    bounds.extend(cuts.iter().map(|cut| cut % (batch.len() + 1)));
    bounds.push(batch.len());
    bounds.sort_unstable();
    let mut parts = bounds.windows(2).enumerate().map(|(part, bounds)| {
        let picks: Vec<usize> = (bounds[0]..bounds[1]).collect();
        let mut taken = builder(reading, recipe);
        if part > 0 {
            taken = taken.for_later_part();
        }
        taken.push(&picked(batch, &picks)).unwrap();
        taken
    });
    let mut whole = parts.next().unwrap();
    parts.for_each(|part| whole.merge(part).unwrap());
    whole.finish().unwrap()
}

/// Equal to the bit, missing values too.
fn assert_same(a: &Features, b: &Features) {
    assert_eq!(features_csv(&Internal::requested(), a), features_csv(&Internal::requested(), b));
    let bits = |features: &Features| {
        features.values.values().iter().map(|value| value.to_bits()).collect::<Vec<_>>()
    };
    assert_eq!(bits(a), bits(b));
    assert_eq!((&a.span, &a.months, &a.cleaning), (&b.span, &b.months, &b.cleaning));
    assert_eq!((&a.status, a.rows), (&b.status, b.rows));
}

/// Lines as strange as they come: kinds, discounts, missing cells, returns, shared order ids and repetitions.
fn lines() -> impl Strategy<Value = Vec<String>> {
    let line = (0..6_u32, 0..9_u32, 0..40_u32, 0..6_usize, 0..5_usize, 0..4_usize, -3..9_i32).prop_map(
        |(customer, order, day, product, off, channel, quantity)| {
            let order = match order {
                0 => String::new(),
                1 => format!("C{day}"),
                order => (order * 100 + day / 5).to_string(),
            };
            let customer = if customer == 0 { String::new() } else { customer.to_string() };
            let product = ["Tea", "Mug", "Postage", "Gift voucher", "", "Cup"][product];
            let (off, channel) = (["", "0", "0.1", "0.25", "0.5"][off], ["web", "shop", "", "fair"][channel]);
            let (hour, category) = (8 + day % 13, &product[..product.len().min(1)]);
            let month = 1 + day % 12;
            format!(
                "{order},{customer},202{}-{month:02}-{:02} {hour:02}:00,{product},{category},{channel},{},{quantity},{off}",
                day % 3,
                1 + day % 28,
                product.len() as f64 * 1.25
            )
        },
    );
    prop::collection::vec(line, 30..160)
}

fn table(lines: &[String]) -> String {
    // Three lines that fix how columns are read, whatever comes after.
    let head = "Order no,Customer ID,Date,Product,Category,Channel,Unit price,Quantity,Discount\n\
                1,1,2020-01-02 10:00,Tea,T,web,1.25,1,0.1\n1,1,2020-01-02 10:00,Tea,T,web,1.25,1,0.1\n\
                2,2,2022-12-30 20:00,Mug,M,shop,3.50,2,0\n";
    format!("{head}{}\n", lines.join("\n"))
}

fn recipes() -> [Recipe; 2] {
    let mut strict = Recipe::default();
    strict.customers.duplicate_rows = DuplicateChoice::Drop;
    strict.customers.non_products = vec![NonProduct::Postage, NonProduct::NoPrice];
    strict.customers.asked = vec!["categoryShare:T".to_owned(), "otherCategoriesShare".to_owned()];
    [Recipe::default(), strict]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn parts_make_the_whole(lines in lines(), cuts in prop::collection::vec(any::<usize>(), 1..4)) {
        for recipe in recipes() {
            let (reading, batches) = read(table(&lines).as_bytes(), &recipe);
            prop_assert_eq!(batches.len(), 1);
            assert_same(
                &in_parts(&reading, &recipe, &batches[0], &cuts),
                &one_pass(&reading, &recipe, &batches),
            );
        }
    }

    #[test]
    fn the_order_of_rows_cannot_be_seen(lines in lines(), seed in any::<u64>()) {
        for recipe in recipes() {
            let (reading, batches) = read(table(&lines).as_bytes(), &recipe);
            let mut picks: Vec<usize> = (0..batches[0].len()).collect();
            picks.sort_by_key(|&at| (at as u64 ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15));
            assert_same(
                &one_pass(&reading, &recipe, &[picked(&batches[0], &picks)]),
                &one_pass(&reading, &recipe, &batches),
            );
        }
    }
}

#[test]
fn the_sample_in_parts_is_the_sample() {
    let bytes = bytes("tests/data/online_retail_sample.csv").unwrap();
    // Twice the same rows: every line of the second half repeats one of the first.
    let text = String::from_utf8(bytes).unwrap();
    let (_, rows) = text.split_once('\n').unwrap();
    let twice = format!("{text}{rows}");
    for recipe in recipes().map(|mut recipe| {
        recipe.customers.asked.clear();
        recipe
    }) {
        let (reading, batches) = read(twice.as_bytes(), &recipe);
        let whole = one_pass(&reading, &recipe, &batches);
        let mut first = builder(&reading, &recipe);
        first.push(&batches[0]).unwrap();
        for batch in &batches[1..] {
            let mut later = builder(&reading, &recipe).for_later_part();
            later.push(batch).unwrap();
            first.merge(later).unwrap();
        }
        assert_same(&first.finish().unwrap(), &whole);
        if recipe.customers.duplicate_rows == DuplicateChoice::Drop {
            let (reading, batches) = read(text.as_bytes(), &recipe);
            let once = one_pass(&reading, &recipe, &batches);
            assert_eq!((&once.ids, &once.months), (&whole.ids, &whole.months));
            assert!(
                whole
                    .cleaning
                    .iter()
                    .any(|step| step.kind == CleaningKind::DuplicateRows && step.rows > 4_000)
            );
        }
    }
}

#[test]
fn a_part_that_has_not_kept_its_lines_is_refused() {
    let recipe = Recipe::default();
    let (reading, _) = read(table(&[]).as_bytes(), &recipe);
    let mut first = builder(&reading, &recipe);
    assert!(first.merge(builder(&reading, &recipe)).is_err());
    assert!(first.merge(builder(&reading, &recipe).for_later_part()).is_ok());
}

/// A shorter file is scored by a model of a longer one as if it had been read on that one's day.
#[test]
fn counted_to_a_later_day_is_read_with_that_day() {
    let bytes: String = (0..90)
        .map(|n| format!("{},{},2024-{:02}-{:02},{}.25\n", n, n % 13, 1 + n % 5, 1 + n % 28, n))
        .collect();
    let bytes = format!("order_id,customer_id,date,amount\n{bytes}");
    let mut recipe = Recipe::default();
    recipe.customers.reference_day = Some("2024-07-01".into());
    let on_that_day = customers(bytes.as_bytes(), &recipe);
    let counted = customers(bytes.as_bytes(), &Recipe::default());
    assert_ne!(counted.values, on_that_day.values);
    let counted = counted.counted_to(parse_iso_day("2024-07-01").unwrap());
    assert_same(&counted, &on_that_day);
}
