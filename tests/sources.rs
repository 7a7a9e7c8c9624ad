//! Several files of one shop give the customers that one file of the same purchases gives.

#![allow(clippy::unwrap_used)]

mod pipeline;

use ringfence::customers::{
    CleaningKind, CustomerOptions, Features, Joint, OptOuts, SourceKind, SourceOptions, Sources, Status,
};
use ringfence::documents::Recipe;
use ringfence::table::{ColumnChoice, Inspection, Inspector, Reader, ReadingOptions, Role, Shape};
use ringfence::{Error, Notice};

use SourceKind::{Customers, Lines, Orders, Purchases};

fn inspect(text: &str) -> Inspection {
    let mut inspector = Inspector::new();
    inspector.push(text.as_bytes()).unwrap();
    inspector.finish().unwrap()
}

fn of_one(text: &str) -> Features {
    pipeline::read(text.as_bytes(), &Recipe::default()).unwrap().0
}

fn of_several(texts: &[&str], options: &[SourceOptions]) -> Result<(Vec<SourceKind>, Features), Error> {
    of_several_without(texts, options, "")
}

fn of_several_without(
    texts: &[&str],
    options: &[SourceOptions],
    opt_outs: &str,
) -> Result<(Vec<SourceKind>, Features), Error> {
    let inspections: Vec<Inspection> = texts.iter().map(|text| inspect(text)).collect();
    let sources = Sources::new(&inspections, options)?;
    let kinds = sources.files.iter().map(|source| source.kind).collect();
    let mut joint = Joint::new(sources, &CustomerOptions::default())?.without(OptOuts::read(opt_outs))?;
    for file in joint.sources().order() {
        let mut reader = Reader::new(&joint.sources().files[file].reading.clone());
        reader.push(texts[file].as_bytes(), &mut |batch| joint.push(file, batch))?;
        reader.finish(&mut |batch| joint.push(file, batch))?;
        joint.end(file);
    }
    Ok((kinds, joint.finish()?))
}

/// Id, recency, frequency and monetary value of each customer.
fn rfm(features: &Features) -> Vec<(String, [f64; 3])> {
    assert!(features.status.iter().all(|status| *status == Status::Ok));
    let row = |at: usize| features.values.row(at)[..3].try_into().unwrap();
    (0..features.len()).map(|at| (features.ids[at].to_owned(), row(at))).collect()
}

/// 60 orders of two lines, of 14 customers, in cents.
fn purchases() -> impl Iterator<Item = (u32, u32, u32, u32, u32)> {
    (0..120).map(|n| {
        let order = n / 2;
        (1_000 + order, 200 + order * 5 % 14, order, 1 + n % 3, 150 + n * 37 % 900)
    })
}

fn iso(day: u32) -> String {
    format!("2024-{:02}-{:02}", 1 + day / 28, 1 + day % 28)
}

fn money(cents: u32) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn whole() -> String {
    let rows = purchases().map(|(order, customer, day, quantity, price)| {
        format!("{order},{customer},{},{quantity},{}\n", iso(day), money(price))
    });
    "order_id,customer_id,order_date,quantity,unit_price\n".to_owned() + &rows.collect::<String>()
}

#[test]
fn what_one_file_lacks_another_may_have() {
    let orders = inspect(
        "order_id,customer_id,order_status,purchased\n\
         7f01,c1,delivered,2024-03-01\n7f02,c2,delivered,2024-03-02\n7f03,c1,delivered,2024-04-02\n",
    );
    let lines = inspect("order_id,product_id,price\n7f01,p1,10.50\n7f02,p2,11.50\n7f02,p1,10.50\n");
    let roles = |found: &Inspection| -> Vec<Role> {
        let lines = found.corrected_of_part(Shape::Transactions, &ReadingOptions::default()).unwrap();
        lines.columns.iter().map(|column| column.role).collect()
    };
    assert_eq!(roles(&orders), [Role::OrderId, Role::CustomerId, Role::Categorical, Role::Date]);
    assert_eq!(roles(&lines), [Role::OrderId, Role::Product, Role::Amount]);
    assert_eq!(lines.notices, [Notice::OrdersWithoutCustomer]);
    assert_eq!(lines.notices_of_part().count(), 0);
    assert_eq!(lines.corrected_of_part(Shape::Transactions, &ReadingOptions::default()).unwrap().notices, []);
}

