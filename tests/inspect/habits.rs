//! Habits of programs, people and countries, in files of a handful of rows: what they mean, by hand.

use ringfence::CountOf;

use super::mended::{check_headers, check_roles, found, orders};
use super::*;

#[test]
fn pieces_are_counted() {
    for pieces in ["{} x", "{} Stk", "{} pcs.", "{} шт", "{}個"] {
        let rows = orders(|order, customer, day, amount| {
            let quantity = pieces.replace("{}", &(1 + order % 4).to_string());
            format!("{order};{customer};2024-03-{day:02};{quantity};{amount:.2}")
        });
        let found = check_roles(
            &format!("Order;Customer;Date;Quantity;Unit price\n{rows}"),
            Shape::Transactions,
            24,
            "orderId customerId date quantity unitPrice",
        );
        assert_eq!(column(&found, "Quantity").max, Some(4.0));
    }
}

#[test]
fn headers_of_further_languages() {
    check_headers(&[
        "No. Pesanan;ID Pelanggan;Tanggal;Total",
        "Mã đơn hàng;Mã khách hàng;Ngày đặt;Tổng tiền",
        "رقم الطلب;رقم العميل;تاريخ الطلب;المبلغ الإجمالي",
        "شماره سفارش;کد مشتری;تاریخ;مبلغ",
        "מספר הזמנה;מספר לקוח;תאריך;סכום",
        "เลขที่ใบสั่งซื้อ;รหัสลูกค้า;วันที่;ยอดรวม",
        "Nr. comandă;Cod client;Data;Valoare",
        "Αρ. τιμολογίου;Κωδικός πελάτη;Ημερομηνία;Σύνολο",
        "Appointment ID;Client ID;Start;Price",
        "DocNo;CustNo;DocDate;Amount",
    ]);
    for name in ["الاسم", "שם לקוח", "ชื่อลูกค้า", "Họ tên", "Nama", "Instagram"]
    {
        let rows = orders(|_, customer, _, amount| format!("{customer};Eva Meyer {customer};{amount}"));
        let found = inspect(format!("Customer ID;{name};Spent\n{rows}").as_bytes(), 1 << 10).unwrap();
        assert_eq!(column(&found, name).personal, Personal::Drop, "{name}");
    }
}

#[test]
fn customers_known_by_what_else_there_is() {
    let rows = |who: fn(usize) -> String| -> String {
        let row =
            |n: usize| format!("{};2024-{:02}-{:02};Tea;{n}.50\n", who(n * 7 % 25), 1 + n / 25, 1 + n % 25);
        (0..75).map(row).collect()
    };
    let telephones = rows(|at| (491_511_200_000 + at).to_string());
    let papers = rows(|at| format!("{}.456.789-09", 100 + at));
    let parted = rows(|at| format!("{}.{}", 1_840_234_592 + at, 1_699_999_991 + at));
    for (header, rows) in
        [("msisdn", &telephones), ("CPF", &papers), ("Client ID", &parted), ("patient_id", &telephones)]
    {
        let found = check_roles(
            &format!("{header};Date;Product;Total\n{rows}"),
            Shape::Transactions,
            75,
            "customerId date product amount",
        );
        assert_eq!(
            (column(&found, header).personal, column(&found, header).distinct),
            (Personal::KeyOnly, 25)
        );
    }
    let found = found(&format!("Member ID;Date;Trainer;Total\n{}", papers.replace("Tea", "Petra")));
    assert_eq!(column(&found, "Trainer").personal, Personal::Drop);
}

#[test]
fn dates_that_name_no_day() {
    let rows = |date: fn(usize) -> String| {
        orders(|order, customer, day, amount| format!("{order};{customer};{};{amount}", date(day)))
    };
    let months = rows(|day| format!("2024-{:02}", 1 + day % 12));
    let other_way = rows(|day| format!("{:02}/2024", 1 + day % 12));
    let weeks = rows(|day| format!("2024-W{:02}", 1 + day));
    for (rows, first, last) in [
        (&months, "2024-01-01", "2024-12-01"),
        (&other_way, "2024-01-01", "2024-12-01"),
        // Week 4 of 2024 begins on Monday, 22 January, week 27 on 1 July.
        (&weeks, "2024-01-22", "2024-07-01"),
    ] {
        let text = format!("Order;Customer;Date;Total\n{rows}");
        let found = check_roles(&text, Shape::Transactions, 24, "orderId customerId date amount");
        let when = column(&found, "Date");
        assert_eq!((when.first.as_deref(), when.last.as_deref()), (Some(first), Some(last)));
        let notice = Notice::DatesWithoutDay { column: "Date".into(), count: 24 };
        assert!(found.notices.contains(&notice), "{:?}", found.notices);
        let reading = found.reading(&ReadingOptions::default()).unwrap();
        let (batches, _) = batches(text.as_bytes(), &reading, 1 << 10).unwrap();
        assert!(batches.iter().all(
            |batch| matches!(&batch.columns[2], Cells::Moments(all) if all.iter().all(|at| *at != MISSING))
        ));
    }
    // Days of weeks are days: Thursday of week 5 is 1 February.
    let rows = rows(|day| format!("2024-W{:02}-{}", 2 + day, 1 + day % 7));
    let found = found(&format!("Order;Customer;Date;Total\n{rows}"));
    assert_eq!(column(&found, "Date").first.as_deref(), Some("2024-02-01"));
    assert_eq!(found.notices, []);
    // Numbers of orders that begin with the year are none.
    let rows = orders(|order, customer, day, amount| {
        format!("2024-{};{customer};{day:02}.03.2024;{amount}", 1 + order % 12)
    });
    check_roles(
        &format!("Order;Customer;Date;Total\n{rows}"),
        Shape::Transactions,
        24,
        "orderId customerId date amount",
    );
}

