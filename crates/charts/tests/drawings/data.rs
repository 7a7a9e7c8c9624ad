//! Data for the drawings under test: made by a small generator with a fixed seed, no customer in it.

use ringfence_charts::{
    Bars, Correlogram, Curve, Curves, Dendrogram, Ellipse, Ellipses, Heatmap, Histogram, NumberFormat,
    Scatter, Segment, Union,
};

pub(crate) const NAMES: [&str; 6] =
    ["Champions", "Loyal customers", "New", "At risk", "Hibernating", "Big, rare & <script>\"baskets\""];

pub(crate) fn segments(count: usize) -> Vec<Segment> {
    (0..count).map(|i| Segment { name: NAMES[i % NAMES.len()].into(), size: 900 - 40 * i as u32 }).collect()
}

/// Numbers in −1..1 that look like chance: a linear congruential generator (Knuth's MMIX constants).
pub(crate) fn noise(seed: u64) -> impl Iterator<Item = f64> {
    let step =
        |x: &u64| Some(x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
    std::iter::successors(Some(seed), step).skip(1).map(|x| (x >> 40) as f64 / (1u64 << 23) as f64 - 1.0)
}

/// Points around one centre a segment, the segments in turn.
pub(crate) fn cloud(segments: usize, points: usize) -> (Vec<f64>, Vec<f64>, Vec<u32>) {
    let mut noise = noise(7);
    let mut wobble = || (0..4).filter_map(|_| noise.next()).sum::<f64>() * 0.6;
    let (mut x, mut y, mut segment) = (Vec::new(), Vec::new(), Vec::new());
    for i in 0..points {
        let s = i % segments;
        x.push(4.0 * ((s % 3) as f64 - 1.0) + wobble());
        y.push(3.0 * ((s / 3) as f64 - 0.5) + 0.6 * s as f64 + wobble());
        segment.push(s as u32);
    }
    (x, y, segment)
}

pub(crate) fn scatter(count: usize) -> Scatter {
    Scatter {
        segments: segments(count),
        rest: "the rest".into(),
        x_label: "Largest difference (first principal component, 61 %)".into(),
        y_label: "Second largest difference (second principal component, 22 %)".into(),
        format: NumberFormat::default(),
    }
}

pub(crate) fn curves(advised: Option<u32>, chosen: Option<u32>) -> Curves {
    let ks: Vec<u32> = (2..=10).collect();
    let inertia = ks.iter().map(|&k| Some(3_210_000.0 / f64::from(k))).collect();
    let silhouette = [0.41, 0.47, 0.53, 0.44, 0.39, 0.36, 0.35, 0.31, 0.30];
    Curves {
        curves: vec![
            Curve {
                label: "Spread within segments (inertia)".into(),
                ks: ks.clone(),
                values: inertia,
                from_zero: true,
                ..Curve::default()
            },
            Curve {
                label: "Separation (silhouette, −1 to 1)".into(),
                ks,
                values: silhouette.map(Some).to_vec(),
                from_zero: false,
                ..Curve::default()
            },
        ],
        x_label: "Number of segments (k)".into(),
        advised,
        advised_label: "advised: 4".into(),
        chosen,
        chosen_label: "chosen: 5".into(),
        format: NumberFormat::default(),
    }
}

pub(crate) fn heatmap(rows: usize, columns: usize) -> Heatmap {
    let features = ["Recency (days)", "Frequency", "Monetary", "Average basket", "Tenure", "Returned share"];
    let z: Vec<f64> = noise(11).take(rows * columns).map(|v| v * 2.4).collect();
    Heatmap {
        segments: segments(rows),
        columns: (0..columns).map(|i| features[i % features.len()].into()).collect(),
        texts: z.iter().map(|z| format!("{:.1}", 50.0 + 20.0 * z)).collect(),
        z: z.into_iter().map(Some).collect(),
    }
}

pub(crate) fn histogram(bare: bool) -> Histogram {
    Histogram {
        edges: (0..=12).map(|i| f64::from(i) * 250.0).collect(),
        counts: vec![310.0, 742.0, 1204.0, 980.0, 611.0, 402.0, 188.0, 97.0, 40.0, 12.0, 0.0, 1.0],
        bare,
        x_label: "Spend, £".into(),
        y_label: "Rows".into(),
        format: NumberFormat::default(),
    }
}

pub(crate) fn ellipses(count: usize) -> Ellipses {
    let ellipse = |s: usize| Ellipse {
        x: 4.0 * ((s % 3) as f64 - 1.0),
        y: 3.0 * ((s / 3) as f64 - 0.5) + 0.6 * s as f64,
        major: 2.1 - 0.15 * s as f64,
        minor: 0.9 + 0.08 * s as f64,
        angle: 0.5 * s as f64,
    };
    Ellipses {
        segments: segments(count),
        ellipses: (0..count).map(ellipse).collect(),
        x_label: "Largest difference (first principal component, 61 %)".into(),
        y_label: "Second largest difference (second principal component, 22 %)".into(),
        format: NumberFormat::default(),
    }
}

/// A tree of 31 leaves that joins neighbours first, cut into four segments.
pub(crate) fn dendrogram() -> Dendrogram {
    let mut unions: Vec<Union> = Vec::new();
    let mut row: Vec<u32> = (0..31).collect();
    while row.len() > 1 {
        let mut next = Vec::new();
        for pair in row.chunks(2) {
            let &[left, right] = pair else {
                next.push(pair[0]);
                continue;
            };
            next.push(31 + unions.len() as u32);
            let height = 4.0 * (unions.len() as f64 + 3.0) * (1.0 + unions.len() as f64 / 12.0);
            unions.push(Union { left, right, height });
        }
        row = next;
    }
    Dendrogram {
        segments: segments(4),
        leaves: (0..31).map(|leaf| leaf / 8).collect(),
        texts: (0..unions.len()).map(|at| format!("{} to {}", 31 - at, 30 - at)).collect(),
        cut: Some((unions[26].height + unions[27].height) / 2.0),
        unions,
        cut_label: "4 segments".into(),
        x_label: "Groups of customers".into(),
        y_label: "How different they are".into(),
        format: NumberFormat::default(),
    }
}

pub(crate) fn correlogram(count: usize) -> Correlogram {
    let names = ["Recency (days)", "Frequency", "Monetary", "Average basket", "Tenure", "Returned share"];
    let values: Vec<f64> = noise(3).take(count * count).collect();
    Correlogram {
        names: (0..count).map(|i| names[i % names.len()].into()).collect(),
        texts: values.iter().map(|v| format!("{v:.2}")).collect(),
        values: values.into_iter().map(Some).collect(),
    }
}

pub(crate) fn bars(count: usize) -> Bars {
    let values: Vec<f64> = noise(5).take(count).map(|v| (v + 0.8) * 40_000.0).collect();
    Bars {
        names: (0..count).map(|i| format!("{}-{:02}", 2010 + i / 12, i % 12 + 1)).collect(),
        texts: values.iter().map(|v| format!("{v:.0}")).collect(),
        values,
        y_label: "Revenue".into(),
        format: NumberFormat::default(),
    }
}
