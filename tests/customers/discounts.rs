//! What a column of discounts says: rates or money, before or after what was paid.

use ringfence::documents::Recipe;

use crate::shop::{customers, value};

/// Anna's discount rate under a header and lines of amount and discount; Ben has none.
fn check(header: &str, lines: &[(&str, &str)], expect: f64) {
    let rows: String = (1..)
        .zip(lines)
        .map(|(day, (paid, off))| format!("{day},anna,2024-03-{day:02},{paid},{off}\n"))
        .collect();
    let shop = format!(
        "Order no,Customer ID,Date,Amount,{header}\n{rows}90,ben,2024-03-20,8.50,0\n91,ben,2024-03-21,8.00,\n"
    );
    let features = customers(shop.as_bytes(), &Recipe::default());
    let found = value(&features, "anna", "discountRate");
    assert!((found - expect).abs() < 1e-12, "{header}: {found}, not {expect}");
    assert_eq!(value(&features, "ben", "discountRate"), 0.0);
    let share = lines.iter().filter(|(_, off)| !off.starts_with("0") || off.len() > 1).count() as f64
        / lines.len() as f64;
    assert_eq!(value(&features, "anna", "discountedOrders"), share, "{header}");
}

#[test]
fn rates_and_money_are_told_apart() {
    // 80 paid after a fifth off 100, and 100 paid in full: 20 of 200.
    check("Discount", &[("80.00", "0.2"), ("100.00", "0")], 0.1);
    check("Discount", &[("80.00", "20%"), ("100.00", "0")], 0.1);
    check("Discount %", &[("80.00", "20"), ("100.00", "0")], 0.1);
    check("Rabatt in Prozent", &[("80.00", "20"), ("100.00", "0")], 0.1);
    check("Discount rate", &[("80.00", "0.2"), ("100.00", "0")], 0.1);
    check("Discount", &[("80.00", "20.00"), ("100.00", "0")], 0.1);
    check("Discount amount", &[("99.50", "0.50"), ("100.00", "0")], 0.0025);
    check("Discount", &[("80.00", "-20.00"), ("100.00", "0")], 0.1);
}

#[test]
fn quantity_and_price_show_what_a_discount_is() {
    let rate = |lines: &str| {
        let shop = format!(
            "Order no,Customer ID,Date,Quantity,Unit price,Total,Discount\n{lines}9,ben,2024-03-09,1,8.50,8.50,0\n"
        );
        value(&customers(shop.as_bytes(), &Recipe::default()), "anna", "discountRate")
    };
    // Hundredths, though nothing is called so.
    assert_eq!(rate("1,anna,2024-03-01,2,50.00,80.00,20\n1,anna,2024-03-01,2,50.00,100.00,0\n"), 0.1);
    // Money, though it looks like a rate.
    let money = rate("1,anna,2024-03-01,1,10.00,9.50,0.50\n2,anna,2024-03-02,1,10.00,9.25,0.75\n");
    assert_eq!(money, 1.25 / 20.0);
    // The total is what it would have cost: 10 off 100.
    let gross = rate("1,anna,2024-03-01,2,50.00,100.00,10.00\n1,anna,2024-03-01,3,50.00,150.00,15.00\n");
    assert_eq!(gross, 0.1);
}

#[test]
fn without_an_amount_the_price_is_the_one_before_the_discount() {
    let shop = "Order no,Customer ID,Date,Quantity,Unit price,Discount\n\
                1,anna,2024-03-01,2,50.00,0.2\n1,anna,2024-03-01,1,100.00,0\n2,ben,2024-03-02,1,8.50,0\n";
    let features = customers(shop.as_bytes(), &Recipe::default());
    assert!((value(&features, "anna", "discountRate") - 0.1).abs() < 1e-12);
    assert_eq!(value(&features, "anna", "monetary"), 200.0);
}
