//! Rows that a stray quotation mark made part of a cell: all lines up to the next mark are its text then.

use super::block::Block;
use super::cells::trim;
use super::tally::Tally;
use super::top::is_typed;

/// Lines of a cell from which on it is no description or address, whatever stands in them.
const MOST_LINES: usize = 50;

/// Columns of a table up to which one line with as many cells may be an accident.
const NARROW: usize = 3;

/// Counts the lines within cells that look like rows of a table of `columns` columns; their rows are those of the records they are
/// part of.
pub(super) fn swallowed_rows(block: Block, delimiter: u8, columns: usize, found: &mut Tally) {
    if !block.may_hold_line_ends() {
        return;
    }
    for record in block.records() {
        let lines: usize = record.cells().map(|cell| swallowed(cell, delimiter, columns)).sum();
        if lines > 0 {
            found.add(record.row);
            found.count += lines as u64 - 1;
        }
    }
}

/// Lines after the first of a cell that holds rows; none where it is text of several lines.
fn swallowed(cell: &[u8], delimiter: u8, columns: usize) -> usize {
    if !cell.iter().any(|byte| matches!(byte, b'\n' | b'\r')) {
        return 0;
    }
    let lines: Vec<&[u8]> =
        cell.split(|byte| matches!(byte, b'\n' | b'\r')).map(trim).filter(|line| !line.is_empty()).collect();
    // The first and the last are parts of rows at best.
    let within = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    let is_row = |line: &&&[u8]| {
        let cells = || line.split(|byte| *byte == delimiter);
        cells().count() == columns && cells().any(|cell| is_typed(trim(cell)))
    };
    let rows = within.iter().filter(is_row).count();
    if rows > usize::from(columns <= NARROW) || lines.len() > MOST_LINES {
        lines.len().saturating_sub(1)
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, columns: usize, expect: usize) {
        assert_eq!(swallowed(cell.as_bytes(), b',', columns), expect, "{cell}");
    }

    #[test]
    fn text_of_several_lines_is_none() {
        check("Tea towel", 4, 0);
        check("Main Street 5\n04109 Leipzig\nGermany", 4, 0);
        check("Soft, warm, light, dry\r\nAsk, order, wear, enjoy\r\nBye, bye", 4, 0);
        check("12, Main Street\n04109, Leipzig\nGermany", 2, 0);
        check(&"A line of a long text.\n".repeat(40), 4, 0);
    }

    #[test]
    fn rows_are() {
        check("5 inch,1,2.50\n18,2020-01-03,Mug,3.50\n19,2020-01-04,", 4, 2);
        check("5 inch\r\n18,3.50\r\n19,4.50\r\n20,", 2, 3);
        check(&"A line of what cannot be a text.\n".repeat(60), 4, 59);
    }
}
