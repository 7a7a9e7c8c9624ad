//! What a drawing must hold whatever it looks like: counts of elements, places worked out by hand,
//! labels that stay text.

use ringfence_charts::{
    Bars, ChartError, Correlogram, Curve, Curves, Dendrogram, Ellipse, Ellipses, Heatmap, Histogram, Mark,
    Points, Rgb, Scatter, Segment, Theme, Union, bars, correlogram, curves, dendrogram, ellipses, heatmap,
    histogram, scatter, svg,
};

use crate::data;

fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

fn hex(Rgb(r, g, b): Rgb) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 1e-9
}

#[test]
fn one_disc_a_point_of_the_first_segment_and_one_mark_a_point() {
    let (x, y, segment) = data::cloud(2, 50);
    let points = Points { x: &x, y: &y, segment: &segment };
    let theme = Theme::light();
    let (text, marks) = svg(600, 400, |on| scatter(on, points, &data::scatter(2), &theme)).unwrap();
    assert_eq!(marks.len(), 50);
    // 25 points of the segment with discs, and the disc before its name.
    assert_eq!(count(&text, "<circle"), 26);
    assert_eq!(count(&text, &hex(theme.segments[1])), 26);
}

#[test]
fn scatter_marks_are_linear_in_the_data_and_upright() {
    let (x, y, segment) = ([0.0, 10.0, 5.0, f64::NAN], [0.0, 10.0, 5.0, 1.0], [0, 0, 0, 0]);
    let points = Points { x: &x, y: &y, segment: &segment };
    let (_, marks) = svg(600, 400, |on| scatter(on, points, &data::scatter(1), &Theme::light())).unwrap();
    let [low, high, middle] = &marks[..] else { panic!("{} marks", marks.len()) };
    assert!(low.x < high.x && low.y > high.y, "larger is right and up");
    assert!(near(middle.x, (low.x + high.x) / 2.0) && near(middle.y, (low.y + high.y) / 2.0));
    assert_eq!((middle.label.as_str(), middle.index), ("Champions", 2));
    assert_eq!(middle.values, ["5", "5"]);
}

#[test]
fn of_twelve_segments_five_are_grey() {
    let (x, y, segment) = data::cloud(12, 120);
    let points = Points { x: &x, y: &y, segment: &segment };
    let theme = Theme::dark();
    let (text, _) = svg(700, 420, |on| scatter(on, points, &data::scatter(12), &theme)).unwrap();
    // Ten points each, and the one marker before "the rest".
    assert_eq!(count(&text, &hex(theme.rest)), 51);
    assert!(text.contains("the rest"));
}

/// A card of 120 × 32 without axes: four bins of 30 pixels, heights in proportion to the counts.
#[test]
fn bars_stand_where_the_rule_of_three_puts_them() {
    let data = Histogram {
        edges: vec![0.0, 1.0, 2.0, 3.0, 4.0],
        counts: vec![8.0, 4.0, 0.0, 2.0],
        bare: true,
        ..Histogram::default()
    };
    let (text, marks) = svg(120, 32, |on| histogram(on, &data, &Theme::light())).unwrap();
    let centres: Vec<f64> = marks.iter().map(|m| m.x).collect();
    assert_eq!(centres, [15.0, 45.0, 75.0, 105.0]);
    let heights: Vec<f64> = marks.iter().map(|m| m.half_height * 2.0).collect();
    assert_eq!(heights, [32.0, 16.0, 1.0, 8.0]);
    assert_eq!(count(&text, "<rect"), 3, "an empty bin has no bar, a card no background");
    // The first bar: 0.5 to 29.5 across, 0 to 32 down, four units to a pixel.
    assert!(text.contains("<rect x=\"2\" y=\"0\" width=\"116\" height=\"128\""), "{text}");
    assert_eq!(marks[0].label, "0 – 1");
}

#[test]
fn bins_have_the_width_of_their_bounds() {
    let data =
        Histogram { edges: vec![0.0, 1.0, 10.0], counts: vec![1.0, 1.0], bare: true, ..Histogram::default() };
    let (_, marks) = svg(200, 50, |on| histogram(on, &data, &Theme::light())).unwrap();
    assert!(near(marks[0].half_width * 2.0, 20.0) && near(marks[1].half_width * 2.0, 180.0));
}

