//! Files whose meaning stands beside their cells: each kind in several languages, with figures worked out from the sales themselves.

use std::fmt::Write;

use ringfence::documents::Recipe;
use ringfence::table::iso_day;
use ringfence::{Error, Notice, OneOfMany, OtherHeaders};

use crate::sales::{Sale, bought, check, figures, file, found, id, inspect, money, read, sales};

#[test]
fn receipts_that_begin_again_are_orders_of_their_day() {
    let sales = bought(&sales());
    let weekly = |sale: &Sale| 1 + sale.order % 14;
    let yearly = |sale: &Sale| 1 + sale.order % 100;
    for header in [
        "Bon-Nr;Datum;Kunden-Nr;Betrag",
        "N° de ticket;Date;N° client;Montant",
        "чек номер;Дата;Код клиента;Сумма",
    ] {
        for number in [&weekly as &dyn Fn(&Sale) -> usize, &yearly] {
            let text = file(header, &sales, |_, sale| {
                let day = iso_day(sale.day + 300 * (sale.order as i64 / 100));
                format!("{};{day};{};{}", number(sale), id(sale.customer), money(sale.cents, ','))
            });
            let later: Vec<Sale> = sales
                .iter()
                .map(|sale| Sale { day: sale.day + 300 * (sale.order as i64 / 100), ..*sale })
                .collect();
            check(&text, &later, id, &["orders-begin-again"]);
        }
    }
}

#[test]
fn an_order_over_midnight_stays_one() {
    let sales = bought(&sales());
    let text = file("Order ID,Date,Customer ID,Amount", &sales, |_, sale| {
        let line = |day: i64, cents: i64| {
            format!("{},{},{},{}", 7_000 + sale.order, iso_day(day), id(sale.customer), money(cents, '.'))
        };
        format!("{}\n{}", line(sale.day, sale.cents), line(sale.day + 1, 100))
    });
    let both: Vec<Sale> =
        sales.iter().flat_map(|sale| [*sale, Sale { day: sale.day + 1, cents: 100, ..*sale }]).collect();
    check(&text, &both, id, &[]);
}

#[test]
fn names_that_look_the_same_are_one() {
    let sales = bought(&sales());
    let name = |customer: usize| format!("Zoë Größer-Łuć {}", customer + 1);
    let written = |at: usize, name: &str| match at % 5 {
        0 => name.replace('ë', "e\u{308}").replace('ö', "o\u{308}").replace('ć', "c\u{301}"),
        1 => name.replace(' ', "\u{a0}"),
        2 => name.replace(' ', "  ") + "\u{200b}",
        3 => name
            .chars()
            .map(
                |mark| {
                    if mark.is_ascii_digit() { char::from_u32(mark as u32 + 0xFEE0).unwrap() } else { mark }
                },
            )
            .collect(),
        _ => name.to_owned(),
    };
    for header in ["Date,Invoice,Customer,Amount", "Fecha,Factura,Cliente,Importe", "日期,发票,客户,金额"]
    {
        let text = file(header, &sales, |at, sale| {
            format!(
                "{},{},{},{}",
                iso_day(sale.day),
                8_000 + sale.order,
                written(at, &name(sale.customer)),
                money(sale.cents, '.')
            )
        });
        check(&text, &sales, name, &["ids-look-alike"]);
    }
    // Capitals alone tell customers apart, which is told.
    let text = file("Date,Invoice,Customer,Amount", &sales, |at, sale| {
        let name = name(sale.customer);
        let name = if at % 2 == 0 { name.to_uppercase() } else { name };
        format!("{},{},{name},{}", iso_day(sale.day), 8_000 + sale.order, money(sale.cents, '.'))
    });
    let told = inspect(&text).notices;
    assert!(told.iter().any(|notice| notice.code() == "ids-differ-in-capitals"), "{told:?}");
}

