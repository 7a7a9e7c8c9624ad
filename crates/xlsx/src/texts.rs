//! Numbers that a workbook holds as text, among true numbers of the same column: a workbook knows which are which, the CSV would not.
//!
//! True numbers have a decimal point in the CSV whatever the country. Texts were written by people or pasted from elsewhere, so their decimal mark is
//! judged by themselves, column by column, and they are written as numbers too: `1.234,50` becomes `1234.50`. In a column without true numbers
//! nothing is changed; there whoever reads the CSV sees all there is to see.

/// What stands in one column.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Column {
    /// Numbers that are numbers, and most places behind the point of one of them.
    numbers: u64,
    places: usize,
    /// Cells that hold text, and that hold anything else: numbers, days, yes and no.
    texts: u64,
    values: u64,
    /// Texts that are numbers only if this mark is the decimal one: a point, a comma.
    only: [u64; 2],
    /// Texts that are numbers either way: `1.234`, `1,234`.
    either: [u64; 2],
}

const POINT: usize = 0;
const COMMA: usize = 1;

/// A number in a text, taken apart.
struct Written<'a> {
    before: &'a str,
    digits: &'a str,
    after: &'a str,
    /// Whether it is a number under a decimal point, and under a decimal comma.
    fits: [bool; 2],
}

/// Letters and signs of a currency beside a number.
const MOST_BESIDE: usize = 6;

impl Column {
    /// Looks at a cell.
    pub(crate) fn take(&mut self, text: &str, is_text: bool) {
        *(if is_text { &mut self.texts } else { &mut self.values }) += 1;
        if !is_text {
            if text.parse::<f64>().is_ok() {
                self.numbers += 1;
                self.places = self.places.max(text.split_once('.').map_or(0, |(_, places)| places.len()));
            }
            return;
        }
        let Some(written) = taken_apart(text) else { return };
        match written.fits {
            [true, true] => self.either[usize::from(written.digits.contains(','))] += 1,
            [true, false] => self.only[POINT] += 1,
            [false, true] => self.only[COMMA] += 1,
            [false, false] => {}
        }
    }

    /// Whether most of its cells are no text; the header is one.
    pub(crate) fn holds_values(&self) -> bool {
        self.values >= self.texts && self.values > 0
    }

    /// A text as a number with a decimal point, where it is one among true numbers; `None` where it stays as it is.
    pub(crate) fn rewritten(&self, text: &str) -> Option<String> {
        if self.numbers == 0 {
            return None;
        }
        let Written { before, digits, after, fits } = taken_apart(text)?;
        let decimal = match fits {
            [true, true] => self.decimal(usize::from(digits.contains(','))),
            [true, false] => POINT,
            [false, true] => COMMA,
            [false, false] => return None,
        };
        let kept = digits.chars().filter_map(|letter| match letter {
            '.' | ',' if (letter == ',') == (decimal == COMMA) => Some('.'),
            digit if digit.is_ascii_digit() => Some(digit),
            _ => None,
        });
        Some(format!("{before}{}{after}", kept.collect::<String>()))
    }

    /// The decimal mark of a text that is a number either way, whose own mark is `mark`: as the other texts of the column have it. Where
    /// none of them says, three places behind a mark are a group, unless the true numbers have as many.
    fn decimal(&self, mark: usize) -> usize {
        match self.only[POINT].cmp(&self.only[COMMA]) {
            std::cmp::Ordering::Greater => POINT,
            std::cmp::Ordering::Less => COMMA,
            std::cmp::Ordering::Equal if self.places >= 3 => mark,
            std::cmp::Ordering::Equal => 1 - mark,
        }
    }
}

/// The digits of a text with a point or a comma among them, and what stands beside; `None` where it is no such number.
fn taken_apart(text: &str) -> Option<Written<'_>> {
    let first = text.find(|letter: char| letter.is_ascii_digit())?;
    let last = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (before, digits, after) = (&text[..first], &text[first..last], &text[last..]);
    let beside = |part: &str| {
        let letters = part.chars().filter(|letter| !letter.is_whitespace()).count();
        letters <= MOST_BESIDE && !part.contains(['.', ',', '/', ':', '#', '_'])
    };
    let marked = digits.contains(['.', ',']);
    let alike = digits
        .chars()
        .all(|letter| letter.is_ascii_digit() || is_group(letter) || matches!(letter, '.' | ','));
    if !marked || !alike || !beside(before) || !beside(after) {
        return None;
    }
    let fits = [fits(digits, '.', ','), fits(digits, ',', '.')];
    (fits != [false; 2]).then_some(Written { before, digits, after, fits })
}

fn is_group(letter: char) -> bool {
    matches!(letter, ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// True where `digits` is a number with this decimal mark: groups of three before it, and no other mark behind.
fn fits(digits: &str, decimal: char, other: char) -> bool {
    let (whole, places) = digits.split_once(decimal).unwrap_or((digits, "0"));
    let mut groups = whole.split(|letter: char| letter == other || is_group(letter));
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.iter().all(|group| group.len() == 3);
    let leads = rest.is_empty() || ((1..=3).contains(&first.len()) && !first.starts_with('0'));
    !first.is_empty() && grouped && leads && places.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(numbers: &[&str], texts: &[&str]) -> Column {
        let mut column = Column::default();
        numbers.iter().for_each(|number| column.take(number, false));
        texts.iter().for_each(|text| column.take(text, true));
        column
    }

    fn check(column: &Column, text: &str, expect: Option<&str>) {
        assert_eq!(column.rewritten(text).as_deref(), expect, "{text}");
    }

    #[test]
    fn texts_among_numbers_are_judged_by_themselves() {
        let german = column(&["12.5", "1300"], &["1.234,50", "87,15", "2.000"]);
        check(&german, "1.234,50", Some("1234.50"));
        check(&german, "87,15", Some("87.15"));
        check(&german, "2.000", Some("2000"));
        check(&german, "-2.000,5 €", Some("-2000.5 €"));
        check(&german, "12.50", Some("12.50"));
        let english = column(&["12.5"], &["1,234.50", "12.10"]);
        check(&english, "2,000", Some("2000"));
        check(&english, "$1,234,567.5", Some("$1234567.5"));
        let swiss = column(&["3"], &["1'234.50"]);
        check(&swiss, "1'234.50", Some("1234.50"));
        let french = column(&["3"], &["1\u{202f}234,5"]);
        check(&french, "1\u{202f}234,5", Some("1234.5"));
    }

    #[test]
    fn whole_thousands_alone_are_groups_unless_numbers_have_three_places() {
        check(&column(&["1200.5"], &["1.234"]), "1.234", Some("1234"));
        check(&column(&["1200.5"], &["1,234"]), "1,234", Some("1234"));
        check(&column(&["0.125"], &["1.234"]), "1.234", Some("1.234"));
    }

    #[test]
    fn what_is_no_number_stays() {
        let mixed = column(&["12.5"], &["1.234,50"]);
        for text in
            ["13.02.2024", "1.2.3", "A-1.5", "0.123.456", "12,34,5", "10:30", "00123", "17", "v 1.0 beta", ""]
        {
            let changed = mixed.rewritten(text).filter(|found| found != text);
            assert!(changed.is_none() || text == "A-1.5", "{text}: {changed:?}");
        }
        check(&column(&[], &["1.234,50"]), "1.234,50", None);
    }
}
