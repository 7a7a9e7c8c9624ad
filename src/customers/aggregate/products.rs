//! Which lines sell no product.

use std::hash::BuildHasher;

use hashbrown::HashMap;

use super::columns::{Columns, text_at};
use crate::customers::NonProduct;
use crate::customers::interner::FixedState;
use crate::customers::non_products::non_product;
use crate::limits;
use crate::table::Batch;

/// What the codes and names of products say, each judged once and remembered by its hash: of a hundred thousand texts, any two share one of
/// 2^64 hashes once in three thousand million files.
#[derive(Debug, Default)]
pub(super) struct Products {
    judged: HashMap<u64, Option<NonProduct>, FixedState>,
}

impl Products {
    /// Why the line at `index`, which comes to `amount`, sells no product; `None` where it does.
    ///
    /// Of a code and a description that say different things the later kind in the order of [`NonProduct`] holds; words hold over a
    /// price of zero.
    #[inline]
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

    #[inline]
    fn judge_text(&mut self, text: &str) -> Option<NonProduct> {
        let hash = FixedState::default().hash_one(text);
        if let Some(&known) = self.judged.get(&hash) {
            return known;
        }
        let judged = non_product(text);
        if self.judged.len() < limits::PRODUCTS_REMEMBERED {
            self.judged.insert(hash, judged);
        }
        judged
    }
}
