//! Every chart, byte for byte as it was when a person last looked at it and found it good.
//!
//! `UPDATE=1 cargo test -p ringfence-charts` rewrites `tests/golden/*.svg`; look at what changed.

use std::path::Path;

use ringfence_charts::{
    Points, Theme, bars, correlogram, curves, dendrogram, ellipses, heatmap, histogram, scatter, svg,
};

use crate::data;

/// Compares a drawing in both themes with the files of its name.
fn check(name: &str, draw: impl Fn(&Theme) -> String) {
    for (theme, suffix) in [(Theme::light(), "light"), (Theme::dark(), "dark")] {
        let found = draw(&theme);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}-{suffix}.svg"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &found).expect("the golden files can be written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(found == expected, "{} is not what is drawn now", path.display());
    }
}

fn scatter_svg(width: u32, height: u32, segments: usize, points: usize, theme: &Theme) -> String {
    let (x, y, segment) = data::cloud(segments, points);
    let points = Points { x: &x, y: &y, segment: &segment };
    svg(width, height, |on| scatter(on, points, &data::scatter(segments), theme)).expect("it draws").0
}

#[test]
fn scatter_wide() {
    check("scatter-900", |theme| scatter_svg(900, 520, 6, 300, theme));
}

#[test]
fn scatter_narrow() {
    check("scatter-360", |theme| scatter_svg(360, 300, 6, 200, theme));
}

#[test]
fn scatter_of_more_than_eight() {
    check("scatter-crowd", |theme| scatter_svg(700, 420, 12, 240, theme));
}

#[test]
fn curves_side_by_side() {
    let data = data::curves(Some(4), Some(5));
    check("curves-900", |theme| svg(900, 300, |on| curves(on, &data, theme)).expect("it draws").0);
}

#[test]
fn curves_stacked() {
    let data = data::curves(Some(4), Some(4));
    check("curves-360", |theme| svg(360, 440, |on| curves(on, &data, theme)).expect("it draws").0);
}

#[test]
fn dendrogram_wide() {
    let data = data::dendrogram();
    check("dendrogram-900", |theme| svg(900, 420, |on| dendrogram(on, &data, theme)).expect("it draws").0);
}

#[test]
fn dendrogram_narrow() {
    let data = data::dendrogram();
    check("dendrogram-360", |theme| svg(360, 320, |on| dendrogram(on, &data, theme)).expect("it draws").0);
}

#[test]
fn heatmap_wide() {
    let data = data::heatmap(5, 6);
    check("heatmap-900", |theme| svg(900, 300, |on| heatmap(on, &data, theme)).expect("it draws").0);
}

#[test]
fn heatmap_narrow() {
    let data = data::heatmap(6, 6);
    check("heatmap-360", |theme| svg(360, 340, |on| heatmap(on, &data, theme)).expect("it draws").0);
}

#[test]
fn histogram_with_axes() {
    let data = data::histogram(false);
    check("histogram-360", |theme| svg(360, 220, |on| histogram(on, &data, theme)).expect("it draws").0);
}

#[test]
fn histogram_on_a_card() {
    let data = data::histogram(true);
    check("histogram-card", |theme| svg(120, 32, |on| histogram(on, &data, theme)).expect("it draws").0);
}

#[test]
fn ellipses_wide() {
    let data = data::ellipses(6);
    check("ellipses-900", |theme| svg(900, 520, |on| ellipses(on, &data, theme)).expect("it draws").0);
}

#[test]
fn ellipses_narrow() {
    let data = data::ellipses(5);
    check("ellipses-360", |theme| svg(360, 320, |on| ellipses(on, &data, theme)).expect("it draws").0);
}

#[test]
fn correlogram_wide() {
    let data = data::correlogram(6);
    check("correlogram-700", |theme| svg(700, 360, |on| correlogram(on, &data, theme)).expect("it draws").0);
}

#[test]
fn correlogram_narrow() {
    let data = data::correlogram(12);
    check("correlogram-360", |theme| svg(360, 340, |on| correlogram(on, &data, theme)).expect("it draws").0);
}

#[test]
fn bars_by_month() {
    let data = data::bars(26);
    check("bars-700", |theme| svg(700, 240, |on| bars(on, &data, theme)).expect("it draws").0);
}
