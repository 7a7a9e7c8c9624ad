#![doc = include_str!("../README.md")]

pub mod analysis;
pub mod change;
mod coordinates;
pub mod customers;
mod distribution;
pub mod documents;
mod error;
pub mod limits;
mod matrix;
pub mod meaning;
mod notice;
mod notices;
mod printable;
pub mod release;
mod rng;
pub mod segments;
mod statement;
pub mod table;
mod told;
pub mod validity;
mod version;

pub use coordinates::{Coordinates, Rows};
pub use distribution::{Ascending, Valid};
pub use error::Error;
pub use matrix::{Matrix, distance2};
pub use notice::Notice;
pub use printable::printable;
pub use statement::{Param, Statement};
pub use told::{CountOf, FarDays, OneOfMany, OtherHeaders, RowsOf};
