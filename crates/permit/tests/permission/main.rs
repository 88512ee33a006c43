//! The one decision of who may do what, held cell by cell.

mod cells;
mod matrix;
mod proofs;
mod properties;
#[path = "../rustc/mod.rs"]
mod rustc;
