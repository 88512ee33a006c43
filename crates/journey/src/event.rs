//! Events: what has happened, as it is stored, and where each belongs.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{ClientId, EventId, SessionId, StaffId};
use crate::{
    access, appointment, care_team, clearance, consent, consultation, contact, ending, enquiry, history,
    integration, link, medicine_session, message, practice, preparation, prescription, psychotherapy_note,
    review, scale, staff, stock, task,
};

/// Today's shape of stored bodies; older ones are lifted to it when they are read.
pub const SCHEMA: u16 = 2;

/// One fact; one enum per module, past tense.
///
/// Serialised on purpose: a stored event is a promise, and an example of each is frozen in
/// the tests of `store`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "module", rename_all = "snake_case")]
pub enum Event {
    /// How a person is called and reached.
    Contact(contact::Event),
    /// How the journey began.
    Enquiry(enquiry::Event),
    /// Who of the practice walks with this person.
    CareTeam(care_team::Event),
    /// The consultation, and the client's own pace.
    Consultation(consultation::Event),
    /// What is known of the person's health.
    History(history::Event),
    /// What the client agrees to.
    Consent(consent::Event),
    /// The prescriber's decision.
    Clearance(clearance::Event),
    /// What a session can lean on.
    Preparation(preparation::Event),
    /// What may be given.
    Prescription(prescription::Event),
    /// The window after a dose, check-ins, integration sessions.
    Integration(integration::Event),
    /// Questionnaires, and the risk that answers show.
    Scale(scale::Event),
    /// Links made and ended.
    Link(link::Event),
    /// How the care team looks at the work, and what it decides.
    Review(review::Event),
    /// How the journey ends here, and the way back.
    Ending(ending::Event),
    /// What waits for a person of the practice.
    Task(task::Event),
    /// Who meets whom, and when.
    Appointment(appointment::Event),
    /// What the client and those who care for them write to each other.
    Message(message::Event),
    /// What a later decision needs of a medicine session.
    MedicineSession(medicine_session::session::Event),
    /// What was charted in a medicine session.
    SessionChart(medicine_session::chart::Event),
    /// What a therapist keeps of a conversation for themselves.
    PsychotherapyNote(psychotherapy_note::Event),
    /// Who opened what.
    Access(access::Event),
    /// The practice itself.
    Practice(practice::Event),
    /// The people who work for it.
    Staff(staff::Event),
    /// Its own stock of lozenges.
    Stock(stock::Event),
}

/// The stream that an event is appended to, relative to whom it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stream {
    /// Every fact of one client that a later decision needs.
    Journey(ClientId),
    /// The charting and vital signs of one medicine session.
    Session(ClientId, SessionId),
    /// One author's psychotherapy notes about one client.
    Notes(ClientId, StaffId),
    /// Who opened one client's record.
    Access(ClientId),
    /// The practice: places, protocol, documents.
    Practice,
    /// The people who work for the practice, and their roles.
    Staff,
    /// Who signed in, and who was shown which list; grows for ever, so no decision folds it.
    PracticeAccess,
    /// The practice's stock; only a command about stock folds it.
    Stock,
}

impl Stream {
    /// Events one stream may hold; 1,000 sessions leave about twenty each on a journey.
    pub const EVENTS_MAX: u64 = 200_000;

    /// The client that the stream is about, if it is about one.
    pub fn client(self) -> Option<ClientId> {
        match self {
            Self::Journey(client)
            | Self::Session(client, _)
            | Self::Notes(client, _)
            | Self::Access(client) => Some(client),
            Self::Practice | Self::Staff | Self::PracticeAccess | Self::Stock => None,
        }
    }
}

/// The key that an event is sealed under; a field's compartment is who may ever read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Compartment {
    /// Name and ways to reach a person.
    Identity,
    /// The clinical record.
    Record,
    /// One author's psychotherapy notes (45 CFR 164.501), apart from the record.
    PsychotherapyNotes(StaffId),
    /// The practice's own matters: people, protocol, stock.
    Practice,
}

