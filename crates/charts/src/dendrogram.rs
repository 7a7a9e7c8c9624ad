//! The top of a hierarchy: which groups become one, and how different they are.

use plotters_backend::DrawingBackend;
use serde::{Deserialize, Serialize};

use crate::axes::{Axis, Plot, Span, drawable};
use crate::color::Rgb;
use crate::error::{ChartError, same_length};
use crate::mark::Mark;
use crate::measured::Measured;
use crate::number::NumberFormat;
use crate::segments::{Look, Segment, looks};
use crate::sheet::{Anchor, Area, Point, Sheet};
use crate::text;
use crate::theme::Theme;

/// Two nodes that become one. Leaves are the nodes from 0; the first union is the node after the last leaf, and so on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Union {
    /// One node.
    pub left: u32,
    /// The other.
    pub right: u32,
    /// How different they are.
    pub height: f64,
}

/// The data of a [`dendrogram`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Dendrogram {
    /// The segments.
    pub segments: Vec<Segment>,
    /// The segment of each leaf.
    pub leaves: Vec<u32>,
    /// The unions, each after those it is made of: one fewer than there are leaves.
    pub unions: Vec<Union>,
    /// What is said of each union, in the same order.
    pub texts: Vec<String>,
    /// The height at which the tree is cut into the segments.
    pub cut: Option<f64>,
    /// What to write at the cut.
    pub cut_label: String,
    /// The name of the horizontal axis.
    pub x_label: String,
    /// The name of the vertical axis.
    pub y_label: String,
    /// How its numbers are written.
    pub format: NumberFormat,
}

/// Where a node stands.
#[derive(Debug, Clone)]
struct Node {
    /// Its leaves, from left to right.
    leaves: Vec<usize>,
    /// Middle, in leaves from the left.
    x: f64,
    height: f64,
    /// Its segment, unless it holds several.
    segment: Option<u32>,
}

/// Draws a tree from the top of its hierarchy down to its leaves, branches in the colour of their segment, and a line where it is cut.
///
/// One mark a union, highest first: the label is its text, the value its height, `index` the union.
///
/// # Errors
///
/// [`ChartError::NoData`] with fewer than two leaves or where no height can be drawn, [`ChartError::LengthMismatch`] where the parts do not
/// make a tree, [`ChartError::BadSize`], [`ChartError::Backend`].
pub fn dendrogram<B: DrawingBackend>(
    on: Measured<B>,
    data: &Dendrogram,
    theme: &Theme,
) -> Result<Vec<Mark>, ChartError> {
    let count = data.leaves.len();
    if count < 2 {
        return Err(ChartError::NoData);
    }
    same_length("unions", count - 1, data.unions.len())?;
    same_length("texts", count - 1, data.texts.len())?;
    let nodes = nodes(data)?;
    let heights = data.unions.iter().map(|union| union.height).filter(|&height| drawable(height));
    let most = heights.fold(0.0, f64::max);
    let y = Span::of([0.0, most * 1.04]).filter(|_| most > 0.0).ok_or(ChartError::NoData)?;
    let sheet = Sheet::new(on)?;
    sheet.fill(theme.paper)?;
    let bounds = Area { left: 4.0, top: 4.0, right: sheet.width - 4.0, bottom: sheet.height - 4.0 };
    let names = vec![String::new(); count];
    let axes = (
        &Axis {
            span: Span { low: 0.0, high: count as f64 },
            label: &data.x_label,
            whole: true,
            names: &names,
        },
        &Axis { span: y, label: &data.y_label, whole: false, names: &[] },
    );
    let plot = Plot::draw(&sheet, bounds, 0.0, axes, &data.format, theme)?;
    let looks = looks(&data.segments, theme);
    let place = |node: &Node| {
        (plot.x(node.x), plot.y(if drawable(node.height) { node.height.max(0.0) } else { 0.0 }))
    };
    let color = |node: &Node| {
        let look = node.segment.and_then(|segment| looks.get(segment as usize));
        look.map_or(theme.muted, |look| look.color)
    };

    let mut marks = Vec::with_capacity(count - 1);
    for (at, union) in data.unions.iter().enumerate().rev() {
        let node = &nodes[count + at];
        let [left, right] = [&nodes[union.left as usize], &nodes[union.right as usize]];
        bracket(&sheet, place(node).1, [place(left), place(right)], [color(left), color(right)])?;
        let (from, to) = (place(left).0, place(right).0);
        marks.push(Mark {
            x: (from + to) / 2.0,
            y: place(node).1,
            half_width: (to - from).abs() / 2.0,
            half_height: 4.0,
            label: data.texts[at].clone(),
            values: vec![data.format.significant(union.height, 3)],
            series: 0,
            index: at as u32,
        });
    }
    segment_names(&sheet, &plot, &nodes[nodes.len() - 1].leaves, data, &looks, theme)?;
    if let Some(cut) = data.cut.filter(|&cut| drawable(cut) && (y.low..=y.high).contains(&cut)) {
        let at = plot.y(cut);
        sheet.horizontal(at, plot.area.left, plot.area.right, theme.ink)?;
        let label = text::elide(&data.cut_label, text::SIZE, plot.area.width());
        let above = (at - text::LINE / 2.0 - 2.0).max(bounds.top + text::LINE / 2.0);
        // Branches run behind it.
        let behind = Area {
            left: plot.area.right - text::width(&label, text::SIZE, false),
            right: plot.area.right,
            top: above - text::LINE / 2.0,
            bottom: above + text::LINE / 2.0,
        };
        sheet.rectangle(behind, theme.paper, 0.85)?;
        sheet.text(&label, (plot.area.right, above), Anchor::End, theme.ink)?;
    }
    sheet.present()?;
    Ok(marks)
}

