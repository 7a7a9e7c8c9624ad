//! The charts, drawn: as they looked when last approved, what they must hold whatever they look like,
//! and what no input may do to them.

mod data;
mod golden;
mod hostile;
mod structure;
