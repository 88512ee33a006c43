//! Small pieces that pages are made of, one file each.

pub mod button;
pub mod crisis;
pub mod empty;
pub mod field;
pub mod level;
pub mod live;
pub mod mark;
pub mod refusal;
pub mod words;
