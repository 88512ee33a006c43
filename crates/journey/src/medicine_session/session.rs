//! What a later decision needs of a medicine session: the facts on the journey's stream.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::adverse_event::{AdverseEvent, FollowUp, FollowedUp, Report};
use super::dose::{Dose, DoseKind};
use super::seal::Summary;
use crate::event::{Recorded, Who};
use crate::gate::{ConditionId, Reason};
use crate::id::{EventId, SessionId, StaffId};

/// A fact of one medicine session, kept on the journey's stream.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Which session.
    pub session: SessionId,
    /// What has happened.
    pub fact: Fact,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Fact {
    /// The client arrived.
    SessionOpened {
        /// Where it takes place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        room: Option<String>,
    },
    /// A prescriber was asked to pass a condition of the gate for this session.
    PassAsked {
        /// Which condition.
        condition: ConditionId,
        /// Of whom.
        of: StaffId,
        /// What to know for it.
        words: String,
    },
    /// A prescriber said no to it.
    PassDeclined {
        /// Which asking.
        ask: EventId,
        /// Why.
        reason: String,
    },
    /// A prescriber passed a condition of the gate for this session.
    GateOverridden {
        /// Which condition.
        condition: ConditionId,
        /// Why.
        reason: String,
        /// What stood in the way: it reaches no further.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        seen: Vec<Reason>,
    },
    /// The lozenge was given, and the gate had authorised it.
    DoseAdministered {
        /// Milligrams.
        dose_mg: i64,
        /// Lozenges that were opened.
        lozenges: u32,
        /// How long it is meant to be held.
        hold_minutes: i64,
        /// The prescription whose lozenges they were.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        prescription: Option<u32>,
    },
    /// The further dose was given, and its gate had authorised it.
    BoosterAdministered {
        /// Milligrams.
        dose_mg: i64,
        /// Lozenges that were opened.
        lozenges: u32,
        /// How long it is meant to be held.
        hold_minutes: i64,
        /// The prescription whose lozenges they were.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        prescription: Option<u32>,
    },
    /// A dose was taken that nothing had authorised: an incident.
    DoseGivenOutsideGate {
        /// Milligrams, as far as is known.
        dose_mg: i64,
        /// When it was taken.
        given_at: Timestamp,
        /// Who gave or took it.
        given_by: String,
        /// How it came about.
        why: String,
        /// What stood in the way, where somebody said that they gave it and was not told so in time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        refused: Option<Refused>,
        /// Lozenges that it took, if that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lozenges: Option<u32>,
        /// The prescription whose lozenges they were, if one was in force.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        prescription: Option<u32>,
    },
    /// A dose that was said to be given without leave was indeed taken.
    DoseConfirmed {
        /// Which.
        event: EventId,
    },
    /// Something unwanted was reported.
    AdverseEventReported(Report),
    /// Something was written of an adverse event afterwards; it may close it.
    AdverseEventFollowedUp {
        /// Which.
        event: EventId,
        /// What was written.
        #[serde(flatten)]
        follow_up: FollowUp,
    },
    /// A prescriber closed the review of an adverse event or of a dose outside the gate.
    Reviewed {
        /// Which.
        event: EventId,
        /// What was found and what follows.
        finding: String,
    },
    /// A prescriber looked back at the session and signed.
    FollowUpSigned {
        /// After this session, or over the course as a whole.
        kind: FollowUpKind,
        /// What was found and what follows.
        finding: String,
    },
    /// A dose or an adverse event had been recorded by mistake.
    EnteredInError {
        /// Which.
        event: EventId,
        /// Why.
        because: String,
    },
    /// The client went home, and everything asked for was so.
    DischargeDone {
        /// With whom.
        left_with: String,
    },
    /// The client left before it was safe.
    LeftAgainstAdvice {
        /// Who saw it.
        witness: String,
        /// What was agreed.
        plan: String,
        /// What was still missing.
        missing: Vec<super::discharge::Missing>,
    },
    /// The visit ended and nothing was given.
    EndedWithoutDose {
        /// Whose decision it was.
        because: WithoutDose,
        /// In their own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// The chart was closed.
    SessionSealed {
        /// What happened, in short.
        summary: Summary,
        /// How many facts the session's stream held.
        chart_events: u64,
    },
    /// Something was added afterwards.
    AddendumWritten {
        /// The text.
        text: String,
        /// Whether it is the session's note, drafted from the chart and read over.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        is_note: bool,
    },
}

/// What stood in the way of a dose that somebody said was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Refused {
    /// A dose was on record: another lozenge, or the same one said twice.
    AlreadyGiven,
    /// The gate had not authorised it.
    GateClosed {
        /// The conditions that stood in the way.
        conditions: Vec<ConditionId>,
    },
    /// The lozenges that were opened are not the dose that was said.
    LozengesDoNotFit,
    /// No dose could be given at all: the visit had ended or was stopped, or no protocol was in force.
    NotPossible,
}

