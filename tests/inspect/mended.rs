//! Files that were read wrong once, by what they had in common: a handful of rows each, and what they mean, by hand.

use super::*;
use std::fmt::Write;

use ringfence::{Param, RowsOf};

/// Lines of 24 orders of 8 customers in the form that `line` gives them: order, customer, day of March 2024, amount.
pub(super) fn orders(line: impl Fn(usize, usize, usize, f64) -> String) -> String {
    (0..24).map(|n| line(1001 + n, 700 + 13 * (n % 8), 3 + n, 9.5 + n as f64) + "\n").collect()
}

pub(super) fn found(text: &str) -> Inspection {
    let found = inspect(text.as_bytes(), 997).unwrap();
    assert_eq!(found.questions, []);
    found
}

pub(super) fn check_roles(text: &str, shape: Shape, rows: u64, expect: &str) -> Inspection {
    let found = found(text);
    let roles = found.columns.iter().map(|column| {
        let role = serde_json::to_value(column.role).unwrap();
        role.as_str().unwrap().to_owned()
    });
    let roles: Vec<String> = roles.collect();
    assert_eq!(
        (found.shape, found.rows, roles.join(" ").as_str()),
        (shape, rows, expect),
        "{}",
        &text[..text.len().min(300)]
    );
    found
}

/// Both passes read over the same lines.
fn check_beside(text: &str, rows: u64, beside: &[u64]) {
    let found = found(text);
    let notice = Notice::LinesBeside { count: beside.len() as u64, rows: beside.to_vec() };
    assert_eq!((found.rows, found.notices.contains(&notice)), (rows, true), "{text} {:?}", found.notices);
    let reading = found.reading(&ReadingOptions::default()).unwrap();
    let (batches, notices) = batches(text.as_bytes(), &reading, 991).unwrap();
    assert_eq!(batches.iter().map(Batch::len).sum::<usize>() as u64, rows);
    assert!(notices.contains(&notice), "{notices:?}");
}

#[test]
fn lines_that_are_no_rows() {
    let rows = orders(|order, customer, day, amount| {
        format!("{customer};{order};{day:02}.03.2024;{amount:.2}")
            .replace('.', ",")
            .replacen(",03,", ".03.", 1)
    });
    let header = "Kunde;Beleg;Datum;Betrag\n";
    check_beside(&format!("{header}{rows};;Summe;504,00\n"), 24, &[26]);
    check_beside(&format!("{header}{rows}Gesamt;;;504,00\n;;;\nSeite 1 von 1;;;\n"), 24, &[26, 27, 28]);
    check_beside(&format!("{header}[-];[-];[Tag];[EUR]\n{rows}"), 24, &[2]);
    let customers: String = (0..24).map(|n| format!("{};{};{}\n", 700 + n, 20 + n % 7, n % 5)).collect();
    check_beside(&format!("Kunde;Alter;Besuche\n{customers}Gesamt;547;46\n"), 24, &[26]);
}

#[test]
fn output_of_databases() {
    let rows = orders(|order, customer, day, amount| {
        format!(" {order} | {customer:>11} | 2024-03-{day:02} | {amount:6.2}")
    });
    let psql = format!(
        " order_id | customer_id | ordered_at |  total \n----------+-------------+------------+--------\n{rows}(24 rows)\n\n"
    );
    check_beside(&psql, 24, &[2, 27]);
    check_roles(&psql, Shape::Transactions, 24, "orderId customerId date amount");
    let rows = orders(|order, customer, day, amount| {
        format!("| {order} | {customer} | 2024-03-{day:02} | {amount} |")
    });
    check_beside(
        &format!("| order_id | customer_id | ordered_at | total |\n|---:|---|:---:|---:|\n{rows}"),
        24,
        &[2],
    );
}

#[test]
fn titles_of_another_width() {
    let rows = orders(|order, customer, day, amount| {
        format!("{amount:.2};S;{customer};{day:02}.03.2024;RE{order};x").replacen('.', ",", 1)
    });
    let text = format!(
        "\"EXTF\";700;21;\"Buchungsstapel\";12;2024;;\"RE\";\"\";\"\"\nUmsatz;Soll/Haben;Kundennummer;Belegdatum;Rechnungsnummer;Text\n{rows}"
    );
    let found =
        check_roles(&text, Shape::Transactions, 24, "amount categorical customerId date orderId categorical");
    assert_eq!((found.delimiter, found.lead), (';', 1));
    let rows =
        orders(|order, customer, day, amount| format!("{customer},Bonn,{order},2024-03-{day:02},{amount}"));
    let text = format!("Customer,Customer,Order,Order,Order\nCustomer ID,City,Order No,Date,Total\n{rows}");
    let found = check_roles(&text, Shape::Transactions, 24, "customerId location orderId date amount");
    assert_eq!(found.lead, 1);
}

