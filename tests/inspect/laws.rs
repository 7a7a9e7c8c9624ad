//! Laws that both passes keep for any bytes, wherever they are cut.

use proptest::prelude::*;
use ringfence::table::{
    Batch, Cells, ColumnChoice, DateOrder, DecimalMark, Inspection, Reading, ReadingOptions, Role, Shape,
};
use ringfence::{Error, Notice};

use Role::{Categorical, CustomerId, Feature, Ignore, Location};

use super::{batches, inspect};

/// Cells as the two passes see them, put end to end, so that where batches end does not matter.
fn flat(batches: &[Batch]) -> Vec<String> {
    let row = |batch: &Batch, index: usize| {
        let cells = batch.columns.iter().map(|cells| match cells {
            Cells::Unread => String::new(),
            Cells::Numbers(numbers) => format!("{:?}", numbers[index]),
            Cells::Exact { units, scale } => format!("{}e-{scale}", units[index]),
            Cells::Moments(moments) => moments[index].to_string(),
            Cells::Texts(texts) => texts.get(index).to_owned(),
        });
        format!("{}: {}", batch.rows[index], cells.collect::<Vec<_>>().join("|"))
    };
    batches.iter().flat_map(|batch| (0..batch.len()).map(move |index| row(batch, index))).collect()
}

#[test]
fn long_files_are_cut_anywhere() {
    let lines = |count: usize, last: &str| -> String {
        let rows = (0..count)
            .map(|number| format!("K{:04};{:02}.01.2020;{number},5{last}\n", number % 700, number % 28 + 1));
        std::iter::once("Kunde;Datum;Betrag;Ort\n".to_owned()).chain(rows).collect()
    };
    let ascii = lines(30_000, ";Bonn");
    let late = format!("{ascii}K0001;02.01.2020;1,5;Köln\n");
    let umlauts = lines(30_000, ";Köln");
    let latin = |text: &str| text.chars().map(|letter| letter as u8).collect::<Vec<u8>>();
    let utf16 =
        |text: &str| [vec![0xFE, 0xFF], text.encode_utf16().flat_map(u16::to_be_bytes).collect()].concat();
    for (bytes, encoding, rows) in [
        (ascii.clone().into_bytes(), "UTF-8", 30_000),
        (late.clone().into_bytes(), "UTF-8", 30_001),
        (latin(&late), "windows-1252", 30_001),
        (umlauts.clone().into_bytes(), "UTF-8", 30_000),
        (latin(&umlauts), "windows-1252", 30_000),
        (utf16(&umlauts), "UTF-16BE", 30_000),
    ] {
        let whole = inspect(&bytes, bytes.len()).unwrap();
        assert_eq!((whole.encoding.as_str(), whole.rows, whole.notices.len()), (encoding, rows, 0));
        assert_eq!(
            (whole.delimiter, whole.shape, whole.columns[3].role),
            (';', Shape::Transactions, Location)
        );
        assert_eq!(whole.columns[2].decimal, Some(DecimalMark::Comma));
        assert_eq!(whole.columns[3].distinct, if rows == 30_000 { 1 } else { 2 });
        let reading = whole.reading(&ReadingOptions::default()).unwrap();
        let read = flat(&batches(&bytes, &reading, bytes.len()).unwrap().0);
        for chunk in [4_093, (1 << 18) - 1, 1 << 18, (1 << 18) + 1] {
            assert_eq!(inspect(&bytes, chunk).unwrap(), whole, "{encoding} {chunk}");
            assert_eq!(flat(&batches(&bytes, &reading, chunk).unwrap().0), read, "{encoding} {chunk}");
        }
    }
}

#[test]
fn the_user_decides() {
    let text = "client,account,day,sum,note\n".to_owned()
        + &"A,B,03/04/2020,1.5,x\nA,C,05/06/2020,2,y\nD,C,05/06/2020,2,y\n".repeat(9);
    let found = inspect(text.as_bytes(), 99).unwrap();
    assert_eq!(found.shape, Shape::Transactions);
    let [question] = found.questions.as_slice() else { panic!("one question is open") };
    assert_eq!((question.column.as_str(), question.answers.len()), ("day", 2));

    let choose = |choices: &[(&str, ColumnChoice)]| {
        let columns = choices.iter().map(|(name, choice)| ((*name).to_owned(), choice.clone())).collect();
        found.reading(&ReadingOptions { columns, ..ReadingOptions::default() })
    };
    let role = |role: Role| ColumnChoice { role: Some(role), ..ColumnChoice::default() };
    let moved = choose(&[("account", role(CustomerId))]).unwrap();
    assert_eq!((moved.columns[0].role, moved.columns[1].role), (Categorical, CustomerId));
    assert_eq!(choose(&[("nobody", role(Ignore))]), Err(Error::UnknownColumn { name: "nobody".into() }));
    assert_eq!(choose(&[("note", role(Role::Date))]), Err(Error::ColumnNotDate { column: "note".into() }));
    assert_eq!(choose(&[("note", role(Feature))]), Err(Error::ColumnNotNumeric { column: "note".into() }));
    assert_eq!(choose(&[("day", role(Ignore))]), Err(Error::NoDateColumn));
    assert_eq!(choose(&[("sum", role(Ignore))]), Err(Error::NoAmountColumn));
    assert_eq!(
        choose(&[("client", role(CustomerId)), ("account", role(CustomerId))]),
        Err(Error::RoleGivenTwice { first: "client".into(), second: "account".into() })
    );

    let first_day = |reading: &Reading| {
        let (batches, _) = batches(text.as_bytes(), reading, 99).unwrap();
        let Cells::Moments(moments) = &batches[0].columns[2] else { panic!("no dates") };
        ringfence::table::iso_day(moments[0].div_euclid(86_400))
    };
    for answer in &question.answers {
        let reading = choose(&[("day", answer.choice.clone())]).unwrap();
        let expect =
            if answer.choice.date_order == Some(DateOrder::Mdy) { "2020-03-04" } else { "2020-04-03" };
        assert_eq!(first_day(&reading), expect);
        assert_eq!(answer.proposed, first_day(&choose(&[]).unwrap()) == expect);
    }
}

