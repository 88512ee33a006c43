//! The one decision: closed enums in, yes or no out; deny wins, no wildcard.

use journey::staff::{Role, Status};

use crate::actor::{Actor, Job, Purpose, Relation};
use crate::proof::compartment;
use crate::resource::{Action, Kind, Resource};

/// Why not; for the log and the tests, never for a person who may not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Denied {
    /// It belongs to another practice.
    OtherPractice,
    /// It belongs to another client.
    OtherClient,
    /// It is about a client, and none is named.
    NoClient,
    /// The membership is not active.
    NotActive,
    /// The person is not in the client's care team.
    NotAssigned,
    /// Only the author may.
    NotAuthor,
    /// The role, link or job does not do this.
    NotForThem,
}

/// Decides whether `actor` may do `action` with `resource`.
///
/// `relation` is how a person of the practice stands to the client; it does not matter for
/// other actors.
///
/// # Errors
/// The first reason found against it.
pub fn decide(actor: &Actor, action: Action, resource: &Resource, relation: Relation) -> Result<(), Denied> {
    if actor.practice() != resource.practice {
        return Err(Denied::OtherPractice);
    }
    if resource.client.is_none() && names_its_client(actor, action, resource) {
        return Err(Denied::NoClient);
    }
    match *actor {
        Actor::Staff { role, status, staff, .. } => {
            if status != Status::Active {
                return Err(Denied::NotActive);
            }
            if resource.kind == Kind::PsychotherapyNotes && resource.author != Some(staff) {
                return Err(Denied::NotAuthor);
            }
            if resource.client.is_some() && !reaches(role, relation, resource.kind) {
                return Err(Denied::NotAssigned);
            }
            allow(of_staff(role, resource.kind), action)
        }
        Actor::Client { client, .. } => {
            if resource.client != Some(client) {
                return Err(Denied::OtherClient);
            }
            allow(of_client(resource.kind), action)
        }
        Actor::Link { client, purpose, .. } => {
            if resource.client != Some(client) {
                return Err(Denied::OtherClient);
            }
            allow(of_link(purpose, resource.kind), action)
        }
        Actor::Public { .. } => allow(of_public(resource.kind), action),
        Actor::System { job, .. } => allow(of_system(job, resource.kind), action),
    }
}

fn allow(actions: &[Action], action: Action) -> Result<(), Denied> {
    if actions.contains(&action) { Ok(()) } else { Err(Denied::NotForThem) }
}

/// Whether this can be asked about one named client only.
///
/// Without this, leaving the client out would leave the relation unasked. Ids and standings
/// are also counted across a practice; an admin packs all records, sealed to their receiver.
fn names_its_client(actor: &Actor, action: Action, resource: &Resource) -> bool {
    let counts = matches!(action, Action::ReadMeta | Action::ReadStatus);
    let packs = matches!(actor, Actor::Staff { role: Role::Admin, .. });
    match resource.kind {
        Kind::RecordExport => !packs,
        _ => !counts && compartment(resource).is_some(),
    }
}

/// Whether the relation lets a role reach one client's things at all.
///
/// An enquiry that nobody has taken up is open to those who could take it up. Admins and
/// auditors are not assigned to clients: what they may do is settled by their columns.
fn reaches(role: Role, relation: Relation, kind: Kind) -> bool {
    match role {
        Role::Therapist | Role::Prescriber | Role::Monitor => match relation {
            Relation::Assigned => true,
            Relation::Unclaimed => role == Role::Therapist && matches!(kind, Kind::Enquiry | Kind::Identity),
            Relation::Unassigned => false,
        },
        Role::Admin | Role::Auditor => true,
    }
}

use Action::{Amend, Create, Export, Grant, Read, ReadMeta, ReadStatus, Sign};

fn of_staff(role: Role, kind: Kind) -> &'static [Action] {
    match role {
        Role::Therapist => of_therapist(kind),
        Role::Prescriber => of_prescriber(kind),
        Role::Monitor => of_monitor(kind),
        Role::Admin => of_admin(kind),
        Role::Auditor => of_auditor(kind),
    }
}

fn of_therapist(kind: Kind) -> &'static [Action] {
    match kind {
        Kind::Identity => &[Read, Amend],
        Kind::Schedule
        | Kind::HealthHistory
        | Kind::Enquiry
        | Kind::Integration
        | Kind::Task
        | Kind::Appointment
        | Kind::Stock
        | Kind::Preparation => &[Create, Read, Amend],
        Kind::Protocol | Kind::Clearance | Kind::Prescription | Kind::Scale | Kind::Outcomes => &[Read],
        Kind::Consent => &[Create, Read],
        Kind::Dose | Kind::SessionChart | Kind::AdverseEvent => &[Create, Read, Amend, Sign],
        Kind::ProgressNote => &[Create, Read, Amend, Sign, Export],
        Kind::PsychotherapyNotes => &[Create, Read, Amend],
        Kind::Message => &[Create, Read],
        Kind::RecordExport => &[Export],
        Kind::AccessLog | Kind::Roster | Kind::Call => &[Read],
        Kind::People | Kind::Keys => &[],
    }
}

