//! What may leave, in words and pictures: the summary, the report and the charts that are shared.
//!
//! Everything here is made from [`Released`](ringfence::release::Released), so nothing here can tell more than it holds; every
//! sentence comes from `ringfence-wording`, every picture from `ringfence-charts`.

mod charts;
mod html;
mod markup;
mod sections;
mod summary;
mod words;

pub use charts::{Chart, chart_svg};
pub use html::html;
pub use summary::{csv, json, segment_name, summary};
