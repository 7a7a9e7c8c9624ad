//! The kinds of customers, and how each of them buys.

use crate::calendar::Day;
use crate::catalogue::CATEGORIES;

/// What kind of buyer a customer is: the truth behind the generated lines, which an analysis may or may not
/// find again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Comes every few weeks, from the first month to the last.
    Regular,
    /// Comes often, above all when there is a sale, and takes the cheapest.
    BargainHunter,
    /// Comes a few times a year and fills the cart with what is dear.
    BigBasket,
    /// Comes before Christmas.
    GiftBuyer,
    /// Came for the first time in the last weeks.
    Newcomer,
    /// Was a good customer and has left.
    Lapsed,
    /// Bought once, at any time.
    OneTimer,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Regular,
        Self::BargainHunter,
        Self::BigBasket,
        Self::GiftBuyer,
        Self::Newcomer,
        Self::Lapsed,
        Self::OneTimer,
    ];

    pub(crate) fn habits(self) -> &'static Habits {
        match self {
            Self::Regular => &REGULAR,
            Self::BargainHunter => &BARGAIN_HUNTER,
            Self::BigBasket => &BIG_BASKET,
            Self::GiftBuyer => &GIFT_BUYER,
            Self::Newcomer => &NEWCOMER,
            Self::Lapsed => &LAPSED,
            Self::OneTimer => &ONE_TIMER,
        }
    }
}

/// Which end of a shelf somebody reaches for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taste {
    Cheap,
    Any,
    Dear,
}

/// How customers of a kind buy. Shares of the observed time run from 0, its first day, to 1, its end; gaps are
/// in days of a busy-ness of 1.
#[derive(Debug)]
pub(crate) struct Habits {
    /// Customers of this kind among a hundred.
    pub(crate) percent: u32,
    /// When the first order comes, as shares of the observed time.
    pub(crate) joins: [f64; 2],
    /// How long orders go on after that, likewise; 1 is to the end.
    pub(crate) stays: [f64; 2],
    /// The most orders a customer gives.
    pub(crate) orders_at_most: u32,
    /// The median customer's mean gap between orders.
    pub(crate) gap: f64,
    /// How far customers of the kind differ in it (sigma of a log-normal).
    pub(crate) gap_sigma: f64,
    /// How regular one customer's gaps are (Erlang shape).
    pub(crate) gap_shape: u32,
    /// Mean lines of an order, of the median customer.
    pub(crate) lines: f64,
    /// Mean pieces of a line, likewise.
    pub(crate) pieces: f64,
    /// How far customers of the kind differ in what they spend (sigma of a log-normal on lines and pieces).
    pub(crate) size_sigma: f64,
    pub(crate) taste: Taste,
    /// Weight of each category, in the order of the catalogue.
    pub(crate) categories: [u32; CATEGORIES],
    /// Weight of each month.
    pub(crate) months: [f64; 12],
    /// Orders on the web in a thousand.
    pub(crate) web_permille: u32,
    /// Reduced lines in a thousand, while there is a sale and otherwise.
    pub(crate) reduced_permille: [u32; 2],
    /// Lines brought back in a thousand.
    pub(crate) returned_permille: u32,
}

impl Habits {
    /// How busy a day is for customers of this kind.
    pub(crate) fn weight(&self, day: &Day) -> f64 {
        let eve = if day.before_christmas() { 1.0 } else { 0.25 };
        self.months[day.month] * day.weekday_weight() * eve
    }
}

/// A gift shop's year: quiet after the sale, presents in May, and a quarter of it before Christmas.
const YEAR: [f64; 12] = [0.85, 0.7, 0.85, 0.95, 1.1, 0.95, 0.9, 0.75, 0.9, 1.05, 1.45, 1.75];

const REGULAR: Habits = Habits {
    percent: 10,
    joins: [0.0, 0.12],
    stays: [1.0, 1.0],
    orders_at_most: u32::MAX,
    gap: 23.0,
    gap_sigma: 0.3,
    gap_shape: 3,
    lines: 1.6,
    pieces: 1.4,
    size_sigma: 0.4,
    taste: Taste::Any,
    categories: [14, 20, 12, 12, 12, 8, 14, 8],
    months: YEAR,
    web_permille: 350,
    reduced_permille: [300, 40],
    returned_permille: 20,
};

