#![doc = include_str!("../README.md")]

pub mod analysis;
pub mod change;
pub mod customers;
pub mod documents;
mod error;
pub mod limits;
mod matrix;
pub mod meaning;
pub mod release;
mod rng;
pub mod segments;
pub mod table;
pub mod validity;

pub use error::{Error, Notice, Param, Statement};
pub use matrix::{Matrix, distance2};
