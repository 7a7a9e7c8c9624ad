//! The rules of the house, so that `npm test` is the whole truth. Each is a function from sources to faults, which is tried on
//! sources made up to break it as well.

#![allow(clippy::unwrap_used)]

mod circles;
mod dependencies;
mod engine;
mod graph;
mod page;
mod paths;
mod sizes;
mod sources;
mod tokens;
