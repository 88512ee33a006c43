//! What each dose did: one row for each session, beside the decision about the next one.

use jiff::Timestamp;

use super::adverse_event::AdverseEvent;
use super::dose::DoseKind;
use super::gate_input::gate_input;
use super::seal::Summary;
use super::session::{FollowUpKind, Review, Session};
use super::vitals_due::after;
use crate::case::Case;
use crate::clearance;
use crate::gate::Fact;
use crate::id::SessionId;
use crate::integration::{self, Answer, CheckInId, Item, PlannedCheckIn};
use crate::practice::Practice;
use crate::prescription::Prescription;
use crate::protocol::DoseTier;
use crate::scale::PHQ9;

/// What one session did.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which session.
    pub session: SessionId,
    /// The how manieth, from 1.
    pub number: usize,
    /// When the first dose was taken.
    pub at: Timestamp,
    /// All that was taken, in milligrams.
    pub total_mg: i64,
    /// What of it was a further dose, in milligrams.
    pub booster_mg: i64,
    /// Whether something was taken that nothing had authorised.
    pub outside_gate: bool,
    /// The depth that was prescribed at that time.
    pub tier: Option<DoseTier>,
    /// What happened, in short, once the session is sealed.
    pub summary: Option<Summary>,
    /// What went wrong.
    pub adverse_events: Vec<AdverseEvent>,
    /// The mood that was last told before the dose, 0-10.
    pub mood_before: Option<u8>,
    /// The check-in at the end of the first days.
    pub first_days: CheckIn,
    /// The check-in at the end of the window.
    pub window_end: CheckIn,
    /// The last score of the PHQ-9 before the dose, and the last one before the next dose.
    pub phq9: (Option<i64>, Option<i64>),
    /// The prescriber's look back.
    pub follow_up: Option<(FollowUpKind, Review)>,
}

/// How a check-in stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckIn {
    /// It was answered.
    Answered {
        /// Mood, 0-10, if it was told.
        mood: Option<u8>,
        /// Pain, 0-10, if it was told.
        pain: Option<u8>,
    },
    /// It opens, or is open.
    Ahead {
        /// When it opens.
        opens_at: Timestamp,
    },
    /// Its time went by without an answer.
    Missed,
    /// None is planned.
    NotPlanned,
}

/// One row for each session in which something was taken, the oldest first.
pub fn trace(case: &Case, now: Timestamp) -> Vec<Row> {
    let dosed = case.sessions.dosed();
    let planned = integration::planned(case, &integration::zone(case));
    let starts: Vec<Timestamp> = dosed.iter().filter_map(|(_, session)| session.first_dose_at()).collect();
    let rows = dosed.iter().zip(&starts).enumerate();
    rows.map(|(place, ((id, session), at))| {
        let check_ins = planned.iter().find(|(of, _)| of == id).map(|(_, planned)| planned.as_slice());
        row(
            case,
            (*id, session),
            place + 1,
            (*at, starts.get(place + 1).copied()),
            check_ins.unwrap_or_default(),
            now,
        )
    })
    .collect()
}

fn row(
    case: &Case,
    (id, session): (SessionId, &Session),
    number: usize,
    (at, next): (Timestamp, Option<Timestamp>),
    planned: &[PlannedCheckIn],
    now: Timestamp,
) -> Row {
    let doses = session.doses();
    let boosters = doses.iter().filter(|dose| dose.kind == DoseKind::Booster);
    let peak =
        integration::windows(case).into_iter().find(|(of, _)| *of == id).map(|(_, window)| window.peak_until);
    let first_days =
        peak.and_then(|peak| planned.iter().min_by_key(|one| one.due_at.duration_since(peak).abs()));
    Row {
        session: id,
        number,
        at,
        total_mg: session.total_mg(),
        booster_mg: boosters.fold(0, |sum, dose| sum.saturating_add(dose.dose_mg)),
        outside_gate: doses.iter().any(|dose| matches!(dose.kind, DoseKind::OutsideGate { .. })),
        tier: prescribed(case, at).map(|prescription| prescription.envelope.tier),
        summary: session.sealed.as_ref().map(|sealed| sealed.summary.clone()),
        adverse_events: session.adverse_events().into_iter().cloned().collect(),
        mood_before: mood_before(case, at),
        first_days: check_in(case, id, first_days, now),
        window_end: check_in(case, id, planned.last(), now),
        phq9: (phq9(case, None, at), phq9(case, Some(at), next.unwrap_or(Timestamp::MAX))),
        follow_up: session.follow_up.clone(),
    }
}

