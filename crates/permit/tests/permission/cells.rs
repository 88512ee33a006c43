//! Every cell there is: who, in which standing, about whom, on what.

use journey::staff::{Role, Status};
use journey::{ClientId, PracticeId, StaffId};
use permit::{Action, Actor, Denied, Job, Kind, Purpose, Relation, Resource, decide};

/// The decision, or a mutant of it.
pub(crate) type Decide = fn(&Actor, Action, &Resource, Relation) -> Result<(), Denied>;

pub(crate) const PRACTICE: PracticeId = PracticeId::from_bytes([1; 16]);
pub(crate) const OTHER_PRACTICE: PracticeId = PracticeId::from_bytes([2; 16]);
pub(crate) const CLIENT: ClientId = ClientId::from_bytes([3; 16]);
pub(crate) const OTHER_CLIENT: ClientId = ClientId::from_bytes([4; 16]);
pub(crate) const STAFF: StaffId = StaffId::from_bytes([5; 16]);
pub(crate) const OTHER_STAFF: StaffId = StaffId::from_bytes([6; 16]);

/// One question that can be put to the decision.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell {
    pub(crate) actor: Actor,
    pub(crate) resource: Resource,
    pub(crate) relation: Relation,
    pub(crate) action: Action,
}

impl Cell {
    pub(crate) fn allowed_by(&self, decide: Decide) -> bool {
        decide(&self.actor, self.action, &self.resource, self.relation).is_ok()
    }
}

/// Every question over the closed enums.
pub(crate) fn cells() -> Vec<Cell> {
    let mut cells = Vec::new();
    for actor in actors() {
        for resource in resources() {
            for relation in Relation::ALL {
                for action in Action::ALL {
                    cells.push(Cell { actor, resource, relation, action });
                }
            }
        }
    }
    cells
}

/// Every actor: each role in each standing, the client, each link, the street, each job.
pub(crate) fn actors() -> Vec<Actor> {
    let staff = Role::ALL.into_iter().flat_map(|role| Status::ALL.map(|status| staff(role, status)));
    let links = [Purpose::CheckIn, Purpose::Intake, Purpose::Consent, Purpose::Home];
    let jobs = [Job::Index, Job::SetUp, Job::SignIn, Job::Due];
    staff
        .chain([Actor::Client { practice: PRACTICE, client: CLIENT }])
        .chain(links.map(|purpose| Actor::Link { practice: PRACTICE, client: CLIENT, purpose }))
        .chain([Actor::Public { practice: PRACTICE }])
        .chain(jobs.map(|job| Actor::System { practice: PRACTICE, job }))
        .collect()
}

pub(crate) fn staff(role: Role, status: Status) -> Actor {
    Actor::Staff { practice: PRACTICE, staff: STAFF, role, status }
}

/// Every kind about the client, about another, about nobody, and in another practice; notes
/// by each author.
pub(crate) fn resources() -> Vec<Resource> {
    let mut resources = Vec::new();
    for kind in Kind::ALL {
        let authors: &[Option<StaffId>] = match kind {
            Kind::PsychotherapyNotes => &[None, Some(STAFF), Some(OTHER_STAFF)],
            _ => &[None],
        };
        for &author in authors {
            for client in [Some(CLIENT), Some(OTHER_CLIENT), None] {
                for practice in [PRACTICE, OTHER_PRACTICE] {
                    resources.push(Resource { kind, practice, client, author });
                }
            }
        }
    }
    resources
}

/// A mutant in which an allow anywhere overrides every deny.
pub(crate) fn allow_overrides(
    actor: &Actor,
    action: Action,
    resource: &Resource,
    _relation: Relation,
) -> Result<(), Denied> {
    let (actor, client, author) = match *actor {
        Actor::Staff { role, .. } => (staff(role, Status::Active), CLIENT, Some(STAFF)),
        other => (other, CLIENT, resource.author),
    };
    let resource = Resource { kind: resource.kind, practice: PRACTICE, client: Some(client), author };
    decide(&actor, action, &resource, Relation::Assigned)
}

/// A mutant that takes everybody who works here for a therapist.
pub(crate) fn everybody_a_therapist(
    actor: &Actor,
    action: Action,
    resource: &Resource,
    relation: Relation,
) -> Result<(), Denied> {
    match *actor {
        Actor::Staff { status, .. } => decide(&staff(Role::Therapist, status), action, resource, relation),
        other => decide(&other, action, resource, relation),
    }
}

/// A mutant in which a link opens whatever the practice's therapist may open.
pub(crate) fn links_unbound(
    actor: &Actor,
    action: Action,
    resource: &Resource,
    relation: Relation,
) -> Result<(), Denied> {
    match *actor {
        Actor::Link { .. } => decide(&staff(Role::Therapist, Status::Active), action, resource, relation),
        other => decide(&other, action, resource, relation),
    }
}

/// A mutant in which a stranger to the client's care has more rights than its own people.
pub(crate) fn relation_upside_down(
    actor: &Actor,
    action: Action,
    resource: &Resource,
    relation: Relation,
) -> Result<(), Denied> {
    let relation = match relation {
        Relation::Assigned => Relation::Unassigned,
        Relation::Unassigned => Relation::Assigned,
        Relation::Unclaimed => Relation::Unclaimed,
    };
    decide(actor, action, resource, relation)
}
