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
    let exact = |role: Role| -> Option<Vec<i128>> {
        let at = reading.position(role)?;
        let mut all = Vec::new();
        for batch in &batches {
            let Cells::Exact { units, scale: own } = &batch.columns[at] else { panic!("read otherwise") };
            let more = 10i128.pow(6 - u32::from(*own));
            all.extend(
                units.iter().map(|units| if *units == MISSING { 0 } else { i128::from(*units) * more }),
            );
        }
        Some(all)
    };
    let sum = match exact(Amount) {
        Some(amounts) => amounts.iter().sum::<i128>() / 10_000,
        None => {
            let (pieces, prices) = (exact(Quantity).unwrap(), exact(UnitPrice).unwrap());
            pieces.iter().zip(&prices).map(|(pieces, price)| pieces * price).sum::<i128>() / 10_000_000_000
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

#[test]
fn a_number_beyond_all_sums_costs_the_others_no_pence() {
    // Ten lines of 440.90 and a barcode in the same column.
    for odd in ["1e25", "4006381333931400638133", "9300000000000000", "inf"] {
        let rows: String = (0..11)
            .map(|n| {
                format!(
                    "{},{},2024-03-{:02},{}\n",
                    1001 + n,
                    700 + n % 4,
                    1 + n,
                    if n == 3 { odd } else { "440.90" }
                )
            })
            .collect();
        let text = format!("order_id,customer_id,date,amount\n{rows}");
        assert_eq!(read_money(&text, &ReadingOptions::default()).1, 440_900, "{odd}");
        let found = inspect(text.as_bytes(), 99).unwrap();
        // Both passes say so.
        let notice = Notice::CellsNotRead { column: "amount".into(), count: 1, rows: vec![5], forms: vec![] };
        assert_eq!((column(&found, "amount").unread, &found.notices), (1, &vec![notice.clone()]), "{odd}");
        let reading = found.reading(&ReadingOptions::default()).unwrap();
        assert_eq!(batches(text.as_bytes(), &reading, 99).unwrap().1, [notice]);
    }
}

#[test]
fn columns_with_remarks_are_read_as_what_they_are_called() {
    // Every sixth of 60 lines has a remark: 50 lines of 9.90 each.
    let remark =
        |n: usize, cell: &str, odd: &str| if n.is_multiple_of(6) { odd.to_owned() } else { cell.to_owned() };
    let rows = |line: &dyn Fn(usize) -> String| (0..60).map(|n| line(n) + "\n").collect::<String>();
    let amounts =
        rows(&|n| format!("{n},{},2024-03-{:02},{}", 700 + n % 9, 1 + n % 28, remark(n, "9.90", "see note")));
    let text = format!("order_id,customer_id,date,amount\n{amounts}");
    let (roles, sum) = read_money(&text, &ReadingOptions::default());
    assert_eq!((roles[3], sum), (Amount, 50 * 990));
    let notice = Notice::CellsNotRead {
        column: "amount".into(),
        count: 10,
        rows: vec![2, 8, 14, 20, 26],
        forms: vec!["10 × AAA AAA…".into()],
    };
    assert_eq!(inspect(text.as_bytes(), 99).unwrap().notices, [notice]);
    let days = rows(&|n| format!("{n},{},{},9.90", 700 + n % 9, remark(n, "2024-03-02", "n.v.")));
    let found = inspect(format!("order_id,customer_id,date,amount\n{days}").as_bytes(), 99).unwrap();
    assert_eq!(
        (found.shape, column(&found, "date").kind, column(&found, "date").unread),
        (Shape::Transactions, Date, 10)
    );
    // Under a name that says nothing it takes the user to say so.
    let text = format!("order_id,customer_id,date,zz\n{amounts}");
    let found = inspect(text.as_bytes(), 99).unwrap();
    assert_eq!((found.shape, column(&found, "zz").kind), (Shape::Unknown, Text));
    let choice = ColumnChoice { role: Some(Amount), ..ColumnChoice::default() };
    let chosen =
        ReadingOptions { columns: BTreeMap::from([("zz".into(), choice)]), ..ReadingOptions::default() };
    assert_eq!(read_money(&text, &chosen).1, 50 * 990);
}

#[test]
fn rows_that_a_stray_quotation_mark_swallows_are_told() {
    let mut text = String::from("order_id,customer_id,date,product,amount\n");
    for n in 0..40 {
        let product = match n {
            // 5 inches, and 20 rows on a mark that ends there.
            10 => "\"5 inch frame",
            30 => "\"",
            _ => "Mug",
        };
        let _ = writeln!(text, "{n},{},2024-03-{:02},{product},9.90", 700 + n % 9, 1 + n % 28);
    }
    let found = inspect(text.as_bytes(), 99).unwrap();
    let told = found.notices.iter().find_map(|notice| match notice {
        Notice::RowsWithinQuotes { count, rows } => Some((*count, rows.clone())),
        _ => None,
    });
    // Row 12 takes in the 19 rows below it, and the beginning of the 20th.
    assert_eq!((found.rows, told), (20, Some((20, vec![12]))));
    // Addresses and descriptions of several lines are nothing but text.
    let text = text
        .replace("\"5 inch frame", "\"A frame,\nof 5 inches, in oak,\nor in ash\"")
        .replace(",\",", ",Mug,");
    let found = inspect(text.as_bytes(), 99).unwrap();
    assert_eq!((found.rows, found.notices.as_slice()), (40, [].as_slice()));
}

#[test]
fn ids_that_all_begin_with_c_are_no_returns() {
    use ringfence::customers::{Builder, CustomerOptions};
    let customers = |returned: &dyn Fn(usize) -> bool| {
        let rows: String = (0..24)
            .map(|n| {
                let mark = if returned(n) { "C" } else { "" };
                format!("{mark}{},{},2024-03-{:02},9.90\n", 1001 + n, 700 + n % 8, 1 + n)
            })
            .collect();
        let text = format!("order_id,customer_id,date,amount\n{rows}");
        let reading = inspect(text.as_bytes(), 99).unwrap().reading(&ReadingOptions::default()).unwrap();
        let mut builder = Builder::new(&reading, &CustomerOptions::default()).unwrap();
        for batch in &batches(text.as_bytes(), &reading, 99).unwrap().0 {
            builder.push(batch).unwrap();
        }
        builder.finish().unwrap().len()
    };
    assert_eq!(customers(&|_| true), 8);
    assert_eq!(customers(&|_| false), 8);
    // The first customer's orders are all returned: nothing was bought.
    assert_eq!(customers(&|n| n % 8 == 0), 7);
}
