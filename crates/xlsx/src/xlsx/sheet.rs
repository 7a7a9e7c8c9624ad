//! One sheet of an `.xlsx`, cell by cell.

use std::rc::Rc;

use super::Shared;
use super::parts::SharedText;
use crate::WorkbookError;
use crate::cells::{Cells, Merge};
use crate::limits::MERGES;
use crate::value::{Format, write};
use crate::xml::{Element, Token, Xml};

/// The cells of a sheet on the way by.
pub(crate) struct SheetCells {
    xml: Xml,
    shared: Rc<Shared>,
    /// Where the next row and cell stand that do not say it themselves.
    row: u32,
    column: u32,
    cell: Option<Open>,
    value: SharedText,
    merges: Vec<Merge>,
    is_text: bool,
}

/// A cell between its beginning and its end.
struct Open {
    row: u32,
    column: u32,
    kind: String,
    style: Option<usize>,
}

impl SheetCells {
    pub(super) fn new(xml: Xml, shared: Rc<Shared>) -> Self {
        SheetCells {
            xml,
            shared,
            row: 0,
            column: 0,
            cell: None,
            value: SharedText::default(),
            merges: Vec::new(),
            is_text: false,
        }
    }
}

impl Cells for SheetCells {
    fn next(&mut self, text: &mut String) -> Result<Option<(u32, u32)>, WorkbookError> {
        loop {
            match self.xml.next()? {
                Token::Start(element) if element.is("c") => {
                    let open = Open::new(&element, self.row, self.column);
                    (self.row, self.column) = (open.row, open.column.saturating_add(1));
                    self.cell = Some(open);
                }
                Token::Start(element) if element.is_any(&["v", "t"]) => self.value.begin(),
                Token::Start(element) if element.is("rPh") => self.value.pass(true),
                Token::Start(element) if element.is("row") => {
                    let given = element.attribute("r").and_then(|row| row.parse::<u32>().ok());
                    (self.row, self.column) = (given.map_or(self.row, |row| row.saturating_sub(1)), 0);
                }
                Token::Start(element) if element.is("mergeCell") && self.merges.len() < MERGES => {
                    self.merges.extend(element.attribute("ref").and_then(|range| merge(&range)));
                }
                Token::Text(piece) => self.value.push(&piece),
                Token::End(name) => match &*name {
                    "v" | "t" => self.value.end(),
                    "rPh" => self.value.pass(false),
                    "row" => self.row = self.row.saturating_add(1),
                    "c" => {
                        let value = self.value.take();
                        let Some(open) = self.cell.take() else { continue };
                        text.clear();
                        self.is_text = matches!(open.kind.as_str(), "s" | "str" | "inlineStr");
                        open.write(&value, &self.shared, text)?;
                        if !text.is_empty() {
                            return Ok(Some((open.row, open.column)));
                        }
                    }
                    _ => {}
                },
                Token::Eof => return Ok(None),
                Token::Start(_) => {}
            }
        }
    }

    fn is_text(&self) -> bool {
        self.is_text
    }

    fn merges(&mut self) -> Vec<Merge> {
        std::mem::take(&mut self.merges)
    }
}

impl Open {
    fn new(element: &Element, row: u32, column: u32) -> Self {
        let (row, column) =
            element.attribute("r").and_then(|place| place_of(&place)).unwrap_or((row, column));
        let style = element.attribute("s").and_then(|style| style.parse().ok());
        Open { row, column, kind: element.attribute("t").unwrap_or_default(), style }
    }

    /// Writes what the cell shows, without how it is shown. A formula's value is the one it had when the file was saved.
    fn write(&self, value: &str, shared: &Shared, text: &mut String) -> Result<(), WorkbookError> {
        match self.kind.as_str() {
            "s" if value.is_empty() => {}
            "s" => {
                let index = value.trim().parse().map_err(|_| WorkbookError::WorkbookDamaged)?;
                text.push_str(shared.strings.get(index).ok_or(WorkbookError::WorkbookDamaged)?);
            }
            "b" => text.push_str(match value.trim() {
                "" => "",
                "0" | "false" => "false",
                _ => "true",
            }),
            // What a spreadsheet could not work out is no value.
            "e" => {}
            "d" => text.push_str(&value.replacen('T', " ", 1)),
            "str" | "inlineStr" => text.push_str(value),
            _ => match value.trim().parse::<f64>() {
                Ok(number) => {
                    let format = self.style.and_then(|style| shared.formats.get(style).copied());
                    write(number, format.unwrap_or(Format::Number), shared.epoch, text);
                }
                Err(_) => text.push_str(value),
            },
        }
        Ok(())
    }
}

/// Row and column, counted from 0, of a place like `B17`.
fn place_of(place: &str) -> Option<(u32, u32)> {
    let digits = place.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = place.split_at(digits);
    let column = letters.bytes().filter(|byte| *byte != b'$').try_fold(0u32, |column, letter| {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?);
        column.checked_mul(26)?.checked_add(value + 1)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// The rows of a range like `A2:B4`.
fn merge(range: &str) -> Option<Merge> {
    let (first, last) = range.split_once(':')?;
    let ((first_row, column), (last_row, _)) = (place_of(first)?, place_of(last)?);
    Some(Merge { column, first_row, last_row })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        for (place, expect) in [
            ("A1", Some((0, 0))),
            ("$AB$17", Some((16, 27))),
            ("AB17", Some((16, 27))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("A0", None),
            ("7", None),
            ("ZZZZZZZZ1", None),
        ] {
            assert_eq!(place_of(place), expect, "{place}");
        }
        assert_eq!(merge("B2:C9"), Some(Merge { column: 1, first_row: 1, last_row: 8 }));
    }
}