#[test]
fn months_in_other_dialects_and_orders_of_columns() {
    let part = |from: u32, to: u32| purchases().filter(move |line| (from..to).contains(&line.2));
    let first: String = part(0, 28)
        .map(|(order, customer, day, quantity, price)| {
            format!("{order},{customer},{},{quantity},{}\n", iso(day), money(price))
        })
        .collect();
    let first = "order_id,customer_id,order_date,quantity,unit_price\n".to_owned() + &first;
    // A German export of the same columns: days first, decimal commas, the customer as a number with a point.
    let second: String = part(28, 60)
        .map(|(order, customer, day, quantity, price)| {
            let date = format!("{:02}.{:02}.2024", 1 + day % 28, 1 + day / 28);
            format!("{};{date};{quantity};{customer};{order}\n", money(price).replace('.', ","))
        })
        .collect();
    let second = "unit_price;order_date;quantity;customer_id;order_id\n".to_owned() + &second;
    let expect = of_one(&whole());
    for texts in [[first.as_str(), &second], [&second, &first]] {
        let (kinds, found) = of_several(&texts, &[]).unwrap();
        assert_eq!(kinds, [Purchases, Purchases]);
        assert_eq!(rfm(&found), rfm(&expect));
        assert_eq!((found.rows, &found.span), (expect.rows, &expect.span));
    }
}

#[test]
fn rows_that_stand_in_two_files_count_once() {
    let text = whole();
    let lines: Vec<&str> = text.lines().collect();
    // A line that stands twice in the same file is bought twice; the second file begins 20 lines before the first ends.
    let first = lines[..81].join("\n") + "\n" + lines[5] + "\n";
    let second = lines[0].to_owned() + "\n" + &lines[61..].join("\n");
    let both = lines.join("\n") + "\n" + lines[5] + "\n";
    let expect = rfm(&of_one(&both));
    for texts in [[first.as_str(), &second], [&second, &first]] {
        let (_, found) = of_several(&texts, &[]).unwrap();
        assert_eq!(rfm(&found), expect);
        let mut told = found.notices.iter().map(Notice::told);
        let told = told.find(|notice| matches!(notice, Notice::RowsInSeveralFiles { .. }));
        let Some(Notice::RowsInSeveralFiles { count: 20, rows }) = told else { panic!("{told:?}") };
        assert_eq!(rows.len(), 5);
    }
}

/// Orders, their lines, and a list of customers: one order without lines, one line without an order, customers 213 unknown and 999 idle.
fn three() -> [String; 3] {
    let mut orders = String::from("order_id,customer_id,order_date,order_total\n");
    let mut lines = String::from("order_id,product,quantity,price\n");
    for (at, (order, customer, day, quantity, price)) in purchases().enumerate() {
        if at % 2 == 0 {
            orders += &format!("{order},{customer},{},99.99\n", iso(day));
        }
        lines += &format!("{order},Mug {},{quantity},{}\n", at % 7, money(price));
    }
    orders += &format!("5000,201,{},12.00\n", iso(3));
    lines += "6000,Mug 1,1,5.00\n";
    let mut customers = String::from("customer_id,name,age\n");
    for id in (200..213).chain([999]) {
        customers += &format!("{id},Eva Meyer,{}\n", id % 50 + 20);
    }
    [orders, lines, customers]
}

#[test]
fn orders_lines_and_customers_in_any_order() {
    let [orders, lines, customers] = three();
    let expect = rfm(&of_one(&whole()));
    let by_kind = |kinds: &[SourceKind]| {
        let text = |kind: &SourceKind| match kind {
            Orders => orders.as_str(),
            Lines => &lines,
            _ => &customers,
        };
        let texts: Vec<&str> = kinds.iter().map(text).collect();
        let (found, features) = of_several(&texts, &[]).unwrap();
        assert_eq!(found, kinds);
        features
    };
    for kinds in [[Orders, Lines, Customers], [Lines, Customers, Orders], [Customers, Lines, Orders]] {
        let found = by_kind(&kinds);
        assert_eq!(rfm(&found), expect);
        let at = found.names.len() - 1;
        assert_eq!(found.names[at], "age");
        let age = |id: &str| found.values.row(found.ids.iter().position(|other| other == id).unwrap())[at];
        assert_eq!((age("200"), age("212")), (20.0, 32.0));
        assert!(age("213").is_nan());
        for notice in [
            Notice::LinesOfUnknownOrders { count: 1, rows: vec![122] },
            Notice::OrdersWithoutLines { count: 1 },
            Notice::CustomersWhoNeverBought { count: 1 },
            Notice::CustomersNotListed { count: 1 },
        ] {
            let among = found.notices.iter().any(|told| told.told() == &notice);
            assert!(among, "{notice:?} is not among {:?}", found.notices);
        }
    }
}

