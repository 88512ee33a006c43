//! Clearance: the prescriber's dated decision that dosing may go ahead, or not.

mod about;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::health_history::{Fact, FactId, PartialDate, days_between};
use crate::history::History;
use crate::id::EventId;
use crate::medicine_session::{chart, session, vitals};
use crate::practice::SignedProtocol;
use crate::protocol::{Level, Protocol};
use crate::refusal::Refusal;
use crate::screening::{ClearsBy, Flag, FlagLevel, MissingItem, Screening, screen};
use crate::task::{self, Task};
use crate::text;

pub use about::{About, NotAbout};

/// The figure counts sessions *per year*.
const DAYS_OF_A_YEAR: i64 = 365;

/// The part of the work-up that many sessions ask for, as pages name it.
pub const TESTS_AFTER_SESSIONS: &str = "tests-after-sessions";

/// An adverse event beyond the protocol's grade, as pages name it.
pub const SEVERE_ADVERSE_EVENT: &str = "severe-adverse-event";
/// Vital signs beyond an emergency line after a dose, as pages name them.
pub const EMERGENCY_VITAL_SIGNS: &str = "emergency-vital-signs";

/// Conditions that one clearance may name.
pub const CONDITIONS_MAX: usize = 50;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Decide; the prescriber's name stands under it. Needs `Sign` on `Clearance`.
    Decide {
        /// The decision and its reasons.
        judgement: Box<Judgement>,
        /// What the page showed that it was made on, by [`seen`]; none where none was read.
        seen: Option<u64>,
    },
    /// Record that a condition of the latest decision is met. Needs `Amend` on `Clearance`.
    MeetCondition {
        /// Its place among the conditions, from 1.
        number: u32,
    },
}

/// What the prescriber decides, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The decision.
    pub decision: Decision,
    /// Why.
    pub reason: String,
    /// What is said to each blocking flag.
    #[serde(default)]
    pub answers: Vec<FlagAnswer>,
    /// What must be so besides; only with [`Decision::ClearedWithConditions`].
    #[serde(default)]
    pub conditions: Vec<String>,
    /// The last day on which a clearance holds, in the practice's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// What the client reads of their medicines on the day of a session, in the prescriber's words;
    /// the software advises nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_client: Option<String>,
}

/// What a prescriber can decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Dosing may go ahead.
    Cleared,
    /// It may, if more is so.
    ClearedWithConditions,
    /// Not decided yet; more is needed first.
    Deferred,
    /// It may not.
    NotCleared,
}

impl Decision {
    /// Whether dosing may go ahead.
    pub fn is_yes(self) -> bool {
        matches!(self, Self::Cleared | Self::ClearedWithConditions)
    }
}

/// What the prescriber says to one blocking flag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlagAnswer {
    /// The rule that raised it.
    pub rule: String,
    /// Whether dosing may go ahead all the same.
    pub says: FlagSays,
    /// Why.
    pub reason: String,
    /// What the flag rested on when it was answered; the answer reaches no further.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<Shown>,
}

/// A fact as it stood under a flag.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shown {
    /// Which.
    pub fact: FactId,
    /// What it said.
    pub text: String,
}

impl Shown {
    fn under(flag: &Flag) -> impl Iterator<Item = Self> {
        flag.because.iter().map(|one| Self { fact: one.fact.clone(), text: one.text.clone() })
    }
}

/// Whether dosing may go ahead in spite of a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlagSays {
    /// It may.
    MayGoAhead,
    /// It may not.
    Stands,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// The prescriber decided.
    ClearanceDecided {
        /// The decision and its reasons.
        judgement: Box<Judgement>,
        /// The protocol version it was decided under.
        protocol_number: u32,
        /// The history as it was then; a later one reopens the decision.
        history_revision: u32,
        /// The day that the screening was about.
        screened_on: Date,
    },
    /// A condition of the latest decision was met.
    ConditionMet {
        /// Its place among the conditions, from 1.
        number: u32,
    },
    /// Something came that the latest decision had not seen.
    ClearanceReopened {
        /// The rules that raised it, or what a session told.
        rules: Vec<String>,
    },
}