#[test]
fn ids_that_a_spreadsheet_cut_are_no_ids() {
    let sales = bought(&sales());
    let by_power = |customer: usize| format!("{},2045{}E+12", 6, customer % 3);
    let by_zeros = |customer: usize| format!("{}000", 400_638_133_393_100 + customer as u64 / 9);
    for cut in [&by_power as &dyn Fn(usize) -> String, &by_zeros] {
        let text = file("Datum;Kundennummer;Bestellnr;Betrag", &sales, |_, sale| {
            format!(
                "{};{};{};{}",
                iso_day(sale.day),
                cut(sale.customer),
                5_000 + sale.order,
                money(sale.cents, ',')
            )
        });
        let refused = read(&text, &Recipe::default()).err();
        assert_eq!(refused, Some(Error::IdsCut { column: "Kundennummer".to_owned() }));
        let told = inspect(&text).notices;
        assert!(told.iter().any(|notice| notice.code() == "cut-ids"), "{told:?}");
    }
    // Another column that says who it was takes their place.
    let text = file("Datum;Kundennummer;E-Mail;Bestellnr;Betrag", &sales, |_, sale| {
        let mail = format!("kunde{}@example.com", sale.customer);
        format!(
            "{};{};{mail};{};{}",
            iso_day(sale.day),
            by_power(sale.customer),
            5_000 + sale.order,
            money(sale.cents, ',')
        )
    });
    check(&text, &sales, |customer| format!("kunde{customer}@example.com"), &["cut-ids"]);
}

#[test]
fn nobody_is_no_customer() {
    let sales = bought(&sales());
    let known: Vec<Sale> = sales.iter().copied().filter(|sale| sale.order % 5 != 3).collect();
    // In the column of names, beside one id for all of them.
    for (header, nobody) in [
        ("Beleg;Datum;Kunden-Nr;Kundenname;Betrag", "Diverse"),
        ("Ticket;Fecha;ID cliente;Nombre del cliente;Importe", "PÚBLICO EN GENERAL"),
        ("订单编号;日期;客户编号;客户名称;金额", "散客"),
        ("Receipt;Date;Customer ID;Customer name;Total", "Counter sale"),
    ] {
        let text = file(header, &sales, |_, sale| {
            let (id, name) = match sale.order % 5 {
                3 => ("1".to_owned(), nobody.to_owned()),
                _ => (id(sale.customer), format!("Firma {}", char::from(b'A' + (sale.customer % 26) as u8))),
            };
            format!("{};{};{id};{name};{}", 9_000 + sale.order, iso_day(sale.day), money(sale.cents, '.'))
        });
        // The days end as those of known customers do.
        check(&text, &known, id, &["rows-of-nobody"]);
    }
    // In place of an id.
    for (header, nobody) in [
        ("Чек;Дата;Покупатель;Сумма", "Розничный покупатель"),
        ("Ticket;Date;Client;Montant", "Client comptoir"),
        ("Fattura;Data;Cliente;Importo", "Vendita al banco"),
    ] {
        let text = file(header, &sales, |_, sale| {
            let name =
                if sale.order % 5 == 3 { nobody.to_owned() } else { format!("K{}", id(sale.customer)) };
            format!("{};{};{name};{}", 9_000 + sale.order, iso_day(sale.day), money(sale.cents, '.'))
        });
        check(&text, &known, |customer| format!("K{}", id(customer)), &[]);
    }
}

#[test]
fn one_id_for_many_is_told() {
    let sales = bought(&sales());
    let text = file("Bon;Datum;Kundennr;Betrag", &sales, |_, sale| {
        let id = if sale.order % 3 == 0 { "99999".to_owned() } else { id(sale.order % 29) };
        format!("{};{};{id};{}", 9_000 + sale.order, iso_day(sale.day), money(sale.cents, ','))
    });
    let told = inspect(&text).notices;
    // 67 of 200; the others have 5 each at most: 133 by 29.
    let one = Notice::OneCustomerOfMany(OneOfMany {
        column: "Kundennr".to_owned(),
        count: 67,
        share: 67.0 / 200.0,
        next: 5,
    });
    assert!(told.contains(&one), "{told:?}");
}

