//! What is asked of the reader for any bytes: one function a target, shared by the fuzzer and by a test that runs them over the corpus.

use ringfence::customers::{CustomerOptions, Features, Pass, SourceKind, SourceOptions, Sources};
use ringfence::table::{
    Batch, Cells, ColumnChoice, ColumnReading, ColumnType, DateForm, DateFormat, DateOrder, DecimalMark,
    Inspection, Inspector, Layout, MISSING, Personal, Reader, Reading, ReadingOptions, Role, Shape, iso_day,
    parse_iso_day,
};
use ringfence::{Error, limits};
use ringfence_xlsx::Workbook;

/// Any bytes in any encoding are text, the same text wherever they are cut.
pub(crate) fn decode(bytes: &[u8]) {
    let Some((&choice, bytes)) = bytes.split_first() else { return };
    let encodings =
        ["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "Shift_JIS", "GBK", "macintosh", "ISO-8859-2"];
    let reading = Reading {
        encoding: encodings[usize::from(choice) % encodings.len()].to_owned(),
        ..reading(vec![text("a"), text("b")])
    };
    let _ = same_however_cut(bytes, &reading, 1 + usize::from(choice / 8));
}

/// What a file is does not depend on how it is cut, and what is said of it can be written down and read again.
pub(crate) fn sniff(bytes: &[u8]) {
    let whole = inspect(bytes, usize::MAX);
    assert_eq!(whole, inspect(bytes, 1 + bytes.len() / 3));
    let Ok(found) = whole else { return };
    assert!(found.rows > 0 && found.columns.len() >= 2 && found.columns.len() <= limits::COLUMNS);
    let mut names: Vec<&str> = found.columns.iter().map(|column| column.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), found.columns.len(), "names are unique");
    let json = serde_json::to_string(&found).expect("an inspection can be written");
    let again: Inspection = serde_json::from_str(&json).expect("and read again");
    assert_eq!(serde_json::to_string(&again).expect("and written again"), json);
}

/// A workbook gives as many records as its sheets have rows, each as wide as the others, and the inspector takes them.
pub(crate) fn workbook(bytes: &[u8]) {
    let Ok(workbook) = Workbook::open(bytes.to_vec()) else { return };
    for sheet in workbook.filled().collect::<Vec<_>>() {
        let Ok(mut sheet) = workbook.csv(sheet) else { continue };
        let mut inspector = Inspector::for_workbook();
        let mut taken = Ok(());
        while let Ok(Some(chunk)) = sheet.next_chunk() {
            taken = taken.and_then(|()| inspector.push(chunk));
        }
        let (written, rows) = sheet.progress();
        assert_eq!(written, rows, "a sheet that was run over once is read to its end");
        let _ = taken.and_then(|()| inspector.finish());
    }
}

/// Pass 2 sees the rows that pass 1 saw, whatever the chunks.
pub(crate) fn read(bytes: &[u8]) {
    let Ok(found) = inspect(bytes, 1 << 16) else { return };
    let Ok(reading) = found.reading(&ReadingOptions::default()) else { return };
    let rows = same_however_cut(bytes, &reading, 1 + bytes.len() / 5);
    assert_eq!(rows, Ok(found.rows));
}

/// Whatever role is put upon a column, the file is read and shown or both are refused with a word; its customers are the same however it is
/// cut; and a file that is given twice is that file once.
pub(crate) fn customers(bytes: &[u8]) {
    let Some((&choice, bytes)) = bytes.split_first() else { return };
    let Ok(found) = inspect(bytes, 1 << 16) else { return };
    let options = somebodys_choice(&found, usize::from(choice));
    let (corrected, reading) = (found.corrected(&options), found.reading(&options));
    let Ok(reading) = reading else { return };
    assert_eq!(corrected.map(|corrected| corrected.shape), Ok(reading.shape), "what is read can be shown");
    let by = CustomerOptions::default();
    let of_one = |chunk| customers_of(bytes, Pass::over_one(&found, &options, &by, None), chunk);
    let whole = of_one(usize::MAX);
    assert_eq!(shown(&whole), shown(&of_one(1 + bytes.len() / 5)));
    let choices = [(); 2].map(|()| SourceOptions { kind: None, reading: options.clone() });
    let twice = [found.clone(), found.clone()];
    let Ok(sources) = Sources::new(&twice, &choices) else { return };
    if sources.files.iter().all(|file| file.kind == SourceKind::Purchases && file.reading == reading) {
        let twice = customers_of(bytes, Pass::over_several(&twice, &choices, &by, None), usize::MAX);
        let amounts = |features: &Features| (features.ids.clone(), format!("{:?}", features.values));
        assert_eq!(twice.as_ref().map(amounts), whole.as_ref().map(amounts));
    }
}

/// A number is the same number as a double and as exact units, under either mark.
pub(crate) fn numbers(bytes: &[u8]) {
    for decimal in [DecimalMark::Point, DecimalMark::Comma] {
        let column = |role: Role| ColumnReading {
            kind: ColumnType::Number,
            role,
            decimal: Some(decimal),
            scale: 2,
            ..text("x")
        };
        let reading = reading(vec![column(Role::Feature), column(Role::Amount)]);
        for batch in batches(&doubled(bytes), &reading, usize::MAX).unwrap_or_default() {
            let (Cells::Numbers(numbers), Cells::Exact { units, .. }) =
                (&batch.columns[0], &batch.columns[1])
            else {
                panic!("a feature is a double, an amount is exact");
            };
            for (number, units) in numbers.iter().zip(units) {
                match *units {
                    MISSING => assert!(number.is_nan() || number.abs() > 9e16, "{number} fits 64 bits"),
                    units => {
                        let exact = units as f64 / 100.0;
                        assert!(
                            (exact - number).abs() <= 0.005 + number.abs() * 1e-15,
                            "{number} is not {exact}"
                        );
                    }
                }
            }
        }
    }
}

