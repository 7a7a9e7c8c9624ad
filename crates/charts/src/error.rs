//! What can be wrong with a chart's input.

/// Why a chart could not be drawn.
///
/// It displays as its [`code`](ChartError::code) and bare numbers: the sentence a person reads is the
/// caller's to word.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChartError {
    /// Nothing in the data can be drawn: it is empty, or no value is finite.
    NoData,
    /// Two parts of the data that must be equally long are not.
    LengthMismatch {
        /// Which part is wrong, by its field's name.
        part: &'static str,
        /// The length it should have.
        expected: usize,
        /// The length it has.
        found: usize,
    },
    /// A histogram's edges must be finite and rise.
    EdgesNotRising,
    /// The drawing is smaller than anything legible, larger than any canvas, or its ratio is not a
    /// number between 0.25 and 8.
    BadSize {
        /// Width in device pixels.
        width: u32,
        /// Height in device pixels.
        height: u32,
    },
    /// The backend failed; the text is the backend's own, for a developer.
    Backend(String),
}

impl ChartError {
    /// A stable kebab-case name: the key of the sentence in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            ChartError::NoData => "chart-no-data",
            ChartError::LengthMismatch { .. } => "chart-length-mismatch",
            ChartError::EdgesNotRising => "chart-edges-not-rising",
            ChartError::BadSize { .. } => "chart-bad-size",
            ChartError::Backend(_) => "chart-backend",
        }
    }
}

impl std::fmt::Display for ChartError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())?;
        match self {
            ChartError::LengthMismatch { part, expected, found } => {
                write!(f, " ({part}: {found}, not {expected})")
            }
            ChartError::BadSize { width, height } => write!(f, " ({width} x {height})"),
            ChartError::Backend(text) => write!(f, " ({text})"),
            ChartError::NoData | ChartError::EdgesNotRising => Ok(()),
        }
    }
}

impl std::error::Error for ChartError {}

/// Fails unless `found` is `expected`.
pub(crate) fn same_length(part: &'static str, expected: usize, found: usize) -> Result<(), ChartError> {
    if expected == found { Ok(()) } else { Err(ChartError::LengthMismatch { part, expected, found }) }
}
