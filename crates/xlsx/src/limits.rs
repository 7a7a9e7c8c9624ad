//! Every stated limit, in one place. What would exceed one is refused before its memory is taken.

/// Largest workbook in bytes: it is held whole, since a zip archive is read from its end.
pub const FILE_BYTES: usize = 1 << 29;

/// Most files in the archive that a workbook is.
pub const ENTRIES: usize = 20_000;

/// Bytes that one part may unpack to whatever its own size.
pub const UNPACKED_BYTES: u64 = 1 << 28;

/// How many times its own size a part may unpack to beyond [`UNPACKED_BYTES`]. Sheets shrink to a tenth or so; what unpacks a hundred
/// times further was made to fill memory and time.
pub const UNPACKED_RATIO: u64 = 200;

/// Bytes that one part may unpack to at all. Parts are streamed, so this bounds time, not memory.
pub const UNPACKED_MOST: u64 = 1 << 31;

/// Longest tag or text between two tags, in bytes. A cell of a spreadsheet holds 32,767 characters.
pub const TOKEN_BYTES: usize = 1 << 24;

/// Bytes of text that the cells of a workbook share, all together.
pub const STRING_BYTES: usize = 1 << 29;

/// Styles of cells; every spreadsheet program stops at 65,536.
pub const STYLES: usize = 1 << 17;

/// Sheets of a workbook.
pub const SHEETS: usize = 1_000;

/// Filled cells of all sheets together.
pub const CELLS: u64 = 100_000_000;

/// Cells, empty ones included, of the rectangle that a sheet is written as.
pub const AREA: u64 = 200_000_000;

/// Rows of a sheet, by the file formats themselves.
pub const ROWS: u32 = 1 << 20;

/// Columns of a sheet, by the file formats themselves.
pub const COLUMNS: u32 = 1 << 14;

/// Merged ranges of a sheet that are remembered.
pub const MERGES: usize = 1_000_000;
