//! The parts of the report, in the order they are read.

use ringfence::release::{Released, ReleasedSegment};
use ringfence::segments::Method;
use ringfence_charts::Theme;
use ringfence_wording::{has, say as word_statement, share};

use crate::charts::{Chart, caption, chart_svg};
use crate::markup::{element, list, say, table, text};
use crate::words::Words;

/// Widths at which charts are drawn, CSS pixels: for wide windows and paper, and for a telephone.
const WIDTHS: [(&str, u32); 2] = [("wide", 880), ("narrow", 328)];

/// What was looked at, and what to be careful about.
pub(crate) fn looked_at(released: &Released, words: Words) -> String {
    let mut lines = say(
        "p",
        "",
        &words.with("report-base-customers", [("customers", (released.customers() as f64).into())]),
    );
    if let Some([first, last]) = released.period() {
        let params = [("first", first.as_str().into()), ("last", last.as_str().into())];
        lines += &say("p", "", &words.with("report-base-period", params));
    }
    let features: Vec<&str> = released.features().iter().map(|column| column.name.as_str()).collect();
    lines += &say("p", "", &words.with("report-base-features", [("features", features.into())]));
    for caution in released.cautions() {
        lines += &say("p", "caution", &word_statement(words.0, caution));
    }
    section(words, "report-looked-at", &lines)
}

/// A card a segment.
pub(crate) fn cards(released: &Released, words: Words) -> String {
    let colored = released.segments().len() <= Theme::light().segments.len();
    let cards = released.segments().iter().map(|segment| card(segment, words, colored));
    section(words, "report-segments", &element("div", "cards", &format!("\n{}", cards.collect::<String>())))
}

fn card(segment: &ReleasedSegment, words: Words, colored: bool) -> String {
    let mut lines = say("h3", "", &words.segment(segment));
    let meaning = format!("{}-meaning", segment.suggested.key);
    if segment.given.is_none() && has(words.0, &meaning) {
        lines += &say("p", "", &words.plain(&meaning));
    }
    let size = [("count", (segment.size as f64).into()), ("share", segment.share.into())];
    lines += &bar(segment.share, &words.with("report-about-customers", size));
    if let Some(revenue) = segment.revenue_share {
        lines += &bar(revenue, &words.with("segment-revenue-share", [("share", revenue.into())]));
    }
    if let Some(stability) = &segment.stability {
        let word = words.plain(&stability.key.replace("stability-", "stability-word-"));
        lines +=
            &element("p", "firm", &(say("strong", "", &word) + &text(&word_statement(words.0, stability))));
    }
    lines += &list("traits", segment.traits.iter().map(|of| word_statement(words.0, of)));
    lines += &list("held", segment.held_back.iter().map(|held| word_statement(words.0, held)));
    let class = if colored { format!("card s{}", segment.number) } else { "card".to_owned() };
    element("article", &class, &format!("\n{lines}"))
}

/// A share as a line of that length under its sentence.
fn bar(share: f64, sentence: &str) -> String {
    let line = format!(
        "<span class=\"bar\"><span style=\"width:{:.1}%\"></span></span>",
        share.clamp(0.0, 1.0) * 100.0
    );
    element("p", "share", &(text(sentence) + &line))
}

/// The map and the profiles, as pictures.
pub(crate) fn charts(released: &Released, words: Words) -> String {
    let figures: String = [Chart::Map, Chart::Profiles].map(|chart| figure(released, words, chart)).concat();
    section(words, "report-charts", &figures)
}

/// A chart for every theme and width, of which the style shows one; nothing where all of it was held back.
fn figure(released: &Released, words: Words, chart: Chart) -> String {
    let mut drawings = String::new();
    for (width_class, width) in WIDTHS {
        for (theme_class, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
            let Some(drawing) = chart_svg(released, words.0, chart, width, &theme) else {
                return String::new();
            };
            drawings += &element("div", &format!("chart {width_class} {theme_class}"), &drawing);
        }
    }
    let (title, subtitle) = caption(released, words, chart);
    let caption = element("figcaption", "", &(say("strong", "", &title) + &text(&subtitle)));
    element("figure", "", &format!("\n{caption}{drawings}"))
}

/// The profiles as a table.
pub(crate) fn profiles(released: &Released, words: Words) -> String {
    let revenue = released.segments().iter().any(|segment| segment.revenue_share.is_some());
    let mut heads: Vec<String> = ["report-column-segment", "report-column-customers", "report-column-share"]
        .map(|key| words.plain(key))
        .to_vec();
    heads.extend(revenue.then(|| words.plain("report-column-revenue")));
    heads.extend(released.features().iter().map(|column| words.feature(&column.name)));
    let mut rows: Vec<Vec<String>> =
        released.segments().iter().map(|segment| row(segment, words, revenue)).collect();
    let everyone =
        released.features().iter().map(|column| words.value(&column.name, column.share, column.median));
    let mut all =
        vec![words.plain("chart-everyone"), count(words, released.customers()), share(words.0, 1.0)];
    all.extend(revenue.then(|| share(words.0, 1.0)));
    rows.push(all.into_iter().chain(everyone).collect());
    section(words, "report-profiles", &table(&words.plain("report-cells"), &heads, &rows))
}

