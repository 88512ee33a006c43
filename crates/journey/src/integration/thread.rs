//! Threads that run through a journey, from the consultation on: what is written along each.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::event::Who;

/// What a thread is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thread {
    /// How one relates to one's body.
    Body,
    /// How one relates to pain or illness; not how strong it is.
    PainOrIllness,
    /// Parts of oneself: the rational mind and the emotional body, the protector and the child.
    Parts,
    /// Other people.
    Relationships,
    /// Sleep.
    Sleep,
    /// Caring for oneself.
    SelfCare,
    /// Work, and what the days are made of.
    Days,
    /// Anything else that returns.
    SomethingElse,
}

impl Thread {
    /// Every thread, in the order in which it is offered.
    pub const ALL: [Self; 8] = [
        Self::Body,
        Self::PainOrIllness,
        Self::Parts,
        Self::Relationships,
        Self::Sleep,
        Self::SelfCare,
        Self::Days,
        Self::SomethingElse,
    ];
}

/// One entry of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadEntry {
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Who,
    /// The words.
    pub words: String,
}