/// One decision as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The decision and its reasons.
    pub judgement: Judgement,
    /// Who decided.
    pub by: Who,
    /// When.
    pub at: Timestamp,
    /// The protocol version it was decided under.
    pub protocol_number: u32,
    /// The history as it was then.
    pub history_revision: u32,
    /// Conditions that are met, by their place from 1.
    pub met: BTreeSet<u32>,
    /// Rules that raised a finding since, which the decision had not seen.
    pub raised_since: BTreeSet<String>,
}

impl Decided {
    /// Conditions that nobody has recorded as met, with their place from 1.
    pub fn open_conditions(&self) -> impl Iterator<Item = (u32, &str)> {
        let numbered = (1..).zip(self.judgement.conditions.iter().map(String::as_str));
        numbered.filter(|(number, _)| !self.met.contains(number))
    }
}

/// The decisions as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clearance {
    /// All of them, oldest first.
    pub decisions: Vec<Decided>,
}

impl Clearance {
    /// The latest decision, whatever it says.
    pub fn latest(&self) -> Option<&Decided> {
        self.decisions.last()
    }

    /// Whether the history has changed since the latest decision, or raised a finding it had not seen.
    pub fn reopened(&self, history_revision: u32) -> bool {
        let changed = |decided: &Decided| {
            decided.history_revision != history_revision || !decided.raised_since.is_empty()
        };
        self.latest().is_some_and(changed)
    }

    /// The latest decision, if it says yes, is in date and the history is still the same.
    pub fn cleared_on(&self, day: Date, history_revision: u32) -> Option<&Decided> {
        let decided = self.latest().filter(|decided| decided.judgement.decision.is_yes())?;
        let in_date = decided.judgement.valid_until.is_some_and(|until| day <= until);
        (in_date && !self.reopened(history_revision)).then_some(decided)
    }
}

/// What the rules find on a day, and what the sessions of this journey ask for besides.
pub fn screened(case: &Case, protocol: &Protocol, day: Date) -> Screening {
    let history = &case.history;
    let mut found = screen(&history.current(), &history.person, protocol, day);
    found.missing.extend(tests_after_sessions(case, protocol, day, &found));
    found
}

/// Whether so many sessions were held that urine and liver are to be tested again before another.
pub fn lacks_tests_after_sessions(case: &Case, protocol: &Protocol, day: Date) -> bool {
    screened(case, protocol, day).missing.iter().any(|one| one.item == TESTS_AFTER_SESSIONS)
}

/// Urine and liver that nobody has tested since more sessions within a year than the protocol lets pass.
///
/// `clinical.md` 10, rule 23: the label asks to monitor [S], the count is a default [D].
fn tests_after_sessions(
    case: &Case,
    protocol: &Protocol,
    day: Date,
    found: &Screening,
) -> Option<MissingItem> {
    let figure = &protocol.eligibility.sessions_per_year_without_labs_max;
    let tested_on = |part: &str| {
        let read = found.work_up.iter().find(|one| one.part == part && one.readable)?;
        let fact = case.history.facts.iter().find(|fact| fact.id == read.fact)?;
        fact.date.as_ref().map(PartialDate::earliest)
    };
    let tested = [tested_on("urinalysis"), tested_on("alt"), tested_on("ast")];
    let tested_on = tested.into_iter().min().flatten();
    let dosed = case.sessions.dosed();
    let since = dosed.iter().filter_map(|(_, session)| session.first_dose_at()).filter(|at| {
        let held_on = at.to_zoned(crate::integration::zone(case)).date();
        let within_a_year = days_between(held_on, day) < DAYS_OF_A_YEAR;
        within_a_year && tested_on.is_none_or(|tested| held_on >= tested)
    });
    let too_many = i64::try_from(since.count()).is_ok_and(|since| since > figure.value);
    too_many.then(|| MissingItem {
        item: TESTS_AFTER_SESSIONS.to_owned(),
        needed_by: "next-dose".to_owned(),
        source: figure.source.clone(),
        certainty: figure.certainty,
    })
}