fn row(segment: &ReleasedSegment, words: Words, revenue: bool) -> Vec<String> {
    let mut cells = vec![words.segment(segment), count(words, segment.size), share(words.0, segment.share)];
    let own = segment.revenue_share.map_or_else(|| words.plain("held-back-mark"), |own| share(words.0, own));
    cells.extend(revenue.then_some(own));
    cells.extend(segment.features.iter().map(|of| words.value(&of.name, of.share, of.median)));
    cells
}

fn count(words: Words, count: u64) -> String {
    ringfence_wording::count(words.0, count as f64)
}

/// Why this many segments, and how sure that is: in words.
pub(crate) fn how_many(released: &Released, words: Words) -> String {
    let mut lines: String =
        released.reasons().iter().map(|reason| say("p", "", &word_statement(words.0, reason))).collect();
    if released.method() != Method::Kmeans {
        lines +=
            &say("p", "", &words.with("report-other-method", [("method", released.method().name().into())]));
    }
    section(words, "report-how-many", &lines)
}

/// Does it matter for the business? What segments would have told of the last quarter; nothing where it was not asked for.
pub(crate) fn foresight(released: &Released, words: Words) -> String {
    let Some(told) = released.foresight() else { return String::new() };
    let [from, to] = &told.days;
    let about = [("k", f64::from(told.k).into()), ("from", from.as_str().into()), ("to", to.as_str().into())];
    let outcomes = [("spending", told.spending), ("orders", told.orders), ("returning", told.returning)];
    let bars = outcomes.map(|(outcome, of)| {
        let groups = [("segments", of.segments), ("quintiles", of.quintiles), ("nothing", 0.0)];
        let lines = groups.map(|(group, told)| {
            let name = words.plain(&format!("foresight-by-{group}"));
            bar(told, &format!("{name}: {}", share(words.0, told)))
        });
        element(
            "div",
            "",
            &(say("h3", "", &words.plain(&format!("foresight-outcome-{outcome}"))) + &lines.concat()),
        )
    });
    let lines = [
        say("p", "", &word_statement(words.0, &told.verdict)),
        say("p", "", &words.with("report-foresight-about", about)),
        element("div", "cards", &bars.concat()),
        say("p", "caption", &words.plain("foresight-help")),
    ];
    section(words, "foresight-title", &lines.concat())
}

/// The rules, and what was held back.
pub(crate) fn rules(released: &Released, words: Words) -> String {
    let rules = list("", released.rules().iter().map(|rule| word_statement(words.0, rule)));
    let general = released.held_back().iter().map(|held| word_statement(words.0, held));
    let of_segments = released.segments().iter().flat_map(|segment| {
        let name = words.segment(segment);
        segment.held_back.iter().map(move |held| format!("{name}: {}", word_statement(words.0, held)))
    });
    let held = match list("", general.chain(of_segments)) {
        none if none.is_empty() => say("p", "", &words.plain("held-back-nothing")),
        some => some,
    };
    section(words, "report-rules", &rules) + &section(words, "report-held-back", &held)
}

/// How the segments were made.
pub(crate) fn method(released: &Released, words: Words) -> String {
    let mut lines = say("p", "", &words.plain(how(released.method())));
    if released.period().is_some() {
        lines += &say("p", "", &words.plain("report-method-definition"));
    }
    let transforms = released.features().iter().map(|column| {
        words.with(
            "report-method-transform",
            [("feature", column.name.as_str().into()), ("transform", column.transform.key().into())],
        )
    });
    lines += &say("p", "", &words.plain("report-method-transforms"));
    lines += &list("", transforms);
    for key in ["report-method-effect", "report-method-rounding"] {
        lines += &say("p", "", &words.plain(key));
    }
    section(words, "report-method", &lines)
}

fn section(words: Words, heading: &str, html: &str) -> String {
    element("section", "", &format!("\n{}{html}", say("h2", "", &words.plain(heading))))
}

/// The sentence on a method.
fn how(method: Method) -> &'static str {
    match method {
        Method::Kmeans => "report-method-kmeans",
        Method::MixtureDiagonal | Method::MixtureFull => "report-method-mixture",
        Method::Ward => "report-method-ward",
    }
}
