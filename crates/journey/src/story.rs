//! Little given-when-then scripts for the tests of the rules.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::case::{At, Case, Command, decide};
use crate::contact::Details;
use crate::event::{Event, Precision, Recorded, Who};
use crate::id::{ClientId, CommandId, EventId, StaffId};
use crate::practice::{self, NewPerson, NewProtocol, Practice};
use crate::protocol::{DEFAULT_TOML, Protocol};
use crate::refusal::Refusal;
use crate::staff::Role;
use crate::stock::{self, Reached, Stock};
use crate::{
    appointment, care_team, clearance, consent, consultation, ending, enquiry, history, integration, link,
    medicine_session, message, preparation, prescription, psychotherapy_note, review, scale, task,
};

/// One client's journey as it is told in a test.
pub(crate) struct Story {
    pub(crate) practice: Practice,
    pub(crate) stock: Stock,
    pub(crate) case: Case,
    pub(crate) now: Timestamp,
    /// When what is asked next was done, where a tablet kept it until now.
    pub(crate) kept_since: Option<Timestamp>,
    pub(crate) by: Who,
    pub(crate) history: Vec<Recorded>,
}

/// Reads an instant.
pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Reads a day.
pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The shipped protocol.
pub(crate) fn default_protocol() -> Protocol {
    toml::from_str(DEFAULT_TOML).unwrap()
}

/// The one client of these stories.
pub(crate) const CLIENT: ClientId = ClientId::from_bytes([0xc1; 16]);

/// The one person of the practice in these stories: therapist and prescriber.
pub(crate) const STAFF: StaffId = StaffId::from_bytes([7; 16]);

impl Story {
    /// A founded practice in Madrid with the shipped protocol signed, and nobody met yet.
    pub(crate) fn new() -> Self {
        Self::signed(default_protocol())
    }

    fn signed(protocol: Protocol) -> Self {
        let mut story = Self::without_protocol();
        let yes: BTreeSet<String> = protocol.needs_a_yes().into_iter().map(|at| at.path).collect();
        let expires = date("2027-04-01");
        story.practises(practice::Command::SignProtocol(Box::new(NewProtocol {
            number: 1,
            protocol,
            yes,
            signed_by: STAFF,
            expires,
        })));
        story
    }

    /// A founded practice under no protocol, on 4 May 2026 at 10:00 in Madrid.
    pub(crate) fn without_protocol() -> Self {
        let mut story = Self {
            practice: Practice::default(),
            stock: Stock::default(),
            case: Case::default(),
            now: instant("2026-05-04T08:00:00Z"),
            kept_since: None,
            by: Who::Staff { staff: STAFF },
            history: Vec::new(),
        };
        story.practises(practice::Command::Found {
            name: "Sample Practice".into(),
            country: "ES".into(),
            zone: "Europe/Madrid".into(),
            first: NewPerson {
                staff: STAFF,
                name: "Sam Sample".into(),
                email: "sam@example.org".into(),
                password_hash: "$argon2id$synthetic".into(),
                roles: vec![Role::Therapist, Role::Prescriber],
            },
        });
        story
    }

    /// A person who asked and was invited.
    pub(crate) fn invited() -> Self {
        Self::under(default_protocol())
    }

    /// The same under a protocol that was signed in place of the shipped one.
    pub(crate) fn under(protocol: Protocol) -> Self {
        let mut story = Self::signed(protocol);
        let details = Details {
            name: "Ada Sample".into(),
            email: Some("ada@example.org".into()),
            language: "en".into(),
            ..Details::default()
        };
        story.does(enquiry::Command::Receive { details, brings: None });
        story.does(enquiry::Command::Invite);
        story
    }

    /// Moves the clock.
    pub(crate) fn at(&mut self, now: &str) -> &mut Self {
        self.now = instant(now);
        self
    }

    /// Lets the practice do something that it may do.
    pub(crate) fn practises(&mut self, command: practice::Command) {
        for body in practice::decide(&self.practice, &command, self.now).unwrap() {
            let recorded = self.recorded(body);
            self.practice.evolve(&recorded);
        }
    }