#[test]
fn a_date_in_three_columns_is_told() {
    let rows = orders(|order, customer, day, amount| format!("{order};{customer};2024;3;{day};{amount}"));
    for header in ["Order;Customer;Year;Month;Day;Total", "Auftrag;Kunde;Jahr;Monat;Tag;Betrag"] {
        let found = inspect(format!("{header}\n{rows}").as_bytes(), 1 << 10).unwrap();
        let columns = header.split(';').skip(2).take(3).map(str::to_owned).collect();
        let notice = Notice::DateInSeveralColumns { columns };
        assert!(found.notices.contains(&notice), "{:?}", found.notices);
    }
}

/// 36 orders of 12 customers, each named in the first of its rows only; `day` of the row and the customer.
fn listed(day: fn(usize, usize) -> usize, customer: fn(usize) -> usize) -> String {
    let row = |n: usize| {
        let who = if n.is_multiple_of(3) { customer(n / 3).to_string() } else { String::new() };
        format!("{who};{};2024-{:02}-03;{}.50\n", 5000 + n, day(n % 3, n / 3), 10 + n)
    };
    "Customer;Order;Date;Total\n".to_owned() + &(0..36).map(row).collect::<String>()
}

#[test]
fn customers_written_once_above_their_orders() {
    // From 95 to 106: in order as numbers, not as text.
    let in_order = |at: usize| 95 + at;
    let by_customer = listed(|row, customer| 1 + row * 2 + customer % 5, in_order);
    let found = found(&by_customer);
    let notice = Notice::CustomersGoOn(CountOf { column: "Customer".into(), count: 24 });
    assert!(found.notices.contains(&notice), "{:?}", found.notices);
    let reading = found.reading(&ReadingOptions::default()).unwrap();
    for chunk in [7, 1 << 10] {
        let (batches, _) = batches(by_customer.as_bytes(), &reading, chunk).unwrap();
        let ids = batches.iter().flat_map(|batch| match &batch.columns[0] {
            Cells::Texts(ids) => ids.iter().map(str::to_owned).collect::<Vec<_>>(),
            _ => Vec::new(),
        });
        assert!(ids.eq((0..36).map(|n| (95 + n / 3).to_string())));
    }
    // By day, the others are guests'; out of order, nobody knows.
    for text in [
        listed(|row, customer| 1 + (customer * 3 + row) / 3, in_order),
        listed(|row, customer| 1 + row * 2 + customer % 5, |at| 100 + at * 5 % 12),
    ] {
        let guests = super::mended::found(&text).notices;
        assert!(guests.iter().all(|notice| !matches!(notice, Notice::CustomersGoOn(_))), "{guests:?}");
    }
}

#[test]
fn lines_of_fixed_width_with_decimal_commas() {
    let rows = orders(|order, customer, day, amount| {
        format!("{customer:<8}{order:<10}{day:02}.03.2024  {:>10}", format!("{amount:.2}").replace('.', ","))
    });
    let header = format!("{:<8}{:<10}{:<12}{:>10}", "KDNR", "BELEG", "DATUM", "BETRAG");
    let found =
        check_roles(&format!("{header}\n{rows}"), Shape::Transactions, 24, "customerId orderId date amount");
    assert_eq!(column(&found, "BETRAG").decimal, Some(DecimalMark::Comma));
}

#[test]
fn degrees_are_personal() {
    let rows = orders(|_, customer, day, amount| {
        format!("{customer};\"51.{}, 12.{}\";{amount}", 3400 + day, 3700 + day)
    });
    let found = inspect(format!("customer;geo;spent\n{rows}").as_bytes(), 1 << 10).unwrap();
    assert_eq!(column(&found, "geo").personal, Personal::Drop);
}
