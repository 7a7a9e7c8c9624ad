//! How features are prepared and chosen, against scipy, scikit-learn, pandas and diptest (`tests/oracle/make_preparation.py`), and
//! on real data with noise added.

#![allow(clippy::unwrap_used)]

mod noise;
mod oracle;
#[path = "../pipeline/mod.rs"]
mod pipeline;
mod scored;
mod tables;
