//! The dose: authorised by the gate, or recorded because it was taken.

use std::ops::RangeInclusive;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Here;
use super::act::Act;
use super::gate_input::{booster_now, gate_input, gate_now, planned_mg};
use super::session::{Fact, Refused, Session};
use crate::event::{self, Recorded, Who};
use crate::gate::{self, ConditionId, Gate, Reason};
use crate::id::{EventId, StaffId};
use crate::prescription::{self, Prescription};
use crate::refusal::Refusal;
use crate::staff::Role;
use crate::text;

/// What became of the lozenge when it was no longer held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldEnd {
    /// What was left was swallowed.
    Swallowed,
    /// What was left was spat out.
    Spat,
}

/// How a dose came to be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoseKind {
    /// The session's dose, authorised by the gate.
    Authorised,
    /// The further dose, authorised by its own list.
    Booster,
    /// Nothing had authorised it.
    OutsideGate {
        /// Who gave or took it.
        given_by: String,
        /// How it came about.
        why: String,
        /// What stood in the way, where somebody said that they gave it and was not told so in time.
        refused: Option<Refused>,
    },
}

/// One dose that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dose {
    /// The fact that records it.
    pub id: EventId,
    /// When it was taken.
    pub given_at: Timestamp,
    /// When that was recorded.
    pub recorded_at: Timestamp,
    /// Milligrams.
    pub dose_mg: i64,
    /// Lozenges that were opened, if that is known.
    pub lozenges: Option<u32>,
    /// How long it is meant to be held.
    pub hold_minutes: Option<i64>,
    /// How it came to be taken.
    pub kind: DoseKind,
    /// Who recorded it.
    pub by: Who,
}

impl Dose {
    /// Reads the dose out of a fact, if the fact is one.
    pub(super) fn of(fact: &Fact, recorded: &Recorded) -> Option<Self> {
        let (kind, dose_mg, given_at, planned) = match fact {
            Fact::DoseAdministered { dose_mg, lozenges, hold_minutes, .. } => {
                let planned = Some((*lozenges, *hold_minutes));
                (DoseKind::Authorised, *dose_mg, recorded.occurred_at, planned)
            }
            Fact::BoosterAdministered { dose_mg, lozenges, hold_minutes, .. } => {
                let planned = Some((*lozenges, *hold_minutes));
                (DoseKind::Booster, *dose_mg, recorded.occurred_at, planned)
            }
            Fact::DoseGivenOutsideGate { dose_mg, given_at, given_by, why, refused, .. } => {
                let (given_by, why, refused) = (given_by.clone(), why.clone(), refused.clone());
                let kind = DoseKind::OutsideGate { given_by, why, refused };
                (kind, *dose_mg, *given_at, None)
            }
            _ => return None,
        };
        let lozenges = match fact {
            Fact::DoseGivenOutsideGate { lozenges, .. } => *lozenges,
            _ => planned.map(|(lozenges, _)| lozenges),
        };
        Some(Self {
            id: recorded.id,
            given_at,
            recorded_at: recorded.recorded_at,
            dose_mg,
            lozenges,
            hold_minutes: planned.map(|(_, minutes)| minutes),
            kind,
            by: recorded.by,
        })
    }
}

/// A condition that stands in the way of a dose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Which.
    pub id: ConditionId,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The ids of conditions in print.
pub(crate) fn listed(conditions: &[Closed]) -> String {
    let ids: Vec<&str> = conditions.iter().map(|condition| condition.id.key()).collect();
    ids.join(", ")
}

/// Longest time that a lozenge is meant to be held; beyond it is a slip of the finger.
const HOLD_MINUTES: RangeInclusive<i64> = 0..=60;
/// Most lozenges at once; beyond it is a slip of the finger.
const LOZENGES: RangeInclusive<i64> = 1..=20;
/// What a tablet kept for so long was given without an answer: nobody could be told that it was refused.
const UNANSWERED: SignedDuration = SignedDuration::from_secs(10);
/// What can be a dose at all, in milligrams; what may be given is the gate's matter.
const DOSE_MG: RangeInclusive<i64> = 1..=5_000;

