//! `.ods`: the OpenDocument format (ISO/IEC 26300, OASIS ODF 1.3).

use std::collections::BTreeSet;

use crate::WorkbookError;
use crate::cells::{Cells, Merge};
use crate::limits::{MERGES, ROWS, SHEETS};
use crate::value::write_number;
use crate::workbook::Tab;
use crate::xml::{Element, Token, Xml};
use crate::zip::Archive;

/// Blanks that `<text:s text:c="…">` may stand for; more is no text.
const BLANKS: u64 = 1_000;

/// The sheets in their order.
pub(crate) fn tabs(archive: &Archive) -> Result<Vec<Tab>, WorkbookError> {
    refuse_password(archive)?;
    let mut xml = Xml::new(archive.part("content.xml")?);
    let (mut tabs, mut hidden, mut style) = (Vec::new(), BTreeSet::new(), String::new());
    let mut spreadsheet = false;
    loop {
        match xml.next()? {
            Token::Start(element) if element.is("style") => {
                style = element.attribute("name").unwrap_or_default()
            }
            Token::Start(element)
                if element.is("table-properties")
                    && element.attribute("display").is_some_and(|display| display == "false") =>
            {
                hidden.insert(style.clone());
            }
            Token::Start(element) if element.is("spreadsheet") => spreadsheet = true,
            Token::Start(element) if spreadsheet && element.is("table") => {
                let name = element.attribute("name").unwrap_or_default();
                let style = element.attribute("style-name").unwrap_or_default();
                tabs.push(Tab { name, hidden: hidden.contains(&style) });
            }
            Token::Eof => break,
            _ => {}
        }
        if tabs.len() > SHEETS || hidden.len() > SHEETS {
            return Err(WorkbookError::WorkbookTooManyParts);
        }
    }
    if spreadsheet { Ok(tabs) } else { Err(WorkbookError::WorkbookKindUnknown) }
}

/// The cells of one sheet.
pub(crate) fn cells(archive: &Archive, sheet: usize) -> Result<TableCells, WorkbookError> {
    let mut xml = Xml::new(archive.part("content.xml")?);
    let (mut before, mut spreadsheet) = (0, false);
    loop {
        match xml.next()? {
            Token::Start(element) if element.is("spreadsheet") => spreadsheet = true,
            Token::Start(element) if spreadsheet && element.is("table") => {
                if before == sheet {
                    return Ok(TableCells::new(xml));
                }
                before += 1;
            }
            Token::Eof => return Err(WorkbookError::WorkbookDamaged),
            _ => {}
        }
    }
}

