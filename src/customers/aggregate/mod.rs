//! Transactions become features while they stream by.
//!
//! A line with a negative amount, or whose order id is C followed by digits, is a *return*; every other line, a zero amount
//! too, is a *purchase*. An *order* is what a customer bought under one order id, or on one day where there is none. What is
//! computed of them is listed in [`measures`].
//!
//! # Advice for whoever changes this
//! Everything kept here is a sum of exact integers, a least, a greatest, or a set: so neither the order of the lines nor the place where
//! a file is cut in two can be seen in the result. Nothing may be kept that depends on what came before.

mod account;
mod calendar;
mod columns;
mod discounts;
mod duplicates;
mod finish;
mod lines;
mod measures;
mod merge;
mod months;
mod order_ids;
mod orders;
mod products;
mod sign;
mod split;
mod tallies;
mod visits;

use hashbrown::HashMap;

pub(crate) use self::measures::{is_made_when_asked, is_share_of_kind};

use self::account::{Account, Booking};
use self::calendar::MINUTES;
use self::columns::{Columns, text_at};
use self::discounts::Discounts;
use self::duplicates::Duplicates;
use self::lines::Line;
use self::months::Months;
use self::order_ids::{OrderId, OrderIds};
use self::orders::{Order, Orders};
use self::products::Products;
use self::sign::Sign;
use self::split::{NO_KIND, Split};
use self::tallies::Tallies;
use self::visits::{Nameless, Visit, Visits};
use super::interner::{FixedState, Interner};
use super::spellings::Spellings;
use super::{CleaningKind, CustomerOptions, DuplicateChoice, OptOuts};
use crate::table::{Batch, Cells, MISSING, Memo, Reading, canonical_id, parse_iso_day};
use crate::{Error, limits};

/// Running sums of every customer seen so far.
#[derive(Debug)]
pub(super) struct Aggregate {
    columns: Columns,
    id_header: String,
    reference_day: Option<i64>,
    options: CustomerOptions,
    /// Whether an id on the list of opt-outs was met, by id.
    opt_outs: Option<HashMap<String, bool, FixedState>>,
    customers: Interner,
    spellings: Spellings,
    /// Whose the ids of the batches are.
    known: Memo<Who>,
    ledger: Vec<Account>,
    orders: Orders,
    visits: Visits,
    /// The order that was noted last, by the number of its id.
    last: Option<(u32, Order)>,
    categories: Option<Split>,
    channels: Option<Split>,
    discounts: Option<Discounts>,
    products: Products,
    duplicates: Duplicates,
    months: Months,
    tallies: Tallies,
    /// First and last day with a customer.
    days: Option<(i64, i64)>,
    /// Whether a line says at what time of the day.
    has_times: bool,
    revenue: i128,
    rows: u64,
    /// Every line that counts, kept by a later part of a file alone: see [`Aggregate::merge`].
    kept: Option<Vec<Line>>,
}

/// Whose lines those of an id are.
#[derive(Debug, Clone, Copy)]
enum Who {
    Customer(u32),
    OptedOut,
    Nobody,
}

impl Aggregate {
    pub(super) fn new(reading: &Reading, options: &CustomerOptions) -> Result<Self, Error> {
        let columns = Columns::new(reading)?;
        let reference_day = match &options.reference_day {
            Some(day) => Some(parse_iso_day(day).ok_or(Error::BadReferenceDay)?),
            None => None,
        };
        let discounts = columns.discount.map(|column| {
            Discounts::new(column, &reading.columns[column.at].name, columns.money.is_computed())
        });
        Ok(Aggregate {
            id_header: reading.columns[columns.customer].name.clone(),
            reference_day,
            options: options.clone(),
            opt_outs: None,
            customers: Interner::default(),
            spellings: Spellings::default(),
            known: Memo::default(),
            ledger: Vec::new(),
            orders: Orders::default(),
            visits: Visits::default(),
            last: None,
            categories: columns.category.map(|_| Split::default()),
            channels: columns.channel.map(|_| Split::default()),
            discounts,
            products: Products::default(),
            duplicates: match columns.order {
                Some(_) => Duplicates::default(),
                None => Duplicates::without_orders(),
            },
            months: Months::default(),
            tallies: Tallies::default(),
            days: None,
            has_times: false,
            revenue: 0,
            rows: 0,
            kept: None,
            columns,
        })
    }

