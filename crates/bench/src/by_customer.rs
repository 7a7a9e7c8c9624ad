//! What is wanted of each customer, gathered row by row.

use std::convert::Infallible;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};
use ringfence::Error;
use ringfence::table::{Batch, Cells, MISSING, Memo, Reading, Role};

/// Each customer's last date, distinct invoices and sum of quantity × price.
#[derive(Debug)]
pub struct ByCustomer {
    columns: [usize; 5],
    numbers: HashMap<Box<str>, u32, FixedState>,
    customers: Vec<Customer>,
    /// Numbers by the strings of the batches.
    known: Memo<u32>,
    /// Pairs of a customer's number and the hash of an invoice's.
    invoices: HashSet<(u32, u64), FixedState>,
}

#[derive(Debug, Clone, Default)]
struct Customer {
    last: i64,
    invoice: Option<u64>,
    units: i64,
}

/// All customers together, by which an answer is known to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// How many there are.
    pub customers: u64,
    /// The sum of their distinct invoices.
    pub orders: u64,
    /// The sum of quantity × price, in hundredths of the file's money.
    pub hundredths: i64,
    /// The last date of all, in seconds since 1970.
    pub last: i64,
}

/// A run of rows that is passed over.
const NOBODY: u32 = u32::MAX;

impl ByCustomer {
    /// Before the first row.
    ///
    /// # Errors
    /// A column is lacking.
    pub fn new(reading: &Reading) -> Result<Self, Error> {
        let at = |role| reading.position(role);
        let found = at(Role::CustomerId).zip(at(Role::OrderId)).zip(at(Role::Date));
        let ((customer, order), date) = found.ok_or(Error::NoCustomerColumn)?;
        let (quantity, price) = at(Role::Quantity).zip(at(Role::UnitPrice)).ok_or(Error::NoAmountColumn)?;
        Ok(ByCustomer {
            columns: [customer, order, date, quantity, price],
            numbers: HashMap::default(),
            customers: Vec::new(),
            known: Memo::default(),
            invoices: HashSet::default(),
        })
    }

    /// Takes a run of rows.
    pub fn push(&mut self, batch: &Batch) {
        let [customer, order, date, quantity, price] = self.columns.map(|at| &batch.columns[at]);
        let (
            Cells::Texts(customer),
            Cells::Texts(order),
            Cells::Moments(date),
            Cells::Exact { units: quantity, .. },
            Cells::Exact { units: price, .. },
        ) = (customer, order, date, quantity, price)
        else {
            return;
        };
        let mut known = std::mem::take(&mut self.known);
        let Ok(numbers) = known
            .of(customer, |id| Ok::<_, Infallible>(if id.is_empty() { NOBODY } else { self.customer(id) }));
        let mut last = (usize::MAX, None);
        let amounts = date.iter().zip(quantity.iter().zip(price));
        for (index, (&date, (&quantity, &price))) in amounts.enumerate() {
            let number = numbers[customer.number(index)];
            if last.0 != order.number(index) {
                last = (order.number(index), invoice(order.get(index)));
            }
            let Some(invoice) = last.1 else { continue };
            if number == NOBODY || quantity == MISSING || price == MISSING {
                continue;
            }
            let customer = &mut self.customers[number as usize];
            customer.units += quantity * price;
            if customer.invoice != Some(invoice) {
                customer.invoice = Some(invoice);
                self.invoices.insert((number, invoice));
            }
            customer.last = customer.last.max(date);
        }
        self.known = known;
    }

    /// Adds what another has gathered, as [`ByCustomer::to_bytes`] wrote it.
    pub fn merge(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((id, after)) = take_text(rest) {
            let (Some(last), after) = take(after) else { return };
            let (Some(units), after) = take(after) else { return };
            let (Some(count), mut after) = take(after) else { return };
            let number = self.customer(id) as usize;
            let customer = &mut self.customers[number];
            (customer.last, customer.units) = (customer.last.max(last), customer.units + units);
            for _ in 0..count {
                let (Some(invoice), next) = take(after) else { return };
                self.invoices.insert((number as u32, invoice as u64));
                after = next;
            }
            rest = after;
        }
    }

    /// What was gathered, for [`ByCustomer::merge`].
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut invoices = vec![Vec::new(); self.customers.len()];
        self.invoices.iter().for_each(|&(number, invoice)| invoices[number as usize].push(invoice));
        let mut bytes = Vec::new();
        for (id, &number) in &self.numbers {
            let Customer { last, units, .. } = self.customers[number as usize];
            let invoices = &invoices[number as usize];
            bytes.extend_from_slice(&(id.len() as u64).to_le_bytes());
            bytes.extend_from_slice(id.as_bytes());
            for word in [last, units, invoices.len() as i64] {
                bytes.extend_from_slice(&word.to_le_bytes());
            }
            invoices.iter().for_each(|invoice| bytes.extend_from_slice(&invoice.to_le_bytes()));
        }
        bytes
    }

    /// All customers together.
    pub fn totals(&self) -> Totals {
        let bought = || self.customers.iter().filter(|customer| customer.last != i64::MIN);
        Totals {
            customers: bought().count() as u64,
            orders: self.invoices.len() as u64,
            hundredths: bought().map(|customer| customer.units).sum(),
            last: bought().map(|customer| customer.last).max().unwrap_or(i64::MIN),
        }
    }

    fn customer(&mut self, id: &str) -> u32 {
        if let Some(&number) = self.numbers.get(id) {
            return number;
        }
        let number = self.customers.len() as u32;
        self.numbers.insert(id.into(), number);
        self.customers.push(Customer { last: i64::MIN, ..Customer::default() });
        number
    }
}

/// What tells an invoice from all others; `None` where it is one to pass over.
fn invoice(id: &str) -> Option<u64> {
    (!id.starts_with('C')).then(|| FixedState::default().hash_one(id))
}

fn take(bytes: &[u8]) -> (Option<i64>, &[u8]) {
    bytes
        .split_first_chunk::<8>()
        .map_or((None, bytes), |(word, rest)| (Some(i64::from_le_bytes(*word)), rest))
}

fn take_text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (Some(length), rest) = take(bytes) else { return None };
    let (text, rest) = rest.split_at_checked(length as usize)?;
    Some((std::str::from_utf8(text).ok()?, rest))
}