/// The manifest names how each part is encrypted, if it is.
fn refuse_password(archive: &Archive) -> Result<(), WorkbookError> {
    let mut xml = Xml::new(archive.part("META-INF/manifest.xml")?);
    loop {
        match xml.next()? {
            Token::Start(element) if element.is_any(&["encryption-data", "encrypted-key"]) => {
                return Err(WorkbookError::WorkbookProtected);
            }
            Token::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The cells of a sheet on the way by. Rows and cells may say that they stand several times.
pub(crate) struct TableCells {
    xml: Xml,
    /// The row being handed out, how often it comes after this time, and the row after all of those.
    row: u32,
    again: u32,
    next_row: u32,
    /// Its filled cells: first column, column after the last, what they show and whether that is text.
    filled: Vec<(u32, u32, String, bool)>,
    /// The cell being handed out, and the least column of it that was not yet.
    at: usize,
    column: u32,
    merges: Vec<Merge>,
    is_text: bool,
}

impl TableCells {
    fn new(xml: Xml) -> Self {
        TableCells {
            xml,
            row: 0,
            again: 0,
            next_row: 0,
            filled: Vec::new(),
            at: 0,
            column: 0,
            merges: Vec::new(),
            is_text: false,
        }
    }

    /// Reads the next row of the table; false after the last.
    fn read_row(&mut self) -> Result<bool, WorkbookError> {
        let repeated = loop {
            match self.xml.next()? {
                Token::Start(element) if element.is("table-row") => {
                    break times(&element, "number-rows-repeated");
                }
                Token::End(name) if &*name == "table" => return Ok(false),
                Token::Eof => return Ok(false),
                _ => {}
            }
        };
        self.filled.clear();
        self.row = self.next_row;
        self.next_row = self.next_row.saturating_add(repeated);
        let mut column = 0u32;
        let mut cell = None;
        loop {
            match self.xml.next()? {
                Token::Start(element) if element.is("table-cell") => cell = Some(Value::new(&element)),
                Token::Start(element) if element.is("covered-table-cell") => {
                    // What a merged cell covers is not shown.
                    column = column.saturating_add(times(&element, "number-columns-repeated"));
                }
                Token::Start(element) => cell.iter_mut().for_each(|cell: &mut Value| cell.open(&element)),
                Token::Text(piece) => cell.iter_mut().for_each(|cell| cell.push(&piece)),
                Token::End(name) if &*name == "table-cell" => {
                    let Some(cell) = cell.take() else { continue };
                    let from = column;
                    column = column.saturating_add(cell.columns);
                    if cell.rows > 1 && self.merges.len() < MERGES {
                        let last_row = self.row.saturating_add(cell.rows - 1);
                        self.merges.push(Merge { column: from, first_row: self.row, last_row });
                    }
                    let is_text = cell.is_text;
                    let text = cell.finish();
                    if !text.is_empty() {
                        self.filled.push((from, column, text, is_text));
                    }
                }
                Token::End(name) if &*name == "table-row" => break,
                Token::End(name) => cell.iter_mut().for_each(|cell| cell.close(&name)),
                Token::Eof => return Err(WorkbookError::WorkbookDamaged),
            }
        }
        self.again = if self.filled.is_empty() { 0 } else { repeated - 1 };
        Ok(true)
    }
}

impl Cells for TableCells {
    fn next(&mut self, text: &mut String) -> Result<Option<(u32, u32)>, WorkbookError> {
        loop {
            if let Some((first, end, cell, is_text)) = self.filled.get(self.at) {
                let column = self.column.max(*first);
                if column < *end {
                    self.column = column + 1;
                    text.clear();
                    text.push_str(cell);
                    self.is_text = *is_text;
                    return Ok(Some((self.row, column)));
                }
                self.at += 1;
                continue;
            }
            (self.at, self.column) = (0, 0);
            if self.again > 0 {
                (self.row, self.again) = (self.row.saturating_add(1), self.again - 1);
            } else if !self.read_row()? {
                return Ok(None);
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

/// A cell between its beginning and its end.
struct Value {
    columns: u32,
    /// Rows it stretches over.
    rows: u32,
    /// What its attributes say; without that, its paragraphs.
    given: Option<String>,
    text: String,
    is_text: bool,
    paragraphs: u32,
    inside: bool,
    /// Within a remark that is attached to it.
    remark: bool,
}

impl Value {
    fn new(element: &Element) -> Self {
        let text = |name: &str| element.attribute(name);
        let kind = element.attribute_as_written("office:value-type").unwrap_or_default();
        let error = element.attribute_as_written("calcext:value-type").is_some_and(|kind| kind == "error");
        let given = match kind.as_str() {
            // What a spreadsheet could not work out is no value.
            _ if error => Some(String::new()),
            "float" | "currency" | "percentage" => text("value").and_then(|value| {
                let mut number = String::new();
                write_number(value.parse().ok()?, &mut number);
                Some(number)
            }),
            "date" => text("date-value").map(|date| date.replacen('T', " ", 1)),
            "boolean" => text("boolean-value"),
            "string" => text("string-value"),
            _ => None,
        };
        Value {
            columns: times(element, "number-columns-repeated"),
            rows: times(element, "number-rows-spanned"),
            given,
            text: String::new(),
            is_text: matches!(kind.as_str(), "" | "string"),
            paragraphs: 0,
            inside: false,
            remark: false,
        }
    }

    fn open(&mut self, element: &Element) {
        if element.is("annotation") {
            self.remark = true;
        } else if element.is("p") && !self.remark {
            if self.paragraphs > 0 {
                self.text.push('\n');
            }
            self.paragraphs += 1;
            self.inside = true;
        } else if self.inside && element.is("s") {
            let blanks = element.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1_u64);
            (0..blanks.min(BLANKS)).for_each(|_| self.text.push(' '));
        } else if self.inside && element.is("tab") {
            self.text.push('\t');
        } else if self.inside && element.is("line-break") {
            self.text.push('\n');
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "annotation" => self.remark = false,
            "p" => self.inside = false,
            _ => {}
        }
    }

    fn push(&mut self, piece: &str) {
        if self.inside {
            self.text.push_str(piece);
        }
    }

    fn finish(self) -> String {
        self.given.unwrap_or(self.text)
    }
}

/// How often, or how far; at least once, and no further than a sheet reaches.
fn times(element: &Element, name: &str) -> u32 {
    element.attribute(name).and_then(|times| times.parse::<u32>().ok()).unwrap_or(1).clamp(1, ROWS)
}
