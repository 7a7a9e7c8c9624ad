//! Forty ways to write a table of orders: encodings, delimiters, line ends, numbers and dates of many countries.

use ringfence::Notice;
use ringfence::table::iso_day;

use super::forty::Line;

/// How a program writes the table.
pub(super) struct Way {
    pub(super) name: &'static str,
    /// WHATWG name.
    pub(super) encoding: &'static str,
    /// With a byte order mark.
    pub(super) mark: bool,
    pub(super) language: &'static Language,
    delimiter: &'static str,
    end: &'static str,
    /// A first line `sep=`.
    declares: bool,
    /// Decimal mark, mark between thousands, what stands before and after a price.
    number: (&'static str, &'static str, &'static str, &'static str),
    pub(super) date: Dates,
}

/// The words of a country's file.
pub(super) struct Language {
    /// Order, date, customer, product, quantity, unit price, town.
    pub(super) headers: [&'static str; 7],
    pub(super) products: [&'static str; 6],
    pub(super) towns: [&'static str; 4],
    months: &'static str,
}

/// How a date is written: `Y` year, `y` its last two digits, `m` month, `M` its name, `d` day, each with `0` before it for two digits at
/// least; `H` hour, `I` hour of twelve, `N` minute, `P` AM or PM; `S` spreadsheet's number, `U` Unix seconds, `L` milliseconds.
type Dates = &'static str;

const ENGLISH: Language = Language {
    headers: ["Order No", "Order Date", "Customer ID", "Product", "Quantity", "Unit Price", "City"],
    products: ["Teapot", "Mug, large", "Lantern \"Red\"", "Bunting", "Café tray", "Jam; set of 3"],
    towns: ["Leeds", "York", "New York", "Zürich"],
    months: "January February March April May June July August September October November December",
};
const GERMAN: Language = Language {
    headers: ["Bestellnummer", "Bestelldatum", "Kundennummer", "Artikel", "Menge", "Stückpreis", "Ort"],
    products: [
        "Teekanne",
        "Becher, groß",
        "Laterne \"Rot\"",
        "Wimpel für Gäste",
        "Glühwürmchen",
        "Süßes; 3 Stück",
    ],
    towns: ["Köln", "München", "Bonn", "Düsseldorf"],
    months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
};
const FRENCH: Language = Language {
    headers: [
        "N° de commande",
        "Date de commande",
        "Client",
        "Article",
        "Quantité",
        "Prix unitaire",
        "Ville",
    ],
    products: [
        "Théière",
        "Tasse, grande",
        "Lanterne \"Rouge\"",
        "Crème brûlée",
        "Pâtes fraîches",
        "Confiture; lot de 3",
    ],
    towns: ["Orléans", "Besançon", "Paris", "Nîmes"],
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
};
const SPANISH: Language = Language {
    headers: ["Nº de pedido", "Fecha", "Cliente", "Producto", "Cantidad", "Precio unitario", "Ciudad"],
    products: ["Tetera", "Taza, grande", "Farol \"Rojo\"", "Piñata", "Jabón líquido", "Mermelada; 3 uds"],
    towns: ["Málaga", "Cádiz", "Madrid", "Logroño"],
    months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
};
const ITALIAN: Language = Language {
    headers: [
        "Numero ordine",
        "Data ordine",
        "Codice cliente",
        "Articolo",
        "Quantità",
        "Prezzo unitario",
        "Città",
    ],
    products: ["Teiera", "Tazza, grande", "Lanterna \"Rossa\"", "Caffè", "Tiramisù", "Marmellata; 3 pezzi"],
    towns: ["Forlì", "Cefalù", "Roma", "Milano"],
    months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
};
const PORTUGUESE: Language = Language {
    headers: [
        "Número do pedido",
        "Data do pedido",
        "Cliente",
        "Produto",
        "Quantidade",
        "Preço unitário",
        "Cidade",
    ],
    products: [
        "Bule",
        "Caneca, grande",
        "Lanterna \"Vermelha\"",
        "Pão de açúcar",
        "Sabão líquido",
        "Geleia; 3 un.",
    ],
    towns: ["São Paulo", "Brasília", "Recife", "Florianópolis"],
    months: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
};
const DUTCH: Language = Language {
    headers: ["Bestelnummer", "Datum", "Klantnummer", "Artikel", "Aantal", "Stukprijs", "Plaats"],
    products: ["Theepot", "Beker, groot", "Lantaarn \"Rood\"", "Crème", "Koekjes", "Jam; 3 stuks"],
    towns: ["Één", "Utrecht", "Leiden", "Den Haag"],
    months: "januari februari maart april mei juni juli augustus september oktober november december",
};
const POLISH: Language = Language {
    headers: [
        "Numer zamówienia",
        "Data zamówienia",
        "Numer klienta",
        "Towar",
        "Ilość",
        "Cena jednostkowa",
        "Miasto",
    ],
    products: [
        "Dzbanek żółty",
        "Kubek, duży",
        "Latarnia \"Śnieg\"",
        "Świeca",
        "Ręcznik łazienkowy",
        "Dżem; 3 sztuki",
    ],
    towns: ["Łódź", "Kraków", "Gdańsk", "Częstochowa"],
    months: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
};
const RUSSIAN: Language = Language {
    headers: [
        "Номер заказа",
        "Дата заказа",
        "Код клиента",
        "Товар",
        "Количество",
        "Цена за единицу",
        "Город",
    ],
    products: ["Чайник", "Кружка, большая", "Фонарь \"Красный\"", "Свеча", "Полотенце", "Варенье; 3 штуки"],
    towns: ["Москва", "Казань", "Тверь", "Нижний Новгород"],
    months: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
};
const JAPANESE: Language = Language {
    headers: ["注文番号", "注文日", "顧客番号", "商品名", "数量", "単価", "都道府県"],
    products: ["急須", "湯のみ、大", "提灯 \"赤\"", "ろうそく", "タオル", "ジャム; 三個"],
    towns: ["東京都", "大阪府", "北海道", "神奈川県"],
    months: "",
};
const CHINESE: Language = Language {
    headers: ["订单编号", "订单日期", "客户编号", "商品名称", "数量", "单价", "城市"],
    products: ["茶壶", "马克杯，大", "灯笼 \"红\"", "蜡烛", "毛巾", "果酱; 三瓶"],
    towns: ["北京", "上海", "广州", "哈尔滨"],
    months: "",
};

#[allow(clippy::too_many_arguments)]
const fn way(
    name: &'static str,
    encoding: &'static str,
    mark: bool,
    language: &'static Language,
    delimiter: &'static str,
    end: &'static str,
    number: (&'static str, &'static str, &'static str, &'static str),
    date: Dates,
) -> Way {
    Way { name, encoding, mark, language, delimiter, end, declares: false, number, date }
}

/// The same with a first line `sep=`.
const fn declared(way: Way) -> Way {
    Way { declares: true, ..way }
}

const LF: &str = "\n";
const CRLF: &str = "\r\n";
const CR: &str = "\r";

pub(super) const WAYS: [Way; 40] = [
    way("plain", "UTF-8", false, &ENGLISH, ",", LF, (".", "", "", ""), "Y-0m-0d 0H:0N"),
    way("Excel in Britain", "windows-1252", false, &ENGLISH, ",", CRLF, (".", ",", "£", ""), "0d/0m/Y 0H:0N"),
    way("Excel in America", "windows-1252", false, &ENGLISH, ",", CRLF, (".", ",", "$", ""), "m/d/Y I:0N P"),
    way("Excel, UTF-8", "UTF-8", true, &ENGLISH, ",", CRLF, (".", ",", "$", ""), "m/d/0y"),
    way("Excel's Unicode text", "UTF-16LE", true, &ENGLISH, "\t", CRLF, (".", ",", "", ""), "0d-M3-Y"),
    way("database", "UTF-8", false, &ENGLISH, "|", LF, (".", "", "", ""), "Y-0m-0dT0H:0N:00Z"),
    way("web shop", "UTF-8", false, &ENGLISH, ",", LF, (".", "", "", " GBP"), "Y-0m-0d 0H:0N:00 +0100"),
    way("old Mac", "macintosh", false, &ENGLISH, ";", CR, (".", ",", "", ""), "M d, Y"),
    way("American letters", "UTF-8", false, &ENGLISH, ",", LF, (".", ",", "USD ", ""), "M3 d, Y I:0N P"),
    way("log", "UTF-8", false, &ENGLISH, "\t", LF, (".", "", "", ""), "U"),
    way("JavaScript", "UTF-8", false, &ENGLISH, ",", LF, (".", "", "", ""), "L"),
    way("till", "windows-1252", false, &ENGLISH, ";", CRLF, (".", "", "", ""), "Y0m0d"),
    way("India", "UTF-8", true, &ENGLISH, ",", CRLF, (".", "IN", "₹", ""), "0d-0m-Y"),
    way("Switzerland", "windows-1252", false, &GERMAN, ";", CRLF, (".", "'", "CHF ", ""), "0d.0m.Y"),
    way("Excel in Germany", "windows-1252", false, &GERMAN, ";", CRLF, (",", ".", "", " €"), "0d.0m.Y 0H:0N"),
    way("the same, UTF-8", "UTF-8", true, &GERMAN, ";", CRLF, (",", ".", "", " EUR"), "d.m.Y"),
    way("short years", "windows-1252", false, &GERMAN, ";", LF, (",", "", "", ""), "0d.0m.0y"),
    declared(way("declared", "UTF-8", false, &GERMAN, ";", CRLF, (",", ".", "", ""), "d. M Y")),
    way("German Mac", "macintosh", false, &GERMAN, "\t", CR, (",", ".", "", " €"), "0d.0m.Y"),
    way("Unix, Germany", "UTF-16BE", false, &GERMAN, ";", LF, (",", "", "", ""), "Y-0m-0d"),
    way("Excel's numbers", "windows-1252", false, &GERMAN, ";", CRLF, (",", "", "", ""), "S,"),
    way(
        "Excel in France",
        "windows-1252",
        false,
        &FRENCH,
        ";",
        CRLF,
        (",", "\u{a0}", "", " €"),
        "0d/0m/Y 0H:0N",
    ),
    way("France, thin blanks", "UTF-8", false, &FRENCH, ";", LF, (",", "\u{202f}", "", "\u{a0}€"), "d M Y"),
    way("French Mac", "macintosh", false, &FRENCH, ";", CR, (",", " ", "", ""), "0d/0m/0y"),
    way("Spain", "windows-1252", false, &SPANISH, ";", CRLF, (",", ".", "", " €"), "d de M de Y"),
    way("Mexico", "UTF-8", true, &SPANISH, ",", CRLF, (".", ",", "$", ""), "0d/0m/Y I:0N P"),
    way("Italy", "windows-1252", false, &ITALIAN, ";", CRLF, (",", ".", "€ ", ""), "d M Y"),
    way("Italy, points", "UTF-8", false, &ITALIAN, "\t", LF, (",", "", "", ""), "0d/0m/Y 0H.0N"),
    way("Brazil", "windows-1252", false, &PORTUGUESE, ";", CRLF, (",", ".", "R$ ", ""), "0d/0m/Y 0H:0N"),
    declared(way("Portugal", "UTF-16LE", true, &PORTUGUESE, ";", CRLF, (",", " ", "", " €"), "0d-0m-Y")),
    way("Netherlands", "windows-1252", false, &DUTCH, ";", CRLF, (",", ".", "€ ", ""), "d-m-Y 0H:0N"),
    way("Poland", "windows-1250", false, &POLISH, ";", CRLF, (",", "\u{a0}", "", " zł"), "0d.0m.Y"),
    way("Poland, old Unix", "ISO-8859-2", false, &POLISH, ";", LF, (",", "", "", ""), "Y-0m-0d"),
    way("Poland, UTF-8", "UTF-8", true, &POLISH, "\t", LF, (",", " ", "", " PLN"), "d M Y"),
    way("Russia", "windows-1251", false, &RUSSIAN, ";", CRLF, (",", "\u{a0}", "", " руб."), "0d.0m.Y 0H:0N"),
    way("Russia, UTF-8", "UTF-8", false, &RUSSIAN, ",", LF, (",", " ", "", " ₽"), "d M Y г."),
    way("Japan", "Shift_JIS", false, &JAPANESE, ",", CRLF, (".", ",", "", "円"), "Y/0m/0d 0H:0N"),
    way("Japan, by characters", "UTF-8", true, &JAPANESE, ",", CRLF, (".", ",", "￥", ""), "Y年m月d日"),
    way("China", "gb18030", false, &CHINESE, ",", CRLF, (".", "", "", "元"), "Y-m-d 0H:0N"),
    way("China, UTF-16", "UTF-16LE", false, &CHINESE, "\t", LF, (".", ",", "¥", ""), "Y年m月d日 H时0N分"),
];

impl Way {
    /// The encoding as it is reported.
    pub(super) fn reported(&self) -> &'static str {
        // GBK's decoder is that of GB 18030 (WHATWG Encoding Standard, 10.1.1).
        if self.encoding == "gb18030" { "GBK" } else { self.encoding }
    }

    pub(super) fn notices(&self) -> Vec<Notice> {
        if self.declares { vec![Notice::LeadLines { count: 1 }] } else { Vec::new() }
    }

    /// What of a moment is written at all.
    pub(super) fn kept(&self, moment: i64) -> i64 {
        let timed = self.date.contains(['H', 'I', 'S', 'U', 'L']);
        if timed { moment } else { moment - moment.rem_euclid(86_400) }
    }

    /// The whole file as text.
    pub(super) fn write(&self, lines: &[Line]) -> String {
        let mut text = String::new();
        if self.declares {
            text += &format!("sep={}{}", self.delimiter, self.end);
        }
        self.row(&mut text, &self.language.headers.map(str::to_owned));
        for line in lines {
            let cells = [
                line.order.to_string(),
                self.day(line.moment),
                line.customer.to_string(),
                self.language.products[line.product].to_owned(),
                line.quantity.to_string(),
                self.price(line.price),
                self.language.towns[line.town].to_owned(),
            ];
            self.row(&mut text, &cells);
        }
        text
    }

    fn row(&self, text: &mut String, cells: &[String]) {
        let quoted = cells.iter().map(|cell| {
            let plain = !cell.contains(['"', '\n', '\r']) && !cell.contains(self.delimiter);
            if plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
        });
        *text += &quoted.collect::<Vec<_>>().join(self.delimiter);
        *text += self.end;
    }

    fn price(&self, hundredths: i64) -> String {
        let (mark, group, before, after) = self.number;
        let digits = (hundredths / 100).to_string();
        let mut whole = String::new();
        for (place, digit) in digits.chars().enumerate() {
            let left = digits.len() - place;
            let parts = match group {
                "IN" => place > 0 && (left == 3 || (left > 3 && !left.is_multiple_of(2))),
                _ => place > 0 && left.is_multiple_of(3),
            };
            if parts {
                whole += if group == "IN" { "," } else { group };
            }
            whole.push(digit);
        }
        format!("{before}{whole}{mark}{:02}{after}", hundredths % 100)
    }

    fn day(&self, moment: i64) -> String {
        let iso = iso_day(moment.div_euclid(86_400));
        let field = |range: std::ops::Range<usize>| iso[range].parse::<i64>().unwrap();
        let (year, month, day) = (field(0..4), field(5..7), field(8..10));
        let (hour, minute) = (moment / 3_600 % 24, moment / 60 % 60);
        let name = self.language.months.split(' ').nth(month as usize - 1).unwrap_or_default();
        let mut text = String::new();
        let mut pattern = self.date.chars().peekable();
        while let Some(letter) = pattern.next() {
            let padded = letter == '0' && pattern.peek().is_some_and(|next| next.is_alphabetic());
            let kind = if padded { pattern.next().unwrap_or(letter) } else { letter };
            let number = match kind {
                'Y' => year,
                'y' => year % 100,
                'm' => month,
                'd' if pattern.peek() != Some(&'e') => day,
                'H' => hour,
                'I' => (hour + 11) % 12 + 1,
                'N' => minute,
                'U' => moment,
                'L' => moment * 1_000 + 123,
                _ => {
                    match kind {
                        'M' if pattern.peek() == Some(&'3') => {
                            pattern.next();
                            text.extend(name.chars().take(3));
                        }
                        'M' => text += name,
                        'P' => text += if hour < 12 { "AM" } else { "PM" },
                        // Days since 1899-12-30 with nine places, as far as a spreadsheet shows them.
                        'S' => {
                            let billionths = i128::from(moment.rem_euclid(86_400)) * 1_000_000_000 / 86_400;
                            let mark = pattern.next().unwrap_or(',');
                            text += &format!("{}{mark}{billionths:09}", moment.div_euclid(86_400) + 25_569);
                        }
                        _ => text.push(kind),
                    }
                    continue;
                }
            };
            text += &if padded { format!("{number:02}") } else { number.to_string() };
        }
        text
    }
}