/// Why a visit ended and nothing was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithoutDose {
    /// The client said no; a good answer, with no reason asked.
    ClientSaidNo,
    /// The therapist stopped it.
    TherapistStopped,
    /// The gate did not authorise a dose.
    GateStayedClosed,
}

/// What a follow-up looks back at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    /// This session.
    AfterSession,
    /// The course as a whole, this session included: whether to go on is justified anew.
    Course,
}

/// How a visit ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Ending {
    /// The fact that records it.
    pub id: EventId,
    /// When the client left.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: Who,
    /// How: one of the three facts that end a visit.
    pub how: Fact,
}

/// Something added to a sealed session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addendum {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
    /// The text.
    pub text: String,
    /// Whether it is the session's note.
    pub is_note: bool,
}

/// A condition that a prescriber passed for this session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// Which.
    pub condition: ConditionId,
    /// Who.
    pub by: Who,
    /// Why.
    pub reason: String,
    /// What stood in the way: it reaches no further.
    pub seen: Vec<Reason>,
    /// When.
    pub at: Timestamp,
}

/// That a prescriber was asked to pass a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The fact that it is.
    pub id: EventId,
    /// Which condition.
    pub condition: ConditionId,
    /// Of whom.
    pub of: StaffId,
    /// Who asked.
    pub by: Who,
    /// When it was kept.
    pub at: Timestamp,
    /// What to know for it.
    pub words: String,
    /// The answer, once there is one.
    pub answer: Option<PassAnswer>,
}

/// What a prescriber answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassAnswer {
    /// Whether the condition was passed.
    pub passed: bool,
    /// Who answered.
    pub by: Who,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
}

/// The closed review of an adverse event or of a dose outside the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
    /// What was found and what follows.
    pub finding: String,
}

/// A session's closed chart, in short.
#[derive(Debug, Clone, PartialEq)]
pub struct Sealed {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
    /// What happened, in short.
    pub summary: Summary,
    /// How many facts the session's stream held.
    pub chart_events: u64,
}

/// One medicine session, as the journey knows it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Session {
    /// When the client arrived.
    pub opened_at: Option<Timestamp>,
    /// The IANA zone in which it takes place.
    pub zone: Option<String>,
    /// Where it takes place.
    pub room: Option<String>,
    /// The conditions that were passed.
    pub passed: Vec<Passed>,
    /// What prescribers were asked to pass, oldest first.
    pub asked: Vec<Asked>,
    /// How it ended, once it has.
    pub ending: Option<Ending>,
    /// The closed chart, once it is.
    pub sealed: Option<Sealed>,
    /// What was added afterwards.
    pub addenda: Vec<Addendum>,
    /// The prescriber's look back, once it is signed; the widest kind that was.
    pub follow_up: Option<(FollowUpKind, Review)>,
    doses: BTreeMap<EventId, Dose>,
    adverse_events: BTreeMap<EventId, AdverseEvent>,
    reviews: BTreeMap<EventId, Review>,
    struck: BTreeMap<EventId, String>,
    confirmed: BTreeSet<EventId>,
}

impl Session {
    /// The session's note, once somebody has read the draft over and kept it.
    pub fn note(&self) -> Option<&Addendum> {
        self.addenda.iter().find(|addendum| addendum.is_note)
    }

    /// The doses that were taken, in the order of time; what was recorded by mistake is left out.
    pub fn doses(&self) -> Vec<&Dose> {
        let kept = self.doses.values().filter(|dose| !self.struck.contains_key(&dose.id));
        let mut doses: Vec<&Dose> = kept.collect();
        doses.sort_by_key(|dose| (dose.given_at, dose.id));
        doses
    }

    /// When the first dose was taken: T0.
    pub fn first_dose_at(&self) -> Option<Timestamp> {
        self.doses().first().map(|dose| dose.given_at)
    }

    /// When the last dose was taken, a booster or one outside the gate included.
    pub fn last_dose_at(&self) -> Option<Timestamp> {
        self.doses().last().map(|dose| dose.given_at)
    }

    /// All that was taken, in milligrams.
    pub fn total_mg(&self) -> i64 {
        self.doses().iter().fold(0, |sum, dose| sum.saturating_add(dose.dose_mg))
    }

