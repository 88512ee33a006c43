//! Prescriptions: what may be given, how, until when; and the count of lozenges.

mod count;
mod first_session;

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::id::EventId;
use crate::medicine_session::session::{self, Fact};
use crate::protocol::{DoseTier, Protocol};
use crate::refusal::Refusal;
use crate::{stock, text};

pub use count::{Correction, Counted, Entry, Fate, FromStock, Line, Reviewed, Supply, Witness};
pub(crate) use count::{second_person, start_of};
pub use first_session::{FirstSession, Notice, Reduced, first_session};

pub use crate::tally::{Count, Difference};

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Prescribe; the prescriber's name stands under it. Needs `Sign` on `Prescription`.
    Prescribe {
        /// What it states.
        envelope: Box<Envelope>,
        /// The [`Prescriptions::revision`] of the page it was written on; none where none was read.
        seen: Option<u32>,
    },
    /// Take a prescription back. Needs `Sign` on `Prescription`.
    Revoke {
        /// Which one.
        number: u32,
        /// Why.
        reason: String,
    },
    /// Count lozenges of a prescription. Needs `Create` on `Stock`.
    Count(Box<Counted>),
    /// Put a count right; what was written stays. Needs `Amend` on `Stock`.
    CorrectCount {
        /// The line that was wrong; a dose is put right in its session.
        line: EventId,
        /// How many it truly were.
        lozenges: u32,
        /// Why.
        because: String,
    },
    /// Close the review of a count that did not match. Needs `Sign` on `Prescription`.
    ReviewCount {
        /// The line at which it shows.
        line: EventId,
        /// What was found and what follows.
        finding: String,
        /// Whether lozenges were stolen or lost: then the practice's clock of notice begins.
        lost: bool,
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
    /// Who has the lozenges in keeping.
    #[serde(default, skip_serializing_if = "Custody::is_client")]
    pub custody: Custody,
}

/// Who has the lozenges in keeping (`clinical.md` 9 [D]).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Custody {
    /// A pharmacy dispenses to the client, who brings them.
    #[default]
    Client,
    /// They are the practice's stock, and the prescription is the order to give them.
    Practice,
}

impl Custody {
    fn is_client(&self) -> bool {
        *self == Self::Client
    }
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
        /// What was counted.
        #[serde(flatten)]
        entry: Entry,
    },
    /// A count is asked: lozenges were taken, and nobody knows how many.
    CountAsked {
        /// Of which prescription.
        number: u32,
    },
    /// A count was put right.
    CountCorrected {
        /// The line that was wrong.
        line: EventId,
        /// How many it truly were.
        lozenges: u32,
        /// Why.
        because: String,
    },
    /// A prescriber closed the review of a count that did not match.
    CountReviewed {
        /// The line at which it shows.
        line: EventId,
        /// How many ought to have been there.
        expected: u32,
        /// How many were there, or went out.
        counted: u32,
        /// What was found and what follows.
        finding: String,
        /// Whether lozenges were stolen or lost.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        lost: bool,
        /// Whom it was told as a theft or a loss, and when; today the stock keeps it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        told: Option<String>,
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
    /// The newer one that took its place, if one did.
    pub replaced: Option<Replaced>,
    /// Whether somebody is to count what is left: lozenges were taken, and nobody knows how many.
    pub count_asked: bool,
    /// Every line of its lozenges, in the order in which they were recorded.
    pub lines: Vec<Line>,
    /// How differences ended, by the line at which they show.
    pub reviews: BTreeMap<EventId, Reviewed>,
}

/// The newer prescription that took the place of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    /// Its number.
    pub by: u32,
    /// When it was signed.
    pub at: Timestamp,
}

impl Prescription {
    /// Whether it was neither taken back nor replaced.
    pub fn stands(&self) -> bool {
        self.revoked_at.is_none() && self.replaced.is_none()
    }

    /// Whether it may be used on that day of the practice's calendar.
    pub fn in_force_on(&self, day: Date) -> bool {
        self.stands() && day <= self.envelope.valid_until
    }

    /// When it was taken back or replaced, if it was.
    pub fn ended_at(&self) -> Option<Timestamp> {
        let ends = [self.revoked_at, self.replaced.map(|replaced| replaced.at)];
        ends.into_iter().flatten().min()
    }

    /// What its lines come to.
    pub fn count(&self) -> Count {
        count::count(&self.lines)
    }

    /// Counts that do not match and that no prescriber has reviewed.
    pub fn open_differences(&self) -> Vec<Difference> {
        count::open(&self.count(), &self.reviews)
    }

    /// Lozenges that ought to be there; `None` while none were counted in.
    pub fn lozenges_left(&self) -> Option<u32> {
        self.count().left
    }
}

/// The prescriptions as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prescriptions {
    /// All of them, oldest first, the revoked ones included.
    pub all: Vec<Prescription>,
}

impl Prescriptions {
    /// Grows with each one that is signed or taken back: a page says by it what it was drawn from.
    pub fn revision(&self) -> u32 {
        let revoked = self.all.iter().filter(|one| one.revoked_at.is_some()).count();
        u32::try_from(self.all.len() + revoked).unwrap_or(u32::MAX)
    }

