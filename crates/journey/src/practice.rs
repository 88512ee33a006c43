//! The practice itself: its name and place, and who works there.

mod draft;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

use crate::event::{self, Recorded};
use crate::hours::Hours;
use crate::id::{AppointmentId, StaffId};
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::staff::{self, Role, Status};
use crate::text;

pub use draft::{Draft, DraftOrigin, Drafted, NewFigure};

/// What can be asked of the practice.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Found the practice, with its first person in every role that person holds.
    Found {
        /// The practice's name.
        name: String,
        /// ISO 3166 code of the country whose crisis numbers are shown.
        country: String,
        /// IANA zone of the practice.
        zone: String,
        /// The first person.
        first: NewPerson,
    },
    /// Add a person.
    AddPerson(NewPerson),
    /// Record that somebody signed in.
    SignIn {
        /// Who.
        staff: StaffId,
    },
    /// Record that a sign-in was refused.
    RefuseSignIn {
        /// Whose address was tried.
        staff: StaffId,
    },
    /// Sign a version of the protocol. Needs `Sign` on `Protocol`.
    SignProtocol(Box<NewProtocol>),
    /// Begin a draft of the next version. Needs `Create` on `Protocol`.
    BeginDraft {
        /// Every figure it begins with.
        protocol: Box<Protocol>,
        /// Where they come from.
        origin: DraftOrigin,
    },
    /// Change figures of the draft, all of them or none. Needs `Amend` on `Protocol`.
    DraftFigures {
        /// The figures and their values.
        figures: Vec<NewFigure>,
        /// Why.
        reason: String,
    },
    /// Let the draft go. Needs `Amend` on `Protocol`.
    DiscardDraft,
    /// Sign the draft as the next version. Needs `Sign` on `Protocol`.
    SignDraft(SignDraft),
    /// State the hours in which the practice reads and answers. Needs `Amend` on `Schedule`.
    StateHours(Hours),
}

/// A version of the protocol that a prescriber puts their name under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProtocol {
    /// The version's number; higher than every one before.
    pub number: u32,
    /// Every figure, whole.
    pub protocol: Protocol,
    /// Paths of the figures that were answered with an explicit yes.
    pub yes: BTreeSet<String>,
    /// The prescriber.
    pub signed_by: StaffId,
    /// The last day on which it is in force, in the practice's zone.
    pub expires: Date,
}

/// A prescriber's name under the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignDraft {
    /// The state of the draft that was read.
    pub revision: u32,
    /// The version's number; higher than every one before.
    pub number: u32,
    /// Paths of the figures that were answered with an explicit yes.
    pub yes: BTreeSet<String>,
    /// The prescriber.
    pub signed_by: StaffId,
    /// The last day on which it is in force, in the practice's zone.
    pub expires: Date,
}

/// A person to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// The id they will have.
    pub staff: StaffId,
    /// The name as it is printed under a signature.
    pub name: String,
    /// The mail address they sign in with.
    pub email: String,
    /// The hash of their password, `$argon2id$v=19$...`.
    pub password_hash: String,
    /// What they may be.
    pub roles: Vec<Role>,
}

/// What has happened to the practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// The practice was founded.
    PracticeFounded {
        /// Its name.
        name: String,
        /// ISO 3166 code of its country.
        country: String,
        /// Its IANA zone.
        zone: String,
    },
    /// A prescriber signed a version of the protocol; it is kept whole.
    ProtocolSigned {
        /// The version's number.
        number: u32,
        /// Every figure.
        protocol: Box<Protocol>,
        /// Paths of the figures that were answered with an explicit yes.
        yes: BTreeSet<String>,
        /// The prescriber.
        signed_by: StaffId,
        /// The last day on which it is in force, in the practice's zone.
        expires: Date,
    },
    /// A draft of the next version was begun; it is kept whole.
    ProtocolDraftBegun {
        /// Every figure it begins with.
        protocol: Box<Protocol>,
        /// Where they come from.
        origin: DraftOrigin,
    },
    /// A figure of the draft was given another value.
    ProtocolFigureDrafted {
        /// Its place in the protocol.
        path: String,
        /// The value as it is printed.
        value: String,
        /// Why.
        reason: String,
    },
    /// The draft was let go.
    ProtocolDraftDiscarded,
    /// An appointment takes this time of those who meet; says neither whom nor what for.
    TimeTaken {
        /// Which appointment.
        appointment: AppointmentId,
        /// The time.
        taken: Taken,
    },
    /// An appointment gave its time back.
    TimeFreed {
        /// Which appointment.
        appointment: AppointmentId,
    },
    /// The practice stated the hours in which it reads and answers.
    HoursStated {
        /// The hours of a week.
        hours: Hours,
    },
}

