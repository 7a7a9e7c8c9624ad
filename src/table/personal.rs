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
    codes: u64,
    long: u64,
    email: u64,
    phone: u64,
    dialled: u64,
    card: u64,
    iban: u64,
    street: u64,
    machine: u64,
    sentence: u64,
    /// Cells like `#1001`.
    pub(super) numbered: u64,
}

/// Half of it digits, or more: a code, no word.
const CODE: u32 = 1 << 16;
/// Twelve bytes or more.
const LONG: u32 = 1 << 17;
const EMAIL: u32 = 1 << 18;
/// A telephone number that shows itself by its `+`, `0` or bracket.
const PHONE: u32 = 1 << 19;
/// Digits that may be a telephone number where a header says so.
const DIALLED: u32 = 1 << 20;
const CARD: u32 = 1 << 21;
const IBAN: u32 = 1 << 22;
/// A word for street and a number.
const STREET: u32 = 1 << 23;
/// An internet address of a machine.
const MACHINE: u32 = 1 << 24;
/// Eight words or more.
const SENTENCE: u32 = 1 << 25;
/// `#1001`.
const NUMBERED: u32 = 1 << 26;

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

/// The personal data in a column with these header concepts, type and shapes; `varied` where hardly a text stands twice.
pub(super) fn recognise(
    header: &[Option<Concept>],
    kind: ColumnType,
    shapes: &Shapes,
    varied: bool,
) -> Option<PersonalData> {
    let most = |count: u64| shapes.cells > 0 && count * 5 >= shapes.cells * 4;
    // Nothing else looks like an address of mail, so a few among other things are enough.
    if shapes.cells > 0 && shapes.email * 10 >= shapes.cells {
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
    if (says(Concept::Phone) && most(shapes.dialled)) || phone_by_shape(kind, shapes) {
        return Some(PersonalData::Phone);
    }
    if says(Concept::Iban) && text {
        return Some(PersonalData::Iban);
    }
    let of_taxes = says(Concept::Charge) && says(Concept::Id) && most(shapes.codes);
    if of_taxes || (says(Concept::Identity) && (text || most(shapes.codes))) {
        return Some(PersonalData::Card);
    }
    if says(Concept::Card) && most(shapes.codes) && most(shapes.long) {
        return Some(PersonalData::Card);
    }
    if (says(Concept::Address) && text) || most(shapes.machine) || (text && most(shapes.street)) {
        return Some(PersonalData::Address);
    }
    if says(Concept::Place) && matches!(kind, ColumnType::Number | ColumnType::Text) {
        return Some(PersonalData::Address);
    }
    let names = [Concept::Name, Concept::NamePart, Concept::Staff].into_iter().any(says);
    if names && text && names_persons(header, shapes) {
        return Some(PersonalData::Name);
    }
    // Descriptions of goods come again and again; what is written once, at length, somebody wrote.
    let written = text && varied && shapes.cells >= 10 && most(shapes.sentence) && !says(Concept::Product);
    // What somebody is described as, most often by name.
    let described = text && says(Concept::Customer) && says(Concept::Product) && !says(Concept::Id);
    ((says(Concept::FreeText) && text) || written || described).then_some(PersonalData::FreeText)
}

/// Without a header only numbers written as text with a leading `+` or `0` in nearly every cell are telephones.
fn phone_by_shape(kind: ColumnType, shapes: &Shapes) -> bool {
    kind == ColumnType::Text && shapes.cells >= 5 && shapes.phone * 20 >= shapes.cells * 19
}

/// A name of a product or a shop is nobody's; `#1001` in a column called name is an order.
fn names_persons(header: &[Option<Concept>], shapes: &Shapes) -> bool {
    use Concept::{Amount, Category, Channel, Discount, Location, Price, Product};
    let of_a_thing = [Product, Category, Channel, Location, Amount, Price, Discount];
    !of_a_thing.iter().any(|concept| header.contains(&Some(*concept)))
        && shapes.codes * 2 < shapes.cells.max(1)
}

impl Shapes {
    /// The shapes of so many cells; `with` counts those that have a shape.
    pub(super) fn new(cells: u64, with: &impl Fn(u32) -> u64) -> Self {
        Shapes {
            cells,
            codes: with(CODE),
            long: with(LONG),
            email: with(EMAIL),
            phone: with(PHONE),
            dialled: with(DIALLED),
            card: with(CARD),
            iban: with(IBAN),
            street: with(STREET),
            machine: with(MACHINE),
            sentence: with(SENTENCE),
            numbered: with(NUMBERED),
        }
    }
}

/// The shapes of a trimmed cell with so many digits.
pub(super) fn shape(cell: &[u8], digits: usize) -> u32 {
    let fits = |shape: u32, fits: bool| if fits { shape } else { 0 };
    let mut found = fits(LONG, cell.len() >= 12);
    if cell.len() >= 16 {
        let words = cell.split(|byte| *byte == b' ').filter(|word| !word.is_empty()).count();
        found |= fits(SENTENCE, words >= 8) | fits(STREET, digits > 0 && digits <= 8 && names_street(cell));
    } else if cell.len() >= 6 && digits > 0 {
        found |= fits(STREET, names_street(cell));
    }
    found |= fits(EMAIL, holds_email(cell));
    if digits == 0 {
        return found;
    }
    found |= fits(CODE, digits * 2 >= cell.len());
    found |= fits(NUMBERED, cell[0] == b'#' && cell.len() > 1 && cell[1].is_ascii_digit());
    found |= fits(MACHINE, is_machine(cell));
    if cell.len() >= 7 && digits >= 7 {
        let dialled = is_dialled(cell, digits);
        found |= fits(DIALLED, dialled);
        found |= fits(PHONE, dialled && matches!(cell[0], b'+' | b'0' | b'('));
        found |= fits(CARD, digits >= 13 && is_card(cell));
        found |= fits(IBAN, is_iban(cell));
    }
    found
}

/// Words for street, as whole words or ends of them.
const STREETS: [&str; 34] = [
    "street",
    "str.",
    "str",
    "st.",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "drive",
    "boulevard",
    "blvd",
    "straße",
    "strasse",
    "weg",
    "platz",
    "allee",
    "gasse",
    "rue",
    "calle",
    "via",
    "viale",
    "piazza",
    "rua",
    "avenida",
    "straat",
    "laan",
    "plein",
    "ul.",
    "ulica",
    "улица",
    "ул.",
    "chemin",
    "corso",
];

/// A word for street, and a number beside it as a word of its own (`12`, `12a`, `12-14`).
fn names_street(cell: &[u8]) -> bool {
    let mut words = cell.split(|byte| matches!(byte, b' ' | b',')).filter(|word| !word.is_empty());
    let number = |word: &[u8]| {
        word.len() <= 6
            && word[0].is_ascii_digit()
            && word.iter().filter(|b| b.is_ascii_alphabetic()).count() <= 1
    };
    let street = |word: &[u8]| {
        STREETS.iter().any(|listed| {
            let end = word.len().saturating_sub(listed.len());
            let whole = end == 0 || listed.len() >= 4;
            whole && word.len() >= listed.len() && word[end..].eq_ignore_ascii_case(listed.as_bytes())
        })
    };
    let (mut numbers, mut streets) = (false, false);
    words.by_ref().for_each(|word| {
        numbers |= number(word);
        streets |= street(word);
    });
    numbers && streets
}

/// An IPv4 or IPv6 address, or the hardware address of a network card.
fn is_machine(cell: &[u8]) -> bool {
    let parts = |by: u8| cell.split(move |byte| *byte == by);
    let four = parts(b'.').count() == 4
        && parts(b'.').all(|part| (1..=3).contains(&part.len()) && part.iter().all(u8::is_ascii_digit));
    let hexadecimal = |by: u8, widths: std::ops::RangeInclusive<usize>| {
        parts(by).all(|part| widths.contains(&part.len()) && part.iter().all(u8::is_ascii_hexdigit))
    };
    four || (parts(b':').count() >= 4 && cell.len() > 11 && hexadecimal(b':', 0..=4))
        || (parts(b'-').count() == 6 && hexadecimal(b'-', 2..=2))
}

/// One word of the cell is `local@domain.tld`, be it in brackets.
fn holds_email(cell: &[u8]) -> bool {
    cell.contains(&b'@') && cell.split(|byte| b" <>()[],;:\"'\t\n".contains(byte)).any(is_email)
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

/// 7 to 15 digits (ITU-T E.164) with nothing else but what people put between them; so no GUID, and no date.
fn is_dialled(cell: &[u8], digits: usize) -> bool {
    (7..=15).contains(&digits)
        && (cell[0].is_ascii_digit() || matches!(cell[0], b'+' | b'('))
        && cell[1..].iter().all(|byte| byte.is_ascii_digit() || b" -/.()".contains(byte))
        && !super::dates::is_separated(cell)
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
        let digits = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count();
        let all: Vec<u32> = cells.iter().map(|cell| shape(cell.as_bytes(), digits(cell))).collect();
        let with = |wanted: u32| all.iter().filter(|shape| **shape & wanted != 0).count() as u64;
        let shapes = Shapes::new(cells.len() as u64, &with);
        assert_eq!(recognise(&concepts(header), kind, &shapes, true), expect, "{header} {cells:?}");
    }

    #[test]
    fn by_header() {
        use ColumnType::{Boolean, Number, Text};
        check("Customer Name", Text, &["Claire Gute"], Some(PersonalData::Name));
        check("Product Name", Text, &["Bush Bookcase"], None);
        check("Name", Text, &["#1001", "#1002"], None);
        check("Name", Text, &["Müller 2", "Meyer 3"], Some(PersonalData::Name));
        check("Vorname", Text, &["Jürgen"], Some(PersonalData::Name));
        check("Salesperson", Text, &["Mitchell Admin"], Some(PersonalData::Name));
        check("Contact owner", Text, &["Petra König"], Some(PersonalData::Name));
        check("Latitude", Number, &["51.3371"], Some(PersonalData::Address));
        check("E-Mail", Text, &["hidden"], Some(PersonalData::Email));
        check("Email opened", Number, &["3"], None);
        check("Newsletter by mail", Boolean, &["yes", "no"], None);
        check("Telefon", Text, &["0341/123456", "+49 341 123456"], Some(PersonalData::Phone));
        check("Mobile", Number, &["4915112345678", "4915187654321"], Some(PersonalData::Phone));
        check("Phone", Text, &["555-123-4567"], Some(PersonalData::Phone));
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
        check("x", Text, &["Eva Meyer <eva@example.com>", "+49 341 123456"], Some(PersonalData::Email));
        check(
            "Info",
            Text,
            &["Eva Meyer eva@example.com", "called", "rang twice"],
            Some(PersonalData::Email),
        );
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
        check("guid", Text, &["123e4567-e89b-12d3-a456-426614174000"; 6], None);
        check("guid", Text, &["01234567-1234-1234-1234-123456789012"; 6], None);
        check("order", Number, &["0123456789012345"; 6], None);
        check("x", Text, &["12 High Street, Leeds", "4 Mill Road, York"], Some(PersonalData::Address));
        check("x", Text, &["Hauptstraße 12a", "Am Weg 5"], Some(PersonalData::Address));
        check("x", Text, &["STREET LAMP 12 LED", "SET OF 3 CUPS"], None);
        check("visitor", Text, &["192.168.0.1", "10.0.0.7"], Some(PersonalData::Address));
        check("x", Text, &["1.2.2020", "10.0.1"], None);
        let letter = "Please ring twice, the bell is hard to hear";
        check("x", Text, &[letter; 10], Some(PersonalData::FreeText));
        check("Description", Text, &[letter; 10], None);
    }
}
