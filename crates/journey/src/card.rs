//! The card: the little that lists show of one client, so that no list opens a record.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::enquiry::Standing;
use crate::id::StaffId;

/// Today's shape of cards; a card of another version is drawn anew from the log.
pub const VERSION: u16 = 1;

/// Where on the path a person is; moved by facts and never by hand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Asked, and waiting for an answer.
    #[default]
    Enquiry,
    /// Invited to a consultation.
    Consultation,
    /// The practice answered that it is not the place now.
    Declined,
}

/// The half of a card that says who it is; sealed with the identity key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The name as the person writes it.
    pub name: String,
}

/// The half of a card that says where they are; sealed with the record key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Where on the path.
    pub stage: Stage,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// Who of the practice walks with them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub care_team: BTreeSet<StaffId>,
}

/// Draws the half that says who it is.
pub fn identity(case: &Case) -> Identity {
    Identity { name: case.contact.name().unwrap_or_default().to_owned() }
}

/// Draws the half that says where they are.
pub fn place(case: &Case) -> Place {
    let enquiry = &case.enquiry;
    let (stage, since) = match enquiry.standing {
        Standing::None | Standing::Waiting => (Stage::Enquiry, enquiry.received_at),
        Standing::Invited => (Stage::Consultation, enquiry.answered_at),
        Standing::Declined => (Stage::Declined, enquiry.answered_at),
    };
    Place { stage, since, care_team: case.care_team.people.clone() }
}

/// What waits for a moment, as the clear queue names it: closed and coarse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueKind {
    /// A person is to look.
    Look,
    /// A message is to go out.
    Send,
}

/// One entry of the due queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// When it is due.
    pub at: Timestamp,
    /// What kind.
    pub kind: DueKind,
}

/// Everything of this client that waits for a moment; replaces what waited before.
pub fn due(case: &Case) -> Vec<Due> {
    let waiting = case.enquiry.standing == Standing::Waiting;
    let received_at = case.enquiry.received_at.filter(|_| waiting);
    received_at.map(|at| Due { at, kind: DueKind::Look }).into_iter().collect()
}
