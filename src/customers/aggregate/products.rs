//! Which lines sell no product.

use std::convert::Infallible;
use std::hash::BuildHasher;

use hashbrown::HashMap;

use super::columns::Columns;
use crate::customers::NonProduct;
use crate::customers::interner::FixedState;
use crate::customers::non_products::non_product;
use crate::limits;
use crate::table::{Batch, Cells, Memo};

/// What the codes and names of products say, each judged once and remembered by its hash: of a hundred thousand texts, any two share one of
/// 2^64 hashes once in three thousand million files.
#[derive(Debug, Default)]
pub(super) struct Products {
    judged: Judged,
    /// By column of products, in the order of [`Columns::products`].
    memos: Vec<Memo<Option<NonProduct>>>,
    /// Of the lines of a batch.
    said: Vec<Option<NonProduct>>,
}

#[derive(Debug, Default)]
struct Judged(HashMap<u64, Option<NonProduct>, FixedState>);

impl Products {
    /// Why each line of the batch sells no product by its words; `None` where they do not say so.
    ///
    /// Of a code and a description that say different things the later kind in the order of [`NonProduct`] holds.
    pub(super) fn judge(&mut self, columns: &Columns, batch: &Batch) {
        let Products { judged, memos, said } = self;
        said.clear();
        said.resize(batch.len(), None);
        memos.resize_with(columns.products.len(), Memo::default);
        for (memo, &column) in memos.iter_mut().zip(&columns.products) {
            let Cells::Texts(texts) = &batch.columns[column] else { continue };
            let Ok(found) = memo.of(texts, |text| Ok::<_, Infallible>(judged.of(text)));
            for (index, said) in said.iter_mut().enumerate() {
                *said = (*said).max(found[texts.number(index)]);
            }
        }
    }

    /// Why the line at `index` of the batch that was judged last, which comes to `amount`, sells no product; `None` where it does. Words
    /// hold over a price of zero.
    #[inline]
    pub(super) fn reason(
        &self,
        columns: &Columns,
        batch: &Batch,
        index: usize,
        amount: i128,
    ) -> Option<NonProduct> {
        self.said[index].or_else(|| {
            let unpriced = match columns.price {
                Some(price) => price.of(batch, index).is_some_and(|price| price <= 0),
                None => amount == 0,
            };
            unpriced.then_some(NonProduct::NoPrice)
        })
    }
}

impl Judged {
    fn of(&mut self, text: &str) -> Option<NonProduct> {
        let hash = FixedState::default().hash_one(text);
        if let Some(&known) = self.0.get(&hash) {
            return known;
        }
        let judged = non_product(text);
        if self.0.len() < limits::PRODUCTS_REMEMBERED {
            self.0.insert(hash, judged);
        }
        judged
    }
}
