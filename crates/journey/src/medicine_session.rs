//! The medicine session: arrival, the checks of the day, the dose, the room, leaving, sealing.
//!
//! Facts that a later decision needs go onto the journey's stream ([`session`]); what is charted
//! goes onto the session's own ([`chart`]). What happened can always be recorded: the gate decides
//! what is authorised, never what is true.

use crate::case::{At, Case};
use crate::consent;
use crate::event::{self, Who};
use crate::id::{EventId, SessionId};
use crate::integration::medicine;
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::review;
use crate::staff::{Role, Status};
use crate::text;

pub mod act;
pub mod adverse_event;
pub mod chart;
pub mod charting;
pub mod day;
pub mod discharge;
pub mod dose;
pub mod gate_input;
pub mod phase;
pub mod seal;
pub mod session;
pub mod timeline;
pub mod trace;
pub mod vitals;
pub mod vitals_due;
pub mod vocabulary;

pub use act::{Act, Command};
pub use chart::{Chart, Charted};
pub use session::{Fact, Session, Sessions};

#[cfg(test)]
mod tests;

use adverse_event::{FollowUp, Outside};
use charting::corrected;
use discharge::Leaving;

/// Decides an act in a medicine session.
///
/// # Errors
/// When there is no such session, it is over or sealed, or the act's own rule says no.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let here = Here { case, id: command.session, at };
    match &command.act {
        Act::Open { room } => here.open(room.clone()),
        Act::RecordDoseOutsideGate { .. } => here.dose_outside_gate(&command.act),
        // Said to be given: recorded also when it comes after the end, or after the seal.
        Act::AdministerDose { .. } | Act::AdministerBooster { .. } => here.dose(&command.act),
        Act::LeaveAgainstAdvice { witness, plan } => here.leave(witness, plan),
        Act::AddAddendum { text, is_note } => here.addendum(text, *is_note),
        Act::ReportAdverseEvent(report) => {
            here.session()?;
            here.not_ahead(report.onset_at)?;
            here.not_ahead(report.resolved_at)?;
            Ok(vec![here.fact(Fact::AdverseEventReported(report.clone().checked()?))])
        }
        Act::FollowUpAdverseEvent { event, follow_up } => here.event_follow_up(*event, follow_up),
        Act::Review { event, finding } => here.review(*event, finding),
        Act::SignFollowUp { kind, finding } => here.follow_up(*kind, finding),
        act => {
            if here.session()?.sealed.is_some() {
                return Err(Refusal::SessionIsSealed);
            }
            here.act(act)
        }
    }
}

/// One session, and the circumstances under which an act in it is decided.
struct Here<'a> {
    case: &'a Case,
    id: SessionId,
    at: &'a At<'a>,
}

