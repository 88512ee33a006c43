//! Prescriptions: what may be given, how, until when; and the count of lozenges.

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::protocol::{DoseTier, Protocol};
use crate::refusal::Refusal;
use crate::text;

mod first_session;

pub use first_session::{FirstSession, Notice, Reduced, first_session};

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Prescribe; the prescriber's name stands under it. Needs `Sign` on `Prescription`.
    Prescribe(Box<Envelope>),
    /// Take a prescription back. Needs `Sign` on `Prescription`.
    Revoke {
        /// Which one.
        number: u32,
        /// Why.
        reason: String,
    },
    /// Count lozenges of a prescription. Needs `Create` on `Stock`.
    Count {
        /// Of which prescription.
        number: u32,
        /// What happened to them.
        fate: Fate,
        /// How many.
        lozenges: u32,
        /// The lot printed on them.
        lot: Option<String>,
        /// Who else saw it; needed for waste.
        witness: Option<String>,
    },
}

/// Everything a prescription must state (`clinical.md` 2.3 [D]); the route is sublingual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// Ketamine in one lozenge.
    pub strength_mg: u32,
    /// How many lozenges.
    pub lozenges: u32,
    /// The depth it is for.
    pub tier: DoseTier,
    /// The most of one session, booster included.
    pub most_mg_per_session: u32,
    /// One further dose within a session, if it is allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booster: Option<Booster>,
    /// How long the lozenge is held in the mouth.
    pub hold_minutes: u32,
    /// What becomes of what is left in the mouth.
    pub afterwards: Afterwards,
    /// The last day on which it may be given, in the practice's zone.
    pub valid_until: Date,
    /// Why the moderate tier's usual cap is passed, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_above_usual_cap: Option<String>,
}

/// One further dose within a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booster {
    /// How much at most.
    pub mg: u32,
    /// Not before this minute from the first dose.
    pub earliest_minute: u32,
}

/// What becomes of what is left in the mouth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Afterwards {
    /// It is swallowed.
    Swallow,
    /// It is spat out.
    Spit,
}

/// What happened to lozenges that were counted; doses given count themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Supplied by the pharmacy or the practice.
    Dispensed,
    /// Brought by the client.
    Brought,
    /// Taken in a session.
    Taken,
    /// Given back.
    Returned,
    /// Destroyed before a witness.
    Wasted,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A prescription was signed.
    Prescribed {
        /// Its number on this journey, from 1.
        number: u32,
        /// What it states.
        envelope: Box<Envelope>,
        /// The protocol version it was signed under.
        protocol_number: u32,
    },
    /// A prescription was taken back.
    PrescriptionRevoked {
        /// Which one.
        number: u32,
        /// Why.
        reason: String,
    },
    /// Lozenges were counted.
    LozengesCounted {
        /// Of which prescription.
        number: u32,
        /// What happened to them.
        fate: Fate,
        /// How many.
        lozenges: u32,
        /// The lot printed on them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lot: Option<String>,
        /// Who else saw it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        witness: Option<String>,
    },
}

/// One prescription as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prescription {
    /// Its number on this journey, from 1.
    pub number: u32,
    /// What it states.
    pub envelope: Envelope,
    /// Who signed it.
    pub by: Who,
    /// When.
    pub signed_at: Timestamp,
    /// The protocol version it was signed under.
    pub protocol_number: u32,
    /// When it was taken back, if it was.
    pub revoked_at: Option<Timestamp>,
    /// Why it was.
    pub revoked_because: Option<String>,
    /// Lozenges that came: dispensed or brought, whichever was counted higher.
    pub lozenges_in: u32,
    /// Lozenges taken, given back or destroyed.
    pub lozenges_out: u32,
    /// Dispensed, brought.
    counted_in: (u32, u32),
}

impl Prescription {
    /// Whether it may be used on that day of the practice's calendar.
    pub fn in_force_on(&self, day: Date) -> bool {
        self.revoked_at.is_none() && day <= self.envelope.valid_until
    }

    /// Whether more went out than came in, once any were counted in.
    pub fn count_is_off(&self) -> bool {
        self.lozenges_in > 0 && self.lozenges_out > self.lozenges_in
    }

    /// Lozenges that ought to be there; `None` while none were counted in.
    pub fn lozenges_left(&self) -> Option<u32> {
        (self.lozenges_in > 0).then(|| self.lozenges_in.saturating_sub(self.lozenges_out))
    }
}

/// The prescriptions as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prescriptions {
    /// All of them, oldest first, the revoked ones included.
    pub all: Vec<Prescription>,
}

impl Prescriptions {
    /// The newest one that may be used on that day of the practice's calendar.
    pub fn in_force_on(&self, day: Date) -> Option<&Prescription> {
        self.all.iter().rev().find(|prescription| prescription.in_force_on(day))
    }

    fn numbered(&self, number: u32) -> Option<&Prescription> {
        self.all.iter().find(|prescription| prescription.number == number)
    }
}