#[test]
fn what_does_not_fit_is_told() {
    let [orders, lines, customers] = three();
    let weather: String = (0..30).map(|n| format!("{},{}\n", iso(n), n % 9)).collect();
    let weather = "day,rain\n".to_owned() + &weather;
    assert_eq!(of_several(&[&whole(), &weather], &[]).unwrap_err(), Error::SourceNotUnderstood { file: 2 });
    assert_eq!(of_several(&[&lines, &customers], &[]).unwrap_err(), Error::SourceNotUnderstood { file: 1 });
    assert_eq!(of_several(&[&customers, &customers], &[]).unwrap_err(), Error::NoPurchasesFile);
    // Orders with their totals are purchases, if the user says so: then nothing is taken from the lines' file.
    let chosen = SourceOptions { kind: Some(Purchases), ..SourceOptions::default() };
    let (kinds, found) = of_several(&[&orders, &customers], &[chosen]).unwrap();
    assert_eq!(kinds, [Purchases, Customers]);
    let total: f64 = rfm(&found).iter().map(|(_, values)| values[2]).sum();
    assert!((total - (60.0 * 99.99 + 12.0)).abs() < 1e-9);
}

#[test]
fn a_month_that_leaves_the_order_of_days_open_learns_it_from_another() {
    let month = |days: std::ops::Range<u32>| {
        let rows: String = days
            .flat_map(|day| (0..4).map(move |n| (day, n)))
            .map(|(day, n)| {
                format!("{},{},{day:02}/03/2024,{}.50\n", day * 10 + n, 100 + (day + n) % 15, day + n)
            })
            .collect();
        "order_id,customer_id,date,amount\n".to_owned() + &rows
    };
    let (open, clear) = (month(1..12), month(12..29));
    assert_eq!((inspect(&open).questions.len(), inspect(&clear).questions.len()), (1, 0));
    let expect = rfm(&of_one(&month(1..29)));
    for texts in [[open.as_str(), &clear], [&clear, &open]] {
        assert_eq!(rfm(&of_several(&texts, &[]).unwrap().1), expect);
    }
}

#[test]
fn a_column_may_be_called_otherwise_by_the_user() {
    let second = whole().replace("order_id,customer_id", "receipt,who");
    let choice = |role| ColumnChoice { role: Some(role), ..ColumnChoice::default() };
    let columns = [("who".to_owned(), choice(Role::CustomerId))].into_iter().collect();
    let reading = ReadingOptions { columns, ..ReadingOptions::default() };
    let options = [SourceOptions::default(), SourceOptions { kind: None, reading }];
    let (kinds, found) = of_several(&[&whole(), &second], &options).unwrap();
    assert_eq!(kinds, [Purchases, Purchases]);
    assert_eq!(rfm(&found), rfm(&of_one(&whole())));
}

