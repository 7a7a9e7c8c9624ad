//! What a chart says about itself besides its picture.

use serde::Serialize;

/// One thing a person can point at: a point, a bar, a cell.
///
/// The page finds the mark under the pointer by its box, walks the marks with the arrow keys in the
/// order given, and writes them out as a table: a row a mark, `label` first, then `values`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Mark {
    /// Centre, CSS pixels from the left edge of the drawing.
    pub x: f64,
    /// Centre, CSS pixels from the top edge.
    pub y: f64,
    /// Half the width of the box that counts as a hit, CSS pixels.
    pub half_width: f64,
    /// Half the height of that box, CSS pixels.
    pub half_height: f64,
    /// What it is: a segment's name, a bin's bounds, a number of segments.
    pub label: String,
    /// What it shows, formatted: the cells of the table twin, the same number for every mark of a chart.
    pub values: Vec<String>,
    /// Which series it belongs to: the segment, the curve, the row of a heat map.
    pub series: u32,
    /// Which datum of the series' input it shows: the point, the bin, the column.
    pub index: u32,
}