/// Blocking flags of the history as it stands on a day, under a protocol.
pub fn blocking(case: &Case, protocol: &Protocol, day: Date) -> Vec<Flag> {
    let history = &case.history;
    let mut flags = screen(&history.current(), &history.person, protocol, day).flags;
    flags.retain(|flag| flag.level == FlagLevel::Block);
    flags
}

/// Blocking flags to which the clearance in force says nothing; what G4 counts.
pub fn undecided(case: &Case, protocol: &Protocol, day: Date) -> Vec<Flag> {
    let mut flags = blocking(case, protocol, day);
    if let Some(decided) = case.clearance.cleared_on(day, case.history.revision) {
        flags.retain(|flag| !passes(flag, &decided.judgement.answers));
    }
    flags
}

/// Whether an answer takes the flag away; only a flag that a decision can clear is, and only as far as
/// the answer saw what it rests on: a second opioid or a higher pressure is another matter.
fn passes(flag: &Flag, answers: &[FlagAnswer]) -> bool {
    let saw = |answer: &FlagAnswer| Shown::under(flag).all(|one| answer.shown.contains(&one));
    let says_yes =
        |answer: &FlagAnswer| answer.rule == flag.rule && answer.says == FlagSays::MayGoAhead && saw(answer);
    flag.clears_by == ClearsBy::Decision && answers.iter().any(says_yes)
}

/// Writes beside each answer what its flag rests on now.
fn shown(mut judgement: Judgement, flags: &[Flag]) -> Judgement {
    for answer in &mut judgement.answers {
        let under = flags.iter().filter(|flag| flag.rule == answer.rule).flat_map(Shown::under);
        answer.shown = under.collect::<BTreeSet<_>>().into_iter().collect();
    }
    judgement
}

/// The fact that follows on what the decision had not seen: findings of a changed history, a severe
/// adverse event, vital signs beyond an emergency line.
///
/// A measurement told by hand changes no revision; what it raises reopens the decision all the same.
pub(crate) fn following(case: &Case, events: &[event::Event], at: &At<'_>) -> Option<event::Event> {
    let decided = case.clearance.latest().filter(|one| one.judgement.decision.is_yes())?;
    let protocol = &at.practice.protocol_in_force(at.now)?.protocol;
    let mut new = raised_anew(&case.history, events, protocol, at);
    new.extend(events.iter().filter_map(|event| of_session(case, event, protocol)).map(str::to_owned));
    let rules: Vec<String> = new.into_iter().filter(|rule| !decided.raised_since.contains(rule)).collect();
    (!rules.is_empty()).then_some(event::Event::Clearance(Event::ClearanceReopened { rules }))
}

/// What the history raises with these events that it did not raise without them.
fn raised_anew(
    history: &History,
    events: &[event::Event],
    protocol: &Protocol,
    at: &At<'_>,
) -> BTreeSet<String> {
    let Some(after) = after(history, events, at) else { return BTreeSet::new() };
    let today = at.practice.date_at(at.now);
    let seen = raised(history, protocol, today);
    let raised = raised(&after, protocol, today).into_iter();
    raised
        .filter(|(rule, now)| seen.get(rule).is_none_or(|seen| now.is_beyond(seen)))
        .map(|(rule, _)| rule)
        .collect()
}

/// What a session has told that a decision must see, by the name under which pages show it.
fn of_session(case: &Case, event: &event::Event, protocol: &Protocol) -> Option<&'static str> {
    match event {
        event::Event::MedicineSession(session::Event {
            fact: session::Fact::AdverseEventReported(report),
            ..
        }) => {
            let severe = &protocol.deterioration.adverse_event_grade.value;
            severe.crossed_by(i64::from(report.grade)).then_some(SEVERE_ADVERSE_EVENT)
        }
        event::Event::SessionChart(chart::Event { session, charted: chart::Charted::VitalsTaken(taken) }) => {
            let dosed_at = case.sessions.get(*session)?.first_dose_at()?;
            let standing = case.chart_of(*session).map(chart::Chart::standing).unwrap_or_default();
            let before = vitals::before_dose(&standing, Some(dosed_at));
            let level = vitals::assess(taken, &before, &protocol.bands).level;
            (level >= Level::Emergency).then_some(EMERGENCY_VITAL_SIGNS)
        }
        _ => None,
    }
}

