//! Tests of the store through what everybody calls, and of its writer where grouping matters.

mod acts;
mod cards;
mod groups;
mod killed;
mod notes;
mod sessions;
mod stock;
mod stolen;
mod story;
pub(crate) mod support;
mod tokens;