/// Decides a command about prescriptions.
///
/// # Errors
/// When no protocol is in force, the envelope lies outside it, or there is no such prescription.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let prescriptions = &case.prescriptions;
    let event = match command {
        Command::Prescribe(envelope) => {
            let signed = at.practice.protocol_in_force(at.now).ok_or(Refusal::NoProtocol)?;
            let envelope = Box::new(envelope.as_ref().clone().checked()?);
            within(&envelope, &signed.protocol, at.practice.date_at(at.now))?;
            let number = u32::try_from(prescriptions.all.len() + 1).map_err(|_| Refusal::TooMany)?;
            Event::Prescribed { number, envelope, protocol_number: signed.number }
        }
        Command::Revoke { number, reason } => {
            let standing = prescriptions.numbered(*number).filter(|one| one.revoked_at.is_none());
            standing.ok_or(Refusal::NoSuchPrescription)?;
            let reason = text::paragraph(reason)?.ok_or(Refusal::ReasonMissing)?;
            Event::PrescriptionRevoked { number: *number, reason }
        }
        Command::Count { number, fate, lozenges, lot, witness } => {
            prescriptions.numbered(*number).ok_or(Refusal::NoSuchPrescription)?;
            let witness = text::optional_line(witness.clone())?;
            if *fate == Fate::Wasted && witness.is_none() {
                return Err(Refusal::WitnessMissing);
            }
            let lot = text::optional_line(lot.clone())?;
            Event::LozengesCounted { number: *number, fate: *fate, lozenges: *lozenges, lot, witness }
        }
    };
    Ok(vec![event::Event::Prescription(event)])
}

impl Envelope {
    fn checked(self) -> Result<Self, Refusal> {
        let reason_above_usual_cap = text::optional_paragraph(self.reason_above_usual_cap)?;
        Ok(Self { reason_above_usual_cap, ..self })
    }
}

/// Holds an envelope against the protocol; body weight is the gate's matter, on the day.
fn within(envelope: &Envelope, protocol: &Protocol, today: Date) -> Result<(), Refusal> {
    if envelope.strength_mg == 0 || envelope.lozenges == 0 || envelope.most_mg_per_session == 0 {
        return Err(Refusal::PrescriptionIncomplete);
    }
    let tiers = &protocol.tiers;
    let tier_mg_max = match (envelope.tier, &envelope.reason_above_usual_cap) {
        (DoseTier::Psycholytic, _) => tiers.psycholytic_mg_max.value,
        (DoseTier::Moderate, None) => tiers.moderate_mg_max.value,
        (DoseTier::Moderate, Some(_)) => tiers.moderate_mg_max_with_reason.value,
    };
    let mg_max = tier_mg_max.min(tiers.ceiling_mg.value);
    if i64::from(envelope.most_mg_per_session) > mg_max {
        return Err(Refusal::AboveTier { mg_max });
    }
    if !protocol.dosing.hold_minutes.value.holds(i64::from(envelope.hold_minutes)) {
        return Err(Refusal::HoldOutsideProtocol);
    }
    if let Some(booster) = envelope.booster {
        booster_within(booster, envelope, protocol)?;
    }
    let latest = today.saturating_add(Span::new().years(1));
    if envelope.valid_until < today || envelope.valid_until > latest {
        return Err(Refusal::ValidityOutOfRange);
    }
    Ok(())
}

fn booster_within(booster: Booster, envelope: &Envelope, protocol: &Protocol) -> Result<(), Refusal> {
    let figures = &protocol.booster;
    let minute_lawful = figures.minutes.value.holds(i64::from(booster.earliest_minute));
    let mg_lawful = booster.mg > 0 && booster.mg < envelope.most_mg_per_session;
    if figures.per_session_max.value < 1 || !minute_lawful || !mg_lawful {
        return Err(Refusal::BoosterOutsideProtocol);
    }
    Ok(())
}

impl Prescriptions {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        match event {
            Event::Prescribed { number, envelope, protocol_number } => self.all.push(Prescription {
                number: *number,
                envelope: envelope.as_ref().clone(),
                by: recorded.by,
                signed_at: recorded.occurred_at,
                protocol_number: *protocol_number,
                revoked_at: None,
                revoked_because: None,
                lozenges_in: 0,
                lozenges_out: 0,
                counted_in: (0, 0),
            }),
            Event::PrescriptionRevoked { number, reason } => self.change(*number, |one| {
                one.revoked_at = Some(recorded.occurred_at);
                one.revoked_because = Some(reason.clone());
            }),
            Event::LozengesCounted { number, fate, lozenges, .. } => {
                self.change(*number, |one| one.count(*fate, *lozenges));
            }
        }
    }

    fn change(&mut self, number: u32, change: impl FnOnce(&mut Prescription)) {
        if let Some(prescription) = self.all.iter_mut().find(|one| one.number == number) {
            change(prescription);
        }
    }
}

impl Prescription {
    /// The same lozenges are counted when dispensed and when brought: they count once.
    fn count(&mut self, fate: Fate, lozenges: u32) {
        let (dispensed, brought) = &mut self.counted_in;
        match fate {
            Fate::Dispensed => *dispensed = dispensed.saturating_add(lozenges),
            Fate::Brought => *brought = brought.saturating_add(lozenges),
            Fate::Taken | Fate::Returned | Fate::Wasted => {
                self.lozenges_out = self.lozenges_out.saturating_add(lozenges);
            }
        }
        self.lozenges_in = (*dispensed).max(*brought);
    }
}

#[cfg(test)]
mod tests;
