//! Ringfence's charts, drawn by plotters: on a canvas in the page, as SVG everywhere else.
//!
//! This crate knows no engine type. A chart is one function in one file; it takes plain numbers and
//! strings, draws them on any [`DrawingBackend`](plotters_backend::DrawingBackend) wrapped in
//! [`Measured`], and returns its [`Mark`]s, from which the caller makes hover, arrow-key read-out and
//! a text table. Every length is a CSS pixel; the ratio of device pixels is [`Measured`]'s business.
//!
//! ```
//! use ringfence_charts::{Histogram, Theme, histogram, svg};
//!
//! let data = Histogram { edges: vec![0.0, 1.0, 2.0], counts: vec![3.0, 1.0], ..Histogram::default() };
//! let (text, marks) = svg(320, 200, |on| histogram(on, &data, &Theme::light()))?;
//! assert!(text.starts_with("<svg "));
//! assert_eq!(marks[0].values, ["3"]);
//! # Ok::<(), ringfence_charts::ChartError>(())
//! ```
//!
//! Not a sentence is written here: every word a person reads comes in with the data.

mod axes;
mod bars;
#[cfg(all(target_arch = "wasm32", feature = "canvas"))]
pub mod canvas;
mod color;
mod correlogram;
mod curves;
mod dendrogram;
mod ellipses;
mod error;
mod grid;
mod heatmap;
mod histogram;
mod labels;
mod mark;
mod markers;
mod measured;
mod number;
mod scatter;
mod segments;
mod sheet;
mod svg;
mod text;
mod theme;

pub use bars::{Bars, bars};
pub use color::Rgb;
pub use correlogram::{Correlogram, correlogram};
pub use curves::{Curve, Curves, curves};
pub use dendrogram::{Dendrogram, Union, dendrogram};
pub use ellipses::{Ellipse, Ellipses, ellipses};
pub use error::ChartError;
pub use heatmap::{Heatmap, heatmap};
pub use histogram::{Histogram, histogram};
pub use mark::Mark;
pub use markers::Marker;
pub use measured::Measured;
pub use number::NumberFormat;
pub use scatter::{Points, Scatter, scatter};
pub use segments::Segment;
pub use svg::svg;
pub use theme::Theme;