fn of_prescriber(kind: Kind) -> &'static [Action] {
    match kind {
        Kind::Identity
        | Kind::Enquiry
        | Kind::Integration
        | Kind::Preparation
        | Kind::SessionChart
        | Kind::ProgressNote
        | Kind::Scale
        | Kind::Outcomes => &[Read],
        Kind::Schedule | Kind::Task | Kind::Appointment => &[Create, Read, Amend],
        Kind::HealthHistory | Kind::Protocol | Kind::Prescription | Kind::AdverseEvent => {
            &[Create, Read, Amend, Sign]
        }
        Kind::Stock => &[Read, Amend],
        Kind::Clearance => &[Create, Read, Amend, Sign],
        Kind::Consent | Kind::Message => &[Create, Read],
        Kind::Dose => &[Read, Sign],
        Kind::PsychotherapyNotes => &[],
        Kind::RecordExport => &[Export],
        Kind::AccessLog | Kind::Roster | Kind::Call => &[Read],
        Kind::People | Kind::Keys => &[],
    }
}

fn of_monitor(kind: Kind) -> &'static [Action] {
    match kind {
        Kind::Identity | Kind::Preparation | Kind::Prescription | Kind::Dose | Kind::Protocol => &[Read],
        Kind::SessionChart | Kind::AdverseEvent => &[Create, Read, Amend],
        Kind::Schedule | Kind::Roster => &[Read],
        Kind::HealthHistory
        | Kind::Enquiry
        | Kind::Integration
        | Kind::Task
        | Kind::Appointment
        | Kind::Stock
        | Kind::Clearance
        | Kind::Consent
        | Kind::ProgressNote
        | Kind::PsychotherapyNotes
        | Kind::Scale
        | Kind::Message
        | Kind::Outcomes
        | Kind::RecordExport
        | Kind::Call
        | Kind::AccessLog
        | Kind::People
        | Kind::Keys => &[],
    }
}

fn of_admin(kind: Kind) -> &'static [Action] {
    match kind {
        Kind::Identity => &[Create, Read, Amend],
        Kind::Schedule | Kind::Appointment | Kind::Stock => &[Create, Read, Amend],
        Kind::HealthHistory | Kind::Clearance | Kind::Consent | Kind::AdverseEvent => &[ReadStatus],
        Kind::Enquiry => &[Create, ReadStatus, Amend],
        Kind::Task => &[Create, ReadStatus, Amend],
        Kind::Protocol | Kind::Outcomes | Kind::Roster | Kind::Call => &[Read],
        Kind::RecordExport => &[Export],
        Kind::AccessLog => &[ReadMeta],
        Kind::People => &[Create, Read, Amend, Grant],
        Kind::Keys => &[Create],
        Kind::Integration
        | Kind::Preparation
        | Kind::Prescription
        | Kind::Dose
        | Kind::SessionChart
        | Kind::ProgressNote
        | Kind::PsychotherapyNotes
        | Kind::Scale
        | Kind::Message => &[],
    }
}

fn of_auditor(kind: Kind) -> &'static [Action] {
    match kind {
        Kind::Schedule | Kind::Protocol | Kind::Stock | Kind::Outcomes | Kind::People | Kind::Keys => &[Read],
        Kind::Task
        | Kind::Appointment
        | Kind::Clearance
        | Kind::Consent
        | Kind::Prescription
        | Kind::Dose
        | Kind::SessionChart
        | Kind::AdverseEvent
        | Kind::Message
        | Kind::AccessLog => &[ReadMeta],
        Kind::Identity
        | Kind::HealthHistory
        | Kind::Enquiry
        | Kind::Integration
        | Kind::Preparation
        | Kind::ProgressNote
        | Kind::PsychotherapyNotes
        | Kind::Scale
        | Kind::RecordExport
        | Kind::Roster
        | Kind::Call => &[],
    }
}

fn of_client(kind: Kind) -> &'static [Action] {
    match kind {
        Kind::Identity => &[Read, Amend],
        Kind::Schedule | Kind::Appointment => &[Read],
        Kind::HealthHistory | Kind::Scale | Kind::Message => &[Create, Read],
        Kind::Enquiry => &[Create, Read],
        Kind::Integration | Kind::Preparation => &[Create, Read, Amend],
        Kind::Protocol | Kind::Clearance | Kind::Prescription | Kind::Dose => &[Read],
        Kind::Consent => &[Read, Amend, Sign],
        Kind::SessionChart | Kind::ProgressNote => &[Read],
        Kind::AdverseEvent => &[Create, Read],
        Kind::RecordExport => &[Export],
        Kind::AccessLog => &[Read],
        Kind::Task
        | Kind::Stock
        | Kind::PsychotherapyNotes
        | Kind::Outcomes
        | Kind::People
        | Kind::Keys
        | Kind::Roster
        | Kind::Call => &[],
    }
}

/// A link is used by whoever holds it: a check-in shows no earlier answer, and none changes
/// the address to which the next link is sent.
fn of_link(purpose: Purpose, kind: Kind) -> &'static [Action] {
    match purpose {
        Purpose::CheckIn => match kind {
            Kind::Scale => &[Create],
            _ => &[],
        },
        Purpose::Intake => match kind {
            Kind::HealthHistory | Kind::Scale => &[Create, Read],
            _ => &[],
        },
        Purpose::Consent => match kind {
            Kind::Consent => &[Read, Amend, Sign],
            _ => &[],
        },
        Purpose::Home => match kind {
            Kind::Identity => &[Read],
            _ => of_client(kind),
        },
    }
}

fn of_public(kind: Kind) -> &'static [Action] {
    match kind {
        Kind::Enquiry => &[Create],
        _ => &[],
    }
}

fn of_system(job: Job, kind: Kind) -> &'static [Action] {
    match (job, kind) {
        (Job::Index, Kind::Roster) => &[Read],
        (Job::SetUp, Kind::People) => &[Create],
        (Job::SignIn, Kind::People) => &[Amend],
        (Job::Due, Kind::Message | Kind::Task) => &[Create],
        _ => &[],
    }
}
