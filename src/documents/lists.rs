//! Lists of customers, for internal use only: who is in which segment, and one segment's customers for the mail tool.
//!
//! They are personal data and no summary: each function asks for an [`Internal`]. They are stamped by their file names,
//! `*.internal.csv`: a line or column saying so would break the tools that read them.

use std::borrow::Cow;

use super::written;
use crate::customers::Features;
use crate::release::Internal;

/// Header of the column of data rows, where the file has no customer ids.
const ROW: &str = "row";

/// Every customer with the number (from 1) and name of their segment; both empty for customers outside the segments.
///
/// CSV in UTF-8 with commas, in order of the customers. The first column is the id under its own header, or the 1-based data
/// row. `segments` has one entry, from 0, for each customer; `names` one for each segment.
pub fn assignments_csv(
    _: &Internal,
    features: &Features,
    segments: &[Option<u32>],
    names: &[String],
) -> String {
    written(|writer| {
        writer.write_record([&*key_header(features), "segment", "name"])?;
        segments.iter().enumerate().try_for_each(|(customer, segment)| {
            let number = segment.map(|segment| (segment + 1).to_string()).unwrap_or_default();
            let name = segment.and_then(|segment| names.get(segment as usize)).map_or("", String::as_str);
            writer.write_record([&*key(features, customer), &number, &*formula_safe(name)])
        })
    })
}

/// The ids (or 1-based data rows) of the customers of segment `number`, from 1, under their own header: one column, CSV in
/// UTF-8, ready for a mail tool. Parameters as in [`assignments_csv`].
pub fn audience_csv(_: &Internal, features: &Features, segments: &[Option<u32>], number: u32) -> String {
    let inside = |segment: &Option<u32>| segment.and_then(|segment| segment.checked_add(1)) == Some(number);
    written(|writer| {
        writer.write_record([&*key_header(features)])?;
        let mut members = segments.iter().enumerate().filter(|(_, segment)| inside(segment));
        members.try_for_each(|(customer, _)| writer.write_record([&*key(features, customer)]))
    })
}

/// What the first column of a list is called.
pub(super) fn key_header(features: &Features) -> Cow<'_, str> {
    formula_safe(features.id_header.as_deref().unwrap_or(ROW))
}

/// What identifies a customer in a list.
pub(super) fn key(features: &Features, customer: usize) -> Cow<'_, str> {
    match features.ids.get(customer) {
        Some(id) => formula_safe(id),
        None => Cow::from(features.key(customer)),
    }
}

/// A text that no spreadsheet takes for a formula: a `'` is put before every `=`, `+`, `-`, `@` (full-width ones too), tab,
/// carriage return and NUL at its start, and after a separator or quote in it, since a program that splits at another separator
/// makes that the start of a cell (OWASP ASVS 1.2.10). A plain number stays as it is.
pub fn formula_safe(text: &str) -> Cow<'_, str> {
    let starts_formula =
        |mark| matches!(mark, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\0');
    // Invisible marks do not stop a spreadsheet from seeing what follows them.
    let passed_over = |mark| matches!(mark, ' ' | '\u{a0}' | '\u{200b}' | '\u{feff}');
    let ends_cell = |mark| matches!(mark, ',' | ';' | '|' | '"' | '\t' | '\r' | '\n');
    if is_number(text) || !text.contains(starts_formula) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 1);
    let mut at_start = true;
    for mark in text.chars() {
        if at_start && starts_formula(mark) {
            safe.push('\'');
        }
        at_start = ends_cell(mark) || at_start && passed_over(mark);
        safe.push(mark);
    }
    Cow::Owned(safe)
}

/// A number with at most a minus sign: digits, and a fraction after a point or a comma.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let size = text.strip_prefix('-').unwrap_or(text);
    size.split_once(['.', ',']).map_or(digits(size), |(whole, fraction)| digits(whole) && digits(fraction))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p17_formulas_are_neutralised() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+49 171", "'+49 171"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("--5", "'--5"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("\0=1", "'\0=1"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠x", "'＠x"),
            (" =1", " '=1"),
            ("\u{feff}=1", "\u{feff}'=1"),
            ("x;=cmd|' /C calc'!A0", "x;'=cmd|' /C calc'!A0"),
            ("x\";=1", "x\";'=1"),
        ] {
            assert_eq!(formula_safe(text), expected);
        }
    }

    #[test]
    fn what_is_no_formula_stays() {
        for text in ["", "17850", "-17850", "-1.5", "-1,5", "C-12", "a=b", "Müller + Sohn", "O'Hara"] {
            assert_eq!(formula_safe(text), text);
        }
    }
}
