//! What cleaning says and does, by hand.

use ringfence::customers::{Builder, CleaningKind, DuplicateChoice, Features, NonProduct, OptOuts};
use ringfence::documents::{Recipe, features_csv};
use ringfence::release::Internal;
use ringfence::table::{ColumnChoice, Role};
use ringfence::{Error, Notice};

use crate::shop::{customers, read, step, value, without};

/// Two sell tea, one of them twice in the same line; then postage, a gift, a return, a line of nobody, and one that only returns.
const SHOP: &str = "\
Order no,Customer ID,Date,Product,Unit price,Quantity
1,anna,2024-03-02 19:30,Tea,10.00,2
1,anna,2024-03-02 19:30,Tea,10.00,2
1,anna,2024-03-02 19:30,Postage,4.50,1
2,ben,2024-03-04 09:00,Tea,10.00,1
3,ben,2024-04-05 09:00,Mug,0.00,1
C4,ben,2024-04-06 09:00,Tea,10.00,-1
5,,2024-04-07 09:00,Mug,7.00,3
C6,carl,2024-04-08 09:00,Mug,7.00,-1
";

/// The features as they are written, in which missing values equal each other.
fn table(features: &Features) -> String {
    features_csv(&Internal::requested(), features)
}

#[test]
fn every_step_says_what_it_touches_though_nothing_is_left_out() {
    let features = customers(SHOP.as_bytes(), &Recipe::default());
    let found: Vec<(CleaningKind, u64, u64, f64, bool)> = features
        .cleaning
        .iter()
        .map(|step| (step.kind, step.rows, step.customers, step.revenue.unwrap(), step.applied))
        .collect();
    assert_eq!(
        found,
        [
            (CleaningKind::WithoutCustomer, 1, 0, 21.0, true),
            (CleaningKind::DuplicateRows, 1, 1, 20.0, false),
            (CleaningKind::Postage, 1, 1, 4.5, false),
            (CleaningKind::NoPrice, 1, 1, 0.0, false),
            (CleaningKind::Returns, 2, 2, -17.0, true),
            (CleaningKind::ReturnsOnly, 0, 1, -7.0, true),
            (CleaningKind::NetSpendNotPositive, 0, 1, 0.0, true),
        ]
    );
    assert_eq!(value(&features, "anna", "monetary"), 44.5);
    assert_eq!(value(&features, "anna", "linesPerOrder"), 3.0);
    assert_eq!(value(&features, "ben", "frequency"), 2.0);
}

#[test]
fn what_the_recipe_leaves_out_is_left_out() {
    let mut recipe = Recipe::default();
    recipe.customers.duplicate_rows = DuplicateChoice::Drop;
    recipe.customers.non_products = vec![NonProduct::Postage, NonProduct::NoPrice];
    let features = customers(SHOP.as_bytes(), &recipe);
    assert_eq!(value(&features, "anna", "monetary"), 20.0);
    assert_eq!(value(&features, "anna", "linesPerOrder"), 1.0);
    assert_eq!(value(&features, "anna", "unitsPerOrder"), 2.0);
    // The gift was the last that Ben got and his second order: both counted from what he paid for now.
    assert_eq!(value(&features, "ben", "frequency"), 1.0);
    assert_eq!(value(&features, "ben", "returnRate"), 1.0);
    for kind in [CleaningKind::DuplicateRows, CleaningKind::Postage, CleaningKind::NoPrice] {
        let step = step(&features, kind).unwrap();
        assert!(step.applied && step.rows == 1, "{step:?}");
    }
    // Undone, everything is as before.
    recipe.customers = Recipe::default().customers;
    let (undone, plain) =
        (customers(SHOP.as_bytes(), &recipe), customers(SHOP.as_bytes(), &Recipe::default()));
    assert_eq!((table(&undone), undone.cleaning), (table(&plain), plain.cleaning));
}

#[test]
fn months_by_hand() {
    let features = customers(SHOP.as_bytes(), &Recipe::default());
    let months: Vec<(&str, f64, u64, u64)> = features
        .months
        .iter()
        .map(|month| (month.month.as_str(), month.revenue, month.orders, month.customers))
        .collect();
    assert_eq!(months, [("2024-03", 54.5, 2, 2), ("2024-04", -17.0, 1, 1)]);
}

