//! Customers who want no part in this. The list stands beside the recipe, never in it: a recipe holds no data.

use std::collections::BTreeSet;

use crate::table::{canonical_id, text_of};

/// Ids of customers whose rows are left out before anything is computed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OptOuts {
    ids: BTreeSet<String>,
    /// The id on the first line, which may be no id but what the column is called.
    first: Option<String>,
}

impl OptOuts {
    /// The ids of a list: one a line, or the first cell of each line of a CSV (commas, semicolons or tabs, quotes doubled). Ids are
    /// matched as everywhere: `17850.0` is `17850`, and an e-mail address is one in capitals too.
    ///
    /// The list is decoded as tables are: Excel's "Unicode text" and the encodings of older programs are read too.
    pub fn read(list: impl AsRef<[u8]>) -> Self {
        let text = text_of(list.as_ref());
        let cells = text.split(['\n', '\r']).map(first_cell).filter(|cell| !cell.is_empty());
        let mut ids = cells.map(|cell| canonical_id(&cell).into_owned()).peekable();
        let first = ids.peek().cloned();
        OptOuts { ids: ids.collect(), first }
    }

    /// True where it names nobody.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The same list without its first line, where that is the header of the id column.
    pub(super) fn below_header(mut self, id_header: &str) -> Self {
        if let Some(first) = self.first.take().filter(|first| first.eq_ignore_ascii_case(id_header.trim())) {
            self.ids.remove(&first);
        }
        self
    }

    /// The same list with every id as `rename` gives it.
    pub(super) fn renamed(self, rename: impl Fn(&str) -> String) -> Self {
        OptOuts { ids: self.ids.iter().map(|id| rename(id)).collect(), first: self.first }
    }

    /// Whether a customer is on the list.
    pub(super) fn contains(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Every id once.
    pub(super) fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }
}

/// The first cell of a line, without its quotes and the blanks around it.
fn first_cell(line: &str) -> String {
    let line = line.trim();
    let Some(quoted) = line.strip_prefix('"') else {
        return line.split([',', ';', '\t']).next().unwrap_or_default().trim().to_owned();
    };
    let mut cell = String::new();
    let mut marks = quoted.chars().peekable();
    while let Some(mark) = marks.next() {
        match mark {
            '"' if marks.next_if_eq(&'"').is_none() => break,
            mark => cell.push(mark),
        }
    }
    cell.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_a_line_or_the_first_column() {
        let list =
            OptOuts::read("\u{feff}Customer ID;Since\r\n17850.0;2011\r\n\r\n\"A \"\"1\"\"\",x\n  7 \n7\n");
        assert_eq!(list.ids().collect::<Vec<_>>(), ["17850", "7", "A \"1\"", "Customer ID"]);
        assert_eq!(list.below_header("customer id").ids().collect::<Vec<_>>(), ["17850", "7", "A \"1\""]);
        assert!(OptOuts::read(" \n\n").is_empty());
    }

    #[test]
    fn in_the_encodings_of_tables() {
        let list = "Kunde\nMüller\n7\n";
        let wide = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            [mark, list].concat().encode_utf16().flat_map(bytes).collect()
        };
        let windows = b"Kunde\nM\xFCller\n7\n".to_vec();
        for bytes in [
            windows,
            wide("\u{feff}", u16::to_le_bytes),
            wide("\u{feff}", u16::to_be_bytes),
            wide("", u16::to_le_bytes),
        ] {
            let read = OptOuts::read(bytes);
            assert_eq!(read, OptOuts::read(list));
            assert!(read.contains("Müller") && read.contains("7"));
        }
    }

    #[test]
    fn only_the_first_line_can_be_a_header() {
        let list = OptOuts::read("7\nid\n").below_header("id");
        assert_eq!(list.ids().collect::<Vec<_>>(), ["7", "id"]);
    }
}
