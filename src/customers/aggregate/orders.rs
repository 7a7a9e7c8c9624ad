//! Orders by their ids: who bought, when first, and whether at a discount.

use hashbrown::HashMap;

use crate::customers::interner::{FixedState, Interner};

/// Every order of every customer. An order id that two customers share is an order of each.
#[derive(Debug, Default)]
pub(super) struct Orders {
    ids: Interner,
    /// By the number of the id: the order of whoever bought first with it, [`NOBODY`]'s where all of it was sent back.
    orders: Vec<Order>,
    /// Orders of others under an id of `orders`, by customer and number of the id: rare.
    shared: HashMap<(u32, u32), Order, FixedState>,
}

/// An order as far as its lines are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Order {
    /// Who bought.
    pub(super) customer: u32,
    /// The minute of its earliest line, since 1970-01-01T00:00.
    pub(super) minute: i32,
    /// Whether a line of it was discounted.
    pub(super) discounted: bool,
}

/// No customer's number.
const NOBODY: u32 = u32::MAX;

impl Orders {
    /// The number of an order id.
    pub(super) fn number(&mut self, id: &str) -> u32 {
        let number = self.ids.intern(id);
        if number as usize == self.orders.len() {
            self.orders.push(Order { customer: NOBODY, minute: 0, discounted: false });
        }
        number
    }

    /// Takes a purchase line of the order whose id has this number.
    pub(super) fn add(&mut self, number: u32, line: Order) {
        let order = &mut self.orders[number as usize];
        if order.customer == line.customer {
            order.join(line);
        } else if order.customer == NOBODY {
            *order = line;
        } else {
            self.shared.entry((line.customer, number)).and_modify(|order| order.join(line)).or_insert(line);
        }
    }

    /// Takes the orders of another part of the file, whose customers are called here as `customers` says.
    pub(super) fn merge(&mut self, other: &Orders, customers: &[u32]) {
        let first = (0..).zip(&other.orders).filter(|(_, order)| order.customer != NOBODY);
        let shared = other.shared.iter().map(|((_, number), order)| (*number, order));
        for (number, order) in first.chain(shared) {
            let number = self.number(other.ids.get(number));
            self.add(number, Order { customer: customers[order.customer as usize], ..*order });
        }
    }

    /// Every order, in no order that may be seen.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Order> {
        self.orders.iter().filter(|order| order.customer != NOBODY).chain(self.shared.values())
    }
}

impl Order {
    fn join(&mut self, line: Order) {
        self.minute = self.minute.min(line.minute);
        self.discounted |= line.discounted;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_two_customers_is_two_orders() {
        let line = |customer, minute, discounted| Order { customer, minute, discounted };
        let mut orders = Orders::default();
        for (id, order) in [
            ("a", line(0, 9, false)),
            ("a", line(1, 5, true)),
            ("b", line(0, 7, false)),
            ("a", line(0, 8, true)),
            ("a", line(1, 6, false)),
        ] {
            let number = orders.number(id);
            orders.add(number, order);
        }
        orders.number("c");
        let mut found: Vec<Order> = orders.iter().copied().collect();
        found.sort_unstable_by_key(|order| order.minute);
        assert_eq!(found, [line(1, 5, true), line(0, 7, false), line(0, 8, true)]);
    }
}
