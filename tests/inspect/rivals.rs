//! Which of several columns that would do plays a role. What each file says was written down before it was read.

use super::*;

/// A file of 120 lines: three of each of 40 orders, by ten customers, each cell made from the numbers of order, line and customer.
fn file(header: &str, row: impl Fn(usize, usize, usize) -> String) -> Inspection {
    let rows = (0..120).map(|at| row(at / 3, at % 3, at / 3 * 7 % 10 * 3) + "\n");
    let text = format!("{header}\n{}", rows.collect::<String>());
    inspect(text.as_bytes(), 997).unwrap()
}

fn role(found: &Inspection, name: &str) -> Role {
    column(found, name).role
}

#[test]
fn who_is_known_by_an_address_is_not_known_by_a_parcel() {
    let found = file("Tracking number,Buyer e-mail,Date,Total", |order, line, customer| {
        format!("{},c{customer:02}@example.com,2024-03-{:02},{}.50", 7_000 + order, order % 28 + 1, 10 + line)
    });
    // Ten addresses are too few to be sure of: only lists of more persons are.
    assert_eq!(role(&found, "Tracking number"), CustomerId);
    let found = file("Tracking number,Buyer e-mail,Date,Total", |order, line, _| {
        let customer = order % 30;
        format!("{},c{customer:02}@example.com,2024-03-{:02},{}.50", 7_000 + order, order % 28 + 1, 10 + line)
    });
    assert_eq!((role(&found, "Buyer e-mail"), role(&found, "Tracking number")), (CustomerId, Ignore));
    // As many numbers as addresses are the customers' own.
    let found = file("ID,E-mail,Date,Total", |order, line, _| {
        let customer = order % 30;
        format!(
            "{},c{customer:02}@example.com,2024-03-{:02},{}.50",
            500 + customer,
            order % 28 + 1,
            10 + line
        )
    });
    assert_eq!((role(&found, "ID"), role(&found, "E-mail")), (CustomerId, Ignore));
}

#[test]
fn guests_without_a_number_are_known_by_their_address() {
    let rows = |address: bool| {
        file("order_id,customer_id,billing_email,order_date,total", move |order, line, _| {
            let customer = order % 30;
            let number = if customer % 5 == 0 { String::new() } else { (700 + customer).to_string() };
            let address = if address { format!("c{customer:02}@example.com") } else { String::new() };
            format!("{},{number},{address},2024-03-{:02},{}.50", 9_000 + order, order % 28 + 1, 10 + line)
        })
    };
    assert_eq!(role(&rows(true), "billing_email"), CustomerId);
    assert_eq!(role(&rows(false), "customer_id"), CustomerId);
}

#[test]
fn the_number_of_a_line_is_no_order() {
    let found = file("Transaction ID,Buyer,Order ID,Date,Total", |order, line, customer| {
        let line = order * 3 + line;
        format!("{},buyer{customer},{},2024-03-{:02},5.50", 80_000 + line, 3_000 + order, order % 28 + 1)
    });
    assert_eq!((role(&found, "Order ID"), role(&found, "Transaction ID")), (OrderId, Ignore));
    let found = file("increment_id,Customer ID,Sales Order No.,created_at,price", |order, line, customer| {
        format!("{},{customer},,2024-03-{:02},{}.50", 100_000 + order, order % 28 + 1, 3 + line)
    });
    assert_eq!((role(&found, "increment_id"), role(&found, "Sales Order No.")), (OrderId, Ignore));
}

#[test]
fn numbers_called_by_a_plural_count() {
    let found = file("Store,Date,Sales,Customers", |order, line, customer| {
        format!("{line},2024-03-{:02},{}.25,{}", order % 28 + 1, 900 + order, 500 + customer)
    });
    assert_ne!(role(&found, "Customers"), CustomerId);
    let found = file("Customer_ID,Date,Total_Purchases,Total_Amount", |order, line, customer| {
        format!("{customer},2024-03-{:02},{},{}.25", order % 28 + 1, line + 1, 40 + order)
    });
    assert_eq!(role(&found, "Total_Amount"), Amount);
}

