//! The same purchases written in other ways: guarded, in other scripts and calendars, by a spreadsheet that took days for other days. What
//! is read has to be what was written; the purchases themselves are made here, so that every expectation is known.

use super::*;

use std::collections::BTreeMap;
use std::fmt::Write;

use ringfence::table::{ColumnChoice, DateForm, iso_day};

/// A purchase: customer, day since 1970-01-01, hundredths.
type Purchase = (u32, i64, i64);

/// 2024-01-01.
const FIRST: i64 = 19_723;

/// 120 purchases of 13 customers on 120 days, every ninth of them taken back.
fn purchases() -> Vec<Purchase> {
    let cents = |n: i64| (n * 7_919 % 40_000 + 105) * if n % 9 == 4 { -1 } else { 1 };
    (0..120).map(|n| (7_000 + n as u32 * 5 % 13, FIRST + n, cents(n))).collect()
}

/// A file of the purchases under a header.
fn file(header: &str, line: impl Fn(Purchase) -> String) -> String {
    let mut text = format!("{header}\n");
    purchases().into_iter().for_each(|purchase| {
        let _ = writeln!(text, "{}", line(purchase));
    });
    text
}

/// What both passes make of a file: the customers, days and hundredths of its rows.
fn read_as(found: &Inspection, text: &[u8], options: &ReadingOptions) -> Vec<(String, i64, i64)> {
    let reading = found.reading(options).unwrap();
    let at = |role: Role| reading.position(role).unwrap();
    let (batches, notices) = batches(text, &reading, 997).unwrap();
    assert!(!notices.iter().any(|notice| matches!(notice, Notice::CellsNotRead { .. })), "{notices:?}");
    let mut rows = Vec::new();
    for batch in &batches {
        let (Cells::Texts(ids), Cells::Moments(moments), Cells::Exact { units, scale }) =
            (&batch.columns[at(CustomerId)], &batch.columns[at(Role::Date)], &batch.columns[at(Amount)])
        else {
            panic!("read otherwise")
        };
        let cents = |units: i64| units * 10i64.pow(2 - u32::from(*scale).min(2));
        rows.extend(
            ids.iter()
                .zip(moments)
                .zip(units)
                .map(|((id, moment), units)| (id.to_owned(), moment.div_euclid(86_400), cents(*units))),
        );
    }
    rows
}

fn check_same(text: &str) -> Inspection {
    let found = inspect(text.as_bytes(), 991).unwrap();
    assert_eq!(found.shape, Shape::Transactions, "{}", &text[..200.min(text.len())]);
    let rows = read_as(&found, text.as_bytes(), &ReadingOptions::default());
    let expect: Vec<(String, i64, i64)> =
        purchases().into_iter().map(|(id, day, cents)| (id.to_string(), day, cents)).collect();
    assert_eq!(rows, expect, "{}", &text[..200.min(text.len())]);
    found
}

fn amount(cents: i64, mark: char) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}{mark}{:02}", cents.abs() / 100, cents.abs() % 100)
}

fn parts(day: i64) -> (String, String, String) {
    let iso = iso_day(day);
    (iso[..4].to_owned(), iso[5..7].to_owned(), iso[8..].to_owned())
}

/// A text with the digits of another script.
fn in_digits(text: &str, zero: u32) -> String {
    let other = |letter: char| letter.to_digit(10).and_then(|digit| char::from_u32(zero + digit));
    text.chars().map(|letter| other(letter).unwrap_or(letter)).collect()
}

#[test]
fn guards_are_taken_off_before_anything_is_read() {
    let plain = |(id, day, cents): Purchase| (id.to_string(), iso_day(day), amount(cents, '.'));
    check_same(&file("customer_id,date,amount", |purchase| {
        let (id, day, amount) = plain(purchase);
        format!("=\"{id}\",=\"{day}\",=\"{amount}\"")
    }));
    check_same(&file("\"=\"\"customer_id\"\"\",\"=\"\"date\"\"\",\"=\"\"amount\"\"\"", |purchase| {
        let (id, day, amount) = plain(purchase);
        format!("\"=\"\"{id}\"\"\",\"=\"\"{day}\"\"\",\"=\"\"{amount}\"\"\"")
    }));
    check_same(&file("客户编号,日期,金额", |purchase| {
        let (id, day, amount) = plain(purchase);
        format!("`{id},`{day},`{amount}")
    }));
    // Only what a spreadsheet might take for a formula: sums given back.
    check_same(&file("Kundennr;Datum;Betrag", |(id, day, cents)| {
        let guard = if cents < 0 { "'" } else { "" };
        format!("{id};{};{guard}{}", iso_day(day), amount(cents, ','))
    }));
    check_same(&file("customer_id\tdate\tamount", |purchase| {
        let (id, day, amount) = plain(purchase);
        format!("'{id}\t'{day}\t'{amount}")
    }));
}