/// Every node with its place, leaves first; an error where the unions are no tree.
fn nodes(data: &Dendrogram) -> Result<Vec<Node>, ChartError> {
    let count = data.leaves.len();
    let leaf = |(at, &segment): (usize, &u32)| Node {
        leaves: vec![at],
        x: 0.0,
        height: 0.0,
        segment: Some(segment),
    };
    let mut nodes: Vec<Node> = data.leaves.iter().enumerate().map(leaf).collect();
    let mut within = vec![false; 2 * count];
    for (at, union) in data.unions.iter().enumerate() {
        let [left, right] = [union.left as usize, union.right as usize];
        let fresh = left != right && left.max(right) < count + at && !within[left] && !within[right];
        same_length("nodes", 1, usize::from(fresh))?;
        (within[left], within[right]) = (true, true);
        let (left, right) = (&nodes[left], &nodes[right]);
        nodes.push(Node {
            leaves: [&left.leaves[..], &right.leaves].concat(),
            x: 0.0,
            height: union.height,
            segment: left.segment.filter(|_| left.segment == right.segment),
        });
    }
    let order = nodes[nodes.len() - 1].leaves.clone();
    for (place, leaf) in order.into_iter().enumerate() {
        nodes[leaf].x = place as f64 + 0.5;
    }
    for (at, union) in data.unions.iter().enumerate() {
        nodes[count + at].x = (nodes[union.left as usize].x + nodes[union.right as usize].x) / 2.0;
    }
    Ok(nodes)
}

/// A union: from each part up to its height, each half in the part's colour.
fn bracket<B: DrawingBackend>(
    sheet: &Sheet<B>,
    top: f64,
    parts: [Point; 2],
    colors: [Rgb; 2],
) -> Result<(), ChartError> {
    let middle = (parts[0].0 + parts[1].0) / 2.0;
    for ((x, y), color) in parts.into_iter().zip(colors) {
        sheet.path(&[(x, y), (x, top), (middle, top)], color, 1.5)?;
    }
    Ok(())
}

/// Under each run of leaves of one segment its marker, and its name where there is room.
fn segment_names<B: DrawingBackend>(
    sheet: &Sheet<B>,
    plot: &Plot,
    order: &[usize],
    data: &Dendrogram,
    looks: &[Look],
    theme: &Theme,
) -> Result<(), ChartError> {
    let mut from = 0;
    for run in order.chunk_by(|&a, &b| data.leaves[a] == data.leaves[b]) {
        let to = from + run.len();
        let (left, right) = (plot.x(from as f64), plot.x(to as f64));
        let segment = data.leaves[run[0]] as usize;
        if let (Some(look), Some(segment)) = (looks.get(segment), data.segments.get(segment)) {
            let line = Area {
                left: left + 1.0,
                right: right - 1.0,
                top: plot.area.bottom + 1.0,
                bottom: plot.area.bottom + 4.0,
            };
            sheet.rectangle(line, look.color, 1.0)?;
            let name = text::elide(&segment.name, text::SIZE, right - left - 4.0);
            let middle = ((left + right) / 2.0, plot.area.bottom + 6.0 + text::LINE / 2.0);
            sheet.text(&name, middle, Anchor::Middle, theme.muted)?;
        }
        from = to;
    }
    Ok(())
}
