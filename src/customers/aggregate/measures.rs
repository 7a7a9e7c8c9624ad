//! What is measured of a customer. All of it is defined in `docs/methods.md`; days are whole, money is the file's.

use super::Aggregate;
use super::account::Account;
use super::calendar::{MINUTES, YEAR, is_evening, is_weekend};
use super::discounts::Measure;
use super::orders::Order;
use super::split::{Shares, ratio};
use super::visits::Visit;
use crate::distribution::Valid;

/// A feature made from transactions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Feature {
    /// Days from the last purchase to the reference day.
    Recency,
    /// Orders.
    Frequency,
    /// Net spend.
    Monetary,
    /// Net spend by order.
    AverageOrderValue,
    /// Days from the first purchase to the reference day.
    Tenure,
    /// Median of the days between days with a purchase; missing below three of these.
    MedianGap,
    /// Standard deviation (ddof 0) of these gaps by their mean; missing as they are.
    GapVariation,
    /// Purchase lines by order.
    LinesPerOrder,
    /// Pieces by order.
    UnitsPerOrder,
    /// Spend on purchases by piece.
    PricePerUnit,
    /// Exp of Shannon's entropy of spend by category.
    CategoryDiversity,
    /// Share of spend on the listed category of this place.
    CategoryShare(usize),
    /// Share of spend on all other categories.
    OtherCategoriesShare,
    /// Part of the price that was taken off.
    DiscountRate,
    /// Share of orders with a discounted line.
    DiscountedOrders,
    /// What returns came to, by spend on purchases.
    ReturnRate,
    /// Share of spend in a quarter of the year, from 0.
    QuarterShare(usize),
    /// Share of spend in November and December.
    NovDecShare,
    /// Share of orders on a Saturday or Sunday.
    WeekendShare,
    /// Share of orders at 18:00 or later.
    EveningShare,
    /// Share of spend by the listed channel of this place.
    ChannelShare(usize),
    /// Share of spend by all other channels.
    OtherChannelsShare,
}

/// How the name of a category's share begins; the category follows.
const CATEGORY: &str = "categoryShare:";

/// How the name of a channel's share begins; the channel follows.
const CHANNEL: &str = "channelShare:";

/// Customers, and days from the first purchase to the last, from which on it is odd that nobody comes again.
const MANY_CUSTOMERS: usize = 50;
const LONG: i64 = 60;

/// The aggregate at its end, with what is counted only then.
pub(super) struct Measures<'a> {
    ledger: &'a [Account],
    columns: &'a super::Columns,
    counts: Vec<Counts>,
    gaps: Vec<Gaps>,
    categories: Option<Shares>,
    channels: Option<Shares>,
    discounts: Option<(&'a super::Discounts, (Measure, bool))>,
    reference_day: i64,
    has_seasons: bool,
    has_times: bool,
}

/// Orders of a customer.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    orders: u32,
    discounted: u32,
    weekend: u32,
    evening: u32,
}

/// Gaps between a customer's days with a purchase; `NaN` where there are fewer than two of them.
#[derive(Debug, Clone, Copy)]
struct Gaps {
    median: f64,
    variation: f64,
}

impl<'a> Measures<'a> {
    /// `categories` and `channels` are those of `aggregate`; `visits` are sorted.
    pub(super) fn new(
        aggregate: &'a Aggregate,
        (categories, channels): (Option<Shares>, Option<Shares>),
        visits: &[Visit],
        reference_day: i64,
    ) -> Self {
        let mut counts = vec![Counts::default(); aggregate.ledger.len()];
        orders(aggregate, visits).for_each(|order| counts[order.customer as usize].add(&order));
        let mut gaps = vec![Gaps { median: f64::NAN, variation: f64::NAN }; aggregate.ledger.len()];
        for of_one in visits.chunk_by(|a, b| a.customer == b.customer) {
            if let Some(found) = Gaps::between(of_one) {
                gaps[of_one[0].customer as usize] = found;
            }
        }
        let (first, last) = aggregate.days.unwrap_or_default();
        Measures {
            ledger: &aggregate.ledger,
            columns: &aggregate.columns,
            counts,
            gaps,
            categories,
            channels,
            discounts: aggregate.discounts.as_ref().map(|discounts| (discounts, discounts.measure())),
            reference_day,
            has_seasons: last - first + 1 >= YEAR,
            has_times: aggregate.has_times,
        }
    }

