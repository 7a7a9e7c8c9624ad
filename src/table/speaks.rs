//! What columns say of their rows, and rows of their columns.

use serde::{Deserialize, Serialize};

/// How a column says what its rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Beside {
    /// In words, of what sort each paper is: invoice, credit note.
    Sort,
    /// As [`Beside::Sort`], where the amounts of what is taken back have their sign already.
    SignedSort,
    /// In words, how each order stands: paid, cancelled.
    Status,
    /// Anything but no stands where an order was undone.
    Undone,
    /// By the side of the account, of which credit takes back.
    CreditTakesBack,
    /// By the side of the account, of which debit takes back.
    DebitTakesBack,
    /// By a negative number of pieces, whatever the sign of the amount.
    PiecesTakeBack,
    /// By a name that is nobody's.
    Nobody,
    /// Each row is something that was bought; no column says what it cost, so things are counted.
    Things,
}

/// What the rows of a column of numbers tell of it, beside those of other columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Another column times this one is what was paid.
    Factor,
    /// It counts pieces, though it is called like money.
    Pieces,
    /// It is what all pieces of a line cost, though it is called a price.
    LineTotal,
    /// It is what one piece cost, though it is called sales.
    PiecePrice,
}
