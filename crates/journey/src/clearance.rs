//! Clearance: the prescriber's dated decision that dosing may go ahead, or not.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::practice::SignedProtocol;
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::screening::{ClearsBy, Flag, FlagLevel, screen};
use crate::text;

/// Conditions that one clearance may name.
pub const CONDITIONS_MAX: usize = 50;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Decide; the prescriber's name stands under it. Needs `Sign` on `Clearance`.
    Decide(Box<Judgement>),
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

    /// Whether the history has changed since the latest decision.
    pub fn reopened(&self, history_revision: u32) -> bool {
        self.latest().is_some_and(|decided| decided.history_revision != history_revision)
    }

    /// The latest decision, if it says yes, is in date and the history is still the same.
    pub fn cleared_on(&self, day: Date, history_revision: u32) -> Option<&Decided> {
        let decided = self.latest().filter(|decided| decided.judgement.decision.is_yes())?;
        let in_date = decided.judgement.valid_until.is_some_and(|until| day <= until);
        (in_date && !self.reopened(history_revision)).then_some(decided)
    }
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

/// Whether an answer takes the flag away; only a flag that a decision can clear is.
fn passes(flag: &Flag, answers: &[FlagAnswer]) -> bool {
    let says_yes = |answer: &FlagAnswer| answer.rule == flag.rule && answer.says == FlagSays::MayGoAhead;
    flag.clears_by == ClearsBy::Decision && answers.iter().any(says_yes)
}

/// Decides a command about clearance.
///
/// # Errors
/// When clearing while a blocking flag stands or is unanswered, without a reason or an end.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::Decide(judgement) => {
            let signed = at.practice.protocol_in_force(at.now).ok_or(Refusal::NoProtocol)?;
            let today = at.practice.date_at(at.now);
            let judgement = judgement.as_ref().clone().checked()?;
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
        Ok(Self { reason, answers, conditions, ..self })
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
                });
            }
            Event::ConditionMet { number } => {
                if let Some(decided) = self.decisions.last_mut() {
                    decided.met.insert(*number);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
