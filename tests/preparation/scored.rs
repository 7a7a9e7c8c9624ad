//! How a model reads files it was not made from.

use ringfence::analysis::{Analysis, Serial};
use ringfence::change::score;
use ringfence::documents::{Model, Recipe};
use ringfence::table::{ColumnChoice, DateOrder, DecimalMark, Inspection, Inspector};

use crate::pipeline::read;

/// 72 purchases of 18 customers on days that leave open which number is the month, of amounts that leave open what the mark in them is.
fn purchases(date: fn(u32, u32) -> String, amount: fn(u32, u32) -> String) -> String {
    let line = |n: u32| {
        let (month, day) = (1 + n % 12, 1 + n / 12 * 2);
        format!("{},{},{},{}\n", n, n * 7 % 18, date(month, day), amount(1 + n * n % 9, 100 + n * 11 % 900))
    };
    "order_id,customer_id,date,amount\n".to_owned() + &(0..72).map(line).collect::<String>()
}

fn inspect(text: &str) -> Inspection {
    let mut inspector = Inspector::new();
    inspector.push(text.as_bytes()).unwrap();
    inspector.finish().unwrap()
}

#[test]
fn what_a_new_file_leaves_open_is_read_as_the_models_was() {
    let american = |month: u32, day: u32| format!("{month:02}/{day:02}/2024");
    let open = purchases(american, |thousands, rest| format!("{thousands}.{rest}"));
    let mut recipe = Recipe::default();
    recipe.choose.k = Some(3);
    let date = ColumnChoice { date_order: Some(DateOrder::Mdy), ..ColumnChoice::default() };
    let amount = ColumnChoice { decimal: Some(DecimalMark::Comma), ..ColumnChoice::default() };
    recipe.reading.columns = [("date".to_owned(), date), ("amount".to_owned(), amount)].into();
    let (features, reading) = read(open.as_bytes(), &recipe).unwrap();
    let job = Analysis::new(features, recipe.clone()).unwrap().run(&Serial).unwrap();
    let model = Model::from_json(&job.model(&recipe, &reading).unwrap().to_json()).unwrap();

    let found = inspect(&open);
    assert_eq!(found.questions.len(), 2);
    let again = Recipe { reading: model.reading_options(&found), ..recipe.clone() };
    let (again, _) = read(open.as_bytes(), &again).unwrap();
    // The same purchases, written so that nothing is open.
    let iso = |month: u32, day: u32| format!("2024-{month:02}-{day:02}");
    let plain = purchases(iso, |thousands, rest| format!("{thousands}{rest}"));
    let (expect, _) = read(plain.as_bytes(), &Recipe::default()).unwrap();
    assert_eq!(again.span, expect.span);
    assert_eq!(again.values.row(3)[..3], expect.values.row(3)[..3]);
    let labels = score(&again, &model.preparation, &model.partition()).unwrap();
    assert_eq!(labels, job.assignments(&recipe).unwrap());

    // A file that says how it is to be read is read that way.
    let german = |month: u32, day: u32| format!("{:02}/{month:02}/2024", day + 12);
    let clear = inspect(&purchases(german, |thousands, rest| format!("{thousands}.{}", rest % 90 + 10)));
    assert_eq!(clear.questions, []);
    let options = model.reading_options(&clear);
    let [date, amount] = ["date", "amount"].map(|name| options.columns[name].clone());
    assert_eq!((date.date_order, amount.decimal), (None, None));
}
