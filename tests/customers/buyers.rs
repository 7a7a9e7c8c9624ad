//! Who bought, when, and what: where other columns could be taken for it.

use ringfence::documents::Recipe;
use ringfence::table::{ColumnChoice, Role, Shape, iso_day};
use ringfence::{Error, Notice};

use crate::sales::{FIRST, Sale, bought, check, file, id, inspect, money, read, sales};

#[test]
fn customers_are_those_who_buy() {
    let all = bought(&sales());
    for header in [
        "date,tenant_id,user_id,amount",
        "pickup_date,driver_id,passenger_id,fare amount",
        "Datum,Filiale,Kundennummer,Betrag",
        "date,table no,guest id,total",
    ] {
        let text = file(header, &all, |_, sale| {
            format!(
                "{},{},{},{}",
                iso_day(sale.day),
                200 + sale.order % 25,
                id(sale.customer),
                money(sale.cents, '.')
            )
        });
        let found = inspect(&text);
        assert_eq!((found.shape, found.columns[2].role), (Shape::Transactions, Role::CustomerId), "{header}");
    }
    // Four chains are customers, and that they are few is told.
    let long: Vec<Sale> = (0..600)
        .map(|order| Sale { customer: order % 4, day: FIRST + order as i64 / 6, order, cents: 1_000 })
        .collect();
    for sales in [&all[..100], &long] {
        let text = file("Invoice,Date,Customer,Amount", sales, |_, sale| {
            format!(
                "{},{},{},{}",
                sale.order,
                iso_day(sale.day),
                ["Nord", "Süd", "West", "Ost"][sale.customer % 4],
                money(sale.cents, '.')
            )
        });
        let found = inspect(&text);
        assert_eq!(found.columns[2].role, Role::CustomerId);
        assert!(found.notices.iter().any(|notice| notice.code() == "few-customers"), "{:?}", found.notices);
    }
}

#[test]
fn sales_to_nobody_are_no_customers() {
    let all = bought(&sales());
    for (header, second) in [
        ("Month,Country,Revenue", "FR"),
        ("Date,Item,Amount", "Tea"),
        ("Datum,Artikel,Betrag", "Tee"),
        ("Date,Brand,Sales", "Acme"),
        ("Date,Waiter,Total", "Ana"),
    ] {
        let text = file(header, &all, |_, sale| {
            format!("{},{second},{}", iso_day(sale.day), money(sale.cents, '.'))
        });
        let found = inspect(&text);
        assert_eq!(found.shape, Shape::Unknown, "{header}");
        assert!(found.notices.contains(&Notice::OrdersWithoutCustomer), "{header}: {:?}", found.notices);
        assert_eq!(read(&text, &Recipe::default()).err(), Some(Error::NoCustomerColumn), "{header}");
    }
    let text = file("Date,Store,Sales,Customers", &all, |_, sale| {
        format!(
            "{},{},{},{}",
            iso_day(sale.day),
            1 + sale.order % 12,
            money(sale.cents, '.'),
            300 + sale.order % 90
        )
    });
    assert_eq!(read(&text, &Recipe::default()).err(), Some(Error::NoCustomerColumn));
    // Whoever says that the rows are customers is heard.
    let mut recipe = Recipe::default();
    let role = |role| ColumnChoice { role: Some(role), ..ColumnChoice::default() };
    recipe.reading.columns.insert("Sales".to_owned(), role(Role::Feature));
    assert_eq!(read(&text, &recipe).unwrap().len(), 200);
}

#[test]
fn things_stand_in_for_spending_where_no_money_is() {
    let all = bought(&sales());
    for header in ["Member_number,Date,itemDescription", "会员编号,日期,商品", "Kundennummer,Datum,Artikel"]
    {
        let text = file(header, &all, |_, sale| {
            format!("{},{},{}", id(sale.customer), iso_day(sale.day), ["Tea", "Bun", "Pie"][sale.order % 3])
        });
        // One thing a row, and the days are the orders.
        let things: Vec<Sale> =
            all.iter().map(|sale| Sale { cents: 100, order: sale.day as usize, ..*sale }).collect();
        check(&text, &things, id, &["things-for-spending"]);
    }
}

#[test]
fn a_stay_is_bought_before_its_end() {
    for (header, when) in [
        ("Buchungsnr,Gast Nr,Abreise,Anreise,Betrag", 3),
        ("reservation,guest id,check_out_date,check_in_date,total", 3),
        ("booking_id,guest_id,checkout,checkin,total", 3),
    ] {
        let text = file(header, &bought(&sales()), |_, sale| {
            format!(
                "{},{},{},{},{}",
                900 + sale.order,
                id(sale.customer),
                iso_day(sale.day + 5),
                iso_day(sale.day),
                money(sale.cents, '.')
            )
        });
        let found = inspect(&text);
        assert_eq!((found.shape, found.columns[when].role), (Shape::Transactions, Role::Date), "{header}");
    }
}