    /// Writes something into the practice's stock that is accepted.
    pub(crate) fn stocks(&mut self, command: &stock::Command) -> &mut Self {
        for body in stock::decide(&self.stock, command, &self.circumstances()).unwrap() {
            let recorded = self.recorded(body);
            self.stock.evolve(&recorded);
            self.history.push(recorded);
        }
        self
    }

    /// Asks something of the stock that is not accepted.
    pub(crate) fn stock_refuses(&self, command: &stock::Command) -> Refusal {
        stock::decide(&self.stock, command, &self.circumstances()).unwrap_err()
    }

    /// Lets a colleague, a prescriber, join the practice.
    pub(crate) fn is_joined_by(&mut self, staff: StaffId) {
        self.practises(practice::Command::AddPerson(NewPerson {
            staff,
            name: "Olu Sample".into(),
            email: "olu@example.org".into(),
            password_hash: "$argon2id$synthetic".into(),
            roles: vec![Role::Prescriber],
        }));
    }

    /// Does something that is accepted, and holds the fold against a replay.
    pub(crate) fn does(&mut self, command: impl Into<Command>) -> &mut Self {
        let command = command.into();
        let events = decide(&self.case, &command, &self.circumstances()).unwrap();
        assert!(!events.is_empty(), "{command:?} yields nothing");
        for body in events {
            let recorded = self.recorded(body);
            self.case.evolve(&recorded);
            self.practice.evolve(&recorded);
            self.stock.evolve(&recorded);
            self.history.push(recorded);
        }
        assert_eq!(Case::folded(&self.history), self.case, "replay differs after {command:?}");
        self
    }

    /// Does something if it is accepted, and says why not if it is not.
    pub(crate) fn tries(&mut self, command: impl Into<Command>) -> Result<(), Refusal> {
        let command = command.into();
        decide(&self.case, &command, &self.circumstances())?;
        self.does(command);
        Ok(())
    }

    /// Asks for something that is not accepted.
    pub(crate) fn refuses(&self, command: impl Into<Command>) -> Refusal {
        decide(&self.case, &command.into(), &self.circumstances()).unwrap_err()
    }

    /// Why it would not be accepted, if it would not.
    pub(crate) fn refuses_or(&self, command: impl Into<Command>) -> Option<Refusal> {
        decide(&self.case, &command.into(), &self.circumstances()).err()
    }

    pub(crate) fn circumstances(&self) -> At<'_> {
        let stock = Some(Reached { stock: &self.stock, client: CLIENT });
        At {
            now: self.now,
            occurred_at: self.kept_since.unwrap_or(self.now),
            by: self.by,
            practice: &self.practice,
            stock,
        }
    }

    /// The fact as it is recorded, through the form in which it is stored.
    fn recorded(&self, body: Event) -> Recorded {
        let count = u128::try_from(self.history.len()).unwrap();
        let stored = serde_json::to_string(&body).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), body, "{stored}");
        Recorded {
            id: EventId::derived(CommandId::from_bytes((count << 16).to_be_bytes()), 0),
            occurred_at: self.kept_since.unwrap_or(self.now),
            zone: Some("Europe/Madrid".into()),
            precision: Precision::Second,
            recorded_at: self.now,
            device: None,
            protocol_version: None,
            by: self.by,
            body,
        }
    }
}

impl From<medicine_session::Command> for Command {
    fn from(command: medicine_session::Command) -> Self {
        Self::MedicineSession(command)
    }
}

macro_rules! into_command {
    ($($module:ident => $variant:ident),* $(,)?) => {
        $(impl From<$module::Command> for Command {
            fn from(command: $module::Command) -> Self {
                Self::$variant(command)
            }
        })*
    };
}

into_command! {
    enquiry => Enquiry,
    consultation => Consultation,
    history => History,
    consent => Consent,
    preparation => Preparation,
    prescription => Prescription,
    clearance => Clearance,
    integration => Integration,
    scale => Scale,
    link => Link,
    review => Review,
    ending => Ending,
    task => Task,
    appointment => Appointment,
    message => Message,
    care_team => CareTeam,
    psychotherapy_note => PsychotherapyNote,
}