#[test]
fn a_guarded_empty_cell_is_empty() {
    let text = file("customer_id,date,amount,note", |(id, day, cents)| {
        format!("=\"{id}\",=\"{}\",=\"{}\",=\"\"", iso_day(day), amount(cents, '.'))
    });
    let found = check_same(&text);
    assert_eq!(column(&found, "note").missing, 120);
}

#[test]
fn digits_of_other_scripts_and_marks_of_direction() {
    // Arabic with its own decimal mark; Persian, Devanagari, Bengali, Thai and full width with a point.
    for (header, zero, mark) in [
        ("رقم العميل,التاريخ,المبلغ", 0x660, '\u{66b}'),
        ("کد مشتری,تاریخ,مبلغ", 0x6f0, '.'),
        ("customer_id,date,amount", 0x966, '.'),
        ("customer_id,date,amount", 0x9e6, '.'),
        ("รหัสลูกค้า,วันที่,ยอดรวม", 0xe50, '.'),
        ("顧客ID,日付,金額", 0xff10, '．'),
    ] {
        check_same(&file(header, |(id, day, cents)| {
            in_digits(&format!("{id},{},{}", iso_day(day), amount(cents, mark)), zero)
        }));
    }
    check_same(&file("קוד לקוח,תאריך,סכום", |(id, day, cents)| {
        let (year, month, of_month) = parts(day);
        let sign = if cents < 0 { "\u{200e}-" } else { "" };
        let amount = amount(cents.abs(), '.');
        format!("{id},\u{200e}{of_month}/{month}/{year},\u{200f}{sign}{amount}\u{a0}\u{200f}₪")
    }));
    check_same(&file("customer_id,date,amount", |(id, day, cents)| {
        format!("\u{feff}{id},\u{202a}{}\u{202c},\u{2066}{}\u{2069}", iso_day(day), amount(cents, '.'))
    }));
}

/// Year, month and day of the solar hijri calendar for days of 2024 from 1 January on: 1 Farvardin 1403 is 20 March 2024, and before it lie
/// the 30 days of Bahman and the 29 of Esfand 1402, from 21 January on.
fn solar_hijri(day: i64) -> (u32, u32, u32) {
    let new_year = FIRST + 79;
    let since = day - new_year;
    match since {
        0..31 => (1403, 1, since as u32 + 1),
        31..62 => (1403, 2, (since - 31) as u32 + 1),
        -29..0 => (1402, 12, (since + 29) as u32 + 1),
        -59..-29 => (1402, 11, (since + 59) as u32 + 1),
        -89..-59 => (1402, 10, (since + 89) as u32 + 1),
        _ => panic!("beyond what this test knows"),
    }
}

#[test]
fn days_of_the_persian_calendar_are_days() {
    let written = |separator: &str, zero: u32, year_last: bool| {
        file("کد مشتری,تاریخ,مبلغ", |(id, day, cents)| {
            let (year, month, of_month) = solar_hijri(day);
            let date = match year_last {
                true => format!("{of_month:02}{separator}{month:02}{separator}{year}"),
                false => format!("{year}{separator}{month:02}{separator}{of_month:02}"),
            };
            in_digits(&format!("{id},{date},{}", amount(cents, '.')), zero)
        })
    };
    for text in [written("/", 0x6f0, false), written("-", 0x30, false), written("/", 0x30, true)] {
        let found = check_same(&text);
        assert!(
            found.notices.contains(&Notice::SolarHijriDates { column: "تاریخ".into() }),
            "{:?}",
            found.notices
        );
    }
}

