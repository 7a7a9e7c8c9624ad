//! A generated shop, any size, from a seed.
//!
//! [`Shop`] simulates the customers of one shop day by day and writes what its till would export: one
//! CSV line for each article of each order, in the order of time. The customers are of seven [`Kind`]s that
//! differ in how recently, how often and for how much they buy, so that segments are there to be found, and
//! the true kind of every customer can be asked for. [`Blobs`] plants clusters in a plain numeric table, and every [`Design`] is a kind of
//! table whose number of groups is known.
//!
//! The same options give the same bytes everywhere: every draw comes from a seeded ChaCha8, logarithms from
//! `libm`, money is whole cents. Nothing is held but one small record for each customer, so ten million
//! lines stream through a few kilobytes of buffer.
//!
//! ```
//! use ringfence_sample::{Options, Shop};
//!
//! let mut shop = Shop::new(&Options { customers: 50, ..Options::default() });
//! let mut lines = 0;
//! let mut chunk = Vec::new();
//! while shop.next_chunk(&mut chunk) {
//!     lines += chunk.iter().filter(|&&byte| byte == b'\n').count();
//! }
//! assert!(lines > 300);
//! ```

mod blobs;
mod calendar;
mod catalogue;
mod continua;
mod designs;
mod draws;
mod kinds;
mod line;
mod mixtures;
mod people;
mod shop;

pub use blobs::{Blobs, Planted};
pub use continua::Continuum;
pub use designs::{Design, Drawn};
pub use kinds::Kind;
pub use mixtures::{Mixture, two_normal_groups};
pub use shop::{Options, Shop};
