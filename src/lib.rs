//! The engine.

mod error;
pub mod limits;
mod matrix;
mod rng;
pub mod table;

pub use error::{Error, Notice, Param, Statement};
pub use matrix::{Matrix, distance2};