    /// What was taken by that time, in milligrams.
    pub fn total_mg_at(&self, at: Timestamp) -> i64 {
        let taken = self.doses().into_iter().filter(|dose| dose.given_at <= at);
        taken.fold(0, |sum, dose| sum.saturating_add(dose.dose_mg))
    }

    /// Time since the first dose; none before it.
    pub fn since_first_dose(&self, now: Timestamp) -> Option<SignedDuration> {
        self.first_dose_at().map(|at| now.duration_since(at))
    }

    /// Time since the last dose, from which leaving and the window count.
    pub fn since_last_dose(&self, now: Timestamp) -> Option<SignedDuration> {
        self.last_dose_at().map(|at| now.duration_since(at))
    }

    /// Adverse events, in the order of time; what was recorded by mistake is left out.
    pub fn adverse_events(&self) -> Vec<&AdverseEvent> {
        let kept = self.adverse_events.values().filter(|event| !self.struck.contains_key(&event.id));
        let mut events: Vec<&AdverseEvent> = kept.collect();
        events.sort_by_key(|event| (event.at, event.id));
        events
    }

    /// One adverse event that stands.
    pub fn adverse_event(&self, event: EventId) -> Option<&AdverseEvent> {
        self.adverse_events.get(&event).filter(|event| !self.struck.contains_key(&event.id))
    }

    /// The closed review of an adverse event or of a dose outside the gate.
    pub fn review_of(&self, event: EventId) -> Option<&Review> {
        self.reviews.get(&event)
    }

    /// Why a dose or an adverse event was taken back, if it was.
    pub fn struck(&self, event: EventId) -> Option<&str> {
        self.struck.get(&event).map(String::as_str)
    }

    /// Doses outside the gate whose incident nobody has reviewed.
    pub fn open_incidents(&self) -> Vec<&Dose> {
        let outside = |dose: &&Dose| matches!(dose.kind, DoseKind::OutsideGate { .. });
        let open = |dose: &&Dose| !self.reviews.contains_key(&dose.id);
        self.doses().into_iter().filter(outside).filter(open).collect()
    }

    /// Doses that were said to be given without leave, of which nobody has said yet whether they were.
    ///
    /// They count as taken until then, so that no clock waits for the answer.
    pub fn doses_in_question(&self) -> Vec<&Dose> {
        let asked = |dose: &&Dose| matches!(dose.kind, DoseKind::OutsideGate { refused: Some(_), .. });
        let open = |dose: &&Dose| !self.confirmed.contains(&dose.id) && !self.reviews.contains_key(&dose.id);
        self.doses().into_iter().filter(asked).filter(open).collect()
    }

    /// Whether the client has left; a dose taken after that opens the clocks again.
    pub fn is_over(&self) -> bool {
        let ended_at = self.ending.as_ref().map(|ending| ending.at);
        ended_at.is_some_and(|ended| self.last_dose_at().is_none_or(|dosed| dosed <= ended))
    }

    /// What waits for a prescriber's answer; nothing once a dose was taken or the visit is over.
    pub fn open_asks(&self) -> impl Iterator<Item = &Asked> {
        let waits = self.first_dose_at().is_none() && !self.is_over();
        self.asked.iter().filter(move |one| waits && one.answer.is_none())
    }

    fn answered(&mut self, of: impl Fn(&Asked) -> bool, answer: &PassAnswer) {
        for one in self.asked.iter_mut().filter(|one| one.answer.is_none() && of(one)) {
            one.answer = Some(answer.clone());
        }
    }

    pub(super) fn can_be_reviewed(&self, event: EventId) -> bool {
        let outside = |dose: &Dose| matches!(dose.kind, DoseKind::OutsideGate { .. });
        self.adverse_events.contains_key(&event) || self.doses.get(&event).is_some_and(outside)
    }

