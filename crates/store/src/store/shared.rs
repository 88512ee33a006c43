//! Memory beside the log: it follows what is durable, and everybody reads it.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jiff::Timestamp;
use journey::stock::Stock;
use journey::{Case, ClientId, Practice, PracticeId, StaffId, Stream};
use permit::{Actor, Relation};
use tokio::sync::broadcast;

use crate::access::{Access, Accesses};
use crate::index::{Call, Index, ListQuery, Listed};
use crate::writer::Group;

/// Facts that a slow watcher may be behind before it is told that it missed some.
const WATCHED_MAX: usize = 4_096;

/// Opened content: one compartment of one client, folded.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// What the facts of this compartment make; the parts kept elsewhere are as if nothing was said.
    pub case: Arc<Case>,
}

/// A fact became durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The client it is about, if it is about one.
    pub client: Option<ClientId>,
    /// The stream it lies in.
    pub stream: Stream,
    /// Its place there.
    pub seq: u64,
}

/// How far a long piece of work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub doing: Doing,
    /// How many are done.
    pub done: usize,
    /// Of how many.
    pub total: usize,
}

/// A long piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Opening the cards into memory.
    OpeningCards,
    /// Drawing cards anew from the log.
    DrawingCards,
}

/// What is kept open in memory.
#[derive(Debug)]
pub(crate) struct Shared {
    practice: RwLock<Arc<Practice>>,
    stock: RwLock<Arc<Stock>>,
    index: RwLock<Index>,
    accesses: Mutex<Accesses>,
    checkpoint: RwLock<String>,
    watchers: broadcast::Sender<Appended>,
}

impl Shared {
    pub(crate) fn new(practice: Practice, stock: Stock, index: Index, checkpoint: String) -> Self {
        Self {
            practice: RwLock::new(Arc::new(practice)),
            stock: RwLock::new(Arc::new(stock)),
            index: RwLock::new(index),
            accesses: Mutex::default(),
            checkpoint: RwLock::new(checkpoint),
            watchers: broadcast::channel(WATCHED_MAX).0,
        }
    }

    pub(crate) fn clients(&self) -> usize {
        self.index.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Takes in what a group has made durable.
    pub(crate) fn follow(&self, group: Group) {
        *self.practice.write().unwrap_or_else(PoisonError::into_inner) = group.head.practice;
        *self.stock.write().unwrap_or_else(PoisonError::into_inner) = group.head.stock;
        if !group.drawn.is_empty() {
            let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
            group.drawn.into_iter().for_each(|(client, card)| index.put(client, card));
        }
        if !group.accesses.is_empty() {
            let mut accesses = self.accesses.lock().unwrap_or_else(PoisonError::into_inner);
            group.accesses.into_iter().for_each(|access| accesses.remember(access));
        }
        for appended in group.appended {
            // Nobody may be watching.
            let _ = self.watchers.send(appended);
        }
    }

    pub(crate) fn practice(&self) -> Arc<Practice> {
        Arc::clone(&self.practice.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn stock(&self) -> Arc<Stock> {
        Arc::clone(&self.stock.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn list(&self, practice: PracticeId, actor: &Actor, query: &ListQuery) -> Listed {
        self.index.read().unwrap_or_else(PoisonError::into_inner).list(practice, actor, query)
    }

    pub(crate) fn calls(&self, practice: &Practice, actor: &Actor, now: Timestamp) -> Vec<Call> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).calls(practice, actor, now)
    }

    pub(crate) fn relation(&self, client: ClientId, staff: StaffId) -> Option<Relation> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).relation(client, staff)
    }

    pub(crate) fn has_client(&self, client: ClientId) -> bool {
        self.index.read().unwrap_or_else(PoisonError::into_inner).has(client)
    }

    pub(crate) fn has_noted(&self, access: &Access) -> bool {
        self.accesses.lock().unwrap_or_else(PoisonError::into_inner).has(access)
    }

    pub(crate) fn watch(&self) -> broadcast::Receiver<Appended> {
        self.watchers.subscribe()
    }

    pub(crate) fn checkpoint(&self) -> String {
        self.checkpoint.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn sign(&self, note: String) {
        *self.checkpoint.write().unwrap_or_else(PoisonError::into_inner) = note;
    }
}
