//! The practice itself: its name and place, and who works there.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::event::{self, Recorded};
use crate::id::StaffId;
use crate::refusal::Refusal;
use crate::staff::{self, Role, Status};
use crate::text;

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

    /// Takes one more fact in.
    pub fn evolve(&mut self, recorded: &Recorded) {
        match &recorded.body {
            event::Event::Practice(Event::PracticeFounded { name, country, zone }) => {
                self.name = Some(name.clone());
                self.country.clone_from(country);
                self.zone.clone_from(zone);
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
/// When the practice is founded twice or not at all, or a person cannot be added.
pub fn decide(practice: &Practice, command: &Command) -> Result<Vec<event::Event>, Refusal> {
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
    }
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