impl Here<'_> {
    /// Gives a dose if its gate authorises it, at the time it is given.
    pub(super) fn dose(&self, act: &Act) -> Result<Vec<event::Event>, Refusal> {
        let (Act::AdministerDose { dose_mg, lozenges, hold_minutes }
        | Act::AdministerBooster { dose_mg, lozenges, hold_minutes }) = act
        else {
            return Err(Refusal::NoSuchEntry);
        };
        let (dose_mg, lozenges, hold_minutes) = (*dose_mg, *lozenges, *hold_minutes);
        let session = self.session()?;
        possible("dose_mg", dose_mg, &DOSE_MG)?;
        possible("lozenges", i64::from(lozenges), &LOZENGES)?;
        possible("hold_minutes", hold_minutes, &HOLD_MINUTES)?;
        let in_force = self.prescription_of(session);
        let prescription = in_force.map(|one| one.number);
        let (authorised, given) = match act {
            Act::AdministerBooster { .. } => (
                self.authorise_booster(session, dose_mg),
                Fact::BoosterAdministered { dose_mg, lozenges, hold_minutes, prescription },
            ),
            _ => (
                self.authorise(session, dose_mg),
                Fact::DoseAdministered { dose_mg, lozenges, hold_minutes, prescription },
            ),
        };
        let strength = in_force.map(|one| one.envelope.strength_mg);
        let fits = strength.map_or(Ok(()), |strength_mg| fitting(dose_mg, lozenges, strength_mg));
        let fact = match authorised.and(fits) {
            Ok(()) => given,
            Err(refusal) if self.was_given_all_the_same(session, &refusal) => {
                self.said_to_be_given(dose_mg, lozenges, prescription, &refusal)
            }
            Err(refusal) => return Err(refusal),
        };
        Ok(vec![self.fact(fact)])
    }

    /// Whether a refusal comes too late to keep a lozenge out of a mouth: the tablet had no answer for
    /// long, or somebody else at another one said first that a dose was given.
    fn was_given_all_the_same(&self, session: &Session, refusal: &Refusal) -> bool {
        let first = session.doses().first().map(|dose| dose.by);
        let of_another = *refusal == Refusal::DoseAlreadyGiven && first != Some(self.at.by);
        of_another || self.at.now.duration_since(self.at.occurred_at) >= UNANSWERED
    }

    /// What somebody says they gave is on the record and starts every clock, authorised or not; whether
    /// it was is asked of a person.
    fn said_to_be_given(
        &self,
        dose_mg: i64,
        lozenges: u32,
        prescription: Option<u32>,
        refusal: &Refusal,
    ) -> Fact {
        let refused = match refusal {
            Refusal::DoseAlreadyGiven => Refused::AlreadyGiven,
            Refusal::LozengesDoNotFit { .. } => Refused::LozengesDoNotFit,
            Refusal::GateClosed { conditions } => {
                Refused::GateClosed { conditions: conditions.iter().map(|one| one.id).collect() }
            }
            _ => Refused::NotPossible,
        };
        let member = match self.at.by {
            Who::Staff { staff } => self.at.practice.people.get(&staff),
            _ => None,
        };
        Fact::DoseGivenOutsideGate {
            dose_mg,
            given_at: self.at.occurred_at,
            given_by: member.map(|member| member.name.clone()).unwrap_or_default(),
            why: String::new(),
            refused: Some(refused),
            lozenges: Some(lozenges),
            prescription,
        }
    }

    /// The prescription whose lozenges a session gives; validity counts on the day of arrival, as it does
    /// for the gate.
    fn prescription_of(&self, session: &Session) -> Option<&Prescription> {
        let arrived = self.at.practice.date_at(session.opened_at.unwrap_or(self.at.occurred_at));
        self.case.prescriptions.in_force_on(arrived)
    }

    /// Says that a dose that was said to be given without leave was indeed taken.
    pub(super) fn confirm_dose(&self, event: EventId) -> Result<Vec<event::Event>, Refusal> {
        if !self.session()?.doses_in_question().iter().any(|dose| dose.id == event) {
            return Err(Refusal::NoSuchEntry);
        }
        Ok(vec![self.fact(Fact::DoseConfirmed { event })])
    }

    fn authorise(&self, session: &Session, dose_mg: i64) -> Result<(), Refusal> {
        self.going_on()?;
        if session.first_dose_at().is_some() {
            return Err(Refusal::DoseAlreadyGiven);
        }
        through(&gate_now(self.case, self.id, self.at.practice, self.at.occurred_at, Some(dose_mg))?)
    }

    fn authorise_booster(&self, session: &Session, dose_mg: i64) -> Result<(), Refusal> {
        self.going_on()?;
        if !session.doses_in_question().is_empty() {
            return Err(Refusal::DoseInQuestion);
        }
        session.first_dose_at().ok_or(Refusal::NoDose)?;
        if self.stopped().is_some() {
            return Err(Refusal::SessionStopped);
        }
        through(&booster_now(self.case, self.id, self.at.practice, self.at.occurred_at, Some(dose_mg))?)
    }

    /// Records a dose that nothing authorised; only what cannot be a fact is refused.
    pub(super) fn dose_outside_gate(&self, act: &Act) -> Result<Vec<event::Event>, Refusal> {
        let Act::RecordDoseOutsideGate { dose_mg, lozenges, given_at, given_by, why } = act else {
            return Err(Refusal::NoSuchEntry);
        };
        possible("dose_mg", *dose_mg, &DOSE_MG)?;
        if let Some(lozenges) = lozenges {
            possible("lozenges", i64::from(*lozenges), &LOZENGES)?;
        }
        self.not_ahead(Some(*given_at))?;
        let given_by = text::line(given_by)?.ok_or(Refusal::NameMissing)?;
        let why = text::paragraph(why)?.ok_or(Refusal::ReasonMissing)?;
        let (dose_mg, lozenges, given_at, refused) = (*dose_mg, *lozenges, *given_at, None);
        let prescription = self.session().ok().and_then(|session| self.prescription_of(session));
        let prescription = prescription.map(|one| one.number);
        let given =
            Fact::DoseGivenOutsideGate { dose_mg, given_at, given_by, why, refused, lozenges, prescription };
        // Nobody knows how many are left, until somebody counts.
        let asked = prescription.filter(|_| lozenges.is_none());
        let asked =
            asked.map(|number| event::Event::Prescription(prescription::Event::CountAsked { number }));
        Ok(std::iter::once(self.fact(given)).chain(asked).collect())
    }

    /// Passes one condition for this session, where an override can reach it.
    pub(super) fn pass(
        &self,
        condition: ConditionId,
        reason: &str,
        seen: Option<&[Reason]>,
    ) -> Result<Vec<event::Event>, Refusal> {
        self.prescriber()?;
        self.before_a_dose()?;
        if !PASSABLE.contains(&condition) {
            return Err(Refusal::NotOverridable);
        }
        let reason = text::paragraph(reason)?.ok_or(Refusal::ReasonMissing)?;
        let signed = self.at.practice.protocol_in_force(self.at.now).ok_or(Refusal::NoProtocol)?;
        let planned = planned_mg(self.case, self.id, self.at.practice);
        let input = gate_input(self.case, self.id, self.at.practice, self.at.occurred_at, planned);
        let now = gate::reasons(&input, &signed.protocol, condition);
        let seen = seen.map_or_else(|| now.clone(), <[Reason]>::to_vec);
        if !gate::reaches(&seen, &now) {
            return Err(Refusal::ChangedSince);
        }
        Ok(vec![self.fact(Fact::GateOverridden { condition, reason, seen })])
    }

    /// Asks a prescriber to pass a condition that stands in the way and that an override can reach.
    pub(super) fn ask_pass(
        &self,
        condition: ConditionId,
        of: StaffId,
        words: &str,
    ) -> Result<Vec<event::Event>, Refusal> {
        let session = self.before_a_dose()?;
        if !self.holds(Who::Staff { staff: of }, Role::Prescriber) {
            return Err(Refusal::NotAPrescriber);
        }
        // Whoever does not walk along could not read what they decide about.
        if !self.case.care_team.people.contains(&of) {
            return Err(Refusal::NotOnCareTeam);
        }
        if session.open_asks().any(|one| one.condition == condition && one.of == of) {
            return Err(Refusal::AskedAlready);
        }
        let signed = self.at.practice.protocol_in_force(self.at.now).ok_or(Refusal::NoProtocol)?;
        let planned = planned_mg(self.case, self.id, self.at.practice);
        let input = gate_input(self.case, self.id, self.at.practice, self.at.occurred_at, planned);
        if !gate::could_be_passed(&input, &signed.protocol, condition) {
            return Err(Refusal::NotOverridable);
        }
        let words = text::paragraph(words)?.ok_or(Refusal::WordsMissing)?;
        Ok(vec![self.fact(Fact::PassAsked { condition, of, words })])
    }

    /// Says no to what was asked; once a dose was taken or the visit is over nobody waits for it.
    pub(super) fn decline_pass(&self, ask: EventId, reason: &str) -> Result<Vec<event::Event>, Refusal> {
        self.prescriber()?;
        let session = self.before_a_dose()?;
        if !session.open_asks().any(|one| one.id == ask) {
            return Err(Refusal::NothingAsked);
        }
        let reason = text::paragraph(reason)?.ok_or(Refusal::ReasonMissing)?;
        Ok(vec![self.fact(Fact::PassDeclined { ask, reason })])
    }

    /// The session, while the gate still decides something in it.
    fn before_a_dose(&self) -> Result<&Session, Refusal> {
        let session = self.going_on()?;
        if session.first_dose_at().is_some() { Err(Refusal::DoseWasGiven) } else { Ok(session) }
    }
}

