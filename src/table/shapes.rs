//! What single cells look like that may speak of persons: addresses, numbers that can be dialled, accounts, sentences.
//!
//! A shape alone is no verdict; [`personal`](super::personal) makes one for a whole column.

use super::whereabouts::{is_machine, is_place};

/// How many cells have which shape.
#[derive(Debug, Clone, Default)]
pub(super) struct Shapes {
    pub(super) cells: u64,
    pub(super) codes: u64,
    pub(super) long: u64,
    pub(super) email: u64,
    pub(super) phone: u64,
    pub(super) dialled: u64,
    pub(super) card: u64,
    pub(super) iban: u64,
    pub(super) street: u64,
    pub(super) machine: u64,
    pub(super) sentence: u64,
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
/// An internet address of a machine, or degrees of a place.
const MACHINE: u32 = 1 << 24;
/// Eight words or more.
const SENTENCE: u32 = 1 << 25;
/// `#1001`.
const NUMBERED: u32 = 1 << 26;

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
    found |= fits(MACHINE, is_machine(cell) || is_place(cell));
    found |= fits(CARD, cell.len() >= 12 && is_masked_card(cell));
    if cell.len() >= 7 && digits >= 7 {
        let guarded = guarded(cell);
        let dialled = !guarded.is_empty() && is_dialled(guarded, digits);
        found |= fits(DIALLED, dialled);
        // No telephone begins with three zeros, as numbers do that are filled up to one length.
        let shows = matches!(guarded.first(), Some(b'+' | b'0' | b'(')) && !guarded.starts_with(b"000");
        found |= fits(PHONE, dialled && shows);
        found |= fits(CARD, digits >= 13 && is_card(cell));
        found |= fits(IBAN, is_iban(cell));
    }
    found
}

/// True where a trimmed cell is an e-mail address, a telephone number, an account, a card or a street.
pub(super) fn reaches_somebody(cell: &[u8]) -> bool {
    shape_of(cell) & (EMAIL | PHONE | CARD | IBAN | STREET) != 0
}

/// True where it is an e-mail address or a bank account, which nothing else looks like.
pub(super) fn is_account(cell: &[u8]) -> bool {
    shape_of(cell) & (EMAIL | IBAN) != 0
}

/// True where it is the address of a machine, or degrees of a place.
pub(super) fn is_machine_or_place(cell: &[u8]) -> bool {
    shape_of(cell) & MACHINE != 0
}

/// True where it has eight words or more.
pub(super) fn is_long_sentence(cell: &[u8]) -> bool {
    shape_of(cell) & SENTENCE != 0
}

fn shape_of(cell: &[u8]) -> u32 {
    let digits = cell.iter().filter(|byte| byte.is_ascii_digit()).count();
    if cell.is_empty() { 0 } else { shape(cell, digits) }
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
    let words = || cell.split(|byte| matches!(byte, b' ' | b',')).filter(|word| !word.is_empty());
    let number = |word: &[u8]| {
        word.len() <= 6
            && word[0].is_ascii_digit()
            && word.iter().filter(|b| b.is_ascii_alphabetic()).count() <= 1
    };
    let street = |word: &[u8]| {
        let named = word.last().is_some_and(|last| !last.is_ascii_digit());
        named
            && STREETS.iter().any(|listed| {
                let end = word.len().saturating_sub(listed.len());
                let whole = end == 0 || listed.len() >= 4;
                whole && word.len() >= listed.len() && word[end..].eq_ignore_ascii_case(listed.as_bytes())
            })
    };
    // Hardly any cell has such a number, and it is found much sooner than a word of many.
    words().any(number) && words().any(street)
}

/// One word of the cell is `local@domain.tld`, be it in brackets.
fn holds_email(cell: &[u8]) -> bool {
    cell.contains(&b'@') && cell.split(|byte| b" <>()[],;:\"'\t\n".contains(byte)).any(is_email)
}

/// `local@domain.tld` without blanks.
pub(super) fn is_email(cell: &[u8]) -> bool {
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

/// What stands behind what keeps Excel from reckoning with it: `'+49…`, `="+49…"`; and behind `tel:`.
fn guarded(cell: &[u8]) -> &[u8] {
    let cell = cell.strip_prefix(b"tel:").unwrap_or(cell);
    match cell {
        [b'\'', inner @ ..] | [b'=', b'"', inner @ .., b'"'] => inner,
        _ => cell,
    }
}

/// A card of which only the last four digits are shown: `XXXX XXXX XXXX 1001`.
fn is_masked_card(cell: &[u8]) -> bool {
    let (hidden, shown) = cell.split_at(cell.len() - 4);
    shown.iter().all(u8::is_ascii_digit)
        && hidden.iter().all(|byte| b"xX* -".contains(byte) || byte.is_ascii_digit())
        && hidden.iter().filter(|byte| b"xX*".contains(byte)).count() >= 6
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