#[test]
fn opt_outs_leave_no_trace_but_their_number() {
    let list = "Customer ID\nanna\nzoe\n";
    let features = without(SHOP.as_bytes(), &Recipe::default(), Some(list));
    let opted = step(&features, CleaningKind::OptOuts).unwrap();
    assert_eq!((opted.given, opted.customers, opted.rows, opted.revenue), (Some(2), 1, 3, Some(44.5)));
    assert_eq!(features.ids.iter().collect::<Vec<_>>(), ["ben"]);
    // All else is what the file without these rows says.
    let rest: String =
        SHOP.lines().filter(|line| !line.contains("anna")).map(|line| format!("{line}\n")).collect();
    let mut alone = customers(rest.as_bytes(), &Recipe::default());
    assert_eq!((table(&features), &features.months), (table(&alone), &alone.months));
    alone.cleaning.insert(0, opted.clone());
    assert_eq!(features.cleaning, alone.cleaning);
}

#[test]
fn opt_outs_of_a_customer_table() {
    let table = "id,visits,spend\n1,3,10\n2,5,20.5\n2,5,20.5\n3,9,31\n4,1,7\n";
    let mut recipe = Recipe::default();
    let key = ColumnChoice { role: Some(Role::CustomerId), ..ColumnChoice::default() };
    recipe.reading.columns.insert("id".to_owned(), key);
    let features = without(table.as_bytes(), &recipe, Some("2.0\n9"));
    assert_eq!(features.ids.iter().collect::<Vec<_>>(), ["1", "3", "4"]);
    let opted = step(&features, CleaningKind::OptOuts).unwrap();
    assert_eq!((opted.given, opted.customers, opted.rows, opted.revenue), (Some(2), 1, 2, None));
}

#[test]
fn opt_outs_that_cannot_be_heeded_are_refused() {
    let table = "visits,spend\n3,10.5\n5,20.5\n9,31\n3,7\n";
    let (reading, _) = read(table.as_bytes(), &Recipe::default());
    let recipe = Recipe::default();
    let builder = || Builder::new(&reading, &recipe.customers).unwrap();
    assert_eq!(builder().without(OptOuts::read("7")).err(), Some(Error::OptOutsWithoutCustomers));
    assert!(builder().without(OptOuts::read("")).is_ok());
}

#[test]
fn a_reference_day_moves_every_count_of_days() {
    let mut recipe = Recipe::default();
    recipe.customers.reference_day = Some("2024-04-05".to_owned());
    let features = customers(SHOP.as_bytes(), &recipe);
    assert_eq!(features.ids.iter().collect::<Vec<_>>(), ["anna", "ben"]);
    let days = ["recency", "tenure"].map(|feature| value(&features, "ben", feature));
    assert_eq!(days, [32.0, 32.0]);
    assert_eq!((value(&features, "ben", "frequency"), value(&features, "ben", "returnRate")), (1.0, 0.0));
    assert_eq!(features.months.len(), 1);
    // The line of nobody counts as such, whatever its day.
    let after = step(&features, CleaningKind::AfterReferenceDay).unwrap();
    assert_eq!((after.rows, after.customers, after.revenue), (3, 2, Some(-17.0)));
    assert!(
        features
            .notices
            .iter()
            .any(|notice| matches!(notice, Notice::RowsAfterReferenceDay { count: 3, .. }))
    );
}

#[test]
fn an_order_is_of_the_hour_of_its_first_line() {
    let shop = "Order no,Customer ID,Date,Amount\n\
                1,anna,2024-03-02 17:59,10\n1,anna,2024-03-02 18:01,10\n2,anna,2024-03-04 18:00,10\n\
                ,anna,2024-03-09 18:30,10\n,anna,2024-03-09 11:00,5\n3,ben,2024-03-05 08:00,1.5\n";
    let features = customers(shop.as_bytes(), &Recipe::default());
    assert_eq!(value(&features, "anna", "frequency"), 3.0);
    assert_eq!(value(&features, "anna", "eveningShare"), 1.0 / 3.0);
    // The second and the ninth of March 2024 were Saturdays.
    assert_eq!(value(&features, "anna", "weekendShare"), 2.0 / 3.0);
    assert_eq!(value(&features, "anna", "medianGap"), 3.5);
    assert_eq!(value(&features, "anna", "gapVariation"), 1.5 / 3.5);
    assert!(value(&features, "ben", "medianGap").is_nan());
    assert_eq!(features.position("quarter1Share"), None);
}