    /// The features of this file in their order: those that its columns and days can tell, and those that are `asked` for by name
    /// though its days cannot.
    pub(super) fn features(&self, asked: &[String]) -> Vec<Feature> {
        use Feature::*;
        let mut features = vec![
            Recency,
            Frequency,
            Monetary,
            AverageOrderValue,
            Tenure,
            MedianGap,
            GapVariation,
            LinesPerOrder,
        ];
        if self.columns.quantity.is_some() {
            features.extend([UnitsPerOrder, PricePerUnit]);
        }
        let is_asked = |feature: &Feature| asked.contains(&self.name(feature));
        if let Some(shares) = &self.categories {
            features.push(CategoryDiversity);
            features.extend((0..shares.listed.len()).map(CategoryShare));
            features.extend(Some(OtherCategoriesShare).filter(|other| shares.has_others || is_asked(other)));
        }
        if self.discounts.is_some() {
            features.extend([DiscountRate, DiscountedOrders]);
        }
        features.push(ReturnRate);
        let seasons = (0..4).map(QuarterShare).chain([NovDecShare]);
        features.extend(seasons.filter(|season| self.has_seasons || is_asked(season)));
        features.push(WeekendShare);
        features.extend(Some(EveningShare).filter(|evening| self.has_times || is_asked(evening)));
        if let Some(shares) = &self.channels {
            features.extend((0..shares.listed.len()).map(ChannelShare));
            features.extend(Some(OtherChannelsShare).filter(|other| shares.has_others || is_asked(other)));
        }
        features
    }

    /// The machine name of a feature.
    pub(super) fn name(&self, feature: &Feature) -> String {
        let listed = |prefix: &str, shares: &Option<Shares>, at: usize| {
            let shares = shares.as_ref();
            format!("{prefix}{}", shares.map_or("", |shares| shares.listed[at].0.as_str()))
        };
        let plain = match feature {
            Feature::Recency => "recency",
            Feature::Frequency => "frequency",
            Feature::Monetary => "monetary",
            Feature::AverageOrderValue => "averageOrderValue",
            Feature::Tenure => "tenure",
            Feature::MedianGap => "medianGap",
            Feature::GapVariation => "gapVariation",
            Feature::LinesPerOrder => "linesPerOrder",
            Feature::UnitsPerOrder => "unitsPerOrder",
            Feature::PricePerUnit => "pricePerUnit",
            Feature::CategoryDiversity => "categoryDiversity",
            Feature::CategoryShare(at) => return listed(CATEGORY, &self.categories, *at),
            Feature::OtherCategoriesShare => "otherCategoriesShare",
            Feature::DiscountRate => "discountRate",
            Feature::DiscountedOrders => "discountedOrders",
            Feature::ReturnRate => "returnRate",
            Feature::QuarterShare(quarter) => return format!("quarter{}Share", quarter + 1),
            Feature::NovDecShare => "novDecShare",
            Feature::WeekendShare => "weekendShare",
            Feature::EveningShare => "eveningShare",
            Feature::ChannelShare(at) => return listed(CHANNEL, &self.channels, *at),
            Feature::OtherChannelsShare => "otherChannelsShare",
        };
        plain.to_owned()
    }

    /// The value of a feature for a customer with a purchase from day `first` to day `last`; `NaN` where it has none.
    pub(super) fn value(&self, feature: &Feature, customer: u32, (first, last): (i32, i32)) -> f64 {
        let (account, counts) = (&self.ledger[customer as usize], &self.counts[customer as usize]);
        let money = &self.columns.money;
        let by_order = |number: f64| number / f64::from(counts.orders);
        let pieces = || self.columns.quantity.map_or(f64::NAN, |column| column.to_f64(account.pieces));
        let share = |shares: &Option<Shares>, at: usize| {
            shares.as_ref().map_or(f64::NAN, |shares| shares.share(customer, shares.listed[at].1))
        };
        let others =
            |shares: &Option<Shares>| shares.as_ref().map_or(f64::NAN, |shares| shares.others(customer));
        match *feature {
            Feature::Recency => (self.reference_day - i64::from(last)) as f64,
            Feature::Frequency => f64::from(counts.orders),
            Feature::Monetary => money.to_f64(account.net),
            Feature::AverageOrderValue => by_order(money.to_f64(account.net)),
            Feature::Tenure => (self.reference_day - i64::from(first)) as f64,
            Feature::MedianGap => self.gaps[customer as usize].median,
            Feature::GapVariation => self.gaps[customer as usize].variation,
            Feature::LinesPerOrder => by_order(f64::from(account.lines)),
            Feature::UnitsPerOrder => by_order(pieces()),
            Feature::PricePerUnit if account.pieces == 0 => f64::NAN,
            Feature::PricePerUnit => money.to_f64(account.sales) / pieces(),
            Feature::CategoryDiversity => {
                self.categories.as_ref().map_or(f64::NAN, |shares| shares.diversity(customer))
            }
            Feature::CategoryShare(at) => share(&self.categories, at),
            Feature::OtherCategoriesShare => others(&self.categories),
            Feature::DiscountRate => self.discounts.map_or(f64::NAN, |(discounts, measure)| {
                discounts.rate(customer, money.to_f64(account.sales), money.one(), measure)
            }),
            Feature::DiscountedOrders => by_order(f64::from(counts.discounted)),
            Feature::ReturnRate => ratio(account.sales - account.net, account.sales),
            Feature::QuarterShare(quarter) => ratio(account.quarter(quarter), account.sales),
            Feature::NovDecShare => ratio(account.nov_dec, account.sales),
            Feature::WeekendShare => by_order(f64::from(counts.weekend)),
            Feature::EveningShare => by_order(f64::from(counts.evening)),
            Feature::ChannelShare(at) => share(&self.channels, at),
            Feature::OtherChannelsShare => others(&self.channels),
        }
    }

