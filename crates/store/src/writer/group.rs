//! What a group has done so far, and memory will follow once it is durable.

use std::sync::Arc;

use jiff::Timestamp;
use journey::stock::Stock;
use journey::{ClientId, Practice};
use vault::tree::Frontier;

use crate::access::Access;
use crate::index::Card;
use crate::store::Appended;

/// The log as a whole, after its newest fact.
#[derive(Debug, Clone)]
pub(crate) struct LogHead {
    pub(crate) frontier: Frontier,
    pub(crate) appended_at: Timestamp,
    pub(crate) practice: Arc<Practice>,
    pub(crate) stock: Arc<Stock>,
}

/// What one transaction has done.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) head: LogHead,
    pub(crate) drawn: Vec<(ClientId, Card)>,
    pub(crate) appended: Vec<Appended>,
    pub(crate) accesses: Vec<Access>,
}

/// A point in a group that a failing act goes back to.
pub(crate) struct Mark {
    head: LogHead,
    drawn: usize,
    appended: usize,
    accesses: usize,
}

impl Group {
    pub(crate) fn after(head: &LogHead) -> Self {
        Self { head: head.clone(), drawn: Vec::new(), appended: Vec::new(), accesses: Vec::new() }
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark {
            head: self.head.clone(),
            drawn: self.drawn.len(),
            appended: self.appended.len(),
            accesses: self.accesses.len(),
        }
    }

    pub(crate) fn back_to(&mut self, mark: Mark) {
        self.head = mark.head;
        self.drawn.truncate(mark.drawn);
        self.appended.truncate(mark.appended);
        self.accesses.truncate(mark.accesses);
    }
}
