//! Ending: how a journey comes to its end here, who stays reachable, and the way back.

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::consultation::Way;
use crate::enquiry::Standing;
use crate::event::{self, Recorded, Who};
use crate::id::EventId;
use crate::refusal::Refusal;
use crate::review::{Hat, is_here};
use crate::text;

/// Endings that one journey holds.
pub const ENDINGS_MAX: usize = 100;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write the ending. Needs `Sign` on `ProgressNote` for a therapist, on `Clearance` for a prescriber.
    End {
        /// How it ends, and what stays.
        farewell: Box<Farewell>,
        /// In which role it is signed.
        hat: Hat,
    },
    /// Open the journey again: somebody comes back. Needs `Sign` on `ProgressNote`.
    Reopen {
        /// What has changed since.
        changed: String,
        /// What they say themselves.
        clients_words: Option<String>,
    },
}

/// How a journey ends, and what stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Farewell {
    /// Whose decision it is.
    pub by: Side,
    /// What sort of end it is.
    pub why: Why,
    /// Why, in words the client may read.
    pub reason: String,
    /// Why, in the client's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clients_words: Option<String>,
    /// What they take with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes_along: Option<String>,
    /// Who stays reachable, and how.
    pub reachable: String,
    /// What became of the medicine that was supplied.
    pub medicine: Medicine,
    /// What is to be said of the medicine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medicine_words: Option<String>,
    /// The letter or handover note, as it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
    /// Whether they want to be asked how they are.
    pub follow_up: FollowUpWish,
}

/// Whose decision an ending is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Both saw it.
    Together,
    /// The client's.
    Client,
    /// The practice's.
    Practice,
}

impl Side {
    /// Every side, in the order in which it is offered.
    pub const ALL: [Self; 3] = [Self::Together, Self::Client, Self::Practice];
}

/// What sort of end it is; none is a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// What they came for is done.
    Complete,
    /// It is enough for now.
    Enough,
    /// The client says no to more of it; no reason is asked.
    SaidNo,
    /// It does not help, or no longer.
    NotHelping,
    /// It is not safe to go on.
    NotSafe,
    /// They go on elsewhere.
    AnotherPath,
    /// They left against advice.
    AgainstAdvice,
    /// They are no longer heard of.
    OutOfTouch,
}

impl Why {
    /// Every sort, in the order in which it is offered.
    pub const ALL: [Self; 8] = [
        Self::Complete,
        Self::Enough,
        Self::SaidNo,
        Self::NotHelping,
        Self::NotSafe,
        Self::AnotherPath,
        Self::AgainstAdvice,
        Self::OutOfTouch,
    ];
}

/// What became of the medicine that was supplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medicine {
    /// None is out there.
    NoneLeft,
    /// What was left came back, and was counted.
    Returned,
    /// Some is still with the client, or nobody knows.
    StillOut,
}

impl Medicine {
    /// Every answer, in the order in which it is offered.
    pub const ALL: [Self; 3] = [Self::NoneLeft, Self::Returned, Self::StillOut];
}

/// Whether somebody wants to be asked how they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpWish {
    /// They are glad to be asked.
    Welcome,
    /// They would rather not be asked.
    NotWanted,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// The journey ended here.
    JourneyEnded {
        /// How, and what stays.
        farewell: Box<Farewell>,
        /// In which role it was signed.
        hat: Hat,
    },
    /// A day was set to ask how they are.
    FollowUpPlanned {
        /// So many months after the end.
        months: u16,
        /// The day, in the practice's zone.
        on: Date,
        /// When that day begins.
        from: Timestamp,
    },
    /// Somebody came back.
    JourneyReopened {
        /// What has changed since.
        changed: String,
        /// What they said themselves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clients_words: Option<String>,
    },
}

/// One ending as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Who,
    /// In which role.
    pub hat: Hat,
    /// How, and what stays.
    pub farewell: Farewell,
    /// When they are asked how they are.
    pub follow_ups: Vec<FollowUp>,
    /// That they came back, if they did.
    pub reopened: Option<Reopened>,
}

/// A day on which somebody asks how they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUp {
    /// Its fact, which is also its task.
    pub id: EventId,
    /// So many months after the end.
    pub months: u16,
    /// The day, in the practice's zone.
    pub on: Date,
}

/// That somebody came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopened {
    /// When.
    pub at: Timestamp,
    /// Who wrote it down.
    pub by: Who,
    /// What has changed since.
    pub changed: String,
    /// What they said themselves.
    pub clients_words: Option<String>,
}

/// The endings as they stand: somebody may come back, and end again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Endings {
    /// All of them, oldest first.
    pub all: Vec<Ended>,
}

impl Endings {
    /// The ending in force; none while the journey goes on.
    pub fn current(&self) -> Option<&Ended> {
        self.all.last().filter(|ended| ended.reopened.is_none())
    }

