//! A workbook of any kind, opened: which sheets it has, and each of them as CSV.

use std::rc::Rc;

use serde::Serialize;

use crate::cells::{Cells, Extent};
use crate::csv::CsvSheet;
use crate::limits::{AREA, CELLS, FILE_BYTES, SHEETS};
use crate::xls::Xls;
use crate::xlsx::Xlsx;
use crate::zip::Archive;
use crate::{WorkbookError, ods, xlsx};

/// An opened workbook. Its sheets have been run over once, so that their sizes are known and what is too large is refused.
pub struct Workbook {
    kind: Kind,
    sheets: Vec<Sheet>,
    extents: Vec<Extent>,
}

/// What is known of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Rows down to the last filled cell.
    pub rows: u32,
    /// Columns up to the last filled cell.
    pub columns: u32,
    /// Whether the spreadsheet program hides it.
    pub hidden: bool,
}

/// Columns of numbers and days that a table of data has at least; one of texts may be numbered.
const MOST_NUMBERED: usize = 2;

/// A sheet before it is run over.
pub(crate) struct Tab {
    pub(crate) name: String,
    pub(crate) hidden: bool,
}

enum Kind {
    Xlsx(Xlsx),
    Ods(Archive),
    Xls(Xls),
}

/// The first bytes of a zip archive, of an empty one, and of a compound file.
const SIGNATURES: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

/// Whether a file that begins with these bytes may be a workbook; eight suffice.
pub fn is_workbook(head: &[u8]) -> bool {
    SIGNATURES.iter().any(|signature| head.starts_with(signature))
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Workbook").field("sheets", &self.sheets).finish_non_exhaustive()
    }
}

impl Workbook {
    /// Opens a workbook by its bytes.
    ///
    /// # Errors
    /// Every [`WorkbookError`] but [`WorkbookError::UnknownSheet`].
    pub fn open(bytes: impl Into<Rc<[u8]>>) -> Result<Self, WorkbookError> {
        let bytes: Rc<[u8]> = bytes.into();
        if bytes.len() > FILE_BYTES {
            return Err(WorkbookError::WorkbookTooLarge { limit: FILE_BYTES as u64 });
        }
        let (kind, tabs) = match bytes.first() {
            Some(b'P') => open_archive(Archive::open(bytes)?)?,
            _ => {
                let (xls, tabs) = Xls::open(&bytes)?;
                (Kind::Xls(xls), tabs)
            }
        };
        if tabs.len() > SHEETS {
            return Err(WorkbookError::WorkbookTooManyParts);
        }
        let mut budget = CELLS;
        let mut workbook = Workbook { kind, sheets: Vec::new(), extents: Vec::new() };
        for (index, tab) in tabs.into_iter().enumerate() {
            let extent = Extent::of(workbook.cells(index)?.as_mut(), &mut budget)?;
            let Tab { name, hidden } = tab;
            workbook.sheets.push(Sheet { name, rows: extent.rows, columns: extent.columns, hidden });
            workbook.extents.push(extent);
        }
        if workbook.extents.iter().all(|extent| extent.filled == 0) {
            return Err(WorkbookError::WorkbookEmpty);
        }
        Ok(workbook)
    }

    /// The sheets in their order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The sheets that hold anything, which is what there is to choose from.
    pub fn filled(&self) -> impl Iterator<Item = usize> {
        (0..self.sheets.len()).filter(|index| self.extents[*index].filled > 0)
    }

    /// The sheet to read unless somebody chooses: the first one shown that holds a table, at least two rows and columns with half of
    /// their cells filled; where there is none, the first one that holds anything. A table of hardly anything but text, as one that says
    /// what the columns of another mean, gives way to a longer one of numbers and days.
    pub fn first_table(&self) -> usize {
        let table = |index: &usize| {
            let (sheet, extent) = (&self.sheets[*index], &self.extents[*index]);
            let width = sheet.columns - extent.first_column;
            let area = u64::from(sheet.rows) * u64::from(width);
            !sheet.hidden && sheet.rows >= 2 && width >= 2 && extent.filled * 2 >= area
        };
        let shown = |index: &usize| !self.sheets[*index].hidden;
        let of_values = |index: usize| {
            self.extents[index].texts.iter().filter(|column| column.holds_values()).count() >= MOST_NUMBERED
        };
        let (mut tables, mut others) = (self.filled().filter(table), self.filled().filter(shown));
        let first = tables.next();
        let rows = |index: usize| self.sheets[index].rows;
        let better = first
            .filter(|first| !of_values(*first))
            .and_then(|first| tables.find(|index| of_values(*index) && rows(*index) > rows(first)));
        better.or(first).or_else(|| others.next()).or_else(|| self.filled().next()).unwrap_or_default()
    }

    /// The sheet of that name, or of that number counted from 1.
    ///
    /// # Errors
    /// [`WorkbookError::UnknownSheet`].
    pub fn find(&self, name: &str) -> Result<usize, WorkbookError> {
        let by_name = self.sheets.iter().position(|sheet| sheet.name == name);
        let by_number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let found = by_name.or(by_number.filter(|number| *number < self.sheets.len()));
        found.ok_or_else(|| WorkbookError::UnknownSheet { sheet: name.to_owned() })
    }

    /// One sheet as CSV.
    ///
    /// # Errors
    /// [`WorkbookError::WorkbookEmpty`] where it holds nothing, [`WorkbookError::WorkbookTooManyCells`] where its cells lie too far apart,
    /// [`WorkbookError::UnknownSheet`].
    pub fn csv(&self, sheet: usize) -> Result<CsvSheet, WorkbookError> {
        let extent = self
            .extents
            .get(sheet)
            .ok_or_else(|| WorkbookError::UnknownSheet { sheet: (sheet + 1).to_string() })?;
        if extent.filled == 0 {
            return Err(WorkbookError::WorkbookEmpty);
        }
        if u64::from(extent.rows) * u64::from(extent.columns) > AREA {
            return Err(WorkbookError::WorkbookTooManyCells { limit: AREA });
        }
        Ok(CsvSheet::new(self.cells(sheet)?, extent.clone()))
    }

    fn cells(&self, sheet: usize) -> Result<Box<dyn Cells>, WorkbookError> {
        Ok(match &self.kind {
            Kind::Xlsx(xlsx) => Box::new(xlsx.cells(sheet)?),
            Kind::Ods(archive) => Box::new(ods::cells(archive, sheet)?),
            Kind::Xls(xls) => Box::new(xls.cells(sheet)?),
        })
    }
}

/// How the names of tables end that may stand in an archive.
const TABLES: [&str; 7] = [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".xlsm"];

fn open_archive(archive: Archive) -> Result<(Kind, Vec<Tab>), WorkbookError> {
    if archive.has("content.xml") && archive.has("META-INF/manifest.xml") {
        let tabs = ods::tabs(&archive)?;
        return Ok((Kind::Ods(archive), tabs));
    }
    if archive.has("xl/workbook.bin") {
        return Err(WorkbookError::WorkbookBinary);
    }
    if archive.has("Index.zip") || archive.has_any(|name| name.ends_with(".iwa")) {
        return Err(WorkbookError::WorkbookOfNumbers);
    }
    let is_document = archive.has("[Content_Types].xml") || archive.has("_rels/.rels");
    let is_table = |name: &str| TABLES.iter().any(|ending| name.ends_with(ending));
    if !is_document && !archive.has("xl/workbook.xml") && archive.has_any(is_table) {
        return Err(WorkbookError::ZipOfTables);
    }
    let (xlsx, tabs) = xlsx::open(archive)?;
    Ok((Kind::Xlsx(xlsx), tabs))
}