impl Here<'_> {
    fn session(&self) -> Result<&Session, Refusal> {
        self.case.sessions.get(self.id).ok_or(Refusal::NoSession)
    }

    /// The session while the client is here.
    fn going_on(&self) -> Result<&Session, Refusal> {
        let session = self.session()?;
        if session.is_over() { Err(Refusal::SessionIsOver) } else { Ok(session) }
    }

    fn chart(&self) -> Option<&Chart> {
        self.case.chart_of(self.id)
    }

    /// When the work was stopped early, if it was.
    fn stopped(&self) -> Option<jiff::Timestamp> {
        self.chart().and_then(Chart::stopped_at)
    }

    fn protocol(&self) -> Option<&Protocol> {
        self.at.practice.protocol_in_force(self.at.now).map(|signed| &signed.protocol)
    }

    fn fact(&self, fact: Fact) -> event::Event {
        event::Event::MedicineSession(session::Event { session: self.id, fact })
    }

    fn charted(&self, charted: Charted) -> event::Event {
        event::Event::SessionChart(chart::Event { session: self.id, charted })
    }

    fn act(&self, act: &Act) -> Result<Vec<event::Event>, Refusal> {
        match act {
            Act::AttestConsent => consent::decide(self.case, &consent::Command::Attest, self.at),
            Act::ConfirmDose { event } => self.confirm_dose(*event),
            Act::OverrideGate { condition, reason, seen } => self.pass(*condition, reason, seen.as_deref()),
            Act::AskPass { condition, of, words } => self.ask_pass(*condition, *of, words),
            Act::DeclinePass { ask, reason } => self.decline_pass(*ask, reason),
            Act::Undo { event, because } => self.undo(*event, because.clone()),
            Act::TakeBackDose { event, because } => {
                let stands = self.session()?.doses().iter().any(|dose| dose.id == *event);
                self.take_back(stands, *event, because)
            }
            Act::TakeBackAdverseEvent { event, because } => {
                let stands = self.session()?.adverse_events().iter().any(|one| one.id == *event);
                self.take_back(stands, *event, because)
            }
            Act::TakeBackEnding { because } => self.take_back_ending(because),
            Act::Correct { event, new, occurred_at } => {
                let new = Box::new(corrected(self.chart(), *event, new, self.protocol())?);
                let occurred_at = self.not_ahead(*occurred_at)?;
                Ok(vec![self.charted(Charted::Corrected { event: *event, new, occurred_at })])
            }
            Act::Discharge { ticked, aldrete, left_with } => self.discharge(ticked, *aldrete, left_with),
            Act::EndWithoutDose { because, words } => {
                if self.going_on()?.first_dose_at().is_some() {
                    return Err(Refusal::DoseWasGiven);
                }
                let words = text::optional_paragraph(words.clone())?;
                Ok(vec![self.fact(Fact::EndedWithoutDose { because: *because, words })])
            }
            Act::Seal => self.seal(),
            other => self.chart_one(other),
        }
    }

    fn open(&self, room: Option<String>) -> Result<Vec<event::Event>, Refusal> {
        if self.case.sessions.get(self.id).is_some_and(|session| session.opened_at.is_some()) {
            return Err(Refusal::SessionAlreadyOpen);
        }
        if self.others_go_on() {
            return Err(Refusal::AnotherSessionOpen);
        }
        if let Some(rest) = review::rest(self.case) {
            return Err(rest.refusal());
        }
        Ok(vec![self.fact(Fact::SessionOpened { room: text::optional_line(room)? })])
    }

    /// Everything that becomes one entry of the chart.
    fn chart_one(&self, act: &Act) -> Result<Vec<event::Event>, Refusal> {
        let session = self.session()?;
        let charted = act.charted().ok_or(Refusal::NoSuchEntry)?.checked(self.protocol())?;
        match &charted {
            Charted::DayAnswered(answers) => {
                self.not_ahead(answers.latest())?;
            }
            Charted::MonitorAssigned { monitor } => self.can_watch(Who::Staff { staff: *monitor })?,
            Charted::VitalsDeferred { .. } => self.may_defer(session)?,
            Charted::HoldEnded { .. } | Charted::OnsetNoticed => {
                session.first_dose_at().ok_or(Refusal::NoDose)?;
            }
            Charted::StoppedEarly { .. } => {
                self.going_on()?.first_dose_at().ok_or(Refusal::NoDose)?;
                if self.stopped().is_some() {
                    return Err(Refusal::NothingNew);
                }
            }
            _ => {}
        }
        let told = match &charted {
            Charted::MedicinesReconciled { changes: Some(words) } => {
                medicine::told_at_the_door(self.case, self.id, words, self.at)
            }
            _ => Vec::new(),
        };
        let charted = self.charted(charted);
        Ok(std::iter::once(charted).chain(told.into_iter().map(event::Event::History)).collect())
    }

    fn not_ahead(&self, time: Option<jiff::Timestamp>) -> Result<Option<jiff::Timestamp>, Refusal> {
        match time {
            Some(time) if time > self.at.now => Err(Refusal::TimeAhead),
            time => Ok(time),
        }
    }

    fn can_watch(&self, who: Who) -> Result<(), Refusal> {
        let watches = [Role::Monitor, Role::Therapist, Role::Prescriber];
        if watches.into_iter().any(|role| self.holds(who, role)) {
            Ok(())
        } else {
            Err(Refusal::NoSuchPerson)
        }
    }

    /// Whether an active person of the practice holds the role.
    fn holds(&self, who: Who, role: Role) -> bool {
        let Who::Staff { staff } = who else { return false };
        let member = self.at.practice.people.get(&staff);
        member.is_some_and(|member| member.status == Status::Active && member.roles.contains(&role))
    }

    fn prescriber(&self) -> Result<(), Refusal> {
        if self.holds(self.at.by, Role::Prescriber) { Ok(()) } else { Err(Refusal::NotAPrescriber) }
    }

    /// Pressure may be left out for a reason, but not twice in a row (`clinical.md` 3.1).
    fn may_defer(&self, session: &Session) -> Result<(), Refusal> {
        let protocol = self.protocol().ok_or(Refusal::NoProtocol)?;
        let standing = self.chart().map(Chart::standing).unwrap_or_default();
        let sets = vitals_due::vitals_due(session, &standing, protocol, self.at.occurred_at);
        if vitals_due::may_defer(&sets, protocol) { Ok(()) } else { Err(Refusal::DeferredBefore) }
    }

    fn undo(&self, event: EventId, because: Option<String>) -> Result<Vec<event::Event>, Refusal> {
        let because = text::optional_line(because)?;
        if !self.chart().is_some_and(|chart| chart.can_be_undone(event)) {
            return Err(Refusal::NoSuchEntry);
        }
        Ok(vec![self.charted(Charted::EnteredInError { event, because })])
    }

    fn take_back(&self, stands: bool, event: EventId, because: &str) -> Result<Vec<event::Event>, Refusal> {
        if !stands {
            return Err(Refusal::NoSuchEntry);
        }
        let because = text::line(because)?.ok_or(Refusal::ReasonMissing)?;
        Ok(vec![self.fact(Fact::EnteredInError { event, because })])
    }

    /// A visit that ended without a dose by a slip of the finger goes on, checks and all.
    fn take_back_ending(&self, because: &str) -> Result<Vec<event::Event>, Refusal> {
        let ending = self.session()?.ending.as_ref().ok_or(Refusal::NoSuchEntry)?;
        if self.others_go_on() {
            return Err(Refusal::AnotherSessionOpen);
        }
        self.take_back(matches!(ending.how, Fact::EndedWithoutDose { .. }), ending.id, because)
    }

    /// Whether another visit of the same client goes on.
    fn others_go_on(&self) -> bool {
        let others = self.case.sessions.in_order();
        others.iter().any(|(id, other)| *id != self.id && other.opened_at.is_some() && !other.is_over())
    }

    /// What is written of an adverse event afterwards, also after the seal and after it was closed.
    fn event_follow_up(&self, event: EventId, follow_up: &FollowUp) -> Result<Vec<event::Event>, Refusal> {
        let known = self.session()?.adverse_event(event).ok_or(Refusal::NoSuchEntry)?;
        self.not_ahead(follow_up.end.and_then(|end| end.resolved_at))?;
        if let Some(Outside::Yes { on, .. }) = &follow_up.outside
            && *on > self.at.practice.date_at(self.at.now)
        {
            return Err(Refusal::TimeAhead);
        }
        let follow_up = follow_up.clone().checked(known, self.protocol())?;
        Ok(vec![self.fact(Fact::AdverseEventFollowedUp { event, follow_up })])
    }

    fn review(&self, event: EventId, finding: &str) -> Result<Vec<event::Event>, Refusal> {
        self.prescriber()?;
        if !self.session()?.can_be_reviewed(event) {
            return Err(Refusal::NoSuchEntry);
        }
        let finding = text::paragraph(finding)?.ok_or(Refusal::WordsMissing)?;
        Ok(vec![self.fact(Fact::Reviewed { event, finding })])
    }

    /// The prescriber's look back at a session that is over, before the next dose.
    fn follow_up(&self, kind: session::FollowUpKind, finding: &str) -> Result<Vec<event::Event>, Refusal> {
        self.prescriber()?;
        if !self.session()?.is_over() {
            return Err(Refusal::StillHere);
        }
        let finding = text::paragraph(finding)?.ok_or(Refusal::WordsMissing)?;
        Ok(vec![self.fact(Fact::FollowUpSigned { kind, finding })])
    }

    fn discharge(
        &self,
        ticked: &[discharge::Criterion],
        aldrete: Option<discharge::Aldrete>,
        left_with: &str,
    ) -> Result<Vec<event::Event>, Refusal> {
        let session = self.going_on()?;
        session.first_dose_at().ok_or(Refusal::NoDose)?;
        let protocol = self.protocol().ok_or(Refusal::NoProtocol)?;
        let left_with = text::line(left_with)?.ok_or(Refusal::NameMissing)?;
        let aldrete = aldrete.map(discharge::Aldrete::checked).transpose()?;
        let now = self.at.occurred_at;
        let standing = self.chart().map(|chart| chart.standing_at(now)).unwrap_or_default();
        let mut leaving = Leaving::of(session, &standing);
        leaving.ticked.extend(ticked.iter().map(|criterion| (*criterion, now)));
        leaving.aldrete = aldrete.map(|score| (now, score)).or(leaving.aldrete);
        let missing = discharge::missing(session, &standing, &leaving, protocol, now);
        if !missing.is_empty() {
            return Err(Refusal::NotReadyToLeave { missing });
        }
        let ticks = ticked.iter().map(|criterion| Charted::CriterionTicked { criterion: *criterion });
        let charted = ticks.chain(aldrete.map(Charted::AldreteScored));
        let mut events: Vec<_> = charted.map(|charted| self.charted(charted)).collect();
        events.push(self.fact(Fact::DischargeDone { left_with }));
        Ok(events)
    }

    fn leave(&self, witness: &str, plan: &str) -> Result<Vec<event::Event>, Refusal> {
        let session = self.going_on()?;
        let witness = text::line(witness)?.ok_or(Refusal::NameMissing)?;
        let plan = text::paragraph(plan)?.ok_or(Refusal::WordsMissing)?;
        let now = self.at.occurred_at;
        let standing = self.chart().map(|chart| chart.standing_at(now)).unwrap_or_default();
        let leaving = Leaving::of(session, &standing);
        let missing =
            self.protocol().map(|protocol| discharge::missing(session, &standing, &leaving, protocol, now));
        let missing = missing.unwrap_or_default();
        Ok(vec![self.fact(Fact::LeftAgainstAdvice { witness, plan, missing })])
    }

    fn seal(&self) -> Result<Vec<event::Event>, Refusal> {
        let session = self.session()?;
        if !session.is_over() {
            return Err(Refusal::StillHere);
        }
        if !session.doses_in_question().is_empty() {
            return Err(Refusal::DoseInQuestion);
        }
        let chart = self.chart();
        let summary = seal::summary(session, chart);
        let chart_events = chart.map_or(0, Chart::events);
        Ok(vec![self.fact(Fact::SessionSealed { summary, chart_events })])
    }

    /// The note is kept once; whatever is to be said of it later is an addendum like any other.
    fn addendum(&self, words: &str, is_note: bool) -> Result<Vec<event::Event>, Refusal> {
        let session = self.session()?;
        if session.sealed.is_none() {
            return Err(Refusal::NotSealed);
        }
        if is_note && session.note().is_some() {
            return Err(Refusal::NoteIsKept);
        }
        let text = text::paragraph(words)?.ok_or(Refusal::WordsMissing)?;
        Ok(vec![self.fact(Fact::AddendumWritten { text, is_note })])
    }
}