    /// The newest one that may be used on that day of the practice's calendar.
    pub fn in_force_on(&self, day: Date) -> Option<&Prescription> {
        self.all.iter().rev().find(|prescription| prescription.in_force_on(day))
    }

    /// Counts that do not match and that no prescriber has reviewed.
    pub fn open_differences(&self) -> impl Iterator<Item = Difference> + '_ {
        self.all.iter().flat_map(Prescription::open_differences)
    }

    /// The line of that fact.
    pub fn line(&self, id: EventId) -> Option<&Line> {
        self.all.iter().flat_map(|one| &one.lines).find(|line| line.id == id)
    }

    fn numbered(&self, number: u32) -> Option<&Prescription> {
        self.all.iter().find(|prescription| prescription.number == number)
    }
}

/// Decides a command about prescriptions.
///
/// # Errors
/// When no protocol is in force, the envelope lies outside it, or there is no such prescription,
/// line or difference.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let prescriptions = &case.prescriptions;
    let event = match command {
        Command::Prescribe { envelope, seen } => {
            if seen.is_some_and(|seen| seen != prescriptions.revision()) {
                return Err(Refusal::PrescriptionChanged);
            }
            let signed = at.practice.protocol_in_force(at.now).ok_or(Refusal::NoProtocol)?;
            let envelope = Box::new(envelope.as_ref().clone().checked()?);
            within(&envelope, &signed.protocol, at.practice.date_at(at.now))?;
            let number = u32::try_from(prescriptions.all.len() + 1).map_err(|_| Refusal::TooMany)?;
            Event::Prescribed { number, envelope, protocol_number: signed.number }
        }
        Command::Revoke { number, reason } => {
            let standing = prescriptions.numbered(*number).filter(|one| one.stands());
            standing.ok_or(Refusal::NoSuchPrescription)?;
            let reason = text::paragraph(reason)?.ok_or(Refusal::ReasonMissing)?;
            Event::PrescriptionRevoked { number: *number, reason }
        }
        Command::Count(counted) => return counted_in(prescriptions, counted, at),
        Command::CorrectCount { line, lozenges, because } => {
            return corrected(prescriptions, *line, *lozenges, because, at);
        }
        Command::ReviewCount { line, finding, lost } => {
            return reviewed(prescriptions, *line, finding, *lost, at);
        }
    };
    Ok(vec![event::Event::Prescription(event)])
}

/// A count; what leaves the practice's stock is told to the stock in the same act, without a name.
fn counted_in(
    prescriptions: &Prescriptions,
    counted: &Counted,
    at: &At<'_>,
) -> Result<Vec<event::Event>, Refusal> {
    let number = counted.number;
    let envelope = &prescriptions.numbered(number).ok_or(Refusal::NoSuchPrescription)?.envelope;
    let from_stock = counted.from_stock.filter(|_| counted.fate == Fate::Dispensed);
    let kept_here = envelope.custody == Custody::Practice && counted.fate == Fate::Dispensed;
    if kept_here && from_stock.is_none() {
        return Err(Refusal::LotMissing);
    }
    let mut entry = counted.checked(at)?;
    let taken = from_stock
        .map(|from| stock::dispensed(from, number, envelope.strength_mg, entry.lozenges, at))
        .transpose()?;
    if let Some((lot, _)) = &taken {
        (entry.lot, entry.supply) = (Some(lot.medicine.lot.clone()), None);
        entry.dispensing = from_stock.map(|from| from.dispensing);
        entry.since = None;
    }
    let mut events = vec![event::Event::Prescription(Event::LozengesCounted { number, entry })];
    events.extend(taken.map(|(_, event)| event::Event::Stock(event)));
    Ok(events)
}

/// Puts a count right; a line that left the stock is put right there as well.
fn corrected(
    prescriptions: &Prescriptions,
    line: EventId,
    lozenges: u32,
    because: &str,
    at: &At<'_>,
) -> Result<Vec<event::Event>, Refusal> {
    let by_hand = prescriptions.line(line).filter(|line| line.dose.is_none());
    let wrong = by_hand.ok_or(Refusal::NoSuchEntry)?;
    if wrong.lozenges() == lozenges {
        return Err(Refusal::NothingNew);
    }
    // A line that should never have been is put right to none.
    if lozenges > 0 {
        count::lawful(wrong.entry.fate, lozenges)?;
    }
    let because = text::line(because)?.ok_or(Refusal::ReasonMissing)?;
    let there = wrong.entry.dispensing.zip(at.stock);
    let there =
        there.and_then(|(dispensing, reached)| reached.stock.corrected(dispensing, lozenges, &because));
    let here = Event::CountCorrected { line, lozenges, because };
    let here = event::Event::Prescription(here);
    Ok(std::iter::once(here).chain(there.map(event::Event::Stock)).collect())
}