/// Dates lie in years that are read at all, and their days are days of the calendar.
pub(crate) fn dates(bytes: &[u8]) {
    let forms = [
        DateForm::Separated,
        DateForm::Compact,
        DateForm::Named,
        DateForm::Serial,
        DateForm::UnixSeconds,
        DateForm::UnixMilliseconds,
    ];
    for (form, order) in
        forms.into_iter().zip([DateOrder::Dmy, DateOrder::Ymd, DateOrder::Mdy].into_iter().cycle())
    {
        let date = Some(DateFormat { order, form, latest: None });
        let column = || ColumnReading { kind: ColumnType::Date, role: Role::Date, date, ..text("x") };
        let reading = reading(vec![column(), column()]);
        for batch in batches(&doubled(bytes), &reading, usize::MAX).unwrap_or_default() {
            let [Cells::Moments(moments), Cells::Moments(again)] = &batch.columns[..] else {
                panic!("dates are moments");
            };
            assert_eq!(moments, again);
            for moment in moments.iter().filter(|moment| **moment != MISSING) {
                let day = moment.div_euclid(86_400);
                let iso = iso_day(day);
                assert!(("1600-01-01".."2301-01-01").contains(&iso.as_str()), "{iso}");
                assert!(parse_iso_day(&iso).is_none_or(|found| found == day), "{iso}");
            }
        }
    }
}

fn inspect(bytes: &[u8], chunk: usize) -> Result<Inspection, Error> {
    let mut inspector = Inspector::new();
    for piece in bytes.chunks(chunk) {
        inspector.push(piece)?;
    }
    inspector.finish()
}

/// A role for one of the columns, or none.
fn somebodys_choice(found: &Inspection, choice: usize) -> ReadingOptions {
    let roles = [
        Role::CustomerId,
        Role::OrderId,
        Role::Date,
        Role::Amount,
        Role::Quantity,
        Role::UnitPrice,
        Role::Discount,
        Role::Product,
        Role::Category,
        Role::Feature,
        Role::Categorical,
        Role::Ignore,
    ];
    let mut options = ReadingOptions::default();
    if let Some(role) = roles.get(choice % 16) {
        let column = &found.columns[choice / 16 % found.columns.len()];
        let chosen = ColumnChoice { role: Some(*role), ..ColumnChoice::default() };
        options.columns.insert(column.name.clone(), chosen);
    }
    options
}

/// The customers of a pass in which every file is this one.
fn customers_of(bytes: &[u8], pass: Result<Pass, Error>, chunk: usize) -> Result<Features, Error> {
    let mut pass = pass?;
    for file in pass.order() {
        pass.begin(file)?;
        for piece in bytes.chunks(chunk) {
            pass.push(piece)?;
        }
        pass.end()?;
    }
    Ok(pass.finish()?.0)
}

/// Missing values equal each other here.
fn shown(features: &Result<Features, Error>) -> String {
    format!("{features:?}")
}

fn batches(bytes: &[u8], reading: &Reading, chunk: usize) -> Result<Vec<Batch>, Error> {
    let mut found = Vec::new();
    let mut sink = |batch: &Batch| {
        found.push(batch.clone());
        Ok(())
    };
    let mut reader = Reader::new(reading);
    for piece in bytes.chunks(chunk) {
        reader.push(piece, &mut sink)?;
    }
    reader.finish(&mut sink)?;
    Ok(found)
}

/// Reads whole and in pieces and answers with the number of rows; what was read before an error is not compared.
fn same_however_cut(bytes: &[u8], reading: &Reading, chunk: usize) -> Result<u64, Error> {
    let (whole, pieces) = (batches(bytes, reading, usize::MAX), batches(bytes, reading, chunk));
    assert_eq!(
        whole.as_ref().map(|found| format!("{found:?}")),
        pieces.as_ref().map(|found| format!("{found:?}"))
    );
    let whole = whole?;
    for batch in &whole {
        for cells in &batch.columns {
            let length = match cells {
                Cells::Unread => batch.len(),
                Cells::Numbers(numbers) => numbers.len(),
                Cells::Exact { units, .. } | Cells::Moments(units) => units.len(),
                Cells::Texts(texts) => texts.len(),
            };
            assert_eq!(length, batch.len(), "every column is as long as every other");
        }
    }
    Ok(whole.iter().map(|batch| batch.len() as u64).sum())
}

/// Each line of the bytes as a row of two equal quoted cells.
fn doubled(bytes: &[u8]) -> Vec<u8> {
    let mut rows = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        let cell: Vec<u8> = line.iter().copied().filter(|byte| *byte != b'"').collect();
        rows.extend([b"\"", cell.as_slice(), b"\",\"", &cell, b"\"\n"].concat());
    }
    rows
}

fn reading(columns: Vec<ColumnReading>) -> Reading {
    Reading {
        encoding: "UTF-8".to_owned(),
        delimiter: ',',
        layout: Layout::Separated,
        lead: 0,
        header: false,
        under: 0,
        skips_nul: false,
        shape: Shape::Customers,
        columns,
    }
}

fn text(name: &str) -> ColumnReading {
    ColumnReading {
        name: name.to_owned(),
        kind: ColumnType::Text,
        role: Role::CustomerId,
        personal: Personal::None,
        personal_data: None,
        decimal: None,
        scale: 0,
        date: None,
        missing: Vec::new(),
        zero_is_nobody: false,
        goes_on_with: None,
        once_per: None,
        c_is_common: false,
        with_day: false,
        beside: None,
        since: None,
        until: None,
    }
}
