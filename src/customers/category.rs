//! Columns of kinds: which of a few levels each customer has.

use super::Level;

/// A column of kinds over all customers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Category {
    /// Name of the column.
    pub name: String,
    /// Every level there is, ascending.
    pub levels: Vec<String>,
    /// The level of each customer as its place in `levels`; `None` where missing.
    pub codes: Vec<Option<u32>>,
}

impl Category {
    /// What customer `row` has.
    pub fn level(&self, row: usize) -> Level<'_> {
        match self.codes[row] {
            Some(code) => Level::Named(&self.levels[code as usize]),
            None => Level::Missing,
        }
    }
}
