//! The engine.

mod error;
pub mod limits;
mod matrix;
mod rng;
pub mod table;

pub use error::{Error, Notice, Param, Statement};
pub use matrix::{Matrix, distance2};
pub mod customers;
pub mod segments;
pub mod validity;
pub mod analysis;
pub mod change;
pub mod documents;
pub mod meaning;
pub mod release;