#[test]
fn cells_tile_the_map_and_carry_their_text() {
    let data = data::heatmap(4, 3);
    let theme = Theme::light();
    let (text, marks) = svg(800, 300, |on| heatmap(on, &data, &theme)).unwrap();
    assert_eq!(marks.len(), 12);
    for (i, mark) in marks.iter().enumerate() {
        assert_eq!((mark.series as usize, mark.index as usize), (i / 3, i % 3));
        assert_eq!(mark.values, [data.columns[i % 3].clone(), data.texts[i].clone()]);
        assert!(text.contains(&format!(">\n{}\n</text>", data.texts[i])));
        let left = &marks[i - i % 3];
        assert!(near(mark.x, left.x + (i % 3) as f64 * 2.0 * left.half_width));
    }
}

#[test]
fn a_cell_at_the_mean_is_paper_and_one_far_above_is_full() {
    let cell = |z| {
        let data = Heatmap {
            segments: data::segments(1),
            columns: vec!["a".into()],
            z: vec![z],
            texts: vec!["1".into()],
        };
        svg(300, 100, |on| heatmap(on, &data, &Theme::light())).unwrap().0
    };
    let theme = Theme::light();
    assert!(cell(Some(7.0)).contains(&hex(theme.above)) && !cell(Some(0.0)).contains(&hex(theme.above)));
    assert!(cell(Some(f64::NEG_INFINITY)).contains(&hex(theme.below)));
    assert_eq!(cell(Some(f64::NAN)), cell(None));
}

#[test]
fn a_curve_is_broken_where_a_value_is_missing() {
    let of = |values: [Option<f64>; 5]| {
        let curve = Curve {
            label: "Silhouette".into(),
            ks: vec![2, 3, 4, 5, 6],
            values: values.to_vec(),
            from_zero: false,
            ..Curve::default()
        };
        let data = Curves { curves: vec![curve], ..Curves::default() };
        svg(500, 300, |on| curves(on, &data, &Theme::light())).unwrap()
    };
    let (whole, marks) = of([0.1, 0.2, 0.3, 0.2, 0.1].map(Some));
    assert_eq!((count(&whole, "<polyline"), marks.len()), (1, 5));
    let step = marks[1].x - marks[0].x;
    assert!(marks.windows(2).all(|m| near(m[1].x - m[0].x, step)), "numbers of segments are evenly spaced");
    let (broken, marks) = of([Some(0.1), Some(0.2), None, Some(0.2), Some(0.1)]);
    assert_eq!((count(&broken, "<polyline"), marks.len()), (2, 4));
}

#[test]
fn what_a_measure_is_held_against_is_on_its_axis() {
    let drawn = |threshold, values: [f64; 3]| {
        let curve = Curve {
            label: "Distance".into(),
            ks: vec![2, 3, 4],
            values: values.map(Some).to_vec(),
            threshold,
            threshold_label: "from 4".into(),
            ..Curve::default()
        };
        let data = Curves { curves: vec![curve], ..Curves::default() };
        svg(500, 300, |on| curves(on, &data, &Theme::light())).unwrap()
    };
    let (with, marks) = drawn(Some(4.0), [3.0, 5.0, 3.5]);
    let (without, _) = drawn(None, [3.0, 5.0, 3.5]);
    assert_eq!((count(&with, "from 4"), count(&without, "from 4")), (1, 0));
    let lines = |text: &str| count(text, "<rect");
    assert_eq!(lines(&with), lines(&without) + 1);
    assert_eq!(marks.len(), 3, "the line is no mark");
    // Where all values lie below, the axis reaches up to it, and they lie closer.
    let (_, far) = drawn(Some(40.0), [3.0, 5.0, 3.5]);
    assert!(far[0].y - far[1].y < marks[0].y - marks[1].y, "{far:?} {marks:?}");
}

