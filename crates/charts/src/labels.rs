//! Direct labels: names written where their data is, instead of a legend.

use plotters_backend::DrawingBackend;

use crate::error::ChartError;
use crate::segments::Look;
use crate::sheet::{Anchor, Area, Point, Sheet};
use crate::text;
use crate::theme::Theme;

/// Radius of the marker that stands before a name, CSS pixels.
pub(crate) const SWATCH: f64 = 4.5;

/// A name, the look of what it names, and where it would like to stand.
pub(crate) struct Label<'a> {
    pub(crate) text: &'a str,
    pub(crate) look: Look,
    pub(crate) at: Point,
}

/// Writes the labels on plates of paper as near their places as they fit within `bounds` without
/// covering one another, the first ones first; one that fits nowhere is left out (its marks still
/// carry the name). A hairline leads from a label that had to move to its place.
pub(crate) fn draw<B: DrawingBackend>(
    sheet: &Sheet<B>,
    labels: &[Label<'_>],
    bounds: Area,
    theme: &Theme,
) -> Result<(), ChartError> {
    let room = (bounds.width() * 0.6).min(180.0) - SWATCH * 2.0 - 12.0;
    let texts: Vec<String> = labels.iter().map(|l| text::elide(l.text, text::SIZE, room)).collect();
    let wanted: Vec<(Point, Point)> = labels
        .iter()
        .zip(&texts)
        .map(|(l, t)| (l.at, (text::width(t, text::SIZE, false) + SWATCH * 2.0 + 12.0, text::LINE + 2.0)))
        .collect();
    let plates = place(&wanted, bounds);
    for (label, plate) in labels.iter().zip(&plates) {
        if let Some(plate) = plate.filter(|plate| !holds(plate, label.at)) {
            let middle = ((plate.left + plate.right) / 2.0, (plate.top + plate.bottom) / 2.0);
            sheet.path(&[label.at, middle], theme.muted, 1.0)?;
        }
    }
    for ((label, plate), text) in labels.iter().zip(&plates).zip(&texts) {
        if let (Some(plate), false) = (plate, text.is_empty()) {
            let middle = (plate.top + plate.bottom) / 2.0;
            sheet.rectangle(*plate, theme.paper, 0.88)?;
            label.look.marker.draw(sheet, (plate.left + 4.0 + SWATCH, middle), SWATCH, label.look.color)?;
            sheet.text(text, (plate.left + SWATCH * 2.0 + 8.0, middle), Anchor::Start, theme.ink)?;
        }
    }
    Ok(())
}

/// Boxes of the given sizes, each as near to its point as is free.
fn place(wanted: &[(Point, Point)], bounds: Area) -> Vec<Option<Area>> {
    let mut taken: Vec<Area> = Vec::new();
    let mut places = Vec::with_capacity(wanted.len());
    for &(at, size) in wanted {
        let free = shifts(size).map(|shift| around(at, shift, size, bounds)).find(|area| {
            let inside = area.left >= bounds.left && area.top >= bounds.top;
            inside && taken.iter().all(|other| !area.overlaps(other))
        });
        taken.extend(free);
        places.push(free);
    }
    places
}

/// Ways to move from one's place, the nearest first.
fn shifts((width, height): Point) -> impl Iterator<Item = Point> {
    const WAYS: [Point; 8] = [
        (0.0, -1.0),
        (0.0, 1.0),
        (1.0, 0.0),
        (-1.0, 0.0),
        (1.0, -1.0),
        (-1.0, -1.0),
        (1.0, 1.0),
        (-1.0, 1.0),
    ];
    let rings = (1..=8).flat_map(move |ring| {
        WAYS.map(|(dx, dy)| (dx * width * 0.3 * f64::from(ring), dy * height * 0.6 * f64::from(ring)))
    });
    std::iter::once((0.0, 0.0)).chain(rings)
}

/// The box around a point, moved by the shift and then back into the bounds.
fn around((x, y): Point, (dx, dy): Point, (width, height): Point, bounds: Area) -> Area {
    let left = (x + dx - width / 2.0).min(bounds.right - width).max(bounds.left.min(bounds.right - width));
    let top = (y + dy - height / 2.0).min(bounds.bottom - height).max(bounds.top.min(bounds.bottom - height));
    let (left, top) = (left.max(bounds.left), top.max(bounds.top));
    Area { left, top, right: left + width, bottom: top + height }
}

fn holds(area: &Area, (x, y): Point) -> bool {
    (area.left..=area.right).contains(&x) && (area.top..=area.bottom).contains(&y)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BOUNDS: Area = Area { left: 10.0, top: 10.0, right: 310.0, bottom: 210.0 };

    #[test]
    fn a_lone_label_stands_on_its_place() {
        let found = place(&[((100.0, 100.0), (40.0, 18.0))], BOUNDS);
        assert_eq!(found, [Some(Area { left: 80.0, top: 91.0, right: 120.0, bottom: 109.0 })]);
    }

    #[test]
    fn two_labels_of_one_place_both_find_one() {
        let found = place(&[((100.0, 100.0), (40.0, 18.0)); 2], BOUNDS);
        assert!(found.iter().all(Option::is_some));
    }

    proptest! {
        #[test]
        fn labels_stay_inside_and_apart(places in prop::collection::vec((0.0..320.0f64, 0.0..220.0f64), 0..30)) {
            let wanted: Vec<_> = places.into_iter().map(|at| (at, (60.0, 18.0))).collect();
            let found: Vec<Area> = place(&wanted, BOUNDS).into_iter().flatten().collect();
            for (i, a) in found.iter().enumerate() {
                prop_assert!(a.left >= 10.0 && a.right <= 310.0 && a.top >= 10.0 && a.bottom <= 210.0);
                prop_assert!(found[..i].iter().all(|b| !a.overlaps(b)));
            }
        }
    }
}
