//! Dates and times of day, read from bytes without allocation, as seconds since 1970-01-01T00:00:00 on the wall clock.
//!
//! Zones are read over: a shop's days are the days of its own clock, whatever offset its till wrote beside them.

use serde::{Deserialize, Serialize};

use super::DecimalMark;
use super::calendars::a_century_earlier;
pub(super) use super::calendars::days;
pub use super::calendars::iso_day;
use super::months::after_weekday;
pub(super) use super::months::{month_or_week, named};
use super::numbers;
use super::wrapping::bare;

/// How the dates of one column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct DateFormat {
    /// Which of day, month and year stands where.
    pub order: DateOrder,
    /// How they are told apart.
    pub form: DateForm,
    /// Where years of two digits are births: the last day (since 1970-01-01) that one of them can mean. What would lie after it is a
    /// hundred years earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional, type = "number"))]
    pub latest: Option<i64>,
}

impl DateForm {
    /// The form where somebody says that another order holds: nothing was swapped then.
    pub(super) fn undone(self) -> Self {
        match self {
            DateForm::Swapped => DateForm::Mixed,
            form => form,
        }
    }
}

/// The order of day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum DateOrder {
    /// Year, month, day.
    Ymd,
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
}

/// How day, month and year are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum DateForm {
    /// By `-`, `/` or `.`: `2010-12-01`, `1.12.10`, with or without a time after it.
    Separated,
    /// As [`Separated`](DateForm::Separated), and those that begin with a year of four digits with the year, month and day in this order.
    Mixed,
    /// As [`Mixed`](DateForm::Mixed), but those that begin with the year have their day before their month: a spreadsheet took the days up to the 12th of
    /// a month for dates of another order, and left all others as text.
    Swapped,
    /// By nothing: `20101201`.
    Compact,
    /// The month by its name: `1 December 2010`; or a week, or no day at all: `2024-W05`, `2024-03`.
    Named,
    /// Days since 1899-12-30, with the time as a fraction: how spreadsheets count (`40513.351`).
    Serial,
    /// Seconds since 1970-01-01T00:00:00 UTC.
    UnixSeconds,
    /// Milliseconds since then.
    UnixMilliseconds,
}

/// Seconds in a day.
pub(super) const DAY: i64 = 86_400;

/// All orders, in the order of preference where a column fits several equally.
pub(super) const ORDERS: [DateOrder; 3] = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy];

/// Two digits from here on belong to the 1900s, below to the 2000s, as POSIX has it for `%y`.
const PIVOT: u32 = 69;

/// Three numbers and perhaps a time, before it is known which of them is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    fields: [u32; 3],
    widths: [usize; 3],
    /// What stands between them.
    pub(super) separator: u8,
    seconds: i64,
}

/// The moment a cell means under `format`, whatever guards stand around it; `None` where it is none.
pub(super) fn moment(cell: &[u8], format: DateFormat) -> Option<i64> {
    let moment = bare_moment(cell, format).or_else(|| match bare(cell) {
        inner if *inner == *cell => None,
        inner => bare_moment(&inner, format),
    })?;
    match format.latest {
        Some(latest) if moment.div_euclid(DAY) > latest && !has_full_year(cell) => {
            let day = a_century_earlier(moment.div_euclid(DAY))?;
            Some(day * DAY + moment.rem_euclid(DAY))
        }
        _ => Some(moment),
    }
}

