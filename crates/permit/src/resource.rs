//! What is acted on, and what can be done with it.

use journey::{ClientId, PracticeId, StaffId};

use crate::actor::Actor;

/// What is done; a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Make a new one.
    Create,
    /// Read its content.
    Read,
    /// Read whether it is there and in force, nothing of its content.
    ReadStatus,
    /// Read ids, times and sizes.
    ReadMeta,
    /// Add to it or correct it.
    Amend,
    /// Put one's name under it.
    Sign,
    /// Take it out.
    Export,
    /// Hand it to another person, or take it away.
    Grant,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 8] = [
        Self::Create,
        Self::Read,
        Self::ReadStatus,
        Self::ReadMeta,
        Self::Amend,
        Self::Sign,
        Self::Export,
        Self::Grant,
    ];
}

/// What it is done with; one row each of the permission matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Name and ways to reach a person.
    Identity,
    /// The practice's calendar.
    Schedule,
    /// Imported records, answers and facts by hand.
    HealthHistory,
    /// The enquiry and the consultation.
    Enquiry,
    /// Integration sessions, practices, threads, body maps.
    Integration,
    /// Tasks.
    Task,
    /// Appointments and links.
    Appointment,
    /// Protocol versions.
    Protocol,
    /// Stock, lots and counts.
    Stock,
    /// The prescriber's clearance.
    Clearance,
    /// Consent documents and their clauses.
    Consent,
    /// Intentions, safety, anchors, signals.
    Preparation,
    /// Prescriptions and dose orders.
    Prescription,
    /// Doses given.
    Dose,
    /// Phases, vital signs, cues, discharge.
    SessionChart,
    /// Adverse events.
    AdverseEvent,
    /// Progress notes and summaries.
    ProgressNote,
    /// One author's psychotherapy notes.
    PsychotherapyNotes,
    /// Scales and check-ins.
    Scale,
    /// Messages.
    Message,
    /// The practice's outcomes, ten people or more in a cell.
    Outcomes,
    /// The record as a package.
    RecordExport,
    /// Who opened a client's record.
    AccessLog,
    /// People and their roles.
    People,
    /// Keys, backup, restore.
    Keys,
    /// The list of clients, as cards show them.
    Roster,
    /// That somebody is needed, told across the practice: the name, since when, who goes; not why.
    Call,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 27] = [
        Self::Identity,
        Self::Schedule,
        Self::HealthHistory,
        Self::Enquiry,
        Self::Integration,
        Self::Task,
        Self::Appointment,
        Self::Protocol,
        Self::Stock,
        Self::Clearance,
        Self::Consent,
        Self::Preparation,
        Self::Prescription,
        Self::Dose,
        Self::SessionChart,
        Self::AdverseEvent,
        Self::ProgressNote,
        Self::PsychotherapyNotes,
        Self::Scale,
        Self::Message,
        Self::Outcomes,
        Self::RecordExport,
        Self::AccessLog,
        Self::People,
        Self::Keys,
        Self::Roster,
        Self::Call,
    ];
}

/// One thing that is acted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Resource {
    /// What it is.
    pub kind: Kind,
    /// The practice it belongs to.
    pub practice: PracticeId,
    /// The client it is about, if it is about one.
    pub client: Option<ClientId>,
    /// Who wrote it, where only the author may read it.
    pub author: Option<StaffId>,
}

impl Resource {
    /// Something of the practice's own.
    pub fn of_practice(practice: PracticeId, kind: Kind) -> Self {
        Self { kind, practice, client: None, author: None }
    }

    /// Something about one client.
    pub fn of_client(practice: PracticeId, client: ClientId, kind: Kind) -> Self {
        Self { kind, practice, client: Some(client), author: None }
    }

    /// One author's psychotherapy notes about one client.
    pub fn notes(practice: PracticeId, client: ClientId, author: StaffId) -> Self {
        Self { kind: Kind::PsychotherapyNotes, practice, client: Some(client), author: Some(author) }
    }

    /// The same as this actor can mean it: psychotherapy notes are one's own, or nobody's.
    #[must_use]
    pub fn meant_by(self, actor: &Actor) -> Self {
        match (self.kind, actor) {
            (Kind::PsychotherapyNotes, Actor::Staff { staff, .. }) => Self { author: Some(*staff), ..self },
            _ => self,
        }
    }
}