#[test]
fn what_is_taken_back_is_taken_off_whatever_its_sign() {
    let sales = sales();
    for (header, [sold, back], told) in [
        ("Nummer;Datum;Kunde;Belegart;Betrag", ["Rechnung", "Gutschrift"], "rows-taken-back"),
        ("Numero;Data;Cliente;Tipo documento;Importo", ["Fattura", "Nota di credito"], "rows-taken-back"),
        ("Numéro;Date;Client;Type de pièce;Montant", ["Facture", "Avoir"], "rows-taken-back"),
        ("Номер;Дата;Клиент;Операция;Сумма", ["Продажа", "Возврат товара"], "rows-taken-back"),
        ("单号;日期;客户;类型;金额", ["销售", "退款"], "rows-taken-back"),
        ("Invoice;Date;Customer;Transaction type;Amount", ["Sale", "Chargeback"], "rows-taken-back"),
        ("Beleg;Datum;Debitor;Soll/Haben;Betrag", ["Soll", "Haben"], "credit-takes-back"),
        ("Beleg;Datum;Debitor;S/H-Kennzeichen;Betrag", ["S", "H"], "credit-takes-back"),
        ("Voucher;Date;Customer;Dr/Cr;Amount", ["Dr", "Cr"], "credit-takes-back"),
        ("Payment;Date;Customer;Side;Amount", ["CREDIT", "DEBIT"], "debit-takes-back"),
    ] {
        let text = file(header, &sales, |_, sale| {
            let word = if sale.cents < 0 { back } else { sold };
            format!(
                "X-{};{};C{};{word};{}",
                5_000 + sale.order,
                iso_day(sale.day),
                id(sale.customer),
                money(sale.cents.abs(), '.')
            )
        });
        let name = |customer: usize| format!("C{}", id(customer));
        let rows = sales.iter().filter(|sale| sale.cents < 0).count() as u64;
        let found = inspect(&text);
        let of = found.notices.iter().find(|notice| notice.code() == told);
        let json = serde_json::to_value(of).unwrap();
        assert_eq!(json["params"]["count"], rows, "{header}: {:?}", found.notices);
        let cents: i64 = sales.iter().filter(|sale| sale.cents < 0).map(|sale| -sale.cents).sum();
        assert_eq!(json["params"]["money"], cents as f64 / 100.0, "{header}");
        // Orders without a number of their own in some of these files are days.
        let features = read(&text, &Recipe::default()).unwrap();
        let (ours, theirs) = (self::found(&features), figures(&sales, name));
        let net = |all: &std::collections::BTreeMap<String, (i64, usize, i64)>| {
            all.iter().map(|(name, (recency, _, net))| (name.clone(), *recency, *net)).collect::<Vec<_>>()
        };
        assert_eq!(net(&ours), net(&theirs), "{header}");
        // And the other answer is to count them as they stand.
        let [question] = found.questions.as_slice() else { panic!("{header}: {:?}", found.questions) };
        let mut recipe = Recipe::default();
        recipe.reading.columns.insert(question.column.clone(), question.answers[1].choice.clone());
        let as_they_stand = read(&text, &recipe).unwrap();
        assert_eq!(net(&self::found(&as_they_stand)), net(&figures(&bought(&sales), name)), "{header}");
        let corrected = found.corrected(&recipe.reading).unwrap();
        assert!(
            corrected.questions.is_empty() && !corrected.notices.iter().any(|notice| notice.code() == told)
        );
    }
}

#[test]
fn amounts_that_have_their_sign_keep_it() {
    let sales = sales();
    for (header, back) in
        [("Invoice,Date,Customer,Type,Amount", "Credit note"), ("Invoice,Date,Customer,DC,Amount", "C")]
    {
        let text = file(header, &sales, |_, sale| {
            let word = if sale.cents < 0 { back } else { if back == "C" { "D" } else { "Invoice" } };
            format!(
                "{},{},C{},{word},{}",
                5_000 + sale.order,
                iso_day(sale.day),
                id(sale.customer),
                money(sale.cents, '.')
            )
        });
        check(&text, &sales, |customer| format!("C{}", id(customer)), &[]);
    }
}

#[test]
fn what_was_not_bought_is_left_out() {
    let all = bought(&sales());
    let is_out = |sale: &Sale| sale.order % 9 == 4;
    let kept: Vec<Sale> = all.iter().copied().filter(|sale| !is_out(sale)).collect();
    for (header, [fine, out]) in [
        ("Order ID;Date;Customer ID;Status;Total", ["complete", "Cancelled by customer"]),
        ("Bestellnr;Datum;Kundennr;Zahlstatus;Betrag", ["bezahlt", "Autorisiert"]),
        ("Commande;Date;Client;Statut;Montant", ["payée", "En attente"]),
        ("Zamówienie;Data;Klient;Status;Kwota", ["zrealizowane", "Anulowane"]),
        ("注文番号;注文日;顧客ID;ステータス;金額", ["完了", "キャンセル"]),
        ("Order ID;Date;Customer ID;Cancelled at;Total", ["", "2024-05-01"]),
        ("Bestellnr;Datum;Kundennr;Storniert;Betrag", ["nein", "ja"]),
        ("Order ID;Date;Customer ID;is_canceled;Total", ["0", "1"]),
        ("Order ID;Date;Customer ID;Payment type;Total", ["Payment", "General Authorization"]),
    ] {
        let text = file(header, &all, |_, sale| {
            let word = if is_out(sale) { out } else { fine };
            format!(
                "{};{};{};{word};{}",
                5_000 + sale.order,
                iso_day(sale.day),
                id(sale.customer),
                money(sale.cents, '.')
            )
        });
        check(&text, &kept, id, &["rows-not-bought"]);
    }
}