#[test]
fn what_is_no_table_of_lines() {
    for (text, format) in [
        ("<html><table><tr><td>1,2</td></tr>\n<tr><td>3,4</td></tr></table></html>", "html"),
        ("[\n{\"id\": 1, \"x\": 2},\n{\"id\": 3, \"x\": 4}\n]", "json"),
        ("CREATE TABLE o (a int, b int);\nINSERT INTO o VALUES (1,2);\n", "sql"),
        ("<?xml version=\"1.0\"?>\n<a><b x=\"1,2\"/></a>\n", "xml"),
    ] {
        assert_eq!(inspect(text.as_bytes(), 7), Err(Error::OtherFormat { format: format.to_owned() }));
    }
}

#[test]
fn headers_of_more_languages() {
    check_headers(&[
        "Číslo objednávky;Číslo zákazníka;Datum;Celkem",
        "Sipariş No;Müşteri No;Sipariş Tarihi;Tutar",
        "Ordernummer;Kundnummer;Orderdatum;Belopp",
        "Ordrenr;Kundenr;Dato;Beløb",
        "Tilausnumero;Asiakasnumero;Päivämäärä;Summa",
        "Rendelésszám;Vevőkód;Dátum;Összeg",
        "Αρ. παραγγελίας;Κωδικός πελάτη;Ημερομηνία;Ποσό",
        "Nº pedido;Cód. cliente;Fecha;Importe",
        "Номер замовлення;Код клієнта;Дата;Сума",
        "주문번호;고객번호;주문일자;금액",
        "Sale ID;Customer ID;Completed;Total",
        "Transaktionscode;Kundennummer;Datum;Brutto",
    ]);
}

/// Orders below each of the headers are orders.
pub(super) fn check_headers(headers: &[&str]) {
    let rows = orders(|order, customer, day, amount| format!("{order};{customer};2024-03-{day:02};{amount}"));
    for header in headers {
        check_roles(&format!("{header}\n{rows}"), Shape::Transactions, 24, "orderId customerId date amount");
    }
}

#[test]
fn prices_of_one_piece_are_no_amounts() {
    let rows = orders(|order, customer, day, amount| {
        format!("{order};{customer};2024-03-{day:02};2;{amount};{}", amount * 2.0)
    });
    for header in [
        "Pedido;Cód. Cliente;Data;Qtde;Valor unitário;Valor total",
        "Order ID;Customer ID;Date;Qty;Unit amount;Line amount",
    ] {
        check_roles(
            &format!("{header}\n{rows}"),
            Shape::Transactions,
            24,
            "orderId customerId date quantity unitPrice amount",
        );
    }
}

#[test]
fn customers_known_by_name_or_telephone_only() {
    let rows = |who: &dyn Fn(usize) -> String| {
        orders(|order, customer, day, amount| format!("{order};2024-03-{day:02};{};{amount}", who(customer)))
    };
    let names = rows(&|customer| format!("Eva Meyer{}", ["", " jun.", "s", "hof"][customer % 4]));
    let found = check_roles(
        &format!("Order;Date;Name;Total\n{names}"),
        Shape::Transactions,
        24,
        "orderId date customerId amount",
    );
    assert_eq!(column(&found, "Name").personal, Personal::KeyOnly);
    check_roles(
        &format!("Order;Date;Company;Total\n{names}"),
        Shape::Transactions,
        24,
        "orderId date customerId amount",
    );
    let phones = rows(&|customer| format!("+49 341 {}", 1_000_000 + customer));
    check_roles(
        &format!("Order;Date;Phone;Total\n{phones}"),
        Shape::Transactions,
        24,
        "orderId date customerId amount",
    );
    // First names are shared by many, and sellers are no customers.
    let parts = names.replace("Meyer", ";Meyer");
    check_roles(
        &format!("Order;Date;First name;Last name;Total\n{parts}"),
        Shape::Unknown,
        24,
        "orderId date ignore ignore amount",
    );
    check_roles(
        &format!("Order;Date;Vorname;Name;Total\n{parts}"),
        Shape::Unknown,
        24,
        "orderId date ignore ignore amount",
    );
    check_roles(
        &format!("Order;Date;Cashier;Total\n{names}"),
        Shape::Unknown,
        24,
        "orderId date ignore amount",
    );
}

