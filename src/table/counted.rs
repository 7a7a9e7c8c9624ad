//! Dates that are counted: spreadsheets count days, Unix counts seconds or milliseconds. They are numbers like any other, so it takes a
//! header, or values that hardly anything else has, to tell.

use super::DateForm;
use super::dates::{DateFormat, DateOrder, moment};
use super::evidence::{Evidence, Readable};
use super::words::Concept;

/// First and last day.
type Days = (i64, i64);

/// What counts so, from the number of its earliest date that is plausible to that of its latest.
const FORMS: [(DateForm, f64, f64); 3] = [
    // 1941 to 2119
    (DateForm::Serial, 15_000.0, 80_000.0),
    // 1980 to 2060
    (DateForm::UnixSeconds, 315_532_800.0, 2_840_140_800.0),
    (DateForm::UnixMilliseconds, 315_532_800_000.0, 2_840_140_800_000.0),
];

/// Different values from which on a column may speak for itself.
const ENOUGH: u64 = 10;

/// How these numbers would be dates, if somebody says they are.
pub(super) fn by_role(numbers: &Readable) -> Option<(DateForm, Days)> {
    let (low, high) = numbers.range?;
    let (form, ..) = *FORMS.iter().find(|(_, first, last)| low >= *first && high <= *last)?;
    if form != DateForm::Serial && numbers.places > 0 {
        return None;
    }
    Some((form, (day(low, form)?, day(high, form)?)))
}

/// How these numbers are dates, by a header that says so, or by their values under one that says nothing.
pub(super) fn by_values(
    header: &[Option<Concept>],
    numbers: &Readable,
    column: &Evidence,
) -> Option<(DateForm, Days)> {
    use Concept::{Amount, Birth, Date, Id, OtherEvent, Paid, Price, Quantity};
    let (form, days) = by_role(numbers)?;
    let says = |concepts: &[Concept]| header.iter().flatten().any(|concept| concepts.contains(concept));
    if says(&[Id, Amount, Price, Quantity]) {
        return None;
    }
    let silent = header.iter().all(Option::is_none) && column.distinct >= ENOUGH;
    let by_itself = match form {
        DateForm::Serial => column.fractions_of_day * 2 >= column.present(),
        // Numbers given one after the other stay close together; purchases do not.
        _ => days.1 - days.0 >= 7,
    };
    (says(&[Date, Birth, OtherEvent, Paid]) || (silent && by_itself)).then_some((form, days))
}

fn day(number: f64, form: DateForm) -> Option<i64> {
    let text = format!("{number}");
    let moment = moment(text.as_bytes(), DateFormat { order: DateOrder::Ymd, form, latest: None })?;
    Some(moment.div_euclid(super::dates::DAY))
}

#[cfg(test)]
mod tests {
    use super::super::column::Column;
    use super::super::iso_day;
    use super::super::words::concepts;
    use super::*;

    fn check(header: &str, cells: &[String], expect: Option<(DateForm, &str, &str)>) {
        let mut column = Column::new(1_000);
        column.push_each(cells.iter().map(|cell| cell.as_bytes()), 2);
        let column = column.finish();
        let found = by_values(&concepts(header), column.numbers.under(0), &column);
        let found = found.map(|(form, (first, last))| (form, iso_day(first), iso_day(last)));
        let expect = expect.map(|(form, first, last)| (form, first.to_owned(), last.to_owned()));
        assert_eq!(found, expect, "{header} {cells:?}");
    }

    fn cells(from: u64, step: u64) -> Vec<String> {
        (0..20).map(|number| (from + number * step).to_string()).collect()
    }

    #[test]
    fn counted_dates() {
        use DateForm::{Serial, UnixMilliseconds, UnixSeconds};
        check("Order Date", &cells(43_895, 1), Some((Serial, "2020-03-05", "2020-03-24")));
        check("Income", &cells(43_895, 1), None);
        check("x", &cells(43_895, 1), None);
        let halves: Vec<String> = cells(43_895, 1).iter().map(|day| format!("{day}.35138889")).collect();
        check("x", &halves, Some((Serial, "2020-03-05", "2020-03-24")));
        check("Paid at", &cells(1_583_396_760, 86_400), Some((UnixSeconds, "2020-03-05", "2020-03-24")));
        check("x", &cells(1_583_396_760, 86_400), Some((UnixSeconds, "2020-03-05", "2020-03-24")));
        check("x", &cells(1_583_396_760, 1), None);
        check("order number", &cells(1_583_396_760, 86_400), None);
        check(
            "ts",
            &cells(1_583_396_760_123, 86_400_000),
            Some((UnixMilliseconds, "2020-03-05", "2020-03-24")),
        );
        check("ts", &cells(12, 5), None);
    }
}
