//! The files we read and write: recipe, model, summary, and the lists for internal use.
//!
//! JSON in camelCase. Recipe and model carry a version; what is newer than this program, unknown or misspelt is refused. Between two recipes
//! lies a first difference: the [`Stage`] from which on a job has to be done anew.

mod difference;
mod features;
mod lists;
mod model;
mod recipe;
mod summary;

pub use difference::Stage;
pub use features::features_csv;
pub use lists::{assignments_csv, audience_csv, formula_safe};
pub use model::{Model, ModelSegment};
pub use recipe::Recipe;
pub use summary::{Summary, SummarySegment, summary_csv, summary_json};

/// A document as indented JSON with a newline at the end.
fn pretty(document: &impl serde::Serialize) -> String {
    // Documents are plain data with string keys, which always serialise.
    serde_json::to_string_pretty(document).map(|json| json + "\n").unwrap_or_default()
}

/// What `fill` writes, as CSV text.
fn written(fill: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> csv::Result<()>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record is as long as the header.
    let filled = fill(&mut writer);
    debug_assert!(filled.is_ok());
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