/// How many different customers, and lines without any, pass 2 hands out.
fn customers(text: &str) -> (usize, usize) {
    let found = found(text);
    let reading = found.reading(&ReadingOptions::default()).unwrap();
    let at = reading.position(CustomerId).unwrap();
    let (batches, _) = batches(text.as_bytes(), &reading, 1 << 10).unwrap();
    let Cells::Texts(ids) = &batches[0].columns[at] else { panic!("ids are texts") };
    let known: std::collections::BTreeSet<&str> = ids.iter().filter(|id| !id.is_empty()).collect();
    (known.len(), ids.iter().filter(|id| id.is_empty()).count())
}

#[test]
fn guests_are_no_customer() {
    let header = "customer_id,order_id,date,total\n";
    let line = |order: usize, customer: &dyn std::fmt::Display, day: usize, amount: f64| {
        format!("{customer},{order},2024-03-{day:02},{amount}")
    };
    let zero = orders(|order, customer, day, amount| {
        let id = if order % 3 == 0 { 0 } else { customer };
        line(order, &id, day, amount)
    });
    assert_eq!(customers(&format!("{header}{zero}")), (8, 8));
    let word = orders(|order, customer, day, amount| {
        let id = if order % 3 == 0 { "Guest".to_owned() } else { format!("K{customer}") };
        line(order, &id, day, amount)
    });
    assert_eq!(customers(&format!("{header}{word}")), (8, 8));
    // Ids that are given from 0 on have one.
    let counted = orders(|order, customer, day, amount| line(order, &((customer - 700) / 13), day, amount));
    assert_eq!(customers(&format!("{header}{counted}")), (8, 0));
}

#[test]
fn purchases_that_were_none_are_told() {
    let rows = orders(|order, customer, day, amount| {
        let (status, back) = if order % 4 == 0 { ("refunded", amount) } else { ("paid", 0.0) };
        format!("{order},{customer},2024-03-{day:02},{},{amount},{back},{status}", ["EUR", "USD"][order % 2])
    });
    let text = format!("Order ID,Customer ID,Date,Currency,Total,Refunded Amount,Financial Status\n{rows}");
    let found = inspect(text.as_bytes(), 997).unwrap();
    // Every fourth of 24 orders, which are those of 2 of 8 customers: 6 × 9.50 + (3 + 7 + 11 + 15 + 19 + 23).
    let status = RowsOf { column: "Financial Status".into(), count: 6, money: 135.0 };
    let [question] = found.questions.as_slice() else { panic!("{:?}", found.questions) };
    let counted =
        [("count", Param::Number(6.0)), ("customers", Param::Number(2.0)), ("money", Param::Number(135.0))]
            .map(|(name, value)| (name.to_owned(), value));
    assert_eq!(
        (question.column.as_str(), question.ask.key.as_str()),
        ("Financial Status", "which-rows-count")
    );
    for answer in &question.answers {
        assert_eq!(answer.consequence.params, counted.clone().into());
    }
    assert!(found.notices.contains(&Notice::RowsNotBought(status)), "{:?}", found.notices);
    let refunds = Notice::RefundsNotTakenOff { column: "Refunded Amount".into() };
    let currencies = Notice::SeveralCurrencies { column: "Currency".into(), count: 2 };
    assert!(
        found.notices.contains(&refunds) && found.notices.contains(&currencies) && found.notices.len() == 3
    );
}

#[test]
fn dates_written_in_other_ways() {
    for (form, first, last) in [
        (&(|day| format!("Mo, {day:02}.03.2024")) as &dyn Fn(usize) -> String, "2024-03-03", "2024-03-26"),
        (&|day| format!("202403{day:02}093000"), "2024-03-03", "2024-03-26"),
        (&|day| format!("202403{day:02}T093000Z"), "2024-03-03", "2024-03-26"),
        (&|day| format!("{day:02}/03/2567"), "2024-03-03", "2024-03-26"),
        (&|day| format!("'{day:02}.03.2024"), "2024-03-03", "2024-03-26"),
    ] {
        let rows =
            orders(|order, customer, day, amount| format!("{order}\t{customer}\t{}\t{amount}", form(day)));
        let found = check_roles(
            &format!("Order ID\tCustomer ID\tOrder Date\tTotal\n{rows}"),
            Shape::Transactions,
            24,
            "orderId customerId date amount",
        );
        let when = column(&found, "Order Date");
        assert_eq!((when.first.as_deref(), when.last.as_deref()), (Some(first), Some(last)));
    }
}

