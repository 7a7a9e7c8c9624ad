//! What single values of a column show that no count of them would: how years are written, which currencies stand beside amounts. It is
//! looked at once for each different value.

use super::calendars::{SOLAR_HIJRI, civil};
use super::currency;
use super::dates::{DAY, has_full_year};
use super::traits::{COMMA, DMY, MDY, NAMED_DATES, POINT, Taken, YMD};

/// What the different values of a column show together.
#[derive(Debug, Clone, Default)]
pub(super) struct Remarks {
    /// Dates that begin with the year and have a last number above 12, which is no month.
    pub(super) days_beyond_twelve: bool,
    /// Dates that begin with a year, or end with one, of the solar hijri calendar.
    pub(super) solar_hijri: bool,
    /// Years of two digits, one bit each: where they come first, and where they come last.
    pub(super) short_years: [u128; 2],
    /// Whether a date has a year of four digits.
    pub(super) full_years: bool,
    /// Dates of which only the year can come first, though it has two digits.
    pub(super) short_years_first: bool,
    /// Currencies that stand in cells, by the code of ISO 4217 or as they are written, in order.
    pub(super) currencies: Vec<String>,
}

/// Currencies of a column beyond which no more are told apart.
const MOST_CURRENCIES: usize = 16;

impl Remarks {
    /// Looks at a value without guards around it.
    pub(super) fn take(&mut self, cell: &[u8], taken: &Taken) {
        if taken.traits & (POINT | COMMA) != 0 {
            self.take_currency(cell);
        }
        if taken.traits & (YMD | DMY | MDY) != 0
            && let Some(date) = taken.written
        {
            self.days_beyond_twelve |= date.begins_with_year() && date.last_number() > 12;
            self.solar_hijri |= date.years().into_iter().any(|year| SOLAR_HIJRI.contains(&year));
            let only_year_first = taken.traits & (YMD | DMY | MDY) == YMD;
            self.short_years_first |= only_year_first && !date.begins_with_year();
            match date.short_years() {
                Some(years) => {
                    self.short_years.iter_mut().zip(years).for_each(|(seen, year)| *seen |= 1 << (year % 100))
                }
                None => self.full_years = true,
            }
        }
        if let Some(moment) = taken.moments[NAMED_DATES].filter(|_| !has_full_year(cell)) {
            let (year, ..) = civil(moment.div_euclid(DAY));
            self.short_years[1] |= 1 << (year % 100);
        }
    }

    fn take_currency(&mut self, cell: &[u8]) {
        let Some(found) = currency::of(cell) else { return };
        if self.currencies.len() < MOST_CURRENCIES
            && let Err(at) = self.currencies.binary_search_by(|known| known.as_str().cmp(&found))
        {
            self.currencies.insert(at, found.into_owned());
        }
    }

    /// First and last year of births where two digits are a year up to `latest` or one a hundred years earlier.
    pub(super) fn births_until(&self, latest: u32, year_first: bool) -> Option<(u32, u32)> {
        let seen = self.short_years[usize::from(!year_first)];
        let years = (0..100).filter(|year| seen & (1 << year) != 0);
        let years: Vec<u32> =
            years.map(|year| if 2000 + year > latest { 1900 + year } else { 2000 + year }).collect();
        Some((*years.iter().min()?, *years.iter().max()?))
    }
}

#[cfg(test)]
mod tests {
    use super::super::traits;
    use super::*;

    fn remarks(cells: &[&str]) -> Remarks {
        let mut remarks = Remarks::default();
        cells.iter().for_each(|cell| remarks.take(cell.as_bytes(), &traits::take(cell.as_bytes())));
        remarks
    }

    #[test]
    fn currencies_are_told_apart_by_what_they_are() {
        let found = |cells: &[&str]| remarks(cells).currencies;
        assert_eq!(found(&["€41.90", "41.90 EUR", "EUR 3", "12"]), ["EUR"]);
        assert_eq!(found(&["£36.00", "-€5", "(₹8,319.00)"]), ["EUR", "GBP", "INR"]);
        assert_eq!(found(&["US$ 5", "$7", "CA$ 3"]), ["CAD", "USD"]);
        assert_eq!(found(&["12,50 zł", "3 Kč", "5 kr"]), ["CZK", "PLN", "kr"]);
        assert_eq!(found(&["3 pcs", "5 Stk.", "2 x"]), [""; 0]);
        assert_eq!(found(&["50%", "1e5", "C536"]), [""; 0]);
    }

    #[test]
    fn births_of_two_digits() {
        let found = remarks(&["12.03.45", "01.12.88", "30.06.04"]);
        assert_eq!(found.births_until(2024, false), Some((1945, 2004)));
        assert_eq!(found.births_until(2003, false), Some((1904, 1988)));
        assert!(!found.full_years);
        assert!(remarks(&["12.03.1945"]).full_years);
    }

    #[test]
    fn years_of_iran_and_days_beyond_twelve() {
        assert!(remarks(&["1402/10/13"]).solar_hijri);
        assert!(remarks(&["13/10/1402"]).solar_hijri);
        assert!(!remarks(&["2024/10/13"]).solar_hijri);
        assert!(remarks(&["2024-10-13"]).days_beyond_twelve);
        assert!(!remarks(&["2024-10-12", "13/10/2024"]).days_beyond_twelve);
    }
}
