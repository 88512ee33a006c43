//! What the rules find in a health history, as of a day and under a protocol.

mod flag;

pub use flag::{
    Because, ClearsBy, Flag, FlagLevel, Implausible, MissingItem, NotUnderstood, Qualifier, Screening,
    UnderstoodFact,
};