#[test]
fn negative_pieces_are_returns() {
    let sales = sales();
    for header in
        ["Invoice,Date,Customer ID,Item,Qty,Total", "Rechnung,Datum,Kundennummer,Artikel,Menge,Gesamt"]
    {
        let text = file(header, &sales, |_, sale| {
            let pieces = if sale.cents < 0 { -1 } else { 1 + sale.order as i64 % 3 };
            format!(
                "{},{},{},Vase,{pieces},{}",
                5_000 + sale.order,
                iso_day(sale.day),
                id(sale.customer),
                money(sale.cents.abs(), '.')
            )
        });
        check(&text, &sales, id, &["negative-pieces"]);
    }
}

#[test]
fn days_far_from_all_others_set_nothing() {
    let all = bought(&sales());
    for stray in ["1900-01-01", "1970-01-01", "2099-12-31", "2042-03-01"] {
        let is_stray = |sale: &Sale| sale.order % 40 == 17;
        let kept: Vec<Sale> = all.iter().copied().filter(|sale| !is_stray(sale)).collect();
        let text = file("Order ID,Order date,Customer ID,Total", &all, |_, sale| {
            let day = if is_stray(sale) { stray.to_owned() } else { iso_day(sale.day) };
            format!("{},{day},{},{}", 5_000 + sale.order, id(sale.customer), money(sale.cents, '.'))
        });
        check(&text, &kept, id, &["stray-days"]);
        let found = inspect(&text);
        let date = &found.columns[1];
        assert_eq!(
            (date.first.as_deref(), date.last.as_deref()),
            (Some("2024-01-01"), Some("2024-04-09")),
            "{stray}"
        );
    }
    // A shop that was closed for a year and opened again.
    let later = |sale: &Sale| sale.day + if sale.order >= 100 { 900 } else { 0 };
    let text = file("Order ID,Order date,Customer ID,Total", &all, |_, sale| {
        format!(
            "{},{},{},{}",
            5_000 + sale.order,
            iso_day(later(sale)),
            id(sale.customer),
            money(sale.cents, '.')
        )
    });
    let all: Vec<Sale> = all.iter().map(|sale| Sale { day: later(sale), ..*sale }).collect();
    check(&text, &all, id, &[]);
}

#[test]
fn another_header_further_down_is_read_by() {
    let all = bought(&sales());
    let day = |sale: &Sale| iso_day(sale.day);
    for (first, second) in [
        ("Order ID,Customer ID,Date,Tax,Total", "Order ID,Customer ID,Date,Total,Tax"),
        ("Bestellnr,Kundennr,Datum,Steuer,Gesamt", "Kundennr,Bestellnr,Gesamt,Datum,Steuer"),
        ("注文番号,顧客ID,日付,税,金額", "日付,金額,税,顧客ID,注文番号"),
        ("Order ID,Customer ID,Date,Tax,Total", "\u{feff}Order ID,Date,Customer ID,Total"),
        ("Order ID,Customer ID,Date,Tax,Total", "Order ID,City,Customer ID,Date,Tax,Total,Country"),
    ] {
        let names: Vec<&str> = first.split(',').collect();
        let line = |header: &str, sale: &Sale| {
            let cell = |name: &str| {
                let cells = [
                    (5_000 + sale.order).to_string(),
                    id(sale.customer),
                    day(sale),
                    money(sale.cents / 6, '.'),
                    money(sale.cents, '.'),
                ];
                let at = names.iter().position(|known| *known == name.trim_start_matches('\u{feff}'));
                at.map_or("Kiel".to_owned(), |at| cells[at].clone())
            };
            header.split(',').map(cell).collect::<Vec<_>>().join(",")
        };
        let mut text = format!("{first}\n");
        for sale in &all {
            if sale.order == 90 {
                let _ = writeln!(text, "{second}");
            }
            let header = if sale.order < 90 { first } else { second };
            let _ = writeln!(text, "{}", line(header, sale));
        }
        let features = read(&text, &Recipe::default()).unwrap();
        assert_eq!(found(&features), figures(&all, id), "{second}");
        let lacking = names.iter().filter(|name| !second.contains(**name)).count() as u64;
        let told = inspect(&text).notices;
        let change = Notice::HeadersChange(OtherHeaders { count: 1, rows: vec![92], lacking });
        assert!(told.contains(&change), "{second}: {told:?}");
    }
}
