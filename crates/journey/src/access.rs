//! Who opened what: the facts that a client reads about their own record.

use serde::{Deserialize, Serialize};

use crate::id::ClientId;

/// What was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opened {
    /// Name and ways to reach the person.
    Identity,
    /// The clinical record.
    Record,
    /// One author's psychotherapy notes.
    PsychotherapyNotes,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// Somebody opened a compartment of one client's record; at most once a quarter of an hour.
    RecordOpened {
        /// What was opened.
        opened: Opened,
    },
    /// Somebody was shown a list; kept apart from what a decision folds.
    ListShown {
        /// The clients on it.
        clients: Vec<ClientId>,
    },
}