/// The history once these events are taken in; none where they leave it as it is.
fn after(history: &History, events: &[event::Event], at: &At<'_>) -> Option<History> {
    let of_history = events.iter().filter(|event| matches!(event, event::Event::History(_)));
    let mut after = None;
    for body in of_history {
        let event::Event::History(event) = body else { continue };
        let recorded = Recorded {
            id: EventId::from_bytes([0; 16]),
            occurred_at: at.occurred_at,
            zone: None,
            precision: event::Precision::Second,
            recorded_at: at.now,
            device: None,
            protocol_version: None,
            by: at.by,
            body: body.clone(),
        };
        after.get_or_insert_with(|| history.clone()).evolve(event, &recorded);
    }
    after
}

/// What a rule raises: how much it asks for, and the facts that stop a dose by it.
#[derive(Default)]
struct Raised {
    stops: bool,
    facts: BTreeSet<Shown>,
}

impl Raised {
    /// Whether it asks for more than it did, or stops a dose by what was not there.
    fn is_beyond(&self, seen: &Self) -> bool {
        self.stops && (!seen.stops || !self.facts.is_subset(&seen.facts))
    }
}

/// The rules that stop a dose or ask for a look, as of a day.
fn raised(history: &History, protocol: &Protocol, day: Date) -> BTreeMap<String, Raised> {
    let mut raised: BTreeMap<String, Raised> = BTreeMap::new();
    let found = screen(&history.current(), &history.person, protocol, day).flags;
    for flag in found.iter().filter(|flag| flag.level != FlagLevel::Inform) {
        let one = raised.entry(flag.rule.clone()).or_default();
        if flag.level == FlagLevel::Block {
            one.stops = true;
            one.facts.extend(Shown::under(flag));
        }
    }
    raised
}

/// What a decision is made on, counted: it grows with every fact, reading, correction and decision,
/// and with what sessions and check-ins tell.
pub fn seen(case: &Case) -> u64 {
    let (history, decisions) = (&case.history, &case.clearance.decisions);
    let raised: usize = decisions.iter().map(|one| one.raised_since.len()).sum();
    let told = case.tasks.all.iter().filter(|task| is_of_health(task.kind)).count();
    let answered = case.messages.all.iter().filter(|message| message.answers.is_some()).count();
    let known = history.facts.len() + history.corrections.len() + history.read.len() + answered;
    let all = known + decisions.len() + raised + told;
    u64::from(history.revision) + u64::try_from(all).unwrap_or(u64::MAX)
}

/// Facts that came, or were corrected, after an instant, in the order they came.
pub fn facts_after(case: &Case, at: Timestamp) -> Vec<FactId> {
    let history = &case.history;
    let came = |fact: &&Fact| {
        let came = history.came.get(&fact.id).is_some_and(|came| came.at > at);
        came || history.corrections.get(&fact.id).is_some_and(|one| one.at > at)
    };
    history.facts.iter().filter(came).map(|fact| fact.id.clone()).collect()
}

/// What sessions and check-ins have told after an instant, oldest first.
pub fn told_after(case: &Case, at: Timestamp) -> Vec<&Task> {
    case.tasks.all.iter().filter(|task| task.opened_at > at && is_of_health(task.kind)).collect()
}

fn is_of_health(kind: task::Kind) -> bool {
    matches!(
        kind,
        task::Kind::RiskAnswer
            | task::Kind::ShortSleep
            | task::Kind::UrinarySymptom
            | task::Kind::Craving
            | task::Kind::MedicineChanged
            | task::Kind::AdverseEvent { .. }
            | task::Kind::DoseOutsideGate
            | task::Kind::CountMismatch
    )
}

