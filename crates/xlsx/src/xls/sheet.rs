//! One sheet of an `.xls`, cell by cell.

use std::rc::Rc;

use super::records::{Record, Records};
use super::{BOF, EOF, Shared, strings};
use crate::WorkbookError;
use crate::bytes::{f64_at, u16_at, u32_at};
use crate::cells::{Cells, Merge};
use crate::limits::MERGES;
use crate::value::{Format, write};

/// The cells of a sheet on the way by.
pub(crate) struct SheetCells {
    shared: Rc<Shared>,
    records: Records,
    /// How deep in streams within the sheet's, which are charts.
    depth: u32,
    /// The cell of a formula whose text follows.
    awaiting: Option<(u32, u32)>,
    /// Numbers of one record that stand beside each other: the row, the column of the next, style and number of each.
    several: std::vec::IntoIter<(u16, f64)>,
    row: u32,
    column: u32,
    merges: Vec<Merge>,
    is_text: bool,
}

const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_OR_ERROR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const RK: u16 = 0x027E;
const SEVERAL_RK: u16 = 0x00BD;
const LABEL_RICH: u16 = 0x00D6;
const LABEL_SHARED: u16 = 0x00FD;
const FORMULA: u16 = 0x0006;
const MERGED: u16 = 0x00E5;

impl SheetCells {
    pub(super) fn new(shared: Rc<Shared>, at: usize) -> Result<Self, WorkbookError> {
        let mut records = Records::new(at);
        let first = records.next(&shared.stream).map(|record| record.kind);
        if first != Some(BOF) {
            return Err(WorkbookError::WorkbookDamaged);
        }
        let several = Vec::new().into_iter();
        Ok(SheetCells {
            shared,
            records,
            depth: 0,
            awaiting: None,
            several,
            row: 0,
            column: 0,
            merges: Vec::new(),
            is_text: false,
        })
    }

    fn number(&self, style: u16, number: f64, text: &mut String) {
        let format = self.shared.formats.get(usize::from(style)).copied();
        write(number, format.unwrap_or(Format::Number), self.shared.epoch, text);
    }

    /// The cell that a record is; `None` where it is none, or holds nothing.
    fn cell(&mut self, record: &Record, text: &mut String) -> Option<(u32, u32)> {
        let data = record.data();
        self.is_text = matches!(record.kind, STRING | LABEL | LABEL_RICH | LABEL_SHARED);
        if record.kind == STRING {
            let place = self.awaiting.take()?;
            text.push_str(&strings::long(record, 0)?);
            return Some(place);
        }
        let place = (u32::from(record.u16(0)?), u32::from(record.u16(2)?));
        let style = record.u16(4)?;
        match record.kind {
            NUMBER => self.number(style, f64_at(data, 6)?, text),
            RK => self.number(style, rk(u32_at(data, 6)?), text),
            LABEL | LABEL_RICH => text.push_str(&strings::long(record, 6)?),
            LABEL_SHARED => text.push_str(self.shared.strings.get(u32_at(data, 6)? as usize)?),
            // What a spreadsheet could not work out is no value.
            BOOL_OR_ERROR if *data.get(7)? == 0 => text.push_str(yes_or_no(*data.get(6)?)),
            FORMULA => match (data.get(6..14)?, u16_at(data, 12)?) {
                ([0, ..], 0xFFFF) => self.awaiting = Some(place),
                ([1, _, value, ..], 0xFFFF) => text.push_str(yes_or_no(*value)),
                (_, 0xFFFF) => {}
                _ => self.number(style, f64_at(data, 6)?, text),
            },
            SEVERAL_RK => {
                let cells = data.get(4..data.len().checked_sub(2)?)?.chunks_exact(6);
                let numbers: Vec<(u16, f64)> =
                    cells.filter_map(|cell| Some((u16_at(cell, 0)?, rk(u32_at(cell, 2)?)))).collect();
                (self.row, self.column) = place;
                self.several = numbers.into_iter();
            }
            _ => {}
        }
        (!text.is_empty()).then_some(place)
    }

    fn merge(&mut self, record: &Record) {
        let ranges = record.data().get(2..).unwrap_or_default().chunks_exact(8);
        let ranges =
            ranges.filter_map(|range| Some((u16_at(range, 0)?, u16_at(range, 2)?, u16_at(range, 4)?)));
        let room = MERGES.saturating_sub(self.merges.len());
        self.merges.extend(ranges.take(room).map(|(first, last, column)| Merge {
            column: u32::from(column),
            first_row: u32::from(first),
            last_row: u32::from(last),
        }));
    }
}

impl Cells for SheetCells {
    fn next(&mut self, text: &mut String) -> Result<Option<(u32, u32)>, WorkbookError> {
        let shared = Rc::clone(&self.shared);
        loop {
            text.clear();
            if let Some((style, number)) = self.several.next() {
                self.number(style, number, text);
                self.column += 1;
                if !text.is_empty() {
                    return Ok(Some((self.row, self.column - 1)));
                }
                continue;
            }
            let Some(record) = self.records.next(&shared.stream) else { return Ok(None) };
            match record.kind {
                BOF => self.depth += 1,
                EOF if self.depth == 0 => return Ok(None),
                EOF => self.depth -= 1,
                _ if self.depth > 0 => {}
                MERGED => self.merge(&record),
                _ => {
                    if let Some(place) = self.cell(&record, text) {
                        return Ok(Some(place));
                    }
                }
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

fn yes_or_no(value: u8) -> &'static str {
    if value == 0 { "false" } else { "true" }
}

/// A number in 30 bits (2.5.217): a whole one, or the upper half of a double; in hundredths if need be.
fn rk(bits: u32) -> f64 {
    let number = match bits & 2 != 0 {
        true => f64::from(bits as i32 >> 2),
        false => f64::from_bits(u64::from(bits & !3) << 32),
    };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

#[cfg(test)]
mod tests {
    use super::rk;

    #[test]
    fn numbers_in_30_bits() {
        // The examples of [MS-XLS] 2.5.122 and of OpenOffice's documentation of the format, 2.5.5.
        for (bits, expect) in
            [(0x3FF0_0000, 1.0), (0x3FF0_0001, 0.01), (0x004B_5646, 1_234_321.0), (0x004B_5647, 12_343.21)]
        {
            assert_eq!(rk(bits), expect);
        }
        assert_eq!(rk((-5i32 as u32) << 2 | 2), -5.0);
    }
}