/// The prescription that was in force when something was taken.
fn prescribed(case: &Case, at: Timestamp) -> Option<&Prescription> {
    let signed = |one: &&Prescription| one.signed_at <= at && one.ended_at().is_none_or(|ended| ended > at);
    case.prescriptions.all.iter().rev().find(signed)
}

fn check_in(case: &Case, session: SessionId, planned: Option<&PlannedCheckIn>, now: Timestamp) -> CheckIn {
    let Some(planned) = planned else { return CheckIn::NotPlanned };
    let answered = case.integration.check_ins.get(&CheckInId { session, day: planned.day });
    match answered.filter(|one| one.answered_at.is_some()) {
        Some(one) => CheckIn::Answered { mood: rating(one, Item::Mood), pain: rating(one, Item::Pain) },
        None if now >= planned.missed_at => CheckIn::Missed,
        None => CheckIn::Ahead { opens_at: planned.opens_at },
    }
}

fn rating(check_in: &integration::CheckIn, item: Item) -> Option<u8> {
    match check_in.answers.get(&item) {
        Some(Answer::Rating { rating }) => Some(*rating),
        _ => None,
    }
}

fn mood_before(case: &Case, at: Timestamp) -> Option<u8> {
    let told = case
        .integration
        .check_ins
        .values()
        .filter_map(|one| Some((one.answered_at?, rating(one, Item::Mood)?)));
    told.filter(|(answered, _)| *answered < at).max_by_key(|(answered, _)| *answered).map(|(_, mood)| mood)
}

/// The last score that was filled in before `until`, and after `since` where one is named.
fn phq9(case: &Case, since: Option<Timestamp>, until: Timestamp) -> Option<i64> {
    let scored = case.scales.scored(PHQ9.id).filter(|(filling, _)| filling.at < until);
    let scored = scored.filter(|(filling, _)| since.is_none_or(|since| filling.at >= since));
    scored.last().map(|(_, score)| score.points)
}

/// What to read before another dose is written; the gate asks the same on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// So many sessions were held that urine and liver are to be tested again.
    TestsDue,
    /// Something severe, or a dose outside the gate, waits for a review.
    ReviewOpen,
    /// The look back at the last session is not signed.
    LookBackMissing,
    /// So many sessions were held since the course as a whole was looked at.
    CourseDue {
        /// How many.
        sessions: i64,
    },
    /// The last session was not borne well: no step up.
    NoStepUp {
        /// The most that the step allows, in milligrams.
        mg: i64,
    },
    /// The most that the step from the last session allows.
    StepUpTo {
        /// In milligrams.
        mg: i64,
    },
    /// Too soon after the last dose.
    NotBefore {
        /// The earliest moment.
        at: Timestamp,
    },
    /// The check-in at the end of the window has not come.
    WindowOpen {
        /// When it opens.
        until: Timestamp,
    },
}

/// What to read before another dose is written, for a person who has had one.
pub fn rules(case: &Case, practice: &Practice, now: Timestamp) -> Vec<Rule> {
    let Some(last) = trace(case, now).pop() else { return Vec::new() };
    let Some(signed) = practice.protocol_in_force(now) else { return Vec::new() };
    // A session that nobody has opened: every other one counts as an earlier one.
    let input = gate_input(case, SessionId::from_bytes([0; 16]), practice, now, None);
    let dosing = &signed.protocol.dosing;
    let facts = input.facts(&signed.protocol);
    let step = facts.get(&Fact::TitrationCapMg).and_then(|value| value.number());
    let step = step.map(|mg| match input.step_up_barred {
        Some(true) => Rule::NoStepUp { mg },
        _ => Rule::StepUpTo { mg },
    });
    let open = input.severe_event_open == Some(true) || input.misuse_review_open == Some(true);
    let since_review = input.sessions_since_review.unwrap_or_default();
    let earliest = case.sessions.last_dose_at().map(|at| after(at, dosing.interval_hours_min.value * 60));
    let window = match last.window_end {
        CheckIn::Ahead { opens_at } => Some(Rule::WindowOpen { until: opens_at }),
        _ => None,
    };
    let rules = [
        open.then_some(Rule::ReviewOpen),
        (input.last_review_signed == Some(false)).then_some(Rule::LookBackMissing),
        (since_review >= dosing.sessions_before_review_max.value)
            .then_some(Rule::CourseDue { sessions: since_review }),
        step,
        earliest.filter(|at| *at > now).map(|at| Rule::NotBefore { at }),
        clearance::lacks_tests_after_sessions(case, &signed.protocol, practice.date_at(now))
            .then_some(Rule::TestsDue),
        window,
    ];
    rules.into_iter().flatten().collect()
}
