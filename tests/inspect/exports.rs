//! Exports of shop systems, marketplaces, tills and bookkeeping, in eleven languages: their headers are facts, their rows are invented,
//! and what each column is taken for is written down by hand.

use super::*;

/// An export: its name, its header and the pattern of its rows, and what is expected of it.
///
/// In a pattern `{…}` is filled in, see [`filled`]. Each column is expected as `role`, or `role/verdict` where it is personal data.
struct Export {
    name: &'static str,
    header: &'static str,
    row: &'static str,
    shape: Shape,
    columns: &'static str,
}

const EXPORTS: [Export; 28] = [
    Export {
        name: "WooCommerce",
        header: "order_id,order_number,order_date,paid_date,status,shipping_total,tax_total,discount_total,order_total,payment_method,customer_ip_address,customer_id,customer_email,billing_first_name,billing_last_name,billing_company,billing_phone,billing_address_1,billing_postcode,billing_city,billing_country",
        row: "{order},{order},{iso} {time},{iso} {time},completed,4.90,1.20,0.00,{o.},paypal,192.168.0.{c},{id},{email},{first},{last},,{phone},{street},{zip},{city},DE",
        shape: Shape::Transactions,
        columns: "orderId ignore date ignore categorical ignore ignore discount amount categorical ignore/drop customerId/key ignore/drop ignore/drop ignore/drop ignore/drop ignore/drop ignore/drop ignore/quasi location location",
    },
    Export {
        name: "Square, items",
        header: "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Device Name,Location,Customer ID,Customer Name,Customer Reference ID",
        row: "{mdy/},{time},Eastern Time,Bakery,{product},{q},Regular,{sku},${a.},-$1.00,${p.},$0.50,{txn},Register 1,Main Street,{code},{name},",
        shape: Shape::Transactions,
        columns: "date ignore categorical category product quantity categorical product ignore discount amount ignore orderId channel location customerId/key ignore/drop ignore",
    },
    Export {
        name: "SumUp, without customers",
        header: "Account,Date,Time,Type,Transaction ID,Receipt Number,Payment Method,Quantity,Description,Currency,Price (Gross),Price (Net),Tax,Tax rate",
        row: "shop@example.com,{iso},{time},Sale,{txn},S{order},Card,{q},{product},EUR,{a.},{p.},0.50,19%",
        shape: Shape::Unknown,
        columns: "ignore/drop date ignore categorical orderId ignore categorical quantity product categorical unitPrice feature feature feature",
    },
    Export {
        name: "JTL-Wawi",
        header: "Auftragsnummer;Kundennummer;Firma;Vorname;Nachname;Straße;PLZ;Ort;Land;E-Mail;Telefon;Erstellt am;Artikelnummer;Artikelname;Menge;VK Brutto;Gesamtbetrag Brutto",
        row: "AU{order};{idz};;{first};{last};{street};{zip};{city};Deutschland;{email};{phone};{dmy.};{sku};{product};{q};{p,};{o,}",
        shape: Shape::Transactions,
        columns: "orderId customerId/key ignore/drop ignore/drop ignore/drop ignore/drop ignore/quasi location location ignore/drop ignore/drop date product product quantity unitPrice ignore",
    },
    Export {
        name: "Lexware",
        header: "Rechnungsnr.;Rechnungsdatum;Fälligkeitsdatum;Kundennr.;Name;Gesamtbetrag;USt-IdNr.;Status",
        row: "RE-{order};{dmy.};{dmy.};{id};{name};{a,} €;DE8123456{c};bezahlt",
        shape: Shape::Transactions,
        columns: "orderId date ignore customerId/key ignore/drop amount ignore/drop categorical",
    },
    Export {
        name: "Shopware",
        header: "orderNumber;orderTime;customerNumber;billingSalutation;billingFirstname;billingLastname;billingStreet;billingZipcode;billingCity;invoiceAmount;invoiceShipping;paymentName",
        row: "{order};{iso} {time};{id};mr;{first};{last};{street};{zip};{city};{a.};4.9;Rechnung",
        shape: Shape::Transactions,
        columns: "orderId date customerId/key ignore/quasi ignore/drop ignore/drop ignore/drop ignore/quasi location amount ignore categorical",
    },
    Export {
        name: "PrestaShop",
        header: "id_order;reference;id_customer;customer;total_paid;payment;state;date_add",
        row: "{order};{txn};{id};{name};{a.};Bank wire;Shipped;{iso} {time}",
        shape: Shape::Transactions,
        columns: "orderId ignore customerId/key ignore/drop amount categorical location date",
    },
    Export {
        name: "Magento",
        header: "\"Order #\",\"Purchase Point\",\"Purchase Date\",\"Bill-to Name\",\"Ship-to Name\",\"Grand Total (Base)\",\"Grand Total (Purchased)\",\"Status\",\"Billing Address\",\"Customer Email\",\"Customer Group\",\"Subtotal\",\"Shipping and Handling\",\"Payment Method\",\"Total Refunded\"",
        row: "{order},Main Website,\"{monthname}\",{name},{name},{a.},{a.},complete,\"{street}, {city}\",{email},General,{p.},4.90,checkmo,0.00",
        shape: Shape::Transactions,
        columns: "orderId categorical date ignore/drop ignore/drop amount ignore categorical ignore/drop customerId/key categorical ignore ignore categorical ignore",
    },
    Export {
        name: "Etsy",
        header: "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Street 1,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Discount Amount,Shipping,Sales Tax,Order Total",
        row: "{mdy/},{order},{nick},{name},{first},{last},{q},Card,{mdy/},{street},{city},SN,{zip},Germany,EUR,{a.},0.00,4.90,1.10,{p.}",
        shape: Shape::Transactions,
        columns: "date orderId customerId/key ignore/drop ignore/drop ignore/drop quantity categorical ignore ignore/drop location location ignore/quasi location categorical amount discount ignore ignore ignore",
    },
    Export {
        name: "Amazon, new orders",
        header: "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\trecipient-name\tship-address-1\tship-city\tship-postal-code\tship-country",
        row: "302-{order}-55{c}\t1234{n}\t{iso}T{time}+00:00\t{iso}T{time}+00:00\t{email}\t{name}\t{phone}\t{sku}\t{product}\t{q}\tEUR\t{p.}\t1.00\t0.00\t{name}\t{street}\t{city}\t{zip}\tDE",
        shape: Shape::Transactions,
        columns: "orderId ignore date ignore customerId/key ignore/drop ignore/drop product product quantity categorical unitPrice ignore ignore ignore/drop ignore/drop location ignore/quasi location",
    },
    Export {
        name: "eBay",
        header: "Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Address 1,Buyer Zip,Buyer Country,Item Number,Item Title,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date,Paid On Date",
        row: "{n},12-{order}-88,{nick},{name},{email},{street},{zip},Germany,{item},{product},{q},{p.},4.90,{a.},\"{monthname}\",\"{monthname}\"",
        shape: Shape::Transactions,
        columns: "ignore orderId customerId/key ignore/drop ignore/drop ignore/drop ignore/quasi location product product quantity ignore ignore amount date ignore",
    },
    Export {
        name: "Stripe",
        header: "id,Created date (UTC),Amount,Amount Refunded,Currency,Description,Fee,Status,Customer ID,Customer Email,Card Brand,Invoice ID",
        row: "ch_{txn},{iso} {time},{a.},0.00,eur,{product},0.42,Paid,cus_{code},{email},Visa,in_{order}",
        shape: Shape::Transactions,
        columns: "ignore date amount ignore categorical product ignore categorical customerId/key ignore/drop categorical orderId",
    },
    Export {
        name: "PayPal",
        header: "\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Status\",\"Currency\",\"Gross\",\"Fee\",\"Net\",\"From Email Address\",\"To Email Address\",\"Transaction ID\"",
        row: "\"{mdy/}\",\"{time}\",\"CET\",\"{name}\",\"Website Payment\",\"Completed\",\"EUR\",\"{a.}\",\"-0.42\",\"{p.}\",\"{email}\",\"shop@example.com\",\"{txn}\"",
        shape: Shape::Transactions,
        columns: "date ignore categorical ignore/drop categorical categorical categorical amount ignore ignore customerId/key ignore/drop orderId",
    },
    Export {
        name: "1C, Russian",
        header: "Дата;Номер;Контрагент;ИНН;Номенклатура;Количество;Цена;Сумма;Склад;Менеджер",
        row: "{dmy.} {time};00БП-{order};ООО «{last}»;77012345{c};{product};{q};{p,};{a,};Основной;Иванова Анна",
        shape: Shape::Transactions,
        columns: "date ignore customerId/key ignore/drop product quantity unitPrice amount location ignore/drop",
    },
    Export {
        name: "a Russian web shop",
        header: "Номер заказа;Дата заказа;Код клиента;ФИО;Телефон;Электронная почта;Товар;Кол-во;Стоимость;Скидка;Город;Комментарий",
        row: "{order};{dmy.};{id};{name};+7 912 34567{c};{email};{product};{q};{a,};0,00;Казань;позвонить",
        shape: Shape::Transactions,
        columns: "orderId date customerId/key ignore/drop ignore/drop ignore/drop product quantity amount discount location ignore/drop",
    },
    Export {
        name: "Rakuten, Japanese",
        header: "注文番号,注文日時,注文者氏名,注文者メールアドレス,注文者電話番号,注文者郵便番号,注文者住所,商品番号,商品名,単価,個数,合計金額,送料",
        row: "3{order}-{iso},{iso} {time},田中{c}郎,{email},090-1234-56{c},100-00{c},千代田{c},{sku},{product},1200,{q},{a0},500",
        shape: Shape::Transactions,
        columns: "orderId date ignore/drop customerId/key ignore/drop ignore/quasi ignore/drop product product unitPrice quantity amount ignore",
    },
    Export {
        name: "Taobao, Chinese",
        header: "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量",
        row: "2{order}00{c},{nick},{a.},{p.},交易成功,王{c},北京路{c}号,138001380{c},{iso} {time},{iso} {time},{product},{q}",
        shape: Shape::Transactions,
        columns: "orderId customerId/key amount ignore categorical ignore/drop ignore/drop ignore/drop date ignore product quantity",
    },
    Export {
        name: "a French shop",
        header: "N° de commande;Date de la commande;Code client;Raison sociale;Courriel;Désignation;Quantité;Prix unitaire HT;Remise;Total TTC;Code postal;Ville;Pays",
        row: "{order};{dmy/};CL{idz};{last};{email};{product};{q};{p,};0,00;{a,};{zip};{city};France",
        shape: Shape::Transactions,
        columns: "orderId date customerId/key ignore/drop ignore/drop product quantity unitPrice discount amount ignore/quasi location location",
    },
    Export {
        name: "a Spanish shop",
        header: "Nº pedido;Fecha;Cliente;NIF;Artículo;Cantidad;Precio unitario;Descuento;Importe;Código postal;Provincia;Observaciones",
        row: "{order};{dmy/};{last} {c}, S.L.;1234567{c}Z;{product};{q};{p,};0,00;{a,};{zip};Sevilla;",
        shape: Shape::Transactions,
        columns: "orderId date customerId/key ignore/drop product quantity unitPrice discount amount ignore/quasi location ignore/drop",
    },
    Export {
        name: "an Italian shop",
        header: "Numero ordine;Data ordine;Codice cliente;Ragione sociale;Codice fiscale;Prodotto;Quantità;Prezzo unitario;Importo totale;CAP;Città;Provincia",
        row: "{order};{dmy/};{id};{last} S.r.l.;RSSMRA80A01H5{c}U;{product};{q};{p,};{a,};{zip};Roma;RM",
        shape: Shape::Transactions,
        columns: "orderId date customerId/key ignore/drop ignore/drop product quantity unitPrice amount ignore/quasi location location",
    },
    Export {
        name: "a Brazilian shop",
        header: "Número do Pedido;Data;Status do Pedido;Nome do comprador;CPF;E-mail;Telefone;CEP;Estado;Total;Desconto;Nome do Produto;Quantidade Comprada",
        row: "{order};{dmy/};Pago;{name};123.456.789-{c};{email};+55 11 91234 56{c};01310-1{c};SP;{a,};0,00;{product};{q}",
        shape: Shape::Transactions,
        columns: "orderId date categorical ignore/drop ignore/drop customerId/key ignore/drop ignore/quasi location amount discount product quantity",
    },
    Export {
        name: "a Dutch shop",
        header: "Ordernummer;Besteldatum;Klantnummer;Klant;Artikel;Aantal;Prijs incl. btw;Totaal;Postcode;Plaats;Opmerkingen",
        row: "{order};{dmy-};{id};{name};{product};{q};{p,};{a,};10{c} AB;{city};",
        shape: Shape::Transactions,
        columns: "orderId date customerId/key ignore/drop product quantity unitPrice amount ignore/quasi location ignore/drop",
    },
    Export {
        name: "Allegro, Polish",
        header: "Numer zamówienia;Data złożenia;Login kupującego;Imię i nazwisko;E-mail;Telefon;Nazwa produktu;Ilość;Cena jednostkowa;Kwota;Kod pocztowy;Miasto;Uwagi",
        row: "{order};{iso} {time};{nick};{name};{email};+48 600 1234{c};{product};{q};{p,};{a,};00-0{c};Kraków;",
        shape: Shape::Transactions,
        columns: "orderId date customerId/key ignore/drop ignore/drop ignore/drop product quantity unitPrice amount ignore/quasi location ignore/drop",
    },
    Export {
        name: "an event log",
        header: "event_time,event_type,product_id,category_code,brand,price,user_id,user_session",
        row: "{iso} {time} UTC,purchase,{item},electronics.audio,acme,{p.},5{id},{txn}",
        shape: Shape::Transactions,
        columns: "date categorical product category categorical amount customerId/key ignore",
    },
    Export {
        name: "a German till with regulars",
        header: "Bon-Nr.;Datum;Uhrzeit;Kundenkarte;Artikel;Warengruppe;Anzahl;Einzelpreis;Summe;Bediener",
        row: "{order};{dmy.};{time};K{idz};{product};Backwaren;{q};{p,};{a,};Petra",
        shape: Shape::Transactions,
        columns: "orderId date ignore customerId/key product category quantity unitPrice amount ignore/drop",
    },
    Export {
        name: "invoices that name customers only",
        header: "Invoice Number,Invoice Date,Customer Name,Invoice Total,Currency",
        row: "INV-{n},{iso},{name},{a.},EUR",
        shape: Shape::Transactions,
        columns: "orderId date customerId/key amount categorical",
    },
    Export {
        name: "Klaviyo, one row per person",
        header: "Email,First Name,Last Name,Phone Number,City,Zip Code,Gender,Date of Birth,Total Orders,Total Spent,Accepts Marketing",
        row: "m{n}@example.com,{first},{last},{phone},{city},{zip},female,19{c}-03-04,{q},{a.},yes",
        shape: Shape::Customers,
        columns: "customerId/key ignore/drop ignore/drop ignore/drop location ignore/quasi ignore/quasi ignore/quasi feature feature categorical",
    },
    Export {
        name: "a German list of customers",
        header: "Kd-Nr;Anrede;Vorname;Name;Geburtsdatum;Telefonnummer;IBAN;Umsatz gesamt;Anzahl Bestellungen;Letzter Kauf;Newsletter",
        row: "{n};Frau;{first};{last};{dmy.};{phone};DE89370400440532013000;{a,};{q};{dmy.};ja",
        shape: Shape::Customers,
        columns: "customerId/key ignore/quasi ignore/drop ignore/drop ignore/quasi ignore/drop ignore/drop feature feature date categorical",
    },
];