#[test]
fn the_advised_and_the_chosen_number_are_written_on_both_curves() {
    let (text, marks) =
        svg(900, 300, |on| curves(on, &data::curves(Some(4), Some(5)), &Theme::light())).unwrap();
    assert_eq!((count(&text, "advised: 4"), count(&text, "chosen: 5"), marks.len()), (2, 2, 18));
    let (text, _) = svg(900, 300, |on| curves(on, &data::curves(Some(4), Some(4)), &Theme::light())).unwrap();
    assert_eq!((count(&text, "advised: 4"), count(&text, "chosen: 5")), (2, 0));
}

/// The tallest and widest points of an ellipse with half axes 5 and 3 at 30°: √(25·¾ + 9·¼) across,
/// √(25·¼ + 9·¾) up, so the two boxes' sides are in the ratio of the scales.
#[test]
fn an_ellipse_reaches_as_far_as_its_formula() {
    let upright = Ellipse { x: 0.0, y: 0.0, major: 10.0, minor: 10.0, angle: 0.0 };
    let turned = Ellipse { x: 0.0, y: 0.0, major: 5.0, minor: 3.0, angle: std::f64::consts::FRAC_PI_6 };
    let data =
        Ellipses { segments: data::segments(2), ellipses: vec![upright, turned], ..Ellipses::default() };
    let (text, marks) = svg(600, 400, |on| ellipses(on, &data, &Theme::light())).unwrap();
    let across = marks[1].half_width / marks[0].half_width;
    let up = marks[1].half_height / marks[0].half_height;
    assert!((across - (25.0 * 0.75 + 9.0 * 0.25_f64).sqrt() / 10.0).abs() < 1e-3, "{across}");
    assert!((up - (25.0 * 0.25 + 9.0 * 0.75_f64).sqrt() / 10.0).abs() < 1e-3, "{up}");
    // One edge a segment; the only disc is the marker before the first name: no point of a customer.
    assert_eq!((count(&text, "stroke-width=\"8\""), count(&text, "<circle")), (2, 1));
}

#[test]
fn a_label_cannot_become_markup() {
    let name = "<script>&\"'\0]]>";
    let data = Heatmap {
        segments: vec![Segment { name: name.into(), size: 1 }],
        columns: vec![name.into()],
        z: vec![Some(1.0)],
        texts: vec![name.into()],
    };
    let (text, marks) = svg(900, 300, |on| heatmap(on, &data, &Theme::light())).unwrap();
    assert_eq!(count(&text, "&lt;script&gt;&amp;&quot;&apos; ]]&gt;"), 3, "{text}");
    assert!(!text.contains("<script") && !text.contains('\0'));
    assert_eq!(marks[0].label, name, "the marks are data, not markup");
}

#[test]
fn wrong_input_is_told_by_its_code() {
    let theme = Theme::light();
    let code = |result: Result<(String, Vec<Mark>), ChartError>| result.expect_err("it must fail").code();
    let none = Points { x: &[], y: &[], segment: &[] };
    assert_eq!(code(svg(300, 200, |on| scatter(on, none, &Scatter::default(), &theme))), "chart-no-data");
    let short = Points { x: &[1.0], y: &[], segment: &[0] };
    assert_eq!(
        code(svg(300, 200, |on| scatter(on, short, &data::scatter(1), &theme))),
        "chart-length-mismatch"
    );
    let stray = Points { x: &[1.0], y: &[1.0], segment: &[3] };
    assert_eq!(
        code(svg(300, 200, |on| scatter(on, stray, &data::scatter(3), &theme))),
        "chart-length-mismatch"
    );
    let falling = Histogram { edges: vec![1.0, 0.0], counts: vec![1.0], ..Histogram::default() };
    assert_eq!(code(svg(300, 200, |on| histogram(on, &falling, &theme))), "chart-edges-not-rising");
    assert_eq!(code(svg(30, 20, |on| ellipses(on, &data::ellipses(2), &theme))), "chart-bad-size");
}

