//! Lines of a file that are no rows of its table: lines drawn of dashes, totals, empty rows, and what is written below a table.
//!
//! Advice for whoever changes this: both passes ask, and the second knows nothing of the first but a [`Reading`](super::Reading); so the
//! answer depends on the record alone.

use super::DecimalMark;
use super::block::Record;
use super::cells::{is_missing, trim};
use super::numbers;
use super::words::words;

/// Words that begin a line of totals, folded as [`words`] does, in the languages of the headers.
const TOTALS: [&str; 38] = [
    "total",
    "totals",
    "subtotal",
    "grandtotal",
    "sum",
    "sums",
    "summe",
    "summen",
    "gesamt",
    "gesamtsumme",
    "gesamtergebnis",
    "gesamtbetrag",
    "zwischensumme",
    "endsumme",
    "ergebnis",
    "totaux",
    "somme",
    "totale",
    "totali",
    "somma",
    "totales",
    "suma",
    "soma",
    "totais",
    "totaal",
    "eindtotaal",
    "razem",
    "ogolem",
    "celkem",
    "summa",
    "osszesen",
    "toplam",
    "итого",
    "всего",
    "итог",
    "合計",
    "合计",
    "总计",
];

/// Words that may stand before them.
const BEFORE: [&str; 4] = ["grand", "sub", "general", "общий"];

/// True where a record whose first cell is this one has to be looked at. Ids, days and numbers need not.
#[inline]
pub(super) fn is_suspect(first: &[u8]) -> bool {
    match trim(first) {
        [] => true,
        cell @ [b'A'..=b'Z' | b'a'..=b'z', ..] => cell.contains(&b' ') || may_speak_of_totals(cell),
        [byte, ..] => matches!(byte, b'-' | b'=' | b'+' | b'_' | b'*' | b'(' | b':' | 0x80..),
    }
}

/// What the words of [`TOTALS`] and those before them begin with; letters beyond ASCII may be anything.
fn may_speak_of_totals(cell: &[u8]) -> bool {
    const BEGINNINGS: [&[u8; 2]; 12] =
        [b"to", b"su", b"ge", b"gr", b"zw", b"en", b"er", b"so", b"ei", b"ra", b"og", b"ce"];
    let (Some(first), Some(second)) = (cell.first(), cell.get(1)) else { return false };
    let both = [first.to_ascii_lowercase(), second.to_ascii_lowercase()];
    *first >= 0x80 || *second >= 0x80 || BEGINNINGS.contains(&&both)
}

/// True where a record is no row of the table.
pub(super) fn is_beside(record: &Record) -> bool {
    let mut filled =
        (0..record.len()).map(|index| (index, trim(record.cell(index)))).filter(|(_, cell)| !cell.is_empty());
    let Some((at, first)) = filled.next() else { return true };
    let others = || filled.clone().map(|(_, cell)| cell);
    if is_drawn(first) {
        let long = |cell: &[u8]| cell.len() >= 3;
        return others().all(is_drawn) && (long(first) || others().any(long));
    }
    if at == 0 && record.len() != 2 && others().next().is_none() && is_remark(first) {
        return true;
    }
    match totals(first) {
        Totals::None => false,
        _ if others().any(|cell| !is_missing(cell) && !is_number(cell)) => false,
        Totals::Word => others().any(is_number),
        // `Total Meyer`: a firm may be called so as well, but then more is known of it.
        Totals::Phrase => others().any(is_number) && (others().count() + 1) * 2 <= record.len(),
    }
}

/// Dashes and what lines are drawn of beside them.
fn is_drawn(cell: &[u8]) -> bool {
    cell.iter().all(|byte| b"-=+_:".contains(byte))
}

/// `(42 rows)`, `Page 1 of 3`: several words, one of them of letters.
fn is_remark(cell: &[u8]) -> bool {
    let letter = cell.iter().any(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80);
    letter && (cell.contains(&b' ') || cell.starts_with(b"("))
}

/// How a cell speaks of totals.
enum Totals {
    None,
    /// It says nothing else.
    Word,
    /// It begins with the word and goes on.
    Phrase,
}

fn totals(cell: &[u8]) -> Totals {
    // Lists of SAP mark their totals by asterisks.
    if cell.iter().all(|byte| *byte == b'*') {
        return Totals::Word;
    }
    if cell.len() > 64 || !may_speak_of_totals(cell) {
        return Totals::None;
    }
    let said = words(&String::from_utf8_lossy(cell));
    let before = said.first().is_some_and(|word| BEFORE.contains(&word.as_str()));
    let said = &said[usize::from(before)..];
    let after = said.get(1).is_some_and(|word| BEFORE.contains(&word.as_str()) || word == "complessivo");
    let digits = cell.iter().any(u8::is_ascii_digit);
    match said.first() {
        Some(word) if TOTALS.contains(&word.as_str()) && !digits && said.len() == 1 + usize::from(after) => {
            Totals::Word
        }
        Some(word) if TOTALS.contains(&word.as_str()) => Totals::Phrase,
        _ => Totals::None,
    }
}

fn is_number(cell: &[u8]) -> bool {
    [DecimalMark::Point, DecimalMark::Comma].into_iter().any(|mark| numbers::read(cell, mark).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::block::{Block, Row};
    use super::*;

    fn check(cells: &[&str], expect: bool) {
        let ends = cells.iter().scan(0, |end, cell| {
            *end += cell.len() as u32;
            Some(*end)
        });
        let bounds: Vec<u32> = std::iter::once(0).chain(ends).collect();
        let (text, rows) =
            (cells.concat(), [Row { row: 1, first: 0, last: cells.len() as u32, quoted: false }]);
        let (record, _) = Block::joined(text.as_bytes(), &bounds, &rows).split_first().unwrap();
        assert_eq!(is_beside(&record), expect, "{cells:?}");
        assert!(!expect || is_suspect(record.cell(0)), "{cells:?}");
    }

    #[test]
    fn lines_drawn() {
        check(&["------", "----", "---"], true);
        check(&["", "---:", ":---:", ""], true);
        check(&["+------+-----+"], true);
        check(&["======"], true);
        check(&["-", "-", "-"], false);
        check(&["17", "---", "5"], false);
    }

    #[test]
    fn totals_of_columns() {
        check(&["Total", "", "", "1,234.50"], true);
        check(&["Gesamt", "340", "1.234,50", "17"], true);
        check(&["", "", "Summe:", "12,50 €"], true);
        check(&["Grand Total", "", "", "5"], true);
        check(&["Total général", "", "", "5"], true);
        check(&["Итого", "", "", "5"], true);
        check(&["合計", "", "", "5"], true);
        check(&["Total 10250", "", "", "5"], true);
        check(&["*", "", "", "", "1.234,50"], true);
        // A firm of that name, a product, a word that only begins so.
        check(&["Total", "2024-01-05", "INV-7", "5"], false);
        check(&["Total Wine & More", "12", "5", "6"], false);
        check(&["Totalenergies", "12", "5", "6"], false);
        check(&["17", "Total", "5"], false);
        check(&["Total", "", ""], false);
    }

    #[test]
    fn what_stands_below() {
        check(&["(42 rows)"], true);
        check(&["Seite 1 von 3", "", "", ""], true);
        check(&["", "", ""], true);
        check(&["17850", "", ""], false);
        check(&["Meyer", "", ""], false);
        check(&["Meyer GmbH", ""], false);
        check(&["Meyer GmbH", "", "5"], false);
    }
}