pub(super) fn has_full_year(cell: &[u8]) -> bool {
    bare(cell).windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

fn bare_moment(cell: &[u8], format: DateFormat) -> Option<i64> {
    match format.form {
        DateForm::Separated => separated(cell)?.moment(format.order),
        DateForm::Mixed | DateForm::Swapped => separated(cell)?.mixed(format),
        DateForm::Compact => compact(cell),
        DateForm::Named => named(cell).or_else(|| month_or_week(cell)),
        DateForm::Serial | DateForm::UnixSeconds | DateForm::UnixMilliseconds => counted(cell, format.form),
    }
}

/// Whole seconds up to which counted dates reach: the year 2299.
const LATEST: i64 = 10_413_792_000;

/// The moment that a count of days, seconds or milliseconds means.
fn counted(cell: &[u8], form: DateForm) -> Option<i64> {
    let mark = if cell.contains(&b',') { DecimalMark::Comma } else { DecimalMark::Point };
    let number = numbers::read(cell, mark)?.to_units(6)?;
    let seconds = match form {
        // A millionth of a day is less than a tenth of a second: the nearest second is the one that was meant.
        DateForm::Serial => {
            (i128::from(number) * i128::from(DAY) + 500_000).div_euclid(1_000_000) - SERIAL_TO_1970
        }
        DateForm::UnixMilliseconds => i128::from(number).div_euclid(1_000_000_000),
        _ => i128::from(number).div_euclid(1_000_000),
    };
    i64::try_from(seconds).ok().filter(|seconds| seconds.abs() < LATEST)
}

/// Seconds from the day that spreadsheets count from to 1970-01-01.
const SERIAL_TO_1970: i128 = 25_569 * DAY as i128;

/// True where a cell is a separated date under some order.
pub(super) fn is_separated(cell: &[u8]) -> bool {
    separated(cell).is_some_and(|written| ORDERS.iter().any(|order| written.moment(*order).is_some()))
}

/// Takes apart a separated date; `None` where it is none under any order.
pub(super) fn separated(cell: &[u8]) -> Option<Written> {
    let mut cell = cell.trim_ascii();
    if !cell.first()?.is_ascii_digit() {
        cell = after_weekday(cell)?;
    }
    let mut rest = cell;
    let mut fields = [0; 3];
    let mut widths = [0; 3];
    let mut separator = 0;
    for index in 0..3 {
        (fields[index], widths[index]) = number(&mut rest)?;
        if index < 2 {
            if rest.first().is_some_and(|byte| *byte >= 0x80) {
                return by_characters(cell);
            }
            let (&byte, after) = rest.split_first()?;
            if !matches!(byte, b'-' | b'/' | b'.') || (index == 1 && byte != separator) {
                return None;
            }
            // `5. 3. 2020` has blanks after its points.
            (separator, rest) = (byte, if byte == b'.' { after.trim_ascii_start() } else { after });
        }
    }
    // The point after the year that some languages write.
    if separator == b'.' && rest.len() > 1 && rest.starts_with(b". ") {
        rest = &rest[1..];
    }
    let seconds = if rest.is_empty() || rest == b"." { 0 } else { time_of_day(rest)? };
    Some(Written { fields, widths, separator, seconds })
}

/// `2020年3月5日 8時26分`, in Chinese, Japanese or (`년 월 일`) Korean.
fn by_characters(cell: &[u8]) -> Option<Written> {
    const AFTER: [[&str; 3]; 6] = [
        ["年", "年", "년"],
        ["月", "月", "월"],
        ["日", "号", "일"],
        ["時", "时", "시"],
        ["分", "分", "분"],
        ["秒", "秒", "초"],
    ];
    let mut fields = [0; 6];
    let mut widths = [0; 6];
    let mut rest = cell;
    for (index, marks) in AFTER.iter().enumerate() {
        rest = rest.trim_ascii_start();
        if index >= 3 && (rest.is_empty() || rest.contains(&b':')) {
            break;
        }
        (fields[index], widths[index]) = number(&mut rest)?;
        rest = marks.iter().find_map(|mark| rest.strip_prefix(mark.as_bytes()))?;
    }
    let [year, month, day, hour, minute, second] = fields;
    let clock = i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second);
    let seconds = if rest.is_empty() { clock } else { time_after(rest)? };
    let fits = widths[0] == 4 && hour < 24 && minute < 60 && second < 60;
    fits.then_some(Written {
        fields: [year, month, day],
        widths: [4, widths[1], widths[2]],
        separator: b'-',
        seconds,
    })
}

/// The moment of `YYYYMMDD` (a trailing `.0` of a data frame allowed), also with a time behind it: `20200305082600`, `20200305T082600Z`.
pub(super) fn compact(cell: &[u8]) -> Option<i64> {
    let cell = cell.trim_ascii();
    let digits = cell.strip_suffix(b".0").unwrap_or(cell);
    let (day, time) = digits.split_at_checked(8)?;
    if !day.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = day.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    let seconds = if time.is_empty() { 0 } else { compact_time(time)? };
    Some(days(value / 10_000, value / 100 % 100, value % 100)? * DAY + seconds)
}