/// A file of days of which a spreadsheet of another country took those up to the 12th for dates.
fn swapped(month_first: bool) -> String {
    file("customer_id,order date,amount", |(id, day, cents)| {
        let (year, month, of_month) = parts(day);
        let date = match (of_month.as_str() <= "12", month_first) {
            (true, _) => format!("{year}-{of_month}-{month}"),
            (false, true) => format!("{month}/{of_month}/{year}"),
            (false, false) => format!("{of_month}/{month}/{year}"),
        };
        format!("{id},{date},{}", amount(cents, '.'))
    })
}

#[test]
fn days_that_a_spreadsheet_swapped_are_swapped_back() {
    // Of 120 days from 1 January on, the first twelve of four months were taken.
    for month_first in [false, true] {
        let found = check_same(&swapped(month_first));
        let told = Notice::DaysSwapped { column: "order date".into(), count: 48, others: 72 };
        assert!(found.notices.contains(&told), "{:?}", found.notices);
    }
    let text = swapped(false);
    let found = inspect(text.as_bytes(), 99).unwrap();
    let undone = ColumnChoice { date_order: Some(DateOrder::Mdy), ..ColumnChoice::default() };
    let options =
        ReadingOptions { columns: BTreeMap::from([("order date".to_owned(), undone)]), ..Default::default() };
    let reading = found.reading(&options).unwrap();
    assert_eq!(reading.column("order date").unwrap().date.unwrap().form, DateForm::Mixed);
}

#[test]
fn dates_of_two_orders_are_each_read_by_their_own() {
    // Every third begins with the year, whatever the day; nothing was swapped then.
    let text = file("customer_id;order date;amount", |(id, day, cents)| {
        let (year, month, of_month) = parts(day);
        let date = if day % 3 == 0 { iso_day(day) } else { format!("{of_month}.{month}.{year}") };
        format!("{id};{date};{}", amount(cents, ','))
    });
    let found = check_same(&text);
    let told = Notice::DatesOfTwoOrders { column: "order date".into(), count: 40, others: 80 };
    assert!(found.notices.contains(&told), "{:?}", found.notices);
}

#[test]
fn currencies_in_cells_are_told() {
    let told = |text: &str| {
        let found = inspect(text.as_bytes(), 997).unwrap();
        found.notices.into_iter().find_map(|notice| match notice {
            Notice::CurrenciesInCells { column, currencies, .. } => Some((column, currencies)),
            _ => None,
        })
    };
    let with = |header: &str, signs: &'static [&'static str]| {
        file(header, |(id, day, cents)| {
            let sign = signs[day as usize % signs.len()];
            format!("{id};{};{} {sign}", iso_day(day), amount(cents, ','))
        })
    };
    let expect = |currencies: &[&str]| {
        Some(("Summe".to_owned(), currencies.iter().map(|code| (*code).to_owned()).collect()))
    };
    assert_eq!(told(&with("Kunde;Datum;Summe", &["€", "CHF"])), expect(&["CHF", "EUR"]));
    assert_eq!(told(&with("Kunde;Datum;Summe", &["zł", "Kč", "Ft"])), expect(&["CZK", "HUF", "PLN"]));
    assert_eq!(told(&with("Kunde;Datum;Summe", &["₽", "грн"])), expect(&["RUB", "UAH"]));
    assert_eq!(told(&with("Kunde;Datum;Summe", &["€", "EUR", "Euro"])), None);
    assert_eq!(told(&with("Kunde;Datum;Summe", &["€", ""])), None);
    assert_eq!(told(&with("Kunde;Datum;Summe", &["Stk."])), None);
}