#[test]
fn what_is_multiplied_is_not_what_was_paid() {
    let found = file("Customer,Date,Pieces sold,Amount,Total", |order, line, customer| {
        let (pieces, cents) = (line + 1, 150 + order * 13);
        let money = |cents: usize| format!("{}.{:02}", cents / 100, cents % 100);
        let (day, amount, total) = (order % 28 + 1, money(cents), money(cents * pieces));
        format!("c{customer},2024-03-{day:02},{pieces},{amount},{total}")
    });
    assert_eq!((role(&found, "Total"), role(&found, "Amount")), (Amount, Ignore));
    // A total that is amount and tax is none of its factors.
    let found = file("Customer,Date,Amount,Tax,Total", |order, line, customer| {
        let cents = 1_000 + order * 100 + line * 50;
        let money = |cents: usize| format!("{}.{:02}", cents / 100, cents % 100);
        let (day, tax) = (order % 28 + 1, cents / 5);
        format!("c{customer},2024-03-{day:02},{},{},{}", money(cents), money(tax), money(cents + tax))
    });
    assert_eq!(role(&found, "Amount"), Amount);
}

#[test]
fn a_price_is_money_where_nothing_else_is() {
    let found = file(
        "transaction_id,customer_id,transaction_date,list_price,standard_cost",
        |order, line, customer| {
            let at = order * 3 + line;
            format!("{at},{customer},2024-03-{:02},{}.99,{}.10", order % 28 + 1, 20 + at % 9, 10 + at % 9)
        },
    );
    assert_eq!((role(&found, "list_price"), found.shape), (Amount, Shape::Transactions));
    let found =
        file("transaction_id,customer_id,transaction_date,list_price,amount", |order, line, customer| {
            let at = order * 3 + line;
            format!("{at},{customer},2024-03-{:02},{}.99,{}.10", order % 28 + 1, 20 + at % 9, 10 + at % 9)
        });
    assert_eq!((role(&found, "list_price"), role(&found, "amount")), (Ignore, Amount));
}

/// Ten products at ten prices, of which one to three pieces are bought at a time.
fn of_products(header: &str, row: impl Fn(usize, usize, f64, f64) -> String) -> Inspection {
    file(header, |order, line, customer| {
        let (product, pieces) = ((order + line * 3) % 10, (order * 7 / 10 + line) % 3 + 1);
        let (each, day) = (4.99 + product as f64 * 3.5, order % 28 + 1);
        let paid = each * pieces as f64;
        format!("c{customer},{product:04},2024-03-{day:02},{}", row(pieces, product, each, paid))
    })
}

#[test]
fn a_price_that_grows_with_the_pieces_is_the_lines() {
    // As malls publish them: `price` is what all pieces cost.
    let header = "customer_id,product_id,date,quantity,price";
    let found = of_products(header, |pieces, _, _, paid| format!("{pieces},{paid:.2}"));
    assert_eq!((role(&found, "price"), role(&found, "quantity")), (Amount, Quantity));
    assert_eq!(column(&found, "price").why.key, "role-amount-of-line");
    let found = of_products(header, |pieces, _, each, _| format!("{pieces},{each:.2}"));
    assert_eq!((role(&found, "price"), role(&found, "quantity")), (UnitPrice, Quantity));
    // A total is a total whatever else is.
    let found = of_products(&format!("{header},total"), |pieces, _, _, paid| {
        format!("{pieces},{paid:.2},{:.2}", paid * 1.2)
    });
    assert_eq!((role(&found, "total"), role(&found, "price")), (Amount, Ignore));
}

#[test]
fn an_amount_of_pieces_is_a_quantity() {
    // Ta-Feng's: the amount is pieces, the sales price all that was paid for them.
    let header = "CUSTOMER_ID,PRODUCT_ID,TRANSACTION_DT,AMOUNT,ASSET,SALES_PRICE";
    let found = of_products(header, |pieces, _, _, paid| format!("{pieces},{:.0},{paid:.2}", paid * 0.8));
    assert_eq!((role(&found, "AMOUNT"), role(&found, "SALES_PRICE")), (Quantity, Amount));
    assert_eq!(column(&found, "AMOUNT").why.key, "role-quantity-by-values");
    let header = "customer,product,date,amount,price";
    let found = of_products(header, |pieces, _, each, _| format!("{pieces},{each:.2}"));
    assert_eq!((role(&found, "amount"), role(&found, "price")), (Quantity, UnitPrice));
    // Small money that no price goes with stays money.
    let found = of_products(header, |_, product, each, _| format!("{},{each:.2}", product % 5 + 1));
    assert_eq!((role(&found, "amount"), role(&found, "price")), (Amount, UnitPrice));
}