/// Time that people of the practice have given to an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Whose time.
    pub with: BTreeSet<StaffId>,
    /// From when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// A signed version of the protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedProtocol {
    /// The version's number.
    pub number: u32,
    /// Every figure.
    pub protocol: Protocol,
    /// Paths of the figures that were answered with an explicit yes.
    pub yes: BTreeSet<String>,
    /// The prescriber.
    pub signed_by: StaffId,
    /// When it was signed, and so came into force.
    pub signed_at: Timestamp,
    /// The last day on which it is in force, in the practice's zone.
    pub expires: Date,
}

/// A person of the practice as they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The name as it is printed.
    pub name: String,
    /// The mail address they sign in with.
    pub email: String,
    /// The hash of their password.
    pub password_hash: Option<String>,
    /// What they may be.
    pub roles: BTreeSet<Role>,
    /// Whether they may do anything.
    pub status: Status,
}

/// The practice as it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Practice {
    /// Its name, once founded.
    pub name: Option<String>,
    /// ISO 3166 code of its country.
    pub country: String,
    /// Its IANA zone.
    pub zone: String,
    /// Who works there.
    pub people: BTreeMap<StaffId, Member>,
    /// Signed versions of the protocol, oldest first.
    pub protocols: Vec<SignedProtocol>,
    /// The draft of the next version, where one was begun.
    pub draft: Option<Draft>,
    /// How many facts there have been about drafts.
    draft_facts: u32,
    /// Hours that were stated, and since when; the oldest first.
    pub hours: Vec<(Timestamp, Hours)>,
    /// Times that appointments take; what is over is in nobody's way, and left out.
    pub taken: BTreeMap<AppointmentId, Taken>,
}

impl Practice {
    /// Finds the person who signs in with a mail address, whatever its case.
    pub fn by_email(&self, email: &str) -> Option<(StaffId, &Member)> {
        let email = email.trim().to_lowercase();
        self.people
            .iter()
            .find(|(_, member)| member.email.to_lowercase() == email)
            .map(|(staff, member)| (*staff, member))
    }

    /// The protocol in force at an instant: the newest signed by then, unless it has expired.
    ///
    /// An expired version does not bring an older one back.
    pub fn protocol_in_force(&self, at: Timestamp) -> Option<&SignedProtocol> {
        let newest = self.protocols.iter().rev().find(|signed| signed.signed_at <= at)?;
        (self.date_at(at) <= newest.expires).then_some(newest)
    }

    /// The hours that stood at an instant; none where none had been stated.
    pub fn hours_at(&self, at: Timestamp) -> Option<&Hours> {
        self.hours.iter().rev().find(|(since, _)| *since <= at).map(|(_, hours)| hours)
    }

    /// The practice's time zone; UTC where its name is not known.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// The practice's calendar day at an instant; validity in days is counted on it.
    pub fn date_at(&self, at: Timestamp) -> Date {
        Zoned::new(at, self.time_zone()).date()
    }

    /// Takes one more fact in.
    pub fn evolve(&mut self, recorded: &Recorded) {
        if let event::Event::Practice(fact) = &recorded.body {
            self.evolve_draft(fact, recorded);
        }
        match &recorded.body {
            event::Event::Practice(Event::ProtocolSigned { number, protocol, yes, signed_by, expires }) => {
                self.protocols.push(SignedProtocol {
                    number: *number,
                    protocol: protocol.as_ref().clone(),
                    yes: yes.clone(),
                    signed_by: *signed_by,
                    signed_at: recorded.recorded_at,
                    expires: *expires,
                })
            }
            event::Event::Practice(Event::PracticeFounded { name, country, zone }) => {
                self.name = Some(name.clone());
                self.country.clone_from(country);
                self.zone.clone_from(zone);
            }
            event::Event::Practice(Event::HoursStated { hours }) => {
                self.hours.push((recorded.recorded_at, hours.clone()));
            }
            event::Event::Practice(Event::TimeTaken { appointment, taken }) => {
                self.taken.retain(|_, taken| recorded.recorded_at < taken.until);
                self.taken.insert(*appointment, taken.clone());
            }
            event::Event::Practice(Event::TimeFreed { appointment }) => {
                self.taken.remove(appointment);
            }
            event::Event::Staff(event) => self.evolve_people(event),
            _ => {}
        }
    }

    fn evolve_people(&mut self, event: &staff::Event) {
        match event {
            staff::Event::PersonAdded { staff, name, email } => {
                let member = Member {
                    name: name.clone(),
                    email: email.clone(),
                    password_hash: None,
                    roles: BTreeSet::new(),
                    status: Status::Invited,
                };
                self.people.insert(*staff, member);
            }
            staff::Event::PasswordSet { staff, password_hash } => {
                self.change(*staff, |member| member.password_hash = Some(password_hash.clone()));
            }
            staff::Event::RoleGranted { staff, role } => {
                self.change(*staff, |member| {
                    member.roles.insert(*role);
                });
            }
            staff::Event::StatusChanged { staff, status } => {
                self.change(*staff, |member| member.status = *status);
            }
            staff::Event::SignedIn { .. } | staff::Event::SignInRefused { .. } => {}
        }
    }

