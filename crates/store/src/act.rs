//! What is asked of the store, and what comes of it.

use jiff::Timestamp;
use journey::{ClientId, Command, CommandId, Precision, Refusal, practice, stock};
use permit::Permit;
use thiserror::Error;

use crate::fault::Fault;
use crate::needs::{Needs, needs};

/// One intent to act, with what the person or their device said about when and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Intent {
    /// Made where the act was done; a repeat carries the same id and is done once.
    pub id: CommandId,
    /// When it was done, if not now; a claim from the future is taken as now.
    pub occurred_at: Option<Timestamp>,
    /// The IANA zone in which it was done, if known.
    pub zone: Option<String>,
    /// How exactly `occurred_at` is known.
    pub precision: Precision,
    /// The device it was charted on, if it said.
    pub device: Option<String>,
    /// What is asked.
    pub ask: Ask,
}

impl Intent {
    /// An intent of this very moment.
    pub fn now(id: CommandId, ask: Ask) -> Self {
        Self { id, occurred_at: None, zone: None, precision: Precision::Second, device: None, ask }
    }
}

/// What is asked, and of which part of the record.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Something about the one client that the permit names.
    Client(Command),
    /// Something about the practice.
    Practice(practice::Command),
    /// Something about its own stock of lozenges.
    Stock(stock::Command),
}

/// What an act did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// The client it was about, if it was about one.
    pub client: Option<ClientId>,
    /// How many facts it recorded.
    pub events: u16,
    /// Whether it had been done before, so that nothing was done now.
    pub repeated: bool,
}

/// Why an act was not done.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ActFault {
    /// The rules say no, and what to do about it.
    #[error(transparent)]
    Refused(Refusal),
    /// The record moved on, or the command's id was used for something else.
    #[error("the record has changed; reload the page")]
    Conflict,
    /// The permit is for something else.
    #[error("the permit is for something else")]
    NotPermitted,
    /// Kapok failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Whether a permit is for what is asked: action, kind, and about a client or not.
pub(crate) fn is_permitted(permit: &Permit, ask: &Ask) -> bool {
    let Needs { action, kind } = needs(ask);
    let about_client = matches!(ask, Ask::Client(_));
    permit.is_for(action, kind) && permit.client().is_some() == about_client
}
