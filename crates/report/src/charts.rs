//! The charts that may leave, drawn from what was released.

use ringfence::release::{Released, ReleasedSegment};
use ringfence::validity::{self, Evidence};
use ringfence_charts::{
    Curve, Curves, Ellipse, Ellipses, Heatmap, NumberFormat, Segment, Theme, curves, ellipses, heatmap, svg,
};
use ringfence_wording::Language;

use crate::markup::text;
use crate::words::Words;

/// The charts there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// The segments on the two directions in which customers differ most: an ellipse each.
    Map,
    /// Segments × features: how far each is from everyone, with its median or mean.
    Profiles,
    /// What the advice rests on, for every number of segments: how far the nearest two are apart, and prediction strength.
    Advice,
    /// Inertia and silhouette for every number of segments.
    NumberOfSegments,
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
        Chart::Advice => over_numbers(released, words, advised_by(released, words), (width, theme)),
        Chart::NumberOfSegments => over_numbers(released, words, usual(released, words), (width, theme)),
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
        Chart::Profiles => {
            let subtitle = words.plain("chart-profile-subtitle");
            let medians = released
                .segments()
                .iter()
                .flat_map(|segment| &segment.features)
                .all(|of| of.median.is_some());
            let units = if medians { String::new() } else { format!(" {}", words.plain("report-cells")) };
            (profiles_title(released, words), subtitle + &units)
        }
        Chart::Advice => {
            let title = match released.advised_k() {
                Some(k) => words.with("chart-number-title", [("k", f64::from(k).into())]),
                None => words.plain("chart-number-title-none"),
            };
            (title, words.plain("page-rests-on-explanation"))
        }
        Chart::NumberOfSegments => {
            let title = match elbow(released) {
                Some(k) => words.with("chart-elbow-title", [("k", f64::from(k).into())]),
                None => words.plain("chart-elbow-title-none"),
            };
            (
                title,
                format!(
                    "{}. {}.",
                    words.plain("chart-elbow-subtitle"),
                    words.plain("chart-silhouette-subtitle")
                ),
            )
        }
    }
}

/// The elbow of the released inertia curve, as far as its numbers of segments follow each other.
pub(crate) fn elbow(released: &Released) -> Option<u32> {
    let curve: Vec<(u32, f64)> = released.evidence().iter().map(|one| (one.k, one.inertia)).collect();
    let following = curve.windows(2).take_while(|pair| pair[1].0 == pair[0].0 + 1).count() + 1;
    validity::elbow(&curve[..following.min(curve.len())])
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
        z: cells().map(|feature| feature.effect).collect(),
        texts: cells().map(|feature| words.value(feature)).collect(),
    };
    let height = 140 + 36 * data.segments.len() as u32;
    svg(width, height, |on| heatmap(on, &data, theme)).ok().map(|(drawn, _)| drawn)
}

/// What the advice rests on, each against what is asked of it.
fn advised_by(released: &Released, words: Words) -> Vec<Curve> {
    let held_against = |threshold: f64, key, curve: Curve| Curve {
        threshold: Some(threshold),
        threshold_label: words.with(key, [("value", threshold.into())]),
        ..curve
    };
    vec![
        held_against(
            validity::TWO_CROWDS,
            "chart-ashman-threshold",
            curve(released, words.plain("measure-ashman-d"), |one| one.ashman_d),
        ),
        held_against(
            validity::STRONG,
            "chart-strength-threshold",
            curve(released, words.plain("measure-prediction-strength"), |one| one.prediction_strength),
        ),
    ]
}

/// What is drawn in every textbook.
fn usual(released: &Released, words: Words) -> Vec<Curve> {
    vec![
        curve(released, words.plain("chart-elbow-y"), |one| Some(one.inertia)),
        curve(released, words.plain("chart-silhouette-y"), |one| Some(one.silhouette)),
    ]
}

fn curve(released: &Released, label: String, value: fn(&Evidence) -> Option<f64>) -> Curve {
    Curve {
        label,
        ks: released.evidence().iter().map(|one| one.k).collect(),
        values: released.evidence().iter().map(|one| value(one).filter(|value| value.is_finite())).collect(),
        from_zero: true,
        ..Curve::default()
    }
}

/// Measures over the number of segments; those that were never measured are left out.
fn over_numbers(
    released: &Released,
    words: Words,
    mut measured: Vec<Curve>,
    (width, theme): (u32, &Theme),
) -> Option<String> {
    measured.retain(|curve| curve.values.iter().any(Option::is_some));
    let label =
        |k: Option<u32>, key| k.map(|k| words.with(key, [("k", f64::from(k).into())])).unwrap_or_default();
    let height = if width < 560 { 240 * measured.len() as u32 } else { 260 };
    let data = Curves {
        curves: measured,
        x_label: words.plain("chart-elbow-x"),
        advised: released.advised_k(),
        advised_label: label(released.advised_k(), "chart-advised"),
        chosen: Some(released.k()),
        chosen_label: label(Some(released.k()), "chart-chosen"),
        format: format(words),
    };
    svg(width, height, |on| curves(on, &data, theme)).ok().map(|(drawn, _)| drawn)
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