impl Compartment {
    /// Whether it holds somebody's psychotherapy notes: its key is made with the first of them.
    pub fn is_notes(self) -> bool {
        matches!(self, Self::PsychotherapyNotes(_))
    }
}

impl Event {
    /// The stream that this event is appended to when it is about `client`.
    pub fn stream(&self, client: Option<ClientId>) -> Option<Stream> {
        match self {
            Self::Contact(_)
            | Self::Enquiry(_)
            | Self::CareTeam(_)
            | Self::Consultation(_)
            | Self::History(_)
            | Self::Consent(_)
            | Self::Clearance(_)
            | Self::Integration(_)
            | Self::Scale(_)
            | Self::Link(_)
            | Self::Review(_)
            | Self::Ending(_)
            | Self::Task(_)
            | Self::Appointment(_)
            | Self::Message(_)
            | Self::Preparation(_)
            | Self::Prescription(_)
            | Self::MedicineSession(_) => client.map(Stream::Journey),
            Self::SessionChart(event) => client.map(|client| Stream::Session(client, event.session)),
            Self::PsychotherapyNote(event) => client.map(|client| Stream::Notes(client, event.author())),
            Self::Access(access::Event::RecordOpened { .. }) => client.map(Stream::Access),
            Self::Practice(_) => Some(Stream::Practice),
            Self::Stock(_) => Some(Stream::Stock),
            Self::Access(access::Event::ListShown { .. })
            | Self::Staff(staff::Event::SignedIn { .. } | staff::Event::SignInRefused { .. }) => {
                Some(Stream::PracticeAccess)
            }
            Self::Staff(_) => Some(Stream::Staff),
        }
    }

    /// The compartment whose key seals this event.
    pub fn compartment(&self) -> Compartment {
        match self {
            // Whoever books reads name and address, and no record.
            Self::Contact(_) | Self::Appointment(_) => Compartment::Identity,
            Self::Enquiry(_)
            | Self::CareTeam(_)
            | Self::Consultation(_)
            | Self::History(_)
            | Self::Consent(_)
            | Self::Clearance(_)
            | Self::Integration(_)
            | Self::Scale(_)
            | Self::Link(_)
            | Self::Review(_)
            | Self::Ending(_)
            | Self::Task(_)
            | Self::Message(_)
            | Self::Preparation(_)
            | Self::Prescription(_)
            | Self::MedicineSession(_)
            | Self::SessionChart(_)
            | Self::Access(access::Event::RecordOpened { .. }) => Compartment::Record,
            Self::PsychotherapyNote(event) => Compartment::PsychotherapyNotes(event.author()),
            Self::Access(access::Event::ListShown { .. })
            | Self::Practice(_)
            | Self::Staff(_)
            | Self::Stock(_) => Compartment::Practice,
        }
    }
}

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Who {
    /// A person of the practice.
    Staff {
        /// Which person.
        staff: StaffId,
    },
    /// The client, signed in or by a link.
    Client,
    /// Somebody from the street, through a public page.
    Public,
    /// Kapok itself, in one of its jobs.
    System,
}

/// How exactly the moment is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the second, by a clock.
    #[default]
    Second,
    /// To the minute, as a person says it ("five minutes ago").
    Minute,
    /// To the day.
    Day,
}

/// A fact with its times and its author, as it is folded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// The fact's id, derived from its command.
    #[serde(skip, default = "unset")]
    pub id: EventId,
    /// When it happened, as claimed.
    pub occurred_at: Timestamp,
    /// The IANA zone in which it happened, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// How exactly `occurred_at` is known.
    #[serde(default)]
    pub precision: Precision,
    /// When the first server took it.
    pub recorded_at: Timestamp,
    /// The device it was charted on, if it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// The protocol version in force when it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol_version: Option<u32>,
    /// Who did it.
    pub by: Who,
    /// The fact itself.
    pub body: Event,
}

fn unset() -> EventId {
    EventId::from_bytes([0; 16])
}
