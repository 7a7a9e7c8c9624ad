//! The row that names the columns, and how every row is held against it.

use std::collections::{BTreeMap, BTreeSet};

use super::beside::{is_beside, is_suspect};
use super::block::{Block, Record};
use super::top::is_typed;
use super::wrapping::bare_text;
use crate::Notice;

/// The columns of a file, as its first row has them.
#[derive(Default)]
pub(super) struct Header {
    /// The cells of the header, trimmed; empty where the file has none.
    cells: Vec<Vec<u8>>,
    /// The bytes that they begin with, in small letters.
    begins: Vec<u8>,
}

/// Where a table has each of its columns, by another header further down; `None` where that lacks it.
pub(super) type Places = Vec<Option<usize>>;

/// Names that another header shares with the first at least.
const SHARED: usize = 3;

/// What stands below a header.
pub(super) enum Part<'a> {
    /// Rows of the table.
    Rows(Block<'a>),
    /// The header once more, in this row.
    Repeated(u64),
    /// Another header, in this row, and where it has the columns.
    Changed(u64, Places),
    /// A line that is no row of the table.
    Beside(u64),
}

impl Header {
    /// Remembers the first row, so that it is known where it comes again.
    pub(super) fn new(record: &Record) -> Self {
        let cells: Vec<Vec<u8>> = record.cells().map(|cell| clean(cell).to_vec()).collect();
        let begins = cells.iter().filter_map(|cell| cell.first()).map(u8::to_ascii_lowercase).collect();
        Header { cells, begins }
    }

    /// Remembers that the first column has no name.
    pub(super) fn name_no_first(&mut self) {
        self.cells.insert(0, Vec::new());
    }

    /// The block taken apart: rows, as many together as there are, and what is none.
    pub(super) fn parts<'a>(&'a self, block: Block<'a>) -> impl Iterator<Item = Part<'a>> {
        // Nearly every first cell shows already that its record is a row, most by their first byte.
        let begins_with_digit = |cell: &[u8]| cell.first().is_some_and(u8::is_ascii_digit);
        let told_by_digit = !self.cells.iter().any(|name| begins_with_digit(name));
        let looked_at = block.rows().iter().any(|row| {
            let cell = block.cell(row, 0);
            let is_row = told_by_digit && begins_with_digit(cell);
            !is_row && (is_suspect(cell) || self.is_name(cell) || self.is_name(block.cell(row, 1)))
        });
        let mut rest = block;
        std::iter::from_fn(move || {
            let odd = |record: Record| {
                self.is_repeated(&record) || self.changed(&record).is_some() || is_beside(&record)
            };
            let rows =
                if looked_at { rest.records().position(odd).unwrap_or(rest.len()) } else { rest.len() };
            let (part, below) = rest.split_at(rows.max(1));
            rest = below;
            let (first, _) = part.split_first()?;
            Some(match rows {
                0 if self.is_repeated(&first) => Part::Repeated(first.row),
                0 => match self.changed(&first) {
                    Some(places) => Part::Changed(first.row, places),
                    None => Part::Beside(first.row),
                },
                _ => Part::Rows(part),
            })
        })
    }

    /// True where the row is the header once more, as in files put end to end.
    fn is_repeated(&self, record: &Record) -> bool {
        record.len() == self.cells.len()
            && self.cells.iter().any(|cell| !cell.is_empty())
            && record.cells().zip(&self.cells).all(|(cell, name)| clean(cell) == name.as_slice())
    }

    /// Whether a cell is one of the names.
    fn is_name(&self, cell: &[u8]) -> bool {
        let cell = clean(cell);
        let begins = cell.first().is_some_and(|byte| self.begins.contains(&byte.to_ascii_lowercase()));
        begins && self.cells.iter().any(|name| name.eq_ignore_ascii_case(cell))
    }

    /// Where the columns stand from this row on, if it names most of them and little else.
    fn changed(&self, record: &Record) -> Option<Places> {
        if !self.is_name(record.cell(0)) && !self.is_name(record.cell(1)) {
            return None;
        }
        let names = || self.cells.iter().filter(|name| !name.is_empty()).count();
        let at = |name: &Vec<u8>| {
            let is = |index: &usize| clean(record.cell(*index)).eq_ignore_ascii_case(name);
            (0..record.len()).find(is).filter(|_| !name.is_empty())
        };
        let places: Places = self.cells.iter().map(at).collect();
        let known = places.iter().flatten().count();
        let filled = record.cells().map(clean).filter(|cell| !cell.is_empty());
        let (all, values) =
            filled.fold((0, 0), |(all, values), cell| (all + 1, values + usize::from(is_typed(cell))));
        let fits = known >= SHARED && known * 5 >= names() * 3 && known * 2 >= all && values == 0;
        fits.then_some(places)
    }

    /// Gives each of `columns` columns a name of its own: the header's, mended where it is empty or repeated.
    pub(super) fn names(&self, columns: usize) -> (Vec<String>, Vec<Notice>) {
        if self.cells.is_empty() {
            return ((1..=columns).map(|number| format!("column{number}")).collect(), vec![Notice::NoHeader]);
        }
        let text = |cell: &Vec<u8>| String::from_utf8_lossy(&bare_text(cell)).trim().to_owned();
        let given: Vec<String> =
            (0..columns).map(|index| self.cells.get(index).map_or_else(String::new, text)).collect();
        let mut names: Vec<String> = Vec::with_capacity(columns);
        let mut used: BTreeSet<String> = BTreeSet::new();
        let others: BTreeSet<&String> = given.iter().collect();
        // For a name that comes again, the number to try next.
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        let (mut unnamed, mut renamed) = (0, 0);
        for (index, name) in given.iter().enumerate() {
            let wanted = if name.is_empty() { format!("column {}", index + 1) } else { name.clone() };
            unnamed += u64::from(name.is_empty());
            let repeated = used.contains(&wanted) || (name.is_empty() && others.contains(&wanted));
            renamed += u64::from(repeated && !name.is_empty());
            let mut own = wanted.clone();
            while repeated && (used.contains(&own) || others.contains(&own)) {
                let number = numbers.entry(wanted.clone()).or_insert(1);
                *number += 1;
                own = format!("{wanted} ({number})");
            }
            used.insert(own.clone());
            names.push(own);
        }
        let mut notices = Vec::new();
        if unnamed > 0 {
            notices.push(Notice::ColumnsWithoutName { count: unnamed });
        }
        if renamed > 0 {
            notices.push(Notice::DuplicateColumnNames { count: renamed });
        }
        (names, notices)
    }

    /// True where the column at `index` has a name of its own in the header.
    pub(super) fn has_name(&self, index: usize) -> bool {
        self.cells.is_empty() || self.cells.get(index).is_some_and(|cell| !cell.is_empty())
    }
}

/// A cell without blanks around it, and without the mark that begins a file.
fn clean(cell: &[u8]) -> &[u8] {
    let cell = cell.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(cell);
    cell.trim_ascii()
}

/// Rows of the records with more or fewer cells than columns; empty surplus cells are only a delimiter at the end of the line.
pub(super) fn ragged_rows(block: Block, columns: usize) -> impl Iterator<Item = u64> {
    let other = block.rows().iter().filter(move |row| row.cells() != columns);
    let ragged = other.filter(move |row| {
        row.cells() < columns
            || (columns..row.cells()).any(|index| !block.cell(row, index).trim_ascii().is_empty())
    });
    ragged.map(|row| row.row)
}