    /// When somebody last came back.
    pub fn reopened_at(&self) -> Option<Timestamp> {
        self.all.iter().rev().find_map(|ended| ended.reopened.as_ref()).map(|reopened| reopened.at)
    }
}

/// Which way was chosen in the consultation; whoever came back since goes on.
pub fn way(case: &Case) -> Option<&Way> {
    const GOES_ON: &Way = &Way::GoOn;
    let reopened = case.endings.reopened_at();
    if reopened.is_some_and(|at| case.consultation.concluded_at.is_none_or(|concluded| concluded < at)) {
        return Some(GOES_ON);
    }
    case.consultation.discernment.as_ref().map(|discernment| &discernment.way)
}

/// Decides a command about the end.
///
/// # Errors
/// When the journey has ended already, or not; a visit goes on; words are missing; the count says that
/// lozenges are out and the form does not; or nobody was invited yet: then an enquiry is answered.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let events = match command {
        Command::End { farewell, hat } => ended(case, farewell, *hat, at)?,
        Command::Reopen { changed, clients_words } => {
            case.endings.current().ok_or(Refusal::NotEnded)?;
            let changed = text::paragraph(changed)?.ok_or(Refusal::WordsMissing)?;
            let clients_words = text::optional_paragraph(clients_words.clone())?;
            vec![Event::JourneyReopened { changed, clients_words }]
        }
    };
    Ok(events.into_iter().map(event::Event::Ending).collect())
}

fn ended(case: &Case, farewell: &Farewell, hat: Hat, at: &At<'_>) -> Result<Vec<Event>, Refusal> {
    if case.enquiry.standing != Standing::Invited {
        return Err(Refusal::NotInvited);
    }
    if case.endings.current().is_some() {
        return Err(Refusal::JourneyEnded);
    }
    if case.endings.all.len() >= ENDINGS_MAX {
        return Err(Refusal::TooMany);
    }
    if is_here(case) {
        return Err(Refusal::StillHere);
    }
    let farewell = farewell.clone().checked()?;
    let out = case.prescriptions.all.iter().any(|one| one.lozenges_left().is_some_and(|left| left > 0));
    if out && farewell.medicine != Medicine::StillOut {
        return Err(Refusal::LozengesOut);
    }
    let wanted = farewell.follow_up == FollowUpWish::Welcome;
    let planned = if wanted { follow_ups(at) } else { Vec::new() };
    let ended = Event::JourneyEnded { farewell: Box::new(farewell), hat };
    Ok(std::iter::once(ended).chain(planned).collect())
}

/// The days on which somebody asks; the protocol's months, counted from the end.
fn follow_ups(at: &At<'_>) -> Vec<Event> {
    let Some(signed) = at.practice.protocol_in_force(at.now) else { return Vec::new() };
    let today = at.practice.date_at(at.now);
    let months = signed.protocol.check_ins.follow_up_months.value.iter();
    let planned = months.filter_map(|months| {
        let on = today.checked_add(Span::new().try_months(*months).ok()?).ok()?;
        let from = on.to_zoned(at.practice.time_zone()).ok()?.timestamp();
        Some(Event::FollowUpPlanned { months: u16::try_from(*months).ok()?, on, from })
    });
    planned.collect()
}

impl Farewell {
    fn checked(self) -> Result<Self, Refusal> {
        let reason = text::paragraph(&self.reason)?.ok_or(Refusal::ReasonMissing)?;
        let reachable = text::paragraph(&self.reachable)?.ok_or(Refusal::ReachableMissing)?;
        let medicine_words = text::optional_paragraph(self.medicine_words)?;
        if self.medicine == Medicine::StillOut && medicine_words.is_none() {
            return Err(Refusal::MedicineUnsaid);
        }
        Ok(Self {
            reason,
            reachable,
            medicine_words,
            clients_words: text::optional_paragraph(self.clients_words)?,
            takes_along: text::optional_paragraph(self.takes_along)?,
            letter: text::optional_paragraph(self.letter)?,
            ..self
        })
    }
}

impl Endings {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        let (at, by) = (recorded.occurred_at, recorded.by);
        match event {
            Event::JourneyEnded { farewell, hat } => self.all.push(Ended {
                at,
                by,
                hat: *hat,
                farewell: farewell.as_ref().clone(),
                follow_ups: Vec::new(),
                reopened: None,
            }),
            Event::FollowUpPlanned { months, on, .. } => {
                if let Some(ended) = self.all.last_mut() {
                    ended.follow_ups.push(FollowUp { id: recorded.id, months: *months, on: *on });
                }
            }
            Event::JourneyReopened { changed, clients_words } => {
                if let Some(ended) = self.all.last_mut() {
                    let (changed, clients_words) = (changed.clone(), clients_words.clone());
                    ended.reopened = Some(Reopened { at, by, changed, clients_words });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
