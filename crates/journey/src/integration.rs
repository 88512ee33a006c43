//! Integration: the window after a dose, check-ins, sessions, and practices the client chooses.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded};
use crate::id::SessionId;
use crate::medicine_session::{self, Fact};
use crate::protocol::CheckIns;
use crate::refusal::Refusal;
use crate::scale::{RiskSource, risk_shown};
use crate::text;

mod body_map;
mod check_in;
pub(crate) mod medicine;
mod practice;
mod schedule;
mod thread;

pub use body_map::{BodyEntry, BodyPlace, Mapped, Moment, STRENGTH_MAX, Sensation};
pub use check_in::{Answer, DayQuestions, Item, YesOrNo, asked_on};
pub use practice::{Chosen, Follow, PracticeKind};
pub use schedule::{PlannedCheckIn, Window, WindowState, schedule, window};
pub use thread::{Thread, ThreadEntry};

/// Entries of body maps and threads, of each, that one journey holds.
pub const ENTRIES_MAX: usize = 20_000;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Record that the client opened a check-in. Needs `Create` on `Scale`.
    OpenCheckIn(CheckInId),
    /// Take one answer of a check-in; a later one to the same item replaces it. Needs `Create` on `Scale`.
    AnswerCheckIn {
        /// Which check-in.
        check_in: CheckInId,
        /// Which question.
        item: Item,
        /// The answer.
        answer: Answer,
    },
    /// The client says "not now" to a check-in. Needs `Create` on `Scale`.
    PutOffCheckIn(CheckInId),
    /// The client wants no more check-ins. Needs `Create` on `Scale`.
    StopCheckIns,
    /// The client wants check-ins again. Needs `Create` on `Scale`.
    ResumeCheckIns,
    /// Say in which zone the client lives now. Needs `Create` on `Scale`.
    TellZone {
        /// IANA name of the zone.
        zone: String,
    },
    /// Keep a practice that the client chose. Needs `Create` on `Integration`.
    ChoosePractice {
        /// Which sort.
        kind: PracticeKind,
        /// In the client's words.
        words: String,
    },
    /// Say how a chosen practice goes. Needs `Create` on `Integration`.
    FollowPractice {
        /// Which, from 1.
        number: u32,
        /// How.
        follow: Follow,
    },
    /// Write along a thread; the first entry begins it. Needs `Create` on `Integration`.
    WriteThread {
        /// Which.
        thread: Thread,
        /// The words.
        words: String,
    },
    /// Keep what is felt at a place of the body. Needs `Create` on `Integration`.
    MapBody(Mapped),
    /// Take an entry of the body map back. Needs `Create` on `Integration`.
    TakeBodyBack {
        /// Which, from 1.
        number: u32,
    },
    /// Record that an integration session took place. Needs `Create` on `Integration`.
    HoldSession(Held),
}

/// A check-in, named by the session it follows and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CheckInId {
    /// After which session.
    pub session: SessionId,
    /// On which of the client's days after the dose.
    pub day: u16,
}

/// What an integration session brought; every part may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Held {
    /// What came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub came: Option<String>,
    /// What it asks of this life.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asks: Option<String>,
    /// What was agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed: Option<String>,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// The protocol's figures for the window were taken over, at a dose.
    ScheduleTaken {
        /// The figures.
        figures: Box<CheckIns>,
    },
    /// The client opened a check-in.
    CheckInOpened(CheckInId),
    /// The client answered one question of a check-in.
    CheckInAnswered {
        /// Which check-in.
        check_in: CheckInId,
        /// Which question.
        item: Item,
        /// The answer.
        answer: Answer,
    },
    /// The client said "not now" to a check-in.
    CheckInPutOff(CheckInId),
    /// The client wanted no more check-ins.
    CheckInsStopped,
    /// The client wanted check-ins again.
    CheckInsResumed,
    /// The client lives in this zone now.
    ZoneTold {
        /// IANA name of the zone.
        zone: String,
    },
    /// The client chose a practice.
    PracticeChosen {
        /// Which sort.
        kind: PracticeKind,
        /// In the client's words.
        words: String,
    },
    /// The client said how a practice goes.
    PracticeFollowed {
        /// Which, from 1.
        number: u32,
        /// How.
        follow: Follow,
    },
    /// Something was written along a thread.
    ThreadWritten {
        /// Which.
        thread: Thread,
        /// The words.
        words: String,
    },
    /// Something was felt at a place of the body.
    BodyMapped(Mapped),
    /// An entry of the body map was taken back.
    BodyTakenBack {
        /// Which, from 1.
        number: u32,
    },
    /// An integration session took place.
    IntegrationSessionHeld(Held),
}

/// One check-in as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckIn {
    /// When it was first opened.
    pub opened_at: Option<Timestamp>,
    /// When the last answer came.
    pub answered_at: Option<Timestamp>,
    /// The newest answer to each question.
    pub answers: BTreeMap<Item, Answer>,
    /// When the client said "not now", if they did.
    pub put_off_at: Option<Timestamp>,
}

