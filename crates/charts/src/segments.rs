//! Segments as charts know them: a name, a size, and the colour and shape that follow.

use serde::{Deserialize, Serialize};

use crate::color::Rgb;
use crate::markers::Marker;
use crate::theme::Theme;

/// A segment, by what a chart needs of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS))]
pub struct Segment {
    /// Its name, as the reader sees it.
    pub name: String,
    /// How many customers it has; decides which segments keep a colour where there are more than eight.
    pub size: u32,
}

/// How one segment looks in every chart of one analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) color: Rgb,
    pub(crate) marker: Marker,
    /// One of those beyond the largest seven, drawn alike in grey.
    pub(crate) rest: bool,
}

/// The look of each segment: up to eight have a colour and a shape each, in their order; of more, the
/// largest seven (the first on a tie), and the rest share grey and the eighth shape.
pub(crate) fn looks(segments: &[Segment], theme: &Theme) -> Vec<Look> {
    let mut by_size: Vec<usize> = (0..segments.len()).collect();
    by_size.sort_by_key(|&i| (std::cmp::Reverse(segments[i].size), i));
    let colored =
        if segments.len() > theme.segments.len() { theme.segments.len() - 1 } else { segments.len() };
    let mut kept = by_size[..colored].to_vec();
    kept.sort_unstable();
    let rest = Look { color: theme.rest, marker: Marker::ALL[7], rest: true };
    let mut looks = vec![rest; segments.len()];
    for (place, &segment) in kept.iter().enumerate() {
        looks[segment] = Look { color: theme.segments[place], marker: Marker::ALL[place], rest: false };
    }
    looks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sizes: &[u32]) -> Vec<Look> {
        let segments: Vec<Segment> =
            sizes.iter().map(|&size| Segment { name: String::new(), size }).collect();
        looks(&segments, &Theme::light())
    }

    #[test]
    fn eight_segments_have_eight_looks() {
        let found = of(&[5; 8]);
        for (i, look) in found.iter().enumerate() {
            assert!(!look.rest);
            assert!(found[..i].iter().all(|other| other.color != look.color && other.marker != look.marker));
        }
    }

    #[test]
    fn of_nine_the_largest_seven_keep_a_colour() {
        let rest: Vec<usize> = of(&[9, 1, 8, 7, 6, 2, 5, 4, 2])
            .iter()
            .enumerate()
            .filter_map(|(i, look)| look.rest.then_some(i))
            .collect();
        assert_eq!(rest, [1, 8]);
    }
}