/// What a prescriber may pass at all; the gate says how far each reaches `[D]`.
pub const PASSABLE: [ConditionId; 4] =
    [ConditionId::G8, ConditionId::G10, ConditionId::G12, ConditionId::G13];

fn through(gate: &Gate) -> Result<(), Refusal> {
    if gate.authorised() {
        return Ok(());
    }
    let standing = gate.standing().map(|one| Closed { id: one.id, reasons: one.reasons.clone() });
    Err(Refusal::GateClosed { conditions: standing.collect() })
}

/// Whether so many lozenges were opened for that dose; half of one is one.
fn fitting(dose_mg: i64, lozenges: u32, strength_mg: u32) -> Result<(), Refusal> {
    let strength = i64::from(strength_mg).max(1);
    let needed = (dose_mg + strength - 1) / strength;
    if needed == i64::from(lozenges) {
        return Ok(());
    }
    Err(Refusal::LozengesDoNotFit { dose_mg, strength_mg, lozenges, needed })
}

fn possible(field: &str, value: i64, range: &RangeInclusive<i64>) -> Result<(), Refusal> {
    if range.contains(&value) {
        return Ok(());
    }
    let (low, high) = (*range.start(), *range.end());
    Err(Refusal::ValueImpossible { field: field.to_owned(), value, low, high })
}