/// The integration as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Integration {
    /// The figures of the window, as taken over at the latest dose.
    pub figures: Option<CheckIns>,
    /// What was opened, answered or put off.
    pub check_ins: BTreeMap<CheckInId, CheckIn>,
    /// When the client wanted no more check-ins; none while they are welcome.
    pub stopped_at: Option<Timestamp>,
    /// The zone that the client said they live in.
    pub zone: Option<String>,
    /// Practices, oldest first.
    pub practices: Vec<Chosen>,
    /// What was written along each thread, oldest first.
    pub threads: BTreeMap<Thread, Vec<ThreadEntry>>,
    /// What was felt in the body, oldest first; entries taken back are not there.
    pub body: Vec<BodyEntry>,
    /// How many entries the body map ever had.
    pub body_count: u32,
    /// Integration sessions, oldest first.
    pub sessions: Vec<(Timestamp, Held)>,
}

impl Integration {
    /// Times of integration sessions, oldest first.
    pub fn held_at(&self) -> impl Iterator<Item = Timestamp> {
        self.sessions.iter().map(|(at, _)| *at)
    }
}

/// The zone the client has now: the one they said, else that of the latest session.
pub fn zone(case: &Case) -> TimeZone {
    let of_session = || case.sessions.dosed().last().and_then(|(_, session)| session.zone.clone());
    let name = case.integration.zone.clone().or_else(of_session);
    name.and_then(|name| TimeZone::get(&name).ok()).unwrap_or(TimeZone::UTC)
}

/// The window after each dosed session, oldest first; none under no signed protocol.
pub fn windows(case: &Case) -> Vec<(SessionId, Window)> {
    let Some(figures) = &case.integration.figures else {
        return Vec::new();
    };
    let dosed = case.sessions.dosed().into_iter();
    dosed.filter_map(|(id, session)| Some((id, window(session.last_dose_at()?, figures)))).collect()
}

/// The window after the latest dosed session, whatever lies behind it.
pub fn latest_window(case: &Case) -> Option<(SessionId, Window)> {
    let figures = case.integration.figures.as_ref()?;
    let (id, session) = case.sessions.dosed().pop()?;
    Some((id, window(session.last_dose_at()?, figures)))
}

/// The check-ins of the latest dosed session in the client's zone.
pub fn latest_planned(case: &Case) -> Option<(SessionId, Vec<PlannedCheckIn>)> {
    let figures = case.integration.figures.as_ref()?;
    let (id, session) = case.sessions.dosed().pop()?;
    Some((id, schedule(session.last_dose_at()?, &zone(case), figures)))
}

/// The check-ins of every dosed session in the client's zone, oldest session first.
pub fn planned(case: &Case, zone: &TimeZone) -> Vec<(SessionId, Vec<PlannedCheckIn>)> {
    let Some(figures) = &case.integration.figures else {
        return Vec::new();
    };
    let dosed = case.sessions.dosed().into_iter();
    dosed.filter_map(|(id, session)| Some((id, schedule(session.last_dose_at()?, zone, figures)))).collect()
}

/// The facts that follow on others: a dose takes the protocol's figures for its window over.
pub(crate) fn following(case: &Case, events: &[event::Event], at: &At<'_>) -> Option<event::Event> {
    events.iter().any(is_dose).then_some(())?;
    let figures = &at.practice.protocol_in_force(at.now)?.protocol.check_ins;
    let new = case.integration.figures.as_ref() != Some(figures);
    let taken = || Event::ScheduleTaken { figures: Box::new(figures.clone()) };
    new.then(|| event::Event::Integration(taken()))
}

fn is_dose(event: &event::Event) -> bool {
    let event::Event::MedicineSession(medicine_session::session::Event { fact, .. }) = event else {
        return false;
    };
    matches!(
        fact,
        Fact::DoseAdministered { .. } | Fact::BoosterAdministered { .. } | Fact::DoseGivenOutsideGate { .. }
    )
}

/// Decides a command of the integration.
///
/// # Errors
/// When a check-in is not there or not open yet, an answer does not fit, or words are missing.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let integration = &case.integration;
    let event = match command {
        Command::OpenCheckIn(check_in) => {
            open(case, *check_in, at)?;
            Event::CheckInOpened(*check_in)
        }
        Command::AnswerCheckIn { check_in, item, answer } => {
            return answered(case, *check_in, *item, answer, at);
        }
        Command::PutOffCheckIn(check_in) => {
            open(case, *check_in, at)?;
            Event::CheckInPutOff(*check_in)
        }
        Command::StopCheckIns if integration.stopped_at.is_some() => return Err(Refusal::NothingNew),
        Command::StopCheckIns => Event::CheckInsStopped,
        Command::ResumeCheckIns => {
            integration.stopped_at.ok_or(Refusal::NotPaused)?;
            Event::CheckInsResumed
        }
        Command::TellZone { zone } => {
            TimeZone::get(zone).map_err(|_| Refusal::ZoneUnknown)?;
            Event::ZoneTold { zone: zone.clone() }
        }
        Command::ChoosePractice { kind, words } => {
            room_for(integration.practices.len(), practice::PRACTICES_MAX)?;
            let words = text::paragraph(words)?.ok_or(Refusal::WordsMissing)?;
            Event::PracticeChosen { kind: *kind, words }
        }
        Command::FollowPractice { number, follow } => {
            place(*number, integration.practices.len()).ok_or(Refusal::NoSuchPractice)?;
            Event::PracticeFollowed { number: *number, follow: *follow }
        }
        Command::WriteThread { thread, words } => {
            room_for(integration.threads.values().map(Vec::len).sum(), ENTRIES_MAX)?;
            let words = text::paragraph(words)?.ok_or(Refusal::WordsMissing)?;
            Event::ThreadWritten { thread: *thread, words }
        }
        Command::MapBody(mapped) => {
            room_for(integration.body.len(), ENTRIES_MAX)?;
            Event::BodyMapped(mapped.checked()?)
        }
        Command::TakeBodyBack { number } => {
            let there = integration.body.iter().any(|entry| entry.number == *number);
            if !there {
                return Err(Refusal::NothingNew);
            }
            Event::BodyTakenBack { number: *number }
        }
        Command::HoldSession(held) => Event::IntegrationSessionHeld(held.clone().checked()?),
    };
    Ok(vec![event::Event::Integration(event)])
}

