//! No data and no size makes a chart panic or write something no viewer reads.

use proptest::prelude::*;
use ringfence_charts::{
    ChartError, Curve, Curves, Dendrogram, Ellipse, Ellipses, Histogram, Mark, Points, Theme, Union, bars,
    correlogram, curves, dendrogram, ellipses, heatmap, histogram, scatter, svg,
};

use crate::data;

type Drawn = Result<(String, Vec<Mark>), ChartError>;

/// Numbers as files have them and as nobody expects them.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -1e3..1e3f64,
        1 => -1e12..1e12f64,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 5e-324]),
    ]
}

/// A drawing ends, names no number that is none, and keeps its marks on the sheet.
fn sound(drawn: &Drawn, width: u32, height: u32) {
    let Ok((text, marks)) = drawn else { return };
    assert!(text.ends_with("</svg>\n"));
    assert!(!text.contains("NaN") && !text.contains("\"inf"));
    for mark in marks {
        assert!((0.0..=f64::from(width)).contains(&mark.x), "{mark:?}");
        assert!((0.0..=f64::from(height)).contains(&mark.y), "{mark:?}");
        assert!(mark.half_width.is_finite() && mark.half_height.is_finite(), "{mark:?}");
    }
}

proptest! {
    #[test]
    fn scatter_survives(
        points in prop::collection::vec((number(), number(), 0..20u32), 0..40),
        width in 1..600u32,
        height in 1..400u32,
    ) {
        let x: Vec<f64> = points.iter().map(|p| p.0).collect();
        let y: Vec<f64> = points.iter().map(|p| p.1).collect();
        let segment: Vec<u32> = points.iter().map(|p| p.2).collect();
        let points = Points { x: &x, y: &y, segment: &segment };
        sound(&svg(width, height, |on| scatter(on, points, &data::scatter(20), &Theme::light())), width, height);
    }

    #[test]
    fn curves_survive(
        values in prop::collection::vec(prop::option::of(number()), 0..30),
        (advised, chosen) in (prop::option::of(0..40u32), prop::option::of(any::<u32>())),
        (width, height, from_zero) in (1..900u32, 1..400u32, any::<bool>()),
        threshold in prop::option::of(number()),
    ) {
        let ks = (0..values.len() as u32).collect();
        let curve = Curve { label: "measure".into(), ks, values, from_zero, threshold, threshold_label: "asked for".into() };
        let data = Curves { curves: vec![curve.clone(), curve], advised, chosen, ..data::curves(None, None) };
        sound(&svg(width, height, |on| curves(on, &data, &Theme::dark())), width, height);
    }

    #[test]
    fn dendrogram_survives(
        unions in prop::collection::vec((0..20u32, 0..20u32, number()), 0..12),
        (leaves, segments, cut) in (0..12usize, 0..9u32, prop::option::of(number())),
        (width, height) in (1..900u32, 1..500u32),
    ) {
        let unions: Vec<Union> =
            unions.into_iter().map(|(left, right, height)| Union { left, right, height }).collect();
        let data = Dendrogram {
            leaves: (0..leaves as u32).map(|leaf| leaf % (segments + 1)).collect(),
            texts: vec!["one".into(); unions.len()],
            unions,
            cut,
            ..data::dendrogram()
        };
        sound(&svg(width, height, |on| dendrogram(on, &data, &Theme::dark())), width, height);
        // A chain is a tree whatever its heights are.
        let count = data.unions.len() as u32 + 1;
        let chain = (0..).zip(&data.unions).map(|(at, union)| Union {
            left: if at == 0 { 0 } else { count + at - 1 },
            right: at + 1,
            height: union.height,
        });
        let unions = chain.collect();
        let data = Dendrogram { leaves: (0..count).map(|leaf| leaf % (segments + 1)).collect(), unions, ..data };
        sound(&svg(width, height, |on| dendrogram(on, &data, &Theme::light())), width, height);
    }

    #[test]
    fn heatmap_survives(
        (rows, columns) in (0..21usize, 0..51usize),
        z in number(),
        label in any::<String>(),
        (width, height) in (1..900u32, 1..500u32),
    ) {
        let mut data = data::heatmap(rows, columns);
        data.z.fill(Some(z));
        data.columns.fill(label.clone());
        data.texts.fill(label);
        sound(&svg(width, height, |on| heatmap(on, &data, &Theme::light())), width, height);
    }

    #[test]
    fn histogram_survives(
        edges in prop::collection::vec(number(), 0..20),
        counts in prop::collection::vec(number(), 0..20),
        sorted in any::<bool>(),
        (width, height, bare) in (1..600u32, 1..300u32, any::<bool>()),
    ) {
        let mut edges = edges;
        let mut counts = counts;
        if sorted {
            edges.sort_by(f64::total_cmp);
            counts.resize(edges.len().saturating_sub(1), 3.0);
        }
        let data = Histogram { edges, counts, bare, ..data::histogram(bare) };
        sound(&svg(width, height, |on| histogram(on, &data, &Theme::light())), width, height);
    }

    #[test]
    fn correlogram_survives(
        count in 0..30usize,
        value in number(),
        label in any::<String>(),
        (width, height) in (1..700u32, 1..500u32),
    ) {
        let mut data = data::correlogram(count);
        data.values.fill(Some(value));
        data.names.fill(label.clone());
        data.texts.fill(label);
        sound(&svg(width, height, |on| correlogram(on, &data, &Theme::light())), width, height);
    }

    #[test]
    fn bars_survive(
        values in prop::collection::vec(number(), 0..200),
        label in any::<String>(),
        (width, height) in (1..700u32, 1..400u32),
    ) {
        let mut data = data::bars(values.len());
        data.names.fill(label);
        data.values = values;
        sound(&svg(width, height, |on| bars(on, &data, &Theme::light())), width, height);
    }

    #[test]
    fn ellipses_survive(
        shapes in prop::collection::vec((number(), number(), number(), number(), number()), 0..20),
        (width, height) in (1..600u32, 1..400u32),
    ) {
        let of = |&(x, y, major, minor, angle): &(f64, f64, f64, f64, f64)| Ellipse { x, y, major, minor, angle };
        let data = Ellipses {
            segments: data::segments(shapes.len()),
            ellipses: shapes.iter().map(of).collect(),
            ..data::ellipses(0)
        };
        sound(&svg(width, height, |on| ellipses(on, &data, &Theme::light())), width, height);
    }
}

#[test]
fn what_is_awkward_but_drawable_is_drawn() {
    let theme = Theme::light();
    let dots = |x: &[f64], y: &[f64]| {
        let segment = vec![0; x.len()];
        let points = Points { x, y, segment: &segment };
        svg(200, 160, |on| scatter(on, points, &data::scatter(1), &theme)).map(|(_, marks)| marks.len())
    };
    assert_eq!(dots(&[5.0], &[-3.0]), Ok(1), "one point");
    assert_eq!(dots(&[2.0; 9], &[0.0; 9]), Ok(9), "all equal");
    assert_eq!(dots(&[-1e12, 1e12], &[0.0, 1e-12]), Ok(2), "a range of 10¹²");
    let large = data::heatmap(20, 50);
    let (_, marks) = svg(200, 300, |on| heatmap(on, &large, &theme)).expect("a narrow sheet will do");
    assert_eq!(marks.len(), 1000);
    assert!(svg(200, 400, |on| curves(on, &data::curves(Some(4), Some(5)), &theme)).is_ok());
}