/// Decides a command about clearance.
///
/// # Errors
/// When clearing while a blocking flag stands or is unanswered, without a reason or an end.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::Decide { judgement, seen: read } => {
            if read.is_some_and(|read| read != seen(case)) {
                return Err(Refusal::ScreeningChanged);
            }
            let signed = at.practice.protocol_in_force(at.now).ok_or(Refusal::NoProtocol)?;
            let today = at.practice.date_at(at.now);
            let flags = blocking(case, &signed.protocol, today);
            let judgement = shown(judgement.as_ref().clone().checked()?, &flags);
            if judgement.decision.is_yes() {
                may_clear(case, &judgement, signed, today)?;
            }
            Event::ClearanceDecided {
                judgement: Box::new(judgement),
                protocol_number: signed.number,
                history_revision: case.history.revision,
                screened_on: today,
            }
        }
        Command::MeetCondition { number } => {
            let decided = case.clearance.latest().ok_or(Refusal::NoSuchCondition)?;
            let open = decided.open_conditions().any(|(open, _)| open == *number);
            if !open {
                return Err(Refusal::NoSuchCondition);
            }
            Event::ConditionMet { number: *number }
        }
    };
    Ok(vec![event::Event::Clearance(event)])
}

fn may_clear(
    case: &Case,
    judgement: &Judgement,
    signed: &SignedProtocol,
    today: Date,
) -> Result<(), Refusal> {
    for flag in blocking(case, &signed.protocol, today) {
        if flag.clears_by != ClearsBy::Decision {
            return Err(Refusal::FlagStands { rule: flag.rule });
        }
        if !passes(&flag, &judgement.answers) {
            return Err(Refusal::FlagUnanswered { rule: flag.rule });
        }
    }
    let days_max = signed.protocol.work_up.clearance_days_max.value;
    let days = Span::new().try_days(days_max).map_err(|_| Refusal::ValidityOutOfRange)?;
    let valid_until = judgement.valid_until.ok_or(Refusal::ValidityOutOfRange)?;
    if valid_until < today || valid_until > today.saturating_add(days) {
        return Err(Refusal::ValidityOutOfRange);
    }
    Ok(())
}

impl Judgement {
    fn checked(self) -> Result<Self, Refusal> {
        let mut conditions = Vec::new();
        for condition in &self.conditions {
            conditions.extend(text::paragraph(condition)?);
        }
        let conditional = self.decision == Decision::ClearedWithConditions;
        if conditional == conditions.is_empty() {
            return Err(Refusal::ConditionsMissing);
        }
        if conditions.len() > CONDITIONS_MAX {
            return Err(Refusal::TooMany);
        }
        let mut answers = self.answers;
        for answer in &mut answers {
            answer.reason = text::paragraph(&answer.reason)?.ok_or(Refusal::ReasonMissing)?;
        }
        let reason = text::paragraph(&self.reason)?.ok_or(Refusal::ReasonMissing)?;
        let to_client = text::optional_paragraph(self.to_client)?;
        Ok(Self { reason, answers, conditions, to_client, ..self })
    }
}

impl Clearance {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        match event {
            Event::ClearanceDecided { judgement, protocol_number, history_revision, .. } => {
                self.decisions.push(Decided {
                    judgement: judgement.as_ref().clone(),
                    by: recorded.by,
                    at: recorded.occurred_at,
                    protocol_number: *protocol_number,
                    history_revision: *history_revision,
                    met: BTreeSet::new(),
                    raised_since: BTreeSet::new(),
                });
            }
            Event::ConditionMet { number } => {
                if let Some(decided) = self.decisions.last_mut() {
                    decided.met.insert(*number);
                }
            }
            Event::ClearanceReopened { rules } => {
                if let Some(decided) = self.decisions.last_mut() {
                    decided.raised_since.extend(rules.iter().cloned());
                }
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