const FIRST: [&str; 9] = ["Anna", "Ben", "Clara", "David", "Eva", "Felix", "Greta", "Hugo", "Ida"];
const LAST: [&str; 8] = ["Meyer", "Schulz", "Rossi", "García", "Dupont", "Nowak", "Jansen", "Silva"];
const MONTHS: [&str; 3] = ["Mar", "Apr", "May"];
const PRODUCTS: [&str; 4] = ["Tea towel", "Blue mug", "Oak tray", "Set of candles"];

/// What one piece costs in row `n`.
fn cents(n: usize) -> usize {
    350 + n * 137 % 9_000
}

/// How many there are.
fn pieces(n: usize) -> usize {
    n % 5 + 1
}

/// What both lines of an order come to, postage included.
fn order_total(order: usize) -> usize {
    [2 * order, 2 * order + 1].map(|n| cents(n) * pieces(n)).iter().sum::<usize>() + 490
}

/// Row `n` of a pattern: 150 rows, two to an order, of 36 customers.
fn filled(pattern: &str, n: usize) -> String {
    let order = n / 2;
    let c = order * 7 % 36;
    let (day, month) = (order % 28 + 1, order % 3 + 3);
    let (cents, quantity) = (cents(n), pieces(n));
    let (first, last) = (FIRST[c % 9], LAST[c % 8]);
    let decimal = |cents: usize, mark: char| format!("{}{mark}{:02}", cents / 100, cents % 100);
    let values = [
        ("n", (1 + n * 3).to_string()),
        ("c", format!("{:02}", c + 10)),
        ("order", (50_001 + order).to_string()),
        ("txn", format!("{:09X}", (order + 1) * 0x9E37_79B1 % 0xF_FFFF_FFFF)),
        ("id", (10_000 + c * 37).to_string()),
        ("idz", format!("{:06}", 417 + c)),
        ("code", format!("QX{:04}ZK", c * 131)),
        ("item", (7_000_000_001_u64 + n as u64 % 4).to_string()),
        ("nick", format!("{}_{}", last.to_lowercase(), c)),
        ("email", format!("kunde{c}@example.com")),
        ("first", first.to_owned()),
        ("last", last.to_owned()),
        ("name", format!("{first} {last}")),
        ("phone", format!("+49 341 12345{c:02}")),
        ("street", format!("Hauptstraße {}", c + 1)),
        ("zip", format!("0{}", 4_100 + c)),
        ("city", "Leipzig".to_owned()),
        ("iso", format!("2024-{month:02}-{day:02}")),
        ("time", format!("{:02}:{:02}:{:02}", 9 + n % 9, n % 60, n * 7 % 60)),
        ("dmy.", format!("{day:02}.{month:02}.2024")),
        ("dmy/", format!("{day:02}/{month:02}/2024")),
        ("dmy-", format!("{day:02}-{month:02}-2024")),
        ("mdy/", format!("{month:02}/{day:02}/2024")),
        ("monthname", format!("{} {day}, 2024", MONTHS[month - 3])),
        ("q", quantity.to_string()),
        ("p.", decimal(cents, '.')),
        ("p,", decimal(cents, ',')),
        ("a.", decimal(cents * quantity + 1, '.')),
        ("a,", decimal(cents * quantity + 1, ',')),
        ("o.", decimal(order_total(order), '.')),
        ("o,", decimal(order_total(order), ',')),
        ("a0", (cents * quantity).to_string()),
        ("sku", format!("AB-{}", 100 + n % 4)),
        ("product", PRODUCTS[n % 4].to_owned()),
    ];
    let mut row = pattern.to_owned();
    for (name, value) in values {
        row = row.replace(&format!("{{{name}}}"), &value);
    }
    assert!(!row.contains('{'), "{row}");
    row
}

#[test]
fn exports_of_many_systems() {
    let mut wrong = String::new();
    for Export { name, header, row, shape, columns } in &EXPORTS {
        let rows: String = (0..150).map(|n| filled(row, n) + "\n").collect();
        let found = inspect(format!("{header}\n{rows}").as_bytes(), 9_973).unwrap();
        let expect: Vec<&str> = columns.split(' ').collect();
        if (found.shape, found.columns.len()) != (*shape, expect.len()) {
            wrong += &format!("{name}: {:?} with {} columns\n", found.shape, found.columns.len());
        }
        if !found.questions.is_empty() {
            wrong += &format!("{name}: asks {:?}\n", found.questions);
        }
        for (column, expect) in found.columns.iter().zip(expect) {
            let role = serde_json::to_value(column.role).unwrap();
            let verdict = match column.personal {
                Personal::None => "",
                Personal::Drop => "/drop",
                Personal::KeyOnly => "/key",
                Personal::Quasi => "/quasi",
            };
            let is = format!("{}{verdict}", role.as_str().unwrap());
            if is != expect {
                wrong += &format!("{name}: {:?} ({:?}) is {is}, not {expect}\n", column.name, column.kind);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