#[test]
fn nobody_is_born_after_the_other_days() {
    // Births from 1938 to 1955 and from 1984 to 1995.
    let births: Vec<u32> = (1938..=1955).chain(1984..=1995).collect();
    let years = |header: &str, line: &dyn Fn(usize, u32) -> String| {
        let rows: String = births.iter().enumerate().map(|(n, year)| line(n, *year) + "\n").collect();
        inspect(format!("{header}\n{rows}").as_bytes(), 99).unwrap()
    };
    let told = |found: &Inspection, column: &str| {
        let (first, last) = ("1938".to_owned(), "1995".to_owned());
        found.notices.contains(&Notice::BirthsOfTwoDigits { column: column.into(), first, last })
    };
    let german = years("Kunde;Geburtsdatum;Umsatz", &|n, year| {
        format!("{};{:02}.{:02}.{};{}", 500 + n, 1 + n % 28, 1 + n % 12, year % 100, 10 + n * 3)
    });
    assert!(told(&german, "Geburtsdatum"), "{:?}", german.notices);
    let american = years("id,DOB,visits", &|n, year| {
        format!("{},{}/{}/{},{}", 500 + n, 1 + n % 12, 13 + n % 15, year % 100, 10 + n * 3)
    });
    assert!(told(&american, "DOB"), "{:?}", american.notices);
    let named = years("id,date of birth,joined,visits", &|n, year| {
        format!("{},{}-Mar-{},2024-02-{:02},{}", 500 + n, 1 + n % 28, year % 100, 1 + n % 28, 10 + n * 3)
    });
    assert!(told(&named, "date of birth"), "{:?}", named.notices);
    let full = years("id,DOB,visits", &|n, year| format!("{},{year}-03-04,{}", 500 + n, 10 + n * 3));
    assert!(!told(&full, "DOB"), "{:?}", full.notices);
}

#[test]
fn labels_are_offered_and_no_measures() {
    let table = |header: &str| {
        let rows: String = (0..150)
            .map(|n| {
                let marks = 100 * (1 + n % 5) + 10 * (1 + n * 7 % 5) + 1 + n * 3 % 5;
                format!("{},{},{},{}\n", 9_001 + n, 20 + n * 37 % 400, n * 11 % 4, marks)
            })
            .collect();
        inspect(format!("{header}\n{rows}").as_bytes(), 997).unwrap()
    };
    for header in [
        "CustomerID,Recency,Cluster,RFM_Score",
        "Kunde,Recency,Gruppe,RFM Score",
        "客户编号,Recency,分群,RFM得分",
        "id,Recency,kmeans_label,rfm_segment",
        "klient,Recency,Segment ID,rfm",
    ] {
        let found = table(header);
        let roles: Vec<Role> = found.columns.iter().map(|column| column.role).collect();
        assert_eq!(roles, [CustomerId, Feature, Ignore, Ignore], "{header}");
        assert!(
            found
                .notices
                .iter()
                .any(|notice| matches!(notice, Notice::LabelsLeftOut { columns } if columns.len() == 2))
        );
    }
    // Scores from 1 to 100 measure, and so do sizes of groups.
    let rows: String =
        (0..150).map(|n| format!("{},{},{}\n", 9_001 + n, 1 + n * 37 % 100, 1 + n % 8)).collect();
    let found = inspect(format!("id,Spending Score,group size\n{rows}").as_bytes(), 997).unwrap();
    assert_eq!((found.columns[1].role, found.columns[2].role), (Feature, Feature));
}

#[test]
fn codes_for_missing_are_asked_about_and_can_be_missing() {
    let rows: String = (0..200)
        .map(|n| {
            let age = if n % 11 == 3 { -1 } else { 18 + n * 7 % 60 };
            let income = if n % 9 == 5 { 999_999 } else { 21_000 + n * 331 % 60_000 };
            format!("{},{age},{income},{}\n", 7_001 + n, 1 + n * 13 % 40)
        })
        .collect();
    let text = format!("Kunde,Alter,Einkommen,Käufe\n{rows}");
    let found = inspect(text.as_bytes(), 997).unwrap();
    let asked: Vec<&str> = found.questions.iter().map(|question| question.column.as_str()).collect();
    assert_eq!(asked, ["Alter", "Einkommen"]);
    let missing: BTreeMap<String, ColumnChoice> = found
        .questions
        .iter()
        .map(|question| (question.column.clone(), question.answers[1].choice.clone()))
        .collect();
    let options = ReadingOptions { columns: missing, ..Default::default() };
    assert!(found.corrected(&options).unwrap().questions.is_empty());
    let reading = found.reading(&options).unwrap();
    let (batches, notices) = batches(text.as_bytes(), &reading, 997).unwrap();
    assert_eq!(notices, []);
    let count = |at: usize| {
        let Cells::Numbers(numbers) = &batches[0].columns[at] else { panic!("read otherwise") };
        numbers.iter().filter(|number| number.is_nan()).count()
    };
    // Of 0 to 199, n % 11 == 3 is met 18 times and n % 9 == 5 22 times.
    assert_eq!((count(1), count(2), count(3)), (18, 22, 0));
    // Until somebody says so they are values, and that is told.
    let told = found.assumed(&ReadingOptions::default(), &found.reading(&ReadingOptions::default()).unwrap());
    assert_eq!(told[0], Notice::FarValueKept { column: "Alter".into(), count: 18 });
}

