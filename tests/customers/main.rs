//! From transactions to features: against pandas, for rows in any order, for files in parts, and what cleaning says and does.
//!
//! What is expected lies in `tests/oracle` and was made by the script `make_features.py` there, from the definitions and not from the
//! engine. Files of `../shared` are tried where it is there.

#![allow(clippy::unwrap_used)]

mod buyers;
mod cleaning;
mod discounts;
mod kinds;
mod laws;
mod names;
mod oracle;
#[path = "../pipeline/mod.rs"]
mod pipeline;
mod sales;
mod shop;
mod told;