/// `hhmm` or `hhmmss`, perhaps after a `T` and before a `Z`; or a time as it stands behind other dates.
fn compact_time(time: &[u8]) -> Option<i64> {
    let digits = time.strip_prefix(b"T").unwrap_or(time);
    let digits = digits.strip_suffix(b"Z").unwrap_or(digits);
    if !matches!(digits.len(), 4 | 6) || !digits.iter().all(u8::is_ascii_digit) {
        return if time[0].is_ascii_digit() { None } else { time_of_day(time) };
    }
    let two = |at: usize| {
        digits.get(at..at + 2).map_or(0, |pair| i64::from(pair[0] - b'0') * 10 + i64::from(pair[1] - b'0'))
    };
    let (hour, minute, second) = (two(0), two(2), two(4));
    (hour < 24 && minute < 60 && second < 60).then_some(hour * 3_600 + minute * 60 + second)
}

impl Written {
    /// The moment under `order`; `None` where that makes no date.
    pub(super) fn moment(self, order: DateOrder) -> Option<i64> {
        let [year, month, day] = match order {
            DateOrder::Ymd => [0, 1, 2],
            DateOrder::Dmy => [2, 1, 0],
            DateOrder::Mdy => [2, 0, 1],
        };
        if self.widths[month] > 2 || self.widths[day] > 2 {
            return None;
        }
        let year = full_year(self.fields[year], self.widths[year])?;
        Some(days(year, self.fields[month], self.fields[day])? * DAY + self.seconds)
    }

    /// The moment where some begin with the year and the others have another order.
    fn mixed(self, format: DateFormat) -> Option<i64> {
        match (self.begins_with_year(), format.form) {
            (false, _) => self.moment(format.order),
            (true, DateForm::Swapped) => {
                let [year, month, day] = self.fields;
                let [first, second, third] = self.widths;
                let swapped = Written { fields: [year, day, month], widths: [first, third, second], ..self };
                swapped.moment(DateOrder::Ymd)
            }
            (true, _) => self.moment(DateOrder::Ymd),
        }
    }

    /// True where the year is known by its four digits to come first.
    pub(super) fn begins_with_year(self) -> bool {
        self.widths[0] == 4
    }

    /// The last of the three numbers.
    pub(super) fn last_number(self) -> u32 {
        self.fields[2]
    }

    /// What may be a year of four digits.
    pub(super) fn years(self) -> [u32; 2] {
        [self.fields[0], self.fields[2]]
    }

    /// The first number and the last where they are of two digits: one of them is the year, the other no number of four.
    pub(super) fn short_years(self) -> Option<[u32; 2]> {
        (self.widths[0] <= 2 && self.widths[2] == 2).then_some([self.fields[0], self.fields[2]])
    }
}

/// One to four digits from the front of `rest`.
fn number(rest: &mut &[u8]) -> Option<(u32, usize)> {
    let width = rest.iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=4).contains(&width) {
        return None;
    }
    let (digits, after) = rest.split_at(width);
    *rest = after;
    Some((digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0')), width))
}

/// The year that a number of four digits or of two means.
pub(super) fn full_year(value: u32, width: usize) -> Option<u32> {
    match width {
        4 => Some(value),
        2 => Some(value + if value < PIVOT { 2000 } else { 1900 }),
        _ => None,
    }
}

/// `T08:26`, ` 8:26:00 PM`, `, 08:26:00.000+01:00`, ` 8.26 Uhr`: seconds since midnight.
pub(super) fn time_of_day(rest: &[u8]) -> Option<i64> {
    match rest {
        [b'T' | b't' | b'_', after @ ..] => time_after(after),
        [b',' | b' ', after @ ..] => time_after(after_a_word(after.trim_ascii_start())),
        [b'-', after @ ..] if after.starts_with(b" ") => time_after(after.trim_ascii_start()),
        _ if rest.first()?.is_ascii_digit() => time_after(rest),
        _ => None,
    }
}

/// Words between a day and a time of it.
const AT: [&str; 9] = ["um ", "at ", "kl. ", "kl ", "godz. ", "à ", "às ", "ore ", "г. "];

fn after_a_word(rest: &[u8]) -> &[u8] {
    AT.iter().find_map(|word| rest.strip_prefix(word.as_bytes())).unwrap_or(rest)
}

fn time_after(rest: &[u8]) -> Option<i64> {
    let mut rest = rest;
    let (mut hour, _) = number(&mut rest)?;
    let separator = *rest.first().filter(|byte| matches!(**byte, b':' | b'.' | b'h'))?;
    rest = &rest[1..];
    let (minute, width) = number(&mut rest)?;
    if separator != b':' && width != 2 {
        return None;
    }
    let mut second = 0;
    if let Some((&next, after)) = rest.split_first()
        && (next == separator || next == b':')
    {
        rest = after;
        (second, _) = number(&mut rest)?;
        if let [b'.' | b',', after @ ..] = rest {
            let places = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
            rest = &after[places..];
        }
    }
    rest = rest.trim_ascii_start();
    if let Some((afternoon, after)) = half_of_day(rest) {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        rest = after.trim_ascii_start();
    }
    rest =
        [&b"Uhr"[..], b"uhr", b"hs.", b"hs"].iter().find_map(|word| rest.strip_prefix(*word)).unwrap_or(rest);
    // A leap second counts as the second before it.
    let fits = hour < 24 && minute < 60 && second <= 60 && is_zone(rest);
    fits.then(|| i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second.min(59)))
}

