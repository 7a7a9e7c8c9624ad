//! The charts that may leave, drawn from what was released.

use ringfence::release::{Released, ReleasedSegment};
use ringfence_charts::{Ellipse, Ellipses, Heatmap, NumberFormat, Segment, Theme, ellipses, heatmap, svg};
use ringfence_wording::Language;

use crate::markup::text;
use crate::words::Words;

/// What a difference of ranks is multiplied by for a colour that is full at 2, as for standard deviations.
const FULL_COLOUR: f64 = 2.0;

/// The charts there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// The segments on the two directions in which customers differ most: an ellipse each.
    Map,
    /// Segments × features: how far each is from everyone else, with its median.
    Profiles,
}

/// A chart as a file of SVG, `width` CSS pixels wide (up to 4,096). `None` where everything in it was held back, or the width
/// is too small for any drawing.
///
/// It carries its finding as its title and what it shows as its description.
pub fn chart_svg(
    released: &Released,
    language: Language,
    chart: Chart,
    width: u32,
    theme: &Theme,
) -> Option<String> {
    let words = Words(language);
    let drawn = match chart {
        Chart::Map => map(released, words, width, theme),
        Chart::Profiles => profiles(released, words, width, theme),
    }?;
    let (head, body) = drawn.split_once('>')?;
    let (title, subtitle) = caption(released, words, chart);
    Some(format!(
        "{head} role=\"img\" aria-label=\"{0}\">\n<title>{0}</title>\n<desc>{1}</desc>{body}",
        text(&title),
        text(&subtitle)
    ))
}

/// What a chart found, and what it shows.
pub(crate) fn caption(released: &Released, words: Words, chart: Chart) -> (String, String) {
    match chart {
        Chart::Map => {
            let share = released.explained().map_or(f64::NAN, |[first, second]| first + second);
            let title = words.with("chart-map-title", [("k", (released.segments().len() as f64).into())]);
            let subtitle = words.with("chart-map-subtitle", [("share", share.into())]);
            (title, format!("{subtitle} {}", words.plain("report-map-note")))
        }
        Chart::Profiles => (profiles_title(released, words), words.plain("report-profile-subtitle")),
    }
}

/// The feature in which a segment is furthest from everyone.
fn profiles_title(released: &Released, words: Words) -> String {
    let effects = released.segments().iter().flat_map(|segment| {
        segment
            .features
            .iter()
            .filter_map(move |feature| feature.effect.map(|effect| (segment, feature, effect)))
    });
    let furthest = effects.reduce(|most, next| if next.2.abs() > most.2.abs() { next } else { most });
    furthest.map_or_else(
        || words.plain("report-profiles"),
        |(segment, feature, effect)| {
            let direction = if effect < 0.0 { "low" } else { "high" };
            words.with(
                "chart-profile-title",
                [
                    ("segment", words.segment(segment).into()),
                    ("feature", feature.name.as_str().into()),
                    ("direction", direction.into()),
                ],
            )
        },
    )
}

fn map(released: &Released, words: Words, width: u32, theme: &Theme) -> Option<String> {
    let [first, second] = released.explained()?;
    let none = Ellipse { x: f64::NAN, y: f64::NAN, major: f64::NAN, minor: f64::NAN, angle: f64::NAN };
    let place = |segment: &ReleasedSegment| {
        segment.ellipse.map_or(none, |of| Ellipse {
            x: of.x,
            y: of.y,
            major: of.major,
            minor: of.minor,
            angle: of.angle,
        })
    };
    let data = Ellipses {
        segments: segments(released, words),
        ellipses: released.segments().iter().map(place).collect(),
        x_label: words.with("chart-map-x", [("share", first.into())]),
        y_label: words.with("chart-map-y", [("share", second.into())]),
        format: format(words),
    };
    let height = (width * 3 / 5).max(320);
    svg(width, height, |on| ellipses(on, &data, theme)).ok().map(|(drawn, _)| drawn)
}

fn profiles(released: &Released, words: Words, width: u32, theme: &Theme) -> Option<String> {
    let cells = || released.segments().iter().flat_map(|segment| &segment.features);
    let data = Heatmap {
        segments: segments(released, words),
        columns: released.features().iter().map(|column| words.feature(&column.name)).collect(),
        z: cells().map(|of| of.effect.map(|effect| effect * FULL_COLOUR)).collect(),
        texts: cells().map(|of| words.value(&of.name, of.share, of.median)).collect(),
    };
    let height = 140 + 36 * data.segments.len() as u32;
    svg(width, height, |on| heatmap(on, &data, theme)).ok().map(|(drawn, _)| drawn)
}

fn segments(released: &Released, words: Words) -> Vec<Segment> {
    let segment = |segment: &ReleasedSegment| Segment {
        name: words.segment(segment),
        size: u32::try_from(segment.size).unwrap_or(u32::MAX),
    };
    released.segments().iter().map(segment).collect()
}

fn format(words: Words) -> NumberFormat {
    NumberFormat {
        decimal: words.0.decimal_mark().to_string(),
        group: words.0.group_mark().to_string(),
        powers: Vec::new(),
    }
}