    /// Leaves out the customers on the list.
    pub(super) fn without(&mut self, opt_outs: OptOuts) {
        let ids = opt_outs.below_header(&self.id_header);
        self.opt_outs = Some(ids.ids().map(|id| (id.to_owned(), false)).collect());
        self.known = Memo::default();
    }

    /// Prepares for being merged into the part of the file before it.
    pub(super) fn keep_lines(&mut self) {
        self.kept = Some(Vec::new());
    }

    pub(super) fn push(&mut self, batch: &Batch) -> Result<(), Error> {
        let mut memo = std::mem::take(&mut self.known);
        let taken = self.take_batch(batch, &mut memo);
        self.known = memo;
        taken
    }

    fn take_batch(&mut self, batch: &Batch, known: &mut Memo<Who>) -> Result<(), Error> {
        let (Cells::Texts(ids), Cells::Moments(moments)) =
            (&batch.columns[self.columns.customer], &batch.columns[self.columns.date])
        else {
            return Err(Error::NoCustomerColumn);
        };
        let who = known.of(ids, |id| self.who(id))?;
        self.products.judge(&self.columns, batch);
        let mut orders = OrderIds::new(batch, &self.columns);
        for (index, &row) in batch.rows.iter().enumerate() {
            self.rows += 1;
            let amount = self.columns.money.of(batch, index);
            let customer = match who[ids.number(index)] {
                Who::Customer(customer) => customer,
                Who::OptedOut => {
                    let id = canonical_id(ids.get(index));
                    self.opt_outs.iter_mut().flat_map(|ids| ids.get_mut(&*id)).for_each(|met| *met = true);
                    self.tallies.note(CleaningKind::OptOuts, row, amount.unwrap_or_default());
                    continue;
                }
                Who::Nobody => {
                    let step = match amount {
                        Some(_) => CleaningKind::WithoutCustomer,
                        None => CleaningKind::WithoutAmount,
                    };
                    self.tallies.note(step, row, amount.unwrap_or_default());
                    continue;
                }
            };
            let Some(amount) = amount else {
                self.touch(CleaningKind::WithoutAmount, customer, row, 0);
                continue;
            };
            if moments[index] == MISSING {
                self.touch(CleaningKind::WithoutDate, customer, row, amount);
                continue;
            }
            let minute = moments[index].div_euclid(60);
            let day = minute.div_euclid(MINUTES.into());
            if self.reference_day.is_some_and(|reference| day >= reference) {
                self.touch(CleaningKind::AfterReferenceDay, customer, row, amount);
                continue;
            }
            let order = orders.at(index, day as i32, &mut self.orders);
            self.take((batch, index), customer, order, amount, minute as i32)?;
        }
        Ok(())
    }

    /// Whose an id is, as it is written.
    fn who(&mut self, written: &str) -> Result<Who, Error> {
        let id = canonical_id(written);
        match &self.opt_outs {
            Some(ids) if ids.contains_key(&*id) => Ok(Who::OptedOut),
            _ if id.is_empty() => Ok(Who::Nobody),
            _ => {
                let customer = self.customer(&id)?;
                self.spellings.note(customer, written);
                Ok(Who::Customer(customer))
            }
        }
    }

    /// The number of the customer with this id.
    fn customer(&mut self, id: &str) -> Result<u32, Error> {
        let customer = self.customers.intern(id);
        if customer as usize == self.ledger.len() {
            if self.ledger.len() == limits::CUSTOMERS {
                return Err(Error::TooManyCustomers { limit: limits::CUSTOMERS as u64 });
            }
            self.ledger.push(Account::default());
            self.discounts.iter_mut().for_each(Discounts::add_customer);
        }
        Ok(customer)
    }

    /// Counts a line of a step of cleaning.
    fn touch(&mut self, step: CleaningKind, customer: u32, row: u64, amount: i128) {
        self.tallies.note(step, row, amount);
        self.ledger[customer as usize].touched.note(step);
    }

