//! What can be wrong with a workbook: keys and parameters, as the engine has them, never a cell's value.

use serde::{Deserialize, Serialize};

/// Why a workbook cannot be read. It serialises as `{"key": "workbook-damaged", "params": {…}}`; the crate `wording` has the sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "key", content = "params", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum WorkbookError {
    /// Cut short, or not what its own table of contents says.
    WorkbookDamaged,
    /// Locked by a password.
    WorkbookProtected,
    /// A binary workbook from before Excel 97.
    WorkbookTooOld,
    /// An archive or compound file that is no workbook: a document, a picture book.
    WorkbookKindUnknown,
    /// A binary workbook of Excel (`.xlsb`).
    WorkbookBinary,
    /// A workbook of Apple's Numbers.
    WorkbookOfNumbers,
    /// A zip archive with tables in it.
    ZipOfTables,
    /// No sheet holds anything.
    WorkbookEmpty,
    /// Larger than [`crate::limits::FILE_BYTES`].
    WorkbookTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// A part unpacks further than [`crate::limits`] allow, or further than the archive says.
    WorkbookUnpacksTooFar {
        /// The limit, in times its own size.
        limit: u64,
    },
    /// More cells than [`crate::limits::CELLS`], or so far apart that they would become more than [`crate::limits::AREA`].
    WorkbookTooManyCells {
        /// The limit.
        limit: u64,
    },
    /// More text than [`crate::limits::STRING_BYTES`], more styles than [`crate::limits::STYLES`], more sheets than
    /// [`crate::limits::SHEETS`] or more files than [`crate::limits::ENTRIES`].
    WorkbookTooManyParts,
    /// There is no sheet of that name or number.
    UnknownSheet {
        /// The name asked for.
        sheet: String,
    },
}

impl WorkbookError {
    /// The stable kebab-case name of this kind of error, e.g. `workbook-damaged`.
    pub fn code(&self) -> &'static str {
        match self {
            WorkbookError::WorkbookDamaged => "workbook-damaged",
            WorkbookError::WorkbookProtected => "workbook-protected",
            WorkbookError::WorkbookTooOld => "workbook-too-old",
            WorkbookError::WorkbookKindUnknown => "workbook-kind-unknown",
            WorkbookError::WorkbookBinary => "workbook-binary",
            WorkbookError::WorkbookOfNumbers => "workbook-of-numbers",
            WorkbookError::ZipOfTables => "zip-of-tables",
            WorkbookError::WorkbookEmpty => "workbook-empty",
            WorkbookError::WorkbookTooLarge { .. } => "workbook-too-large",
            WorkbookError::WorkbookUnpacksTooFar { .. } => "workbook-unpacks-too-far",
            WorkbookError::WorkbookTooManyCells { .. } => "workbook-too-many-cells",
            WorkbookError::WorkbookTooManyParts => "workbook-too-many-parts",
            WorkbookError::UnknownSheet { .. } => "unknown-sheet",
        }
    }
}

impl std::fmt::Display for WorkbookError {
    /// The code alone: sentences are `wording`'s affair.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.code())
    }
}

impl std::error::Error for WorkbookError {}