/// 60 orders of the same 100 products, two lines of the eighth told twice: its fifth and its first, which names the order. Lines go on with
/// the order above, or repeat what they go on with.
fn lists(goes_on: bool) -> String {
    let mut text = String::from("Customer,Order no,Date,Product,Amount\n");
    for order in 0..60 {
        let head = format!("c{},{order},2024-03-{:02}", order % 20, 1 + order % 28);
        let line = |product: usize| format!("P{product},{}.50\n", product % 9 + 1);
        for product in 0..100 {
            let head = if goes_on && product > 0 { ",," } else { &head };
            text += &format!("{head},{}", line(product));
        }
        let again = if order == 7 { &[5, 0][..] } else { &[] };
        for product in again {
            text += &format!("{},{}", if goes_on { ",," } else { &head }, line(*product));
        }
    }
    text
}

#[test]
fn lines_that_go_on_repeat_only_lines_of_their_own_order() {
    let mut recipe = Recipe::default();
    recipe.customers.duplicate_rows = DuplicateChoice::Drop;
    for goes_on in [true, false] {
        let features = customers(lists(goes_on).as_bytes(), &recipe);
        assert_eq!(step(&features, CleaningKind::DuplicateRows).unwrap().rows, 2, "{goes_on}");
        // 11 times 1 + … + 9, and the hundredth product's 1; each of the 100 with half a unit more.
        let total: f64 = (0..20).map(|at| value(&features, &format!("c{at}"), "monetary")).sum();
        assert_eq!(total, 60.0 * (11.0 * 45.0 + 1.0 + 50.0), "{goes_on}");
    }
}

#[test]
fn an_address_in_capitals_is_the_same_customer() {
    let rows: String = (0..24)
        .map(|n| {
            let address =
                ["Anna.Meyer@Example.com", "ben@example.com", "anna.meyer@example.com ", "CARL@example.com"];
            format!("{},{},2024-03-{:02},{}.50\n", 100 + n, address[n % 4], 1 + n, 10 + n)
        })
        .collect();
    let text = "order_id,email,date,amount\n".to_owned() + &rows;
    let features = customers(text.as_bytes(), &Recipe::default());
    assert_eq!(
        features.ids.iter().collect::<Vec<_>>(),
        ["anna.meyer@example.com", "ben@example.com", "carl@example.com"]
    );
    assert_eq!(value(&features, "anna.meyer@example.com", "frequency"), 12.0);
    // 10, 12, 14, … 32 and twelve halves.
    assert_eq!(value(&features, "anna.meyer@example.com", "monetary"), 252.0 + 6.0);
    let notice = Notice::AddressesWrittenDifferently { count: 1 };
    assert!(features.notices.contains(&notice), "{:?}", features.notices);
    let without = without(text.as_bytes(), &Recipe::default(), Some("ANNA.MEYER@example.com\n"));
    assert_eq!(without.ids.iter().collect::<Vec<_>>(), ["ben@example.com", "carl@example.com"]);
    assert!(!without.notices.contains(&notice), "{:?}", without.notices);
}

#[test]
fn it_is_odd_that_nobody_comes_again() {
    let file = |again: bool, days: u32| {
        let rows: String = (0..60)
            .map(|n| {
                let customer = if again && n == 59 { 0 } else { n };
                format!(
                    "{},K{customer},2024-{:02}-{:02},{}.50\n",
                    100 + n,
                    1 + n * days / 30,
                    1 + n % 28,
                    10 + n
                )
            })
            .collect();
        "order_id,customer_id,date,amount\n".to_owned() + &rows
    };
    let told = |again: bool, days: u32| {
        let features = customers(file(again, days).as_bytes(), &Recipe::default());
        features.notices.contains(&Notice::EverybodyBoughtOnce { count: 60 })
    };
    assert!(told(false, 2));
    assert!(!told(true, 2), "somebody bought twice");
    assert!(!told(false, 0), "within a month few come again");
}