impl Act {
    /// The one entry that it puts into the chart; none for what becomes something else.
    pub fn charted(&self) -> Option<Charted> {
        Some(match self.clone() {
            Act::ConfirmIdentity => Charted::IdentityConfirmed,
            Act::ReconcileMedicines { changes } => Charted::MedicinesReconciled { changes },
            Act::AssessRisk { finding, words } => Charted::RiskAssessed { finding, words },
            Act::AnswerDay(answers) => Charted::DayAnswered(answers),
            Act::ConfirmEscort { name } => Charted::EscortConfirmed { name },
            Act::CheckKit { items } => Charted::KitChecked { items: items.into_iter().collect() },
            Act::AssignMonitor { monitor } => Charted::MonitorAssigned { monitor },
            Act::ReachPrescriber { how } => Charted::PrescriberReachable { how },
            Act::TakeVitals(vitals) => Charted::VitalsTaken(vitals),
            Act::DeferVitals { reason } => Charted::VitalsDeferred { reason },
            Act::AskRecheck { minutes } => Charted::RecheckAsked { minutes },
            Act::EndHold { minutes, end } => Charted::HoldEnded { minutes, end },
            Act::NoticeOnset => Charted::OnsetNoticed,
            Act::EnterPhase { phase } => Charted::PhaseEntered { phase },
            Act::Chart { entry } => Charted::EntryCharted(entry),
            Act::SlowDown(slow_down) => Charted::SlowedDown(slow_down),
            Act::StopEarly { by, words } => Charted::StoppedEarly { by, words },
            Act::Note { text } => Charted::NoteWritten { text },
            Act::Tick { criterion } => Charted::CriterionTicked { criterion },
            Act::ScoreAldrete(score) => Charted::AldreteScored(score),
            _ => return None,
        })
    }
}
