//! The files we read and write: recipe, model, summary, and the lists for internal use.
//!
//! JSON in camelCase. Recipe and model carry a version; what is newer than this program, unknown or misspelt is refused.

mod lists;
mod model;
mod recipe;
mod summary;

pub use lists::{assignments_csv, audience_csv, formula_safe};
pub use model::{Model, ModelSegment};
pub use recipe::Recipe;
pub use summary::{Summary, SummarySegment, summary_csv, summary_json};

/// A document as indented JSON with a newline at the end.
fn pretty(document: &impl serde::Serialize) -> String {
    // Documents are plain data with string keys, which always serialise.
    serde_json::to_string_pretty(document).map(|json| json + "\n").unwrap_or_default()
}
