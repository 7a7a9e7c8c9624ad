//! Which order each line of a batch belongs to.

use super::columns::Columns;
use super::orders::Orders;
use crate::table::{Batch, Cells, Texts};

/// What an order id says.
#[derive(Debug, Clone, Copy)]
pub(super) struct OrderId {
    /// Its number among [`Orders`].
    pub(super) number: u32,
    /// Whether it marks a return.
    pub(super) is_return: bool,
    /// Whether there is none.
    pub(super) is_nameless: bool,
}

/// The order ids of a batch; looked up once for lines in a row.
pub(super) struct OrderIds<'a> {
    texts: Option<&'a Texts>,
    /// Whether C and digits mark a return.
    marked: bool,
    /// Whether an id is an order's on one day only.
    with_day: bool,
    /// The id looked up last, with the number of its string and the day.
    last: Option<(usize, i32, OrderId)>,
}

impl<'a> OrderIds<'a> {
    /// Those in the column of the batch, where there is one.
    pub(super) fn new(batch: &'a Batch, columns: &Columns) -> Self {
        let texts = columns.order.and_then(|at| match &batch.columns[at] {
            Cells::Texts(texts) => Some(texts),
            _ => None,
        });
        OrderIds { texts, marked: columns.c_marks_returns, with_day: columns.with_day, last: None }
    }

    /// The order of the line at `index`, which is of this day.
    #[inline]
    pub(super) fn at(&mut self, index: usize, day: i32, orders: &mut Orders) -> OrderId {
        let string = self.texts.map_or(0, |texts| texts.number(index));
        let day = if self.with_day { day } else { 0 };
        match self.last {
            Some((known, on, id)) if known == string && on == day => id,
            _ => {
                let id = self.texts.map_or("", |texts| texts.get(index));
                let id = OrderId {
                    number: if self.with_day && !id.is_empty() {
                        orders.number(&format!("{day} {id}"))
                    } else {
                        orders.number(id)
                    },
                    is_return: self.marked && is_return_id(id),
                    is_nameless: id.is_empty(),
                };
                self.last = Some((string, day, id));
                id
            }
        }
    }
}

/// Whether an order id marks a return: C followed by nothing but digits.
fn is_return_id(order: &str) -> bool {
    order
        .strip_prefix(['C', 'c'])
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
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
}
