//! Which columns speak of persons, decided before any value is shown.
//!
//! A verdict is for a whole column, from the words of its header and the shape of its values. Shapes that prove little alone (digits
//! that pass a check sum, two capitalised words) count only together with a header, or with more of the same.

use serde::{Deserialize, Serialize};

use super::ColumnType;
use super::words::Concept;

/// What a column says of persons, and so what may be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Personal {
    /// Nothing.
    #[default]
    None,
    /// It names or reaches a person: not shown, not used unless asked for.
    Drop,
    /// It tells customers apart and is used for that alone.
    KeyOnly,
    /// It narrows down who somebody is (birth date, postcode, gender): off unless asked for.
    Quasi,
}

/// Kinds of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum PersonalData {
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Names of persons or firms.
    Name,
    /// Streets, internet addresses of machines.
    Address,
    /// Payment cards, identity papers.
    Card,
    /// Bank accounts.
    Iban,
    /// Sentences somebody wrote.
    FreeText,
    /// Date or year of birth.
    Birth,
    /// Gender or form of address.
    Gender,
    /// Postal codes.
    Postcode,
}

/// How many cells have which shape.
#[derive(Debug, Clone, Default)]
pub(super) struct Shapes {
    cells: u64,
    bytes: u64,
    /// Half of them digits, or more: codes, not words.
    codes: u64,
    email: u64,
    phone: u64,
    card: u64,
    iban: u64,
}

impl PersonalData {
    /// What may be done with a column of it.
    pub(super) fn verdict(self) -> Personal {
        match self {
            PersonalData::Birth | PersonalData::Gender | PersonalData::Postcode => Personal::Quasi,
            _ => Personal::Drop,
        }
    }

    /// Key of the sentence that says what was recognised.
    pub(super) fn why(self) -> &'static str {
        match self {
            PersonalData::Email => "personal-email",
            PersonalData::Phone => "personal-phone",
            PersonalData::Name => "personal-name",
            PersonalData::Address => "personal-address",
            PersonalData::Card => "personal-card",
            PersonalData::Iban => "personal-iban",
            PersonalData::FreeText => "personal-free-text",
            PersonalData::Birth => "personal-birth",
            PersonalData::Gender => "personal-gender",
            PersonalData::Postcode => "personal-postcode",
        }
    }
}

/// The personal data in a column with these header concepts, type and shapes.
pub(super) fn recognise(
    header: &[Option<Concept>],
    kind: ColumnType,
    shapes: &Shapes,
) -> Option<PersonalData> {
    let most = |count: u64| shapes.cells > 0 && count * 5 >= shapes.cells * 4;
    if most(shapes.email) {
        return Some(PersonalData::Email);
    }
    if most(shapes.iban) {
        return Some(PersonalData::Iban);
    }
    if most(shapes.card) {
        return Some(PersonalData::Card);
    }
    let says = |concept| header.contains(&Some(concept));
    let text = kind == ColumnType::Text;
    if says(Concept::Birth) {
        return Some(PersonalData::Birth);
    }
    if says(Concept::Postcode) {
        return Some(PersonalData::Postcode);
    }
    if says(Concept::Gender) {
        return Some(PersonalData::Gender);
    }
    // A header of these words over numbers or yes/no counts something: "e-mails opened", "newsletter by mail".
    if says(Concept::Email) && text {
        return Some(PersonalData::Email);
    }
    if (says(Concept::Phone) && most(shapes.phone)) || phone_by_shape(kind, shapes) {
        return Some(PersonalData::Phone);
    }
    if says(Concept::Iban) && text {
        return Some(PersonalData::Iban);
    }
    if says(Concept::Card) && most(shapes.codes) && shapes.bytes >= shapes.cells * 12 {
        return Some(PersonalData::Card);
    }
    if says(Concept::Address) && text {
        return Some(PersonalData::Address);
    }
    if says(Concept::Name) && text && names_persons(header, shapes) {
        return Some(PersonalData::Name);
    }
    (says(Concept::FreeText) && text).then_some(PersonalData::FreeText)
}

