//! Attacks everything that a summary publishes together, and counts how often they succeed.
//!
//! Every attack reads a document as JSON and uses whatever numbers it finds. So the same attack is run on what a careless tool would publish
//! ([`exports::naive`]), where it has to succeed or it proves nothing, and on ours ([`exports::ours`]), where it must not. Success is
//! compared with guessing from public facts. Tables, truth and guesses come from one seed; the same seed gives the same table of results.

pub mod attacks;
pub mod draws;
pub mod exports;
pub mod files;
pub mod groups;
pub mod learner;
pub mod printed;
pub mod published;
pub mod score;
pub mod solver;
pub mod suite;
pub mod tables;
pub mod truth;
pub mod usefulness;