fn room_for(held: usize, max: usize) -> Result<(), Refusal> {
    if held < max { Ok(()) } else { Err(Refusal::TooMany) }
}

/// Where the thing of that number, from 1, lies in a list.
fn place(number: u32, of: usize) -> Option<usize> {
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    (place < of).then_some(place)
}

/// Whether the check-in is planned and its time has come; late answers are welcome.
fn open(case: &Case, check_in: CheckInId, at: &At<'_>) -> Result<(), Refusal> {
    let planned = planned(case, &zone(case));
    let of_session = planned.iter().find(|(session, _)| *session == check_in.session);
    let days = of_session.map(|(_, days)| days.as_slice()).unwrap_or_default();
    let day = days.iter().find(|planned| planned.day == check_in.day).ok_or(Refusal::NoSuchCheckIn)?;
    if at.now < day.opens_at { Err(Refusal::CheckInNotYet) } else { Ok(()) }
}

fn answered(
    case: &Case,
    check_in: CheckInId,
    item: Item,
    answer: &Answer,
    at: &At<'_>,
) -> Result<Vec<event::Event>, Refusal> {
    open(case, check_in, at)?;
    let answer = answer.clone().checked(item)?;
    let at_risk = item == Item::HarmThoughts && answer == Answer::YesOrNo { says: YesOrNo::Yes };
    let facts = match &answer {
        Answer::Changed { says, which } => medicine::told(case, check_in, *says, which.as_deref(), at),
        _ => Vec::new(),
    };
    let mut events = vec![event::Event::Integration(Event::CheckInAnswered { check_in, item, answer })];
    events.extend(facts.into_iter().map(event::Event::History));
    if at_risk {
        let CheckInId { session, day } = check_in;
        events.push(risk_shown(RiskSource::CheckIn { session, day }));
    }
    Ok(events)
}

impl Held {
    fn checked(self) -> Result<Self, Refusal> {
        Ok(Self {
            came: text::optional_paragraph(self.came)?,
            asks: text::optional_paragraph(self.asks)?,
            agreed: text::optional_paragraph(self.agreed)?,
        })
    }
}

impl Integration {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        let at = recorded.occurred_at;
        match event {
            Event::ScheduleTaken { figures } => self.figures = Some(figures.as_ref().clone()),
            Event::CheckInOpened(id) => {
                self.check_ins.entry(*id).or_default().opened_at.get_or_insert(at);
            }
            Event::CheckInAnswered { check_in, item, answer } => {
                let kept = self.check_ins.entry(*check_in).or_default();
                kept.answers.insert(*item, answer.clone());
                kept.answered_at = Some(at);
            }
            Event::CheckInPutOff(id) => {
                self.check_ins.entry(*id).or_default().put_off_at = Some(at);
            }
            Event::CheckInsStopped => self.stopped_at = Some(at),
            Event::CheckInsResumed => self.stopped_at = None,
            Event::ZoneTold { zone } => self.zone = Some(zone.clone()),
            Event::PracticeChosen { kind, words } => {
                let (kind, words) = (*kind, words.clone());
                self.practices.push(Chosen { at, kind, words, followed: Vec::new() });
            }
            Event::PracticeFollowed { number, follow } => {
                if let Some(place) = place(*number, self.practices.len()) {
                    self.practices[place].followed.push((at, *follow));
                }
            }
            Event::ThreadWritten { thread, words } => {
                let entry = ThreadEntry { at, by: recorded.by, words: words.clone() };
                self.threads.entry(*thread).or_default().push(entry);
            }
            Event::BodyMapped(mapped) => {
                self.body_count = self.body_count.saturating_add(1);
                let (number, by) = (self.body_count, recorded.by);
                self.body.push(BodyEntry { number, at, by, mapped: *mapped });
            }
            Event::BodyTakenBack { number } => self.body.retain(|entry| entry.number != *number),
            Event::IntegrationSessionHeld(held) => self.sessions.push((at, held.clone())),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