#[test]
fn options_cross_the_boundary_in_camel_case_and_misspelt_ones_fail() {
    let parsed: Scatter =
        serde_json::from_str(r#"{"segments":[{"name":"A","size":3}],"xLabel":"x"}"#).unwrap();
    assert_eq!((parsed.segments[0].size, parsed.x_label.as_str()), (3, "x"));
    assert!(serde_json::from_str::<Scatter>(r#"{"xlabel":"x"}"#).is_err());
    let gap: Curve = serde_json::from_str(r#"{"ks":[2,3],"values":[0.5,null]}"#).unwrap();
    assert_eq!(gap.values, [Some(0.5), None]);
}

#[test]
fn each_pair_has_one_cell_and_the_strongest_has_the_full_colour() {
    let names = ["a", "b", "c"].map(String::from).to_vec();
    let values = [1.0, 0.0, -1.0, 0.0, 1.0, 1.0, -1.0, 1.0, 1.0].map(Some).to_vec();
    let texts = (0..9).map(|i| format!("t{i}")).collect();
    let data = Correlogram { names, values, texts };
    let theme = Theme::light();
    let (text, marks) = svg(400, 300, |on| correlogram(on, &data, &theme)).unwrap();
    let pairs: Vec<_> =
        marks.iter().map(|m| (m.label.as_str(), m.values[0].as_str(), m.values[1].as_str())).collect();
    assert_eq!(pairs, [("b", "a", "t3"), ("c", "a", "t6"), ("c", "b", "t7")]);
    assert_eq!((count(&text, &hex(theme.below)), count(&text, &hex(theme.above))), (1, 1));
}

#[test]
fn bars_reach_from_zero_both_ways() {
    let data = Bars {
        names: ["May", "June", "July"].map(String::from).to_vec(),
        values: vec![10.0, -5.0, 0.0],
        texts: ["10", "-5", "0"].map(String::from).to_vec(),
        ..Bars::default()
    };
    let theme = Theme::light();
    let (text, marks) = svg(400, 300, |on| bars(on, &data, &theme)).unwrap();
    assert_eq!(count(&text, &hex(theme.accent)), 2, "nothing sold draws nothing");
    let [may, june, july] = &marks[..] else { panic!("{} marks", marks.len()) };
    assert!(near(may.half_height, 2.0 * june.half_height));
    assert!(near(may.y + may.half_height, june.y - june.half_height), "both begin at zero");
    assert!(may.x < june.x && june.x < july.x);
}

#[test]
fn unions_stand_over_the_middle_of_their_parts_at_their_height() {
    // {0, 1} at 2, {2, 3} at 1, both at 4: leaves 2 3 to the left, as the last union names them first.
    let union = |left, right, height| Union { left, right, height };
    let data = Dendrogram {
        segments: data::segments(2),
        leaves: vec![0, 0, 1, 1],
        unions: vec![union(2, 3, 1.0), union(0, 1, 2.0), union(4, 5, 4.0)],
        texts: ["a", "b", "c"].map(String::from).to_vec(),
        cut: Some(3.0),
        ..Dendrogram::default()
    };
    let theme = Theme::light();
    let (text, marks) = svg(400, 300, |on| dendrogram(on, &data, &theme)).unwrap();
    let [root, right, left] = &marks[..] else { panic!("{} marks", marks.len()) };
    assert_eq!([&root.label, &right.label, &left.label], ["c", "b", "a"], "highest first");
    assert!(near(root.x, (left.x + right.x) / 2.0) && left.x < right.x);
    assert!(near(right.y - root.y, 2.0 * (left.y - right.y)), "heights 4, 2 and 1");
    assert!(near(root.half_width * 2.0, right.x - left.x));
    // Each segment: two halves of its union, its line, and its half of the root.
    assert_eq!(count(&text, &hex(theme.segments[0])), 4);
    let torn = Dendrogram { unions: vec![union(0, 1, 1.0), union(0, 2, 2.0), union(3, 5, 3.0)], ..data };
    assert_eq!(
        svg(400, 300, |on| dendrogram(on, &torn, &theme)).expect_err("a leaf is in two unions").code(),
        "chart-length-mismatch"
    );
}
