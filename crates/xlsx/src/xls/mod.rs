//! `.xls`: the binary workbook of Excel 97 to 2003 (\[MS-XLS\], BIFF8) in a compound file (\[MS-CFB\]).
//!
//! Read here and not by a crate, because every length and offset in it is the writer's word: each is looked up, none is trusted.

mod compound;
mod records;
mod sheet;
mod strings;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::WorkbookError;
use crate::bytes::{u16_at, u32_at};
use crate::cells::Strings;
use crate::limits::STYLES;
use crate::value::{Epoch, Format};
use crate::workbook::Tab;
use records::{Record, Records};

/// An opened `.xls`.
pub(crate) struct Xls {
    shared: Rc<Shared>,
    /// Where each sheet begins in the stream.
    sheets: Vec<usize>,
}

/// The stream of records, and what the cells of all sheets refer to.
pub(crate) struct Shared {
    stream: Vec<u8>,
    strings: Strings,
    formats: Vec<Format>,
    epoch: Epoch,
}

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const FILE_PASS: u16 = 0x002F;
const DATE_MODE: u16 = 0x0022;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
const SHEET: u16 = 0x0085;
const STRINGS: u16 = 0x00FC;
/// The version in a `BOF` record of Excel 97 and later.
const BIFF8: u16 = 0x0600;

impl Xls {
    /// Reads everything but the sheets themselves.
    pub(crate) fn open(bytes: &[u8]) -> Result<(Self, Vec<Tab>), WorkbookError> {
        let stream = compound::workbook(bytes)?;
        let (mut sheets, mut tabs) = (Vec::new(), Vec::new());
        let (mut codes, mut styles) = (BTreeMap::new(), Vec::new());
        let (mut strings, mut epoch) = (Strings::default(), Epoch::Y1900);
        let mut records = Records::new(0);
        let version =
            records.next(&stream).filter(|record| record.kind == BOF).and_then(|record| record.u16(0));
        if version != Some(BIFF8) {
            return Err(WorkbookError::WorkbookTooOld);
        }
        while let Some(record) = records.next(&stream) {
            match record.kind {
                EOF => break,
                FILE_PASS => return Err(WorkbookError::WorkbookProtected),
                DATE_MODE if record.u16(0) == Some(1) => epoch = Epoch::Y1904,
                FORMAT => {
                    if let (Some(id), Some(code)) = (record.u16(0), strings::long(&record, 2)) {
                        codes.insert(id, Format::by_code(&code));
                    }
                }
                STYLE => styles.push(record.u16(2).unwrap_or(0)),
                SHEET => {
                    if let Some((at, tab)) = tab(&record) {
                        sheets.push(at);
                        tabs.push(tab);
                    }
                }
                STRINGS => strings = strings::shared(&record)?,
                _ => {}
            }
            if styles.len() > STYLES {
                return Err(WorkbookError::WorkbookTooManyParts);
            }
        }
        let format = |id: &u16| codes.get(id).copied().unwrap_or_else(|| Format::built_in(u32::from(*id)));
        let formats = styles.iter().map(format).collect();
        Ok((Xls { shared: Rc::new(Shared { stream, strings, formats, epoch }), sheets }, tabs))
    }

    /// The cells of one sheet.
    pub(crate) fn cells(&self, sheet: usize) -> Result<sheet::SheetCells, WorkbookError> {
        let at = *self.sheets.get(sheet).ok_or(WorkbookError::WorkbookDamaged)?;
        sheet::SheetCells::new(Rc::clone(&self.shared), at)
    }
}

/// Where a sheet begins and what it is called (2.4.28); `None` for charts and macros, which are no tables.
fn tab(record: &Record) -> Option<(usize, Tab)> {
    let data = record.data();
    let (at, state, kind) = (u32_at(data, 0)?, data.get(4)? & 3, *data.get(5)?);
    let (letters, wide) = (usize::from(*data.get(6)?), data.get(7)? & 1 != 0);
    let name = match wide {
        true => (0..letters).map_while(|index| u16_at(data, 8 + 2 * index)).collect::<Vec<u16>>(),
        false => data.get(8..)?.iter().take(letters).map(|byte| u16::from(*byte)).collect(),
    };
    (kind == 0).then(|| (at as usize, Tab { name: String::from_utf16_lossy(&name), hidden: state != 0 }))
}