#[test]
fn rows_are_told_of_the_file_they_stand_in() {
    let lines: Vec<String> = whole().lines().map(str::to_owned).collect();
    let (header, rows) = lines.split_first().unwrap();
    let month = |rows: &[String]| format!("{header}\n{}\n", rows.join("\n"));
    let first = month(&rows[..60]);
    // Rows 4 and 6 of the second file name nobody, row 9 has no price; a row of the first stands there again as row 62.
    let mut later = rows[60..].to_vec();
    for at in [2, 4] {
        later[at] = later[at].replacen(later[at].split(',').nth(1).unwrap(), "", 1);
    }
    let priceless = later[7].rfind(',').unwrap();
    later[7].truncate(priceless + 1);
    later.push(rows[10].clone());
    let second = month(&later);
    let of_file = |file, notice| Notice::OfFile { file, notice: Box::new(notice) };
    for (texts, early, late) in [([first.as_str(), &second], 1, 2), ([&second, &first], 2, 1)] {
        let (_, found) = of_several(&texts, &[]).unwrap();
        let again = if late == 2 { (late, vec![62]) } else { (early, vec![12]) };
        for notice in [
            of_file(late, Notice::RowsWithoutCustomer { count: 2, rows: vec![4, 6] }),
            of_file(late, Notice::RowsWithoutAmount { count: 1, rows: vec![9] }),
            of_file(again.0, Notice::RowsInSeveralFiles { count: 1, rows: again.1 }),
        ] {
            assert!(found.notices.contains(&notice), "{notice:?} is not among {:?}", found.notices);
        }
        let told =
            |wanted: fn(&Notice) -> bool| found.notices.iter().filter(|told| wanted(told.told())).count();
        assert_eq!(told(|notice| matches!(notice, Notice::RowsWithoutCustomer { .. })), 1);
    }
}

#[test]
fn a_list_of_customers_may_hold_no_number() {
    let [orders, lines, _] = three();
    let mut customers = String::from("customer_id,company,country\n");
    for id in 200..214 {
        customers += &format!("{id},Meyer {id} Ltd,{}\n", ["DE", "AT"][id % 2]);
    }
    let (kinds, found) = of_several(&[&orders, &lines, &customers], &[]).unwrap();
    assert_eq!(kinds, [Orders, Lines, Customers]);
    assert_eq!(rfm(&found), rfm(&of_one(&whole())));
    let country = found.categories.iter().find(|category| category.name == "country").unwrap();
    assert_eq!(country.codes.iter().flatten().count(), found.len());
}

#[test]
fn what_was_paid_on_a_day_may_be_paid_in_another_shop_too() {
    let shop = |shop: &str| {
        let rows = (0..40).map(|n| format!("{},{},{}.50,{shop}\n", 300 + n % 12, iso(n), 1 + n % 3));
        "customer_id,date,amount,store\n".to_owned() + &rows.collect::<String>()
    };
    // The second shop's file holds three rows of the first one's as well.
    let first = shop("Bonn");
    let second =
        shop("Ulm") + &first.lines().skip(1).take(3).map(|line| format!("{line}\n")).collect::<String>();
    let (_, found) = of_several(&[&first, &second], &[]).unwrap();
    assert_eq!(found.rows, 80);
    let of_file = |notice| Notice::OfFile { file: 2, notice: Box::new(notice) };
    // 14 times 1.50, 13 times 2.50 and 13 times 3.50, in each shop.
    assert_eq!(rfm(&found).iter().map(|(_, values)| values[2]).sum::<f64>(), 2.0 * (21.0 + 32.5 + 45.5));
    for notice in [
        of_file(Notice::RowsInSeveralFiles { count: 3, rows: vec![42, 43, 44] }),
        of_file(Notice::RowsAlikeInSeveralFiles { count: 40, rows: vec![2, 3, 4, 5, 6] }),
    ] {
        assert!(found.notices.contains(&notice), "{notice:?} is not among {:?}", found.notices);
    }
    // With the number of an order a row is the same purchase, whatever else the later export says.
    let numbered = |status: &str| {
        let rows = (0..40).map(|n| format!("{n},{},{},1.50,{status}\n", 300 + n % 12, iso(n)));
        "order_id,customer_id,date,amount,status\n".to_owned() + &rows.collect::<String>()
    };
    let (_, found) = of_several(&[&numbered("open"), &numbered("sent")], &[]).unwrap();
    assert_eq!(rfm(&found).iter().map(|(_, values)| values[2]).sum::<f64>(), 60.0);
}

#[test]
fn who_opted_out_is_in_no_file() {
    let [orders, lines, _] = three();
    let mut list = String::from("customer_id,joined\n");
    for id in 200..214 {
        list += &format!("{id},{}\n", if id == 207 { "2031-01-01" } else { "2024-01-10" });
    }
    let (_, found) = of_several_without(&[&orders, &lines, &list], &[], "customer_id\n207\n").unwrap();
    assert!(found.ids.iter().all(|id| id != "207"));
    assert_eq!(found.ids.len(), 13);
    // The last order is of day 59, the fourth of March; recency and the list's days are counted to the fifth, 55 days after January 10.
    let joined = found.position("joined").unwrap();
    assert!((0..13).all(|at| found.values.row(at)[joined] == 55.0));
    assert_eq!(found.reference_day(), ringfence::table::parse_iso_day("2024-03-05"));
    let later = found.clone().counted_to(found.reference_day().unwrap() + 10);
    assert!((0..13).all(|at| later.values.row(at)[joined] == 65.0));
}