/// Without a header only numbers written as text with a leading `+` or `0` in nearly every cell are telephones.
fn phone_by_shape(kind: ColumnType, shapes: &Shapes) -> bool {
    kind == ColumnType::Text && shapes.cells >= 5 && shapes.phone * 20 >= shapes.cells * 19
}

/// A name of a product or a shop is nobody's; `#1001` in a column called name is an order.
fn names_persons(header: &[Option<Concept>], shapes: &Shapes) -> bool {
    use Concept::{Category, Channel, Discount, Location, Order, Product};
    let of_a_thing = [Product, Category, Channel, Location, Order, Discount];
    !of_a_thing.iter().any(|concept| header.contains(&Some(*concept)))
        && shapes.codes * 2 < shapes.cells.max(1)
}

impl Shapes {
    /// Looks at `times` equal cells.
    pub(super) fn observe(&mut self, cell: &[u8], times: u64) {
        self.cells += times;
        self.bytes += times.saturating_mul(cell.len() as u64);
        let digits = cell.iter().filter(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            self.email += if is_email(cell) { times } else { 0 };
            return;
        }
        self.codes += if digits * 2 >= cell.len() { times } else { 0 };
        if cell.len() < 7 {
            return;
        }
        if is_email(cell) {
            self.email += times;
        } else if digits >= 7 {
            self.phone += if is_phone(cell, digits) { times } else { 0 };
            self.card += if digits >= 13 && is_card(cell) { times } else { 0 };
            self.iban += if is_iban(cell) { times } else { 0 };
        }
    }
}

/// `local@domain.tld` without blanks.
fn is_email(cell: &[u8]) -> bool {
    let Some(at) = cell.iter().position(|byte| *byte == b'@') else { return false };
    let (local, domain) = (&cell[..at], &cell[at + 1..]);
    let plain = |byte: &u8| !byte.is_ascii_whitespace() && *byte != b'@' && *byte != b',';
    let dot = domain.iter().rposition(|byte| *byte == b'.');
    !local.is_empty()
        && local.iter().chain(domain).all(plain)
        && dot.is_some_and(|dot| {
            dot > 0 && domain.len() - dot > 2 && domain[dot + 1..].iter().all(u8::is_ascii_alphabetic)
        })
}

/// 7 to 15 digits (ITU-T E.164) that start with `+`, `0` or `(`, with nothing else but what people put between them.
fn is_phone(cell: &[u8], digits: usize) -> bool {
    (7..=15).contains(&digits)
        && matches!(cell[0], b'+' | b'0' | b'(')
        && cell[1..].iter().all(|byte| byte.is_ascii_digit() || b" -/.()".contains(byte))
        && super::dates::separated(cell).is_none()
}

/// Issuer prefix, length and the check digit of ISO/IEC 7812-1 (Luhn).
fn is_card(cell: &[u8]) -> bool {
    let mut digits = [0u8; 19];
    let mut count = 0;
    for &byte in cell {
        match byte {
            b'0'..=b'9' if count < digits.len() => {
                digits[count] = byte - b'0';
                count += 1;
            }
            b' ' | b'-' => {}
            _ => return false,
        }
    }
    let digits = &digits[..count];
    if count < 13 {
        return false;
    }
    let prefix = digits[..4].iter().fold(0u32, |value, digit| value * 10 + u32::from(*digit));
    let fits = match prefix {
        4000..=4999 => matches!(count, 13 | 16 | 19),
        5100..=5599 | 2221..=2720 => count == 16,
        3400..=3499 | 3700..=3799 => count == 15,
        3000..=3059 | 3600..=3699 | 3800..=3999 => count == 14,
        6011 | 6440..=6599 | 3528..=3589 => (16..=19).contains(&count),
        6200..=6299 => (16..=19).contains(&count),
        5000..=5099 | 5600..=5899 => (13..=19).contains(&count),
        _ => false,
    };
    fits && luhn(digits)
}

fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(*digit) << (place % 2);
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Two letters, two digits, 11 to 30 more, and the remainder 1 of ISO 13616 (mod 97).
fn is_iban(cell: &[u8]) -> bool {
    let mut compact = [0u8; 34];
    let mut count = 0;
    for &byte in cell.iter().filter(|byte| **byte != b' ') {
        if count == compact.len() || !byte.is_ascii_alphanumeric() {
            return false;
        }
        compact[count] = byte.to_ascii_uppercase();
        count += 1;
    }
    let iban = &compact[..count];
    if count < 15
        || !iban[..2].iter().all(u8::is_ascii_uppercase)
        || !iban[2..4].iter().all(u8::is_ascii_digit)
    {
        return false;
    }
    let remainder = iban[4..].iter().chain(&iban[..4]).fold(0u32, |remainder, byte| match byte {
        b'0'..=b'9' => (remainder * 10 + u32::from(byte - b'0')) % 97,
        _ => (remainder * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    remainder == 1
}

#[cfg(test)]
mod tests {
    use super::super::words::concepts;
    use super::*;

    fn check(header: &str, kind: ColumnType, cells: &[&str], expect: Option<PersonalData>) {
        let mut shapes = Shapes::default();
        cells.iter().for_each(|cell| shapes.observe(cell.as_bytes(), 1));
        assert_eq!(recognise(&concepts(header), kind, &shapes), expect, "{header} {cells:?}");
    }

    #[test]
    fn by_header() {
        use ColumnType::{Boolean, Number, Text};
        check("Customer Name", Text, &["Claire Gute"], Some(PersonalData::Name));
        check("Product Name", Text, &["Bush Bookcase"], None);
        check("Name", Text, &["#1001", "#1002"], None);
        check("Name", Text, &["Müller 2", "Meyer 3"], Some(PersonalData::Name));
        check("Vorname", Text, &["Jürgen"], Some(PersonalData::Name));
        check("E-Mail", Text, &["hidden"], Some(PersonalData::Email));
        check("Email opened", Number, &["3"], None);
        check("Newsletter by mail", Boolean, &["yes", "no"], None);
        check("Telefon", Text, &["0341/123456", "+49 341 123456"], Some(PersonalData::Phone));
        check("Straße", Text, &["Hauptstr. 5"], Some(PersonalData::Address));
        check("Year_Birth", Number, &["1957"], Some(PersonalData::Birth));
        check("Geschlecht", Text, &["Male"], Some(PersonalData::Gender));
        check("Postal Code", Number, &["42420"], Some(PersonalData::Postcode));
        check("PLZ", Text, &["01067"], Some(PersonalData::Postcode));
        check("Bemerkungen", Text, &["bitte klingeln"], Some(PersonalData::FreeText));
        check("Age", Number, &["19"], None);
        check("Annual Income (k$)", Number, &["15"], None);
    }

    #[test]
    fn by_values() {
        use ColumnType::{Number, Text};
        check("contact_1", Text, &["a.b@example.com", "c@example.co.uk"], Some(PersonalData::Email));
        check("x", Text, &["@twitter", "a@b"], None);
        // Published test numbers of the card schemes, one of them of the 2-series, one of 19 digits.
        check("x", Number, &["4111111111111111", "2223003122003222", "6304000000000000000"], None);
        check(
            "x",
            Number,
            &["4111 1111 1111 1111", "2223003122003222", "378282246310005"],
            Some(PersonalData::Card),
        );
        check("x", Number, &["4000000000000000006"], Some(PersonalData::Card));
        check(
            "x",
            Text,
            &["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432"],
            Some(PersonalData::Iban),
        );
        check("x", Text, &["DE88370400440532013000"], None);
        // Milliseconds and order numbers are no cards, whatever their check sums say.
        let stamps: Vec<String> = (0..50u64).map(|n| (1_700_000_000_000 + n * 7_919).to_string()).collect();
        check("ts", Number, &stamps.iter().map(String::as_str).collect::<Vec<_>>(), None);
        let orders: Vec<String> = (0..50u64).map(|n| (4_000_000_000_000_000 + n).to_string()).collect();
        check("order", Number, &orders.iter().map(String::as_str).collect::<Vec<_>>(), None);
        check("x", Text, &["+49 341 1234567"; 6], Some(PersonalData::Phone));
        check("when", Text, &["01.12.2010 08:26"; 6], None);
    }
}