    /// Takes a line of a known customer on a known day.
    fn take(
        &mut self,
        (batch, index): (&Batch, usize),
        customer: u32,
        order: OrderId,
        amount: i128,
        minute: i32,
    ) -> Result<(), Error> {
        let row = batch.rows[index];
        let fingerprint = batch.fingerprints.get(index).copied();
        let repeated = fingerprint
            .is_some_and(|fingerprint| self.duplicates.is_repeated(Some(order.number), fingerprint));
        if self.options.duplicate_rows == DuplicateChoice::Drop && self.duplicates.is_overfull() {
            return Err(Error::TooManyRowsToCompare { limit: limits::LINES_COMPARED as u64 });
        }
        if repeated {
            self.touch(CleaningKind::DuplicateRows, customer, row, amount);
            if self.options.duplicate_rows == DuplicateChoice::Drop {
                return Ok(());
            }
        }
        let non_product = self.products.reason(&self.columns, batch, index, amount);
        if let Some(kind) = non_product {
            self.touch(kind.step(), customer, row, amount);
        }
        let exact = |column: Option<columns::Exact>| column.and_then(|column| column.of(batch, index));
        let line = Line {
            fingerprint,
            row,
            customer,
            minute,
            amount,
            is_return: amount < 0 || order.is_return,
            excluded: non_product.is_some_and(|kind| self.options.non_products.contains(&kind)),
            non_product,
            pieces: exact(self.columns.quantity).unwrap_or_default(),
            discount: exact(self.columns.discount).unwrap_or_default(),
            list_price: match self.discounts {
                Some(_) => self.columns.list_price(batch, index),
                None => f64::NAN,
            },
            category: kind_at(&mut self.categories, self.columns.category, batch, index),
            channel: kind_at(&mut self.channels, self.columns.channel, batch, index),
        };
        if !repeated && let Some(kept) = &mut self.kept {
            kept.push(line);
        }
        if line.excluded {
            return Ok(());
        }
        if line.is_return {
            self.touch(CleaningKind::Returns, customer, row, amount);
        }
        self.book(&line, Sign::Add).ok_or(Error::AmountTooLarge { row })?;
        self.visit(&line, order);
        Ok(())
    }

    /// Adds a line to the sums or takes it away again. `None` where a sum can no longer be exact.
    fn book(&mut self, line: &Line, sign: Sign) -> Option<()> {
        let (customer, amount) = (line.customer, sign.of(line.amount));
        let month = self.months.of(line.day());
        self.revenue = self.revenue.checked_add(amount)?;
        self.months.add(month, amount);
        let is_return = line.is_return;
        let booking = Booking { sign, amount, is_return, pieces: line.pieces, month };
        self.ledger[customer as usize].book(booking)?;
        if is_return {
            return Some(());
        }
        if let Some(split) = &mut self.categories {
            split.add(customer, line.category, amount);
        }
        if let Some(split) = &mut self.channels {
            split.add(customer, line.channel, amount);
        }
        if let Some(discounts) = &mut self.discounts {
            let money = self.columns.money.to_f64(line.amount);
            discounts.book(customer, sign, line.discount, line.amount, (money, line.list_price))?;
        }
        Some(())
    }

    /// Notes when a line was, and of which order. That another line says the same changes nothing.
    fn visit(&mut self, line: &Line, order: OrderId) {
        let day = line.day();
        let account = &mut self.ledger[line.customer as usize];
        account.booked = true;
        let (first, last) = self.days.unwrap_or((day.into(), day.into()));
        self.days = Some((first.min(day.into()), last.max(day.into())));
        if line.is_return {
            return;
        }
        let discounted = line.discount != 0;
        let said = Some((order.number, Order { customer: line.customer, minute: line.minute, discounted }));
        if said == self.last && !order.is_nameless {
            return;
        }
        self.last = said;
        account.visit(day);
        let minute = line.minute.rem_euclid(MINUTES);
        self.has_times |= minute > 0;
        let nameless = order.is_nameless.then_some(Nameless { minute: minute as i16, discounted });
        self.visits.add(Visit { customer: line.customer, day, order: nameless });
        if let Some((number, line)) = said.filter(|_| !order.is_nameless) {
            self.orders.add(number, line);
        }
    }
}

/// The number of the category or channel of a line.
fn kind_at(split: &mut Option<Split>, column: Option<usize>, batch: &Batch, index: usize) -> u32 {
    match split.as_mut().zip(column) {
        Some((split, column)) => split.kind(text_at(batch, column, index)),
        None => NO_KIND,
    }
}
