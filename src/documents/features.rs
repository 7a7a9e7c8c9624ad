//! The features as a table: one row per customer. For internal use.

use super::lists::{key, key_header};
use super::{formula_safe, written};
use std::borrow::Cow;

use crate::customers::{Features, Level, Status, column_of};
use crate::release::Internal;

/// One row per customer: the id under its own header (`row` and the 1-based data row where the file has no ids), every
/// feature in original units, every column of kinds, and the status.
pub fn features_csv(_: &Internal, features: &Features) -> String {
    written(|writer| {
        writer.write_field(&*key_header(features))?;
        features.names.iter().try_for_each(|name| writer.write_field(&*formula_safe(column_of(name))))?;
        let kinds = &features.categories;
        kinds
            .iter()
            .try_for_each(|category| writer.write_field(&*formula_safe(column_of(&category.name))))?;
        writer.write_record(["status"])?;
        (0..features.len()).try_for_each(|customer| {
            writer.write_field(&*key(features, customer))?;
            for (_, value) in features.names.iter().zip(features.values.row(customer)) {
                writer.write_field(if value.is_nan() { String::new() } else { value.to_string() })?;
            }
            for category in kinds {
                writer.write_field(&*match category.level(customer) {
                    Level::Named(level) => formula_safe(level),
                    Level::Missing => Cow::Borrowed(""),
                })?;
            }
            writer.write_record([match features.status[customer] {
                Status::Ok => "ok",
                Status::NetSpendNotPositive => "net-spend-not-positive",
            }])
        })
    })
}