const BARGAIN_HUNTER: Habits = Habits {
    percent: 18,
    joins: [0.0, 0.25],
    stays: [1.0, 1.0],
    orders_at_most: u32::MAX,
    gap: 46.0,
    gap_sigma: 0.25,
    gap_shape: 4,
    lines: 1.3,
    pieces: 1.3,
    size_sigma: 0.3,
    taste: Taste::Cheap,
    categories: [34, 10, 4, 26, 4, 10, 10, 2],
    months: [2.0, 0.7, 0.7, 0.8, 0.9, 0.9, 2.0, 0.8, 0.7, 0.7, 1.7, 0.9],
    web_permille: 500,
    reduced_permille: [850, 300],
    returned_permille: 45,
};

const BIG_BASKET: Habits = Habits {
    percent: 12,
    joins: [0.0, 0.3],
    stays: [1.0, 1.0],
    orders_at_most: u32::MAX,
    gap: 100.0,
    gap_sigma: 0.25,
    gap_shape: 5,
    lines: 5.4,
    pieces: 2.2,
    size_sigma: 0.5,
    taste: Taste::Dear,
    categories: [4, 22, 28, 6, 22, 4, 8, 6],
    months: YEAR,
    web_permille: 600,
    reduced_permille: [200, 30],
    returned_permille: 35,
};

const GIFT_BUYER: Habits = Habits {
    percent: 16,
    joins: [0.0, 1.0],
    stays: [1.0, 1.0],
    orders_at_most: u32::MAX,
    gap: 45.0,
    gap_sigma: 0.25,
    gap_shape: 3,
    lines: 2.8,
    pieces: 1.5,
    size_sigma: 0.3,
    taste: Taste::Any,
    categories: [12, 8, 6, 18, 6, 28, 1, 21],
    months: [0.01, 0.01, 0.01, 0.01, 0.03, 0.01, 0.01, 0.01, 0.01, 0.05, 1.2, 2.4],
    web_permille: 450,
    reduced_permille: [250, 30],
    returned_permille: 60,
};

const NEWCOMER: Habits = Habits {
    percent: 14,
    joins: [0.92, 1.0],
    stays: [1.0, 1.0],
    orders_at_most: u32::MAX,
    gap: 30.0,
    gap_sigma: 0.3,
    gap_shape: 2,
    lines: 2.0,
    pieces: 1.3,
    size_sigma: 0.35,
    taste: Taste::Any,
    categories: [14, 12, 14, 14, 10, 10, 16, 10],
    months: YEAR,
    web_permille: 700,
    reduced_permille: [300, 40],
    returned_permille: 40,
};

const LAPSED: Habits = Habits {
    percent: 17,
    joins: [0.0, 0.2],
    stays: [0.15, 0.4],
    orders_at_most: u32::MAX,
    gap: 23.0,
    gap_sigma: 0.3,
    gap_shape: 3,
    lines: 1.8,
    pieces: 1.4,
    size_sigma: 0.35,
    taste: Taste::Any,
    categories: [12, 22, 16, 8, 16, 6, 12, 8],
    months: YEAR,
    web_permille: 400,
    reduced_permille: [300, 40],
    returned_permille: 50,
};

const ONE_TIMER: Habits = Habits {
    percent: 13,
    joins: [0.0, 0.9],
    stays: [0.0, 0.0],
    orders_at_most: 1,
    gap: 1.0,
    gap_sigma: 0.0,
    gap_shape: 1,
    lines: 1.5,
    pieces: 1.2,
    size_sigma: 0.3,
    taste: Taste::Cheap,
    categories: [20, 10, 8, 20, 8, 14, 10, 10],
    months: YEAR,
    web_permille: 600,
    reduced_permille: [300, 40],
    returned_permille: 30,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_its_place_in_the_list() {
        assert!(Kind::ALL.iter().enumerate().all(|(place, &kind)| kind as usize == place));
    }

    #[test]
    fn kinds_make_a_hundred() {
        assert_eq!(Kind::ALL.iter().map(|kind| kind.habits().percent).sum::<u32>(), 100);
        for kind in Kind::ALL {
            let habits = kind.habits();
            assert_eq!(habits.categories.iter().sum::<u32>(), 100, "{kind:?}");
            assert!(habits.months.iter().all(|&weight| weight > 0.0), "a clock must not stop: {kind:?}");
        }
    }
}