    /// Whether nobody has a second order, though there were many customers and much time for one.
    pub(super) fn everybody_bought_once(&self, customers: usize, days: i64) -> bool {
        customers >= MANY_CUSTOMERS && days >= LONG && self.counts.iter().all(|counts| counts.orders <= 1)
    }

    /// Median over customers of their median gap; `None` where nobody has one.
    pub(super) fn median_gap(&self) -> Option<f64> {
        Valid::of(self.gaps.iter().map(|gaps| gaps.median)).median()
    }
}

/// Whether a feature of this name is the share that one category or channel, which the name tells, has in what a customer spent.
pub(crate) fn is_share_of_kind(name: &str) -> bool {
    [CATEGORY, CHANNEL].iter().any(|prefix| name.starts_with(prefix))
}

/// Whether a feature of this name may be made of transactions only where it is asked for: shares of few customers, or of a short time.
pub(crate) fn is_made_when_asked(name: &str) -> bool {
    const SOMETIMES: [&str; 8] = [
        "otherCategoriesShare",
        "quarter1Share",
        "quarter2Share",
        "quarter3Share",
        "quarter4Share",
        "novDecShare",
        "eveningShare",
        "otherChannelsShare",
    ];
    is_share_of_kind(name) || SOMETIMES.contains(&name)
}

/// The kinds among `asked` names that begin with the prefix of categories, and those with that of channels.
pub(super) fn asked_kinds(asked: &[String]) -> (Vec<&str>, Vec<&str>) {
    let kinds = |prefix: &str| asked.iter().filter_map(|name| name.strip_prefix(prefix)).collect();
    (kinds(CATEGORY), kinds(CHANNEL))
}

/// Every order: those with an id, and one for each day of lines without.
pub(super) fn orders<'a>(aggregate: &'a Aggregate, visits: &'a [Visit]) -> impl Iterator<Item = Order> + 'a {
    let nameless = visits.iter().filter_map(|visit| {
        let order = visit.order?;
        let minute = visit.day * MINUTES + i32::from(order.minute);
        Some(Order { customer: visit.customer, minute, discounted: order.discounted })
    });
    aggregate.orders.iter().copied().chain(nameless)
}

impl Counts {
    fn add(&mut self, order: &Order) {
        self.orders += 1;
        self.discounted += u32::from(order.discounted);
        self.weekend += u32::from(is_weekend(order.minute.div_euclid(MINUTES)));
        self.evening += u32::from(is_evening(order.minute.rem_euclid(MINUTES)));
    }
}

impl Gaps {
    /// The gaps between the days of one customer's visits, ascending; `None` where there are fewer than two.
    fn between(visits: &[Visit]) -> Option<Self> {
        if visits.len() < 3 {
            return None;
        }
        let days = visits.windows(2).map(|pair| i128::from(pair[1].day - pair[0].day));
        let (count, sum, squares) = days
            .clone()
            .fold((0, 0, 0), |(count, sum, squares), gap| (count + 1, sum + gap, squares + gap * gap));
        // √(n Σg² − (Σg)²) / Σg, whole numbers up to the root.
        let variation = ((count * squares - sum * sum) as f64).sqrt() / sum as f64;
        Some(Gaps { median: Valid::of(days.map(|gap| gap as f64)).median()?, variation })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_by_hand() {
        let visits = |days: &[i32]| -> Vec<Visit> {
            days.iter().map(|&day| Visit { customer: 0, day, order: None }).collect()
        };
        // Gaps 4 and 20: median 12, mean 12, standard deviation 8.
        let gaps = Gaps::between(&visits(&[1, 5, 25])).unwrap();
        assert_eq!((gaps.median, gaps.variation), (12.0, 8.0 / 12.0));
        assert!(Gaps::between(&visits(&[3, 9])).is_none());
        assert_eq!(Gaps::between(&visits(&[0, 2, 4, 6])).unwrap().variation, 0.0);
    }
}
