//! What one cell may be read as, found out once for every different cell of a column.

use super::DecimalMark;
use super::cells::{is_missing, is_narrow};
use super::dates::{self, ORDERS, Written};
use super::numbers::{self, Decimal, MOST_PLACES};
use super::shapes;

/// No value.
pub(super) const MISSING: u32 = 1;
/// `#####`, which a spreadsheet writes where a column is too narrow.
pub(super) const NARROW: u32 = 1 << 1;
/// A number under a decimal point.
pub(super) const POINT: u32 = 1 << 2;
/// A number under a decimal comma.
pub(super) const COMMA: u32 = 1 << 3;
/// A date, year first.
pub(super) const YMD: u32 = 1 << 4;
/// A date, day first.
pub(super) const DMY: u32 = 1 << 5;
/// A date, month first.
pub(super) const MDY: u32 = 1 << 6;
/// `YYYYMMDD`.
pub(super) const COMPACT: u32 = 1 << 7;
/// A date with the name of its month.
pub(super) const NAMED: u32 = 1 << 8;
/// All readings: where a cell is none of one of them, its row is remembered.
pub(super) const READINGS: [u32; 7] = [POINT, COMMA, YMD, DMY, MDY, COMPACT, NAMED];

/// A number with a `.` or `,` in it.
pub(super) const MARKED: u32 = 1 << 9;
/// A number under both marks whose mark is a comma (`1,234`); without it, such a number's mark is a point.
pub(super) const BY_COMMA: u32 = 1 << 10;
/// A number too large for an exact sum.
pub(super) const UNSUMMED: u32 = 1 << 11;
/// A date written with points.
pub(super) const DOTTED: u32 = 1 << 12;
/// A number with places only a time of day within a spreadsheet's day number needs.
pub(super) const FRACTION_OF_DAY: u32 = 1 << 13;
/// Yes or no.
pub(super) const ANSWER: u32 = 1 << 14;
/// A whole number with leading zeros, as only codes have.
pub(super) const LEADING_ZERO: u32 = 1 << 15;

/// Says that the order was cancelled or paid back.
pub(super) const VOID: u32 = 1 << 27;
/// An id that stands for nobody: 0, or what is one below the first.
pub(super) const ZERO: u32 = 1 << 28;
/// A number beyond what exact sums hold with [`LEAST_PLACES`].
pub(super) const HUGE: u32 = 1 << 30;
/// A whole number of a thousand or more without any mark.
pub(super) const UNGROUPED: u32 = 1 << 31;
/// Of what is no number: C and digits, which marks a return among other ids of orders. No number is one, so they share a bit.
pub(super) const RETURN_ID: u32 = UNGROUPED;

/// Decimal places that no number makes exact sums give up: money has up to three.
pub(super) const LEAST_PLACES: u8 = 3;

/// A date that is known to the month or the week.
pub(super) const NO_DAY: u32 = 1 << 29;

/// Places from which on a fraction is taken for a time of day.
const TIME_PLACES: u32 = 4;

/// Where `YYYYMMDD` stands in [`Taken::moments`], counted as the readings of dates are.
pub(super) const COMPACT_DATES: usize = 3;

/// Where dates with the name of a month stand there.
pub(super) const NAMED_DATES: usize = 4;

/// One cell, taken apart.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Taken {
    /// What it may be read as.
    pub(super) traits: u32,
    /// As a number under each mark.
    pub(super) numbers: [Option<Decimal>; 2],
    /// As a moment under each of the five readings of dates, in the order of [`READINGS`].
    pub(super) moments: [Option<i64>; 5],
    /// The three numbers of a separated date.
    pub(super) written: Option<Written>,
    /// The number in millionths; of two readings the smaller.
    pub(super) millionths: i64,
}

/// Takes a trimmed cell apart that has nothing [wrapped](super::wrapping) around it.
pub(super) fn take(cell: &[u8]) -> Taken {
    let mut taken = Taken::default();
    let digits = cell.iter().filter(|byte| byte.is_ascii_digit()).count();
    if is_missing(cell) {
        taken.traits = if is_narrow(cell) { MISSING | NARROW } else { MISSING };
        return taken;
    }
    taken.traits |= shapes::shape(cell, digits);
    taken.take_number(cell);
    if digits == 0 {
        taken.traits |= if is_answer(cell) { ANSWER } else { 0 };
        taken.traits |= if is_void(cell) { VOID } else { 0 };
        return taken;
    }
    taken.take_date(cell, digits);
    if matches!(cell[0], b'C' | b'c') && digits == cell.len() - 1 && taken.traits & (POINT | COMMA) == 0 {
        taken.traits |= RETURN_ID;
    }
    if matches!(cell, b"0" | b"0.0" | b"-1") {
        taken.traits |= ZERO;
    }
    if cell.len() > 1 && cell[0] == b'0' && digits == cell.len() {
        taken.traits |= LEADING_ZERO;
    }
    taken
}