#[test]
fn a_dead_end_names_its_column_and_the_forms_of_its_cells() {
    let text = file("customer_id,date,amount", |(id, day, cents)| {
        format!("{id},KW {} T{},{}", day % 50, day % 7, amount(cents, '.'))
    });
    let found = inspect(text.as_bytes(), 997).unwrap();
    let error = found.reading(&ReadingOptions::default()).unwrap_err();
    let Error::DatesNotUnderstood { column, count, forms } = error else { panic!("{error:?}") };
    assert_eq!((column.as_str(), count), ("date", 120));
    assert!(forms[0].ends_with("× AA 99 A9"), "{forms:?}");
    let told =
        |notice: &Notice| matches!(notice, Notice::DatesNotUnderstood { column, .. } if column == "date");
    assert!(found.notices.iter().any(told), "{:?}", found.notices);
}

#[test]
fn it_is_asked_where_more_than_a_twentieth_of_the_rows_is_lost() {
    let with = |every: i64| {
        file("customer_id,date,amount", |(id, day, cents)| {
            let odd = if day % every == 0 { "see invoice".to_owned() } else { amount(cents, '.') };
            format!("{id},{},{odd}", iso_day(day))
        })
    };
    let found = inspect(with(10).as_bytes(), 997).unwrap();
    assert_eq!((found.questions.len(), found.questions[0].column.as_str()), (1, "amount"));
    assert_eq!(found.questions[0].ask.key, "many-unread");
    assert!(found.questions[0].answers[0].proposed);
    // 3 of 120 are told and not asked about.
    let found = inspect(with(40).as_bytes(), 997).unwrap();
    assert!(found.questions.is_empty());
    let told = found.notices.iter().find_map(|notice| match notice {
        Notice::CellsNotRead { count, forms, .. } => Some((*count, forms.clone())),
        _ => None,
    });
    assert_eq!(told, Some((3, vec!["3 × AAA AAA…".to_owned()])));
}

#[test]
fn personal_headers_in_more_languages() {
    for header in
        ["Nick-Name", "昵称", "ニックネーム", "收件人", "Receiver", "Kontaktperson", "联系人", "Никнейм"]
    {
        let rows: String = (0..40)
            .map(|n| format!("{},{},{}\n", 500 + n, ["Anna Q", "Bo R", "Cy S", "Di T"][n % 4], n * 7 % 31))
            .collect();
        let found = inspect(format!("customer_id,{header},visits\n{rows}").as_bytes(), 99).unwrap();
        assert_eq!(found.columns[1].personal, Personal::Drop, "{header}");
    }
    for header in ["緯度", "经度", "широта", "Долгота", "Coordinates", "Latitud"] {
        let rows: String = (0..40)
            .map(|n| format!("{},{}.{:05},{}\n", 500 + n, 48 + n % 3, n * 2_731 % 100_000, n * 7 % 31))
            .collect();
        let found = inspect(format!("customer_id,{header},visits\n{rows}").as_bytes(), 99).unwrap();
        assert_eq!(found.columns[1].personal, Personal::Drop, "{header}");
    }
}

#[test]
fn an_index_without_a_name_measures_nothing() {
    let rows: String = (0..80)
        .map(|n| format!("{},{},{},{}\n", n * 3 + n % 2, 9_001 + n, n * 7 % 31, n * 13 % 50))
        .collect();
    let found = inspect(format!(",customer_id,visits,spend\n{rows}").as_bytes(), 99).unwrap();
    let roles: Vec<Role> = found.columns.iter().map(|column| column.role).collect();
    assert_eq!(roles, [Ignore, CustomerId, Feature, Feature]);
}
