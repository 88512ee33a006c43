//! The whole matrix, compared with the one that was read by a person.
//!
//! `tests/matrix.csv` lists what is allowed and nothing else: who, on what, about whom, and
//! the actions for each relation to the client. A cell that is not there is refused. Letters:
//! C create, R read, r read status, m read ids and times, A amend, S sign, X export, G grant.
//! `UPDATE=1` writes the file anew; the difference is what a reviewer reads.

use std::fmt::Write as _;
use std::path::Path;

use journey::staff::Status;
use permit::{Action, Actor, Kind, Relation, Resource, decide};

use crate::cells::{CLIENT, Cell, Decide, PRACTICE, STAFF, actors, allow_overrides, cells, resources};

const HEAD: &str = "who,what,about,assigned,unassigned,unclaimed\n";

/// The same rights on the same thing, about whomever they hold.
struct Row {
    what: String,
    about: Vec<&'static str>,
    allowed: String,
}

fn matrix(decide: Decide) -> String {
    let mut text = HEAD.to_owned();
    for actor in actors() {
        for Row { what, about, allowed } in rows(actor, decide) {
            writeln!(text, "{},{what},{},{allowed}", who(&actor), about.join(" + "))
                .expect("a string takes every write");
        }
    }
    text
}

fn rows(actor: Actor, decide: Decide) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for resource in resources() {
        let allowed = Relation::ALL.map(|relation| letters(actor, resource, relation, decide));
        if allowed.iter().all(String::is_empty) {
            continue;
        }
        let (what, allowed, about) = (what(&resource), allowed.join(","), about(&resource));
        match rows.iter_mut().find(|row| row.what == what && row.allowed == allowed) {
            Some(row) => row.about.push(about),
            None => rows.push(Row { what, about: vec![about], allowed }),
        }
    }
    rows
}

fn letters(actor: Actor, resource: Resource, relation: Relation, decide: Decide) -> String {
    let cells = Action::ALL.map(|action| Cell { actor, resource, relation, action });
    cells.iter().filter(|cell| cell.allowed_by(decide)).map(|cell| letter(cell.action)).collect()
}

fn letter(action: Action) -> char {
    match action {
        Action::Create => 'C',
        Action::Read => 'R',
        Action::ReadStatus => 'r',
        Action::ReadMeta => 'm',
        Action::Amend => 'A',
        Action::Sign => 'S',
        Action::Export => 'X',
        Action::Grant => 'G',
    }
}

fn who(actor: &Actor) -> String {
    match actor {
        Actor::Staff { role, status: Status::Active, .. } => words(role),
        Actor::Staff { role, status, .. } => format!("{} {}", words(status), words(role)),
        Actor::Client { .. } => "client".to_owned(),
        Actor::Link { purpose, .. } => format!("link {}", words(purpose)),
        Actor::Public { .. } => "public".to_owned(),
        Actor::System { job, .. } => format!("job {}", words(job)),
    }
}

fn about(resource: &Resource) -> &'static str {
    match (resource.practice == PRACTICE, resource.client) {
        (true, Some(CLIENT)) => "client",
        (true, Some(_)) => "another client",
        (true, None) => "practice",
        (false, _) => "elsewhere",
    }
}

fn what(resource: &Resource) -> String {
    let kind = words(&resource.kind);
    match (resource.kind, resource.author) {
        (Kind::PsychotherapyNotes, Some(STAFF)) => format!("{kind} of one's own"),
        (Kind::PsychotherapyNotes, Some(_)) => format!("{kind} of another"),
        (Kind::PsychotherapyNotes, None) => format!("{kind} of nobody"),
        _ => kind,
    }
}

/// `CheckIn` as `check-in`.
fn words(value: &impl std::fmt::Debug) -> String {
    let mut words = String::new();
    for (index, letter) in format!("{value:?}").char_indices() {
        if letter.is_uppercase() && index > 0 {
            words.push('-');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

#[test]
fn the_matrix_is_the_one_that_was_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matrix.csv");
    let now = matrix(decide);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now).expect("the matrix can be written");
    }
    let read = std::fs::read_to_string(&path).expect("tests/matrix.csv is in the repository");
    let differing: Vec<_> = differences(&read, &now);
    assert!(differing.is_empty(), "read by a person (-), decided now (+):\n{}", differing.join("\n"));
}

#[test]
fn the_matrix_notices_an_allow_that_overrides_a_deny() {
    assert!(differences(&matrix(decide), &matrix(allow_overrides)).len() > 100);
}

#[test]
fn most_of_the_cells_are_refused() {
    let cells = cells();
    let allowed = cells.iter().filter(|cell| cell.allowed_by(decide)).count();
    assert!(cells.len() > 100_000, "only {} cells were asked", cells.len());
    assert!(allowed > 500, "only {allowed} cells are allowed: is the decision asked at all?");
    assert!(allowed * 20 < cells.len(), "{allowed} of {} cells are allowed", cells.len());
}

fn differences(old: &str, new: &str) -> Vec<String> {
    let gone = old.lines().filter(|line| !new.lines().any(|other| other == *line));
    let come = new.lines().filter(|line| !old.lines().any(|other| other == *line));
    gone.map(|line| format!("-{line}")).chain(come.map(|line| format!("+{line}"))).collect()
}