#[test]
fn yen_written_as_a_backslash() {
    let rows = orders(|order, customer, day, amount| {
        let thousand = if order % 2 == 0 { "1," } else { "" };
        format!("{order},{customer},2024/3/{day},\"\\{thousand}{}\"", 900 + amount as u32)
    });
    let found = check_roles(
        &format!("注文番号,顧客番号,注文日,金額\n{rows}"),
        Shape::Transactions,
        24,
        "orderId customerId date amount",
    );
    // The first order, 1001, is of 9.5 + 0; the last, 1024, of 9.5 + 23.
    assert_eq!((column(&found, "金額").min, column(&found, "金額").max), (Some(909.0), Some(1_932.0)));
}

#[test]
fn persons_in_unlikely_columns() {
    let mut text = String::from("Customer ID,Order ID,Date,Contact,Info,Server,Latitude,Total\n");
    for n in 0..24 {
        let contact = if n % 2 == 0 { format!("c{n}@example.com") } else { format!("0341 12345{n:02}") };
        let _ = writeln!(
            text,
            "{},{},2024-03-{:02},{contact},Eva Meyer <m{n}@example.com>,Petra K,51.{n:02}3371,9.5",
            700 + n % 8,
            1001 + n,
            3 + n
        );
    }
    let found = check_roles(
        &text,
        Shape::Transactions,
        24,
        "customerId orderId date ignore ignore ignore ignore amount",
    );
    for name in ["Contact", "Info", "Server", "Latitude"] {
        assert_eq!(column(&found, name).personal, Personal::Drop, "{name}");
    }
}

#[test]
fn quotes_of_small_programs() {
    let item = ["Tea, green", "Frame 5 x 7", "Mug"];
    for (header, quote) in [
        (
            "customer_id, order_id, date, item, total",
            &(|item: &str| format!(" \"{item}\"")) as &dyn Fn(&str) -> String,
        ),
        ("customer_id,order_id,date,item,total", &|item| {
            format!("\"{}\"", item.replace("5 x 7", "5\\\" x 7\\\", black"))
        }),
        ("'customer_id','order_id','date','item','total'", &|item| format!("'{item}'")),
    ] {
        let rows = orders(|order, customer, day, amount| {
            format!("{customer},{order},2024-03-{day:02},{},{amount}", quote(item[order % 3]))
        });
        let found = check_roles(
            &format!("{header}\n{rows}"),
            Shape::Transactions,
            24,
            "customerId orderId date product amount",
        );
        assert_eq!(found.columns[3].distinct, 3);
        assert_eq!(found.notices, []);
    }
}

#[test]
fn lines_that_go_on_with_the_order_above() {
    // The third order is a guest's; its second line is nobody's too, not the second customer's.
    let text = "Kunde;Auftragsnummer;Datum;Artikel;Betrag\n700;1;03.03.2024;Tee;5,50\n;;;Porto;2,00\n713;2;04.03.2024;Tasse;7,00\n;3;05.03.2024;Tee;5,50\n;;;Porto;2,00\n700;4;06.03.2024;Tee;5,50\n";
    let found = found(text);
    assert_eq!(
        (found.shape, found.notices.as_slice()),
        (Shape::Transactions, [Notice::RowsGoOn { count: 2 }].as_slice())
    );
    let reading = found.reading(&ReadingOptions::default()).unwrap();
    let (batches, _) = batches(text.as_bytes(), &reading, 7).unwrap();
    let (Cells::Texts(customers), Cells::Texts(orders), Cells::Moments(dates)) =
        (&batches[0].columns[0], &batches[0].columns[1], &batches[0].columns[2])
    else {
        panic!("other cells")
    };
    assert!(customers.iter().eq(["700", "700", "713", "", "", "700"]));
    assert!(orders.iter().eq(["1", "1", "2", "3", "3", "4"]));
    assert!(dates.iter().all(|date| *date != MISSING) && dates[0] == dates[1]);
    // Guests' orders have a number and a day: nothing goes on there.
    let guests = text.replace(";;;Porto", ";9;07.03.2024;Porto");
    assert_eq!(inspect(guests.as_bytes(), 99).unwrap().notices, []);
}

#[test]
fn what_is_said_of_numbers_beyond_all_others_can_be_written_down() {
    for cells in [["∞", "5"], ["-inf", "5"], ["1e400", "1"], ["1.7e308", "1.6e308"], ["-1.7e308", "1.7e308"]]
    {
        let found = found(&format!("x,y\n{},1\n{},2\n", cells[0], cells[1]));
        let json = serde_json::to_string(&found).unwrap();
        assert!(!json.contains("null"), "{json}");
        let again: Inspection = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&again).unwrap(), json);
    }
}
