//! What may happen on a client's journey, what has happened, and what it means.
//!
//! Rules are values in, values out: no I/O, no clock, no randomness, no `async`.

pub mod gate;
pub mod health_history;
pub mod protocol;
pub mod screening;
