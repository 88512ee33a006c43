//! SQLite: one file per table, SQL written out, connections that hold to what durability needs.

pub(crate) mod card;
pub(crate) mod checkpoint;
pub(crate) mod command;
pub(crate) mod connection;
pub(crate) mod due;
pub(crate) mod event;
pub(crate) mod meta;
pub(crate) mod migrate;
pub(crate) mod practice;
pub(crate) mod stream;
pub(crate) mod token;

/// A practice or a stream, as a small number in keys.
pub(crate) type No = i64;