#[test]
fn what_was_only_looked_at_is_told() {
    let header = "user_id,product_id,event_time,event_type,price";
    let found = of_products(header, |pieces, _, each, _| {
        format!("{},{each:.2}", ["view", "cart", "purchase"][pieces - 1])
    });
    let is_told = |notice: &Notice| matches!(notice, Notice::RowsNotBought(rows) if rows.column == "event_type" && rows.count == 80);
    assert!(found.notices.iter().any(is_told), "{:?}", found.notices);
}

#[test]
fn sales_of_one_piece_are_a_price() {
    // What it sold for, beside the price in the list.
    let header = "CustomerKey,ProductKey,OrderDate,Quantity,UnitPrice,SalesPrice";
    let found = of_products(header, |pieces, _, each, _| format!("{pieces},{:.2},{each:.2}", each * 1.25));
    assert_eq!((role(&found, "SalesPrice"), role(&found, "UnitPrice")), (UnitPrice, Ignore));
    assert_eq!(column(&found, "SalesPrice").why.key, "role-price-of-piece");
    let found = of_products(header, |pieces, _, each, paid| format!("{pieces},{each:.2},{paid:.2}"));
    assert_eq!((role(&found, "SalesPrice"), role(&found, "UnitPrice")), (Amount, UnitPrice));
}

#[test]
fn what_is_counted_is_no_money() {
    let found = file("Transaction_ID,Customer_Name,Date,Total_Items,Total_Cost", |order, line, customer| {
        let at = order * 3 + line;
        format!("{at},Eva Meyer {customer},2024-03-{:02},{},{}.35", order % 28 + 1, line + 1, 20 + order)
    });
    assert_eq!((role(&found, "Total_Items"), role(&found, "Total_Cost")), (Quantity, Amount));
    let found = file("customer_id,the_date,store_sales,store_cost,unit_sales", |order, line, customer| {
        let day = order % 28 + 1;
        format!("{customer},2024-03-{day:02},{}.4,{}.1,{}.0", 3 + order % 7, 1 + order % 7, line + 1)
    });
    assert_eq!((role(&found, "store_sales"), role(&found, "unit_sales")), (Amount, Quantity));
    // Lists of orders with their payments: rates of payment are nobody's sum.
    let header = "order_id,customer_id,order_date,payment_sequential,payment_installments,price";
    let found = file(header, |order, line, customer| {
        let day = order % 28 + 1;
        format!("{order},{customer},2024-03-{day:02},1,{},{}.90", order % 5 + 1, 10 + line * 7)
    });
    assert_eq!(role(&found, "price"), Amount);
    assert!(found.notices.is_empty(), "{:?}", found.notices);
}

#[test]
fn of_customers_with_a_number_for_each_order_the_other_number_counts() {
    let header = "order_id,customer_id,customer_unique_id,order_date,price";
    let found = file(header, |order, line, _| {
        format!("{order},{},{},2024-03-{:02},{line}.90", 900 + order, 50 + order % 23, order % 28 + 1)
    });
    assert_eq!((role(&found, "customer_unique_id"), role(&found, "customer_id")), (CustomerId, Ignore));
    // A number for each customer, beside groups of them, is the customer's.
    let found = file(header, |order, line, customer| {
        format!("{order},{},{},2024-03-{:02},{line}.90", 900 + order % 30, customer % 2, order % 28 + 1)
    });
    assert_eq!(role(&found, "customer_id"), CustomerId);
}

#[test]
fn what_is_left_after_the_discount_was_paid() {
    let net = |pieces: usize, each: f64, off: f64| each * pieces as f64 * (1.0 - off);
    let header = "customer,product,date,Quantity,UnitPrice,Discount,ExtendedPrice";
    let share = |product: usize| [0.0, 0.05, 0.15, 0.2][product % 4];
    for (unit, name) in [(1.0, "shares"), (100.0, "hundredths")] {
        let found = of_products(header, |pieces, product, each, _| {
            let off = share(product);
            format!("{pieces},{each:.2},{},{:.2}", off * unit, net(pieces, each, off))
        });
        assert_eq!(role(&found, "ExtendedPrice"), Amount, "{name}");
        assert_eq!(column(&found, "ExtendedPrice").why.key, "role-amount-of-line");
    }
    let found = of_products(header, |pieces, product, each, paid| {
        let off = product as f64 / 4.0;
        format!("{pieces},{each:.2},{off:.2},{:.2}", paid - off)
    });
    assert_eq!(role(&found, "ExtendedPrice"), Amount, "money");
    // Where nothing says what is left, that is told.
    let told = |found: &Inspection| {
        let notice = Notice::DiscountNotTakenOff { column: "Discount".to_owned() };
        found.notices.contains(&notice)
    };
    assert!(!told(&found));
    let header = "customer,product,date,Quantity,UnitPrice,Discount";
    let found =
        of_products(header, |pieces, product, each, _| format!("{pieces},{each:.2},{}", share(product)));
    assert!(told(&found), "{:?}", found.notices);
}