fn any_file() -> impl Strategy<Value = Vec<u8>> {
    let cell = "[0-9]{1,4}([.,][0-9]{1,3})?|[a-zä ]{0,6}|\"[a-z,;\n\"]{0,4}\"|[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}|NULL|";
    let line = proptest::collection::vec(cell, 1..5).prop_map(|cells| cells.join(","));
    let text = (proptest::collection::vec(line, 0..12), prop_oneof![Just("\n"), Just("\r\n"), Just("\r")])
        .prop_map(|(lines, end)| lines.join(end).into_bytes());
    let utf16 = text.clone().prop_map(|text| {
        let text = String::from_utf8(text).unwrap_or_default();
        [vec![0xFF, 0xFE], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
    });
    prop_oneof![text, utf16, proptest::collection::vec(any::<u8>(), 0..200)]
}

proptest! {
    #[test]
    fn any_bytes_are_a_table_or_an_error_however_they_are_cut(bytes in any_file(), chunk in 1usize..40) {
        let whole = inspect(&bytes, usize::MAX >> 1);
        prop_assert_eq!(&whole, &inspect(&bytes, chunk));
        let Ok(inspection) = whole else { return Ok(()) };
        let json = serde_json::to_string(&inspection).unwrap();
        let again: Inspection = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), json);
        if let Ok(reading) = inspection.reading(&ReadingOptions::default()) {
            let (one, notices) = batches(&bytes, &reading, usize::MAX >> 1).unwrap();
            let (other, other_notices) = batches(&bytes, &reading, chunk).unwrap();
            prop_assert_eq!(one.iter().map(Batch::len).sum::<usize>() as u64, inspection.rows);
            prop_assert_eq!(flat(&one), flat(&other));
            prop_assert_eq!(notices, other_notices);
        }
    }

    #[test]
    fn rows_in_another_order_are_the_same_file(rows in proptest::collection::vec(("[0-9]{1,3}", "[0-9]{1,2}/[0-9]{1,2}/2020", "[0-9]{1,2}[.,][0-9]{1,3}|x"), 1..30)) {
        let file = |rows: &mut dyn Iterator<Item = &(String, String, String)>| {
            let lines: String = rows.map(|(id, day, sum)| format!("{id};{day};{sum}\n")).collect();
            format!("customer id;date;amount\n{lines}").into_bytes()
        };
        let forget_rows = |bytes: Vec<u8>| {
            let mut found = inspect(&bytes, 64).unwrap();
            found.notices.iter_mut().for_each(|notice| if let Notice::CellsNotRead { rows, .. } = notice { rows.clear() });
            found
        };
        prop_assert_eq!(forget_rows(file(&mut rows.iter())), forget_rows(file(&mut rows.iter().rev())));
    }

    #[test]
    fn nothing_said_holds_a_cell(secret in "zq[a-z]{6}", kinds in proptest::collection::vec(0usize..5, 20), close in any::<bool>(), named in any::<bool>()) {
        // Without a header, the first row is one of cells.
        let mut text = if named { String::from("customer id,order date,amount,e-mail,remark\n") } else { format!("{secret}@example.com,a,b,c,d\n") };
        for (number, kind) in kinds.iter().enumerate() {
            text += &match kind {
                0 => format!("{secret}{number},2020-01-02,5.50,{secret}@example.com,{secret}\n"),
                1 => format!("{secret},{secret},{secret},{secret},{secret}\n"),
                2 => format!("{number},2020-01-0{},{secret},,\n", number % 9 + 1),
                3 => format!("{number},01/02/2020,7,{secret},\"{secret}\n{secret}\",{secret},{secret}\n"),
                _ => format!("{number},2020-02-02,8\n"),
            };
        }
        if !close {
            text += &format!("1,2,\"{secret}");
        }
        let said = match inspect(text.as_bytes(), 100) {
            Err(error) => format!("{error:?} {error} {}", serde_json::to_string(&error).unwrap()),
            Ok(found) => {
                let reading = found.reading(&ReadingOptions::default());
                let read = reading.as_ref().map(|reading| batches(text.as_bytes(), reading, 100).map(|(_, notices)| notices));
                format!("{} {reading:?} {read:?}", serde_json::to_string(&found).unwrap())
            }
        };
        prop_assert!(!said.contains(&secret), "{}", said);
    }
}