    fn change(&mut self, staff: StaffId, change: impl FnOnce(&mut Member)) {
        if let Some(member) = self.people.get_mut(&staff) {
            change(member);
        }
    }
}

/// Decides a command of the practice.
///
/// # Errors
/// When the practice is founded twice or not at all, a person cannot be added, or a protocol is
/// unfit to be signed.
pub fn decide(practice: &Practice, command: &Command, now: Timestamp) -> Result<Vec<event::Event>, Refusal> {
    match command {
        Command::Found { name, country, zone, first } => {
            if practice.name.is_some() {
                return Err(Refusal::PracticeAlreadyFounded);
            }
            let name = text::line(name)?.ok_or(Refusal::NameMissing)?;
            let founded = Event::PracticeFounded { name, country: country.clone(), zone: zone.clone() };
            let mut events = vec![event::Event::Practice(founded)];
            events.extend(added(practice, first)?);
            Ok(events)
        }
        Command::AddPerson(person) => {
            practice.name.as_ref().ok_or(Refusal::NoPractice)?;
            added(practice, person)
        }
        Command::SignIn { staff } => known(practice, *staff, staff::Event::SignedIn { staff: *staff }),
        Command::RefuseSignIn { staff } => {
            known(practice, *staff, staff::Event::SignInRefused { staff: *staff })
        }
        Command::SignProtocol(new) => signed(practice, new, now),
        Command::BeginDraft { protocol, origin } => draft::begin(practice, protocol, origin),
        Command::DraftFigures { figures, reason } => draft::change(practice, figures, reason),
        Command::DiscardDraft => draft::discard(practice),
        Command::SignDraft(signing) => signed(practice, &draft::read(practice, signing)?, now),
        Command::StateHours(hours) => {
            practice.name.as_ref().ok_or(Refusal::NoPractice)?;
            let hours = hours.clone().checked()?;
            if practice.hours_at(now) == Some(&hours) {
                return Err(Refusal::NothingNew);
            }
            Ok(vec![event::Event::Practice(Event::HoursStated { hours })])
        }
    }
}

fn signed(practice: &Practice, new: &NewProtocol, now: Timestamp) -> Result<Vec<event::Event>, Refusal> {
    let member = practice.people.get(&new.signed_by).ok_or(Refusal::NoSuchPerson)?;
    if member.status != Status::Active || !member.roles.contains(&Role::Prescriber) {
        return Err(Refusal::NotAPrescriber);
    }
    if practice.protocols.iter().any(|signed| signed.number >= new.number) {
        return Err(Refusal::ProtocolNumberTaken);
    }
    if let Some(fault) = new.protocol.check().into_iter().next() {
        return Err(Refusal::ProtocolUnfit { fault: fault.to_string() });
    }
    let unanswered = new.protocol.needs_a_yes().into_iter().find(|at| !new.yes.contains(&at.path));
    if let Some(figure) = unanswered {
        return Err(Refusal::FigureUnanswered { path: figure.path });
    }
    if new.expires < practice.date_at(now) {
        return Err(Refusal::ValidityOutOfRange);
    }
    Ok(vec![event::Event::Practice(Event::ProtocolSigned {
        number: new.number,
        protocol: Box::new(new.protocol.clone()),
        yes: new.yes.clone(),
        signed_by: new.signed_by,
        expires: new.expires,
    })])
}

fn known(practice: &Practice, staff: StaffId, event: staff::Event) -> Result<Vec<event::Event>, Refusal> {
    practice.people.get(&staff).ok_or(Refusal::NoSuchPerson)?;
    Ok(vec![event::Event::Staff(event)])
}

fn added(practice: &Practice, person: &NewPerson) -> Result<Vec<event::Event>, Refusal> {
    let staff = person.staff;
    let name = text::line(&person.name)?.ok_or(Refusal::NameMissing)?;
    let email = text::email(Some(person.email.clone()))?.ok_or(Refusal::EmailInvalid)?;
    if practice.by_email(&email).is_some() || practice.people.contains_key(&staff) {
        return Err(Refusal::EmailTaken);
    }
    let mut events = vec![
        staff::Event::PersonAdded { staff, name, email },
        staff::Event::PasswordSet { staff, password_hash: person.password_hash.clone() },
    ];
    events.extend(person.roles.iter().map(|role| staff::Event::RoleGranted { staff, role: *role }));
    events.push(staff::Event::StatusChanged { staff, status: Status::Active });
    Ok(events.into_iter().map(event::Event::Staff).collect())
}

#[cfg(test)]
mod tests;
