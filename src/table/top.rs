//! The top of a table: what stands above it, the row that names its columns, and what stands between that and the first row of data.

use super::cells::is_missing;
use super::words::{Concept, concepts};
use super::{DecimalMark, dates, numbers, shapes};

/// The first rows of a table, cell by cell.
pub(super) type Table = Vec<Vec<Vec<u8>>>;

/// Titles, remarks and comments above the table: they fill at most half of its columns, or begin with `#`.
pub(super) fn rows_above(records: &[(u64, Vec<Vec<u8>>)], width: usize) -> usize {
    let filled = |cells: &[Vec<u8>]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let above = |(_, cells): &(u64, Vec<Vec<u8>>)| {
        let comment = cells.first().is_some_and(|cell| cell.starts_with(b"#"));
        let narrow = filled(cells) * 2 <= width;
        // A title may come with as many delimiters as the table, but then it is all alone in front of them.
        let alone = filled(cells) == 0 || (width >= 3 && filled(cells) == 1 && !cells[0].is_empty());
        if cells.len() == width { alone } else { narrow || comment }
    };
    let found = records.iter().take_while(|record| above(record)).count();
    if width < 2 || found == records.len() { 0 } else { found }
}

/// Most rows of titles that are looked for.
const MOST_TITLES: usize = 3;

/// Rows above the names of the columns that are about as wide as the table: what another program wants to know of it
/// (`"EXTF";700;21;…`), and titles that stand over several columns each.
pub(super) fn titles(table: &Table, width: usize) -> usize {
    let is_title = |count: &usize| {
        let [first, second, below @ ..] = &table[*count..] else { return false };
        // A header may lack its last name, or that of the first column, but then data follow.
        let of_another = first.len() != width;
        let over_several = || different(first) < different(second) && different(first) < width;
        if second.len() != width || !(of_another || over_several()) {
            return false;
        }
        let columns = typed_columns(below);
        let names = !columns.is_empty() && columns.iter().all(|column| is_word(second, *column));
        names && (of_another || !columns.iter().any(|column| is_value(first, *column)))
    };
    (0..MOST_TITLES).take_while(is_title).count()
}

/// True where the row below the header says in what units the columns are, or of what type: none of it is data where all rows below
/// have numbers or dates.
pub(super) fn units(table: &Table) -> bool {
    let [names, units, below @ ..] = table.as_slice() else { return false };
    let columns = 0..widest(below);
    let is_data = |column: &usize| is_value(units, *column) || !is_word(names, *column);
    if below.len() < 3 || columns.clone().filter(is_data).any(|column| is_typed_below(below, column)) {
        return false;
    }
    let is_unit = |column: &usize| is_word(units, *column) && is_typed_below(below, *column);
    let words = columns.filter(is_unit).count();
    let bracketed = |cell: &Vec<u8>| matches!(cell.as_slice(), [b'[', .., b']'] | [b'(', .., b')']);
    words >= 3 || (words >= 1 && units.iter().any(bracketed))
}

/// Why rows have one cell more than the header has names.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Narrow {
    /// The first cell names the row, as R writes tables.
    RowNames,
    /// The delimiter is also the decimal mark, so that amounts are two cells each.
    CutNumbers,
}

/// Whether nearly all rows have one cell more than the header, and what that says.
pub(super) fn too_narrow(table: &Table, width: usize) -> Option<Narrow> {
    let (names, rows) = table.split_first()?;
    let wide: Vec<&Vec<Vec<u8>>> = rows.iter().filter(|row| row.len() == width).collect();
    if names.len() + 1 != width || rows.len() < 3 || wide.len() * 20 < rows.len() * 19 {
        return None;
    }
    let (beside, shifted) = (suits(names, rows, 0), suits(names, rows, 1));
    let counts = wide.iter().zip(1..).all(|(row, number)| row[0] == format!("{number}").as_bytes());
    if shifted > beside || (shifted == beside && counts) {
        return Some(Narrow::RowNames);
    }
    let is_whole = |cell: &Vec<u8>| {
        let digits = cell.strip_prefix(b"-").unwrap_or(cell);
        !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
    };
    let cut = |at: &usize| {
        wide.iter().all(|row| is_whole(&row[*at - 1]) && row[*at].len() == 2 && is_whole(&row[*at]))
    };
    (1..width).any(|at| cut(&at)).then_some(Narrow::CutNumbers)
}

/// How many names that speak of days or money stand above such cells, so many columns further right; less those that do not.
fn suits(names: &[Vec<u8>], rows: &[Vec<Vec<u8>>], by: usize) -> i32 {
    let is_day = |cell: &[u8]| dates::separated(cell).is_some() || dates::named(cell).is_some();
    let one = |(at, name): (usize, &Vec<u8>)| {
        let said = concepts(&String::from_utf8_lossy(name));
        let says = |concept| said.contains(&Some(concept));
        let mut cells = rows.iter().filter_map(|row| row.get(at + by)).filter(|cell| !is_missing(cell));
        match () {
            () if says(Concept::Date) => {
                if cells.all(|cell| is_day(cell)) {
                    1
                } else {
                    -1
                }
            }
            () if says(Concept::Amount) || says(Concept::Price) || says(Concept::Quantity) => {
                if cells.all(|cell| is_typed(cell) && !is_day(cell)) { 1 } else { -1 }
            }
            () => 0,
        }
    };
    names.iter().enumerate().map(one).sum()
}

/// Columns that hold numbers or dates in nearly every row.
fn typed_columns(rows: &[Vec<Vec<u8>>]) -> Vec<usize> {
    (0..widest(rows)).filter(|column| is_typed_below(rows, *column)).collect()
}

