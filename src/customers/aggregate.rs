//! Transactions become recency, frequency and monetary value while they stream by.
//!
//! A line with a negative amount, or whose order id is C followed by digits, is a *return*; every other line, a zero amount
//! too, is a *purchase*. **Recency** is whole days from the last purchase to the reference day; **frequency** counts distinct
//! orders among purchases (distinct days where the file has no order ids); **monetary** is net, returns included.

use hashbrown::HashSet;

use super::features::median;
use super::interner::{FixedState, Interner};
use super::money::Money;
use super::{FeatureOptions, Features, RFM, Span, Status};
use crate::limits;
use crate::table::{Batch, Cells, MISSING, Reading, Role, Texts, canonical_id, parse_iso_day};
use crate::{Error, Matrix, Notice};

const SECONDS_A_DAY: i64 = 86_400;

/// Running sums of every customer seen so far.
#[derive(Debug)]
pub(super) struct Aggregate {
    columns: Columns,
    id_header: String,
    reference_day: Option<i64>,
    customers: Interner,
    orders: Interner,
    ledger: Vec<Account>,
    /// (customer, order) pairs of purchases.
    bought_orders: HashSet<(u32, u32), FixedState>,
    /// (customer, day) pairs of purchases.
    bought_days: HashSet<(u32, i32), FixedState>,
    days: Option<(i64, i64)>,
    revenue: i128,
    revenue_without_customer: i128,
    rows: u64,
    without_customer: Counted,
    without_date: Counted,
    without_amount: Counted,
    after_reference: Counted,
}

/// What is known of one customer.
#[derive(Debug, Clone, Default)]
struct Account {
    /// First and last day of a purchase.
    purchases: Option<(i64, i64)>,
    /// Net spend in units of 10^-scale.
    net: i128,
}

/// Where the columns with a role stand.
#[derive(Debug)]
struct Columns {
    customer: usize,
    date: usize,
    order: Option<usize>,
    money: Money,
}

/// How often something happened, and the first rows where it did.
#[derive(Debug, Default)]
struct Counted {
    count: u64,
    rows: Vec<u64>,
}

impl Aggregate {
    pub(super) fn new(reading: &Reading, options: &FeatureOptions) -> Result<Self, Error> {
        let customer = reading.position(Role::CustomerId).ok_or(Error::NoCustomerColumn)?;
        let date = reading.position(Role::Date).ok_or(Error::NoDateColumn)?;
        let money = Money::new(reading).ok_or(Error::NoAmountColumn)?;
        let reference_day = match &options.reference_day {
            Some(day) => Some(parse_iso_day(day).ok_or(Error::BadReferenceDay)?),
            None => None,
        };
        Ok(Aggregate {
            id_header: reading.columns[customer].name.clone(),
            columns: Columns { customer, date, order: reading.position(Role::OrderId), money },
            reference_day,
            customers: Interner::default(),
            orders: Interner::default(),
            ledger: Vec::new(),
            bought_orders: HashSet::default(),
            bought_days: HashSet::default(),
            days: None,
            revenue: 0,
            revenue_without_customer: 0,
            rows: 0,
            without_customer: Counted::default(),
            without_date: Counted::default(),
            without_amount: Counted::default(),
            after_reference: Counted::default(),
        })
    }

    pub(super) fn push(&mut self, batch: &Batch) -> Result<(), Error> {
        let (Cells::Texts(ids), Cells::Moments(moments)) =
            (&batch.columns[self.columns.customer], &batch.columns[self.columns.date])
        else {
            return Err(Error::NoCustomerColumn);
        };
        let orders = match self.columns.order.map(|at| &batch.columns[at]) {
            Some(Cells::Texts(orders)) => Some(orders),
            _ => None,
        };
        for (index, &row) in batch.rows.iter().enumerate() {
            self.rows += 1;
            let Some(amount) = self.columns.money.of(batch, index) else {
                self.without_amount.note(row);
                continue;
            };
            let id = canonical_id(ids.get(index));
            if id.is_empty() {
                self.without_customer.note(row);
                self.revenue_without_customer = self.revenue_without_customer.saturating_add(amount);
                continue;
            }
            if moments[index] == MISSING {
                self.without_date.note(row);
                continue;
            }
            let day = moments[index].div_euclid(SECONDS_A_DAY);
            if self.reference_day.is_some_and(|reference| day >= reference) {
                self.after_reference.note(row);
                continue;
            }
            self.book(id, day, order_at(orders, index), amount, row)?;
        }
        Ok(())
    }

