//! What must hold in every cell, found by asking all of them; each with a mutant that breaks it.

use journey::Compartment;
use journey::staff::{Role, Status};
use permit::{Action, Actor, Kind, Relation, decide, to_open};

use crate::cells::{
    CLIENT, Cell, Decide, PRACTICE, STAFF, allow_overrides, cells, everybody_a_therapist, links_unbound,
    relation_upside_down,
};

/// The clinical rows of the matrix: a practice admin reads none of them.
const CLINICAL: [Kind; 15] = [
    Kind::HealthHistory,
    Kind::Enquiry,
    Kind::Integration,
    Kind::Task,
    Kind::Clearance,
    Kind::Consent,
    Kind::Preparation,
    Kind::Prescription,
    Kind::Dose,
    Kind::SessionChart,
    Kind::AdverseEvent,
    Kind::ProgressNote,
    Kind::PsychotherapyNotes,
    Kind::Scale,
    Kind::Message,
];

/// Says that no allowed cell is `forbidden`, and that this would be noticed in `mutant`.
fn never(forbidden: impl Fn(&Cell) -> bool, mutant: Decide) {
    let cells = cells();
    let asked: Vec<&Cell> = cells.iter().filter(|cell| forbidden(cell)).collect();
    assert!(asked.len() >= 50, "only {} cells were asked", asked.len());
    let broken: Vec<_> = asked.iter().filter(|cell| cell.allowed_by(decide)).collect();
    assert!(broken.is_empty(), "allowed: {broken:#?}");
    assert!(asked.iter().any(|cell| cell.allowed_by(mutant)), "the mutant went unnoticed");
}

fn role(cell: &Cell) -> Option<Role> {
    match cell.actor {
        Actor::Staff { role, .. } => Some(role),
        _ => None,
    }
}

#[test]
fn a_membership_that_is_not_active_does_nothing() {
    never(
        |cell| matches!(cell.actor, Actor::Staff { status, .. } if status != Status::Active),
        allow_overrides,
    );
}

#[test]
fn nobody_reaches_another_practice() {
    never(|cell| cell.resource.practice != PRACTICE, allow_overrides);
}

#[test]
fn a_client_reaches_no_other_client() {
    never(
        |cell| {
            let for_one_client = matches!(cell.actor, Actor::Client { .. } | Actor::Link { .. });
            for_one_client && cell.resource.client != Some(CLIENT)
        },
        allow_overrides,
    );
}

#[test]
fn psychotherapy_notes_are_their_authors_alone() {
    never(
        |cell| {
            let is_author = role(cell).is_some() && cell.resource.author == Some(STAFF);
            cell.resource.kind == Kind::PsychotherapyNotes && !is_author
        },
        allow_overrides,
    );
}

#[test]
fn a_prescriber_never_opens_psychotherapy_notes() {
    never(
        |cell| role(cell) == Some(Role::Prescriber) && cell.resource.kind == Kind::PsychotherapyNotes,
        everybody_a_therapist,
    );
}

#[test]
fn an_admin_never_reads_what_is_clinical() {
    never(
        |cell| {
            let opens = matches!(cell.action, Action::Read | Action::Sign | Action::Grant | Action::Export);
            role(cell) == Some(Role::Admin) && opens && CLINICAL.contains(&cell.resource.kind)
        },
        everybody_a_therapist,
    );
}

#[test]
fn an_admin_is_never_handed_the_key_of_a_record() {
    let handed: Vec<Compartment> = cells()
        .iter()
        .filter(|cell| role(cell) == Some(Role::Admin) && cell.action == Action::Read)
        .filter_map(|cell| to_open(cell.actor, cell.resource, cell.relation).ok())
        .map(|grant| grant.compartment())
        .collect();
    assert!(!handed.is_empty());
    assert!(handed.iter().all(|compartment| *compartment == Compartment::Identity), "{handed:?}");
}

#[test]
fn an_auditor_never_changes_anything() {
    never(
        |cell| {
            let changes = !matches!(cell.action, Action::Read | Action::ReadMeta | Action::ReadStatus);
            role(cell) == Some(Role::Auditor) && changes
        },
        everybody_a_therapist,
    );
}

#[test]
fn a_clinician_outside_the_care_team_reaches_nothing_of_the_client() {
    never(
        |cell| {
            let clinician = matches!(role(cell), Some(Role::Therapist | Role::Prescriber | Role::Monitor));
            clinician && cell.relation == Relation::Unassigned && cell.resource.client.is_some()
        },
        allow_overrides,
    );
}

#[test]
fn a_link_opens_nothing_that_its_client_could_not() {
    never(
        |cell| {
            let Actor::Link { practice, client, .. } = cell.actor else { return false };
            let signed_in = Cell { actor: Actor::Client { practice, client }, ..*cell };
            !signed_in.allowed_by(decide)
        },
        links_unbound,
    );
}

#[test]
fn a_clients_thing_is_reached_only_by_naming_the_client() {
    never(
        |cell| {
            let content = !matches!(cell.action, Action::ReadMeta | Action::ReadStatus);
            let of_a_client = CLINICAL.contains(&cell.resource.kind) || cell.resource.kind == Kind::Identity;
            of_a_client && content && cell.resource.client.is_none()
        },
        allow_overrides,
    );
}

#[test]
fn a_clinician_packs_no_record_without_naming_whose() {
    never(
        |cell| {
            let unnamed = cell.resource.client.is_none() && cell.resource.kind == Kind::RecordExport;
            role(cell).is_some_and(|role| role != Role::Admin) && unnamed
        },
        allow_overrides,
    );
}

#[test]
fn standing_closer_to_the_client_never_takes_a_right_away() {
    let lost = |decide: Decide| {
        let mut lost = cells();
        lost.retain(|cell| {
            let assigned = Cell { relation: Relation::Assigned, ..*cell };
            cell.allowed_by(decide) && !assigned.allowed_by(decide)
        });
        lost.len()
    };
    assert_eq!(lost(decide), 0);
    assert!(lost(relation_upside_down) >= 50);
}

#[test]
fn the_relation_matters_to_people_of_the_practice_only() {
    let differing = |cells: &[Cell]| {
        let differs = |cell: &&Cell| {
            let elsewhere = Relation::ALL.map(|relation| Cell { relation, ..**cell });
            elsewhere.iter().any(|other| other.allowed_by(decide) != cell.allowed_by(decide))
        };
        cells.iter().filter(differs).count()
    };
    let (people, others): (Vec<Cell>, Vec<Cell>) = cells().into_iter().partition(|cell| role(cell).is_some());
    assert_eq!(differing(&others), 0);
    assert!(differing(&people) >= 50);
}

#[test]
fn a_grant_opens_one_client_and_only_what_may_be_read() {
    let mut opened = 0;
    for cell in cells().iter().filter(|cell| cell.action == Action::Read) {
        let Ok(grant) = to_open(cell.actor, cell.resource, cell.relation) else { continue };
        assert!(cell.allowed_by(decide), "opened without leave: {cell:?}");
        assert_eq!(Some(grant.client()), cell.resource.client);
        assert_eq!(grant.practice(), cell.resource.practice);
        assert_eq!(grant.kind(), cell.resource.kind);
        opened += 1;
    }
    assert!(opened >= 50, "only {opened} grants were made");
}