/// Cells of the longest row.
fn widest(rows: &[Vec<Vec<u8>>]) -> usize {
    rows.iter().map(Vec::len).max().unwrap_or(0)
}

fn is_typed_below(rows: &[Vec<Vec<u8>>], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column)).filter(|cell| !is_missing(cell));
    let (typed, all) =
        cells.fold((0, 0), |(typed, all), cell| (typed + usize::from(is_typed(cell)), all + 1));
    all > 0 && typed * 5 >= all * 4
}

fn is_word(row: &[Vec<u8>], column: usize) -> bool {
    row.get(column).is_some_and(|cell| !cell.is_empty() && !is_typed(cell))
}

fn is_value(row: &[Vec<u8>], column: usize) -> bool {
    row.get(column).is_some_and(|cell| is_typed(cell))
}

/// How many cells that are not empty differ from all before them.
fn different(row: &[Vec<u8>]) -> usize {
    (0..row.len()).filter(|index| !row[*index].is_empty() && !row[..*index].contains(&row[*index])).count()
}

/// A number or a date.
pub(super) fn is_typed(cell: &[u8]) -> bool {
    numbers::read(cell, DecimalMark::Point).is_some()
        || numbers::read(cell, DecimalMark::Comma).is_some()
        || dates::separated(cell).is_some()
        || dates::named(cell).is_some()
}

/// The first row names the columns where it differs in kind from what stands below it, or is made of words headers are made of.
pub(super) fn has_header(table: &[Vec<Vec<u8>>]) -> bool {
    let Some((first, below)) = table.split_first() else { return false };
    let (mut names, mut values) = (0, 0);
    for (index, cell) in first.iter().enumerate().filter(|(_, cell)| !is_missing(cell)) {
        match (is_typed(cell), is_typed_below(below, index)) {
            (true, _) => values += 1,
            (false, true) => names += 1,
            (false, false) => {}
        }
        let header = String::from_utf8_lossy(cell);
        names += usize::from(header.len() < 40 && concepts(&header).first().is_some_and(Option::is_some));
    }
    if first.iter().any(|cell| shapes::is_account(cell)) {
        return false;
    }
    names > values
        || names_of_sums(first, below)
        || (names == values && values == 0 && !holds_data(first, below))
}

/// `customer_id,2019,2020,2021`: years or days are names where ids are named before them, and numbers stand below.
fn names_of_sums(first: &[Vec<u8>], below: &[Vec<Vec<u8>>]) -> bool {
    let Some((label, periods)) = first.split_first() else { return false };
    let text = String::from_utf8_lossy(label);
    let said = concepts(&text);
    let names_ids = said.iter().all(|found| matches!(found, Some(Concept::Customer | Concept::Id)));
    let is_year = |cell: &[u8]| {
        matches!(cell, [b'1', b'9', _, _] | [b'2', b'0', _, _]) && cell.iter().all(u8::is_ascii_digit)
    };
    let is_period =
        |cell: &[u8]| is_year(cell) || dates::separated(cell).is_some() || dates::named(cell).is_some();
    let sums = |column: usize| {
        is_typed_below(below, column) && below.iter().all(|row| row.get(column) != first.get(column))
    };
    !said.is_empty()
        && names_ids
        && periods.len() >= 2
        && periods.iter().all(|cell| is_period(cell))
        && different(periods) == periods.len()
        && (1..first.len()).all(sums)
}

/// True where a row of words is plainly one of data: a cell of it leads to somebody, or comes again further down.
fn holds_data(row: &[Vec<u8>], below: &[Vec<Vec<u8>>]) -> bool {
    let again = |(index, cell): (usize, &Vec<u8>)| {
        !is_missing(cell) && below.iter().any(|other| other != row && other.get(index) == Some(cell))
    };
    row.iter().any(|cell| shapes::reaches_somebody(cell)) || row.iter().enumerate().any(again)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        let cells = |line: &str| line.split(';').map(|cell| cell.as_bytes().to_vec()).collect();
        text.lines().map(cells).collect()
    }

    const ROWS: &str = "17;Bonn;9;2020-01-02;5\n18;Köln;8;2020-01-03;6\n19;Ulm;7;2020-01-04;7\n";

    fn check_titles(above: &str, expect: usize) {
        assert_eq!(titles(&table(&format!("{above}{}", ROWS.repeat(4))), 5), expect, "{above}");
    }

    #[test]
    fn titles_above_the_names() {
        let names = "id;town;order;date;sum\n";
        check_titles(names, 0);
        check_titles("", 0);
        check_titles(&format!("EXTF;700;21;2020;1;;;\n{names}"), 1);
        check_titles(&format!(";customer;;order;\n{names}"), 1);
        check_titles(&format!("customer;customer;order;order;order\n{names}"), 1);
        check_titles(&format!("A;A;A;A;A\nB;B;C;C;C\n{names}"), 2);
        // Headers that lack a name stand over data.
        check_titles("town;order;date;sum\n", 0);
        check_titles("id;id;order;date;date\n", 0);
    }

    fn check_units(below: &str, expect: bool) {
        assert_eq!(units(&table(&format!("id;town;order;date;sum\n{below}{ROWS}"))), expect, "{below}");
    }

    #[test]
    fn units_below_the_names() {
        check_units("", false);
        check_units("[-];[-];[-];[day];[EUR]\n", true);
        check_units(";;;;[EUR]\n", true);
        check_units("integer;text;integer;date;decimal\n", true);
        check_units("16;Bonn;?;?;?\n", false);
        check_units("unknown;Bonn;9;2020-01-02;5\n", false);
        check_units("unknown;Bonn;;;\n", false);
    }
}