#[test]
fn a_customer_who_is_listed_twice_counts_once() {
    let [orders, lines, customers] = three();
    let (_, found) = of_several(&[&orders, &lines, &(customers + "205,Eva Meyer,77\n")], &[]).unwrap();
    assert_eq!(rfm(&found), rfm(&of_one(&whole())));
    let twice = Notice::CustomersListedTwice { count: 1, rows: vec![16] };
    assert!(found.notices.iter().any(|notice| notice.told() == &twice), "{:?}", found.notices);
}

/// Orders that each have an id of their own for the customer, and a list of who is behind each.
fn a_number_with_every_order() -> [String; 3] {
    let [_, lines, _] = three();
    let mut orders = String::from("order_id,customer_id,order_date\n");
    let mut list = String::from("customer_id,customer_unique_id,age\n");
    for (order, customer, day, ..) in purchases().step_by(2) {
        orders += &format!("{order},k{order},{}\n", iso(day));
        list += &format!("k{order},{customer},{}\n", customer % 50 + 20);
    }
    [orders, lines, list]
}

fn person_is(column: &str) -> SourceOptions {
    let mut options = SourceOptions::default();
    options
        .reading
        .columns
        .insert(column.to_owned(), ColumnChoice { role: Some(Role::CustomerId), ..ColumnChoice::default() });
    options
}

#[test]
fn one_person_may_have_several_ids() {
    let [orders, lines, list] = a_number_with_every_order();
    let (_, apart) = of_several(&[&orders, &lines, &list], &[]).unwrap();
    assert_eq!(apart.len(), 60);
    assert!(apart.notices.contains(&Notice::EverybodyBoughtOnce { count: 60 }));
    let options = [SourceOptions::default(), SourceOptions::default(), person_is("customer_unique_id")];
    let (kinds, found) = of_several(&[&orders, &lines, &list], &options).unwrap();
    assert_eq!(kinds, [Orders, Lines, Customers]);
    assert_eq!(rfm(&found), rfm(&of_one(&whole())));
    assert_eq!(found.id_header.as_deref(), Some("customer_unique_id"));
    let ages = found.position("age").unwrap();
    assert!((0..found.len()).all(|at| found.values.row(at)[ages] == f64::from(at as u32 % 50 + 20)));
    assert!(found.notices.contains(&Notice::SeveralIdsEach { ids: 60, customers: 14 }));
    let untold = |notice: &Notice| {
        use Notice::{CustomersListedTwice, CustomersNotListed, CustomersWhoNeverBought, DuplicateCustomers};
        let told = notice.told();
        matches!(
            told,
            CustomersListedTwice { .. }
                | CustomersNotListed { .. }
                | CustomersWhoNeverBought { .. }
                | DuplicateCustomers { .. }
        )
    };
    assert!(!found.notices.iter().any(untold), "{:?}", found.notices);
}

#[test]
fn who_opted_out_by_one_id_is_left_out_by_all() {
    let [orders, lines, list] = a_number_with_every_order();
    let options = [person_is("customer_unique_id"), SourceOptions::default(), SourceOptions::default()];
    // Order 1003 is customer 201's; 207 is a person.
    let (_, found) =
        of_several_without(&[&list, &orders, &lines], &options, "customer_unique_id\nk1003\n207\n").unwrap();
    let all = whole();
    let others: Vec<&str> =
        all.lines().filter(|line| !line.contains(",201,") && !line.contains(",207,")).collect();
    assert_eq!(rfm(&found), rfm(&of_one(&others.join("\n"))));
    let never = |notice: &Notice| matches!(notice.told(), Notice::CustomersWhoNeverBought { .. });
    assert!(!found.notices.iter().any(never), "{:?}", found.notices);
    let step = found.cleaning.iter().find(|step| step.kind == CleaningKind::OptOuts).unwrap();
    assert_eq!((step.given, step.customers), (Some(2), 2));
}
