//! Numbers that are labels: they name a group or put marks side by side, and measure nothing.

use super::words::{Concept, words};

/// Groups that are told apart by number.
const MOST_GROUPS: u64 = 50;

/// Marks that are given.
const MOST_MARKS: u64 = 11;

/// What measures, whatever else a header speaks of.
const MEASURED: [Concept; 5] =
    [Concept::Amount, Concept::Quantity, Concept::Mean, Concept::Price, Concept::Date];

/// Words that say that something is counted or measured of a group.
const OF_A_GROUP: [&str; 12] = [
    "size",
    "count",
    "distance",
    "probability",
    "share",
    "grosse",
    "anzahl",
    "taille",
    "tamano",
    "размер",
    "大小",
    "人数",
];

/// True for whole numbers that are called groups, or scores of a few marks or of marks side by side (`345` for 3, 4 and 5): by how many
/// different ones there are, least and greatest, and what the header says and is.
pub(super) fn is_label(
    distinct: u64,
    range: Option<(f64, f64)>,
    (header, name): (&[Option<Concept>], &str),
) -> bool {
    let says = |concept| header.contains(&Some(concept));
    let measured =
        MEASURED.into_iter().any(says) || words(name).iter().any(|word| OF_A_GROUP.contains(&word.as_str()));
    let few = match () {
        () if says(Concept::Label) => distinct <= MOST_GROUPS,
        () if says(Concept::Score) => distinct <= MOST_MARKS,
        () => return false,
    };
    !measured && (few || has_marks_side_by_side(range))
}

/// From 111 to 555: each digit is a mark from 1 to 5.
fn has_marks_side_by_side(range: Option<(f64, f64)>) -> bool {
    let marks = |number: f64| {
        let digits = format!("{number:.0}");
        digits.bytes().all(|digit| (b'1'..=b'5').contains(&digit)).then_some(digits.len())
    };
    let lengths = range.and_then(|(least, greatest)| marks(least).zip(marks(greatest)));
    lengths.is_some_and(|(short, long)| short == long && (2..=4).contains(&short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_side_by_side() {
        for (range, expect) in [
            ((111.0, 555.0), true),
            ((12.0, 55.0), true),
            ((1.0, 5.0), false),
            ((1.0, 99.0), false),
            ((300.0, 850.0), false),
            ((55.0, 111.0), false),
            ((-111.0, 555.0), false),
        ] {
            assert_eq!(has_marks_side_by_side(Some(range)), expect, "{range:?}");
        }
    }
}
