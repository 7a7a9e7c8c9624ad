//! Which lines sell no product.

use super::columns::{Columns, text_at};
use crate::customers::NonProduct;
use crate::customers::interner::Interner;
use crate::customers::non_products::non_product;
use crate::limits;
use crate::table::Batch;

/// What the codes and names of products say, each judged once.
#[derive(Debug, Default)]
pub(super) struct Products {
    texts: Interner,
    judged: Vec<Option<NonProduct>>,
}

impl Products {
    /// Why the line at `index`, which comes to `amount`, sells no product; `None` where it does.
    ///
    /// A description has the last word over a code, and words over a price of zero.
    pub(super) fn judge(
        &mut self,
        columns: &Columns,
        batch: &Batch,
        index: usize,
        amount: i128,
    ) -> Option<NonProduct> {
        let mut said = None;
        for &column in &columns.products {
            said = said.max(self.judge_text(text_at(batch, column, index)));
        }
        said.or_else(|| {
            let unpriced = match columns.price {
                Some(price) => price.of(batch, index).is_some_and(|price| price <= 0),
                None => amount == 0,
            };
            unpriced.then_some(NonProduct::NoPrice)
        })
    }

    fn judge_text(&mut self, text: &str) -> Option<NonProduct> {
        if self.texts.len() >= limits::PRODUCTS_REMEMBERED {
            return non_product(text);
        }
        let number = self.texts.intern(text) as usize;
        if number == self.judged.len() {
            self.judged.push(non_product(text));
        }
        self.judged[number]
    }
}