impl Taken {
    fn take_number(&mut self, cell: &[u8]) {
        let marked = cell.iter().find(|byte| matches!(byte, b'.' | b','));
        let point = numbers::read(cell, DecimalMark::Point);
        let comma = if marked.is_some() { numbers::read(cell, DecimalMark::Comma) } else { point };
        self.numbers = [point, comma];
        let smaller = match (point, comma, marked) {
            (None, None, _) => return,
            (Some(_), Some(comma), Some(b',')) => comma,
            (Some(point), ..) => point,
            (None, Some(comma), _) => comma,
        };
        self.traits |= if point.is_some() { POINT } else { 0 } | if comma.is_some() { COMMA } else { 0 };
        self.traits |= if marked.is_some() { MARKED } else { 0 };
        self.traits |= if marked == Some(&b',') { BY_COMMA } else { 0 };
        self.traits |= if smaller.places() >= TIME_PLACES { FRACTION_OF_DAY } else { 0 };
        self.traits |= if smaller.to_units(LEAST_PLACES).is_none() { HUGE } else { 0 };
        let thousands = marked.is_none() && smaller.to_f64().abs() >= 1_000.0;
        self.traits |= if thousands { UNGROUPED } else { 0 };
        // The larger of two readings is a thousand times the smaller.
        match smaller.to_units(MOST_PLACES).filter(|units| units.checked_mul(1_000).is_some()) {
            Some(units) => self.millionths = units,
            None => self.traits |= UNSUMMED,
        }
    }

    fn take_date(&mut self, cell: &[u8], digits: usize) {
        let begins = digits >= 8 && cell[0].is_ascii_digit();
        if digits == cell.len() || self.traits & (POINT | COMMA) != 0 || begins {
            self.moments[3] = dates::compact(cell);
        }
        if digits < cell.len() {
            let written = dates::separated(cell);
            self.written = written;
            for (moment, order) in self.moments.iter_mut().zip(ORDERS) {
                *moment = written.and_then(|written| written.moment(order));
            }
            if written.is_some_and(|written| written.separator == b'.') {
                self.traits |= DOTTED;
            }
            if written.is_none() {
                self.moments[4] = dates::named(cell);
                if self.moments[4].is_none() && digits >= 4 {
                    self.moments[4] = dates::month_or_week(cell);
                    self.traits |= if self.moments[4].is_some() { NO_DAY } else { 0 };
                }
            }
        }
        for (moment, reading) in self.moments.iter().zip(&READINGS[2..]) {
            self.traits |= if moment.is_some() { *reading } else { 0 };
        }
    }
}

const ANSWERS: [&str; 30] = [
    "yes",
    "no",
    "y",
    "n",
    "true",
    "false",
    "t",
    "f",
    "ja",
    "nein",
    "nee",
    "j",
    "wahr",
    "falsch",
    "oui",
    "non",
    "vrai",
    "faux",
    "si",
    "sí",
    "sim",
    "não",
    "verdadero",
    "vero",
    "falso",
    "tak",
    "nie",
    "да",
    "нет",
    "是",
];

fn is_answer(cell: &[u8]) -> bool {
    cell.len() <= 9 && ANSWERS.iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes()))
}

/// Words of shop systems and payment services, in several languages.
const VOIDS: [&str; 63] = [
    "cancelled",
    "canceled",
    "cancellation",
    "refund",
    "refunded",
    "fully refunded",
    "partially refunded",
    "partially_refunded",
    "payment refund",
    "void",
    "voided",
    "returned",
    "return",
    "reversed",
    "reversal",
    "chargeback",
    "failed",
    "declined",
    "storniert",
    "storno",
    "erstattet",
    "erstattung",
    "retoure",
    "gutschrift",
    "abgebrochen",
    "annulé",
    "annulée",
    "annule",
    "remboursé",
    "remboursée",
    "cancelado",
    "cancelada",
    "reembolsado",
    "anulado",
    "annullato",
    "rimborsato",
    "geannuleerd",
    "terugbetaald",
    "anulowane",
    "Отменен",
    "Отменён",
    "キャンセル",
    "交易关闭",
    "expired",
    "abandoned",
    "iptal",
    "iptal edildi",
    "İptal",
    "已取消",
    "已退款",
    // What was looked at or put in the basket, in lists of all that visitors do.
    "view",
    "product_view",
    "page_view",
    "click",
    "cart",
    "addtocart",
    "add_to_cart",
    "remove_from_cart",
    "wishlist",
    "add_to_wishlist",
    "pv",
    "fav",
    "favorite",
];

pub(super) fn is_void(cell: &[u8]) -> bool {
    cell.len() <= 18 && VOIDS.iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes()))
}
