//! What counts as money: amounts that were added up several times once, cut or passed by. Each expectation is worked out by hand.

use super::*;
use std::collections::BTreeMap;
use std::fmt::Write;

use ringfence::table::ColumnChoice;

/// The roles of the columns, and what the file's lines cost in all, in hundredths, as both passes understand it.
fn read_money(text: &str, options: &ReadingOptions) -> (Vec<Role>, i128) {
    let found = inspect(text.as_bytes(), 997).unwrap();
    let reading = found.reading(options).unwrap();
    let (batches, _) = batches(text.as_bytes(), &reading, 991).unwrap();
    let exact = |role: Role, scale: u32| -> Option<Vec<i128>> {
        let at = reading.position(role)?;
        let mut all = Vec::new();
        for batch in &batches {
            let Cells::Exact { units, scale: own } = &batch.columns[at] else { panic!("read otherwise") };
            let more = 10i128.pow(scale - u32::from(*own));
            all.extend(
                units.iter().map(|units| if *units == MISSING { 0 } else { i128::from(*units) * more }),
            );
        }
        Some(all)
    };
    let sum = match exact(Amount, 2) {
        Some(amounts) => amounts.iter().sum(),
        None => {
            let (pieces, prices) = (exact(Quantity, 0).unwrap(), exact(UnitPrice, 2).unwrap());
            pieces.iter().zip(&prices).map(|(pieces, price)| pieces * price).sum()
        }
    };
    (reading.columns.iter().map(|column| column.role).collect(), sum)
}

/// Lines of 20 orders in a form of their own: three lines each, the second and third of 2 and 3 pieces, at 1.00, 1.10, 1.20 and so on.
/// `line` gets the order, the customer, the day, pieces, price and total in hundredths.
fn lines(line: impl Fn(usize, usize, usize, usize, usize, usize) -> String) -> String {
    let mut text = String::new();
    for order in 0..20 {
        let price = |at: usize| 100 + 10 * (3 * order + at);
        let total: usize = (0..3).map(|at| (at + 1) * price(at)).sum();
        for at in 0..3 {
            let _ = writeln!(
                text,
                "{}",
                line(1001 + order, 700 + order % 7, 1 + order, at + 1, price(at), total)
            );
        }
    }
    text
}

/// Σ over 20 orders of price + 2 (price + 0.10) + 3 (price + 0.20), where price is 1.00 + 0.30 · order: 6 · 20 · 1.00 + 0.80 · 20 + 6 ·
/// 0.30 · 190 = 120 + 16 + 342 = 478.
const ALL: i128 = 47_800;

fn money(hundredths: usize) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[test]
fn an_orders_total_on_each_line_counts_once() {
    let ordinary = ReadingOptions::default();
    // Pieces times price, wherever the total stands and whatever it is called.
    for name in ["order_total", "invoice total", "Gesamtbetrag", "Total"] {
        let text = lines(|order, customer, day, pieces, price, total| {
            format!("{order},{customer},2024-03-{day:02},{},{pieces},{}", money(total + 490), money(price))
        });
        let text = format!("order_id,customer_id,date,{name},qty,price\n{text}");
        let (roles, sum) = read_money(&text, &ordinary);
        assert_eq!((roles[3], roles[4], roles[5], sum), (Ignore, Quantity, UnitPrice, ALL), "{name}");
        let notice = Notice::PiecesCountedForOrderTotal {
            column: name.into(),
            quantity: "qty".into(),
            price: "price".into(),
        };
        assert!(inspect(text.as_bytes(), 99).unwrap().notices.contains(&notice));
        // The user may say otherwise: then the total counts once for each order.
        let choice = ColumnChoice { role: Some(Amount), ..ColumnChoice::default() };
        let chosen = ReadingOptions { columns: BTreeMap::from([(name.into(), choice)]), ..ordinary.clone() };
        assert_eq!(read_money(&text, &chosen).1, ALL + 20 * 490, "{name}");
    }
    // What each line cost.
    let text = lines(|order, customer, day, pieces, price, total| {
        format!("{order},{customer},2024-03-{day:02},{},{}", money(total), money(pieces * price))
    });
    let text = format!("order_id,customer_id,date,order_total,line_total\n{text}");
    let (roles, sum) = read_money(&text, &ordinary);
    assert_eq!((roles, sum), (vec![OrderId, CustomerId, Role::Date, Ignore, Amount], ALL));
    let notice = Notice::OrderTotalNotCounted { column: "order_total".into(), counted: "line_total".into() };
    assert_eq!(inspect(text.as_bytes(), 99).unwrap().notices, [notice]);
    // Nothing but the total, with the lines of an order together or apart.
    let text = lines(|order, customer, day, pieces, _, total| {
        format!("{order},{customer},2024-03-{day:02},article {pieces},{}", money(total))
    });
    let mut apart: Vec<&str> = text.lines().collect();
    apart.sort_by_key(|line| line.split(',').nth(3).map(str::to_owned));
    for lines in [&text, &apart.join("\n")] {
        let text = format!("order_id,customer_id,date,product,order_total\n{lines}");
        assert_eq!(read_money(&text, &ordinary).1, ALL);
        let notice = Notice::OrderTotalCountedOnce { column: "order_total".into() };
        assert_eq!(inspect(text.as_bytes(), 99).unwrap().notices, [notice]);
    }
}

#[test]
fn a_lines_own_total_counts_on_each_line() {
    let ordinary = ReadingOptions::default();
    let text = lines(|order, customer, day, pieces, price, _| {
        format!("{order},{customer},2024-03-{day:02},{pieces},{},{}", money(price), money(pieces * price))
    });
    let (roles, sum) = read_money(&format!("order_id,customer_id,date,qty,price,total\n{text}"), &ordinary);
    assert_eq!((roles[5], sum), (Amount, ALL));
    // A shop with one price: the lines of an order cost the same, and so do all others.
    let text = lines(|order, customer, day, _, _, _| format!("{order},{customer},2024-03-{day:02},9.90"));
    assert_eq!(read_money(&format!("order_id,customer_id,date,total\n{text}"), &ordinary).1, 60 * 990);
    // Shopify writes the total on the first line of an order only.
    let text = lines(|order, customer, day, pieces, price, total| {
        let total = if pieces == 1 { money(total) } else { String::new() };
        format!(
            "#{order},c{customer}@example.com,{total},2024-03-{day:02} 10:00:00 +0100,{pieces},{}",
            money(price)
        )
    });
    let header = "Name,Email,Total,Created at,Lineitem quantity,Lineitem price";
    let (roles, sum) = read_money(&format!("{header}\n{text}"), &ordinary);
    assert_eq!((roles[2], sum), (Amount, ALL));
}