/// Closes a review; what was stolen or lost begins the practice's clock of notice.
fn reviewed(
    prescriptions: &Prescriptions,
    line: EventId,
    finding: &str,
    lost: bool,
    at: &At<'_>,
) -> Result<Vec<event::Event>, Refusal> {
    let holds = |one: &&Prescription| one.open_differences().iter().any(|open| open.line == line);
    let prescription = prescriptions.all.iter().find(holds).ok_or(Refusal::NoSuchEntry)?;
    let mut open = prescription.open_differences().into_iter();
    let Difference { line, expected, counted } =
        open.find(|one| one.line == line).ok_or(Refusal::NoSuchEntry)?;
    let finding = text::paragraph(finding)?.ok_or(Refusal::WordsMissing)?;
    let missing = expected.saturating_sub(counted);
    if lost && missing == 0 {
        return Err(Refusal::NothingLost);
    }
    let (number, strength_mg) = (prescription.number, prescription.envelope.strength_mg);
    let found = lost.then(|| stock::lost(number, strength_mg, missing, at)).transpose()?;
    let closed = Event::CountReviewed { line, expected, counted, finding, lost, told: None };
    let closed = event::Event::Prescription(closed);
    Ok(std::iter::once(closed).chain(found.map(event::Event::Stock)).collect())
}

impl Envelope {
    /// What is usually given at once, in milligrams: the most of the session without its booster.
    pub fn planned_mg(&self) -> i64 {
        let booster = self.booster.map_or(0, |booster| booster.mg);
        i64::from(self.most_mg_per_session.saturating_sub(booster))
    }

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
            Event::Prescribed { number, envelope, protocol_number } => {
                let replaced = Some(Replaced { by: *number, at: recorded.occurred_at });
                for one in self.all.iter_mut().filter(|one| one.stands()) {
                    one.replaced = replaced;
                }
                self.all.push(Prescription {
                    number: *number,
                    envelope: envelope.as_ref().clone(),
                    by: recorded.by,
                    signed_at: recorded.occurred_at,
                    protocol_number: *protocol_number,
                    revoked_at: None,
                    revoked_because: None,
                    replaced: None,
                    count_asked: false,
                    lines: Vec::new(),
                    reviews: BTreeMap::new(),
                });
            }
            Event::PrescriptionRevoked { number, reason } => self.change(*number, |one| {
                one.revoked_at = Some(recorded.occurred_at);
                one.revoked_because = Some(reason.clone());
            }),
            Event::LozengesCounted { number, entry } => {
                self.change(*number, |one| {
                    one.count_asked &= !entry.fate.tells_what_is_there();
                    one.lines.push(Line::new(recorded, entry.clone(), None));
                });
            }
            Event::CountAsked { number } => self.change(*number, |one| one.count_asked = true),
            Event::CountCorrected { line, lozenges, because } => {
                self.correct(*line, *lozenges, because, recorded);
            }
            Event::CountReviewed { line, expected, counted, finding, lost, told } => {
                let difference = Difference { line: *line, expected: *expected, counted: *counted };
                let (finding, lost, told) = (finding.clone(), *lost, told.clone());
                let review =
                    Reviewed { difference, finding, lost, told, by: recorded.by, at: recorded.occurred_at };
                let holds = |one: &&mut Prescription| one.lines.iter().any(|kept| kept.id == *line);
                if let Some(prescription) = self.all.iter_mut().find(holds) {
                    prescription.reviews.insert(*line, review);
                }
            }
        }
    }

    /// Takes in what a session did with lozenges: a dose counts itself, and is taken back with it.
    pub(crate) fn follow_session(&mut self, event: &session::Event, recorded: &Recorded) {
        match &event.fact {
            Fact::DoseAdministered { dose_mg, lozenges, prescription, .. }
            | Fact::BoosterAdministered { dose_mg, lozenges, prescription, .. } => {
                let standing = self.all.iter().rev().find(|one| one.stands());
                let Some(number) = prescription.or(standing.map(|one| one.number)) else { return };
                let entry = Entry::of_dose(*lozenges);
                let dose = Some((event.session, *dose_mg));
                self.change(number, |one| one.lines.push(Line::new(recorded, entry, dose)));
            }
            Fact::DoseGivenOutsideGate {
                dose_mg,
                given_at,
                lozenges: Some(lozenges),
                prescription: Some(number),
                ..
            } => {
                let entry = Entry { since: Some(*given_at), ..Entry::of_dose(*lozenges) };
                let dose = Some((event.session, *dose_mg));
                self.change(*number, |one| one.lines.push(Line::new(recorded, entry, dose)));
            }
            Fact::EnteredInError { event, because } => self.correct(*event, 0, because, recorded),
            _ => {}
        }
    }

    fn correct(&mut self, id: EventId, lozenges: u32, because: &str, recorded: &Recorded) {
        let line = self.all.iter_mut().flat_map(|one| &mut one.lines).find(|line| line.id == id);
        if let Some(line) = line {
            let (by, at) = (recorded.by, recorded.occurred_at);
            line.correction = Some(Correction { lozenges, because: because.to_owned(), by, at });
        }
    }

    fn change(&mut self, number: u32, change: impl FnOnce(&mut Prescription)) {
        if let Some(prescription) = self.all.iter_mut().find(|one| one.number == number) {
            change(prescription);
        }
    }
}

#[cfg(test)]
mod tests;