    fn evolve(&mut self, fact: &Fact, recorded: &Recorded) {
        let (at, by) = (recorded.occurred_at, recorded.by);
        match fact {
            Fact::SessionOpened { room } => {
                self.opened_at = Some(at);
                self.zone.clone_from(&recorded.zone);
                self.room.clone_from(room);
            }
            Fact::PassAsked { condition, of, words } => self.asked.push(Asked {
                id: recorded.id,
                condition: *condition,
                of: *of,
                by,
                at: recorded.recorded_at,
                words: words.clone(),
                answer: None,
            }),
            Fact::PassDeclined { ask, reason } => {
                self.answered(
                    |one| one.id == *ask,
                    &PassAnswer { passed: false, by, at, reason: reason.clone() },
                );
            }
            Fact::GateOverridden { condition, reason, seen } => {
                let answer = PassAnswer { passed: true, by, at, reason: reason.clone() };
                self.answered(|one| one.condition == *condition, &answer);
                let (condition, reason, seen) = (*condition, reason.clone(), seen.clone());
                self.passed.push(Passed { condition, by, reason, seen, at });
            }
            Fact::DoseAdministered { .. }
            | Fact::BoosterAdministered { .. }
            | Fact::DoseGivenOutsideGate { .. } => {
                self.doses.extend(Dose::of(fact, recorded).map(|dose| (dose.id, dose)));
            }
            Fact::DoseConfirmed { event } => {
                self.confirmed.insert(*event);
            }
            Fact::AdverseEventReported(report) => {
                let at = report.onset_at.unwrap_or(at);
                let (id, report) = (recorded.id, report.clone());
                let event = AdverseEvent { id, at, by, report, follow_ups: Vec::new() };
                self.adverse_events.insert(id, event);
            }
            Fact::AdverseEventFollowedUp { event, follow_up } => {
                if let Some(event) = self.adverse_events.get_mut(event) {
                    event.follow_ups.push(FollowedUp { at, by, follow_up: follow_up.clone() });
                }
            }
            Fact::Reviewed { event, finding } => {
                self.reviews.insert(*event, Review { at, by, finding: finding.clone() });
            }
            Fact::FollowUpSigned { kind, finding } => {
                let kind = self.follow_up.as_ref().map_or(*kind, |(before, _)| *kind.max(before));
                self.follow_up = Some((kind, Review { at, by, finding: finding.clone() }));
            }
            Fact::EnteredInError { event, because } => {
                self.struck.insert(*event, because.clone());
                self.ending.take_if(|ending| ending.id == *event);
            }
            Fact::DischargeDone { .. } | Fact::LeftAgainstAdvice { .. } | Fact::EndedWithoutDose { .. } => {
                self.ending = Some(Ending { id: recorded.id, at, by, how: fact.clone() });
            }
            Fact::SessionSealed { summary, chart_events } => {
                let (summary, chart_events) = (summary.clone(), *chart_events);
                self.sealed = Some(Sealed { at, by, summary, chart_events });
            }
            Fact::AddendumWritten { text, is_note } => {
                self.addenda.push(Addendum { at, by, text: text.clone(), is_note: *is_note });
            }
        }
    }
}

/// Every medicine session of a journey.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sessions {
    by_id: BTreeMap<SessionId, Session>,
}

impl Sessions {
    /// One session.
    pub fn get(&self, session: SessionId) -> Option<&Session> {
        self.by_id.get(&session)
    }

    /// Every session, in the order in which they began.
    pub fn in_order(&self) -> Vec<(SessionId, &Session)> {
        let mut sessions: Vec<_> = self.by_id.iter().map(|(id, session)| (*id, session)).collect();
        let began = |session: &Session| session.opened_at.or_else(|| session.first_dose_at());
        sessions.sort_by_cached_key(|(id, session)| (began(session), *id));
        sessions
    }

    /// The session that is not sealed yet; the newest, should there be several.
    pub fn open(&self) -> Option<SessionId> {
        let unsealed = self.by_id.iter().filter(|(_, session)| session.sealed.is_none());
        unsealed.max_by_key(|(id, session)| (session.opened_at, **id)).map(|(id, _)| *id)
    }

    /// The sessions in which something was taken, in the order of time.
    pub fn dosed(&self) -> Vec<(SessionId, &Session)> {
        let all = self.by_id.iter();
        let dosed = all.filter_map(|(id, session)| Some((session.first_dose_at()?, *id, session)));
        let mut dosed: Vec<_> = dosed.collect();
        dosed.sort_unstable_by_key(|(at, id, _)| (*at, *id));
        dosed.into_iter().map(|(_, id, session)| (id, session)).collect()
    }

    /// Every adverse event that stands, with its session, in the order of time.
    pub fn adverse_events(&self) -> Vec<(SessionId, &AdverseEvent)> {
        let mut events = Vec::new();
        for (id, session) in &self.by_id {
            events.extend(session.adverse_events().into_iter().map(|event| (*id, event)));
        }
        events.sort_by_key(|(_, event)| (event.at, event.id));
        events
    }

    /// When the last dose of all was taken: the window and the interval count from it.
    pub fn last_dose_at(&self) -> Option<Timestamp> {
        self.by_id.values().filter_map(Session::last_dose_at).max()
    }

    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        self.by_id.entry(event.session).or_default().evolve(&event.fact, recorded);
    }
}
