//! The way to the writer: what it is asked for, and what it answers.

use jiff::Timestamp;
use journey::{ClientId, Compartment, Refusal, Who};
use permit::Permit;
use tokio::sync::oneshot;

use crate::act::{Done, Intent};
use crate::fault::Fault;
use crate::token::TokenChange;

/// Something to be done in one savepoint.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly everything queued is an act; a box would cost each one an allocation"
)]
pub(crate) enum Work {
    /// An act of somebody.
    Act { permit: Permit, intent: Intent, now: Timestamp },
    /// A compartment was opened.
    Opened { who: Who, client: ClientId, compartment: Compartment, now: Timestamp },
    /// A list was shown.
    Shown { who: Who, clients: Vec<ClientId>, now: Timestamp },
    /// A token changes.
    Token(TokenChange),
    /// Cards are to be drawn anew.
    Redraw(Vec<ClientId>),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    Done(Done),
    Refused(Refusal),
    Noted,
    Tokens(usize),
}

/// Why nothing came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unanswered {
    Conflict,
    Fault(Fault),
}

pub(crate) type Reply = oneshot::Sender<Result<Answer, Unanswered>>;

/// What the writer takes from its queue.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every message is work; a box would cost each one an allocation"
)]
pub(crate) enum Message {
    Work(Queued),
    Close,
}

/// Work, and who waits for it; once answered nobody does.
pub(crate) struct Queued {
    pub(crate) work: Work,
    pub(crate) reply: Option<Reply>,
}
