//! What features are called: those made from purchases by names of ours, columns of the file by their own.
//!
//! Both stand in one list, and a name of ours brings a meaning and a unit with it: `tenure` counts days. A column that bears such a
//! name is something else, in a unit that only the file knows; so it is called `column:tenure`.

use std::borrow::Cow;

/// How the name of a feature begins that is a column which bears a name of ours.
const COLUMN: &str = "column";

/// Names of features made from purchases; those about a category or a channel go on with a colon and its name.
const OURS: [&str; 25] = [
    "recency",
    "frequency",
    "monetary",
    "averageOrderValue",
    "tenure",
    "medianGap",
    "gapVariation",
    "linesPerOrder",
    "unitsPerOrder",
    "pricePerUnit",
    "categoryDiversity",
    "categoryShare",
    "otherCategoriesShare",
    "discountRate",
    "discountedOrders",
    "returnRate",
    "quarter1Share",
    "quarter2Share",
    "quarter3Share",
    "quarter4Share",
    "novDecShare",
    "weekendShare",
    "eveningShare",
    "channelShare",
    "otherChannelsShare",
];

/// What the feature is called that is this column of a table of customers.
pub(super) fn feature_of(column: &str) -> Cow<'_, str> {
    let word = column.split(':').next().unwrap_or_default();
    // `discount-rate` is the same word.
    let letters = |word: &str| word.replace('-', "").to_ascii_lowercase();
    let ours = word == COLUMN || OURS.iter().any(|our| letters(our) == letters(word));
    if ours { format!("{COLUMN}:{column}").into() } else { column.into() }
}

/// The column that a feature is, as the file calls it; a feature that is none keeps its name.
pub(crate) fn column_of(feature: &str) -> &str {
    feature.strip_prefix(COLUMN).and_then(|rest| rest.strip_prefix(':')).unwrap_or(feature)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_bear_a_name_of_ours() {
        for name in ["tenure", "recency", "discountRate", "discount-rate", "Tenure", "novDecShare", "column"]
        {
            assert_eq!(feature_of(name), format!("column:{name}"));
            assert_eq!(column_of(&feature_of(name)), name);
        }
        for name in ["recency: low", "categoryShare:Tea", "column:tenure"] {
            assert_eq!(feature_of(name), format!("column:{name}"));
            assert_eq!(column_of(&feature_of(name)), name);
        }
        for name in ["tenure (months)", "Income", "recency_days", "columns", "", ":", "Dauer"] {
            assert_eq!((feature_of(name).as_ref(), column_of(name)), (name, name));
        }
    }
}