/// `AM`, `p.m.`, `p. m.`: whether it is the second half of the day, and what follows.
fn half_of_day(rest: &[u8]) -> Option<(bool, &[u8])> {
    let (&half, after) = rest.split_first()?;
    let afternoon = match half.to_ascii_lowercase() {
        b'a' => false,
        b'p' => true,
        _ => return None,
    };
    let after = after.strip_prefix(b".").unwrap_or(after).trim_ascii_start();
    let (&m, after) = after.split_first()?;
    (m.eq_ignore_ascii_case(&b'm')).then(|| (afternoon, after.strip_prefix(b".").unwrap_or(after)))
}

/// `Z`, `UTC`, `+01:00`, `GMT+0100 (CET)`, `+01:00[Europe/Berlin]`.
fn is_zone(rest: &[u8]) -> bool {
    let name = rest.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let rest = &rest[name..];
    let offset = rest.iter().take_while(|byte| byte.is_ascii_digit() || b"+-:".contains(byte)).count();
    let signed = offset == 0 || ((3..=6).contains(&offset) && matches!(rest[0], b'+' | b'-'));
    let remark = rest[offset..].trim_ascii();
    let closed = matches!(remark, [] | [b'(', .., b')'] | [b'[', .., b']']);
    name <= 5 && signed && closed && (remark.is_empty() || name + offset > 0)
}

