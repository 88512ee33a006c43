//! The proofs that a decision was made: a permit to act, a grant to read.

use std::marker::PhantomData;

use journey::{ClientId, Compartment, PracticeId, StaffId, Who};

use crate::actor::{Actor, Relation};
use crate::decide::{Denied, decide};
use crate::resource::{Action, Kind, Resource};

/// Proof that an act was allowed; lets an act be decided and returns nothing of a record.
///
/// Neither copied nor kept: it is made for one request and used up by one act.
#[derive(Debug)]
#[must_use]
pub struct Permit {
    actor: Actor,
    action: Action,
    resource: Resource,
    sealed: PhantomData<()>,
}

/// Proof that one compartment of one client may be opened; what the store opens it with.
#[derive(Debug)]
#[must_use]
pub struct Grant {
    actor: Actor,
    resource: Resource,
    client: ClientId,
    compartment: Compartment,
    sealed: PhantomData<()>,
}

/// Asks leave to act.
///
/// # Errors
/// Why not.
pub fn to_act(
    actor: Actor,
    action: Action,
    resource: Resource,
    relation: Relation,
) -> Result<Permit, Denied> {
    decide(&actor, action, &resource, relation)?;
    Ok(Permit { actor, action, resource, sealed: PhantomData })
}

/// Asks leave to open the compartment that holds `resource`.
///
/// # Errors
/// Why not; also when the resource is not kept in a client's compartment.
pub fn to_open(actor: Actor, resource: Resource, relation: Relation) -> Result<Grant, Denied> {
    decide(&actor, Action::Read, &resource, relation)?;
    let client = resource.client.ok_or(Denied::NotForThem)?;
    let compartment = compartment(&resource).ok_or(Denied::NotForThem)?;
    Ok(Grant { actor, resource, client, compartment, sealed: PhantomData })
}

/// The client's compartment that holds `resource`, if one does.
///
/// Appointments lie beside name and address: whoever books reads both, and a key that also
/// opened the record would hand the record to the desk.
pub(crate) fn compartment(resource: &Resource) -> Option<Compartment> {
    match resource.kind {
        Kind::Identity | Kind::Appointment => Some(Compartment::Identity),
        Kind::PsychotherapyNotes => resource.author.map(Compartment::PsychotherapyNotes),
        Kind::HealthHistory
        | Kind::Enquiry
        | Kind::Integration
        | Kind::Task
        | Kind::Clearance
        | Kind::Consent
        | Kind::Preparation
        | Kind::Prescription
        | Kind::Dose
        | Kind::SessionChart
        | Kind::AdverseEvent
        | Kind::ProgressNote
        | Kind::Scale
        | Kind::Message
        | Kind::AccessLog => Some(Compartment::Record),
        Kind::Schedule
        | Kind::Protocol
        | Kind::Stock
        | Kind::Outcomes
        | Kind::RecordExport
        | Kind::People
        | Kind::Keys
        | Kind::Roster
        | Kind::Call => None,
    }
}

impl Permit {
    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// How an event names who acts.
    pub fn who(&self) -> Who {
        self.actor.who()
    }

    /// The practice in which they act.
    pub fn practice(&self) -> PracticeId {
        self.resource.practice
    }

    /// The client it is about, if it is about one.
    pub fn client(&self) -> Option<ClientId> {
        self.resource.client
    }

    /// Whether this proof is for `action` on a thing of this kind.
    pub fn is_for(&self, action: Action, kind: Kind) -> bool {
        self.action == action && self.resource.kind == kind
    }
}

impl Grant {
    /// Who reads.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// How an access event names who reads.
    pub fn who(&self) -> Who {
        self.actor.who()
    }

    /// The practice that holds the record.
    pub fn practice(&self) -> PracticeId {
        self.resource.practice
    }

    /// The one client whose compartment is opened.
    pub fn client(&self) -> ClientId {
        self.client
    }

    /// The one compartment that is opened.
    pub fn compartment(&self) -> Compartment {
        self.compartment
    }

    /// What it was asked for.
    pub fn kind(&self) -> Kind {
        self.resource.kind
    }

    /// The author whose notes are opened, if notes are.
    pub fn author(&self) -> Option<StaffId> {
        self.resource.author
    }
}
