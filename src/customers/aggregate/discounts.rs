//! What was taken off the price. A column of discounts may hold rates or money, and what was paid may stand before or after it: the
//! whole file says which, so sums are kept of every reading until its end.

use super::columns::Exact;
use super::sign::Sign;
use crate::table::words;

/// Exact sums of discounts by customer, under every reading.
#[derive(Debug)]
pub(super) struct Discounts {
    column: Exact,
    /// What the column's name says.
    hint: Option<Hint>,
    /// What was paid is quantity × unit price, so what it would have cost without the discount.
    paid_is_gross: bool,
    sums: Vec<[i128; SUMS]>,
    /// The greatest discount, in units.
    greatest: i128,
    /// Discounted lines whose quantity, price, discount and amount agree, by how.
    agreeing: [u64; 4],
    /// Discounted lines.
    lines: u64,
}

/// What a discount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// A part of the price, 0 to 1.
    Fraction,
    /// Hundredths of the price, 0 to 100.
    Percent,
    /// Money off the line.
    Money,
}

/// What the name of the column says of its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hint {
    Rate,
    Money,
}

/// Sums of money taken off: as money; as a fraction and as hundredths of what was paid, paid before and after the discount.
const SUMS: usize = 5;

/// Parts of a unit of money in which discounts by rate are summed, each rounded to one.
const PARTS: i128 = 1_000_000_000_000;

/// Words in the name of a column of rates.
const RATE: &str = "rate percent percentage pct perc prozent prozentsatz satz quote taux pourcentage porcentaje percentuale tasa tasso \
                    percentagem procent";

/// Words in the name of a column of money.
const MONEY: &str = "amount amt value total betrag wert summe montant importe importo monto valor bedrag kwota сумма 金额 金額 usd eur gbp";

impl Discounts {
    /// Discounts in `column` of this name.
    pub(super) fn new(column: Exact, name: &str, paid_is_gross: bool) -> Self {
        let spoken = words(name);
        let says =
            |list: &str| spoken.iter().any(|word| list.split_whitespace().any(|listed| listed == word));
        let hint = match () {
            () if name.contains('%') || says(RATE) => Some(Hint::Rate),
            () if says(MONEY) || name.contains(['€', '$', '£']) => Some(Hint::Money),
            () => None,
        };
        Discounts { column, hint, paid_is_gross, sums: Vec::new(), greatest: 0, agreeing: [0; 4], lines: 0 }
    }

    /// Makes room for one more customer.
    pub(super) fn add_customer(&mut self) {
        self.sums.push([0; SUMS]);
    }

    /// Books a purchase line, or takes it back: `discount` in units of the column, `paid` in units of money and as
    /// `money`, `list` what it costs by quantity and price or `NaN`. `None` where the sum can no longer be exact.
    pub(super) fn book(
        &mut self,
        customer: u32,
        sign: Sign,
        discount: i64,
        paid: i128,
        (money, list): (f64, f64),
    ) -> Option<()> {
        let discount = i128::from(discount).abs();
        if discount == 0 {
            return Some(());
        }
        let one = self.column.one();
        let paid_parts = paid.checked_mul(PARTS)?;
        let gross = |one: i128| rounded(paid_parts.checked_mul(discount)?, one);
        // Of a line given away nobody knows what it would have cost.
        let net = |one: i128| {
            if discount < one { rounded(paid_parts.checked_mul(discount)?, one - discount) } else { Some(0) }
        };
        let taken = [discount, gross(one)?, gross(one * 100)?, net(one)?, net(one * 100)?];
        let sums = &mut self.sums[customer as usize];
        for (sum, taken) in sums.iter_mut().zip(taken) {
            *sum = sum.checked_add(sign.of(taken))?;
        }
        self.greatest = self.greatest.max(discount);
        self.lines = self.lines.wrapping_add_signed(sign.one().into());
        let off = self.column.to_f64(discount);
        let expected = [list * (1.0 - off), list * (1.0 - off / 100.0), list - off, list];
        for (count, expected) in self.agreeing.iter_mut().zip(expected) {
            if (money - expected).abs() <= NEARLY {
                *count = count.wrapping_add_signed(sign.one().into());
            }
        }
        Some(())
    }

    /// Takes the sums of another part of the file, whose customers are called here as `customers` says.
    pub(super) fn merge(&mut self, other: &Discounts, customers: &[u32]) -> Option<()> {
        for (theirs, &customer) in other.sums.iter().zip(customers) {
            for (sum, more) in self.sums[customer as usize].iter_mut().zip(theirs) {
                *sum = sum.checked_add(*more)?;
            }
        }
        self.greatest = self.greatest.max(other.greatest);
        self.agreeing.iter_mut().zip(other.agreeing).for_each(|(count, more)| *count += more);
        self.lines += other.lines;
        Some(())
    }

    /// What the discounts are, and whether what was paid is what it would have cost without them.
    ///
    /// Where quantity × price less the discount gives the amount on most discounted lines under one reading, that is it. Else the name
    /// of the column decides between rates and money, and between fractions and hundredths whether one is greater than 1. Else
    /// numbers that are nowhere greater than 1 are fractions, others money.
    pub(super) fn measure(&self) -> (Measure, bool) {
        let small = self.greatest <= self.column.one();
        let rate = if small { Measure::Fraction } else { Measure::Percent };
        let named = match self.hint {
            Some(Hint::Rate) => rate,
            Some(Hint::Money) => Measure::Money,
            None if small => Measure::Fraction,
            None => Measure::Money,
        };
        if self.paid_is_gross {
            return (named, true);
        }
        let most = |at: usize| self.agreeing[at] * 2 > self.lines;
        match () {
            () if most(0) => (Measure::Fraction, false),
            () if most(1) => (Measure::Percent, false),
            () if most(2) => (Measure::Money, false),
            () => (named, most(3)),
        }
    }

    /// The part of the price that was taken off everything the customer bought, paid for with `sales`; `NaN` where nothing was.
    pub(super) fn rate(
        &self,
        customer: u32,
        sales: f64,
        unit: f64,
        (measure, gross): (Measure, bool),
    ) -> f64 {
        let sums = &self.sums[customer as usize];
        let parts = |at: usize| sums[at] as f64 / PARTS as f64 / unit;
        let taken = match (measure, gross) {
            (Measure::Money, _) => self.column.to_f64(sums[0]),
            (Measure::Fraction, true) => parts(1),
            (Measure::Percent, true) => parts(2),
            (Measure::Fraction, false) => parts(3),
            (Measure::Percent, false) => parts(4),
        };
        let price = if gross { sales } else { sales + taken };
        if price > 0.0 { taken / price } else { f64::NAN }
    }
}

/// How far amounts may be off by rounding to hundredths.
const NEARLY: f64 = 0.010_001;

/// `part / whole`, halves up.
fn rounded(part: i128, whole: i128) -> Option<i128> {
    Some(part.checked_mul(2)?.checked_add(whole)? / whole.checked_mul(2)?)
}