/// The day of an ISO date (`2011-12-10`), counted from 1970-01-01; `None` where it is none.
pub fn parse_iso_day(text: &str) -> Option<i64> {
    let written = separated(text.as_bytes())?;
    let iso = written.separator == b'-' && written.widths == [4, 2, 2] && written.seconds == 0;
    written.moment(DateOrder::Ymd).filter(|_| iso).map(|moment| moment.div_euclid(DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expect: [Option<&str>; 3]) {
        for (order, expect) in ORDERS.into_iter().zip(expect) {
            let format = DateFormat { order, form: DateForm::Separated, latest: None };
            let found = moment(cell.as_bytes(), format).map(|seconds| {
                let time = seconds.rem_euclid(DAY);
                let day = iso_day(seconds.div_euclid(DAY));
                if time == 0 {
                    day
                } else {
                    format!("{day} {:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60)
                }
            });
            assert_eq!(found.as_deref(), expect, "{cell} as {order:?}");
        }
    }

    #[test]
    fn orders() {
        check("2010-12-01", [Some("2010-12-01"), None, None]);
        check("04-09-2012", [None, Some("2012-09-04"), Some("2012-04-09")]);
        check("11/8/2018", [None, Some("2018-08-11"), Some("2018-11-08")]);
        check("21.8.2013", [None, Some("2013-08-21"), None]);
        check("21.8.13", [Some("2021-08-13"), Some("2013-08-21"), None]);
        check("10/11/12", [Some("2010-11-12"), Some("2012-11-10"), Some("2012-10-11")]);
        check("Mo, 21.8.2013", [None, Some("2013-08-21"), None]);
        check("Wednesday 21/8/2013 08:26", [None, Some("2013-08-21 08:26:00"), None]);
        check("'21.8.2013", [None, Some("2013-08-21"), None]);
        // 2567 of the Buddhist era is 2024, a leap year.
        check("29/2/2567", [None, Some("2024-02-29"), None]);
        check("1/2/69", [None, Some("1969-02-01"), Some("1969-01-02")]);
        check("29/2/2000", [None, Some("2000-02-29"), None]);
        for nothing in [
            "29.2.1900",
            "2010-12-1-5",
            "2010-12/01",
            "2010-13-01",
            "1-1-1",
            "",
            "12",
            "1.5",
            "0.0.2000",
            "12345-1-1",
        ] {
            check(nothing, [None; 3]);
        }
    }

    #[test]
    fn times() {
        check("2010-12-01 08:26:00", [Some("2010-12-01 08:26:00"), None, None]);
        check("2010-12-01T08:26:00.123+01:00", [Some("2010-12-01 08:26:00"), None, None]);
        check("2010-12-01T08:26Z", [Some("2010-12-01 08:26:00"), None, None]);
        check("2010-12-01 08:26:05 UTC", [Some("2010-12-01 08:26:05"), None, None]);
        check("12/31/2018 12:05 AM", [None, None, Some("2018-12-31 00:05:00")]);
        check("2010-12-01 08:26:05 +0100", [Some("2010-12-01 08:26:05"), None, None]);
        check("2010-12-01T08:26:05+01:00[Europe/Berlin]", [Some("2010-12-01 08:26:05"), None, None]);
        for time in ["8.26 Uhr", "um 08:26", "kl. 08.26", "godz. 8:26", "à 08:26", "às 8:26", "8:26 hs."] {
            check(&format!("31.12.2018 {time}"), [None, Some("2018-12-31 08:26:00"), None]);
        }
        check("31/12/2018 20h26", [None, Some("2018-12-31 20:26:00"), None]);
        check("31/12/2018 8:26 p. m.", [None, Some("2018-12-31 20:26:00"), None]);
        check("31. 12. 2018 8:26", [None, Some("2018-12-31 08:26:00"), None]);
        check("2018年12月31日", [Some("2018-12-31"), None, None]);
        check("2018年12月31日 8時26分", [Some("2018-12-31 08:26:00"), None, None]);
        check("2018년 12월 31일", [Some("2018-12-31"), None, None]);
        check("12/31/2018, 1:05:09 pm", [None, None, Some("2018-12-31 13:05:09")]);
        for nothing in
            ["2010-12-01 25:00", "2010-12-01 08", "2010-12-01 08:60", "2010-12-01 13:00 PM", "2010-12-01x"]
        {
            check(nothing, [None; 3]);
        }
    }

    #[test]
    fn compact_days() {
        let day = |cell: &str| compact(cell.as_bytes()).map(|seconds| iso_day(seconds / DAY));
        assert_eq!(day("19970101").as_deref(), Some("1997-01-01"));
        assert_eq!(day("19970101.0").as_deref(), Some("1997-01-01"));
        assert_eq!(day("19970229"), None);
        assert_eq!(day("17850"), None);
        assert_eq!(day("99999999"), None);
    }

    #[test]
    fn counted_dates() {
        let read = |cell: &str, form| {
            moment(cell.as_bytes(), DateFormat { order: DateOrder::Ymd, form, latest: None })
        };
        // 1 December 2010 is day 40513 of a spreadsheet and second 1291161600 of Unix; 08:26 is .351388889 of a day.
        assert_eq!(read("40513", DateForm::Serial), Some(1_291_161_600));
        assert_eq!(read("40513.351388889", DateForm::Serial), Some(1_291_161_600 + 8 * 3_600 + 26 * 60));
        assert_eq!(read("40513,351388889", DateForm::Serial), Some(1_291_161_600 + 8 * 3_600 + 26 * 60));
        assert_eq!(read("1291191960", DateForm::UnixSeconds), Some(1_291_191_960));
        assert_eq!(read("1291191960123", DateForm::UnixMilliseconds), Some(1_291_191_960));
        assert_eq!(read("x", DateForm::Serial), None);
        assert_eq!(read("999999999999999999", DateForm::UnixSeconds), None);
    }
}
