//! A sheet as CSV in one fixed dialect: UTF-8, commas, quotes doubled, line feeds; days in ISO 8601, numbers with a decimal point.
//!
//! Row n of the sheet is record n of the CSV: rows without a cell are empty lines, so that whoever is told of row 17 finds it there.
//! Columns to the left of the first that holds anything are left out.

use crate::WorkbookError;
use crate::cells::{Cells, Extent};

/// Bytes handed out at a time, about.
const CHUNK: usize = 1 << 18;

/// One sheet on its way to CSV.
pub struct CsvSheet {
    cells: Box<dyn Cells>,
    extent: Extent,
    /// The cells of the row that is being filled.
    row: Vec<String>,
    /// Its number, and the number of rows written.
    at: u32,
    written: u32,
    /// The cell that belongs to a later row.
    ahead: Option<(u32, u32)>,
    text: String,
    /// In each column, the last row and the value of the merged cell that reaches further down; where two do, which no sheet has, the later.
    reaching: Vec<Option<(u32, String)>>,
    next_merge: usize,
    chunk: Vec<u8>,
    ended: bool,
}

impl std::fmt::Debug for CsvSheet {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("CsvSheet").field("written", &self.written).finish_non_exhaustive()
    }
}

impl CsvSheet {
    pub(crate) fn new(cells: Box<dyn Cells>, extent: Extent) -> Self {
        CsvSheet {
            row: vec![String::new(); extent.columns as usize],
            reaching: vec![None; extent.columns as usize],
            cells,
            extent,
            at: 0,
            written: 0,
            ahead: None,
            text: String::new(),
            next_merge: 0,
            chunk: Vec::with_capacity(CHUNK),
            ended: false,
        }
    }

    /// Rows written so far, of how many: for whoever waits.
    pub fn progress(&self) -> (u32, u32) {
        (self.written, self.extent.rows)
    }

    /// The next piece of the CSV; `None` after the last.
    ///
    /// # Errors
    /// As [`Workbook::open`](crate::Workbook::open), where the bytes changed under it.
    pub fn next_chunk(&mut self) -> Result<Option<&[u8]>, WorkbookError> {
        self.chunk.clear();
        while !self.ended && self.chunk.len() < CHUNK {
            self.step()?;
        }
        Ok(if self.chunk.is_empty() { None } else { Some(&self.chunk) })
    }

    /// Takes one cell, and writes the row before it where that is full.
    fn step(&mut self) -> Result<(), WorkbookError> {
        let next = match self.ahead.take() {
            Some(place) => Some(place),
            None => self.cells.next(&mut self.text)?,
        };
        match next {
            Some((row, column)) if row == self.at => {
                let texts = self.extent.texts.get(column as usize).filter(|_| self.cells.is_text());
                if let Some(number) = texts.and_then(|texts| texts.rewritten(&self.text)) {
                    self.text = number;
                }
                let cell = self.row.get_mut(column as usize).ok_or(WorkbookError::WorkbookDamaged)?;
                std::mem::swap(cell, &mut self.text);
            }
            Some(place) => {
                self.ahead = Some(place);
                self.write_row();
            }
            None => {
                while self.at < self.extent.rows {
                    self.write_row();
                }
                self.ended = true;
            }
        }
        Ok(())
    }

    fn write_row(&mut self) {
        self.fill_merged();
        let filled = self.row.iter().any(|cell| !cell.is_empty());
        let first = self.extent.first_column as usize;
        for (index, cell) in self.row.iter_mut().enumerate().skip(first).filter(|_| filled) {
            if index > first {
                self.chunk.push(b',');
            }
            write_cell(cell, &mut self.chunk);
            cell.clear();
        }
        self.chunk.push(b'\n');
        self.at += 1;
        self.written += 1;
    }

    /// Gives each row below the first of a merged cell the value of the first.
    fn fill_merged(&mut self) {
        let at = self.at;
        for (cell, reaching) in self.row.iter_mut().zip(&mut self.reaching) {
            if reaching.as_ref().is_some_and(|(last, _)| *last < at) {
                *reaching = None;
            }
            if let Some((_, value)) = reaching.as_ref().filter(|_| cell.is_empty()) {
                cell.push_str(value);
            }
        }
        while let Some(merge) = self.extent.merges.get(self.next_merge).filter(|merge| merge.first_row <= at)
        {
            self.next_merge += 1;
            let column = merge.column as usize;
            let value = self.row.get(column).filter(|cell| !cell.is_empty() && merge.first_row == at);
            if let Some((value, reaching)) = value.zip(self.reaching.get_mut(column)) {
                *reaching = Some((merge.last_row, value.clone()));
            }
        }
    }
}

/// A cell, quoted where it has to be (RFC 4180). A carriage return by itself is none of the text's own.
fn write_cell(cell: &str, chunk: &mut Vec<u8>) {
    if !cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        chunk.extend_from_slice(cell.as_bytes());
        return;
    }
    chunk.push(b'"');
    for byte in cell.bytes() {
        chunk.push(byte);
        if byte == b'"' {
            chunk.push(byte);
        }
    }
    chunk.push(b'"');
}