#[test]
fn averages_and_who_sent_them_are_no_purchases() {
    let header = "id,referral_id,joining_date,avg_transaction_value,points";
    let found = file(header, |order, line, customer| {
        let at = order * 3 + line;
        format!("u{at:04},CID{},2017-03-{:02},{at}.25,{}", customer * 31, order % 28 + 1, at * 7)
    });
    assert_eq!(found.shape, Shape::Customers);
    assert_eq!((role(&found, "id"), role(&found, "avg_transaction_value")), (CustomerId, Feature));
}

#[test]
fn rows_that_were_sold_to_nobody_are_no_customers() {
    let header = "Shop,Invoice Date,State,Product,Price per Unit,Units Sold,Total Sales";
    let found = file(header, |order, line, _| {
        let day = order % 28 + 1;
        format!("Foot Locker,2024-03-{day:02},Texas,Shoes {line},{}.50,{},{}.75", order % 9, line + 1, order)
    });
    assert_eq!((found.shape, found.notices.contains(&Notice::OrdersWithoutCustomer)), (Shape::Unknown, true));
    let rows: String =
        (0..200).map(|at| format!("{},2014-04-{:02},{},1\n", at / 3, at % 28 + 1, 990)).collect();
    assert_eq!(inspect(rows.as_bytes(), 997).unwrap().shape, Shape::Unknown, "without names");
}

#[test]
fn few_customers_that_are_called_so_are_customers() {
    let rows = |header: &str| -> String {
        let row = |at: usize| format!("{},2024-03-{:02},{}.50\n", 7_000 + at % 5, at % 28 + 1, at);
        header.to_owned() + "\n" + &(0..600).map(row).collect::<String>()
    };
    let found = inspect(rows("Customer ID,Date,Total").as_bytes(), 997).unwrap();
    assert_eq!((role(&found, "Customer ID"), found.shape), (CustomerId, Shape::Transactions));
    let found = inspect(rows("Account,Date,Total").as_bytes(), 997).unwrap();
    assert_ne!(role(&found, "Account"), CustomerId);
}

#[test]
fn the_last_purchase_tells_more_than_the_first() {
    let header = "master_id,first_order_date,last_order_date,total_value";
    let found = file(header, |order, line, _| {
        let at = order * 3 + line;
        format!("m{at},2020-03-{:02},2021-04-{:02},{at}.5", order % 28 + 1, at % 30 + 1)
    });
    assert_eq!((role(&found, "last_order_date"), found.shape), (Role::Date, Shape::Customers));
    let found = file("client,total_trans_amt,age", |order, line, _| {
        let at = order * 3 + line;
        format!("{},{},{}", 70_000 + at, 1_100 + at * 13, 20 + line)
    });
    assert_eq!(role(&found, "total_trans_amt"), Feature, "money, though each has another");
}

#[test]
fn descriptions_that_are_names_once_more_are_names() {
    let names = ["Eva Meyer", "Jan Schulz", "Ada Lovelace", "Max Planck", "Lise Meitner", "Emmy Noether"];
    let found = file("Customer Name,Description,Paid at,Amount,Brand Name", |order, line, customer| {
        let name = names[customer % 6];
        let said = if line == 0 { "Subscription" } else { name };
        format!("{name},{said},2024-03-{:02},{}.50,Brand {}", order % 28 + 1, 10 + order, order % 8)
    });
    let personal = |name: &str| column(&found, name).personal;
    assert_eq!(personal("Description"), Personal::Drop);
    assert_eq!((role(&found, "Description"), personal("Brand Name")), (Ignore, Personal::None));
}
