//! What all notices have in common: how they are called, and which file they are of.

use crate::Notice;
use crate::statement::key_of;

impl Notice {
    /// The stable kebab-case name of this kind of notice, e.g. `ragged-rows`.
    pub fn code(&self) -> String {
        key_of(self)
    }

    /// The same, told of one of several files, counted from 0. Which columns are personal is told once for all of them.
    #[must_use]
    pub fn of_file(self, file: usize) -> Notice {
        match self {
            Notice::PersonalColumnLeftOut { .. } | Notice::OfFile { .. } => self,
            notice => Notice::OfFile { file: file as u64 + 1, notice: Box::new(notice) },
        }
    }

    /// The column that says which rows count, where that is what is told.
    pub(crate) fn column_that_speaks(&self) -> Option<&str> {
        match self.told() {
            Notice::RowsNotBought(rows)
            | Notice::RowsTakenBack(rows)
            | Notice::RowsTakenBackOrNotBought(rows)
            | Notice::CreditTakesBack(rows)
            | Notice::DebitTakesBack(rows)
            | Notice::NegativePieces(rows) => Some(&rows.column),
            _ => None,
        }
    }

    /// What is told, whichever file it is of.
    pub fn told(&self) -> &Notice {
        match self {
            Notice::OfFile { notice, .. } => notice,
            notice => notice,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_kebab_case() {
        let notice = Notice::CellsNotRead { column: "x".into(), count: 2, rows: vec![3], forms: Vec::new() };
        assert_eq!(notice.code(), "cells-not-read");
        let of_second = notice.clone().of_file(1);
        assert_eq!((of_second.code().as_str(), of_second.told()), ("of-file", &notice));
    }
}