    /// Books one line of a known customer on a known day.
    fn book(&mut self, id: &str, day: i64, order: Option<&str>, amount: i128, row: u64) -> Result<(), Error> {
        let customer = self.customers.intern(id);
        if customer as usize == self.ledger.len() {
            if self.ledger.len() == limits::CUSTOMERS {
                return Err(Error::TooManyCustomers { limit: limits::CUSTOMERS as u64 });
            }
            self.ledger.push(Account::default());
        }
        let account = &mut self.ledger[customer as usize];
        let add = |sum: i128| sum.checked_add(amount).ok_or(Error::AmountTooLarge { row });
        account.net = add(account.net)?;
        self.revenue = add(self.revenue)?;
        self.days = Some(widened(self.days, day));
        if amount < 0 || order.is_some_and(is_return_id) {
            return Ok(());
        }
        account.purchases = Some(widened(account.purchases, day));
        self.bought_days.insert((customer, day as i32));
        if let Some(order) = order {
            // A purchase without its order id is an order of that day.
            let order = match order {
                "" => self.orders.intern(&format!("\0{day}")),
                order => self.orders.intern(order),
            };
            self.bought_orders.insert((customer, order));
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Features, Error> {
        let needed = limits::FEWEST_CUSTOMERS as u64;
        let (first_day, last_day) = self.days.ok_or(Error::TooFewCustomers { found: 0, needed })?;
        let reference_day = self.reference_day.unwrap_or(last_day + 1);
        let (mut frequency, median_gap) = days_and_gap(&self.bought_days, self.ledger.len());
        if self.columns.order.is_some() {
            frequency.fill(0);
            self.bought_orders.iter().for_each(|&(customer, _)| frequency[customer as usize] += 1);
        }
        let mut buyers: Vec<(&str, u32, i64, i64)> = (0..)
            .zip(&self.ledger)
            .filter_map(|(customer, account)| {
                let (first, last) = account.purchases?;
                Some((self.customers.get(customer), customer, first, last))
            })
            .collect();
        buyers.sort_unstable();

        let mut values = Matrix::with_capacity(RFM.len(), buyers.len());
        let (mut ids, mut status, mut tenure) = (Vec::new(), Vec::new(), Vec::new());
        for &(id, customer, first, last) in &buyers {
            let net = self.ledger[customer as usize].net;
            let recency = (reference_day - last) as f64;
            values.push(&[recency, f64::from(frequency[customer as usize]), self.columns.money.to_f64(net)]);
            ids.push(id.to_owned());
            status.push(if net > 0 { Status::Ok } else { Status::NetSpendNotPositive });
            tenure.push((reference_day - first) as f64);
        }
        let span = Span {
            first_day,
            last_day,
            reference_day,
            tenure,
            median_gap,
            revenue: self.columns.money.to_f64(self.revenue),
            revenue_without_customer: self.columns.money.to_f64(self.revenue_without_customer),
        };
        Ok(Features {
            notices: self.notices(&status),
            id_header: Some(self.id_header),
            ids,
            data_rows: Vec::new(),
            file_rows: Vec::new(),
            names: RFM.map(str::to_owned).to_vec(),
            values,
            status,
            span: Some(span),
            rows: self.rows,
            ..Features::default()
        })
    }

    fn notices(&self, status: &[Status]) -> Vec<Notice> {
        let mut notices = Vec::new();
        let mut tell = |counted: &Counted, notice: fn(u64, Vec<u64>) -> Notice| {
            if counted.count > 0 {
                notices.push(notice(counted.count, counted.rows.clone()));
            }
        };
        tell(&self.without_customer, |count, rows| Notice::RowsWithoutCustomer { count, rows });
        tell(&self.without_date, |count, rows| Notice::RowsWithoutDate { count, rows });
        tell(&self.without_amount, |count, rows| Notice::RowsWithoutAmount { count, rows });
        tell(&self.after_reference, |count, rows| Notice::RowsAfterReferenceDay { count, rows });
        let returns_only = self.ledger.len() - status.len();
        if returns_only > 0 {
            notices.push(Notice::ReturnsOnlyCustomers { count: returns_only as u64 });
        }
        let not_positive = status.iter().filter(|&&status| status != Status::Ok).count();
        if not_positive > 0 {
            notices.push(Notice::NetSpendNotPositive { count: not_positive as u64 });
        }
        notices
    }
}

impl Counted {
    fn note(&mut self, row: u64) {
        self.count += 1;
        if self.rows.len() < limits::ROWS_LISTED {
            self.rows.push(row);
        }
    }
}

/// `span` stretched to hold `day`.
fn widened(span: Option<(i64, i64)>, day: i64) -> (i64, i64) {
    span.map_or((day, day), |(first, last)| (first.min(day), last.max(day)))
}

/// The order id at `index`; `None` where the file has no such column.
fn order_at(orders: Option<&Texts>, index: usize) -> Option<&str> {
    orders.map(|orders| orders.get(index))
}

/// Whether an order id marks a return: C followed by nothing but digits.
fn is_return_id(order: &str) -> bool {
    order
        .strip_prefix(['C', 'c'])
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Purchase days of each customer, and the median over customers of their median gap between such days.
fn days_and_gap(bought: &HashSet<(u32, i32), FixedState>, customers: usize) -> (Vec<u32>, Option<f64>) {
    let mut days: Vec<(u32, i32)> = bought.iter().copied().collect();
    days.sort_unstable();
    let mut count = vec![0_u32; customers];
    let mut medians = Vec::new();
    for of_one in days.chunk_by(|a, b| a.0 == b.0) {
        count[of_one[0].0 as usize] = of_one.len() as u32;
        if of_one.len() >= 3 {
            let mut gaps: Vec<f64> = of_one.windows(2).map(|pair| f64::from(pair[1].1 - pair[0].1)).collect();
            medians.extend(median(&mut gaps));
        }
    }
    (count, median(&mut medians))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn returns_are_told_by_c_and_digits_alone() {
        for (order, expected) in [
            ("C536379", true),
            ("c1", true),
            ("CA-2018-152156", false),
            ("C", false),
            ("536365", false),
            ("", false),
        ] {
            assert_eq!(is_return_id(order), expected, "{order}");
        }
    }

    #[test]
    fn gaps_need_three_purchase_days() {
        let bought: HashSet<(u32, i32), FixedState> =
            [(0, 1), (0, 5), (0, 25), (1, 3), (1, 9), (2, 0), (2, 2), (2, 4)].into_iter().collect();
        // Customer 0 has gaps 4 and 20 (median 12), customer 1 has too few days, customer 2 has gaps 2 and 2.
        assert_eq!(days_and_gap(&bought, 4), (vec![3, 2, 3, 0], Some(7.0)));
    }
}
