//! The draft of the next version of the protocol: changed figure by figure, or brought in as a file.
//!
//! A draft decides nothing. It may have faults while it is worked on; [`super::Command::SignDraft`]
//! refuses it until it has none.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Event, NewProtocol, Practice};
use crate::event::{self, Recorded, Who};
use crate::protocol::{FigureFault, Protocol};
use crate::refusal::Refusal;
use crate::text;

/// What a draft began as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum DraftOrigin {
    /// The figures as they were shipped.
    Shipped,
    /// A version that was signed here.
    Version {
        /// Its number.
        number: u32,
    },
    /// A file.
    File {
        /// Its name.
        name: String,
    },
}

/// Another value of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFigure {
    /// Its place in the protocol.
    pub path: String,
    /// The value as it is printed.
    pub value: String,
}

/// A figure that the draft holds another value of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The value as it is printed.
    pub value: String,
    /// Why.
    pub reason: String,
    /// Who changed it.
    pub by: Who,
    /// When.
    pub at: Timestamp,
}

/// The draft as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What it began as.
    pub origin: DraftOrigin,
    /// Every figure as it began.
    pub base: Protocol,
    /// Every figure as it stands.
    pub protocol: Protocol,
    /// The figures that were changed since, by their place.
    pub changed: BTreeMap<String, Drafted>,
    /// The state in which each figure that was ever touched came to be as it is.
    touched: BTreeMap<String, u32>,
    /// The state in which it was begun.
    begun: u32,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// Which state of which draft this is; no other state of any draft has the same.
    pub revision: u32,
}

impl Draft {
    /// Whether the figure at `path` may be another than it was in a state that somebody read.
    pub fn differs_since(&self, revision: u32, path: &str) -> bool {
        self.begun > revision || self.touched.get(path).is_some_and(|touched| *touched > revision)
    }

    /// The draft with this change taken in; a value as it was at the beginning takes its change back.
    fn take(&mut self, path: &str, drafted: Drafted) {
        let at_first = self.base.figures().into_iter().find(|at| at.path == path).map(|at| at.value);
        if at_first.as_ref() == Some(&drafted.value) {
            self.changed.remove(path);
        } else {
            self.changed.insert(path.to_owned(), drafted);
        }
        // A figure that this release does not know stays as it began: facts always apply.
        self.protocol = self.changed.iter().fold(self.base.clone(), |protocol, (path, drafted)| {
            protocol.with(path, &drafted.value, &drafted.reason).unwrap_or(protocol)
        });
    }
}

impl From<FigureFault> for Refusal {
    fn from(fault: FigureFault) -> Self {
        match fault {
            FigureFault::NoSuchFigure { path } => Self::NoSuchFigure { path },
            FigureFault::Unreadable { path, like } => Self::FigureUnreadable { path, like: like.to_owned() },
        }
    }
}

pub(super) fn begin(
    practice: &Practice,
    protocol: &Protocol,
    origin: &DraftOrigin,
) -> Result<Vec<event::Event>, Refusal> {
    practice.name.as_ref().ok_or(Refusal::NoPractice)?;
    if practice.draft.is_some() {
        return Err(Refusal::DraftBegun);
    }
    let origin = match origin {
        DraftOrigin::File { name } => {
            DraftOrigin::File { name: text::line(name)?.ok_or(Refusal::NameMissing)? }
        }
        DraftOrigin::Shipped | DraftOrigin::Version { .. } => origin.clone(),
    };
    let begun = Event::ProtocolDraftBegun { protocol: Box::new(protocol.clone()), origin };
    Ok(vec![event::Event::Practice(begun)])
}

/// Figures that already hold what was typed are left as they are.
pub(super) fn change(
    practice: &Practice,
    figures: &[NewFigure],
    reason: &str,
) -> Result<Vec<event::Event>, Refusal> {
    let draft = practice.draft.as_ref().ok_or(Refusal::NoDraft)?;
    let reason = text::paragraph(reason)?.ok_or(Refusal::ReasonMissing)?;
    let mut events = Vec::new();
    for NewFigure { path, value } in figures {
        let value = printed(&draft.protocol.with(path, value, &reason)?, path);
        if value != printed(&draft.protocol, path) {
            let drafted = Event::ProtocolFigureDrafted {
                path: path.clone(),
                value: value.unwrap_or_default(),
                reason: reason.clone(),
            };
            events.push(event::Event::Practice(drafted));
        }
    }
    if events.is_empty() { Err(Refusal::NothingNew) } else { Ok(events) }
}

/// A figure as it is printed, however it was typed.
fn printed(protocol: &Protocol, path: &str) -> Option<String> {
    protocol.figures().into_iter().find(|at| at.path == path).map(|at| at.value)
}

pub(super) fn discard(practice: &Practice) -> Result<Vec<event::Event>, Refusal> {
    practice.draft.as_ref().ok_or(Refusal::NoDraft)?;
    Ok(vec![event::Event::Practice(Event::ProtocolDraftDiscarded)])
}

/// The draft as a version to be signed; refused where it is no longer what was read.
pub(super) fn read(practice: &Practice, signing: &super::SignDraft) -> Result<NewProtocol, Refusal> {
    let draft = practice.draft.as_ref().ok_or(Refusal::NoDraft)?;
    if draft.revision != signing.revision {
        return Err(Refusal::DraftChanged);
    }
    Ok(NewProtocol {
        number: signing.number,
        protocol: draft.protocol.clone(),
        yes: signing.yes.clone(),
        signed_by: signing.signed_by,
        expires: signing.expires,
    })
}

impl Practice {
    /// Takes a fact about the draft in.
    pub(super) fn evolve_draft(&mut self, fact: &Event, recorded: &Recorded) {
        match fact {
            Event::ProtocolDraftBegun { protocol, origin } => {
                self.draft_facts = self.draft_facts.saturating_add(1);
                self.draft = Some(Draft {
                    origin: origin.clone(),
                    base: protocol.as_ref().clone(),
                    protocol: protocol.as_ref().clone(),
                    changed: BTreeMap::new(),
                    touched: BTreeMap::new(),
                    begun: self.draft_facts,
                    begun_at: recorded.recorded_at,
                    revision: self.draft_facts,
                });
            }
            Event::ProtocolFigureDrafted { path, value, reason } => {
                self.draft_facts = self.draft_facts.saturating_add(1);
                if let Some(draft) = &mut self.draft {
                    draft.revision = self.draft_facts;
                    draft.touched.insert(path.clone(), self.draft_facts);
                    let (by, at) = (recorded.by, recorded.recorded_at);
                    draft.take(path, Drafted { value: value.clone(), reason: reason.clone(), by, at });
                }
            }
            Event::ProtocolDraftDiscarded => self.draft = None,
            // What was signed is no draft any more; another protocol leaves the draft where it was.
            Event::ProtocolSigned { protocol, .. } => {
                self.draft.take_if(|draft| draft.protocol == **protocol);
            }
            Event::PracticeFounded { .. }
            | Event::HoursStated { .. }
            | Event::TimeTaken { .. }
            | Event::TimeFreed { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests;
