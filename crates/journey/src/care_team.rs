//! Who of the practice walks with a person; nobody else may open their record.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Who};
use crate::id::StaffId;
use crate::refusal::Refusal;
use crate::staff::Status;

/// What can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Ask a person of the practice to walk with the client.
    Join {
        /// Whom.
        staff: StaffId,
    },
    /// Let a person of the practice go from this journey.
    Leave {
        /// Whom.
        staff: StaffId,
    },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A person of the practice joined the client's care.
    CareTeamJoined {
        /// Who.
        staff: StaffId,
    },
    /// A person of the practice left the client's care.
    CareTeamLeft {
        /// Who.
        staff: StaffId,
    },
}

/// Who walks with the client now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CareTeam {
    /// The people.
    pub people: BTreeSet<StaffId>,
}

/// Decides who joins and who leaves.
///
/// # Errors
/// When there is no such active person, or the last one would leave.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let people = &case.care_team.people;
    match command {
        Command::Join { staff } => {
            let member = at.practice.people.get(staff).ok_or(Refusal::NoSuchPerson)?;
            if member.status != Status::Active {
                return Err(Refusal::NoSuchPerson);
            }
            Ok(joining(case, Who::Staff { staff: *staff }))
        }
        Command::Leave { staff } => {
            if !people.contains(staff) {
                return Err(Refusal::NoSuchPerson);
            }
            if people.len() == 1 {
                return Err(Refusal::LastOfCareTeam);
            }
            Ok(vec![event::Event::CareTeam(Event::CareTeamLeft { staff: *staff })])
        }
    }
}

/// The fact that `who` joins, unless they are no member of staff or already there.
pub(crate) fn joining(case: &Case, who: Who) -> Vec<event::Event> {
    match who {
        Who::Staff { staff } if !case.care_team.people.contains(&staff) => {
            vec![event::Event::CareTeam(Event::CareTeamJoined { staff })]
        }
        _ => Vec::new(),
    }
}

impl CareTeam {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event) {
        match event {
            Event::CareTeamJoined { staff } => {
                self.people.insert(*staff);
            }
            Event::CareTeamLeft { staff } => {
                self.people.remove(staff);
            }
        }
    }
}
